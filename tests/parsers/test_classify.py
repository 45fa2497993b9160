import pytest

from saksama.parsers import classify as module
from saksama.parsers.classify import classify, sebutan, signs
from saksama.parsers.records.types import JENIS
from saksama.parsers.yamlfile import DataError

TARGETS = [
    ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
    ["1", "Meningkatnya panen", "Persentase lahan", "98 %"],
]


def test_every_kind_has_its_signs():
    assert set(signs()) == set(JENIS)
    assert sebutan("lain") == "dokumen lain"


@pytest.mark.parametrize(
    ("lines", "jenis"),
    [
        (["PERJANJIAN KINERJA TAHUN 2024", "Selanjutnya disebut PIHAK PERTAMA"], "perjanjian_kinerja"),
        (["RENCANA AKSI TAHUN 2024", "DINAS SAWAH"], "rencana_aksi"),
        (["LAPORAN KINERJA INSTANSI PEMERINTAH", "DINAS SAWAH", "BAB III AKUNTABILITAS KINERJA"], "laporan_kinerja"),
        (["L A P O R A N   K I N E R J A  TAHUN 2024", "BAB III AKUNTABILITAS KINERJA"], "laporan_kinerja"),
        (["RENCANA STRATEGIS", "DINAS SAWAH 2025-2029", "BAB II GAMBARAN PELAYANAN"], "renstra"),
        (["INDIKATOR KINERJA UTAMA", "DINAS SAWAH"], "iku"),
        (["RENCANA KERJA", "DINAS SAWAH TAHUN 2024", "Prakiraan maju"], "renja"),
        (["RENCANA KINERJA TAHUNAN 2024"], "renja"),
        (["LAPORAN HASIL EVALUASI AKUNTABILITAS KINERJA", "mendapat nilai 64"], "hasil_evaluasi"),
        (
            ["Perihal : Tindak Lanjut Laporan Hasil Evaluasi Akuntabilitas", "Perencanaan mendapat nilai 19,50"],
            "hasil_evaluasi",
        ),
        (["NOTULEN RAPAT", "Pimpinan rapat : Camat"], "notulen"),
        (["LEMBAR KERJA EVALUASI", "Nilai mandiri"], "lembar_kerja_evaluasi"),
        (["PEDOMAN PENGUKURAN KINERJA", "Ruang lingkup pedoman ini"], "pedoman"),
        (["POHON KINERJA DINAS SAWAH"], "cascading"),
        (["DOKUMEN PELAKSANAAN ANGGARAN", "Rencana Penarikan Dana"], "dpa"),
        (["SASARAN KINERJA PEGAWAI", "Pejabat Penilai Kinerja"], "ekinerja"),
        (["SURAT KEPUTUSAN CAMAT LURU", "MEMUTUSKAN"], "bukti"),
        (["Resep kue lapis", "Campur tepung dan gula"], "lain"),
    ],
)
def test_kind_by_content(paper, lines, jenis):
    assert classify(paper(*lines)).jenis == jenis


def test_follow_up_and_the_letter_that_asks_for_it(drawn, paper):
    title = "TINDAK LANJUT LAPORAN HASIL EVALUASI AKIP"
    rows = [["No", "Rekomendasi", "Tindak Lanjut", "Status"], ["1", "Susun pohon kinerja", "Disusun", "Selesai"]]
    assert classify(paper(title, drawn(rows))).jenis == "tindak_lanjut"
    asked = ("Laporan Hasil Evaluasi Akuntabilitas Kinerja Instansi Pemerintah", "Pengukuran mendapat nilai 18,60")
    assert classify(paper(f"Perihal : {title}", *asked)).jenis == "hasil_evaluasi"


def test_templates_of_criteria_are_worksheets(drawn, paper):
    criteria = [
        ["No", "Nama Kriteria", "Deskripsi"],
        ["1", "TERDAPAT PEDOMAN TEKNIS PENGUKURAN KINERJA DAN PENGUMPULAN DATA KINERJA", ""],
        ["2", "TERDAPAT DEFINISI OPERASIONAL YANG JELAS ATAS KINERJA", ""],
    ]
    assert classify(paper(drawn(criteria))).jenis == "lembar_kerja_evaluasi"
    exported = [["level", "namaKomponen", "namaSubKomponen", "namaKriteria", "bobot"], ["komponen", "A", "", "", "0.3"]]
    assert classify(paper(drawn(exported))).jenis == "lembar_kerja_evaluasi"
    report = ["LAPORAN HASIL EVALUASI", "Terdapat pedoman teknis pengukuran kinerja", "mendapat nilai 64"]
    assert classify(paper(*report, "Dokumen Laporan Kinerja telah disusun")).jenis == "hasil_evaluasi"


def test_evidence_with_figures_is_no_measurement(drawn, paper):
    rows = [["Indikator", "Satuan", "Target", "Realisasi"], ["Waktu layanan", "Hari", "2", "3"]]
    assert classify(paper("REKAPITULASI WAKTU LAYANAN", "Data dukung", drawn(rows))).jenis == "bukti"
    assert classify(paper("PENGUKURAN KINERJA TRIWULAN I", drawn(rows))).jenis == "pengukuran_kinerja"


def test_content_wins_over_the_name_of_the_file(paper):
    document = paper("PERJANJIAN KINERJA TAHUN 2024", "Selanjutnya disebut PIHAK PERTAMA")
    renamed = type(document)("renstra renja lkip.docx", document.sha256, document.pembaca, document.blocks)
    assert classify(renamed).jenis == "perjanjian_kinerja"


def test_columns_alone_give_a_kind_but_not_for_sure(drawn, paper):
    kind = classify(paper("Bidang Padi", drawn(TARGETS)))
    assert (kind.jenis, kind.keyakinan) == ("perjanjian_kinerja", "rendah")
    assert "sasaran" in kind.alasan


def test_sure_and_told_why(drawn, paper):
    kind = classify(paper("PERJANJIAN KINERJA TAHUN 2024", "Selanjutnya disebut PIHAK PERTAMA", drawn(TARGETS)))
    assert kind.keyakinan == "tinggi"
    assert "perjanjian kinerja" in kind.alasan


def test_sure_of_nothing(paper):
    kind = classify(paper("Resep kue"))
    assert (kind.jenis, kind.keyakinan) == ("lain", "rendah")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("perjanjian_kinerj:\n  sebutan: x\n", "perjanjian_kinerja"),
        ("iku:\n  sebutan: x\n  kolom:\n    - {ada: [sasarann]}\n", "sasaran"),
        ("iku:\n  sebuta: x\n", "sebuta"),
    ],
)
def test_mistakes_in_the_data_are_named(tmp_path, monkeypatch, text, hint):
    (tmp_path / "jenis.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "RULES", tmp_path)
    signs.cache_clear()
    try:
        with pytest.raises(DataError, match=hint):
            signs()
    finally:
        signs.cache_clear()


def test_action_plans_for_recommendations_are_a_follow_up(drawn, paper):
    rows = [
        ["No", "Rekomendasi", "Rencana Aksi", "Target Waktu", "Status", "Bukti"],
        ["1", "A", "B", "C", "Selesai", ""],
    ]
    title = "MATRIKS TINDAK LANJUT HASIL EVALUASI SAKIP TAHUN 2023"
    assert classify(paper(title, drawn(rows))).jenis == "tindak_lanjut"
