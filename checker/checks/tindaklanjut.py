"""Checks on the follow-up of last year's evaluation: answered, proven, in time, done as said, not found again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any

from rapidfuzz import fuzz

from saksama.checker import matching
from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    check,
    evidence,
    judge,
    missing,
    not_applicable,
)
from saksama.checker.checks.isian import is_empty
from saksama.checker.evaluations import before
from saksama.checker.run import Hasil
from saksama.checker.submission import Part, fold
from saksama.checker.topics import rules_for
from saksama.parsers.dates import in_words, parse_date


def follow_up(case: Case) -> tuple[list[tuple[Part, str, str]], list[tuple[Part, int, Any]]]:
    """Last year's recommendations (record, path, text) and the follow-up entries (record, row, entry)."""
    advice = [
        (part, f"komponen.{i}.rekomendasi.{j}", text)
        for part in before(case.submission)
        for i, komponen in enumerate(part.isi.komponen)
        for j, text in enumerate(komponen.rekomendasi)
    ]
    rows = [
        (part, index, row)
        for part in case.submission.parts("tindak_lanjut")
        for index, row in enumerate(part.isi.baris)
    ]
    return advice, rows


class Lanjut(Params, frozen=True):
    """ambang: likeness from which an entry answers a recommendation."""

    ambang: float = 65.0


NO_ADVICE = "LHE tahun sebelumnya tidak ada, atau rekomendasinya tidak dikenali."


@check("rekomendasi_dijawab", "pengajuan", values=("rekomendasi",))
def rekomendasi_dijawab(case: Case, params: Lanjut) -> Verdict:
    """Setiap rekomendasi LHE tahun lalu harus mempunyai isian tindak lanjut."""
    advice, rows = follow_up(case)
    if not advice:
        return missing(NO_ADVICE)
    answers = [row.rekomendasi or "" for _, _, row in rows]

    def offences() -> Iterator[Offence]:
        pairs = matching.pairs([text for _, _, text in advice], answers, params.ambang)
        answered = {pair.left: pair.right for pair in pairs}
        for index, (part, path, text) in enumerate(advice):
            row = rows[answered[index]][2] if index in answered else None
            # Several recommendations may be answered in one entry that quotes them all.
            quoted = row is None and any(
                fuzz.partial_ratio(fold(text), fold(answer)) >= 90 for answer in answers if answer
            )
            if (row is None and not quoted) or (row is not None and is_empty(row.tindak_lanjut)):
                berkas = rows[0][0].berkas.berkas if rows else part.berkas.berkas
                yield Offence({"rekomendasi": text}, (evidence(part, path, text),), text, berkas=berkas)

    return judge(tuple(offences()))


class Selesai(Params, frozen=True):
    """selesai, belum: words of a status that is done, and of one that is not done yet; the latter decide."""

    selesai: tuple[str, ...] = (
        "selesai", "tuntas", "sudah", "telah", "sesuai", "ditindaklanjuti", "dilaksanakan", "dipenuhi", "terpenuhi",
        "terlaksana", "lengkap", "ya", "ok", "done", "closed", "s",
    )  # fmt: skip
    belum: tuple[str, ...] = (
        "belum", "proses", "progres", "progress", "tidak", "sedang", "sebagian", "masih", "akan", "rencana",
        "direncanakan", "dijadwalkan", "menunggu", "ditunda", "tertunda", "bs", "bt", "td", "open",
    )  # fmt: skip


_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|persen)")
_TICK = re.compile(r"^\W*[√✓✔]\W*$|^\W*[vV]\W*$")


def is_done(status: str | None, params: Selesai) -> bool | None:
    """Whether a status says that a recommendation is done; None where it says neither."""
    if is_empty(status):
        return None
    text = str(status)
    if share := _SHARE.search(text):
        return float(share[1].replace(",", ".")) >= 100
    words = set(fold(text).split())
    if words & set(params.belum):
        return False
    return True if _TICK.match(text) or words & set(params.selesai) else None


_SAID_DONE = re.compile(r"^\W*(?:\w+ ){0,6}(?:telah|sudah)\b", re.I)
_SAID_OPEN = re.compile(r"\b(?:belum|akan|sedang|masih|dalam proses|tidak dapat)\b", re.I)


def state(row: Any, params: Selesai) -> bool | None:
    """Whether an entry is done: by its status or, where it has none, by what it says was done."""
    if not is_empty(row.status):
        return is_done(row.status, params)
    text = row.tindak_lanjut or ""
    if _SAID_OPEN.search(text):
        return False if re.match(r"\W*(?:belum|akan|sedang|masih|dalam proses)\b", text, re.I) else None
    return True if _SAID_DONE.match(text) else None


@check("tindak_lanjut_berbukti", "rekaman", values=("rekomendasi",))
def tindak_lanjut_berbukti(case: Case, params: TanpaParameter) -> Verdict:
    """Setiap isian tindak lanjut harus menyebut buktinya."""
    rows = case.isi.baris
    if not rows:
        return missing("Tabel tindak lanjut tidak dikenali.")
    return judge(
        Offence(
            {"rekomendasi": row.rekomendasi or row.tindak_lanjut or f"baris {index + 1}"},
            (case.bukti(f"baris.{index}", row.tindak_lanjut, "bukti"),),
            row.rekomendasi or str(index),
            "bukti",
        )
        for index, row in enumerate(rows)
        if not is_empty(row.tindak_lanjut) and is_empty(row.bukti)
    )


class Batas(Params, frozen=True):
    """hari: days from receipt of the report until the follow-up must be done."""

    hari: int = 60


@check("tindak_lanjut_tepat_waktu", "pengajuan", values=("rekomendasi", "tanggal", "batas"))
def tindak_lanjut_tepat_waktu(case: Case, params: Batas) -> Verdict:
    """Tindak lanjut diselesaikan paling lambat sekian hari sejak LHE diterima (atau terbit)."""
    _, rows = follow_up(case)
    received = _received(case)
    if received is None:
        return missing("Tanggal LHE diterima atau terbit tidak terbaca.")
    # A deadline tells until when it is to be done, not when it was.
    dated = [
        (part, index, row, parse_date(row.tanggal) if row.tanggal != row.tenggat else None) for part, index, row in rows
    ]
    if not any(date for *_, date in dated):
        return missing("Tanggal tindak lanjut tidak tercatat pada matriks tindak lanjut.")
    last = received + dt.timedelta(days=params.hari)

    def offences() -> Iterator[Offence]:
        for part, index, row, date in dated:
            if date is not None and date > last:
                label = row.rekomendasi or row.tindak_lanjut or f"baris {index + 1}"
                values = {"rekomendasi": label, "tanggal": in_words(date), "batas": in_words(last)}
                bukti = (evidence(part, f"baris.{index}.tanggal", row.tanggal, "tanggal"),)
                yield Offence(values, bukti, label, "tanggal", berkas=part.berkas.berkas)

    return judge(offences())


def _received(case: Case) -> dt.date | None:
    texts = [part.isi.tanggal_diterima for part in case.submission.parts("tindak_lanjut")]
    for part in before(case.submission):
        texts += [part.isi.tanggal_diterima, part.isi.tanggal]
    return next((dt.date.fromisoformat(text) for text in texts if text), None)


@check("sisa_berencana", "rekaman", values=("rekomendasi", "status"))
def sisa_berencana(case: Case, params: Selesai) -> Verdict:
    """Rekomendasi yang belum selesai harus mempunyai rencana aksi: penanggung jawab dan tanggal."""
    rows = case.isi.baris
    if not rows:
        return missing("Tabel tindak lanjut tidak dikenali.")
    open_rows = [(index, row) for index, row in enumerate(rows) if state(row, params) is False]
    if not open_rows:
        return not_applicable("Tidak ada rekomendasi berstatus belum selesai.")
    return judge(
        Offence(
            {"rekomendasi": row.rekomendasi or f"baris {index + 1}", "status": row.status or "belum selesai"},
            (case.bukti(f"baris.{index}", row.rekomendasi),),
            row.rekomendasi or str(index),
            "rencana",
        )
        for index, row in open_rows
        if is_empty(row.penanggung_jawab) or not _planned(row, case.submission.tanggal)
    )


_PLAN = re.compile(r"\b(?:rencana|akan|paling lambat|dijadwalkan|direncanakan|ditargetkan|target|batas waktu)\b", re.I)
_WHEN = re.compile(r"\b(?:(?:19|20)\d\d|triwulan|tw|semester|tahun depan|minggu)\b", re.I)


def _planned(row: Any, today: dt.date | None) -> bool:
    """Whether an entry that is not done says until when it will be: in a column, in words, or by a date to come.

    A date that has passed is when something was tried, no plan for the rest.
    """
    if not is_empty(row.tenggat):
        return True
    words = " ".join((row.tindak_lanjut or "", *(f"{title} {text}" for title, text in row.lain.items())))
    if _PLAN.search(words) and _WHEN.search(words):
        return True
    date = parse_date(row.tanggal)
    return not is_empty(row.tanggal) and not (date and today and date <= today)


def _failing(case: Case, text: str) -> tuple[tuple[str, ...], list[Hasil]]:
    """The rules that can verify a text, and the outcomes of those that find something (unless it was accepted)."""
    rules = rules_for(text, case.tools.topik)
    return rules, [item for rule in rules for item in case.outcomes.get(rule, ()) if item.status == "temuan"]


def _again(part: Part, path: str, text: str, failing: Sequence[Hasil]) -> Offence:
    first = failing[0]
    values = {
        "lama": text,
        "aturan": ", ".join(dict.fromkeys(item.aturan for item in failing)),
        "kini": first.temuan[0].pesan,
        "banyak": str(sum(len(item.temuan) for item in failing)),
    }
    now = tuple(finding.bukti[0] for item in failing for finding in item.temuan[:1] if finding.bukti)
    return Offence(values, (evidence(part, path, text), *now[:5]), text, "berulang", berkas=part.berkas.berkas)


@check("temuan_berulang", "susulan", values=("lama", "aturan", "kini", "banyak"))
def temuan_berulang(case: Case, params: TanpaParameter) -> Verdict:
    """Catatan LHE tahun lalu tidak boleh ditemukan lagi oleh aturan yang memeriksa hal yang sama."""
    notes = [
        (part, f"komponen.{i}.catatan.{j}", text)
        for part in before(case.submission)
        for i, komponen in enumerate(part.isi.komponen)
        for j, text in enumerate(komponen.catatan)
    ]
    if not notes:
        return missing("LHE tahun sebelumnya tidak ada, atau catatannya tidak dikenali.")
    offences, untied = [], 0
    for part, path, text in notes:
        rules, failing = _failing(case, text)
        untied += not rules
        if failing:
            offences.append(_again(part, path, text, failing))
    doubts = [f"{untied} dari {len(notes)} catatan LHE tidak terkait aturan mana pun; telaah sendiri"] if untied else []
    return judge(offences, doubts)


@check("selesai_terbukti", "susulan", values=("lama", "aturan", "kini", "banyak"))
def selesai_terbukti(case: Case, params: Selesai) -> Verdict:
    """Rekomendasi yang dinyatakan selesai tidak boleh dibantah oleh aturan yang memeriksanya."""
    rows = [
        (part, index, row)
        for part in case.submission.parts("tindak_lanjut")
        for index, row in enumerate(part.isi.baris)
        if state(row, params)
    ]
    if not rows:
        return missing("Tidak ada tindak lanjut yang berstatus selesai, atau statusnya tidak dikenali.")
    offences = []
    for part, index, row in rows:
        text = row.rekomendasi or row.tindak_lanjut or ""
        _, failing = _failing(case, text)
        if failing:
            offences.append(_again(part, f"baris.{index}.status", text, failing))
    return judge(offences)
