"""The examples in rule files, made into small submissions and judged: they run as tests and in `saksama aturan uji`.

An example holds the fields of one record (of the rule's first kind, or of `jenis`), or `dokumen`: a list of such, with
`keterangan` (as berkas.yaml), `tahun`, `tanggal` and `unit` of the submission, and `hasil` (rule id: outcome) for rules
that look at what others found. `teks` is the document's text, line by
line; `rekaman` a list of records of one file; `berkas` the file name; `tabel` a list of raw tables (rows of texts).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from saksama.checker.engine import run_rule
from saksama.checker.profile import Profile
from saksama.checker.rulebook import EXAMPLE_STATUS, BoundRule, Rulebook
from saksama.checker.run import BuktiTemuan, Hasil, Temuan, roll_up
from saksama.checker.submission import Keterangan, Submission, assemble
from saksama.checker.tools import Tools
from saksama.parsers.berkas import Berkas
from saksama.parsers.model import Block, Cell, Document, Heading, Location, Paragraph, Table
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.yamlfile import DataError

_FILE_KEYS = ("jenis", "berkas", "teks", "tabel", "rekaman", "galat", "keyakinan", "sha256")
_WHOLE_KEYS = ("dokumen", "keterangan", "tahun", "tanggal", "unit", "hasil")


class Failure(msgspec.Struct, frozen=True):
    """An example that did not end as it says."""

    aturan: str
    nomor: int
    pesan: str


def run_examples(bound: BoundRule, book: Rulebook, tools: Tools) -> Iterator[Failure]:
    """Judge every example of a rule; yields those that end otherwise than they say."""
    for number, example in enumerate(bound.rule.contoh, 1):
        wanted = next(key for key in EXAMPLE_STATUS if key in example)
        try:
            submission = example_submission(bound, example[wanted] or {})
        except (msgspec.ValidationError, DataError, TypeError, ValueError) as error:
            yield Failure(bound.id, number, f"contoh tidak dapat dibaca: {error}")
            continue
        others = _others(example[wanted] or {}, submission)
        outcomes = judge_example(bound, submission, tools, others)
        got = roll_up(item.status for item in outcomes)
        findings = [finding for item in outcomes for finding in item.temuan]
        if got != wanted:
            why = "; ".join(filter(None, [*(item.alasan for item in outcomes), *(f.pesan for f in findings)]))
            yield Failure(bound.id, number, f"seharusnya {wanted}, hasilnya {got}. {why}".strip())
        elif "jumlah" in example and len(findings) != example["jumlah"]:
            texts = " | ".join(finding.pesan for finding in findings)
            yield Failure(bound.id, number, f"seharusnya {example['jumlah']} temuan, hasilnya {len(findings)}: {texts}")
        elif "pesan" in example and not any(example["pesan"] in finding.pesan for finding in findings):
            texts = " | ".join(finding.pesan for finding in findings)
            yield Failure(bound.id, number, f"pesan “{example['pesan']}” tidak ada; yang ada: {texts}")


def judge_example(
    bound: BoundRule, submission: Submission, tools: Tools, others: Mapping[str, Sequence[Hasil]]
) -> list[Hasil]:
    """The outcomes of one rule alone on an example's submission; others: what other rules ended in."""
    profile = Profile("contoh", "contoh", "", {bound.id: bound}, {}, {}, {})
    return run_rule(bound.id, submission, profile, tools, others)


def _others(data: Mapping[str, Any], submission: Submission) -> dict[str, tuple[Hasil, ...]]:
    """Outcomes of other rules as an example states them; a temuan gets a finding to point to."""
    file = submission.files[0].berkas if submission.files else None
    found = Temuan("contoh", "mayor", "tinggi", "Temuan contoh.", "-", {}, (BuktiTemuan(file or "contoh"),))
    return {
        rule_id: (Hasil(rule_id, status, file, temuan=(found,) if status == "temuan" else ()),)
        for rule_id, status in (data.get("hasil") or {}).items()
    }


def example_submission(bound: BoundRule, data: Mapping[str, Any]) -> Submission:
    """The submission an example describes."""
    whole = "dokumen" in data or "keterangan" in data
    documents = list(data.get("dokumen", ())) if whole else [data]
    extra = set(data) - set(_WHOLE_KEYS) if whole else set()
    if extra:
        raise ValueError(f"isian {', '.join(sorted(extra))} tidak dikenal di sebelah “dokumen”")
    files = [_file(bound, document, index) for index, document in enumerate(documents)]
    noted = msgspec.convert(data.get("keterangan") or {}, Keterangan) if whole else Keterangan()
    if whole and "unit" in data:
        noted = msgspec.structs.replace(noted, unit=data["unit"])
    date = dt.date.fromisoformat(data["tanggal"]) if whole and data.get("tanggal") else None
    year = data.get("tahun") if whole else None
    return assemble(files, noted, tahun=year, tanggal=date, single=not whole and bound.check.scope != "pengajuan")


def _file(bound: BoundRule, data: Mapping[str, Any], index: int) -> Berkas:
    kinds = bound.rule.berlaku_untuk.jenis
    jenis = data.get("jenis") or (kinds[0] if kinds else "lain")
    name = data.get("berkas") or f"{index + 1}-{jenis}.docx"
    fields = {key: value for key, value in data.items() if key not in _FILE_KEYS}
    trees = [*data.get("rekaman", ()), *([fields] if fields or "rekaman" not in data else [])]
    if jenis == "lain" or data.get("galat"):
        trees = []
    document = _document(name, data)
    records = tuple(_record(jenis, tree, name) for tree in trees)
    return Berkas(
        berkas=name,
        sha256=data.get("sha256", name),
        pembaca="contoh",
        jenis=jenis,
        keyakinan=data.get("keyakinan", "tinggi"),
        alasan="contoh",
        records=records,
        document=document,
        peringatan=(),
        galat=data.get("galat"),
    )


def _record(jenis: str, tree: Mapping[str, Any], name: str) -> Record:
    """A record whose rows stand in table 1, so that places in messages are not empty."""

    def located(value: Any, location: Location, *, rows: bool) -> Any:
        if isinstance(value, Mapping):
            return {key: located(below, location, rows=rows) for key, below in value.items()}
        if isinstance(value, list):
            places = [Location(name, tabel=1, baris=row) if rows else location for row in range(1, len(value) + 1)]
            return [located(below, place, rows=False) for below, place in zip(value, places, strict=True)]
        return At(value, location)

    plain = {key: value for key, value in tree.items() if key in ("bagian", "perbandingan", "kolom", "lingkup", "tema")}
    placed = {key: located(value, Location(name), rows=True) for key, value in tree.items() if key not in plain}
    return build(jenis, {**placed, **plain}, Location(name))


def _document(name: str, data: Mapping[str, Any]) -> Document:
    blocks: list[Block] = []
    for number, line in enumerate(str(data.get("teks", "")).splitlines(), 1):
        location = Location(name, baris=number)
        if line.startswith("# "):
            blocks.append(Heading(line[2:].strip(), 1, location))
        elif line.strip():
            blocks.append(Paragraph(line.strip(), location))
    for number, rows in enumerate(data.get("tabel", ()), 1):
        cells = tuple(
            Cell(str(text), r, c, Location(name, tabel=number, baris=r + 1, kolom=str(c + 1)))
            for r, row in enumerate(rows)
            for c, text in enumerate(row)
        )
        width = max((len(row) for row in rows), default=0)
        blocks.append(Table(cells, len(rows), width, Location(name, tabel=number)))
    return Document(name, name, "contoh", tuple(blocks))
