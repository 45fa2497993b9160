"""Checks on performance measurement beyond its arithmetic: units, supporting programs, progress to the plan's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from saksama.checker import matching
from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    check,
    evidence,
    judge,
    missing,
    not_applicable,
    passed,
)
from saksama.checker.checks.capaian import polarity
from saksama.checker.checks.carahitung import computed
from saksama.checker.checks.isian import is_empty, row_label
from saksama.checker.checks.pengajuan import ROMAN
from saksama.checker.checks.rujukan import same_value
from saksama.checker.submission import Part
from saksama.parsers.numbers import canonical_unit, is_blank, parse_number, split_target

LABEL = ("indikator", "sasaran")
NO_TABLE = "Tabel pengukuran tidak ditemukan atau tidak dikenali."


@check("satuan_sama", "rekaman", values=("indikator", "sebab"))
def satuan_sama(case: Case, params: TanpaParameter) -> Verdict:
    """Satuan setiap indikator harus terisi dan sama dengan satuannya pada perjanjian kinerja."""
    rows = case.isi.baris
    if not rows:
        return missing(NO_TABLE)
    if all(is_empty(row.satuan) for row in rows):
        values = {"indikator": "Semua indikator", "sebab": "kolom satuan tidak ada"}
        return Verdict("temuan", None, (Offence(values, (case.bukti("baris.0"),), "semua", "satuan"),))
    promised = {
        matching.normal(row.indikator): row.satuan
        for part in case.submission.parts("perjanjian_kinerja", tahun=case.isi.tahun)
        for row in part.isi.sasaran
        if row.indikator and row.satuan
    }

    def offences() -> Iterator[Offence]:
        for index, row in enumerate(rows):
            if is_empty(row.indikator):
                continue
            label = row_label(row, LABEL, index)
            wanted = promised.get(matching.normal(label))
            if is_empty(row.satuan):
                sebab = "satuan kosong"
            elif wanted and _unit(wanted) != _unit(row.satuan):
                sebab = f"satuan tertulis {row.satuan}, pada perjanjian kinerja {wanted}"
            else:
                continue
            values = {"indikator": label, "sebab": sebab}
            yield Offence(values, (case.bukti(f"baris.{index}", row.satuan, "satuan"),), label, "satuan")

    return judge(offences())


def _unit(text: str) -> str:
    return canonical_unit(text) or matching.normal(text)


@check("program_terisi", "rekaman", values=("indikator",))
def program_terisi(case: Case, params: TanpaParameter) -> Verdict:
    """Pengukuran harus menyebut program dan kegiatan pendukung."""
    isi = case.isi
    if not isi.baris and not isi.anggaran:
        return missing(NO_TABLE)
    if any(not is_empty(row.uraian) for row in isi.anggaran) or any(
        not is_empty(row.program_pendukung) for row in isi.baris
    ):
        return passed()
    return Verdict("temuan", None, (Offence({"indikator": "semua indikator"}, (case.bukti(""),), kolom="program"),))


class Akhir(Params, frozen=True):
    """toleransi: allowed difference in percentage points."""

    toleransi: float = 0.1


@check("kemajuan_renstra", "rekaman", values=("indikator", "sebab"))
def kemajuan_renstra(case: Case, params: Akhir) -> Verdict:
    """Pengukuran tahunan memuat kondisi akhir Renstra dan capaian terhadapnya, terhitung benar."""
    isi = case.isi
    if isi.triwulan is not None or any(row.triwulan for row in isi.baris):
        return not_applicable("Bentuk triwulanan tidak memuat kondisi akhir Renstra.")
    if not isi.baris:
        return missing(NO_TABLE)
    if all(is_empty(row.kondisi_akhir) for row in isi.baris):
        sebab = "kolom kondisi akhir Renstra dan capaian s.d. tahun ini tidak ada"
        values = {"indikator": "Semua indikator", "sebab": sebab}
        return Verdict("temuan", None, (Offence(values, (case.bukti("baris.0"),), "semua", "kondisi_akhir"),))
    return judge(_progress(case, Decimal(str(params.toleransi))))


def _progress(case: Case, tolerance: Decimal) -> Iterator[Offence]:
    for index, row in enumerate(case.isi.baris):
        label = row_label(row, LABEL, index)
        texts = (row.kondisi_akhir, row.realisasi, row.capaian_kondisi_akhir)
        end, reached, stated = (parse_number(text) for text in texts)
        if is_blank(row.capaian_kondisi_akhir):
            sebab = "capaian terhadap kondisi akhir kosong"
            values = {"indikator": label, "sebab": sebab}
            yield Offence(values, (case.bukti(f"baris.{index}", label),), label, "capaian_kondisi_akhir")
        elif end and reached and stated:
            ways = computed(end.nilai, reached.nilai, polarity(case, label))
            if ways and not any(abs(way.nilai - stated.nilai) <= tolerance for way in ways):
                nearest = min(ways, key=lambda way: abs(way.nilai - stated.nilai))
                counted = f"{nearest.nilai:.2f}".replace(".", ",")
                sebab = (
                    f"capaian terhadap kondisi akhir tertulis {row.capaian_kondisi_akhir}, seharusnya {counted} "
                    f"(realisasi {row.realisasi}, kondisi akhir {row.kondisi_akhir})"
                )
                values = {"indikator": label, "sebab": sebab}
                path = f"baris.{index}.capaian_kondisi_akhir"
                yield Offence(values, (case.bukti(path, row.capaian_kondisi_akhir),), label, "capaian_kondisi_akhir")


class Pembilang(Params, frozen=True):
    """kata: words that speak of numerator and denominator."""

    kata: tuple[str, ...] = ("pembilang", "penyebut", "dibagi", "dibandingkan")


_FRACTION = re.compile(r"\d\s*(?:dari|/|:|÷)\s*\d|x\s*100", re.I)


@check("pembilang_penyebut", "rekaman", values=("indikator", "banyak"))
def pembilang_penyebut(case: Case, params: Pembilang) -> Verdict:
    """Indikator persentase menyebut pembilang dan penyebutnya, di tabel pengukuran atau pada formula IKU."""
    rows = [
        (i, row)
        for i, row in enumerate(case.isi.baris)
        if matching.normal(row.indikator or "").startswith("persentase")
    ]
    if not rows:
        return not_applicable("Tidak ada indikator persentase.")
    formulas = {
        matching.normal(row.indikator): row.formula
        for part in case.submission.parts("iku")
        for row in part.isi.indikator
        if row.indikator and row.formula
    }

    def shown(row: Any) -> bool:
        own = " ".join(str(value) for value in (row.realisasi, row.indikator, *row.lain.values()))
        formula = formulas.get(matching.normal(row.indikator)) or ""
        text = f"{own} {formula}"
        return bool(_FRACTION.search(text)) or "/" in formula or any(word in text.casefold() for word in params.kata)

    lacking = [(index, row) for index, row in rows if not shown(row)]
    return judge(
        Offence(
            {"indikator": row.indikator, "banyak": str(len(lacking))},
            (case.bukti(f"baris.{index}", row.realisasi, "realisasi"),),
            row.indikator,
            "pembilang",
        )
        for index, row in lacking
    )


class TargetTriwulan(Params, frozen=True):
    """ambang: likeness of the indikator."""

    ambang: float = 80.0


@check("target_triwulan_sama", "pengajuan", values=("indikator", "triwulan", "tertulis", "acuan", "tahunan"))
def target_triwulan_sama(case: Case, params: TargetTriwulan) -> Verdict:
    """Target triwulan pada pengukuran sama dengan Rencana Aksi (target triwulan itu, atau target tahunannya)."""
    year = case.submission.tahun
    plans = [
        (part, i, row)
        for part in case.submission.parts("rencana_aksi", tahun=year)
        for i, row in enumerate(part.isi.sasaran)
    ]
    measured = list(case.submission.parts("pengukuran_kinerja", tahun=year))
    if not plans or not measured:
        return missing("Rencana Aksi atau pengukuran triwulan tidak ada.")
    annual = {
        matching.normal(row.indikator): row.target
        for part in case.submission.parts("perjanjian_kinerja", tahun=year)
        for row in part.isi.sasaran
        if row.indikator and row.target
    }
    offences = [
        offence
        for part in measured
        for index, quarter, label, stated in _quarter_targets(part)
        for offence in _against_plan(part, index, quarter, label, stated, plans, annual, params.ambang)
    ]
    return judge(offences)


def _quarter_targets(part: Part) -> Iterator[tuple[int, int, str, str]]:
    """(row, triwulan from 1, indikator, stated target) of a measurement."""
    for index, row in enumerate(part.isi.baris):
        if is_empty(row.indikator):
            continue
        if row.triwulan:
            for number, quarter in enumerate(row.triwulan, 1):
                if not is_blank(quarter.target):
                    yield index, number, row.indikator, quarter.target
        elif part.isi.triwulan and not is_blank(row.target):
            yield index, part.isi.triwulan, row.indikator, row.target


def _against_plan(
    part: Part,
    index: int,
    quarter: int,
    label: str,
    stated: str,
    plans: Sequence[tuple[Part, int, Any]],
    annual: dict[str, str | None],
    threshold: float,
) -> Iterator[Offence]:
    near = matching.nearest(label, [row.indikator or "" for _, _, row in plans])
    if near is None or near[1] < threshold:
        return
    plan, place, row = plans[near[0]]
    wanted = row.triwulan[quarter - 1]
    yearly = row.target or annual.get(matching.normal(label))
    allowed = [text for text in (wanted, yearly) if not is_blank(text)]
    if not allowed or all(is_blank(text) for text in row.triwulan):
        return
    if any(same_value(split_target(stated)[0], split_target(text)[0]) is not False for text in allowed):
        return
    values = {
        "indikator": label,
        "triwulan": ROMAN[quarter - 1],
        "tertulis": stated,
        "acuan": wanted or "-",
        "tahunan": yearly or "-",
    }
    bukti = (
        evidence(part, f"baris.{index}", stated, "target"),
        evidence(plan, f"sasaran.{place}.triwulan", wanted, "target"),
    )
    yield Offence(values, bukti, f"{label} {quarter}", "target", berkas=part.berkas.berkas, role=part.role)
