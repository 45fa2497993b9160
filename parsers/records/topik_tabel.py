"""What the tables of a report compare, judged by their title and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saksama.parsers.records.tabel_laporan import TabelLaporan, title_years

LAST_YEAR = re.compile(
    r"(?:perbandingan|membandingkan|perkembangan|analis[ai]s?|tren\w?)\b.*(?:tahun\s+(?:sebelum|lalu)|tahun\s+n\s*-\s*1|n\s*-\s*1|"
    r"dengan\s+(?:capaian\s+)?tahun|tahun\s+(?:19|20)\d\d\s*(?:,|dan|dengan|-|–|s/?d)\s*(?:tahun\s+)?(?:19|20)\d\d)|"
    r"(?:perbandingan|membandingkan|perkembangan|realisasi|(?:pen)?capaian)\b.*(?:tahun\s*-\s*tahun|beberapa\s+tahun)\s+"
    r"(?:sebelum|lalu|terakhir)",
    re.IGNORECASE,
)
"""A heading or title that sets this year beside the last."""
CAUSES = re.compile(
    r"penyebab|faktor|keberhasilan|kegagalan|hambatan|kendala|solusi|permasalahan|pemecahan|rencana\s+tindak|antisipa",
    re.IGNORECASE,
)
"""Words of headings and columns that explain why targets were met or missed."""
_SAID = re.compile(r"tahun\s+(?:lalu|sebelum)|n\s*-\s*1", re.IGNORECASE)
_AHEAD = re.compile(r"rencana\s+(?:tindak|aksi)", re.IGNORECASE)
_BOTH = re.compile(r"kinerja\s+dan\s+anggaran|anggaran\s+dan\s+kinerja", re.IGNORECASE)
_SUPPORT = re.compile(r"dukung|[tn]unjang", re.IGNORECASE)


def table_topics(table: TabelLaporan, tahun: int | None) -> Iterator[str]:
    """The fields of Perbandingan that a table belongs to; "alokasi_rinci" is an allocation by program or with results,
    which counts where no plain one is given. Plans for a later year than `tahun` compare nothing."""
    title = table.judul or ""
    years = title_years(title)
    if _AHEAD.search(title) or (tahun is not None and years and min(years) > tahun):
        return
    labelled = table.has_any("indikator", "sasaran")
    if table.is_capaian and (table.has("target") or table.has("target_renstra", "capaian")):
        yield "target_realisasi"
    if labelled and _sets_beside_last_year(table):
        yield "tahun_lalu"
    if (
        labelled
        and table.has_any("target_akhir", "capaian_akhir")
        and table.has_any("realisasi", "capaian", "realisasi_akhir", "capaian_akhir")
    ):
        yield "akhir_renstra"
    if labelled and table.has_any("realisasi_nasional", "target_nasional", "capaian_nasional"):
        yield "nasional"
    if labelled and table.has("pagu") and not (table.has("kegiatan") and not table.has("sasaran")):
        yield "alokasi_rinci" if table.has_any("realisasi_rp", "program", "kegiatan") else "alokasi"
    performance = table.has_any("realisasi", "capaian") or _BOTH.search(title)
    if labelled and table.has_any("realisasi_rp", "capaian_rp") and performance:
        yield "kinerja_anggaran"
    if table.has("efisiensi") or re.search("efisiensi", title, re.IGNORECASE):
        yield "efisiensi"
    if labelled and any(CAUSES.search(column.title) for column in table.kolom):
        yield "analisis_penyebab"
    if table.has_any("program", "kegiatan") and _supports(table, labelled):
        yield "program_penunjang"
    if table.is_anggaran:
        yield "realisasi_anggaran"


def _sets_beside_last_year(table: TabelLaporan) -> bool:
    title = table.judul or ""
    if table.has_any("realisasi", "capaian") and LAST_YEAR.search(title) and len(title_years(title)) == 2:
        return True
    if not table.has_any("realisasi_lalu", "capaian_lalu"):
        return False
    # The years up to the plan's end are a row of their own, which the last year is only a part of.
    series = table.has_any("target_akhir", "capaian_akhir") and not table.has("target")
    return not series or _SAID.search(title) is not None


def _supports(table: TabelLaporan, labelled: bool) -> bool:
    """Whether title or columns say that the programs support what is measured, or stand beside it without money."""
    if _SUPPORT.search(table.judul or "") or any(_SUPPORT.search(column.title) for column in table.kolom):
        return True
    return labelled and not table.has_any("pagu", "realisasi_rp", "capaian_rp")
