"""What an LHE says of each component, drawn from the Run: strengths, weaknesses with their places, what is open."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from saksama.checker.final import overruled
from saksama.checker.matching import nearest
from saksama.checker.run import BuktiTemuan, Komponen, Kriteria, RingkasAturan, Run, Subkomponen, Temuan
from saksama.reports import groups, place, responses, words
from saksama.reports.imperatives import recommendation

MESSAGES = 3
PLACES = 4
STRENGTHS = 10
_SAME_COMPONENT = 75.0


class Kalimat(msgspec.Struct, frozen=True):
    """A sentence and where it comes from."""

    teks: str
    sumber: str


class Kelemahan(msgspec.Struct, frozen=True):
    """All open findings of one rule, over all files."""

    aturan: RingkasAturan
    temuan: tuple[Temuan, ...]
    bukti: tuple[BuktiTemuan, ...]


class Catatan(msgspec.Struct, frozen=True):
    """A weakness as a report tells it, with its recommendation ("Agar ..."); asal: the rule or criterion behind it."""

    teks: str
    sumber: str
    saran: str
    asal: str


class Uraian(msgspec.Struct, frozen=True):
    """One component, None for what no criterion covers; penilaian: the evaluator's notes on its sub-components."""

    komponen: Komponen | None
    baik: tuple[Kalimat, ...]
    kurang: tuple[Catatan, ...]
    terbuka: tuple[int, int]
    """Undecided criteria, and all that apply."""
    penilaian: tuple[Kalimat, ...] = ()


def components(run: Run) -> list[Uraian]:
    """Every component with its sentences; findings that belong to none come last. A rule is told once, in the first."""
    weak = weaknesses(run)
    homes = _homes(run)
    result = []
    for komponen in run.lke.komponen if run.lke else ():
        criteria = [kriteria for sub in komponen.subkomponen for kriteria in sub.kriteria]
        mine = tuple(item for item in weak if homes.get(item.aturan.id) == komponen.id)
        applying = [kriteria for kriteria in criteria if kriteria.status != "tidak_berlaku"]
        undecided = sum((kriteria.akhir or kriteria.usulan) is None for kriteria in applying)
        own = [_unmet(kriteria) for kriteria in criteria if (kriteria.akhir or kriteria.usulan) == "tidak"]
        notes = (*map(_told, mine), *(note for note in own if note is not None))
        graded = tuple(note for sub in komponen.subkomponen for note in _graded(sub))
        result.append(Uraian(komponen, tuple(_strengths(run, komponen)), notes, (undecided, len(applying)), graded))
    rest = tuple(_told(item) for item in weak if item.aturan.id not in homes)
    return [*result, Uraian(None, (), rest, (0, 0))] if rest else result


def _homes(run: Run) -> dict[str, str]:
    """The component under which a rule is told: the first where it counts, rather one that is not answered yes."""
    first: dict[str, str] = {}
    for answered_yes in (False, True):
        for komponen in run.lke.komponen if run.lke else ():
            for kriteria in (kriteria for sub in komponen.subkomponen for kriteria in sub.kriteria):
                if (kriteria.jawaban == "ya") == answered_yes:
                    for rule_id in kriteria.aturan:
                        first.setdefault(rule_id, komponen.id)
    return first


def _told(item: Kelemahan) -> Catatan:
    told = sentence(item)
    return Catatan(told.teks, told.sumber, advice(item), item.aturan.id)


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


def weaknesses(run: Run) -> list[Kelemahan]:
    """Open findings by rule, worst first, but for those that the evaluator's answers set aside."""
    aside = overruled(run.lke, (temuan for _, temuan in run.findings())) if run.lke else {}
    result = []
    for parts in groups.by_rule(run):
        pairs = [(group.berkas, temuan) for group in parts for temuan in group.temuan if temuan.sidik not in aside]
        if not pairs:
            continue
        bukti = tuple(item for berkas, temuan in pairs for item in groups.places(berkas, temuan))
        result.append(Kelemahan(parts[0].aturan, tuple(temuan for _, temuan in pairs), bukti))
    return result


def sentence(item: Kelemahan) -> Kalimat:
    """One numbered weakness: the finding itself, or the rule with the first few findings and their number."""
    places = place.evidence(item.bukti, PLACES)
    source = "; ".join([item.aturan.id, *([places] if places else []), *responses.of_findings(item.temuan)])
    if len(item.temuan) == 1:
        return Kalimat(words.sentence(item.temuan[0].pesan), source)
    messages = list(dict.fromkeys(words.shorten(temuan.pesan, 200).rstrip(".") for temuan in item.temuan))
    shown = "; ".join(messages[:MESSAGES])
    lead = ", antara lain" if len(messages) > MESSAGES else ""
    return Kalimat(f"“{item.aturan.judul}” belum terpenuhi ({len(item.temuan)} temuan){lead}: {shown}.", source)


def advice(item: Kelemahan) -> str:
    """The recommendation for a weakness, as one sentence ("Agar ...")."""
    return words.sentence(recommendation(groups.advice(item.aturan, item.temuan)))


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


def _strengths(run: Run, komponen: Komponen) -> list[Kalimat]:
    """Criteria met in the evaluator's answer or without any finding, each with the rules and files that carry it.

    Where the answer sets findings aside, their rules are named.
    """
    found = []
    rule_of = {temuan.sidik: hasil.aturan for hasil, temuan in run.findings()}
    aside = overruled(run.lke, (temuan for _, temuan in run.findings())) if run.lke else {}
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
            ruled = dict.fromkeys(rule_of[sidik] for sidik in kriteria.temuan if sidik in aside)
            if ruled:
                why = f" ({_line(kriteria.alasan)})" if kriteria.alasan else ""
                source += f", mengesampingkan temuan {', '.join(ruled)}{why}"
            note = _line(kriteria.catatan_evaluator)
            text = f"{words.sentence(kriteria.teks)} {words.sentence(note)}" if note else words.sentence(kriteria.teks)
            found.append(Kalimat(text, "; ".join(filter(None, (source, ", ".join(shown[:PLACES]) + more)))))
    return found


def follow_up(run: Run) -> list[tuple[str, str, str, str]]:
    """Last year's recommendations as the submission gives them: recommendation, follow-up, status, file."""
    return [
        (row.get("rekomendasi") or "", row.get("tindak_lanjut") or "", row.get("status") or "", file.berkas)
        for file in run.berkas
        for record in file.rekaman
        if record.get("jenis") == "tindak_lanjut"
        for row in record.get("baris") or ()
    ]


def achievements(run: Run) -> list[tuple[str, str, str, str, str]]:
    """Performance as the report states it: indikator, target, realisasi, capaian, file. Rows told twice come once."""
    rows: dict[tuple[str, ...], str] = {}
    for file in run.berkas:
        for record in file.rekaman:
            if record.get("jenis") != "laporan_kinerja":
                continue
            for row in record.get("capaian") or ():
                cells = tuple(str(row.get(key) or "") for key in ("indikator", "target", "realisasi", "capaian"))
                if cells[0] and any(cells[1:]):
                    rows.setdefault(cells, file.berkas)
    return [(cells[0], cells[1], cells[2], cells[3], berkas) for cells, berkas in rows.items()]
