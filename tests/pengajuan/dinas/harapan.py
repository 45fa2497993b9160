"""What must be found in a submission with seeded defects, and what may be found besides."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from .cacat import Cacat
from .susun import NAMA, SALINAN, nama_berkas

Temuan = tuple[str, str | None, str]
"""Rule, file (None: the submission as a whole) and message."""


def berkas(kunci: str | None, ragam: int) -> set[str | None]:
    """The files of a layout that a key of a paper means."""
    if kunci is None or kunci == "berkas":
        return {None}
    if kunci.endswith(SALINAN):
        asal = PurePosixPath(nama_berkas(kunci.removesuffix(SALINAN), ragam))
        return {str(asal.with_stem(asal.stem + SALINAN))}
    if kunci not in NAMA:
        return {kunci}
    if own := nama_berkas(kunci, ragam):
        return {own}
    # One file for all agreements, or a file for each; likewise the report and its chapters.
    whole = kunci.split(".")[0]
    parts = [nama for one in NAMA if one.startswith(f"{whole}.") and (nama := nama_berkas(one, ragam))]
    return {nama_berkas(whole, ragam)} if nama_berkas(whole, ragam) else set(parts)


def nilai(cacat: Sequence[Cacat], found: Iterable[Temuan], ragam: int) -> tuple[list[Cacat], list[Temuan]]:
    """The defects that were not found at their file, and the findings that no defect explains."""
    rest = list(found)
    missed = []
    for satu in cacat:
        kunci = satu.berkas if isinstance(satu.berkas, tuple) else (satu.berkas,)
        where = set[str | None]().union(*(berkas(one, ragam) for one in kunci))
        own = [
            one
            for one in rest
            if one[0] == satu.aturan and one[1] in where and satu.kata.casefold() in one[2].casefold()
        ]
        if own:
            rest = [one for one in rest if one not in own]
        else:
            missed.append(satu)
    allowed = {(aturan, nama) for satu in cacat for aturan, kunci in satu.akibat for nama in _semua(kunci, ragam)}
    return missed, [one for one in rest if not {(one[0], one[1]), (one[0], "*")} & allowed]


def _semua(kunci: str, ragam: int) -> set[str | None]:
    return {"*"} if kunci == "*" else berkas(kunci, ragam)
