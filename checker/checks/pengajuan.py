"""Checks on the submission as a whole: what is there, what is double, what was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    check,
    judge,
    manual,
    missing,
    passed,
    place,
)
from saksama.checker.run import BuktiTemuan
from saksama.checker.submission import Naskah, Part, fold
from saksama.parsers.berkas import Berkas
from saksama.parsers.records.types import Tingkat

_OF_THE_YEAR = ("perjanjian_kinerja", "rencana_aksi", "pengukuran_kinerja")
"""Kinds that are signed in the year they are for."""


class Wajib(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One required document: any of these kinds, of the year shifted by `geser`, one per elapsed triwulan if asked.

    geser None: any year (a Renstra covers several). mulai: the day of the next year (MM-DD) before which it is not due.
    tingkat: levels of office, one of which an agreement must be of (one whose level is unknown may be).
    """

    nama: str
    jenis: tuple[str, ...]
    geser: int | None = None
    triwulanan: bool = False
    mulai: str | None = None
    tingkat: tuple[Tingkat, ...] = ()


class DokumenWajib(Params, frozen=True):
    """wajib: what a complete submission holds."""

    wajib: tuple[Wajib, ...]


@check("dokumen_wajib", "pengajuan", values=("dokumen",))
def dokumen_wajib(case: Case, params: DokumenWajib) -> Verdict:
    """Setiap dokumen wajib harus ada untuk unit dan periodenya; satu temuan untuk tiap dokumen yang tidak ada."""
    year, today = case.submission.tahun, case.submission.tanggal
    unread = any(file.galat or file.jenis in (None, "lain") for file in case.submission.files)

    def offences() -> Iterator[Offence]:
        for wanted in params.wajib:
            if wanted.triwulanan:
                for number in elapsed(year, today):
                    if not _has_quarter(case, wanted, number):
                        yield _absent(f"{wanted.nama} triwulan {ROMAN[number - 1]}", unread=unread)
            elif _is_due(wanted, year, today) and not _has(case, wanted, year):
                when = f" tahun {year + wanted.geser}" if wanted.geser is not None and year else ""
                yield _absent(f"{wanted.nama}{when}", unread=unread)

    return judge(offences())


ROMAN = ("I", "II", "III", "IV")


def elapsed(year: int | None, today: dt.date | None) -> tuple[int, ...]:
    """The triwulan of a year that have passed at a date; all four when either is unknown or the year is over."""
    if year is None or today is None or today.year > year:
        return (1, 2, 3, 4)
    return tuple(range(1, (today.month - 1) // 3 + 1)) if today.year == year else ()


def _is_due(wanted: Wajib, year: int | None, today: dt.date | None) -> bool:
    if wanted.mulai is None or year is None or today is None:
        return True
    return today >= dt.date.fromisoformat(f"{year + 1}-{wanted.mulai}")


def _absent(name: str, *, unread: bool) -> Offence:
    """A missing document; less sure where a file that could not be read or told apart may be it."""
    return Offence({"dokumen": name}, (), label=name, keyakinan="sedang" if unread else "tinggi")


def _has(case: Case, wanted: Wajib, year: int | None) -> bool:
    for naskah in case.submission.of(*wanted.jenis):
        if naskah.parts and wanted.tingkat and all(_below(part, wanted.tingkat) for part in naskah.parts):
            continue
        if wanted.geser is None or year is None or naskah.tahun in (None, year + wanted.geser):
            return True
        if wanted.geser == 0 and any(_misdated(part, year) for part in naskah.parts):
            return True
    return False


def _below(part: Part, levels: Sequence[Tingkat]) -> bool:
    return getattr(part.isi, "tingkat", None) not in (*levels, None)


def _misdated(part: Part, year: int | None) -> bool:
    """Whether a paper of the year bears an earlier year in its title: it was signed in the year, so it is there."""
    isi = part.isi
    signed = (isi.tanggal or "")[:4] if isi.JENIS in _OF_THE_YEAR else ""
    return year is not None and signed == str(year) and isi.tahun is not None and isi.tahun < year


def _has_quarter(case: Case, wanted: Wajib, number: int) -> bool:
    year = case.submission.tahun
    for part in case.submission.parts(*wanted.jenis):
        if year is not None and part.isi.tahun not in (None, year) and not _misdated(part, year):
            continue
        quarter = getattr(part.isi, "triwulan", None)
        rows = getattr(part.isi, "baris", ())
        # One table over all quarters serves for each quarter that has any figure in it.
        if quarter == number or any(row.triwulan and row.triwulan[number - 1].realisasi for row in rows):
            return True
    return False


class Ganda(Params, frozen=True):
    """tunggal: kinds of which a unit has one document a year; perubahan: words that mark a later version."""

    tunggal: tuple[str, ...] = ()
    perubahan: tuple[str, ...] = ("perubahan", "revisi", "addendum")


@check("berkas_ganda", "pengajuan", values=("berkas", "lain", "sebab"))
def berkas_ganda(case: Case, params: Ganda) -> Verdict:
    """Isi yang sama tidak diserahkan dua kali, juga tidak dua versi satu naskah tanpa tanda Perubahan."""
    first: dict[str, Berkas] = {}

    def offences() -> Iterator[Offence]:
        for file in case.submission.files:
            before = first.setdefault(file.sha256, file)
            if before is not file:
                bukti = (BuktiTemuan(file.berkas), BuktiTemuan(before.berkas))
                values = {"berkas": file.berkas, "lain": before.berkas, "sebab": "sama persis dengan"}
                yield Offence(values, bukti, file.berkas, berkas=file.berkas)

    return judge((*offences(), *_versions(case, params)))


def _versions(case: Case, params: Ganda) -> Iterator[Offence]:
    """Two documents of one kind, unit and year that differ, neither marked as a later version."""
    first: dict[tuple[str, int, str], Naskah] = {}
    for naskah in case.submission.of(*params.tunggal):
        unit = next((part.isi.unit for part in naskah.parts if part.isi.unit), None)
        if naskah.tahun is None or unit is None or _is_marked(naskah, params):
            continue
        before = first.setdefault((naskah.jenis, naskah.tahun, fold(unit)), naskah)
        if before is not naskah and before.files[0].sha256 != naskah.files[0].sha256:
            kind = naskah.jenis.replace("_", " ")
            values = {
                "berkas": naskah.berkas,
                "lain": before.berkas,
                "sebab": f"adalah {kind} tahun {naskah.tahun} tanpa tanda Perubahan, seperti",
            }
            bukti = (BuktiTemuan(naskah.berkas), BuktiTemuan(before.berkas))
            yield Offence(values, bukti, naskah.berkas, "versi", "sedang", berkas=naskah.berkas)


def _is_marked(naskah: Naskah, params: Ganda) -> bool:
    """Whether its file name or its first lines say that it changes an earlier version."""
    document = naskah.files[0].document
    opening = " ".join(line.text for line in document.lines[:15]) if document else ""
    words = fold(f"{naskah.berkas} {opening}").split()
    return any(word in words for word in params.perubahan)


class Lingkup(Params, frozen=True):
    """lingkup: what guides must cover -> its name in the message."""

    lingkup: dict[str, str]


@check("pedoman_tersedia", "pengajuan", values=("lingkup",))
def pedoman_tersedia(case: Case, params: Lingkup) -> Verdict:
    """Harus ada pedoman teknis untuk setiap lingkup yang disebut."""
    covered = {scope for part in case.submission.parts("pedoman") for scope in part.isi.lingkup}
    return judge(
        Offence({"lingkup": name}, (), label=scope) for scope, name in params.lingkup.items() if scope not in covered
    )


@check("pohon_kinerja", "pengajuan", values=("kurang",))
def pohon_kinerja(case: Case, params: TanpaParameter) -> Verdict:
    """Pohon kinerja atau cascading harus ada dan memuat crosscutting."""
    parts = list(case.submission.parts("cascading"))
    if not parts:
        return Verdict("temuan", None, (Offence({"kurang": "pohon kinerja atau cascading tidak disertakan"}, ()),))
    if any(part.isi.crosscutting for part in parts):
        return passed()
    bukti = tuple(place(part.record.place(""), part.berkas.berkas) for part in parts)
    offence = Offence({"kurang": "pohon kinerja belum memuat crosscutting"}, bukti, berkas=parts[0].berkas.berkas)
    return Verdict("temuan", None, (offence,))


class Publikasi(Params, frozen=True):
    """dokumen: the kinds that must be published."""

    dokumen: tuple[str, ...]


@check("dipublikasikan", "pengajuan", values=("berkas", "jenis"))
def dipublikasikan(case: Case, params: Publikasi) -> Verdict:
    """Dokumen yang disebut harus tercatat publikasinya di berkas.yaml (tautan atau tangkapan layar)."""
    listed = {item.dokumen: item for item in case.submission.keterangan.publikasi}
    documents = case.submission.of(*params.dokumen)
    if not documents:
        return missing("Tidak ada dokumen yang wajib dipublikasikan.")
    offences = [
        Offence(
            {"berkas": naskah.berkas, "jenis": naskah.jenis},
            (BuktiTemuan(naskah.berkas),),
            naskah.berkas,
            berkas=naskah.berkas,
        )
        for naskah in documents
        if naskah.tahun in (None, case.submission.tahun) and not any(file.berkas in listed for file in naskah.files)
    ]
    shown = [part for part in case.submission.parts("bukti") if "publikasi" in part.isi.tema]
    if offences and not listed and shown:
        names = ", ".join(dict.fromkeys(part.berkas.berkas for part in shown[:3]))
        return manual(f"Daftar publikasi tidak ada; periksa dokumen mana yang ditunjukkan {names}.")
    doubts = [
        f"Publikasi {item.dokumen} hanya berupa tautan; buka {item.url} untuk memastikan isinya."
        for item in listed.values()
        if item.url and not item.berkas
    ]
    return judge(offences, doubts)


@check("jabatan_ber_pk", "pengajuan", values=("jabatan",))
def jabatan_ber_pk(case: Case, params: TanpaParameter) -> Verdict:
    """Setiap jabatan yang terdaftar di berkas.yaml harus mempunyai perjanjian kinerja tahun itu."""
    posts = case.submission.keterangan.jabatan
    if not posts:
        return missing("Daftar jabatan tidak ada; tulis isian jabatan di berkas.yaml.")
    parts = list(case.submission.parts("perjanjian_kinerja", tahun=case.submission.tahun))
    held = [fold(part.isi.pihak_pertama.jabatan) for part in parts if part.isi.pihak_pertama]
    unread = [part.berkas.berkas for part in parts if not (part.isi.pihak_pertama and part.isi.pihak_pertama.jabatan)]
    lacking = [post for post in posts if not any(_same_post(fold(post), jabatan) for jabatan in held)]
    if lacking and unread:
        return manual(f"Jabatan pada {', '.join(unread)} tidak terbaca; belum tampak PK untuk {', '.join(lacking)}.")
    return judge(Offence({"jabatan": post}, (), label=post) for post in lacking)


def _same_post(wanted: str, held: str) -> bool:
    """One names the other, perhaps with the unit's name behind it ("Sekretaris Kecamatan" and "... Mekarsari")."""
    short, long = sorted((wanted, held), key=len)
    rest = long.removeprefix(f"{short} ")
    # An "Inspektur Pembantu" is another post than the "Inspektur".
    return bool(short) and (long == short or (rest != long and not rest.startswith("pembantu")))
