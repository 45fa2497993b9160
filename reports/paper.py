"""Office letters and forms: A4, one quiet style, text that any document may hold."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from copy import deepcopy
from functools import lru_cache

from docx import Document as new_document
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from saksama.reports import ooxml, words

FONT = "Arial"
INK, GREY, HEAD, RED = RGBColor(0x1F, 0x29, 0x33), RGBColor(0x6B, 0x74, 0x80), "1F3A5F", RGBColor(0xA6, 0x1B, 0x1B)
SOFT, LINE = "F0F4F8", "B8C2CC"

_AFTER_BORDERS = ("shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription")
"""What may only follow the borders: Word refuses a document whose table properties are out of order."""


CONTENT = "{isi}"
"""The paragraph of a template that the paper's content takes the place of."""


def new(creator: str, title: str, template: bytes | None = None) -> Document:
    """An empty A4 portrait document in the house style, or a template with its letterhead, page and styles.

    Content follows what stands in the template or, where it has a paragraph "{isi}", takes its place: see `save`.
    """
    document = new_document() if template is None else new_document(io.BytesIO(template))
    if template is None:
        _house_page(document)
        _house_styles(document, _STYLES)
    else:
        _house_styles(document, [style for style in _STYLES if style[0] not in document.styles])
        _mark_end(document)
    document.core_properties.author = creator
    document.core_properties.title = words.clean(title)
    document.core_properties.comments = ""
    document.core_properties.last_modified_by = creator
    return document


_STYLES = (("Normal", 10.5, 0, 4), ("Heading 1", 13, 16, 6), ("Heading 2", 11, 10, 3))
"""Style, size, space before and after in points."""
_END = "{akhir naskah templat}"


def _house_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)


def _house_styles(document: Document, styles: Iterable[tuple[str, float, float, float]]) -> None:
    """Set styles as this house writes them; a template keeps its own and lacks at most some."""
    for name, size, before, after in styles:
        if name not in document.styles:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
        style = document.styles[name]
        style.font.name = FONT
        style.font.size = Pt(size)
        style.font.color.rgb = INK
        style.font.bold = name != "Normal"
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        if name == "Normal":
            style.paragraph_format.line_spacing = 1.12


def landscape(document: Document) -> None:
    """Turn the page, with narrower margins, for wide forms."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.7)


def save(document: Document) -> bytes:
    """The same bytes for the same content; what a template has after its "{isi}" is moved behind the content."""
    _close_template(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return ooxml.stable(buffer.getvalue())


def _mark_end(document: Document) -> None:
    """A template's own content ends here; what a paper says comes behind."""
    if any(paragraph.text.strip() == CONTENT for paragraph in document.paragraphs):
        document.add_paragraph(_END)


def _close_template(document: Document) -> None:
    """Move what a template has behind its "{isi}" to the end, and take the marks out."""
    marks = {p.text.strip(): p._p for p in document.paragraphs if p.text.strip() in (CONTENT, _END)}
    if len(marks) < 2:
        return
    body = document.element.body
    last = body.find(qn("w:sectPr"))
    for element in list(marks[CONTENT].itersiblings()):
        if element is marks[_END]:
            break
        last.addprevious(element)
    for mark in marks.values():
        body.remove(mark)


def say(
    where: Document | _Cell,
    text: str,
    size: float | None = None,
    colour: RGBColor | None = None,
    style: str | None = None,
) -> Paragraph:
    """A paragraph of plain text."""
    paragraph = where.add_paragraph(style=style)
    run = paragraph.add_run(words.clean(text))
    if size:
        run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
    return paragraph


def bold(paragraph: Paragraph) -> Paragraph:
    """All of a paragraph in bold."""
    for run in paragraph.runs:
        run.bold = True
    return paragraph


def centre(paragraph: Paragraph) -> Paragraph:
    """The paragraph in the middle."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def source(paragraph: Paragraph, text: str) -> None:
    """Where a sentence comes from, small and grey in square brackets behind it."""
    run = paragraph.add_run(f" [{words.clean(text)}]")
    run.font.size = Pt(8)
    run.font.color.rgb = GREY


def item(document: Document, label: str, text: str, level: int = 0) -> Paragraph:
    """A numbered item with a hanging indent; the number is typed, so that it stays as it is when text is moved."""
    paragraph = document.add_paragraph()
    left = 0.75 + 0.75 * level
    paragraph.paragraph_format.left_indent = Cm(left)
    paragraph.paragraph_format.first_line_indent = Cm(-0.75)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(left))
    paragraph.add_run(f"{label}\t{words.clean(text)}")
    return paragraph


def table(document: Document, titles: Sequence[str], sizes: Sequence[float]) -> Table:
    """A bordered table with a header row that repeats on every page; sizes in cm."""
    made: Table = document.add_table(rows=1, cols=len(titles))
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    for column, width in zip(made.columns, sizes, strict=True):
        column.width = Cm(width)
    bordered(made)
    fill(made, 0, titles, sizes, 9)
    for cell in made.rows[0].cells:
        shade(cell, HEAD)
        centre(cell.paragraphs[0])
        bold(cell.paragraphs[0])
        for run in cell.paragraphs[0].runs:
            run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    properties = made.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    return made


def row(made: Table, texts: Sequence[str], sizes: Sequence[float], size: float = 9) -> Sequence[_Cell]:
    """A further row, kept on one page; gives its cells."""
    added = deepcopy(_blank(tuple(sizes), size))
    made._tbl.append(added)
    cells = [_Cell(part, made) for part in added.tc_lst]
    for cell, text in zip(cells, texts, strict=True):
        if text:
            cell.paragraphs[0].runs[0].text = words.clean(text)
    return cells


@lru_cache(maxsize=32)
def _blank(sizes: tuple[float, ...], size: float) -> CT_Row:
    """A row without texts, to be copied: python-docx takes a millisecond to make one."""
    made = new_document().add_table(rows=1, cols=len(sizes))
    whole(made.rows[0])
    fill(made, 0, [""] * len(sizes), sizes, size)
    blank: CT_Row = made.rows[0]._tr
    return blank


def whole(table_row: _Row) -> None:
    """Keep a row on one page."""
    table_row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def bordered(made: Table) -> None:
    """Thin grey lines around every cell, whatever styles the document has."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    later = [child for child in made._tbl.tblPr if child.tag in {qn(f"w:{name}") for name in _AFTER_BORDERS}]
    if later:
        later[0].addprevious(borders)
    else:
        made._tbl.tblPr.append(borders)


def fill(made: Table, index: int, texts: Sequence[str], sizes: Sequence[float], size: float) -> Sequence[_Cell]:
    """Write a row's cells."""
    cells = list(made.rows[index].cells)
    for cell, text, width in zip(cells, texts, sizes, strict=True):
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.space_before = Pt(1)
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.add_run(words.clean(text)).font.size = Pt(size)
    return cells


def right(cells: Iterable[_Cell]) -> None:
    """Numbers to the right."""
    for cell in cells:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def shade(cell: _Cell, colour: str) -> None:
    """A background of RRGGBB."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shading)


def footer(document: Document, text: str) -> None:
    """A small grey line and the page number at the foot of every page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    pieces = [paragraph.add_run(f"{words.clean(text)}   |   Halaman ")]
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = " PAGE "
        pieces.append(paragraph.add_run())
        pieces[-1]._r.append(element)
    for piece in pieces:
        piece.font.size = Pt(8)
        piece.font.color.rgb = GREY
