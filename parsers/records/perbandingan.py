"""On which pages a report compares, explains and accounts: judged by headings, captions and column headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from saksama.parsers.model import Document, Paragraph
from saksama.parsers.records.bagian import Tempat
from saksama.parsers.records.kerangka import Judul
from saksama.parsers.records.tabel_laporan import TabelLaporan, title_years

_LAST_YEAR = re.compile(
    r"(?:perbandingan|perkembangan|analis[ai]s?).*(?:tahun\s+(?:sebelum|lalu)|tahun\s+n\s*-\s*1|n\s*-\s*1|dengan\s+(?:capaian\s+)?tahun|"
    r"tahun\s+(?:19|20)\d\d\s*(?:,|dan|dengan|-|–|s/?d)\s*(?:tahun\s+)?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_TO_THE_END = re.compile(
    r"(?:perbandingan|realisasi|capaian|kemajuan).*(?:rens?tra|rencana\s+strategis|jangka\s+menengah|rpjm|akhir\s+(?:periode|masa|tahun)|"
    r"target\s+(?:kinerja\s+)?akhir|target\s+total|target\s+tahun\s+(?:19|20)\d\d\s*[-–])",
    re.IGNORECASE,
)
_TOPICS: dict[str, re.Pattern[str]] = {
    "tahun_lalu": _LAST_YEAR,
    "akhir_renstra": _TO_THE_END,
    "nasional": re.compile(
        r"(?:perbandingan|realisasi|capaian).*(?:nasional|standar\s+pelayanan\s+minimal)", re.IGNORECASE
    ),
    "alokasi": re.compile(r"alokasi\b.*(?:sasaran|anggaran|pembangunan)", re.IGNORECASE),
    "kinerja_anggaran": re.compile(
        r"(?:pen)?capaian\s+kinerja\s+(?:dan|dengan|terhadap)\s+(?:realisasi\s+)?anggaran", re.IGNORECASE
    ),
    "efisiensi": re.compile(r".*\befisien", re.IGNORECASE),
    "analisis_penyebab": re.compile(
        r".*(?:penyebab|keberhasilan|kegagalan|hambatan|kendala|permasalahan\s+dan\s+(?:solusi|upaya)|pemecahan\s+masalah|"
        r"faktor\s+(?:pendorong|pendukung|penghambat)|evaluasi\s+(?:dan\s+analis|(?:atas\s+)?(?:capaian|pencapaian|kinerja))|analis[ai]s?\s+(?:capaian|pencapaian|kinerja))",
        re.IGNORECASE,
    ),
    "program_penunjang": re.compile(
        r".*(?:program|kegiatan).*(?:menunjang|penunjang|mendukung|pendukung)", re.IGNORECASE
    ),
    "realisasi_anggaran": re.compile(
        r"(?:akuntabilitas\s+(?:kinerja\s+)?(?:realisasi\s+)?(?:keuangan|anggaran)|(?:pagu\s+dan\s+)?realisasi\s+(?:anggaran|keuangan|belanja)|"
        r"penyerapan\s+anggaran|anggaran\s+dan\s+realisasi)",
        re.IGNORECASE,
    ),
}
# A heading on the programs that explain success speaks of programs first, one on efficiency of efficiency.
_BEFORE = {"analisis_penyebab": ("program_penunjang", "efisiensi")}
_CAUSES = re.compile(
    r"penyebab|faktor|keberhasilan|kegagalan|hambatan|kendala|solusi|permasalahan|pemecahan|rencana\s+tindak",
    re.IGNORECASE,
)
# How the title of a lettered or unnumbered section begins; a list item begins with a verb ("Membudayakan ...").
_OPENS = re.compile(
    r"(?:analis|perbandingan|evaluasi|faktor|penyebab|hambatan|kendala|masalah|permasalahan|efisien|program|kegiatan|alokasi|"
    r"(?:pen)?capaian|realisasi|keberhasilan|kegagalan|penyerapan|akuntabilitas|anggaran|pagu|perkembangan|kemajuan)",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"(?:grafik|gambar|diagram|tabel|sumber|foto)\b", re.IGNORECASE)
_PROSE, _PROSE_NAMED = 400, 150
"""Characters of running text that a page needs to count as explaining something, less where the heading says so."""
Pages = tuple[int | bool, ...]


def comparisons(
    judul: tuple[Judul, ...],
    tables: Iterable[TabelLaporan],
    document: Document,
    within: tuple[int, int],
    sections: dict[str, Tempat],
) -> dict[str, Pages]:
    """Pages per field of Perbandingan.

    within bounds the accountability chapters by place in the document (the tables of the planning chapter and the
    appendices compare nothing), except for the allocation of the budget, which often stands in chapter II; sections are
    those of bagian. True stands for a page in formats without pages.
    """
    first, last = within
    chapters = [place for name, place in sections.items() if name.startswith(("bab_", "lampiran"))]
    planned = min((sections[name].urutan for name in ("bab_4", "lampiran") if name in sections), default=last)
    prose = _prose(document)
    found: dict[str, set[int | bool]] = {}
    headings = [_raised(j) for j in judul if first <= j.urutan < last]
    owners: list[Judul] = []
    for index, j in enumerate(headings):
        owners = [owner for owner in owners if owner.tingkat < j.tingkat]
        topics = [] if owners else list(_topics(j))
        if topics:
            # What stands below a heading on one topic belongs to that topic.
            owners.append(j)
        for name in topics:
            span = _span(headings, index, len(document.pages), chapters)
            if name == "analisis_penyebab":
                least = _PROSE_NAMED if _CAUSES.search(j.teks) else _PROSE
                span = {
                    page
                    for page in span
                    if page is True or (page == j.halaman and least == _PROSE_NAMED) or prose.get(page, 0) >= least
                }
            found.setdefault(name, set()).update(span)
    for table in tables:
        place = table.tabel[0].table.location
        for name in _table_topics(table):
            inside = table.urutan < planned if name == "alokasi" else first <= table.urutan < last
            if not inside:
                continue
            found.setdefault(name, set()).update(
                table.halaman or ((True,) if place.halaman is None else (place.halaman,))
            )
    return {name: tuple(sorted(values)) for name, values in found.items()}


def _raised(j: Judul) -> Judul:
    """ "B. Realisasi Anggaran" is a part of the chapter, also where the parts before it are numbered 3.1, 3.2 ..."""
    if j.tingkat == 5 and _TOPICS["realisasi_anggaran"].match(j.teks):
        return msgspec.structs.replace(j, tingkat=2)
    return j


def budget_place(judul: tuple[Judul, ...], first: int) -> int | None:
    """The place of the heading on the budget's realisation, from `first` on; None when the report has none."""
    pattern = _TOPICS["realisasi_anggaran"]
    return next((j.urutan for j in judul if j.urutan >= first and pattern.match(j.teks)), None)


def _prose(document: Document) -> Counter[int]:
    """Characters of running text per page."""
    count: Counter[int] = Counter()
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.location.halaman is not None:
            count[block.location.halaman] += len(block.text)
    return count


def _topics(j: Judul) -> Iterator[str]:
    """The comparisons that a heading announces; list items and long sentences announce none."""
    if len(j.teks) > 150 or _PICTURE.match(j.teks):
        return
    if j.tingkat >= 6 and (j.teks.endswith((";", ",", ".")) or not _OPENS.match(j.teks)):
        return
    hits = [name for name, pattern in _TOPICS.items() if pattern.match(j.teks)]
    for name in hits:
        if not any(other in hits for other in _BEFORE.get(name, ())):
            yield name


def _span(judul: list[Judul], index: int, pages: int, chapters: list[Tempat]) -> set[int | bool]:
    """The pages from a heading to the next of its level or above, that one's page too when text stands above it."""
    own = judul[index]
    if own.halaman is None:
        return {True}
    following = next((j for j in judul[index + 1 :] if j.halaman is not None and _ends(own, j)), None)
    chapter = min((place.halaman for place in chapters if place.urutan > own.urutan), default=None)
    end = min(max(pages, own.halaman), own.halaman + 30)
    if chapter is not None:
        end = min(end, chapter - 1)
    if following is not None and following.halaman is not None:
        end = min(end, following.halaman - 1 if following.atas else following.halaman)
    return set(range(own.halaman, max(end, own.halaman) + 1))


def _ends(own: Judul, later: Judul) -> bool:
    """Whether a later heading ends the part of an earlier one: a higher one, or the next of its own numbering."""
    if later.tingkat != own.tingkat or own.tingkat < 6:
        return later.tingkat <= own.tingkat
    return _style(later.nomor) == _style(own.nomor)


def _style(nomor: str) -> str:
    """The manner of a number: "a." and "c." are alike, "1)" and "1." are not."""
    return re.sub(r"\d+", "1", re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", nomor)))


def _table_topics(table: TabelLaporan) -> Iterator[str]:
    title = table.judul or ""
    labelled = table.has_any("indikator", "sasaran")
    if table.is_capaian and "target" in table.peran:
        yield "target_realisasi"
    if labelled and (
        table.has_any("realisasi_lalu", "capaian_lalu")
        or (table.has_any("realisasi", "capaian") and _LAST_YEAR.search(title) and len(title_years(title)) == 2)
    ):
        yield "tahun_lalu"
    if (
        labelled
        and table.has_any("target_akhir", "capaian_akhir")
        and table.has_any("realisasi", "capaian", "realisasi_akhir", "capaian_akhir")
    ):
        yield "akhir_renstra"
    if labelled and table.has_any("realisasi_nasional", "target_nasional", "capaian_nasional"):
        yield "nasional"
    if labelled and table.has("pagu") and not table.has_any("realisasi_rp"):
        yield "alokasi"
    if labelled and table.has_any("realisasi_rp", "capaian_rp") and "kegiatan" not in table.peran:
        yield "kinerja_anggaran"
    if "efisiensi" in table.peran or re.search("efisiensi", title, re.IGNORECASE):
        yield "efisiensi"
    if labelled and any(_CAUSES.search(column.title) for column in table.kolom):
        yield "analisis_penyebab"
    if labelled and table.has_any("program", "kegiatan"):
        yield "program_penunjang"
    if table.is_anggaran:
        yield "realisasi_anggaran"
