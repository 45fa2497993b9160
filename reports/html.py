"""The report as one HTML page: no outside references, readable without scripts, fit for printing on A4."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from saksama.checker.run import STATUS, BuktiTemuan, Run
from saksama.reports import groups, marks, place, words
from saksama.reports.webpage import page

FIRST = 8
"""Rules named under what to repair first."""
SHOWN = 3
"""Findings of one group that are told in full; the rest unfolds as a table."""
BELOW = {
    "tidak_ada": "Serahkan atau lengkapi bahan berikut, lalu periksa kembali.",
    "telaah_manual": "Hanya orang yang dapat memutuskan hal berikut.",
    "galat": "Aturan berikut gagal dijalankan; laporkan kepada pengelola aturan.",
}


def render(run: Run) -> bytes:
    """The page as UTF-8 HTML; every text of a document is escaped."""
    return page("laporan.html.j2", **_view(run))


def _view(run: Run) -> dict[str, Any]:
    """Everything the template shows, arranged: it only prints."""
    urgent = [parts for parts in groups.by_rule(run) if parts[0].keparahan in ("kritis", "mayor")]
    return {
        "run": run,
        "judul": groups.title(run),
        "tanggal": words.date(run.tanggal),
        "putusan": groups.verdict(run),
        "jumlah": groups.counts(run),
        "keparahan": words.KEPARAHAN,
        "status": [(words.STATUS[key], words.STATUS_MEANING[key], run.ringkasan.get(key, 0)) for key in STATUS],
        "status_nama": words.STATUS,
        "dahulu": [_urgent(parts) for parts in urgent[:FIRST]],
        "sisa": max(0, len(urgent) - FIRST),
        "dokumen": groups.by_file(run),
        "belum": [
            (words.STATUS[key], BELOW[key], items)
            for key in ("galat", "tidak_ada", "telaah_manual")
            if (items := groups.undecided(run, (key,)))
        ],
        "dikecualikan": [
            (hasil, temuan, words.accepted(temuan.pengecualian))
            for hasil, temuan in groups.waived(run)
            if temuan.pengecualian
        ],
        "nilai": _score(run),
        "berkas": [(file, words.kind(file.jenis)) for file in run.berkas],
        "tampil": SHOWN,
        "tempat": _where,
        "tempat_semua": place.evidence,
        "saran": groups.advice,
        "nilai_temuan": groups.values,
    }


def _urgent(parts: list[groups.Kelompok]) -> dict[str, Any]:
    """One rule among what to repair first: its first finding, how many more, and where."""
    files = [group.berkas or groups.WHOLE for group in parts]
    return {
        "aturan": parts[0].aturan,
        "keparahan": parts[0].keparahan,
        "pesan": parts[0].temuan[0].pesan,
        "lain": sum(len(group.temuan) for group in parts) - 1,
        "berkas": files[0] + (f" dan {len(files) - 1} berkas lain" if len(files) > 1 else ""),
    }


def _where(bukti: BuktiTemuan, berkas: str | None) -> str:
    """The place, the file named only where it is another than the one the findings stand under."""
    return place.inside(bukti) if bukti.berkas == berkas else place.full(bukti)


def _score(run: Run) -> dict[str, Any] | None:
    """The component table with bars in per cent of the weight; None without a worksheet."""
    lke = run.lke
    if lke is None:
        return None
    total = marks.total(lke)
    rows = []
    for komponen in lke.komponen:
        value = marks.part_value(lke, komponen)
        bar = _bar(komponen.lantai, value, komponen.plafon, komponen.bobot)
        rows.append({"komponen": komponen, "nilai": value, "cakupan": marks.coverage(komponen), "balok": bar})
    return {
        "lke": lke,
        "nilai": total,
        "dinilai": marks.answered(lke),
        "catatan": marks.caution(lke),
        "predikat": marks.predicate(lke, total),
        "baris": rows,
        "balok": _bar(lke.lantai, total, lke.plafon, Decimal(100)),
    }


def _bar(floor: Decimal, value: Decimal, ceiling: Decimal, weight: Decimal) -> dict[str, str]:
    """Positions in per cent of the weight, written with a point as CSS wants it."""

    def share(part: Decimal) -> str:
        return f"{part / weight * 100:.2f}" if weight else "0"

    return {"lantai": share(floor), "nilai": share(value), "rentang": share(max(ceiling - floor, Decimal(0)))}
