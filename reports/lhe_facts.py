"""What an LHE says of a unit, drawn from the Run: by component, of last year's evaluation, of its achievements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from saksama.checker import matching
from saksama.checker.final import overruled
from saksama.checker.matching import nearest
from saksama.checker.run import Komponen, Kriteria, Run, Subkomponen
from saksama.reports import kke, lhe_notes, responses, words
from saksama.reports.lhe_notes import PLACES, Catatan, Kalimat

STRENGTHS = 10
_SAME_COMPONENT = 75.0


class Uraian(msgspec.Struct, frozen=True):
    """One component, None for what no criterion covers; penilaian: the evaluator's notes on its sub-components."""

    komponen: Komponen | None
    baik: tuple[Kalimat, ...]
    kurang: tuple[Catatan, ...]
    terbuka: tuple[int, int]
    """Undecided criteria, and all that apply."""
    penilaian: tuple[Kalimat, ...] = ()


def components(run: Run) -> list[Uraian]:
    """Every component with its sentences; findings that no criterion covers come last."""
    weak = lhe_notes.by_component(run)
    rule_of = {temuan.sidik: hasil.aturan for hasil, temuan in run.findings()}
    aside = overruled(run.lke, (temuan for _, temuan in run.findings())) if run.lke else {}
    set_aside = {sidik: rule_of[sidik] for sidik in aside}
    result = []
    for komponen in run.lke.komponen if run.lke else ():
        criteria = [kriteria for sub in komponen.subkomponen for kriteria in sub.kriteria]
        applying = [kriteria for kriteria in criteria if kriteria.status != "tidak_berlaku"]
        undecided = sum((kriteria.akhir or kriteria.usulan) is None for kriteria in applying)
        own = [_unmet(kriteria) for kriteria in criteria if (kriteria.akhir or kriteria.usulan) == "tidak"]
        notes = (*weak.get(komponen.id, ()), *(note for note in own if note is not None))
        graded = tuple(note for sub in komponen.subkomponen for note in _graded(sub))
        result.append(
            Uraian(komponen, tuple(_strengths(run, komponen, set_aside)), notes, (undecided, len(applying)), graded)
        )
    return [*result, Uraian(None, (), weak[None], (0, 0))] if None in weak else result


def _unmet(kriteria: Kriteria) -> Catatan | None:
    """What the evaluator says of a criterion that is not met: the note, else the reason; None where findings tell."""
    note = kriteria.catatan_evaluator or (kriteria.alasan if kriteria.jawaban else None)
    if note is None and (kriteria.temuan or kriteria.jawaban is None):
        return None
    text = _line(note) or f"Kriteria “{kriteria.teks.rstrip('.')}” belum terpenuhi"
    origin = f"kriteria {kriteria.id}"
    remedy = f"Agar memenuhi kriteria “{kriteria.teks.rstrip('.')}”."
    source = "; ".join([origin, "catatan evaluator", *responses.of_unit(kriteria.tanggapan)])
    return Catatan(words.sentence(text), source, remedy, origin)


def _graded(sub: Subkomponen) -> Iterator[Kalimat]:
    """The evaluator's notes on a sub-component, with its grade, and on its criteria that nobody has decided."""
    if sub.catatan_evaluator:
        grade = sub.jawaban or sub.akhir or sub.gradasi
        lead = f"Sub komponen {sub.id}, gradasi {grade}" if grade else f"Sub komponen {sub.id}"
        text = words.sentence(f"{lead}: {_line(sub.catatan_evaluator)}")
        yield Kalimat(text, f"sub komponen {sub.id}; catatan evaluator")
    for kriteria in sub.kriteria:
        if kriteria.catatan_evaluator and (kriteria.akhir or kriteria.usulan) is None:
            text = words.sentence(f"{kriteria.teks.rstrip('.')}: {_line(kriteria.catatan_evaluator)}")
            yield Kalimat(text, f"kriteria {kriteria.id}; catatan evaluator")


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


class TahunLalu(msgspec.Struct, frozen=True):
    """The last evaluation's values as printed: total, predicate, by component; judul: a column's title for them."""

    judul: str
    nilai: str | None
    predikat: str | None
    komponen: dict[str, str]


def last_year(run: Run) -> TahunLalu:
    """The values of the latest LHE among the submission's files, its components told by their names."""
    found = [
        record
        for file in run.berkas
        for record in file.rekaman
        if record.get("jenis") == "hasil_evaluasi" and (record.get("nilai") or record.get("komponen"))
    ]
    if not found:
        return TahunLalu("Tahun lalu", None, None, {})
    last = max(found, key=lambda record: record.get("tahun") or 0)
    names = [part.nama for part in run.lke.komponen] if run.lke else []
    values: dict[str, str] = {}
    for part in last.get("komponen") or ():
        near = nearest(part.get("nama") or "", names)
        if near is not None and near[1] >= _SAME_COMPONENT and part.get("nilai"):
            values[names[near[0]]] = str(part["nilai"])
    title = f"LHE {last['tahun']}" if last.get("tahun") else "Tahun lalu"
    return TahunLalu(title, last.get("nilai"), last.get("predikat"), values)


def _strengths(run: Run, komponen: Komponen, aside: Mapping[str, str]) -> list[Kalimat]:
    """Criteria met in the evaluator's answer or without any finding, each with the rules and files that carry it.

    aside: the rules of findings that answers set aside, by fingerprint: they are named.
    """
    found = []
    for sub in komponen.subkomponen:
        for kriteria in sub.kriteria:
            if (kriteria.akhir or kriteria.usulan) != "ya" or (kriteria.temuan and kriteria.jawaban is None):
                continue
            files = [
                item.berkas
                for item in run.hasil
                if item.aturan in kriteria.aturan and item.status == "lulus" and item.berkas
            ]
            shown = list(dict.fromkeys(files))
            more = f" dan {len(shown) - PLACES} berkas lain" if len(shown) > PLACES else ""
            carried = "jawaban evaluator" if kriteria.jawaban else ", ".join(kriteria.aturan)
            source = f"kriteria {kriteria.id}; {carried}"
            ruled = dict.fromkeys(aside[sidik] for sidik in kriteria.temuan if sidik in aside)
            if ruled:
                why = f" ({_line(kriteria.alasan)})" if kriteria.alasan else ""
                source += f", mengesampingkan temuan {', '.join(ruled)}{why}"
            note = _line(kriteria.catatan_evaluator)
            text = f"{words.sentence(kriteria.teks)} {words.sentence(note)}" if note else words.sentence(kriteria.teks)
            found.append(Kalimat(text, "; ".join(filter(None, (source, ", ".join(shown[:PLACES]) + more)))))
    return found


def follow_up(run: Run) -> list[kke.TindakLanjut]:
    """Last year's recommendations: those of its LHE, or where it was not handed in, those that the unit answers."""
    return kke.follow_up(run) or [
        kke.TindakLanjut("", row["rekomendasi"], row.get("tindak_lanjut"), row.get("status"), row.get("bukti"), ())
        for record in kke.records(run, "tindak_lanjut")
        for row in record.get("baris") or ()
        if row.get("rekomendasi")
    ]


class Capaian(msgspec.Struct, frozen=True):
    """One row of performance as the report states it, and the file."""

    indikator: str
    target: str
    realisasi: str
    capaian: str
    berkas: str


def achievements(run: Run) -> list[Capaian]:
    """Performance of the year as its report states it: every indicator once, from the first table with its realisasi.

    Later tables tell it again beside last year or the end of the Renstra, whose target is another one; they only fill
    in what is said of the same target and realisasi.
    """
    chosen: dict[str, tuple[object, list[Capaian]]] = {}
    for file, record in _reports(run):
        for row in record.get("capaian") or ():
            cells = [str(row.get(key) or "") for key in ("indikator", "target", "realisasi", "capaian")]
            if not cells[0] or not any(cells[1:]):
                continue
            found = Capaian(cells[0], cells[1], cells[2], cells[3], file)
            table = (file, row.get("tabel"))
            key = matching.normal(cells[0])
            known = chosen.get(key)
            if known is None or (found.realisasi and not any(one.realisasi for one in known[1])):
                chosen[key] = (table, [found])
            elif known[0] == table and found not in known[1]:
                known[1].append(found)
            else:
                known[1][:] = [_filled(one, found) for one in known[1]]
    return [row for _, rows in chosen.values() for row in rows]


def _filled(row: Capaian, other: Capaian) -> Capaian:
    same = (row.target, row.realisasi) == (other.target, other.realisasi)
    return msgspec.structs.replace(row, capaian=other.capaian) if same and not row.capaian else row


def _reports(run: Run) -> list[tuple[str, Mapping[str, Any]]]:
    """The performance reports of the year that is evaluated, else all of them, each with its file."""
    found: list[tuple[str, Mapping[str, Any]]] = [
        (file.berkas, record)
        for file in run.berkas
        for record in file.rekaman
        if record.get("jenis") == "laporan_kinerja"
    ]
    return [pair for pair in found if pair[1].get("tahun") == run.tahun] or found
