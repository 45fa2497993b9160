"""document.xml with its property blocks folded before it is parsed: each distinct one stands once.

Word writes fonts, widths and borders out at every run, paragraph and cell. These blocks are three quarters of the
bytes, and in a long document only some hundred of them are distinct. Folded, `<w:r w:rsidR="..."><w:rPr>...</w:rPr>`
reads `<w:r __p="17">`, and block 17 stands in an element of its own at the end. What the pattern does not know stays
as it is: it only saves time, and `Properties` finds the blocks in both places.
"""

from __future__ import annotations

import re

from lxml import etree

from saksama.parsers.model import ReadError
from saksama.parsers.ooxml import Package

KEY = "__p"
"""The attribute of a paragraph, run, row or cell that numbers its block."""

_EMPTY = rb"<[a-z][^<>/]*+/>"
# Sections are looked for in the body (their headers), so they stay there.
_FILLED = rb"<(w:(?!sectPr)[A-Za-z]++)[^<>/]*+>(?:" + _EMPTY + rb")*+</\3>"
# A "<" inside a tag or an attribute is no XML, and a comment begins with no letter: a match is what it looks like.
_BLOCK = re.compile(
    rb'<w:(p|r|tc|tr)(?: w(?:14)?:\w++="[^"<>&]*+")*+>(<w:\1Pr>(?:' + _EMPTY + rb"|" + _FILLED + rb")*+</w:\1Pr>)"
)
_UTF_8 = re.compile(rb"(?:\xef\xbb\xbf)?<(?:\?xml[^>]*?encoding=[\"']utf-8[\"']|w:)", re.IGNORECASE)
_END = b"</w:document>"
_REFERENCE = b' %b="' % KEY.encode()


def parse(package: Package, part: str) -> tuple[etree._Element, list[etree._Element]]:
    """The root of the main part and the blocks that were folded; raises ReadError as Package.xml does."""
    data = package.markup(part)
    folded = _fold(data)
    if folded is not None:
        try:
            root = package.parse(folded, part)
        except ReadError:
            # Broken, or a block uses a prefix that is only known where it stood.
            pass
        else:
            return root, list(root[-1])
    return package.parse(data, part), []


def _fold(data: bytes) -> bytes | None:
    """The part with its blocks folded, None for one that may only be parsed as it is."""
    body, end, rest = data.rpartition(_END)
    if not end or rest.strip() or not _UTF_8.match(data):
        return None
    references: dict[bytes, bytes] = {}

    def reference(match: re.Match[bytes]) -> bytes:
        block = match[2]
        found = references.get(block)
        if found is None:
            found = references[block] = b'<w:%b%b%d">' % (match[1], _REFERENCE, len(references))
        return found

    body, folds = _BLOCK.subn(reference, body)
    # Text that only looks like a block, and references that are not ours.
    if b"<![CDATA[" in body or body.count(KEY.encode()) != folds:
        return None
    return b"".join((body, b"<w:blocks>", *references, b"</w:blocks>", end))
