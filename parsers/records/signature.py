"""Signature blocks: place and date, post, name, rank and NIP, in one column or two."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

import msgspec

from saksama.parsers.dates import find_place_date
from saksama.parsers.model import Box, Document, Line
from saksama.parsers.records.types import At, YaTidak

PANGKAT = re.compile(
    r"(?:Pembina|Penata|Pengatur|Juru)(?:\s+(?:Utama|Muda|Madya|Tingkat\s*I|Tk\.?\s*\.?\s*I|TK\.?\s*I))*"
    r"(?:\s*[,/(-]*\s*(?:Gol(?:ongan)?\.?\s*)?(?:I|II|III|IV)\s*[/.]?\s*[a-e]\b\)?)?|(?:Brigadir|Komisaris|Kolonel|Mayor|Kapten|Letkol)\b.*",
    re.IGNORECASE,
)
NIP = re.compile(r"\bN\s?I\s?[PK]\b\s*\.?\s*:?\s*(?P<nip>[\d][\d .]{8,30}\d)?", re.IGNORECASE)
_JABATAN = re.compile(
    r"^\W*(?:a\.?n\.?\s+)?(?:PL[TH]\.?\s+|PJ\.?\s+|PELAKSANA\s+TUGAS\s+)?(?:KEPALA|SEKRETARIS|DIREKTUR|CAMAT|LURAH|INSPEKTUR|"
    r"KETUA|GUBERNUR|BUPATI|WALI\s?KOTA|ASISTEN|STAF\s+AHLI|KASUBAG|KASI|KABID|KABAG|ANALIS|PENGELOLA|PENYUSUN|AUDITOR|"
    r"PENGAWAS|BENDAHARA|ADMINISTRATOR|PERENCANA|PENGADMINISTRASI|WAKIL|PRANATA|ARSIPARIS|DOKTER|PERAWAT|NOTULIS|NOTULEN)\b",
    re.IGNORECASE,
)
_ELECTED = re.compile(r"(?:wakil\s+)?(?:gubernur|bupati|wali\s?kota)\b[^.;:\d]{0,40},", re.IGNORECASE)
_LAST = 8
_ENACTED_AT = re.compile(r"\W*(?:ditetapkan|dibuat|dikeluarkan)\s+di\b.{2,40}$", re.IGNORECASE)
_ENACTED_DAY = re.compile(r"\W*(?:pada\s+)?tanggal\b", re.IGNORECASE)
_PARTY = re.compile(r"^\W*pihak\s+(?:pertama|kesatu|kedua|ke\s?satu|ke\s?dua|i{1,2})\W*$", re.IGNORECASE)
_PARTIES = re.compile(r"\W*pihak\s", re.IGNORECASE)
_SIGNED = re.compile(
    r"^\W*t\.?\s?t\.?\s?d\b\.?\W*$|ditandatangani\s+secara\s+elektronik|tertanda\b|\bcap\s*/?\s*ttd\b", re.IGNORECASE
)
_TITLES = re.compile(
    r"\b(?:Drs?a?|Dra|Ir|Prof|H|Hj|dr|drg|S\.?\s?\w{1,4}|M\.?\s?\w{1,4}|Ph\.?D|A\.?Md|MM|MA|MT|SH|SE|ST)\b\.?"
)
_COLUMNS = re.compile(r"\t+|\s{4,}")
_NO_PLACE = re.compile(
    r"(?:kabupaten|kota|provinsi|daerah|ttd|senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|hari|waktu)\b",
    re.IGNORECASE,
)
_POST_TAIL = re.compile(
    r"\W*(?:dan|serta|pada|provinsi|kabupaten|kota|daerah|dinas|badan|kecamatan|bidang|sekretariat)\b", re.IGNORECASE
)
_REGION = re.compile(r"\b(?:provinsi|kabupaten|kota|prov\.|kab\.)", re.IGNORECASE)
_POST_OPEN = re.compile(r"(?:\bdan|\bserta|,|\bpada|\bdinas|\bbadan|\bbidang)\s*$", re.IGNORECASE)


class Signature(msgspec.Struct, frozen=True):
    """A signature block: tanggal as ISO text, nip as printed; bertanda_tangan is ya only where the text says so."""

    tempat: At | None = None
    tanggal: At | None = None
    nama: At | None = None
    jabatan: At | None = None
    pangkat: At | None = None
    nip: At | None = None
    bertanda_tangan: YaTidak = "tidak_diketahui"

    @property
    def shown(self) -> YaTidak | None:
        """bertanda_tangan, or None where no block is printed at all: plans and measurements need not have one."""
        printed = (self.tempat, self.tanggal, self.nama, self.jabatan, self.nip)
        return self.bertanda_tangan if any(printed) or self.bertanda_tangan == "ya" else None


def read_place(text: str) -> tuple[str, datetime.date | None] | None:
    """Place and date of a line such as "Bandung,      2017"; None also for the end of a post ("KABUPATEN BANDUNG,")."""
    found = find_place_date(text)
    if found is None or _NO_PLACE.match(found[0]):
        return None
    return found[0], found[1]


def signed(lines: Sequence[Line]) -> bool:
    """Whether the text says that it was signed ("ttd", an electronic signature)."""
    return any(_SIGNED.search(line.text) for line in lines)


def is_jabatan(text: str) -> bool:
    """Whether a line begins like the post of a signatory."""
    return _JABATAN.match(text) is not None and len(text) <= 200


def is_party(text: str) -> bool:
    """Whether a line only names a party ("PIHAK PERTAMA,")."""
    return _PARTY.match(text) is not None


def is_pangkat(text: str) -> bool:
    """Whether a line is a rank ("Pembina Utama Muda, IV/c")."""
    return PANGKAT.fullmatch(text.strip(" .,:()").removeprefix("Pangkat").strip(" :")) is not None


def is_name(text: str) -> bool:
    """Whether a line can be a person's name: few words, none of them lower case but titles, no digits."""
    plain = _TITLES.sub(" ", text)
    words = re.findall(r"[^\W\d_]+", plain)
    if not words or len(text) > 70 or re.search(r"\d|:|;|\?|…|\.\.\.|[%=]", text):
        return False
    if (
        is_party(text)
        or _JABATAN.match(text)
        or is_pangkat(text)
        or NIP.search(text)
        or words[0] in ("BAB", "LAMPIRAN")
    ):
        return False
    return len(words) <= 7 and all(word[0].isupper() or word in ("bin", "binti", "al", "de") for word in words)


def block(lines: Sequence[Line]) -> Signature:
    """Name, post, rank and NIP of one signatory from the lines below place and date, top to bottom."""
    nip = pangkat = nama = None
    jabatan: list[Line] = []
    for index, line in enumerate(lines):
        text = line.text.strip()
        if is_party(text) or _SIGNED.search(text) or read_place(text):
            continue
        if match := NIP.search(text):
            nip = At(" ".join(match["nip"].split()), line.location) if match["nip"] else None
            before = text[: match.start()].strip(" ,/")
            if pangkat is None and is_pangkat(before):
                pangkat = At(before, line.location)
            elif nama is None and is_name(before):
                nama = At(_name(before), line.location)
            break
        if is_pangkat(text) and nama is not None:
            pangkat = At(re.sub(r"^Pangkat\s*:?\s*", "", text).strip(), line.location)
        elif nama is None and (
            is_jabatan(text) or (jabatan and _is_post_tail(text, jabatan[-1].text, lines[index + 1 :]))
        ):
            jabatan.append(line)
        elif nama is None and is_name(text):
            nama = At(_name(text), line.location)
        elif nama is not None:
            break
    post = " ".join(" ".join(line.text for line in jabatan).split()).strip(" ,") or None
    return Signature(nama=nama, pangkat=pangkat, nip=nip, jabatan=At(post, jabatan[0].location) if post else None)


def _is_post_tail(text: str, post: str, below: Sequence[Line]) -> bool:
    """Whether a line carries the post above it on: the post broke off, or the line begins like the rest of a unit.

    Behind a comma the name is due; only when a name still follows can the line in capitals be a part of the post.
    """
    if _POST_TAIL.match(text):
        return not (post.rstrip().endswith(",") and _REGION.search(post))
    if post.rstrip().endswith(","):
        named_below = bool(below) and is_name(below[0].text.strip())
        return named_below and text.isupper() and not _REGION.search(post) and not re.search(r"[.,]\s*\w", text)
    return _POST_OPEN.search(post) is not None


def _name(text: str) -> str:
    return " ".join(text.strip(" ()_").split())


def enacted(lines: Sequence[Line]) -> list[Line]:
    """The lines, place and date of a decree ("Ditetapkan di X" / "pada tanggal ...") put together."""
    result: list[Line] = []
    for line in lines:
        if result and _ENACTED_DAY.match(line.text) and _ENACTED_AT.match(result[-1].text):
            result[-1] = msgspec.structs.replace(result[-1], text=f"{result[-1].text.strip()} {line.text.strip()}")
        else:
            result.append(line)
    return result


def last_place(lines: Sequence[Line]) -> int | None:
    """The index of the last place-and-date line; None without one.

    A bare place ("Bandung,") counts only where a post or a party follows: in running text and tables it is any word.
    """
    for index in range(len(lines) - 1, -1, -1):
        if read_place(lines[index].text) is None:
            continue
        below = lines[index + 1 : index + 5]
        dated = re.search(r"\d|\.\.|…|_|\btahun\b", lines[index].text, re.IGNORECASE)
        if dated or any(is_jabatan(line.text.strip()) or _PARTIES.match(line.text) for line in below):
            return index
    return None


def signature_area(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of the last signature block: from place and date on, else around the last NIP, else from the post of an
    elected official who ends the text; may be empty."""
    start = last_place(lines)
    if start is not None:
        return lines[start : start + 17]
    nips = [index for index, line in enumerate(lines) if (match := NIP.search(line.text)) and match["nip"]]
    if nips:
        return lines[max(0, nips[-1] - 8) : nips[-1] + 8]
    # An elected official signs without rank and NIP: post and name end the paper.
    last = range(max(0, len(lines) - _LAST), len(lines) - 1)
    elected = [i for i in last if _ELECTED.fullmatch(lines[i].text.strip()) and is_name(lines[i + 1].text.strip())]
    return lines[elected[-1] :] if elected else ()


def find_signature(lines: Sequence[Line], document: Document | None = None) -> Signature:
    """The last signature block of a text; with its document, also whether a picture lies over the block."""
    area = signature_area(enacted(lines))
    if not area:
        return Signature(bertanda_tangan=signing(area, document))
    place = read_place(area[0].text)
    below = block(area[1:] if place else area)
    if place is None:
        return msgspec.structs.replace(below, bertanda_tangan=signing(area, document))
    tempat, tanggal = place
    location = area[0].location
    return msgspec.structs.replace(
        below,
        tempat=At(tempat, location),
        tanggal=At(tanggal.isoformat(), location) if tanggal else None,
        bertanda_tangan=signing(area, document),
    )


def signing(area: Sequence[Line], document: Document | None) -> YaTidak:
    """Whether a signature can be seen: words that say so, or a picture (not a background) over the block in a PDF.

    tidak for a block that is only typed and for a document without one; tidak_diketahui without the document, and where
    pages are pictures, since the signed one may be among them.
    """
    if signed(area):
        return "ya"
    if document is None or any(not page.readable for page in document.pages):
        return "tidak_diketahui"
    pages = {page.number: page for page in document.pages}
    # A signature stands in the gap between post and name, so the block as a whole counts, not its lines.
    block_of: dict[int, Box] = {}
    for line in _to_the_last_nip(area):
        number, box = line.location.halaman, line.location.kotak
        if number in pages and number is not None and box is not None:
            left, top, right, bottom = block_of.get(number, box)
            block_of[number] = min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3])
    for number, block in block_of.items():
        page = pages[number]
        for picture in page.pictures:
            if _area(picture) > _BACKGROUND * page.width * page.height:
                return "tidak_diketahui"
            if _overlap(block, picture) and picture[1] > _LOGO * page.height:
                return "ya"
    return "tidak"


def _to_the_last_nip(area: Sequence[Line]) -> Sequence[Line]:
    """The lines of a block without what follows its last NIP: page numbers and the text below it."""
    nips = [index for index, line in enumerate(area) if NIP.search(line.text)]
    return area[: nips[-1] + 1] if nips else area


def _overlap(one: Box, other: Box) -> bool:
    return all(min(one[side + 2], other[side + 2]) > max(one[side], other[side]) for side in (0, 1))


_BACKGROUND, _LOGO = 0.6, 0.2
"""A picture over more of the page than this is a background or a scan; one above this height is a letterhead's logo."""


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
