"""Lines -> text: how the lines of a cell or a paragraph are joined again.

A line that was broken only because the next word did not fit goes on in the same paragraph; a line with room left ended
on purpose and keeps its break ("\\n"), so that lists in a cell can still be told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from saksama.parsers.pdf.lines import MARKER, Line, lines_of, upright
from saksama.parsers.pdf.words import Word

_LETTERS_HYPHEN = re.compile(r"([^\W\d_]+)-$")
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
_WHOLE = re.compile(
    r"(?:Rp\.?\s?)?\d{1,3}(?:\.\d{3}){2,}|(?:Rp\.?\s?)?\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3})*,\d\d|\d{1,3}\.\d\d"
)
_UNFINISHED_NUMBER = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*\1\d{1,2}")
_LAST_DIGITS = re.compile(r"\d{1,2}\s*%?")
_GROUP = 3
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
# Complete as it stands: groups of three by one sign, decimals by the other, no leading zero.
_NUMBER = re.compile(r"(?!0\d)\d{1,3}(?:(?:\.\d{3})*(?:,\d{1,2})?|(?:,\d{3})*(?:\.\d{1,2})?)\s*%?")
_RUN_ON = re.compile(r"\w/$")
# Words that join others: one at the start of a line is never the rest of a word above.
_JOINING = re.compile(r"(?:dan|atau|serta|di|ke|dari|yang|untuk|dengan|pada|oleh|bagi|dalam|per)\b(?!-)")
# Room that counts as "the next word would have fitted", beyond its own width (points, share of the cell's width).
_SLACK = 3.0
_SLACK_SHARE = 0.06
_PADDING = 2.0
_ALIGNED = 2.5
# Distance between lines (sizes) that no line spacing has: the next entry of a list beside a longer one.
_BLANK_LINE = 2.6
SEAM = "\u2063"
"""Between two lines of a narrow cell: one word broken without a hyphen, or two words."""


class Content:
    """The words of one cell, and the lines that they make."""

    __slots__ = ("_lines", "_upright", "words")

    def __init__(self, words: Iterable[Word] = ()) -> None:
        self.words: list[Word] = list(words)
        self._lines: list[Line] | None = None
        self._upright: bool | None = None

    @property
    def lines(self) -> list[Line]:
        """The words as if none of them were turned, in lines from top to bottom; asked for when all words are there."""
        if self._lines is None:
            self._lines = lines_of(self.words)
        return self._lines

    @property
    def is_upright(self) -> bool:
        """Whether no word is turned; asked for when all words are there."""
        if self._upright is None:
            self._upright = not [word for word in self.words if word.turn != 0]
        return self._upright

    def text(self, left: float, right: float, top: float, bottom: float) -> str:
        """The text within the edges of the cell, as cell_text says."""
        if self.is_upright:
            return joined(self.lines, left, right)
        return cell_text(self.words, left, right, top, bottom)


def cell_text(words: Sequence[Word], left: float, right: float, top: float, bottom: float) -> str:
    """The text of a cell with the given edges (points): wrapped lines joined, lines that end early kept apart by a
    line break. Turned text (vertical headers) is read in its own direction, after upright text."""
    texts = []
    for turn in (0, None, 3, 1, 2):
        turned = [upright(word) for word in words if word.turn == turn]
        if turned:
            edges = (left, right) if turn in {0, None} else (top, bottom) if turn == 1 else (-bottom, -top)
            edges = (-right, -left) if turn == 2 else edges
            texts.append(joined(lines_of(turned), *edges))
    return "\n".join(texts)


def joined(lines: Sequence[Line], left: float, right: float) -> str:
    """Lines as text within the given edges: "\\n" where a line ended on purpose, else as one flow."""
    if len(lines) == 1:
        return lines[0].text
    room = _Room(lines, left, right)
    text = lines[0].text
    for above, line in pairwise(lines):
        if room.ended(above, line):
            text = f"{text}\n{line.text}"
        else:
            text = continued(text, line.text, room.full_of_one_word(above))
    return text


def ends(lines: Sequence[Line], left: float, right: float) -> list[int]:
    """Which lines (index) begin something new, because the line above ended on purpose within the given edges."""
    if len(lines) < 2:
        return []
    room = _Room(lines, left, right)
    return [index for index, (above, line) in enumerate(pairwise(lines), 1) if room.ended(above, line)]


class _Room:
    """The width that lines had: tells a full line from one that ended on purpose."""

    def __init__(self, lines: Sequence[Line], left: float, right: float) -> None:
        self._left, self._right = left + _PADDING, right - _PADDING
        self._width = max(right - left, 1.0)
        # Cells are padded alike on both sides as a rule, so the text's own indent tells where it had to turn.
        starts = sorted([line.x0 for line in lines])
        self._edge = right - min(max(starts[0] - left, 0.0), 3 * _PADDING)
        # Left-aligned when most lines share their start; centred text uses the room on both sides.
        common = starts[len(starts) // 2]
        self._aligned = len([None for start in starts if abs(start - common) <= _ALIGNED]) * 2 > len(starts)
        self._step = min([b.top - a.top for a, b in pairwise(lines)])

    def ended(self, above: Line, line: Line) -> bool:
        first = line.words[0]
        if len(line.words) > 1 and MARKER.match(first.text):
            return True
        if above.words[-1].soft or _cut_short(above.text, line.text):
            return False
        if above.text[:1].isdecimal() and _NUMBER.fullmatch(above.text) and _NUMBER.fullmatch(line.text):
            # Figures one below the other, each complete: a number is broken behind its dot or where it fills the room.
            return not (self.full_of_one_word(above) and _is_cut_number(above.text, line.text))
        step = line.top - above.top
        if step > _BLANK_LINE * above.size or step > 1.7 * max(self._step, 0.9 * above.size):
            return True
        needed = first.x1 - first.x0 + 0.3 * line.size + _SLACK + _SLACK_SHARE * self._width
        if self._aligned:
            return above.x1 + needed < self._right
        return (above.x1 - above.x0) + needed < self._right - self._left

    def full_of_one_word(self, line: Line) -> bool:
        """Whether a line is one token up to the edge of the room: its rest may have been broken off without a
        hyphen, since nothing else makes a letter turn."""
        letter = max(0.7 * line.size, 1.2 * (line.x1 - line.x0) / max(len(line.text), 1))
        return len(line.words) == 1 and line.x1 > self._edge - letter and len(line.words[0].text) > 1


def continued(text: str, more: str, full: bool = False) -> str:
    """Two lines of one paragraph as one text; a hyphen that only broke the line is undone.

    full: the first line is one word that fills its width, so that small letters or digits below it may belong to it;
    SEAM stands between them where the words themselves must tell.
    """
    if text.endswith("-") and (match := _LETTERS_HYPHEN.search(_last_word(text))):
        second = _FIRST_LETTERS.match(more)
        if second is None or _repeats(match[1].casefold(), second[0]):
            return text + more
        return text[:-1] + more
    if text.endswith("-") and len(text) > 1 and text[-2].isalnum() and more[:1].isalnum():
        return text + more
    if (text.endswith("/") and _RUN_ON.search(text, max(len(text) - 2, 0))) or _cut_short(text, more):
        return text + more
    if full and _broken_off(text, more):
        return f"{text}{SEAM}{more}" if text[-1].isalpha() and more[0].isalpha() else text + more
    return f"{text} {more}"


def _cut_short(text: str, more: str) -> bool:
    """Whether the line below only holds the digits that the last group of a number lacks ("11.805.00" over "0")."""
    if not more[:1].isdecimal() or not _LAST_DIGITS.fullmatch(more):
        return False
    word = _last_word(text)
    return bool(_UNFINISHED_NUMBER.fullmatch(word)) and len(re.split(r"[.,]", word)[-1]) + len(more) == _GROUP


def _last_word(text: str) -> str:
    """What stands behind the last white space: all that matters at the end of a line, however long the text grew."""
    return text[max(text.rfind(" "), text.rfind("\n")) + 1 :]


def _broken_off(text: str, more: str) -> bool:
    """Whether a word or number that fills its line may go on below: small letters or digits follow, and neither a
    word that joins others ("dan") nor a second number that is complete like the first."""
    last = text.rsplit("\n", 1)[-1]
    if _NUMBER.fullmatch(last) and _NUMBER.fullmatch(more):
        return _is_cut_number(last, more)
    if re.search(r"\d[.,]$", text):
        return more[:1].isdigit()
    if text[-1:].isalpha() and _YEAR.match(more):
        return False
    return text[-1:].isalnum() and (more[:1].islower() or more[:1].isdigit()) and not _JOINING.match(more)


def _is_cut_number(first: str, more: str) -> bool:
    """Whether a number was cut within its thousands or decimals ("60.000.0" / "00", "99,3" / "1"): only together are
    they a number of whole groups, or one with two decimals."""
    return more.isdigit() and _WHOLE.fullmatch(first + more) is not None


def _repeats(first: str, second: str) -> bool:
    """Whether the hyphen belongs to the word: doubled ("rata-rata", "undang-undangan", "berlebih-lebihan",
    "sayur-mayur") or between names ("RKA-SKPD", "Non-ASN")."""
    if second[0].isupper():
        return True
    second = second.casefold()
    if second.startswith(first) or first.endswith(second) or len(first) <= 2:
        return True
    return any(second.startswith(first[-size:]) for size in range(4, len(first))) or first[-3:] == second[-3:]
