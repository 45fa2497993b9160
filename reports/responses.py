"""What the unit answered and the evaluator decided on it, as an LHE tells it: in brackets, and in a list of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from saksama.checker.isian import IsianTemuan
from saksama.checker.run import Run, Temuan
from saksama.reports import words

_SHOWN = 2
_LENGTH = 120
_OPEN = "belum diputuskan"


class Jawab(msgspec.Struct, frozen=True):
    """One response: what it is about, where that stands, the unit's words, the evaluator's decision with its reason."""

    tentang: str
    sumber: str
    tanggapan: str
    keputusan: str


def of_unit(tanggapan: str | None) -> list[str]:
    """The unit's response for a bracket; [] where there is none."""
    return [f"tanggapan unit: “{words.shorten(tanggapan, _LENGTH)}”"] if tanggapan else []


def of_findings(findings: Iterable[Temuan]) -> list[str]:
    """The first few responses to these findings for a bracket."""
    told = []
    for isian in (finding.isian for finding in findings if finding.isian):
        parts = of_unit(isian.tanggapan)
        if isian.keputusan:
            parts.append(f"keputusan evaluator: {words.shorten(_decided(isian), _LENGTH)}")
        told.append(", ".join(parts))
    told = [text for text in dict.fromkeys(told) if text]
    return told[:_SHOWN] + ([f"dan {len(told) - _SHOWN} tanggapan lain"] if len(told) > _SHOWN else [])


def every(run: Run) -> list[Jawab]:
    """Every response and decision: on criteria, on findings, and on findings that this run does not give any more."""
    return [*_on_criteria(run), *_on_findings(run)]


def _on_criteria(run: Run) -> Iterator[Jawab]:
    for sub in (sub for part in run.lke.komponen for sub in part.subkomponen) if run.lke else ():
        if sub.tanggapan:
            yield Jawab(sub.catatan_evaluator or sub.nama, f"sub komponen {sub.id}", sub.tanggapan, sub.alasan or "")
        for one in sub.kriteria:
            if one.tanggapan:
                yield Jawab(one.catatan_evaluator or one.teks, f"kriteria {one.id}", one.tanggapan, one.alasan or "")


def _on_findings(run: Run) -> Iterator[Jawab]:
    for hasil, finding in run.findings():
        if finding.isian is not None:
            source = "; ".join(filter(None, (hasil.aturan, hasil.berkas)))
            yield Jawab(finding.pesan, source, finding.isian.tanggapan or "", _decided(finding.isian) or _OPEN)
    for isian in run.isian.temuan.values():
        source = "; ".join(filter(None, (isian.aturan, isian.berkas, "tidak ditemukan lagi")))
        yield Jawab(isian.pesan or "Temuan sebelumnya.", source, isian.tanggapan or "", _decided(isian))


def _decided(isian: IsianTemuan) -> str:
    parts = (words.KEPUTUSAN[isian.keputusan] if isian.keputusan else None, isian.alasan)
    return ": ".join(" ".join(part.split()) for part in parts if part)
