"""One folder for offices without internet: Saksama, everything it needs as wheels, and installers.

    python -m shipping.bundle FOLDER [--system linux] [--python 3.12] [--extra ocr] [--zip]

Without --system and --python it serves both systems and every supported Python; each can be given several times.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from packaging.utils import parse_wheel_filename

from shipping import sbom
from shipping.locks import LOCKS, PYTHONS, ROOT, Target, pinned, read, shipped
from shipping.wheels import fetch

TEMPLATES = Path(__file__).parent / "luring"
SPACE = {"run": "300 MB", "ocr": "900 MB"}
"""What an installation takes, told to the user."""


def build(folder: Path, systems: list[str], pythons: list[str], kind: str) -> None:
    """Fill a new folder; raises FileExistsError, and CalledProcessError where a wheel is lacking."""
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    packages = folder / "paket"
    own = wheel(packages)
    name, version, _, _ = parse_wheel_filename(own.name)
    line = f"{name}=={version} --hash=sha256:{_sha256(own)}\n"
    lists = folder / "daftar"
    lists.mkdir()
    for system in systems:
        for python in pythons:
            target = Target(python, system)
            fetch(read(kind), target, packages)
            (lists / f"{system}-{python}.txt").write_text(pinned(read(kind), target) + line, encoding="utf-8")
    words = {
        "VERSI": str(version),
        "PYTHONS": " ".join(pythons),
        "PYTHONS_TEXT": " atau ".join(filter(None, (", ".join(pythons[:-1]), pythons[-1]))),
        "PYTHON_LINUX": " ".join(f"python{python}" for python in reversed(pythons)),
        "PYTHON_WINDOWS": " ".join(reversed(pythons)),
        "RUANG": SPACE.get(kind, SPACE["ocr"]),
    }
    for path in sorted(TEMPLATES.rglob("*")):
        if path.is_file() and _belongs(path, systems):
            _write(folder / path.relative_to(TEMPLATES), path.read_text(encoding="utf-8"), words)
    licences = folder / "lisensi"
    licences.mkdir()
    for source in (ROOT / "docs" / "licences.md", sbom.path(kind)):
        shutil.copy(source, licences)
    guide = folder / "panduan"
    shutil.copytree(ROOT / "docs" / "gambar", guide / "gambar")
    shutil.copy(ROOT / "docs" / "panduan.md", guide)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sums = "".join(f"{_sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="\n")


def wheel(folder: Path) -> Path:
    """Build Saksama's wheel from the last commit, by the locked setuptools: the same commit gives the same bytes."""
    stamp = _git("log", "-1", "--format=%ct").decode().strip()
    with tempfile.TemporaryDirectory() as temporary:
        source, made = Path(temporary) / "saksama", Path(temporary) / "made"
        # A tar could not be unpacked safely by the first releases of Python 3.11, which Debian 12 has.
        with zipfile.ZipFile(io.BytesIO(_git("archive", "--format=zip", "HEAD"))) as archive:
            archive.extractall(source)
        subprocess.run(
            [
                *(sys.executable, "-m", "uv", "build", "-q", "--system-certs", "--wheel", "--out-dir", str(made)),
                *("--require-hashes", "--build-constraints", str(LOCKS / "build.txt"), str(source)),
            ],
            env={**os.environ, "SOURCE_DATE_EPOCH": stamp},
            umask=0o022,
            check=True,
        )
        (found,) = made.glob("*.whl")
        folder.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(found, folder))


def _git(*args: str) -> bytes:
    return subprocess.run(["git", *args], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout


def _belongs(path: Path, systems: list[str]) -> bool:
    system = {".bat": "windows", ".sh": "linux", "": "linux"}.get(path.suffix)
    return system is None or system in systems


def _write(path: Path, text: str, words: dict[str, str]) -> None:
    for key, value in words.items():
        text = text.replace(f"@{key}@", value)
    path.parent.mkdir(exist_ok=True)
    # cmd.exe loses its labels, and old editors their lines, without a carriage return.
    ending = "\r\n" if path.suffix in {".bat", ".txt"} else "\n"
    path.write_text(text, encoding="utf-8", newline=ending)
    if path.suffix in {".sh", ""}:
        path.chmod(0o755)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def main() -> int:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--system", choices=["windows", "linux"], action="append")
    parser.add_argument("--python", choices=PYTHONS, action="append")
    parser.add_argument("--extra", choices=[name for name in shipped() if name != "run"])
    parser.add_argument("--zip", action="store_true", help="also pack the folder into FOLDER.zip")
    given = parser.parse_args()
    pythons = [python for python in PYTHONS if python in (given.python or PYTHONS)]
    build(given.folder, given.system or ["windows", "linux"], pythons, given.extra or "run")
    if given.zip:
        shutil.make_archive(str(given.folder), "zip", given.folder.parent, given.folder.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
