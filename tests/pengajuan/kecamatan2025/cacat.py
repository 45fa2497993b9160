"""One seeded fault: what is changed, which rules must speak up on which file, what else may follow from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import bangun as b
from .bangun import Data
from .isi_nilai import REKOMENDASI

Tempat = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Cacat:
    """temuan: rule and the files it may stand on (None: the submission as a whole); akibat: rules that may follow.

    sendiri: the fault takes away what others are found by, so it shares its submission with none.
    """

    nama: str
    uraian: str
    ubah: Callable[[Data], None]
    temuan: tuple[tuple[str, Tempat], ...]
    akibat: tuple[str, ...] = ()
    sendiri: bool = False


TL: Tempat = (b.TINDAK, b.LHE, b.SURAT, None)


def ulang(rule: str, *tempat: str | None) -> tuple[tuple[str, Tempat], ...]:
    """A fault that last year's evaluation named and whose follow-up is said to be done."""
    return ((rule, tempat or (None,)), ("TL-004", (*TL, *tempat)), ("TL-006", TL))


def baris_tindak(d: Data, kunci: str) -> list[str]:
    return next(satu for satu in d["tindak"]["baris"] if satu[0] == REKOMENDASI[kunci][2])


def blok(d: Data, nama: str) -> dict:
    return next(satu for satu in d["lkjip"]["blok"] if satu["id"] == nama)


def buang(d: Data, *awalan: str) -> None:
    """Take away blocks of the LKjIP: "c" takes "c" and "c.t"."""
    d["lkjip"]["blok"] = [
        satu
        for satu in d["lkjip"]["blok"]
        if not any(satu["id"] == satu_ or satu["id"].startswith(f"{satu_}.") for satu_ in awalan)
    ]


def pdfkan(d: Data) -> None:
    """The LKjIP as a PDF instead of a Word document."""
    d["bentuk_lkjip"] = "pdf"
    for satu in d["keterangan"]["publikasi"]:
        if satu["dokumen"] == b.LKJIP:
            satu["dokumen"] = b.LKJIP_PDF


def hapus(d: Data, *nama: str) -> None:
    """Take files out of the folder and out of berkas.yaml."""
    d["hapus"] += nama
    d["bukti"] = [satu for satu in d["bukti"] if satu[2] not in nama]
    k = d["keterangan"]
    k["bukti"] = [satu for satu in k["bukti"] if satu["berkas"] not in nama]
    k["publikasi"] = [satu for satu in k["publikasi"] if satu["dokumen"] not in nama]
    k["dokumen"] = {satu: jenis for satu, jenis in k["dokumen"].items() if satu not in nama}


def tambah_bab(kunci: str, nomor: int, teks: str):
    """A sentence more in one chapter of a guide."""

    def ubah(d: Data) -> None:
        d[kunci]["bab"][nomor][1] += f" {teks}"

    return ubah
