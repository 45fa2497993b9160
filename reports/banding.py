"""What changed between two runs, on the terminal and as a page: repaired, new, still there, no longer checked."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from saksama.checker.diff import KEADAAN, Perbandingan, Perubahan
from saksama.reports import place, words
from saksama.reports.drawing import drawing
from saksama.reports.groups import WHOLE
from saksama.reports.webpage import page

_ORDER = ("baru", "tetap", "diperbaiki", "tidak_diperiksa")
MEANING = {
    "baru": "belum ada pada pemeriksaan sebelumnya",
    "tetap": "sudah ada pada pemeriksaan sebelumnya dan belum diperbaiki",
    "diperbaiki": "aturannya diperiksa lagi dan kini terpenuhi",
    "tidak_diperiksa": "dokumennya tidak ada, atau aturannya tidak dapat diputuskan; bukan berarti sudah diperbaiki",
}


def title(found: Perbandingan) -> str:
    """Unit and year of the later run."""
    year = f"tahun {found.tahun}" if found.tahun else "tahun tidak diketahui"
    return f"{found.unit or 'Unit tidak diketahui'}, {year}"


def verdict(found: Perbandingan) -> str:
    """The comparison in one sentence."""
    counts = {state: len(found.of(state)) for state in KEADAAN}
    if not any(counts.values()):
        return "Tidak ada temuan pada kedua pemeriksaan."
    said = f"{counts['diperbaiki']} temuan sudah diperbaiki, {counts['tetap']} masih ada, {counts['baru']} baru"
    return said + (f", {counts['tidak_diperiksa']} tidak diperiksa lagi." if counts["tidak_diperiksa"] else ".")


def text(found: Perbandingan, width: int = 100) -> str:
    """The comparison as plain text of at most `width` columns."""
    console = drawing(width)
    with console.capture() as capture:
        console.print(Text(words.clean(verdict(found))))
        console.print(Text(words.clean(title(found))))
        for warning in found.peringatan:
            console.print(Text(f"Peringatan: {warning}"))
        for state in _ORDER:
            _section(console, words.KEADAAN[state], found.of(state))  # type: ignore[arg-type,index]
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _section(console: Console, name: str, changes: tuple[Perubahan, ...]) -> None:
    if not changes:
        return
    console.print()
    console.print(Text(f"{name} ({len(changes)})"))
    table = Table(box=box.SIMPLE, show_header=False, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("keparahan", "aturan"):
        table.add_column(column, no_wrap=True)
    table.add_column("temuan", overflow="fold")
    for one in changes:
        said = f"{where(one)}: {one.temuan.pesan}" + (f" ({one.alasan})" if one.alasan else "")
        table.add_row(words.KEPARAHAN[one.temuan.keparahan], one.aturan, Text(words.clean(said)))
    console.print(table)


def where(one: Perubahan) -> str:
    """The place of a finding; the file or the whole where it has none."""
    return place.evidence(one.temuan.bukti, 2) or one.berkas or WHOLE


def html(found: Perbandingan) -> bytes:
    """The comparison as one page."""
    return page(
        "banding.html.j2",
        judul=title(found),
        putusan=verdict(found),
        tingkat="bersih" if not found.of("baru") and not found.of("tetap") else "catatan",
        peringatan=found.peringatan,
        bagian=[(state, words.KEADAAN[state], MEANING[state], found.of(state)) for state in KEADAAN],
        keparahan=words.KEPARAHAN,
        tempat=where,
    )
