"""Which kind of document a file is, how sure that is, and why: by its content, never by its name alone.

Words and column roles come from rules/jenis.yaml, which evaluators own; here stands only how the evidence is weighed.
The file's name counts for less than any evidence from the content, so that a file in the wrong place is recognised.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Literal

import msgspec

from saksama.parsers import yamlfile
from saksama.parsers.model import Document, Line
from saksama.parsers.phrases import Phrase, fold
from saksama.parsers.records.types import JENIS
from saksama.parsers.resources import RULES
from saksama.parsers.tables import role_tables
from saksama.parsers.vocabulary import vocabulary

Keyakinan = Literal["tinggi", "sedang", "rendah"]

_TITLE_LINES = 40
_BODY_LETTERS = 150_000
_TITLE, _CELL_TITLE, _MARGIN, _INSIDE_TITLE = 8.0, 4.0, 5.0, 4.0
_HEADING, _HEADINGS_MOST = 2.5, 7.5
_COLUMNS_STRONG, _COLUMNS = 6.0, 3.0
_PHRASE, _PHRASES_MOST = 1.5, 6.0
_REPEATED, _TIMES = 3.0, 5
_AGAINST, _AGAINST_MOST = -4.0, -8.0
_NAME = 0.75
_LEAST, _SURE, _FAIR, _SURE_LEAD, _FAIR_LEAD = 3.0, 8.0, 4.5, 3.0, 1.5


class Kind(msgspec.Struct, frozen=True):
    """The kind of a file (one of JENIS, or "lain"), how sure, and an Indonesian sentence saying why."""

    jenis: str
    keyakinan: Keyakinan
    alasan: str


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A set of column roles that one table must have, and roles it must not have."""

    ada: list[str]
    tanpa: list[str] = []
    kuat: Literal["ya", "tidak"] = "tidak"


class Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What speaks for one kind of document, as rules/jenis.yaml has it."""

    sebutan: str
    judul: list[str] = []
    tajuk: list[str] = []
    kolom: list[Columns] = []
    isi: list[str] = []
    berulang: list[str] = []
    bukan: list[str] = []
    nama: list[str] = []

    @cached_property
    def patterns(self) -> dict[str, tuple[tuple[str, Phrase], ...]]:
        """The words of each group with what finds them in folded text."""
        groups = {
            **{"judul": self.judul, "tajuk": self.tajuk, "isi": self.isi},
            **{"berulang": self.berulang, "bukan": self.bukan, "nama": self.nama},
        }
        return {group: tuple((word, Phrase(word)) for word in words) for group, words in groups.items()}


class _Evidence(msgspec.Struct, frozen=True):
    weight: float
    said: str


class _View(msgspec.Struct, frozen=True):
    """A document as the classifier sees it, all text folded; chapters are the headings "bab ...", with their number."""

    titles: tuple[str, ...]
    cells: tuple[str, ...]
    margins: tuple[str, ...]
    headings: tuple[str, ...]
    chapters: tuple[str, ...]
    body: str
    tables: tuple[frozenset[str], ...]
    name: str


@lru_cache(maxsize=1)
def signs() -> dict[str, Signs]:
    """The signs of every kind from rules/jenis.yaml; raises DataError for an unknown kind or column role."""
    file = yamlfile.load(RULES / "jenis.yaml", "rules/jenis.yaml")
    try:
        known = msgspec.convert(file.data, dict[str, Signs])
    except msgspec.ValidationError as error:
        raise yamlfile.DataError(file.name, None, str(error)) from None
    for jenis, sign in known.items():
        if jenis not in JENIS:
            raise yamlfile.DataError(
                file.name, file.line((jenis,)), f"jenis “{jenis}” tidak dikenal.{_hint(jenis, JENIS)}"
            )
        for index, columns in enumerate(sign.kolom):
            for role in (*columns.ada, *columns.tanpa):
                if role not in vocabulary().kolom:
                    hint = _hint(role, tuple(vocabulary().kolom))
                    line = file.line((jenis, "kolom", index))
                    raise yamlfile.DataError(file.name, line, f"peran kolom “{role}” tidak ada di kosakata.yaml.{hint}")
    return known


def sebutan(jenis: str) -> str:
    """What a kind is called in Indonesian sentences ("Perjanjian Kinerja"); "dokumen lain" for `lain`."""
    return signs()[jenis].sebutan if jenis in signs() else "dokumen lain"


def classify(document: Document) -> Kind:
    """The kind of a document by its title lines, headings, table columns and phrases; `lain` without evidence.

    keyakinan is tinggi when much evidence points to one kind and clearly less to the next one.
    """
    view = _view(document)
    ranked = sorted(
        ((sum(one.weight for one in found), jenis, found) for jenis, found in _weigh(view)), key=lambda item: -item[0]
    )
    (score, jenis, found), (second, other, _) = ranked[0], ranked[1]
    if score < _LEAST:
        return Kind("lain", "rendah", "Tidak ditemukan judul, kolom tabel atau ungkapan khas dari jenis mana pun.")
    lead = score - max(second, 0.0)
    reasons = [one.said for one in sorted(found, key=lambda one: -abs(one.weight)) if one.weight > 0][:3]
    alasan = f"Dikenali sebagai {sebutan(jenis)} karena {_listed(reasons)}."
    if score >= _SURE and lead >= _SURE_LEAD:
        return Kind(jenis, "tinggi", alasan)
    if lead < _SURE_LEAD and second >= _LEAST:
        alasan += f" Ada juga ciri {sebutan(other)}; mohon diperiksa."
    return Kind(jenis, "sedang" if score >= _FAIR and lead >= _FAIR_LEAD else "rendah", alasan)


def _weigh(view: _View) -> Iterator[tuple[str, list[_Evidence]]]:
    for jenis, sign in signs().items():
        found = [*_from_titles(view, sign), *_from_headings(view, sign), *_from_columns(view, sign)]
        found += _from_phrases(view, sign)
        against = [word for word, pattern in sign.patterns["bukan"] if _starts(pattern, (*view.titles, *view.chapters))]
        if against:
            found.append(_Evidence(max(_AGAINST * len(against), _AGAINST_MOST), f"ada “{against[0]}”"))
        if any(pattern.search(view.name) for _, pattern in sign.patterns["nama"]):
            found.append(_Evidence(_NAME, "nama berkasnya"))
        yield jenis, found


def _from_titles(view: _View, sign: Signs) -> list[_Evidence]:
    """The strongest title evidence: the earlier a title line begins with one of the words, the more it counts.

    A table's cell among the first lines may be a title (a cover drawn as a table), but counts for less.
    """
    best: _Evidence | None = None
    for full, inside, texts in ((_TITLE, _INSIDE_TITLE, view.titles), (_CELL_TITLE, 0.0, view.cells)):
        for index, title in enumerate(texts):
            for word, pattern in sign.patterns["judul"]:
                if match := pattern.search(title):
                    # Of two words the longer one says more: "rekapitulasi e-kinerja" beats "rekapitulasi".
                    weight = (full if match.start() == 0 else inside) - 0.1 * index + 0.02 * len(word)
                    if (match.start() == 0 or inside) and weight > (best.weight if best else 0.0):
                        best = _Evidence(weight, f"judul memuat “{word}”")
    found = [best] if best else []
    for word, pattern in sign.patterns["judul"]:
        if any(pattern.search(margin) for margin in view.margins):
            found.append(_Evidence(_MARGIN, f"kepala atau kaki halaman memuat “{word}”"))
            break
    return found


def _from_headings(view: _View, sign: Signs) -> list[_Evidence]:
    words = [word for word, pattern in sign.patterns["tajuk"] if _starts(pattern, view.headings)]
    return [_Evidence(min(_HEADING * len(words), _HEADINGS_MOST), f"ada tajuk {_quoted(words)}")] if words else []


def _from_columns(view: _View, sign: Signs) -> list[_Evidence]:
    """The strongest set of columns, weighed by the share of the document's tables that have it."""
    best: _Evidence | None = None
    for columns in sign.kolom:
        fitting = [roles for roles in view.tables if roles >= set(columns.ada) and not roles & set(columns.tanpa)]
        if not fitting:
            continue
        full = _COLUMNS_STRONG if columns.kuat == "ya" else _COLUMNS
        weight = full * (0.4 + 0.6 * len(fitting) / len(view.tables))
        if best is None or weight > best.weight:
            best = _Evidence(weight, f"tabelnya berkolom {_listed(columns.ada)}")
    return [best] if best else []


def _from_phrases(view: _View, sign: Signs) -> list[_Evidence]:
    found: list[_Evidence] = []
    if words := [word for word, pattern in sign.patterns["isi"] if pattern.search(view.body)]:
        found.append(_Evidence(min(_PHRASE * len(words), _PHRASES_MOST), f"teksnya memuat {_quoted(words)}"))
    often = [word for word, pattern in sign.patterns["berulang"] if pattern.count(view.body) >= _TIMES]
    if often:
        found.append(_Evidence(_REPEATED, f"“{often[0]}” berulang-ulang"))
    return found


def _view(document: Document) -> _View:
    lines = [line for line in document.lines if line.text.strip()]
    parts = [(line, part) for line in lines for part in line.text.split("\n") if part.strip()]
    early = list(_early(parts[:_TITLE_LINES]))
    titles = tuple(_fold_title(part) for line, part in early if not line.in_table)
    cells = tuple(_fold_title(part) for line, part in early if line.in_table)
    headings = tuple(_fold_title(line.text) for line in lines if _is_heading(line))
    return _View(
        titles=tuple(title for title in titles if title),
        cells=tuple(cell for cell in cells if cell),
        margins=tuple(dict.fromkeys(_fold_title(margin.text) for margin in document.margins)),
        headings=tuple(dict.fromkeys(_CHAPTER.sub("", heading) for heading in headings if heading)),
        chapters=tuple(dict.fromkeys(heading for heading in headings if _CHAPTER.match(heading))),
        body=fold(document.text[:_BODY_LETTERS]),
        tables=tuple(frozenset(table.roles) for table in role_tables(document) if table.roles),
        name=fold(re.sub(r"[_.-]", " ", document.berkas.rpartition("/")[2])),
    )


def _early(parts: Sequence[tuple[Line, str]]) -> Iterator[tuple[Line, str]]:
    """The lines that may be titles: once running text has begun, only headings and lines in capitals still are."""
    prose = False
    for line, part in parts:
        if _is_prose(line, part):
            prose = prose or (not line.in_table and len(part) > 60)
        elif len(part) <= 160 and (not prose or line.heading is not None or part.isupper()):
            yield line, part


def _is_heading(line: Line) -> bool:
    if line.heading is not None:
        return True
    text = line.text.rstrip()
    return not line.in_table and len(text) <= 100 and text[-1] not in ".;:," and _NUMBERED.match(text) is not None


def _is_prose(line: Line, part: str) -> bool:
    """Whether a line is a sentence, a section numbered like "2.1 ..." or an entry of a table of contents."""
    words = part.split()
    small = sum(word[0].islower() for word in words)
    if re.search(r"\.{4,}|…{2,}", part) or _SECTION.match(part):
        return True
    return line.heading is None and (small > 4 or (small * 2 > len(words) > 3))


_NUMBERED = re.compile(r"\s*(?:BAB\s+[IVX]+\b|LAMPIRAN\b|(?:\d{1,2}|[A-Z])(?:\.\d{1,2})*\.?\s+[A-Z])")
_SECTION = re.compile(r"\s*(?:\d{1,2}\.\d|\d{1,2}\.\s|[A-Za-z]\.\s|\()")
_LEAD = re.compile(
    r"^(?:[\W\d_]+|(?:perihal|hal|judul|tentang|nama formulir)\s*:\s*|tabel\s+[\d.]+\s*|form(?:ulir)?\s+[\d.ivx]+\s+|"
    r"lampiran\s+(?:[\divx]+\w?\b)?\s*)+"
)
_CHAPTER = re.compile(r"bab\s+[ivx\d]+\b\W*")


def _fold_title(text: str) -> str:
    """Folded, without the number, "Perihal :" or "Lampiran 1" in front, but BAB with its number kept."""
    return _LEAD.sub("", fold(text))


def _starts(pattern: Phrase, texts: Sequence[str]) -> bool:
    return any(pattern.match(text) for text in texts)


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} dan {words[-1]}" if words else "isinya"


def _quoted(words: Sequence[str]) -> str:
    return _listed([f"“{word}”" for word in words[:2]])


def _hint(word: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, known, 1)
    return f" Maksud Anda “{close[0]}”?" if close else ""
