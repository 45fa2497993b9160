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
