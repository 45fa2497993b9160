"""Where a rule that compares documents finds its figures: kinds, tables and columns named in rule files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from saksama.checker.checks.base import evidence, unknown_fields
from saksama.checker.checks.isian import is_empty
from saksama.checker.matching import normal
from saksama.checker.run import BuktiTemuan
from saksama.checker.submission import Part, Submission
from saksama.parsers.numbers import canonical_unit, is_blank, parse_number, predicate_grade
from saksama.parsers.records.types import Tingkat

_OF_PLAN = re.compile(
    r"renstra|rpjm|akhir|jangka menengah|(?:s\s*[./]?\s*d\.?|sampai dengan)\s*(?:tahun\s*)?\d{4}", re.I
)
"""Titles of columns whose figures are not the year's: the plan's, or those of several years together."""


class Rujukan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column of a table in documents of a kind.

    tabel may name several tables joined by "|": all count. kolom may name several columns: the first filled one counts.
    geser: the documents' year against the year under evaluation. tingkat: agreements of these levels only.
    dari_tahun: the column holds figures by year, and that of the year (plus this shift) counts; terakhir: its last.
    """

    jenis: tuple[str, ...]
    tabel: str
    kolom: str
    label: str = "indikator"
    geser: int | None = 0
    tingkat: tuple[Tingkat, ...] = ()
    dari_tahun: int | None = None
    triwulan_dokumen: tuple[int | None, ...] = ()
    nama: str = ""

    def problems(self) -> Iterable[str]:
        """Names of tables and columns that no record of these kinds has."""
        columns = (*self.kolom.split("|"), *self.label.split("|"))
        return unknown_fields(self.jenis, *(f"{table}.{name}" for table in self.tabel.split("|") for name in columns))


class Item(msgspec.Struct, frozen=True):
    """One value found: its label (the indikator), printed text, and where."""

    label: str
    value: str
    part: Part
    path: str
    kolom: str

    def bukti(self) -> BuktiTemuan:
        """The place as evidence."""
        return evidence(self.part, self.path, self.value, self.kolom)

    @property
    def row(self) -> Any:
        """The row of the record that holds the value."""
        table, index = self.path.split(".")[:2]
        return getattr(self.part.isi, table)[int(index)]

    @property
    def table(self) -> tuple[object, ...]:
        """What tells the table from others: file and record, its title where it has one, else its page."""
        title, page = getattr(self.row, "tabel", None), getattr(self.row, "halaman", None)
        return id(self.part.record), self.path.split(".")[0], title or page

    @property
    def satuan(self) -> str | None:
        """The unit of the value in its usual spelling: printed with it, or that of its row."""
        number = parse_number(self.value)
        unit = (number.satuan if number else None) or getattr(self.row, "satuan", None)
        return canonical_unit(unit) or " ".join(unit.casefold().split()) if unit else None


def parts_of(rujukan: Rujukan, submission: Submission) -> list[Part]:
    """The records a reference means; an agreement that was changed is stood for by its Perubahan."""
    year = submission.tahun
    chosen = []
    for part in submission.parts(*rujukan.jenis):
        isi = part.isi
        if rujukan.geser is not None and year is not None and isi.tahun not in (None, year + rujukan.geser):
            continue
        if rujukan.tingkat and getattr(isi, "tingkat", None) not in (*rujukan.tingkat, None):
            continue
        if rujukan.triwulan_dokumen and getattr(isi, "triwulan", None) not in rujukan.triwulan_dokumen:
            continue
        chosen.append(part)
    changed = {part.role for part in chosen if getattr(part.isi, "perubahan", False)}
    return [part for part in chosen if part.role not in changed or part.isi.perubahan]


def items(rujukan: Rujukan, submission: Submission) -> list[Item]:
    """Every filled value a reference names, in document order."""
    return [
        item
        for part in parts_of(rujukan, submission)
        for table in rujukan.tabel.split("|")
        for item in rows_of(rujukan, part, table, submission.tahun)
    ]


def before_change(item: Item, rujukan: Rujukan, submission: Submission) -> list[Item]:
    """What the agreement said before it was changed, for an item of a changed one; [] for any other item."""
    if not getattr(item.part.isi, "perubahan", False):
        return []
    table = item.path.split(".")[0]
    return [
        one
        for part in submission.parts(*rujukan.jenis)
        if part.role == item.part.role and not part.isi.perubahan
        for one in rows_of(rujukan, part, table, submission.tahun)
        if normal(one.label) == normal(item.label)
    ]


def rows_of(rujukan: Rujukan, part: Part, table: str, year: int | None) -> Iterator[Item]:
    """The filled values of one table of a record, as a reference names them."""
    for index, row in enumerate(getattr(part.isi, table)):
        label = first_filled(row, rujukan.label.split("|"))
        if label is None:
            continue
        for name in rujukan.kolom.split("|"):
            if not of_year(row, name, part.isi.tahun):
                continue
            value, path = getattr(row, name), f"{table}.{index}.{name}"
            if isinstance(value, dict):
                key = _year_key(value, rujukan.dari_tahun, year)
                value, path = (value.get(key), f"{path}.{key}") if key else (None, path)
            if not _blank(value):
                yield Item(str(label), _printed(row, name, value), part, path, name)
                break


def of_year(row: Any, column: str, year: int | None) -> bool:
    """Whether a row's figure in a column is that of its document's year.

    Not so in a table about another year, and in a table that sets results against the plan: such a row holds the plan's
    target as its target, and the percentage of it, or what was realised over several years, under the column's title.
    """
    own = getattr(row, "tahun", None)
    if own is not None and year is not None and own != year:
        return False
    end = getattr(row, "target_akhir", None)
    if column in ("target", "capaian") and end is not None and end == row.target:
        return False
    value = getattr(row, column)
    # Where a cell listed the figures of several rows, the column's text is still whole.
    return not any(
        (text == value or (value and value in text.split())) and _OF_PLAN.search(title)
        for title, text in getattr(row, "lain", {}).items()
    )


def first_filled(row: Any, names: Sequence[str]) -> Any:
    """The first of several columns that is filled in a row."""
    return next((getattr(row, name) for name in names if not is_empty(getattr(row, name))), None)


def _year_key(values: dict[str, str | None], shift: int | None, year: int | None) -> str | None:
    if shift is None:
        return max((key for key, value in values.items() if not _blank(value)), default=None)
    return str(year + shift) if year is not None else None


def _blank(value: Any) -> bool:
    return is_blank(value) if isinstance(value, str) or value is None else False


def _printed(row: Any, name: str, value: Any) -> str:
    return str(getattr(row, f"{name}_teks", None) or value)


def same_figure(a: Item, b: Item, tolerance: float = 0.0) -> bool | None:
    """Whether two items hold the same figure; None when they cannot be compared (also: two figures in two units)."""
    same = same_value(a.value, b.value, tolerance)
    if same is False and a.satuan and b.satuan and a.satuan != b.satuan:
        return None
    return same


def same_value(a: str, b: str, tolerance: float = 0.0) -> bool | None:
    """Whether two printed values are equal; None when they cannot be compared (a number against words)."""
    x, y = parse_number(a), parse_number(b)
    if x is not None and y is not None:
        readings_a = [value for value in (x.nilai, x.lain) if value is not None]
        readings_b = [value for value in (y.nilai, y.lain) if value is not None]
        return any(abs(first - second) <= tolerance for first in readings_a for second in readings_b)
    if x is None and y is None:
        first, second = predicate_grade(a), predicate_grade(b)
        if first is not None and second is not None:
            return first == second
        return " ".join(a.casefold().split()) == " ".join(b.casefold().split())
    return None
