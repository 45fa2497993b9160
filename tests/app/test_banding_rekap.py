"""`saksama banding` and `saksama rekap` on kept results."""

import json

import docx
import pytest

from saksama.parsers.resources import SAMPLES


@pytest.fixture(name="kept", scope="module")
def _kept(tmp_path_factory):
    """Results of both samples, checked once."""
    from saksama.app.main import main  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("kept")
    for name in ("bermasalah", "bersih"):
        with pytest.raises(SystemExit):
            main(["periksa", str(SAMPLES / name), "--tanggal", "2025-03-10", "--hasil", str(folder / name)])
    return folder


def test_a_repaired_submission(saksama, kept, tmp_path):
    done = saksama(
        "banding", str(kept / "bermasalah"), str(kept / "bersih" / "run.json"), "--hasil", str(tmp_path / "b")
    )
    assert done.code == 0
    assert "0 masih ada, 0 baru" in done.out
    assert (tmp_path / "b" / "banding.html").stat().st_size > 1000


def test_new_findings_exit_with_one(saksama, kept):
    done = saksama("banding", str(kept / "bersih"), str(kept / "bermasalah"))
    assert done.code == 1
    assert "0 temuan sudah diperbaiki" in done.out


def test_what_is_no_run_is_refused(saksama, tmp_path):
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    done = saksama("banding", str(tmp_path / "x.json"), str(tmp_path / "x.json"))
    assert done.code == 2
    assert "bukan run.json" in done.err


def test_a_folder_of_results_is_recapped(saksama, kept, tmp_path):
    before = (kept / "bersih" / "run.json").read_bytes()
    done = saksama("rekap", str(kept), "--ke", str(tmp_path / "rekap"))
    assert done.code == 0
    assert "ada dua kali" in done.err, "both samples are of one unit and year"
    assert sorted(path.name for path in (tmp_path / "rekap").iterdir()) == ["rekap.html", "rekap.xlsx"]
    assert (kept / "bersih" / "run.json").read_bytes() == before
    again = saksama("rekap", str(kept), "--ke", str(tmp_path / "rekap"))
    assert again.code == 2, "nothing is written over"


def test_a_folder_without_results_is_named(saksama, tmp_path):
    done = saksama("rekap", str(tmp_path))
    assert done.code == 2
    assert "tidak berisi run.json" in done.err


def test_roles_are_kept_in_run_json(kept):
    run = json.loads((kept / "bermasalah" / "run.json").read_text(encoding="utf-8"))
    roles = {role for file in run["berkas"] for role in file["peran"]}
    assert "perjanjian_kinerja|2024|camat mekarsari" in roles
    assert all(finding["peran"] for item in run["hasil"] for finding in item["temuan"])


def test_pictures_come_from_the_very_files_that_were_checked(saksama, kept, tmp_path):
    run, source = str(kept / "bermasalah"), SAMPLES / "bermasalah"
    done = saksama("laporan", run, "--format", "perbaikan", "--berkas", str(source), "--hasil", str(tmp_path / "p"))
    assert done.code == 0
    assert b"data:image/png" in (tmp_path / "p" / "perbaikan.html").read_bytes()
    (tmp_path / "kosong").mkdir()
    bare = saksama(
        *("laporan", run, "--format", "perbaikan", "--berkas", str(tmp_path / "kosong")),
        *("--hasil", str(tmp_path / "q")),
    )
    assert bare.code == 0
    assert "lkjip-2024.pdf: tidak ada di" in bare.err
    assert b"data:image/png" not in (tmp_path / "q" / "perbaikan.html").read_bytes()


def test_originals_are_for_the_list_of_repairs_only(saksama, kept):
    done = saksama("laporan", str(kept / "bersih"), "--format", "html", "--berkas", ".")
    assert done.code == 2
    assert "--format perbaikan" in done.err


def test_the_lhe_on_an_own_letterhead(saksama, kept, tmp_path):
    letterhead = tmp_path / "kop.docx"
    document = docx.Document()
    document.add_paragraph("INSPEKTORAT KABUPATEN SUKAMAJU")
    document.save(letterhead)
    before = letterhead.read_bytes()
    done = saksama(
        *("laporan", str(kept / "bersih"), "--format", "pengantar", "--templat", str(letterhead)),
        *("--hasil", str(tmp_path / "surat")),
    )
    assert done.code == 0
    made = docx.Document(str(tmp_path / "surat" / "surat-pengantar-draf.docx"))
    assert made.paragraphs[0].text == "INSPEKTORAT KABUPATEN SUKAMAJU"
    assert letterhead.read_bytes() == before


def test_a_letterhead_must_be_a_word_document(saksama, kept, tmp_path):
    (tmp_path / "kop.docx").write_text("kop", encoding="utf-8")
    done = saksama("laporan", str(kept / "bersih"), "--format", "lhe", "--templat", str(tmp_path / "kop.docx"))
    assert done.code == 2
    assert "kop.docx" in done.err
    assert saksama("laporan", str(kept / "bersih"), "--format", "html", "--templat", "x.docx").code == 2
