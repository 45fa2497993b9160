"""Where results go: a new folder, never over anything that is already there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from saksama.app.console import JobError
from saksama.checker.run import Run
from saksama.reports.formats import FORMATS


def result_folder(wanted: Path | None, name: str) -> Path:
    """The folder to write to, created: the one asked for if it is new or empty, else the next free "hasil-NAME"."""
    if wanted is not None:
        if wanted.exists() and (not wanted.is_dir() or any(wanted.iterdir())):
            raise JobError(f"{wanted}: sudah ada isinya dan tidak ditimpa. Pilih folder baru dengan --hasil.")
        folder = wanted
    else:
        base = "hasil-" + (re.sub(r"[^\w.-]+", "-", name).strip("-.") or "periksa")
        number = 1
        folder = Path(base)
        while folder.exists():
            number += 1
            folder = Path(f"{base}-{number}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise JobError(f"{folder}: folder hasil tidak dapat dibuat ({error.strerror}). Pilih tempat lain.") from None
    return folder


def write(run: Run, folder: Path, formats: Iterable[str]) -> list[Path]:
    """Write these reports; each to a temporary name first, so that no half file is ever left under its own."""
    written = []
    for name in formats:
        file_name, render = FORMATS[name]
        path = folder / file_name
        content = render(run)
        data = content.encode() if isinstance(content, str) else content
        if path.exists():
            raise JobError(f"{path}: sudah ada dan tidak ditimpa. Pilih folder baru dengan --hasil.")
        partial = path.with_name(path.name + ".sementara")
        partial.write_bytes(data)
        partial.replace(path)
        written.append(path)
    return written
