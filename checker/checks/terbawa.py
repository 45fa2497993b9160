"""Names of other units and other years that were copied along from another document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing, place
from saksama.checker.checks.berkas import UNREAD, quote, readable_document
from saksama.checker.submission import fold
from saksama.checker.unitnames import own_words, same_unit
from saksama.parsers.model import Document, Line, Paragraph
from saksama.parsers.records.header import unit_names

_CAPTION = re.compile(r"\s*(?:tabel|grafik|gambar)\s*\.?\s*(?:\d|[IVX]+\s*[.,-]\s*\d)", re.IGNORECASE)
_HEADING = re.compile(r"\s*(?:\d{1,2}(?:\s?\.\s?\d{1,2})+|[A-Z])\.?\s+[A-Z]")
_LONGEST_TITLE = 130
_OWN_YEAR = re.compile(r"\btahun\s+((?:19|20)\d\d)\s+ini\b", re.IGNORECASE)
_TO_THE_END = re.compile(
    r"\b(?:capaian|realisasi)\s+kinerja\s+(?:pada\s+|sampai\s+dengan\s+)?tahun\s+((?:19|20)\d\d)\s+"
    r"(?:ke|terhadap|dibandingkan\s+dengan)\s+(?:target\s+)?akhir\s+(?:tahun\s+)?renstra\b",
    re.IGNORECASE,
)
_ACCOUNTS = re.compile(
    r"\b(?:keberhasilan|kegagalan|kendala)\s+yang\s+(?:telah\s+)?(?:dicapai|diraih|dihadapi)\b[^.;:]{0,120}?"
    r"\b(?:selama|sepanjang)\s+tahun\s+((?:19|20)\d\d)\b(?!\s*[-–/])|"
    r"\b(?:kegiatan|program|sasaran|kinerja)\b[^.;:]{0,60}\byang\s+telah\s+(?:dilaksanakan|ditentukan|dicapai)\s+"
    r"(?:pada|selama)\s+tahun\s+((?:19|20)\d\d)\b(?!\s*[-–/])",
    re.IGNORECASE,
)
"""What a report says it accounts for, in its first and last chapter."""
_CHAPTER = re.compile(r"\s*BAB\s+(I|II|III|IV|V|VI)\b")
_APPENDICES = re.compile(r"(?:daftar\s+)?lampiran(?:\s*-\s*lampiran)?\W*", re.IGNORECASE)


class Terbawa(Params, frozen=True):
    """Words beside which a name or year must be one's own.

    konteks_unit: right before a unit's name; konteks_sesudah: right behind a name that opens a sentence.
    konteks_tahun: phrases before a year that open a line, in these kinds of document (kalimat_pada) any sentence.
    konteks_judul: words of titles with a year, in these kinds (judul_pada), unless they compare (pembanding).
    """

    konteks_unit: tuple[str, ...]
    konteks_tahun: tuple[str, ...]
    konteks_judul: tuple[str, ...] = ()
    konteks_sesudah: tuple[str, ...] = ()
    kalimat_pada: tuple[str, ...] = ("pedoman",)
    pembanding: tuple[str, ...] = ()
    judul_pada: tuple[str, ...] = ("laporan_kinerja",)


@check("unit_tahun_terbawa", "berkas", values=("tertulis", "seharusnya", "kalimat"))
def unit_tahun_terbawa(case: Case, params: Terbawa) -> Verdict:
    """Nama unit lain atau tahun lain tidak boleh berdiri di tempat nama atau tahun sendiri (sisa salin-tempel)."""
    document = readable_document(case)
    if document is None:
        return missing(UNREAD)
    assert case.file is not None
    records = [record.isi for record in case.file.records]
    own = next((isi.unit for isi in records if isi.unit), None)
    years = {isi.tahun for isi in records if isi.tahun}
    if own is None and not years:
        return missing("Unit dan tahun dokumen tidak terbaca.")
    names = [name for name in (own, case.submission.unit) if name]
    every = case.file.jenis in params.kalimat_pada
    offences = [*_stray_units(document, names, params), *_stray_years(document, years, params, every)]
    offences += _own_years(document, years, {offence.nilai["kalimat"] for offence in offences})
    if case.file.jenis in params.judul_pada:
        offences += _accounted_years(document, years, params, {offence.nilai["kalimat"] for offence in offences})
        offences += stray_margins(document, years)
        offences += _stray_titles(document, years, params, {offence.nilai["kalimat"] for offence in offences})
    return judge(offences)


def _stray_units(document: Document, names: Sequence[str], params: Terbawa) -> Iterator[Offence]:
    """Units of the same kind as one's own, named where words claim them: "Renstra Kantor Kecamatan X", "Kecamatan X
    dipimpin oleh ..."

    names: what the document calls its unit, then what the submission does.
    """
    if not names:
        return
    own = names[0]
    head = _head(own)
    claim = re.compile(rf"(?:{'|'.join(re.escape(word) for word in params.konteks_unit)})\s+(?:kantor\s+)?$", re.I)
    after = "|".join(re.escape(word) for word in params.konteks_sesudah)
    described = re.compile(rf"\s+(?:{after})\b", re.I) if after else None
    seen: set[str] = set()
    for line in document.lines:
        for found in unit_names(line.text):
            # A name does not go on over the end of a sentence, nor with a date.
            name = re.split(r"\. |,\s+(?=\d)|\s*\(\s*eselon\b", found, flags=re.IGNORECASE)[0]
            words = fold(name).split()
            before, _, behind = line.text.partition(name) if name in line.text else ("", "", "")
            opens = described and (not before.strip() or before.rstrip().endswith(".")) and described.match(behind)
            own_name = any(same_unit(one, name, 90) for one in names)
            if len(words) < 2 or _head(name) != head or own_name or not (claim.search(before) or opens):
                continue
            if not own_words(fold(name)) or _other_level(name, own) or _abbreviates(name, own):
                continue
            if fold(name) not in seen:
                seen.add(fold(name))
                values = {"tertulis": name, "seharusnya": own, "kalimat": quote(line.text)}
                yield Offence(values, (place(line.location, document.berkas, quote(line.text)),), name, "unit")


def _abbreviates(name: str, own: str) -> bool:
    """Whether a name is one's own in short ("Dinas DPMPTSP"): its capitals are first letters of one's own words."""
    capitals = re.findall(r"\b[A-Z]{3,}\b", name)
    letters = iter("".join(word[0] for word in fold(own).split()))
    return bool(capitals) and not name.isupper() and all(letter.casefold() in letters for letter in capitals[-1])


def _other_level(name: str, own: str) -> bool:
    """Whether a name is that of a unit of another level of government: one that is referred to, not copied."""
    levels = ("kementerian", "jenderal", "provinsi", "kabupaten", "kota")
    theirs, ours = ({level for level in levels if level in fold(text).split()} for text in (name, own))
    foreign = theirs if ours else theirs - {"kabupaten", "kota"}
    return bool(foreign) and not theirs & ours


def _head(name: str) -> str:
    """The word that tells what kind of unit it is; "kantor" before it says nothing."""
    words = [word for word in fold(name).split() if word != "kantor"]
    return words[0] if words else ""


def _stray_years(document: Document, years: set[int], params: Terbawa, every: bool) -> Iterator[Offence]:
    """Phrases such as "Target Kinerja Tahun 2022" at the start of a line, or of every sentence, whose year is not the
    document's."""
    if len(years) != 1:
        return
    (year,) = years
    phrases = "|".join(re.escape(phrase) for phrase in params.konteks_tahun)
    opens = r"(?:^[\W\d.]*|(?<=\. ))" if every else r"^[\W\d.]*"
    pattern = re.compile(rf"{opens}(?:{phrases})\s+(?:tahun|ta\.?)\s+((?:19|20)\d\d)\b(?!\s*[-–/])", re.I)
    seen: set[str] = set()
    for line in _before_appendices(document):
        match = pattern.search(line.text)
        if match and int(match[1]) != year and fold(match[0]) not in seen:
            seen.add(fold(match[0]))
            values = {"tertulis": match[0].strip(), "seharusnya": str(year), "kalimat": quote(line.text)}
            yield Offence(
                values, (place(line.location, document.berkas, quote(line.text)),), match[0], "tahun", "sedang"
            )


def _own_years(document: Document, years: set[int], known: set[str]) -> Iterator[Offence]:
    """What a document calls its own year ("Pedoman ... Tahun 2022 ini") when that year is past; each line once."""
    if len(years) != 1:
        return
    (year,) = years
    for line in _before_appendices(document):
        # What is set against the end of the Renstra is the report's own year.
        match = _OWN_YEAR.search(line.text) or _TO_THE_END.search(line.text)
        if match and int(match[1]) < year and quote(line.text) not in known:
            known.add(quote(line.text))
            values = {"tertulis": match[0], "seharusnya": str(year), "kalimat": quote(line.text)}
            yield Offence(
                values, (place(line.location, document.berkas, quote(line.text)),), fold(line.text), "tahun", "sedang"
            )


def _accounted_years(document: Document, years: set[int], params: Terbawa, known: set[str]) -> Iterator[Offence]:
    """Sentences of a report's first and last chapter that account for an earlier year, unless they compare.

    Chapters II and III speak of earlier years on purpose.
    """
    if len(years) != 1:
        return
    (year,) = years
    compares = re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in params.pembanding)})", re.I)
    chapter = ""
    lines = [line for line in _before_appendices(document) if not line.in_table]
    for line, after in zip(lines, [*(line.text for line in lines[1:]), ""], strict=False):
        if begun := _CHAPTER.match(line.text):
            chapter = begun[1]
        if chapter in ("II", "III"):
            continue
        # A sentence may go on in the next line.
        whole = line.text if re.search(r"[.;:]\s*$", line.text) else f"{line.text} {after}"
        for text in re.split(r"(?<=[.;])\s+(?=[A-Z])", whole):
            match = _ACCOUNTS.search(text)
            if match is None or match[0] in after or compares.search(text) or str(year) in text:
                continue
            if quote(line.text) in known:
                continue
            if int(match[1] or match[2]) < year:
                known.add(quote(line.text))
                values = {"tertulis": quote(match[0], 90), "seharusnya": str(year), "kalimat": quote(text)}
                bukti = (place(line.location, document.berkas, quote(text)),)
                yield Offence(values, bukti, fold(text), "tahun", "sedang")


def _before_appendices(document: Document) -> Sequence[Line]:
    """The lines up to the last title "LAMPIRAN": what follows holds papers of other years on purpose."""
    lines = document.lines
    titles = [
        place
        for place, line in enumerate(lines)
        if _APPENDICES.fullmatch(line.text.strip()) and not line.in_table and (line.heading or line.text.isupper())
    ]
    return lines[: titles[-1]] if titles else lines


def _stray_titles(document: Document, years: set[int], params: Terbawa, known: set[str]) -> Iterator[Offence]:
    """Titles of sections and tables that end with last year's number, where no like title has this year's."""
    if len(years) != 1 or not params.konteks_judul:
        return
    (year,) = years
    topic = re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in params.konteks_judul)})", re.I)
    compares = re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in params.pembanding)})", re.I)
    last = re.compile(rf"\b(?:tahun(?:an)?|t\.?\s?a\.?|tahun\s+anggaran)\s+{year - 1}\s*[.:]?\s*$", re.I)
    until = re.compile(rf"\b(?:sampai\s+dengan|s\s?[./]?\s?d\.?)\s+tahun\s+{year - 1}\s+(?:terhadap|thdp)", re.I)
    titles = list(_titles(document))
    others = {re.sub(r"\d+", "", fold(text)) for text, _ in titles if str(year) in text}
    for text, line in titles:
        wrong = (last.search(text) and topic.search(text) and not compares.search(text)) or until.search(text)
        if (
            wrong
            and str(year) not in text
            and re.sub(r"\d+", "", fold(text)) not in others
            and quote(text) not in known
        ):
            known.add(quote(text))
            values = {"tertulis": quote(text, 90), "seharusnya": str(year), "kalimat": quote(text)}
            yield Offence(values, (place(line.location, document.berkas, quote(text)),), fold(text), "tahun", "sedang")


_MARGIN_YEAR = re.compile(r"\btahun\s+((?:19|20)\d\d)\s*$", re.IGNORECASE)


def stray_margins(document: Document, years: set[int]) -> Iterator[Offence]:
    """Running headers and footers that most pages print with the own year, and some with an earlier one; each once."""
    if len(years) != 1:
        return
    (year,) = years
    found: dict[str, dict[int, list[Paragraph]]] = {}
    for margin in document.margins:
        if (match := _MARGIN_YEAR.search(margin.text)) and len(fold(margin.text).split()) > _SHORTEST_MARGIN:
            title = fold(margin.text[: match.start()])
            found.setdefault(title, {}).setdefault(int(match[1]), []).append(margin)
    for title, printed in found.items():
        for other, margins in printed.items():
            if other < year and len(printed.get(year, ())) > len(margins):
                first = margins[0]
                values = {"tertulis": f"Tahun {other}", "seharusnya": str(year), "kalimat": quote(first.text)}
                bukti = (place(first.location, document.berkas, quote(first.text)),)
                yield Offence(values, bukti, f"{title} {other}", "tahun", "sedang")


_SHORTEST_MARGIN = 4


def _titles(document: Document) -> Iterator[tuple[str, Line]]:
    """The headings, and the captions of tables and figures with the lines that go on with them."""
    lines = [line for line in _before_appendices(document) if not line.in_table and line.text.strip()]
    for index, line in enumerate(lines):
        if _CAPTION.match(line.text) and len(line.text) <= _LONGEST_TITLE:
            parts = [line.text]
            for after in islice(lines, index + 1, index + 4):
                if len(after.text) > _LONGEST_TITLE or not after.text[:1].isupper() or _ended("".join(parts[1:])):
                    break
                parts.append(after.text)
                if _ended(after.text):
                    break
            yield " ".join(parts), line
        elif (line.heading or _HEADING.match(line.text)) and len(line.text) <= _LONGEST_TITLE:
            yield line.text, line


def _ended(text: str) -> bool:
    return re.search(r"\b(?:19|20)\d\d\s*[.:]?\s*$|[.;]\s*$", text) is not None
