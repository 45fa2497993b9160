"""The docx reader on files made of raw XML, one feature each, and on random merged tables."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saksama.parsers.model import Document, Heading, Paragraph, ReadError, Table
from saksama.parsers.word import docx

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_STRICT = "http://purl.oclc.org/ooxml/"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def _p(text: str, properties: str = "", run: str = "") -> str:
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def _tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _tbl(*rows: str, grid: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _write(path: Path, body: str, **parts: str) -> Path:
    relations = "".join(f'<Relationship Id="r-{key}" Type="{_TYPE}{key}" Target="{key}.xml"/>' for key in parts)
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{rels}">'
            f'<Relationship Id="a" Type="{_TYPE}officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{rels}">{relations}</Relationships>')
        for key, content in parts.items():
            archive.writestr(f"word/{key}.xml", content)
    return path


def _read(tmp_path: Path, body: str, **parts: str) -> Document:
    return docx.read(_write(tmp_path / "uji.docx", body, **parts), "uji.docx")


def _texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def _rows(table: Table) -> list[list[str]]:
    return [[table.text(r, c) for c in range(table.n_columns)] for r in range(table.n_rows)]


def test_content_controls_insertions_and_fields_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    body = f"""
      <w:sdt><w:sdtContent>{_p("dalam kontrol")}</w:sdtContent></w:sdt>
      <w:p><w:r><w:t xml:space="preserve">tetap </w:t></w:r><w:ins><w:r><w:t>baru</w:t></w:r></w:ins>
        <w:del><w:r><w:delText>lama</w:delText></w:r></w:del>
        <w:moveFrom><w:r><w:t>pindahan</w:t></w:r></w:moveFrom></w:p>
      <w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>
        <w:r><w:instrText>DATE</w:instrText></w:r><w:hyperlink><w:r><w:t> tautan</w:t></w:r></w:hyperlink></w:p>"""
    document = _read(tmp_path, body)
    assert _texts(document) == ["dalam kontrol", "tetap baru", "7tautan"]
    assert any("perubahan terlacak" in warning for warning in document.peringatan)


def test_tabs_and_line_breaks_stay_and_page_breaks_do_not(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:t>Nama</w:t><w:tab/><w:t>: Sari</w:t><w:br/><w:t>baris dua</w:t><w:br w:type="page"/>'
        "<w:t>!</w:t><w:noBreakHyphen/></w:r></w:p>"
    )
    assert _texts(_read(tmp_path, body)) == ["Nama\t: Sari\nbaris dua!-"]


def test_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{_p('isi kotak')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>induk</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>" + _p("sesudah")
    )
    assert _texts(_read(tmp_path, body)) == ["induk", "isi kotak", "sesudah"]


def test_hidden_text_is_left_out_with_a_warning_also_when_a_style_hides_it(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {_NAMES}><w:style w:type="character" w:styleId="S1"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="S2"><w:basedOn w:val="S1"/></w:style></w:styles>'
    )
    body = _p("terlihat") + _p("gelap", run="<w:vanish/>") + _p("gelap", run='<w:rStyle w:val="S2"/>')
    body += _p("tampak", run='<w:vanish w:val="0"/>')
    document = _read(tmp_path, body, styles=styles)
    assert _texts(document) == ["terlihat", "tampak"]
    assert any("tersembunyi" in warning for warning in document.peringatan)


def test_no_warning_without_anything_hidden_or_tracked(tmp_path: Path) -> None:
    assert _read(tmp_path, _p("biasa")).peringatan == ()


def test_check_marks_of_symbol_fonts(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
        + _p("ü", run='<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
        + _p("ü")
    )
    assert _texts(_read(tmp_path, body)) == ["✓", "✓", "ü"]


def test_headings_by_outline_level_style_name_and_words(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {_NAMES}><w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Turunan"><w:name w:val="Sub"/><w:basedOn w:val="Judul2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Isi1"><w:name w:val="toc 1"/></w:style></w:styles>'
    )
    body = (
        _p("BAB I PENDAHULUAN\t1", '<w:pStyle w:val="Isi1"/>')
        + _p("BAB I")
        + _p("PENDAHULUAN")
        + _p("Latar", '<w:pStyle w:val="Turunan"/>')
        + _p("Rinci", '<w:outlineLvl w:val="2"/>')
        + _p("Sekadar teks.")
        + _p("1.2 Maksud dan Tujuan", run="<w:b/>")
        + _p("1.2 Maksud dan Tujuan")
        + _p("BAB II menjelaskan rencana.")
    )
    document = _read(tmp_path, body, styles=styles)
    headings = [(b.level, b.text) for b in document.blocks if isinstance(b, Heading)]
    assert headings == [(1, "BAB I PENDAHULUAN"), (2, "Latar"), (3, "Rinci"), (2, "1.2 Maksud dan Tujuan")]
    text = next(b for b in document.blocks if isinstance(b, Paragraph) and b.text == "Sekadar teks.")
    assert text.location.jalur == "BAB I PENDAHULUAN > Latar > Rinci"
    assert text.location.halaman is None


def test_table_with_spans_shading_and_cell_paragraphs(tmp_path: Path) -> None:
    body = _p("BAB III AKUNTABILITAS") + _tbl(
        _tr(_tc(_p("Sasaran"), '<w:vMerge w:val="restart"/>'), _tc(_p("Target"), '<w:gridSpan w:val="2"/>')),
        _tr(_tc("<w:p/>", "<w:vMerge/>"), _tc(_p("TW I")), _tc(_p("TW II"), '<w:shd w:val="clear" w:fill="ffc000"/>')),
        _tr(_tc(_p("A") + "<w:p/>" + _p("B")), _tc(_p("1"), '<w:shd w:fill="auto"/>'), _tc("<w:p/>")),
    )
    table = _read(tmp_path, body).tables[0]
    assert _rows(table) == [["Sasaran", "Target", "Target"], ["Sasaran", "TW I", "TW II"], ["A\nB", "1", ""]]
    assert [(c.text, c.rowspan, c.colspan) for c in table.cells[:2]] == [("Sasaran", 2, 1), ("Target", 1, 2)]
    assert table.grid[1][2] is not None
    assert table.grid[1][2].fill == "FFC000"
    assert table.grid[2][1] is not None
    assert table.grid[2][1].fill is None
    place = table.grid[2][1].location
    assert (place.tabel, place.baris, place.kolom, place.jalur) == (1, 3, "2", "BAB III AKUNTABILITAS")


def test_ragged_rows_legacy_merges_deleted_and_hidden_rows(tmp_path: Path) -> None:
    body = _tbl(
        _tr(_tc(_p("a"), '<w:hMerge w:val="restart"/>'), _tc(_p("b"), "<w:hMerge/>"), _tc(_p("c"))),
        _tr(_tc(_p("x")), _tc(_p("y")), properties='<w:gridBefore w:val="1"/>'),
        _tr(_tc(_p("hapus")), properties="<w:del/>"),
        _tr(_tc(_p("sembunyi")), properties="<w:hidden/>"),
    )
    document = _read(tmp_path, body)
    assert _rows(document.tables[0]) == [["a\nb", "a\nb", "c"], ["", "x", "y"]]
    assert document.peringatan == ("Ada 1 baris tabel tersembunyi yang tidak dibaca.",)


def test_edges_a_sliver_apart_are_one_column(tmp_path: Path) -> None:
    span = '<w:gridSpan w:val="2"/>'
    body = _tbl(
        _tr(_tc(_p("a")), _tc(_p("b"), span)),
        _tr(_tc(_p("c"), span), _tc(_p("d"))),
        grid=(2000, 60, 3000),
    )
    table = _read(tmp_path, body).tables[0]
    assert _rows(table) == [["a", "b"], ["c", "d"]]


def test_a_narrow_column_of_its_own_stays(tmp_path: Path) -> None:
    body = _tbl(
        _tr(_tc(_p("a")), _tc(_p(":")), _tc(_p("b"))),
        _tr(_tc(_p("c"), '<w:gridSpan w:val="2"/>'), _tc(_p("d"))),
        grid=(2000, 60, 3000),
    )
    assert _rows(_read(tmp_path, body).tables[0]) == [["a", ":", "b"], ["c", "c", "d"]]


def test_nested_table_follows_the_table_it_stands_in(tmp_path: Path) -> None:
    inner = _tbl(_tr(_tc(_p("dalam"))))
    document = _read(tmp_path, _tbl(_tr(_tc(_p("luar") + inner + "<w:p/>"))) + _p("akhir"))
    assert [_rows(table) for table in document.tables] == [[["luar"]], [["dalam"]]]
    assert _texts(document) == ["luar", "dalam", "akhir"]
    assert [table.location.tabel for table in document.tables] == [1, 2]


def test_cells_inside_content_controls(tmp_path: Path) -> None:
    row = f"<w:tr><w:sdt><w:sdtContent>{_tc(_p('satu'))}</w:sdtContent></w:sdt>{_tc(_p('dua'))}</w:tr>"
    body = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert _rows(_read(tmp_path, body).tables[0]) == [["satu", "dua"]]


@pytest.mark.parametrize("span", ["2000000000", "-5", "abc", "0"])
def test_absurd_spans_are_clamped(tmp_path: Path, span: str) -> None:
    table = _read(tmp_path, _tbl(_tr(_tc(_p("a"), f'<w:gridSpan w:val="{span}"/>'), _tc(_p("b"))))).tables[0]
    assert table.n_columns <= 2
    assert table.cells[0].text == "a"


_NUMBERING = f"""<w:numbering {_NAMES}>
  <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="BAB %1"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3."/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def _li(text: str, level: int, num: int = 1) -> str:
    return _p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def test_automatic_numbers(tmp_path: Path) -> None:
    body = (
        _li("Pendahuluan", 0) + _li("latar", 1) + _li("rinci", 2) + _li("rinci", 2) + _li("maksud", 1) + _li("rinci", 2)
        + _li("Isi", 0) + _li("bagian", 1) + _li("butir", 0, 2) + _li("Ulang", 0, 3) + _li("lanjut", 0, 3)
        + _li("tanpa", 0, 0)
    )  # fmt: skip
    assert _texts(_read(tmp_path, body, numbering=_NUMBERING)) == [
        "BAB I Pendahuluan", "1.1 latar", "c. rinci", "d. rinci", "1.2 maksud", "c. rinci", "BAB II Isi", "2.1 bagian",
        "• butir", "BAB I Ulang", "BAB II lanjut", "tanpa",
    ]  # fmt: skip


def test_levels_that_a_list_overrides_or_never_begins_anew(tmp_path: Path) -> None:
    numbering = _NUMBERING.replace('<w:start w:val="3"/>', '<w:start w:val="3"/><w:lvlRestart w:val="0"/>').replace(
        '<w:startOverride w:val="1"/></w:lvlOverride>',
        '<w:startOverride w:val="1"/></w:lvlOverride><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="5"/>'
        '<w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:lvlOverride>',
    )
    body = (
        _li("satu", 0) + _li("a", 1) + _li("rinci", 2) + _li("b", 1) + _li("rinci", 2) + _li("dua", 0, 3)
        + _li("lain", 1, 3) + _li("lain", 1, 3) + _li("rinci", 2, 3) + _li("kosong", 5)
    )  # fmt: skip
    assert _texts(_read(tmp_path, body, numbering=numbering)) == [
        "BAB I satu", "1.1 a", "c. rinci", "1.2 b", "d. rinci", "BAB I dua", "E) lain", "F) lain", "e. rinci", "kosong",
    ]  # fmt: skip


def test_a_list_that_a_style_stands_for_and_the_level_that_numbers_a_style(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {_NAMES}><w:style w:type="numbering" w:styleId="Daftar"><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Butir"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    numbering = _NUMBERING.replace('<w:lvl w:ilvl="2">', '<w:lvl w:ilvl="2"><w:pStyle w:val="Butir"/>').replace(
        "</w:numbering>",
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Daftar"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>',
    )
    body = _li("satu", 0, 7) + _p("rinci", '<w:pStyle w:val="Butir"/>') + _li("dua", 0, 7) + _li("tanpa daftar", 0, 9)
    texts = _texts(_read(tmp_path, body, styles=styles, numbering=numbering))
    assert texts == ["BAB I satu", "c. rinci", "BAB II dua", "tanpa daftar"]


def test_numbers_stand_before_cell_text_also_in_empty_cells(tmp_path: Path) -> None:
    body = _tbl(*(_tr(_tc(_li("", 2)), _tc(_li(text, 2) + _p("teks"))) for text in ("satu", "dua")))
    table = _read(tmp_path, body, numbering=_NUMBERING).tables[0]
    assert _rows(table) == [["c.", "d. satu\nteks"], ["e.", "f. dua\nteks"]]


def test_numbering_that_comes_from_a_style(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {_NAMES}><w:style w:type="paragraph" w:styleId="J1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    document = _read(tmp_path, _p("PENUTUP", '<w:pStyle w:val="J1"/>'), styles=styles, numbering=_NUMBERING)
    assert document.blocks[0] == Heading("BAB I PENUTUP", 1, document.blocks[0].location)


def test_headers_and_footnotes(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Isi</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>" + _p("lanjut")
        + '<w:sectPr><w:headerReference r:id="r-header1"/><w:footerReference r:id="r-footer1"/></w:sectPr>'
    )  # fmt: skip
    document = _read(
        tmp_path,
        body,
        header1=f"<w:hdr {_NAMES}>{_p('DINAS CONTOH')}</w:hdr>",
        footer1=f"<w:ftr {_NAMES}>{_p('12')}</w:ftr>",
        footnotes=f'<w:footnotes {_NAMES}><w:footnote w:id="2">{_p("sumber: data")}</w:footnote></w:footnotes>',
    )
    assert [margin.text for margin in document.margins] == ["DINAS CONTOH"]
    assert _texts(document) == ["Isi", "[1] sumber: data", "lanjut"]


def test_document_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="tidak berisi teks"):
        _read(tmp_path, "<w:p/>")


def test_document_type_declaration_is_refused(tmp_path: Path) -> None:
    path = _write(tmp_path / "jahat.docx", _p("x"))
    with zipfile.ZipFile(path) as archive:
        parts = {item: archive.read(item) for item in archive.namelist()}
    parts["word/document.xml"] = b'<!DOCTYPE a [<!ENTITY b "c">]>' + parts["word/document.xml"]
    with zipfile.ZipFile(path, "w") as archive:
        for item, data in parts.items():
            archive.writestr(item, data)
    with pytest.raises(ReadError, match="DOCTYPE"):
        docx.read(path, "jahat.docx")


def test_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 4_000_000)
    with pytest.raises(ReadError, match="bom zip"):
        docx.read(path, "bom.docx")


def test_broken_xml_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="XML"):
        _read(tmp_path, "<w:p><w:r>")


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_merged_tables_read_back_position_by_position(
    tmp_path: Path, tilings: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    n_rows, n_columns, rectangles = data.draw(tilings)
    document = python_docx.Document()
    table = document.add_table(n_rows, n_columns)
    expected = [[""] * n_columns for _ in range(n_rows)]
    for number, (row, column, height, width) in enumerate(rectangles):
        cell = table.cell(row, column).merge(table.cell(row + height - 1, column + width - 1))
        cell.text = f"sel {number}"
        for r in range(row, row + height):
            for c in range(column, column + width):
                expected[r][c] = f"sel {number}"
    path = tmp_path / "acak.docx"
    document.save(str(path))
    read = docx.read(path, "acak.docx").tables[0]
    # A grid line that no cell begins at is no column here, so equal neighbours are folded on both sides.
    used = sorted({column for _, column, _, _ in rectangles})
    assert _rows(read) == [[row[c] for c in used] for row in expected]
    assert len(read.cells) == len(rectangles)


def test_fractions_of_formulas_and_large_pictures(tmp_path: Path) -> None:
    def math(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    fraction = f"<m:f><m:num>{math('realisasi')}</m:num><m:den>{math('target + 1')}</m:den></m:f>"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    pictures = "".join(
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{drawing}"><wp:extent cx="{size}" cy="{size}"/>'
        '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></wp:inline></w:drawing></w:r></w:p>'
        for size in (5_000_000, 400_000)
    )
    document = _read(tmp_path, f"<w:p><m:oMath>{fraction}{math(' × 100%')}</m:oMath></w:p>{pictures}")
    assert _texts(document) == ["realisasi/(target + 1) × 100%"]
    assert document.peringatan == ("Ada 1 gambar besar; tulisan di dalam gambar tidak terbaca.",)


def test_strict_open_xml_is_read_alike(tmp_path: Path) -> None:
    path = _write(tmp_path / "ketat.docx", _p("PENUTUP") + _tbl(_tr(_tc(_p("sel")))))
    with zipfile.ZipFile(path) as archive:
        parts = {item: archive.read(item).decode() for item in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for item, data in parts.items():
            strict = data.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/", _STRICT + "wordprocessingml/"
            )
            archive.writestr(item, strict.replace(_TYPE, _STRICT + "officeDocument/relationships/"))
    assert _texts(docx.read(path, "ketat.docx")) == ["PENUTUP", "sel"]


def test_deeply_nested_parts_are_read(tmp_path: Path) -> None:
    body = "<w:sdt><w:sdtContent>" * 120 + _p("dalam sekali") + "</w:sdtContent></w:sdt>" * 120
    assert _texts(_read(tmp_path, body)) == ["dalam sekali"]
