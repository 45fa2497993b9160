"""Weaknesses of an evaluation report and its recommendations: each has its counterpart within its component."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, manual, missing
from saksama.checker.submission import fold

_PREFIX = re.compile(
    r"^(?:memper|mempe|diper|menge|meny|meng|mem|men|me|peng|peny|pem|pen|per|pe|ber|ter|di|ke|se)(?=\w{4})"
)
_SUFFIX = re.compile(r"(?:kan|annya|nya|an|i)$")


class Pasangan(Params, frozen=True):
    """umum: words that say nothing of the matter. sama: share of the words of the shorter text that two texts on one
    matter have in common; kata: how many words at least."""

    umum: tuple[str, ...]
    sama: float = 0.3
    kata: int = 2


class _Entry(msgspec.Struct, frozen=True):
    text: str
    path: str
    words: frozenset[str]


@check("pasangan_rekomendasi", "rekaman", values=("komponen", "hal", "pasangan", "teks"))
def pasangan_rekomendasi(case: Case, params: Pasangan) -> Verdict:
    """Setiap catatan kekurangan harus berpasangan rekomendasi dalam komponennya, dan sebaliknya."""
    parts = case.isi.komponen
    weak = {i: _entries(part.catatan, f"komponen.{i}.catatan", params) for i, part in enumerate(parts)}
    advice = {i: _entries(part.rekomendasi, f"komponen.{i}.rekomendasi", params) for i, part in enumerate(parts)}
    if not any(weak.values()) and not any(advice.values()):
        return missing("Catatan dan rekomendasi tidak ditemukan dalam laporan ini.")
    if not any(advice.values()) or not any(weak.values()):
        lacking = "rekomendasi" if any(weak.values()) else "catatan kekurangan"
        if _speaks_of(case, lacking.split(maxsplit=1)[0]):
            return manual(f"Laporan menyebut {lacking}, tetapi daftarnya tidak dikenali; cocokkan sendiri.")
    # A list that stands under no component serves them all.
    common = [item for i, part in enumerate(parts) if not part.nama for item in advice[i]]
    loose = [item for i, part in enumerate(parts) if not part.nama for item in weak[i]]
    if common or loose:
        every = [item for items in weak.values() for item in items]
        named = [item for items in advice.values() for item in items]
        return judge(_unpaired(case, "", every, named, params))
    found = [
        offence
        for i, part in enumerate(parts)
        for offence in _unpaired(case, part.nama or "", weak[i], advice[i], params)
    ]
    return judge(found)


def _entries(texts: Sequence[str], path: str, params: Pasangan) -> list[_Entry]:
    """Entries with what they are about; details of one matter ("induk - rincian") are one entry."""
    result: list[_Entry] = []
    heads: dict[str, int] = {}
    for index, text in enumerate(texts):
        head, dash, _ = text.partition(" - ")
        words = _words(text, params)
        if dash and head in heads:
            known = result[heads[head]]
            result[heads[head]] = msgspec.structs.replace(known, words=known.words | words)
            continue
        heads[head] = len(result)
        result.append(_Entry(text, f"{path}.{index}", words))
    return result


def _words(text: str, params: Pasangan) -> frozenset[str]:
    return frozenset(
        stem(word) for word in fold(text).split() if len(word) > 3 and not word.isdigit() and word not in params.umum
    )


def stem(word: str) -> str:
    """A word without the commonest prefix and suffix, roughly: "mempublikasikan" and "dipublikasikan" become one."""
    bare = _PREFIX.sub("", word)
    shorter = _SUFFIX.sub("", bare)
    return shorter if len(shorter) > 3 else bare


def _unpaired(
    case: Case, name: str, weak: Sequence[_Entry], advice: Sequence[_Entry], params: Pasangan
) -> Iterator[Offence]:
    """What has no counterpart: only where the lists differ in length, and nothing on the other side is about it."""
    if len(weak) > len(advice):
        lonely, others, hal, pasangan = weak, advice, "Catatan", "rekomendasi"
    elif len(advice) > len(weak):
        lonely, others, hal, pasangan = advice, weak, "Rekomendasi", "catatan kekurangan"
    else:
        return
    taken = _assigned(lonely, others)
    left = [
        (max((_share(item, other) for other in others), default=0.0), index)
        for index, item in enumerate(lonely)
        if index not in taken and not any(_alike(item, other, params) for other in others)
    ]
    for _, index in sorted(sorted(left)[: len(lonely) - len(others)], key=lambda pair: pair[1]):
        item = lonely[index]
        values = {"komponen": name or "laporan", "hal": hal, "pasangan": pasangan, "teks": item.text}
        yield Offence(values, (case.bukti(item.path, item.text),), item.text, hal.lower(), "sedang")


def _assigned(lonely: Sequence[_Entry], others: Sequence[_Entry]) -> Mapping[int, int]:
    """One-to-one pairs, those with most words in common first; those with none are not paired."""
    scored = sorted(
        (
            (-_share(item, other), i, j)
            for i, item in enumerate(lonely)
            for j, other in enumerate(others)
            if item.words & other.words
        ),
    )
    taken: dict[int, int] = {}
    for _, i, j in scored:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return taken


def _share(a: _Entry, b: _Entry) -> float:
    return len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))


def _alike(a: _Entry, b: _Entry, params: Pasangan) -> bool:
    return len(a.words & b.words) >= params.kata and _share(a, b) >= params.sama


def _speaks_of(case: Case, word: str) -> bool:
    """Whether a line of the document names such a list."""
    document = case.part.berkas.document if case.part else None
    return any(re.search(rf"\b{word}", line.text, re.IGNORECASE) for line in document.lines) if document else False
