from saksama.parsers.records.renja import extract


def test_rkt_gives_sasaran_with_targets(drawn, paper):
    rows = [
        ["No", "Sasaran", "Indikator Kinerja", "Target"],
        ["1", "A", "Persentase B", "90 %"],
        ["", "", "Jumlah C", "5 unit"],
    ]
    (record,) = extract(paper("RENCANA KINERJA TAHUNAN", "TAHUN 2024", "KECAMATAN MEKARSARI", drawn(rows)))
    assert record.isi.JENIS == "renja"
    assert [(r.sasaran, r.indikator, r.satuan, r.target) for r in record.isi.sasaran] == [
        ("A", "Persentase B", "%", "90"),
        ("A", "Jumlah C", "unit", "5"),
    ]


def test_programs_with_code_target_and_money(drawn, paper):
    rows = [
        ["Kode", "Program/Kegiatan", "Indikator Kinerja Program/Kegiatan", "Rencana Tahun 2024", "<"],
        ["^", "^", "^", "Target Capaian Kinerja", "Kebutuhan Dana/Pagu Indikatif (Rp)"],
        ["7.01.01", "PROGRAM PENUNJANG", "Nilai SAKIP", "80", "1.000.000"],
        ["", "7.01.01.2.01 Perencanaan", "Jumlah dokumen", "5 dokumen", "250.000"],
        ["", "JUMLAH", "", "", "1.250.000"],
    ]
    (record,) = extract(paper("RENCANA KERJA TAHUN 2024", drawn(rows)))
    assert [(r.kode, r.uraian, r.indikator, r.satuan, r.target, r.pagu) for r in record.isi.program] == [
        ("7.01.01", "PROGRAM PENUNJANG", "Nilai SAKIP", None, "80", 1_000_000),
        ("7.01.01.2.01", "Perencanaan", "Jumlah dokumen", "dokumen", "5", 250_000),
    ]


def test_amounts_in_thousands_are_whole_rupiah(drawn, paper):
    rows = [["Program", "Indikator", "Pagu Indikatif (Rp.000)"], ["Program Layanan", "Nilai", "418.000"]]
    (record,) = extract(paper("RENCANA KERJA TAHUN 2024", drawn(rows)))
    assert (record.isi.program[0].pagu, record.isi.program[0].pagu_teks) == (418_000_000, "418.000")


def test_of_several_sources_the_total_is_the_money(drawn, paper):
    rows = [
        ["Program/Kegiatan", "Tolok Ukur", "Target", "Pagu Indikatif (Ribuan)", "<", "<", "Prakiraan Maju (Ribuan)"],
        ["^", "^", "^", "APBD Kab./Kota", "APBD Provinsi", "Dana Total", "^"],
        ["Program Layanan", "Nilai", "80", "0", "380", "380", "418"],
    ]
    (record,) = extract(paper("RENCANA KERJA TAHUN 2016 DAN PRAKIRAAN MAJU TAHUN 2017", drawn(rows)))
    assert record.isi.program[0].pagu == 380_000
    assert record.isi.tahun == 2016


def test_tujuan_beside_the_sasaran(drawn, paper):
    rows = [["Tujuan", "Sasaran", "Indikator Kinerja", "Target %"], ["T", "S", "Persentase B", "90"]]
    (record,) = extract(paper("RENCANA KINERJA TAHUNAN TAHUN 2024", drawn(rows)))
    (row,) = record.isi.sasaran
    assert (row.tujuan, row.sasaran, row.satuan, row.target) == ("T", "S", "%", "90")
