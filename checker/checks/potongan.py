"""Which parts of the annual report a file holds.

Some files hold only some chapters, or begin in the middle of one; what is not there cannot be judged.
"""

from __future__ import annotations

import re

from saksama.checker.submission import Naskah, Part
from saksama.parsers.records.types import Bagian

MIDWAY = "Berkas dimulai di tengah Bab III, awal babnya tidak ikut diserahkan."
_START = re.compile(r"\s*(?:BAB\s*(?:III|3)\b|(?:III|3)\s?[.\-]\s?(?:1|A)\b|A\s?[.)]\s)", re.IGNORECASE)
_LATER = re.compile(r"\s*(?:III|3)\s?[.\-]\s?[2-9]\b")
CHAPTERS = ("bab_1", "bab_2", "bab_3")
FRONT = ("kata_pengantar", "daftar_isi", "daftar_tabel", "ikhtisar_eksekutif")


def parts_seen(naskah: Naskah) -> dict[str, tuple[Part, int | bool]]:
    """Every section of the report that was found, with the record and page it begins on."""
    seen: dict[str, tuple[Part, int | bool]] = {}
    for part in naskah.parts:
        for name in Bagian.__struct_fields__:
            page = getattr(part.isi.bagian, name)
            if page:
                seen.setdefault(name, (part, page))
    return seen


def is_partial(naskah: Naskah) -> bool:
    """True for files that hold only some chapters of the report."""
    seen = parts_seen(naskah)
    # From the foreword or contents to the last chapter it is all there; what lacks in between was left out.
    whole = "bab_4" in seen and any(name in seen for name in FRONT)
    return any(part.isi.sebagian for part in naskah.parts) and not whole and not all(name in seen for name in CHAPTERS)


def only(naskah: Naskah) -> str:
    """What a partial report holds, in words."""
    found = [name.replace("_", " ").title() for name in parts_seen(naskah)]
    return f"Berkas hanya memuat {', '.join(found) or 'sebagian laporan'}."


def begins_midway(naskah: Naskah) -> bool:
    """True for part of a report that counts on in chapter III ("3.2 ...") without the chapter's beginning."""
    if not is_partial(naskah):
        return False
    texts = [line.text for file in naskah.files for line in (file.document.lines if file.document else ())]
    return any(_LATER.match(text) for text in texts) and not any(_START.match(text) for text in texts)
