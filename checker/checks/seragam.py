"""Figures of the annual report against each other: one indikator in several tables, and claims that all went well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from saksama.checker import matching
from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    Verdict,
    check,
    judge,
    least,
    missing,
    not_applicable,
)
from saksama.checker.checks.rujukan import Item, of_year, same_value
from saksama.checker.run import Keyakinan
from saksama.checker.submission import Naskah
from saksama.parsers.numbers import is_blank, parse_number

TABLES = ("rencana", "capaian", "riwayat")
"""The tables of a report that give an indikator's figures: those that only set targets, those with results,
and those of results against last year's."""
_LABEL = re.compile(r"tabel\s*[\w.,\-]*\d\w*", re.IGNORECASE)


class Seragam(Params, frozen=True):
    """kolom: columns whose figures must be the same in every table, and what to call them; turunan: columns computed
    from the others, reported only where these agree; mirip: likeness of the indikator."""

    kolom: dict[str, str]
    turunan: tuple[str, ...] = ("capaian",)
    mirip: float = 90.0


class Baris(Item, frozen=True):
    """One figure of an indikator in one table."""

    tabel: str | None
    halaman: int | None
    capaian: str | None = None

    def where(self) -> str:
        """The table in words: its number and page, as far as these are known."""
        label = _LABEL.match(self.tabel or "")
        words = [" ".join(label[0].split())] if label else []
        words += [f"halaman {self.halaman}"] if self.halaman else []
        return ", ".join(words) or "tabel lain"


@check("angka_seragam", "naskah", values=("indikator", "kolom", "nilai"))
def angka_seragam(case: Case, params: Seragam) -> Verdict:
    """Target, realisasi dan capaian satu indikator untuk satu tahun harus sama di semua tabel laporan."""
    assert case.naskah is not None
    groups = _groups(case.naskah, params)
    if not groups:
        return missing("Tabel capaian tidak dikenali.")
    if all(len({one.table for one in rows}) < 2 for _, rows in groups):
        return not_applicable("Setiap indikator hanya ada pada satu tabel.")
    return judge(offence for label, rows in groups for offence in _offences(label, rows, params))


def _groups(naskah: Naskah, params: Seragam) -> list[tuple[str, list[Baris]]]:
    """The figures by indikator; two rows of one table belong together only when they are worded alike."""
    groups = _Groups(params.mirip)
    for part in naskah.parts:
        for name in TABLES:
            for index, row in enumerate(getattr(part.isi, name)):
                if not row.indikator:
                    continue
                found = [
                    Baris(
                        row.indikator,
                        value,
                        part,
                        f"{name}.{index}.{column}",
                        column,
                        row.tabel,
                        row.halaman,
                        row.capaian if column == "realisasi" else None,
                    )
                    for column in params.kolom
                    # Against last year's results, the percentage is one of these, not of the target.
                    if not (name == "riwayat" and column in params.turunan)
                    and of_year(row, column, part.isi.tahun)
                    and _is_figure(value := getattr(row, column))
                ]
                if found:
                    groups.home(found[0]).extend(found)
    return groups.all


def _is_figure(value: str | None) -> bool:
    return not is_blank(value) and parse_number(value) is not None


class _Groups:
    """Rows by indikator, as they come."""

    def __init__(self, threshold: float) -> None:
        self.all: list[tuple[str, list[Baris]]] = []
        self._labels = matching.Gathered()
        self._threshold = threshold

    def home(self, row: Baris) -> list[Baris]:
        """The group that a row belongs to; a new one when none fits."""
        wanted = matching.normal(row.label)
        best, home = self._threshold, None
        for number in sorted(self._labels.candidates(row.label, self._threshold)):
            label, rows = self.all[number]
            score = matching.likeness(label, row.label)
            beside = any(one.table == row.table and matching.normal(one.label) != wanted for one in rows)
            if score >= best and not beside:
                best, home = score, rows
            if score == 100:
                break
        if home is None:
            home = []
            self.all.append((row.label, home))
            self._labels.add(row.label)
        return home


def _offences(label: str, rows: Sequence[Baris], params: Seragam) -> Iterator[Offence]:
    """One offence for each column that differs; a computed column only when what it is computed from agrees."""
    differing = False
    for column in sorted(params.kolom, key=params.turunan.count):
        if differing and column in params.turunan:
            continue
        items = _disagreeing([row for row in rows if row.kolom == column])
        if not items:
            continue
        differing = True
        shown: dict[str, Baris] = {}
        for item in items:
            shown.setdefault(item.value, item)
        values = {
            "indikator": label,
            "kolom": params.kolom[column],
            "nilai": " dan ".join(f"{value} ({item.where()})" for value, item in shown.items()),
        }
        yield Offence(values, tuple(item.bukti() for item in items), label, column, _confidence(items, rows))


def _disagreeing(items: Sequence[Baris]) -> list[Baris]:
    """One item of the first table and those of other tables that share no figure with it; [] when all agree.

    A table may give an indikator several figures (parts of it); it agrees when one of them is the other table's.
    """
    tables: dict[object, list[Baris]] = {}
    for item in items:
        tables.setdefault(item.table, []).append(item)
    first, *others = list(tables.values()) or [[]]
    apart = [other[0] for other in others if not any(_agree(one, two) for one in first for two in other)]
    return [first[0], *apart] if apart else []


def _agree(one: Baris, two: Baris) -> bool:
    """Equal figures; a column named after what was achieved may hold the percentage where another has the figure."""
    pairs = [(one.value, two.value), (one.value, two.capaian), (one.capaian, two.value)]
    return any(same_value(a, b, 0.005) is not False for a, b in pairs if a is not None and b is not None)


def _confidence(items: Sequence[Baris], rows: Sequence[Baris]) -> Keyakinan:
    """rendah where a figure was read with doubt, sedang where the wordings or the number of rows leave room for it."""
    read: list[Keyakinan] = [
        "rendah" if {item.path, item.path.rpartition(".")[0]} & item.part.record.ragu.keys() else "tinggi"
        for item in items
    ]
    first, *others = (matching.normal(item.label) for item in items)
    single = all(sum(one.table == item.table and one.kolom == item.kolom for one in rows) == 1 for item in items)
    return least("tinggi" if first in others and single else "sedang", *read)
