"""The weaknesses that an LHE tells: open findings by component and rule, each with one recommendation ("Agar ...").

A finding stands under the component of the criterion that it bears on. It is no weakness where the evaluator's answers
set it aside, where it is for information only, or where it is about how the files were handed in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from saksama.checker.final import overruled
from saksama.checker.run import BuktiTemuan, Kriteria, RingkasAturan, Run, Temuan
from saksama.reports import documents, groups, place, responses, words
from saksama.reports.imperatives import recommendation

DETAILS = 4
"""How many different findings of one rule are told; the rest is counted."""
PLACES = 4
_FEW_PLACES = 2


class Kalimat(msgspec.Struct, frozen=True):
    """A sentence and where it comes from."""

    teks: str
    sumber: str


class Catatan(msgspec.Struct, frozen=True):
    """A weakness as a report tells it, with its recommendation ("Agar ..."); asal: the rule or criterion behind it.

    rincian: the findings one by one, where there are several, led in by `penghubung` ("yaitu").
    """

    teks: str
    sumber: str
    saran: str
    asal: str
    rincian: tuple[Kalimat, ...] = ()
    penghubung: str = ""


def by_component(run: Run) -> dict[str | None, tuple[Catatan, ...]]:
    """The weaknesses by id of the component, worst rule first; None: those that no criterion covers."""
    homes = _Homes(run)
    grouped: dict[str | None, dict[str, list[Pair]]] = defaultdict(lambda: defaultdict(list))
    known = groups.rules(run)
    for parts in groups.by_rule(run):
        rule = known[parts[0].aturan.id]
        for hasil, temuan in ((group.berkas, temuan) for group in parts for temuan in group.temuan):
            if _told(rule, temuan) and not homes.settled(temuan):
                grouped[homes.of(rule.id, temuan)][rule.id].append((hasil, temuan))
    names = documents.Names(run)
    return {
        home: tuple(_note(known[rule_id], pairs, names) for rule_id, pairs in rules.items())
        for home, rules in grouped.items()
    }


def left_out(run: Run) -> Kalimat | None:
    """What became of findings that are not told as weaknesses; None where there are none."""
    homes = _Homes(run)
    known = groups.rules(run)
    pairs = [(hasil, temuan) for hasil, temuan in run.findings() if temuan.pengecualian is None]
    accepted = [hasil.aturan for hasil, temuan in pairs if homes.settled(temuan)]
    other = [h.aturan for h, temuan in pairs if not homes.settled(temuan) and not _told(known[h.aturan], temuan)]
    dropped = [hasil.aturan for hasil, _ in groups.waived(run)]
    told = [
        f"{words.count(len(rules))} {why}"
        for rules, why in (
            (accepted, "karena evaluator menyatakan kriterianya terpenuhi"),
            (dropped, "karena digugurkan atau dikecualikan"),
            (other, "karena bersifat informasi atau mengenai penyerahan berkas"),
        )
        if rules
    ]
    if not told:
        return None
    rules = ", ".join(dict.fromkeys((*accepted, *dropped, *other)))
    return Kalimat(
        f"Temuan yang tidak diangkat sebagai catatan: {'; '.join(told)}.", f"lembar Temuan pada LKE; {rules}"
    )


Pair = tuple[str | None, Temuan]


class _Homes:
    """Which component a finding belongs to, of those it bears on.

    The one whose subject the message names ("Pengukuran kinerja triwulan III tidak ada ..."), else the one that most
    asks for rules of its group: efficiency is asked of measuring, too, but a report that leaves it out (LKJ-016) is a
    weakness of reporting.
    """

    def __init__(self, run: Run) -> None:
        self.bearing: dict[str, list[tuple[str, Kriteria]]] = defaultdict(list)
        self.subject: dict[str, str] = {}
        self.asking: dict[str, list[str]] = defaultdict(list)
        self.weight: dict[tuple[str, str], int] = defaultdict(int)
        self.aside = overruled(run.lke, (temuan for _, temuan in run.findings())) if run.lke else {}
        for komponen in run.lke.komponen if run.lke else ():
            self.subject[komponen.id] = komponen.nama.partition(" ")[0].casefold()
            for kriteria in chain.from_iterable(sub.kriteria for sub in komponen.subkomponen):
                for sidik in kriteria.temuan:
                    self.bearing[sidik].append((komponen.id, kriteria))
                for rule_id in kriteria.aturan:
                    self.asking[rule_id].append(komponen.id)
                    self.weight[_group(rule_id), komponen.id] += 1

    def settled(self, temuan: Temuan) -> bool:
        """Whether the evaluator's answers set the finding aside."""
        return temuan.sidik in self.aside

    def of(self, rule_id: str, temuan: Temuan) -> str | None:
        standing = [home for home, kriteria in self.bearing.get(temuan.sidik, ()) if kriteria.jawaban != "ya"]
        homes = standing or self.asking.get(rule_id, [])
        said = temuan.pesan.casefold()
        return max(
            homes, key=lambda home: (self.subject[home] in said, self.weight[_group(rule_id), home]), default=None
        )


def _group(rule_id: str) -> str:
    return rule_id.partition("-")[0]


def _told(rule: RingkasAturan, temuan: Temuan) -> bool:
    return temuan.keparahan != "info" and rule.rekomendasi != ""


def _note(rule: RingkasAturan, pairs: Sequence[Pair], names: documents.Names) -> Catatan:
    """One weakness: the finding itself, or a lead with the findings one by one."""
    places: dict[str, list[BuktiTemuan]] = {}
    for berkas, temuan in pairs:
        text = words.sentence(names.about(berkas, names.spoken(temuan.pesan)))
        places.setdefault(text, []).extend(groups.places(berkas, temuan))
    advice = _advice(rule, [temuan for _, temuan in pairs], names)
    answered = responses.of_findings(temuan for _, temuan in pairs)
    if len(places) == 1:
        ((text, spots),) = places.items()
        return Catatan(text, _source(rule.id, place.evidence(spots, PLACES), *answered), advice, rule.id)
    details = tuple(Kalimat(text, place.evidence(places[text], _FEW_PLACES)) for text in list(places)[:DETAILS])
    more = len(places) > DETAILS
    source = _source(rule.id, "selengkapnya pada lembar Temuan" if more else "", *answered)
    lead = f"Ketentuan “{rule.judul}” belum sepenuhnya terpenuhi pada {words.count(len(places))} hal"
    return Catatan(f"{lead}.", source, advice, rule.id, details, "antara lain" if more else "yaitu")


def _source(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def _advice(rule: RingkasAturan, temuan: Sequence[Temuan], names: documents.Names) -> str:
    """The recommendation for a weakness, as one sentence ("Agar ...")."""
    if rule.rekomendasi:
        texts = [rule.rekomendasi.format_map(_Values(item.nilai)) for item in temuan]
        text = groups.merged(rule.rekomendasi, texts)
    else:
        text = groups.advice(rule, temuan)
    # Beside its note, "ini" would point at nothing.
    return words.sentence(_HERE.sub(r"\1 tersebut", recommendation(names.spoken(text))))


_HERE = re.compile(r"(?<!\btahun)(?<!\bsaat)(?<!\bperiode)(?<!\bhal)(\b\w+) ini\b")


class _Values(dict[str, str]):
    """Values by name; one that the check did not give reads as an empty text."""

    def __init__(self, given: Mapping[str, str]) -> None:
        super().__init__(given)

    def __missing__(self, key: str) -> str:
        return ""
