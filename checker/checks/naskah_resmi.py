"""The annual report as a formal paper: signed and dated, on time, reviewed where it must be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    check,
    evidence,
    missing,
    not_applicable,
    passed,
)
from saksama.checker.checks.laporan import report
from saksama.checker.checks.potongan import is_partial, only
from saksama.checker.run import BuktiTemuan
from saksama.parsers.dates import in_words


@check("laporan_bertanggal", "naskah", values=("kurang",))
def laporan_bertanggal(case: Case, params: TanpaParameter) -> Verdict:
    """Laporan harus bertanggal dan mempunyai blok tanda tangan."""
    naskah = report(case)
    dated = any(part.isi.tanggal for part in naskah.parts)
    signed = any(part.isi.bertanda_tangan in ("ya", "tidak_diketahui") for part in naskah.parts)
    if dated:
        return passed()
    if is_partial(naskah):
        return not_applicable(only(naskah))
    kurang = "tanggal" if signed else "tanggal dan tanda tangan"
    return Verdict("temuan", None, (Offence({"kurang": kurang}, (BuktiTemuan(naskah.berkas),), "tanggal"),))


GOVERNMENTS = ("pemerintah kabupaten", "pemerintah kota", "pemerintah provinsi")
"""What the name of a regional government itself begins with."""


class Tenggat(Params, frozen=True):
    """Last day (MM-DD of the year after) for an OPD and for a regional government; kata_pemda tells the latter."""

    opd: str = "02-28"
    pemda: str = "03-31"
    kata_pemda: tuple[str, ...] = GOVERNMENTS


@check("tenggat_laporan", "naskah", values=("tanggal", "batas"))
def tenggat_laporan(case: Case, params: Tenggat) -> Verdict:
    """Laporan disampaikan paling lambat akhir Februari (OPD) atau akhir Maret (pemerintah daerah) tahun berikutnya."""
    naskah = report(case)
    part = next((part for part in naskah.parts if part.isi.tanggal), None)
    if part is None:
        return not_applicable(only(naskah)) if is_partial(naskah) else missing("Tanggal laporan tidak terbaca.")
    if part.isi.tahun is None:
        return missing("Tahun laporan tidak terbaca.")
    limit = params.pemda if is_government(part.isi.unit, params.kata_pemda) else params.opd
    last = dt.date.fromisoformat(f"{part.isi.tahun + 1}-{limit}")
    if limit == "02-28":
        last = dt.date(part.isi.tahun + 1, 3, 1) - dt.timedelta(days=1)
    signed = dt.date.fromisoformat(part.isi.tanggal)
    if signed <= last:
        return passed()
    values = {"tanggal": in_words(signed), "batas": in_words(last)}
    return Verdict("temuan", None, (Offence(values, (evidence(part, "tanggal", part.isi.tanggal),), "tanggal"),))


def is_government(unit: str | None, words: Sequence[str]) -> bool:
    """Whether a unit is a regional government itself, not one of its agencies."""
    return any((unit or "").casefold().startswith(word) for word in words)


class Reviu(Params, frozen=True):
    """frasa: phrases of the review statement; kata_pemda: words that tell a regional government's report."""

    frasa: tuple[str, ...]
    kata_pemda: tuple[str, ...] = GOVERNMENTS


@check("pernyataan_reviu", "naskah", values=())
def pernyataan_reviu(case: Case, params: Reviu) -> Verdict:
    """Laporan pemerintah daerah harus memuat pernyataan telah direviu."""
    naskah = report(case)
    if not any(is_government(part.isi.unit, params.kata_pemda) for part in naskah.parts):
        return not_applicable("Pernyataan telah direviu hanya untuk laporan pemerintah daerah.")
    texts = " ".join(file.document.text.casefold() for file in naskah.files if file.document)
    if any(phrase.casefold() in texts for phrase in params.frasa):
        return passed()
    return Verdict("temuan", None, (Offence({}, (BuktiTemuan(naskah.berkas),), "reviu"),))
