"""How documents are spoken of in sentences: by what they are, where a message names the file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from saksama.checker.run import BerkasRun, Run
from saksama.reports import groups, words
from saksama.reports.propername import proper

_OPENERS = (
    "angka blok capaian daftar data dinyatakan dokumen gambaran ikhtisar indikator kata kode lampiran laporan naskah "
    "narasi nomor pengukuran penyerapan pembilang perjanjian permasalahan pohon publikasi realisasi rekomendasi "
    "rencana sasaran satuan semua tabel tanggal target tertinggal tertulis tidak total"
)
"""Words that begin messages and are written small inside a sentence."""
_SHORT = {
    "Perjanjian Kinerja": "PK",
    "Laporan Kinerja": "laporan",
    "Tindak Lanjut LHE": "tindak lanjut",
    "Pohon Kinerja": "pohon kinerja",
}
_QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_QUOTED_END = re.compile(r"(?<!\.)\.”(?=[.,;:)]|\s|$)")


class Names:
    """The documents of a run by what they are: "Perjanjian Kinerja Camat Mekarsari"."""

    def __init__(self, run: Run) -> None:
        self._labels = {file.berkas: _label(file) for file in run.berkas}
        self._file = _any_of(self._labels)
        self._bracketed_file = _any_of(self._labels, r" \({}\)")
        rules = groups.rules(run)
        self._rule = _any_of(rules)
        self._bracketed_rule = _any_of(rules, r" \({}\)")
        self._unit = (run.unit.upper(), proper(run.unit)) if run.unit else None

    def spoken(self, text: str) -> str:
        """A message as a letter says it: no names of files or rules, no full stop inside a quotation."""
        for pattern in (self._bracketed_file, self._bracketed_rule):
            text = pattern.sub("", text)
        text = self._file.sub(lambda found: self._labels[found[0]], text)
        text = _QUOTED_END.sub("”", self._rule.sub("pemeriksaan ini", text))
        if self._unit is None:
            return text
        # What is quoted stays as it is printed.
        parts = re.split("(“[^”]*”)", text)
        parts[::2] = [part.replace(*self._unit) for part in parts[::2]]
        return "".join(parts)

    def about(self, name: str | None, text: str) -> str:
        """The message with the document that it is about before it, where it doesn't say which."""
        label = self._labels.get(name) if name else None
        if label is None or any(_says(text, word) for word in _words(label)):
            return text
        first, space, rest = text.partition(" ")
        if first.casefold() in _OPENERS.split() and not first.isupper():
            first = first.casefold()
        return f"Pada {label}, {first}{space}{rest}"


def _any_of(names: Iterable[str], frame: str = "{}") -> re.Pattern[str]:
    """A pattern for any of the names, the longest first; one that matches nothing where there are none."""
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(frame.format(f"(?:{'|'.join(map(re.escape, ordered))})") if ordered else r"(?!)")


def _words(label: str) -> list[str]:
    """What may name a document in a message: its kind, and the abbreviation in brackets."""
    kind, _, rest = label.partition(" (")
    known = [kind, rest.partition(")")[0]]
    return [*filter(None, known), *(short for name, short in _SHORT.items() if kind.startswith(name))]


def _says(text: str, word: str) -> bool:
    """Whether the text has the word, also with an ending ("tindak lanjutnya"); an abbreviation stands alone."""
    end = r"\b" if word.isupper() else ""
    return re.search(rf"\b{re.escape(word)}{end}", text, re.IGNORECASE) is not None


def _label(file: BerkasRun) -> str:
    """The kind, with the office, year or quarter where the file holds one document with such a role."""
    kind = words.kind(file.jenis) if file.jenis else "Berkas yang tidak dikenali jenisnya"
    if len(file.peran) != 1 or file.jenis is None:
        return kind
    told = (_told(part) for part in file.peran[0].split("|")[1:])
    return " ".join((kind, *filter(None, told)))


def _told(part: str) -> str:
    """A part of a role: the office as it is written, the quarter with its number, no year."""
    if part.isdigit():
        return f"triwulan {_QUARTERS[part]}" if part in _QUARTERS else ""
    return proper(part)
