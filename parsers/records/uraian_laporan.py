"""What the running text of a report explains, page by page: causes, supporting programs, a look back at last year."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from saksama.parsers.model import Block, Paragraph

_MEASURED = re.compile(
    r"capaian|\btarget|realisasi|tercapai|indikator|sasaran|kinerja|meningkat|menurun|prestasi", re.IGNORECASE
)
_CAUSE = re.compile(
    r"disebabkan|dikarenakan|\bkarena\b|penyebab|\bakibat|kendala|hambatan|permasalahan|faktor\s+pen|dipengaruhi",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"semakin\s+(?:tinggi|rendah)|rumus", re.IGNORECASE)
_SUPPORTED = re.compile(
    r"(?:di\s?dukung|ditunjang)\s+(?:oleh|dengan|melalui)\b.{0,80}\b(?:program|kegiatan)|"
    r"\b(?:program|kegiatan)\b.{0,60}\b(?:mendukung|menunjang)\b",
    re.IGNORECASE,
)
_AIM = re.compile(r"sasaran|indikator|pencapaian|ketercapaian", re.IGNORECASE)
_ELSEWHERE = re.compile(r"sub\s*bab|dibahas|efisiensi|penyerapan", re.IGNORECASE)
_PLAN = re.compile(
    r"(?:target|terhadap)\s+(?:\w+\s+){0,3}(?:renstra|rencana\s+strategis|rpjm\w*|jangka\s+menengah)", re.IGNORECASE
)
_ACHIEVED = re.compile(r"capai|realisasi", re.IGNORECASE)
_PROSE = 200


def prose(blocks: Sequence[Block]) -> Counter[int]:
    """Characters of running text per page."""
    count: Counter[int] = Counter()
    for block in blocks:
        if isinstance(block, Paragraph) and block.location.halaman is not None:
            count[block.location.halaman] += len(block.text)
    return count


def causes(blocks: Sequence[Block]) -> set[int]:
    """Pages whose text says why something measured came about, with a page between two of them that holds text too."""
    found = {page for page, text in _paragraphs(blocks) if _explains(text)}
    text_on = prose(blocks)
    between = {page + 1 for page in found if page + 2 in found and text_on.get(page + 1, 0) >= _PROSE}
    return {page for page in found if text_on[page] >= _PROSE} | between


def supporting(blocks: Sequence[Block]) -> set[int]:
    """Pages whose text names the programs or activities that support a sasaran or an indicator."""
    return {
        page
        for page, text in _paragraphs(blocks)
        for sentence in _sentences(text)
        if _SUPPORTED.search(sentence) and _AIM.search(sentence) and not _ELSEWHERE.search(sentence)
    }


def looking_back(blocks: Sequence[Block], tahun: int | None) -> set[int]:
    """Pages whose text sets what was achieved beside the year before `tahun`."""
    years = r"lalu|sebelumnya" + (rf"|{tahun - 1}" if tahun else "")
    back = re.compile(rf"(?:di)?banding(?:kan)?\s+(?:dengan\s+)?(?:\w+\s+){{0,4}}?tahun\s+(?:{years})\b", re.IGNORECASE)
    return {page for page, text in _paragraphs(blocks) if back.search(text) and _MEASURED.search(text)}


def towards_the_plan(blocks: Sequence[Block]) -> set[int]:
    """Pages whose text sets what was achieved against the targets of the Renstra or RPJMD."""
    return {page for page, text in _paragraphs(blocks) if _PLAN.search(text) and _ACHIEVED.search(text)}


def _explains(text: str) -> bool:
    told = any(_CAUSE.search(sentence) and not _FORMULA.search(sentence) for sentence in _sentences(text))
    return told and _MEASURED.search(text) is not None


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.;])\s+", text)


def _paragraphs(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """The paragraphs of several words with their page."""
    by_page: dict[int, list[str]] = defaultdict(list)
    for block in blocks:
        page = block.location.halaman
        if isinstance(block, Paragraph) and page is not None and len(block.text) > 40:
            by_page[page].append(" ".join(block.text.split()))
    return [(page, text) for page, texts in by_page.items() for text in texts]
