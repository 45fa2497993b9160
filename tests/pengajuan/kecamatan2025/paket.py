"""Seeded faults packed into few submissions: only such that touch other papers and other rules share one."""

from __future__ import annotations

from collections.abc import Iterable

from . import bangun, cacat_berkas, cacat_rapat, cacat_rujukan, cacat_selaras
from .bangun import Data
from .cacat import Cacat

SEMUA: tuple[Cacat, ...] = (*cacat_rapat.CACAT, *cacat_berkas.CACAT, *cacat_rujukan.CACAT, *cacat_selaras.CACAT)
_LISTS = ("hapus", "salin", "bukti", "keterangan")
_TL = ("TL-004", "TL-006")


def data(isi: Iterable[Cacat]) -> Data:
    """The submission's data with these faults in it."""
    d = bangun.dasar()
    for satu in isi:
        satu.ubah(d)
    return d


def _tersentuh(satu: Cacat, bersih: Data) -> set[str]:
    """What a fault changes: parts of the data, blocks of the LKjIP, files taken away or added."""
    d = data([satu])
    keys = {key for key in d if key not in (*_LISTS, "lkjip") and d[key] != bersih[key]}
    blocks = [{one["id"]: one for one in side["lkjip"]["blok"]} for side in (d, bersih)]
    ids = blocks[0].keys() | blocks[1].keys()
    keys |= {f"lkjip.{name}" for name in ids if blocks[0].get(name) != blocks[1].get(name)}
    keys |= {f"lkjip.{key}" for key in d["lkjip"] if key != "blok" and d["lkjip"][key] != bersih["lkjip"][key]}
    if _mencetak_ulang(satu):
        keys.add("lkjip")
    made = {name: set(parts.values()) for name, (_, parts) in bangun.resep(bersih).items()}
    for name in (*d["hapus"], *d["salin"]):
        keys |= {name, *(made.get(name, set()) - {"camat", "kasubag"})}
    return keys


def _mencetak_ulang(satu: Cacat) -> bool:
    """Whether a fault prints the whole LKjIP anew: it must come before those that change a block of it."""
    d = bangun.dasar()
    report = d["lkjip"]
    satu.ubah(d)
    return d["lkjip"] is not report


def _bentuk(satu: Cacat) -> str:
    """Which form of the LKjIP a fault's findings stand on, "" for either."""
    places = {place for _, found in satu.temuan for place in found}
    return next((name for name in (bangun.LKJIP, bangun.LKJIP_PDF) if name in places), "")


def paket() -> list[tuple[Cacat, ...]]:
    """All faults in groups, each fault in the first group where it disturbs none.

    Two faults disturb each other when they change the same thing or may make the same rule speak up; the rules that
    follow up on last year's evaluation are told apart by what they quote.
    """
    bersih = bangun.dasar()
    groups: list[tuple[list[Cacat], set[str], set[str], set[str], set[str]]] = []
    for satu in sorted(SEMUA, key=lambda one: not _mencetak_ulang(one)):
        touched = _tersentuh(satu, bersih)
        wanted = {rule for rule, _ in satu.temuan} - set(_TL)
        follow = wanted | (set(satu.akibat) - set(_TL))
        form = {_bentuk(satu)} - {""}
        for members, papers, rules, follows, forms in groups:
            alone = satu.sendiri or members[0].sendiri
            if not (alone or touched & papers or wanted & follows or follow & rules or len(form | forms) > 1):
                members.append(satu)
                forms.update(form)
                papers.update(touched)
                rules.update(wanted)
                follows.update(follow)
                break
        else:
            groups.append(([satu], set(touched), set(wanted), set(follow), form))
    return [tuple(members) for members, *_ in groups]
