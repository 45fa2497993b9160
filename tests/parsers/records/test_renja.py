from saksama.parsers.records.renja import extract, extract_dpa


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


def test_dpa_gives_programs(drawn, paper):
    rows = [["Kode", "Uraian", "Jumlah Anggaran"], ["7.01.01", "Program Penunjang", "Rp 1.000.000"]]
    (record,) = extract_dpa(paper("DOKUMEN PELAKSANAAN ANGGARAN", "TAHUN ANGGARAN 2024", drawn(rows)))
    assert record.isi.JENIS == "dpa"
    assert [(r.kode, r.pagu) for r in record.isi.program] == [("7.01.01", 1_000_000)]
    assert record.isi.tahun == 2024
