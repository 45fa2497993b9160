"""bukti: any evidence file, its title and the topics that its text names (rules/tema.yaml)."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from saksama.parsers import yamlfile
from saksama.parsers.model import Document, Line, Location
from saksama.parsers.records.header import find_nomor, find_unit, find_year, pieces, place_date, signature
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.resources import RULES

_TITLE = re.compile(
    r"^\W*(?:(?:surat\s+)?(?:keputusan|perintah|tugas|edaran|pernyataan|undangan|keterangan)|peraturan|daftar\s+hadir|"
    r"notulen|notulensi|berita\s+acara|laporan|rekap|rekapitulasi|piagam|sertifikat|undangan|pengumuman|dokumentasi|"
    r"perihal|hal\s*:|tentang)\b",
    re.IGNORECASE,
)
_HEAD = 30


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """kata: the phrases that name a topic; bersama: phrases of which one must stand in the same file."""

    kata: list[str]
    bersama: list[str] = []


class Topic(msgspec.Struct, frozen=True):
    """The patterns of a topic: kata names it, bersama (if any) must be found in the same file."""

    kata: re.Pattern[str]
    bersama: re.Pattern[str] | None


@lru_cache(maxsize=1)
def topics() -> dict[str, Topic]:
    """The topics of rules/tema.yaml by name; raises DataError with the line."""
    file = yamlfile.load(RULES / "tema.yaml", "rules/tema.yaml")
    if not isinstance(file.data, dict):
        raise yamlfile.DataError(file.name, 1, "isi berkas harus berupa tema dan daftar katanya.")
    found: dict[str, Topic] = {}
    for name, value in file.data.items():
        try:
            words = msgspec.convert({"kata": value} if isinstance(value, list) else value, _Words)
        except msgspec.ValidationError as error:
            raise yamlfile.DataError(file.name, file.line((name,)), f"isi tidak sesuai: {error}") from None
        if not words.kata:
            raise yamlfile.DataError(file.name, file.line((name,)), f"tema “{name}” belum berisi kata.")
        found[name] = Topic(_pattern(words.kata), _pattern(words.bersama) if words.bersama else None)
    return found


def extract(document: Document) -> tuple[Record, ...]:
    """The one record of an evidence file; each tema stands at the first line that names it."""
    lines = [*pieces(document), *pieces([Line(margin.text, margin.location) for margin in document.margins])]
    text = " ".join(" ".join(line.text for line in lines).split())
    found: list[At] = []
    for name, topic in topics().items():
        if topic.kata.search(text) and (topic.bersama is None or topic.bersama.search(text)):
            place = next((line.location for line in lines if topic.kata.search(line.text)), Location(document.berkas))
            found.append(At(name, place))
    sign = signature(document)
    placed = place_date(document)
    tree = {
        "unit": find_unit(document),
        "tahun": find_year(document),
        "nomor": find_nomor(document),
        "tanggal": sign.tanggal or (placed[1] if placed else None),
        "bertanda_tangan": sign.bertanda_tangan,
        "judul": _title(lines),
        "tema": found,
    }
    warnings = [] if text.strip() else ["Tidak ada teks yang terbaca dari berkas bukti ini."]
    return (build("bukti", tree, Location(document.berkas), warnings),)


def _title(lines: list[Line]) -> At | None:
    """The title line; for a decree together with its subject ("KEPUTUSAN CAMAT ... TENTANG ...")."""
    head = lines[:_HEAD]
    index = next((i for i, line in enumerate(head) if _TITLE.match(line.text)), None)
    if index is None:
        index = next((i for i, line in enumerate(head) if _is_heading(line)), None)
    if index is None:
        return None
    parts = [head[index].text]
    below = head[index + 1 : index + 8]
    about = next((i for i, line in enumerate(below) if line.text.strip(" :").casefold() == "tentang"), None)
    if about is not None:
        subject = [line.text for line in below[about + 1 :]]
        length = next((i for i, text in enumerate(subject) if not text.isupper()), len(subject))
        parts += ["tentang", *subject[: max(length, 1)]]
    return At(" ".join(" ".join(parts).split()), head[index].location)


def _is_heading(line: Line) -> bool:
    return line.heading is not None or (line.text.isupper() and len(line.text.split()) > 1)


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(_phrase(phrase) for phrase in phrases) + r")", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    """A phrase as a pattern: spaces stand for any run of spaces or a hyphen, "*" for the rest of a word."""
    return re.escape(" ".join(phrase.split())).replace(r"\ ", r"[\s-]+").replace(r"\*", r"\w*") + r"(?!\w)"
