"""What a report's sentences claim of its targets, against its own tables of results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, evidence, judge, missing, place
from saksama.checker.checks.rujukan import of_year
from saksama.checker.submission import Naskah, Part
from saksama.parsers.berkas import Berkas
from saksama.parsers.model import Line
from saksama.parsers.numbers import parse_number

_ALL = re.compile(r"\bdari\s+(?:keseluruhan\s+|total\s+)?(\d{1,6})\s+(?:\([^)]*\)\s*)?indikator\b", re.IGNORECASE)
_SOME = re.compile(
    r"(?<![\d.,])(\d+)\s+(?:\([^\W\d_][^)]*\)\s*)?indikator\b"
    r"((?:(?!\b(?:dan|serta|sedangkan|sementara)\b[^,.;]*\d+\s+(?:\([^)]*\)\s*)?indikator\b)[^,.;])*)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?:di\s?atas|lebih\s+(?:besar\s+)?dari|melebihi|>)\s*100\b|(?:melebihi|melampaui)\s+target", re.IGNORECASE
)
_UNDER = re.compile(
    r"(?:tidak|belum)\s+(?:dapat\s+)?(?:tercapai|mencapai\s+target|memenuhi\s+target|terpenuhi)|"
    r"(?:di\s?bawah|kurang\s+dari|<)\s*(?:100\b|target)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
_YEAR = re.compile(r"\b20\d\d\b")
_SHORTEST = 16
_FEWEST = 3
"""How many results must be known before a claim that some failed is doubted."""


class Klaim(Params, frozen=True):
    """pola: regular expressions of claims that everything was achieved; gagal: that something was not; lampaui: that
    the target of what the sentence names was exceeded; batas: what counts as achieved."""

    pola: tuple[str, ...]
    gagal: tuple[str, ...] = ()
    lampaui: tuple[str, ...] = ()
    batas: float = 100.0


class Hasil(msgspec.Struct, frozen=True):
    """What a report gives as the result of one indikator: the readings of its figures and where they are."""

    terendah: Decimal
    tertinggi: Decimal
    part: Part
    index: int

    @property
    def row(self) -> Any:
        return self.part.isi.capaian[self.index]

    @property
    def name(self) -> str:
        """The indikator without the detail behind a dash ("Populasi ternak - Sapi")."""
        return matching.normal(str(self.row.indikator or self.row.sasaran or "").split(" - ")[0])


@check("klaim_sesuai_angka", "naskah", values=("klaim", "banyak", "terendah", "bantahan"))
def klaim_sesuai_angka(case: Case, params: Klaim) -> Verdict:
    """Pernyataan tentang tercapai atau tidaknya target tidak boleh dibantah oleh tabel capaian."""
    naskah = case.naskah
    assert naskah is not None
    results = _results(naskah)
    if not results:
        return missing("Tidak ada capaian yang terbaca.")
    limit = Decimal(str(params.batas))
    below = [found for found in results.values() if found.terendah < limit]
    offences: list[Offence] = []
    for file in naskah.files:
        lines = file.document.lines if file.document else ()
        if below:
            offences += _all_achieved(file, lines, params, results, below)
        elif len(results) >= _FEWEST:
            offences += _some_failed(file, lines, params, results)
        offences += _exceeded(file, lines, params, results, limit)
        offences += _counted(file, lines, list(results.values()), limit)
    return judge(tuple(offences))


def _results(naskah: Naskah) -> dict[str, Hasil]:
    found: dict[str, Hasil] = {}
    for part in naskah.parts:
        for index, row in enumerate(part.isi.capaian):
            number = parse_number(row.capaian)
            if number is None or not of_year(row, "capaian", part.isi.tahun):
                continue
            key = matching.normal(row.indikator or row.sasaran or str(index))
            value = max(number.nilai, number.lain or number.nilai)
            known = found.get(key)
            if known is None:
                found[key] = Hasil(value, value, part, index)
            elif value < known.terendah:
                found[key] = Hasil(value, known.tertinggi, part, index)
            elif value > known.tertinggi:
                found[key] = msgspec.structs.replace(known, tertinggi=value)
    return found


def _offence(file: Berkas, line: Line, claim: str, against: Sequence[Hasil], contrary: str) -> Offence:
    worst = min(against, key=lambda found: found.terendah)
    values = {
        "klaim": " ".join(claim.split()),
        "banyak": str(len(against)),
        "terendah": _shown(worst.terendah),
        "bantahan": contrary,
    }
    printed = worst.row.capaian
    bukti = (
        place(line.location, file.berkas, claim),
        evidence(worst.part, f"capaian.{worst.index}.capaian", printed, "capaian"),
    )
    return Offence(values, bukti, claim, "klaim", "sedang")


def _shown(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")


def _first(patterns: Sequence[str], text: str) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := re.search(pattern, text, re.IGNORECASE))), None)


def _all_achieved(
    file: Berkas, lines: Sequence[Line], params: Klaim, results: Mapping[str, Hasil], below: Sequence[Hasil]
) -> Iterator[Offence]:
    for line in lines:
        match = _first(params.pola, line.text)
        contrary = _spoken_of(matching.normal(line.text), results, below) if match else []
        if match and contrary:
            lowest = _shown(min(found.terendah for found in contrary))
            against = f"{len(contrary)} capaian pada tabel di bawah {params.batas:g} % (terendah {lowest})"
            yield _offence(file, line, match[0], contrary, against)


def _spoken_of(text: str, results: Mapping[str, Hasil], below: Sequence[Hasil]) -> list[Hasil]:
    """The failures that contradict a claim: all of them, or where the text names indikator, those of these alone."""
    named = [found for found in results.values() if len(found.name) >= _SHORTEST and found.name in text]
    return [found for found in below if not named or found in named]


def _some_failed(file: Berkas, lines: Sequence[Line], params: Klaim, results: Mapping[str, Hasil]) -> Iterator[Offence]:
    """Claims of failure in a report whose every result is at least the target."""
    for line in lines:
        match = None if line.in_table else _first(params.gagal, line.text)
        if match:
            against = f"tidak ada capaian pada tabel di bawah {params.batas:g} %"
            yield _offence(file, line, match[0], list(results.values()), against)


def _exceeded(
    file: Berkas, lines: Sequence[Line], params: Klaim, results: Mapping[str, Hasil], limit: Decimal
) -> Iterator[Offence]:
    """Claims that a target was exceeded by what only reached it, for the one sasaran or indikator that is named."""
    groups: dict[str, list[Hasil]] = {}
    for found in results.values():
        for name in {matching.normal(str(found.row.indikator or "")), matching.normal(str(found.row.sasaran or ""))}:
            if len(name) >= _SHORTEST:
                groups.setdefault(name, []).append(found)
    years = {found.part.isi.tahun for found in results.values()}
    for line in lines:
        for text in () if line.in_table else _SENTENCE.split(line.text):
            match = _first(params.lampaui, text)
            if match is None or any(int(year) not in years for year in _YEAR.findall(text)):
                continue
            words = matching.normal(text)
            named = [name for name in groups if name in words]
            spoken = {id(found): found for name in named for found in groups[name]}
            if spoken and all(found.tertinggi <= limit for found in spoken.values()):
                highest = _shown(max(found.tertinggi for found in spoken.values()))
                yield _offence(file, line, match[0], list(spoken.values()), f"capaiannya pada tabel {highest}")


def _counted(file: Berkas, lines: Sequence[Line], results: Sequence[Hasil], limit: Decimal) -> Iterator[Offence]:
    """How many indikator a sentence says came out above or below the target, of as many as the tables give.

    A sentence that gives another total speaks of other indikator than those that were read, and is left alone; so is
    one whose number only one of several readings of the figures confirms.
    """
    years = {found.part.isi.tahun for found in results}
    for line in lines:
        for text in () if line.in_table else _SENTENCE.split(line.text):
            total = _ALL.search(text)
            if total is None or int(total[1]) != len(results) or any(int(y) not in years for y in _YEAR.findall(text)):
                continue
            for claim in _SOME.finditer(text, total.end()):
                over, under = _OVER.search(claim[2]), _UNDER.search(claim[2])
                if bool(over) == bool(under) or re.search(r"\d\s*(?:%|persen)?\s*[-–]\s*\d|\bs\W?d\b", claim[2]):
                    continue
                counts = (
                    {sum(one.terendah > limit for one in results), sum(one.tertinggi > limit for one in results)}
                    if over
                    else {sum(one.terendah < limit for one in results), sum(one.tertinggi < limit for one in results)}
                )
                if int(claim[1]) not in counts:
                    number = " atau ".join(str(count) for count in sorted(counts))
                    side = "di atas" if over else "di bawah"
                    against = f"menurut tabel capaian ada {number} indikator {side} {float(limit):g} %"
                    yield _offence(file, line, claim[0].strip(), results, against)
