"""Checks on the annual report: its parts and its comparisons.

A file that holds only some chapters is not judged for what the others would hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from saksama.checker import matching
from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    Verdict,
    check,
    evidence,
    judge,
    manual,
    missing,
    not_applicable,
    passed,
    place,
    unknown_fields,
)
from saksama.checker.checks.potongan import MIDWAY, begins_midway, is_partial, only, parts_seen
from saksama.checker.run import BuktiTemuan
from saksama.checker.submission import Naskah, Part
from saksama.parsers.model import Line
from saksama.parsers.records.bagian import sections
from saksama.parsers.records.kerangka import headings
from saksama.parsers.records.types import Bagian, Perbandingan


class BagianAda(Params, frozen=True):
    """bagian: section of the report -> its name. memuat: what must be spoken of in it -> phrases that speak of it.

    samar: the same -> phrases that may speak of it; where only these stand there, a person looks.
    """

    bagian: dict[str, str]
    memuat: dict[str, tuple[str, ...]] = {}
    samar: dict[str, tuple[str, ...]] = {}

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for name in self.bagian:
            if name not in Bagian.__struct_fields__:
                yield f"bagian “{name}” tidak dikenal."
        for name in self.samar:
            if name not in self.memuat:
                yield f"“{name}” pada samar tidak ada pada memuat."


@check("bagian_ada", "naskah", values=("bagian", "keadaan"))
def bagian_ada(case: Case, params: BagianAda) -> Verdict:
    """Bagian laporan yang disebut harus ada, dan memuat hal-hal yang disebut."""
    naskah = report(case)
    seen = parts_seen(naskah)
    absent = [(key, name) for key, name in params.bagian.items() if key not in seen]
    if absent and is_partial(naskah):
        return not_applicable(only(naskah))
    offences = [
        Offence({"bagian": _capital(name), "keadaan": "tidak ada"}, (BuktiTemuan(naskah.berkas),), key)
        for key, name in absent
    ]
    for key in params.bagian:
        if key in seen:
            offences += _unspoken(naskah, key, seen, params.memuat)
    doubts = [one for one in offences if _perhaps(one, seen, params.samar)]
    reasons = [f"{one.nilai['bagian']} tidak dibahas dengan jelas; telaah isinya" for one in doubts]
    return judge([one for one in offences if one not in doubts], reasons)


def _perhaps(offence: Offence, seen: dict[str, tuple[Part, int | bool]], vague: dict[str, tuple[str, ...]]) -> bool:
    """Whether the section has words that may speak of what is missing."""
    key, _, name = offence.label.partition(" ")
    if key not in seen or name not in vague:
        return False
    return _speaks(_told(seen[key][0], key), vague[name])


def _capital(name: str) -> str:
    """A name as the first word of a sentence."""
    return name[:1].upper() + name[1:]


def report(case: Case) -> Naskah:
    """The report being judged."""
    assert case.naskah is not None
    return case.naskah


def _unspoken(
    naskah: Naskah, key: str, seen: dict[str, tuple[Part, int | bool]], wanted: dict[str, tuple[str, ...]]
) -> Iterator[Offence]:
    part, page = seen[key]
    text = _told(part, key)
    for name, phrases in wanted.items():
        if not _speaks(text, phrases):
            bukti = place(part.record.place(f"bagian.{key}"), part.berkas.berkas)
            bukti = msgspec.structs.replace(bukti, halaman=page if type(page) is int else bukti.halaman)
            yield Offence({"bagian": _capital(name), "keadaan": "tidak dibahas"}, (bukti,), f"{key} {name}")


def _speaks(text: str, phrases: Sequence[str]) -> bool:
    """Whether one of these phrases stands in a text as words of its own ("saran" is not in "sasaran")."""
    words = "|".join(re.escape(phrase.casefold()) for phrase in phrases)
    return re.search(rf"(?<!\w)(?:{words})(?:nya)?(?!\w)", text) is not None


_OUTLINE = re.compile(
    r"\s*(?:(?P<nomor>\d{1,2}(?:\s?\.\s?\d{1,2})+)|[A-Z])?[.)]?\s*sistematika\b.{0,40}", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*(\d{1,2}(?:\s?\.\s?\d{1,2})+)\b")


def _told(part: Part, key: str) -> str:
    """The text of a section, without its outline of the report ("Sistematika"), which only names what others tell."""
    told: list[str] = []
    outline: list[int] | None = None
    for line in section_lines(part, key):
        if found := _OUTLINE.fullmatch(line.text):
            outline = [int(number) for number in re.findall(r"\d+", found["nomor"] or "")]
        elif outline is not None and (numbered := _NUMBERED.match(line.text)):
            number = [int(one) for one in re.findall(r"\d+", numbered[1])]
            # The outline ends at the next section of its own chapter.
            if outline and number[0] == outline[0] and number > outline:
                outline = None
        if outline is None:
            told.append(line.text.casefold())
    return " ".join(told)


def section_lines(part: Part, key: str) -> list[Line]:
    """The lines of a section: from its first page to that of the next section, or by its heading without pages."""
    document = part.berkas.document
    if document is None:
        return []
    start = getattr(part.isi.bagian, key)
    if type(start) is not int:
        places = sections(headings(document))
        if key not in places:
            return list(document.lines)
        first = places[key].urutan
        after = min((one.urutan for one in places.values() if one.urutan > first), default=len(document.blocks))
        return list(msgspec.structs.replace(document, blocks=document.blocks[first:after], margins=()).lines)
    later = [
        page
        for name in Bagian.__struct_fields__
        if type(page := getattr(part.isi.bagian, name)) is int and page > start
    ]
    end = min(later, default=10**6)
    return [line for line in document.lines if line.location.halaman and start <= line.location.halaman <= end]


class Banding(Params, frozen=True):
    """perbandingan: which comparison, or several joined by "|" of which one will do; nama: its name.

    bila_tidak_ada: `telaah` hands its absence to the reviewer, unless an IKU of the submission uses one of the words of
    `diminta_iku`. bernilai: a comparison of performance and budget counts only where its tables print amounts; where
    sentences give them for an indikator or sasaran, the reviewer decides. tersirat: a column of the rows of results;
    where it is filled, figures stand beside each other though nothing compares them, and the reviewer decides.
    """

    perbandingan: str
    nama: str
    bernilai: bool = False
    tersirat: str = ""
    bila_tidak_ada: Literal["temuan", "telaah"] = "temuan"
    diminta_iku: tuple[str, ...] = ()

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for name in self.perbandingan.split("|"):
            if name not in Perbandingan.__struct_fields__:
                yield f"perbandingan “{name}” tidak dikenal."
        if self.tersirat:
            yield from unknown_fields(jenis, f"capaian.{self.tersirat}")


@check("perbandingan_ada", "naskah", values=("nama",))
def perbandingan_ada(case: Case, params: Banding) -> Verdict:
    """Laporan harus memuat perbandingan atau analisis yang disebut."""
    naskah = report(case)
    found = [
        (part, name)
        for part in naskah.parts
        for name in params.perbandingan.split("|")
        if getattr(part.isi.perbandingan, name)
    ]
    if any(not params.bernilai or name != "kinerja_anggaran" or _prints_amounts(part, name) for part, name in found):
        return passed()
    if found and _amounts_told(naskah):
        return manual(f"{params.nama[:1].upper()}{params.nama[1:]} hanya disebut dalam kalimat, tidak dalam tabel.")
    if not naskah.parts:
        return missing("Isi laporan tidak dikenali.")
    if is_partial(naskah) and "bab_3" not in parts_seen(naskah):
        return not_applicable(only(naskah))
    if params.bila_tidak_ada == "telaah" and not _asked_by_iku(case, params.diminta_iku):
        return manual(f"Tidak ditemukan {params.nama}; pastikan apakah memang ada pembandingnya.")
    if begins_midway(naskah):
        return manual(f"{MIDWAY} {params.nama[:1].upper()}{params.nama[1:]} mungkin ada di sana.")
    if params.tersirat and any(getattr(row, params.tersirat) for part in naskah.parts for row in part.isi.capaian):
        name = f"{params.nama[:1].upper()}{params.nama[1:]}"
        return manual(f"{name} tidak disajikan tersendiri; angkanya hanya tampak berdampingan pada tabel capaian.")
    bab = parts_seen(naskah).get("bab_3")
    bukti = BuktiTemuan(bab[0].berkas.berkas, halaman=bab[1] if type(bab[1]) is int else None) if bab else None
    values = {"nama": params.nama}
    return Verdict("temuan", None, (Offence(values, (bukti or BuktiTemuan(naskah.berkas),), params.perbandingan),))


_AMOUNT = re.compile(r"\bRp|\d{1,3}(?:[.,]\d{3}){2}")
_TOLD = re.compile(r"\b(?:sasaran|indikator)\b[^.;]{0,200}\banggaran\b[^.;]{0,80}\bRp", re.IGNORECASE)


def _prints_amounts(part: Part, name: str) -> bool:
    """Whether the tables on a comparison's pages print amounts of money; true where there is no text to see it in."""
    document = part.berkas.document
    pages = set(getattr(part.isi.perbandingan, name))
    lines = [line for line in document.lines if line.location.halaman in pages] if document else []
    return not lines or any(_AMOUNT.search(line.text) for line in lines if line.in_table)


def _amounts_told(naskah: Naskah) -> bool:
    lines = [line for file in naskah.files for line in (file.document.lines if file.document else ())]
    return any(_TOLD.search(line.text) for line in lines if not line.in_table)


class Lengkap(Params, frozen=True):
    """nama: what the report must hold; perjanjian: words in the title of the table that holds the year's agreement;
    mirip: likeness from which a row of results may be an agreed indikator's."""

    nama: str
    perjanjian: tuple[str, ...] = ("perjanjian kinerja", "penetapan kinerja")
    mirip: float = 60.0


@check("target_realisasi_lengkap", "naskah", values=("nama",))
def target_realisasi_lengkap(case: Case, params: Lengkap) -> Verdict:
    """Laporan harus membandingkan target dan realisasi setiap indikator perjanjian kinerja yang dicetaknya sendiri."""
    whole = perbandingan_ada(case, Banding(perbandingan="target_realisasi", nama=params.nama))
    naskah = report(case)
    # A table that only sets results against the end of the plan does not report the year's target.
    reported = [
        row.indikator
        for part in naskah.parts
        for row in part.isi.capaian
        if row.indikator and (row.target_akhir is None or row.target != row.target_akhir)
    ]
    if whole.status != "lulus" or not reported:
        return whole
    agreed: dict[str, tuple[Part, int]] = {}
    for part in naskah.parts:
        for index, row in enumerate(part.isi.rencana):
            if row.indikator and any(words in (row.tabel or "").casefold() for words in params.perjanjian):
                agreed.setdefault(row.indikator, (part, index))
    absent = [text for text in agreed if not _reported(text, reported, params.mirip)]
    if len(absent) * 2 > len(agreed):
        return manual(
            f"{len(absent)} indikator perjanjian kinerja tidak ditemukan pada tabel capaian; periksa tabelnya."
        )
    return judge(
        Offence(
            {"nama": f"{params.nama} untuk indikator “{text}”"},
            (evidence(agreed[text][0], f"rencana.{agreed[text][1]}.indikator", text, "indikator"),),
            text,
        )
        for text in absent
    )


def _reported(text: str, reported: Sequence[str], likeness: float) -> bool:
    """Whether an agreed indikator, or each of several listed in one cell ("1. ... 2. ..."), is among those reported."""
    parts = [one for one in re.split(r"(?:^|\s)(?:\d|[a-z])[.)]\s+", text) if len(one) > _SHORTEST] or [text]
    return any(matching.likeness(text, other) >= likeness for other in reported) or (
        len(parts) > 1 and all(any(matching.likeness(part, other) >= likeness for other in reported) for part in parts)
    )


_SHORTEST = 8


def _asked_by_iku(case: Case, words: Sequence[str]) -> bool:
    texts = " ".join(
        f"{row.indikator} {row.target} {row.formula} {row.sumber_data}".casefold()
        for part in case.submission.parts("iku")
        for row in part.isi.indikator
    )
    return any(word.casefold() in texts for word in words)
