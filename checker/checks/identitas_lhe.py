"""Number, date and identity of an evaluation report, and what its template left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    Verdict,
    check,
    judge,
    manual,
    missing,
    not_applicable,
    place,
    scanned,
)
from saksama.checker.run import Keyakinan
from saksama.parsers.dates import parse_date
from saksama.parsers.model import Line

HEAD, FOOT = 60, 40
"""Lines at either end of a report among which its number and date stand."""
TEXT = 8
"""Lines outside tables from which a paper is a report."""
QUOTE = 90
_OPEN = r"[\s.…_\-–/:]*"
_NUMBER = re.compile(r"^\W*(?:nomor\b|no\.?\s*:)\s*:?\s*(?P<nomor>\S.*)?$", re.IGNORECASE)
_DATE = re.compile(r"^\W*(?:tanggal|tgl\.?)\s*:?\s*(?P<tanggal>\S.*)?$", re.IGNORECASE)
_PLACE_DATE = re.compile(r"^[A-Z][\w .'-]{2,30},\s*(?P<tanggal>[\s.…_\-–\d]*[^\W\d_]*\s*[\d.…_]*)$")
_LAW = re.compile(r"\btentang\b|\btahun\s+\d{4}", re.IGNORECASE)
_BLANKS = re.compile(r"\.{3,}|…|_{3,}|(?<!\w)x{3,}(?!\w)", re.IGNORECASE)
_GAP = re.compile(r"^\s*/|/\s*/|/\s*$")
"""A part of a number that was left open: "700/      /2026"."""
_MONTH_ONLY = re.compile(r"^\W*[^\W\d_]+\s+\d{4}\W*$")


class Isian(Params, frozen=True):
    """pola: regular expression of what a template left -> how it is called."""

    pola: dict[str, str]

    def problems(self, jenis: Sequence[str]) -> Iterator[str]:
        """Regular expressions that don't compile."""
        for pattern in self.pola:
            try:
                re.compile(pattern)
            except re.error as error:
                yield f"pola “{pattern}” tidak benar: {error}"


@check("identitas_lhe", "rekaman", values=("hal", "tertulis"))
def identitas_lhe(case: Case, params: Isian) -> Verdict:
    """Nomor, tanggal dan unit harus terisi, dan tidak boleh ada sisa isian templat."""
    assert case.part is not None
    document = case.part.berkas.document
    lines = document.lines if document else ()
    if not lines:
        return missing("Naskah laporan tidak terbaca.")
    parts = case.isi.komponen
    if parts and _is_table(lines):
        return not_applicable("Berkas ini lampiran atau rekapitulasi berupa tabel, bukan laporan.")
    offences = [*_number(case, lines), *_date(case, lines)]
    absent = [offence for offence in offences if not offence.nilai["tertulis"]]
    if absent and scanned(case.part):
        return manual("Naskah berupa hasil pindai; nomor atau tanggal mungkin tetap tertulis. Periksa dengan mata.")
    known = {id_ for offence in offences for id_ in _places(offence)}
    offences += [offence for offence in _left(case, lines, params.pola) if not known & _places(offence)]
    doubts = [] if case.isi.unit else ["nama unit yang dievaluasi tidak terbaca"]
    return judge(offences, doubts)


def _is_table(lines: Sequence[Line]) -> bool:
    """Whether there is hardly any text outside the tables: a recap of scores bears no number of its own."""
    return sum(not line.in_table for line in lines) < TEXT


def _places(offence: Offence) -> set[tuple[int | None, int | None, str | None]]:
    return {(item.halaman, item.baris, item.kutipan) for item in offence.bukti}


def _number(case: Case, lines: Sequence[Line]) -> Iterator[Offence]:
    printed = case.isi.nomor
    if printed and not _open_number(printed):
        return
    labelled = [(line, match["nomor"] or "") for line in lines[:HEAD] if (match := _NUMBER.match(line.text))]
    own = [(line, text) for line, text in labelled if not _LAW.search(text)]
    if not printed and any(re.search(r"\d", text) and not _open_number(text) for _, text in own):
        return
    yield _offence(case, "Nomor", printed, own)


def _open_number(text: str) -> bool:
    return _BLANKS.search(text) is not None or _GAP.search(text) is not None


def _date(case: Case, lines: Sequence[Line]) -> Iterator[Offence]:
    if case.isi.tanggal:
        return
    ends = (*lines[:HEAD], *lines[-FOOT:])
    labelled = [
        (line, (match["tanggal"] or "").strip())
        for line in dict.fromkeys(ends)
        for match in (_DATE.match(line.text), _PLACE_DATE.match(line.text))
        if match
    ]
    blank = [pair for pair in labelled if re.fullmatch(_OPEN, pair[1]) or _BLANKS.search(pair[1]) or _month(pair[1])]
    if blank or not any(parse_date(text) for _, text in labelled):
        yield _offence(case, "Tanggal", None, blank)


def _month(text: str) -> bool:
    """Whether only month and year stand where a date belongs."""
    return _MONTH_ONLY.match(text) is not None


def _offence(case: Case, hal: str, printed: str | None, labelled: Sequence[tuple[Line, str]]) -> Offence:
    berkas = case.files[0].berkas
    first = labelled[0][0] if labelled else None
    quote = first.text if first else printed
    bukti = place(first.location if first else None, berkas, quote)
    sure: Keyakinan = "tinggi" if first or printed else "sedang"
    told = f"{hal} belum terisi: “{shown(quote)}”" if quote else f"{hal} tidak ditemukan"
    return Offence({"hal": told, "tertulis": quote or ""}, (bukti,), hal.lower(), "isian", sure)


def shown(text: str) -> str:
    """A quotation of one line, not longer than a message can bear."""
    folded = " ".join(text.split())
    return folded if len(folded) <= QUOTE else folded[:QUOTE] + "…"


def _left(case: Case, lines: Sequence[Line], patterns: Mapping[str, str]) -> Iterator[Offence]:
    """One finding per kind of placeholder, with every place."""
    berkas = case.files[0].berkas
    for pattern, name in patterns.items():
        hits = [line for line in lines if re.search(pattern, line.text)]
        if hits:
            bukti = tuple(place(line.location, berkas, line.text) for line in hits[:5])
            told = f"Sisa isian templat ({name}, {len(hits)} kali): “{shown(hits[0].text)}”"
            values = {"hal": told, "tertulis": hits[0].text}
            yield Offence(values, bukti, name, "templat")
