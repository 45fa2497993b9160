"""Mutants of documents for bench/fuzz.py: bytes, zip parts, XML, YAML. Each is a function of its random generator.

A mutant of an Office file stays a zip in most cases: damage that every reader refuses at the door tests only the door.
"""

from __future__ import annotations

import copy
import io
import random
import re
import struct
import zipfile
from collections.abc import Callable, Iterable

from lxml import etree

EXTREMES = (
    "-1", "0", "1", "2", "65536", "2147483647", "2147483648", "999999999", "4294967296", "1e9", "1e308", "-1e308",
    "NaN", "", " ", "abc", "٣", "²", "1.5", "0x10", "true", "none", "XFD1048576", "A1:XFD1048576", "A0", "9" * 30,
)  # fmt: skip
"""Values that an attribute or number is changed to."""
TEXTS = (
    "", " ", "-", "0", "100", "9" * 400, "9" * 5000, "1.234.567,89", "1,2,3,4", "3,000", "0,0000001", "-0", "100 %%",
    "1e308", "١٢٣", "²", "½", "Rp. 4,6 Milyar", "Rp" + "9" * 40, "1/0", "50/0", "31 Februari 2024", "00/00/0000",
    "99-99-9999", "1 Januari 99999", "Tahun 0000", "Tahun 9999", "TW V",
    "Triwulan I s.d. IV", "{indikator}", "{0}", "}{",
    "%s",
    "(", "[", "*", "\\", "(?P<x>", "a" * 20_000, "kata " * 4_000, "1." * 300, "((" * 500, "\u202eterbalik", "😀",
    "=1+1", "BAB " + "I" * 200, "BAB 99999999999", "PERJANJIAN KINERJA TAHUN " + "2" * 50, "Level 3 (3,35)", "A (83)",
    "88/100.000 KH", "1 2 3 4 5 6 7 8 9 10", "(1) (2) (3)", "14 = 7 + 13", "≥ 95", "<5", "95 - 100", "\n\n\n", "\t\t\t",
    "1.1.1.1.1.1.1.1.1.1", "7.01.01.2.01.0001", "198001012005011001", "1" * 18, "NIP. ", "...........", "No", "Sasaran",
    "Indikator Kinerja", "Target", "Realisasi", "Capaian", "Triwulan", "I", "II", "III", "IV", "Jumlah", "Total",
)  # fmt: skip
"""Texts that stand in place of another: numbers of every shape, headers in wrong places, what breaks patterns."""
MARKS = (
    "&a ", "*a", "!!python/object:os.system ", "!!binary ", "? ", "| ", "> ", "{a: ", "[[", "<<: *a", "'",
    '"',
    "!!int ", "!!set {a}", "%YAML 1.1\n---\n", "---\n", "...\n", "2024-01-01", "~", "0o17", "1_000", ".inf",
)  # fmt: skip
"""Signs that mean something in YAML."""
NAMES = (
    ".", "..", "/", "./", "../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt", "a//b.txt", "CON", "nul.docx", "a.", " ",
    "a" * 300, "\x1b[2J.docx", "a\nb.txt", "\u202egpj.exe", "é.docx", "e\u0301.docx", "berkas.yaml", "Berkas.yml",
    "run.json", "2024/pk.docx", "~$a.docx", ".a.docx", "a:b.txt", "\udcff.txt".encode("utf-8", "replace").decode(),
)  # fmt: skip
"""Names that a member of an archive is given."""
Rng = random.Random


def some_bytes(data: bytes, rng: Rng) -> bytes:
    """Bits flipped, runs of bytes overwritten, cut out, doubled or moved, or the end cut off."""
    mutated = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8, 64))):
        if not mutated:
            break
        at = rng.randrange(len(mutated))
        run = min(rng.choice((1, 4, 64, 4096)), len(mutated) - at)
        kind = rng.randrange(6)
        if kind == 0:
            mutated[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            mutated[at : at + run] = rng.randbytes(run)
        elif kind == 2:
            del mutated[at : at + run]
        elif kind == 3:
            mutated[at:at] = mutated[at : at + run]
        elif kind == 4:
            mutated[at : at + run] = bytes([rng.choice((0, 0xFF, 0x20))]) * run
        elif rng.random() < 0.3:
            del mutated[at:]
    return bytes(mutated)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def zip_parts(data: bytes, rng: Rng) -> bytes:
    """Parts of an Office file dropped, emptied, swapped, repeated under the same or another name, or damaged."""
    parts = list(_parts(data).items())
    for _ in range(rng.choice((1, 1, 2, 4))):
        if not parts:
            break
        a, b = rng.randrange(len(parts)), rng.randrange(len(parts))
        kind = rng.randrange(7)
        if kind == 0:
            del parts[a]
        elif kind == 1:
            parts[a] = (parts[a][0], b"")
        elif kind == 2:
            parts[a], parts[b] = (parts[a][0], parts[b][1]), (parts[b][0], parts[a][1])
        elif kind == 3 and parts[b][0] != parts[a][0]:
            parts[a] = (parts[a][0], parts[b][1])
        elif kind == 4:
            parts.append((f"{parts[a][0]}{rng.randrange(9)}", parts[a][1]))
        elif kind == 5:
            parts[a] = (parts[a][0].upper(), parts[a][1])
        else:
            parts[a] = (parts[a][0], some_bytes(parts[a][1], rng))
    return _zipped(parts)


def zip_names(data: bytes, rng: Rng) -> bytes:
    """Members of an archive renamed, marked as links or devices, or doubled under another name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in _parts(data).items():
            for _ in range(rng.choice((1, 1, 1, 2))):
                odd = rng.choice((name, name, rng.choice(NAMES), f"{rng.choice(NAMES)}/{name}", name.upper()))
                member = zipfile.ZipInfo(odd)
                member.external_attr = rng.choice((0, 0, 0o100644, 0o120777, 0o020666, 0o010644, 0o040755)) << 16
                archive.writestr(member, content)
    return stream.getvalue()


def xml_edits(data: bytes, rng: Rng) -> bytes:
    """One or two XML parts edited; those that hold text are chosen more often."""
    parts = _parts(data)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    body = [name for name in names if re.search(r"word/document|sheet\d|sharedStrings", name)]
    shape = [name for name in names if re.search(r"styles|numbering|footnotes|workbook|header|\.rels", name)]
    for _ in range(rng.choice((1, 1, 2))):
        chosen = rng.choice(rng.choice([group for group in (body, body, shape, names) if group]))
        try:
            root = etree.fromstring(parts[chosen])
        except etree.XMLSyntaxError:
            continue
        for _ in range(rng.choice((1, 3, 10, 40))):
            _edit(root, rng)
        parts[chosen] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _zipped(parts.items())


def _edit(root: etree._Element, rng: Rng) -> None:
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    node, other = rng.choice(nodes), rng.choice(nodes)
    rng.choice((_drop, _repeat, _move, _swap, _attribute, _attribute, _text, _text, _text, _wrap, _rename))(
        node, other, rng
    )


def _drop(node: etree._Element, _: etree._Element, __: Rng) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _repeat(node: etree._Element, _: etree._Element, rng: Rng) -> None:
    parent = node.getparent()
    if parent is None or sum(1 for _ in node.iter()) > 2_000:
        return
    for _ in range(rng.choice((1, 2, 5, 40))):
        parent.insert(parent.index(node), copy.deepcopy(node))


def _move(node: etree._Element, other: etree._Element, rng: Rng) -> None:
    if node.getparent() is None or node is other or node in other.iterancestors():
        return
    other.insert(rng.randint(0, len(other)), node)


def _swap(node: etree._Element, other: etree._Element, _: Rng) -> None:
    """What two elements hold, exchanged."""
    if node in other.iterancestors() or other in node.iterancestors() or node is other:
        return
    mine, theirs = list(node), list(other)
    node.text, other.text = other.text, node.text
    for child in mine + theirs:
        child.getparent().remove(child)  # type: ignore[union-attr]
    node.extend(theirs)
    other.extend(mine)


def _attribute(node: etree._Element, other: etree._Element, rng: Rng) -> None:
    if node.attrib:
        key = rng.choice(list(node.attrib))
        if rng.random() < 0.2:
            del node.attrib[key]
        else:
            node.set(key, rng.choice((*EXTREMES, *map(str, other.attrib.values()))))
    elif other.attrib:
        key, value = rng.choice(list(other.attrib.items()))
        node.set(key, value)


def _text(_: etree._Element, other: etree._Element, rng: Rng) -> None:
    """The text of a run or cell: only there it reaches the records."""
    leaves = [node for node in other.getroottree().getroot().iter("{*}t", "{*}v") if node.text]
    if not leaves:
        other.text = rng.choice(TEXTS)
        return
    leaf = rng.choice(leaves)
    leaf.text = rng.choice((*TEXTS, *EXTREMES, rng.choice(leaves).text, (leaf.text or "") * 3, (leaf.text or "")[::-1]))


def _wrap(node: etree._Element, other: etree._Element, rng: Rng) -> None:
    """An element put into copies of another's tag, some levels deep."""
    parent = node.getparent()
    if parent is None:
        return
    at = parent.index(node)
    for _ in range(rng.choice((1, 3, 60, 240))):
        outer = etree.Element(other.tag, other.attrib)
        outer.append(node)
        node = outer
    parent.insert(at, node)


def _rename(node: etree._Element, other: etree._Element, _: Rng) -> None:
    node.tag = other.tag


def yaml_edits(data: bytes, rng: Rng) -> bytes:
    """Lines dropped, doubled, moved or indented otherwise; values exchanged or made extreme; marks put in."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(rng.choice((1, 1, 2, 5))):
        at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        kind = rng.randrange(9)
        if kind == 0 and len(lines) > 1:
            del lines[at]
        elif kind == 1:
            lines.insert(at, lines[other])
        elif kind == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == 3:
            lines[at] = rng.choice(("  ", "\t", "- ", "    - ", "")) + lines[at].lstrip()
        elif kind in (4, 5):
            key, colon, _ = lines[at].partition(":")
            lines[at] = f"{key}{colon} {rng.choice(TEXTS + EXTREMES)}"
        elif kind == 6:
            spot = rng.randint(0, len(lines[at]))
            lines[at] = lines[at][:spot] + rng.choice(MARKS) + lines[at][spot:]
        elif kind == 7:
            lines[at] = re.sub(r"\d+", lambda _: rng.choice(EXTREMES), lines[at], count=1)
        else:
            depth = rng.choice((10, 1_000, 20_000))
            lines[at] = f"x: {'[' * depth}{']' * depth}"
    return "\n".join(lines).encode("utf-8", "replace")


def ole_words(data: bytes, rng: Rng) -> bytes:
    """Numbers of an old Office file made extreme: two or four bytes at even places, mostly inside records."""
    mutated = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 40))):
        at = rng.randrange(0, max(len(mutated) - 4, 1), 2)
        value = rng.choice((0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE))
        mutated[at : at + 4] = struct.pack("<I", value) if rng.random() < 0.5 else struct.pack("<H", value & 0xFFFF) * 2
    return bytes(mutated)


Mutate = Callable[[bytes, Rng], bytes]
