"""The words of the reports: labels, numbers and dates as an Indonesian reader expects them."""

from __future__ import annotations

import datetime
from decimal import Decimal

from saksama.checker.diff import Keadaan
from saksama.checker.isian import Keputusan, Penanda
from saksama.checker.run import Butir, Keparahan, Pengecualian, Status
from saksama.parsers.dates import in_words
from saksama.parsers.unprintable import UNPRINTABLE
from saksama.reports.terbilang import in_words as in_full

STATUS: dict[Status, str] = {
    "temuan": "Temuan",
    "lulus": "Terpenuhi",
    "tidak_berlaku": "Tidak berlaku",
    "tidak_ada": "Bahan belum ada",
    "telaah_manual": "Perlu telaah",
    "galat": "Gagal dijalankan",
    "tidak_dipilih": "Tidak dipilih",
}

STATUS_MEANING: dict[Status, str] = {
    "temuan": "ada yang perlu diperbaiki",
    "lulus": "sudah diperiksa dan sesuai",
    "tidak_berlaku": "aturan tidak mengenai berkas ini",
    "tidak_ada": "dokumen, tabel atau isian belum diberikan atau tidak dikenali",
    "telaah_manual": "hanya dapat diputuskan oleh orang",
    "galat": "aturan atau alat gagal; hasil tidak lengkap",
    "tidak_dipilih": "tidak dipakai pada profil ini",
}

KEPARAHAN: dict[Keparahan, str] = {"kritis": "Kritis", "mayor": "Mayor", "minor": "Minor", "info": "Info"}

JAWABAN: dict[str, str] = {"ya": "Ya", "tidak": "Tidak", "perlu_telaah": "Perlu telaah"}

JENIS: dict[str, str] = {
    "perjanjian_kinerja": "Perjanjian Kinerja",
    "rencana_aksi": "Rencana Aksi",
    "pengukuran_kinerja": "Pengukuran Kinerja (PKPK)",
    "laporan_kinerja": "Laporan Kinerja (LKjIP)",
    "renstra": "Renstra",
    "iku": "Indikator Kinerja Utama (IKU)",
    "hasil_evaluasi": "Laporan Hasil Evaluasi (LHE)",
    "tindak_lanjut": "Tindak Lanjut LHE",
    "notulen": "Notulen",
    "lembar_kerja_evaluasi": "Lembar Kerja Evaluasi (LKE)",
    "pedoman": "Pedoman",
    "cascading": "Pohon Kinerja / Cascading",
    "renja": "Renja",
    "dpa": "DPA",
    "ekinerja": "e-Kinerja",
    "bukti": "Bukti dukung",
    "lain": "Dokumen lain",
}

KEADAAN: dict[Keadaan, str] = {
    "baru": "Temuan baru",
    "tetap": "Masih ada",
    "diperbaiki": "Sudah diperbaiki",
    "tidak_diperiksa": "Tidak diperiksa lagi",
}

KEPUTUSAN: dict[Keputusan, str] = {"tetap": "Tetap", "gugur": "Gugur"}

PENANDA: dict[Penanda, str] = {
    "ketua_tim": "Ketua Tim (penyusun)",
    "pengendali_teknis": "Pengendali Teknis (pereviu)",
    "panel": "Panel",
}


def kind(jenis: str | None) -> str:
    """The name of a document kind; "Tidak dikenali" for None."""
    return "Tidak dikenali" if jenis is None else JENIS.get(jenis, jenis.replace("_", " "))


def answer(butir: Butir) -> str:
    """The answer of a review statement as a person reads it."""
    return JAWABAN[butir.jawaban]


def number(value: Decimal | int, places: int = 2) -> str:
    """A number with decimal comma and thousands point: Decimal("1234.5") is "1.234,50"."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def count(number: int) -> str:
    """A count as letters give it: "30 (tiga puluh)"."""
    return f"{number} ({in_full(number)})"


def signed(value: Decimal) -> str:
    """A difference with its sign: "+1,25", "-0,40", "0,00"."""
    return f"+{number(value)}" if value > 0 else number(value)


def weight(value: Decimal) -> str:
    """A weight without useless zeros: 30, 4,5."""
    text = number(value)
    return text.rstrip("0").rstrip(",") if "," in text else text


def percent(share: Decimal) -> str:
    """A share from 0 to 1 as whole per cent; 0 % and 100 % only where nothing and everything is meant."""
    whole = round(share * 100)
    if share > 0:
        whole = max(whole, 1)
    if share < 1:
        whole = min(whole, 99)
    return f"{whole} %"


def date(iso: str | None) -> str | None:
    """An ISO date in words ("10 Maret 2025"); other text as it is."""
    try:
        return in_words(datetime.date.fromisoformat(iso)) if iso else iso
    except ValueError:
        return iso


def accepted(given: Pengecualian) -> str:
    """Who takes the weight off a finding, until when, and why."""
    if given.sampai is None:
        return f"Digugurkan {given.oleh}: {given.alasan}"
    return f"Diterima {given.oleh} sampai {date(given.sampai)}: {given.alasan}"


def clean(text: str) -> str:
    """Text without control characters, which neither a terminal nor an office document may be given.

    Among them are those that turn the direction of what follows: no text here needs them, and a name may lie by them.
    """
    return UNPRINTABLE.sub(" ", text)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word, with an ellipsis."""
    folded = " ".join(text.split())
    if len(folded) <= limit:
        return folded
    cut = folded[: limit - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut
    return head.rstrip(" ,;:.") + "…"


def sentence(text: str) -> str:
    """The text ending in a full stop unless it has its own end."""
    stripped = text.strip()
    return stripped if stripped.endswith((".", "?", "!", "…", ":", ".”")) else stripped + "."
