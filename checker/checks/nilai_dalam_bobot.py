"""No value of an evaluation is above its weight."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checker.checks.base import Case, Offence, TanpaParameter, Verdict, check, judge, missing
from saksama.checker.worksheet import Lembar, sheets


@check("nilai_dalam_bobot", "rekaman", values=("butir", "tertulis", "bobot"))
def nilai_dalam_bobot(case: Case, params: TanpaParameter) -> Verdict:
    """Nilai sub komponen, komponen dan nilai akhir tidak boleh melebihi bobotnya."""
    found = [sheet for sheet in sheets(case.isi) if any(item.nilai for item in sheet.butir)]
    if not found:
        return missing("Nilai komponen dan sub komponen tidak terbaca.")
    pairs = [pair for sheet in found for pair in _pairs(sheet)]
    if not pairs:
        return missing("Tidak ada nilai yang bobotnya terbaca.")
    return judge(
        Offence(
            {"butir": name, "tertulis": stated, "bobot": limit},
            (case.bukti(path, stated, "nilai"),),
            name,
            "nilai",
            case.certainty(path),
        )
        for name, stated, limit, path, above in pairs
        if above
    )


def _pairs(sheet: Lembar) -> Iterator[tuple[str, str, str, str, bool]]:
    """Name, stated value, its limit, where it stands, and whether it is above the limit."""
    for item in sheet.butir:
        if item.nilai and sheet.persen:
            yield item.nama, item.nilai.teks, "100", f"{item.path}.nilai", item.nilai.nilai > 100
        elif item.nilai and item.bobot:
            yield item.nama, item.nilai.teks, item.bobot.teks, f"{item.path}.nilai", item.nilai.nilai > item.bobot.nilai
    total = sheet.total
    if total and total.nilai:
        path = total.path if total.path == "nilai" else f"{total.path}.nilai"
        yield "akhir", total.nilai.teks, "100", path, total.nilai.nilai > 100
