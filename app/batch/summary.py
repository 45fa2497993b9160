"""What a batch ends in: the index of its units, the table for a person, and the recap over those that were judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

import msgspec
from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from saksama.app.batch.units import Layout
from saksama.app.batch.work import Outcome, State
from saksama.app.console import FAILED, FOUND, OK
from saksama.checker.run import KEPARAHAN, Keparahan
from saksama.reports import words
from saksama.reports.drawing import drawing

WIDTH = 110
SKEMA: Literal["saksama/semua/1"] = "saksama/semua/1"
_STATE = {"selesai": "diperiksa", "tetap": "tidak berubah", "gagal": "GAGAL", "belum": "belum"}


class UnitSemua(msgspec.Struct, frozen=True):
    """One row of semua.json. unit: the folder's name; unit_dokumen: what the documents say; hasil: its folder."""

    sumber: str
    unit: str
    tahun: int | None
    keadaan: State | Literal["belum"]
    alasan: str | None = None
    hasil: str | None = None
    unit_dokumen: str | None = None
    temuan: dict[Keparahan, int] | None = None
    nilai: Decimal | None = None
    predikat: str | None = None
    aturan_gagal: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()


class Semua(msgspec.Struct, frozen=True):
    """semua.json: every unit of a batch and how it ended, and what was not taken for one."""

    skema: Literal["saksama/semua/1"]
    unit: tuple[UnitSemua, ...]
    tidak_diperiksa: tuple[str, ...] = ()


def gathered(layout: Layout, outcomes: Sequence[Outcome]) -> Semua:
    """All units in the order of where they lie: done, failed, unclear, and those that were not reached."""
    known = {outcome.source: outcome for outcome in outcomes}
    rows = [
        _row(known[unit.source])
        if unit.source in known
        else UnitSemua(unit.source, unit.name, unit.tahun, "belum", catatan=unit.catatan)
        for unit in layout.units
    ]
    rows += [UnitSemua(one.source, one.source, None, "gagal", one.reason) for one in layout.unclear]
    return Semua(SKEMA, tuple(sorted(rows, key=lambda row: row.sumber)), layout.aside)


def _row(outcome: Outcome) -> UnitSemua:
    seen = outcome.glance.baris if outcome.glance else None
    return UnitSemua(
        sumber=outcome.source,
        unit=outcome.name,
        tahun=outcome.tahun or (seen.tahun if seen else None),
        keadaan=outcome.state,
        alasan=outcome.reason or None,
        hasil=outcome.folder,
        unit_dokumen=seen.unit if seen else None,
        temuan=seen.jumlah if seen else None,
        nilai=seen.nilai if seen else None,
        predikat=seen.predikat if seen else None,
        aturan_gagal=outcome.broken,
        catatan=outcome.notes,
    )


_ENCODER = msgspec.json.Encoder(decimal_format="number")


def to_json(found: Semua) -> bytes:
    """semua.json: UTF-8, indented, scores as numbers."""
    return msgspec.json.format(_ENCODER.encode(found), indent=1) + b"\n"


def serious(row: UnitSemua, threshold: str) -> bool:
    """Whether a unit has open findings at or above a severity."""
    return any((row.temuan or {}).get(level) for level in KEPARAHAN[: KEPARAHAN.index(threshold) + 1])


def exit_code(found: Semua, threshold: str) -> int:
    """2 when a unit could not be done, whole, 1 for findings at or above the threshold in any, else 0."""
    if any(row.keadaan in ("gagal", "belum") or row.aturan_gagal for row in found.unit):
        return FAILED
    return FOUND if any(serious(row, threshold) for row in found.unit) else OK


def verdict(found: Semua, threshold: str) -> str:
    """What the exit code means, in words."""
    counts = {state: sum(row.keadaan == state for row in found.unit) for state in _STATE}
    parts = [
        (counts["selesai"], "diperiksa"),
        (counts["tetap"], "tidak berubah sejak pemeriksaan sebelumnya"),
        (counts["gagal"], "tidak dapat diperiksa"),
        (counts["belum"], "belum diperiksa"),
    ]
    listing = ", ".join(f"{count} {what}" for count, what in parts if count)
    level = words.KEPARAHAN[KEPARAHAN[KEPARAHAN.index(threshold)]].lower()
    at = f"temuan {level}" + ("" if threshold == KEPARAHAN[0] else " atau lebih berat")
    number = sum(serious(row, threshold) for row in found.unit)
    broken = sum(bool(row.aturan_gagal) for row in found.unit)
    tail = f" Pada {broken} unit ada aturan yang gagal dijalankan; hasilnya tidak lengkap." if broken else ""
    return f"{len(found.unit)} unit: {listing}. {number} unit mempunyai {at}.{tail}"


def settled(found: Semua) -> Semua:
    """The same without the difference between judged now and judged before: what is kept says the same each time."""
    rows = (msgspec.structs.replace(row, keadaan="selesai") if row.keadaan == "tetap" else row for row in found.unit)
    return msgspec.structs.replace(found, unit=tuple(rows))


def render(
    found: Semua, threshold: str, warnings: Iterable[str] = (), width: int = WIDTH, *, colour: bool = False
) -> str:
    """The table of units, then what failed and why, and what to look at; plain text unless colour is asked for.

    warnings: what else must be looked at, over several units.
    """
    console = drawing(width, colour=colour)
    with console.capture() as capture:
        console.print(_table(found))
        _section(console, "Tidak dapat diperiksa", ((row, row.alasan or "") for row in found.unit if row.alasan))
        broken = ((row, ", ".join(row.aturan_gagal)) for row in found.unit if row.aturan_gagal)
        _section(console, "Aturan yang gagal dijalankan (laporkan kepada pengelola aturan)", broken)
        _section(console, "Perlu dilihat", ((row, note) for row in found.unit for note in row.catatan))
        _list(console, "Pada rekap", warnings)
        _list(console, "Di luar folder unit", found.tidak_diperiksa)
        _heading(console, verdict(found, threshold))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _table(found: Semua) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("Unit", overflow="fold", ratio=3)
    table.add_column("Tahun")
    table.add_column("Keadaan")
    for level in KEPARAHAN:
        table.add_column(words.KEPARAHAN[level], justify="right")
    table.add_column("Nilai", justify="right")
    table.add_column("", width=2)
    table.add_column("Hasil", overflow="fold", ratio=2)
    for row in found.unit:
        counts = [str((row.temuan or {}).get(level, "")) for level in KEPARAHAN]
        table.add_row(
            Text(words.clean(row.unit)),
            str(row.tahun or ""),
            _STATE[row.keadaan],
            *counts,
            words.number(row.nilai) if row.nilai is not None else "",
            row.predikat or "",
            Text(words.clean(row.hasil or "")),
            style="red" if row.keadaan == "gagal" else "",
        )
    return table


def _section(console: Console, heading: str, lines: Iterable[tuple[UnitSemua, str]]) -> None:
    _list(console, heading, (f"{row.sumber}: {text}" for row, text in lines))


def _list(console: Console, heading: str, lines: Iterable[str]) -> None:
    for number, text in enumerate(lines):
        if not number:
            _heading(console, heading)
        _say(console, text)


def _heading(console: Console, text: str) -> None:
    console.print()
    console.print(Text(text, style="bold"))


def _say(console: Console, text: str) -> None:
    console.print(Padding(Text(words.clean(text), overflow="fold"), (0, 0, 0, 2)))
