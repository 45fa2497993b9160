"""The components of an evaluation (perencanaan, pengukuran, pelaporan, evaluasi, capaian) in headings and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from saksama.parsers.model import Location
from saksama.parsers.outline import read_marker
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column

_NAMES = {
    "perencanaan kinerja": r"perencanaan\s+kinerja",
    "pengukuran kinerja": r"pengukuran\s+kinerja",
    "pelaporan kinerja": r"pelaporan\s+kinerja",
    "evaluasi akuntabilitas kinerja internal": (
        r"evaluasi\s+(?:akuntabilitas\s+kinerja\s+internal|akuntabilitas\s+kinerja|akuntabilitas\s+internal|"
        r"kinerja\s+internal|internal|kinerja)(?:\s+internal)?"
    ),
    "capaian kinerja": r"(?:pen)?capaian\s+(?:sasaran(?:\s*/\s*kinerja)?(?:\s+organisasi)?|kinerja(?:\s+organisasi)?)",
}
_PREFIX = r"(?:komponen|aspek|unsur|(?:hasil\s+)?(?:evaluasi|penilaian)\s+(?:atas|terhadap|pada)|pada|nilai)"
_KEY = {
    key: re.compile(rf"^(?:{_PREFIX}\s+)*(?:komponen\s+)?(?P<nama>{pattern})(?P<tail>.*)$", re.IGNORECASE | re.DOTALL)
    for key, pattern in _NAMES.items()
}
_TAIL = re.compile(
    r"^\s*(?:$|[:,;.(\[–—-]|\d|(?:dengan|bobot|nilai|mendapat(?:kan)?|memperoleh|diperoleh|sebesar|sub\s+komponen)\b)",
    re.IGNORECASE,
)
_NUMBER = r"(\d{1,3}(?:[.,]\d{1,3})?(?![\d])\s?%?)"
_BOBOT = re.compile(rf"bobot(?:nya)?\s*(?:nilai|maksimal|sebesar|adalah|:|=)*\s*{_NUMBER}", re.IGNORECASE)
_NILAI = re.compile(
    rf"(?:nilai|skor)\s*(?:sebesar|adalah|evaluasi|capaian|:|=|rata-rata)*\s*{_NUMBER}|sebesar\s*{_NUMBER}\s+dari",
    re.IGNORECASE,
)
_OF_BOBOT = re.compile(rf"dari\s+(?:bobot|nilai maksimal|skor maksimal)?\s*(?:sebesar\s*)?{_NUMBER}", re.IGNORECASE)


class ComponentHeading(msgspec.Struct, frozen=True):
    """A heading that names a component: key is its normal name, nama as printed, with bobot and nilai if it says so."""

    key: str
    nama: str
    bobot: str | None = None
    nilai: str | None = None


class Component:
    """A component while it is being collected."""

    def __init__(self, nama: At | None) -> None:
        self.nama = nama
        self.bobot = At(None)
        self.nilai = At(None)
        self.catatan: list[At] = []
        self.rekomendasi: list[At] = []

    def score(self, bobot: At, nilai: At) -> None:
        """Take bobot and nilai where none is known yet."""
        if self.bobot.value is None:
            self.bobot = bobot
        if self.nilai.value is None:
            self.nilai = nilai

    def add(self, role: str, found: Iterable[tuple[str, Location]]) -> None:
        """Add entries to "catatan" or "rekomendasi"; what is there already (a table repeats the text) is left out."""
        target = self.rekomendasi if role == "rekomendasi" else self.catatan
        known = {_fold(str(one.value)) for one in target}
        for text, location in found:
            if _fold(text) and _fold(text) not in known:
                known.add(_fold(text))
                target.append(At(text, location))

    def tree(self) -> dict[str, Any]:
        """The component as a part of a record's tree."""
        return {
            "nama": self.nama,
            "bobot": self.bobot,
            "nilai": self.nilai,
            "catatan": self.catatan,
            "rekomendasi": self.rekomendasi,
        }


_BEFORE = re.compile(r"sebelum(?:nya)?|\b(?:tahun )?lalu\b|n\s*-\s*1", re.IGNORECASE)


def latest(columns: Sequence[Column], *, last: bool = False) -> Column | None:
    """Of columns of scores, that of the latest year: not "Tahun Sebelumnya" beside "2024"; else the first (or last)."""
    now = [column for column in columns if not _BEFORE.search(column.title)] or list(columns)
    newest = max((column.tahun or 0 for column in now), default=0)
    chosen = [column for column in now if (column.tahun or 0) == newest]
    return next(iter(reversed(chosen) if last else chosen), None)


def component_key(text: str) -> str | None:
    """The normal name of the component that a table cell names; None for anything else."""
    found = heading_of(text)
    return found.key if found else None


def component_of(text: str) -> tuple[str, str, str] | None:
    """Normal name, printed name and the rest of a text that begins with a component's name; None for others."""
    marked = read_marker(text)
    plain = " ".join((marked[1] if marked else text).replace("*", "").split())
    for key, pattern in _KEY.items():
        if match := pattern.match(plain):
            return key, match["nama"], match["tail"]
    return None


def heading_of(text: str) -> ComponentHeading | None:
    """The component that a heading names ("2. Pengukuran Kinerja, Bobot 30 mendapat nilai 18,60"); None otherwise.

    A sentence that merely begins with such a name ("Pengukuran Kinerja belum dijadikan dasar ...") is no heading.
    """
    found = component_of(text)
    if found is None or not _TAIL.match(found[2]) or _is_sentence(found[2]):
        return None
    return ComponentHeading(found[0], found[1], *scores(found[2]))


def scores(text: str) -> tuple[str | None, str | None]:
    """Weight and score that a heading or sentence states ("nilai sebesar 24,30 dari bobot 30,00"), as printed."""
    bobot, nilai = _BOBOT.search(text) or _OF_BOBOT.search(text), _NILAI.search(text)
    value = next((group for group in nilai.groups() if group), None) if nilai else None
    return (bobot[1].strip() if bobot else None), (value.strip() if value else None)


def _is_sentence(tail: str) -> bool:
    """Whether what follows the name says something else than weight and score."""
    return len(tail.split()) > 8 and scores(tail) == (None, None)


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def listed_weights(text: str) -> list[tuple[str, str, str]]:
    """Key, printed name and weight of each component that one sentence on weights lists; [] for less than three."""
    if not re.search(r"\bbobot", text, re.IGNORECASE):
        return []
    found = []
    for key, pattern in _NAMES.items():
        match = re.search(
            rf"(?P<nama>{pattern})(?:\s|[(:=–-]|dengan|diberi|sebesar|adalah|memiliki|berbobot|bobot(?:nya)?)*{_NUMBER}",
            text,
            re.IGNORECASE,
        )
        if match:
            found.append((match.start(), key, match["nama"], match[match.lastindex or 0].strip()))
    return [(key, nama, bobot) for _, key, nama, bobot in sorted(found)] if len(found) >= 3 else []
