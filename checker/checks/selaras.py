"""What one document holds must stand in another: wordings paired one to one, whatever their order and spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.checks.rujukan import Item, Rujukan, items
from saksama.checker.submission import Submission

_WORTH_SHOWING = 40.0
"""Likeness from which a wording that is no partner is shown as the nearest."""


class Selaras(Params, frozen=True):
    """sumber: whose items are judged; acuan: where they must be found; ambang: likeness (0 to 100) that counts as
    found; arah: `sumber` reports items of sumber not found in acuan, `acuan` items of acuan not found in sumber;
    boleh: where items of sumber may stand as well; kolom_lain: further columns that are compared in the same way,
    where at least half of what the source prints there is known."""

    sumber: Rujukan
    acuan: tuple[Rujukan, ...]
    ambang: float = 80.0
    arah: tuple[Literal["sumber", "acuan"], ...] = ("sumber",)
    boleh: tuple[Rujukan, ...] = ()
    kolom_lain: tuple[str, ...] = ()

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        others = [self.column(name) for name in self.kolom_lain]
        for params in (self, *others):
            for rujukan in (params.sumber, *params.acuan, *params.boleh):
                yield from rujukan.problems()

    def column(self, name: str) -> Selaras:
        """The same comparison of another column."""
        return msgspec.structs.replace(
            self,
            sumber=_of_column(self.sumber, name),
            acuan=tuple(_of_column(one, name) for one in self.acuan),
            boleh=tuple(_of_column(one, name) for one in self.boleh),
            kolom_lain=(),
        )


def _of_column(rujukan: Rujukan, name: str) -> Rujukan:
    return msgspec.structs.replace(rujukan, kolom=name, label=name)


@check("isi_selaras", "pengajuan", values=("isi", "dokumen", "terdekat", "kemiripan", "keadaan"))
def isi_selaras(case: Case, params: Selaras) -> Verdict:
    """Setiap sasaran atau indikator dokumen yang satu harus ada pada dokumen yang lain (dicocokkan menurut bunyi)."""
    sources = items(params.sumber, case.submission)
    references = [item for rujukan in params.acuan for item in items(rujukan, case.submission)]
    if not sources:
        return missing(f"{name_of(params.sumber)} tidak ada atau tabelnya tidak dikenali.")
    if not references:
        return missing(
            f"{' atau '.join(name_of(acuan) for acuan in params.acuan)} tidak ada atau tabelnya tidak dikenali."
        )
    offences, doubts = _compared(params, sources, references, case.submission)
    for name in params.kolom_lain:
        other = params.column(name)
        own = items(other.sumber, case.submission)
        theirs = [item for rujukan in other.acuan for item in items(rujukan, case.submission)]
        more, _ = _compared(other, own, theirs, case.submission) if own and theirs else ([], [])
        unknown = sum(one.berkas == own[0].part.berkas.berkas for one in more) if own else 0
        if unknown * 2 <= len(by_label(own)) + len(by_label(theirs)):
            offences += more
    return judge(offences, doubts)


def _compared(
    params: Selaras, sources: Sequence[Item], references: Sequence[Item], submission: Submission
) -> tuple[list[Offence], list[str]]:
    """Offences and doubts of one column."""
    offences: list[Offence] = []
    doubts: list[str] = []
    if "sumber" in params.arah:
        names = "/".join(dict.fromkeys(name_of(acuan) for acuan in params.acuan))
        known = [*references, *(item for rujukan in params.boleh for item in items(rujukan, submission))]
        offences += absent(sources, known, params.ambang, f"tidak ada pada {names}", None)
    # An item that stands on both sides in two wordings is one offence, not one too many and one too few.
    reworded = {(one.nilai["terdekat"], one.nilai["isi"]) for one in offences}
    if "acuan" in params.arah:
        own, state = sources[0].part.berkas.berkas, f"belum dimuat pada {name_of(params.sumber)}"
        groups = [list(absent(group, sources, params.ambang, state, own)) for group in _alternatives(references)]
        groups.sort(key=len)
        offences += [one for one in groups[0] if (one.nilai["isi"], one.nilai["terdekat"]) not in reworded]
        # Of several undated documents only one can be in force; the others differ from it, which is no offence here.
        doubts += [
            f"{len(group)} butir {group[0].bukti[0].berkas} {state}; pastikan dokumen mana yang berlaku"
            for group in groups[1:]
            if group
        ]
    return offences, doubts


def _alternatives(references: Sequence[Item]) -> list[list[Item]]:
    """References as one group, or where several documents of one kind state no year, one group for each of these."""
    undated = list(dict.fromkeys(item.part.berkas.berkas for item in references if not _dated(item)))
    if len(undated) < 2 or len({item.part.isi.JENIS for item in references}) > 1:
        return [list(references)]
    dated = [item for item in references if _dated(item)]
    return [[*dated, *(item for item in references if item.part.berkas.berkas == berkas)] for berkas in undated]


def _dated(item: Item) -> bool:
    return bool(item.part.isi.tahun or getattr(item.part.isi, "tahun_awal", None))


def name_of(rujukan: Rujukan) -> str:
    return rujukan.nama or " atau ".join(kind.replace("_", " ") for kind in rujukan.jenis)


def absent(
    wanted: Sequence[Item], there: Sequence[Item], threshold: float, state: str, report_on: str | None
) -> Iterator[Offence]:
    """One offence for each wording of `wanted` that has no partner in `there`; repeated wordings count once."""
    partners = assign(wanted, there, threshold)
    texts = list({matching.normal(item.value): item for item in reversed(there)}.values())
    for key, group in by_label(wanted, "value").items():
        if not key or key in partners:
            continue
        item = group[0]
        near = matching.nearest(item.value, [one.value for one in texts])
        shown = texts[near[0]] if near is not None and near[1] >= _WORTH_SHOWING else None
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


def assign(
    wanted: Sequence[Item], there: Sequence[Item], threshold: float, name: Literal["label", "value"] = "value"
) -> dict[str, str]:
    """The partner (normalised wording) of each wording of `wanted`, the most alike first.

    Two wordings that one table lists beside each other are two things and never share a partner; two wordings of
    different documents may.
    """
    left, right = by_label(wanted, name), by_label(there, name)
    tables = {key: {item.table for item in group} for key, group in left.items()}
    partners = {key: key for key in left if key in right}
    holders = {key: [key] for key in partners}
    # As printed: a bracket may say what an abbreviation stands for.
    printed = {key: getattr(group[0], name) for key, group in (*right.items(), *left.items())}
    scored = sorted(
        (-score, one, two)
        for one in left.keys() - partners.keys()
        for two in right
        if (score := matching.likeness(printed[one], printed[two], threshold)) >= threshold
    )
    for _, one, two in scored:
        beside = any(tables[one] & tables[other] for other in holders.get(two, ()))
        if one not in partners and not beside:
            partners[one] = two
            holders.setdefault(two, []).append(one)
    return partners


def by_label(found: Iterable[Item], name: Literal["label", "value"] = "label") -> dict[str, list[Item]]:
    """Items by normalised label, or by normalised value, in order."""
    groups: dict[str, list[Item]] = {}
    for item in found:
        groups.setdefault(matching.normal(getattr(item, name)), []).append(item)
    return groups
