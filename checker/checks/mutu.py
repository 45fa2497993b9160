"""Quality of wording and of targets: indicators, sasaran, units, scales."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing, unknown_fields
from saksama.checker.checks.capaian import polarity
from saksama.checker.checks.isian import field, is_empty
from saksama.checker.checks.rujukan import Rujukan, items
from saksama.checker.run import Keyakinan
from saksama.parsers.numbers import canonical_unit, parse_number
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
    kegiatan: words that name an activity; banyak: how many listed activities make a clear fault, two being a doubt;
    rincian: how many listed things of any kind make one."""

    ukuran: tuple[str, ...]
    kegiatan: tuple[str, ...] = ()
    banyak: int = 3
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
    activity = re.compile(rf"^(?:{'|'.join(re.escape(word) for word in params.kegiatan) or '(?!)'})\b", re.I)
    doubts: list[str] = []
    offences: list[Offence] = []
    for path, text, _ in found:
        words = matching.normal(text)
        listed = _listed(text)
        activities = sum(activity.match(item) is not None for item in listed)
        clear = twice.search(words) or conditions.search(words)
        if clear or activities >= params.banyak or len(listed) >= params.rincian:
            sure: Keyakinan = "tinggi" if clear else "sedang"
            bukti = (case.bukti(path, text, params.kolom),)
            offences.append(Offence({"teks": text}, bukti, text, params.kolom, sure))
        elif len(listed) > 2 or activities > 1 or _TWO_JOINED.search(text):
            doubts.append(f"“{text}”")
    return judge(offences, [f"Perlu ditelaah apakah satu ukuran: {', '.join(doubts)}"] if doubts else [])


_TWO_JOINED = re.compile(r"\bdan\b.*\bdan\b", re.I)
_QUALIFIER = re.compile(
    r"\b(?:yang|untuk|dalam|pada|di|sesuai|terhadap|oleh|bagi|antar|dengan|dari|secara|se-?\w+)\b.*", re.I
)


def _listed(text: str) -> list[str]:
    """The things an indikator lists before its qualifying clause, brackets left out: "A, B, dan C" gives three."""
    bare = re.sub(r"\([^)]*\)?", " ", text)
    head = _QUALIFIER.sub("", bare)
    return [item for part in re.split(r",|;|\bdan\b|\bserta\b|&", head, flags=re.I) if (item := part.strip(" ./"))]


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
    target = getattr(row, "target", None)
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


class Jenjang(Params, frozen=True):
    """keluaran: wordings that name the mere output of an activity."""

    keluaran: tuple[str, ...]


@check("jenjang_indikator", "rekaman", values=("indikator", "banyak"))
def jenjang_indikator(case: Case, params: Jenjang) -> Verdict:
    """Indikator pimpinan tidak boleh seluruhnya keluaran kegiatan; sebagian saja diserahkan ke penelaah."""
    found = [(path, text) for path, text, _ in texts(case, {case.isi.JENIS: ("sasaran",)}, "indikator")]
    if not found:
        return missing(NOTHING)
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
