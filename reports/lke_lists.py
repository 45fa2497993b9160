"""The sheets behind the worksheet: every finding, every rule, and how the result came about."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker.run import LKE, STATUS, Hasil, Run, roll_up
from saksama.reports import groups, sheet, words
from saksama.reports.sheet import Look

_RULES = (
    *(("Aturan", 10), ("Judul", 30), ("Keparahan", 10), ("Hasil", 14), ("Temuan", 8)),
    *(("Sebab atau keterangan", 48), ("Dasar", 32), ("Telaah oleh evaluator", 28)),
)


def rules(ws: Worksheet, run: Run) -> None:
    """Every rule with its one outcome and the reason: none is left out."""
    outcomes: dict[str, list[Hasil]] = {}
    for item in run.hasil:
        outcomes.setdefault(item.aturan, []).append(item)
    top = sheet.start(ws, f"Aturan: {groups.title(run)}", _RULES)
    row = top
    for row, rule in enumerate(groups.rules(run).values(), start=top + 1):
        items = outcomes.get(rule.id, [])
        status = roll_up(item.status for item in items)
        count = sum(len(item.temuan) for item in items)
        colour = {"temuan": sheet.BAD, "galat": sheet.BAD, "lulus": sheet.GOOD}.get(status, sheet.SOFT)
        cells = [rule.id, rule.judul, words.KEPARAHAN[rule.keparahan], words.STATUS[status], str(count or "")]
        cells += [_reasons(items), "\n".join(rule.dasar), rule.telaah or ""]
        for column, text in enumerate(cells, start=1):
            look = Look(colour=colour, bold=True) if column == 4 else Look(align="center" if column == 5 else "left")
            sheet.put(ws, row, column, int(text) if column == 5 and text else text, look)
        sheet.fit(ws, row, dict(enumerate(cells, start=1)))
    sheet.finish(ws, top, row, len(_RULES), f"Aturan {groups.title(run)}")


def _reasons(items: Sequence[Hasil]) -> str:
    """Why, by outcome and file; a rule that passed names its files."""
    seen: dict[str, list[str]] = {}
    for item in sorted(items, key=lambda item: STATUS.index(item.status)):
        text = item.alasan or words.STATUS[item.status]
        seen.setdefault(text, []).append(item.berkas or "")
    entries = []
    for text, files in seen.items():
        names = [name for name in dict.fromkeys(files) if name]
        shown = ", ".join(names[:5]) + (f" dan {len(names) - 5} lainnya" if len(names) > 5 else "")
        entries.append(f"{text} ({shown})" if shown else text)
    return "\n".join(entries)


def trace(ws: Worksheet, run: Run, lke: LKE | None) -> None:
    """What the result rests on: versions, hashes, profile, parameters, files, warnings."""
    sheet.widths(ws, (38, 24, 11, 9, 36, 52))
    sheet.put(ws, 1, 1, f"Ketertelusuran: {groups.title(run)}", sheet.TITLE)
    facts = [
        ("Alat", f"{run.alat.nama} {run.alat.versi}"),
        ("Skema hasil", run.skema),
        ("Buku aturan", f"{run.buku_aturan.id} versi {run.buku_aturan.versi}"),
        ("Sidik buku aturan (SHA-256)", run.buku_aturan.sha256),
        ("Profil", run.profil),
        ("Kerangka evaluasi", lke.judul if lke else "tidak dipakai"),
        ("Tanggal yang diberikan", words.date(run.tanggal) or "tidak diberikan"),
    ]
    facts += [
        (f"Parameter {rule_id}", "; ".join(f"{name} = {value}" for name, value in sorted(values.items())))
        for rule_id, values in sorted(run.parameter.items())
    ]
    facts += [("Nomenklatur", f"{one.edisi} (mulai {one.mulai})") for one in run.nomenklatur]
    facts += [("Peringatan", text) for text in run.peringatan]
    row = 2
    for row, (name, text) in enumerate(facts, start=3):
        sheet.put(ws, row, 1, name, Look(bold=True, fill=sheet.SUB))
        sheet.put(ws, row, 2, text)
        for column in range(3, 7):
            sheet.put(ws, row, column, None)
        ws.merge_cells(start_row=row, start_column=2, end_row=row, end_column=6)
        ws.row_dimensions[row].height = 13.0 * sheet.lines(text, 160) + 3
    top = row + 2
    sheet.header(ws, top, ("Berkas", "Jenis", "Keyakinan", "Pembaca", "Sidik (SHA-256)", "Peringatan atau galat"))
    for row, file in enumerate(run.berkas, start=top + 1):
        notes = [*([file.galat] if file.galat else []), *([file.alasan] if file.alasan else []), *file.peringatan]
        cells = [
            file.berkas,
            words.kind(file.jenis),
            file.keyakinan or "",
            file.pembaca or "",
            file.sha256,
            "\n".join(notes),
        ]
        for column, text in enumerate(cells, start=1):
            sheet.put(ws, row, column, text)
        sheet.fit(ws, row, dict(enumerate(cells, start=1)))
    sheet.page(ws, top, f"Ketertelusuran {groups.title(run)}")
    ws.freeze_panes = None
