"""The text of one Word paragraph as shown: accepted changes, field results, symbols; nothing deleted or hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from saksama.parsers.word.styles import Properties, Styles, W, is_on, number, properties, setting

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


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its text, and the parts that stand apart from it."""

    text: str = ""
    bold: bool = False
    size: float | None = None
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hidden: bool = False
    tracked: bool = False
    pictures: int = 0
    large_pictures: int = 0


@dataclass(slots=True)
class _Collector:
    styles: Styles
    paragraph: Properties
    content: Content = field(default_factory=Content)
    pieces: list[str] = field(default_factory=list)
    weights: list[tuple[bool, int]] = field(default_factory=list)

    def walk(self, element: etree._Element, run: Properties) -> None:
        for node in element:
            tag = node.tag
            if tag in _TRACKED:
                self.content.tracked = True
            if tag in _SKIP:
                continue
            if tag == _RUN:
                self._run(node)
            elif tag in _TEXTS:
                self._text(node, run)
            elif tag == _BREAK:
                # A page or column break is no part of the text.
                if node.get(f"{W}type", "textWrapping") == "textWrapping":
                    self.pieces.append("\n")
            elif tag in _CHARACTERS:
                self.pieces.append(_CHARACTERS[tag])
            elif tag == _SYMBOL:
                code = node.get(f"{W}char", "")
                if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
                    self.pieces.append(_symbol(node.get(f"{W}font", ""), int(code, 16)))
            elif tag == _FRACTION:
                self._fraction(node, run)
            elif tag == _BOX:
                self.content.boxes.append(node)
            elif tag in _NOTES:
                self.content.notes.append(f"{_NOTES[tag]}/{node.get(f'{W}id', '')}")
            else:
                if tag in _PICTURES:
                    self._picture(node)
                self.content.pictures += tag == f"{V}imagedata"
                self.walk(node, run)

    def _fraction(self, node: etree._Element, run: Properties) -> None:
        """A fraction of a formula on one line: "(a + b)/c"."""
        parts: list[str] = []
        for name in ("num", "den"):
            begin = len(self.pieces)
            for part in node.findall(f"{M}{name}"):
                self.walk(part, run)
            text = "".join(self.pieces[begin:]).strip()
            del self.pieces[begin:]
            parts.append(f"({text})" if re.search(r"\s|[+×*/-]", text) else text)
        self.pieces.append("/".join(parts))

    def _picture(self, frame: etree._Element) -> None:
        """Count a picture, and whether it is large enough to hold text that matters."""
        if next(frame.iter("{*}blip"), None) is None:
            return
        self.content.pictures += 1
        extent = frame.find(f"{WP}extent")
        sides = [number(extent.get(name)) or 0 for name in ("cx", "cy")] if extent is not None else [0]
        self.content.large_pictures += min(sides) >= _LARGE

    def _run(self, node: etree._Element) -> None:
        run = properties(node, "rPr")
        inherited = self.styles.inherited(run, self.paragraph)
        begin = len(self.pieces)
        self.walk(node, run)
        hidden, bold = is_on(run, "vanish"), is_on(run, "b")
        if inherited.hidden if hidden is None else hidden:
            # Hidden text is left out, but boxes and notes anchored in the run are judged by their own text.
            self.content.hidden |= any(piece.strip() for piece in self.pieces[begin:])
            del self.pieces[begin:]
            return
        length = len("".join(self.pieces[begin:]).strip())
        if length:
            self.weights.append((bool(inherited.bold if bold is None else bold), length))
            if self.content.size is None:
                own = number(setting(run, "sz"))
                size = inherited.size if own is None else own
                self.content.size = None if size is None else size / 2

    def _text(self, node: etree._Element, run: Properties) -> None:
        text = node.text or ""
        if node.get(_SPACE) != "preserve" and node.tag != _FORMULA_TEXT:
            text = text.strip(" \t\r\n")
        fonts = run.get("rFonts")
        font = (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "") if fonts is not None else ""
        if font.casefold() in ("wingdings", "wingdings 2", "symbol"):
            text = "".join(_symbol(font, ord(character)) for character in text)
        if not _ODD.search(text):
            self.pieces.append(text)
            return
        # Line breaks in the XML itself are spaces, but report generators put list items into one w:t with a bare line
        # break between them (never followed by indentation): those are kept. A soft hyphen only shows at a line's end.
        text = re.sub(r" ?\r?\n(?=\S)", "\v", text)
        text = re.sub(r"[\r\n\u00a0\u2007\u202f]", " ", text).replace("\v", "\n")
        self.pieces.append(re.sub("[\u00ad\u200b\ufeff]", "", text))


def read_paragraph(node: etree._Element, paragraph: Properties, styles: Styles) -> Content:
    """The text of a w:p with these properties: tabs as \\t, line breaks as \\n; text boxes and notes are handed over,
    not mixed in."""
    collector = _Collector(styles, paragraph)
    collector.walk(node, {})
    content = collector.content
    lines = [line.strip(" ") for line in "".join(collector.pieces).split("\n")]
    content.text = "\n".join(line for line in lines if line.strip()).strip(" ").rstrip("\t")
    # A stray unbold colon or number doesn't make a heading plain.
    heavy = sum(length for bold, length in collector.weights if bold)
    content.bold = heavy > 0 and heavy >= 0.9 * sum(length for _, length in collector.weights)
    return content


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
    for note in root.iter(f"{W}{tag}"):
        key = note.get(f"{W}id", "")
        if (number(key) or 0) > 0 and note.get(f"{W}type", "normal") == "normal":
            nodes = note.iter(f"{W}p")
            pieces = [read_paragraph(node, properties(node, "pPr"), styles).text for node in nodes]
            texts[key] = " ".join(piece for piece in pieces if piece)
    return texts
