from saksama.parsers.records.rencana_aksi import extract

TWO_TABLES = [
    [
        ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET TRIWULAN", "<", "<", "<"],
        ["^", "^", "^", "I", "II", "III", "IV"],
        ["1", "2", "3", "4", "5", "6", "7"],
        ["1", "Meningkatnya mutu layanan", "1.1. Persentase layanan tepat waktu", "-", "40 %", "60 %", "90 %"],
        ["", "", "Indeks kepuasan", "", "", "", "85"],
    ],
    [
        ["NO", "PROGRAM", "<", "<", "KEGIATAN", "<", "<", "AKSI", "JADWAL PELAKSANAAN TRIWULAN", "<", "<", "<"],
        ["^", "NAMA", "INDIKATOR", "TARGET", "NAMA", "INDIKATOR", "TARGET", "^", "I", "II", "III", "IV"],
        [
            "1",
            "Program Layanan",
            "Nilai layanan",
            "80",
            "Pelayanan desa",
            "Jumlah desa",
            "5 desa",
            "Rapat",
            "√",
            "",
            "v",
            "",
        ],
        ["", "", "", "", "", "Jumlah kader", "7 orang", "Pelatihan", "", "x", "-", ""],
    ],
]


def test_two_tables_of_the_regulation(drawn, paper):
    document = paper(
        "RENCANA AKSI KINERJA TAHUN 2024", "KECAMATAN MEKARSARI", drawn(TWO_TABLES[0]), drawn(TWO_TABLES[1], 2)
    )
    (record,) = extract(document)
    isi = record.isi
    assert (isi.tahun, isi.unit) == (2024, "KECAMATAN MEKARSARI")
    first, second = isi.sasaran
    assert (first.sasaran, first.indikator, first.satuan) == (
        *("Meningkatnya mutu layanan", "Persentase layanan tepat waktu", "%"),
    )
    assert first.triwulan == ("-", "40 %", "60 %", "90 %")
    assert first.target is None
    assert second.sasaran == "Meningkatnya mutu layanan"
    assert second.triwulan == (None, None, None, "85")
    one, two = isi.aksi
    assert (one.program, one.kegiatan, one.indikator, one.target) == (
        *("Program Layanan", "Pelayanan desa", "Jumlah desa", "5 desa"),
    )
    assert (one.aksi, one.triwulan) == ("Rapat", (True, False, True, False))
    assert (two.kegiatan, two.indikator, two.aksi) == ("Pelayanan desa", "Jumlah kader", "Pelatihan")
    assert two.triwulan == (False, True, False, False)
    assert record.peringatan == ()
    assert set(isi.kolom_sasaran) >= {"sasaran", "indikator", "target", "triwulan"}
    assert set(isi.kolom_aksi) >= {"program", "kegiatan", "aksi", "jadwal"}
    assert record.place("sasaran.1.triwulan.3").baris == 5


def test_one_wide_table_with_programs_as_title_rows_and_coloured_months(drawn, paper):
    rows = [
        [
            *("SASARAN", "INDIKATOR KINERJA SASARAN", "Target Kinerja", "<", "PROGRAM DAN KEGIATAN"),
            *("INDIKATOR KEGIATAN", "TARGET KEGIATAN", "RENCANA AKSI", "ANGGARAN (RP.)", "PENANGGUNG JAWAB"),
            *("JADWAL KEGIATAN", "<", "<"),
        ],
        ["^", "^", "Trw I", "Trw II", "^", "^", "^", "^", "^", "^", "1", "4", "12"],
        ["A", "Persentase B", "10 %", "-", "Program Jalan", "", "", "", "", "", "", "", ""],
        [
            "^",
            "^",
            "^",
            "^",
            "Perbaikan jalan",
            "Panjang jalan",
            "5 km",
            "Lelang",
            "1.000.000",
            "Seksi Satu",
            "",
            "",
            "",
        ],
        ["^", "^", "^", "^", "^", "Jumlah titik", "2 titik", "^", "^", "^", "", "", ""],
        ["^", "Indeks C", "", "3", "Rambu", "Jumlah rambu", "9 unit", "Pasang", "2.000.000", "Seksi Dua", "", "", ""],
    ]
    fills = {(3, 11): "70AD47", (5, 10): "70AD47", (5, 12): "70AD47"}
    (record,) = extract(paper("RENCANA AKSI TAHUN 2024", drawn(rows, fills=fills)))
    assert [(entry.sasaran, entry.indikator, entry.triwulan) for entry in record.isi.sasaran] == [
        ("A", "Persentase B", ("10 %", "-", None, None)),
        ("A", "Indeks C", (None, "3", None, None)),
    ]
    assert [(entry.program, entry.kegiatan, entry.indikator, entry.aksi) for entry in record.isi.aksi] == [
        ("Program Jalan", "Perbaikan jalan", "Panjang jalan", "Lelang"),
        ("Program Jalan", "Perbaikan jalan", "Jumlah titik", "Lelang"),
        ("Program Jalan", "Rambu", "Jumlah rambu", "Pasang"),
    ]
    assert record.isi.aksi[0].triwulan == (False, True, False, False)
    assert record.isi.aksi[2].triwulan == (True, False, False, True)
    assert [entry.anggaran for entry in record.isi.aksi] == ["1.000.000", "1.000.000", "2.000.000"]


def test_quarterly_targets_of_a_wide_table_are_no_schedule(drawn, paper):
    rows = [
        ["Sasaran", "Indikator", "Target", "<", "<", "<", "Kegiatan", "Indikator Kegiatan", "Rencana Aksi"],
        ["^", "^", "TW I", "TW II", "TW III", "TW IV", "^", "^", "^"],
        ["A", "B", "1", "2", "3", "4", "K", "Jumlah L", "Rapat"],
    ]
    (record,) = extract(paper("RENCANA AKSI TAHUN 2024", drawn(rows)))
    assert "triwulan" in record.isi.kolom_sasaran
    assert "triwulan" not in record.isi.kolom_aksi
    assert record.isi.aksi[0].triwulan is None


def test_code_of_a_program_stays(drawn, paper):
    rows = [
        ["Program/Kegiatan", "Indikator Kegiatan", "Rencana Aksi"],
        ["7.01.02 PROGRAM LAYANAN", "", ""],
        ["7.01.02.2.01 Pelayanan desa", "Jumlah desa", "Rapat"],
    ]
    (record,) = extract(paper("RENCANA AKSI TAHUN 2024", drawn(rows)))
    assert [(entry.program, entry.kegiatan) for entry in record.isi.aksi] == [
        ("7.01.02 PROGRAM LAYANAN", "7.01.02.2.01 Pelayanan desa"),
    ]


def test_schedule_in_words(drawn, paper):
    rows = [
        ["Kegiatan", "Aksi", "Jadwal"],
        ["Rapat", "Undang", "TW I - III"],
        ["Kunjungan", "Surat", "Februari s.d. Juni"],
        ["Latihan", "Pesan", "sepanjang waktu"],
        ["Lomba", "Umumkan", ""],
    ]
    (record,) = extract(paper("RENCANA AKSI TAHUN 2024", drawn(rows)))
    assert [entry.triwulan for entry in record.isi.aksi] == [
        (True, True, True, False),
        (True, True, False, False),
        None,
        None,
    ]
    assert "sepanjang waktu" in record.ragu["aksi.2.triwulan"]


def test_a_document_without_tables_says_so(paper):
    (record,) = extract(paper("RENCANA AKSI TAHUN 2024", "Belum ada isinya sama sekali."))
    assert record.isi.sasaran == ()
    assert len(record.peringatan) == 2


def test_months_as_numbered_columns_mark_quarters(drawn, paper):
    months = [f"B{month:02}" for month in range(1, 13)]
    rows = [
        ["No", "Kegiatan", "Rencana Aksi", "Jadwal Pelaksanaan", *["<"] * 11],
        ["^", "^", "^", *months],
        ["1", "Survei", "Menyusun angket", *["x" if m in (2, 3, 11) else "" for m in range(1, 13)]],
    ]
    (record,) = extract(paper("RENCANA AKSI TAHUN 2024", drawn(rows)))
    assert record.isi.aksi[0].triwulan == (True, False, False, True)
    assert record.isi.tabel_lain == 0


def test_months_without_a_title_over_them_are_a_schedule(drawn, paper):
    months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"]
    rows = [
        ["No", "Sasaran", "Indikator Kinerja", "Target", "Rencana Aksi", *months],
        ["1", "Tertibnya arsip", "Jumlah arsip", "12 berkas", "Menata arsip", "v", "", "", "", "v", "", ""],
    ]
    (record,) = extract(paper("RENCANA AKSI TAHUN 2024", drawn(rows)))
    assert record.isi.aksi[0].triwulan == (True, True, False, False)
    assert record.isi.sasaran[0].triwulan == (None, None, None, None)
