"""pengecualian.yaml: findings that somebody answers for. A waived finding stays in the output, marked.

An expired waiver no longer covers its finding; one that covers nothing is reported; a malformed one stops the run.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from saksama.checker.run import Hasil, Pengecualian, Temuan
from saksama.checker.submission import fold
from saksama.checker.typed import convert, suggest
from saksama.parsers.yamlfile import DataError, YamlFile


class Waiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One accepted finding: its rule, file and anchor (its sidik, or words of its message), and who answers until when.

    dokumen "-" stands for a finding on the submission as a whole; sampai is an ISO date, the last day it holds.
    """

    aturan: str
    dokumen: str
    jangkar: str
    alasan: str
    oleh: str
    sampai: str


def load(file: YamlFile, rule_ids: Iterable[str]) -> tuple[Waiver, ...]:
    """The waivers of a file (a list); raises DataError with the line for unknown rules, empty reasons, bad dates."""
    known = list(rule_ids)
    waivers = convert(file, tuple[Waiver, ...]) if file.data is not None else ()
    for index, waiver in enumerate(waivers):
        line = file.line((index,))
        if waiver.aturan not in known:
            raise DataError(file.name, line, f"aturan “{waiver.aturan}” tidak ada.{suggest(waiver.aturan, known)}")
        for key in ("jangkar", "alasan", "oleh"):
            # Without a letter or digit an anchor would fit every finding.
            if not fold(getattr(waiver, key)):
                raise DataError(file.name, line, f"isian “{key}” tidak boleh kosong.")
        try:
            dt.date.fromisoformat(waiver.sampai)
        except ValueError:
            message = f"“sampai” harus berupa tanggal seperti 2025-12-31, bukan “{waiver.sampai}”."
            raise DataError(file.name, line, message) from None
    return waivers


def apply(
    hasil: Iterable[Hasil], waivers: tuple[Waiver, ...], today: dt.date | None
) -> tuple[tuple[Hasil, ...], tuple[str, ...]]:
    """Outcomes with accepted findings marked, and warnings on expired, unused or undatable waivers."""
    used: dict[int, bool] = dict.fromkeys(range(len(waivers)), False)
    valid = {
        index: today is None or today <= dt.date.fromisoformat(waiver.sampai) for index, waiver in enumerate(waivers)
    }

    def mark(item: Hasil, finding: Temuan) -> Temuan:
        for index, waiver in enumerate(waivers):
            if _covers(waiver, item, finding):
                used[index] = True
                if valid[index]:
                    accepted = Pengecualian(waiver.alasan, waiver.oleh, waiver.sampai)
                    return msgspec.structs.replace(finding, pengecualian=accepted)
        return finding

    marked = tuple(
        msgspec.structs.replace(item, temuan=tuple(mark(item, finding) for finding in item.temuan)) for item in hasil
    )
    return marked, tuple(_warnings(waivers, used, valid, today))


def _covers(waiver: Waiver, item: Hasil, finding: Temuan) -> bool:
    if waiver.aturan != item.aturan or waiver.dokumen != (item.berkas or "-"):
        return False
    return waiver.jangkar == finding.sidik or fold(waiver.jangkar) in fold(finding.pesan)


def _warnings(
    waivers: tuple[Waiver, ...], used: Mapping[int, bool], valid: Mapping[int, bool], today: dt.date | None
) -> Iterable[str]:
    for index, waiver in enumerate(waivers):
        name = f"Pengecualian {waiver.aturan} untuk {waiver.dokumen} (“{waiver.jangkar}”)"
        if not used[index]:
            yield f"{name} tidak cocok dengan temuan mana pun; periksa atau hapus."
        elif not valid[index]:
            yield f"{name} sudah berakhir {waiver.sampai}; temuannya berlaku lagi."
        elif today is None:
            yield f"{name}: masa berlakunya tidak diperiksa karena --tanggal tidak diberikan."
