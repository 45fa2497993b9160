"""Figures that must be the same in two documents: one finding for each item, with all its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.checks.rujukan import Item, Rujukan, before_change, items, same_figure, same_value
from saksama.checker.checks.selaras import assign, by_label, name_of
from saksama.checker.checks.triwulan import adds_up
from saksama.checker.submission import Submission


class NilaiSama(Params, frozen=True):
    """sumber: the document to be corrected; acuan: what it must agree with; toleransi: allowed difference; cadangan:
    what items that acuan doesn't hold must agree with, in documents of another kind than their own."""

    sumber: Rujukan
    acuan: tuple[Rujukan, ...]
    cadangan: tuple[Rujukan, ...] = ()
    ambang: float = 80.0
    toleransi: float = 0.0

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for rujukan in (self.sumber, *self.acuan, *self.cadangan):
            yield from rujukan.problems()


class RealisasiSama(NilaiSama, frozen=True):
    """As NilaiSama, for the year's results against measurements: a quarter's own figure is no year's."""


@check("nilai_sama", "pengajuan", values=("indikator", "tertulis", "acuan", "dokumen", "dokumen_acuan"))
def nilai_sama(case: Case, params: NilaiSama) -> Verdict:
    """Nilai suatu indikator harus sama pada dua dokumen; satu temuan untuk tiap nilai lain, dengan semua tempatnya."""
    return _compared(case, params, [item for rujukan in params.acuan for item in items(rujukan, case.submission)])


@check("realisasi_sama", "pengajuan", values=("indikator", "tertulis", "acuan", "dokumen", "dokumen_acuan"))
def realisasi_sama(case: Case, params: RealisasiSama) -> Verdict:
    """Realisasi setahun harus sama dengan pengukuran; realisasi satu triwulan saja bukan pembandingnya."""
    plans = items(Rujukan(("rencana_aksi",), "sasaran", "indikator"), case.submission)
    own = [item for item in plans if item.row.triwulan and adds_up(item.row.triwulan, item.row.target)]
    references = [
        item
        for rujukan in params.acuan
        for item in items(rujukan, case.submission)
        if item.part.isi.triwulan is None or not assign([item], own, params.ambang, "label")
    ]
    return _compared(case, params, references)


def _compared(case: Case, params: NilaiSama, references: Sequence[Item]) -> Verdict:
    sources = items(params.sumber, case.submission)
    if not sources:
        return missing(f"{name_of(params.sumber)} tidak ada atau tabelnya tidak dikenali.")
    if not references:
        return missing(
            f"{' atau '.join(name_of(acuan) for acuan in params.acuan)} tidak ada atau tabelnya tidak dikenali."
        )
    doubts: list[str] = []
    offences: list[Offence] = []
    matched = 0
    for own, theirs in _all_matched(params, sources, references, case.submission):
        matched += 1
        differing = [
            (item, other) for item in own for other in theirs if same_figure(item, other, params.toleransi) is False
        ]
        changed = [pair for pair in differing if _explained(*pair, params, case.submission)]
        differing = [pair for pair in differing if pair not in changed]
        doubts += [
            f"{item.label}: {item.value} ({item.part.berkas.berkas}) dan {other.value} ({other.part.berkas.berkas}) "
            "berbeda karena perjanjian diubah; pastikan perubahannya beralasan"
            for item, other in changed[:1]
        ]
        unlike = [item for item in own if any(same_figure(item, other) is None for other in theirs)]
        if differing:
            offences += [_difference(pairs) for pairs in _by_value(differing)]
        elif unlike:
            doubts.append(f"{own[0].label}: “{unlike[0].value}” tidak dapat dibandingkan dengan “{theirs[0].value}”")
    if not matched:
        return missing("Tidak ada indikator yang dapat dicocokkan di antara kedua dokumen.")
    return judge(offences, doubts)


def _explained(item: Item, other: Item, params: NilaiSama, submission: Submission) -> bool:
    """Whether the two agreed before the agreement on one side was changed."""
    mine = before_change(item, params.sumber, submission)
    theirs = [one for rujukan in params.acuan for one in before_change(other, rujukan, submission)]
    return any(same_figure(one, other) for one in mine) or any(same_figure(item, one) for one in theirs)


def _by_value(differing: Sequence[tuple[Item, Item]]) -> list[list[tuple[Item, Item]]]:
    """The differences by what is printed: documents with one and the same wrong figure have one finding."""
    groups: list[list[tuple[Item, Item]]] = []
    for pair in differing:
        home = next((group for group in groups if same_value(group[0][0].value, pair[0].value)), None)
        if home is None:
            groups.append([pair])
        else:
            home.append(pair)
    return groups


def _all_matched(
    params: NilaiSama, sources: Sequence[Item], references: Sequence[Item], submission: Submission
) -> Iterator[tuple[list[Item], list[Item]]]:
    """Pairs with acuan, then what is left over with cadangan."""
    known: set[int] = set()
    for own, theirs in _matched(sources, references, params.ambang):
        known.update(id(item) for item in own)
        yield own, theirs
    rest = [item for item in sources if id(item) not in known]
    spare = [item for rujukan in params.cadangan for item in items(rujukan, submission)]
    for own, theirs in _matched(rest, spare, params.ambang):
        kinds = {item.part.isi.JENIS for item in theirs}
        foreign = [item for item in own if item.part.isi.JENIS not in kinds]
        if foreign:
            yield foreign, theirs


def _matched(
    sources: Sequence[Item], references: Sequence[Item], threshold: float
) -> Iterator[tuple[list[Item], list[Item]]]:
    """For each indikator of the sources, all its places there and all places of the indikator it belongs to."""
    own, theirs = by_label(sources), by_label(references)
    for left, right in assign(sources, references, threshold, "label").items():
        yield own[left], theirs[right]


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
