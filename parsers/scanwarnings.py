"""What a reader says about scanned pages: which ones, how they were read, which numbers need a look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from saksama.parsers.ocr.extra import INSTALL, available
from saksama.parsers.pdf.page import PageLayout

_MANY_PAGES = 12


def scan_warnings(pages: Sequence[PageLayout], copies: Mapping[int, int]) -> tuple[str, ...]:
    """Warnings in Indonesian about pages without a text layer of their own; none for other pages.

    copies: the numbers of pages that repeat an earlier one, with the number of that.
    """
    warnings = []
    unreadable = [page.number for page in pages if not page.readable]
    if unreadable:
        warnings.append(_unreadable(unreadable, len(pages)))
    scanned = [page.number for page in pages if page.readable and page.scanned]
    if scanned:
        better = "" if available() else f" Untuk pembacaan yang lebih teliti, pasang {INSTALL}."
        warnings.append(
            f"Halaman {_named(scanned)} adalah hasil pindai yang teksnya dikenali dengan OCR; "
            f"cocokkan angka dan nama dengan naskahnya.{better}"
        )
    doubtful = [page.number for page in pages if page.doubtful]
    if doubtful:
        count = sum(len(page.doubtful) for page in pages)
        warnings.append(
            f"{count} angka di halaman {_named(doubtful)} terbaca berbeda pada dua kali pembacaan; periksa dengan mata."
        )
    warnings += [
        f"Halaman {number} adalah pindaian ulang halaman {first}; isinya dihitung satu kali."
        for number, first in copies.items()
    ]
    return tuple(warnings)


def _unreadable(numbers: Sequence[int], count: int) -> str:
    advice = "" if available() else f" Untuk membacanya, pasang {INSTALL}."
    if len(numbers) == count:
        return f"Tidak terbaca: seluruh {count} halaman berupa gambar (hasil pindai) tanpa lapisan teks.{advice}"
    return f"Halaman {_named(numbers)} berupa gambar (hasil pindai) tanpa lapisan teks; isinya tidak terbaca.{advice}"


def _named(numbers: Sequence[int]) -> str:
    """Page numbers as a person lists them: runs as ranges, long lists cut."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    names = [str(a) if a == b else f"{a}, {b}" if b == a + 1 else f"{a}-{b}" for a, b in runs]
    if len(names) <= _MANY_PAGES:
        return ", ".join(names)
    rest = sum(b - a + 1 for a, b in runs[_MANY_PAGES:])
    return f"{', '.join(names[:_MANY_PAGES])} dan {rest} halaman lain"
