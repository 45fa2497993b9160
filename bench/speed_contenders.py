"""The contenders of speed.py: each gets file names and returns what it took, in a process of its own."""

from __future__ import annotations

import ctypes
import datetime as dt
import importlib
import re
import resource
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
from lxml import etree
from pypdfium2 import raw

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EVERY = 12
GRID = {
    "vertical_strategy": "lines",
    "horizontal_strategy": "lines",
    "snap_tolerance": 3,
    "join_tolerance": 4,
    "intersection_tolerance": 4,
    "edge_min_length": 6,
}
Answer = dict[str, Any]


def timed(read: Callable[[str], object], files: list[str]) -> Answer:
    """Seconds of the processor for all files; the first is read once before, so that nothing is loaded meanwhile."""
    read(files[0])
    start = time.process_time()
    for file in files:
        read(file)
    return {"cpu": time.process_time() - start}


def pdfium(files: list[str]) -> Answer:
    """PDFium alone: every page loaded, its text page made and read as one string."""

    def read(file: str) -> None:
        pdf = pypdfium2.PdfDocument(file)
        for page in pdf:
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
        pdf.close()

    return timed(read, files)


def asked(files: list[str]) -> Answer:
    """The floor for a reader in Python over PDFium: what ours asks it about words and rules, no answer used."""
    calls = importlib.import_module("saksama.parsers.pdf.calls")
    box, mode, colour = (
        calls.numbers(ctypes.c_float, 4),
        calls.numbers(ctypes.c_int, 2),
        calls.numbers(ctypes.c_uint, 4),
    )
    loose_box, text_object = calls.bound(raw.FPDFText_GetLooseCharBox), calls.bound(raw.FPDFText_GetTextObject)
    kind, draw_mode = calls.bound(raw.FPDFPageObj_GetType), calls.bound(raw.FPDFPath_GetDrawMode)
    bounds, fill = calls.bound(raw.FPDFPageObj_GetBounds), calls.bound(raw.FPDFPageObj_GetFillColor)

    def read(file: str) -> None:
        with pypdfium2.PdfDocument(file) as pdf:
            for page in pdf:
                text = page.get_textpage()
                for word in re.finditer(r"\S+", text.get_text_range()):
                    loose_box(text.raw, word.start(), box.refs[0])
                    loose_box(text.raw, word.end() - 1, box.refs[0])
                    text_object(text.raw, word.start())
                for item in calls.objects_of_page(page.raw, 200_000):
                    if kind(item) == raw.FPDF_PAGEOBJ_PATH:
                        draw_mode(item, *mode.refs)
                        bounds(item, *box.refs)
                        fill(item, *colour.refs)
                text.close()
                page.close()

    return timed(read, files)


def pdf(files: list[str]) -> Answer:
    """Our reader: words, tables, headings, places, tables joined over pages."""
    reader = importlib.import_module("saksama.parsers.pdf.reader")
    return timed(lambda file: reader.read(Path(file), file), files)


def pdfplumber(files: list[str]) -> Answer:
    """pdfplumber: the tables and the text of every page."""
    library = importlib.import_module("pdfplumber")

    def read(file: str) -> None:
        with library.open(file) as source:
            for page in source.pages:
                page.extract_tables(GRID)
                page.extract_text()
                page.close()

    return timed(read, files)


def _root(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True))


def docx(files: list[str]) -> Answer:
    """Our reader: text, styles, numbers, tables with spans, notes, headers, places."""
    reader = importlib.import_module("saksama.parsers.word.docx")
    return timed(lambda file: reader.read(Path(file), file), files)


def lxml(files: list[str]) -> Answer:
    """A plain walk: document.xml parsed, the w:t of every paragraph and of every cell joined."""

    def read(file: str) -> None:
        with zipfile.ZipFile(file) as archive:
            root = _root(archive, "word/document.xml")
        for paragraph in root.iter(f"{W}p"):
            "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for cell in root.iter(f"{W}tc"):
            "".join(text.text or "" for text in cell.iter(f"{W}t"))

    return timed(read, files)


def xlsx(files: list[str]) -> Answer:
    """Our reader: cells as displayed, merges, hidden parts, tables, drawn boxes, places."""
    reader = importlib.import_module("saksama.parsers.excel.xlsx")
    return timed(lambda file: reader.read(Path(file), file), files)


def cells(files: list[str]) -> Answer:
    """A plain walk: shared strings and the visible sheets parsed, the stored value of every cell looked up."""

    def read(file: str) -> None:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            items = _root(archive, "xl/sharedStrings.xml") if "xl/sharedStrings.xml" in names else ()
            strings = ["".join(text.text or "" for text in item.iter(f"{S}t")) for item in items]
            states = [sheet.get("state") for sheet in _root(archive, "xl/workbook.xml").iter(f"{S}sheet")]
            for number, state in enumerate(states, 1):
                name = f"xl/worksheets/sheet{number}.xml"
                if state is None and name in names:
                    for cell in _root(archive, name).iter(f"{S}c"):
                        value = cell.findtext(f"{S}v")
                        _ = strings[int(value)] if value is not None and cell.get("t") == "s" else value

    return timed(read, files)


def parts(files: list[str]) -> Answer:
    """The floor: the parts that hold text, styles, numbers, notes and headers, unpacked and parsed, no more."""

    def read(file: str) -> None:
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                if Path(name).stem.rstrip("0123456789") in (
                    "document",
                    "styles",
                    "numbering",
                    "footnotes",
                    "endnotes",
                    "header",
                    "footer",
                ):
                    _root(archive, name)

    return timed(read, files)


def choose(arguments: list[str]) -> Answer:
    """Copies of the text pages of PDFs: all, those that the grid reads alone, and every 12th."""
    reader = importlib.import_module("saksama.parsers.pdf.reader")
    errors = importlib.import_module("saksama.parsers.model").ReadError
    folder, *files = arguments
    counts = dict.fromkeys(("text", "alone", "sample"), 0)
    for name in counts:
        Path(folder, name).mkdir()
    met = 0
    for file in files:
        try:
            document = reader.read_pages(Path(file), file)
        except errors:
            continue
        guessed = {table.location.halaman for table in document.tables if not table.certain}
        text = [page.number - 1 for page in document.pages if page.readable and not page.scanned]
        chosen = {
            "text": text,
            "alone": [index for index in text if index + 1 not in guessed],
            "sample": [index for place, index in enumerate(text, met) if place % EVERY == 0],
        }
        met += len(text)
        for name, pages in chosen.items():
            counts[name] += len(pages)
            if pages:
                copy_pages(file, pages, Path(folder, name, Path(file).name))
    return counts


def copy_pages(file: str, pages: list[int], target: Path) -> None:
    """A PDF of some pages (from 0) of another."""
    with pypdfium2.PdfDocument(file) as source, pypdfium2.PdfDocument.new() as made:
        made.import_pages(source, pages)
        made.save(target)


def concatenate(arguments: list[str]) -> Answer:
    """One PDF of so many pages, of the files one after the other and again."""
    target, count, *files = arguments
    with pypdfium2.PdfDocument.new() as made:
        while len(made) < int(count):
            for file in files:
                with pypdfium2.PdfDocument(file) as source:
                    made.import_pages(source, list(range(min(len(source), int(count) - len(made)))))
                if len(made) >= int(count):
                    break
        made.save(target)
        return {"pages": len(made)}


def peak(files: list[str]) -> Answer:
    """The most memory (MB) that reading, recognising and extracting a file takes."""
    berkas = importlib.import_module("saksama.parsers.berkas")
    kept = [berkas.read_berkas(Path(file), file) for file in files]
    return {"peak": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024), "files": len(kept)}


def batch(files: list[str]) -> Answer:
    """The memory (MB) that a process holds after each of three passes over files, nothing kept."""
    berkas = importlib.import_module("saksama.parsers.berkas")
    resident = []
    for _ in range(3):
        for file in files:
            berkas.read_berkas(Path(file), file)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        resident.append(round(pages * resource.getpagesize() / 2**20))
    return {"resident": resident}


def unit(files: list[str]) -> Answer:
    """Seconds of the processor for judging a unit that is read, and for writing all its papers."""
    collect = importlib.import_module("saksama.app.collect").collect
    setting = importlib.import_module("saksama.app.setting").load_setting("kabupaten-kota", None)
    judge = importlib.import_module("saksama.app.judge").judge
    papers = importlib.import_module("saksama.app.check").PAPERS
    with importlib.import_module("saksama.app.work.options").opened(2, tanpa_tembolok=True) as pool:
        collected = collect([Path(file) for file in files], pool)
    start = time.process_time()
    run = judge(collected, setting, tanggal=dt.date(2025, 3, 10))
    judged = time.process_time()
    formats = importlib.import_module("saksama.reports.formats").FORMATS
    for name in papers:
        formats[name][1](run)
    return {"engine": judged - start, "papers": time.process_time() - judged}


CONTENDERS: dict[str, Callable[[list[str]], Answer]] = {
    function.__name__: function
    for function in (
        pdfium,
        asked,
        pdf,
        pdfplumber,
        docx,
        lxml,
        parts,
        xlsx,
        cells,
        choose,
        concatenate,
        peak,
        batch,
        unit,
    )
}
