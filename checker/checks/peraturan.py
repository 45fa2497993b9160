"""References to law: still in force, rightly named, and weights as the law has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec
from rapidfuzz import fuzz

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    check,
    judge,
    manual,
    missing,
    not_applicable,
    place,
)
from saksama.checker.regulations import Citation, Regulation, find_citations
from saksama.checker.run import BuktiTemuan
from saksama.checker.submission import fold
from saksama.parsers.model import Line
from saksama.parsers.numbers import parse_number

UNREAD = "Berkas tidak terbaca; lihat BRK-005."


def _citations(case: Case) -> Iterator[tuple[Line, Citation, Regulation]]:
    """Every citation that the register knows, where it stands."""
    assert case.file is not None
    laws = case.tools.peraturan
    for line in case.file.document.lines if case.file.document else ():
        for citation in find_citations(line.text, laws):
            if citation.kunci is not None:
                yield line, citation, laws[citation.kunci]


@check("peraturan_berlaku", "berkas", values=("dirujuk", "status", "pengganti"))
def peraturan_berlaku(case: Case, params: TanpaParameter) -> Verdict:
    """Peraturan yang dirujuk harus masih berlaku pada tahun dokumen (pedoman: juga pada tanggal pemeriksaan)."""
    file = case.file
    assert file is not None
    if file.galat or file.document is None:
        return missing(UNREAD)
    stated = (record.isi.tahun or getattr(record.isi, "tahun_awal", None) for record in file.records)
    own = [year for year in stated if year]
    today = case.submission.tanggal.year if case.submission.tanggal else None
    guide = file.jenis == "pedoman"
    # A guide must be right for as long as it is used; a report only for its own year.
    years = [year for year in (*own, today if guide else None) if year is not None]
    over = [
        (line, citation, law, ended)
        for line, citation, law in _citations(case)
        if (ended := _ended(law, case.tools.peraturan))
    ]
    if over and not years:
        return missing("Tahun dokumen tidak terbaca, sehingga berlakunya peraturan tidak dapat ditentukan.")
    seen: dict[str, Offence] = {}
    doubts: list[str] = []
    for line, citation, law, (successor, since) in over:
        key = str(citation.kunci)
        if since is not None and since >= max(years):
            if since == max(years) and file.jenis == "laporan_kinerja":
                doubts.append(f"{law.sebutan} {law.status} pada tahun laporan ini oleh {successor}")
            if guide and today is None:
                doubts.append(f"{law.sebutan} {law.status} oleh {successor}, sesudah pedoman ini disusun")
            continue
        printed = line.text[citation.start : citation.end]
        values = {"dirujuk": law.sebutan, "status": law.status, "pengganti": successor}
        seen.setdefault(key, Offence(values, (place(line.location, file.berkas, printed),), key))
    return judge(seen.values(), doubts)


def _ended(law: Regulation, laws: dict[str, Regulation]) -> tuple[str, int | None] | None:
    """What ended a regulation and in which year; None while it is in force or not verified."""
    if law.status not in ("dicabut", "diganti"):
        return None
    key = law.digantikan_oleh or law.dicabut_oleh
    successor = laws[key] if key else None
    return (successor.sebutan, successor.tahun) if successor else ("peraturan lain", None)


class Judul(Params, frozen=True):
    """kemiripan: likeness (0 to 100) of the printed title to the register's from which they count as the same."""

    kemiripan: float = 96.0


@check("judul_peraturan", "berkas", values=("dirujuk", "tertulis", "seharusnya"))
def judul_peraturan(case: Case, params: Judul) -> Verdict:
    """Judul peraturan yang ditulis harus sama dengan judul pada daftar peraturan, begitu pula nomor dan tahunnya."""
    file = case.file
    assert file is not None
    if file.galat or file.document is None:
        return missing(UNREAD)
    found = [item for item in _citations(case) if item[1].judul_tertulis and item[2].judul]
    astray = list(_misnumbered(case, params.kemiripan))
    if not found and not astray:
        return not_applicable("Tidak ada peraturan pada daftar yang dirujuk dengan judulnya.")
    seen: dict[tuple[str, str], Offence] = {}
    for line, citation, law in found:
        printed, known = str(citation.judul_tertulis), str(law.judul)
        if _same_title(printed, known, params.kemiripan):
            continue
        values = {"dirujuk": law.sebutan, "tertulis": printed, "seharusnya": f"judulnya “{known}”"}
        offence = Offence(values, (place(line.location, file.berkas, printed),), f"{citation.kunci} {printed}")
        seen.setdefault((str(citation.kunci), fold(printed)), offence)
    for line, citation, law in astray:
        named = msgspec.structs.replace(law, nomor=citation.nomor, tahun=citation.tahun).sebutan
        values = {
            "dirujuk": named,
            "tertulis": str(citation.judul_tertulis),
            "seharusnya": f"judul itu milik {law.sebutan}",
        }
        printed = line.text[citation.start : citation.end]
        offence = Offence(values, (place(line.location, file.berkas, printed),), named)
        seen.setdefault((named, ""), offence)
    return judge(seen.values())


def _misnumbered(case: Case, likeness: float) -> Iterator[tuple[Line, Citation, Regulation]]:
    """Citations that the register doesn't hold, but whose title and kind it does under another number or year."""
    assert case.file is not None
    laws = case.tools.peraturan
    for line in case.file.document.lines if case.file.document else ():
        for citation in find_citations(line.text, laws):
            title = citation.judul_tertulis
            if citation.kunci is not None or not title or len(title) < _TELLING:
                continue
            for law in laws.values():
                near = law.jenis == citation.jenis and (law.nomor == citation.nomor) != (law.tahun == citation.tahun)
                if near and law.judul and not law.daerah and _same_title(title, law.judul, likeness):
                    yield line, citation, law
                    break


_TELLING = 40
"""Length of a title that no two regulations of one kind have."""


_SHORT = {
    "juknis": "petunjuk teknis",
    "juklak": "petunjuk pelaksanaan",
    "tatacara": "tata cara",
    "review": "reviu",
    "sakip": "sistem akuntabilitas kinerja instansi pemerintah",
    "akip": "akuntabilitas kinerja instansi pemerintah",
    "lkjip": "laporan kinerja instansi pemerintah",
    "iku": "indikator kinerja utama",
}


def _spelt_out(title: str) -> str:
    """A title for comparing: customary abbreviations are no wrong title."""
    words = fold(title.replace("&", " dan ")).split()
    # An abbreviation behind the words it stands for only repeats them.
    kept = [word for index, word in enumerate(words) if not _repeats(word, words[:index])]
    return " ".join(_SHORT.get(word, word) for word in kept)


def _repeats(word: str, before: list[str]) -> bool:
    meaning = _SHORT.get(word, "").split()
    return bool(meaning) and before[-len(meaning) :] == meaning


def _same_title(printed: str, known: str, likeness: float) -> bool:
    """Equal, or one breaks off where the other goes on: a citation may end early or run into the sentence after it."""
    a, b = _spelt_out(printed), _spelt_out(known)
    shorter = min(len(a), len(b))
    if shorter < 0.5 * len(b):
        return b.startswith(a)
    return fuzz.ratio(a[: len(b)], b[: len(a)]) >= likeness


class Bobot(Params, frozen=True):
    """bobot: component -> its weight; a component is told by this word in its name. sejak: year of the regulation."""

    bobot: dict[str, int]
    sejak: int | None = None


@check("bobot_pedoman", "rekaman", values=("tertulis", "seharusnya", "jumlah"))
def bobot_pedoman(case: Case, params: Bobot) -> Verdict:
    """Bobot komponen yang ditulis pedoman harus sama dengan peraturan dan berjumlah 100."""
    stated = [(row.nama or "", number.nilai) for row in case.isi.bobot if (number := parse_number(row.bobot))]
    if not stated:
        return not_applicable("Pedoman tidak menyebut bobot komponen.")
    total = sum((value for _, value in stated), Decimal(0))
    wrong = [
        name
        for name, value in stated
        if not any(word in fold(name) and value == weight for word, weight in params.bobot.items())
    ]
    if total == 100 and not wrong and len(stated) == len(params.bobot):
        return judge(())
    values = {
        "tertulis": "/".join(_plain(value) for _, value in stated),
        "seharusnya": "/".join(str(weight) for weight in params.bobot.values()),
        "jumlah": _plain(total),
    }
    today = case.submission.tanggal
    if params.sejak and total == 100 and (case.isi.tahun or params.sejak) < params.sejak and today is None:
        # Right when it was written, perhaps; whether it should have been renewed depends on the day of checking.
        return manual(f"Bobot {values['tertulis']} ditulis sebelum peraturan tahun {params.sejak} ditetapkan.")
    places = [case.bukti(f"bobot.{index}", f"{name} {_plain(value)}") for index, (name, value) in enumerate(stated)]
    bukti: dict[object, BuktiTemuan] = {(item.halaman, item.baris, item.tabel): item for item in places}
    return Verdict("temuan", None, (Offence(values, tuple(bukti.values()), "bobot"),))


def _plain(value: Decimal) -> str:
    return re.sub(r"\.?0+$", "", f"{value:f}").replace(".", ",") if "." in f"{value:f}" else f"{value:f}"
