"""Explanations of the annual report: does every target that was missed have its cause and its remedy told?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, certainty, check, evidence, judge, missing
from saksama.checker.checks.laporan import section_lines
from saksama.checker.checks.narasi import NO_TABLE, rows_by_indikator
from saksama.checker.checks.potongan import begins_midway, is_partial, parts_seen
from saksama.checker.checks.rujukan import of_year
from saksama.checker.submission import Naskah, Part
from saksama.parsers.model import Line
from saksama.parsers.numbers import is_blank, parse_number

_ITEM = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]\s+[A-Z]")
_PERCENT = re.compile(r"\((\d+(?:[.,]\d+)?)\s*%?\)")
_SECTION = re.compile(
    r"\s*(?:(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]?\s+)?(?:analis[ai]s?\s+(?:atas\s+)?)?(?:membandingkan|perbandingan|efisiensi|"
    r"realisasi\s+(?:anggaran|keuangan)|akuntabilitas\s+(?:keuangan|anggaran)|program/kegiatan|penutup|bab\s+[IVX]+)\b"
    r"[^.;]{0,150}$",
    re.IGNORECASE,
)
"""Titles of sections that compare or account for money, and explain nothing."""
_MISSED = re.compile(
    r"\b(?:tidak|belum)\s+(?:dapat\s+|bisa\s+|sepenuhnya\s+)?(?:mencapai|memenuhi|tercapai|terpenuhi)\b|"
    r"\b(?:kurang\s+dari|di\s?bawah)\s+(?:target|100)\b"
)
_AFFIXES = r"(?<!\w)(?:di|me|mem|men|meng)?(?:{})(?:kan|nya|i)?(?!\w)"
_SHORTEST = 12
_LEAD = 30
"""Letters before the name of a sasaran in a sentence that goes on to it ("Untuk sasaran 2, yaitu ...")."""
_WORDS = 4
"""An indikator of fewer words of weight is only recognised by its exact wording."""
_SHARE = 0.85
"""Share of an indikator's words of weight that a sentence must have to speak of it in other order or with others."""
_BESIDE = 4
"""Paragraphs from such a sentence on that may tell why."""
_TOLERANCE = Decimal("0.6")


class Penjelasan(Params, frozen=True):
    """batas: achievement (per cent) from which nothing need be explained; sebab, perbaikan: words that speak of cause
    and of remedy; jangkauan: how many lines after the indikator's name belong to it."""

    sebab: tuple[str, ...]
    perbaikan: tuple[str, ...]
    batas: float = 100.0
    jangkauan: int = 40


class Lain(msgspec.Struct, frozen=True):
    """The other indikator of a report, and its other sasaran, as normalised."""

    indikator: tuple[str, ...]
    sasaran: tuple[str, ...]

    def begins_in(self, text: str) -> bool:
        """Whether a paragraph speaks of another indikator, or begins with another sasaran."""
        return any(one in text for one in self.indikator) or any(
            one in text[: len(one) + _LEAD] for one in self.sasaran
        )


class Kurang(msgspec.Struct, frozen=True):
    """A row that fell short, and its achievement as printed."""

    part: Part
    index: int
    row: Any
    capaian: str
    kolom: str


@check("kekurangan_dijelaskan", "naskah", values=("indikator", "capaian", "kurang"))
def kekurangan_dijelaskan(case: Case, params: Penjelasan) -> Verdict:
    """Indikator yang capaiannya di bawah 100 % harus disertai sebab dan perbaikannya."""
    assert case.naskah is not None
    groups = rows_by_indikator(case.naskah)
    short = {key: found for key, rows in groups.items() if (found := _below(rows, params.batas))}
    rows_found = [row for rows in groups.values() for _, _, row in rows]
    if not groups:
        return missing(NO_TABLE)
    if not short and all(is_blank(row.capaian) for row in rows_found):
        return missing("Tidak ada capaian yang terbaca.")
    # Explanations are given in prose and in tables of causes alike.
    lines = [
        (matching.normal(line.text), line)
        for file in case.naskah.files
        if file.document
        for line in file.document.lines
    ]
    doubts = [
        f"{row.indikator}: capaiannya tidak terbaca (target {row.target}, realisasi {row.realisasi})"
        for key, rows in groups.items()
        if key not in short and (row := _perhaps_below(rows, params.batas)) is not None
    ]
    offences: list[Offence] = []
    midway = begins_midway(case.naskah)
    cause_words, remedy_words = (_pattern(words) for words in (params.sebab, params.perbaikan))
    silent = _tells_no_remedy(case.naskah, lines, remedy_words)
    together = _told_together([_name(found.row, key) for key, found in short.items()], lines)
    goals = {matching.normal(row.sasaran) for row in rows_found if row.sasaran}
    for key, found in short.items():
        row = found.row
        near = _told_of(row, key, lines, params.jangkauan, (list(groups), goals))
        cause = cause_words.search(near) is not None
        remedy = remedy_words.search(near) is not None
        lacking = " dan ".join(name for name, there in (("sebab", cause), ("perbaikan", remedy)) if not there)
        if not lacking:
            continue
        if certainty(found.part, f"capaian.{found.index}.indikator") == "rendah":
            doubts.append(f"{row.indikator}: beberapa indikator terbaca sebagai satu baris, periksa penjelasannya")
        elif not cause and midway:
            doubts.append(f"{row.indikator} ({found.capaian}): {lacking} mungkin ada pada bagian yang tidak diserahkan")
        elif not cause and not remedy and together:
            doubts.append(f"{row.indikator} ({found.capaian}): mungkin dijelaskan bersama indikator lain")
        elif not cause or silent:
            values = {"indikator": row.indikator, "capaian": found.capaian, "kurang": lacking}
            bukti = (evidence(found.part, f"capaian.{found.index}.{found.kolom}", found.capaian, "capaian"),)
            offences.append(Offence(values, bukti, row.indikator, "capaian", "rendah" if cause or remedy else "sedang"))
        else:
            doubts.append(f"{row.indikator} ({found.capaian}): {lacking} belum tampak")
    return judge(offences, doubts)


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words of a list as words of their own, with the usual affixes ("strategi" is not in "sasaran strategis")."""
    return re.compile(_AFFIXES.format("|".join(re.escape(matching.normal(word)) for word in words)))


def _below(rows: Sequence[tuple[Part, int, Any]], limit: float) -> Kurang | None:
    """The first row of an indikator whose achievement is below the limit; where nothing was planned nothing lacks."""
    for part, index, row in rows:
        target = parse_number(row.target)
        if (target is not None and target.nilai == 0) or not of_year(row, "capaian", part.isi.tahun):
            continue
        column = "realisasi" if is_blank(row.capaian) else "capaian"
        text = _in_brackets(row) if column == "realisasi" else row.capaian
        number = parse_number(text)
        if (
            text is not None
            and number is not None
            and max(number.nilai, number.lain or number.nilai) < Decimal(str(limit))
        ):
            return Kurang(part, index, row, text, column)
    return None


def _in_brackets(row: Any) -> str | None:
    """The percentage in brackets behind the realisasi ("270 (60%)"), where it is what realisasi and target give."""
    match = _PERCENT.search(row.realisasi or "")
    if match is None:
        return None
    target, reached, stated = (parse_number(text) for text in (row.target, row.realisasi[: match.start()], match[1]))
    if not target or not reached or not stated or not target.nilai or target.lain or reached.lain:
        return None
    return match[1] if abs(reached.nilai / target.nilai * 100 - stated.nilai) <= _TOLERANCE else None


def _perhaps_below(rows: Sequence[tuple[Part, int, Any]], limit: float) -> Any | None:
    """A row of an indikator without any achievement of its own, whose figures leave room for one below the target."""
    if any(not is_blank(row.capaian) for _, _, row in rows):
        return None
    for _, _, row in rows:
        target, result = parse_number(row.target), parse_number(row.realisasi)
        printed = _PERCENT.findall(row.realisasi or "")
        if any(number and number.nilai < Decimal(str(limit)) for number in map(parse_number, printed)):
            return row
        if not printed and target and result and result.nilai < target.nilai and row.target_akhir is None:
            return row
    return None


def _told_of(
    row: Any, key: str, lines: Sequence[tuple[str, Line]], reach: int, known: tuple[Sequence[str], set[str]]
) -> str:
    """What the report tells of an indikator: below its exact name, and in sentences with nearly all of its words.

    known: the report's indikator and sasaran, as normalised.
    """
    name, own = _name(row, key), matching.normal(row.sasaran or "")
    others = Lain(
        tuple(other for other in known[0] if len(other) > _SHORTEST and name not in other and other not in name),
        tuple(goal for goal in known[1] if own and len(goal) > _SHORTEST and goal not in own and own not in goal),
    )
    near = [_near(name, lines, reach, others)]
    near += [text for text in _around(name, lines, others) if text not in near[0]]
    return " ".join(near)


def _name(row: Any, key: str) -> str:
    """What an indikator is called in prose: a detail ("Populasi ternak - Sapi") goes under the name of the whole."""
    return matching.normal(str(row.indikator).split(" - ")[0]) or key


def _around(name: str, lines: Sequence[tuple[str, Line]], others: Lain) -> Iterator[str]:
    """The paragraphs that have nearly all of a name's words, and those beside them that speak of nothing else."""
    prose = [(text, line) for text, line in lines if not line.in_table and line.heading is None]
    for index, (text, _) in enumerate(prose):
        if not _speaks_of(name, text):
            continue
        yield text
        if index and not others.begins_in(prose[index - 1][0]):
            yield prose[index - 1][0]
        for after, line in prose[index + 1 : index + _BESIDE]:
            if others.begins_in(after) or _SECTION.match(line.text):
                break
            yield after


def _speaks_of(name: str, text: str) -> bool:
    """Whether a paragraph has nearly all of the words of a name close together."""
    wanted = {word for word in name.split() if len(word) > 3}
    if len(wanted) < _WORDS or len(text) < len(name) * _SHARE:
        return False
    words = text.split()
    if len(wanted.intersection(words)) < _SHARE * len(wanted):
        return False
    reach = 2 * len(name.split())
    return any(
        len(wanted.intersection(words[start : start + reach])) >= _SHARE * len(wanted)
        for start, word in enumerate(words)
        if word in wanted
    )


def _told_together(names: Sequence[str], lines: Sequence[tuple[str, Line]]) -> bool:
    """Whether a paragraph names several of the indikator that fell short and says so: they may be explained at once."""
    return any(
        _MISSED.search(text) and sum(name in text or _speaks_of(name, text) for name in names) > 1
        for text, line in lines
        if not line.in_table
    )


def _near(key: str, lines: Sequence[tuple[str, Line]], reach: int, others: Lain) -> str:
    """The text at and after each place that names the indikator, up to where something else begins; no headings.

    What follows a table of several indikator is about none of them in particular.
    """
    near: list[str] = []
    for start, (named, first) in enumerate(lines):
        if key not in named and not (len(named) > _SHORTEST and named in key):
            continue
        within = first.in_table and _of_several(start, lines, others)
        for text, line in lines[start : start + reach]:
            if within and not line.in_table:
                break
            if not line.in_table and key not in text and (others.begins_in(text) or _SECTION.match(line.text)):
                break
            if line.heading is None and not _is_title(line.text):
                near.append(text)
    return " ".join(near)


def _of_several(at: int, lines: Sequence[tuple[str, Line]], others: Lain) -> bool:
    """Whether the table around a line also names another indikator."""
    first = last = at
    while first > 0 and lines[first - 1][1].in_table:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1][1].in_table:
        last += 1
    return any(one in text for text, _ in lines[first : last + 1] for one in others.indikator)


def _tells_no_remedy(naskah: Naskah, lines: Sequence[tuple[str, Line]], remedy: re.Pattern[str]) -> bool:
    """Whether a report that is all there has no place for remedies: no heading names one, nor does its last chapter."""
    seen = parts_seen(naskah)
    if is_partial(naskah) or "bab_3" not in seen or "bab_4" not in seen:
        return False
    if any(remedy.search(text) for text, line in lines if line.heading is not None or _is_title(line.text)):
        return False
    return not any(remedy.search(matching.normal(line.text)) for line in section_lines(seen["bab_4"][0], "bab_4"))


def _is_title(text: str) -> bool:
    """Whether a numbered line is a title ("8. Analisis Penyebab Keberhasilan"), which explains nothing."""
    if not _ITEM.match(text) or text.rstrip().endswith((".", ";", ":", ",")):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3 and word != "serta"]
    return len(words) > 1 and all(word[0].isupper() for word in words)
