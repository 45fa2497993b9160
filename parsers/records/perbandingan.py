"""On which pages a report compares, explains and accounts: judged by headings, captions and column headers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from saksama.parsers.model import Document, Table
from saksama.parsers.records.bagian import Tempat
from saksama.parsers.records.kerangka import Judul
from saksama.parsers.records.tabel_laporan import TabelLaporan
from saksama.parsers.records.topik_tabel import CAUSES, LAST_YEAR, table_topics
from saksama.parsers.records.types import Perbandingan
from saksama.parsers.records.uraian_laporan import causes, looking_back, prose, supporting, towards_the_plan

_STUDY = r"(?:(?:hasil\s+)?(?:analis[ai]s?|evaluasi)\s+(?:atas\s+|dan\s+)?)?"
_TO_THE_END = re.compile(
    rf"{_STUDY}(?:perbandingan|membandingkan|realisasi|(?:pen)?capaian|kemajuan|progres\w*|perkembangan).*"
    r"(?:rens?tra|rencana\s+strategis|jangka\s+menengah|rpjm|akhir\s+(?:periode|masa|tahun)|"
    r"target\s+(?:kinerja\s+)?akhir|target\s+total|target\s+tahun\s+(?:19|20)\d\d\s*[-–])",
    re.IGNORECASE,
)
_TOPICS: dict[str, re.Pattern[str]] = {
    "tahun_lalu": LAST_YEAR,
    "akhir_renstra": _TO_THE_END,
    "nasional": re.compile(
        rf"{_STUDY}(?:perbandingan|membandingkan|realisasi|(?:pen)?capaian|bench\s?mark\w*).*(?:nasional|standar\s+pelayanan\s+minimal|"
        r"(?:provinsi|kabupaten|kota|kabupaten/kota|daerah|instansi)\s+(?:yang\s+)?lain)",
        re.IGNORECASE,
    ),
    "alokasi": re.compile(r"alokasi\b.*(?:sasaran|anggaran|pembangunan)", re.IGNORECASE),
    "kinerja_anggaran": re.compile(
        r"(?:pen)?capaian\s+kinerja\s+(?:dan|dengan|terhadap)\s+(?:realisasi\s+)?anggaran", re.IGNORECASE
    ),
    "efisiensi": re.compile(r".*\befisien|analis[ai]s?\s+(?:atas\s+)?penggunaan\s+sumber\s*daya", re.IGNORECASE),
    "analisis_penyebab": re.compile(
        r".*(?:penyebab|keberhasilan|kegagalan|hambatan|kendala|permasalahan|langkah\s+antisipa|pemecahan\s+masalah|"
        r"faktor\s+(?:pendorong|pendukung|penghambat)|evaluasi\s+(?:dan\s+analis|(?:atas\s+)?(?:capaian|pencapaian|kinerja))|analis[ai]s?\s+(?:capaian|pencapaian|kinerja))",
        re.IGNORECASE,
    ),
    "program_penunjang": re.compile(
        r".*(?:program|kegiatan).*(?:menunjang|penunjang|mendukung|pendukung)|pelaksanaan\s+program(?:\s+dan\s+kegiatan)?$",
        re.IGNORECASE,
    ),
    "realisasi_anggaran": re.compile(
        r"(?:akuntabil\w*tas\s+(?:kinerja\s+)?(?:realisasi\s+)?(?:keuangan|anggaran)|(?:pagu\s+dan\s+)?realisasi\s+(?:anggaran|keuangan|belanja)|"
        r"penyerapan\s+anggaran|anggaran\s+dan\s+realisasi|(?:kinerja|aspek)\s+keuangan)",
        re.IGNORECASE,
    ),
}
# A heading on the programs that explain success speaks of programs first, one on efficiency of efficiency.
# "Tahun 2013-2018" is the time of a plan.
_BEFORE = {"analisis_penyebab": ("program_penunjang", "efisiensi"), "tahun_lalu": ("akhir_renstra",)}
_SAID_LAST = re.compile(r"sebelum|lalu|n\s*-\s*1", re.IGNORECASE)
# How the title of a lettered or unnumbered section begins; a list item begins with a verb ("Membudayakan ...").
_OPENS = re.compile(
    r"(?:analis|perbandingan|membandingkan|bench\s?mark|progres|tingkat\s+efisien|evaluasi|faktor|penyebab|hambatan|kendala|masalah|permasalahan|efisien|program|kegiatan|alokasi|"
    r"(?:pen)?capaian|realisasi|keberhasilan|kegagalan|penyerapan|akuntabilitas|anggaran|pagu|perkembangan|kemajuan|pelaksanaan)",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(r"pelaksanaan\s+program", re.IGNORECASE)
_PICTURE = re.compile(r"(?:grafik|gambar|diagram|tabel|sumber|foto)\b", re.IGNORECASE)
_GOES_ON = ("tahun_lalu", "akhir_renstra")
_PART_LEVEL, _CAPTION = 5, 3
_PROSE, _PROSE_NAMED = 400, 200
"""Characters of running text that a page needs to count as explaining something, less where the heading says so."""
Pages = tuple[int | bool, ...]


def comparisons(
    judul: tuple[Judul, ...],
    tables: Sequence[TabelLaporan],
    document: Document,
    within: tuple[int, int],
    sections: dict[str, Tempat],
    tahun: int | None,
) -> dict[str, Pages]:
    """Pages per field of Perbandingan.

    within bounds the accountability chapters by place in the document (the tables of the planning chapter and the
    appendices compare nothing), except for the allocation of the budget, which often stands in chapter II, and for the
    results in an executive summary; sections are those of bagian. True stands for a page in formats without pages.
    """
    found: dict[str, set[int | bool]] = defaultdict(set)
    explained = 0
    for name, pages, j in _from_headings(judul, document, within, sections):
        found[name] |= pages
        if name == "analisis_penyebab" and j.tingkat <= _PART_LEVEL and j.urutan < _closing(within, sections):
            explained = max(explained, len(pages))
    income = _from_tables(tables, within, sections, tahun, found)
    measured = min((table.urutan for table in tables if table.is_capaian and table.urutan >= within[0]), default=None)
    for name, pages in _from_text(judul, document, (measured, _closing(within, sections)), tahun):
        known = {"analisis_penyebab": explained, "tahun_lalu": len(found["tahun_lalu"]), "akhir_renstra": 2}
        # Where the report gives a part to it, remarks elsewhere are no analysis, unless they go on from it.
        if known.get(name, 0) < 2:
            found[name] |= pages
        elif name in _GOES_ON:
            for page in sorted(pages):
                within_analysis = {page - 1, page} <= found["analisis_penyebab"]
                if page - 1 in found[name] and not within_analysis:
                    found[name].add(page)
    # A budget report often begins with the income, which is no use of the budget.
    if found["realisasi_anggaran"] - income:
        found["realisasi_anggaran"] -= income
    return {name: tuple(sorted(pages)) for name, pages in found.items() if name in Perbandingan.__struct_fields__}


def _from_headings(
    judul: tuple[Judul, ...], document: Document, within: tuple[int, int], sections: dict[str, Tempat]
) -> Iterator[tuple[str, set[int | bool], Judul]]:
    first, last = within
    chapters = [place for name, place in sections.items() if name.startswith(("bab_", "lampiran"))]
    text_on = prose(document.blocks)
    headings = [_raised(j) for j in judul if first <= j.urutan < last and not _is_caption(j, document)]
    owners: list[tuple[Judul, list[str]]] = []
    for index, j in enumerate(headings):
        owners = [owner for owner in owners if owner[0].tingkat < j.tingkat]
        topics = [name for name in _topics(j) if not owners or _stands_out(name, j, owners[-1][1])]
        if topics:
            # What stands below a heading on one topic belongs to that topic.
            owners.append((j, topics))
        for name in topics:
            span = _span(headings, index, len(document.pages), chapters)
            if name == "analisis_penyebab":
                named = CAUSES.search(j.teks) is not None
                least = _PROSE_NAMED if named else _PROSE
                span = {
                    page
                    for page in span
                    if page is True or (page == j.halaman and named) or text_on.get(page, 0) >= least
                }
            yield name, span, j


def _is_caption(j: Judul, document: Document) -> bool:
    """Whether a heading is the title between a label ("Tabel 3.7") and its table, which speaks for itself."""
    near = document.blocks[max(j.urutan - _CAPTION, 0) : j.urutan + _CAPTION + 1]
    here = min(j.urutan, _CAPTION)
    # The label of the table before, with that table between, is not this one's.
    tables = [place for place, block in enumerate(near[:here]) if isinstance(block, Table)]
    above = (block for block in near[tables[-1] + 1 if tables else 0 : here] if not isinstance(block, Table))
    labelled = any(re.match(r"tabel\b", block.text.strip(), re.IGNORECASE) for block in above)
    return labelled and any(isinstance(block, Table) for block in near[here + 1 :])


def _closing(within: tuple[int, int], sections: dict[str, Tempat]) -> int:
    """Where chapter III ends."""
    return min([within[1], *(sections[name].urutan for name in ("bab_4", "lampiran") if name in sections)])


def _stands_out(name: str, j: Judul, owner: list[str]) -> bool:
    """Whether a heading below one on another topic is a topic of its own: obstacles below programs, and vice versa."""
    if name == "program_penunjang":
        return owner == ["analisis_penyebab"] and _CARRIED_OUT.match(j.teks) is not None
    return name == "analisis_penyebab" and owner == ["program_penunjang"] and CAUSES.match(j.teks) is not None


def _from_tables(
    tables: Sequence[TabelLaporan],
    within: tuple[int, int],
    sections: dict[str, Tempat],
    tahun: int | None,
    found: dict[str, set[int | bool]],
) -> set[int | bool]:
    """Adds the pages of tables to `found`; the pages of those on income come back."""
    first, last = within
    planned = min((sections[name].urutan for name in ("bab_4", "lampiran") if name in sections), default=last)
    opening = min((place.urutan for name, place in sections.items() if name.startswith("bab_")), default=0)
    income: set[int | bool] = set()
    spent: set[int | bool] = set()
    for table in tables:
        place = table.tabel[0].table.location
        pages = set(table.halaman or ((True,) if place.halaman is None else (place.halaman,)))
        if table.is_pendapatan:
            income |= pages
        for name in table_topics(table, tahun):
            inside = first <= table.urutan < last
            if name.startswith("alokasi"):
                inside = table.urutan < planned
            elif name == "target_realisasi":
                inside = inside or table.urutan < opening
            if inside:
                found[name] |= pages
                spent |= pages if name == "realisasi_anggaran" else set()
    if not found["alokasi"]:
        found["alokasi"] = found["alokasi_rinci"]
    return income - spent


def _from_text(
    judul: tuple[Judul, ...], document: Document, within: tuple[int | None, int], tahun: int | None
) -> Iterator[tuple[str, set[int | bool]]]:
    """What running text says outside of headings and tables, from the first table of results on."""
    first, end = within
    if first is None or first >= end:
        return
    money = budget_place(judul, first) or end
    yield "program_penunjang", set(supporting(document.blocks[first:end]))
    yield "tahun_lalu", set(looking_back(document.blocks[first : min(money, end)], tahun))
    yield "akhir_renstra", set(towards_the_plan(document.blocks[first : min(money, end)]))
    yield "analisis_penyebab", set(causes(document.blocks[first : min(money, end)]))


def _raised(j: Judul) -> Judul:
    """ "B. Realisasi Anggaran" is a part of the chapter, also where the parts before it are numbered 3.1, 3.2 ..."""
    if j.tingkat == 5 and _TOPICS["realisasi_anggaran"].match(j.teks):
        return msgspec.structs.replace(j, tingkat=2)
    return j


def budget_place(judul: tuple[Judul, ...], first: int) -> int | None:
    """The place of the heading on the budget's realisation, from `first` on; None when the report has none."""
    pattern = _TOPICS["realisasi_anggaran"]
    return next((j.urutan for j in judul if j.urutan >= first and pattern.match(j.teks)), None)


def _topics(j: Judul) -> Iterator[str]:
    """The comparisons that a heading announces; list items and long sentences announce none."""
    if len(j.teks) > 150 or _PICTURE.match(j.teks):
        return
    if j.tingkat >= 6 and (j.teks.endswith((";", ",", ".")) or not _OPENS.match(j.teks)):
        return
    hits = [name for name, pattern in _TOPICS.items() if pattern.match(j.teks)]
    for name in hits:
        before = _BEFORE.get(name, ())
        if not any(other in hits for other in before) or (name == "tahun_lalu" and _SAID_LAST.search(j.teks)):
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
