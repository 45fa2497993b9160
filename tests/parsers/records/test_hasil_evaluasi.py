"""LHE in its forms: the letter, the report with a score table, lists in tables, one list for everything."""

from saksama.parsers.model import Cell, Document, Heading, Location, Paragraph, Table
from saksama.parsers.records.hasil_evaluasi import extract
from saksama.parsers.records.types import HasilEvaluasi

HERE = Location("lhe.docx")


def grid(rows: list[list[str]]) -> Table:
    cells = tuple(
        Cell(text, r, c, Location("lhe.docx", tabel=1, baris=r + 1))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(cells, len(rows), len(rows[0]), HERE)


def document(*parts: str | list[list[str]]) -> Document:
    blocks: list[Paragraph | Table] = []
    for part in parts:
        if isinstance(part, str):
            blocks += [Paragraph(line.strip(), HERE) for line in part.splitlines() if line.strip()]
        else:
            blocks.append(grid(part))
    return Document("lhe.docx", "0" * 64, "docx", tuple(blocks))


def read(*parts: str | list[list[str]]) -> HasilEvaluasi:
    (record,) = extract(document(*parts))
    assert isinstance(record.isi, HasilEvaluasi)
    return record.isi


LETTER = """
    BUPATI SEJAHTERA
    Mekarsari, 3 - 9 - 2024
    Nomor : 700/12/KE/2024
    Perihal : Laporan Hasil Evaluasi AKIP Kecamatan Mekarsari Kabupaten Sejahtera Tahun 2024
    Berdasarkan hasil evaluasi terdapat permasalahan yaitu:
    1. Perencanaan Kinerja, Bobot 30 mendapat nilai 19,50
    Beberapa hal yang perlu dilaksanakan perbaikan yaitu:
    - Dokumen belum dipublikasikan;
    - Pengukuran Kinerja belum tercantum dalam rencana;
    c. Perjanjian kinerja belum sesuai dengan rincian sebagai berikut:
    1) Format belum sesuai;
    2) Satuan belum sesuai.
    2. Pengukuran Kinerja, Bobot 30% mendapat nilai 18,60
    Beberapa hal yang perlu dilaksanakan perbaikan yaitu:
    a. Capaian tidak sesuai kenyataan;
    Sehubungan dengan hal tersebut, Saudara agar melakukan langkah perbaikan sebagai berikut:
    1. Komponen Perencanaan Kinerja
    a. Mempublikasikan dokumen;
    b. Mencantumkan pengukuran;
    2. Komponen Pengukuran Kinerja
    a. Memakai data riil.
    Demikian untuk menjadi perhatian.
    Tembusan:
    1. Wakil Bupati;
"""


def test_letter_head() -> None:
    isi = read(LETTER)
    assert (isi.unit, isi.tahun, isi.nomor, isi.tanggal) == (
        "Kecamatan Mekarsari",
        2024,
        "700/12/KE/2024",
        "2024-09-03",
    )
    assert (isi.nilai, isi.predikat) == (None, None)


def test_letter_components_and_lists() -> None:
    first, second = read(LETTER).komponen
    assert (first.nama, first.bobot, first.nilai) == ("Perencanaan Kinerja", "30", "19,50")
    assert (second.bobot, second.nilai) == ("30%", "18,60")
    assert len(first.catatan) == 3
    assert first.catatan[2:] == (
        "Perjanjian kinerja belum sesuai dengan rincian sebagai berikut: Format belum sesuai; Satuan belum sesuai.",
    )
    assert first.rekomendasi == ("Mempublikasikan dokumen;", "Mencantumkan pengukuran;")
    assert second.rekomendasi == ("Memakai data riil.",)


SCORES = [
    ["No", "Komponen Yang Dinilai", "Bobot", "Nilai"],
    ["1", "Perencanaan Kinerja", "30,00", "21,00"],
    ["2", "Pengukuran Kinerja", "30,00", "18,30"],
    ["3", "Pelaporan Kinerja", "15,00", "9,75"],
    ["4", "Evaluasi Akuntabilitas Kinerja Internal", "25,00", "16,25"],
    ["", "Nilai Hasil Evaluasi", "100,00", "65,30"],
    ["", "Tingkat Akuntabilitas Kinerja", "", "B"],
]


def test_report_with_score_table_and_one_list_of_recommendations() -> None:
    isi = read(
        """
        LAPORAN HASIL EVALUASI
        AKUNTABILITAS KINERJA INSTANSI PEMERINTAH
        DINAS KEBERSIHAN KABUPATEN SEJAHTERA
        TAHUN 2023
        Hasil evaluasi menunjukkan nilai sebesar 65,30 dengan predikat B.
        """,
        SCORES,
        """
        Uraian hasil evaluasi sebagai berikut:
        a. Perencanaan Kinerja
        Dokumen perencanaan telah tersedia. Namun demikian masih terdapat kelemahan sebagai berikut:
        1) Target belum menantang;
        2) Indikator kurang terukur;
        b. Evaluasi atas Pengukuran Kinerja
        Pengukuran belum memakai sistem informasi.
        Berdasarkan uraian di atas, kami merekomendasikan kepada Kepala Dinas agar:
        1. Menetapkan target yang menantang;
        2. Memakai sistem informasi.
        """,
    )
    assert (isi.nilai, isi.predikat, isi.tahun) == ("65,30", "B", 2023)
    assert [k.nama for k in isi.komponen[:4]] == [row[1] for row in SCORES[1:5]]
    assert [k.nilai for k in isi.komponen[:4]] == ["21,00", "18,30", "9,75", "16,25"]
    assert isi.komponen[0].catatan == ("Target belum menantang;", "Indikator kurang terukur;")
    assert isi.komponen[1].catatan == ("Pengukuran belum memakai sistem informasi.",)
    assert isi.komponen[4].nama is None
    assert isi.komponen[4].rekomendasi == ("Menetapkan target yang menantang;", "Memakai sistem informasi.")


def test_lists_in_a_table() -> None:
    isi = read(
        "LAPORAN HASIL EVALUASI AKIP DINAS KEBERSIHAN TAHUN 2023",
        [
            ["No", "Komponen", "Catatan", "Rekomendasi"],
            ["1", "Perencanaan Kinerja", "1. Target rendah\n2. Belum diformalkan", "1. Naikkan target\n2. Formalkan"],
            ["2", "Pelaporan Kinerja", "Laporan terlambat", "Tepat waktu"],
        ],
    )
    assert isi.komponen[0].catatan == ("Target rendah", "Belum diformalkan")
    assert isi.komponen[0].rekomendasi == ("Naikkan target", "Formalkan")
    assert (isi.komponen[1].catatan, isi.komponen[1].rekomendasi) == (("Laporan terlambat",), ("Tepat waktu",))


def test_subheadings_under_each_component() -> None:
    isi = read(
        """
        A. Perencanaan Kinerja
        Catatan:
        1. Target rendah
        Rekomendasi:
        1. Naikkan target
        B. Pengukuran Kinerja
        Catatan:
        1. Data belum valid
        Rekomendasi:
        1. Validasi data
        """
    )
    assert [(k.catatan, k.rekomendasi) for k in isi.komponen] == [
        (("Target rendah",), ("Naikkan target",)),
        (("Data belum valid",), ("Validasi data",)),
    ]


def test_last_years_follow_up_is_no_recommendation() -> None:
    isi = read(
        """
        Tindak lanjut atas rekomendasi hasil evaluasi tahun sebelumnya:
        1. Renstra telah direvisi.
        Rekomendasi:
        1. Naikkan target.
        """
    )
    assert [k.rekomendasi for k in isi.komponen] == [("Naikkan target.",)]


def test_score_in_a_sentence() -> None:
    isi = read(
        """
        1. Perencanaan Kinerja
        Komponen ini memperoleh nilai sebesar 24,30 dari bobot 30,00.
        a. Target belum menantang.
        """
    )
    assert (isi.komponen[0].bobot, isi.komponen[0].nilai) == ("30,00", "24,30")


def test_nothing_found_is_said() -> None:
    (record,) = extract(document("Surat undangan rapat."))
    assert isinstance(record.isi, HasilEvaluasi)
    assert record.isi.komponen == ()
    assert record.peringatan


def test_the_latest_of_two_years_scores_counts() -> None:
    isi = read(
        "LAPORAN HASIL EVALUASI AKIP DINAS KEBERSIHAN TAHUN 2023",
        [
            ["No", "Komponen", "Bobot", "Nilai 2022", "Nilai 2023"],
            ["1", "Perencanaan Kinerja", "30", "18,00", "21,00"],
            ["", "Nilai Hasil Evaluasi", "100", "60,00", "65,00"],
        ],
    )
    assert (isi.komponen[0].nilai, isi.nilai) == ("21,00", "65,00")


def test_intro_with_the_score_is_no_recommendation() -> None:
    isi = read(
        """
        A. Perencanaan Kinerja
        Catatan:
        1. Target rendah
        Rekomendasi:
        1. Naikkan target
        B. Pengukuran Kinerja
        Bobot 30,00 memperoleh nilai 19,50.
        Catatan:
        1. Data belum valid
        Rekomendasi:
        1. Validasi data
        """
    )
    assert (isi.komponen[1].bobot, isi.komponen[1].nilai) == ("30,00", "19,50")
    assert isi.komponen[1].rekomendasi == ("Validasi data",)


def test_number_and_date_in_cells_of_their_own() -> None:
    isi = read(
        "LAPORAN HASIL EVALUASI AKIP DINAS KEBERSIHAN TAHUN 2023",
        [["Nomor", ":", "700/45/2024"], ["Tanggal", ":", "12 Juli 2024"]],
    )
    assert (isi.nomor, isi.tanggal) == ("700/45/2024", "2024-07-12")


def test_what_is_good_is_no_finding() -> None:
    isi = read(
        """
        B. Perencanaan Kinerja
        Hal yang sudah baik
        1. Renstra telah tersedia.
        Catatan kekurangan
        1. Target belum menantang.
        Rekomendasi
        1. Naikkan target.
        C. Pelaporan Kinerja
        Catatan kekurangan
        Tidak ada temuan pada laporan.
        Rekomendasi
        Nihil.
        """
    )
    assert isi.komponen[0].catatan == ("Target belum menantang.",)
    assert isi.komponen[0].rekomendasi == ("Naikkan target.",)
    assert (isi.komponen[1].catatan, isi.komponen[1].rekomendasi) == ((), ())


def test_a_closing_chapter_is_no_recommendation() -> None:
    styled = Document(
        "lhe.docx",
        "0" * 64,
        "docx",
        (
            Heading("8. Capaian Kinerja", 2, HERE),
            Heading("9. Penutup", 2, HERE),
            Paragraph("Dengan nilai 41,50 (Kurang), kecamatan diharapkan menindaklanjuti rekomendasi.", HERE),
        ),
    )
    (closed,) = extract(styled)
    assert [part.catatan for part in closed.isi.komponen] == [()]
    (part,) = read("C. Rekomendasi\n1. Perencanaan Kinerja\na. Menyusun pohon kinerja;\nD. Penutup\nDemikian.").komponen
    assert part.rekomendasi == ("Menyusun pohon kinerja;",)


SHORT = [
    ["No", "Komponen", "Bobot", "Nilai"],
    ["1", "Perencanaan Kinerja", "30,00", "19,50"],
    ["2", "Pengukuran Kinerja", "30,00", "18,60"],
    ["", "Nilai Akuntabilitas Kinerja", "", "38,10"],
    ["", "", "", "C"],
]


def test_the_grade_below_the_total_needs_no_label() -> None:
    isi = read("LAPORAN HASIL EVALUASI TAHUN 2024", SHORT)
    assert (isi.nilai, isi.predikat) == ("38,10", "C")


def test_the_total_in_a_sentence_stands_beside_the_tables() -> None:
    isi = read(
        """
        LAPORAN HASIL EVALUASI AKIP TAHUN 2024
        Pada tahun 2022 unit ini memperoleh nilai 61,20 dengan predikat B.
        Menurut Permenpan RB Nomor 88 Tahun 2021, unit ini memperoleh nilai 38,01 dengan predikat C.
        """,
        SHORT,
    )
    assert (isi.nilai, isi.nilai_narasi, isi.predikat) == ("38,10", "38,01", "C")


def test_a_table_of_last_years_follow_up_gives_no_recommendation() -> None:
    isi = read(
        "LAPORAN HASIL EVALUASI TAHUN 2024",
        [["No", "Rekomendasi", "Tindak Lanjut"], ["1", "Mereviu Renstra", "Sudah direviu"]],
        "1. Perencanaan Kinerja",
        "Rekomendasi:",
        "a. Menyusun pohon kinerja;",
    )
    assert [text for part in isi.komponen for text in part.rekomendasi] == ["Menyusun pohon kinerja;"]
