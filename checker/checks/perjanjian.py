"""Checks that only a perjanjian kinerja needs: date, signature block, targets, budget, NIP, deadline, revision."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    absent,
    check,
    evidence,
    judge,
    missing,
    not_applicable,
    passed,
)
from saksama.checker.checks.isian import is_empty, join_words
from saksama.checker.submission import Part, fold
from saksama.parsers.dates import in_words
from saksama.parsers.numbers import is_blank, parse_number, predicate_grade
from saksama.parsers.records.types import Pihak


@check("tanggal_penuh", "rekaman", values=("tempat",))
def tanggal_penuh(case: Case, params: TanpaParameter) -> Verdict:
    """Tempat dan tanggal penandatanganan harus lengkap: hari, bulan dan tahun."""
    if case.isi.tanggal and not is_empty(case.isi.tempat):
        return passed()
    tempat = case.isi.tempat or "tempat tidak tertulis"
    bukti = case.bukti("tanggal", kutipan=case.isi.tempat)
    return Verdict("temuan", None, (Offence({"tempat": tempat}, (bukti,), kolom="tanggal"),))


class BlokTandaTangan(Params, frozen=True):
    """politik: posts that have neither pangkat nor NIP."""

    politik: tuple[str, ...] = ("bupati", "walikota", "wali kota", "gubernur")


def is_political(pihak: Pihak, posts: Sequence[str]) -> bool:
    """True for an elected official or a deputy, who has neither pangkat nor NIP."""
    words = fold(pihak.jabatan)
    return any(re.match(rf"(wakil |plt |pj )?{re.escape(fold(post))}\b", words) for post in posts)


@check("blok_tanda_tangan", "rekaman", values=("pihak", "kurang", "nama"))
def blok_tanda_tangan(case: Case, params: BlokTandaTangan) -> Verdict:
    """Setiap pihak harus bernama, berpangkat dan ber-NIP; pejabat politik cukup nama."""
    isi = case.isi

    def offences() -> Iterator[Offence]:
        for path, title in (("pihak_pertama", "pihak pertama"), ("pihak_kedua", "pihak kedua")):
            pihak = getattr(isi, path)
            if pihak is None:
                continue
            wanted = ("nama",) if is_political(pihak, params.politik) else ("nama", "pangkat", "nip")
            lacking = [name.upper() if name == "nip" else name for name in wanted if is_empty(getattr(pihak, name))]
            if lacking:
                values = {"pihak": title, "kurang": join_words(lacking), "nama": pihak.nama or "tanpa nama"}
                yield Offence(values, (case.bukti(f"{path}.nama", pihak.nama),), title, path)

    if isi.pihak_pertama is None and isi.pihak_kedua is None:
        return missing("Blok tanda tangan tidak ditemukan.")
    return absent(case, offences())


class TargetTerukur(Params, frozen=True):
    """tanpa_satuan: indicator words whose figures have no unit by nature (indeks, nilai, skor, rasio ...)."""

    tanpa_satuan: tuple[str, ...] = ("indeks", "nilai", "skor", "rasio", "predikat", "opini", "angka", "koefisien")


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_UNIT_IN_NAME = re.compile(r"\(\s*(%|[A-Za-z][^()0-9]{0,40})\)")


@check("target_terukur", "rekaman", values=("indikator", "target", "sebab"))
def target_terukur(case: Case, params: TargetTerukur) -> Verdict:
    """Target harus berupa angka bersatuan atau tingkat pada skala yang dikenal; target ganda diserahkan ke penelaah."""
    rows = case.isi.sasaran
    if not rows:
        return missing("Tabel sasaran tidak ditemukan atau tidak dikenali.")
    doubts: list[str] = []

    def offences() -> Iterator[Offence]:
        for index, row in enumerate(rows):
            if is_blank(row.target):
                continue
            sebab = _unmeasured(row.indikator or "", row.target, row.satuan, params)
            label = row.indikator or row.sasaran or f"baris {index + 1}"
            if sebab and sebab.startswith("?"):
                doubts.append(f"{label}: target “{row.target}” {sebab[1:]}")
            elif sebab:
                values = {"indikator": label, "target": row.target, "sebab": sebab}
                path = f"sasaran.{index}.target"
                yield Offence(values, (case.bukti(path, row.target),), label, "target", case.certainty(path))

    return judge(tuple(offences()), doubts)


def _unmeasured(indikator: str, target: str, satuan: str | None, params: TargetTerukur) -> str | None:
    """Why a target cannot be measured; begins with "?" where a person should look; None when it can."""
    if predicate_grade(target) is not None:
        return None
    figures = _NUMBER.findall(target)
    if not figures:
        return "bukan angka dan bukan tingkat pada skala yang dikenal"
    if satuan is not None and parse_number(target) is None and re.search(r"[A-Za-z]{3}", target):
        if re.fullmatch(r"\s*(%|persen|persentase)\s*", satuan, re.I) and len(figures) > 1:
            return f"satuannya {satuan}, tetapi targetnya bukan angka {satuan.lower()}"
        return "?memuat lebih dari satu angka atau keterangan" if len(figures) > 1 else None
    if satuan is not None or _UNIT_IN_NAME.search(indikator):
        return None
    if parse_number(target) is None:
        return None if re.search(r"[A-Za-z%/]", target) else "?tidak terbaca sebagai satu angka"
    words = fold(indikator).split()
    if any(word in words for word in params.tanpa_satuan):
        return None
    return "satuannya tidak tertulis"


@check("nip_sah", "rekaman", values=("nama", "nip", "sebab"))
def nip_sah(case: Case, params: TanpaParameter) -> Verdict:
    """Setiap NIP harus 18 angka dengan tanggal lahir, bulan pengangkatan dan kode kelamin yang mungkin."""
    isi = case.isi
    parties = [(path, getattr(isi, path)) for path in ("pihak_pertama", "pihak_kedua")]
    numbered = [
        (f"{path}.{place}", pihak, nip)
        for path, pihak in parties
        if pihak is not None
        for place, nip in (("nip", pihak.nip), *((f"nip_lain.{i}", nip) for i, nip in enumerate(pihak.nip_lain)))
        if not is_empty(nip)
    ]
    if not numbered:
        return not_applicable("Tidak ada NIP pada naskah.")

    def offences() -> Iterator[Offence]:
        for place, pihak, nip in numbered:
            sebab = nip_fault(nip)
            if sebab:
                path = place.split(".")[0]
                values = {"nama": pihak.nama or path.replace("_", " "), "nip": nip, "sebab": sebab}
                yield Offence(values, (case.bukti(place, nip),), path, "nip", case.certainty(place))

    return judge(offences())


def nip_fault(nip: str) -> str | None:
    """What is wrong with a NIP (YYYYMMDD birth, YYYYMM appointment, 1 or 2, three digits), None when it may be real."""
    digits = re.sub(r"[\s.]", "", nip)
    if not digits.isdigit() or len(digits) != 18:
        count = sum(char.isdigit() for char in digits)
        return f"berisi {count} angka, seharusnya 18" if digits.isdigit() else "memuat tanda selain angka"
    try:
        born = dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        hired = dt.date(int(digits[8:12]), int(digits[12:14]), 1)
    except ValueError:
        return "bagian tanggal lahir atau bulan pengangkatannya tidak mungkin"
    if not 15 <= hired.year - born.year <= 60:
        return "jarak tahun lahir dan tahun pengangkatannya tidak mungkin"
    return None if digits[14] in "12" else "angka ke-15 (jenis kelamin) bukan 1 atau 2"


class Tenggat(Params, frozen=True):
    """bulan: how many months after the budget's date the agreement must be signed."""

    bulan: int = 1


@check("tenggat_pk", "rekaman", values=("tanggal", "tanggal_dpa", "batas"))
def tenggat_pk(case: Case, params: Tenggat) -> Verdict:
    """Perjanjian disusun paling lambat sekian bulan setelah dokumen anggaran disahkan."""
    dpa = _dpa_date(case)
    if dpa is None:
        return missing("Tanggal DPA tidak diketahui; tulis tanggal_dpa di berkas.yaml atau sertakan DPA.")
    if not case.isi.tanggal:
        return missing("Tanggal perjanjian tidak terbaca.")
    if case.isi.perubahan:
        return not_applicable("Perjanjian perubahan tidak terikat tenggat ini.")
    signed, last = dt.date.fromisoformat(case.isi.tanggal), add_months(dpa, params.bulan)
    if signed <= last:
        return passed()
    values = {"tanggal": in_words(signed), "tanggal_dpa": in_words(dpa), "batas": in_words(last)}
    return Verdict("temuan", None, (Offence(values, (case.bukti("tanggal", case.isi.tanggal),), kolom="tanggal"),))


def _dpa_date(case: Case) -> dt.date | None:
    noted = case.submission.keterangan.tanggal_dpa
    texts = [noted] if noted else [part.isi.tanggal for part in case.submission.parts("dpa", tahun=case.isi.tahun)]
    return next((dt.date.fromisoformat(text) for text in texts if text), None)


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day some months later, the month's last day where it has no such day."""
    month = date.month - 1 + months
    year, month = date.year + month // 12, month % 12 + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month, min(date.day, last))


@check("revisi_bertanda", "pengajuan", values=("jabatan", "indikator", "target", "lain"))
def revisi_bertanda(case: Case, params: TanpaParameter) -> Verdict:
    """Dua perjanjian satu jabatan dan tahun dengan target berbeda: salah satunya harus bertanda Perubahan."""
    parts = list(case.submission.parts("perjanjian_kinerja"))
    if not parts:
        return missing("Tidak ada perjanjian kinerja.")

    def offences() -> Iterator[Offence]:
        for index, later in enumerate(parts):
            for earlier in parts[:index]:
                if later.role == earlier.role and not (later.isi.perubahan or earlier.isi.perubahan):
                    yield from _differing(earlier, later)

    return judge(offences())


def _differing(earlier: Part, later: Part) -> Iterator[Offence]:
    targets = {fold(row.indikator): (i, row) for i, row in enumerate(earlier.isi.sasaran) if row.indikator}
    for index, row in enumerate(later.isi.sasaran):
        before = targets.get(fold(row.indikator))
        if before and fold(before[1].target) != fold(row.target):
            jabatan = getattr(later.isi.pihak_pertama, "jabatan", None) or "jabatan tidak terbaca"
            values = {
                "jabatan": jabatan,
                "indikator": row.indikator,
                "target": row.target or "-",
                "lain": before[1].target or "-",
            }
            bukti = (
                evidence(later, f"sasaran.{index}.target", row.target),
                evidence(earlier, f"sasaran.{before[0]}.target", before[1].target),
            )
            yield Offence(values, bukti, row.indikator, "target", berkas=later.berkas.berkas, role=later.role)
