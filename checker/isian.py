"""What people write beside the answers to criteria: on findings, working papers, the review form, the sign-off."""

from __future__ import annotations

from typing import Literal

import msgspec

JawabanReviu = Literal["ya", "tidak", "perlu_telaah"]
Keputusan = Literal["tetap", "gugur"]
Penanda = Literal["ketua_tim", "pengendali_teknis", "panel"]
PENANDA: tuple[Penanda, ...] = ("ketua_tim", "pengendali_teknis", "panel")
"""Who answers for the worksheet, in the order of the two-tier review."""


class IsianTemuan(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was written of one finding: the unit's response, then the evaluator's decision on it with its reason.

    keputusan: tetap, the finding stands; gugur, it is dropped. aturan, berkas and pesan say what the finding was, for
    the day when no run gives it any more.
    """

    tanggapan: str | None = None
    keputusan: Keputusan | None = None
    alasan: str | None = None
    aturan: str | None = None
    berkas: str | None = None
    pesan: str | None = None


class IsianReviu(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the reviewer wrote of one statement of the review form."""

    jawaban: JawabanReviu | None = None
    catatan: str | None = None


class Pengesahan(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What one tier of the review typed into its sign-off cells; all texts as typed."""

    nama: str | None = None
    tanggal: str | None = None
    tanda_tangan: str | None = None


class IsianKertas(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was written that belongs to no criterion and no finding of the run that carries it.

    temuan: by fingerprint, of findings that this run does not give; kertas_kerja: the evaluator's notes by working
    paper, then by the row's own words; pengesahan: the sign-off by tier.
    """

    temuan: dict[str, IsianTemuan] = {}
    kertas_kerja: dict[str, dict[str, str]] = {}
    pengesahan: dict[Penanda, Pengesahan] = {}
