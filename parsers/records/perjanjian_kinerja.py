"""Performance agreements (Perjanjian Kinerja): statement page, annex with targets, programs with budgets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from saksama.parsers.model import Document, Line, Location
from saksama.parsers.records import pk_bagian, pk_daftar, pk_tabel
from saksama.parsers.records.header import find_nomor, find_unit, find_year, place_date
from saksama.parsers.records.pihak import Pihak, alike, is_elected, level_of, sign, stated_parties
from saksama.parsers.records.pk_bagian import Part
from saksama.parsers.records.signature import is_jabatan, signing
from saksama.parsers.records.types import At, Record, Tingkat, YaTidak, build
from saksama.parsers.tables import flow

_JUDUL_LINES = 4
_TITLE_TAIL = re.compile(
    r"\W*(?:perubahan|revisi)?\s*\(?(?:tahun|t\.?a\.?)(?:\s+anggaran)?\s*:?\s*20\d\d\W*$", re.IGNORECASE
)
_CHANGED = re.compile(r"\b(?:perubahan|revisi|p-?apbd)\b", re.IGNORECASE)


class _Agreement(msgspec.Struct):
    """One agreement while it is put together: its parts in order."""

    parts: list[Part]

    @property
    def stated(self) -> bool:
        return any(part.macam == "pernyataan" for part in self.parts)

    @property
    def annexed(self) -> bool:
        return any(pk_bagian.is_sasaran_table(table) for part in self.parts for table in part.tables)


def extract(document: Document) -> tuple[Record, ...]:
    """Every agreement of a file, in order; an annex without its statement page makes a record of its own.

    Empty when neither a statement nor a table of targets or budgets is found.
    """
    return tuple(_record(document, agreement) for agreement in _agreements(pk_bagian.parts_of(document)))


def _agreements(parts: Sequence[Part]) -> list[_Agreement]:
    found: list[_Agreement] = []
    covers: list[Part] = []
    for part in parts:
        if part.macam == "sampul":
            covers.append(part)
        elif part.macam == "pernyataan":
            found.append(_Agreement([*covers, part]))
            covers = []
        else:
            owner = _owner(found, part)
            if owner is None:
                found.append(_Agreement([*covers, part]))
            else:
                owner.parts.extend([*covers, part])
            covers = []
    if found:
        found[-1].parts.extend(covers)
    return found


def _owner(found: Sequence[_Agreement], part: Part) -> _Agreement | None:
    """The agreement that an annex belongs to: one still without targets, matched by name; None for a new one."""
    if not found:
        return None
    has_targets = any(pk_bagian.is_sasaran_table(table) for table in part.tables)
    if not has_targets:
        return found[-1]
    open_ones = [agreement for agreement in found if agreement.stated and not agreement.annexed]
    if len(open_ones) > 1:
        for agreement in open_ones:
            first, _ = _parties(agreement)
            if first and first.nama and any(alike(first.nama.value, line.text.strip()) for line in part.lines[-12:]):
                return agreement
    if open_ones:
        return open_ones[0]
    same = found[-1].parts[-1]
    continued = same.macam == "lampiran" and not place_date(same.lines) and _title(same) == _title(part)
    return found[-1] if continued else None


def _title(part: Part) -> str:
    return flow(part.judul.text).casefold() if part.judul else ""


def _parties(agreement: _Agreement) -> tuple[Pihak | None, Pihak | None]:
    first = second = None
    for part in agreement.parts:
        if part.macam == "pernyataan":
            first, second = stated_parties(part.lines)
            break
    for part in agreement.parts:
        if part.macam != "sampul":
            first, second = sign(first, second, _signature_area(part))
    if not agreement.stated and first and first.jabatan is None:
        first = msgspec.structs.replace(first, jabatan=_titled_post(agreement))
    return first, second


def _signature_area(part: Part) -> list[Line]:
    """The lines below the promises or tables in which the parties sign."""
    lines = list(part.lines)
    start = 0
    for index, line in enumerate(lines):
        if pk_bagian.SUPERVISION.search(line.text) or pk_bagian.PROMISE.search(line.text) or len(line.text) > 250:
            start = index + 1
    found = place_date(lines[start:])
    if found:
        place = next(index for index in range(len(lines) - 1, -1, -1) if lines[index].text.strip() == found[2].text)
        above = [index for index in range(max(start, place - 6), place) if _is_signing(lines[index])]
        start = above[0] if above else place
    elif part.macam == "lampiran":
        start = max(start, len(lines) - 16)
    return lines[start:]


def _is_signing(line: Line) -> bool:
    return re.match(r"\W*PIHAK\s", line.text, re.IGNORECASE) is not None or is_jabatan(line.text)


def _titled_post(agreement: _Agreement) -> At | None:
    """The post that the title of an annex names ("KEPALA DINAS ...")."""
    for part in agreement.parts:
        for line in part.lines[:_JUDUL_LINES]:
            if is_jabatan(line.text):
                return At(flow(line.text), line.location)
    return None


def _record(document: Document, agreement: _Agreement) -> Record:
    parts = agreement.parts
    lines = [line for part in parts for line in part.lines]
    statements = [part for part in parts if part.macam == "pernyataan"]
    stated = "\n".join(part.text for part in statements)
    first, second = _parties(agreement)
    place = next((part.location for part in parts if part.location), None) or Location(document.berkas)
    tempat, tanggal = _signed_at(parts)
    judul = next((_judul(part) for part in parts if part.judul), None)
    jabatan = first.jabatan.value if first and first.jabatan else None
    heads = [line for part in parts for line in _head(part)]
    unit = find_unit(pk_bagian.columns_apart(heads)) or find_unit(pk_bagian.columns_apart(lines))
    tables, warnings = _tables(parts)
    tree: dict[str, Any] = {
        "unit": unit,
        "tahun": find_year(heads) or find_year(lines) or find_year(document),
        "nomor": find_nomor(lines),
        "tanggal": tanggal,
        "tempat": tempat,
        "bertanda_tangan": _is_signed(document, parts),
        "judul": judul,
        "perubahan": _CHANGED.search(" ".join(flow(line.text) for line in heads)) is not None,
        "tingkat": _tingkat(first, second, unit),
        "pihak_pertama": first.tree() if first else None,
        "pihak_kedua": second.tree() if second else None,
        "pernyataan": {
            "pembuka": pk_bagian.says(stated, pk_bagian.OPENING),
            "janji": pk_bagian.says(stated, pk_bagian.PROMISE),
            "supervisi": pk_bagian.says(stated, pk_bagian.SUPERVISION),
        },
        "ada_pernyataan": bool(statements),
        **tables,
    }
    if first and second is None and not is_elected(jabatan) and statements:
        warnings.append("Pihak kedua tidak ditemukan pada pernyataan Perjanjian Kinerja.")
    return build("perjanjian_kinerja", tree, place, warnings)


def _tingkat(first: Pihak | None, second: Pihak | None, unit: At | None) -> At | Tingkat | None:
    """The level of the first party; one whose post says nothing, yet who answers to the head of region, leads one."""
    jabatan = first.jabatan.value if first and first.jabatan else None
    level = level_of(jabatan, unit.value if unit else None)
    superior = second.jabatan if second else None
    if level == "pelaksana" and superior is not None and is_elected(superior.value):
        return At("kepala_pd", superior.location, "tingkat disimpulkan dari jabatan pihak kedua")
    return level


def _judul(part: Part) -> At | None:
    """The title with the line that carries it on ("PERJANJIAN KINERJA" / "TAHUN 2024")."""
    if part.judul is None:
        return None
    text = flow(part.judul.text)
    for line in part.lines[part.lines.index(part.judul) + 1 :][:2]:
        if not _TITLE_TAIL.match(line.text):
            break
        text = f"{text} {flow(line.text)}"
    return At(text, part.judul.location)


def _head(part: Part) -> tuple[Line, ...]:
    """The title lines of a part; those of a cover are its first ones."""
    if part.judul is None:
        return part.lines[:12] if part.macam == "sampul" else ()
    start = part.lines.index(part.judul)
    return part.lines[max(0, start - 2) : start + _JUDUL_LINES]


def _signed_at(parts: Sequence[Part]) -> tuple[At | None, At | None]:
    """Place and date: those of the statement first; a date that is open there is taken from the annex."""
    tempat = tanggal = None
    for part in sorted(parts, key=lambda part: part.macam != "pernyataan"):
        if found := place_date(part.lines):
            tempat = tempat or found[0]
            tanggal = tanggal or found[1]
    return tempat, tanggal


def _is_signed(document: Document, parts: Sequence[Part]) -> YaTidak:
    """Whether a signature can be seen in the signature area of any part."""
    found = [signing(_signature_area(part), document) for part in parts if part.macam != "sampul"]
    return next((state for state in ("ya", "tidak_diketahui") if state in found), "tidak")


def _tables(parts: Sequence[Part]) -> tuple[dict[str, Any], list[str]]:
    sasaran: list[pk_tabel.Tree] = []
    anggaran: list[pk_tabel.Tree] = []
    roles: dict[str, dict[str, None]] = {"kolom_sasaran": {}, "kolom_anggaran": {}}
    totals: list[At] = []
    warnings: list[str] = []
    for part in parts:
        for table in part.tables:
            if pk_bagian.is_sasaran_table(table):
                roles["kolom_sasaran"].update(dict.fromkeys(table.roles))
                sasaran += pk_tabel.sasaran_rows(table)
            if pk_bagian.lists_budgets(table):
                roles["kolom_anggaran"].update(dict.fromkeys(pk_bagian.budget_roles(table)))
                entries, total = pk_tabel.anggaran_rows(table)
                anggaran += entries
                totals += [total] if total else []
        entries, total, columns = pk_daftar.typed_list(part.lines)
        if columns:
            roles["kolom_anggaran"].update(dict.fromkeys(columns))
            anggaran += entries
            totals += [total] if total else []
    if len(totals) > 1:
        warnings.append("Ada lebih dari satu baris jumlah anggaran; yang terakhir dipakai sebagai total.")
    total = totals[-1] if totals else At(None)
    tree: dict[str, Any] = {"sasaran": sasaran, "anggaran": anggaran}
    tree["total_anggaran"] = pk_tabel.amount(total)
    tree["total_anggaran_teks"] = total
    tree.update({name: tuple(found) for name, found in roles.items()})
    return tree, warnings
