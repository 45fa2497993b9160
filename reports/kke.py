"""The records of a run set side by side for the evaluator's working papers: indikator and money across documents.

Wordings are matched as the rules do (checker.matching), one-to-one within each document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from saksama.checker import matching
from saksama.checker.checks.rujukan import same_value
from saksama.checker.run import Run

ALIKE = 80.0
"""Likeness from which two wordings are one indikator (the rules' own default)."""
HEADS = ("kepala_daerah", "kepala_pd", None)
"""Levels whose agreement is the unit's: without a level, an agreement is taken for it."""
REFERENCE = "PK"

Record = Mapping[str, Any]


class Sebutan(msgspec.Struct, frozen=True):
    """One indikator as one document prints it.

    beda: its target differs from the agreement's; None: not comparable. lain_kata: in other words, not only in another
    case, spacing or numbering.
    """

    indikator: str
    satuan: str | None
    target: str | None
    beda: bool | None = False
    lain_kata: bool = False


class Indikator(msgspec.Struct, frozen=True):
    """One indikator over the documents: document name -> how it stands there, and the rows it was read from."""

    nama: str
    sasaran: str | None
    dokumen: Mapping[str, Sebutan]
    asal: Mapping[str, Record]


class Sumber(msgspec.Struct, frozen=True):
    """Where indikator stand: kind, table, and whether a record of that kind counts for the year."""

    nama: str
    jenis: str
    tabel: str
    berlaku: Callable[[Record, int | None], bool]


def _yearly(record: Record, year: int | None) -> bool:
    return year is None or record.get("tahun") in (None, year)


def _head(record: Record, year: int | None) -> bool:
    return _yearly(record, year) and record.get("tingkat") in HEADS


def _annual(record: Record, year: int | None) -> bool:
    return _yearly(record, year) and record.get("triwulan") in (None, 4)


def _any(record: Record, year: int | None) -> bool:
    return True


SUMBER: tuple[Sumber, ...] = (
    Sumber("Renstra", "renstra", "sasaran", _any),
    Sumber("IKU", "iku", "indikator", _any),
    Sumber("Renja", "renja", "sasaran", _yearly),
    Sumber(REFERENCE, "perjanjian_kinerja", "sasaran", _head),
    Sumber("Rencana Aksi", "rencana_aksi", "sasaran", _yearly),
    Sumber("PKPK", "pengukuran_kinerja", "baris", _annual),
    Sumber("LKjIP", "laporan_kinerja", "capaian", _yearly),
)
"""The documents of the chain, in its order (Renstra to LKjIP)."""


def records(run: Run, jenis: str) -> Iterator[Record]:
    """The records of one kind, in the order of the files."""
    for file in run.berkas:
        for record in file.rekaman:
            if record.get("jenis") == jenis:
                yield record


def indicators(run: Run) -> list[Indikator]:
    """Every indikator of the unit with what each document says of it: the agreement's first, then the others'."""
    by_source = {source.nama: list(_rows(run, source)) for source in SUMBER}
    order = [REFERENCE, *(source.nama for source in SUMBER if source.nama != REFERENCE)]
    found: list[tuple[str, str | None, dict[str, Record]]] = []
    for name in order:
        rows = by_source[name]
        wordings = [row["indikator"] for row in rows]
        taken = {}
        for pair in matching.pairs([one[0] for one in found], wordings, ALIKE):
            found[pair.left][2][name] = rows[pair.right]
            taken[pair.right] = True
        found += [(row["indikator"], row.get("sasaran"), {name: row}) for n, row in enumerate(rows) if n not in taken]
    return [_arranged(nama, sasaran, own, run.tahun) for nama, sasaran, own in found]


def _rows(run: Run, source: Sumber) -> Iterator[Record]:
    """The rows of a source, each wording once: a report prints an indikator in several tables."""
    seen: set[str] = set()
    for record in records(run, source.jenis):
        if not source.berlaku(record, run.tahun):
            continue
        for row in record.get(source.tabel) or ():
            wording = row.get("indikator")
            if wording and matching.normal(wording) not in seen:
                seen.add(matching.normal(wording))
                yield row


def _arranged(nama: str, sasaran: str | None, own: Mapping[str, Record], year: int | None) -> Indikator:
    reference = _target(own[REFERENCE], year) if REFERENCE in own else None
    told = {source.nama: own[source.nama] for source in SUMBER if source.nama in own}
    shown = {}
    for name, row in told.items():
        target = _target(row, year)
        apart: bool | None = False
        if name != REFERENCE and target and reference:
            same = same_value(target, reference)
            apart = None if same is None else not same
        wording = row["indikator"]
        shown[name] = Sebutan(
            wording, row.get("satuan"), target, apart, matching.normal(wording) != matching.normal(nama)
        )
    return Indikator(nama, sasaran, shown, told)


def _target(row: Record, year: int | None) -> str | None:
    """The year's target of a row; a plan over years has one for each."""
    target = row.get("target")
    if isinstance(target, Mapping):
        found = target.get(str(year)) if year else None
        return str(found) if found is not None else None
    return str(target) if target is not None else None


class Triwulan(msgspec.Struct, frozen=True):
    """One quarter of an indikator: planned in the Rencana Aksi, and as the quarter's form reports it."""

    rencana: str | None = None
    target: str | None = None
    realisasi: str | None = None
    capaian: str | None = None


class Forms:
    """Forms of measurement, whose rows are found by the wording of their indikator."""

    def __init__(self, forms: Iterable[Record]) -> None:
        self._forms = list(forms)
        rows: dict[str, list[tuple[int, int, Record]]] = {}
        for place, form in enumerate(self._forms):
            for index, row in enumerate(form.get("baris") or ()):
                if wording := row.get("indikator"):
                    rows.setdefault(wording, []).append((place, index, row))
        self._rows = list(rows.values())
        # One index of them all: a search in each form by itself looks at the same words again and again.
        self._wordings = matching.Gathered()
        for wording in rows:
            self._wordings.add(wording)

    def rows(self, wording: str) -> Iterator[tuple[int | None, Record]]:
        """The row of an indikator in each form that has it, with the form's quarter (None: annual)."""
        alike = self._wordings.alike(wording, ALIKE)
        found = [(place, -score, index, row) for number, score in alike for place, index, row in self._rows[number]]
        told: set[int] = set()
        for place, _, _, row in sorted(found, key=lambda one: one[:3]):
            if place not in told:
                told.add(place)
                yield self._forms[place].get("triwulan"), row


def forms_of(run: Run) -> Forms:
    """The forms of measurement of the year that was judged."""
    return Forms(record for record in records(run, "pengukuran_kinerja") if _yearly(record, run.tahun))


def quarters(measured: Forms, found: Indikator) -> tuple[Triwulan, Triwulan, Triwulan, Triwulan]:
    """The four quarters of an indikator; what no document says is None."""
    plan = (found.asal.get("Rencana Aksi") or {}).get("triwulan") or (None,) * 4
    forms: dict[int, Record] = {}
    for number, row in measured.rows(found.nama):
        if isinstance(number, int):
            forms.setdefault(number, row)
        else:
            for index, part in enumerate(row.get("triwulan") or (), start=1):
                forms.setdefault(index, part)
    made = []
    for number in range(1, 5):
        told = forms.get(number, {})
        planned = plan[number - 1] if number <= len(plan) else None
        made.append(Triwulan(planned, told.get("target"), told.get("realisasi"), told.get("capaian")))
    return made[0], made[1], made[2], made[3]


MONEY: tuple[tuple[str, str, str, str], ...] = (
    ("Renja", "renja", "program", "pagu"),
    ("DPA", "dpa", "program", "pagu"),
    (REFERENCE, "perjanjian_kinerja", "anggaran", "jumlah"),
    ("PKPK", "pengukuran_kinerja", "anggaran", "pagu"),
    ("PKPK realisasi", "pengukuran_kinerja", "anggaran", "realisasi"),
    ("LKjIP", "laporan_kinerja", "anggaran", "pagu"),
    ("LKjIP realisasi", "laporan_kinerja", "anggaran", "realisasi"),
)
"""Column, kind, table and field of each amount, in the order of the chain."""


class Anggaran(msgspec.Struct, frozen=True):
    """One program, kegiatan or sub kegiatan: column of MONEY -> whole rupiah."""

    kode: str | None
    uraian: str
    jumlah: Mapping[str, int]

    @property
    def beda(self) -> bool:
        """Whether two documents plan different amounts for it."""
        planned = [amount for name, amount in self.jumlah.items() if not name.endswith("realisasi")]
        return len(set(planned)) > 1


def budget(run: Run) -> list[Anggaran]:
    """Every named amount over the documents, those with a code in its order, then the others as they come."""
    rows: dict[str, tuple[str | None, str, dict[str, int]]] = {}
    for column, jenis, table, field in MONEY:
        for record in records(run, jenis):
            fits = _head(record, run.tahun) and _annual(record, run.tahun)
            for row in (record.get(table) or ()) if fits else ():
                amount, name = row.get(field), row.get("uraian")
                if isinstance(amount, int) and name:
                    key = matching.normal(name)
                    known = rows.setdefault(key, (row.get("kode"), name, {}))
                    known[2].setdefault(column, amount)
                    if known[0] is None and row.get("kode"):
                        rows[key] = (row["kode"], known[1], known[2])
    made = [Anggaran(kode, name, amounts) for kode, name, amounts in rows.values()]
    return sorted(made, key=lambda one: (one.kode is None, one.kode or ""))


class TindakLanjut(msgspec.Struct, frozen=True):
    """One recommendation of the last evaluation, the entry that answers it, and what this run found about it."""

    komponen: str
    rekomendasi: str
    entri: str | None
    status: str | None
    bukti: str | None
    temuan: tuple[str, ...]


def follow_up(run: Run) -> list[TindakLanjut]:
    """The recommendations of the last evaluation issued before this one, with their entries and the TL findings."""
    entries = [row for record in records(run, "tindak_lanjut") for row in record.get("baris") or ()]
    told = [
        (finding.pesan, " ".join((finding.pesan, *finding.nilai.values())), item.aturan)
        for item, finding in run.findings()
        if item.aturan.startswith("TL-")
    ]
    made = []
    for component, text in _recommendations(run):
        near = matching.nearest(text, [row.get("rekomendasi") or "" for row in entries])
        row = entries[near[0]] if near is not None and near[1] >= ALIKE else {}
        about = tuple(f"{rule}: {said}" for said, whole, rule in told if text.casefold() in whole.casefold())
        made.append(TindakLanjut(component, text, row.get("tindak_lanjut"), row.get("status"), row.get("bukti"), about))
    return made


def _recommendations(run: Run) -> Iterator[tuple[str, str]]:
    for record in records(run, "hasil_evaluasi"):
        for part in record.get("komponen") or ():
            for text in part.get("rekomendasi") or ():
                yield part.get("nama") or "", text
