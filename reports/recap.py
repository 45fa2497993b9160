"""Many runs in one view: scores, findings by rule group, the commonest findings, progress against the year before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from saksama.checker.run import KEPARAHAN, Keparahan, Run
from saksama.reports import groups, marks
from saksama.reports.propername import proper

COMMON = 20
"""How many of the commonest rules are listed."""


class Baris(msgspec.Struct, frozen=True):
    """One unit and year. nilai and what hangs on it is None without a worksheet; lalu: the year before among the runs.

    kelompok: open findings of severity kritis or mayor by rule group, of groups of which any rule was decided; jumlah:
    open findings by severity; kunci: what the unit is known by in other years where its name alone may be written
    otherwise there.
    """

    sumber: str
    unit: str
    tahun: int | None
    nilai: Decimal | None
    predikat: str | None
    lantai: Decimal | None
    plafon: Decimal | None
    cakupan: Decimal | None
    dinilai: bool
    jumlah: dict[Keparahan, int]
    kelompok: dict[str, int]
    belum: int
    lalu: Decimal | None = None
    kunci: str = ""

    @property
    def tipis(self) -> bool:
        """Whether the value rests on few decided criteria and on no evaluator's answer."""
        return self.cakupan is not None and self.cakupan < marks.THIN and not self.dinilai

    @property
    def selisih(self) -> Decimal | None:
        """The value against the year before."""
        return self.nilai - self.lalu if self.nilai is not None and self.lalu is not None else None


class Tahun(msgspec.Struct, frozen=True):
    """The units of one year (None: unknown): average of their values, best and worst, how many rose and fell."""

    tahun: int | None
    baris: tuple[Baris, ...]
    rata: Decimal | None
    tertinggi: Baris | None
    terendah: Baris | None
    naik: int
    turun: int


class Tersering(msgspec.Struct, frozen=True):
    """A rule that fails in many units: in how many of them, and how many findings in all."""

    aturan: str
    judul: str
    keparahan: Keparahan
    unit: tuple[str, ...]
    temuan: int


class Gagal(msgspec.Struct, frozen=True):
    """A rule with open findings in one run, and how many."""

    aturan: str
    judul: str
    keparahan: Keparahan
    temuan: int


class Sekilas(msgspec.Struct, frozen=True):
    """All that the recap needs of one run: small, so that thousands of runs need not be held at once."""

    baris: Baris
    buku: str
    kerangka: str | None
    gagal: tuple[Gagal, ...]


class Rekap(msgspec.Struct, frozen=True):
    """All rows by unit and year, the rule groups that occur, the commonest findings, and what does not fit together."""

    baris: tuple[Baris, ...]
    kelompok: tuple[str, ...]
    tersering: tuple[Tersering, ...]
    peringatan: tuple[str, ...]


def recap(runs: Iterable[tuple[str, Run]]) -> Rekap:
    """Runs, each with the name of where it was kept, as one view; runs of one unit and year are all listed."""
    return combine([glance(source, run) for source, run in runs])


def glance(source: str, run: Run, kunci: str = "") -> Sekilas:
    """One run as the recap sees it; source: the name of where it is kept."""
    failed = tuple(
        Gagal(
            parts[0].aturan.id,
            parts[0].aturan.judul,
            parts[0].keparahan,
            sum(len(group.temuan) for group in parts),
        )
        for parts in groups.by_rule(run)
    )
    return Sekilas(_row(source, run, kunci), run.buku_aturan.sha256, run.lke.kerangka if run.lke else None, failed)


def combine(glances: Sequence[Sekilas], peringatan: Iterable[str] = ()) -> Rekap:
    """What was seen of many runs as one view; peringatan: what else must be told with it."""
    rows = sorted((one.baris for one in glances), key=lambda row: (row.unit.casefold(), row.tahun or 0))
    values = {(name, row.tahun): row.nilai for row in rows for name in (row.unit.casefold(), row.kunci) if name}

    def past(row: Baris) -> Decimal | None:
        before = (row.tahun or 0) - 1
        return values.get((row.kunci, before), values.get((row.unit.casefold(), before)))

    with_past = tuple(msgspec.structs.replace(row, lalu=past(row)) for row in rows)
    names = sorted({name for row in rows for name in row.kelompok})
    return Rekap(with_past, tuple(names), _common(glances), (*peringatan, *_warnings(glances, rows)))


def years(found: Rekap) -> list[Tahun]:
    """The rows by year, the latest first."""
    told = sorted({row.tahun or 0 for row in found.baris}, reverse=True)
    return [_year(year or None, [row for row in found.baris if (row.tahun or 0) == year]) for year in told]


def _year(year: int | None, rows: Sequence[Baris]) -> Tahun:
    valued = sorted((row for row in rows if row.nilai is not None), key=lambda row: row.nilai or Decimal(0))
    mean = sum((row.nilai or Decimal(0) for row in valued), Decimal(0)) / len(valued) if valued else None
    steps = [row.selisih for row in rows if row.selisih is not None]
    return Tahun(
        year,
        tuple(rows),
        mean,
        valued[-1] if len(valued) > 1 else None,
        valued[0] if len(valued) > 1 else None,
        sum(step > 0 for step in steps),
        sum(step < 0 for step in steps),
    )


def _row(source: str, run: Run, kunci: str) -> Baris:
    lke = run.lke
    value = marks.total(lke) if lke else None
    step = marks.predicate(lke, value) if lke and value is not None else None
    by_group: dict[str, int] = {}
    for item in run.hasil:
        if item.status not in ("lulus", "temuan"):
            continue
        name = item.aturan.partition("-")[0]
        by_group[name] = by_group.get(name, 0) + sum(
            finding.keparahan in ("kritis", "mayor") and not finding.pengecualian for finding in item.temuan
        )
    return Baris(
        sumber=source,
        unit=proper(run.unit) if run.unit else f"Unit tidak diketahui ({source})",
        tahun=run.tahun,
        nilai=value,
        predikat=step.kode if step else None,
        lantai=lke.lantai if lke else None,
        plafon=lke.plafon if lke else None,
        cakupan=lke.cakupan if lke else None,
        dinilai=marks.answered(lke) if lke else False,
        jumlah=groups.counts(run),
        kelompok=by_group,
        belum=sum(run.ringkasan.get(status, 0) for status in ("tidak_ada", "telaah_manual", "galat")),
        kunci=kunci,
    )


def _common(glances: Iterable[Sekilas]) -> tuple[Tersering, ...]:
    found: dict[str, Tersering] = {}
    for one in glances:
        unit = one.baris.unit
        for rule in one.gagal:
            known = found.get(rule.aturan) or Tersering(rule.aturan, rule.judul, rule.keparahan, (), 0)
            units = known.unit if unit in known.unit else (*known.unit, unit)
            found[rule.aturan] = msgspec.structs.replace(known, unit=units, temuan=known.temuan + rule.temuan)
    ordered = sorted(
        found.values(), key=lambda one: (-len(one.unit), KEPARAHAN.index(one.keparahan), -one.temuan, one.aturan)
    )
    return tuple(ordered[:COMMON])


def _warnings(glances: Sequence[Sekilas], rows: Iterable[Baris]) -> Iterable[str]:
    if len({one.buku for one in glances}) > 1:
        yield "Hasil berasal dari buku aturan yang berbeda-beda; nilainya tidak sepenuhnya sebanding."
    if len({one.kerangka for one in glances if one.kerangka}) > 1:
        yield "Hasil memakai kerangka penilaian yang berbeda-beda; nilainya tidak sebanding."
    seen: dict[tuple[str, int | None], str] = {}
    for row in rows:
        other = seen.setdefault((row.unit, row.tahun), row.sumber)
        if other != row.sumber:
            yield f"{row.unit} tahun {row.tahun} ada dua kali: {other} dan {row.sumber}."
