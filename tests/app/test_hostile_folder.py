"""Folders that mean harm: what is no file, names that command, notes and answers that nest, addresses and formulas."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import socket
import stat
import sys
import zipfile
import zlib

import docx
import openpyxl
import pytest

from saksama.parsers.resources import RULES
from saksama.parsers.unprintable import UNPRINTABLE

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="this system has no such files")
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    '=HYPERLINK("http://jahat.example")',
    "=cmd|'/C calc'!A0",
    "\uff1d1+1",
    "\u200b=1+1",
)
NAMES = (
    "dua\nbaris.docx",
    "\x1b[31mmerah\x1b[0m.docx",
    "\x1b]8;;http:jahat.example\x07a.docx",
    "\u202excod.exe.docx",
    "\x9b2J.docx",
    "\u2066a\u2069.docx",
    "a\u200f1\u061c.docx",
    "<script>alert(1)<%2fscript>.docx",
    "=1+1.docx",
    "'; DROP.docx",
    "{{ 7*7 }}.docx",
    "$(reboot).docx",
    "-rf.docx",
    "jahat\\a.docx",
)
ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "file:///etc/passwd",
    "\\\\jahat.example\\a",
    "data:text/html,x",
    "vbscript:x",
    '"><script>alert(1)</script>',
    "http://jahat.example/\x1b[2J\u202e",
)


@pytest.fixture
def papers(saksama, folder, tmp_path):
    """The papers of the folder, by name."""

    def call():
        done = saksama("periksa", folder, "--hasil", tmp_path / "hasil")
        assert done.code in (0, 1), done.err
        # Line ends between names are ours.
        assert not UNPRINTABLE.search(re.sub(r"\x1b\[[0-9;]*m", "", done.out + done.err))
        return {path.name: path.read_bytes() for path in (tmp_path / "hasil").iterdir()}

    return call


def texts(name: str, data: bytes) -> str:
    """What a paper shows."""
    if name.endswith(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(data))
        return "\n".join(str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value)
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read("word/document.xml").decode()
    return data.decode()


# What is no file


@POSIX
def test_pipes_sockets_and_devices_are_told_and_not_read(saksama, folder, monkeypatch):
    os.mkfifo(folder / "pipa.pdf")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("soket.docx")
        try:
            os.mknod("alat.pdf", 0o600 | stat.S_IFCHR, os.makedev(1, 5))
        except PermissionError:
            os.mkfifo("alat.pdf")
        run = saksama("periksa", folder, "--format", "json").run
    assert [file["berkas"] for file in run["berkas"]] == ["iku.docx"]
    for name in ("pipa.pdf", "soket.docx", "alat.pdf"):
        assert f"{name} bukan berkas biasa dan tidak dibaca; salin dokumennya ke dalam folder." in run["peringatan"]


@POSIX
@pytest.mark.parametrize("name", ["berkas.yaml", "pengecualian.yaml", "jawaban.json"])
def test_notes_that_are_no_file(saksama, folder, name):
    os.mkfifo(folder / name)
    run = saksama("periksa", folder, "--format", "json").run
    assert f"{name} bukan berkas biasa dan tidak dibaca; salin dokumennya ke dalam folder." in run["peringatan"]


@POSIX
def test_a_device_or_an_endless_link_alone(saksama, tmp_path):
    (tmp_path / "putar.docx").symlink_to(tmp_path / "putar.docx")
    for path in ("/dev/zero", "/dev/null", tmp_path / "putar.docx"):
        for command in ("periksa", "baca", "kenali"):
            done = saksama(command, path)
            assert (done.code, done.out) == (2, "")
            assert re.fullmatch(r"saksama: .+: (bukan berkas biasa|tidak ditemukan)\. .+\.\n", done.err), done.err


@POSIX
def test_a_file_that_is_gone_when_the_folder_is_opened(saksama, folder, monkeypatch):
    shutil.copy(folder / "iku.docx", folder / "hilang.docx")
    is_link = type(folder).is_symlink

    def look(path):
        if path.name == "hilang.docx":
            path.unlink(missing_ok=True)
        return is_link(path)

    monkeypatch.setattr(type(folder), "is_symlink", look)
    run = saksama("periksa", folder, "--format", "json").run
    assert [file["berkas"] for file in run["berkas"]] == ["iku.docx"]
    assert "hilang.docx hilang selagi folder dibuka" in run["peringatan"][0]


def test_a_bomb_is_one_finding_with_its_reason(saksama, folder, monkeypatch):
    """Through the worker: a page whose content swells to 400 MB ends as BRK-005, and its neighbour is judged."""
    packer = zlib.compressobj(9)
    blank = b" " * 2**20
    packed = b"".join(packer.compress(blank) for _ in range(400)) + packer.flush()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    (folder / "bom.pdf").write_bytes(b"%PDF-1.7\n" + body + b"trailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n")
    monkeypatch.setenv("SAKSAMA_MEMORI", "512")
    done = saksama("periksa", folder, "--format", "json")
    assert done.code == 1
    found = [
        (item["berkas"], one["pesan"])
        for item in done.run["hasil"]
        if item["aturan"] == "BRK-005"
        for one in item["temuan"]
    ]
    ((name, said),) = found
    assert name == "bom.pdf"
    assert "memori" in said
    assert "512 MB" in said
    assert {file["berkas"]: file["galat"] is None for file in done.run["berkas"]} == {
        "bom.pdf": False,
        "iku.docx": True,
    }


# Names


@POSIX
def test_names_in_papers_and_terminal(papers, folder):
    for name in NAMES:
        shutil.copy(folder / "iku.docx", folder / name)
    found = papers()
    for paper, data in found.items():
        if paper != "run.json":
            said = texts(paper, data)
            assert not UNPRINTABLE.search(said), (paper, UNPRINTABLE.search(said))
            assert "<script>alert" not in said or not paper.endswith(".html")
    assert {file["berkas"] for file in json.loads(found["run.json"])["berkas"]} == {"iku.docx", *NAMES}


# Texts and addresses


def test_a_text_like_a_formula_stays_text(papers, folder):
    """All the way from a document to the workbooks."""
    document = docx.Document()
    document.add_paragraph("INDIKATOR KINERJA UTAMA TAHUN 2024")
    document.add_paragraph("KECAMATAN SUKACITA")
    table = document.add_table(rows=1 + len(FORMULAS), cols=4)
    rows = [("No", "Sasaran", "Indikator Kinerja", "Satuan")]
    rows += [(str(n), text, f"{text} Persentase", text) for n, text in enumerate(FORMULAS, 1)]
    for row, words in enumerate(rows):
        for cell, word in zip(table.rows[row].cells, words, strict=True):
            cell.text = word
    document.save(folder / "iku.docx")
    books = {name: data for name, data in papers().items() if name.endswith(".xlsx")}
    assert books
    for data in books.values():
        for page in openpyxl.load_workbook(io.BytesIO(data)):
            for cell in (cell for row in page.iter_rows() for cell in row if cell.data_type == "f"):
                assert not any(word in str(cell.value) for word in ("1+1", "SUM(1)", "jahat", "calc")), cell.value


def test_an_address_of_a_publication_is_never_a_link(papers, folder):
    notes = {"publikasi": [{"dokumen": f"iku-{n}.docx", "url": address} for n, address in enumerate(ADDRESSES)]}
    for number in range(len(ADDRESSES)):
        shutil.copy(folder / "iku.docx", folder / f"iku-{number}.docx")
    (folder / "berkas.yaml").write_text(json.dumps(notes), encoding="utf-8")
    found = papers()
    assert found["run.json"].count(b"hanya berupa tautan") >= len(ADDRESSES)
    for name, data in found.items():
        if name.endswith((".xlsx", ".docx")):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                links = b"".join(archive.read(part) for part in archive.namelist() if part.endswith(".rels"))
                sheets = b"".join(archive.read(part) for part in archive.namelist() if "sheet" in part)
            assert b"External" not in links
            assert not re.search(rb"<hyperlink[^>]*r:id", sheets)
            assert b"HYPERLINK" not in sheets
        elif name.endswith(".html"):
            assert not re.search(rb"(?:href|src)\s*=\s*[\"']?(?![\"'#]|data:image/)", data), name
            assert b"<script>alert" not in data


# Nesting

DEEP_JSON = (b"[" * 100_000, b'{"jawaban":' * 100_000, b'{"jawaban": ' + b"[" * 50_000 + b"]" * 50_000 + b"}")
DEEP_YAML = (
    "[" * 100_000,
    "{a: " * 50_000,
    "- " * 50_000,
    "".join(f"{' ' * n}a{n}:\n" for n in range(3000)),
    "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]\n" if n else "b0: &b0 [*a, *a]\n" for n in range(40)),
    "!!python/object/apply:os.system [reboot]\n",
)


@pytest.mark.parametrize("data", DEEP_JSON)
def test_answers_that_nest(saksama, folder, data):
    (folder / "jawaban.json").write_bytes(data)
    done = saksama("periksa", folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("saksama: jawaban.json: bukan berkas jawaban Saksama, atau isinya rusak. Ambil lagi")


@pytest.mark.parametrize("text", DEEP_YAML)
@pytest.mark.parametrize("name", ["berkas.yaml", "pengecualian.yaml"])
def test_notes_that_nest(saksama, folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    done = saksama("periksa", folder)
    assert (done.code, done.out) == (2, "")
    assert re.fullmatch(rf"saksama: {name}(:\d+)?: [^\n]+\.\n", done.err), done.err


@pytest.mark.parametrize("place", ["profil/kabupaten-kota.yaml", "aturan/brk/BRK-005.yaml", "peraturan.yaml"])
def test_rules_that_nest(saksama, folder, tmp_path, place):
    rules = shutil.copytree(RULES, tmp_path / "aturan-sendiri")
    for text in DEEP_YAML:
        (rules / place).write_text(text, encoding="utf-8")
        done = saksama("periksa", folder, "--aturan", rules, "--profil", "kabupaten-kota")
        assert (done.code, done.out) == (2, "")
        assert re.fullmatch(r"saksama: [^\n]+\.yaml(:\d+)?: [^\n]+\.\n", done.err), done.err
