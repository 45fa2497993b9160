# ruff: noqa: E501 - the sentences of documents stay whole
"""What supports the performance documents: guides, the decree of the team, rewards, and evidence of each quarter."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from indikator import INDIKATOR, capaian
from kecamatan import AWAL, KABUPATEN, KOP, ORANG, TAHUN, TEMPAT, UNIT
from naskah import (
    ROMAWI,
    Blok,
    Dokumen,
    Judul,
    Kop,
    Paragraf,
    Sumber,
    Tabel,
    TandaTangan,
    angka,
    baris,
    bernomor,
    kepala,
    tanggal,
    tengah,
)
from pk import penanda
from rencana import nomor, sah

DASAR = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk "
    "Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu Atas Laporan Kinerja Instansi Pemerintah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi "
    "Akuntabilitas Kinerja Instansi Pemerintah.",
)
PEDOMAN = {
    "perencanaan": (
        "PEDOMAN TEKNIS PERENCANAAN KINERJA",
        "006",
        "Perencanaan kinerja disusun berjenjang dari Renstra, Indikator Kinerja Utama, Rencana Kerja, Perjanjian Kinerja "
        "sampai Rencana Aksi.",
        (
            "Sasaran dirumuskan sebagai kondisi yang ingin diwujudkan.",
            "Setiap indikator memiliki satuan, target dan penanggung jawab.",
            "Perjanjian Kinerja ditandatangani paling lambat satu bulan setelah anggaran disahkan.",
        ),
    ),
    "pengukuran": (
        "PEDOMAN TEKNIS PENGUKURAN KINERJA DAN PENGUMPULAN DATA KINERJA",
        "007",
        "Pengukuran kinerja dilaksanakan setiap triwulan dengan membandingkan realisasi dan target Rencana Aksi.",
        (
            "Data kinerja dikumpulkan berjenjang dari pelaksana sampai Camat.",
            "Laporan triwulan disampaikan pada minggu pertama setelah triwulan berakhir.",
            "Setiap realisasi dilengkapi data dukung.",
        ),
    ),
    "evaluasi": (
        "PEDOMAN TEKNIS EVALUASI AKUNTABILITAS KINERJA INTERNAL",
        "008",
        "Evaluasi akuntabilitas kinerja internal dilaksanakan setiap tahun terhadap empat komponen dengan bobot "
        "Perencanaan Kinerja 30, Pengukuran Kinerja 30, Pelaporan Kinerja 15 dan Evaluasi Akuntabilitas Kinerja "
        "Internal 25.",
        (
            "Tim SAKIP melaksanakan penilaian mandiri.",
            "Inspektorat melaksanakan evaluasi atas hasil penilaian mandiri.",
            "Rekomendasi ditindaklanjuti paling lambat 60 hari sejak diterima.",
        ),
    ),
}


LAMAN = "https://mekarsari.sukamaju.example/sakip"
PUBLIKASI = f"05-pendukung/bukti-publikasi-{TAHUN}.pdf"
_DIUMUMKAN = ("renstra", "iku", "renja", "pk-", "rencana-aksi", "lkjip")


def publikasi(berkas: Iterable[str]) -> list[tuple[str, str, str]]:
    """The published documents among these files: file, address and ISO date."""
    found = [one for one in sorted(berkas) if Path(one).name.startswith(_DIUMUMKAN)]
    return [(one, f"{LAMAN}/{Path(one).name}", _terbit(Path(one).name)) for one in found]


def _terbit(nama: str) -> str:
    """When a document was published: soon after it was signed."""
    if nama.startswith("renstra"):
        return f"{AWAL}-10-01"
    if nama.startswith("renja"):
        return f"{TAHUN - 1}-07-20"
    if nama.startswith("lkjip"):
        return f"{TAHUN + 1}-02-20" if str(TAHUN) in nama else f"{TAHUN}-02-20"
    return f"{TAHUN}-01-25"


def bukti_publikasi(berkas: Iterable[str]) -> Dokumen:
    """A print of the web page that lists the published documents."""
    rows = tuple(
        baris(tengah(str(n)), Path(one).name, url, tengah(tanggal(date)))
        for n, (one, url, date) in enumerate(publikasi(berkas), 1)
    )
    return Dokumen(
        (
            Kop(KOP),
            Judul(f"TANGKAPAN LAYAR LAMAN PUBLIKASI\nDOKUMEN KINERJA {UNIT.upper()}"),
            Paragraf(f"Dokumen kinerja berikut dipublikasikan pada {LAMAN}.", menjorok=True),
            Tabel((1, 5, 9, 4), (kepala("No", "Dokumen", "Alamat", "Tanggal Unggah"),), rows),
        )
    )


def susun(s: Sumber) -> dict[str, Dokumen]:
    """The guides, decrees and evidence files, by file."""
    files = {
        f"05-pendukung/sk-tim-sakip-{TAHUN}.docx": Dokumen(_sk_tim()),
        f"05-pendukung/penghargaan-dan-sanksi-{TAHUN}.docx": Dokumen(_penghargaan()),
    }
    for topic in PEDOMAN:
        files[f"05-pendukung/pedoman-{topic}-{TAHUN}.docx"] = Dokumen(_pedoman(s, topic))
    for tw in (1, 2, 3, 4):
        for iku in INDIKATOR:
            files[berkas_bukti(iku.bukti, tw)] = Dokumen(_bukti(iku.kunci, tw))
    return files


def berkas_bukti(uraian: str, triwulan: int) -> str:
    """The file of a piece of evidence of a quarter."""
    return f"06-bukti/tw-{triwulan}/{uraian.lower().replace(' ', '-')}.pdf"


def _pedoman(s: Sumber, topik: str) -> tuple[Blok, ...]:
    title, number, core, rules = PEDOMAN[topik]
    scope = s.nilai(f"pedoman/{topik}/lingkup", f"Pedoman ini berlaku di lingkungan {UNIT}.")
    return (
        Kop(KOP),
        Judul(f"{title}\n{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN {TAHUN}"),
        nomor(f"000.8.6.3/{number}/{TAHUN}"),
        Judul("BAB I\nPENDAHULUAN", 1),
        Judul("A. Dasar Hukum", 2),
        bernomor(s.nilai(f"pedoman/{topik}/dasar", DASAR)),
        Judul("B. Ruang Lingkup", 2),
        Paragraf(scope, menjorok=True),
        Judul("BAB II\nTATA CARA", 1),
        Paragraf(core, menjorok=True),
        bernomor(rules),
        Judul("BAB III\nPENUTUP", 1),
        Paragraf("Pedoman ini menjadi acuan seluruh pegawai dan mulai berlaku pada tanggal ditetapkan.", menjorok=True),
        sah(f"{TAHUN}-01-10"),
    )


def _sk_tim() -> tuple[Blok, ...]:
    staff = ("camat", "sekcam", "perencanaan", "pelayanan", "pemerintahan", "trantib")
    roles = ("Penanggung Jawab", "Ketua", "Sekretaris", "Anggota", "Anggota", "Anggota")
    rows = tuple(
        baris(tengah(str(n)), ORANG[key].nama, ORANG[key].jabatan, role)
        for n, (key, role) in enumerate(zip(staff, roles, strict=True), 1)
    )
    return (
        Kop(KOP),
        Judul("KEPUTUSAN CAMAT MEKARSARI"),
        nomor(f"000.8.6.3/002/{TAHUN}"),
        Judul(f"TENTANG\nTIM SISTEM AKUNTABILITAS KINERJA INSTANSI PEMERINTAH (SAKIP)\n{UNIT.upper()} TAHUN {TAHUN}"),
        Paragraf(
            "Menetapkan Tim SAKIP yang bertugas melaksanakan pengukuran kinerja, pengumpulan data kinerja, penyusunan "
            "laporan kinerja dan penilaian mandiri, dengan susunan sebagai berikut.",
            menjorok=True,
        ),
        Tabel((1, 6, 6, 4), (kepala("No", "Nama", "Jabatan", "Kedudukan dalam Tim"),), rows),
        Paragraf("Keputusan ini mulai berlaku pada tanggal ditetapkan.", menjorok=True),
        sah(f"{TAHUN}-01-04"),
    )


def _penghargaan() -> tuple[Blok, ...]:
    winner = ORANG["pelaksana"]
    return (
        Kop(KOP),
        Judul("KEPUTUSAN CAMAT MEKARSARI"),
        nomor(f"800.1.11/017/{TAHUN}"),
        Judul(
            f"TENTANG\nPEMBERIAN PENGHARGAAN (REWARD) DAN SANKSI (PUNISHMENT)\nBERDASARKAN HASIL PENGUKURAN KINERJA TAHUN {TAHUN}"
        ),
        bernomor(
            (
                f"Penghargaan pegawai berkinerja terbaik diberikan kepada {winner.nama}, {winner.jabatan}.",
                "Pegawai yang terlambat mengisi e-kinerja dikenai pengurangan tambahan penghasilan sesuai ketentuan.",
                "Penghargaan dan sanksi ditetapkan menurut hasil pengukuran kinerja triwulanan.",
            )
        ),
        sah(f"{TAHUN}-08-26"),
    )


def _bukti(kunci: str, tw: int) -> tuple[Blok, ...]:
    iku = next(one for one in INDIKATOR if one.kunci == kunci)
    target, realised = iku.tw_target[tw - 1], iku.tw_realisasi[tw - 1]
    row = baris(
        iku.nama,
        tengah(iku.satuan),
        tengah(target),
        tengah(realised),
        tengah(angka(capaian(target, realised, iku.arah))),
    )
    return (
        Kop(KOP),
        Judul(f"{iku.bukti.upper()}\n{UNIT.upper()}\nTRIWULAN {ROMAWI[tw - 1]} TAHUN {TAHUN}"),
        Paragraf(f"Data dukung indikator {iku.nama}: {iku.tw_hitungan[tw - 1]}.", menjorok=True),
        Tabel((7, 2, 2.5, 2.5, 2.5), (kepala("Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)"),), (row,)),
        TandaTangan(((), penanda(ORANG["sekcam"], f"{TEMPAT}, {tanggal(f'{TAHUN}-{tw * 3:02d}-28')}"))),
    )
