"""Values of an evaluation that must add up: criteria, sub-components, components, total, and what the text repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.submission import fold
from saksama.checker.worksheet import Angka, Butir, Lembar, plain, read_score, sheets
from saksama.parsers.records.types import HasilEvaluasi

Outcome = Offence | str
"""A finding, or the sentence for a person who must look."""


class JumlahNilai(Params, frozen=True):
    """gradasi: value of each grade out of 100, for values that are the grade's share of the weight."""

    gradasi: dict[str, float]


@check("jumlah_nilai", "rekaman", values=("butir", "tertulis", "hitung", "cara", "selisih"))
def jumlah_nilai(case: Case, params: JumlahNilai) -> Verdict:
    """Nilai sub komponen, komponen dan nilai akhir harus sama dengan jumlah bagian-bagiannya."""
    found = [sheet for sheet in sheets(case.isi) if any(item.nilai for item in sheet.butir)]
    if not found:
        return missing("Nilai komponen dan sub komponen tidak terbaca.")
    outcomes: list[Outcome] = []
    for sheet in found:
        outcomes += _grades(case, sheet, params)
        outcomes += _sums(case, sheet)
        outcomes += _total(case, sheet)
    outcomes += _summary(case, found)
    outcomes += _told(case)
    offences = [one for one in outcomes if isinstance(one, Offence)]
    return judge(offences, [one for one in outcomes if isinstance(one, str)])


def _sums(case: Case, sheet: Lembar) -> Iterator[Outcome]:
    for item in sheet.butir:
        parts = [part for part in sheet.anak(item) if part.bobot or part.nilai]
        # Scores of criteria are averaged in some worksheets; with weights of their own they add up.
        additive = not item.induk or all(part.bobot for part in parts)
        if item.nilai and len(parts) > 1 and additive and all(part.nilai for part in parts):
            if unread := sheet.unread_parts(item):
                yield f"{', '.join(unread)} tidak terbaca, sehingga nilai {item.nama} tidak dapat dijumlah"
                continue
            yield from _compare(case, sheet, item.nilai, parts, item.nama, item.path, item.bobot)


def _total(case: Case, sheet: Lembar) -> Iterator[Outcome]:
    total = sheet.total
    parts = sheet.komponen
    if total is None or total.nilai is None or len(parts) < 2:
        return
    own = [part if part.nilai else _from_parts(sheet, part) for part in parts]
    if any(part is None or part.nilai is None for part in own):
        return
    values = [part for part in own if part is not None]
    unread = sheet.unread()
    computed = sum((part.nilai.nilai for part in values if part.nilai), Decimal(0))
    if unread and total.nilai.nilai > computed:
        if len(unread) < len(values):
            yield f"komponen {', '.join(unread)} tidak terbaca, sehingga nilai akhir tidak dapat dijumlah"
        return
    yield from _compare(case, sheet, total.nilai, values, "akhir", total.path, None)


def _from_parts(sheet: Lembar, item: Butir) -> Butir | None:
    """A component without a value of its own, with that of its parts."""
    parts = [part for part in sheet.anak(item) if part.bobot or part.nilai]
    if not parts or sheet.persen or not all(part.nilai for part in parts):
        return None
    numbers = [part.nilai for part in parts if part.nilai]
    total = sum((number.nilai for number in numbers), Decimal(0))
    value = Angka(total, plain(total), max(number.desimal for number in numbers))
    return Butir(item.kode, item.uraian, item.path, item.bobot, value)


def _compare(
    case: Case, sheet: Lembar, stated: Angka, parts: Sequence[Butir], name: str, path: str, bobot: Angka | None
) -> Iterator[Outcome]:
    """One sum against what is stated; a difference that rounding may explain is left to a person."""
    numbers = [part.nilai for part in parts if part.nilai]
    if sheet.persen:
        yield from _weighted(case, stated, parts, name, path)
        return
    computed = sum((number.nilai for number in numbers), Decimal(0))
    difference = abs(stated.nilai - computed)
    if difference == 0:
        return
    if _misread(case, [path, *(part.path for part in parts)], numbers, bobot):
        yield f"bagian dari nilai {name} tidak terbaca dengan yakin; jumlahkan sendiri"
        return
    fine = max(number.desimal for number in (*numbers, stated))
    told = " + ".join(plain(number.nilai) for number in numbers)
    rounded = computed.quantize(Decimal(1).scaleb(-stated.desimal), ROUND_HALF_UP)
    coarse = fine < 2 and difference <= len(numbers) * Decimal("0.5").scaleb(-fine)
    if (stated.desimal < fine and rounded == stated.nilai) or coarse:
        yield f"nilai {name} tertulis {stated.teks}, jumlahnya {plain(computed)}; mungkin pembulatan"
        return
    yield _offence(case, name, path, stated, computed, told, [part.path for part in parts])


def _misread(case: Case, paths: Sequence[str], numbers: Sequence[Angka], bobot: Angka | None) -> bool:
    """Whether the rows may not belong together: a code was guessed, or a part is worth more than the whole weighs."""
    guessed = any(case.certainty(f"{path}.kode") == "rendah" for path in paths)
    return guessed or (bobot is not None and any(number.nilai > bobot.nilai for number in numbers))


def _weighted(case: Case, stated: Angka, parts: Sequence[Butir], name: str, path: str) -> Iterator[Outcome]:
    """A value in per cent: the weighted mean of its parts, or their points."""
    pairs = [(part.bobot.nilai, part.nilai.nilai) for part in parts if part.bobot and part.nilai]
    weight = sum((one for one, _ in pairs), Decimal(0))
    if len(pairs) < len(parts) or not weight:
        return
    points = sum((one * value / 100 for one, value in pairs), Decimal(0))
    nearest = min((points, points * 100 / weight), key=lambda value: abs(value - stated.nilai))
    if abs(nearest - stated.nilai) > Decimal("0.5").scaleb(-min(stated.desimal, 2)):
        nearest = nearest.quantize(Decimal("0.01"), ROUND_HALF_UP)
        told = " + ".join(f"{plain(value)}% x {plain(one)}" for one, value in pairs)
        yield _offence(case, name, path, stated, nearest, told, [part.path for part in parts])


def _grades(case: Case, sheet: Lembar, params: JumlahNilai) -> Iterator[Outcome]:
    """Values that must be the grade's share of the weight, in a worksheet where most are."""
    checked: list[tuple[Butir, Angka, Decimal]] = []
    for item in sheet.butir:
        grade = params.gradasi.get((item.jawaban or "").strip().upper())
        if grade is not None and item.nilai and (item.bobot or sheet.persen):
            weight = Decimal(100) if sheet.persen or item.bobot is None else item.bobot.nilai
            checked.append((item, item.nilai, weight * Decimal(str(grade)) / 100))
    wrong = [one for one in checked if abs(one[1].nilai - one[2]) > Decimal("0.5").scaleb(-min(one[1].desimal, 2))]
    if len(wrong) * 2 >= len(checked):
        return
    for item, value, expected in wrong:
        how = f"gradasi {item.jawaban}" + (f" dari bobot {item.bobot.teks}" if item.bobot else "")
        yield _offence(case, item.nama, item.path, value, expected, how, [item.path], "gradasi")


def _summary(case: Case, found: Sequence[Lembar]) -> Iterator[Outcome]:
    """A summary of components beside the one worksheet that it sums up: the same values."""
    short = [sheet for sheet in found if not any(item.induk for item in sheet.butir)]
    full = [sheet for sheet in found if sheet not in short]
    if len(short) != 1 or len(full) != 1:
        return
    known = {fold(item.uraian): item for item in full[0].komponen if item.nilai}
    for item in short[0].komponen:
        other = known.get(fold(item.uraian))
        if item.nilai and other and other.nilai and item.nilai.nilai != other.nilai.nilai:
            if abs(item.nilai.nilai - other.nilai.nilai) < Decimal("0.5").scaleb(-min(item.nilai.desimal, 2)):
                continue
            how = f"nilai pada lembar kerja {other.nilai.teks}"
            yield _offence(case, item.nama, item.path, item.nilai, other.nilai.nilai, how, [other.path], "ringkasan")


def _told(case: Case) -> Iterator[Outcome]:
    """The total that a sentence states beside the table's."""
    if not isinstance(case.isi, HasilEvaluasi):
        return
    table, prose = read_score(case.isi.nilai), read_score(case.isi.nilai_narasi)
    values = [read_score(part.nilai) for part in case.isi.komponen]
    if prose and prose.nilai == sum((value.nilai for value in values if value), Decimal(0)):
        return  # The sentence is right; the total of the table is told as wrong already.
    if table and prose and table.nilai != prose.nilai:
        name = "akhir dalam narasi"
        yield _offence(case, name, "nilai_narasi", prose, table.nilai, "nilai pada tabel", ["nilai"], "narasi")


def _offence(
    case: Case,
    name: str,
    path: str,
    stated: Angka,
    expected: Decimal,
    how: str,
    others: Sequence[str],
    kolom: str = "nilai",
) -> Offence:
    values = {
        "butir": name,
        "tertulis": stated.teks,
        "hitung": plain(expected),
        "cara": how,
        "selisih": plain(abs(stated.nilai - expected)),
    }
    places = (case.bukti(_cell(path), stated.teks), *(case.bukti(_cell(other)) for other in others if other != path))
    return Offence(values, places, name, kolom, case.certainty(path, _cell(path)))


def _cell(path: str) -> str:
    """The path of the value of a row; the total of a report is one itself."""
    return path if path.startswith("nilai") else f"{path}.nilai"
