"""Control logic of a worksheet: nothing is met while what it is built on is not."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.framework import Framework, KriteriaLKE
from saksama.checker.submission import fold
from saksama.checker.worksheet import Butir, Lembar, sheets


class Kendali(Params, frozen=True):
    """kerangka: the framework that says what each criterion is built on (prasyarat).

    kemiripan: likeness of a criterion's wording to the framework's from which they are the same. tidak: answers that
    say that something is not met; keberadaan: letter of the sub-components on which the others are built.
    """

    kerangka: str
    kemiripan: float = 80.0
    tidak: tuple[str, ...] = ("E", "T", "TIDAK", "0")
    keberadaan: str = "a"


@check("kendali_logis", "rekaman", values=("butir", "jawaban", "dasar", "jawaban_dasar"))
def kendali_logis(case: Case, params: Kendali) -> Verdict:
    """Kriteria tidak boleh dinilai terpenuhi bila kriteria yang mendasarinya tidak terpenuhi."""
    framework: Framework = case.tools.kerangka(params.kerangka)
    pairs = [
        pair
        for sheet in sheets(case.isi)
        for pair in (*_criteria(sheet, framework, params), *_subs(sheet, params))
        if pair[0].jawaban and pair[1].jawaban
    ]
    if not pairs:
        return missing("Tidak ada jawaban kriteria atau gradasi sub komponen yang dapat dibandingkan dengan dasarnya.")
    return judge(
        Offence(
            {
                "butir": item.nama,
                "jawaban": item.jawaban or "",
                "dasar": base.nama,
                "jawaban_dasar": base.jawaban or "",
            },
            (case.bukti(f"{item.path}.jawaban", item.jawaban), case.bukti(f"{base.path}.jawaban", base.jawaban)),
            f"{item.nama} {base.nama}",
            "jawaban",
        )
        for item, base in pairs
        if _not_met(base, params) and not _not_met(item, params)
    )


def _not_met(item: Butir, params: Kendali) -> bool:
    return (item.jawaban or "").strip(" .").upper() in params.tidak


def _criteria(sheet: Lembar, framework: Framework, params: Kendali) -> Iterator[tuple[Butir, Butir]]:
    """Each criterion with those that the framework says it is built on."""
    known = {spec.id: spec for part in framework.komponen for sub in part.subkomponen for spec in sub.kriteria}
    found = {id_: item for id_, spec in known.items() if (item := _find(sheet, spec, params))}
    for id_, item in found.items():
        for before in known[id_].prasyarat:
            if before in found:
                yield item, found[before]


def _find(sheet: Lembar, spec: KriteriaLKE, params: Kendali) -> Butir | None:
    """The row of a criterion: by its wording, at its own code first."""
    wanted = fold(spec.teks)
    at_code = [item for item in sheet.butir if item.kode == spec.id]
    others = [item for item in sheet.butir if item.jawaban and item.kode.count(".") > 1]
    for items, likeness in ((at_code, params.kemiripan - 20), (others, params.kemiripan + 10)):
        scored = [(fuzz.token_sort_ratio(fold(item.uraian), wanted), item) for item in items]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if best and best[0] >= likeness:
            return best[1]
    return None


def _subs(sheet: Lembar, params: Kendali) -> Iterator[tuple[Butir, Butir]]:
    """Quality and use of each component with its existence: three sub-components of which the first is that."""
    for part in sheet.komponen:
        subs = [item for item in sheet.anak(part) if item.kode.rpartition(".")[2].isalpha()]
        first = next((item for item in subs if item.kode.endswith(f".{params.keberadaan}")), None)
        if first and len(subs) == 3:
            yield from ((item, first) for item in subs if item is not first)
