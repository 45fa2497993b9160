"""Nomenclature: codes and names of program, kegiatan and sub kegiatan against the national register.

Source: Kepmendagri 050-5889/2021 and its changes. A code beyond the reach of the register at hand is never called
unregistered, what only a later edition contradicts goes to the reviewer, and documents of years before the register's
system are not judged by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

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
from saksama.checker.editions import Chosen
from saksama.checker.matching import normal
from saksama.checker.nomenclature import Entry, Pemda, code_kind, name_key, normal_code, parent_code
from saksama.parsers.numbers import canonical_unit
from saksama.parsers.records.types import ISI

LEVELS = ("urusan", "bidang", "program", "kegiatan", "sub_kegiatan")


class Kode(Params, frozen=True):
    """tabel: kind -> table with kode and uraian; sejak: first year of the register's system; pemda: whose names hold
    where a kabupaten (kabkot) and a provinsi (prov) have one code with two names."""

    tabel: dict[str, str]
    sejak: int = 2021
    pemda: Pemda = "kabkot"

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for kind, table in self.tabel.items():
            if kind not in ISI:
                yield f"jenis “{kind}” tidak dikenal."
            else:
                yield from unknown_fields([kind], f"{table}.uraian")


class Coded(NamedTuple):
    """A row with a code within the register's reach. entry is None for a code that is not in the edition.

    pasti: the edition holds for the document's year; a later one confirms, but does not refute.
    """

    path: str
    row: Any
    code: str
    entry: Entry | None
    edisi: str
    pasti: bool


def _year(case: Case) -> int | None:
    """The year that tells the edition: of a plan over years its first, else the document's or the submission's."""
    isi = case.isi
    return getattr(isi, "tahun_awal", None) or isi.tahun or case.submission.tahun


def _register(case: Case) -> Chosen:
    chosen: Chosen = case.tools.nomenklatur.untuk(_year(case))
    return chosen


def _rows(case: Case, params: Kode) -> tuple[list[tuple[str, Any]], Verdict | None]:
    """The rows of the table by path, or why there is nothing to judge."""
    isi = case.isi
    year = isi.tahun or getattr(isi, "tahun_akhir", None)
    if year is not None and year < params.sejak:
        return [], not_applicable(f"Dokumen tahun {year} belum memakai nomenklatur ini.")
    table = params.tabel.get(isi.JENIS)
    rows = [(f"{table}.{index}", row) for index, row in enumerate(getattr(isi, table))] if table else []
    return (rows, None) if rows else ([], missing("Tabel program dan kegiatan tidak dikenali."))


def _coded(case: Case, params: Kode, rows: Iterable[tuple[str, Any]]) -> Iterator[Coded]:
    """Rows with a code within the register's reach, with the entry it stands for; each code once."""
    register = _register(case)
    seen: set[tuple[str, str]] = set()
    for path, row in rows:
        code: str = getattr(row, "kode", None) or ""
        if is_empty(code) or (code, row.uraian or "") in seen:
            continue
        seen.add((code, row.uraian or ""))
        found = register.find(code, params.pemda)
        if found is not None:
            yield Coded(path, row, code, found.entry, found.edisi, found.pasti)
        elif (cut := _cut_short(register, code, params.pemda)) is not None:
            yield Coded(path, row, code, None, cut, True)


def _cut_short(register: Chosen, code: str, pemda: Pemda) -> str | None:
    """The edition for a code that is none, but begins like one of its bidang ("7.01.01.2.06.000")."""
    if normal_code(code) is not None:
        return None
    found = register.find(".".join(code.split(".")[:3]), pemda)
    return found.edisi if found is not None else None


def _verdict(found: Iterable[tuple[Coded, Offence]]) -> Verdict:
    """Offences against an edition that holds are findings; against a later edition alone, questions."""
    offences: list[Offence] = []
    doubts: list[str] = []
    for coded, offence in found:
        if coded.pasti:
            offences.append(offence)
        else:
            later = f"{coded.code} berbeda dari {coded.edisi}, yang berlaku untuk tahun sesudahnya"
            doubts.append(f"{later}; impor edisi tahun dokumen")
    return judge(offences, doubts)


@check("kode_terdaftar", "rekaman", values=("kode", "nama", "usulan", "edisi"))
def kode_terdaftar(case: Case, params: Kode) -> Verdict:
    """Setiap kode program, kegiatan dan sub kegiatan harus terdaftar pada nomenklatur."""
    rows, nothing = _rows(case, params)
    if nothing:
        return nothing
    coded = list(_coded(case, params, rows))
    if not coded:
        return missing("Tidak ada kode dalam jangkauan register nomenklatur yang tersedia.")

    def offences() -> Iterator[tuple[Coded, Offence]]:
        for one in coded:
            if one.entry is None:
                near = _register(case).nearest(one.row.uraian or "", 1, pemda=params.pemda)
                usulan = _as_printed(near[0].entry, one.code) if near else "tidak ada nama yang mirip"
                values = {"kode": one.code, "nama": one.row.uraian or "-", "usulan": usulan, "edisi": one.edisi}
                bukti = (case.bukti(f"{one.path}.kode", one.code, "kode"),)
                yield one, Offence(values, bukti, one.code, "kode", case.certainty(one.path))

    return _verdict(offences())


def _as_printed(entry: Entry, code: str) -> str:
    """An entry with its code in the bidang of the printed one, where the register lists it for all (X.XX)."""
    bidang = ".".join(code.split(".")[:2])
    return f"{entry.kode.replace('X.XX', bidang)} {entry.nama}"


@check("nama_sesuai_kode", "rekaman", values=("kode", "tertulis", "seharusnya", "edisi"))
def nama_sesuai_kode(case: Case, params: Kode) -> Verdict:
    """Nama harus sama dengan register untuk kodenya; huruf besar, spasi dan tanda baca dimaafkan."""
    rows, nothing = _rows(case, params)
    if nothing:
        return nothing
    known = [(one, one.entry) for one in _coded(case, params, rows) if one.entry]
    if not known:
        return missing("Tidak ada kode yang dikenal register nomenklatur.")

    def offences() -> Iterator[tuple[Coded, Offence]]:
        for one, entry in known:
            printed = one.row.uraian
            if not is_empty(printed) and _letters(printed) != _letters(entry.nama):
                values = {"kode": one.code, "tertulis": printed, "seharusnya": entry.nama, "edisi": one.edisi}
                yield one, Offence(values, (case.bukti(f"{one.path}.uraian", printed, "uraian"),), one.code, "uraian")

    return _verdict(offences())


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
    register = _register(case)
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
        near = register.nearest(row.uraian, 1, pemda=params.pemda, batas=params.mirip)
        if not near:
            unknown += 1
            continue
        if not register.holds(near[0].entry.edisi):
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


@check("sub_kegiatan_sesuai", "rekaman", values=("kode", "nama", "tertulis", "seharusnya", "edisi"))
def sub_kegiatan_sesuai(case: Case, params: SubKegiatan) -> Verdict:
    """Indikator atau satuan sub kegiatan harus sama dengan register untuk kodenya."""
    rows, nothing = _rows(case, params)
    if nothing:
        return nothing
    known = [
        (one, getattr(one.entry, params.kolom))
        for one in _coded(case, params, rows)
        if one.entry and code_kind(one.code) == "sub_kegiatan" and getattr(one.entry, params.kolom)
    ]
    if not known:
        return missing("Tidak ada sub kegiatan yang indikatornya tercatat pada register.")

    def offences() -> Iterator[tuple[Coded, Offence]]:
        for one, wanted in known:
            printed = getattr(one.row, params.kolom)
            if is_empty(printed) or _same(printed, wanted, params.kolom):
                continue
            values = {
                "kode": one.code,
                "nama": one.row.uraian or "-",
                "tertulis": printed,
                "seharusnya": wanted,
                "edisi": one.edisi,
            }
            bukti = (case.bukti(f"{one.path}.{params.kolom}", printed, params.kolom),)
            yield one, Offence(values, bukti, one.code, params.kolom, case.certainty(one.path))

    return _verdict(offences())


def _same(printed: str, wanted: str, kolom: str) -> bool:
    if kolom == "satuan" and (canonical_unit(printed) or normal(printed)) == (canonical_unit(wanted) or normal(wanted)):
        return True
    # A narrow cell breaks a word anywhere.
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
