"""Chapter files that don't say what they belong to: their neighbours in the folder do.

"BAB IV.pdf" of a report may hold a conclusion and nothing that is typical of reports. Where it opens with a chapter
and the other chapter files beside it are of one report or plan, it is a part of that.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from saksama.parsers.berkas import Berkas
from saksama.parsers.classify import sebutan
from saksama.parsers.doubts import with_doubts
from saksama.parsers.headings import chapter_level
from saksama.parsers.records.extract import extract

_SPLIT = ("laporan_kinerja", "renstra")
"""Kinds that are handed in chapter by chapter."""


def with_chapters(files: Sequence[Berkas]) -> tuple[Berkas, ...]:
    """The files of one submission, those of no sure kind that open with a chapter read as their neighbours' kind."""
    return tuple(_as_chapter(file, files) if _is_unsure(file) and _opens_chapter(file) else file for file in files)


def _is_unsure(file: Berkas) -> bool:
    return file.galat is None and (file.jenis == "lain" or file.keyakinan == "rendah")


def _opens_chapter(file: Berkas) -> bool:
    lines = file.document.lines if file.document else ()
    first = next((line.text for line in lines if line.text.strip()), "")
    return chapter_level(first) is not None


def _as_chapter(file: Berkas, files: Sequence[Berkas]) -> Berkas:
    """The file as the kind of the chapter files in its folder; as it was when they are of several kinds or none."""
    folder = file.berkas.rpartition("/")[0]
    kinds = {
        other.jenis
        for other in files
        if other.berkas.rpartition("/")[0] == folder
        and other.jenis in _SPLIT
        and not _is_unsure(other)
        and _opens_chapter(other)
    }
    jenis = kinds.pop() if len(kinds) == 1 else None
    if jenis is None or file.document is None:
        return file
    return msgspec.structs.replace(
        file,
        jenis=jenis,
        keyakinan="sedang",
        alasan=f"Dikenali sebagai bagian {sebutan(jenis)} karena dimulai dengan bab dan bab lainnya ada di folder ini.",
        records=with_doubts(extract(jenis, file.document), file.document),
    )
