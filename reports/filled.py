"""A form that a person filled in: opened, and refused with every reason at once where it can't be taken over."""

from __future__ import annotations

from openpyxl import Workbook

from saksama.parsers.excel.workbook import open_workbook
from saksama.parsers.model import ReadError
from saksama.parsers.ooxml import OLE_MAGIC

SHOWN = 12
"""Changed places that are named; the rest is counted."""
MANY = 40
"""From so many changes on, the paper rather belongs to another run."""


_COMMANDS = {"LKE": "lke", "Reviu": "reviu"}
"""Sheet -> the command that takes its answers."""


class ImportRefused(Exception):
    """The paper can't be taken over; problems are Indonesian sentences, with sheet and cell where there is one."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def open_filled(data: bytes) -> Workbook:
    """The workbook with its formulas; raises ImportRefused for what is none."""
    try:
        return open_workbook(data, "")
    except ReadError as error:
        what = "bukan buku kerja Excel (xlsx) yang dapat dibaca, atau terkunci kata sandi."
        raise ImportRefused([_other_program(data) or f"{what} {error.alasan}"]) from None


def _other_program(data: bytes) -> str | None:
    if data.startswith(OLE_MAGIC):
        return "terkunci kata sandi, atau buku kerja lama (.xls); simpan sebagai .xlsx tanpa kata sandi."
    if b"application/vnd.oasis.opendocument" in data[:200]:
        return "buku kerja OpenDocument (.ods); simpan sebagai Excel (.xlsx), lalu ulangi."
    return None


def refusals(changed: list[str], paper: str, allowed: str) -> list[str]:
    """What is said of changes outside the cells for answers; raises ImportRefused where the paper is another run's.

    paper: what it is called ("LKE"); allowed: what may be changed, as the end of each sentence.
    """
    if len(changed) >= MANY:
        raise ImportRefused(
            [
                f"{len(changed)} sel berbeda dari run.json ini, maka {paper} ini agaknya berasal dari pemeriksaan "
                "lain. Berikan run.json dari folder hasil yang sama.",
                *changed[:3],
            ]
        )
    problems = [f"{text}; {allowed}" for text in changed[:SHOWN]]
    if len(changed) > SHOWN:
        problems.append(f"dan {len(changed) - SHOWN} sel lain di luar kolom jawaban.")
    return problems


def other_form(given: Workbook, title: str) -> str:
    """Why a workbook without the sheet `title` isn't taken: another form of ours is told with its own command."""
    for name, command in _COMMANDS.items():
        if name in given.sheetnames:
            return f"ini formulir lain; ambil dengan saksama {command} impor."
    return f"lembar {title} tidak ada; berikan buku kerja yang ditulis Saksama."
