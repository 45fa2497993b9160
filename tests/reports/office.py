"""LibreOffice at work on a file, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def converted(path: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another format; skips the test where LibreOffice is missing."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice tidak terpasang")
    home = f"-env:UserInstallation=file://{folder}/profil"
    command = [program, home, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{kind}"
