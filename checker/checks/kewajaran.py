"""Signs that measured figures are not real: far above target, negative, all alike, the same quarter after quarter."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.checks.isian import row_label
from saksama.checker.checks.pengajuan import ROMAN
from saksama.checker.checks.triwulan import LABEL, is_nothing
from saksama.parsers.numbers import parse_number


class Wajar(Params, frozen=True):
    """batas: achievement (per cent) above which an explanation is due; semua_seratus: how many rows make "all exactly
    100" suspicious."""

    batas: float = 150.0
    semua_seratus: int = 3


@check("capaian_wajar", "rekaman", values=("indikator", "sebab", "nilai"))
def capaian_wajar(case: Case, params: Wajar) -> Verdict:
    """Angka capaian tidak boleh tampak tidak wajar: jauh di atas target, negatif, semua tepat 100 %, atau berulang."""
    rows = case.isi.baris
    if not rows:
        return missing("Tabel pengukuran tidak ditemukan atau tidak dikenali.")
    return judge(
        (*_extreme(case, params), *_all_hundred(case, params), *_first_quarter_done(case), *_copied(case, params))
    )


def _extreme(case: Case, params: Wajar) -> Iterator[Offence]:
    for index, row in enumerate(case.isi.baris):
        label = row_label(row, LABEL, index)
        for column, name in (("capaian", "capaian"), ("capaian_kondisi_akhir", "capaian terhadap akhir Renstra")):
            text = getattr(row, column)
            number = parse_number(text)
            if number is None or 0 <= number.nilai <= Decimal(str(params.batas)):
                continue
            sebab = f"{name} {'bernilai negatif' if number.nilai < 0 else f'melebihi {params.batas:g} %'}"
            path = f"baris.{index}.{column}"
            values = {"indikator": label, "sebab": sebab, "nilai": text}
            yield Offence(values, (case.bukti(path, text, column),), label, column, case.certainty(path))


def _all_hundred(case: Case, params: Wajar) -> Iterator[Offence]:
    rows = case.isi.baris
    figures = [number.nilai for row in rows if (number := parse_number(row.capaian))]
    if len(figures) == len(rows) >= params.semua_seratus and all(figure == 100 for figure in figures):
        sebab = "seluruh capaian tepat 100 %"
        values = {"indikator": f"Semua ({len(rows)}) indikator", "sebab": sebab, "nilai": "100 %"}
        yield Offence(values, (case.bukti("baris.0.capaian"),), "semua", "capaian", "sedang")


def _copied(case: Case, params: Wajar) -> Iterator[Offence]:
    """Two quarters in a row with the same realisasi for every indikator, though the targets differ."""
    rows = [row for row in case.isi.baris if row.triwulan]
    for first, second in pairwise(range(4)):
        pairs = [(row.triwulan[first], row.triwulan[second]) for row in rows]
        measured = [(a, b) for a, b in pairs if not is_nothing(a.realisasi) and not is_nothing(b.realisasi)]
        same = [a.realisasi == b.realisasi for a, b in measured]
        differ = any(a.target != b.target for a, b in measured)
        if len(same) >= params.semua_seratus and all(same) and differ:
            periode = f"triwulan {ROMAN[first]} dan {ROMAN[second]}"
            values = {
                "indikator": f"Semua ({len(same)}) indikator",
                "sebab": f"realisasi {periode} sama persis",
                "nilai": f"misalnya {measured[0][0].realisasi}",
            }
            yield Offence(values, (case.bukti("baris.0"),), periode, "realisasi", "sedang")


def _first_quarter_done(case: Case) -> Iterator[Offence]:
    """A cumulative indikator whose first quarter already reports the whole year's target."""
    for index, row in enumerate(case.isi.baris):
        if not row.triwulan:
            continue
        target, first, last = (
            parse_number(text) for text in (row.target, row.triwulan[0].realisasi, row.triwulan[0].target)
        )
        if target and first and last and last.nilai < target.nilai <= first.nilai:
            label = row_label(row, LABEL, index)
            values = {
                "indikator": label,
                "sebab": "realisasi triwulan I sudah sebesar target setahun",
                "nilai": row.triwulan[0].realisasi or "",
            }
            yield Offence(values, (case.bukti(f"baris.{index}"),), label, "realisasi", "sedang")
