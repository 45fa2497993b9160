"""Budget documents: tables of codes and money, and a page per sub-activity."""

from saksama.parsers.records.dpa import extract

HEAD = ("DOKUMEN PELAKSANAAN ANGGARAN", "TAHUN ANGGARAN 2024")


def rows_of(paper, *blocks):
    (record,) = extract(paper(*HEAD, *blocks))
    assert record.isi.JENIS == "dpa"
    return [(row.kode, row.uraian, row.pagu) for row in record.isi.program]


def test_codes_names_and_money(drawn, paper):
    rows = [
        ["Kode", "Uraian", "Jumlah (Rp)"],
        ["7.01.01", "PROGRAM PENUNJANG", "1.000.000"],
        ["7.01.01.2.01", "Perencanaan", "250.000"],
        ["", "JUMLAH", "1.000.000"],
    ]
    (record,) = extract(
        paper(*HEAD, "KECAMATAN MEKARSARI", drawn(rows), "Mekarsari, 2 Januari 2024", "CAMAT MEKARSARI")
    )
    assert [(row.kode, row.uraian, row.pagu) for row in record.isi.program] == [
        ("7.01.01", "PROGRAM PENUNJANG", 1_000_000),
        ("7.01.01.2.01", "Perencanaan", 250_000),
    ]
    assert (record.isi.unit, record.isi.tahun, record.isi.tanggal) == ("KECAMATAN MEKARSARI", 2024, "2024-01-02")


def test_accounts_and_goods_are_no_programs(drawn, paper):
    rows = [
        ["Kode Rekening", "Uraian", "Jumlah"],
        ["2.11.02", "Program Hijau", "500"],
        ["5.1.02.01", "Belanja Barang", "400"],
        ["", "Kertas", "100"],
    ]
    assert rows_of(paper, drawn(rows)) == [("2.11.02", "Program Hijau", 500)]


def test_a_code_in_several_cells_and_kinds_of_spending(drawn, paper):
    rows = [
        ["Kode", "<", "<", "Uraian", "Belanja Operasi", "Belanja Modal", "Belanja Transfer", "Jumlah"],
        ["2.11", "02", "", "Program Hijau", "300.000", "100.000", "0", "400.000"],
        ["2.11", "02", "2.01", "Rencana Hijau", "300.000", "0", "0", "300.000"],
    ]
    assert rows_of(paper, drawn(rows)) == [
        ("2.11.02", "Program Hijau", 400_000),
        ("2.11.02.2.01", "Rencana Hijau", 300_000),
    ]


def test_after_a_change_the_new_money_counts(drawn, paper):
    rows = [
        ["Kode", "Uraian", "Jumlah Sebelum Perubahan", "Jumlah Setelah Perubahan", "Bertambah/Berkurang"],
        ["2.11.02", "Program Hijau", "300.000", "450.000", "150.000"],
    ]
    assert rows_of(paper, drawn(rows)) == [("2.11.02", "Program Hijau", 450_000)]


def test_a_page_per_sub_activity(drawn, paper):
    labels = [
        ["Organisasi", "7.01.0.00.0.00.02.0000 Kecamatan Mekarsari"],
        ["Program", "7.01.02 Program Layanan"],
        ["Kegiatan", "7.01.02.2.01 Koordinasi Layanan"],
        ["Sub Kegiatan", "7.01.02.2.01.0001 Sinergi Layanan"],
        ["Alokasi Tahun 2024", "Rp 114.281.400"],
    ]
    spending = [["Kode Rekening", "Uraian", "Jumlah"], ["5", "BELANJA DAERAH", "114.281.400"]]
    (record,) = extract(paper(*HEAD, drawn(labels), drawn(spending)))
    assert [(row.kode, row.uraian, row.pagu) for row in record.isi.program] == [
        ("7.01.02", "Program Layanan", None),
        ("7.01.02.2.01", "Koordinasi Layanan", None),
        ("7.01.02.2.01.0001", "Sinergi Layanan", 114_281_400),
    ]
    assert record.isi.unit == "Kecamatan Mekarsari"


def test_labels_in_lines(paper):
    assert rows_of(paper, "Program : 7.01.02 Program Layanan", "Pagu : Rp 5.000") == [
        ("7.01.02", "Program Layanan", 5_000)
    ]


def test_a_document_without_programs_warns(paper):
    (record,) = extract(paper(*HEAD))
    assert record.peringatan
