"""Achievement figures: is the stated percentage what realisasi and target give?

Source: Perwali Probolinggo 30/2020, Lampiran IV.C. Higher is better: realisasi / target x 100; lower is better:
(target - (realisasi - target)) / target x 100. Polarity comes from berkas.yaml; where nothing says it, the reading that
explains the stated figure is accepted, and a difference is reported against the nearer of the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal

from rapidfuzz import fuzz

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    check,
    judge,
    least,
    missing,
    not_applicable,
    unknown_fields,
)
from saksama.checker.checks.carahitung import CLOSE, Polaritas, computed, nearest_way, within_rounding
from saksama.checker.checks.caratriwulan import faulty_rows
from saksama.checker.checks.isian import field, row_label
from saksama.checker.checks.pengajuan import ROMAN, elapsed
from saksama.checker.matching import normal
from saksama.parsers.numbers import canonical_unit, parse_number, split_target


class Rasio(Params, frozen=True):
    """tabel and its columns; toleransi: allowed difference in percentage points; batas: caps that some forms apply to
    high achievements (100, 110, 120: a stated cap is not an error); label: columns that name a row; per_triwulan: the
    rows have quarters, whose percentages are tested too."""

    tabel: str
    kolom: str = "capaian"
    pembilang: str = "realisasi"
    penyebut: str = "target"
    label: tuple[str, ...] = ("indikator", "sasaran")
    toleransi: float = 0.1
    batas: tuple[int, ...] = (100, 110, 120)
    berpolaritas: bool = True
    per_triwulan: bool = False

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        return unknown_fields(
            jenis, *(f"{self.tabel}.{name}" for name in (self.kolom, self.pembilang, self.penyebut, *self.label))
        )


@check("rasio_kolom", "rekaman", values=("indikator", "tertulis", "hitung", "target", "realisasi", "cara"))
def rasio_kolom(case: Case, params: Rasio) -> Verdict:
    """Persentase yang tertulis harus sama dengan pembilang dibagi penyebut (kali 100), dalam batas toleransi."""
    rows = field(case.isi, params.tabel)
    if not rows:
        return missing("Tabelnya tidak ditemukan atau tidak dikenali.")
    tested = 0
    doubts: list[str] = []
    offences: list[Offence] = []
    for index, row in enumerate(rows):
        label = row_label(row, params.label, index)
        verdict = _row(case, params, index, row, label)
        if verdict is None:
            continue
        tested += 1
        if isinstance(verdict, Offence):
            offences.append(verdict)
        elif verdict:
            doubts.append(verdict)
    if params.per_triwulan:
        wrong = _quarters(case, params, rows)
        tested += any(row.triwulan for row in rows)
        offences += wrong or []
        if wrong is None:
            doubts.append("Cara menghitung persentase per triwulan tidak dapat dikenali dari tabelnya.")
    if not tested:
        return not_applicable("Tidak ada baris yang memuat ketiga angka sekaligus.")
    return judge(offences, doubts)


def _row(case: Case, params: Rasio, index: int, row: Any, label: str) -> Offence | str | None:
    """None: nothing to compute; "": right; other text: a doubt; an Offence: wrong."""
    names = (params.penyebut, params.pembilang, params.kolom)
    texts = [_text(row, name) for name in names]
    readings = [_readings(row, name) for name in names]
    if not all(readings):
        return None
    polaritas = polarity(case, label) if params.berpolaritas else "naik"
    ways = [
        way for target in readings[0] for realisasi in readings[1] for way in computed(target, realisasi, polaritas)
    ]
    if not ways:
        if not any(readings[1]):
            # Nothing was planned and nothing done.
            return ""
        return f"{label}: target 0, capaian tidak dapat dihitung"
    units = _units(row, texts)
    if units:
        return f"{label}: satuan target ({units[0]}) dan realisasi ({units[1]}) berbeda, capaian tidak dapat dihitung"
    for stated in readings[2]:
        if any(_agrees(stated, way.nilai, params) for way in ways):
            return ""
    stated = readings[2][0]
    nearest = nearest_way(ways, stated, label)
    if stated and not _FACTOR > abs(nearest.nilai / stated) > 1 / _FACTOR:
        return f"{label}: angka target, realisasi dan capaian terlalu berjauhan; mungkin salah baca atau lain satuan"
    near = [one for one in readings[2] if abs(nearest.nilai - one) <= CLOSE]
    if any(within_rounding(one, readings[0], readings[1], polaritas) for one in near):
        shown = f"{nearest.nilai:.2f}".replace(".", ",")
        return f"{label}: tertulis {texts[2]}, menurut angka yang tercetak {shown}; mungkin karena pembulatan"
    path = f"{params.tabel}.{index}"
    values = {
        "indikator": label,
        "tertulis": texts[2],
        "hitung": f"{nearest.nilai:.2f}".replace(".", ","),
        "target": texts[0],
        "realisasi": texts[1],
        "cara": nearest.cara,
    }
    paths = [f"{path}.{name}" for name in names]
    bukti = (case.bukti(f"{path}.{params.kolom}", texts[2], params.kolom),)
    ambiguous: Literal["tinggi", "sedang"] = "sedang" if any(len(reading) > 1 for reading in readings) else "tinggi"
    return Offence(values, bukti, label, params.kolom, least(case.certainty(*paths), ambiguous))


def _quarters(case: Case, params: Rasio, rows: Sequence[Any]) -> list[Offence] | None:
    """Rows whose quarterly percentages are not computed as the rest of the table computes them; None when unclear."""
    wrong = faulty_rows(rows)
    if wrong is None:
        return None
    found = []
    for row in wrong:
        label = row_label(rows[row.baris], params.label, row.baris)
        path = f"{params.tabel}.{row.baris}.triwulan.{row.triwulan}"
        realisasi = [quarter.realisasi or "-" for quarter in rows[row.baris].triwulan]
        values = {
            "indikator": f"{label} triwulan {ROMAN[row.triwulan]}",
            "tertulis": row.tertulis,
            "hitung": f"{row.hitung:.2f}".replace(".", ","),
            "target": rows[row.baris].target or rows[row.baris].triwulan[row.triwulan].target or "-",
            "realisasi": " / ".join(realisasi),
            "cara": f"{row.cara}, seperti baris lain",
        }
        bukti = case.bukti(f"{path}.capaian", row.tertulis, "capaian")
        found.append(Offence(values, (bukti,), label, "capaian triwulan", "sedang"))
    return found


def _agrees(stated: Decimal, expected: Decimal, params: Rasio) -> bool:
    """Equal within tolerance, as a fraction (0,95 for 95 %), rounded as it is printed, or a customary cap."""
    tolerance = Decimal(str(params.toleransi))
    if abs(stated - expected) <= tolerance or (stated <= 2 and abs(stated * 100 - expected) <= tolerance):
        return True
    exponent = stated.as_tuple().exponent
    if isinstance(exponent, int) and abs(stated - expected) <= Decimal("0.5").scaleb(min(exponent, 0)):
        return True
    return expected > stated and stated in params.batas


_FACTOR = 50
"""A figure that is off by more is rather a misread number or a mixed-up unit than a wrong sum."""


def _units(row: Any, texts: Sequence[str]) -> tuple[str, str] | None:
    """The units of target and realisasi where the realisasi prints one of its own that differs; else None."""
    aim, reached = (split_target(text)[1] for text in texts[:2])
    aim = aim or getattr(row, "satuan", None)
    if not aim or not reached or (canonical_unit(aim) or normal(aim)) == (canonical_unit(reached) or normal(reached)):
        return None
    return aim, reached


def _text(row: Any, name: str) -> str:
    printed = getattr(row, f"{name}_teks", None)
    value = getattr(row, name)
    return printed or ("" if value is None else str(value))


def _readings(row: Any, name: str) -> list[Decimal]:
    value = getattr(row, name)
    if isinstance(value, int):
        return [Decimal(value)]
    number = parse_number(value)
    return [] if number is None else [reading for reading in (number.nilai, number.lain) if reading is not None]


def polarity(case: Case, indikator: str) -> Polaritas | None:
    """Whether more is better, as berkas.yaml says for this indikator; None when it doesn't."""
    wanted = normal(indikator)
    for name, direction in case.submission.keterangan.polaritas.items():
        if fuzz.token_sort_ratio(normal(name), wanted) >= 90:
            return direction
    return None


@check("realisasi_terisi", "rekaman", values=("indikator", "triwulan", "banyak"))
def realisasi_terisi(case: Case, params: TanpaParameter) -> Verdict:
    """Realisasi harus terisi untuk triwulan yang telah lewat (atau semua, bila judulnya menyebut semua triwulan)."""
    rows = case.isi.baris
    if not rows:
        return missing("Tabel pengukuran tidak ditemukan atau tidak dikenali.")
    passed_quarters = elapsed(case.isi.tahun, case.submission.tanggal)

    def offences() -> Iterator[Offence]:
        for index, row in enumerate(rows):
            label = row_label(row, ("indikator", "sasaran"), index)
            path = f"baris.{index}"
            if row.triwulan:
                # A printed "-" is an answer (nothing realised); an empty cell is none.
                empty = [n for n in passed_quarters if not row.triwulan[n - 1].realisasi]
                if empty:
                    values = {
                        "indikator": label,
                        "triwulan": "triwulan " + ", ".join(ROMAN[n - 1] for n in empty),
                        "banyak": str(len(empty)),
                    }
                    yield Offence(values, (case.bukti(path, label, "realisasi"),), label, "realisasi")
            elif row.realisasi is None:
                values = {"indikator": label, "triwulan": "periode ini", "banyak": "1"}
                yield Offence(values, (case.bukti(path, label, "realisasi"),), label, "realisasi")

    return judge(offences())
