"""Recommendations of an evaluation report that last year's report gave already."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, evidence, judge, missing, not_applicable
from saksama.checker.evaluations import succession, year_of
from saksama.checker.submission import Part


class Ulang(Params, frozen=True):
    """ambang: likeness (0 to 100) from which two recommendations are the same."""

    ambang: float = 80.0


@check("rekomendasi_ulang", "pengajuan", values=("rekomendasi", "lama", "tahun", "kemiripan"))
def rekomendasi_ulang(case: Case, params: Ulang) -> Verdict:
    """Rekomendasi yang sama dengan LHE sebelumnya disebut sebagai rekomendasi berulang."""
    reports = list(case.submission.parts("hasil_evaluasi"))
    if not reports:
        return not_applicable("Tidak ada LHE di antara berkas.")
    pairs = succession(reports)
    if not pairs:
        return not_applicable("Tidak ada LHE tahun sebelumnya di antara berkas untuk dibandingkan.")
    told = [(now, before) for now, before in pairs if list(_advice(now)) and list(_advice(before))]
    if not told:
        return missing("Rekomendasi pada salah satu LHE tidak dikenali.")
    return judge(offence for now, before in told for offence in _again(now, before, params.ambang))


def _advice(part: Part) -> Iterator[tuple[str, str]]:
    """Path and text of every recommendation."""
    for i, komponen in enumerate(part.isi.komponen):
        for j, text in enumerate(komponen.rekomendasi):
            yield f"komponen.{i}.rekomendasi.{j}", text


def _again(now: Part, before: Part, threshold: float) -> Iterator[Offence]:
    new, old = list(_advice(now)), list(_advice(before))
    for pair in matching.pairs([text for _, text in new], [text for _, text in old], threshold):
        (path, text), (old_path, old_text) = new[pair.left], old[pair.right]
        values = {
            "rekomendasi": text,
            "lama": old_text,
            "tahun": str(year_of(before)),
            "kemiripan": f"{pair.likeness:.0f}",
        }
        bukti = (evidence(now, path, text), evidence(before, old_path, old_text))
        yield Offence(values, bukti, text, "rekomendasi", berkas=now.berkas.berkas, role=now.role)
