"""The total of a report's budget where only the running text states it.

"Belanja dianggarkan sebesar Rp 100.000.000,00 dan dapat direalisasikan sebesar Rp 95.000.000,00 atau 95,00 %."
Texts state many such pairs, for single programs and activities too; the total is the largest that is no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from saksama.parsers.model import Block, Location, Paragraph
from saksama.parsers.numbers import parse_number, parse_rupiah
from saksama.parsers.records.types import At

_AMOUNT = re.compile(r"\brp\s*[.,:]{0,2}\s*(?P<digits>\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{2}(?!\d))?)", re.IGNORECASE)
_SHARE = re.compile(
    r"[\s,.\-]*(?:(?:atau|setara|sebesar|dengan|mencapai|persentase)\s+)*\(?\s*(?P<share>\d{1,3}(?:[.,]\d+)?\s*%)",
    re.IGNORECASE,
)
_SPENT = re.compile(r"realisasi|terserap|serap", re.IGNORECASE)
_BUDGET = re.compile(r"anggar|alokasi|\bpagu\b|belanja|\bapbd\b|\bapbn\b|\bdpa\b|\bdana\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\bsisa\b|selisih|silpa|tambah|kurang|efisiensi|hemat|pendapatan|penerimaan|retribusi|kontrak|semula|"
    r"sebelum\s+perubahan",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\bdari\s+(?:\w+\s+){0,3}(?:anggaran|pagu|alokasi|belanja)\b[^.;]*$", re.IGNORECASE)
_CHANGED = re.compile(r"perubahan|menjadi", re.IGNORECASE)
_TOGETHER = re.compile(
    r"program\s*(?:/|,|dan|serta)\s*kegiatan|kegiatan\s*(?:/|,|dan|serta)\s*program|"
    r"\d+\s*(?:\([\w ]+\)\s*)?(?:program|kegiatan|sasaran|indikator)|(?:seluruh|semua|berbagai)\s+(?:program|kegiatan)",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:kegiatan|program|sasaran|indikator|misi|pekerjaan|paket|bidang|uptd)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"total|jumlah|keseluruhan|seluruh|\bbelanja|\bapb[dn]\b|\bpagu\b|\bdpp?a\b|tahun\s+(?:anggaran|(?:19|20)\d\d)|perangkat\s+daerah|"
    r"\b(?:dinas|badan|biro|kantor|kecamatan|inspektorat|sekretariat|satuan|rumah\s+sakit|opd|skpd)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]\s", re.IGNORECASE)
_PARTS_FOLLOW = re.compile(
    r"[\s,.\-]*(?:\([^)]*\))?[\s,.\-]*(?:yang\s+)?(?:terdiri|meliputi|terbagi|dengan\s+(?:rincian|perincian))",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;:](?=\s+[A-Z])")
_LINE = 60
_MARGIN = 1.0
"""How far, in percentage points, a stated percentage may be from the one its amounts give."""
_FROM_TEXT = "Jumlah diambil dari naskah; tabelnya tidak memuat baris jumlah."


class _Mention(msgspec.Struct, frozen=True):
    """An amount in the text: role pagu or realisasi; part: of a single program; opens: its parts are told next."""

    role: str
    value: int
    share: str | None
    part: bool
    opens: bool
    location: Location


class _Pair(msgspec.Struct, frozen=True):
    """A budget with what was spent of it."""

    pagu: _Mention
    realisasi: _Mention | None

    @property
    def tree(self) -> dict[str, Any]:
        """The pair as a tree for TotalAnggaran, every value marked as taken from the text."""
        spent = self.realisasi
        return {
            "pagu": At(self.pagu.value, self.pagu.location, _FROM_TEXT),
            "realisasi": At(spent.value, spent.location, _FROM_TEXT) if spent else None,
            "capaian": At(spent.share, spent.location, _FROM_TEXT) if spent and spent.share else None,
        }


def total_from_text(places: Iterable[Sequence[Block]], sums: Sequence[int]) -> dict[str, Any] | None:
    """The total that the text states, as a tree for TotalAnggaran; None when it states none.

    places: the parts of the report to look in, the likeliest first; sums: the budgets in rupiah that the tables sum up
    to, each for itself (APBD, APBN) and together; no total lies below one of them.
    """
    together = {sum(sums[:end]) for end in range(len(sums) + 1)} | set(sums)
    every: list[_Pair] = []
    chosen: _Pair | None = None
    for blocks in places:
        groups = list(_mentions(blocks))
        pairs = [pair for group in groups for pair in _pairs(group)]
        pairs += [_Pair(one, None) for group in groups for one in group if one.role == "pagu" and one.opens]
        whole = [pair for pair in pairs if not pair.pagu.part and pair.pagu.value >= 0.99 * max(sums, default=0)]
        every += pairs
        if whole and chosen is None:
            exact = [pair for pair in whole if pair.pagu.value in together]
            chosen = max(exact or whole, key=lambda pair: (pair.pagu.value, pair.realisasi is not None))
    if chosen is None:
        return None
    # What was spent of it may be told elsewhere.
    same = [pair for pair in every if pair.pagu.value == chosen.pagu.value and pair.realisasi]
    return (same[0] if same and chosen.realisasi is None else chosen).tree


def _mentions(blocks: Sequence[Block]) -> Iterator[list[_Mention]]:
    """The amounts of each stretch of text that belongs together, in reading order."""
    for text, location in _stretches(blocks):
        group: list[_Mention] = []
        end = 0
        part = False
        for match in _AMOUNT.finditer(text):
            lead = text[end : match.start()]
            # What a sentence is about holds for all its amounts.
            sentence = _SENTENCE_END.split(lead)[-1]
            if len(sentence) < len(lead) or not group:
                around = sentence + _SENTENCE_END.split(text[match.end() :])[0]
                part = _ITEM.match(text) is not None or not _WHOLE.search(around)
            part = part or _PART.search(_TOGETHER.sub(" ", sentence)) is not None
            value = parse_rupiah(f"Rp {match['digits']}")
            share = _SHARE.match(text, match.end())
            role = _role(sentence, group)
            end = match.end()
            if value is not None and role:
                opens = _PARTS_FOLLOW.match(text, match.end()) is not None
                group.append(_Mention(role, value, share["share"] if share else None, part, opens, location))
        if group:
            yield group


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[str, Location]]:
    """Paragraphs, joined with the next where a line or page break cut the sentence."""
    open_text, place = "", None
    for block in blocks:
        if not isinstance(block, Paragraph) or not block.text.strip():
            continue
        text = " ".join(block.text.split())
        cut = len(open_text) >= _LINE and not open_text.endswith((".", ";", ":"))
        if place is not None and (text[0].islower() or cut):
            open_text = f"{open_text} {text}"
            continue
        if place is not None:
            yield open_text, place
        open_text, place = text, block.location
    if place is not None:
        yield open_text, place


def _role(sentence: str, before: Sequence[_Mention]) -> str:
    """What the words before an amount say it is."""
    if _OUT_OF.search(sentence):
        return "pagu"
    other = [match.end() for match in _OTHER.finditer(sentence)]
    named = [match.end() for pattern in (_SPENT, _BUDGET) for match in pattern.finditer(sentence)]
    if other and max(other) > max(named, default=0):
        return ""
    if _SPENT.search(sentence):
        return "realisasi"
    if _BUDGET.search(sentence):
        return "pagu"
    return before[-1].role if before and _CHANGED.search(sentence) else ""


def _pairs(group: Sequence[_Mention]) -> Iterator[_Pair]:
    """Each budget with the amount spent of it that stands next to it, as far as their percentage agrees."""
    for index, one in enumerate(group):
        after = group[index + 1] if index + 1 < len(group) else None
        if after is None or {one.role, after.role} != {"pagu", "realisasi"}:
            continue
        pagu, spent = (one, after) if one.role == "pagu" else (after, one)
        if _agree(pagu.value, spent.value, spent.share):
            yield _Pair(msgspec.structs.replace(pagu, part=one.part), spent)


def _agree(pagu: int, spent: int, share: str | None) -> bool:
    if pagu <= 0:
        return False
    computed = 100 * spent / pagu
    if share is None:
        return 30 <= computed <= 100
    read = parse_number(share)
    return read is not None and abs(computed - float(read.nilai)) <= _MARGIN
