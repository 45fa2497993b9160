"""An Office file (a zip of XML parts) opened with guards: zip bombs, entity bombs and password protection.

Limits were measured on hostile files: every zip and entity bomb stops here before a parser sees it.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from saksama.parsers.model import ReadError

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_MEMBER = 256 * 2**20
_MAX_TOTAL = 512 * 2**20
_MAX_RATIO = 120
_RATIO_FROM = 2**20
_MAX_MEMBERS = 20_000
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
# "Strict Open XML" is the same format under other namespaces; these are the ones that readers look for.
_NAMESPACES = (
    (_STRICT + b"wordprocessingml/main", _USUAL + b"wordprocessingml/2006/main"),
    (_STRICT + b"officeDocument/relationships", _USUAL + b"officeDocument/2006/relationships"),
    (_STRICT + b"officeDocument/math", _USUAL + b"officeDocument/2006/math"),
    (_STRICT + b"drawingml/wordprocessingDrawing", _USUAL + b"drawingml/2006/wordprocessingDrawing"),
)
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DAMAGED = "Buka berkas dengan aplikasi pembuatnya, simpan ulang, lalu coba lagi."
_HOSTILE = "Jangan buka berkas ini; minta berkas asli kepada pengirimnya."


class Relationship:
    """A link from one part to another: target part name, its type (last word of the type address), external or not."""

    __slots__ = ("external", "kind", "target")

    def __init__(self, target: str, kind: str, external: bool) -> None:
        self.target, self.kind, self.external = target, kind, external


class Package:
    """An open Office file. Parts are read on demand; every refusal is a ReadError that names the file."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self._weighed: dict[str, int] = {}
        self._check()
        self.members = frozenset(archive.namelist())

    def _check(self) -> None:
        infos = self._archive.infolist()
        if len(infos) > _MAX_MEMBERS:
            raise ReadError(self._name, "Isi berkas terlalu banyak setelah dibuka.", _HOSTILE)
        if any(info.flag_bits & 0x1 for info in infos):
            raise ReadError(self._name, "Berkas dilindungi kata sandi.", "Simpan ulang tanpa kata sandi.")

    def weigh(self, parts: Iterable[str]) -> None:
        """Raise ReadError for a part that swells beyond measure when it is unpacked, or when parts do so together.

        Pictures that nobody unpacks may swell as they like: an empty drawing does.
        """
        for part in parts:
            info = self._archive.getinfo(part)
            swollen = info.file_size > _RATIO_FROM and info.file_size > _MAX_RATIO * max(info.compress_size, 1)
            if info.file_size > _MAX_MEMBER or swollen:
                raise ReadError(self._name, "Berkas dimampatkan secara tidak wajar (bom zip).", _HOSTILE)
            self._weighed[part] = info.file_size
        if sum(self._weighed.values()) > _MAX_TOTAL:
            raise ReadError(self._name, "Isi berkas terlalu besar setelah dibuka.", _HOSTILE)

    def read(self, part: str) -> bytes:
        """The bytes of a part; raises ReadError when it is missing, damaged, or declares a document type."""
        if part in self.members:
            self.weigh((part,))
        try:
            with self._archive.open(part) as stream:
                # One byte more than the directory promises: a directory that lies is a bomb.
                data = stream.read(self._archive.getinfo(part).file_size + 1)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, UnicodeDecodeError):
            raise ReadError(self._name, f"Bagian “{part}” hilang atau rusak.", _DAMAGED) from None
        if len(data) > self._archive.getinfo(part).file_size:
            raise ReadError(self._name, "Berkas dimampatkan secara tidak wajar (bom zip).", _HOSTILE)
        if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data or "<!DOCTYPE".encode("utf-16-be") in data:
            raise ReadError(self._name, "Berkas memuat deklarasi DOCTYPE yang berbahaya.", _HOSTILE)
        return data

    def xml(self, part: str) -> etree._Element:
        """The root of an XML part, parsed without entities, network or document types; raises ReadError."""
        return self.parse(self.markup(part), part)

    def markup(self, part: str) -> bytes:
        """The bytes of an XML part, with the usual namespaces where it is strict; raises ReadError as read does."""
        data = self.read(part)
        if _STRICT in data:
            for strict, usual in _NAMESPACES:
                data = data.replace(strict, usual)
        return data

    def parse(self, data: bytes, part: str) -> etree._Element:
        """The root of the bytes of a part; raises ReadError for anything that is no XML."""
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise ReadError(self._name, f"Bagian “{part}” bukan XML yang benar.", _DAMAGED) from None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The relationships of a part by their id; empty when it has none. "" gives those of the whole file."""
        folder, _, file = part.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.members:
            return {}
        found: dict[str, Relationship] = {}
        for element in self.xml(rels).iter(_REL):
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            if not external:
                joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(joined)
            found[element.get("Id", "")] = Relationship(target, element.get("Type", "").rpartition("/")[2], external)
        return found

    def main_part(self) -> str | None:
        """The part that the file opens with ("word/document.xml"), None when the file doesn't say."""
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and relationship.target in self.members:
                return relationship.target
        return None


@contextmanager
def open_package(source: Path | bytes, name: str) -> Iterator[Package]:
    """Open an Office file, or its bytes, after the guards; raises ReadError for damaged, protected or hostile files."""
    with source.open("rb") if isinstance(source, Path) else io.BytesIO(source) as stream:
        if stream.read(8) == OLE_MAGIC:
            raise ReadError(
                name, "Berkas dilindungi kata sandi atau berformat Office lama.", "Simpan ulang tanpa kata sandi."
            )
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
            raise ReadError(name, "Berkas rusak atau terpotong.", _DAMAGED) from None
        with archive:
            yield Package(archive, name)
