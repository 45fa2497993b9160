"""Checks on minutes of monitoring meetings: one for each quarter, complete, each taking up the one before."""

from __future__ import annotations

import re
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
from saksama.checker.checks.pasangan_rekomendasi import stem
from saksama.checker.checks.pengajuan import ROMAN, elapsed
from saksama.checker.submission import Part, fold


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
    for what these say of achievements, where the names of indikator share words with many a recommendation. akar: share
    of a recommendation's words, without prefix and suffix, that will do as well; umum: words that say nothing."""

    ambang: float = 60.0
    capaian: float = 80.0
    akar: float = 0.55
    umum: tuple[str, ...] = (
        "agar", "perlu", "segera", "untuk", "dengan", "yang", "pada", "setiap", "seluruh", "telah", "sudah", "serta",
        "oleh", "dalam", "akan", "para", "masing", "lebih", "sesuai", "terhadap", "kepada", "kepala", "seksi",
    )  # fmt: skip


_ALL_DONE = re.compile(r"\b(?:seluruh|semua)\w*\s+rekomendasi\b.{0,60}\b(?:telah|sudah)\b", re.I)
"""A sentence that says of all recommendations together that they were followed up, and of none how."""


def _shared(text: str, other: str, params: Sambung) -> float:
    """The share of a recommendation's words that another text has too, in whatever form; two words at least."""
    mine, theirs = (
        {stem(word) for word in fold(one).split() if len(word) > 3 and word not in params.umum} for one in (text, other)
    )
    both = sum(any(_kin(word, other) for other in theirs) for word in mine)
    return both / len(mine) if both > 1 else 0.0


def _kin(a: str, b: str) -> bool:
    """Whether two stems are of one word: a prefix may have taken its first letter ("menambah", "ditambah")."""
    short, long = sorted((a, b), key=len)
    return long == short or (len(short) > 3 and len(long) - len(short) == 1 and long.endswith(short))


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

    doubts: list[str] = []

    def offences() -> Iterator[Offence]:
        for before, after in follows:
            names = ROMAN[before.isi.triwulan - 1], ROMAN[after.isi.triwulan - 1]
            lost = [pair for pair in enumerate(before.isi.rekomendasi) if not _taken_up(pair[1], after, params)]
            if lost and any(_ALL_DONE.search(text) for text in after.isi.tindak_lanjut):
                doubts.append(f"notulen triwulan {names[1]} hanya menyebut seluruh rekomendasi telah ditindaklanjuti")
                continue
            for index, text in lost:
                values = {"rekomendasi": text, "triwulan": names[0], "berikut": names[1]}
                bukti = (evidence(before, f"rekomendasi.{index}", text), evidence(after, "tindak_lanjut"))
                yield Offence(values, bukti, text, berkas=after.berkas.berkas, role=after.role)

    return judge(tuple(offences()), doubts)


def _taken_up(text: str, after: Part, params: Sambung) -> bool:
    """Whether the next minutes speak of a recommendation."""
    said = [*after.isi.tindak_lanjut, *after.isi.upaya, *after.isi.rekomendasi]
    return any(
        matching.mentions(text, other) >= params.ambang or _shared(text, other, params) >= params.akar for other in said
    ) or any(matching.mentions(text, other) >= params.capaian for other in after.isi.capaian)
