"""Two runs on one unit and year compared: what was repaired, what is new, what stands, what is no longer checked.

Findings are matched by fingerprint (rule, document role, row label, column), so that a moved page or row changes
nothing. A finding that is gone counts as repaired only where its rule was decided again on a document of that role.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from saksama.checker.run import KEPARAHAN, Hasil, Run, Status, Temuan, roll_up

Keadaan = Literal["baru", "tetap", "diperbaiki", "tidak_diperiksa"]
KEADAAN: tuple[Keadaan, ...] = ("baru", "tetap", "diperbaiki", "tidak_diperiksa")

_DECIDED: tuple[Status, ...] = ("temuan", "lulus", "tidak_berlaku")
_WHOLE = ("pengajuan", "berkas")


class Perubahan(msgspec.Struct, frozen=True):
    """What became of a finding. temuan: the new one where there is one, else the old; alasan: why it isn't checked."""

    keadaan: Keadaan
    aturan: str
    berkas: str | None
    temuan: Temuan
    alasan: str | None = None


class Perbandingan(msgspec.Struct, frozen=True):
    """Every finding of either run once, worst first within each state; peringatan: where the runs don't fit."""

    unit: str | None
    tahun: int | None
    perubahan: tuple[Perubahan, ...]
    peringatan: tuple[str, ...] = ()

    def of(self, keadaan: Keadaan) -> tuple[Perubahan, ...]:
        """The findings in one state."""
        return tuple(one for one in self.perubahan if one.keadaan == keadaan)


def compare(old: Run, new: Run) -> Perbandingan:
    """What changed from one run to a later one on the same submission."""
    before = {(item.aturan, finding.sidik): (item, finding) for item, finding in old.findings()}
    after = {(item.aturan, finding.sidik): (item, finding) for item, finding in new.findings()}
    changes = [
        Perubahan("tetap" if key in before else "baru", item.aturan, item.berkas, finding)
        for key, (item, finding) in after.items()
    ]
    changes += [_gone(item, finding, new) for key, (item, finding) in before.items() if key not in after]
    changes.sort(key=lambda one: (KEADAAN.index(one.keadaan), KEPARAHAN.index(one.temuan.keparahan), one.aturan))
    return Perbandingan(new.unit, new.tahun, tuple(changes), tuple(_warnings(old, new)))


def _gone(item: Hasil, finding: Temuan, new: Run) -> Perubahan:
    reason = _unchecked(item, finding, new)
    state: Keadaan = "diperbaiki" if reason is None else "tidak_diperiksa"
    return Perubahan(state, item.aturan, item.berkas, finding, reason)


def _unchecked(item: Hasil, finding: Temuan, new: Run) -> str | None:
    """Why the rule says nothing on this matter any more; None when it was decided again."""
    role = finding.peran
    roles = {role for file in new.berkas for role in file.peran} | {file.jenis for file in new.berkas if file.jenis}
    if role is not None and role not in roles and role not in _WHOLE:
        return "Dokumen yang memuatnya tidak ada lagi dalam berkas yang diserahkan."
    outcomes = [one for one in new.hasil if one.aturan == item.aturan]
    if not outcomes:
        return "Aturan ini tidak ada lagi di buku aturan."
    homes = {file.berkas for file in new.berkas if role in file.peran}
    here = [one for one in outcomes if (one.berkas in homes if homes else one.berkas == item.berkas)] or outcomes
    if roll_up(one.status for one in here) in _DECIDED:
        return None
    return next((one.alasan for one in here if one.alasan), None) or "Aturan ini tidak dapat diputuskan lagi."


def _warnings(old: Run, new: Run) -> Iterator[str]:
    if old.unit != new.unit:
        yield f"Unitnya berbeda: {old.unit or 'tidak diketahui'} dan {new.unit or 'tidak diketahui'}."
    if old.tahun != new.tahun:
        yield f"Tahunnya berbeda: {old.tahun or 'tidak diketahui'} dan {new.tahun or 'tidak diketahui'}."
    if old.buku_aturan.sha256 != new.buku_aturan.sha256:
        yield "Buku aturannya berbeda; sebagian perubahan dapat berasal dari aturan, bukan dari dokumen."
    if old.profil != new.profil:
        yield f"Profilnya berbeda: {old.profil} dan {new.profil}."
