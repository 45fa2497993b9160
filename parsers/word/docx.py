"""Word files (.docx, .docm) -> Document, by walking the XML itself.

The usual libraries lose content controls, text boxes, nested tables and field text, all of which occur in real
documents. There are no page numbers here: a page exists only once a word processor has laid the text out.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from saksama.parsers.files import sha256
from saksama.parsers.model import Document, Location, Paragraph, ReadError
from saksama.parsers.ooxml import Package, Relationship, open_package
from saksama.parsers.word import folded
from saksama.parsers.word.body import BodyReader, header_parts
from saksama.parsers.word.markup import child
from saksama.parsers.word.numbers import Numbering
from saksama.parsers.word.properties import Properties
from saksama.parsers.word.styles import Styles
from saksama.parsers.word.text import Seen, note_texts


def read(path: Path, name: str) -> Document:
    """Read a Word file; `name` is what locations and errors call it.

    Raises ReadError for a damaged, protected or hostile file, and for one that holds no text at all.
    """
    with open_package(path, name) as package:
        main = package.main_part() or "word/document.xml"
        if main not in package.members:
            raise ReadError(name, "Berkas tidak berisi dokumen Word.", "Simpan ulang sebagai .docx lalu coba lagi.")
        relations = package.relationships(main)
        content, blocks = folded.parse(package, main)
        body = child(content, "body")
        styles = Styles(_part(package, relations, "styles"))
        numbering = Numbering(_part(package, relations, "numbering"), styles)
        notes: dict[str, str] = {}
        for kind in ("footnotes", "endnotes"):
            root = _part(package, relations, kind)
            if root is not None:
                notes |= {f"{kind}/{key}": text for key, text in note_texts(root, kind[:-1], styles).items()}
        reader = BodyReader(name, styles, numbering, Properties(blocks), notes)
        if body is not None:
            reader.walk(body)
        margins: list[Paragraph] = []
        targets = {key: relation.target for key, relation in relations.items() if relation.target in package.members}
        for part in header_parts(body, targets) if body is not None else ():
            margins += _margin(package.xml(part), name, styles, numbering)
    document = Document(
        name,
        sha256(path),
        "docx",
        tuple(reader.blocks),
        margins=tuple(margins),
        peringatan=tuple(_warnings(reader.seen)),
    )
    if not document.text.strip():
        what = "Berkas hanya berisi gambar, tanpa teks." if reader.seen.pictures else "Berkas tidak berisi teks."
        raise ReadError(name, what, "Simpan sebagai PDF hasil pindaian, atau minta berkas yang teksnya dapat dibaca.")
    return document


def _part(package: Package, relations: dict[str, Relationship], kind: str) -> etree._Element | None:
    for relation in relations.values():
        if relation.kind == kind and relation.target in package.members:
            return package.xml(relation.target)
    return None


def _margin(root: etree._Element, name: str, styles: Styles, numbering: Numbering) -> list[Paragraph]:
    """The lines of a header or footer; a lone page number says nothing."""
    reader = BodyReader(name, styles, numbering, Properties(), {})
    reader.walk(root)
    lines = Document(name, "", "docx", tuple(reader.blocks)).lines
    return [Paragraph(line.text, Location(name)) for line in lines if any(c.isalpha() for c in line.text)]


def _warnings(seen: Seen) -> list[str]:
    warnings = []
    if seen.hidden:
        warnings.append("Ada teks tersembunyi (hidden text) yang tidak dibaca.")
    if seen.hidden_rows:
        warnings.append(f"Ada {seen.hidden_rows} baris tabel tersembunyi yang tidak dibaca.")
    if seen.tracked:
        warnings.append("Ada perubahan terlacak (track changes); dokumen dibaca seolah-olah semua perubahan diterima.")
    if seen.large_pictures:
        warnings.append(f"Ada {seen.large_pictures} gambar besar; tulisan di dalam gambar tidak terbaca.")
    if seen.foreign:
        warnings.append(f"Ada {seen.foreign} bagian sisipan dari berkas lain yang tidak terbaca.")
    return warnings
