"""Checks on minutes of monitoring meetings: one for each quarter, complete, each taking up the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksama.checker import matching
from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    check,
    evidence,
    judge,
    manual,
    missing,
    unknown_fields,
)
from saksama.checker.checks.pengajuan import ROMAN, elapsed


@check("notulen_triwulanan", "pengajuan", values=("triwulan",))
def notulen_triwulanan(case: Case, params: TanpaParameter) -> Verdict:
    """Notulen rapat monitoring harus ada untuk setiap triwulan yang telah lewat."""
    parts = list(case.submission.parts("notulen", tahun=case.submission.tahun))
    held = {part.isi.triwulan for part in parts}
    lacking = [number for number in elapsed(case.submission.tahun, case.submission.tanggal) if number not in held]
    undated = [part.berkas.berkas for part in parts if part.isi.triwulan is None]
    if lacking and len(undated) >= len(lacking):
        return missing(f"Triwulan pada notulen {', '.join(undated)} tidak terbaca.")
    return judge(Offence({"triwulan": ROMAN[number - 1]}, (), label=str(number)) for number in lacking)


class BagianIsi(Params, frozen=True):
    """bagian: list field that must hold something -> its name."""

    bagian: dict[str, str]

    def problems(self, jenis: Sequence[str]) -> Iterator[str]:
        yield from unknown_fields(jenis, *self.bagian)


@check("bagian_terisi", "rekaman", values=("bagian",))
def bagian_terisi(case: Case, params: BagianIsi) -> Verdict:
    """Setiap bagian yang disebut harus ada isinya; notulen rapat lain (tanpa triwulan dan capaian) ditelaah dahulu."""
    if getattr(case.isi, "triwulan", None) is None and not getattr(case.isi, "capaian", True):
        return manual("Notulen ini tidak menyebut triwulan dan capaian; pastikan apakah ini notulen rapat monitoring.")
    return judge(
        Offence({"bagian": name}, (case.bukti(path),), kolom=path)
        for path, name in params.bagian.items()
        if not getattr(case.isi, path)
    )


class Sambung(Params, frozen=True):
    """ambang: likeness (0 to 100) from which a recommendation counts as taken up in the next minutes; capaian: the same
    for what these say of achievements, where the names of indikator share words with many a recommendation."""

    ambang: float = 60.0
    capaian: float = 80.0


@check("notulen_berkesinambungan", "pengajuan", values=("rekomendasi", "triwulan", "berikut"))
def notulen_berkesinambungan(case: Case, params: Sambung) -> Verdict:
    """Rekomendasi notulen suatu triwulan harus disinggung pada notulen triwulan berikutnya."""
    parts = {
        part.isi.triwulan: part
        for part in case.submission.parts("notulen", tahun=case.submission.tahun)
        if part.isi.triwulan
    }
    follows = [(parts[number], parts[number + 1]) for number in sorted(parts) if number + 1 in parts]
    if not follows:
        return missing("Belum ada notulen dua triwulan berturut-turut yang triwulannya terbaca.")

    def offences() -> Iterator[Offence]:
        for before, after in follows:
            said = [*after.isi.tindak_lanjut, *after.isi.upaya, *after.isi.rekomendasi]
            for index, text in enumerate(before.isi.rekomendasi):
                taken_up = any(matching.mentions(text, other) >= params.ambang for other in said)
                if not taken_up and not any(
                    matching.mentions(text, other) >= params.capaian for other in after.isi.capaian
                ):
                    values = {
                        "rekomendasi": text,
                        "triwulan": ROMAN[before.isi.triwulan - 1],
                        "berikut": ROMAN[after.isi.triwulan - 1],
                    }
                    bukti = (evidence(before, f"rekomendasi.{index}", text), evidence(after, "tindak_lanjut"))
                    yield Offence(values, bukti, text, berkas=after.berkas.berkas, role=after.role)

    return judge(tuple(offences()))
