"""From the kind of a document to its records: the one place that knows which module reads which kind."""

from __future__ import annotations

from importlib import import_module

from saksama.parsers.model import Document
from saksama.parsers.records.types import Record

_RECORDS = "saksama.parsers.records"
_EXTRACTORS = {
    "perjanjian_kinerja": ("perjanjian_kinerja", "extract"),
    "rencana_aksi": ("rencana_aksi", "extract"),
    "pengukuran_kinerja": ("pengukuran_kinerja", "extract"),
    "laporan_kinerja": ("laporan_kinerja", "extract"),
    "renstra": ("renstra", "extract"),
    "iku": ("iku", "extract"),
    "hasil_evaluasi": ("hasil_evaluasi", "extract"),
    "tindak_lanjut": ("tindak_lanjut", "extract"),
    "notulen": ("notulen", "extract"),
    "lembar_kerja_evaluasi": ("lembar_kerja_evaluasi", "extract"),
    "pedoman": ("pedoman", "extract"),
    "cascading": ("cascading", "extract"),
    "renja": ("renja", "extract"),
    "dpa": ("dpa", "extract"),
    "ekinerja": ("ekinerja", "extract"),
    "bukti": ("bukti", "extract"),
}


def extract(jenis: str, document: Document) -> tuple[Record, ...]:
    """The records of a document of a known kind; none for `lain`. Raises KeyError for an unknown kind.

    The modules are imported when first needed, so that recognising a file stays fast.
    """
    if jenis == "lain":
        return ()
    module, function = _EXTRACTORS[jenis]
    records: tuple[Record, ...] = getattr(import_module(f"{_RECORDS}.{module}"), function)(document)
    return records
