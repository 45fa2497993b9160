"""The register of law (rules/peraturan.yaml) and the citations of law in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import msgspec
from rapidfuzz import fuzz

from saksama.checker.typed import convert, suggest
from saksama.parsers import yamlfile
from saksama.parsers.resources import RULES

Status = Literal["berlaku", "dicabut", "diganti", "diubah", "belum_diverifikasi"]
Jenis = Literal[
    "uu", "perppu", "pp", "perpres", "inpres", "keppres",
    "permenpan", "permendagri", "permen", "kepmendagri", "kepmenpan", "kepmen",
    "perda", "pergub", "perbup", "perwali", "kepgub", "kepbup", "kepwali", "se",
    "pedoman", "surat", "praktik",
]  # fmt: skip

_NAMES: dict[str, str] = {
    "uu": "Undang-Undang",
    "perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "perpres": "Peraturan Presiden",
    "permenpan": "Permenpan RB",
    "permendagri": "Permendagri",
    "kepmendagri": "Kepmendagri",
    "kepmenpan": "Keputusan Menteri PAN",
    "perda": "Peraturan Daerah",
    "perwali": "Peraturan Wali Kota",
    "perbup": "Peraturan Bupati",
    "se": "Surat Edaran",
}
_LOCAL = ("perda", "pergub", "perbup", "perwali", "kepgub", "kepbup", "kepwali", "se")
_NATIONAL_BODY = (
    r"(?:Negara\s+)?(?:Pendayagunaan\s+Aparatur\s+Negara|PAN)(?:\s*(?:dan|&|-|/)?\s*(?:Reformasi\s+Birokrasi|RB))?"
)
_KINDS: tuple[tuple[str, str], ...] = (
    ("perppu", r"Peraturan\s+Pemerintah\s+Pengganti\s+Undang\s*-?\s*Undang|Perppu"),
    ("uu", r"Undang\s*-?\s*Undang|(?-i:UU)"),
    ("pp", r"Peraturan\s+Pemerintah(?!\s+(?:Daerah|Pengganti))|(?-i:PP)"),
    ("perpres", r"Peraturan\s*Presiden|Perpres"),
    ("inpres", r"Instruksi\s+Presiden|Inpres"),
    ("keppres", r"Keputusan\s+Presiden|Keppres"),
    (
        "permenpan",
        rf"Peraturan\s+(?:Menteri\s+|Kemente?rian\s+|MEN\s*){_NATIONAL_BODY}|Per?men\s*-?\s*PAN(?:\s*(?:dan|&|-|/)?\s*RB)?",
    ),
    ("permendagri", r"Peraturan\s+Menteri\s+Dalam\s+Negeri|Permendagri|Permen\s*Dagri"),
    ("permen", r"Peraturan\s+Menteri(?:\s+[^\W\d]+){1,8}?|Permen[^\W\d]+"),
    ("kepmendagri", r"Keputusan\s+Menteri\s+Dalam\s+Negeri|Kepmendagri|Kepmen\s*Dagri"),
    ("kepmenpan", rf"Keputusan\s+(?:Menteri\s+|MEN\s*){_NATIONAL_BODY}|Kepmen\s*-?\s*PAN(?:\s*-?\s*RB)?"),
    ("kepmen", r"Keputusan\s+Menteri(?:\s+[^\W\d]+){1,8}?|Kepmen[^\W\d]+"),
    ("perda", r"Peraturan\s+Daerah(?:\s+[^\W\d]+){0,4}?|Perda(?:\s+[^\W\d]+){0,4}?"),
    ("pergub", r"Peraturan\s+Gubernur(?:\s+[^\W\d]+){0,4}?|Pergub(?:\s+[^\W\d]+){0,4}?"),
    ("perbup", r"Peraturan\s+Bupati(?:\s+[^\W\d]+){0,3}?|Perbup(?:\s+[^\W\d]+){0,3}?"),
    ("perwali", r"Peraturan\s+Wali\s*kota(?:\s+[^\W\d]+){0,3}?|Perwal[ik]?(?:\s+[^\W\d]+){0,3}?"),
    ("kepgub", r"Keputusan\s+Gubernur(?:\s+[^\W\d]+){0,4}?"),
    ("kepbup", r"Keputusan\s+Bupati(?:\s+[^\W\d]+){0,3}?"),
    ("kepwali", r"Keputusan\s+Wali\s*kota(?:\s+[^\W\d]+){0,3}?"),
    ("se", r"Surat\s+Edaran(?:\s+[^\W\d]+){0,8}?|(?-i:SE)(?:\s+[^\W\d]+){0,3}?"),
)
_KIND = "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS)
_CITATION = re.compile(
    rf"(?<![\w-])(?:{_KIND})(?:\s+(?:RI|R\.I\.|Republik\s+Indonesia))?\s*[,:]?\s*(?:Nomor|Nomer|No\b\.?)?\s*[:.]?\s*"
    r"(?P<nomor>(?:(?:PER|KEP)[/-])?\d[\w.]*(?:\s?-\s?\d[\w.]*|/[A-Z][\w.]*|/\d{1,3}(?!\d))*)"
    r"(?:\s*[,/]?\s*(?:Tahun|Thn\.?|Than|Thun|Tahn)\s*|\s*/\s*)(?P<tahun>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MISSPELT = re.compile(r"reformasi\s+birokrasi|pendayagunaan", re.IGNORECASE)
_OF_PAN = re.compile(r"(?:PER|KEP)?[/-]?0*(\d+)/M\.?(?:EN)?PAN", re.IGNORECASE)
_TITLE = re.compile(r"[\s,]*tentang\s+(?P<judul>[^;(\"“”]{4,420})", re.IGNORECASE)
_STOP = re.compile(
    r"\.(?:\s|$)|\s+dan\s+(?:Peraturan|Keputusan|Undang)|\n\s*\n|\n\s*(?:[-•]|\(?\w{1,3}[.)])\s|"
    r"[,\s]+(?:sebagaimana|perlu|dicabut|khususnya|maka|bahwa|mengamanatkan|menyatakan|yang\s+menyatakan|dan\s+menggunakan|"
    r"dengan\s+memperhatikan|sebagai\s+berikut|adalah)\b",
    re.IGNORECASE,
)


class Regulation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the register. judul is what stands behind "tentang", None where it hasn't been checked.

    belum_diverifikasi: known to exist, its standing not checked; it never causes a finding.
    """

    jenis: Jenis
    status: Status
    judul: str | None = None
    nomor: str | None = None
    tahun: int | None = None
    daerah: str | None = None
    nama: str | None = None
    tanggal: str | None = None
    digantikan_oleh: str | None = None
    dicabut_oleh: str | None = None
    diubah_oleh: str | None = None

    @property
    def sebutan(self) -> str:
        """What to call it in a sentence: "Permenpan RB Nomor 88 Tahun 2021"."""
        if self.nama or self.nomor is None:
            return self.nama or self.judul or self.jenis
        place = _place(self.daerah) if self.daerah and self.jenis in ("perbup", "perwali") else self.daerah
        parts = (_NAMES.get(self.jenis, self.jenis), place, f"Nomor {self.nomor} Tahun {self.tahun}")
        return " ".join(part for part in parts if part)


class Citation(msgspec.Struct, frozen=True):
    """A citation of law in a text: kunci is its key in the register, None when the register doesn't hold it.

    start and end bound the name, number and year (not the title) as offsets into the text; judul_tertulis is the
    printed title without what follows it, None when none is printed.
    """

    kunci: str | None
    jenis: str
    nomor: str
    tahun: int
    judul_tertulis: str | None
    start: int
    end: int


def load(path: Path = RULES / "peraturan.yaml") -> Mapping[str, Regulation]:
    """The register of law by key; raises DataError (Indonesian, with the line) for a mistake in it."""
    file = yamlfile.load(path, f"rules/{path.name}")
    # Entry by entry, so that an error names the line of the entry and not only of the file.
    register = {key: convert(file, Regulation, (key,)) for key in convert(file, dict[str, Any])}
    for key, law in register.items():
        for field in ("digantikan_oleh", "dicabut_oleh", "diubah_oleh"):
            other = getattr(law, field)
            if other is not None and other not in register:
                message = f"peraturan “{other}” tidak ada di daftar ini.{suggest(other, register)}"
                raise yamlfile.DataError(file.name, file.line((key, field)), message)
        if law.status == "diganti" and law.digantikan_oleh is None:
            message = f"“{key}” berstatus diganti, tetapi digantikan_oleh belum diisi."
            raise yamlfile.DataError(file.name, file.line((key, "status")), message)
    return register


@lru_cache(maxsize=1)
def load_builtin() -> Mapping[str, Regulation]:
    """The register that comes with the program."""
    return load()


def find_citations(text: str, register: Mapping[str, Regulation] | None = None) -> tuple[Citation, ...]:
    """Every citation of law with a number and a year, in order; one nested in another's title is given too.

    A local regulation ("Peraturan Bupati No. 54 Tahun 2023") is only tied to the register
    when its region is printed in the name or the title.
    """
    if not _YEAR.search(text):
        # Most lines: told without trying every name of a kind of law at every word.
        return ()
    laws = load_builtin() if register is None else register
    found: list[Citation] = []
    for match in _CITATION.finditer(text):
        jenis = next(kind for kind, _ in _KINDS if match[kind])
        nomor = re.sub(r"\s+", "", match["nomor"])
        tahun = int(match["tahun"])
        if jenis in ("permen", "kepmen") and _MISSPELT.search(match[jenis]):
            jenis, head = f"{jenis}pan", match[jenis]
        else:
            head = match[jenis]
        if _OF_PAN.match(nomor):
            nomor = f"{nomor}/{tahun}"
        rest = text[match.end() : match.end() + 500]
        kunci = _key(laws, jenis, nomor, tahun, f"{head} {re.split('[;.]', rest)[0]}")
        judul = _printed_title(rest, laws[kunci].judul if kunci else None)
        found.append(Citation(kunci, jenis, nomor, tahun, judul, match.start(), match.end()))
    return tuple(found)


def _key(laws: Mapping[str, Regulation], jenis: str, nomor: str, tahun: int, printed: str) -> str | None:
    """The key of a law; a local one must have its region in the printed name or title."""
    for key, law in laws.items():
        if law.jenis != jenis or law.tahun != tahun or law.nomor is None or _fold(law.nomor) != _fold(nomor):
            continue
        if jenis not in _LOCAL or (
            law.daerah and _place(law.daerah).casefold() in " ".join(printed.split()).casefold()
        ):
            return key
    return None


def _printed_title(rest: str, known: str | None) -> str | None:
    """The printed title: up to its end or, for a known law, the run of words most like the known title."""
    match = _TITLE.match(rest)
    if match is None:
        return None
    text = match["judul"]
    if stop := _STOP.search(text):
        text = text[: stop.start()]
    words = text.split()
    if known and words:
        folded = known.casefold()
        lengths = range(1, min(len(words), 2 * len(known.split()) + 4) + 1)
        best = max(lengths, key=lambda n: fuzz.ratio(" ".join(words[:n]).strip(" ,.").casefold(), folded))
        words = words[:best]
    title = " ".join(words).strip(" ,.:*")
    return title or None


def _place(daerah: str) -> str:
    return re.sub(r"^(?:Kabupaten|Kota|Provinsi)\s+", "", daerah)


def _fold(nomor: str) -> str:
    """A number for comparing: upper case, no leading zeros; "PER/09/M.PAN/5/2007" and "09/M.PAN/05/2007" are one."""
    if match := _OF_PAN.match(nomor):
        return f"{match[1]}/M.PAN"
    plain = nomor.upper().strip(".")
    return plain.lstrip("0") if plain.isdigit() else re.sub(r"[^A-Z0-9]", "", plain)
