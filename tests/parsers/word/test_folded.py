"""Property blocks are folded to save time and must never change what is read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from saksama.parsers.model import Document, Heading, Paragraph
from saksama.parsers.word import docx

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_P = '<w:p w:rsidR="00A1"><w:pPr>{}</w:pPr><w:r w:rsidRPr="00B2"><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r></w:p>'
_CELL = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
_TABLE = (
    "<w:tbl><w:tr><w:trPr><w:cantSplit/></w:trPr>"
    + _CELL.format('<w:gridSpan w:val="2"/><w:shd w:fill="FFCC00"/>', _P.format("", "<w:b/>", "Sasaran"))
    + "</w:tr><w:tr>"
    + _CELL.format('<w:vMerge w:val="restart"/>', _P.format("", "", "meningkatnya layanan"))
    + _CELL.format('<w:tcBorders><w:top w:val="single"/></w:tcBorders>', _P.format("", "", "85"))
    + "</w:tr><w:tr>"
    + _CELL.format("<w:vMerge/>", "<w:p/>")
    + _CELL.format("", _P.format("", "<w:vanish/>", "86"))
    + "</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>"
    + _CELL.format("", _P.format("", "", "gelap"))
    + "</w:tr></w:tbl>"
)
_BODY = (
    _P.format('<w:outlineLvl w:val="0"/><w:rPr><w:i/></w:rPr>', "<w:b/>", "Pendahuluan")
    + _P.format("", '<w:b/><w:sz w:val="28"/>', "tebal dan besar")
    + _P.format("", '<w:b w:val="0"/>', "biasa") * 2
    + _P.format("", '<w:rFonts w:ascii="Wingdings"/>', "ü")
    + _TABLE
)


def _write(path: Path, content: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", content)
    return path


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Document]:
    """read(body, head="", names="", encoding="utf-8") -> Document."""

    def make(body: str, head: str = "", names: str = "", encoding: str = "utf-8") -> Document:
        content = f'{head}<w:document xmlns:w="{_W}"{names}><w:body>{body}</w:body></w:document>'
        return docx.read(_write(tmp_path / "a.docx", content.encode(encoding)), "a.docx")

    return make


def _looks(document: Document) -> list[tuple[str, bool]]:
    return [(block.text, block.bold) for block in document.blocks if isinstance(block, Paragraph)]


def test_blocks_say_the_same_folded_and_as_written(tmp_path: Path, read: Callable[..., Document]) -> None:
    folded = read(_BODY)
    # Another prefix for the same names is not folded.
    other = f'<x:document xmlns:x="{_W}"><x:body>{_BODY.replace("w:", "x:")}</x:body></x:document>'
    plain = docx.read(_write(tmp_path / "b.docx", other.encode()), "a.docx")
    assert folded.blocks == plain.blocks
    assert folded.peringatan == plain.peringatan
    assert isinstance(folded.blocks[0], Heading)
    assert [(b.bold, b.size) for b in folded.blocks if isinstance(b, Paragraph)][:2] == [(True, 14.0), (False, None)]
    cells = [(c.text, c.rowspan, c.colspan, c.fill, c.bold) for c in folded.tables[0].cells]
    assert cells[:2] == [("Sasaran", 1, 2, "FFCC00", True), ("meningkatnya layanan", 2, 1, None, False)]
    assert len(folded.peringatan) == 2


@pytest.mark.parametrize(
    "head, encoding",
    [
        ("", "utf-8"),
        ("\ufeff", "utf-8"),
        ("<?xml version='1.0' encoding='UTF-8'?>", "utf-8"),
        ("<?xml version='1.0'?>", "utf-8"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?>", "latin-1"),
        ("<?xml version='1.0' encoding='utf-16'?>", "utf-16"),
    ],
)
def test_every_encoding_reads_alike(read: Callable[..., Document], head: str, encoding: str) -> None:
    assert read(_BODY, head, encoding=encoding).blocks == read(_BODY).blocks


def test_what_only_looks_like_a_block_is_text(read: Callable[..., Document]) -> None:
    block = "<w:p><w:pPr><w:jc/></w:pPr></w:p>"
    document = read(f"<w:p><w:r><w:t><![CDATA[{block}]]></w:t></w:r></w:p>")
    assert document.text == block
    document = read(f"<!-- {block} -->{_P.format('', '<!-- <w:b/></w:rPr> -->', 'catatan')}<?x {block}?>")
    assert _looks(document) == [("catatan", False)]


def test_a_bracket_in_an_attribute(read: Callable[..., Document]) -> None:
    document = read(_P.format("", '<w:lang w:val="a/>b"/><w:b/>', "satu") + _P.format("", '<w:lang w:val=">"/>', "dua"))
    assert _looks(document) == [("satu", True), ("dua", False)]


def test_the_first_of_two_blocks_counts_and_later_ones_are_found(read: Callable[..., Document]) -> None:
    body = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:rPr><w:i/></w:rPr><w:t>tebal</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>juga</w:t><w:rPr><w:b/></w:rPr></w:r></w:p><w:p><w:r><w:rPr/><w:t>biasa</w:t></w:r></w:p>"
    )
    assert _looks(read(body)) == [("tebal", True), ("juga", True), ("biasa", False)]


def test_earlier_properties_of_a_tracked_change_do_not_count(read: Callable[..., Document]) -> None:
    change = '<w:rPrChange w:id="1"><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>'
    assert _looks(read(_P.format("", f"<w:i/>{change}", "kini"))) == [("kini", False)]
    change = '<w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    assert _looks(read(_P.format(change, "", "kini"))) == [("kini", False)]


def test_a_prefix_that_is_known_only_where_the_block_stands(read: Callable[..., Document]) -> None:
    inner = _P.format("", '<w:b/><z:glow z:val="1"/>', "berpijar")
    document = read(f'<w:sdt xmlns:z="urn:contoh"><w:sdtContent>{inner}</w:sdtContent></w:sdt>')
    assert _looks(document) == [("berpijar", True)]


@pytest.mark.parametrize("number", ["0", "1", "99", "x", ""])
def test_forged_references_say_nothing(read: Callable[..., Document], number: str) -> None:
    body = f'<w:p __p="{number}"><w:r __p="{number}"><w:t>palsu</w:t></w:r></w:p>'
    assert _looks(read(_P.format("", "<w:b/>", "tebal") + body)) == [("tebal", True), ("palsu", False)]


def test_an_end_in_a_comment(tmp_path: Path) -> None:
    content = f'<w:document xmlns:w="{_W}"><w:body>{_BODY}</w:body></w:document><!-- </w:document> -->'
    document = docx.read(_write(tmp_path / "a.docx", content.encode()), "a.docx")
    assert isinstance(document.blocks[0], Heading)


def test_headers_in_the_sections_of_paragraphs_are_found(tmp_path: Path) -> None:
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    section = '<w:pPr><w:sectPr><w:headerReference w:type="default" r:id="a"/></w:sectPr></w:pPr>'
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{r}"><w:body><w:p>{section}</w:p>{_BODY}</w:body>'
        "</w:document>",
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="a" Type="{r}/header" Target="header1.xml"/></Relationships>',
        "word/header1.xml": f'<w:hdr xmlns:w="{_W}">{_P.format("", "", "DINAS CONTOH")}</w:hdr>',
    }
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert [margin.text for margin in docx.read(tmp_path / "a.docx", "a.docx").margins] == ["DINAS CONTOH"]
