"""What a column means: the texts of the titles above it taken together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from saksama.parsers.model import Cell
from saksama.parsers.roles import HeaderText, fold, read_header

_MONEY_ROLES = frozenset({"anggaran", "pagu", "realisasi_anggaran", "capaian_anggaran"})
_NAMED = frozenset({"indikator", "sasaran", "tujuan", "program", "kegiatan", "sub_kegiatan", "rekomendasi", "komponen"})
_AS_MONEY = {
    "target": "pagu",
    "target_kegiatan": "pagu",
    "realisasi": "realisasi_anggaran",
    "capaian": "capaian_anggaran",
    "target_akhir": "pagu_akhir",
    "kondisi_akhir": "pagu_akhir",
    "realisasi_lalu": "realisasi_anggaran_lalu",
    "realisasi_renstra": "realisasi_anggaran_renstra",
    "capaian_akhir": "capaian_anggaran_akhir",
    "target_depan": "pagu_depan",
    "kondisi_awal": "pagu_awal",
}


_MEASURED = frozenset({"indikator", "indikator_program", "indikator_kegiatan", "sasaran", "tujuan", "target"})


_QUARTERLY = re.compile(r"triwulan|tribulan|\btrw|\btw\b", re.IGNORECASE)


class HeaderColumn(msgspec.Struct, frozen=True):
    """A column under a header, as tables.Column."""

    index: int
    span: int
    role: str | None
    title: str
    tahun: int | None = None
    triwulan: int | None = None
    satuan: str | None = None


def column_of(stack: Sequence[Cell], index: int, span: int) -> HeaderColumn:
    """The column under these header cells, from the top title down to its own."""
    title = " > ".join(" ".join(cell.text.split()) for cell in stack)
    texts = [read_header(cell.text) for cell in stack]
    # Words broken over rows ("Sasaran" / "Strategis") are one name when together they are one.
    if len(texts) > 1 and not any(_counts(text) for text in texts):
        together = read_header(" ".join(cell.text for cell in stack))
        if together.full and not texts[-1].full:
            texts = [together]
    role: str | None = None
    tahun = triwulan = None
    satuan: str | None = None
    schedule = False
    quarterly = _QUARTERLY.search(title) is not None
    for text in texts:
        if triwulan is None:
            # Below "Trw II" a number is a month and tells nothing new.
            triwulan = text.triwulan or text.roman or _quarter_of(text, schedule, quarterly)
        tahun = text.tahun or tahun
        satuan = text.satuan or satuan
        role = _combine(role, text)
        schedule = schedule or role == "jadwal"
    if role is None and texts:
        role = _default(texts, tahun, triwulan)
    if role == "anggaran" and tahun is not None and all(text.mark == "rp" or not text.role for text in texts):
        role = "pagu"
    return HeaderColumn(index, span, role, title, tahun, triwulan, satuan)


def _counts(text: HeaderText) -> bool:
    """Whether a header text says something that is lost in one name with the title above ("Jadwal" / "Jan")."""
    return bool(text.mark or text.triwulan or text.tahun or text.digit or text.month or text.roman)


def _quarter_of(text: HeaderText, schedule: bool, quarterly: bool) -> int | None:
    """The quarter of a month's name, of a month's number under a schedule, or of 1 .. 4 under "Triwulan"."""
    if text.month is not None:
        return (text.month + 2) // 3
    if text.digit is None or not 1 <= text.digit <= 12:
        return None
    if quarterly:
        return text.digit if text.digit <= 4 else None
    return (text.digit + 2) // 3 if schedule else None


def _combine(parent: str | None, text: HeaderText) -> str | None:
    """The role of a title below another: "Rp" under "Target" is the pagu, "IV" under "Realisasi" a realisasi."""
    child = text.role
    if text.mark == "k":
        return parent or ("target" if fold(text.text).startswith("vol") else None)
    if text.mark == "rp" or (child in ("anggaran", "realisasi_anggaran") and parent in _AS_MONEY):
        return _AS_MONEY.get(parent or "", parent if parent in _MONEY_ROLES else "anggaran")
    if text.mark == "%":
        return {"realisasi": "capaian", "realisasi_anggaran": "capaian_anggaran", None: "capaian"}.get(parent, parent)
    if child is None:
        return parent
    if parent in ("jadwal", "keterangan") and not text.full:
        return parent
    if parent in ("anggaran", "pagu") and child in ("target", "realisasi", "capaian"):
        return _AS_MONEY[child]
    if parent in ("target_akhir", "kondisi_akhir") and child in ("target", "capaian", "realisasi"):
        return {"target": parent, "capaian": "capaian_akhir", "realisasi": "realisasi_renstra"}[child]
    if parent in ("program", "kegiatan", "sub_kegiatan") and child in ("indikator", "target"):
        return f"{child}_{'program' if parent == 'program' else 'kegiatan'}"
    if parent == "capaian" and child in ("sasaran", "program"):
        return f"capaian_{child}"
    if parent in _NAMED and child in ("uraian", "nama"):
        return parent
    if parent in ("target", "target_kegiatan") and child == "target":
        return parent
    return child


def _default(texts: Sequence[HeaderText], tahun: int | None, triwulan: int | None) -> str | None:
    """The role of a column that bears only a year or a quarter: its target; only a month: a mark in a schedule."""
    if texts and all(text.month is not None for text in texts):
        return "jadwal"
    if all(text.is_token or fold(text.text) == "tahun" for text in texts) and (
        tahun is not None or triwulan is not None
    ):
        return "target"
    return None


def settle(columns: Sequence[HeaderColumn]) -> tuple[HeaderColumn, ...]:
    """Roles that only show in company: an earlier year's realisasi beside this year's is last year's."""
    result = list(columns)
    if len({column.tahun for column in columns if column.role == "target_akhir" and column.tahun}) > 1:
        # "Target Renstra" over several years is each year's target.
        result = [
            msgspec.structs.replace(column, role="target") if column.role == "target_akhir" else column
            for column in result
        ]
    result = _share_spent(_money_beside(_towards_end(result)))
    for role in ("realisasi", "capaian"):
        years = {column.tahun for column in columns if column.role == role and column.tahun and not column.triwulan}
        targets = {column.tahun for column in columns if column.role == "target" and column.tahun}
        if len(years) == 2 and len(targets) <= 1:
            for place, column in enumerate(result):
                if column.role == role and column.tahun == min(years):
                    result[place] = msgspec.structs.replace(column, role=f"{role}_lalu")
    return tuple(result)


def _towards_end(columns: list[HeaderColumn]) -> list[HeaderColumn]:
    """Of two capaian, the one right beside the end of the plan ("Kondisi Akhir | Capaian s.d. 2024") is towards it."""
    result = list(columns)
    for place, (before, column) in enumerate(pairwise(columns), 1):
        first = any(other.role == "capaian" for other in columns[:place])
        if column.role == "capaian" and before.role in ("kondisi_akhir", "target_akhir") and first:
            result[place] = msgspec.structs.replace(column, role="capaian_akhir")
    return result


def _money_beside(columns: list[HeaderColumn]) -> list[HeaderColumn]:
    """A table of programs and money without anything that is measured: its realisasi and capaian are of the money."""
    roles = {column.role for column in columns}
    if roles & _MEASURED or not roles & {"anggaran", "pagu"} or not roles & {"program", "kegiatan", "sub_kegiatan"}:
        return columns
    return [
        msgspec.structs.replace(column, role=_AS_MONEY[column.role])
        if column.role in ("realisasi", "capaian")
        else column
        for column in columns
    ]


def _share_spent(columns: list[HeaderColumn]) -> list[HeaderColumn]:
    """A percentage beside pagu and realisasi under one title for money ("Anggaran: Pagu | Realisasi | %")."""
    result = list(columns)
    spent = [place for place, column in enumerate(columns) if column.role == "realisasi_anggaran"]
    if not spent or any(column.role == "capaian_anggaran" for column in columns):
        return result
    for place, column in enumerate(columns):
        own = column.title.rpartition(" > ")[2]
        percent = own.strip() == "%" or column.satuan == "%"
        again = column.role == "realisasi_anggaran" and place > spent[0]
        if percent and (again or column.role in ("anggaran", "pagu")):
            result[place] = msgspec.structs.replace(column, role="capaian_anggaran")
    return result
