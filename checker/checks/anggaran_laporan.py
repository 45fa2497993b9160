"""The budget tables of the annual report: do its rows add up to the totals, and its percentages follow from them?"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from saksama.checker.checks.anggaran_pk import rupiah
from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    Verdict,
    certainty,
    check,
    evidence,
    judge,
    manual,
    missing,
    not_applicable,
    passed,
    place,
    scanned,
)
from saksama.checker.checks.capaian import Rasio, rasio_kolom
from saksama.checker.checks.isian import field
from saksama.checker.checks.potongan import is_partial, only
from saksama.checker.checks.selisih_kolom import Selisih, wrong_differences
from saksama.checker.checks.serapan import Serapan, has_amounts, wrong_in_prose, wrong_in_tables
from saksama.checker.checks.serapan_peran import wrong_by_title
from saksama.checker.run import BuktiTemuan
from saksama.parsers.model import Document
from saksama.parsers.records.types import AnggaranLaporan


class Jumlah(Params, frozen=True):
    """toleransi: allowed difference in rupiah between the stated total and the sum of the rows.

    jauh: share of the total beyond which a difference rather means another table's total, so that a person looks.
    """

    toleransi: int = 1
    jauh: float = 0.2


@check("total_laporan", "naskah", values=("kolom", "tertulis", "hitung"))
def total_laporan(case: Case, params: Jumlah) -> Verdict:
    """Total anggaran dan realisasi yang tertulis harus sama dengan jumlah baris programnya."""
    naskah = case.naskah
    assert naskah is not None
    part = next((part for part in naskah.parts if part.isi.anggaran), None)
    if part is None:
        return (
            not_applicable(only(naskah)) if is_partial(naskah) else missing("Tabel realisasi anggaran tidak dikenali.")
        )
    total, rows = part.isi.total_anggaran, part.isi.anggaran
    if total is None:
        return passed()
    offences: list[Offence] = []
    doubts: list[str] = []
    for column, name in (("pagu", "pagu"), ("realisasi", "realisasi anggaran")):
        stated, amounts = getattr(total, column), [getattr(row, column) for row in rows]
        if stated is None or None in amounts:
            continue
        differences = [abs(amount - stated) for amount in _sums(rows, amounts)]
        if min(differences) <= params.toleransi:
            continue
        computed = next(amount for amount in _sums(rows, amounts) if abs(amount - stated) == min(differences))
        if certainty(part, f"total_anggaran.{column}") == "rendah":
            doubts.append(
                f"total {name} {rupiah(stated)} dalam naskah berbeda dari jumlah baris tabel, {rupiah(computed)}"
            )
            continue
        if min(differences) > params.jauh * stated:
            doubts.append(f"total {name} {rupiah(stated)} jauh dari jumlah barisnya, {rupiah(computed)}")
            continue
        values = {"kolom": name, "tertulis": rupiah(stated), "hitung": rupiah(computed)}
        offences.append(Offence(values, (evidence(part, f"total_anggaran.{column}"),), "total", column, "sedang"))
    return judge(offences, doubts)


def _sums(rows: Sequence[AnggaranLaporan], amounts: Sequence[int]) -> list[int]:
    """What a total may stand for: all rows, the programs alone, or the rows up to one of them (a table per fund)."""
    programs = [
        amount
        for row, amount in zip(rows, amounts, strict=True)
        if (row.uraian or "").casefold().lstrip("0123456789. ").startswith("program")
    ]
    return [sum(amounts), sum(programs), *(sum(amounts[:end]) for end in range(2, len(amounts)))]


class Penyerapan(Rasio, frozen=True):
    """As for a ratio, of the budget rows of the record; other tables of amounts are tested alike."""


@check("penyerapan_laporan", "rekaman", values=("apa", "tertulis", "hitung", "rincian"))
def penyerapan_laporan(case: Case, params: Penyerapan) -> Verdict:
    """Laporan harus memuat realisasi anggaran, dan persentase penyerapannya harus sama dengan realisasi dibagi pagu."""
    assert case.part is not None
    ratio = rasio_kolom(case, params)
    offences = [_reworded(one) for one in ratio.offences]
    document = case.part.berkas.document
    if document is None or scanned(case.part):
        return msgspec.structs.replace(ratio, offences=tuple(offences))
    recognised = {page.number for page in document.pages if page.scanned}
    told = {(place.halaman, one.nilai["tertulis"]) for one in offences for place in one.bukti}
    titled = wrong_by_title(document, case.isi.tahun, params.toleransi)
    for found in (*wrong_in_tables(document, params.toleransi), *titled):
        page = found.cell.location.halaman if found.cell else None
        if page is None or (page not in recognised and (page, found.tertulis) not in told):
            told.add((page, found.tertulis))
            offences.append(_share(found, document.berkas))
    offences += [_left(found, document.berkas) for found in wrong_differences(document) if found.uang]
    if offences or field(case.isi, params.tabel) or has_amounts(document):
        return judge(offences) if offences else ratio
    return _without_table(case, document, params)


def _without_table(case: Case, document: Document, params: Penyerapan) -> Verdict:
    """A report with no table of amounts: what its sentences say, else that the budget is missing."""
    offences = [_share(found, document.berkas) for found in wrong_in_prose(document, params.toleransi)]
    if offences:
        return judge(offences)
    if case.isi.perbandingan.realisasi_anggaran:
        return manual("Realisasi anggaran hanya diuraikan dalam kalimat; pastikan apakah tabelnya memang tidak ada.")
    if case.isi.sebagian or not case.isi.bagian.bab_3:
        return missing("Tabelnya tidak ditemukan atau tidak dikenali.")
    page = case.isi.bagian.bab_3
    bukti = BuktiTemuan(document.berkas, halaman=page if type(page) is int else None)
    values = {"apa": "Realisasi anggaran", "tertulis": "-", "hitung": "ada pada Bab III", "rincian": "tidak ditemukan"}
    return Verdict("temuan", None, (Offence(values, (bukti,), "tabel", "anggaran", "sedang"),))


def _reworded(offence: Offence) -> Offence:
    values = offence.nilai
    words = {
        "apa": f"Penyerapan {values['indikator']}",
        "rincian": f"realisasi {values['realisasi']}, pagu {values['target']}",
    }
    return msgspec.structs.replace(offence, nilai={**values, **words})


def _left(found: Selisih, berkas: str) -> Offence:
    """What is left of a budget, computed wrongly, as an offence."""
    values = {
        "apa": f"Selisih {found.label}",
        "tertulis": found.cell.text,
        "hitung": rupiah(int(found.hitung)),
        "rincian": f"{found.kiri} dikurangi {found.kanan}, seperti baris lain",
    }
    bukti = place(found.cell.location, berkas, found.cell.text)
    return Offence(values, (bukti,), f"{found.label} {found.cell.text}", "selisih", "sedang")


def _share(found: Serapan, berkas: str) -> Offence:
    """A wrong percentage of amounts as an offence."""
    location = found.cell.location if found.cell else found.line.location if found.line else None
    values = {
        "apa": f"Penyerapan {found.nama}",
        "tertulis": found.tertulis,
        "hitung": f"{found.hitung:.2f}".replace(".", ",") if found.hitung is not None else "tidak dapat dihitung",
        "rincian": f"realisasi {found.realisasi}, pagu {found.pagu}",
    }
    return Offence(values, (place(location, berkas, found.tertulis),), found.nama, "capaian", "sedang")
