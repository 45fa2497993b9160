"""tindak_lanjut, notulen, lembar_kerja_evaluasi, pedoman, cascading, ekinerja and bukti on made-up documents."""

from typing import Any

import pytest

from saksama.parsers.model import Cell, Document, Heading, Location, Paragraph, Table
from saksama.parsers.records import (
    bukti,
    cascading,
    ekinerja,
    lembar_kerja_evaluasi,
    notulen,
    pedoman,
    tindak_lanjut,
)
from saksama.parsers.records.types import Record

HERE = Location("x.docx")
Grid = list[list[str]]


def document(*parts: str | Grid) -> Document:
    """Lines beginning with "# " are headings; a list of lists is a table; "^" continues the cell above."""
    blocks: list[Paragraph | Heading | Table] = []
    for part in parts:
        if isinstance(part, str):
            for text in (line.strip() for line in part.splitlines() if line.strip()):
                blocks.append(Heading(text[2:], 1, HERE) if text.startswith("# ") else Paragraph(text, HERE))
        else:
            blocks.append(table(part))
    return Document("x.docx", "0" * 64, "docx", tuple(blocks))


def table(rows: Grid) -> Table:
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text == "^":
                continue
            span = 1
            while r + span < len(rows) and rows[r + span][c] == "^":
                span += 1
            cells.append(Cell(text, r, c, Location("x.docx", tabel=1, baris=r + 1), rowspan=span))
    return Table(tuple(cells), len(rows), len(rows[0]), HERE)


def only(records: tuple[Record, ...]) -> tuple[Any, Record]:
    (record,) = records
    return record.isi, record


MATRIX = [
    ["No", "Rekomendasi", "Tindak Lanjut", "Data Dukung", "Keterangan", "Batas Waktu", "Penanggung Jawab"],
    ["1", "Menaikkan target", "Target dinaikkan", "PK Perubahan", "Selesai", "1 Maret 2024", "Sekretaris"],
    ["2", "Membuat notulen", "Notulen TW I dibuat", "Notulen", "Selesai", "", ""],
    ["", "^", "Notulen TW II dibuat", "", "Dalam proses", "", ""],
    ["3", "Melengkapi formula", "", "", "Belum", "", ""],
]


def test_follow_up_matrix() -> None:
    isi, record = only(tindak_lanjut.extract(document("TINDAK LANJUT LHE TAHUN 2023", MATRIX)))
    assert [row.rekomendasi for row in isi.baris] == [
        "Menaikkan target",
        "Membuat notulen",
        "Membuat notulen",
        "Melengkapi formula",
    ]
    assert [row.status for row in isi.baris] == ["Selesai", "Selesai", "Dalam proses", "Belum"]
    assert (isi.baris[0].bukti, isi.baris[0].tanggal, isi.baris[0].penanggung_jawab) == (
        "PK Perubahan",
        "1 Maret 2024",
        "Sekretaris",
    )
    assert isi.baris[3].tindak_lanjut is None
    assert isi.baris[0].tenggat == "1 Maret 2024"
    assert "tindak_lanjut" in isi.kolom
    assert record.place("baris.0.tindak_lanjut") == Location("x.docx", tabel=1, baris=2)


def test_follow_up_cells_with_parallel_lists_are_split() -> None:
    rows = [
        ["No", "Rekomendasi", "Tindak Lanjut", "Status"],
        ["1", "1. Menaikkan target\n2. Membuat notulen", "1. Target naik\n2. Notulen dibuat", "Selesai"],
    ]
    isi, _ = only(tindak_lanjut.extract(document(rows)))
    assert [(row.rekomendasi, row.tindak_lanjut, row.status) for row in isi.baris] == [
        ("Menaikkan target", "Target naik", "Selesai"),
        ("Membuat notulen", "Notulen dibuat", "Selesai"),
    ]


def test_follow_up_that_was_planned_and_done() -> None:
    rows = [
        [
            "No",
            "Rekomendasi",
            "Rencana Tindak Lanjut",
            "Realisasi Tindak Lanjut",
            "Data Dukung",
            "Target Waktu",
            "Status",
        ],
        [
            "1",
            "Membuat notulen",
            "Membuat notulen tiap triwulan",
            "Notulen telah dibuat",
            "Notulen",
            "30 Mei 2025",
            "S",
        ],
        ["2", "Menyusun pohon kinerja", "Menyusun pohon kinerja", "", "", "30 Juni 2025", "BS"],
    ]
    isi, _ = only(tindak_lanjut.extract(document(rows)))
    assert [(row.tindak_lanjut, row.status, row.tenggat) for row in isi.baris] == [
        ("Notulen telah dibuat", "S", "30 Mei 2025"),
        (None, "BS", "30 Juni 2025"),
    ]
    assert isi.baris[0].lain["Rencana Tindak Lanjut"] == "Membuat notulen tiap triwulan"


def test_follow_up_as_labelled_list() -> None:
    isi, _ = only(
        tindak_lanjut.extract(
            document(
                """
                1. Menaikkan target.
                Tindak lanjut: Target dinaikkan pada PK Perubahan.
                Bukti dukung: PK Perubahan
                Rekomendasi: Membuat notulen
                Tindak lanjut:
                Notulen dibuat tiap triwulan.
                Status: selesai
                """
            )
        )
    )
    assert [(row.rekomendasi, row.tindak_lanjut, row.bukti, row.status) for row in isi.baris] == [
        ("Menaikkan target.", "Target dinaikkan pada PK Perubahan.", "PK Perubahan", None),
        ("Membuat notulen", "Notulen dibuat tiap triwulan.", None, "selesai"),
    ]


def test_follow_up_without_rows_warns() -> None:
    isi, record = only(tindak_lanjut.extract(document("Surat biasa.")))
    assert isi.baris == ()
    assert record.peringatan


MINUTES = """
    NOTULEN RAPAT
    MONITORING KINERJA TRIWULAN II TAHUN 2024
    KECAMATAN MEKARSARI
    Hari/Tanggal : Senin, 8 Juli 2024
    Peserta : seluruh pegawai
    # A. Capaian Kinerja Triwulan II
    Capaian indikator kepuasan 90 persen.
    # B. Rekomendasi
    1. Menambah petugas;
    2. Upaya penagihan dilanjutkan.
    # C. Upaya Perbaikan
    a. Petugas dilatih.
    Tindak Lanjut: Pelatihan bulan Juli.
    Penutup
    Rapat ditutup pukul 12.
"""


def test_minutes_by_headings() -> None:
    isi, record = only(notulen.extract(document(MINUTES)))
    assert (isi.tahun, isi.triwulan, isi.tanggal) == (2024, 2, "2024-07-08")
    assert isi.capaian == ("Capaian indikator kepuasan 90 persen.",)
    assert isi.rekomendasi == ("Menambah petugas;", "Upaya penagihan dilanjutkan.")
    assert isi.upaya == ("Petugas dilatih.",)
    assert isi.tindak_lanjut == ("Pelatihan bulan Juli.",)
    assert record.peringatan == ()


def test_minutes_by_table() -> None:
    rows = [
        ["No", "Indikator Kinerja", "Target", "Realisasi", "Capaian", "Rekomendasi", "Tindak Lanjut"],
        ["1", "Indeks layanan", "80", "76", "95", "Tambah loket", "Loket dibuka"],
        ["2", "Persentase arsip", "100", "-", "-", "-", ""],
    ]
    isi, record = only(notulen.extract(document("NOTULEN TRIWULAN I TAHUN 2024", rows)))
    assert isi.capaian == ("Indeks layanan - 95",)
    assert (isi.rekomendasi, isi.tindak_lanjut) == (("Tambah loket",), ("Loket dibuka",))
    assert "upaya" in record.peringatan[0]


def test_directions_of_the_chair_are_doubtful_recommendations() -> None:
    isi, record = only(notulen.extract(document("NOTULEN RAPAT", "Arahan Camat:", "1. Percepat layanan")))
    assert isi.rekomendasi == ("Percepat layanan",)
    assert "arahan" in record.ragu["rekomendasi.0"]


WORKSHEET = [
    ["No", "Komponen/Sub Komponen/Kriteria", "Bobot", "Jawaban", "Nilai", "Catatan"],
    ["1", "PERENCANAAN KINERJA", "30,00", "", "21,00", ""],
    ["1.a", "Dokumen Perencanaan kinerja telah tersedia", "6,00", "BB", "4,80", "Lengkap"],
    ["", "Kriteria:", "", "", "", ""],
    ["1", "Terdapat pedoman teknis.", "", "Ya", "", ""],
    ["2", "Terdapat dokumen jangka panjang.", "", "Tidak", "", "Belum ada"],
    ["2", "PENGUKURAN KINERJA", "30,00", "", "18,00", ""],
    ["a", "Pengukuran Kinerja telah dilakukan", "6,00", "B", "4,20", ""],
]


def test_worksheet_codes_are_completed() -> None:
    isi, _ = only(lembar_kerja_evaluasi.extract(document("LEMBAR KERJA EVALUASI TAHUN 2024", WORKSHEET)))
    assert [row.kode for row in isi.baris] == ["1", "1.a", "1.a.1", "1.a.2", "2", "2.a"]
    assert [row.jawaban for row in isi.baris] == [None, "BB", "Ya", "Tidak", None, "B"]
    assert (isi.baris[1].bobot, isi.baris[1].nilai, isi.baris[1].catatan) == ("6,00", "4,80", "Lengkap")
    assert isi.baris[2].lain == {"No": "1"}


def test_worksheet_takes_the_evaluators_answer() -> None:
    rows = [
        ["No", "Komponen", "Bobot", "Jawaban Unit Kerja", "Jawaban Evaluator"],
        ["1", "Perencanaan Kinerja", "30", "BB", "B"],
    ]
    (row,) = only(lembar_kerja_evaluasi.extract(document(rows)))[0].baris
    assert row.jawaban == "B"
    assert "BB" in row.lain.values()


def test_worksheet_columns_headed_by_who_answers() -> None:
    rows = [
        ["No", "Komponen/Sub Komponen", "Bobot", "Mandiri", "Verval", "Final", "Keterangan"],
        ["1", "Perencanaan Kinerja", "30", "", "", "", ""],
        ["1.a", "Dokumen tersedia", "6", "A", "BB", "B", "Kurang satu"],
    ]
    isi, _ = only(lembar_kerja_evaluasi.extract(document(rows)))
    assert (isi.baris[1].jawaban, isi.baris[1].catatan) == ("B", "Kurang satu")
    assert isi.baris[1].lain == {"Mandiri": "A", "Verval": "BB"}


def test_guide_with_weights_in_a_list() -> None:
    isi, _ = only(
        pedoman.extract(
            document(
                """
                PEDOMAN PENGUKURAN DAN PELAPORAN KINERJA
                KECAMATAN MEKARSARI KABUPATEN SEJAHTERA
                TAHUN 2023
                a. Perencanaan Kinerja, terdiri dari Renstra dengan bobot 35;
                b. Evaluasi Kinerja yang terdiri dari pemenuhan, diberi bobot 10;
                c. Pencapaian Kinerja, bobotnya 20, terdiri dari hasil.
                d. Pengukuran kinerja dilakukan setiap triwulan.
                """
            )
        )
    )
    assert isi.judul == "PEDOMAN PENGUKURAN DAN PELAPORAN KINERJA"
    assert isi.lingkup == ("pengukuran", "pelaporan")
    assert [(one.nama, one.bobot) for one in isi.bobot] == [
        ("Perencanaan Kinerja", "35"),
        ("Evaluasi Kinerja", "10"),
        ("Pencapaian Kinerja", "20"),
    ]


def test_guide_of_the_whole_system_with_weights_in_a_table() -> None:
    isi, _ = only(
        pedoman.extract(
            document(
                """
                PERATURAN BUPATI SEJAHTERA
                NOMOR 7 TAHUN 2022
                TENTANG
                PEDOMAN PENERAPAN SISTEM AKUNTABILITAS KINERJA DI LINGKUNGAN PEMERINTAH KABUPATEN SEJAHTERA
                Mengingat : Undang-Undang Nomor 5 Tahun 2001;
                # PERENCANAAN KINERJA
                # EVALUASI INTERNAL
                """,
                [["No", "Komponen", "Bobot"], ["1", "Perencanaan Kinerja", "30%"], ["2", "Evaluasi Internal", "10%"]],
            )
        )
    )
    assert (isi.tahun, isi.nomor, isi.unit) == (2022, "7 TAHUN 2022", "PEMERINTAH KABUPATEN SEJAHTERA")
    assert isi.lingkup == ("perencanaan", "evaluasi")
    assert [(one.nama, one.bobot) for one in isi.bobot] == [
        ("Perencanaan Kinerja", "30%"),
        ("Evaluasi Internal", "10%"),
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Crosscutting dengan Dinas Kebersihan", True),
        ("Kegiatan lintas sektor", True),
        ("sharing  outcome", True),
        ("Belum ada crosscutting", False),
        ("Sasaran strategis", False),
    ],
)
def test_crosscutting(text: str, expected: bool) -> None:
    isi, _ = only(cascading.extract(document("POHON KINERJA TAHUN 2024", text)))
    assert isi.crosscutting is expected


def test_minutes_as_a_form_and_with_parts_named_together() -> None:
    form = [
        ["No", "Uraian Pembahasan", "Keterangan"],
        ["1", "Capaian kinerja", "Indeks 84,90 (100,18%)"],
        ["2", "Kendala", "Operator berganti"],
        ["3", "Rekomendasi", "Dampingi tiga desa"],
        ["4", "Upaya perbaikan", "Kunjungan lapangan"],
        ["5", "Tindak lanjut rekomendasi TW II", "Pelatihan sudah dilaksanakan"],
    ]
    isi, _ = only(notulen.extract(document("NOTULEN RAPAT MONEV TW III TAHUN 2024", form)))
    assert (isi.capaian, isi.rekomendasi) == (("Indeks 84,90 (100,18%)",), ("Dampingi tiga desa",))
    assert (isi.upaya, isi.tindak_lanjut) == (("Kunjungan lapangan",), ("Pelatihan sudah dilaksanakan",))
    text = """
        NOTULEN RAPAT
        II. PEMBAHASAN
        1. Realisasi dan capaian kinerja
        Indeks terealisasi 84,62.
        III. KESIMPULAN DAN REKOMENDASI
        a. Mempercepat pembinaan desa.
        """
    isi, _ = only(notulen.extract(document(text)))
    assert (isi.capaian, isi.rekomendasi) == (("Indeks terealisasi 84,62.",), ("Mempercepat pembinaan desa.",))


def test_minutes_that_name_no_quarter_are_told_by_their_month() -> None:
    isi, record = only(notulen.extract(document("NOTULEN RAPAT MONEV", "Tanggal : 9 Oktober 2024")))
    assert isi.triwulan == 3
    assert "bulan rapat" in record.ragu["triwulan"]


def test_ekinerja_recap() -> None:
    rows = [
        ["No", "Nama Pegawai", "NIP", "Jabatan", "Status Pengisian", "Status Verifikasi"],
        ["1", "Budi Karangan", "199001012015011001", "Staf", "Sudah", "Terverifikasi"],
        ["2", "Sari Rekaan", "199101012015012001", "Staf", "Belum mengisi", "Belum"],
        ["3", "Tono Khayal", "", "Staf", "Sudah", "Entahlah"],
        ["4", "Wati Imajiner", "", "Staf", "", "80 %"],
    ]
    isi, record = only(ekinerja.extract(document("REKAP E-KINERJA TAHUN 2024", rows)))
    assert [(row.terisi, row.terverifikasi) for row in isi.baris] == [
        (True, True),
        (False, False),
        (True, None),
        (False, False),
    ]
    assert isi.baris[0].nip == "199001012015011001"
    assert "Entahlah" in record.ragu["baris.2.terverifikasi"]


def test_ekinerja_says_it_in_words_beside_a_count() -> None:
    rows = [
        ["NIP", "Nama Pegawai", "Jumlah Laporan", "Pengisian", "Tanggal Pengisian", "Verifikasi"],
        ["1", "Budi Karangan", "12", "Sudah diisi", "2 Januari 2025", "Sudah"],
        ["2", "Sari Rekaan", "12", "Belum lengkap", "", "Sudah"],
        ["3", "Tono Khayal", "11", "", "", "Belum"],
    ]
    isi, _ = only(ekinerja.extract(document("REKAP E-KINERJA TAHUN 2024", rows)))
    assert [row.terisi for row in isi.baris] == [True, False, False]
    assert [row.terverifikasi for row in isi.baris] == [True, True, False]


def test_evidence_topics_and_title() -> None:
    isi, record = only(
        bukti.extract(
            document(
                """
                KEPUTUSAN CAMAT MEKARSARI
                NOMOR 12 TAHUN 2024
                TENTANG
                PEMBENTUKAN TIM SAKIP KECAMATAN MEKARSARI
                Menimbang bahwa perlu dibentuk tim.
                """
            )
        )
    )
    assert isi.judul == "KEPUTUSAN CAMAT MEKARSARI tentang PEMBENTUKAN TIM SAKIP KECAMATAN MEKARSARI"
    assert isi.tema == ("sk_tim",)
    assert record.place("tema.0") is not None


@pytest.mark.parametrize(
    "text, topic",
    [
        ("Pemberian reward kepada pegawai teladan", "penghargaan"),
        ("Sanksi berupa teguran tertulis", "hukuman"),
        ("Pembayaran TPP bulan Mei", "tpp"),
        ("Dokumen telah dipublikasikan", "publikasi"),
        ("Daftar  Hadir", "daftar_hadir"),
        ("UNDANGAN RAPAT", "undangan"),
    ],
)
def test_topics(text: str, topic: str) -> None:
    isi, _ = only(bukti.extract(document(text)))
    assert topic in isi.tema


def test_no_topic_is_made_up() -> None:
    isi, _ = only(bukti.extract(document("Catatan kebun percobaan.")))
    assert isi.tema == ()


def test_an_invitation_to_the_team_does_not_appoint_it() -> None:
    isi, _ = only(bukti.extract(document("UNDANGAN", "Kepada Yth. Tim SAKIP Kecamatan Mekarsari")))
    assert "sk_tim" not in isi.tema
    assert "undangan" in isi.tema
