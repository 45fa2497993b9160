"""Every graded sub-component has a note and a list of evidence, on its own row or on those of its criteria."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.checks.isian import is_empty
from saksama.checker.worksheet import Butir, Lembar, sheets


class Kolom(Params, frozen=True):
    """gradasi: the answers that grade a sub-component. nihil: the one for which there can be no evidence."""

    gradasi: tuple[str, ...]
    nihil: str


@check("catatan_bukti", "rekaman", values=("butir", "jawaban", "kurang"))
def catatan_bukti(case: Case, params: Kolom) -> Verdict:
    """Sub komponen yang sudah dinilai harus dilengkapi catatan dan daftar bukti."""
    columns = [column for column in ("catatan", "bukti") if column in case.isi.kolom]
    graded = [
        (sheet, item)
        for sheet in sheets(case.isi)
        for item in sheet.butir
        if item.induk and _is_graded(item, params) and not _is_criterion(sheet, item)
    ]
    if not graded:
        return missing("Tidak ada sub komponen yang gradasinya terbaca.")
    if not columns:
        return missing("Lembar kerja ini tidak mempunyai kolom catatan atau daftar bukti yang dikenali.")
    return judge(_offences(case, graded, columns, params))


def _offences(case: Case, graded: list[tuple[Lembar, Butir]], columns: list[str], params: Kolom) -> Iterator[Offence]:
    names = {"catatan": "catatan", "bukti": "daftar bukti"}
    for sheet, item in graded:
        rows = (item, *(row for row in sheet.butir if row.kode.startswith(f"{item.kode}.")))
        lacking = [
            column
            for column in columns
            if all(is_empty(getattr(row, column)) for row in rows)
            and not (column == "bukti" and _is_nothing(item, params))
        ]
        if lacking:
            told = " dan ".join(names[column] for column in lacking)
            values = {
                "butir": item.nama,
                "jawaban": item.jawaban or (item.nilai.teks if item.nilai else ""),
                "kurang": told,
            }
            bukti = (case.bukti(f"{item.path}.{lacking[0]}", item.jawaban),)
            yield Offence(values, bukti, item.nama, lacking[0], case.certainty(item.path))


def _is_nothing(item: Butir, params: Kolom) -> bool:
    """Whether a row is graded or valued as nothing at all: there can be no evidence for that."""
    answer = (item.jawaban or "").strip().upper()
    return answer == params.nihil or (not answer and item.nilai is not None and item.nilai.nilai == 0)


def _is_graded(item: Butir, params: Kolom) -> bool:
    """Whether a row has a grade, or a value of its own beside its weight."""
    return (item.jawaban or "").strip().upper() in params.gradasi or bool(item.nilai and item.bobot)


def _is_criterion(sheet: Lembar, item: Butir) -> bool:
    """Whether a graded row is a criterion below a sub-component, which is what bears note and evidence."""
    return item.kode.count(".") > 1 and item.bobot is None and not sheet.anak(item)
