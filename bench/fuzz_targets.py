"""What bench/fuzz.py mutates, and what it does with a mutant: the same calls that the commands make."""

from __future__ import annotations

import importlib
import io
import random
import tempfile
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import originals
import pypdfium2

from saksama.app.batch import units
from saksama.app.collect import planned
from saksama.app.console import JobError
from saksama.app.setting import load_setting
from saksama.checker import answers, nomenclature_import, profile, regulations, rulebook, waivers
from saksama.checker.assess import Setting, assess, plain
from saksama.checker.run import Run, from_json, to_json
from saksama.checker.submission import Keterangan, Submission, assemble, keterangan
from saksama.parsers import yamlfile
from saksama.parsers.berkas import Berkas, read_berkas
from saksama.parsers.ocr.extra import available
from saksama.parsers.records.types import JENIS
from saksama.parsers.resources import RULES, SAMPLES
from saksama.parsers.yamlfile import DataError
from saksama.reports import lke
from saksama.reports.formats import FORMATS
from saksama.reports.lke_import import ImportRefused, read_answers

CLEAN = SAMPLES / "bersih"
PAGES = 3
"""Pages of a long PDF that are mutated together: a mutant should cost little more than its own damage."""
LARGEST = 1_000_000
DATA = ("berkas.yaml", "pengecualian.yaml", "jawaban.json")
WAIVERS = "\n".join(
    f"- {{aturan: {rule}, dokumen: {name}, jangkar: abc, alasan: Disepakati, oleh: Inspektur, sampai: '2030-01-31'}}"
    for rule, name in (("PK-007", "pk.docx"), ("BRK-002", "-"), ("LKJ-020", "lkjip 2024.pdf"))
)
Seeds = list[tuple[str, bytes]]


class Targets:
    """Originals by format, and the readied program: imported, rulebook loaded, neighbours read."""

    def __init__(self, kinds: list[str], shared: Path, excerpts: int = 3) -> None:
        self.setting: Setting = load_setting(profile.DEFAULT, None)
        self.laws = list(regulations.load(RULES / "peraturan.yaml"))
        paths = [path for path in sorted(CLEAN.rglob("*.*")) if path.name != "berkas.yaml"]
        self.neighbours = tuple(read_berkas(path, path.relative_to(CLEAN).as_posix()) for path in paths)
        self.notes = keterangan(yamlfile.load(CLEAN / "berkas.yaml"))
        self.whole: Run = assess(assemble(self.neighbours, self.notes), self.setting)
        self.corpus = shared / "corpus"
        self.excerpts = excerpts
        self.seeds: dict[str, Seeds] = {kind: getattr(self, f"_{kind}")() for kind in kinds}
        for name in ("word.docx", "word.doc", "excel.xlsx", "excel.xls", "pdf.reader", "text"):
            importlib.import_module(f"saksama.parsers.{name}")
        for _, render in FORMATS.values():
            render(self.whole)
        self.size = int(Path("/proc/self/statm").read_text().split()[0]) * 4096

    def _files(self, *suffixes: str) -> Seeds:
        # Each folder in its own order: where it lies must not change which mutant a seed gives.
        found = [path for folder in (SAMPLES, self.corpus) for path in sorted(folder.rglob("*"))]
        return [
            (path.name, path.read_bytes())
            for path in found
            if path.suffix in suffixes and "06-bukti" not in path.parts and path.stat().st_size < LARGEST
        ]

    def _docx(self) -> Seeds:
        return self._files(".docx")

    def _xlsx(self) -> Seeds:
        return self._files(".xlsx")

    def _doc(self) -> Seeds:
        return self._files(".doc")

    def _xls(self) -> Seeds:
        return self._files(".xls")

    def _teks(self) -> Seeds:
        return [*self._files(".csv", ".txt", ".md"), ("narasi.txt", self._text())]

    def _text(self) -> bytes:
        file = next(file for file in self.neighbours if file.jenis == "perjanjian_kinerja")
        return (file.document.text if file.document else "").encode()

    def _pdf(self) -> Seeds:
        """Excerpts of some pages, written by PDFium with plain objects."""
        seeds: Seeds = []
        for name, data in self._files(".pdf"):
            with pypdfium2.PdfDocument(data) as source:
                places = sorted(random.Random(name).sample(range(len(source)), min(len(source), self.excerpts)))
                for begin in places:
                    with pypdfium2.PdfDocument.new() as part:
                        part.import_pages(source, list(range(begin, min(begin + PAGES, len(source)))))
                        stream = io.BytesIO()
                        part.save(stream)
                    seeds.append((f"{name}#{begin + 1}", stream.getvalue()))
        return seeds

    def _yaml(self) -> Seeds:
        rules = [(path.name, path.read_bytes()) for path in sorted((RULES / "aturan").rglob("*.yaml"))]
        notes = (CLEAN / "berkas.yaml").read_bytes()
        given = answers.to_json(
            answers.Jawaban("permenpanrb-88-2021", {"1a.1": answers.Isian("ya", "a", "b")}, "Unit", 2024)
        )
        # The three files of a user as often as all rule files together.
        own = [("berkas.yaml", notes), ("pengecualian.yaml", WAIVERS.encode()), ("jawaban.json", given)]
        return rules + own * (len(rules) // 3)

    def _lke(self) -> Seeds:
        return [("lke.xlsx", bytes(lke.render(self.whole)))]

    def _arsip(self) -> Seeds:
        return originals.archives(CLEAN)

    def _lain(self) -> Seeds:
        return originals.foreign()

    def _gambar(self) -> Seeds:
        return originals.scans() if available() else []

    def _register(self) -> Seeds:
        return [*originals.registers(), *self._files(".xlsx")[:2]]

    @cached_property
    def expected(self) -> tuple[str, ...]:
        """Names of the neighbours that could be read."""
        return tuple(file.berkas for file in self.neighbours if file.galat is None)

    def run(self, kind: str, path: Path, name: str, rng: random.Random) -> dict[str, Any]:
        """What came of a mutant: hasil is "dibaca" or "ditolak" (with alasan); anything else is an exception."""
        try:
            if kind == "yaml":
                self._data(path, name)
            elif kind == "lke":
                read_answers(path.read_bytes(), name, self.whole)
            elif kind == "register":
                self._table(path, Path(name).suffix)
            elif kind == "arsip":
                self._archive(path)
            else:
                return self._document(kind, path, rng)
        except (DataError, ImportRefused, JobError) as error:
            return {"hasil": "ditolak", "alasan": str(error)[:200]}
        return {"hasil": "dibaca"}

    def _data(self, path: Path, name: str) -> None:
        if name == "jawaban.json":
            try:
                taken = answers.from_json(path.read_bytes())
            except (msgspec.ValidationError, msgspec.DecodeError):
                raise DataError(name, None, "bukan jawaban") from None
            list(answers.problems(taken, self.whole.lke))  # type: ignore[arg-type]
            return
        file = yamlfile.load(path, name)
        if name == "berkas.yaml":
            self._judged(self.neighbours[:6], keterangan(file))
        elif name == "pengecualian.yaml":
            waivers.apply(self.whole.hasil, waivers.load(file, self.setting.book.rules), None)
        else:
            rulebook.load_rule(file, Path(name).stem, self.laws)

    def _table(self, path: Path, suffix: str) -> None:
        """A register table is told by its suffix."""
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / f"daftar{suffix}"
            place.write_bytes(path.read_bytes())
            nomenclature_import.import_table(place)

    def _archive(self, path: Path) -> None:
        """Looked into as one of many units, and unpacked and judged as one."""
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "Dinas Contoh.zip"
            place.write_bytes(path.read_bytes())
            units.find(place.parent)
            with planned([place]) as plan:
                files = tuple(read_berkas(there, name) for name, there in plan.documents[:6])
                self._judged(files, plan.keterangan)

    def _document(self, kind: str, path: Path, rng: random.Random) -> dict[str, Any]:
        """Read and judged alone, sometimes under a forced kind too, among the neighbours, or printed."""
        file = read_berkas(path, f"mutan.{kind}")
        if file.galat is not None and not (file.galat.endswith(".") and "\n" not in file.galat):
            raise AssertionError(f"a refusal that is no sentence: {file.galat}")
        if file.document is not None:
            self._sound(file)
        files = [file]
        if file.galat is None and rng.random() < 0.3:
            files.append(read_berkas(path, f"paksa.{kind}", rng.choice(JENIS)))
        for one in files:
            self._judged((one,), Keterangan(), single=True)
        if rng.random() < 0.15:
            run = self._judged((*self.neighbours, *files), self.notes)
            read = {one.berkas for one in run.berkas if one.galat is None}
            lost = [name for name in self.expected if name not in read]
            if lost:
                raise AssertionError(f"lost neighbours: {lost}")
            if rng.random() < 0.2:
                for _, render in FORMATS.values():
                    render(run)
        return {"hasil": "ditolak" if file.galat else "dibaca", "alasan": (file.galat or "")[:200], "jenis": file.jenis}

    def _sound(self, file: Berkas) -> None:
        """A document that the rest of the program can trust: its records written and its cells in their tables."""
        document = file.document
        assert document is not None
        msgspec.json.encode([plain(record.isi) for record in file.records])
        for table in document.tables:
            for cell in table.cells:
                if not (0 <= cell.row < table.n_rows and 0 <= cell.column < table.n_columns):
                    raise AssertionError("a cell outside its table")
        if file.galat is None and not document.text.strip():
            raise AssertionError("an empty document that passes")

    def _judged(self, files: tuple[Berkas, ...], notes: Keterangan, single: bool = False) -> Run:
        submission: Submission = assemble(files, notes, single=single)
        run = assess(submission, self.setting)
        broken = sorted({f"{item.aturan}: {item.alasan}" for item in run.hasil if item.status == "galat"})
        if broken:
            raise BrokenRule(broken[0])
        if from_json(to_json(run)).ringkasan != run.ringkasan:
            raise AssertionError("run.json reads back otherwise")
        return run


class BrokenRule(Exception):
    """A rule that ended as galat."""
