"""One rule as a page: for `saksama jelaskan` (text) and the generated documentation (Markdown)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from saksama.checker.rulebook import EXAMPLE_STATUS, BoundRule
from saksama.checker.tools import Tools


def plain_text(bound: BoundRule, tools: Tools) -> str:
    """The rule as text for the terminal."""
    rule = bound.rule
    lines = [f"{rule.id}  {rule.judul}", f"Keparahan: {rule.keparahan}. Status: {rule.status}.", ""]
    for title, body in _sections(bound, tools):
        lines += [title, *(f"  {line}" for line in body), ""]
    return "\n".join(lines).rstrip()


def markdown(bound: BoundRule, tools: Tools) -> str:
    """The rule as a Markdown page."""
    rule = bound.rule
    lines = [f"# {rule.id} {rule.judul}", "", f"Keparahan: **{rule.keparahan}**. Status: {rule.status}.", ""]
    for title, body in _sections(bound, tools):
        lines += [f"## {title}", "", *(f"- {line}" for line in body), ""]
    return "\n".join(lines)


def _sections(bound: BoundRule, tools: Tools) -> Iterator[tuple[str, list[str]]]:
    rule = bound.rule
    yield "Alasan", [rule.alasan]
    yield "Dasar", [_basis(item, tools) for item in rule.dasar]
    kinds = ", ".join(kind.replace("_", " ") for kind in rule.berlaku_untuk.jenis) or "seluruh pengajuan"
    levels = ", ".join(level.replace("_", " ") for level in rule.berlaku_untuk.tingkat)
    yield "Berlaku untuk", [kinds + (f" (tingkat {levels})" if levels else "")]
    params = msgspec.to_builtins(bound.params)
    shown = [f"{name}: {_value(value)}" for name, value in params.items()]
    about = " ".join(bound.check.about.split("\n\n")[0].split())
    yield "Pemeriksaan", [f"{bound.check.name}: {about}", *shown]
    yield "Pesan", [rule.pesan]
    yield "Saran", [rule.saran]
    if rule.rekomendasi is not None:
        yield "Rekomendasi dalam LHE", [rule.rekomendasi or "Tidak diangkat: temuan ini mengenai penyerahan berkas."]
    if rule.telaah:
        yield "Pertanyaan untuk penelaah", [rule.telaah]
    yield "Contoh", [_example(example) for example in rule.contoh]
    yield "Berkas aturan", [bound.file]


def _basis(item: Any, tools: Tools) -> str:
    quote = f": “{item.kutipan}”" if item.kutipan else ""
    return f"{tools.cite(item.peraturan, item.bagian)}{quote}"


def _example(example: dict[str, Any]) -> str:
    status = next(key for key in EXAMPLE_STATUS if key in example)
    name = f" ({example['nama']})" if "nama" in example else ""
    return f"{status}{name}: {_value(example[status])}"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key} {_value(below)}" for key, below in value.items())
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(below) for below in value) + "]"
    return "-" if value is None else str(value)
