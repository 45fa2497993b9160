"""Numbers, dates, tables and records on arbitrary text and grids: nothing raises, what was printed stays."""

from __future__ import annotations

import math

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saksama.checker.assess import plain
from saksama.parsers import cells, dates, numbers
from saksama.parsers.classify import classify
from saksama.parsers.doubts import with_doubts
from saksama.parsers.headers import find_headers
from saksama.parsers.model import Cell, Document, Heading, Location, Paragraph, Table
from saksama.parsers.records.extract import extract
from saksama.parsers.records.types import JENIS
from saksama.parsers.stitch import stitch

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
WORDS = (
    "Sasaran", "Indikator Kinerja", "Target", "Realisasi", "Capaian", "Satuan", "Program", "Anggaran", "Triwulan I",
    "TW II", "No", "(1)", "1", "2", "3", "2024", "2025", "%", "100 %", "85,5", "Rp 1.000.000", "1.250.000,00", "-",
    "", "BAB I", "BAB III AKUNTABILITAS KINERJA", "PERJANJIAN KINERJA TAHUN 2024", "Nama : Siti", "Jabatan : Camat",
    "Dinas Contoh", "Meningkatnya mutu layanan", "Persentase layanan", "1. satu\n2. dua", "a. satu\nb. dua", "Jumlah",
    "Total", "Rekomendasi", "Bobot", "Nilai", "Kriteria", "Formulasi", "Sumber Data", "Kondisi Awal", "7.01.01.2.01",
    "Sukamaju, 2 Januari 2024", "NIP. 198001012005011001", "PIHAK PERTAMA", "Tindak Lanjut", "Bukti", "Tidak ada",
    "²", "٣٤", "½", "9" * 60, "14 = 7 + 13",
)  # fmt: skip
anything = st.text(max_size=60) | st.text(
    st.sampled_from("0123456789.,- ()%RpmMjutaIVX/:;=\n\t²٣½Åé•\u00a0"), max_size=40
)
phrases = st.lists(st.sampled_from(WORDS) | anything, max_size=4).map(" ".join)
texts = anything | st.sampled_from(WORDS) | phrases


@QUICK
@given(texts)
def test_numbers(text):
    found = numbers.parse_number(text)
    if found is not None:
        assert found.teks == text
        assert all(math.isfinite(float(value)) for value in (found.nilai, found.lain or 0))
        assert numbers.parse_number(found.teks) == found
    amount = numbers.parse_rupiah(text)
    assert amount is None or abs(amount) < 10**18
    target, unit = numbers.split_target(text)
    assert unit is None or unit in " ".join(text.split())
    assert "".join(target.split()) in "".join(text.split())
    assert numbers.scale_of(text) in (1, 10**3, 10**6, 10**9)
    numbers.predicate_grade(text)
    numbers.canonical_unit(text)
    numbers.whole_unit(text)
    assert not (numbers.is_blank(text) and found is not None)


@QUICK
@given(texts)
def test_dates(text):
    day = dates.parse_date(text)
    assert day is None or str(day.day) in "".join(str(int(c)) if c.isdecimal() else c for c in text)
    dates.find_place_date(text)
    assert all(1000 <= year <= 9999 for year in dates.find_years(text))
    assert dates.triwulan_of(text) in (None, 1, 2, 3, 4)


@QUICK
@given(st.lists(texts, min_size=1, max_size=4))
def test_cells(row):
    for text in row:
        for item in (*cells.split_items(text), *cells.listed(text)):
            assert set("".join(item.split())) <= set("".join(text.split()) + "-")
        cells.strip_number(text)
    assert all(len(line) == len(row) for line in cells.split_parallel(row))


@st.composite
def tables(draw, number=1):
    rows, columns = draw(st.integers(1, 7)), draw(st.integers(1, 8))
    taken, made = set(), []
    place = Location("acak.docx", tabel=number)
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken or (made and draw(st.integers(0, 12)) == 0):
                continue
            height, width = draw(st.sampled_from([(1, 1)] * 6 + [(2, 1), (1, 2), (2, 3)]))
            area = {
                (r, c) for r in range(row, min(row + height, rows)) for c in range(column, min(column + width, columns))
            }
            if area & taken:
                area = {(row, column)}
            taken |= area
            height, width = len({r for r, _ in area}), len({c for _, c in area})
            here = msgspec.structs.replace(place, baris=row + 1, kolom=str(column + 1))
            made.append(
                Cell(draw(texts), row, column, here, height, width, fill=draw(st.sampled_from([None, "FFFF00"])))
            )
    return Table(tuple(made), rows, columns, place, certain=draw(st.booleans()))


@st.composite
def documents(draw):
    here, blocks = Location("acak.docx"), []
    for number in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(["table", "table", "paragraph", "heading"]))
        if kind == "table":
            blocks.append(draw(tables(number + 1)))
        elif kind == "heading":
            blocks.append(Heading(draw(texts), draw(st.integers(1, 4)), here))
        else:
            blocks.append(Paragraph(draw(texts), here, bold=draw(st.booleans())))
    return Document("acak.docx", "0" * 64, "docx", tuple(blocks))


def words_of(document):
    return sorted("".join(line.text.split()) for line in document.lines if line.text.strip())


@FEW
@given(tables())
def test_headers(table):
    for header in find_headers(table):
        assert all(0 <= column.index < table.n_columns for column in header.columns if hasattr(column, "index"))


@FEW
@given(documents())
def test_tables_are_joined_without_loss_of_size(document):
    joined = stitch(document)
    for table in joined.tables:
        assert all(0 <= cell.row < table.n_rows and 0 <= cell.column < table.n_columns for cell in table.cells)
        table.grid  # noqa: B018  (built without error)
    assert len(joined.blocks) <= len(document.blocks)


@pytest.mark.parametrize("jenis", JENIS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_records_of_every_kind(jenis, document):
    classify(document)
    records = with_doubts(extract(jenis, document), document)
    msgspec.json.encode([plain(record.isi) for record in records])
