"""Weights of an evaluation: those of the parts make that of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    Verdict,
    check,
    judge,
    missing,
    not_applicable,
)
from saksama.checker.worksheet import Butir, Lembar, plain, sheets


class Bobot(Params, frozen=True):
    """jumlah: what the weights of the components make together."""

    jumlah: int = 100


@check("bobot_evaluasi", "rekaman", values=("butir", "tertulis", "hitung", "rincian"))
def bobot_evaluasi(case: Case, params: Bobot) -> Verdict:
    """Bobot sub komponen harus berjumlah bobot komponennya, dan bobot komponen berjumlah 100."""
    found = [sheet for sheet in sheets(case.isi) if any(item.bobot for item in sheet.butir)]
    if not found:
        return missing("Bobot komponen dan sub komponen tidak terbaca.")
    offences: list[Offence] = []
    doubts: list[str] = []
    compared = 0
    for sheet in found:
        for item in sheet.butir:
            parts = [part for part in sheet.anak(item) if part.bobot or part.nilai]
            if item.bobot and len(parts) > 1 and all(part.bobot for part in parts):
                compared += 1
                if unread := sheet.unread_parts(item):
                    doubts.append(f"{', '.join(unread)} tidak terbaca, sehingga bobot {item.nama} tidak dapat dijumlah")
                elif not _makes(parts, item.bobot.nilai):
                    offences.append(_offence(case, item.nama, item.path, item.bobot.teks, parts))
        roots = _weighted(sheet)
        if len(roots) < 2:
            continue
        compared += 1
        total = _sum(roots)
        if total == params.jumlah:
            continue
        unread = sheet.unread()
        if unread and total < params.jumlah:
            doubts.append(f"bobot berjumlah {plain(total)}; komponen {', '.join(unread)} tidak terbaca")
            continue
        path = next((row.path for row in sheet.akhir if row.bobot), roots[0].path)
        offences.append(_offence(case, "seluruh komponen", path, str(params.jumlah), roots))
    if not compared:
        return not_applicable("Tidak ada bobot bagian yang dapat dijumlah terhadap bobot induknya.")
    return judge(offences, doubts)


def _weighted(sheet: Lembar) -> list[Butir]:
    """The components, or where they bear no weights the sub-components of all; [] where a weight is missing."""
    roots = sheet.komponen
    if not any(part.bobot for part in roots):
        roots = [part for root in roots for part in sheet.anak(root)]
    return roots if all(part.bobot for part in roots) else []


def _sum(parts: Sequence[Butir]) -> Decimal:
    return sum((part.bobot.nilai for part in parts if part.bobot), Decimal(0))


def _makes(parts: Sequence[Butir], whole: Decimal) -> bool:
    """Whether the weights make the whole's; or 100 or 1, where they are shares of it."""
    return _sum(parts) in (whole, Decimal(100), Decimal(1))


def _offence(case: Case, name: str, path: str, stated: str, parts: Sequence[Butir]) -> Offence:
    told = " + ".join(plain(part.bobot.nilai) for part in parts if part.bobot)
    values = {"butir": name, "tertulis": stated, "hitung": plain(_sum(parts)), "rincian": told}
    paths = [path, *(part.path for part in parts if part.path != path)]
    places = tuple(case.bukti(f"{one}.bobot") for one in paths)
    return Offence(values, places, name, "bobot", case.certainty(*paths))
