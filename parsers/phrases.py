"""Words and phrases of the rulebook's vocabulary, found in folded text."""

from __future__ import annotations

import re

_SPACED = re.compile(r"(?<!\w)(?:\w ){3,}\w(?!\w)")


def fold(text: str) -> str:
    """Case and runs of spaces folded, letters set wide ("L A P O R A N") drawn together."""
    text = re.sub(r"\s*\n\s*", " ", text)
    text = " ".join(_SPACED.sub(lambda match: match[0].replace(" ", ""), text).split())
    return text.casefold()


class Phrase:
    """Words of rules/jenis.yaml, to be found as whole words in folded text; "*" stands for up to 60 letters between."""

    def __init__(self, words: str) -> None:
        self._parts = [fold(part) for part in words.split("*")]
        end = r"(?!\w)" if words[-1].isalnum() else ""
        between = r"\b.{0,60}\b".join(re.escape(part).replace(r"\ ", " ") for part in self._parts)
        self._pattern = re.compile(r"(?<!\w)" + between + end)

    def _may_stand_in(self, text: str) -> bool:
        """Whether all parts stand in the text, in any order: quick to tell, unlike the pattern."""
        return all(part in text for part in self._parts)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in the text."""
        return self._pattern.search(text) if self._may_stand_in(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The beginning of the text, if it is there."""
        return self._pattern.match(text)

    def count(self, text: str) -> int:
        """How often it stands in the text."""
        return len(self._pattern.findall(text)) if self._may_stand_in(text) else 0
