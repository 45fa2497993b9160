"""Fixtures: the command line as a user drives it, in a folder of its own, and small made-up files to give it."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from saksama.app import lke as lke_command
from saksama.app import setting
from saksama.app.main import main
from saksama.app.setting import load_setting
from saksama.app.work import options
from saksama.app.work.pool import Pool
from saksama.checker.assess import Setting
from saksama.checker.editions import Editions
from saksama.parsers.resources import SAMPLES

CLEAN = SAMPLES / "bersih"
IKU = CLEAN / "01-perencanaan" / "iku-2024.docx"


class Done(msgspec.Struct, frozen=True):
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def run(self) -> dict[str, Any]:
        """Standard output as run.json."""
        found: dict[str, Any] = json.loads(self.out)
        return found


Saksama = Callable[..., Done]


_built_in = cache(load_setting)


def _setting(profil: str, rules: Path | None, kerangka: str | None = None, imported: Editions | None = None) -> Setting:
    """As load_setting, but the shipped rulebook is read once for all tests: it can't change under them."""
    own = rules is not None or imported is not None or any(name.endswith(".yaml") for name in (profil, kerangka or ""))
    return load_setting(profil, rules, kerangka, imported) if own else _built_in(profil, None, kerangka)


@pytest.fixture(name="saksama")
def _saksama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Saksama:
    """The command line, run in an empty folder of its own; never a traceback, whatever it is given."""
    here = tmp_path / "sini"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setattr(setting, "load_setting", _setting)
    monkeypatch.setattr(lke_command, "load_setting", _setting)

    def call(*args: str | Path) -> Done:
        with pytest.raises(SystemExit) as stop:
            main([str(arg) for arg in args])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        assert isinstance(stop.value.code, int)
        return Done(stop.value.code, captured.out, captured.err)

    return call


NAUGHTY = (sys.executable, "-P", str(Path(__file__).parent / "work" / "nakal.py"))
"""A worker whose reader misbehaves as the name of a file says; see there."""


@pytest.fixture
def naughty(monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Commands read through workers that misbehave, and keep nothing."""
    monkeypatch.setattr(options, "Pool", lambda limits, size, cache: Pool(limits, size, None, NAUGHTY))
    return NAUGHTY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A submission of one readable document."""
    path = tmp_path / "Kecamatan Contoh"
    path.mkdir()
    shutil.copy(IKU, path / "iku.docx")
    return path


@pytest.fixture(scope="session")
def bad_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Files that no reader can open, by what is wrong with them."""
    base = tmp_path_factory.mktemp("rusak")
    report = next((CLEAN / "03-pelaporan").glob("*2024.pdf")).read_bytes()
    contents = {
        "acak.pdf": bytes(range(256)) * 8,
        "kosong.docx": b"",
        "terpotong.pdf": report[: len(report) // 3],
        "terpotong.docx": IKU.read_bytes()[:4000],
        "program.exe": b"MZ\x90\0\3\0\0\0",
    }
    files = {}
    for name, content in contents.items():
        files[name] = base / name
        files[name].write_bytes(content)
    files["terkunci.pdf"] = base / "terkunci.pdf"
    canvas = Canvas(str(files["terkunci.pdf"]), encrypt=StandardEncryption("rahasia", ownerPassword="pemilik"))
    canvas.drawString(100, 700, "PERJANJIAN KINERJA TAHUN 2024")
    canvas.save()
    return files


def hashes(folder: Path) -> dict[str, str]:
    """Every file below a folder by its sha256: what must not change."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(name="hashes")
def _hashes() -> Callable[[Path], dict[str, str]]:
    return hashes
