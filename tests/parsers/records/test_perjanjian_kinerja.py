import pytest

from saksama.parsers.records.perjanjian_kinerja import extract
from saksama.parsers.records.pihak import alike, level_of

OPENING = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi "
    "pada hasil, kami yang bertanda tangan di bawah ini:"
)
PROMISE = "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini."
SUPERVISION = "Pihak kedua akan melakukan supervisi yang diperlukan serta evaluasi."
TARGETS = [
    ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
    ["(1)", "(2)", "(3)", "(4)"],
    ["1.", "Meningkatnya panen", "1.1. Persentase lahan terairi", "98 %"],
    ["^", "^", "1.2. Produksi padi (ton)", "1.200"],
    ["2.", "Meningkatnya layanan", "Nilai SAKIP", "A (83)"],
]
PROGRAMS = [
    ["No", "Program", "Anggaran", "Keterangan"],
    ["1.", "Program Padi", "Rp. 1.500.000.000,-", "APBD"],
    ["2.", "Program Kantor", "250.000.000", "APBD"],
    ["", "J U M L A H", "1.750.000.000", ""],
]
SIGNED = [
    [
        "PIHAK KEDUA,\nWATI LESTARI",
        "Bandar, 2 Januari 2024\nPIHAK PERTAMA,\nDrs. BUDI AMAN, M.Si\nPembina\nNIP. 197001011995031001",
    ]
]


def statement(
    who="Drs. BUDI AMAN, M.Si", post="KEPALA DINAS SAWAH KABUPATEN LURU", title="PERJANJIAN KINERJA TAHUN 2024"
):
    return (
        *(title, "DINAS SAWAH KABUPATEN LURU", OPENING, f"Nama\t: {who}", f"Jabatan\t: {post}"),
        *("Selanjutnya disebut PIHAK PERTAMA", "Nama : WATI LESTARI", "Jabatan : BUPATI LURU"),
        *("selaku atasan pihak pertama, selanjutnya disebut PIHAK KEDUA", PROMISE, SUPERVISION),
    )


def annex(drawn, targets=TARGETS):
    return ("PERJANJIAN KINERJA TAHUN 2024", "DINAS SAWAH KABUPATEN LURU", drawn(targets), drawn(PROGRAMS, 2))


def test_statement_and_annex_make_one_record(drawn, paper):
    (record,) = extract(paper(*statement(), drawn(SIGNED, 3), *annex(drawn)))
    isi = record.isi
    assert (isi.tahun, isi.unit, isi.tingkat) == (2024, "DINAS SAWAH KABUPATEN LURU", "kepala_pd")
    assert (isi.pihak_pertama.nama, isi.pihak_pertama.pangkat) == ("Drs. BUDI AMAN, M.Si", "Pembina")
    assert isi.pihak_pertama.nip == "197001011995031001"
    assert (isi.pihak_kedua.nama, isi.pihak_kedua.jabatan, isi.pihak_kedua.nip) == (
        "WATI LESTARI",
        "BUPATI LURU",
        None,
    )
    assert (isi.pernyataan.pembuka, isi.pernyataan.janji, isi.pernyataan.supervisi) == (True, True, True)
    assert (isi.tempat, isi.tanggal, isi.bertanda_tangan) == ("Bandar", "2024-01-02", "tidak")
    assert (isi.judul, isi.perubahan, isi.ada_pernyataan) == ("PERJANJIAN KINERJA TAHUN 2024", False, True)


def test_targets_with_sasaran_carried_down_and_units_told_apart(drawn, paper):
    (record,) = extract(paper(*statement(), *annex(drawn)))
    assert [(row.sasaran, row.indikator, row.satuan, row.target) for row in record.isi.sasaran] == [
        ("Meningkatnya panen", "Persentase lahan terairi", "%", "98"),
        ("Meningkatnya panen", "Produksi padi (ton)", "ton", "1.200"),
        ("Meningkatnya layanan", "Nilai SAKIP", None, "A (83)"),
    ]
    assert record.isi.kolom_sasaran == ("no", "sasaran", "indikator", "target")
    assert record.place("sasaran.1.target").baris == 4


def test_budgets_and_their_total(drawn, paper):
    (record,) = extract(paper(*statement(), *annex(drawn)))
    assert [(row.uraian, row.jumlah, row.keterangan) for row in record.isi.anggaran] == [
        ("Program Padi", 1_500_000_000, "APBD"),
        ("Program Kantor", 250_000_000, "APBD"),
    ]
    assert (record.isi.total_anggaran, record.isi.total_anggaran_teks) == (1_750_000_000, "1.750.000.000")
    assert record.place("anggaran.0.jumlah").tabel == 2


def test_two_statements_two_records(drawn, paper):
    second = statement("SITI RAHAYU, SE", "SEKRETARIS DINAS SAWAH KABUPATEN LURU")
    records = extract(paper(*statement(), *annex(drawn), *second, *annex(drawn, TARGETS[:3])))
    assert [(r.isi.pihak_pertama.nama, r.isi.tingkat, len(r.isi.sasaran)) for r in records] == [
        ("Drs. BUDI AMAN, M.Si", "kepala_pd", 3),
        ("SITI RAHAYU, SE", "eselon_iii", 1),
    ]


def test_annexes_behind_all_statements_are_matched_by_name(drawn, paper):
    second = statement("SITI RAHAYU, SE", "SEKRETARIS DINAS SAWAH KABUPATEN LURU")
    hers = ("PERJANJIAN KINERJA TAHUN 2024", drawn(TARGETS[:3]), "Bandar, 2 Januari 2024", "SITI RAHAYU, SE")
    his = ("PERJANJIAN KINERJA TAHUN 2024", drawn(TARGETS), "Bandar, 2 Januari 2024", "Drs. BUDI AMAN, M.Si")
    records = extract(paper(*statement(), *second, *hers, *his))
    assert [(r.isi.pihak_pertama.nama, len(r.isi.sasaran)) for r in records] == [
        ("Drs. BUDI AMAN, M.Si", 3),
        ("SITI RAHAYU, SE", 1),
    ]


def test_annex_alone_says_so(drawn, paper):
    block = [
        [
            "GUBERNUR ANGIN,\nWATI LESTARI",
            "Bandar,     2024\nKEPALA DINAS SAWAH,\nBUDI AMAN, SH\nPembina\nNIP 197001011995031001",
        ]
    ]
    (record,) = extract(paper(*annex(drawn), drawn(block, 3)))
    isi = record.isi
    assert isi.ada_pernyataan is False
    assert (isi.pihak_pertama.nama, isi.pihak_pertama.jabatan, isi.tingkat) == (
        "BUDI AMAN, SH",
        "KEPALA DINAS SAWAH",
        "kepala_pd",
    )
    assert isi.pihak_kedua.nama == "WATI LESTARI"
    assert (isi.tanggal, isi.pernyataan.janji) == (None, False)


def test_changed_agreement(drawn, paper):
    (record,) = extract(paper(*statement(title="PERJANJIAN KINERJA PERUBAHAN TAHUN 2024"), *annex(drawn)))
    assert record.isi.perubahan is True


def test_parties_in_label_tables_and_tabbed_signatures(drawn, paper):
    him = drawn([["Nama", ":", "Drs. BUDI AMAN, M.Si"], ["Jabatan", ":", "CAMAT LURU"]])
    her = drawn([["Nama", ":", "WATI LESTARI"], ["Jabatan", ":", "BUPATI LURU"]], 2)
    (record,) = extract(
        paper(
            *("PERJANJIAN KINERJA TAHUN 2024", OPENING, him, "selanjutnya disebut PIHAK KESATU", her),
            *(
                "selaku atasan PIHAK KESATU, selanjutnya disebut PIHAK KEDUA",
                PROMISE,
                SUPERVISION,
                "Bandar,       Juni 2024",
            ),
            *("PIHAK KEDUA,\t\tPIHAK KESATU,", "WATI LESTARI\t\tDrs. BUDI AMAN, M.Si", "\t\t\tPembina Tk. I"),
            *("\t\t\tNIP. 19700101 1995031001", *annex(drawn)),
        )
    )
    first, second = record.isi.pihak_pertama, record.isi.pihak_kedua
    assert (first.nama, first.jabatan, first.pangkat) == ("Drs. BUDI AMAN, M.Si", "CAMAT LURU", "Pembina Tk. I")
    assert (first.nip, second.nama, second.pangkat) == ("19700101 1995031001", "WATI LESTARI", None)
    assert (record.isi.tempat, record.isi.tanggal) == ("Bandar", None)


def test_programs_typed_with_tabs(drawn, paper):
    (record,) = extract(
        paper(
            *statement(),
            *("PERJANJIAN KINERJA TAHUN 2024", drawn(TARGETS), "Program            Anggaran            Keterangan"),
            *(
                "1. Pelayanan Padi\t\tRp.   750.700.000,-\tAPBD",
                "2. Pengendalian Hama Padi",
                "dan Jagung\tRp. 26.666.522.800,-\tAPBD",
            ),
            *(
                "3. Peningkatan Sarana\tRp. 5.707.820.500,-\tAPBN",
                "dan Prasarana",
                "Bandar,        2024",
                "BUPATI LURU",
            ),
        )
    )
    assert [(row.uraian, row.jumlah, row.keterangan) for row in record.isi.anggaran] == [
        ("Pelayanan Padi", 750_700_000, "APBD"),
        ("Pengendalian Hama Padi dan Jagung", 26_666_522_800, "APBD"),
        ("Peningkatan Sarana dan Prasarana", 5_707_820_500, "APBN"),
    ]
    assert record.isi.kolom_anggaran == ("program", "anggaran", "keterangan")


def test_several_indicators_in_one_cell(drawn, paper):
    rows = [
        TARGETS[0],
        [
            "1",
            "Meningkatnya panen",
            "Persentase lahan terairi\nPersentase petani terlatih",
            "50.12 persen\n94 persen",
        ],
    ]
    (record,) = extract(paper(*annex(drawn, rows)))
    assert [(row.indikator, row.target, row.satuan) for row in record.isi.sasaran] == [
        ("Persentase lahan terairi", "50.12", "persen"),
        ("Persentase petani terlatih", "94", "persen"),
    ]


def test_nested_items_are_named_with_their_parent(drawn, paper):
    rows = [
        TARGETS[0],
        ["1", "Meningkatnya panen", "1.1. Jumlah produksi (ton) :", ""],
        ["", "", "- Padi", "768.495"],
        ["", "", "- Jagung", "12.285"],
        ["2", "Meningkatnya layanan", "Nilai SAKIP", "A"],
    ]
    (record,) = extract(paper(*annex(drawn, rows)))
    assert [(row.indikator, row.satuan, row.target) for row in record.isi.sasaran] == [
        ("Jumlah produksi (ton) - Padi", "ton", "768.495"),
        ("Jumlah produksi (ton) - Jagung", "ton", "12.285"),
        ("Nilai SAKIP", None, "A"),
    ]


def test_sasaran_without_indikator_is_kept(drawn, paper):
    (record,) = extract(paper(*annex(drawn, [*TARGETS, ["3", "Meningkatnya tertib arsip", "", ""]])))
    last = record.isi.sasaran[-1]
    assert (last.sasaran, last.indikator, last.target) == ("Meningkatnya tertib arsip", None, None)


def test_unreadable_amount_is_doubtful_not_invented(drawn, paper):
    programs = [PROGRAMS[0], ["1", "Program Padi", "sesuai DPA", "APBD"]]
    (record,) = extract(paper("PERJANJIAN KINERJA TAHUN 2024", drawn(TARGETS), drawn(programs, 2)))
    assert record.isi.anggaran[0].jumlah is None
    assert record.isi.anggaran[0].jumlah_teks == "sesuai DPA"
    assert "anggaran.0.jumlah" in record.ragu


def test_other_columns_are_kept_under_their_names(drawn, paper):
    rows = [
        [*row, extra] for row, extra in zip(TARGETS, ["Program Pendukung", "(5)", "Program Padi", "", ""], strict=True)
    ]
    (record,) = extract(paper(*annex(drawn, rows)))
    assert "Program Padi" in record.isi.sasaran[0].lain.values()


def test_nothing_of_an_agreement_no_record(paper):
    assert extract(paper("Surat biasa tanpa perjanjian.")) == ()


@pytest.mark.parametrize(
    ("jabatan", "tingkat"),
    [
        ("BUPATI LURU", "kepala_daerah"),
        ("Plt. Kepala Dinas Sawah", "kepala_pd"),
        ("CAMAT LURU", "kepala_pd"),
        ("Sekretaris Daerah Kabupaten Luru", "kepala_pd"),
        ("Direktur RSUD Luru", "kepala_pd"),
        ("Sekretaris Camat Luru", "eselon_iii"),
        ("Sekretaris Dinas Sawah", "eselon_iii"),
        ("KEPALA BIDANG PADI", "eselon_iii"),
        ("Inspektur Pembantu Wilayah I", "eselon_iii"),
        ("Inspektur Daerah", "kepala_pd"),
        ("KEPALA SUB BAGIAN UMUM", "eselon_iv"),
        ("Kasi Pemerintahan", "eselon_iv"),
        ("LURAH MEKAR", "eselon_iv"),
        ("Staf Ahli Bidang Hukum", "staf_ahli"),
        ("Asisten Administrasi Umum", "asisten"),
        ("Analis Kepegawaian Ahli Muda", "pelaksana"),
        ("", None),
        (None, None),
    ],
)
def test_level_by_post(jabatan, tingkat):
    assert level_of(jabatan) == tingkat


def test_head_of_a_technical_unit_ranks_higher_in_a_province():
    assert level_of("Kepala UPTD Benih") == "eselon_iv"
    assert level_of("Kepala UPTD Benih", "DINAS SAWAH PROVINSI ANGIN") == "eselon_iii"


def test_same_person_with_other_titles():
    assert alike("Drs. BUDI AMAN, M.Si", "BUDI AMAN")
    assert not alike("BUDI AMAN", "WATI LESTARI")


def test_head_of_a_region_promises_alone(drawn, paper):
    (record,) = extract(
        paper(
            *("PERJANJIAN KINERJA", "TAHUN 2024", OPENING, "Nama : WATI LESTARI", "Jabatan : BUPATI LURU"),
            *(
                "berjanji akan mewujudkan target kinerja sesuai lampiran perjanjian ini.",
                "Bandar, 2 Januari 2024",
            ),
            *("BUPATI LURU,", "WATI LESTARI", "LAMPIRAN PERJANJIAN KINERJA TAHUN 2024", drawn(TARGETS)),
        )
    )
    isi = record.isi
    assert (isi.judul, isi.tingkat, isi.pihak_kedua) == ("PERJANJIAN KINERJA TAHUN 2024", "kepala_daerah", None)
    assert (isi.pihak_pertama.nama, isi.pernyataan.janji, isi.pernyataan.supervisi) == ("WATI LESTARI", True, False)
    assert record.peringatan == ()
    assert len(isi.sasaran) == 3


def test_statements_with_letters_misread(drawn, paper):
    misread = [line.replace("berjanji", "be~anji").replace("supervisi", "superuisi") for line in statement()]
    (record,) = extract(paper(*misread, *annex(drawn)))
    assert (record.isi.pernyataan.janji, record.isi.pernyataan.supervisi) == (True, True)


def test_dubbing_broken_over_two_lines(drawn, paper):
    lines = [part for line in statement() for part in line.replace("disebut PIHAK", "disebut|PIHAK").split("|")]
    (record,) = extract(paper(*lines, *annex(drawn)))
    assert (record.isi.pihak_pertama.nama, record.isi.pihak_kedua.nama) == ("Drs. BUDI AMAN, M.Si", "WATI LESTARI")


def test_annual_target_beside_quarters(drawn, paper):
    rows = [
        ["No", "Sasaran", "Indikator Kinerja", "Target Triwulan", "<", "<", "<", "Target"],
        ["^", "^", "^", "I", "II", "III", "IV", "^"],
        ["1", "Naiknya panen", "Persentase lahan terairi", "10", "20", "30", "40", "40 %"],
    ]
    (record,) = extract(paper("PERJANJIAN KINERJA TAHUN 2024", drawn(rows)))
    assert (record.isi.sasaran[0].target, record.isi.sasaran[0].satuan) == ("40", "%")


@pytest.mark.parametrize(
    ("printed", "kode", "uraian"),
    [
        ("7.01.02 PROGRAM PADI", "7.01.02", "PROGRAM PADI"),
        ("1. 7.01.02.2.01 Kegiatan Jagung", "7.01.02.2.01", "Kegiatan Jagung"),
        ("1.1. Program Padi", None, "Program Padi"),
        ("Program Padi", None, "Program Padi"),
        ("3 Program Padi", None, "Program Padi"),
    ],
)
def test_code_before_the_name_of_a_program(drawn, paper, printed, kode, uraian):
    programs = [PROGRAMS[0], ["1", printed, "Rp 1.000.000", "APBD"]]
    (record,) = extract(paper(*annex(drawn)[:3], drawn(programs, 2)))
    assert [(row.kode, row.uraian) for row in record.isi.anggaran] == [(kode, uraian)]


def test_a_post_that_says_nothing_takes_its_level_from_the_superior(drawn, paper):
    (record,) = extract(paper(*statement(post="Penanggung Jawab"), *annex(drawn)))
    assert record.isi.tingkat == "kepala_pd"
    assert "pihak kedua" in record.ragu["tingkat"]


def test_another_nip_of_the_same_person_is_kept(drawn, paper):
    again = (
        "Bandar, 2 Januari 2024",
        "KEPALA DINAS SAWAH,",
        "Drs. BUDI AMAN, M.Si",
        "Pembina",
        "NIP. 97001011995031001",
    )
    (record,) = extract(paper(*statement(), drawn(SIGNED, 3), *annex(drawn), *again))
    assert record.isi.pihak_pertama.nip == "197001011995031001"
    assert record.isi.pihak_pertama.nip_lain == ("97001011995031001",)


def test_of_a_budget_before_and_after_a_change_the_new_one_counts(drawn, paper):
    rows = [
        ["No", "Program", "Anggaran", "<", "Keterangan"],
        ["^", "^", "Sebelum Perubahan", "Setelah Perubahan", "^"],
        ["1", "Program Padi", "1.000.000.000", "1.250.000.000", "P-APBD"],
    ]
    (record,) = extract(paper(*statement(), "PERJANJIAN KINERJA TAHUN 2024", drawn(TARGETS), drawn(rows, 2)))
    assert [(row.uraian, row.jumlah) for row in record.isi.anggaran] == [("Program Padi", 1_250_000_000)]


def test_a_signature_table_below_is_no_part_of_the_programs(drawn, paper):
    rows = [["Program", "Keterangan"], ["1. Program Padi", "APBD"]]
    (record,) = extract(
        paper(*statement(), "PERJANJIAN KINERJA TAHUN 2024", drawn(TARGETS), drawn(rows, 2), drawn(SIGNED, 3))
    )
    assert [row.uraian for row in record.isi.anggaran] == ["Program Padi"]


def test_tujuan_of_a_head_of_region_stands_as_sasaran(drawn, paper):
    rows = [
        ["No", "Tujuan", "Indikator Kinerja Utama", "Target"],
        ["1", "Meningkatnya mutu hidup", "Indeks mutu", "70 Poin"],
    ]
    (record,) = extract(paper(*statement(), "LAMPIRAN PERJANJIAN KINERJA TAHUN 2024", drawn(rows)))
    assert [(row.sasaran, row.satuan) for row in record.isi.sasaran] == [("Meningkatnya mutu hidup", "Poin")]


def test_a_unit_that_a_narrow_column_broke_is_whole(drawn, paper):
    rows = [
        ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target"],
        ["1", "Tertib", "Jumlah naskah", "Dokum en", "6"],
    ]
    (record,) = extract(paper(*statement(), "PERJANJIAN KINERJA TAHUN 2024", drawn(rows)))
    assert record.isi.sasaran[0].satuan == "Dokumen"


def test_budgets_beside_the_targets_are_read_and_a_merged_one_counts_once(drawn, paper):
    rows = [
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Program", "Anggaran (Rp)"],
        ["1", "Meningkatnya panen", "Produksi padi", "1.200 ton", "Program Padi", "1.500.000.000"],
        ["^", "^", "Persentase lahan terairi", "98 %", "^", "^"],
        ["2", "Meningkatnya layanan", "Nilai SAKIP", "A", "Program Kantor", "250.000.000"],
    ]
    (record,) = extract(paper(*statement(), "LAMPIRAN PERJANJIAN KINERJA TAHUN 2024", drawn(rows)))
    assert [(row.uraian, row.jumlah) for row in record.isi.anggaran] == [
        ("Program Padi", 1_500_000_000),
        ("Program Kantor", 250_000_000),
    ]
    assert len(record.isi.sasaran) == 3
    assert record.isi.kolom_anggaran == ("program", "anggaran")
