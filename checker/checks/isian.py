"""Checks on fields, columns and cells: is what the form asks for there?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    Verdict,
    absent,
    check,
    judge,
    missing,
    passed,
    unknown_fields,
)
from saksama.parsers.dates import find_years
from saksama.parsers.records.header import NO_YEAR

_DOTS = re.compile(r"[\s.…_\-–]*")


def is_empty(value: Any) -> bool:
    """True for None, for text that is blank or only dots and dashes, and for empty lists."""
    if isinstance(value, str):
        return _DOTS.fullmatch(value) is not None
    return value is None or value in ((), {})


def field(isi: Any, path: str) -> Any:
    """The value at a dotted path of a record; None when a part of the path is None."""
    for name in path.split("."):
        if isi is None:
            return None
        isi = getattr(isi, name)
    return isi


class Isian(Params, frozen=True):
    """isian: path of a field -> what to call it in the message."""

    isian: dict[str, str]

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        return unknown_fields(jenis, *self.isian)


@check("isian_terisi", "rekaman", values=("isian",))
def isian_terisi(case: Case, params: Isian) -> Verdict:
    """Setiap isian yang disebut harus terisi (bukan kosong dan bukan titik-titik)."""
    return absent(
        case,
        (
            Offence({"isian": name}, (case.bukti(path),), kolom=path)
            for path, name in params.isian.items()
            if is_empty(field(case.isi, path))
        ),
    )


class Kolom(Params, frozen=True):
    """daftar: field that lists the columns seen; tabel: the table they belong to; wajib: role -> name in the message.

    Several roles joined by "|" mean that one of them will do. pendamping: field that lists the columns of the table it
    stands beside; where that one was read and no table is left unrecognised (tabel_lain), its absence is a finding.
    """

    daftar: str
    tabel: str
    wajib: dict[str, str]
    pendamping: str | None = None

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        beside = (self.pendamping, "tabel_lain") if self.pendamping else ()
        return unknown_fields(jenis, self.daftar, self.tabel, *beside)


@check("kolom_ada", "rekaman", values=("kolom", "ada"))
def kolom_ada(case: Case, params: Kolom) -> Verdict:
    """Tabel harus memuat kolom-kolom yang disebut (satu temuan); tabel yang tidak ditemukan dinilai aturan lain."""
    seen = field(case.isi, params.daftar)
    alone = params.pendamping is not None and field(case.isi, params.pendamping) and case.isi.tabel_lain == 0
    if not seen and alone:
        values = {"kolom": join_words(list(params.wajib.values())), "ada": "tabelnya tidak dicetak"}
        return judge([Offence(values, (case.bukti(""),), kolom="tabel", keyakinan="sedang")])
    if not seen:
        if not field(case.isi, params.tabel):
            return missing("Tabelnya tidak ditemukan atau tidak dikenali.")
        return missing("Judul kolom tabelnya tidak dikenali.")
    lacking = [name for roles, name in params.wajib.items() if not set(roles.split("|")) & set(seen)]
    if not lacking:
        return passed()
    values = {"kolom": join_words(lacking), "ada": ", ".join(role.replace("_", " ") for role in seen)}
    return judge([Offence(values, (case.bukti(f"{params.tabel}.0"),), kolom="|".join(lacking))])


def join_words(words: Sequence[str]) -> str:
    """Words as a sentence lists them: "A", "A dan B", "A, B, dan C"."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


class Sel(Params, frozen=True):
    """tabel: list of rows; kolom: column -> its name in the message; label: columns that name a row, first filled."""

    tabel: str
    kolom: dict[str, str]
    label: tuple[str, ...]

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        return unknown_fields(jenis, self.tabel, *(f"{self.tabel}.{name}" for name in (*self.kolom, *self.label)))


def row_label(row: Any, columns: Sequence[str], index: int) -> str:
    """The text that names a row: its first filled label column, else its number."""
    return next((str(getattr(row, name)) for name in columns if not is_empty(getattr(row, name))), f"baris {index + 1}")


@check("sel_terisi", "rekaman", values=("kolom", "baris"))
def sel_terisi(case: Case, params: Sel) -> Verdict:
    """Pada setiap baris tabel, kolom yang disebut harus terisi; satu temuan untuk tiap baris."""
    rows = field(case.isi, params.tabel)
    if not rows:
        return missing("Tabelnya tidak ditemukan atau tidak dikenali.")

    def offences() -> Iterator[Offence]:
        for index, row in enumerate(rows):
            label = row_label(row, params.label, index)
            names = [name for name in params.kolom if is_empty(getattr(row, name))]
            if names:
                path = f"{params.tabel}.{index}"
                bukti = case.bukti(path, kutipan=label, kolom=names[0])
                values = {"kolom": join_words([params.kolom[name] for name in names]), "baris": label}
                yield Offence(values, (bukti,), label, "|".join(names), case.certainty(path))

    return judge(offences())


class Benar(Params, frozen=True):
    """isian: path of a yes/no field -> what it stands for."""

    isian: dict[str, str]

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        return unknown_fields(jenis, *self.isian)


@check("isian_benar", "rekaman", values=("isian",))
def isian_benar(case: Case, params: Benar) -> Verdict:
    """Isian ya/tidak yang disebut harus bernilai ya (misalnya kalimat janji ada pada naskah)."""
    return absent(
        case,
        (
            Offence({"isian": name}, (case.bukti(path),), kolom=path)
            for path, name in params.isian.items()
            if not field(case.isi, path)
        ),
    )


class Baris(Params, frozen=True):
    """tabel: list that must hold at least one row; nama: what to call it."""

    tabel: str
    nama: str

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        return unknown_fields(jenis, self.tabel)


@check("tabel_ada", "rekaman", values=("tabel",))
def tabel_ada(case: Case, params: Baris) -> Verdict:
    """Tabel yang disebut harus ada dan berisi."""
    if field(case.isi, params.tabel):
        return passed()
    return absent(case, [Offence({"tabel": params.nama}, (case.bukti(""),), kolom=params.tabel)])


class Judul(Params, frozen=True):
    """isian: path -> name; each must be filled for the title to be complete. kata: words the title must hold."""

    isian: dict[str, str]
    kata: tuple[str, ...] = ()

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        return unknown_fields(jenis, "judul", *self.isian)


@check("judul_lengkap", "rekaman", values=("kurang", "judul"))
def judul_lengkap(case: Case, params: Judul) -> Verdict:
    """Judul dokumen harus memuat kata-kata yang disebut dan isian yang menyertainya (tahun, unit, triwulan)."""
    title = case.isi.judul or ""
    doubts = case.part.record.ragu if case.part else {}
    lacking = [
        name
        for path, name in params.isian.items()
        if is_empty(field(case.isi, path)) or (doubts.get(path) == NO_YEAR and not find_years(title))
    ]
    lacking += [f"“{word}”" for word in params.kata if word.casefold() not in title.casefold()]
    if not lacking:
        return passed()
    values = {"kurang": join_words(lacking), "judul": title or "tidak ada"}
    return Verdict("temuan", None, (Offence(values, (case.bukti("judul", title or None),), kolom="judul"),))


def heads_group(rows: Sequence[Any], index: int) -> bool:
    """Whether a row of actions only names the program of the kegiatan below it, with the program's own figures."""
    row, below = rows[index], rows[index + 1] if index + 1 < len(rows) else None
    if not hasattr(row, "aksi") or not (is_empty(row.kegiatan) and is_empty(row.aksi)) or any(row.triwulan or ()):
        return False
    return below is not None and row.program == below.program and not is_empty(below.kegiatan)


class KolomTerisi(Params, frozen=True):
    """tabel: tables of which one must have the column; kolom and its name; label: columns that name a row."""

    tabel: tuple[str, ...]
    kolom: str
    nama: str
    label: tuple[str, ...]

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        return unknown_fields(jenis, *(f"{table}.{self.kolom}" for table in self.tabel))


@check("kolom_terisi", "rekaman", values=("keadaan", "nama", "baris"))
def kolom_terisi(case: Case, params: KolomTerisi) -> Verdict:
    """Kolom yang disebut harus ada pada salah satu tabel, dan terisi pada setiap barisnya."""
    tables = {name: getattr(case.isi, name) for name in params.tabel}
    if not any(tables.values()):
        return missing("Tabelnya tidak ditemukan atau tidak dikenali.")
    used = {
        name: rows for name, rows in tables.items() if any(not is_empty(getattr(row, params.kolom)) for row in rows)
    }
    if not used:
        values = {"keadaan": "tidak memuat", "nama": params.nama, "baris": ""}
        return Verdict("temuan", None, (Offence(values, (case.bukti(""),), kolom=params.kolom),))

    def offences() -> Iterator[Offence]:
        for table, rows in used.items():
            for index, row in enumerate(rows):
                if is_empty(getattr(row, params.kolom)) and not heads_group(rows, index):
                    names = [name for name in params.label if hasattr(row, name)]
                    label = row_label(row, names, index)
                    values = {"keadaan": "belum mengisi", "nama": params.nama, "baris": f" untuk “{label}”"}
                    yield Offence(values, (case.bukti(f"{table}.{index}", label, params.kolom),), label, params.kolom)

    return judge(offences())
