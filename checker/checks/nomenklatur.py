"""Nomenclature: codes and names of program, kegiatan and sub kegiatan against the national register.

Source: Kepmendagri 050-5889/2021 and its changes. A code beyond the reach of the register at hand is never called
unregistered, and documents of years before the register's system are not judged by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    Verdict,
    check,
    judge,
    missing,
    not_applicable,
    unknown_fields,
)
from saksama.checker.checks.isian import is_empty
from saksama.checker.matching import normal
from saksama.checker.nomenclature import Entry, code_kind, name_key, normal_code, parent_code
from saksama.parsers.numbers import canonical_unit
from saksama.parsers.records.types import ISI

LEVELS = ("urusan", "bidang", "program", "kegiatan", "sub_kegiatan")


class Kode(Params, frozen=True):
    """tabel: kind -> table with kode and uraian; sejak: first year of the register's system."""

    tabel: dict[str, str]
    sejak: int = 2021

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for kind, table in self.tabel.items():
            if kind not in ISI:
                yield f"jenis “{kind}” tidak dikenal."
            else:
                yield from unknown_fields([kind], f"{table}.uraian")


def _rows(case: Case, params: Kode) -> tuple[list[tuple[str, Any]], Verdict | None]:
    """The rows of the table by path, or why there is nothing to judge."""
    isi = case.isi
    year = isi.tahun or getattr(isi, "tahun_akhir", None)
    if year is not None and year < params.sejak:
        return [], not_applicable(f"Dokumen tahun {year} belum memakai nomenklatur ini.")
    table = params.tabel.get(isi.JENIS)
    rows = [(f"{table}.{index}", row) for index, row in enumerate(getattr(isi, table))] if table else []
    return (rows, None) if rows else ([], missing("Tabel program dan kegiatan tidak dikenali."))


def _coded(case: Case, rows: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any, str, Entry | None]]:
    """Rows with a code within the register's reach, with the entry it stands for; each code once."""
    seen: set[tuple[str, str]] = set()
    for path, row in rows:
        code: str = getattr(row, "kode", None) or ""
        if is_empty(code) or (code, row.uraian or "") in seen:
            continue
        seen.add((code, row.uraian or ""))
        if case.tools.nomenklatur.covers(code) or _cut_short(case, code):
            yield path, row, code, case.tools.nomenklatur.resolve(code)


def _cut_short(case: Case, code: str) -> bool:
    """A code that is none, but begins like one of the register's bidang ("7.01.01.2.06.000")."""
    if normal_code(code) is not None:
        return False
    head = ".".join(code.split(".")[:3])
    return normal_code(head) is not None and bool(case.tools.nomenklatur.covers(head))


@check("kode_terdaftar", "rekaman", values=("kode", "nama", "usulan"))
def kode_terdaftar(case: Case, params: Kode) -> Verdict:
    """Setiap kode program, kegiatan dan sub kegiatan harus terdaftar pada nomenklatur."""
    rows, nothing = _rows(case, params)
    if nothing:
        return nothing
    coded = list(_coded(case, rows))
    if not coded:
        return missing("Tidak ada kode dalam jangkauan register nomenklatur yang tersedia.")

    def offences() -> Iterator[Offence]:
        for path, row, code, entry in coded:
            if entry is None:
                near = case.tools.nomenklatur.nearest(row.uraian or "", 1)
                usulan = f"{near[0].entry.kode} {near[0].entry.nama}" if near else "tidak ada nama yang mirip"
                values = {"kode": code, "nama": row.uraian or "-", "usulan": usulan}
                yield Offence(values, (case.bukti(f"{path}.kode", code, "kode"),), code, "kode", case.certainty(path))

    return judge(offences())


@check("nama_sesuai_kode", "rekaman", values=("kode", "tertulis", "seharusnya"))
def nama_sesuai_kode(case: Case, params: Kode) -> Verdict:
    """Nama harus sama dengan register untuk kodenya; huruf besar, spasi dan tanda baca dimaafkan."""
    rows, nothing = _rows(case, params)
    if nothing:
        return nothing
    known = [(path, row, code, entry) for path, row, code, entry in _coded(case, rows) if entry]
    if not known:
        return missing("Tidak ada kode yang dikenal register nomenklatur.")

    def offences() -> Iterator[Offence]:
        for path, row, code, entry in known:
            if not is_empty(row.uraian) and _letters(row.uraian) != _letters(entry.nama):
                values = {"kode": code, "tertulis": row.uraian, "seharusnya": entry.nama}
                yield Offence(values, (case.bukti(f"{path}.uraian", row.uraian, "uraian"),), code, "uraian")

    return judge(offences())


def _letters(name: str) -> str:
    return name_key(name).replace(" ", "")


class Nama(Kode, frozen=True, kw_only=True):
    """mirip: likeness (0 to 100) from which a name is a registered one misspelt; below it, a person looks."""

    mirip: int = 92


@check("nama_terdaftar", "rekaman", values=("nama", "terdekat", "kemiripan"))
def nama_terdaftar(case: Case, params: Nama) -> Verdict:
    """Nama tanpa kode harus terdaftar; nama terdekat disebut. Nama yang jauh dari semua diserahkan ke penelaah."""
    rows, nothing = _rows(case, params)
    if nothing:
        return nothing
    register = case.tools.nomenklatur
    uncoded = {
        normal(row.uraian): (path, row)
        for path, row in reversed(rows)
        if is_empty(getattr(row, "kode", None)) and not is_empty(row.uraian)
    }
    if not uncoded:
        return not_applicable("Semua baris berkode.")
    offences: list[Offence] = []
    unknown = 0
    for path, row in uncoded.values():
        if register.named(row.uraian):
            continue
        near = register.nearest(row.uraian, 1, batas=params.mirip)
        if not near:
            unknown += 1
            continue
        values = {"nama": row.uraian, "terdekat": f"{near[0].entry.kode} {near[0].entry.nama}"}
        values["kemiripan"] = f"{near[0].kemiripan:.0f} %"
        offences.append(Offence(values, (case.bukti(f"{path}.uraian", row.uraian, "uraian"),), row.uraian, "uraian"))
    doubts = [f"{unknown} nama tidak ada pada bagian register yang tersedia; impor register lengkap"] if unknown else []
    return judge(offences, doubts)


class SubKegiatan(Kode, frozen=True, kw_only=True):
    """kolom: indikator or satuan."""

    kolom: str


@check("sub_kegiatan_sesuai", "rekaman", values=("kode", "nama", "tertulis", "seharusnya"))
def sub_kegiatan_sesuai(case: Case, params: SubKegiatan) -> Verdict:
    """Indikator atau satuan sub kegiatan harus sama dengan register untuk kodenya."""
    rows, nothing = _rows(case, params)
    if nothing:
        return nothing
    known = [
        (path, row, code, entry, getattr(entry, params.kolom))
        for path, row, code, entry in _coded(case, rows)
        if entry and code_kind(code) == "sub_kegiatan" and getattr(entry, params.kolom)
    ]
    if not known:
        return missing("Tidak ada sub kegiatan yang indikatornya tercatat pada register.")

    def offences() -> Iterator[Offence]:
        for path, row, code, _, wanted in known:
            printed = getattr(row, params.kolom)
            if is_empty(printed) or _same(printed, wanted, params.kolom):
                continue
            values = {"kode": code, "nama": row.uraian or "-", "tertulis": printed, "seharusnya": wanted}
            bukti = (case.bukti(f"{path}.{params.kolom}", printed, params.kolom),)
            yield Offence(values, bukti, code, params.kolom, case.certainty(path))

    return judge(offences())


def _same(printed: str, wanted: str, kolom: str) -> bool:
    if kolom == "satuan":
        return (canonical_unit(printed) or normal(printed)) == (canonical_unit(wanted) or normal(wanted))
    return normal(printed).replace(" ", "") == normal(wanted).replace(" ", "")


@check("hierarki_kode", "rekaman", values=("kode", "nama", "induk"))
def hierarki_kode(case: Case, params: Kode) -> Verdict:
    """Kegiatan harus berdiri di bawah programnya, dan sub kegiatan di bawah kegiatannya, menurut kodenya."""
    rows, nothing = _rows(case, params)
    if nothing:
        return nothing
    coded = [(path, row, code) for path, row in rows if (code := normal_code(getattr(row, "kode", None) or ""))]
    if not coded:
        return missing("Tidak ada baris berkode.")
    above: dict[str, str] = {}
    listed = {code for _, _, code in coded}

    def offences() -> Iterator[Offence]:
        for path, row, code in coded:
            kind, parent = code_kind(code), parent_code(code)
            upper = {"kegiatan": "program", "sub_kegiatan": "kegiatan"}.get(kind or "")
            # A parent that is listed nowhere may just not have been read; one listed elsewhere shows the misplacement.
            if upper and upper in above and parent != above[upper] and parent in listed:
                values = {"kode": code, "nama": row.uraian or "-", "induk": above[upper]}
                yield Offence(values, (case.bukti(f"{path}.kode", code, "kode"),), code, "hierarki")
            if kind:
                # A new list, or a new program, begins: what stood above belongs to the one before.
                for level in LEVELS[LEVELS.index(kind) + 1 :]:
                    above.pop(level, None)
                above[kind] = code

    return judge(offences())
