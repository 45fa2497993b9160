"""What a check of a submission ends in: the Run, as run.json prints it (schema saksama/run/1).

Every report is a function of a Run. No clock, no absolute path, stable order: the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Literal

import msgspec

from saksama.checker.isian import IsianKertas, JawabanReviu
from saksama.checker.lke import LKE, Batas, Jenjang, Komponen, Kriteria, Subkomponen
from saksama.checker.outcome import (
    KEPARAHAN,
    KEYAKINAN,
    ROLLUP,
    STATUS,
    BuktiTemuan,
    Hasil,
    Keparahan,
    Keyakinan,
    Pengecualian,
    Status,
    Temuan,
    roll_up,
)
from saksama.checker.written import decoded
from saksama.parsers.records.types import JENIS

__all__ = [
    "KEPARAHAN",
    "KEYAKINAN",
    "LKE",
    "ROLLUP",
    "SKEMA",
    "STATUS",
    "Alat",
    "Batas",
    "BerkasRun",
    "BuktiTemuan",
    "BukuAturan",
    "Butir",
    "EdisiRun",
    "Hasil",
    "Jenjang",
    "Keparahan",
    "Keyakinan",
    "Komponen",
    "Kriteria",
    "Pengecualian",
    "RingkasAturan",
    "Run",
    "Status",
    "Subkomponen",
    "Temuan",
    "from_json",
    "roll_up",
    "schema",
    "summarise",
    "to_json",
]

SKEMA: Literal["saksama/run/1"] = "saksama/run/1"
_RANK = {keparahan: rank for rank, keparahan in enumerate(KEPARAHAN)}


class Alat(msgspec.Struct, frozen=True):
    versi: str
    nama: str = "saksama"


class BukuAturan(msgspec.Struct, frozen=True):
    """id, version and hash of the rulebook used, and title, severity and basis of each rule for the reports."""

    id: str
    versi: str
    sha256: str


class EdisiRun(msgspec.Struct, frozen=True):
    """An edition of the nomenclature at hand: its name, the first year it holds for, and the hash of what it says."""

    edisi: str
    mulai: int
    sha256: str


class RingkasAturan(msgspec.Struct, frozen=True):
    """What a report says of a rule beside its outcome; rekomendasi: for an LHE, where it is not saran (empty: none)."""

    id: str
    judul: str
    keparahan: Keparahan
    dasar: tuple[str, ...]
    alasan: str
    saran: str
    telaah: str | None = None
    rekomendasi: str | None = None


class BerkasRun(msgspec.Struct, frozen=True):
    """A file as it was read; galat: why it could not be read; peran: the document roles of its records."""

    berkas: str
    sha256: str
    jenis: str | None
    keyakinan: Keyakinan | None
    pembaca: str | None
    alasan: str | None = None
    peringatan: tuple[str, ...] = ()
    galat: str | None = None
    rekaman: tuple[dict[str, Any], ...] = ()
    peran: tuple[str, ...] = ()


class Butir(msgspec.Struct, frozen=True):
    """One statement of the review checklist: jawaban is what the rules propose, with the reason and the rules.

    jawaban_pereviu and catatan_pereviu: the reviewer's own; akhir: the answer that counts.
    """

    id: str
    bagian: str
    teks: str
    jawaban: JawabanReviu
    alasan: str
    aturan: tuple[str, ...] = ()
    temuan: tuple[str, ...] = ()
    pertanyaan: str | None = None
    jawaban_pereviu: JawabanReviu | None = None
    catatan_pereviu: str | None = None

    @property
    def akhir(self) -> JawabanReviu:
        """The reviewer's answer, else the proposal."""
        return self.jawaban_pereviu or self.jawaban


class Run(msgspec.Struct, frozen=True):
    """The whole result of checking one submission."""

    alat: Alat
    buku_aturan: BukuAturan
    profil: str
    parameter: dict[str, dict[str, Any]]
    unit: str | None
    tahun: int | None
    tanggal: str | None
    berkas: tuple[BerkasRun, ...]
    aturan: tuple[RingkasAturan, ...]
    hasil: tuple[Hasil, ...]
    lke: LKE | None
    reviu: tuple[Butir, ...]
    ringkasan: dict[str, int]
    peringatan: tuple[str, ...] = ()
    nomenklatur: tuple[EdisiRun, ...] = ()
    isian: IsianKertas = IsianKertas()
    skema: Literal["saksama/run/1"] = SKEMA

    def findings(self) -> Iterator[tuple[Hasil, Temuan]]:
        """Every finding with its outcome, worst first, then by rule and file."""
        pairs = [(hasil, temuan) for hasil in self.hasil for temuan in hasil.temuan]
        return iter(sorted(pairs, key=lambda p: (_RANK[p[1].keparahan], p[0].aturan, p[0].berkas or "")))


def summarise(hasil: Iterable[Hasil]) -> dict[str, int]:
    """How many rules ended in each status, after the roll-up: adds up to the number of rules."""
    states: dict[str, list[Status]] = {}
    for item in hasil:
        states.setdefault(item.aturan, []).append(item.status)
    counts: dict[str, int] = dict.fromkeys(STATUS, 0)
    for seen in states.values():
        counts[roll_up(seen)] += 1
    return counts


_ENCODER = msgspec.json.Encoder(decimal_format="number")


def to_json(run: Run) -> bytes:
    """run.json: UTF-8, indented, keys in the order of the contract, scores as JSON numbers."""
    data = msgspec.to_builtins(run, builtin_types=(Decimal,))
    ordered = {"skema": data.pop("skema"), **data}
    return msgspec.json.format(_ENCODER.encode(ordered), indent=1) + b"\n"


def from_json(data: bytes) -> Run:
    """A Run from run.json; raises msgspec.ValidationError or DecodeError for anything else."""
    return decoded(data, Run)


def schema() -> dict[str, Any]:
    """The JSON Schema of run.json, generated from these types."""
    result: dict[str, Any] = _as_numbers(msgspec.json.schema(Run))
    result["title"] = SKEMA
    result["x-jenis"] = list(JENIS)
    return result


def _as_numbers(part: Any) -> Any:
    """The schema with scores as JSON numbers, as to_json writes them."""
    if isinstance(part, list):
        return [_as_numbers(item) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("format") == "decimal":
        return {"type": "number"}
    return {key: _as_numbers(value) for key, value in part.items()}
