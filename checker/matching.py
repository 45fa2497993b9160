"""Sasaran and indikator matched across documents by their wording, not by equality.

Numbering, case, punctuation, spelling variants and word order are forgiven; the assignment is one-to-one and best
pairs first, so that two similar indicators are not swapped.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

_NUMBERING = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*|\d{1,2}(?:\.\d{1,2})+\.?\s+|[-–•*]\s*)+", re.I)
_SPELLINGS = (
    (re.compile(r"\b(?:prosentase|prosestase|persentasi|presentase|prosentasi)\b"), "persentase"),
    (re.compile(r"\b(?:tingkat persentase|persen)\b"), "persentase"),
    (re.compile(r"\bkab\b"), "kabupaten"),
    (re.compile(r"\bkec\b"), "kecamatan"),
    (re.compile(r"\b(?:jml)\b"), "jumlah"),
)
_SPELT_OTHERWISE = re.compile("|".join(pattern.pattern for pattern, _ in _SPELLINGS))
_PUNCTUATION = re.compile(r"[\W_]+")
_EXPLAINED = re.compile(r"\(([A-Z]{3,8})\)")
_BRACKETS = re.compile(r"[({\[][^(){}\[\]]{0,25}[)}\]]")
_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d+\b|\b(?:kelas|tipe|type|golongan|kategori|akreditasi|predikat) [a-h]\b")
_DENIALS = frozenset({"tidak", "non", "bukan", "belum", "tanpa"})
_SMALL_WORDS = (
    "yang dan di ke dari pada untuk dalam dengan para atas terhadap serta oleh bagi secara "
    "telah sudah per lebih antar akan itu hasil"
)
_LIGHT = frozenset(_SMALL_WORDS.split())
_LIGHT_WEIGHT = 0.25
_SYNONYMS = ({"angka", "tingkat"}, {"waktu", "lama"}, {"jumlah", "banyaknya"}, {"warga", "masyarakat"})
_SAME_WORD = 78.0
_REPLACED = 4.0
_ADDED = 1.1
_AFFIX = 0.25
_ROUNDING = 1e-6
DIFFERENT_THINGS = 60.0
"""Likeness at most of wordings that differ in a number ("kelas 1", "kelas 2") or a denial ("tidak menular")."""


@lru_cache(maxsize=20_000)
def normal(text: str) -> str:
    """A wording for matching: numbering, short bracketed units, case, punctuation and spelling variants gone."""
    bare = _BRACKETS.sub(" ", _NUMBERING.sub("", text.casefold())).replace("&", " dan ")
    words = " ".join(_PUNCTUATION.sub(" ", bare).split())
    if _SPELT_OTHERWISE.search(words):
        for pattern, spelling in _SPELLINGS:
            words = pattern.sub(spelling, words)
    return words


@lru_cache(maxsize=100_000)
def likeness(a: str, b: str, least: float = 0.0) -> float:
    """How alike two wordings are, 0 to 100; 100 for equal ones after normalisation.

    Whatever is less than `least` may come back as 0, which is often quicker to tell.
    Words are paired whatever their order; small ones weigh little, and a word in place of another counts for more than
    a word too many: "perikanan tangkap" is not "perikanan budidaya", however many letters they share.
    bench/kemiripan.py compares this with the usual measures.
    """
    return max(_likeness(x, y, least) for x in _spoken(a) for y in _spoken(b))


@lru_cache(maxsize=20_000)
def _spoken(text: str) -> tuple[str, ...]:
    """A wording and, where it explains an abbreviation in brackets, the wording with the abbreviation in its place.

    "Sistem Informasi Desa (SID)" is also what others call "SID", and without the bracket "Sistem Informasi Desa".
    """
    whole = normal(text)
    for match in _EXPLAINED.finditer(text):
        letters = match[1].casefold()
        words = list(re.finditer(r"[^\W\d_]+", text[: match.start()]))
        said = [word for word in words if word[0].casefold() not in _LIGHT][-len(letters) :]
        if "".join(word[0][0] for word in said).casefold() == letters:
            return whole, normal(f"{text[: said[0].start()]}{match[1]}{text[match.end() :]}")
    return (whole,)


def _likeness(x: str, y: str, least: float) -> float:
    if not x or not y:
        return 0.0
    if x == y:
        return 100.0
    same = _distinct(x) == _distinct(y)
    if not same and least > DIFFERENT_THINGS:
        return 0.0
    # Joined letters forgive words broken or run together by a reader ("capai an", "armadaangkutan").
    joined = Levenshtein.distance(x.replace(" ", ""), y.replace(" ", ""), score_cutoff=1) <= 1
    score = max(_by_words(x.split(), y.split()), 99.0 if joined else 0.0)
    return score if same else min(score, DIFFERENT_THINGS)


@lru_cache(maxsize=20_000)
def _distinct(text: str) -> tuple[str, ...]:
    """What makes two wordings name different things: numbers, single letters and denials."""
    return tuple(sorted([*_NUMBER.findall(text), *(word for word in text.split() if word in _DENIALS)]))


def _by_words(left: Sequence[str], right: Sequence[str]) -> float:
    rest = list(right)
    shared = lost = 0.0
    alone = []
    for word in sorted(left, key=lambda word: word not in right):
        if word in rest:
            shared += 2 * _weight(word)
            del rest[len(rest) - 1 - rest[::-1].index(word)]
            continue
        score, best = max([(_word(word, other), place) for place, other in enumerate(rest)], default=(0.0, 0))
        if score < _SAME_WORD:
            alone.append(word)
        else:
            shared += 2 * _weight(word)
            lost += 2 * _weight(word) * (1 - score / 100)
            del rest[best]
    here, there = (sum(map(_weight, words)) for words in (alone, rest))
    faults = _REPLACED * min(here, there) + _ADDED * abs(here - there) + _AFFIX * lost
    return 100 * shared / (shared + faults) if shared else 0.0


def _weight(word: str) -> float:
    return _LIGHT_WEIGHT if word in _LIGHT else 1.0


@lru_cache(maxsize=100_000)
def _word(a: str, b: str) -> float:
    """How alike two words are; a word is its own with other affixes ("diselesaikan", "terselesaikan")."""
    if a == b:
        return 100.0
    if {a, b} in _SYNONYMS:
        return _SAME_WORD
    return fuzz.ratio(a, b) if min(len(a), len(b)) > 3 else 0.0


class Gathered:
    """Wordings that were met, by number from 0, and which of them a further one may be like.

    Most have too few words in common with it: that is told without pairing words one by one.
    """

    def __init__(self) -> None:
        self._weights: list[tuple[int, float]] = []
        self._joined: list[str] = []
        self._places: dict[str, set[int]] = defaultdict(set)
        self._known: dict[str, list[str]] = {}
        self._texts: list[str] = []

    def add(self, text: str) -> None:
        """A further wording; its number is how many there were."""
        self._texts.append(text)
        for spoken in _spoken(text):
            words = spoken.split()
            for word in words:
                if word not in self._places:
                    for known in _kin(word, list(self._known)):
                        self._known[known].append(word)
                self._places[word].add(len(self._weights))
            self._weights.append((len(self._texts) - 1, sum(map(_weight, words))))
            self._joined.append(spoken.replace(" ", ""))

    def candidates(self, text: str, least: float) -> set[int]:
        """The numbers of all wordings whose likeness to a text is `least` or more, and of some others."""
        found: set[int] = set()
        bound = least - _ROUNDING
        for spoken in _spoken(text):
            words = spoken.split()
            heavy: dict[int, float] = defaultdict(float)
            many: dict[int, int] = defaultdict(int)
            weight = sum(map(_weight, words))
            # At best all words are paired at full weight: 100 * 2n >= least * (2n + faults) bounds what may be lacking.
            spare = 2 * len(words) * (100 - bound) / (_ADDED * bound) if bound > 0 else weight
            lacking = 0.0
            for counts, places in sorted(self._found(words), key=lambda pair: len(pair[1])):
                # A wording with none of the rarer words before this one lacks too much.
                for place in places if lacking <= spare + _ROUNDING else places & heavy.keys():
                    heavy[place] += counts
                    many[place] += 1
                lacking += counts
            for place, shared in heavy.items():
                if weight - shared > spare + _ROUNDING:
                    continue
                number, own = self._weights[place]
                # At best every word that has a kin is paired, with one of full weight; either text may be the first.
                most = min(own, float(many[place]))
                here, there = own - most, weight - shared
                faults = _REPLACED * min(here, there) + _ADDED * abs(here - there)
                paired = 2 * max(most, shared)
                if 100 * paired >= bound * (paired + faults):
                    found.add(number)
            near = process.extract(
                spoken.replace(" ", ""), self._joined, scorer=Levenshtein.distance, score_cutoff=1, limit=None
            )
            found.update(self._weights[place][0] for _, _, place in near)
        return found

    def nearest(self, text: str, least: float) -> int | None:
        """The number of the most alike wording, the first of equals; None when none is `least` or more."""
        best = min(self.alike(text, least), key=lambda pair: (-pair[1], pair[0]), default=None)
        return best[0] if best is not None else None

    def alike(self, text: str, least: float) -> list[tuple[int, float]]:
        """Number and likeness of every wording whose likeness is `least` or more, in their order."""
        scored = ((number, likeness(text, self._texts[number], least)) for number in self.candidates(text, least))
        return sorted(pair for pair in scored if pair[1] >= least)

    def _found(self, words: Iterable[str]) -> Iterator[tuple[float, set[int]]]:
        """For each word its weight, and where it or any of its kin stands."""
        for word in words:
            yield _weight(word), set[int]().union(*(self._places[kin] for kin in self._kin_of(word)))

    def _kin_of(self, word: str) -> list[str]:
        """The words met so far that may be this word."""
        if word not in self._known:
            self._known[word] = _kin(word, list(self._places))
        return self._known[word]


def _kin(word: str, others: Sequence[str]) -> list[str]:
    """All words that count as this one, and perhaps some more."""
    near = process.extract(word, others, scorer=fuzz.ratio, score_cutoff=_SAME_WORD, limit=None)
    alike = {other for pair in _SYNONYMS if word in pair for other in pair}
    return [*(other for other, _, _ in near), *(other for other in others if other in alike and other != word)]


class Pair(msgspec.Struct, frozen=True):
    """Item i of the one list belongs to item j of the other, so alike."""

    left: int
    right: int
    likeness: float


def pairs(left: Sequence[str], right: Sequence[str], threshold: float) -> list[Pair]:
    """One-to-one pairs at or above a threshold, the most alike first; equal likeness keeps the documents' order."""
    scored = sorted(
        (
            Pair(i, j, score)
            for i, a in enumerate(left)
            for j, b in enumerate(right)
            if (score := likeness(a, b, threshold)) >= threshold
        ),
        key=lambda pair: (-pair.likeness, pair.left, pair.right),
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen = []
    for pair in scored:
        if pair.left not in used_left and pair.right not in used_right:
            used_left.add(pair.left)
            used_right.add(pair.right)
            chosen.append(pair)
    return sorted(chosen, key=lambda pair: pair.left)


def nearest(text: str, others: Sequence[str]) -> tuple[int, float] | None:
    """The most alike of several wordings and how alike it is; None when there are none."""
    if not others:
        return None
    best = max(range(len(others)), key=lambda index: likeness(text, others[index]))
    return best, likeness(text, others[best])


def mentions(text: str, other: str) -> float:
    """How far one text speaks of another, 0 to 100: shared words count, whatever else the other says."""
    return fuzz.token_set_ratio(normal(text), normal(other))
