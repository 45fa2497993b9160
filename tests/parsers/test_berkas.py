import errno
import hashlib

import pytest

from saksama.parsers import berkas as module
from saksama.parsers.berkas import read_berkas
from saksama.parsers.model import Document, Page, ReadError
from saksama.parsers.records.extract import extract


def written(tmp_path, text, name="pk.txt"):
    path = tmp_path / name
    path.write_bytes(text.encode())
    return path


def test_a_file_is_read_recognised_and_extracted(tmp_path):
    text = "PERJANJIAN KINERJA TAHUN 2024\n\nyang bertanda tangan di bawah ini\n\nselanjutnya disebut PIHAK PERTAMA\n"
    file = read_berkas(written(tmp_path, text), "pk.txt")
    assert (file.jenis, file.galat, len(file.records)) == ("perjanjian_kinerja", None, 1)
    assert file.alasan
    assert file.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_a_bad_file_comes_back_with_what_to_do(tmp_path):
    path = written(tmp_path, "")
    file = read_berkas(path, "kosong.txt")
    assert (file.jenis, file.records, file.document) == (None, (), None)
    assert "kosong" in file.galat
    assert file.sha256 == hashlib.sha256(b"").hexdigest()


def test_a_missing_file_comes_back_too(tmp_path):
    file = read_berkas(tmp_path / "tidak-ada.pdf", "tidak-ada.pdf")
    assert file.galat
    assert file.sha256 == ""


def test_a_scan_without_text_is_not_an_empty_document(tmp_path, monkeypatch):
    scan = Document("scan.pdf", "0" * 64, "pdf", (), (Page(1, 595, 842, readable=False),))
    monkeypatch.setattr(module, "read", lambda path, name: scan)
    file = read_berkas(tmp_path / "scan.pdf", "scan.pdf")
    assert file.galat.startswith("Tidak terbaca")
    assert file.jenis is None
    assert file.document is scan


def test_the_kind_can_be_forced_and_a_contradiction_is_said(tmp_path):
    text = "NOTULEN RAPAT\n\nPimpinan rapat : Camat\n\nPeserta rapat : sepuluh orang\n\nNotulis : Wati\n"
    file = read_berkas(written(tmp_path, text), "x.txt", "lain")
    assert (file.jenis, file.keyakinan, file.records) == ("lain", "tinggi", ())
    assert any("Notulen" in text for text in file.peringatan)


def test_a_kind_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(ValueError, match="perjanjian"):
        read_berkas(written(tmp_path, "x"), "x.txt", "perjanjian")


def test_no_extractor_for_an_unknown_kind(paper):
    assert extract("lain", paper("x")) == ()
    with pytest.raises(KeyError):
        extract("bukan_jenis", paper("x"))


def test_text_over_page_pictures_is_warned_about(tmp_path, monkeypatch, paper):
    blocks = paper("PERJANJIAN KINERJA TAHUN 2024", "selanjutnya disebut PIHAK PERTAMA").blocks
    pages = (Page(1, 595.0, 842.0, pictures=((0.0, 0.0, 595.0, 842.0),)),)
    scan = Document("scan.pdf", "0" * 64, "pdf", blocks, pages)
    monkeypatch.setattr(module, "read", lambda path, name: scan)
    file = read_berkas(tmp_path / "scan.pdf", "scan.pdf")
    assert any("OCR" in text for text in file.peringatan)
    plain = Document("teks.pdf", "0" * 64, "pdf", blocks, (Page(1, 595.0, 842.0),))
    monkeypatch.setattr(module, "read", lambda path, name: plain)
    assert read_berkas(tmp_path / "teks.pdf", "teks.pdf").peringatan == ()


def test_a_file_of_no_known_kind_in_a_folder_of_evidence_is_evidence(tmp_path):
    path = tmp_path / "catatan.txt"
    path.write_text("Buku tamu bulan Mei")
    assert read_berkas(path, "Bukti Dukung/TW 2/catatan.txt").jenis == "bukti"
    assert read_berkas(path, "Lain-lain/catatan.txt").jenis == "lain"


@pytest.mark.parametrize(("refusal", "lasting"), [(OSError(errno.ENOSPC, "full"), False), (ValueError("bad"), True)])
def test_what_the_system_refused_may_end_otherwise_next_time(tmp_path, monkeypatch, refusal, lasting):
    def read(path, name):
        try:
            raise refusal
        except (OSError, ValueError):
            raise ReadError(name, "Rusak.", "Salin ulang.") from None

    monkeypatch.setattr(module, "read", read)
    file = read_berkas(written(tmp_path, "isi"), "x.txt")
    assert (file.galat, file.tetap) == ("Rusak. Salin ulang.", lasting)
