"""Other clean forms of the submission: the LKjIP as a PDF, the recap as a workbook, other minutes, no berkas.yaml."""

from __future__ import annotations

from collections.abc import Callable

from .bangun import Data
from .cacat import pdfkan


def _notulen(d: Data) -> None:
    for tw in range(1, 5):
        d[f"notulen{tw}"]["bentuk"] = tw % 4 + 1


def _buku_kerja(d: Data) -> None:
    d["ekinerja"]["bentuk"] = "xlsx"


def _tanpa_keterangan(d: Data) -> None:
    d["tanpa_keterangan"] = True


VARIAN: dict[str, Callable[[Data], None]] = {
    "lkjip-pdf": pdfkan,
    "notulen-lain": _notulen,
    "ekinerja-xlsx": _buku_kerja,
    "tanpa-berkas-yaml": _tanpa_keterangan,
}
