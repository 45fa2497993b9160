"""One thing under one name: items that documents write in different words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing, scanned
from saksama.checker.checks.rujukan import Item, Rujukan, items

_LETTERS_PER_SLIP = 15
"""A scan's text has at most one wrong letter in so many."""


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
    columns = dict.fromkeys(item.kolom for item in found)
    return judge(
        offence
        for column in columns
        for offence in _variants(_grouped([item for item in found if item.kolom == column], params.mirip))
    )


class _Group:
    """Items that name one thing, and by table the wordings in which it holds them."""

    def __init__(self, item: Item) -> None:
        self.items: list[Item] = []
        self.name = _whole(item.value)
        self._wordings: dict[object, set[str]] = defaultdict(set)
        self.add(item, item.table)

    def add(self, item: Item, table: object) -> None:
        """A further item, and its table."""
        self.items.append(item)
        self._wordings[table].add(matching.normal(_whole(item.value)))

    def is_listed_beside(self, wording: str, table: object) -> bool:
        """Whether a table that holds this wording also holds one of the group in other words: these are two things."""
        return table in self._wordings and not self._wordings[table] <= {wording}


def _grouped(found: Sequence[Item], threshold: float) -> list[list[Item]]:
    """Items that name one thing."""
    groups: list[_Group] = []
    names = matching.Gathered()
    for item in found:
        name, table = _whole(item.value), item.table
        wording = matching.normal(name)
        near = [groups[number] for number in sorted(names.candidates(name, threshold))]
        likely = [group for group in near if not group.is_listed_beside(wording, table)]
        scores = [matching.likeness(group.name, name, threshold) for group in likely]
        best = max(range(len(likely)), key=scores.__getitem__, default=None)
        if best is None or scores[best] < threshold:
            groups.append(_Group(item))
            names.add(name)
        else:
            likely[best].add(item, table)
    return [group.items for group in groups]


def _whole(text: str) -> str:
    """An item without the details that some documents list behind it ("Produksi - Daging", "Produksi : - Daging")."""
    return re.split(r"\s*:?\s+-\s+", text)[0]


def _variants(groups: Sequence[Sequence[Item]]) -> Iterator[Offence]:
    """Groups whose wordings differ in more than case, punctuation and numbering, in different documents."""
    for group in groups:
        wordings: dict[str, Item] = {}
        for item in group:
            # Words that a reader ran together are no other wording.
            wordings.setdefault(_writing(item, wordings), item)
        if len(wordings) < 2 or len({item.part.berkas.berkas for item in wordings.values()}) < 2:
            continue
        first, *others = wordings.values()
        values = {
            "isi": first.value,
            "lain": "; ".join(f"“{item.value}” ({item.part.berkas.berkas})" for item in others),
            "banyak": str(len(wordings)),
        }
        places = {(item.part.berkas.berkas, _writing(item, wordings)): item for item in reversed(group)}
        bukti = tuple(item.bukti() for item in reversed(places.values()))
        yield Offence(values, bukti, first.value, "tulisan", berkas=others[-1].part.berkas.berkas)


def _writing(item: Item, known: Iterable[str]) -> str:
    """The letters of a wording; those of a scan are those of a known wording that differs by what a scan gets wrong."""
    own = matching.normal(_whole(item.value)).replace(" ", "")
    if not scanned(item.part):
        return own
    slips = max(1, len(own) // _LETTERS_PER_SLIP)
    return next((one for one in known if Levenshtein.distance(own, one, score_cutoff=slips) <= slips), own)
