"""How a place reads in Indonesian: the one way all papers name where something stands."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.checker.run import BuktiTemuan


def inside(bukti: BuktiTemuan) -> str:
    """The place within its file: "hal. 3, tabel 2 baris 5 kolom target"; "" when only the file is known.

    A format without pages is named by its headings; a sheet's rows are named without a table number, as a spreadsheet
    shows them.
    """
    parts = []
    if bukti.halaman is not None:
        parts.append(f"hal. {bukti.halaman}")
    if bukti.jalur and bukti.halaman is None:
        parts.append(f"bagian “{bukti.jalur}”")
    spot = []
    if bukti.lembar:
        spot.append(f"lembar {bukti.lembar}")
    elif bukti.tabel is not None:
        spot.append(f"tabel {bukti.tabel}")
    if bukti.baris is not None:
        spot.append(f"baris {bukti.baris}")
    if bukti.kolom:
        spot.append(f"kolom {bukti.kolom.replace('_', ' ')}")
    if spot:
        parts.append(" ".join(spot))
    return ", ".join(parts)


def full(bukti: BuktiTemuan) -> str:
    """File and place: "pk/camat.pdf, hal. 2, tabel 1 baris 3"."""
    spot = inside(bukti)
    return f"{bukti.berkas}, {spot}" if spot else bukti.berkas


def evidence(bukti: Iterable[BuktiTemuan], limit: int, known: str | None = None) -> str:
    """Up to `limit` places of one finding, a file's name said once: "a.pdf, hal. 4; hal. 27; b.docx".

    known: the file that the reader has before him already, so that it needs no naming.
    """
    distinct = {full(item): item for item in bukti}.values()
    shown = []
    file = known
    for item in distinct:
        spot = inside(item)
        shown.append(spot if item.berkas == file else full(item))
        file = item.berkas
    shown = [text for text in shown if text]
    rest = len(shown) - limit
    return "; ".join(shown[:limit]) + (f"; dan {rest} tempat lain" if rest > 0 else "")
