"""A workbook that people filled in and gave back, beside the one that its Run gives.

Yellow cells (sheet.INPUT) may differ; any other cell that does is named, and the whole import is refused: a changed
weight, formula or statement must not slip through beside the answers. What is left behind is told, too.
"""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl import Workbook

from saksama.reports.aligned import Aligned, pair_sheets
from saksama.reports.celltext import told, typed

_SHOWN = 5


class Returned:
    """The two workbooks. sheets: those of ours that are still there, by our title; missing: those that are not."""

    def __init__(self, expected: Workbook, given: Workbook) -> None:
        pairs, self._foreign = pair_sheets(expected, given)
        self.expected = expected
        self.sheets = {title: Aligned(expected[title], theirs) for title, theirs in pairs.items()}
        self.missing = [title for title in expected.sheetnames if title not in pairs]

    def changes(self) -> list[str]:
        """Every change outside the yellow cells, by sheet and cell."""
        return [text for one in self.sheets.values() for text in one.problems(self.sheets)]

    def left_behind(self) -> list[str]:
        """What is in the workbook and is not taken over, though it changes nothing: sheets and comments."""
        found = [f"lembar “{name}” bukan bagian dari LKE ini; isinya tidak diambil." for name in self._foreign]
        found += [
            f"lembar {title} tidak ada lagi; isian yang pernah diambil darinya tetap dibawa." for title in self.missing
        ]
        for one in self.sheets.values():
            cells = one.commented()
            places = ", ".join(cell.coordinate for cell in cells[:_SHOWN])
            if cells:
                more = f" dan {len(cells) - _SHOWN} lainnya" if len(cells) > _SHOWN else ""
                lead = f"lembar {one.theirs.title}: komentar pada sel {places}{more}"
                found.append(f"{lead} tidak diambil; pindahkan ke kolom kuning.")
        return found

    def texts(
        self, title: str, row: int, columns: Mapping[str, int], known: Mapping[str, str], field: str
    ) -> tuple[dict[str, str | None], list[str]]:
        """What was written in yellow cells of a row of ours, by field, and what is wrong with it.

        field: the one with a choice; known: what may stand in it, as it may be typed (lower case) -> as it is kept.
        """
        sheet = self.sheets[title]
        texts: dict[str, str | None] = {}
        wrong = []
        for name, column in columns.items():
            cell = sheet.cell(row, column)
            texts[name] = None
            if cell is None:
                continue
            place = sheet.place(row, column)
            if cell.data_type in ("f", "e"):
                wrong.append(f"{place}: berisi {'rumus' if cell.data_type == 'f' else 'galat'}; tulis isinya.")
                continue
            text = typed(cell.value)
            if name == field and text is not None:
                answer = known.get(" ".join(text.casefold().strip(" .!").split()))
                if answer is None:
                    wrong.append(f"{place}: {field} {told(text)} tidak dikenal; pilih {_choices(known)}.")
                text = answer
            texts[name] = text
        return texts, wrong


def _choices(known: Mapping[str, str]) -> str:
    names = (kode if kode.isupper() else kode.capitalize().replace("_", " ") for kode in known.values())
    return ", ".join(dict.fromkeys(names))
