"""`saksama nomenklatur`: editions are imported, kept side by side, listed, searched and removed."""

import pytest

TABLE = "kode;nama;indikator;satuan\n9.09.02;Program Roket;;\n9.09.02.2.01.0001;Pengecatan Menara;Jumlah Menara;Unit\n"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SAKSAMA_DATA", str(tmp_path / "data"))


def test_an_imported_edition_is_found_listed_and_removed(saksama, tmp_path):
    path = tmp_path / "tabel.csv"
    path.write_text(TABLE, encoding="utf-8")
    done = saksama("nomenklatur", "impor", str(path), "--edisi", "Uji 1", "--mulai", "2024")
    assert done.code == 0
    assert "2 entri" in done.out
    found = saksama("nomenklatur", "cari", "9.09.02.2.01.0001")
    assert "Pengecatan Menara" in found.out
    assert "Jumlah Menara" in found.out
    assert "Uji 1" in found.out
    listed = saksama("nomenklatur", "daftar").out
    assert "mulai 2024" in listed
    assert "900.1.15.5-1317/2023" in listed, "the built-in edition stays"
    again = saksama("nomenklatur", "impor", str(path), "--edisi", "Uji 1", "--mulai", "2025")
    assert "diperbarui" in again.out
    assert saksama("nomenklatur", "hapus", "Uji 1").code == 0
    assert "Uji 1" not in saksama("nomenklatur", "daftar").out
    assert list((tmp_path / "data" / "nomenklatur").iterdir()) == []


def test_the_edition_of_the_year_answers(saksama, tmp_path):
    for year, name in ((2023, "Program Roket"), (2026, "Program Roket Hijau")):
        path = tmp_path / f"uji-{year}.tsv"
        path.write_text(f"kode\tnama\n9.09.02\t{name}\n", encoding="utf-8")
        assert saksama("nomenklatur", "impor", str(path), "--mulai", str(year)).code == 0
    assert "Program Roket\n" in saksama("nomenklatur", "cari", "9.09.02", "--tahun", "2025").out
    assert "Program Roket Hijau\n" in saksama("nomenklatur", "cari", "9.09.02", "--tahun", "2026").out


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "berkas tidak ditemukan"), ("a,b\n1,2\n", "judul kolom tidak dikenal"), ("", "judul kolom tidak dikenal")],
)
def test_what_is_no_table_is_refused(saksama, tmp_path, content, said):
    path = tmp_path / "lain.csv"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    done = saksama("nomenklatur", "impor", str(path))
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "data").exists()


def test_removing_an_unknown_edition_names_the_known(saksama):
    done = saksama("nomenklatur", "hapus", "Entah")
    assert done.code == 2
    assert "Belum ada edisi yang diimpor" in done.err


def test_a_damaged_edition_stops_the_job_with_its_name(saksama, tmp_path):
    folder = tmp_path / "data" / "nomenklatur"
    folder.mkdir(parents=True)
    (folder / "rusak.tsv").write_text("# edisi: Rusak\nsatu kolom saja\n", encoding="utf-8")
    done = saksama("nomenklatur", "daftar")
    assert done.code == 2
    assert "rusak.tsv:2" in done.err
