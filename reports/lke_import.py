"""A filled LKE workbook read back: what people wrote in the yellow cells, by what it is about; nothing else changed.

What may differ from the workbook that the Run gives, and how a change elsewhere is refused, stands in returned.py.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace
from openpyxl import load_workbook

from saksama.checker import carried
from saksama.checker.answers import Isian, Jawaban, Sumber
from saksama.checker.isian import PENANDA, IsianTemuan, Penanda, Pengesahan
from saksama.checker.run import LKE, Run
from saksama.reports import kke_sheets, lke, lke_findings, lke_sheet, lke_summary, words
from saksama.reports.aligned import is_input
from saksama.reports.celltext import same_value, typed
from saksama.reports.filled import ImportRefused, open_filled, other_form, refusals
from saksama.reports.returned import Returned

_YES_NO = {**dict.fromkeys(("ya", "y", "v", "√", "✓", "✔"), "ya"), **dict.fromkeys(("tidak", "t", "tdk"), "tidak")}
"""Answers as people type them; a cross is not among them, as it ticks for some and crosses out for others."""
_DECISIONS = {name.casefold(): key for key, name in words.KEPUTUSAN.items()}


class Taken(msgspec.Struct, frozen=True):
    """The answers out of a workbook, and sentences on what it holds that was not taken over."""

    jawaban: Jawaban
    tertinggal: tuple[str, ...] = ()


def read_answers(data: bytes, name: str, run: Run) -> Taken:
    """The answers in a workbook that was written from this Run; raises ImportRefused with every reason at once."""
    if run.lke is None:
        raise ImportRefused(["run.json ini tidak memuat lembar kerja evaluasi."])
    given = open_filled(data)
    returned = Returned(load_workbook(io.BytesIO(lke.render(run))), given)
    if lke_sheet.NAME not in returned.sheets:
        raise ImportRefused([other_form(given, lke_sheet.NAME)])
    _own(returned)
    problems = refusals(returned.changes(), "LKE", "hanya sel kuning yang boleh diubah.")
    taken = _Reader(returned, problems)
    answers = taken.criteria(run.lke)
    findings = taken.findings(run)
    notes = taken.notes(run)
    signed = taken.signed(run)
    if problems:
        raise ImportRefused(problems)
    source = Sumber(name, hashlib.sha256(data).hexdigest())
    jawaban = replace(
        carried.kept(run), jawaban=answers, temuan=findings, kertas_kerja=notes, pengesahan=signed, sumber=source
    )
    return Taken(jawaban, tuple(returned.left_behind()))


def _own(returned: Returned) -> None:
    """Raise ImportRefused for the worksheet of another unit or year: its first cell says whose it is."""
    sheet = returned.sheets[lke_sheet.NAME]
    ours, theirs = sheet.ours["A1"].value, sheet.theirs["A1"].value
    if not same_value(ours, theirs) and str(theirs or "").startswith(lke_sheet.TITLE):
        whose, own = (str(text).removeprefix(lke_sheet.TITLE) for text in (theirs, ours))
        raise ImportRefused(
            [f"LKE ini milik {whose}, sedangkan run.json ini milik {own}. Berikan pasangannya yang benar."]
        )


class _Reader:
    """The yellow cells; what is wrong in them is added to `problems`."""

    def __init__(self, returned: Returned, problems: list[str]) -> None:
        self.returned, self.problems = returned, problems

    def _texts(
        self, title: str, row: int, columns: Mapping[str, int], field: str = "", known: Mapping[str, str] = {}
    ) -> dict[str, str | None]:
        texts, wrong = self.returned.texts(title, row, columns, known, field)
        self.problems += wrong
        return texts

    def criteria(self, worksheet: LKE) -> dict[str, Isian]:
        """Answers by id of the criterion or sub-component."""
        found: dict[str, Isian] = {}
        ours = self.returned.sheets[lke_sheet.NAME].ours
        for row in range(lke_sheet.HEADER_ROW + 1, ours.max_row + 1):
            if is_input(ours.cell(row=row, column=lke_sheet.JAWABAN)):
                id_ = str(ours.cell(row=row, column=lke_sheet.NO).value)
                texts = self._texts(lke_sheet.NAME, row, lke_sheet.ANSWERS, "jawaban", _choices(worksheet, id_))
                if any(texts.values()):
                    found[id_] = Isian(**texts)
        return found

    def findings(self, run: Run) -> dict[str, IsianTemuan]:
        """What was written of findings, by fingerprint: of those on the sheet, and as it was of all others."""
        sheet = self.returned.sheets.get(lke_findings.NAME)
        if sheet is None:
            return carried.findings(run)
        found = dict(run.isian.temuan)
        for row, (hasil, temuan) in enumerate(run.findings(), start=lke_findings.HEADER_ROW + 1):
            about = {"aturan": hasil.aturan, "berkas": hasil.berkas, "pesan": temuan.pesan}
            texts = self._texts(lke_findings.NAME, row, lke_findings.ANSWERS, "keputusan", _DECISIONS)
            if texts["keputusan"] == "gugur" and not texts["alasan"]:
                place = sheet.place(row, lke_findings.ALASAN)
                self.problems.append(f"{place}: temuan digugurkan tanpa alasan; isi alasannya.")
            if any(texts.values()):
                found[temuan.sidik] = IsianTemuan(**texts, **about)  # type: ignore[arg-type]
        return found

    def notes(self, run: Run) -> dict[str, dict[str, str]]:
        """Notes by working paper and row: of those on the sheets, and as they were of all others."""
        found = {paper: dict(notes) for paper, notes in run.isian.kertas_kerja.items()}
        for paper, (name, named) in kke_sheets.NOTES.items():
            if name not in self.returned.sheets:
                continue
            sheet = self.returned.sheets[name]
            ours, last = sheet.ours, sheet.width
            new: dict[str, list[str]] = {}
            for row in range(kke_sheets.HEADER_ROW + 1, sheet.height + 1):
                if not is_input(ours.cell(row=row, column=last)):
                    continue
                key = kke_sheets.label([typed(ours.cell(row=row, column=column).value) for column in named])
                texts = self._texts(name, row, {"catatan": last})
                new.setdefault(key, []).extend(filter(None, (texts["catatan"],)))
            notes = found.setdefault(paper, {})
            for key, told in new.items():
                notes.pop(key, None)
                if told:
                    notes[key] = "\n".join(dict.fromkeys(told))
        return {paper: notes for paper, notes in found.items() if notes}

    def signed(self, run: Run) -> dict[Penanda, Pengesahan]:
        """The sign-off by tier."""
        if lke_summary.NAME not in self.returned.sheets:
            return dict(run.isian.pengesahan)
        ours = self.returned.sheets[lke_summary.NAME].ours
        rows = {ours.cell(row=row, column=2).value: row for row in range(1, ours.max_row + 1)}
        found: dict[Penanda, Pengesahan] = {}
        for signer in PENANDA:
            row = rows[words.PENANDA[signer]]
            texts = self._texts(lke_summary.NAME, row, lke_summary.SIGN_COLUMNS)
            if any(texts.values()):
                found[signer] = Pengesahan(**texts)
        return found


def _choices(worksheet: LKE, id_: str) -> Mapping[str, str]:
    """What may be answered: the grades for a sub-component, Ya or Tidak for a criterion, by what may be typed."""
    if any(sub.id == id_ for part in worksheet.komponen for sub in part.subkomponen):
        return {kode.casefold(): kode for kode in worksheet.gradasi}
    return _YES_NO
