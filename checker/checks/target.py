"""Quality of targets: within their scale, in a unit that suits the indikator, not easier than what was reached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.checks.capaian import polarity
from saksama.checker.checks.isian import is_empty
from saksama.checker.checks.mutu import NOTHING, texts
from saksama.checker.checks.rujukan import Rujukan, items
from saksama.parsers.numbers import canonical_unit, parse_number


class Skala(Params, frozen=True):
    """tabel: kind -> tables with target columns; persen_maks: the highest sensible percentage; skala: word in an
    indikator -> the highest value of its scale; kecuali: words of percentages that may exceed 100."""

    tabel: dict[str, tuple[str, ...]]
    persen_maks: float = 100.0
    skala: dict[str, float] = {}
    kecuali: tuple[str, ...] = ()


@check("target_masuk_akal", "rekaman", values=("indikator", "target", "batas"))
def target_masuk_akal(case: Case, params: Skala) -> Verdict:
    """Target persentase tidak melebihi 100 dan target indeks tidak melebihi skalanya, kecuali ukuran pertumbuhan."""
    found = list(texts(case, params.tabel, "indikator"))
    if not found:
        return missing(NOTHING)

    def offences() -> Iterator[Offence]:
        for path, text, row in found:
            words = matching.normal(text)
            if any(re.search(rf"\b{re.escape(word)}", words) for word in params.kecuali):
                continue
            table = path.rsplit(".", 1)[0]
            for name, target in _targets(row):
                limit = _limit(words, getattr(row, "satuan", None), target, params)
                number = parse_number(target)
                if limit is None or number is None:
                    continue
                if min(value for value in (number.nilai, number.lain) if value is not None) > limit:
                    values = {"indikator": text, "target": target, "batas": f"{limit:g}"}
                    bukti = (case.bukti(f"{table}.{name}", target, "target"),)
                    yield Offence(values, bukti, text, "target", case.certainty(f"{table}.{name}"))
                    break

    return judge(offences())


def _targets(row: Any) -> list[tuple[str, str]]:
    target: Any = getattr(row, "target", None)
    if isinstance(target, dict):
        return [(f"target.{year}", text) for year, text in target.items() if not is_empty(text)]
    return [] if is_empty(target) else [("target", target)]


def _limit(words: str, satuan: str | None, target: str, params: Skala) -> float | None:
    unit = canonical_unit(satuan) if satuan else None
    if unit == "%" or "%" in target or (not satuan and words.startswith("persentase")):
        return params.persen_maks
    for word, limit in params.skala.items():
        if re.search(rf"\b{re.escape(word)}\b", words):
            return limit
    return None


class Satuan(Params, frozen=True):
    """tabel: kind -> tables; persen: first words of indicators measured in per cent; hitung: first words of counts;
    indeks: first words of indices and scores, which are no percentages."""

    tabel: dict[str, tuple[str, ...]]
    persen: tuple[str, ...] = ("persentase",)
    hitung: tuple[str, ...] = ("jumlah",)
    indeks: tuple[str, ...] = ("indeks", "indek", "skor")


@check("jenis_satuan", "rekaman", values=("indikator", "satuan", "sebab"))
def jenis_satuan(case: Case, params: Satuan) -> Verdict:
    """Indikator persentase bersatuan %, indikator jumlah dan indeks tidak bersatuan %."""
    found = list(texts(case, params.tabel, "indikator"))
    if not found:
        return missing(NOTHING)

    def offences() -> Iterator[Offence]:
        for path, text, row in found:
            unit = row.satuan
            if is_empty(unit):
                continue
            words, percent = matching.normal(text), canonical_unit(unit) == "%"
            if percent and any(words.startswith(f"{word} ") for word in params.hitung):
                sebab = "indikator jumlah tidak bersatuan persen"
            elif percent and any(words.startswith(f"{word} ") for word in params.indeks):
                sebab = "indeks atau skor tidak bersatuan persen"
            elif (
                not percent and any(words.startswith(f"{word} ") for word in params.persen) and not _percent_like(unit)
            ):
                sebab = "indikator persentase seharusnya bersatuan persen"
            else:
                continue
            table = path.rsplit(".", 1)[0]
            values = {"indikator": text, "satuan": unit, "sebab": sebab}
            yield Offence(
                values, (case.bukti(f"{table}.satuan", unit, "satuan"),), text, "satuan", case.certainty(path)
            )

    return judge(offences())


def _percent_like(unit: str) -> bool:
    return re.search(r"%|pers|pros|proporsi", unit.casefold()) is not None


class Menantang(Params, frozen=True):
    """sumber: this year's targets; acuan: last year's realisation; ambang: likeness of the indikator."""

    sumber: Rujukan
    acuan: tuple[Rujukan, ...]
    ambang: float = 85.0

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for rujukan in (self.sumber, *self.acuan):
            yield from rujukan.problems()


@check("target_menantang", "pengajuan", values=("indikator", "target", "realisasi", "dokumen_acuan"))
def target_menantang(case: Case, params: Menantang) -> Verdict:
    """Target tahun ini tidak lebih mudah daripada realisasi tahun lalu (arah menurut berkas.yaml, bila ada)."""
    targets = items(params.sumber, case.submission)
    reached = [item for rujukan in params.acuan for item in items(rujukan, case.submission)]
    if not targets or not reached:
        return missing("Target tahun ini atau realisasi tahun lalu tidak ada.")
    doubts: list[str] = []
    offences: list[Offence] = []
    for pair in matching.pairs([item.label for item in targets], [item.label for item in reached], params.ambang):
        target, before = targets[pair.left], reached[pair.right]
        aim, was = parse_number(target.value), parse_number(before.value)
        if aim is None or was is None or aim.nilai == was.nilai:
            continue
        direction = polarity(case, target.label)
        easier = aim.nilai > was.nilai if direction == "turun" else aim.nilai < was.nilai
        if not easier:
            continue
        if direction is None and aim.nilai < was.nilai * 9 / 10:
            doubts.append(
                f"{target.label}: target {target.value}, realisasi tahun lalu {before.value}; arah indikator tak jelas"
            )
            continue
        values = {
            "indikator": target.label,
            "target": target.value,
            "realisasi": before.value,
            "dokumen_acuan": before.part.berkas.berkas,
        }
        berkas = target.part.berkas.berkas
        offences.append(Offence(values, (target.bukti(), before.bukti()), target.label, "target", berkas=berkas))
    return judge(offences, doubts)
