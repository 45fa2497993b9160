from saksama.parsers.records.pengukuran_kinerja import extract

HEAD = [
    [
        *("No", "Tujuan", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian"),
        *("Program dan Kegiatan", "Anggaran", "<", "<"),
    ],
    [*("^" for _ in range(9)), "Pagu", "Realisasi", "Capaian"],
    [f"({n})" for n in range(1, 13)],
]
BODY = [
    [
        *("1", "Mewujudkan mutu", "Meningkatnya layanan", "Persentase layanan selesai", "%", "90", "81", "90"),
        *("Program Layanan", "10.000.000", "9.000.000", "90 %"),
    ],
    ["", "", "", "Indeks kepuasan", "Indeks", "80", "84", "105", "Kegiatan Survei", "5.000.000", "5.000.000", "100 %"],
]
TOTAL = [["", "JUMLAH", "", "", "", "", "", "", "", "15.000.000", "14.000.000", "93,33 %"]]


def test_quarterly_form_of_the_regulation(drawn, paper):
    document = paper("PENGUKURAN KINERJA KECAMATAN MEKARSARI", "TRIWULAN II TAHUN 2024", drawn(HEAD + BODY + TOTAL))
    (record,) = extract(document)
    isi = record.isi
    assert (isi.triwulan, isi.tahun, isi.unit) == (2, 2024, "KECAMATAN MEKARSARI")
    first, second = isi.baris
    assert (first.tujuan, first.sasaran, first.program_pendukung) == (
        "Mewujudkan mutu",
        "Meningkatnya layanan",
        "Program Layanan",
    )
    assert (second.sasaran, second.satuan, second.target) == ("Meningkatnya layanan", "Indeks", "80")
    assert (second.realisasi, second.capaian, second.triwulan) == ("84", "105", None)
    assert [(row.uraian, row.pagu, row.realisasi, row.capaian) for row in isi.anggaran] == [
        ("Program Layanan", 10_000_000, 9_000_000, "90 %"),
        ("Kegiatan Survei", 5_000_000, 5_000_000, "100 %"),
    ]
    assert isi.anggaran[0].pagu_teks == "10.000.000"
    assert set(isi.kolom) >= {"tujuan", "sasaran", "indikator", "satuan", "target", "realisasi", "capaian", "pagu"}
    assert record.place("baris.1.capaian").baris == 5


def test_quarter_and_year_side_by_side(drawn, paper):
    rows = [
        ["Sasaran", "Indikator", "Target Tahunan", "Target TW II", "Realisasi TW II", "Realisasi s.d. TW II"],
        ["A", "Jumlah B", "10", "4", "3", "5"],
    ]
    (record,) = extract(paper("PENGUKURAN KINERJA TRIWULAN II TAHUN 2024", drawn(rows)))
    (row,) = record.isi.baris
    assert (record.isi.triwulan, row.target, row.realisasi) == (2, "4", "3")
    assert row.lain == {"Target Tahunan": "10", "Realisasi s.d. TW II": "5"}


def test_annual_form_with_the_end_of_the_renstra(drawn, paper):
    rows = [
        [
            *("No", "Sasaran", "Indikator", "Satuan", "Tahun 2024", "<", "<", "Kondisi Akhir Periode Renstra"),
            *("Capaian s.d. Tahun ini", "Ket"),
        ],
        ["^", "^", "^", "^", "Target", "Realisasi", "Capaian", "^", "^", "^"],
        ["1", "A", "B", "%", "90", "81", "90", "95", "85,26", "baik"],
    ]
    (record,) = extract(paper("PENGUKURAN KINERJA TAHUN 2024", drawn(rows)))
    (row,) = record.isi.baris
    assert (row.kondisi_akhir, row.capaian_kondisi_akhir, row.capaian) == ("95", "85,26", "90")
    assert row.lain == {"Ket": "baik"}
    assert record.isi.triwulan is None


def test_performance_and_money_of_four_quarters(drawn, paper):
    rows = [
        [
            "Kode",
            "Program/Kegiatan",
            "Indikator Kinerja Program (Outcome)",
            "Realisasi Kinerja pada Triwulan",
            *"<" * 7,
        ],
        ["^", "^", "^", "I", "<", "II", "<", "III", "<", "IV", "<"],
        ["", "", "", *["K", "Rp"] * 4],
        ["7.01.01", "PROGRAM PENUNJANG", "", "", "1.000.000", "", "3.000.000", "", "", "", ""],
        ["", "Penyediaan gaji", "Jumlah orang", "60", "900.000", "61", "-", "", "", "", ""],
    ]
    (record,) = extract(paper("REALISASI KINERJA TRIWULAN I - IV TAHUN 2023", drawn(rows)))
    isi = record.isi
    assert (isi.triwulan, isi.tahun) == (None, 2023)
    (row,) = isi.baris
    assert row.indikator == "Jumlah orang"
    assert [quarter.realisasi for quarter in row.triwulan] == ["60", "61", None, None]
    program, gaji = isi.anggaran
    assert (program.kode, program.uraian) == ("7.01.01", "PROGRAM PENUNJANG")
    assert [quarter.realisasi for quarter in gaji.triwulan] == [900_000, "-", None, None]


def test_unit_is_taken_off_target_and_realisasi_alike(drawn, paper):
    rows = [["Sasaran", "Indikator", "Target", "Realisasi"], ["A", "B", "79,00 %", "78,80 %"], ["", "C", "WTP", "WTP"]]
    (record,) = extract(paper("PENGUKURAN KINERJA TAHUN 2016", drawn(rows)))
    first, second = record.isi.baris
    assert (first.satuan, first.target, first.realisasi) == ("%", "79,00", "78,80")
    assert (second.satuan, second.target, second.sasaran) == (None, "WTP", "A")


def test_a_line_across_the_table_is_no_indicator(drawn, paper):
    rows = [
        ["No", "Indikator", "Target", "Realisasi", "Capaian"],
        ["1", "Jumlah B", "10", "9", "90"],
        ["", "Analisis: kegiatan berjalan lancar sepanjang tahun", "<", "<", "<"],
    ]
    (record,) = extract(paper("PENGUKURAN KINERJA TAHUN 2024", drawn(rows)))
    assert [row.indikator for row in record.isi.baris] == ["Jumlah B"]


def test_figures_beside_one_merged_indikator_are_all_kept(drawn, paper):
    rows = [
        ["Sasaran", "Indikator", "Target", "Realisasi"],
        ["A", "Pemulihan lahan\na. Luas tanam\nb. Jumlah benih", "1", "2"],
        ["^", "^", "3", "4"],
        ["^", "^", "5", "6"],
        ["B", "Produksi", "7", "8"],
        ["^", "^", "9", "10"],
    ]
    (record,) = extract(paper("PENGUKURAN KINERJA TAHUN 2024", drawn(rows)))
    assert [(r.indikator, r.target, r.realisasi) for r in record.isi.baris] == [
        *(("Pemulihan lahan", "1", "2"), ("Luas tanam", "3", "4"), ("Jumlah benih", "5", "6")),
        *(("Produksi", "7", "8"), ("Produksi", "9", "10")),
    ]
    assert set(record.ragu) == {"baris.3.indikator", "baris.4.indikator"}


def test_several_indicators_in_one_cell(drawn, paper):
    rows = [
        ["Sasaran", "Indikator", "Satuan", "Target", "Realisasi"],
        ["A", "1. Jumlah rapat\n2. Jumlah surat", "kali\nlembar", "5\n9", "6\n8"],
    ]
    (record,) = extract(paper("PENGUKURAN KINERJA TAHUN 2016", drawn(rows)))
    assert [(r.indikator, r.satuan, r.target, r.realisasi) for r in record.isi.baris] == [
        ("Jumlah rapat", "kali", "5", "6"),
        ("Jumlah surat", "lembar", "9", "8"),
    ]


def test_a_table_per_quarter_gives_a_record_per_quarter(drawn, paper):
    head = ["Sasaran", "Indikator", "Target", "Realisasi"]
    document = paper(
        "PENGUKURAN KINERJA TAHUN 2024",
        "Tabel 1. Pengukuran kinerja Triwulan I",
        drawn([head, ["A", "B", "5", "6"]]),
        "Tabel 2. Pengukuran kinerja Triwulan II",
        drawn([head, ["A", "B", "7", "8"]], 2),
    )
    records = extract(document)
    assert [(record.isi.triwulan, record.isi.baris[0].target) for record in records] == [(1, "5"), (2, "7")]


def test_iku_tables_in_the_file_become_a_record_of_their_own(drawn, paper):
    document = paper(
        "PENGUKURAN KINERJA TAHUN 2024",
        drawn([["Sasaran", "Indikator", "Target", "Realisasi"], ["A", "B", "5", "6"]]),
        drawn([["Sasaran", "Indikator Kinerja Utama", "Formulasi", "Sumber Data"], ["A", "B", "x / y", "Seksi"]], 2),
    )
    measured, iku = extract(document)
    assert (measured.isi.JENIS, iku.isi.JENIS) == ("pengukuran_kinerja", "iku")
    assert len(measured.isi.baris) == len(iku.isi.indikator) == 1


def test_an_unread_document_says_so(paper):
    (record,) = extract(paper("PENGUKURAN KINERJA TAHUN 2024"))
    assert record.peringatan
    assert record.isi.baris == ()
