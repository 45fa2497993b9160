"""The evaluator's workbook: Ringkasan, LKE, Temuan, Aturan, the working papers (KKE), Ketertelusuran."""

from __future__ import annotations

from decimal import Decimal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker.run import Run
from saksama.parsers.garbage import left_lying
from saksama.reports import kke_sheets, lke_findings, lke_lists, lke_sheet, lke_summary, ooxml, words
from saksama.reports.sheet import saved


def render(run: Run) -> bytes:
    """The workbook (xlsx); a Run without a worksheet gives the lists only."""
    # A cell is several values, all of them in use until the end.
    with left_lying():
        return _written(run)


def _written(run: Run) -> bytes:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    values: dict[str, dict[str, str | Decimal]] = {}
    findings = first
    if run.lke is not None:
        first.title = lke_summary.NAME
        sheet = book.create_sheet(lke_sheet.NAME)
        anchors = lke_sheet.write(sheet, run, run.lke, lke_summary.grades(run.lke))
        values["xl/worksheets/sheet1.xml"] = lke_summary.write(first, run, run.lke, anchors)
        values["xl/worksheets/sheet2.xml"] = anchors.values
        findings = book.create_sheet()
    findings.title = lke_findings.NAME
    lke_findings.write(findings, run)
    lke_lists.rules(book.create_sheet("Aturan"), run)
    kke_sheets.write(book, run)
    lke_lists.trace(book.create_sheet("Ketertelusuran"), run, run.lke)
    book.properties.creator = f"{run.alat.nama} {run.alat.versi}"
    book.properties.title = words.clean(f"LKE {run.unit or ''} {run.tahun or ''}").strip()
    return ooxml.stable(ooxml.with_values(saved(book), values))
