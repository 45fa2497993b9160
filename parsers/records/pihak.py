"""The two parties of a performance agreement: what the statement says of them, and their signature blocks.

Parties are named in "Nama : ..." lines, in label tables or in tabbed paragraphs; signatures stand in two columns, typed
with tabs, drawn as a table, or (PDF) told apart by where the lines stand on the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

import msgspec

from saksama.parsers.model import Line
from saksama.parsers.records.signature import PANGKAT, Signature, block, is_party
from saksama.parsers.records.types import At, Tingkat

_LABEL = re.compile(
    r"^\W*(?:\d\.\s*)?(?P<label>nama(?:\s+lengkap)?|jabatan|pangkat(?:\s*/?\s*(?:gol\w*\.?(?:\s*/?\s*ruang)?))?|n\s?i\s?p)"
    r"(?:\s*[:;=]+|\s*\t|\s{2,}|\.\s*:?)[\s:;]*(?P<value>.*)$",
    re.IGNORECASE,
)
# A colon that a bad text layer lost is missed only in the middle of a party.
_BARE_LABEL = re.compile(r"^\W*(?P<label>jabatan|nip)\s+(?P<value>[A-Z\d].*)$", re.IGNORECASE)
_NAMED = re.compile(r"\bpihak\s+(?P<siapa>pertama|kesatu|ke\s?satu|kedua|ke\s?dua|i{1,2}\b)", re.IGNORECASE)
_BROKEN_DUB = re.compile(r"\bdisebut(?:\s+sebagai)?(?:\s+pihak)?\s*$", re.IGNORECASE)
_PARTY_BEGINS = re.compile(r"\W*(?:sebagai\s+)?(?:pihak|pertama|kesatu|kedua)\b", re.IGNORECASE)
_DUBS_BEHIND = re.compile(r"(?<=\w)\W+(?=sela(?:njutnya\s+disebut|ku\s+atasan)\b)", re.IGNORECASE)
_ENDS_PARTY = re.compile(
    r"^\W*(?:PIHAK|dalam rangka|pada\s(?!\s*(?:dinas|badan|biro|bagian|kantor|satuan|sekretariat|rumah|kecamatan)\b))|"
    r"\bsela\w{1,4}\s+atasan\b",
    re.IGNORECASE,
)
_LINE_MOST = 120
_DUBBED = re.compile(r"\b(?:disebut|sebagai)\b.*\bpihak\b", re.IGNORECASE)
_PROMISE = re.compile(r"\bberjanji\b|\bpihak\s+(?:pertama|kesatu)\s+ber|\bmenyatakan\b", re.IGNORECASE)
_COLUMNS = re.compile(r"\t+[ \t]*|\s{3,}")
_ELECTED = re.compile(
    r"^\W*(?:(?:PL[TH]|PJ|PJS|WAKIL)\.?\s+)?(?:GUBERNUR|BUPATI|WALI\s?KOTA|MENTERI|PRESIDEN)\b", re.IGNORECASE
)
_ACTING = re.compile(r"^\W*(?:(?:PL[TH]|PJ|PJS|PELAKSANA\s+(?:TUGAS|HARIAN)|PENJABAT)\b\.?\s*)+", re.IGNORECASE)
_UNITS = r"(?:DINAS|BADAN|BIRO|KANTOR|SATUAN|INSPEKTORAT|PELAKSANA\s+B\w+|BAPP?\w+|BK\w+|BP\w+|DP\w+|DIS\w+|SATPOL)"
_LEVEL_WORDS: tuple[tuple[str, Tingkat], ...] = (
    (r"(?:GUBERNUR|BUPATI|WALI\s?KOTA)\b", "kepala_daerah"),
    (r"STAF\s+AHLI\b", "staf_ahli"),
    (r"ASISTEN\b(?!\s+(?:AHLI|PENGELOLA|PENATA|APOTEKER|PERAWAT|BIDAN))", "asisten"),
    (r"KEPALA\s+(?:SUB\s*|SEKSI|UPTD?\b|PUSKESMAS|TATA|URUSAN|LINGKUNGAN|SEKOLAH|TK|SD|SMP)", "eselon_iv"),
    (r"(?:KASUBBAG|KASUBAG|KASUBBID|KASUBID|KASI|LURAH|SEKRETARIS\s+(?:KELURAHAN|LURAH))\b", "eselon_iv"),
    (r"KEPALA\s+(?:BIDANG|BAGIAN|BALAI|CABANG|INSTALASI|UNIT)\b|KABID\b|KABAG\b", "eselon_iii"),
    (r"INSPEKTUR\s+PEMBANTU|IRBAN\b|WAKIL\s+DIREKTUR\b", "eselon_iii"),
    (rf"KEPALA\s+{_UNITS}|CAMAT\b|INSPEKTUR\b(?!\s+TAMBANG)|DIREKTUR\b|KEPALA\s+RUMAH\s+SAKIT", "kepala_pd"),
    (r"SEKRETARIS\s+(?:DAERAH|DPRD|DEWAN)\b|SEKDA\b", "kepala_pd"),
    (r"(?:SEKRETARIS|SEKCAM)\b", "eselon_iii"),
    (r"\S", "pelaksana"),
)
_TECHNICAL_UNIT = re.compile(r"KEPALA\s+UPTD?\b", re.IGNORECASE)
_LEVELS = tuple((re.compile(f"(?:{words})", re.IGNORECASE), level) for words, level in _LEVEL_WORDS)


class Pihak(msgspec.Struct, frozen=True):
    """One party as found, each value with its place; nip_lain: other NIPs printed for the same person."""

    nama: At | None = None
    jabatan: At | None = None
    pangkat: At | None = None
    nip: At | None = None
    nip_lain: tuple[At, ...] = ()

    def filled(self, other: Pihak | Signature) -> Pihak:
        """This party with what it lacks taken from another finding of the same person."""
        known = [_digits(nip) for nip in (self.nip, *self.nip_lain) if nip]
        further = (other.nip,) if known and other.nip and _digits(other.nip) not in known else ()
        return Pihak(
            self.nama or other.nama,
            self.jabatan or other.jabatan,
            self.pangkat or other.pangkat,
            self.nip or other.nip,
            self.nip_lain + further,
        )

    def tree(self) -> Mapping[str, At | tuple[At, ...] | None]:
        """The party as a part of a record's tree."""
        own = {"nama": self.nama, "jabatan": self.jabatan, "pangkat": self.pangkat, "nip": self.nip}
        return own | {"nip_lain": self.nip_lain}


def _digits(nip: At) -> str:
    return re.sub(r"\D", "", str(nip.value))


def level_of(jabatan: str | None, unit: str | None = None) -> Tingkat | None:
    """The level of the official by the words of the post; None without a post, pelaksana for any other post.

    The head of a technical unit (UPT) is eselon IV in a kabupaten or kota, and eselon III in a province, which the
    post or the unit names.
    """
    plain = " ".join(_ACTING.sub("", jabatan or "").split())
    if _TECHNICAL_UNIT.match(plain) and re.search(r"\bprovinsi\b", f"{plain} {unit or ''}", re.IGNORECASE):
        return "eselon_iii"
    return next((level for pattern, level in _LEVELS if pattern.match(plain)), None)


def is_elected(jabatan: str | None) -> bool:
    """Whether a post is that of a head of region, who has neither rank nor NIP."""
    return _ELECTED.match(jabatan or "") is not None


def stated_parties(lines: Sequence[Line]) -> tuple[Pihak | None, Pihak | None]:
    """The first and the second party as the statement's "Nama", "Jabatan" lines introduce them."""
    groups: list[tuple[dict[str, At], str]] = []
    current: dict[str, At] = {}
    label: str | None = None
    for line in _unbroken(lines):
        text = line.text.strip()
        match = _LABEL.match(text) or (_BARE_LABEL.match(text) if current else None)
        if match:
            label = match["label"].casefold().split()[0].split("/")[0].replace("gol", "")
            label = "nip" if label.startswith("n") and label != "nama" else label
            if label == "nama" and "nama" in current:
                groups.append((current, ""))
                current = {}
            value = _value(match["value"])
            current[label] = At((_nip(value) if label == "nip" else value) or None, line.location)
        elif current and _DUBBED.search(text):
            named = _NAMED.findall(text)
            groups.append((current, named[-1] if named else ""))
            current, label = {}, None
        elif _PROMISE.search(text) or (current and _ENDS_PARTY.search(text)) or len(text) > _LINE_MOST:
            label = None
        elif label in ("nama", "jabatan") and text and current.get(label):
            before = current[label]
            joined = " ".join(part for part in (before.value, _value(text)) if part)
            current[label] = At(joined, before.location or line.location)
    if current:
        groups.append((current, ""))
    return _assigned(groups)


def _nip(value: str) -> str | None:
    """The digits of a NIP as printed, without what a bad text layer runs on behind them."""
    match = re.match(r"\d[\d .]{8,30}\d", value)
    return " ".join(match[0].split()) if match else None


def _unbroken(lines: Sequence[Line]) -> list[Line]:
    """The lines, with "selanjutnya disebut" / "PIHAK PERTAMA" on two lines put together, and such words behind a name
    or post on a line of their own."""
    result: list[Line] = []
    for line in (_bare(whole, part) for whole in lines for part in _DUBS_BEHIND.split(whole.text)):
        if result and _BROKEN_DUB.search(result[-1].text) and _PARTY_BEGINS.match(line.text):
            result[-1] = msgspec.structs.replace(result[-1], text=f"{result[-1].text} {line.text.strip()}")
        else:
            result.append(line)
    return result


def _assigned(groups: Sequence[tuple[dict[str, At], str]]) -> tuple[Pihak | None, Pihak | None]:
    first = second = None
    for values, named in groups:
        if not any(at.value for at in values.values()):
            continue
        said = {key: at for key, at in values.items() if at.value}
        pihak = Pihak(said.get("nama"), said.get("jabatan"), said.get("pangkat"), said.get("nip"))
        is_second = bool(re.match(r"ke\s?dua|ii", named, re.IGNORECASE)) or (not named and first is not None)
        if is_second:
            second = second or pihak
        else:
            first = first or pihak
    return first, second


def _value(text: str) -> str:
    return re.sub(r"[.…\s]{3,}$", "", " ".join(text.strip(" \t:;,").split())) if re.search(r"[^\W_]", text) else ""


def signature_columns(lines: Sequence[Line], wide: bool = False) -> tuple[list[Line], list[Line]]:
    """The lines of a signature area, left and right column, by tabs, table columns or place on the page.

    A line that stands alone without a hint belongs to the right one, where the first party signs.
    """
    left: list[Line] = []
    right: list[Line] = []
    columns = [column for line in lines if line.in_table and (column := _column(line)) is not None]
    boxes = [line.location.tegak for line in lines if not line.in_table and line.location.tegak]
    middle = (min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2 if boxes else None
    tabbed = any(len(_parts(line.text)) == 2 for line in lines if not line.in_table)
    for line in lines:
        if line.in_table and columns:
            column = _column(line)
            (left if column is not None and column * 2 <= min(columns) + max(columns) - 1 else right).append(
                _bare(line)
            )
            continue
        parts = _parts(line.text)
        if len(parts) == 2:
            left.append(_bare(line, parts[0]))
            right.append(_bare(line, parts[1]))
        elif line.location.tegak and middle is not None:
            x0, _, x1, _ = line.location.tegak
            (left if (x0 + x1) / 2 < middle else right).append(_bare(line))
        elif tabbed and not re.match(r"\t|\s{3,}", line.text):
            left.append(_bare(line))
        else:
            right.append(_bare(line))
    return left, right


def _column(line: Line) -> int | None:
    kolom = line.location.kolom
    if kolom is None:
        return None
    return int(kolom) if kolom.isdigit() else sum((ord(c) - 64) * 26**i for i, c in enumerate(reversed(kolom.upper())))


def _parts(text: str) -> list[str]:
    parts = [part for part in _COLUMNS.split(text.strip()) if part.strip()]
    if len(parts) < 2 and (match := re.match(r"(PIHAK\s+\w+,?)\s+(PIHAK\s+\w+,?)$", text.strip(), re.IGNORECASE)):
        parts = [match[1], match[2]]
    return parts


def _bare(line: Line, text: str | None = None) -> Line:
    return msgspec.structs.replace(line, text=(line.text if text is None else text).strip())


def sign(first: Pihak | None, second: Pihak | None, lines: Sequence[Line]) -> tuple[Pihak | None, Pihak | None]:
    """Both parties with rank, NIP (and, where the statement is missing, name and post) from one signature area."""
    left, right = signature_columns(lines)
    blocks = [(block(column), column) for column in (left, right)]
    signed = [(found, column) for found, column in blocks if found.nama or found.nip]
    for found, column in signed:
        said = next((line.text for line in column if is_party(line.text)), "")
        jabatan = found.jabatan.value if found.jabatan else None
        if _same_person(first, found):
            first = first.filled(found) if first else None
        elif _same_person(second, found):
            second = second.filled(found) if second else None
        elif second is None and (
            re.search(r"ke\s?dua|ii\b", said, re.I) or is_elected(jabatan) or _alone_left(column, left, signed)
        ):
            second = Pihak().filled(found)
        elif first is None:
            first = Pihak().filled(found)
    return first, second


def _alone_left(column: Sequence[Line], left: Sequence[Line], signed: Sequence[object]) -> bool:
    return column is left and len(signed) > 1


def _same_person(pihak: Pihak | None, found: Signature) -> bool:
    if pihak is None or pihak.nama is None or found.nama is None:
        return False
    return alike(pihak.nama.value, found.nama.value)


def alike(first: str, second: str) -> bool:
    """Whether two printed names are the same person's: titles and punctuation aside, nearly the same letters."""
    one, other = _plain(first), _plain(second)
    return bool(one and other) and (one in other or other in one or SequenceMatcher(None, one, other).ratio() >= 0.8)


def _plain(name: str) -> str:
    name = PANGKAT.sub(" ", name)
    words = [word for word in re.findall(r"[^\W\d_]{2,}", name.split(",")[0]) if word.casefold() not in _TITLES]
    return " ".join(words).casefold()


_TITLES = {
    "dr",
    "drs",
    "dra",
    "ir",
    "prof",
    "hj",
    "drg",
    "mm",
    "msi",
    "mt",
    "sh",
    "se",
    "st",
    "mh",
    "ma",
    "sos",
    "si",
    "pd",
}
