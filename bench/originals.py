"""Originals for bench/fuzz.py that neither samples nor corpus hold: formats that are refused, archives, small scans."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook
from PIL import Image, ImageDraw, ImageFont

Seeds = list[tuple[str, bytes]]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SLIDE = '<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:t>Sasaran 2024</p:t></p:sld>'
_ODF = '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0">PK</o:document-content>'
_ROWS = (
    ("No", "Sasaran", "Indikator Kinerja", "Target"),
    ("1", "Layanan tertib", "Indeks Kepuasan", "85,50"),
    ("2", "Kinerja naik", "Nilai AKIP", "72,10"),
)


def packed(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def foreign() -> Seeds:
    """One file of each format that is told apart and refused."""
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    documents = [
        (f"a.{kind}", packed([("mimetype", f"application/vnd.oasis.opendocument.{name}"), ("content.xml", _ODF)]))
        for kind, name in (("odt", "text"), ("ods", "spreadsheet"), ("odp", "presentation"))
    ]
    book = packed(
        [("[Content_Types].xml", types), ("xl/workbook.bin", b"\x83\1\0" * 40), ("xl/worksheets/s.bin", b"\0")]
    )
    return [
        *documents,
        (
            "a.pptx",
            packed([("[Content_Types].xml", types), ("ppt/presentation.xml", _SLIDE), ("ppt/slides/1.xml", _SLIDE)]),
        ),
        ("a.ppt", _OLE + b"\0" * 504 + "PowerPoint Document".encode("utf-16-le") + b"\0" * 900),
        ("a.msg", _OLE + b"\0" * 504 + "__substg1.0_0037001F".encode("utf-16-le") + b"\0" * 900),
        ("a.xlsb", book),
        ("a.rtf", rb"{\rtf1\ansi{\fonttbl\f0 Arial;}\f0 PERJANJIAN KINERJA {\object\objlink{\*\objclass DDE}}\par}"),
        ("a.html", b"<!DOCTYPE html><html><table><tr><td>Sasaran</td></tr></table></html>"),
        ("a.xml", b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>"),
        ("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n<html></html>\n"),
        ("a.zip", packed([("a.txt", "Sasaran"), ("lagi.zip", packed([("b.txt", "Target")]))])),
        ("a.epub", packed([("mimetype", "application/epub+zip"), ("OEBPS/a.xhtml", "<html/>")])),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\4" + b"\x9a" * 200),
        ("a.gz", b"\x1f\x8b\x08\0" + b"\x5a" * 200),
        ("a.rar", b"Rar!\x1a\7\1\0" + b"\x33" * 200),
        ("a.exe", b"MZ\x90\0" + b"\3" * 300),
        ("a.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 300),
        ("a.json", b'{"skema": "saksama/run/1"}'),
    ]


def archives(folder: Path, few: int = 4) -> Seeds:
    """A submission packed as people pack it: with its folder and without, and with what systems add."""
    found = [path for path in sorted(folder.rglob("*.docx")) if path.stat().st_size < 60_000][:few]
    parts = [(path.name, path.read_bytes()) for path in found]
    notes = ("berkas.yaml", b"unit: Kecamatan Contoh\ntahun: 2024\n")
    inside = [(f"Kecamatan Contoh/{name}", data) for name, data in (*parts, notes)]
    system = [("__MACOSX/._a", b"\0\5\x16\7"), ("Kecamatan Contoh/Thumbs.db", b"\0"), ("Kecamatan Contoh/", b"")]
    return [
        ("datar.zip", packed([*parts, notes])),
        ("folder.zip", packed(inside)),
        ("sistem.zip", packed([*system, *inside])),
    ]


def registers() -> Seeds:
    """A register table in each of the three known shapes, as text and as a workbook."""
    listed = [("kode", "nama", "satuan", "indikator", "pemda", "edisi")]
    parts = [
        (
            "Urusan",
            "Bidang Urusan",
            "Program",
            "Kegiatan",
            "Sub Kegiatan",
            "Nomenklatur Urusan Kabupaten/Kota",
            "Satuan",
        )
    ]
    export = [("Jenis Pemda", "BIDANG", "PROGRAM", "KEGIATAN", "SUBKEGIATAN", "KINERJA", "INDIKATOR", "SATUAN")]
    for n in range(1, 9):
        listed.append(
            (f"9.09.01.2.01.000{n}", f"Penyusunan Laporan {n}", "Laporan", "Jumlah laporan", "kabkot", "Uji 1")
        )
        parts.append(("9", "09", "01", "2.01", f"000{n}", f"Penyusunan Laporan {n}", "Laporan"))
        sub = f"9.09.01.2.01.000{n} Penyusunan Laporan {n}"
        export.append(
            (
                "Kab/Kota",
                "9.09 ANGKASA",
                "9.09.01 PENUNJANG",
                "9.09.01.2.01 Rencana",
                sub,
                "Tersusunnya",
                "Jumlah",
                "Laporan",
            )
        )
    seeds: Seeds = []
    for shape, rows in (("daftar", listed), ("lampiran", parts), ("ekspor", export)):
        for suffix, mark in ((".tsv", "\t"), (".csv", ";")):
            seeds.append((f"{shape}{suffix}", "\n".join(mark.join(row) for row in rows).encode()))
        book = Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        stream = io.BytesIO()
        book.save(stream)
        seeds.append((f"{shape}.xlsx", stream.getvalue()))
    return seeds


def scans() -> Seeds:
    """A page of text with a ruled table at 100 dpi, as every kind of picture and as a PDF without text."""
    page = Image.new("L", (640, 420), 255)
    pen = ImageDraw.Draw(page)
    large, small = (ImageFont.load_default(size) for size in (20, 15))
    pen.text((120, 20), "PERJANJIAN KINERJA TAHUN 2031", 0, large)
    edges = (20, 60, 250, 480, 600)
    for row in range(len(_ROWS) + 1):
        pen.line((edges[0], 80 + 50 * row, edges[-1], 80 + 50 * row), 0, 2)
    for edge in edges:
        pen.line((edge, 80, edge, 80 + 50 * len(_ROWS)), 0, 2)
    for row, texts in enumerate(_ROWS):
        for edge, text in zip(edges, texts, strict=False):
            pen.text((edge + 8, 95 + 50 * row), text, 0, small)
    pen.text((380, 300), "Mekarsari, 3 Januari 2031", 0, small)
    pen.text((380, 360), "Budi Contoh", 0, small)
    seeds = []
    for kind in ("png", "jpeg", "tiff", "bmp", "webp", "pdf"):
        stream = io.BytesIO()
        more = {"save_all": True, "append_images": [page.rotate(180)]} if kind in ("tiff", "pdf") else {}
        page.save(stream, kind, **more)  # type: ignore[arg-type]
        seeds.append((f"a.{kind}", stream.getvalue()))
    return seeds
