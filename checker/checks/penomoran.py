"""The numbering of lists, table rows and table captions: does it run on without gaps and repeats?

What stands between two items may be unread or stand elsewhere on the page, so a number counts as left out only where
it is printed nowhere in between, and a list is judged only after it has counted on regularly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from saksama.checker import matching
from saksama.checker.checks.base import Offence, place
from saksama.parsers.model import Cell, Document, Line, Table

_ITEM = re.compile(r"\s*(?P<buka>\(?)(?P<nomor>\d{1,2}|[A-Za-z])(?P<tutup>\)|\.)\s*(?=[^\W\d_]{2})")
_SECTION = re.compile(r"\s*(?:BAB\s+[IVX\d]+\b|\d{1,2}\s?\.\s?\d{1,2}\b)")
_CAPTION = re.compile(
    r"\s*tabel\s+(?P<nomor>\d{1,2}(?:\s?[.,-]\s?\d{1,2})?|[IVX]+\s?[.,-]\s?\d{1,2})\s*[.:]?\s*(?P<judul>.*)",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"\W*lampiran\s+(\d{1,2})\b(?!\s*[.\d]*\d)", re.IGNORECASE)
_APART = 3
"""How many lines one entry of a list of appendices may take."""
_ALIGNED = 14.0
"""How far apart (points) the left edges of two items of one list may be."""
_LONGEST_CAPTION = 200
_CONTINUED = re.compile(r"lanjutan|sambungan", re.IGNORECASE)


class Butir(msgspec.Struct, frozen=True):
    """An item of a list: its printed number, what it counts as, its manner ("(1)", "a.") and its place in the text."""

    cetak: str
    urut: int
    gaya: str
    kiri: float | None
    baris: int
    line: Line


class Daftar(msgspec.Struct):
    """A list as far as it has been read: its last item, and how many have counted on regularly."""

    akhir: Butir
    banyak: int = 1


def lists(document: Document) -> Iterator[Offence]:
    """Items of lists in running text that repeat a number, leave one out, or begin behind the first."""
    # In recognised text a misread number looks like one left out.
    recognised = {page.number for page in document.pages if page.scanned}
    lines = [line for line in document.lines if not line.in_table and line.location.halaman not in recognised]
    items = [item for index, line in enumerate(lines) if (item := _item(index, line))]
    for index, item, cause in _breaks(lines, items):
        after = next((other for other in items[index + 1 :] if _same(item, other)), None)
        goes_on = after is not None and after.urut == item.urut + 1
        # A last item may be another list's; where the list goes on from it, it belongs there.
        if goes_on or cause.startswith("muncul"):
            quote = " ".join(item.line.text.split())[:120]
            values = {"bab": f"Nomor {item.cetak} pada daftar (“{quote[:60]}”)", "sebab": cause}
            yield Offence(values, (place(item.line.location, document.berkas, quote),), quote, "daftar", "sedang")


def _item(index: int, line: Line) -> Butir | None:
    found = _ITEM.match(line.text)
    if found is None or _SECTION.match(line.text):
        return None
    label = found["nomor"]
    number = int(label) if label.isdigit() else ord(label.casefold()) - ord("a") + 1
    manner = "1" if label.isdigit() else "A" if label.isupper() else "a"
    left = line.location.kotak[0] if line.location.kotak else None
    return Butir(label, number, f"{found['buka']}{manner}{found['tutup']}", left, index, line)


def _breaks(lines: Sequence[Line], items: Sequence[Butir]) -> Iterator[tuple[int, Butir, str]]:
    """The items that do not follow the list they seem to belong to, with what is wrong."""
    open_lists: list[Daftar] = []
    before: set[tuple[str, int]] = set()
    section = 0
    for index, item in enumerate(items):
        start = max((n for n in range(section, item.baris) if _starts_section(lines[n])), default=-1)
        if start >= 0:
            # Lettered parts (A. B. C.) may hold numbered sections; other lists end where a section begins.
            before = {(one.akhir.gaya, one.akhir.urut) for one in open_lists}
            open_lists = [one for one in open_lists if one.akhir.gaya.startswith("A")]
            section = start + 1
        home = _home(open_lists, item)
        if home is not None:
            del open_lists[open_lists.index(home) + 1 :]
            home.akhir, home.banyak = item, home.banyak + 1
            continue
        alike = [one for one in open_lists if _same(one.akhir, item)]
        between = [line.text for line in lines[alike[-1].akhir.baris if alike else section : item.baris]]
        cause = _cause(alike[-1] if alike else None, item, between, before)
        if cause is not None:
            yield index, item, cause
        if alike and cause and item.urut > 1:
            alike[-1].akhir = item
        else:
            open_lists.append(Daftar(item))


def _starts_section(line: Line) -> bool:
    return line.heading == 1 or _SECTION.match(line.text) is not None


def _home(open_lists: Sequence[Daftar], item: Butir) -> Daftar | None:
    """The open list that an item goes on with: of its manner, and standing above it if possible."""
    going_on = [one for one in reversed(open_lists) if one.akhir.gaya == item.gaya and item.urut == one.akhir.urut + 1]
    return next((one for one in going_on if _same(one.akhir, item)), going_on[0] if going_on else None)


def _same(one: Butir, two: Butir) -> bool:
    """Whether two items may belong to one list: numbered in one manner, and standing below each other."""
    if one.gaya != two.gaya:
        return False
    return one.kiri is None or two.kiri is None or abs(one.kiri - two.kiri) <= _ALIGNED


def _cause(last: Daftar | None, item: Butir, between: Sequence[str], before: set[tuple[str, int]]) -> str | None:
    """What is wrong with an item that follows no open list; None where it may belong to another."""
    if item.urut == 1 or item.gaya.strip("(")[0] == "A":
        return None
    if last is not None and last.banyak >= 3 and item.urut == last.akhir.urut:
        same = matching.normal(item.line.text) == matching.normal(last.akhir.line.text)
        return None if same else "muncul dua kali"
    left_out = chr(ord(item.cetak) - 1) if item.cetak.isalpha() else str(item.urut - 1)
    if any(re.search(rf"(?<![\w.]){left_out}\s?[.)]", text) for text in between):
        return None
    if last is not None and last.banyak >= 2 and item.urut == last.akhir.urut + 2:
        return f"datang langsung setelah {last.akhir.cetak}"
    # Without places on a page, the number of an automatic list may go on from anywhere.
    starts = item.kiri is not None and (last is None or item.urut < last.akhir.urut)
    if starts and item.urut <= _LATEST_START and (item.gaya, item.urut - 1) not in before:
        return "mengawali daftar, nomor sebelumnya tidak ada"
    return None


_LATEST_START = 6
"""A list that seems to begin later than this rather goes on from one that was not recognised."""


def tables(document: Document) -> Iterator[Offence]:
    """Tables whose numbers or letters leave one out, or give one twice, between neighbouring rows of one page."""
    for table in document.tables:
        for column in range(min(table.n_columns, 2)):
            cells = sorted((cell for cell in table.cells if cell.column == column), key=lambda cell: cell.row)
            for alphabet in (False, True):
                labels = [
                    (number, cell)
                    for cell in cells
                    if (number := _letter(cell.text) if alphabet else _number(cell.text, column)) is not None
                    and not _counts_columns(table, cell)
                ]
                for run in _runs(labels):
                    yield from _row_break(table, run, alphabet, document.berkas)


def _number(text: str, column: int) -> int | None:
    found = re.fullmatch(r"\s*(\d{1,3})\s?[.)]?\s*", text) if column == 0 else None
    return int(found[1]) if found else None


def _letter(text: str) -> int | None:
    found = re.match(r"\s*([a-z])\s?[.)]\s+(?=[^\W\d_])", text)
    return ord(found[1]) - ord("a") + 1 if found else None


def _counts_columns(table: Table, cell: Cell) -> bool:
    """Whether a cell stands in the row that numbers the columns (1 2 3 4)."""
    row = [other.text.strip(" ().") for other in table.cells if other.row == cell.row and other.text.strip()]
    return len(row) > 2 and all(text[:1].isdigit() and len(text) < 12 for text in row) and row[:2] == ["1", "2"]


def _runs(labels: Sequence[tuple[int, Cell]]) -> Iterator[list[tuple[int, Cell]]]:
    """The labels cut where they begin again with 1."""
    run: list[tuple[int, Cell]] = []
    for label in labels:
        if label[0] == 1 and run:
            yield run
            run = []
        run.append(label)
    yield run


def _row_break(table: Table, run: Sequence[tuple[int, Cell]], alphabet: bool, berkas: str) -> Iterator[Offence]:
    steps = [(before, after) for before, after in pairwise(run) if after[0] != before[0] + 1]
    if len(run) < 3 or run[0][0] != 1 or len(steps) != 1:
        return
    (before, above), (after, cell) = steps[0]
    if cell.row != above.row + above.rowspan or cell.location.halaman != above.location.halaman:
        # A row in between without a number may have lost it in reading; a new page may repeat a row.
        return
    if after == before + 2 and len(run) > 3:
        cause = f"datang langsung setelah nomor {_printed(before, alphabet)}"
    elif after == before and before > 1:
        cause = "muncul dua kali"
    else:
        return
    row = " ".join(other.text for other in table.cells if other.row == cell.row)[:120]
    values = {"bab": f"Nomor {_printed(after, alphabet)} pada tabel", "sebab": cause}
    yield Offence(values, (place(cell.location, berkas, row),), row, "tabel", "sedang")


def _printed(number: int, alphabet: bool) -> str:
    return chr(ord("a") + number - 1) if alphabet else str(number)


def captions(document: Document) -> Iterator[Offence]:
    """Two tables of one number under different titles."""
    seen: dict[str, str] = {}
    lines = [line for line in document.lines if not line.in_table]
    for line, after in pairwise([*lines, None]):
        found = _CAPTION.fullmatch(line.text) if line else None
        if line is None or found is None or len(line.text) > _LONGEST_CAPTION:
            continue
        title = found["judul"] or (after.text if after else "")
        if not title[:1].isupper() or re.search(r"[.…]{4}|\s\d{1,3}$", line.text):
            continue
        number = re.sub(r"\s?[.,-]\s?", ".", found["nomor"]).upper()
        earlier = seen.setdefault(number, title)
        if matching.likeness(earlier, title) < 80 and not _CONTINUED.search(title):
            seen[number] = title
            values = {"bab": f"Tabel {number}", "sebab": f"muncul dua kali (“{earlier[:70]}” dan “{title[:70]}”)"}
            places = (place(line.location, document.berkas, line.text[:120]),)
            yield Offence(values, places, f"tabel {number} {title[:80]}", "judul tabel", "sedang")


def appendices(document: Document) -> Iterator[Offence]:
    """A list of appendices ("Lampiran 1 ...") that counts on regularly but for one number, named nowhere else."""
    entries: list[tuple[int, int, Line]] = []
    for index, line in enumerate(document.lines):
        if (found := _APPENDIX.match(line.text)) and len(line.text) <= _LONGEST_CAPTION:
            entries.append((int(found[1]), index, line))
    run: list[tuple[int, int, Line]] = []
    for entry in [*entries, (1, 10**9, None)]:
        if run and (entry[1] - run[-1][1] > _APART or entry[0] <= run[-1][0]):
            yield from _appendix_gap(document, run)
            run = []
        if entry[2] is not None:
            run.append((entry[0], entry[1], entry[2]))


def _appendix_gap(document: Document, run: Sequence[tuple[int, int, Line]]) -> Iterator[Offence]:
    gaps = [(before[0], after) for before, after in pairwise(run) if after[0] != before[0] + 1]
    if len(run) < 4 or run[0][0] != 1 or len(gaps) != 1 or gaps[0][1][0] != gaps[0][0] + 2:
        return
    before, (number, _, line) = gaps[0]
    if re.search(rf"\blampiran\s+{before + 1}\b", document.text, re.IGNORECASE):
        return
    values = {"bab": f"Lampiran {number} pada daftar lampiran", "sebab": f"datang langsung setelah Lampiran {before}"}
    yield Offence(
        values, (place(line.location, document.berkas, line.text[:120]),), line.text[:120], "daftar", "sedang"
    )
