"""The text of one Word paragraph as shown: accepted changes, field results, symbols; nothing deleted or hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from saksama.parsers.word.markup import W, number
from saksama.parsers.word.properties import PLAIN_RUN, Properties, RunProperties
from saksama.parsers.word.styles import Styles

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_LARGE = 2_880_000
"""8 cm in EMU: photos and pasted pages are larger on both sides, logos and signatures are not."""
_SKIP = {
    f"{W}{name}"
    for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt",
                 "fldData", "annotationRef", "footnoteRef", "endnoteRef")
} | {f"{MC}Fallback", f"{M}ctrlPr", f"{M}rPr"}  # fmt: skip
_RUN, _BREAK, _SYMBOL, _BOX = (f"{W}{name}" for name in ("r", "br", "sym", "txbxContent"))
_FORMULA_TEXT, _FRACTION = f"{M}t", f"{M}f"
_TEXTS = (f"{W}t", _FORMULA_TEXT)
_TRACKED = {f"{W}{name}" for name in ("del", "ins", "moveFrom", "moveTo")}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_PICTURES = (f"{WP}inline", f"{WP}anchor")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ODD = re.compile("[\r\n\u00a0\u2007\u202f\u00ad\u200b\ufeff]")
_CHARACTERS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# Check marks are mostly typed as letters of a symbol font; in a schedule of months they are the whole content.
_SYMBOLS = {
    ("wingdings", 0xFC): "✓", ("wingdings", 0xFB): "✗", ("wingdings", 0xFE): "☑", ("wingdings", 0xFD): "☒",
    ("wingdings", 0xA8): "☐", ("wingdings", 0x6F): "☐", ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x4F): "✗",
    ("wingdings 2", 0x52): "☑", ("wingdings 2", 0x53): "☒", ("wingdings 2", 0xA3): "☐",
    ("symbol", 0xD6): "√", ("symbol", 0xA3): "≤", ("symbol", 0xB3): "≥", ("symbol", 0xB4): "×", ("symbol", 0xB8): "÷",
    ("symbol", 0xB1): "±", ("symbol", 0x53): "Σ", ("symbol", 0xE5): "Σ", ("symbol", 0x2D): "−", ("symbol", 0xBB): "≈",
}  # fmt: skip


class Content(NamedTuple):
    """What a paragraph holds: its text, and the parts that stand apart from it."""

    text: str = ""
    bold: bool = False
    size: float | None = None
    boxes: tuple[etree._Element, ...] = ()
    notes: tuple[str, ...] = ()


_NOTHING = Content()


@dataclass(slots=True)
class Seen:
    """What was met on the way and must be said in a warning."""

    hidden: bool = False
    hidden_rows: int = 0
    tracked: bool = False
    pictures: int = 0
    large_pictures: int = 0
    foreign: int = 0


class TextReader:
    """Reads the paragraphs of one part."""

    def __init__(self, styles: Styles, properties: Properties, seen: Seen) -> None:
        self._styles, self._properties, self._seen = styles, properties, seen
        self._style: str | None = None
        self._pieces: list[str] = []
        self._boxes: list[etree._Element] = []
        self._notes: list[str] = []
        self._size: float | None = None
        self._length = self._bold = 0

    def read(self, node: etree._Element, style: str | None) -> Content:
        """The text of a w:p of this style: tabs as \\t, line breaks as \\n; text boxes and notes are handed over, not
        mixed in."""
        if not len(node):
            return _NOTHING
        self._style = style
        self._pieces, self._boxes, self._notes, self._size = [], [], [], None
        self._length = self._bold = 0
        self._walk(node, PLAIN_RUN)
        # A stray unbold colon or number doesn't make a heading plain.
        bold = self._bold > 0 and self._bold >= 0.9 * self._length
        return Content(_joined(self._pieces), bold, self._size, tuple(self._boxes), tuple(self._notes))

    def _walk(self, element: etree._Element, run: RunProperties) -> None:
        for node in element:
            tag = node.tag
            if tag in _TEXTS:
                self._text(node, run)
            elif tag == _RUN:
                self._run(node)
            elif tag in _SKIP:
                if tag in _TRACKED:
                    self._seen.tracked = True
            elif tag == _BREAK:
                # A page or column break is no part of the text.
                if node.get(f"{W}type", "textWrapping") == "textWrapping":
                    self._pieces.append("\n")
            elif tag in _CHARACTERS:
                self._pieces.append(_CHARACTERS[tag])
            elif tag == _SYMBOL:
                code = node.get(f"{W}char", "")
                if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
                    self._pieces.append(_symbol(node.get(f"{W}font", ""), int(code, 16)))
            elif tag == _FRACTION:
                self._fraction(node, run)
            elif tag == _BOX:
                self._boxes.append(node)
            elif tag in _NOTES:
                self._notes.append(f"{_NOTES[tag]}/{node.get(f'{W}id', '')}")
            else:
                if tag in _TRACKED:
                    self._seen.tracked = True
                if tag in _PICTURES:
                    self._picture(node)
                self._seen.pictures += tag == f"{V}imagedata"
                self._walk(node, run)

    def _fraction(self, node: etree._Element, run: RunProperties) -> None:
        """A fraction of a formula on one line: "(a + b)/c"."""
        parts: list[str] = []
        for name in ("num", "den"):
            begin = len(self._pieces)
            for part in node.findall(f"{M}{name}"):
                self._walk(part, run)
            text = "".join(self._pieces[begin:]).strip()
            del self._pieces[begin:]
            parts.append(f"({text})" if re.search(r"\s|[+×*/-]", text) else text)
        self._pieces.append("/".join(parts))

    def _picture(self, frame: etree._Element) -> None:
        """Count a picture, and whether it is large enough to hold text that matters."""
        if next(frame.iter("{*}blip"), None) is None:
            return
        self._seen.pictures += 1
        extent = frame.find(f"{WP}extent")
        sides = [number(extent.get(name)) or 0 for name in ("cx", "cy")] if extent is not None else [0]
        self._seen.large_pictures += min(sides) >= _LARGE

    def _run(self, node: etree._Element) -> None:
        run = self._properties.run(node)
        look = self._styles.look(run, self._style)
        begin = len(self._pieces)
        self._walk(node, run)
        text = "".join(self._pieces[begin:]).strip()
        if look.hidden:
            # Hidden text is left out, but boxes and notes anchored in the run are judged by their own text.
            self._seen.hidden |= bool(text)
            del self._pieces[begin:]
        elif text:
            self._length += len(text)
            if look.bold:
                self._bold += len(text)
            if self._size is None:
                self._size = look.size

    def _text(self, node: etree._Element, run: RunProperties) -> None:
        text = node.text or ""
        bare = text.strip(" \t\r\n")
        if len(bare) < len(text) and node.tag != _FORMULA_TEXT and node.get(_SPACE) != "preserve":
            text = bare
        if run.symbols:
            text = "".join(_symbol(run.symbols, ord(character)) for character in text)
        if not _ODD.search(text):
            self._pieces.append(text)
            return
        # Line breaks in the XML itself are spaces, but report generators put list items into one w:t with a bare line
        # break between them (never followed by indentation): those are kept. A soft hyphen only shows at a line's end.
        text = re.sub(r" ?\r?\n(?=\S)", "\v", text)
        text = re.sub(r"[\r\n\u00a0\u2007\u202f]", " ", text).replace("\v", "\n")
        self._pieces.append(re.sub("[\u00ad\u200b\ufeff]", "", text))


def _joined(pieces: list[str]) -> str:
    """The text of a paragraph without empty lines and without blanks around its lines."""
    text = "".join(pieces)
    if "\n" in text:
        lines = [line.strip(" ") for line in text.split("\n")]
        text = "\n".join([line for line in lines if line.strip()])
    return text.strip(" ").rstrip("\t") if text.strip() else ""


def _symbol(font: str, code: int) -> str:
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = _SYMBOLS.get((font.casefold(), low))
    if known:
        return known
    if font.casefold().startswith(("wingdings", "webdings")) or 0xE000 <= code <= 0xF8FF:
        return " " if low == 0x20 else "•"
    return chr(code)


def note_texts(root: etree._Element, tag: str, styles: Styles) -> dict[str, str]:
    """Id -> text of the notes in footnotes.xml or endnotes.xml (tag "footnote" or "endnote"), separators left out."""
    texts: dict[str, str] = {}
    properties = Properties()
    reader = TextReader(styles, properties, Seen())
    for note in root.iter(f"{W}{tag}"):
        key = note.get(f"{W}id", "")
        if (number(key) or 0) > 0 and note.get(f"{W}type", "normal") == "normal":
            pieces = [reader.read(node, properties.paragraph(node).style).text for node in note.iter(f"{W}p")]
            texts[key] = " ".join(piece for piece in pieces if piece)
    return texts
