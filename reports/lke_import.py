"""A filled LKE workbook read back: what people wrote in the yellow cells, by what it is about; nothing else changed.

What may differ from the workbook that the Run gives, and how a change elsewhere is refused, stands in filled.py.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping

from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker import carried
from saksama.checker.answers import Isian, Jawaban, Sumber
from saksama.checker.isian import PENANDA, IsianTemuan, Penanda, Pengesahan
from saksama.checker.run import LKE, Run
from saksama.reports import kke_sheets, lke, lke_findings, lke_sheet, lke_summary, words
from saksama.reports.filled import (
    ImportRefused,
    changes,
    filled_sheet,
    is_input,
    open_filled,
    refusals,
    row_texts,
    typed,
)

_YES_NO = {"ya": "ya", "y": "ya", "tidak": "tidak", "t": "tidak"}
_DECISIONS = {name.casefold(): key for key, name in words.KEPUTUSAN.items()}


def read_answers(data: bytes, name: str, run: Run) -> Jawaban:
    """The answers in a workbook that was written from this Run; raises ImportRefused with every reason at once."""
    if run.lke is None:
        raise ImportRefused(["run.json ini tidak memuat lembar kerja evaluasi."])
    given = open_filled(data)
    filled_sheet(given, lke_sheet.NAME)
    expected = load_workbook(io.BytesIO(lke.render(run)))
    changed = [text for ours in expected.worksheets for text in changes(ours, given)]
    problems = refusals(changed, "LKE", "hanya sel kuning yang boleh diubah.")
    taken = _Taken(expected, given, problems)
    answers = taken.criteria(run.lke)
    findings = taken.findings(run)
    notes = taken.notes(run)
    signed = taken.signed(run)
    if problems:
        raise ImportRefused(problems)
    source = Sumber(name, hashlib.sha256(data).hexdigest())
    return replace(
        carried.kept(run), jawaban=answers, temuan=findings, kertas_kerja=notes, pengesahan=signed, sumber=source
    )


class _Taken:
    """The two workbooks side by side; what is wrong in the yellow cells is added to `problems`."""

    def __init__(self, expected: Workbook, given: Workbook, problems: list[str]) -> None:
        self.expected, self.given, self.problems = expected, given, problems

    def _sheet(self, name: str) -> Worksheet | None:
        if name not in self.given.sheetnames or name not in self.expected.sheetnames:
            return None
        sheet = self.given[name]
        assert isinstance(sheet, Worksheet)
        return sheet

    def _texts(
        self, sheet: Worksheet, row: int, columns: Mapping[str, int], field: str, known: Mapping[str, str]
    ) -> dict[str, str | None]:
        texts, wrong = row_texts(sheet, row, columns, known, field)
        self.problems += wrong
        return texts

    def criteria(self, worksheet: LKE) -> dict[str, Isian]:
        """Answers by id of the criterion or sub-component."""
        found: dict[str, Isian] = {}
        sheet, ours = self._sheet(lke_sheet.NAME), self.expected[lke_sheet.NAME]
        assert sheet is not None
        for row in range(lke_sheet.HEADER_ROW + 1, ours.max_row + 1):
            if is_input(ours.cell(row=row, column=lke_sheet.JAWABAN)):
                id_ = str(ours.cell(row=row, column=lke_sheet.NO).value)
                texts = self._texts(sheet, row, lke_sheet.ANSWERS, "jawaban", _choices(worksheet, id_))
                if any(texts.values()):
                    found[id_] = Isian(**texts)
        return found

    def findings(self, run: Run) -> dict[str, IsianTemuan]:
        """What was written of findings, by fingerprint: of those on the sheet, and as it was of all others."""
        sheet = self._sheet(lke_findings.NAME)
        if sheet is None:
            return carried.findings(run)
        found = dict(run.isian.temuan)
        for row, (hasil, temuan) in enumerate(run.findings(), start=lke_findings.HEADER_ROW + 1):
            about = {"aturan": hasil.aturan, "berkas": hasil.berkas, "pesan": temuan.pesan}
            texts = self._texts(sheet, row, lke_findings.ANSWERS, "keputusan", _DECISIONS)
            if texts["keputusan"] == "gugur" and not texts["alasan"]:
                cell = sheet.cell(row=row, column=lke_findings.ALASAN).coordinate
                self.problems.append(f"lembar {sheet.title} sel {cell}: temuan digugurkan tanpa alasan; isi alasannya.")
            if any(texts.values()):
                found[temuan.sidik] = IsianTemuan(**texts, **about)  # type: ignore[arg-type]
        return found

    def notes(self, run: Run) -> dict[str, dict[str, str]]:
        """Notes by working paper and row: of those on the sheets, and as they were of all others."""
        found = {paper: dict(notes) for paper, notes in run.isian.kertas_kerja.items()}
        for paper, (name, named) in kke_sheets.NOTES.items():
            sheet, ours = self._sheet(name), self.expected[name]
            if sheet is None:
                continue
            new: dict[str, list[str]] = {}
            for row in range(kke_sheets.HEADER_ROW + 1, ours.max_row + 1):
                if not is_input(ours.cell(row=row, column=ours.max_column)):
                    continue
                key = kke_sheets.label([typed(ours.cell(row=row, column=column).value) for column in named])
                texts = self._texts(sheet, row, {"catatan": ours.max_column}, "", {})
                new.setdefault(key, []).extend(filter(None, (texts["catatan"],)))
            notes = found.setdefault(paper, {})
            for key, told in new.items():
                notes.pop(key, None)
                if told:
                    notes[key] = "\n".join(dict.fromkeys(told))
        return {paper: notes for paper, notes in found.items() if notes}

    def signed(self, run: Run) -> dict[Penanda, Pengesahan]:
        """The sign-off by tier."""
        sheet, ours = self._sheet(lke_summary.NAME), self.expected[lke_summary.NAME]
        if sheet is None:
            return dict(run.isian.pengesahan)
        rows = {ours.cell(row=row, column=2).value: row for row in range(1, ours.max_row + 1)}
        found: dict[Penanda, Pengesahan] = {}
        for signer in PENANDA:
            row = rows[words.PENANDA[signer]]
            texts = self._texts(sheet, row, lke_summary.SIGN_COLUMNS, "", {})
            if any(texts.values()):
                found[signer] = Pengesahan(**texts)
        return found


def _choices(worksheet: LKE, id_: str) -> Mapping[str, str]:
    """What may be answered: the grades for a sub-component, Ya or Tidak for a criterion, by what may be typed."""
    if any(sub.id == id_ for part in worksheet.komponen for sub in part.subkomponen):
        return {kode.casefold(): kode for kode in worksheet.gradasi}
    return _YES_NO
