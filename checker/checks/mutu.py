"""Quality of wording: what sasaran and indicators begin with, words that cannot be measured, compounds, levels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing, unknown_fields
from saksama.checker.checks.isian import field, is_empty
from saksama.checker.run import Keyakinan
from saksama.parsers.records.types import ISI


class Teks(Params, frozen=True):
    """tabel: kind -> tables whose column `kolom` is judged."""

    tabel: dict[str, tuple[str, ...]]
    kolom: str

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for kind in jenis:
            if kind not in self.tabel:
                yield f"tabel untuk jenis {kind} belum disebut."
        for kind, tables in self.tabel.items():
            if kind not in ISI:
                yield f"jenis “{kind}” tidak dikenal."
            else:
                yield from unknown_fields([kind], *(f"{table}.{self.kolom}" for table in tables))


def texts(case: Case, tabel: dict[str, tuple[str, ...]], kolom: str) -> Iterator[tuple[str, str, Any]]:
    """(path, text, row) of every filled cell of a column; a text repeated down a merged cell comes once."""
    seen: set[str] = set()
    for table in tabel.get(case.isi.JENIS, ()):
        for index, row in enumerate(field(case.isi, table)):
            text = getattr(row, kolom)
            if not is_empty(text) and matching.normal(text) not in seen:
                seen.add(matching.normal(text))
                yield f"{table}.{index}.{kolom}", text, row


NOTHING = "Tidak ada sasaran atau indikator yang dikenali."


class Awalan(Teks, frozen=True):
    """temuan: first words that fail; telaah: first words that go to the reviewer."""

    temuan: tuple[str, ...]
    telaah: tuple[str, ...] = ()


@check("awalan_kata", "rekaman", values=("teks", "kata"))
def awalan_kata(case: Case, params: Awalan) -> Verdict:
    """Rumusan tidak boleh diawali kata yang disebut; kata yang meragukan diserahkan ke penelaah."""
    found = list(texts(case, params.tabel, params.kolom))
    if not found:
        return missing(NOTHING)
    doubts: list[str] = []
    offences: list[Offence] = []
    for path, text, _ in found:
        words = matching.normal(text)
        bad = next((word for word in params.temuan if _starts(words, word)), None)
        if bad:
            printed = " ".join(words.split()[: len(bad.split())])
            values = {"teks": text, "kata": printed}
            offences.append(
                Offence(values, (case.bukti(path, text, params.kolom),), text, params.kolom, case.certainty(path))
            )
        elif any(_starts(words, word) for word in params.telaah):
            doubts.append(f"“{text}”")
    return judge(offences, [f"Perlu ditelaah: {', '.join(doubts)}"] if doubts else [])


def _starts(words: str, start: str) -> bool:
    """Whether a wording begins with a word; "ter…nya" stands for every condition of that form."""
    if "…" in start:
        head, tail = start.casefold().split("…")
        return re.match(rf"{re.escape(head)}\w+{re.escape(tail)}\b", words) is not None
    return re.match(rf"{re.escape(start.casefold())}\b", words) is not None


class Kata(Teks, frozen=True):
    """kata: words that cannot be measured; kecuali: phrases that make a wording measurable all the same."""

    kata: tuple[str, ...]
    kecuali: tuple[str, ...] = ()


@check("kata_tak_terukur", "rekaman", values=("teks", "kata"))
def kata_tak_terukur(case: Case, params: Kata) -> Verdict:
    """Indikator tidak boleh memakai kata yang tidak terukur tanpa skala."""
    found = list(texts(case, params.tabel, params.kolom))
    if not found:
        return missing(NOTHING)

    def offences() -> Iterator[Offence]:
        for path, text, _ in found:
            words = matching.normal(text)
            if any(re.search(rf"\b{re.escape(phrase)}\b", words) for phrase in params.kecuali):
                continue
            bad = next((word for word in params.kata if re.search(rf"\b{re.escape(word)}\b", words)), None)
            if bad:
                values = {"teks": text, "kata": bad}
                yield Offence(values, (case.bukti(path, text, params.kolom),), text, params.kolom, case.certainty(path))

    return judge(offences())


class Majemuk(Teks, frozen=True):
    """ukuran: words that name a measure; two of them joined by "dan" are two things under one target.
    kegiatan: words that name an activity, two of which are a doubt, and a fault among three things in brackets;
    pasangan: pairs known to be measured apart; satu: pairs that are one thing; rincian: how many things listed with
    commas are a clear fault."""

    ukuran: tuple[str, ...]
    kegiatan: tuple[str, ...] = ()
    pasangan: tuple[str, ...] = ()
    satu: tuple[str, ...] = ()
    rincian: int = 4


@check("indikator_majemuk", "rekaman", values=("teks",))
def indikator_majemuk(case: Case, params: Majemuk) -> Verdict:
    """Satu indikator mengukur satu hal; gabungan yang jelas gagal, gabungan yang meragukan diserahkan ke penelaah."""
    found = list(texts(case, params.tabel, params.kolom))
    if not found:
        return missing(NOTHING)
    measure = "|".join(re.escape(word) for word in params.ukuran)
    twice = re.compile(rf"\b(?:{measure})\b.*\b(?:dan|serta|&)\s+(?:{measure})\b")
    conditions = re.compile(r"\bter\w+nya (?:dan|serta) ter\w+nya\b")
    activity, pairs, one = (_any_of(words) for words in (params.kegiatan, params.pasangan, params.satu))
    doubts: list[str] = []
    offences: list[Offence] = []
    for path, text, _ in found:
        words = matching.normal(text)
        listed = _listed(text)
        activities = sum(activity.search(item) is not None for item in listed)
        bracketed = [item for inner in re.findall(r"\(([^()]*)", text) for item in _items(inner)]
        outputs = sum(activity.search(item) is not None for item in bracketed)
        clear = twice.search(words) or conditions.search(words) or pairs.search(words)
        many = len(listed) >= params.rincian and text.count(",") >= params.rincian - 2
        if clear or many or (len(bracketed) > 2 and outputs > 1):
            sure: Keyakinan = "tinggi" if clear else "sedang"
            bukti = (case.bukti(path, text, params.kolom),)
            offences.append(Offence({"teks": text}, bukti, text, params.kolom, sure))
        elif len(listed) > 2 or activities > 1 or outputs > 1 or _TWO_JOINED.search(text) or _counts_two(words, one):
            doubts.append(f"“{text}”")
    return judge(offences, [f"Perlu ditelaah apakah satu ukuran: {', '.join(doubts)}"] if doubts else [])


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words) or '(?!)'})\b", re.I)


def _counts_two(words: str, one: re.Pattern[str]) -> bool:
    """Whether two things are counted together ("jumlah kegiatan dan komunitas") that are not known to be one."""
    return re.match(r"(?:jumlah|banyaknya) \w+ dan \w+", words) is not None and not one.search(words)


_TWO_JOINED = re.compile(r"\bdan\b.*\bdan\b", re.I)
_QUALIFIER = re.compile(
    r"\b(?:yang|untuk|dalam|pada|di|sesuai|terhadap|oleh|bagi|antar|dengan|dari|secara|se-\w+)\b.*", re.I
)


def _listed(text: str) -> list[str]:
    """The things an indikator lists before its qualifying clause, brackets left out: "A, B, dan C" gives three."""
    bare = re.sub(r"\([^)]*\)?", " ", text)
    return _items(_QUALIFIER.sub("", bare))


def _items(text: str) -> list[str]:
    return [item for part in re.split(r",|;|\bdan\b|\bserta\b|&", text, flags=re.I) if (item := part.strip(" ./"))]


class Jenjang(Params, frozen=True):
    """keluaran: wordings that name the mere output of an activity; hasil: wordings of outcomes beyond one section's
    reach, doubtful as the only indicators of an eselon IV official."""

    keluaran: tuple[str, ...]
    hasil: tuple[str, ...] = ()


@check("jenjang_indikator", "rekaman", values=("indikator", "banyak"))
def jenjang_indikator(case: Case, params: Jenjang) -> Verdict:
    """Indikator pimpinan tidak seluruhnya keluaran kegiatan, indikator eselon IV tidak seluruhnya hasil akhir."""
    found = [(path, text) for path, text, _ in texts(case, {case.isi.JENIS: ("sasaran",)}, "indikator")]
    if not found:
        return missing(NOTHING)
    if case.isi.tingkat == "eselon_iv":
        beyond = [text for _, text in found if any(_starts(matching.normal(text), word) for word in params.hasil)]
        doubt = f"Seluruh indikator eselon IV berupa hasil akhir, misalnya “{found[0][1]}”."
        return judge((), [doubt] if len(beyond) == len(found) else [])
    outputs = [
        (path, text) for path, text in found if any(_starts(matching.normal(text), word) for word in params.keluaran)
    ]
    if not outputs:
        return judge(())
    if len(outputs) < len(found):
        return judge((), [f"{len(outputs)} dari {len(found)} indikator berupa keluaran, misalnya “{outputs[0][1]}”"])
    path, text = outputs[0]
    values = {"indikator": text, "banyak": str(len(outputs))}
    return judge([Offence(values, (case.bukti(path, text, "indikator"),), "jenjang", "indikator", "sedang")])
