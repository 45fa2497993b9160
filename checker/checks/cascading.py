"""Agreements of lower officials against those of their superiors: programs, kegiatan and money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.checks.rujukan import Item, Rujukan, items, parts_of
from saksama.checker.nomenclature import normal_code
from saksama.checker.submission import fold


class Cascading(Params, frozen=True):
    """atas: the agreement of the unit's head; bawah: those below, program by program; kegiatan: those below that list
    kegiatan, which belong to a program by its code in `kode` or by the nomenclature; ambang: likeness of a name."""

    atas: Rujukan
    bawah: Rujukan
    kegiatan: Rujukan | None = None
    kode: tuple[Rujukan, ...] = ()
    ambang: float = 80.0

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        for rujukan in (self.atas, self.bawah, self.kegiatan, *self.kode):
            yield from rujukan.problems() if rujukan else ()


@check("menunjang_atasan", "pengajuan", values=("isi", "tertulis", "acuan", "sebab"))
def menunjang_atasan(case: Case, params: Cascading) -> Verdict:
    """Program pada perjanjian bawahan harus ada pada perjanjian atasan, dan anggarannya tidak melebihinya."""
    upper, lower = items(params.atas, case.submission), items(params.bawah, case.submission)
    below = items(params.kegiatan, case.submission) if params.kegiatan else []
    if not parts_of(params.bawah, case.submission) and not below:
        return missing("Tidak ada perjanjian kinerja bawahan.")
    if not upper or not (lower or below):
        return missing("Tabel program pada perjanjian atasan atau bawahan tidak ada.")
    programs = [item for item in lower if fold(item.label).startswith("program")]
    kegiatan = [item for item in below if not fold(item.label).startswith("program")]
    return judge(
        [
            *_under(((item, item.label) for item in programs), upper, params.ambang),
            *_under(_with_program(case, params, kegiatan), upper, params.ambang),
        ]
    )


def _under(lower: Iterable[tuple[Item, str]], upper: Sequence[Item], threshold: float) -> Iterator[Offence]:
    """What is not in the upper agreement, and what together costs more than it has there."""
    labels = [item.label for item in upper]
    sums: dict[int, list[Item]] = {}
    for item, program in lower:
        near = matching.nearest(program, labels)
        if near is None or near[1] < threshold:
            isi = item.label if item.label == program else f"{item.label} ({program})"
            values = {"isi": isi, "tertulis": item.value, "acuan": "-", "sebab": "tidak ada pada PK atasan"}
            yield Offence(values, (item.bukti(),), item.label, item.kolom, berkas=item.part.berkas.berkas)
        else:
            sums.setdefault(near[0], []).append(item)
    for index, found in sums.items():
        total, limit = sum(_amount(item) for item in found), _amount(upper[index])
        if limit and total > limit:
            values = {
                "isi": upper[index].label,
                "tertulis": f"Rp{total:,}".replace(",", "."),
                "acuan": upper[index].value,
                "sebab": "anggaran bawahan melebihi anggaran pada PK atasan",
            }
            bukti = (upper[index].bukti(), *(item.bukti() for item in found))
            yield Offence(values, bukti, upper[index].label, "anggaran", berkas=found[0].part.berkas.berkas)


def _with_program(case: Case, params: Cascading, kegiatan: Iterable[Item]) -> Iterator[tuple[Item, str]]:
    """Each kegiatan with the name of its program; one whose program isn't known is left out."""
    coded = [item for rujukan in params.kode for item in items(rujukan, case.submission)]
    names = {code: item.label for item in reversed(coded) if (code := normal_code(item.value))}
    codes = {matching.normal(item.label): item.value for item in reversed(coded)}
    register = case.tools.nomenklatur.untuk(case.submission.tahun)
    for item in kegiatan:
        code = getattr(item.row, "kode", None) or codes.get(matching.normal(item.label))
        entries = register.named(item.label)
        code = code or (entries[0].kode if len({entry.kode for entry in entries}) == 1 else None)
        above = code and _program_code(code)
        if above:
            known = register.find(above)
            name = names.get(above) or (known.entry.nama if known and known.entry else None)
            if name:
                yield item, name


def _program_code(code: str) -> str | None:
    """The code of the program that a kegiatan or sub kegiatan belongs to."""
    normal = normal_code(code)
    parts = normal.split(".") if normal else []
    return ".".join(parts[:3]) if len(parts) > 3 else None


def _amount(item: Item) -> int:
    """The amount of a budget item; the row holds the integer beside the printed text."""
    value = getattr(item.row, item.kolom)
    return value if isinstance(value, int) else 0
