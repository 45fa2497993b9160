"""Is the second party of an agreement the first party's immediate superior?"""

from __future__ import annotations

import re

from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, manual, missing, not_applicable, passed
from saksama.checker.checks.isian import is_empty
from saksama.checker.submission import fold


class Atasan(Params, frozen=True):
    """atasan: post of the first party (its first words) -> posts that may be its superior."""

    atasan: dict[str, tuple[str, ...]]


@check("atasan_langsung", "rekaman", values=("pihak_pertama", "pihak_kedua", "seharusnya"))
def atasan_langsung(case: Case, params: Atasan) -> Verdict:
    """Pihak kedua harus atasan langsung pihak pertama menurut jenjang jabatan."""
    first, second = case.isi.pihak_pertama, case.isi.pihak_kedua
    if case.isi.tingkat == "kepala_daerah":
        return not_applicable("Perjanjian kepala daerah hanya satu pihak.")
    if first is None or second is None or is_empty(first.jabatan) or is_empty(second.jabatan):
        return missing("Jabatan salah satu pihak tidak terbaca.")
    if _heads_part_of(second.jabatan, first.jabatan):
        return passed()
    for own, superiors in params.atasan.items():
        if _is_post(first.jabatan, own):
            if any(_is_post(second.jabatan, superior) for superior in superiors):
                return passed()
            values = {
                "pihak_pertama": first.jabatan,
                "pihak_kedua": second.jabatan,
                "seharusnya": " atau ".join(superiors),
            }
            bukti = (case.bukti("pihak_kedua.jabatan", second.jabatan),)
            return Verdict("temuan", None, (Offence(values, bukti, kolom="pihak_kedua"),))
    return manual(f"Jenjang atasan untuk jabatan “{first.jabatan}” tidak ada dalam parameter aturan.")


def _heads_part_of(superior: str, jabatan: str) -> bool:
    """Whether a post stands within the part that the superior heads ("... pada Balai X" and "Kepala Balai X").

    A dinas or badan as a whole says nothing: most of its posts have someone between them and its head.
    """
    words = re.sub(r"^((plt|plh|pj) )?kepala ", "", fold(superior)).split()
    if len(words) < 2 or words == fold(superior).split() or words[0] in ("dinas", "badan", "daerah", "kantor"):
        return False
    return f" {words[0]} {words[1]} " in f"{fold(jabatan)} " and not _is_post(jabatan, f"Kepala {words[0]} {words[1]}")


def _is_post(jabatan: str, post: str) -> bool:
    return re.match(rf"((plt|plh|pj) )?{re.escape(fold(post))}\b", fold(jabatan)) is not None
