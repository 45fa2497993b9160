"""Fixtures for files that mean harm or are broken: small builders, and a reader under watch.

`office` writes a zip of parts, `word` and `excel` a minimal file around one body, `paper` a PDF of raw objects;
`watched` reads a file in a process of its own with limits, so that a test can say what it may cost.
"""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from saksama.parsers.berkas import read_berkas
from tests.rawpdf import pdf

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R = "http://schemas.openxmlformats.org/package/2006/relationships"
Parts = dict[str, str | bytes]


class Outcome(msgspec.Struct):
    """What came of a file: galat when it was refused, else its kind, its warnings and the beginning of its text."""

    galat: str | None
    jenis: str | None
    peringatan: list[str]
    text: str
    tables: int


def _office(path: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def relations(*links: tuple[str, str] | tuple[str, str, str]) -> str:
    """A part of relationships: (kind, target), and "External" where the target lies outside."""
    entries = ""
    for number, (kind, target, *modes) in enumerate(links):
        mode = ' TargetMode="External"' if modes else ""
        entries += f'<Relationship Id="r{number}" Type="{_O}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{_R}">{entries}</Relationships>'


@pytest.fixture
def office(tmp_path: Path) -> Callable[[str, Parts], Path]:
    """office(name, parts) -> path of a zip that holds them."""
    return lambda name, parts: _office(tmp_path / name, parts)


@pytest.fixture
def word(tmp_path: Path) -> Callable[..., Path]:
    """word(body, name="a.docx", head="", parts={}) -> path of a Word file; head stands before the root element."""

    def make(body: str, name: str = "a.docx", head: str = "", parts: Parts | None = None) -> Path:
        document = f'{head}<w:document xmlns:w="{_W}" xmlns:r="{_O}"><w:body>{body}</w:body></w:document>'
        main: Parts = {
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/document.xml": document,
        }
        return _office(tmp_path / name, {**main, **(parts or {})})

    return make


@pytest.fixture
def excel(tmp_path: Path) -> Callable[..., Path]:
    """excel(rows, name="a.xlsx", head="", after="", parts={}) -> path of a workbook with one sheet."""

    def make(rows: str, name: str = "a.xlsx", head: str = "", after: str = "", parts: Parts | None = None) -> Path:
        sheet = f'{head}<worksheet xmlns="{_S}"><sheetData>{rows}</sheetData>{after}</worksheet>'
        main: Parts = {
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_O}"><sheets>'
            '<sheet name="Lembar" sheetId="1" r:id="r0"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml")),
            "xl/worksheets/sheet1.xml": sheet,
        }
        return _office(tmp_path / name, {**main, **(parts or {})})

    return make


@pytest.fixture
def paper(tmp_path: Path) -> Callable[[Iterable[bytes]], Path]:
    """paper(objects, name="a.pdf") -> path of a PDF whose objects are numbered from 1; the first is its catalogue."""

    def make(objects: Iterable[bytes], name: str = "a.pdf") -> Path:
        path = tmp_path / name
        path.write_bytes(pdf(objects))
        return path

    return make


def stream(content: bytes, head: bytes = b"") -> bytes:
    """A PDF stream object."""
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (head, len(content), content)


@pytest.fixture
def streamed() -> Callable[..., bytes]:
    """streamed(content, head=b"") -> a PDF stream object."""
    return stream


@pytest.fixture
def linked() -> Callable[..., str]:
    """linked((kind, target[, "External"]), ...) -> a part of relationships."""
    return relations


@pytest.fixture
def watched() -> Callable[..., Outcome]:
    """watched(path, seconds=20, megabytes=1500) -> Outcome; fails when the reader crashes or costs more."""

    def read(path: Path, seconds: float = 20, megabytes: float = 1500) -> Outcome:
        outcome = msgspec.convert(_in_child(lambda: _read(path), seconds, megabytes), Outcome)
        if outcome.galat is None:
            assert outcome.text.strip(), "an empty document passed"
        else:
            assert outcome.galat.strip().endswith("."), outcome.galat
            assert "\n" not in outcome.galat
        return outcome

    return read


@pytest.fixture
def bounded() -> Callable[..., Any]:
    """bounded(function, seconds, megabytes) -> what it returns (plain values); fails when it crashes or costs more."""
    return _in_child


def _in_child(job: Callable[[], Any], seconds: float, megabytes: float) -> Any:
    """Run a job in a forked child; where there is no fork (Windows), here and without limits."""
    if not hasattr(os, "fork"):
        return job()
    import resource  # noqa: PLC0415  (not on Windows)

    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        status = Path("/proc/self/statm")
        held = int(status.read_text().split()[0]) * 4096 if status.exists() else 0
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        resource.setrlimit(resource.RLIMIT_AS, (held + int(2 * megabytes * 2**20),) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 2,) * 2)
        answer: dict[str, Any] = {}
        began = time.process_time()
        try:
            answer["value"] = job()
        except BaseException as error:  # noqa: BLE001  (a child that may only end below)
            answer["crash"] = f"{type(error).__name__}: {error}"[:2000]
        finally:
            answer["seconds"] = time.process_time() - began
            answer["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
            os.write(sink, msgspec.json.encode(answer)[:60_000])
            os._exit(0)
    os.close(sink)
    with os.fdopen(source, "rb") as pipe:
        data = pipe.read()
    _, ended = os.waitpid(child, 0)
    assert data, f"the process ended with {ended}"
    answer = msgspec.json.decode(data)
    assert "crash" not in answer, answer
    assert answer["seconds"] <= seconds, answer["seconds"]
    assert answer["megabytes"] <= megabytes, answer["megabytes"]
    return answer["value"]


def _read(path: Path) -> dict[str, Any]:
    file = read_berkas(path, path.name)
    document = file.document
    warnings = [text[:300] for text in file.peringatan][:20]
    return {
        "galat": file.galat,
        "jenis": file.jenis,
        "peringatan": warnings,
        "text": document.text[:2000] if document is not None else "",
        "tables": len(document.tables) if document is not None else 0,
    }
