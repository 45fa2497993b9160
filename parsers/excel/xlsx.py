"""Excel workbooks (.xlsx, .xlsm) -> Document: the sheets as displayed, each cell with its stored number beside."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from lxml import etree

from saksama.parsers.excel.blocks import blocks
from saksama.parsers.excel.sheet import Context, Sheet, letters, read_sheet, string_text
from saksama.parsers.excel.styles import local, read_styles
from saksama.parsers.files import sha256
from saksama.parsers.model import Block, Document, Location, Paragraph, ReadError
from saksama.parsers.ooxml import Package, Relationship, open_package

_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SHOWN = 5
"""Places that a warning names before it only counts."""


def read(path: Path, name: str) -> Document:
    """Read a workbook; `name` is what locations and errors call it.

    Hidden sheets, rows and columns are left out with a warning. A formula that was never calculated gives an empty
    text and a warning. Raises ReadError for a damaged, protected, hostile or empty file.
    """
    found: list[Block] = []
    warnings: list[str] = []
    with open_package(path, name) as package:
        main = package.main_part() or "xl/workbook.xml"
        if main not in package.members:
            raise ReadError(name, "Berkas tidak berisi buku kerja Excel.", "Simpan ulang sebagai .xlsx lalu coba lagi.")
        root = package.xml(main)
        relations = package.relationships(main)
        context = _context(package, root, relations)
        tables = 0
        shown: Counter[str] = Counter()
        for title, part, hidden in _sheets(root, relations):
            if part not in package.members:
                continue
            if hidden:
                warnings.append(f"Lembar “{title}” tersembunyi dan tidak dibaca.")
                continue
            shown[part] += 1
            if shown[part] > 1:
                # No program writes this: a broken list of sheets, or one made to take long.
                continue
            sheet = _sheet(package, part, context, name)
            new = blocks(sheet, name, title, tables + 1)
            tables += sum(block.location.tabel is not None for block in new)
            shapes = _shapes(package, part, name, title)
            found += [*new, *shapes]
            warnings += sheet_warnings(sheet, title, len(shapes))
    if shown.total() > len(shown):
        warnings.append(f"{shown.total() - len(shown)} lembar menunjuk isi lembar lain dan tidak dibaca lagi.")
    if not found:
        raise ReadError(name, "Tidak ada isi yang terlihat di lembar mana pun.", EMPTY)
    return Document(name, sha256(path), "xlsx", tuple(found), peringatan=tuple(warnings))


UNCALCULATED = "rumus belum dihitung"
"""What a warning says of formulas without a stored result."""
EMPTY = "Periksa apakah lembar, baris atau kolomnya tersembunyi, lalu simpan ulang."


def _context(package: Package, root: etree._Element, relations: dict[str, Relationship]) -> Context:
    parts = {relation.kind: relation.target for relation in relations.values() if relation.target in package.members}
    strings: list[str] = []
    if "sharedStrings" in parts:
        strings = [string_text(item) for item in package.xml(parts["sharedStrings"]) if local(item) == "si"]
    styles = package.xml(parts["styles"]) if "styles" in parts else None
    theme = package.xml(parts["theme"]) if "theme" in parts else None
    properties = root.find("{*}workbookPr")
    epoch_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    return Context(strings, read_styles(styles, theme), epoch_1904)


def _sheets(root: etree._Element, relations: dict[str, Relationship]) -> list[tuple[str, str, bool]]:
    """(name, part, hidden) of the worksheets in the order of their tabs; charts are no worksheets."""
    sheets = []
    for item in root.iterfind("{*}sheets/{*}sheet"):
        relation = relations.get(item.get(_RELATION_ID, ""))
        if relation is not None and relation.kind == "worksheet":
            sheets.append((item.get("name", ""), relation.target, item.get("state", "visible") != "visible"))
    return sheets


def _sheet(package: Package, part: str, context: Context, name: str) -> Sheet:
    try:
        return read_sheet(package.read(part), context)
    except etree.XMLSyntaxError:
        raise ReadError(
            name, f"Bagian “{part}” bukan XML yang benar.", "Buka berkas di Excel, simpan ulang, lalu coba lagi."
        ) from None


def _shapes(package: Package, part: str, name: str, title: str) -> list[Paragraph]:
    """The texts of drawn boxes (performance trees are often drawn), by the row and column where each box begins."""
    placed: list[tuple[int, int, str]] = []
    for relation in package.relationships(part).values():
        if relation.kind != "drawing" or relation.target not in package.members:
            continue
        for anchor in package.xml(relation.target):
            row, column = (_count(anchor.findtext(f"{{*}}from/{{*}}{part}")) + 1 for part in ("row", "col"))
            # The fallback for old programs repeats what the choice says.
            for fallback in list(anchor.iter("{*}Fallback")):
                fallback.clear()
            for body in anchor.iter("{*}txBody"):
                lines = ["".join(t.text or "" for t in line.iter("{*}t")).strip() for line in body.iterfind("{*}p")]
                text = "\n".join(line for line in lines if line)
                if text:
                    placed.append((row, column, text))
    return [
        Paragraph(text, Location(name, lembar=title, baris=row, kolom=letters(column)))
        for row, column, text in sorted(placed, key=lambda entry: entry[:2])
    ]


def _count(text: str | None) -> int:
    return int(text) if text is not None and text.strip().isdecimal() and len(text) < 9 else 0


def sheet_warnings(sheet: Sheet, title: str, shapes: int) -> list[str]:
    """What a reader should know of a sheet: hidden parts, formulas without a value, drawn boxes."""
    warnings = []
    visible_text = [place for place, value in sheet.cells.items() if value.text]
    rows = sorted({row for row, _ in visible_text if row in sheet.hidden_rows})
    columns = sorted({column for _, column in visible_text if sheet.column_hidden(column)})
    if rows:
        warnings.append(f"Lembar “{title}”: {_list([str(r) for r in rows], 'baris')} tersembunyi dan tidak dibaca.")
    if columns:
        warnings.append(
            f"Lembar “{title}”: {_list([letters(c) for c in columns], 'kolom')} tersembunyi dan tidak dibaca."
        )
    uncalculated, errors = (
        [f"{letters(column)}{row}" for row, column in places if not sheet.hidden((row, column))]
        for places in (sheet.uncalculated, sheet.errors)
    )
    if uncalculated:
        warnings.append(
            f"Lembar “{title}”: {UNCALCULATED} di {_list(uncalculated, 'sel')}; buka di Excel, simpan, lalu coba lagi."
        )
    if errors:
        warnings.append(f"Lembar “{title}”: rumus menghasilkan galat di {_list(errors, 'sel')}.")
    if shapes:
        warnings.append(f"Lembar “{title}”: {shapes} kotak gambar dibaca sebagai teks; panah antarkotak tidak terbaca.")
    if sheet.full:
        warnings.append(f"Lembar “{title}” terlalu besar; hanya sebagian awalnya yang dibaca.")
    return warnings


def _list(places: list[str], what: str) -> str:
    shown = ", ".join(places[:_SHOWN])
    return f"{what} {shown}" + (f" dan {len(places) - _SHOWN} lainnya" if len(places) > _SHOWN else "")
