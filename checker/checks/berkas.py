"""Checks on single files: can it be read, is its kind known, whose is it, is it finished?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    check,
    judge,
    manual,
    missing,
    not_applicable,
    passed,
    place,
)
from saksama.checker.checks.isian import join_words
from saksama.checker.run import BuktiTemuan
from saksama.checker.submission import Submission, fold
from saksama.checker.unitnames import region_of, same_unit
from saksama.parsers.model import Document, Line

_ENOUGH = 3
"""Documents that must agree on a region before it counts."""
UNREAD = "Berkas tidak terbaca; lihat BRK-005."


@check("berkas_terbaca", "berkas", values=("sebab",))
def berkas_terbaca(case: Case, params: TanpaParameter) -> Verdict:
    """Berkas harus dapat dibaca: tidak terkunci, tidak rusak, dan bukan hasil pindai tanpa teks."""
    assert case.file is not None
    if case.file.salah_program:
        return Verdict("galat", case.file.galat)
    if case.file.galat:
        sebab = case.file.galat
    else:
        pages = [
            str(page.number) for page in (case.file.document.pages if case.file.document else ()) if not page.readable
        ]
        if not pages:
            return passed()
        sebab = f"halaman {', '.join(pages)} berupa gambar tanpa teks yang dapat dibaca"
        return manual(f"{sebab[0].upper()}{sebab[1:]}; periksa isinya dengan mata.")
    return Verdict("temuan", None, (Offence({"sebab": sebab}, (BuktiTemuan(case.file.berkas),), case.file.berkas),))


@check("jenis_dikenali", "berkas", values=("jenis", "alasan"))
def jenis_dikenali(case: Case, params: TanpaParameter) -> Verdict:
    """Jenis setiap berkas harus dapat dikenali dengan yakin."""
    file = case.file
    assert file is not None
    if file.galat:
        return missing(UNREAD)
    if file.jenis and file.jenis != "lain" and file.keyakinan != "rendah":
        return passed()
    values = {"jenis": (file.jenis or "lain").replace("_", " "), "alasan": file.alasan or "tidak ada petunjuk"}
    return Verdict("temuan", None, (Offence(values, (BuktiTemuan(file.berkas),), file.berkas),))


class Sisa(Params, frozen=True):
    """pola: regular expressions of what a template leaves behind, each with its name in the message; pola_sel: those
    that only count as the whole line of a table cell."""

    pola: dict[str, str]
    pola_sel: dict[str, str] = {}

    def problems(self, jenis: Sequence[str]) -> Iterator[str]:
        for pattern in (*self.pola, *self.pola_sel):
            try:
                re.compile(pattern)
            except re.error as error:
                yield f"pola “{pattern}” tidak benar ({error})."


@check("sisa_templat", "berkas", values=("sisa", "nama", "kali"))
def sisa_templat(case: Case, params: Sisa) -> Verdict:
    """Tidak boleh ada isian templat atau catatan konsep yang tertinggal."""
    document = readable_document(case)
    if document is None:
        return missing(UNREAD)
    patterns = [(re.compile(pattern), name) for pattern, name in params.pola.items()]
    in_cells = [(re.compile(rf"(?m)^(?:{pattern})$"), name) for pattern, name in params.pola_sel.items()]
    found: dict[str, list[tuple[Line, str, str]]] = {}
    for line in document.lines:
        for pattern, name in (*patterns, *(in_cells if line.in_table else ())):
            match = pattern.search(line.text)
            if match:
                found.setdefault(fold(match[0]) or match[0], []).append((line, match[0], name))
                break
    return judge(
        Offence(
            {"sisa": hits[0][1].strip(), "nama": hits[0][2], "kali": str(len(hits))},
            tuple(place(line.location, document.berkas, quote(line.text)) for line, _, _ in hits[:5]),
            label,
        )
        for label, hits in found.items()
    )


def readable_document(case: Case) -> Document | None:
    """The text of the file being judged; None when it could not be read."""
    return case.file.document if case.file is not None and not case.file.galat else None


def quote(text: str, limit: int = 160) -> str:
    """A text as evidence shows it: on one line, and cut after so many letters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


class Nama(Params, frozen=True):
    """kemiripan: how alike (0 to 100) two names of units must be to count as one."""

    kemiripan: int = 80


@check("unit_sesuai", "rekaman", values=("tertulis", "seharusnya"))
def unit_sesuai(case: Case, params: Nama) -> Verdict:
    """Unit yang disebut dokumen sebagai pemiliknya harus unit yang diperiksa."""
    own = case.submission.unit
    if case.submission.single and not case.submission.keterangan.unit:
        return missing("Unit yang diperiksa tidak diberikan; sertakan dalam berkas.yaml.")
    if own is None:
        return missing("Unit yang diperiksa tidak diketahui; tulis isian unit di berkas.yaml.")
    if case.isi.unit is None:
        return missing("Nama unit pada dokumen tidak terbaca.")
    own = _withregion_of(own, case.submission)
    if same_unit(own, case.isi.unit, params.kemiripan):
        return passed()
    bukti = case.bukti("unit", case.isi.unit)
    return Verdict("temuan", None, (Offence({"tertulis": case.isi.unit, "seharusnya": own}, (bukti,), kolom="unit"),))


def _withregion_of(unit: str, submission: Submission) -> str:
    """A unit's name with the region that most of its documents give it, where the name itself has none."""
    if region_of(fold(unit)):
        return unit
    units = (part.isi.unit for naskah in submission.naskah for part in naskah.parts)
    named = [region for text in units if (region := region_of(fold(text)))]
    region = max(named, key=named.count, default="")
    return (
        f"{unit} {region.title()}" if named.count(region) >= _ENOUGH and named.count(region) * 2 > len(named) else unit
    )


class Tahun(Params, frozen=True):
    """geser: by how many years a document's year may differ from the year under evaluation."""

    geser: tuple[int, ...] = (0,)


@check("tahun_sesuai", "rekaman", values=("tertulis", "seharusnya"))
def tahun_sesuai(case: Case, params: Tahun) -> Verdict:
    """Tahun dokumen harus tahun yang dievaluasi; dokumen tahun lain boleh menyertai sebagai pembanding."""
    year, isi, assembled = case.submission.tahun, case.isi, case.submission
    if assembled.single and assembled.keterangan.tahun is None:
        return missing("Tahun yang dievaluasi tidak diberikan (--tahun atau berkas.yaml).")
    if year is None:
        return missing("Tahun yang dievaluasi tidak diketahui; beri --tahun.")
    first, last = getattr(isi, "tahun_awal", None), getattr(isi, "tahun_akhir", None)
    if first and last:
        if first <= year <= last:
            return passed()
        return _wrong_year(case, f"{first}-{last}", year)
    if isi.tahun is None:
        return missing("Tahun dokumen tidak terbaca.")
    if isi.tahun - year in params.geser:
        return passed()
    assert case.part is not None
    own = case.part.role.replace(str(isi.tahun), str(year))
    if any(part.role == own for part in assembled.parts(isi.JENIS)):
        return not_applicable(f"Dokumen tahun {isi.tahun} menyertai dokumen tahun {year} sebagai pembanding.")
    return _wrong_year(case, str(isi.tahun), year)


def _wrong_year(case: Case, stated: str, year: int) -> Verdict:
    values = {"tertulis": stated, "seharusnya": str(year)}
    return Verdict("temuan", None, (Offence(values, (case.bukti("tahun", stated),), kolom="tahun"),))


class Formal(Params, frozen=True):
    """isian: path of a field that a formal document fills -> its name, per kind of document."""

    isian: dict[str, dict[str, str]]


@check("diformalkan", "rekaman", values=("kurang",))
def diformalkan(case: Case, params: Formal) -> Verdict:
    """Dokumen perencanaan harus bernomor (bila bentuknya bernomor), bertanggal dan bertanda tangan."""
    wanted = params.isian.get(case.isi.JENIS, {})
    lacking = [name for path, name in wanted.items() if path != "bertanda_tangan" and not getattr(case.isi, path)]
    if case.isi.bertanda_tangan in ("tidak", None) and "bertanda_tangan" in wanted and lacking:
        lacking.append(wanted["bertanda_tangan"])
    if not lacking:
        return passed()
    values = {"kurang": join_words(lacking)}
    return Verdict("temuan", None, (Offence(values, (case.bukti(""),), kolom="formal"),))
