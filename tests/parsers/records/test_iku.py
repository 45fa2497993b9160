from saksama.parsers.records.iku import extract

HEAD = [
    "No",
    "Sasaran Strategis",
    "Indikator Kinerja Utama",
    "Penjelasan / Formulasi",
    "Sumber Data",
    "Penanggung Jawab",
]


def test_indicators_with_formula_source_and_who_answers(drawn, paper):
    rows = [
        HEAD,
        ["1", "2", "3", "4", "5", "6"],
        [
            "1.",
            "Meningkatnya layanan",
            "1. Persentase selesai",
            "selesai / masuk",
            "Register",
            "Seksi Satu",
        ],
        ["", "^", "2. Produksi padi (ton)", "jumlah panen", "Survei", "^"],
    ]
    (record,) = extract(paper("INDIKATOR KINERJA UTAMA", "KECAMATAN MEKARSARI", "TAHUN 2024", drawn(rows)))
    first, second = record.isi.indikator
    assert (first.indikator, first.formula, first.sumber_data, first.penanggung_jawab) == (
        *("Persentase selesai", "selesai / masuk", "Register", "Seksi Satu"),
    )
    assert (second.sasaran, second.satuan, second.penanggung_jawab) == ("Meningkatnya layanan", "ton", "Seksi Satu")
    assert record.isi.tahun == 2024
    assert "formula" in record.isi.kolom
    assert record.place("indikator.0.formula").baris == 3


def test_formula_cut_off_by_a_page_goes_back_to_its_indicator(drawn, paper):
    rows = [
        HEAD,
        ["1", "A", "B", "bagian satu", "Data", ""],
        ["", "", "", "bagian dua", "", ""],
        ["2", "C", "D", "x", "y", ""],
    ]
    (record,) = extract(paper("INDIKATOR KINERJA UTAMA", drawn(rows)))
    assert [entry.formula for entry in record.isi.indikator] == ["bagian satu bagian dua", "x"]


def test_no_table_is_said(paper):
    (record,) = extract(paper("INDIKATOR KINERJA UTAMA"))
    assert record.isi.indikator == ()
    assert record.peringatan


def test_a_numbered_list_in_one_cell_is_several_indicators(drawn, paper):
    rows = [
        HEAD,
        ["1", "Gizi", "a. Persentase keluarga sadar gizi\nb. Skor pola makan keluarga", "x", "Survei", "Seksi Satu"],
        ["2", "Baca", "1. Jumlah kunjungan\n2. Jumlah anggota", "1. hitung\n2. daftar", "Buku", ""],
    ]  # fmt: skip
    (record,) = extract(paper("INDIKATOR KINERJA UTAMA", drawn(rows)))
    assert [(one.indikator, one.formula, one.sumber_data) for one in record.isi.indikator] == [
        ("Persentase keluarga sadar gizi", "x", "Survei"),
        ("Skor pola makan keluarga", "x", "Survei"),
        ("Jumlah kunjungan", "hitung", "Buku"),
        ("Jumlah anggota", "daftar", "Buku"),
    ]


def test_a_unit_in_brackets_before_details_or_naming_what_is_counted(drawn, paper):
    rows = [
        HEAD,
        ["1", "A", "Persentase produk sesuai mutu (%) :\n- Madu\n- Gula", "x", "y", "z"],
        ["2", "B", "Jumlah kawasan wisata (kawasan)", "x", "y", "z"],
        ["3", "C", "Nilai pelayanan (kawasan)", "x", "y", "z"],
    ]
    (record,) = extract(paper("INDIKATOR KINERJA UTAMA", drawn(rows)))
    assert [one.satuan for one in record.isi.indikator] == ["%", "kawasan", None]


def test_years_and_agencies_in_a_formula_are_not_the_documents_own(drawn, paper):
    rows = [
        HEAD,
        *(["1", "A", f"Angka {n}", "kondisi tahun 2014", "Badan Pusat Data Kabupaten Luru", "z"] for n in "BCD"),
    ]
    blocks = ("INDIKATOR KINERJA UTAMA", "PEMERINTAH KABUPATEN LURU", drawn(rows), "Luru,        2016")
    (record,) = extract(paper(*blocks))
    assert (record.isi.unit, record.isi.tahun) == ("PEMERINTAH KABUPATEN LURU", 2016)
    assert "tanggal" in record.ragu["tahun"]


def test_the_decree_over_an_iku_gives_number_and_year(drawn, paper):
    decree = [["LAMPIRAN KEPUTUSAN BUPATI LURU", "<", "<"], ["NOMOR", ":", "065/Kep.12-Org/2015"]]
    table = drawn([HEAD, ["1", "A", "B", "x", "y", "z"]], 2)
    (record,) = extract(paper(drawn(decree), "INDIKATOR KINERJA UTAMA", table, "BUPATI LURU,", "WATI LESTARI"))
    assert (record.isi.nomor, record.isi.tahun) == ("065/Kep.12-Org/2015", 2015)
    assert record.isi.bertanda_tangan == "tidak"


def test_a_tujuan_stands_for_the_sasaran_where_the_form_has_none(drawn, paper):
    rows = [["No", "Tujuan", *HEAD[2:]], ["1", "Meningkatnya mutu", "Nilai mutu", "x", "y", "z"]]
    (record,) = extract(paper("INDIKATOR KINERJA UTAMA TAHUN 2022-2026", drawn(rows), "Luru, 3 Januari 2024"))
    assert record.isi.indikator[0].sasaran == "Meningkatnya mutu"
    assert (record.isi.tahun, record.isi.tahun_awal, record.isi.tahun_akhir) == (None, 2022, 2026)


def test_place_and_date_of_a_decree_on_two_lines(drawn, paper):
    foot = (
        "Ditetapkan di Luru",
        "pada tanggal 3 Januari 2024",
        "CAMAT LURU,",
        "WATI LESTARI",
        "NIP. 197001011995031001",
    )
    (record,) = extract(paper("INDIKATOR KINERJA UTAMA", drawn([HEAD, ["1", "A", "B", "x", "y", "z"]]), *foot))
    assert record.isi.tanggal == "2024-01-03"
