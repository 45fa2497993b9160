"""Programs and budgets that are typed below one another with tabs, not set as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from saksama.parsers.model import Line
from saksama.parsers.records.pk_tabel import NUMBERED, TOTAL, Tree, budget, split_code
from saksama.parsers.records.signature import is_jabatan, read_place
from saksama.parsers.records.types import At
from saksama.parsers.tables import flow

_MONEY = re.compile(
    r"(?:\bRp\b\.?\s*)?(?P<angka>\d{1,3}(?:[.,]\s?\d{3}){2,}(?:[.,]\d{2})?|\d{7,})\s*(?:,-|,–|\.-|,00)?|\bRp\.?\s*[\d.,]*\d"
)
_SOURCE = re.compile(r"\W*(?:P-?)?(?:APBD|APBN|PAD|DAK|DAU|DBH\w*|BLUD|Dekon\w*)\b[^.]{0,30}", re.IGNORECASE)
_RUPIAH = re.compile(r"\bRp\b\.?\s*\d", re.IGNORECASE)
_PROGRAM = re.compile(r"\W*(?:program|kegiatan|sub\s*kegiatan)\s+[^\W\d_]", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\W*\d{1,2}\W*$")
_LIST_HEAD = re.compile(
    r"^\W*(?:no\.?\s+)?(?:program|kegiatan|sub\s*kegiatan|program\s*/\s*kegiatan)\b\W*\s+(?:\(?rp\.?\)?\s*)?"
    r"(?:anggaran|pagu|biaya|jumlah)\b(?P<sisa>.*)$",
    re.IGNORECASE,
)


def typed_list(lines: Sequence[Line]) -> tuple[list[Tree], At | None, tuple[str, ...]]:
    """Programs and budgets typed with tabs below a line "Program   Anggaran   Keterangan", or without such a line.

    Gives the entries as trees of AnggaranPK, the stated total (None without one) and the roles of the columns; all
    empty when no such line or list stands in the text.
    """
    start = next((i for i, line in enumerate(lines) if _LIST_HEAD.match(line.text)), None)
    if start is None:
        return _untitled_list(lines)
    head = _LIST_HEAD.match(lines[start].text)
    columns = ["program", "anggaran"] + (
        ["keterangan"] if head and re.search(r"ket|sumber", head["sisa"], re.I) else []
    )
    if re.match(r"\W*(?:no\.?\s+)?(?:sub\s*)?kegiatan", lines[start].text, re.IGNORECASE):
        columns[0] = "kegiatan"
    entries, total = _entries(lines[start + 1 :])
    found = [_typed_entry(entry) for entry in entries if _has_money(entry) or _begins_entry(entry[0])]
    return found, total, tuple(columns)


def _untitled_list(lines: Sequence[Line]) -> tuple[list[Tree], At | None, tuple[str, ...]]:
    """A list without a title line: numbered entries, or programs by name, each with an amount in rupiah."""
    start = next((i for i, line in enumerate(lines) if _begins_entry(line) or _PROGRAM.match(line.text)), None)
    if start is None:
        return [], None, ()
    entries, total = _entries(lines[start:])
    priced = [entry for entry in entries if any(_RUPIAH.search(line.text) for line in entry)]
    named = all(_PROGRAM.match(NUMBERED.sub("", entry[0].text)) for entry in priced)
    if len(priced) < len(entries) or len(priced) < (1 if named else 2):
        return [], None, ()
    return [_typed_entry(entry) for entry in priced], total, ("program", "anggaran")


def _entries(lines: Sequence[Line]) -> tuple[list[list[Line]], At | None]:
    """The lines of a list by entry, and the stated total."""
    entries: list[list[Line]] = []
    total: At | None = None
    for line in _list_lines(lines):
        money = _MONEY.search(line.text)
        if TOTAL.match(line.text):
            total = At(flow(money[0]), line.location) if money else total
        elif not entries or _begins_entry(line) or (money and _has_money(entries[-1])):
            entries.append([line])
        else:
            entries[-1].append(line)
    return entries, total


def _list_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a typed list, up to the signature area."""
    for line in lines:
        if _LIST_HEAD.match(line.text):
            continue
        if re.search(r"^\W*PIHAK\s|\bNIP\b", line.text) or is_jabatan(line.text) or read_place(line.text):
            return
        yield line


def _begins_entry(line: Line) -> bool:
    return NUMBERED.match(line.text) is not None or _BARE_NUMBER.fullmatch(line.text) is not None


def _has_money(entry: Sequence[Line]) -> bool:
    return any(_MONEY.search(line.text) for line in entry)


def _typed_entry(entry: Sequence[Line]) -> Tree:
    names: list[str] = []
    remarks: list[str] = []
    money = At(None)
    for line in entry:
        text = NUMBERED.sub("", line.text) if line is entry[0] else line.text
        match = _MONEY.search(text)
        if match and money.value is None:
            names.append(text[: match.start()].rstrip(" \t:"))
            remarks.append(text[match.end() :].lstrip(" ,.-–"))
            money = At(flow(match[0]).rstrip(" ,-–."), line.location)
        elif _SOURCE.fullmatch(text) and money.value is not None:
            remarks.append(text.strip())
        else:
            name, *behind = re.split(r"\t+|\s{3,}", text.strip(), maxsplit=1) or [""]
            names.append(name)
            remarks.extend(behind)
    keterangan = flow(" ".join(remarks))
    code, uraian = split_code(flow(" ".join(names)))
    kode = At(code, entry[0].location)
    return {"kode": kode} | budget(At(uraian, entry[0].location), money, At(keterangan or None, entry[0].location))
