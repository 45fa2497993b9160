"""The summary on the terminal: the verdict first, then what to repair, what is undecided, and why."""

from __future__ import annotations

import shutil
import sys

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from saksama.checker.run import STATUS, Keparahan, Run
from saksama.reports import groups, marks, place, words
from saksama.reports.drawing import drawing

WIDTH = 100
WORST = 12
"""How many rules with findings are shown; the papers hold the rest."""
PLACES = 3

_STYLE: dict[Keparahan, str] = {"kritis": "bold red", "mayor": "red", "minor": "yellow", "info": "cyan"}
_VERDICT = {"perlu": "bold red", "catatan": "bold yellow", "belum": "bold yellow", "bersih": "bold green"}


def render(run: Run) -> str:
    """The summary as plain text, 100 columns wide."""
    return render_plain(run, WIDTH)


def render_plain(run: Run, width: int, places: int = PLACES) -> str:
    """The summary as plain text of at most `width` columns: no colour, no control characters."""
    return _render(run, drawing(width), places)


def render_colour(run: Run, width: int, places: int = PLACES) -> str:
    """The summary of at most `width` columns with ANSI colours."""
    return _render(run, drawing(width, colour=True), places)


def render_for_terminal(run: Run, places: int = PLACES) -> str:
    """The summary for standard output as it is: its width, in colour only where a person is watching.

    places: how many findings of one rule are shown.
    """
    width = max(60, min(120, shutil.get_terminal_size((WIDTH, 24)).columns))
    return render_colour(run, width, places) if sys.stdout.isatty() else render_plain(run, width, places)


def _render(run: Run, console: Console, places: int) -> str:
    with console.capture() as capture:
        _head(run, console)
        _counts(run, console)
        _score(run, console)
        _worst(run, console, places)
        _undecided(run, console)
        _files(run, console)
        _waivers(run, console)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _say(console: Console, text: str, style: str = "", indent: int = 0) -> None:
    """Text as it stands: nothing in a document is read as markup."""
    console.print(Padding(Text(words.clean(text), style=style, overflow="fold"), (0, 0, 0, indent)))


def _section(console: Console, title: str) -> None:
    console.print()
    _say(console, title, "bold")


def _head(run: Run, console: Console) -> None:
    verdict = groups.verdict(run)
    _say(console, verdict.teks, _VERDICT[verdict.tingkat])
    _say(console, f"{groups.title(run)}; profil {run.profil}; {len(run.berkas)} berkas")
    for warning in run.peringatan:
        _say(console, f"Peringatan: {warning}", "yellow")


def _worst(run: Run, console: Console, places: int) -> None:
    found = groups.by_rule(run)
    if not found:
        return
    _section(console, "Yang perlu diperbaiki lebih dahulu")
    for parts in found[:WORST]:
        _rule(parts, console, places)
    if len(found) > WORST:
        rest = sum(len(group.temuan) for parts in found[WORST:] for group in parts)
        _say(console, f"... dan {rest} temuan lain; lihat laporan.html atau lke.xlsx.", indent=2)


def _rule(parts: list[groups.Kelompok], console: Console, places: int) -> None:
    """One rule: its first few findings with their places, and the remedy."""
    rule, worst = parts[0].aturan, parts[0].keparahan
    pairs = [(group.berkas, temuan) for group in parts for temuan in group.temuan]
    line = Text(f"{words.KEPARAHAN[worst].upper():<7}", style=_STYLE[worst])
    line.append(f"{rule.id}  {rule.judul}" + (f" ({len(pairs)} temuan)" if len(pairs) > 1 else ""), style="bold")
    console.print(Padding(line, (0, 0, 0, 2)))
    known = parts[0].berkas if len(parts) == 1 and len(pairs) > 1 else None
    if known:
        _say(console, known, indent=9)
    for berkas, temuan in pairs[:places]:
        where = place.evidence(groups.places(berkas, temuan), 2, known)
        _say(console, f"{where}: {temuan.pesan}" if where else temuan.pesan, indent=9)
    if len(pairs) > places:
        _say(console, f"... dan {len(pairs) - places} temuan serupa.", indent=9)
    _say(console, f"Saran: {groups.advice(rule, (temuan for _, temuan in pairs))}", "dim", indent=9)


def _undecided(run: Run, console: Console) -> None:
    entries = groups.undecided(run)
    if not entries:
        return
    _section(console, "Yang belum dapat diputuskan")
    for entry in entries[:WORST]:
        more = f" dan {len(entry.aturan) - 8} lainnya" if len(entry.aturan) > 8 else ""
        rules = ", ".join(entry.aturan[:8]) + more
        _say(console, f"{words.STATUS[entry.status]}: {entry.alasan} [{rules}]", indent=2)
    if len(entries) > WORST:
        _say(console, f"... dan {len(entries) - WORST} sebab lain; lihat laporan.html.", indent=2)


def _files(run: Run, console: Console) -> None:
    files = groups.unread(run)
    if not files:
        return
    _section(console, "Berkas yang tidak terbaca atau tidak dikenali")
    for file in files:
        reason = file.galat or file.alasan or "Jenisnya tidak dikenali; sebutkan pada berkas.yaml."
        _say(console, f"{file.berkas}: {reason}", indent=2)


def _waivers(run: Run, console: Console) -> None:
    accepted = groups.waived(run)
    if not accepted:
        return
    _section(console, "Temuan yang dikecualikan atau digugurkan")
    for hasil, temuan in accepted:
        waiver = temuan.pengecualian
        assert waiver is not None
        _say(console, f"{hasil.aturan}  {temuan.pesan} ({words.accepted(waiver)})", indent=2)


def _counts(run: Run, console: Console) -> None:
    _section(console, "Hasil tiap aturan")
    table = Table(box=box.SIMPLE, show_header=False, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column(no_wrap=True)
    table.add_column(style="dim")
    for status in STATUS:
        table.add_row(str(run.ringkasan.get(status, 0)), words.STATUS[status], words.STATUS_MEANING[status])
    table.add_row(str(sum(run.ringkasan.values())), "Jumlah aturan", "", style="bold")
    console.print(Padding(table, (0, 0, 0, 2)))


def _score(run: Run, console: Console) -> None:
    lke = run.lke
    if lke is None:
        return
    _section(console, "Nilai usulan")
    _say(
        console,
        f"{words.number(lke.nilai)} (predikat {lke.predikat}, {lke.sebutan}); lantai {words.number(lke.lantai)}, "
        f"plafon {words.number(lke.plafon)}; cakupan {words.percent(lke.cakupan)} kriteria. {lke.judul}.",
        indent=2,
    )
    if lke.nilai_akhir is not None:
        reached = f", predikat {lke.predikat_akhir}" if lke.predikat_akhir else ""
        text = f"Nilai akhir dengan jawaban evaluator: {words.number(lke.nilai_akhir)}{reached}."
        _say(console, text, "bold", indent=2)
    caution = marks.caution(lke)
    if caution:
        _say(console, caution, "yellow", indent=2)
    for part in lke.komponen:
        final = f", akhir {words.number(marks.part_value(lke, part))}" if lke.nilai_akhir is not None else ""
        _say(console, f"{part.nama}: {words.number(part.nilai)} dari {words.weight(part.bobot)}{final}", indent=4)
