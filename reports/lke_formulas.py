"""The live formulas of the sheet LKE: the answer that counts, the grade it gives, the value; one place for their words.

They give what checker.final gives, so that a worksheet filled in by hand and its import agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from saksama.checker.lke import LKE, Kriteria, Subkomponen

BLANK = '""'


class Columns(msgspec.Struct, frozen=True):
    """The letters of the columns that the formulas speak of."""

    bobot: str
    usulan: str
    jawaban: str
    akhir: str


def criterion_answer(at: Columns, row: int, kriteria: Kriteria, rows: Mapping[str, int]) -> str:
    """The evaluator's answer, else the proposal; no yes while what it is built on is answered no."""
    given, proposed = f"{at.jawaban}{row}", f"{at.usulan}{row}"
    before = [f'{at.akhir}{rows[id_]}="Tidak"' for id_ in kriteria.prasyarat if id_ in rows]
    kept = f'{proposed}&""'
    if before:
        unmet = before[0] if len(before) == 1 else f"OR({','.join(before)})"
        kept = f'IF(AND({proposed}="Ya",{unmet}),"Tidak",{kept})'
    return f'=IF({given}<>"",{given},{kept})'


def sub_grade(lke: LKE, at: Columns, row: int, sub: Subkomponen) -> str:
    """The evaluator's grade, else that of the share of decided criteria that are met; blank when none is decided."""
    given = f"{at.jawaban}{row}"
    if not sub.kriteria or lke.penuh is None:
        return f'=IF({given}<>"",{given},{at.usulan}{row}&"")'
    met, known = _counts(at, row, sub)
    grade = f'"{lke.nihil}"'
    for step in sorted(lke.ambang, key=lambda step: step.lebih_dari):
        grade = f'IF({met}*100>{step.lebih_dari}*({known}),"{step.kode}",{grade})'
    return f'=IF({given}<>"",{given},IF({known}=0,{BLANK},IF({met}={known},"{lke.penuh}",{grade})))'


def met_of(at: Columns, row: int, sub: Subkomponen) -> str:
    """ "5 dari 6 terpenuhi": criteria met among those that apply."""
    met, _ = _counts(at, row, sub)
    count = sum(item.status != "tidak_berlaku" for item in sub.kriteria)
    return f'={met}&" dari {count} terpenuhi"'


def sub_value(at: Columns, row: int, sub: Subkomponen, grades: str) -> str:
    """Weight times the grade's value, from the range of grades; the floor while there is no grade."""
    lookup = f"VLOOKUP({at.akhir}{row},{grades},2,FALSE)"
    return f'=IF({at.akhir}{row}="",{sub.lantai},ROUND({at.bobot}{row}*{lookup}/100,2))'


def part_value(column: str, rows: Sequence[int]) -> str:
    """The sum of the sub-components."""
    return f"=ROUND({'+'.join(f'{column}{row}' for row in rows) or '0'},2)"


def _counts(at: Columns, row: int, sub: Subkomponen) -> tuple[str, str]:
    """How many criteria below a row are met, and how many are decided."""
    cells = f"{at.akhir}{row + 1}:{at.akhir}{row + len(sub.kriteria)}"
    met = f'COUNTIF({cells},"Ya")'
    return met, f'({met}+COUNTIF({cells},"Tidak"))'
