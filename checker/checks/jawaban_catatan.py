"""The evaluator's note against the answer beside it: neither may deny the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.worksheet import Butir, sheets

_SPLIT = re.compile(r"[.;\n]+|\b(?:namun|tetapi|akan tetapi|hanya saja|meskipun)\b", re.IGNORECASE)


class Catatan(Params, frozen=True):
    """penuh: answers that say all is met; awal: that little is met; kosong: that nothing is; sebagian: in between.

    kurang, tiada, ada, seluruh: regular expressions of notes that say: something lacks, there is nothing at all, it is
    there, every bit of it is.
    abaikan: clauses that are about an earlier time, or that deny a lack; they are left out of a note first.
    """

    penuh: tuple[str, ...]
    sebagian: tuple[str, ...]
    awal: tuple[str, ...]
    kosong: tuple[str, ...]
    kurang: tuple[str, ...]
    tiada: tuple[str, ...]
    ada: tuple[str, ...]
    seluruh: tuple[str, ...]
    abaikan: tuple[str, ...] = ()

    def problems(self, jenis: Sequence[str]) -> Iterator[str]:
        """Regular expressions that don't compile."""
        for name in ("kurang", "tiada", "ada", "seluruh", "abaikan"):
            for pattern in getattr(self, name):
                try:
                    re.compile(pattern)
                except re.error as error:
                    yield f"pola “{pattern}” pada {name} tidak benar: {error}"


@check("jawaban_catatan", "rekaman", values=("butir", "jawaban", "catatan", "sebab"))
def jawaban_catatan(case: Case, params: Catatan) -> Verdict:
    """Catatan evaluator tidak boleh membantah jawaban atau gradasi di sebelahnya."""
    answered = [item for sheet in sheets(case.isi) for item in sheet.butir if item.jawaban and item.catatan]
    if not answered:
        return missing("Tidak ada jawaban yang disertai catatan, atau kolomnya tidak dikenali.")
    offences = []
    for item in answered:
        sebab = _contradiction(item, params)
        if sebab:
            answer, note = item.jawaban or "", item.catatan or ""
            values = {"butir": item.nama, "jawaban": answer, "catatan": note, "sebab": sebab}
            bukti = (case.bukti(f"{item.path}.catatan", note, "catatan"),)
            offences.append(Offence(values, bukti, item.nama, "catatan", "sedang"))
    return judge(offences)


def _contradiction(item: Butir, params: Catatan) -> str | None:
    """Why the note denies the answer; None where it doesn't."""
    answer = (item.jawaban or "").strip(" .").upper()
    clauses = [one.strip() for one in _SPLIT.split(item.catatan or "") if one.strip()]
    clauses = [one for one in clauses if not _any(params.abaikan, one)]
    lacking = [one for one in clauses if _any(params.kurang, one) or _any(params.tiada, one)]
    nothing = [one for one in clauses if _any(params.tiada, one)]
    there = [one for one in clauses if _any(params.ada, one) and one not in lacking]
    every = [one for one in clauses if _any(params.seluruh, one) and one not in lacking]
    if answer in params.penuh and lacking:
        return "jawaban menyatakan seluruhnya terpenuhi, catatan menyebut kekurangan"
    if answer in params.kosong and (there or every) and not lacking:
        return "jawaban menyatakan tidak terpenuhi, catatan menyatakan terpenuhi"
    if answer in params.awal and nothing and len(nothing) == len(clauses):
        return "jawaban menyatakan mulai dipenuhi, catatan menyatakan tidak ada sama sekali"
    if answer in (*params.awal, *params.sebagian) and every and len(every) == len(clauses):
        return "jawaban menyatakan sebagian terpenuhi, catatan menyatakan seluruhnya terpenuhi"
    return None


def _any(patterns: Sequence[str], text: str) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
