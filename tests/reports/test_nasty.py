"""A run made of texts that mean harm, through every format: nothing is run, followed, lost or broken."""

from __future__ import annotations

import io
import itertools
import json
import re
import zipfile
from functools import cache
from html.parser import HTMLParser
from typing import Any

import docx
import msgspec
import openpyxl
import pytest

from saksama.app.setting import load_setting
from saksama.checker.assess import assess
from saksama.checker.diff import compare
from saksama.checker.run import Run, from_json, to_json
from saksama.checker.submission import assemble, keterangan
from saksama.parsers import yamlfile
from saksama.parsers.berkas import read_berkas
from saksama.parsers.resources import SAMPLES
from saksama.parsers.unprintable import UNPRINTABLE
from saksama.reports import banding, recap, recap_page, recap_sheet, sheet, text
from saksama.reports.formats import FORMATS
from saksama.reports.lke_import import read_answers

NASTY = (
    '=HYPERLINK("http://jahat.example","x")', "+HYPERLINK(1)", "-HYPERLINK(2)", "@HYPERLINK(3)", "\t=HYPERLINK(4)",
    "\r=HYPERLINK(5)", "\n=HYPERLINK(6)", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>", "javascript:alert(1)", "\x00\x01\x08\x0b\x1b[31mmerah\x9b2J\x7f", "\ufffe\uffff",
    "\u202ekilab\u2066", "]]><a/>", "&amp;&lt;&#0;", "{{ 7*7 }}{% x %}", "[bold red]x[/]", "_x0041__x0000_",
    "a" * 40_000,

    "%s{0}{indikator}", "😀𝔸", "../../etc/passwd", "C:\\x\\y", "http://jahat.example/",
)  # fmt: skip
KEPT = {
    "jenis",
    "pembaca",
    "keyakinan",
    "tingkat",
    "bertanda_tangan",
    "tahun",
    "tanggal",
    "status",
    "aturan",
    "id",
    "keparahan",
    "sidik",
    "sha256",
    "skema",
    "kolom",
    "usulan",
    "jawaban",
    "kode",
    "kerangka",
    "profil",
    "versi",
    "predikat",
    "gradasi",
    "jenjang",
    "sampai",
    "nomor",
    "dasar",
    "peran",
}
"""Fields that hold names of our own, not a document's texts."""


@cache
def plain_run() -> Run:
    folder = SAMPLES / "bermasalah"
    paths = [path for path in sorted(folder.rglob("*.*")) if path.suffix in (".docx", ".xlsx")]
    files = [read_berkas(path, path.relative_to(folder).as_posix()) for path in paths]
    return assess(assemble(files, keterangan(yamlfile.load(folder / "berkas.yaml"))), setting())


@cache
def setting() -> Any:
    return load_setting("kabupaten-kota", None)


@pytest.fixture(scope="module")
def nasty() -> Run:
    """The run of the faulty samples with something nasty before every text that a document or a name gave."""
    turn = itertools.cycle(NASTY)
    names: dict[str, str] = {}

    def named(name: str) -> str:
        # One file has one name, wherever it stands.
        if name not in names:
            names[name] = f"{next(turn)[:200]} {name}"
        return names[name]

    def spoilt(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: spoilt(below, name) for name, below in value.items()}
        if isinstance(value, list):
            return [spoilt(below, key) for below in value]
        if not isinstance(value, str) or key in KEPT:
            return value
        return named(value) if key in ("berkas", "unit") else next(turn) + value

    data = msgspec.to_builtins(plain_run(), str_keys=True)
    for key in ("berkas", "hasil", "unit", "peringatan"):
        data[key] = spoilt(data[key], key)
    # What a rule is mapped to stands in the lists of findings by fingerprint: those stay.
    return msgspec.convert(data, Run, strict=False)


def rendered(run: Run, name: str) -> bytes:
    found = FORMATS[name][1](run)
    return found.encode() if isinstance(found, str) else found


def check_workbook(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row if cell.value is not None]
    live = [cell.value for cell in cells if cell.data_type == "f"]
    assert not [value for value in live if "HYPERLINK" in str(value) or "jahat" in str(value)]
    assert not [
        cell.coordinate for cell in cells if cell.hyperlink is not None and "jahat" in str(cell.hyperlink.target)
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            assert b"jahat" not in archive.read(name) or not name.endswith(".rels")
    return "\n".join(str(cell.value) for cell in cells if cell.data_type == "s").replace("_x000D_", "")


def check_document(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"jahat" not in b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(parts)


class Tags(HTMLParser):
    """Elements, attributes and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def check_page(data: bytes, scripts: int) -> str:
    page = Tags()
    page.feed(data.decode())
    assert sum(tag == "script" for tag, _ in page.seen) == scripts
    assert not [tag for tag, _ in page.seen if tag in ("iframe", "object", "embed", "base", "form", "link")]
    for _, attributes in page.seen:
        for key, value in attributes:
            assert not key.startswith("on"), (key, value)
            if key in ("href", "src"):
                assert str(value).startswith(("#", "data:image/")), value
    return "".join(page.text)


def scripts_of(data: bytes) -> int:
    page = Tags()
    page.feed(data.decode())
    return sum(tag == "script" for tag, _ in page.seen)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(nasty: Run, name: str) -> None:
    data = rendered(nasty, name)
    file = FORMATS[name][0]
    if file.endswith(".xlsx"):
        said = check_workbook(data)
    elif file.endswith(".docx"):
        said = check_document(data)
    elif file.endswith(".html"):
        said = check_page(data, scripts_of(rendered(plain_run(), name)))
    elif name == "json":
        assert from_json(data) == nasty
        return
    elif name == "sarif":
        assert json.loads(data)["runs"][0]["results"]
        return
    else:
        said = data.decode()
    assert not UNPRINTABLE.search(said.replace("\r", "\n")), UNPRINTABLE.search(said)
    assert said.strip()


def test_terminal_output_holds_no_commands_but_our_colours(nasty: Run) -> None:
    said = text.render_for_terminal(nasty)
    assert not re.search(
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", re.sub(r"\x1b\[[0-9;]*m", "", said)
    )


def test_a_nasty_worksheet_reads_back_unchanged(nasty: Run) -> None:
    data = rendered(nasty, "lke")
    taken = read_answers(data, "lke.xlsx", nasty).jawaban
    assert (taken.jawaban, taken.temuan, taken.kertas_kerja, taken.pengesahan, taken.reviu) == ({}, {}, {}, {}, {})


def test_recap_and_comparison(nasty: Run) -> None:
    found = recap.recap([("=HYPERLINK(1)", nasty), ("<script>x</script>", plain_run())])
    check_workbook(recap_sheet.render(found))
    check_page(recap_page.render(found), 0)
    difference = compare(plain_run(), nasty)
    check_page(banding.html(difference), 0)
    assert not UNPRINTABLE.search(banding.text(difference))


@pytest.mark.parametrize("value", [*NASTY, "\ud800", "a\udfffb"])
def test_a_cell_holds_text_as_text(value: str) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    cell = sheet.put(page, 1, 1, value)
    assert cell.data_type == "s"
    stream = io.BytesIO()
    book.save(stream)
    back = openpyxl.load_workbook(io.BytesIO(stream.getvalue())).worksheets[0].cell(1, 1)
    assert back.data_type != "f"
    to_json(plain_run())
