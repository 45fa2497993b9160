"""The budgets of a perjanjian kinerja: filled, and summed up rightly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksama.checker.checks.base import Case, Offence, TanpaParameter, Verdict, check, judge, missing
from saksama.parsers.numbers import is_blank


@check("anggaran_berjumlah", "rekaman", values=("uraian", "tertulis", "hitung", "sebab"))
def anggaran_berjumlah(case: Case, params: TanpaParameter) -> Verdict:
    """Setiap program beranggaran, dan total yang tertulis sama dengan jumlahnya."""
    isi = case.isi
    if not isi.anggaran:
        if not isi.kolom_anggaran:
            return missing("Tabel anggaran tidak ditemukan; lihat aturan tentang kolomnya.")
        values = {"uraian": "Tabel anggaran", "sebab": "tidak berisi satu pun jumlah"}
        return Verdict("temuan", None, (Offence(values, (case.bukti(""),), kolom="anggaran"),))

    def offences() -> Iterator[Offence]:
        for index, row in enumerate(isi.anggaran):
            if row.jumlah is None:
                label = row.uraian or f"baris {index + 1}"
                unread = f"jumlah “{row.jumlah_teks}” tidak terbaca sebagai rupiah"
                values = {"uraian": label, "sebab": "jumlahnya kosong" if is_blank(row.jumlah_teks) else unread}
                yield Offence(values, (case.bukti(f"anggaran.{index}", label),), label, "jumlah")
        amounts = [row.jumlah for row in isi.anggaran]
        if isi.total_anggaran is None or None in amounts:
            return
        # Programs alone, or with their kegiatan counted once: the reading nearer to the stated total is the one meant.
        nearest = min(sum(amounts), top_sum(amounts), key=lambda counted: abs(counted - isi.total_anggaran))
        if nearest != isi.total_anggaran:
            stated, counted = rupiah(isi.total_anggaran), rupiah(nearest)
            sebab = f"tertulis {stated}, jumlah barisnya {counted}"
            values = {"uraian": "Total anggaran", "tertulis": stated, "hitung": counted, "sebab": sebab}
            bukti = case.bukti("total_anggaran", isi.total_anggaran_teks)
            yield Offence(values, (bukti,), "total", "jumlah", case.certainty("total_anggaran"))

    return judge(offences())


def rupiah(amount: int) -> str:
    """An amount as it is written in Indonesia: Rp1.234.567."""
    return f"Rp{amount:,}".replace(",", ".")


def top_sum(amounts: Sequence[int]) -> int:
    """The sum of a list in which a program stands over its kegiatan and their sub kegiatan: each amount counts once.

    Rows right below an amount that add up to it are its parts; without any such rows it is the plain sum.
    """
    total = place = 0
    while place < len(amounts):
        total += amounts[place]
        place = _behind_parts(amounts, place)
    return total


def _behind_parts(amounts: Sequence[int], place: int) -> int:
    """The index behind an amount and the rows below it that are its parts."""
    below, end = 0, place + 1
    while end < len(amounts) and below < amounts[place]:
        below += amounts[end]
        end = _behind_parts(amounts, end)
    return end if below == amounts[place] and end > place + 1 else place + 1
