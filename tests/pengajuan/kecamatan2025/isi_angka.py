"""What the LKjIP of a year is printed from: figures per indicator, budgets, explanations."""

from __future__ import annotations

from . import isi, isi_program
from .angka import capaian, persen, rupiah

Blok = dict


def butir(nama: str, jenis: str, teks: str = "", **lain) -> Blok:
    return {"id": nama, "jenis": jenis, "teks": teks, **lain}


def angka_tahun(tahun: int, ganti: dict[int, dict[str, str]]) -> list[dict]:
    """Per indicator: target, realisasi, capaian of the year, last year's realisasi, the end of the Renstra.

    ganti gives other values of one indicator, from which everything else is worked out."""
    hasil = []
    for nomor, (satu, lalu) in enumerate(zip(isi.INDIKATOR, isi.LALU, strict=True)):
        baru = ganti.get(nomor, {})
        if tahun == isi.TAHUN:
            target, real, sebelum, akhir = satu["target"][0], satu["real"][3], lalu[1], satu["target"][4]
        else:
            target, real, sebelum, akhir = lalu
        target, real = baru.get("target", target), baru.get("real", real)
        sebelum, akhir = baru.get("sebelum", sebelum), baru.get("akhir", akhir)
        hasil.append(
            {
                **satu,
                "nama": baru.get("nama", satu["nama"]),
                "target_": target,
                "real_": real,
                "capai": capaian(target, real, satu["turun"]),
                "sebelum": sebelum,
                "akhir": akhir,
                "maju": capaian(akhir, real, satu["turun"]),
            }
        )
    return hasil


def dana(kode: str, tahun: int) -> tuple[int, int]:
    if tahun == isi.TAHUN:
        return isi_program.pagu(kode), isi_program.serapan(kode)
    rencana = isi_program.pagu(kode) * 95 // 100
    return rencana, rencana * 97 // 100


SEBAB = {
    0: (
        "Keberhasilan dicapai karena penambahan petugas pendamping pada loket dan penataan jam layanan. Upaya "
        "yang dilakukan adalah "
        "melanjutkan survei setiap triwulan dan memperbaiki unsur waktu layanan."
    ),
    1: (
        "Keberhasilan didukung oleh pembinaan administrasi sesuai jadwal pada seluruh desa. Solusi untuk dua "
        "desa yang belum tertib "
        "adalah pendampingan khusus oleh Seksi Tata Pemerintahan."
    ),
    2: (
        "Target belum tercapai karena dua desa mengganti operator profil desa pada September 2025 sehingga "
        "isian terhenti. Kendala itu "
        "diatasi dengan menetapkan petugas pengganti dan mendampingi kedua desa setiap pekan sampai isian selesai."
    ),
    3: (
        "Keberhasilan dicapai karena patroli bersama ditambah menjadi empat titik dan aduan dicatat pada hari "
        "yang sama. Upaya "
        "selanjutnya adalah memperluas saluran aduan."
    ),
    4: (
        "Keberhasilan dicapai karena rekomendasi hasil evaluasi ditindaklanjuti dan bukti dukung dihimpun "
        "setiap triwulan. Upaya "
        "selanjutnya adalah memperdalam pembahasan pada rapat monitoring."
    ),
}


def uang(kode: str, tahun: int) -> list[str]:
    rencana, hasil = dana(kode, tahun)
    return [rupiah(rencana), rupiah(hasil), persen(hasil, rencana)]
