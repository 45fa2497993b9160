"""The average achievement of the whole report as a sentence gives it, against the average of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import fmean

from saksama.checker import matching
from saksama.checker.checks.base import Offence, evidence, place
from saksama.checker.checks.rujukan import of_year
from saksama.checker.submission import Naskah, Part
from saksama.parsers.numbers import parse_number

_MEAN = re.compile(
    r"\brata\W?rata\s+(?:(?:nilai|capaian|pencapaian|kinerja)\s+)+"
    r"(?:[^.;]{0,120}?\b(?:sebesar|mencapai|adalah|yaitu)\s*)?(?P<angka>\d{1,3}[.,]\d{1,2})\s*(?:%|persen)",
    re.IGNORECASE,
)
_NARROWER = re.compile(
    r"\b(?:misi|tujuan|program|kegiatan|anggaran|penyerapan|serapan|keuangan|fisik|triwulan|renstra|rpjmd|nasional|"
    r"sasaran\s+(?:ke\W?)?(?:\d|[ivx]+\b|pertama|kedua|ketiga)|bidang|seksi|kecuali|tanpa)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<![\d.,])-?\d{1,3}[.,]\d{1,2}(?![\d.,]*\d)")
_FEWEST = 3
_TOLERANCE = 0.1
_CAP = 100.0


def wrong_overall(naskah: Naskah) -> Iterator[Offence]:
    """Sentences whose overall average the table does not give, where another place of the report states the right one.

    An average may be taken over other rows than those that were read; that the report itself prints the computed one
    elsewhere is what makes the sentence wrong.
    """
    rows = _rows(naskah)
    if len(rows) < _FEWEST:
        return
    figures = [figure for figure, _, _, _ in rows]
    groups: dict[str, list[float]] = {}
    for figure, sasaran, _, _ in rows:
        groups.setdefault(sasaran, []).append(figure)
    plain = [fmean(figures), fmean(fmean(group) for group in groups.values())]
    capped = [fmean(min(figure, _CAP) for figure in figures)]
    capped.append(fmean(fmean(min(figure, _CAP) for figure in group) for group in groups.values()))
    lines = [(file, line) for file in naskah.files if file.document for line in file.document.lines]
    printed = {text.replace(",", ".") for _, line in lines for text in _FIGURE.findall(line.text)}
    stated = next((mean for mean in plain if any(abs(float(text) - mean) <= 0.006 for text in printed)), None)
    in_tables = {text.replace(",", ".") for _, line in lines if line.in_table for text in _FIGURE.findall(line.text)}
    if stated is None:
        return
    for file, line in lines:
        found = None if line.in_table else _MEAN.search(line.text)
        if found is None or _NARROWER.search(found[0]) or _names_one(found[0], rows):
            continue
        years = {int(year) for year in re.findall(r"\b20\d\d\b", found[0])}
        told = found["angka"].replace(",", ".")
        if years - {naskah.tahun} or told in in_tables:
            continue
        if all(abs(float(told) - mean) > _TOLERANCE for mean in plain + capped):
            shown = f"{stated:.2f}".replace(".", ",")
            _, _, part, index = rows[0]
            values = {"indikator": "rata-rata capaian kinerja", "kolom": "Angka", "narasi": f"{found['angka']}%"}
            values |= {"tabel": shown, "pembanding": f"{shown}% menurut tabel capaian"}
            bukti = (
                place(line.location, file.berkas, line.text[:200]),
                evidence(part, f"capaian.{index}.capaian", part.isi.capaian[index].capaian, "capaian"),
            )
            yield Offence(values, bukti, found[0][:80], "rata-rata", "sedang")


def _rows(naskah: Naskah) -> list[tuple[float, str, Part, int]]:
    """One achievement for each indikator, with its sasaran; none where the tables give several or unclear ones."""
    found: dict[str, tuple[float, str, Part, int]] = {}
    for part in naskah.parts:
        for index, row in enumerate(part.isi.capaian):
            if not row.indikator or row.target_akhir is not None or not of_year(row, "capaian", part.isi.tahun):
                continue
            number = parse_number(row.capaian)
            if number is None:
                continue
            key, figure = matching.normal(row.indikator), float(number.nilai)
            if number.lain is not None or (key in found and found[key][0] != figure):
                return []
            found.setdefault(key, (figure, matching.normal(row.sasaran or ""), part, index))
    return list(found.values())


def _names_one(text: str, rows: list[tuple[float, str, Part, int]]) -> bool:
    """Whether a sentence names a sasaran or an indikator, whose average it then gives."""
    words = matching.normal(text)
    names = {sasaran for _, sasaran, _, _ in rows} | {
        matching.normal(part.isi.capaian[index].indikator) for _, _, part, index in rows
    }
    return any(len(name) > 12 and name in words for name in names)
