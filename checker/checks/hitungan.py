"""Every computed figure of a report's performance tables: percentages, comparisons with last year, averages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec

from saksama.checker.checks.base import Case, Offence, Verdict, check, judge, place
from saksama.checker.checks.capaian import Rasio, rasio_kolom
from saksama.checker.checks.carahitung import computed
from saksama.checker.checks.kemajuan import wrong_progress
from saksama.checker.checks.rerata import wrong_averages
from saksama.checker.checks.rumus_kolom import SalahRumus, wrong_by_formula, wrong_by_habit
from saksama.checker.checks.selisih_kolom import Selisih, wrong_differences
from saksama.parsers.numbers import parse_number

_YEAR = re.compile(r"\b(20\d\d)\b")
_FEWEST = 4
_SHARING = 3
"""Rows with one and the same broken figure that must be the figure of what they have in common."""
_MOST = 0.6
"""Share of a table's rows that must be computed alike before the others count as wrong."""


class Hitungan(Rasio, frozen=True):
    """As for a ratio; riwayat: the table that sets the year's results against last year's."""

    riwayat: str = "riwayat"


@check("hitungan_laporan", "rekaman", values=("apa", "indikator", "tertulis", "hitung", "rincian"))
def hitungan_laporan(case: Case, params: Hitungan) -> Verdict:
    """Capaian, perbandingan dengan tahun lalu dan rata-rata yang tertulis harus dapat dihitung ulang."""
    ratio = rasio_kolom(case, params)
    spread = _spread(case, params)
    if spread and ratio.offences:
        ratio = judge([one for one in ratio.offences if (one.nilai["indikator"], one.nilai["tertulis"]) not in spread])
    offences = [_reworded(one) for one in ratio.offences]
    offences += _earlier_years(case, params)
    offences += _against_last_year(case, params)
    offences += _towards_the_end(case, params)
    offences += _averages(case, params)
    offences += _by_formula(case, params, {one.nilai["tertulis"] for one in offences})
    offences += _by_habit(case, params, {one.nilai["tertulis"] for one in offences})
    offences += _differences(case)
    doubts = _far_from_formula(case, params)
    if doubts and not offences and ratio.status == "lulus":
        return judge((), doubts)
    return judge(offences) if offences else ratio


def _spread(case: Case, params: Hitungan) -> set[tuple[str, str]]:
    """Rows that share one figure, as a cell over several of them holds for their sasaran: it is not their own."""
    rows = [row for row in getattr(case.isi, params.tabel) if row.capaian and row.indikator]
    found: set[tuple[str, str]] = set()
    for (_, text), group in groupby(rows, key=lambda row: (row.tabel, row.capaian)):
        same = list(group)
        figure = _figure(text)
        if len(same) < _SHARING or figure is None or figure == int(figure):
            continue
        if len({(row.target, row.realisasi) for row in same}) == len(same):
            found |= {(row.indikator, text) for row in same}
    return found


def _reworded(offence: Offence) -> Offence:
    values = offence.nilai
    detail = f"realisasi {values['realisasi']}, target {values['target']}; {values['cara']}"
    words = {**values, "apa": f"Capaian {values['indikator']}", "rincian": detail}
    return msgspec.structs.replace(offence, nilai=words)


def _shown(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def _figure(text: str | None) -> float | None:
    number = parse_number(text)
    return float(number.nilai) if number is not None and number.lain is None else None


def _earlier_years(case: Case, params: Hitungan) -> Iterator[Offence]:
    """Achievements of earlier years that a row gives beside the year's own."""
    for index, row in enumerate(getattr(case.isi, params.tabel)):
        years: dict[int, dict[str, str]] = {}
        for title, text in row.lain.items():
            named, column = _YEAR.search(title), _column(title)
            if named and column:
                years.setdefault(int(named[1]), {})[column] = text
        if case.isi.tahun and row.realisasi_lalu:
            years.setdefault(case.isi.tahun - 1, {}).setdefault("realisasi", row.realisasi_lalu)
        for year, texts in years.items():
            target, reached, stated = (parse_number(texts.get(name)) for name in ("target", "realisasi", "capaian"))
            if not target or not reached or not stated or target.lain or reached.lain or stated.lain:
                continue
            ways = computed(target.nilai, reached.nilai, None)
            if not ways or any(abs(way.nilai - stated.nilai) <= params.toleransi for way in ways):
                continue
            nearest = min(ways, key=lambda way: abs(way.nilai - stated.nilai))
            if not 0.5 < float(nearest.nilai / (stated.nilai or 1)) < 2:
                continue
            label = str(row.indikator or row.sasaran or f"baris {index + 1}")
            values = {
                "apa": f"Capaian {label} tahun {year}",
                "indikator": label,
                "tertulis": texts["capaian"],
                "hitung": _shown(float(nearest.nilai)),
                "rincian": f"realisasi {texts['realisasi']}, target {texts['target']}; {nearest.cara}",
            }
            bukti = case.bukti(f"{params.tabel}.{index}.capaian", texts["capaian"], "capaian")
            yield Offence(values, (bukti,), label, f"capaian {year}", "sedang")


def _column(title: str) -> str | None:
    words = title.casefold()
    found = [
        name for name, sign in (("target", "target"), ("realisasi", "realis"), ("capaian", "cap")) if sign in words
    ]
    return found[0] if len(found) == 1 else None


_WAYS: dict[str, tuple[str, Callable[[float, float], float]]] = {
    "rasio": ("realisasi tahun ini dibagi tahun lalu", lambda now, then: now / then * 100),
    "rasio terbalik": ("makin rendah makin baik", lambda now, then: (2 * then - now) / then * 100),
    "selisih": ("selisih dengan tahun lalu", lambda now, then: now - then),
    "pertumbuhan": ("pertumbuhan dari tahun lalu", lambda now, then: (now - then) / then * 100),
}
_SIMILAR = {"rasio": ("rasio terbalik",)}


def _against_last_year(case: Case, params: Hitungan) -> Iterator[Offence]:
    """Comparisons with last year that are not computed as the rest of their table."""
    tables: dict[object, list[tuple[int, Any, float, float, float]]] = {}
    for index, row in enumerate(getattr(case.isi, params.riwayat)):
        now, then, stated = _figure(row.realisasi), _figure(row.realisasi_lalu), _figure(row.capaian)
        if now is not None and then and stated is not None:
            tables.setdefault(row.tabel, []).append((index, row, now, then, stated))
    for rows in tables.values():
        fits = Counter(
            name
            for _, _, now, then, stated in rows
            for name, (_, way) in _WAYS.items()
            if _equal(way(now, then), stated, params)
        )
        if len(rows) < _FEWEST or not fits or fits.most_common(1)[0][1] < _MOST * len(rows):
            continue
        name = fits.most_common(1)[0][0]
        words, way = _WAYS[name]
        allowed = [way, *(_WAYS[other][1] for other in _SIMILAR.get(name, ()))]
        for index, row, now, then, stated in rows:
            if any(_equal(one(now, then), stated, params) for one in allowed):
                continue
            label = str(row.indikator or row.sasaran or f"baris {index + 1}")
            values = {
                "apa": f"Perbandingan {label} dengan tahun lalu",
                "indikator": label,
                "tertulis": row.capaian,
                "hitung": _shown(way(now, then)),
                "rincian": f"tahun ini {row.realisasi}, tahun lalu {row.realisasi_lalu}; {words}, seperti baris lain",
            }
            bukti = case.bukti(f"{params.riwayat}.{index}.capaian", row.capaian, "capaian")
            yield Offence(values, (bukti,), label, "perbandingan", "sedang")


def _equal(value: float, stated: float, params: Hitungan) -> bool:
    return abs(value - stated) <= params.toleransi


def _towards_the_end(case: Case, params: Hitungan) -> Iterator[Offence]:
    """Progress towards the end of the plan that its table states beside the year's achievement."""
    rows = getattr(case.isi, params.tabel)
    for found in wrong_progress(rows, params.toleransi):
        row = rows[found.index]
        label = str(row.indikator or row.sasaran or f"baris {found.index + 1}")
        values = {
            "apa": f"Capaian {label} terhadap target akhir",
            "indikator": label,
            "tertulis": row.capaian_akhir,
            "hitung": _shown(float(found.hitung)),
            "rincian": f"realisasi {row.realisasi}, target akhir {row.target_akhir}",
        }
        bukti = case.bukti(f"{params.tabel}.{found.index}.capaian_akhir", row.capaian_akhir, "capaian")
        yield Offence(values, (bukti,), label, "capaian akhir", "sedang")


def _averages(case: Case, params: Hitungan) -> Iterator[Offence]:
    """Averages stated below a column that holds other figures."""
    assert case.part is not None
    document = case.part.berkas.document
    if document is None:
        return
    # In recognised text a misread figure looks like a wrong average.
    recognised = {page.number for page in document.pages if page.scanned}
    for found in wrong_averages(document, params.toleransi):
        if found.cell.location.halaman in recognised:
            continue
        where = f"pada tabel halaman {found.cell.location.halaman}" if found.cell.location.halaman else "pada tabel"
        values = {
            "apa": f"Rata-rata {where}",
            "indikator": "rata-rata",
            "tertulis": found.tertulis,
            "hitung": _shown(found.hitung),
            "rincian": f"rata-rata {found.banyak} angka di atasnya",
        }
        bukti = place(found.cell.location, document.berkas, found.cell.text)
        yield Offence(values, (bukti,), f"rata-rata {found.tertulis} {_names(found.table)}", "rata-rata", "sedang")


def _by_habit(case: Case, params: Hitungan, known: set[str]) -> Iterator[Offence]:
    """Percentages of any table that are not computed as nearly all others of their column, unless reported already."""
    assert case.part is not None
    document = case.part.berkas.document
    for found in wrong_by_habit(document, params.toleransi) if document is not None else ():
        if found.jauh or found.cell.text in known or document is None:
            continue
        rincian = f"{found.atas} dibagi {found.bawah}, seperti baris lain"
        yield _of_cell(found, document.berkas, "Capaian", rincian, "kebiasaan kolom")


def _differences(case: Case) -> Iterator[Offence]:
    """Figures of columns for efficiency, deviation and the like that are not the difference of their columns."""
    assert case.part is not None
    document = case.part.berkas.document
    for found in wrong_differences(document) if document is not None else ():
        if found.uang or document is None:
            continue
        rincian = f"{found.kiri} dikurangi {found.kanan}, seperti baris lain"
        yield _of_cell(found, document.berkas, "Selisih", rincian, "selisih")


def _of_cell(found: SalahRumus | Selisih, berkas: str, what: str, rincian: str, column: str) -> Offence:
    """A figure that the habit of its column says otherwise."""
    values = {
        "apa": f"{what} {found.label}",
        "indikator": found.label,
        "tertulis": found.cell.text,
        "hitung": _shown(float(found.hitung)),
        "rincian": rincian,
    }
    bukti = place(found.cell.location, berkas, found.cell.text)
    return Offence(values, (bukti,), f"{found.label} {found.cell.text}", column, "sedang")


def _by_formula(case: Case, params: Hitungan, known: set[str]) -> Iterator[Offence]:
    """Figures that differ from the formula in the title of their column, unless reported already."""
    assert case.part is not None
    document = case.part.berkas.document
    if document is None:
        return
    for found in wrong_by_formula(document, params.toleransi):
        if found.jauh or found.cell.text in known:
            continue
        values = {
            "apa": f"Hitungan {found.label}",
            "indikator": found.label,
            "tertulis": found.cell.text,
            "hitung": _shown(float(found.hitung)),
            "rincian": f"{found.atas} dibagi {found.bawah}, menurut rumus pada judul kolomnya",
        }
        bukti = place(found.cell.location, document.berkas, found.cell.text)
        yield Offence(values, (bukti,), f"{found.label} {found.cell.text}", "rumus kolom", "sedang")


def _far_from_formula(case: Case, params: Hitungan) -> list[str]:
    """Rows whose figure has nothing to do with the formula of its column: they may hold something else."""
    assert case.part is not None
    document = case.part.berkas.document
    return [
        f"{found.label}: tertulis {found.cell.text}, bukan {found.atas} dibagi {found.bawah} seperti judul kolomnya"
        for found in (wrong_by_formula(document, params.toleransi) if document is not None else ())
        if found.jauh
    ]


def _names(table: Any) -> str:
    """The titles of a table's columns, which tell it from others."""
    titles: Sequence[str] = [cell.text for cell in table.cells if cell.row == 0]
    return " ".join(titles)[:80]
