"""Which rules can verify a recommendation."""

from __future__ import annotations

import pytest

from saksama.checker.topics import Topik, load, rules_for
from saksama.parsers.resources import RULES

BUILTIN = load(RULES / "topik.yaml")

TOPICS = {
    "banding": Topik(("perbandingan renstra",), ("LKJ-012",)),
    "tindak": Topik(("data dukung", "e-kinerja"), ("RA-007", "LKJ-012")),
    "tagih": Topik(("verifikasi*",), ("EVD-002",)),
}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Sajikan perbandingan dengan target akhir RENSTRA.", ("LKJ-012",)),
        ("Renstra: buat perbandingan, lengkapi data-dukung", ("LKJ-012", "RA-007")),
        ("Lakukan verifikasinya", ("EVD-002",)),
        ("Isi aplikasi e-Kinerja", ("RA-007", "LKJ-012")),
        ("Tingkatkan pembinaan", ()),
        ("Datangi pendukung", ()),
    ],
)
def test_a_topic_needs_all_words_of_a_phrase(text: str, rules: tuple[str, ...]) -> None:
    assert rules_for(text, TOPICS) == rules


def test_words_far_apart_are_no_phrase() -> None:
    between = " ".join(["kata"] * 30)
    assert rules_for(f"Perbandingan antartahun sudah ada. {between} Renstra belum dicetak.", TOPICS) == ()


@pytest.mark.parametrize(
    ("phrase", "text", "fits"),
    [
        ("*publikasi* laman|situs", "Mempublikasikan dokumen pada situs", True),
        ("*publikasi* laman|situs", "Publikasi pada laman", True),
        ("*publikasi* laman|situs", "Publikasi pada koran", False),
        ("perjanjian kinerja tanggal", "PK belum memuat tanggal", True),
        ("monitoring notulen", "Hasil monev dituangkan dalam notula", True),
    ],
)
def test_stars_bars_and_abbreviations(phrase: str, text: str, fits: bool) -> None:
    assert bool(rules_for(text, {"satu": Topik((phrase,), ("A",))})) is fits


# How inspectorates word their notes and recommendations, and a rule that can tell whether it was done.
WORDINGS = [
    ("Dokumen perencanaan belum seluruhnya diformalkan", "BRK-009"),
    ("Agar segera memformalkan seluruh dokumen perencanaan kinerja", "BRK-009"),
    ("Belum semua dokumen SAKIP dipublikasikan melalui website", "BRK-010"),
    ("Mengunggah dokumen kinerja pada laman resmi perangkat daerah", "BRK-010"),
    ("LKjIP agar dipublikasikan tepat waktu", "BRK-010"),
    ("Belum menyusun pedoman teknis pengukuran kinerja", "BRK-007"),
    ("Menyusun SOP pengumpulan data kinerja", "BRK-007"),
    ("Pohon kinerja belum memuat crosscutting dengan unit lain", "BRK-008"),
    ("Cascading kinerja sampai dengan level pelaksana belum tersedia", "BRK-008"),
    ("Nomenklatur sub kegiatan pada Renja belum sesuai", "NOM-002"),
    ("Menggunakan satuan sesuai Keputusan Menteri Dalam Negeri", "NOM-005"),
    ("Rumusan sasaran masih berorientasi pada kegiatan", "IND-002"),
    ("Sebagian indikator kinerja belum memenuhi kriteria SMART", "IND-003"),
    ("Target kinerja yang ditetapkan lebih rendah dari realisasi tahun sebelumnya", "IND-006"),
    ("IKU belum dilengkapi formulasi penghitungan", "IND-005"),
    ("Indikator kinerja utama agar dilengkapi sumber data", "IND-005"),
    ("Belum seluruh IKU dimuat dalam Perjanjian Kinerja", "SEL-003"),
    ("Sasaran dalam PK belum selaras dengan Renstra", "SEL-001"),
    ("Format Perjanjian Kinerja Kasi dan Kasubag belum sesuai ketentuan", "PK-011"),
    ("Menyempurnakan perjanjian kinerja sesuai dengan format yang ditetapkan", "PK-006"),
    ("Perjanjian Kinerja belum ditandatangani", "PK-008"),
    ("PK disusun terlambat", "PK-016"),
    ("Menyusun perjanjian kinerja untuk seluruh pegawai", "PK-017"),
    ("Rencana aksi belum memuat target per triwulan", "RA-004"),
    ("Rencana aksi agar dijadikan tolok ukur capaian triwulanan", "SEL-008"),
    ("Renaksi belum selaras dengan perjanjian kinerja", "SEL-005"),
    ("Menetapkan penanggung jawab pada rencana aksi", "RA-008"),
    ("Rapat monev capaian kinerja belum dilaksanakan secara berkala", "NOT-001"),
    ("Hasil rapat agar didokumentasikan dalam notulensi setiap triwulan", "NOT-001"),
    ("Notulen belum menunjukkan kesinambungan antartriwulan", "NOT-003"),
    ("Tindak lanjut atas rekomendasi hasil rapat evaluasi belum dipantau", "NOT-003"),
    ("Persentase capaian pada PKPK agar dihitung sesuai rumus", "PKPK-003"),
    ("Capaian PKPK triwulan I tidak sesuai dengan kondisi riil", "PKPK-003"),
    ("Realisasi kinerja triwulan III belum diisi", "PKPK-005"),
    ("Laporan triwulan agar disampaikan tepat waktu", "PKPK-010"),
    ("Bukti dukung capaian kinerja belum lengkap", "EVD-004"),
    ("Hasil pengukuran belum menjadi dasar pemberian reward and punishment", "EVD-001"),
    ("Pengukuran kinerja menjadi dasar pemberian tambahan penghasilan pegawai", "EVD-001"),
    ("SKP pegawai belum seluruhnya diverifikasi atasan", "EVD-002"),
    ("Pegawai agar mengisi aplikasi e-kinerja", "EVD-002"),
    ("Belum menetapkan Tim SAKIP", "EVD-003"),
    ("Laporan kinerja disampaikan melewati batas, agar tepat waktu", "LKJ-023"),
    ("LKjIP belum membandingkan realisasi dengan target akhir Renstra", "LKJ-012"),
    ("Menambahkan perbandingan realisasi kinerja dengan target jangka menengah", "LKJ-012"),
    ("Belum menyajikan perbandingan dengan tahun-tahun sebelumnya", "LKJ-011"),
    ("Laporan Kinerja belum membandingkan capaian dengan standar nasional", "LKJ-013"),
    ("Belum terdapat analisis efisiensi penggunaan sumber daya", "LKJ-016"),
    ("Memperdalam analisis faktor pendukung dan penghambat", "LKJ-017"),
    ("Belum menguraikan penyebab kegagalan pencapaian target", "LKJ-025"),
    ("Angka realisasi dalam laporan kinerja tidak sama dengan hasil pengukuran", "SEL-011"),
    ("Rekomendasi evaluasi tahun lalu belum seluruhnya ditindaklanjuti", "TL-001"),
    ("Menindaklanjuti seluruh rekomendasi hasil evaluasi", "TL-001"),
]


@pytest.mark.parametrize(("text", "rule"), WORDINGS)
def test_the_builtin_topics_know_how_inspectorates_word_it(text: str, rule: str) -> None:
    assert rule in rules_for(text, BUILTIN)


@pytest.mark.parametrize(
    "text",
    [
        "Meningkatkan pemahaman pegawai tentang budaya kinerja",
        "Evaluasi internal dilaksanakan oleh personel yang belum terlatih",
        "Memanfaatkan informasi kinerja untuk penyesuaian strategi",
        "Pimpinan agar terlibat aktif dalam pencapaian kinerja organisasi",
    ],
)
def test_what_no_document_shows_goes_to_the_reviewer(text: str) -> None:
    assert rules_for(text, BUILTIN) == ()
