"""The other commands: what they print and write, and how they end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from saksama.parsers.resources import RULES


def test_baca_as_json(saksama, folder):
    done = saksama("baca", folder / "iku.docx", "--format", "json")
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert (found["berkas"], found["jenis"], found["keyakinan"]) == ("iku.docx", "iku", "tinggi")
    assert found["rekaman"][0]["indikator"]
    assert "lokasi" not in found


def test_baca_with_places(saksama, folder):
    found = json.loads(saksama("baca", folder / "iku.docx", "--format", "json", "--lokasi").out)
    assert len(found["lokasi"]) == len(found["rekaman"])
    assert found["lokasi"][0]["indikator.0.indikator"]["berkas"] == "iku.docx"


def test_baca_for_a_person(saksama, folder):
    done = saksama("baca", folder / "iku.docx")
    assert done.code == 0
    assert "Rekaman 1" in done.out
    assert "indikator:" in done.out


def test_baca_as_another_kind(saksama, folder):
    found = json.loads(saksama("baca", folder / "iku.docx", "--format", "json", "--jenis", "lain").out)
    assert (found["jenis"], found["rekaman"]) == ("lain", [])


def test_baca_of_an_unreadable_file_says_why_on_both_streams(saksama, bad_files):
    done = saksama("baca", bad_files["terkunci.pdf"], "--format", "json")
    assert done.code == 2
    assert "kata sandi" in json.loads(done.out)["galat"]
    assert "kata sandi" in done.err


def test_kenali(saksama, folder, bad_files):
    done = saksama("kenali", folder / "iku.docx")
    assert done.code == 0
    assert done.out.startswith(f"{folder / 'iku.docx'}: iku (keyakinan tinggi): ")
    done = saksama("kenali", bad_files["kosong.docx"], folder / "iku.docx")
    assert done.code == 2
    assert done.out.splitlines()[0].endswith(": Berkas kosong (0 byte). Salin ulang berkas dari sumbernya.")
    assert len(done.out.splitlines()) == 2


def test_kenali_reads_nothing_when_a_name_is_wrong(saksama, folder):
    done = saksama("kenali", folder / "iku.docx", folder / "tak-ada.docx")
    assert (done.code, done.out) == (2, "")


def test_aturan_daftar(saksama):
    done = saksama("aturan", "daftar")
    ids = [line.split()[0] for line in done.out.splitlines()]
    assert done.code == 0
    assert ids == sorted(path.stem for path in (RULES / "aturan").rglob("*.yaml"))


@pytest.fixture
def small_rules(tmp_path):
    """A rulebook of one rule."""
    rules = Path(shutil.copytree(RULES, tmp_path / "aturan"))
    for path in (rules / "aturan").rglob("*.yaml"):
        if path.stem != "BRK-005":
            path.unlink()
    (rules / "topik.yaml").write_text("{}\n", encoding="utf-8")
    return rules


def test_aturan_uji(saksama, small_rules):
    done = saksama("aturan", "uji", "--aturan", small_rules)
    assert (done.code, done.out) == (0, "1 aturan, 2 contoh, 0 tidak sesuai.\n")


def test_aturan_uji_names_the_example_that_fails(saksama, small_rules):
    path = small_rules / "aturan" / "brk" / "BRK-005.yaml"
    path.write_text(path.read_text("utf-8").replace("pesan: terkunci\n", "pesan: rusak\n"), encoding="utf-8")
    done = saksama("aturan", "uji", "--aturan", small_rules)
    assert done.code == 2
    assert "BRK-005 contoh 2" in done.err
    assert done.out == "1 aturan, 2 contoh, 1 tidak sesuai.\n"


def test_aturan_dokumen(saksama, small_rules):
    assert saksama("aturan", "dokumen", "halaman", "--aturan", small_rules).code == 0
    assert [path.name for path in Path("halaman").iterdir()] == ["BRK-005.md"]


def test_aturan_skema(saksama):
    done = saksama("aturan", "skema")
    assert done.code == 0
    assert "keparahan" in json.loads(done.out)["properties"]


@pytest.mark.parametrize("name", ["BRK-005", "brk-005"])
def test_jelaskan(saksama, name):
    done = saksama("jelaskan", name)
    assert done.code == 0
    assert "Berkas dapat dibaca" in done.out


@pytest.fixture
def kept(saksama, folder):
    """A kept run.json."""
    saksama("periksa", folder, "--format", "json", "--hasil", "hasil-contoh")
    return Path("hasil-contoh/run.json")


@pytest.mark.parametrize("name", ["lke", "reviu", "lhe", "html"])
def test_laporan_writes_a_paper(saksama, kept, name, hashes):
    before = hashes(kept.parent)
    done = saksama("laporan", kept, "--format", name)
    assert (done.code, done.err) == (0, "")
    assert Path(done.out.strip()).parent == Path("hasil-contoh-2")
    assert Path(done.out.strip()).read_bytes() == (kept.parent / Path(done.out.strip()).name).read_bytes()
    assert hashes(kept.parent) == before


@pytest.mark.parametrize("name", ["json", "sarif", "teks"])
def test_laporan_prints_what_is_text(saksama, kept, name):
    done = saksama("laporan", kept, "--format", name)
    assert done.code == 0
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["hasil-contoh"]
    if name == "json":
        assert done.out == kept.read_text(encoding="utf-8")
    elif name == "sarif":
        assert json.loads(done.out)["version"] == "2.1.0"
    else:
        assert done.out.startswith("PERLU PERBAIKAN")


def test_laporan_into_a_folder(saksama, kept):
    assert saksama("laporan", kept, "--format", "sarif", "--hasil", "sarif").code == 0
    assert [path.name for path in Path("sarif").iterdir()] == ["temuan.sarif"]


def test_nomenklatur_by_name_and_code(saksama):
    done = saksama("nomenklatur", "cari", "Koordinasi", "Pemeliharaan", "Prasarana", "--jumlah", "3")
    assert done.code == 0
    lines = done.out.splitlines()
    assert len(lines) == 3
    code = lines[0].split()[2]
    found = saksama("nomenklatur", "cari", code)
    assert (found.code, found.out.split()[0]) == (0, code)


def test_nomenklatur_without_anything_alike(saksama):
    done = saksama("nomenklatur", "cari", "qqqzzz")
    assert (done.code, done.out) == (1, "")
    assert "tidak ada program" in done.err


def test_contoh_can_be_checked(saksama):
    done = saksama("contoh", "coba di sini")
    assert done.code == 0
    assert sorted(path.name for path in Path("coba di sini").iterdir()) == ["bermasalah", "bersih"]
    assert '"coba di sini' in done.out.splitlines()[-1]
    assert (Path("coba di sini") / "bermasalah" / "berkas.yaml").is_file()
