"""What a report's sentences say of sasaran, of money and of its own sums, against its tables.

A figure counts as contradicting only when no table of the report prints it: what is told may be something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import fmean
from typing import Any

import msgspec

from saksama.checker import matching
from saksama.checker.checks.anggaran_pk import rupiah
from saksama.checker.checks.base import Offence, evidence, place
from saksama.checker.checks.hasilbagi import wrong_quotients
from saksama.checker.checks.serapan import PROSE, printed_amounts, spending, wrong_in_prose
from saksama.checker.checks.tertukar import swapped_amounts
from saksama.checker.submission import Naskah, Part
from saksama.parsers.model import Document, Line
from saksama.parsers.numbers import parse_number

_FIGURE = r"\d{1,3}(?:[.,]\d{1,3})?"
_REACHED = re.compile(
    rf"(?:rata\W?rata\s+capaian|ketercapaian|capaian|tingkat\s+capaian)(?:\s+(?:kinerja|sasaran|strategis|strategik|"
    rf"rata\W?rata|tersebut|ini|adalah|yaitu|mencapai|sebesar))*\s*:?\s*(?P<angka>{_FIGURE})\s*(?:%|persen)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
_SHARE = re.compile(
    r"(?<![\d.,])(?P<bagian>\d{1,9}(?:\.\d{3}){0,5})\s+(?:\([^)]*\)\s*)?(?:[^\W\d_]+\s+){0,7}dari\s+(?P<seluruh>\d{1,9}(?:\.\d{3}){0,5})\s+"
    r"(?:\([^)]*\)\s*)?(?:[^\W\d_]+(?:/[^\W\d_]+)?[\s,]+){0,7}(?:atau|sebesar|yaitu|\()(?:\s*(?:sebesar|mencapai))?\s*"
    rf"(?P<persen>{_FIGURE})\s*(?:%|persen)",
    re.IGNORECASE,
)
_SHORTEST_SASARAN = 22
_FAMILIAR = 8
"""How many words before two figures must be the same for them to be one figure told twice."""
_TOLERANCE = 0.1


class Tabel(msgspec.Struct, frozen=True):
    """What the tables of a report print: all numbers (folded), and amounts of money."""

    angka: frozenset[str]
    jumlah: frozenset[int]


def tables_of(naskah: Naskah) -> Tabel:
    """The figures that a report's tables print."""
    numbers: set[str] = set()
    amounts: set[int] = set()
    for file in naskah.files:
        for table in file.document.tables if file.document else ():
            for cell in table.cells:
                numbers |= {folded(one) for one in re.findall(r"\d+(?:[.,]\d+)*", cell.text)}
            amounts |= printed_amounts(table)
    for part in naskah.parts:
        for row in part.isi.capaian:
            for text in (row.target, row.realisasi, row.capaian):
                numbers |= {folded(one) for one in re.findall(r"\d+(?:[.,]\d+)*", text or "")}
    return Tabel(frozenset(numbers), frozenset(amounts))


def folded(figure: str) -> str:
    """A figure for comparing: one sign for decimals, no zeros behind them."""
    plain = figure.replace(",", ".")
    return plain.rstrip("0").rstrip(".") if plain.count(".") == 1 else plain


def stray_figures(naskah: Naskah, tables: Tabel) -> Iterator[Offence]:
    """Offences of every kind that this module knows."""
    for file in naskah.files:
        if file.document is None:
            continue
        yield from _sasaran(naskah, file.document, tables)
        yield from _told_twice(file.document, tables)
        yield from _money(file.document, tables)
        yield from _parts(file.document)
        yield from _quotients(file.document, tables)
        yield from _details(naskah, file.document)


def _offence(document: Document, line: Line, name: str, column: str, told: str, table: str) -> Offence:
    beside = table if "menurut" in table else f"{table} pada tabel"
    values = {"indikator": name, "kolom": column, "narasi": told, "tabel": table, "pembanding": beside}
    return Offence(
        values, (place(line.location, document.berkas, line.text[:200]),), f"{name} {told}", column, "sedang"
    )


def _sasaran(naskah: Naskah, document: Document, tables: Tabel) -> Iterator[Offence]:
    """A sasaran's achievement as a sentence gives it, which no table prints and its rows do not have as average."""
    groups: dict[str, list[tuple[Part, int, Any]]] = {}
    for part in naskah.parts:
        for index, row in enumerate(part.isi.capaian):
            own = row.tahun in (None, part.isi.tahun) and row.target_akhir is None
            if row.sasaran and own and len(row.sasaran) >= _SHORTEST_SASARAN:
                name = re.sub(r"^sasaran\s+strate\w+\s*\d*\s*:?\s*", "", row.sasaran, flags=re.IGNORECASE)
                groups.setdefault(matching.normal(name), []).append((part, index, row))
    if not groups:
        return
    lines = [line for line in document.lines if not line.in_table]
    told = [(text, line) for line in lines for text in _SENTENCE.split(line.text)]
    for (text, line), (after, _) in pairwise([*told, ("", lines[-1] if lines else None)]):
        found = _REACHED.search(text)
        if found is None or line is None or folded(found["angka"]) in tables.angka:
            continue
        key = _named(text, groups) or (_by_indikator(after, groups) if "sasaran" in found[0].casefold() else None)
        number = parse_number(found["angka"])
        if key is None or number is None or re.search(r"\b(?:misi|tujuan)\s+(?:[IVX]+|ke)", text, re.IGNORECASE):
            continue
        figures = [float(one.nilai) for _, _, row in groups[key] if (one := parse_number(row.capaian))]
        if figures and abs(fmean(figures) - float(number.nilai)) > _TOLERANCE:
            part, index, row = groups[key][0]
            mean = f"{fmean(figures):.2f}".replace(".", ",")
            table = mean if len(figures) == 1 else f"rata-rata {mean} menurut tabel"
            offence = _offence(document, line, row.sasaran, "Capaian sasaran", found["angka"], table)
            bukti = (*offence.bukti, evidence(part, f"capaian.{index}.capaian", row.capaian, "capaian"))
            yield msgspec.structs.replace(offence, bukti=bukti)


def _named(text: str, groups: Mapping[str, Sequence[tuple[Part, int, Any]]]) -> str | None:
    """The one sasaran that a sentence names."""
    words = matching.normal(text)
    named = [key for key in groups if key in words]
    return named[0] if len(named) == 1 else None


def _by_indikator(text: str, groups: Mapping[str, Sequence[tuple[Part, int, Any]]]) -> str | None:
    """The sasaran whose indikator the next sentence explains the figure with."""
    words = matching.normal(text)
    named = {
        key
        for key, rows in groups.items()
        for _, _, row in rows
        if row.indikator and len(row.indikator) > _SHORTEST_SASARAN and matching.normal(row.indikator) in words
    }
    return named.pop() if len(named) == 1 and words.startswith("ketercapaian") else None


def _told_twice(document: Document, tables: Tabel) -> Iterator[Offence]:
    """A figure that stands behind the same words in two places, differs, and is printed in the tables only once."""
    seen: dict[tuple[str, ...], list[tuple[str, Line]]] = {}
    for line in document.lines:
        if line.in_table:
            continue
        words: list[str] = []
        for token in re.findall(r"\d+(?:[.,]\d+)*\s*%?|[^\W\d_]+", line.text.casefold()):
            if re.fullmatch(r"\d+[.,]\d{1,2}\s*%?", token) and len(words) >= _FAMILIAR:
                seen.setdefault(tuple(words[-_FAMILIAR:]), []).append((token.rstrip("% "), line))
            words.append(token)
    for words_before, places in seen.items():
        if len(places) != 2 or places[0][1].location.halaman == places[1][1].location.halaman:
            continue
        (first, one), (second, two) = places
        in_tables = [folded(figure) in tables.angka for figure in (first, second)]
        if folded(first) == folded(second) or in_tables[0] == in_tables[1]:
            continue
        told, known, line = (second, first, two) if in_tables[0] else (first, second, one)
        x, y = parse_number(told), parse_number(known)
        if x and y and y.nilai and 0.5 < float(x.nilai / y.nilai) < 2:
            yield _offence(document, line, f"… {' '.join(words_before)}", "Angka", told, known)


def _money(document: Document, tables: Tabel) -> Iterator[Offence]:
    """Percentages that their own amounts do not give, and spending of a known budget that no table prints."""
    for slip in swapped_amounts(document):
        name = " ".join(slip.line.text[: slip.line.text.index(slip.narasi)].split())[-80:]
        yield _offence(document, slip.line, f"… {name}", "Jumlah", slip.narasi, slip.tabel)
    if not tables.jumlah:
        # Without a table, LKJ-019 judges the sentences.
        return
    for found in wrong_in_prose(document, _TOLERANCE):
        if found.line is not None and found.hitung is not None:
            computed = f"{found.hitung:.2f}".replace(".", ",")
            yield _offence(
                document, found.line, found.nama, "Penyerapan", found.tertulis, f"{computed}% menurut jumlahnya"
            )
    budgets = spending(document, _TOLERANCE)
    for line in document.lines:
        if line.in_table:
            continue
        for match in PROSE.finditer(line.text):
            planned, spent = (int(re.sub(r"\D", "", match[name])) for name in ("pagu", "nyata"))
            known = budgets.get(planned, frozenset())
            if known and spent not in known and spent not in tables.jumlah:
                name = " ".join(line.text[: match.start()].split())[-60:] or " ".join(line.text.split())[:60]
                yield _offence(document, line, name, "Realisasi anggaran", f"Rp{match['nyata']}", _rupiah(known))


def _rupiah(amounts: Iterable[int]) -> str:
    return " atau ".join(rupiah(amount) for amount in sorted(amounts))


def _parts(document: Document) -> Iterator[Offence]:
    """Shares that a sentence computes itself ("15 dari 27 kabupaten atau 59,26 %")."""
    for line in document.lines:
        if line.in_table:
            continue
        for match in _SHARE.finditer(line.text):
            part, whole = (int(match[name].replace(".", "")) for name in ("bagian", "seluruh"))
            number = parse_number(match["persen"])
            if not 0 < part <= whole or number is None or number.lain is not None:
                continue
            decimals = len(found[1]) if (found := re.search(r"[.,](\d+)", match["persen"])) else 0
            computed = part / whole * 100
            off = abs(computed - float(number.nilai))
            if off > max(_TOLERANCE, 0.51 * 10.0**-decimals) and 0.7 < computed / (float(number.nilai) or 1) < 1.4:
                told = f"{match['persen']}%"
                shown = f"{computed:.2f}".replace(".", ",")
                name = " ".join(match[0].split())[:80]
                yield _offence(document, line, name, "Persentase", told, f"{shown}% menurut hitungannya")


def _quotients(document: Document, tables: Tabel) -> Iterator[Offence]:
    for found in wrong_quotients(document):
        if re.search(r"[.,]", found.tertulis) and folded(found.tertulis) in tables.angka:
            # The percentage is the table's: what it is computed from is told wrongly, which the names show.
            continue
        shown = f"{found.hitung:.2f}".replace(".", ",")
        name = found.teks[:80]
        yield _offence(
            document, found.line, name, "Capaian", f"{found.tertulis}%", f"{shown}% menurut target dan realisasinya"
        )


def _details(naskah: Naskah, document: Document) -> Iterator[Offence]:
    """Details listed with figures and units ("sapi perah 117.927 ekor"), against the rows that bear their names."""
    rows: dict[str, list[tuple[Part, int, Any]]] = {}
    for part in naskah.parts:
        for index, row in enumerate(part.isi.capaian):
            if row.indikator and row.satuan and row.realisasi and len(row.satuan) > 2 and row.satuan.isalpha():
                rows.setdefault(row.indikator.split(" - ")[-1].strip().casefold(), []).append((part, index, row))
    for name, found in rows.items():
        units = "|".join(re.escape(row.satuan) for _, _, row in found)
        pattern = re.compile(
            rf"(?<!\w){re.escape(name)}\s+(?:(?:sebanyak|sebesar|yaitu|mencapai)\s+)?(?P<angka>\d{{1,3}}(?:\.\d{{3}})+)\s+(?:{units})\b",
            re.IGNORECASE,
        )
        figures = {
            folded(token)
            for _, _, row in found
            for cell in (row.target, row.realisasi, row.target_akhir, row.realisasi_lalu, *row.lain.values())
            for token in re.findall(r"\d+(?:[.,]\d+)*", cell or "")
        }
        part, index, row = found[0]
        reached = parse_number(row.realisasi)
        for line in document.lines:
            for match in pattern.finditer("" if line.in_table else line.text):
                told = parse_number(match["angka"])
                years = set(re.findall(r"\b20\d\d\b", line.text)) - {str(naskah.tahun)}
                if years or told is None or reached is None or not reached.nilai or folded(match["angka"]) in figures:
                    continue
                if 0.5 < float(told.nilai / reached.nilai) < 2:
                    yield _offence(document, line, row.indikator, "Realisasi", match["angka"], row.realisasi)
