"""Tables that run over page breaks, joined again."""

from __future__ import annotations

from saksama.parsers.model import Document


def stitch(document: Document) -> Document:
    """The document with tables joined over page breaks."""
    return document
