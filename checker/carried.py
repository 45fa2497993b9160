"""Answers that a Run already carries, and answers out of several files: no form loses what another brought."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import asdict, replace

from saksama.checker.answers import Isian, Jawaban
from saksama.checker.isian import IsianReviu, IsianTemuan
from saksama.checker.lke import LKE, Kriteria, Subkomponen
from saksama.checker.run import Run


def kept(run: Run) -> Jawaban:
    """Every answer that a Run with a worksheet carries."""
    assert run.lke is not None
    criteria = {
        item.id: Isian(item.jawaban, item.alasan, item.catatan_evaluator, item.tanggapan) for item in _items(run.lke)
    }
    statements = {butir.id: IsianReviu(butir.jawaban_pereviu, butir.catatan_pereviu) for butir in run.reviu}
    return Jawaban(
        run.lke.kerangka,
        {id_: isian for id_, isian in criteria.items() if isian != Isian()},
        run.unit,
        run.tahun,
        temuan=findings(run),
        kertas_kerja=dict(run.isian.kertas_kerja),
        pengesahan=dict(run.isian.pengesahan),
        reviu={id_: isian for id_, isian in statements.items() if isian != IsianReviu()},
    )


def findings(run: Run) -> dict[str, IsianTemuan]:
    """What was written of findings, by fingerprint: also of those that this Run does not give."""
    written = {
        temuan.sidik: replace(temuan.isian, aturan=hasil.aturan, berkas=hasil.berkas, pesan=temuan.pesan)
        for hasil, temuan in run.findings()
        if temuan.isian is not None
    }
    return {**run.isian.temuan, **written}


def _items(lke: LKE) -> Iterator[Subkomponen | Kriteria]:
    for part in lke.komponen:
        for sub in part.subkomponen:
            yield sub
            yield from sub.kriteria


def merge(first: Jawaban, second: Jawaban) -> tuple[Jawaban, tuple[str, ...]]:
    """Two files of answers as one, and the ids that each of them answers in its own way (these keep the first's)."""
    data, more = asdict(first), asdict(second)
    differing: list[str] = []
    for name, value in data.items():
        other = more[name]
        if isinstance(value, dict):
            differing += [id_ for id_ in other if id_ in value and value[id_] != other[id_]]
            data[name] = {**other, **value}
        elif value is None:
            data[name] = other
    return Jawaban(**data), tuple(differing)
