"""What the name of a folder says: a year, a part of a submission, a unit, or nothing that can be told from it."""

from __future__ import annotations

import re
from typing import Literal

from saksama.checker.submission import YEARS, fold

Sort = Literal["tahun", "bagian", "unit", "lain"]

_BESIDE_YEAR = {"tahun", "thn", "th", "ta", "t", "a", "anggaran", "kinerja", "sakip"}
"""Words that may stand beside a year. Not "evaluasi": the year of an evaluation is the one after."""
_HEADS = {"dinas", "badan", "kecamatan", "kec", "kelurahan", "inspektorat", "satpol", "rsud"}
_PHRASES = ("rumah sakit", "satuan polisi", "sekretariat daerah", "sekretariat dprd", "sekretariat dewan")
_LONE = {"inspektorat", "satpol", "rsud", "rumah sakit", "sekretariat daerah", "sekretariat dprd", "sekretariat dewan"}
"""Names that need no more words: "Dinas" alone is a folder of many, "Inspektorat" is one unit."""
_PARTS = re.compile(
    r"\b(?:perencanaan|pengukuran|pelaporan|evaluasi|renstra|renja|rkt|rka|dpa|iku|pk|perjanjian|rencana|aksi|pkpk|"
    r"lkjip|lakip|lkip|lkj|laporan|lke|lhe|data dukung|pendukung|bukti|eviden\w*|dokumentasi|dokumen|foto|tw|triwulan|"
    r"semester|notulen|rapat|monev|cascading|pohon|pedoman|sk|tindak lanjut|publikasi|kinerja|lampiran|bab|revisi|"
    r"perubahan|bulanan|tahunan)\b"
)
_NUMBERING = re.compile(r"^\s*\d{1,3}(?:[.)_-]+\s*|\s+)(?=\D)")


def year(name: str) -> int | None:
    """The year that a folder is named after: "2024", "Tahun 2024", "T.A. 2024"; None for any other name."""
    words = fold(name).split()
    numbers = [word for word in words if word.isdecimal()]
    if len(numbers) != 1 or len(numbers[0]) != 4 or int(numbers[0]) not in YEARS:
        return None
    return int(numbers[0]) if all(word in _BESIDE_YEAR for word in words if word != numbers[0]) else None


def sort(name: str) -> Sort:
    """What a folder of this name is likely to be."""
    if year(name) is not None:
        return "tahun"
    plain = fold(_NUMBERING.sub("", name))
    head = next((phrase for phrase in _PHRASES if plain.startswith(phrase)), plain.partition(" ")[0])
    if head in _LONE or (head in _HEADS and " " in plain):
        return "unit"
    # "pk-camat" and "tw1" are written together as often as not.
    return "bagian" if _PARTS.search(re.sub(r"(?<=[a-z])(?=\d)", " ", plain)) else "lain"
