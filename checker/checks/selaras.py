"""Checks that compare documents: wordings that must recur, values that must be equal, items written differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.checks.rujukan import Item, Rujukan, items, parts_of, same_figure
from saksama.checker.submission import fold


class Selaras(Params, frozen=True):
    """sumber: whose items are judged; acuan: where they must be found; ambang: likeness (0 to 100) that counts as
    found; arah: `sumber` reports items of sumber not found in acuan, `acuan` items of acuan not found in sumber."""

    sumber: Rujukan
    acuan: tuple[Rujukan, ...]
    ambang: float = 80.0
    arah: tuple[Literal["sumber", "acuan"], ...] = ("sumber",)

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for rujukan in (self.sumber, *self.acuan):
            yield from rujukan.problems()


@check("isi_selaras", "pengajuan", values=("isi", "dokumen", "terdekat", "kemiripan", "keadaan"))
def isi_selaras(case: Case, params: Selaras) -> Verdict:
    """Setiap sasaran atau indikator dokumen yang satu harus ada pada dokumen yang lain (dicocokkan menurut bunyi)."""
    sources = items(params.sumber, case.submission)
    references = [item for rujukan in params.acuan for item in items(rujukan, case.submission)]
    if not sources:
        return missing(f"{_name(params.sumber)} tidak ada atau tabelnya tidak dikenali.")
    if not references:
        return missing(
            f"{' atau '.join(_name(acuan) for acuan in params.acuan)} tidak ada atau tabelnya tidak dikenali."
        )
    offences: list[Offence] = []
    doubts: list[str] = []
    if "sumber" in params.arah:
        names = "/".join(_name(acuan) for acuan in params.acuan)
        offences += absent(sources, references, params.ambang, f"tidak ada pada {names}", None)
    # An item that stands on both sides in two wordings is one offence, not one too many and one too few.
    reworded = {(one.nilai["terdekat"], one.nilai["isi"]) for one in offences}
    if "acuan" in params.arah:
        own, state = sources[0].part.berkas.berkas, f"belum dimuat pada {_name(params.sumber)}"
        groups = [list(absent(group, sources, params.ambang, state, own)) for group in _alternatives(references)]
        groups.sort(key=len)
        offences += [one for one in groups[0] if (one.nilai["isi"], one.nilai["terdekat"]) not in reworded]
        # Of several undated documents only one can be in force; the others differ from it, which is no offence here.
        doubts += [
            f"{len(group)} butir {group[0].bukti[0].berkas} {state}; pastikan dokumen mana yang berlaku"
            for group in groups[1:]
            if group
        ]
    return judge(offences, doubts)


def _alternatives(references: Sequence[Item]) -> list[list[Item]]:
    """References as one group, or where several documents of one kind state no year, one group for each of these."""
    undated = list(dict.fromkeys(item.part.berkas.berkas for item in references if not _dated(item)))
    if len(undated) < 2 or len({item.part.isi.JENIS for item in references}) > 1:
        return [list(references)]
    dated = [item for item in references if _dated(item)]
    return [[*dated, *(item for item in references if item.part.berkas.berkas == berkas)] for berkas in undated]


def _dated(item: Item) -> bool:
    return bool(item.part.isi.tahun or getattr(item.part.isi, "tahun_awal", None))


def _name(rujukan: Rujukan) -> str:
    return rujukan.nama or " atau ".join(kind.replace("_", " ") for kind in rujukan.jenis)


def absent(
    wanted: Sequence[Item], there: Sequence[Item], threshold: float, state: str, report_on: str | None
) -> Iterator[Offence]:
    """One offence for each wording of `wanted` that nothing in `there` is like; repeated wordings count once."""
    texts = [item.value for item in there]
    seen: set[str] = set()
    for item in wanted:
        key = matching.normal(item.value)
        if not key or key in seen:
            continue
        seen.add(key)
        near = matching.nearest(item.value, texts)
        if near is not None and near[1] >= threshold:
            continue
        shown = there[near[0]] if near is not None and near[1] >= 50 else None
        values = {
            "isi": item.value,
            "dokumen": item.part.berkas.berkas,
            "terdekat": shown.value if shown else "tidak ada yang mirip",
            "kemiripan": f"{near[1]:.0f} %" if near else "0 %",
            "keadaan": state,
        }
        bukti = (item.bukti(), shown.bukti()) if shown else (item.bukti(),)
        berkas = report_on or item.part.berkas.berkas
        yield Offence(values, bukti, item.value, item.kolom, berkas=berkas)


class NilaiSama(Params, frozen=True):
    """sumber: the document to be corrected; acuan: what it must agree with; toleransi: allowed difference."""

    sumber: Rujukan
    acuan: tuple[Rujukan, ...]
    ambang: float = 80.0
    toleransi: float = 0.0

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for rujukan in (self.sumber, *self.acuan):
            yield from rujukan.problems()


@check("nilai_sama", "pengajuan", values=("indikator", "tertulis", "acuan", "dokumen", "dokumen_acuan"))
def nilai_sama(case: Case, params: NilaiSama) -> Verdict:
    """Nilai suatu indikator harus sama pada dua dokumen; satu temuan untuk tiap indikator, dengan semua tempatnya."""
    references = [item for rujukan in params.acuan for item in items(rujukan, case.submission)]
    sources = items(params.sumber, case.submission)
    if not sources:
        return missing(f"{_name(params.sumber)} tidak ada atau tabelnya tidak dikenali.")
    if not references:
        return missing(
            f"{' atau '.join(_name(acuan) for acuan in params.acuan)} tidak ada atau tabelnya tidak dikenali."
        )
    doubts: list[str] = []
    offences: list[Offence] = []
    matched = 0
    for own, theirs in _matched(sources, references, params.ambang):
        matched += 1
        differing = [
            (item, other) for item in own for other in theirs if same_figure(item, other, params.toleransi) is False
        ]
        unlike = [item for item in own if any(same_figure(item, other) is None for other in theirs)]
        if differing:
            offences.append(_difference(differing))
        elif unlike:
            doubts.append(f"{own[0].label}: “{unlike[0].value}” tidak dapat dibandingkan dengan “{theirs[0].value}”")
    if not matched:
        return missing("Tidak ada indikator yang dapat dicocokkan di antara kedua dokumen.")
    return judge(offences, doubts)


def _matched(
    sources: Sequence[Item], references: Sequence[Item], threshold: float
) -> Iterator[tuple[list[Item], list[Item]]]:
    """For each indikator of the sources, all its places there and all places of the indikator it belongs to."""
    own, theirs = by_label(sources), by_label(references)
    left, right = list(own), list(theirs)
    for pair in matching.pairs(left, right, threshold):
        yield own[left[pair.left]], theirs[right[pair.right]]


def by_label(found: Iterable[Item]) -> dict[str, list[Item]]:
    """Items by normalised label, in order."""
    groups: dict[str, list[Item]] = {}
    for item in found:
        groups.setdefault(matching.normal(item.label), []).append(item)
    return groups


def _difference(differing: Sequence[tuple[Item, Item]]) -> Offence:
    first, other = differing[0]
    values = {
        "indikator": first.label,
        "tertulis": first.value,
        "acuan": other.value,
        "dokumen": first.part.berkas.berkas,
        "dokumen_acuan": other.part.berkas.berkas,
    }
    places = {(item.part.berkas.berkas, item.path): item for pair in differing for item in pair}
    bukti = tuple(item.bukti() for item in places.values())
    doubtful = any(item.path in item.part.record.ragu for pair in differing for item in pair)
    return Offence(
        values,
        bukti,
        first.label,
        first.kolom,
        "rendah" if doubtful else "tinggi",
        berkas=first.part.berkas.berkas,
        role=first.part.role,
    )


class Seragam(Params, frozen=True):
    """sumber: where the wordings stand; mirip: likeness from which two wordings mean one thing."""

    sumber: tuple[Rujukan, ...]
    mirip: float = 85.0

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for rujukan in self.sumber:
            yield from rujukan.problems()


@check("tulisan_seragam", "pengajuan", values=("isi", "lain", "banyak"))
def tulisan_seragam(case: Case, params: Seragam) -> Verdict:
    """Sasaran dan indikator yang sama harus ditulis sama di semua dokumen; semua penulisan disebut sekali."""
    found = [item for rujukan in params.sumber for item in items(rujukan, case.submission)]
    if len({item.part.berkas.berkas for item in found}) < 2:
        return missing("Baru satu dokumen yang memuat sasaran dan indikator.")
    groups: list[list[Item]] = []
    for item in found:
        likely = [group for group in groups if not _listed_beside(item, group)]
        scores = [matching.likeness(_whole(group[0].value), _whole(item.value)) for group in likely]
        best = max(range(len(likely)), key=scores.__getitem__, default=None)
        if best is None or scores[best] < params.mirip:
            groups.append([item])
        else:
            likely[best].append(item)
    return judge(_variants(groups))


def _whole(text: str) -> str:
    """An item without the details that some documents list behind it ("Produksi - Daging", "Produksi : - Daging")."""
    return re.split(r"\s*:?\s+-\s+", text)[0]


def _listed_beside(item: Item, group: Sequence[Item]) -> bool:
    """Whether a table that holds this item also holds one of the group in other words: these are two things."""
    own = matching.normal(_whole(item.value))
    return any(one.table == item.table and matching.normal(_whole(one.value)) != own for one in group)


def _variants(groups: Sequence[Sequence[Item]]) -> Iterator[Offence]:
    """Groups whose wordings differ in more than case, punctuation and numbering, in different documents."""
    for group in groups:
        wordings: dict[str, Item] = {}
        for item in group:
            # Words that a reader ran together are no other wording.
            wordings.setdefault(matching.normal(_whole(item.value)).replace(" ", ""), item)
        if len(wordings) < 2 or len({item.part.berkas.berkas for item in wordings.values()}) < 2:
            continue
        first, *others = wordings.values()
        values = {
            "isi": first.value,
            "lain": "; ".join(f"“{item.value}” ({item.part.berkas.berkas})" for item in others),
            "banyak": str(len(wordings)),
        }
        bukti = tuple(item.bukti() for item in wordings.values())
        yield Offence(values, bukti, first.value, "tulisan", berkas=others[-1].part.berkas.berkas)


class Cascading(Params, frozen=True):
    """atas, bawah: the agreements of the unit's head and of those below."""

    atas: Rujukan
    bawah: Rujukan
    ambang: float = 80.0

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        yield from self.atas.problems()
        yield from self.bawah.problems()


@check("menunjang_atasan", "pengajuan", values=("isi", "tertulis", "acuan", "sebab"))
def menunjang_atasan(case: Case, params: Cascading) -> Verdict:
    """Program pada perjanjian bawahan harus ada pada perjanjian atasan, dan anggarannya tidak melebihinya."""
    upper, lower = items(params.atas, case.submission), items(params.bawah, case.submission)
    if not parts_of(params.bawah, case.submission):
        return missing("Tidak ada perjanjian kinerja bawahan.")
    if not upper or not lower:
        return missing("Tabel program pada perjanjian atasan atau bawahan tidak ada.")
    labels = [item.label for item in upper]

    def offences() -> Iterator[Offence]:
        sums: dict[int, list[Item]] = {}
        for item in lower:
            if not fold(item.label).startswith("program"):
                continue
            near = matching.nearest(item.label, labels)
            if near is None or near[1] < params.ambang:
                values = {"isi": item.label, "tertulis": item.value, "acuan": "-", "sebab": "tidak ada pada PK atasan"}
                yield Offence(values, (item.bukti(),), item.label, item.kolom, berkas=item.part.berkas.berkas)
            else:
                sums.setdefault(near[0], []).append(item)
        for index, below in sums.items():
            total, limit = sum(_amount(item) for item in below), _amount(upper[index])
            if limit and total > limit:
                values = {
                    "isi": upper[index].label,
                    "tertulis": f"Rp{total:,}".replace(",", "."),
                    "acuan": upper[index].value,
                    "sebab": "anggaran bawahan melebihi anggaran pada PK atasan",
                }
                bukti = (upper[index].bukti(), *(item.bukti() for item in below))
                yield Offence(values, bukti, upper[index].label, "anggaran", berkas=below[0].part.berkas.berkas)

    return judge(tuple(offences()))


def _amount(item: Item) -> int:
    """The amount of a budget item; the row holds the integer beside the printed text."""
    value = getattr(item.row, item.kolom)
    return value if isinstance(value, int) else 0
