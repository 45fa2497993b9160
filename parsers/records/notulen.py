"""notulen: the minutes of a monitoring meeting, cut into capaian, rekomendasi, upaya and tindak lanjut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from saksama.parsers.dates import parse_date, triwulan_of
from saksama.parsers.model import Cell, Document, Line, Location, Table
from saksama.parsers.numbers import is_blank
from saksama.parsers.outline import Node, entries, outline, read_marker
from saksama.parsers.records.header import find_nomor, find_unit, find_year, pieces, place_date
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import Column, RoleTable, flow, read_parts

_FIELDS = ("capaian", "rekomendasi", "upaya", "tindak_lanjut")
_OTHER = "lain"
_TOGETHER = (
    r"(?:(?:kesimpulan|simpulan|permasalahan|masalah|kendala|hambatan|target|realisasi|evaluasi|analisis|catatan|hasil)"
    r"\s*(?:,|/|&|dan|serta)\s*)*"
)
"""Other parts that a label names first ("Kesimpulan dan rekomendasi", "Kendala/solusi")."""
_LABELS = {
    "tindak_lanjut": (
        r"(?:rencana |uraian |hasil |pemantauan |realisasi |status |evaluasi |upaya )*(?:aksi )?tindak ?lanjut|rtl\b"
    ),
    "rekomendasi": rf"{_TOGETHER}(?:rekomendasi|saran\b|masukan|arahan|usulan)",
    "upaya": (
        rf"{_TOGETHER}(?:upaya|(?:langkah(?:[- ]langkah)? |rencana |solusi )?perbaikan|solusi|langkah[- ]langkah)"
    ),
    "capaian": (
        rf"{_TOGETHER}(?:analisis |hasil |evaluasi |pembahasan |progres |paparan |perkembangan )*(?:pen)?capaian|"
        r"hasil (?:monitoring|pemantauan|pengukuran)"
    ),
    _OTHER: (
        r"agenda|hari\b|tanggal|waktu|tempat|pimpinan|pemimpin|peserta|pembukaan|pendahuluan|penutup|"
        r"kesimpulan|dokumentasi|kendala|hambatan|permasalahan|faktor|"
        r"dasar|tautan|link|pic\b|batas waktu|penjelasan|realisasi|notulis|mengetahui|susunan|acara|"
        r"daftar hadir|lain[- ]lain|jalannya|pembahasan|sasaran|resume|penanggung jawab"
    ),
}
_LABEL = {field: re.compile(rf"^(?:{words})", re.IGNORECASE) for field, words in _LABELS.items()}
_PERIOD = re.compile(
    r"(?:triwulan(?:an)?|tw|semester)\s*[ivx\d]*|tahun\s+(?:anggaran\s+)?\d{4}|s\.?d\.?|\(.*?\)", re.IGNORECASE
)
_DAY = re.compile(r"(?:hari\s*[/,]?\s*)?(?:tanggal|tgl)\b", re.IGNORECASE)
_HEAD = 15


class _Section(msgspec.Struct):
    """The part that is being read: its field, the level of its label, and the nodes so far."""

    field: str | None = None
    level: int = 0
    doubt: str | None = None
    nodes: list[Node] = []


def extract(document: Document) -> tuple[Record, ...]:
    """The one set of minutes of a document.

    Each list holds the entries below a heading or label of that part, or of a column so named; a row of a performance
    table gives "indikator - capaian". Directions of the chair ("arahan") count as rekomendasi, with a ragu reason.
    """
    found: dict[str, list[At]] = {field: [] for field in _FIELDS}
    section = _Section()
    buffer: list[Line] = []
    for block in document.blocks:
        if isinstance(block, Table):
            _read(outline(buffer), section, found)
            buffer = []
            _read_table(block, section, found)
        else:
            buffer.append(_line(block))
    _read(outline(buffer), section, found)
    _close(section, found)
    missing = [field.replace("_", " ") for field in _FIELDS if not found[field]]
    warnings = [f"Bagian yang tidak ditemukan dalam notulen: {', '.join(missing)}."] if missing else []
    date = _date(document)
    tree: dict[str, Any] = {
        "unit": find_unit(document),
        "tahun": find_year(document),
        "nomor": find_nomor(document),
        "tanggal": date,
        "triwulan": _quarter(document, date),
        **found,
    }
    return (build("notulen", tree, Location(document.berkas), warnings),)


def _line(block: Any) -> Line:
    number = getattr(block, "number", None)
    return Line(
        f"{number} {block.text}" if number else block.text, block.location, heading=getattr(block, "level", None)
    )


def _read(nodes: Sequence[Node], section: _Section, found: dict[str, list[At]]) -> None:
    """Nodes into the current section; a label closes it and opens the next."""
    for node in nodes:
        label = _label(node, section)
        if label is None:
            if section.field:
                section.nodes.append(node)
            continue
        _close(section, found)
        field, tail = label
        section.field, section.level = field, node.level
        section.doubt = "tertulis sebagai arahan, bukan rekomendasi" if re.match("arahan", node.text, re.I) else None
        if tail:
            section.nodes.append(Node(tail, 0, node.location))


def _close(section: _Section, found: dict[str, list[At]]) -> None:
    if section.field in _FIELDS:
        texts = [node for node in section.nodes if re.search(r"\w", node.text) and not is_blank(node.text)]
        intro = [node for node in texts if node.marker or not node.text.endswith(":")]
        listed = any(node.marker for node in intro)
        for text, location in entries(intro) if listed else [(node.text, node.location) for node in intro]:
            found[section.field].append(At(text, location, section.doubt))
    section.field, section.nodes, section.doubt = None, [], None


def _label(node: Node, section: _Section) -> tuple[str, str] | None:
    """The part that a line opens and what it says behind its colon; None for a line of text."""
    numbered = read_marker(node.text) if node.heading is not None else None
    text = numbered[1] if numbered else node.text
    field = next((field for field, words in _LABEL.items() if words.match(text)), None)
    if field is None:
        return None
    head, colon, tail = text.partition(":")
    plain = " ".join(_PERIOD.sub(" ", head).split())
    longest = 16 if colon else 9
    if len(plain.split()) > longest or re.search(r"\d", plain) or (not colon and re.search(r"[.;,]$", plain)):
        return None
    inside = section.field is not None and node.marker is not None and node.level > section.level
    # What is discussed has parts of its own; an entry of a part is rather a sentence that begins like a label.
    if inside and not colon and len(plain.split()) > (6 if section.field == _OTHER else 3):
        return None
    return field, tail.strip()


def _read_table(table: Table, section: _Section, found: dict[str, list[At]]) -> None:
    """A table: rows below a recognised header by their columns, everything else as text cell by cell."""
    parts = read_parts(table)
    before = section.field
    for index in range(table.n_rows):
        part = next((p for p in parts if p.header_rows[0] <= index < p.end_row), None)
        cells = list(
            {id(cell): cell for cell in table.grid[index] if cell and cell.row == index and cell.text.strip()}.values()
        )
        if (labelled := _labelled(cells, part, section)) is not None:
            _close(section, found)
            section.field = labelled[0]
            for cell in labelled[1]:
                section.nodes += outline([Line(cell.text, cell.location, in_table=True)])
            _close(section, found)
            continue
        if part and len(cells) > 2:
            _close(section, found)
            if index >= part.first_row:
                _read_row(part, index, found)
            continue
        for cell in cells:
            _read(outline([Line(cell.text, cell.location, in_table=True)]), section, found)
    if section.field != before:
        _close(section, found)


def _labelled(
    cells: Sequence[Cell], part: RoleTable | None, section: _Section
) -> tuple[str | None, Sequence[Cell]] | None:
    """The part that a row of a form names in one cell and the cells that fill it; None for any other row.

    A table whose columns are the parts is no such form.
    """
    if part and (part.column("indikator") or any(columns for _, columns in _list_columns(part))):
        return None
    for index, cell in enumerate(cells[:2]):
        nodes = outline([Line(cell.text, cell.location, in_table=True)])
        label = _label(nodes[0], section) if len(nodes) == 1 and index + 1 < len(cells) else None
        if label is not None and not label[1] and label[0] in _FIELDS:
            return label[0], cells[index + 1 :]
    return None


def _read_row(part: RoleTable, index: int, found: dict[str, list[At]]) -> None:
    row = next((row for row in part.rows() if row.index == index), None)
    if row is None:
        return
    indikator = row.at("indikator")
    capaian = next((at for role in ("capaian", "realisasi") if (at := row.at(role)).value), At(None))
    if indikator.value and capaian.value and not is_blank(str(capaian.value)):
        found["capaian"].append(At(f"{indikator.value} - {capaian.value}", capaian.location))
    for field, columns in _list_columns(part):
        for column in columns:
            cell = row.cell(column)
            if cell and cell.row == index and not is_blank(cell.text):
                found[field] += [
                    At(text, place) for text, place in entries(outline([Line(cell.text, cell.location)])) if flow(text)
                ]


def _list_columns(part: RoleTable) -> Iterable[tuple[str, list[Column]]]:
    for field in ("rekomendasi", "upaya", "tindak_lanjut"):
        yield field, [column for column in part.columns if _LABEL[field].match(column.title)]


_ON_PERFORMANCE = re.compile(r"monitoring|monev|evaluasi|kinerja|capaian|sakip", re.IGNORECASE)
_AFTER = {1: 4, 4: 1, 7: 2, 10: 3, 12: 4}
"""Month of a meeting -> the quarter it looks back on; other months tell nothing."""


def _quarter(document: Document, date: At | None) -> At | None:
    """The quarter that the head names, else the file's name, else that before the month of a meeting on performance."""
    head = pieces(document)[:_HEAD]
    for line in head:
        quarter = triwulan_of(line.text)
        if quarter is not None:
            return At(quarter, line.location)
    here = Location(document.berkas)
    if (quarter := triwulan_of(document.berkas.replace("_", " "))) is not None:
        return At(quarter, here, "triwulan diambil dari nama berkas")
    month = int(str(date.value)[5:7]) if date else 0
    about = any(_ON_PERFORMANCE.search(line.text) for line in head)
    quarter = _AFTER.get(month) if about else None
    return At(quarter, date.location, "triwulan disimpulkan dari bulan rapat") if date and quarter else None


def _date(document: Document) -> At | None:
    lines = pieces(document)
    for index, line in enumerate(lines[: 2 * _HEAD]):
        if _DAY.search(line.text) and len(line.text) < 160:
            for text in (line.text, *(below.text for below in lines[index + 1 : index + 3])):
                if date := parse_date(text):
                    return At(date.isoformat(), line.location)
    placed = place_date(document)
    return placed[1] if placed else None
