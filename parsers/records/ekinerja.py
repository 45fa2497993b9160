"""ekinerja: the recap of an e-kinerja application, a row per employee."""

from __future__ import annotations

import re
from typing import Any

from saksama.parsers.model import Document, Location
from saksama.parsers.numbers import is_blank, parse_number
from saksama.parsers.records.header import find_unit, find_year
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import Column, RoleRow, RoleTable, role_tables

_NAME = re.compile(r"^nama\b(?! (?:jabatan|unit|opd|skpd))", re.IGNORECASE)
_FILLED = re.compile(r"\b(?:isi|mengisi|pengisian|terisi|input|entri|realisasi|aktivitas|laporan|skp)", re.IGNORECASE)
_VERIFIED = re.compile(r"verif|validasi|divalidasi|disetujui|persetujuan|approve|penilaian|dinilai", re.IGNORECASE)
_NO = re.compile(r"^\W*(?:belum|tidak|t|n|no|x|✗|✘|false|0+(?:[.,]0+)?\s*%?|kosong)\b|^\W*[✗✘xX]\W*$", re.IGNORECASE)
_YES = re.compile(
    r"^\W*(?:sudah|telah|ya|y|yes|v|√|✓|✔|true|terisi|terverifikasi|diverifikasi|disetujui|selesai|lengkap|valid|ada)\b|"
    r"^\W*[√✓✔vV]\W*$",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"sebagian|proses|menunggu|draf|pending", re.IGNORECASE)
_BESIDE = re.compile(r"tanggal|tgl|target|jadwal|catatan|keterangan|alasan|pejabat|nama|nip\b", re.IGNORECASE)


def extract(document: Document) -> tuple[Record, ...]:
    """The one recap of a document: who has filled in and whose entries are verified.

    A word, a tick, a cross or a count decides; 100 (%) or every entry is yes, 0 is no. What can't be read so is None
    with a `ragu` reason.
    """
    rows: list[dict[str, Any]] = []
    for table in role_tables(document):
        name = table.column("nama") or next((c for c in table.columns if _NAME.match(c.title)), None)
        verified = _find(table, _VERIFIED, name)
        filled = _find(table, _FILLED, name, *verified)
        status = [column] if not (filled or verified) and (column := table.column("status")) else []
        if name is None or not (filled or verified or status):
            continue
        for row in table.rows():
            nama = row.at(name)
            if nama.value is None or row.is_total or row.is_group:
                continue
            rows.append(_employee(row, nama, filled or status, verified))
    warnings = [] if rows else ["Tidak ditemukan tabel rekap pegawai dengan kolom pengisian atau verifikasi."]
    tree = {"unit": find_unit(document), "tahun": find_year(document), "baris": rows}
    return (build("ekinerja", tree, Location(document.berkas), warnings),)


def _employee(row: RoleRow, nama: At, filled: list[Column], verified: list[Column]) -> dict[str, Any]:
    terverifikasi = _together(row, verified)
    terisi = _together(row, filled)
    if not filled and terverifikasi.value:
        # Only what was filled in can be verified.
        terisi = At(True, terverifikasi.location)
    return {
        "nama": nama,
        "nip": row.at("nip"),
        "jabatan": row.at("jabatan"),
        "terisi": terisi,
        "terverifikasi": terverifikasi,
    }


def _find(table: RoleTable, words: re.Pattern[str], name: Column | None, *taken: Column) -> list[Column]:
    """The columns that tell one state: those whose cells answer in words or ticks, else the first that is named so.

    A recap may count entries in one column and say in the next whether they are complete: what is said decides.
    """
    named = [c for c in table.columns if words.search(c.title) and c is not name and c not in taken]
    telling = [c for c in named if _tells(table, c)]
    plain = [c for c in named if not _BESIDE.search(c.title)]
    return telling or (plain or named)[:1]


def _tells(table: RoleTable, column: Column) -> bool:
    texts = [text for row in table.rows() if (text := row.at(column).value) and not is_blank(text)]
    said = [text for text in texts if parse_number(text) is None and (_NO.match(text) or _YES.match(text))]
    return bool(texts) and 2 * len(said) > len(texts)


def _together(row: RoleRow, columns: list[Column]) -> At:
    """One answer from several columns: no where any of them says no, yes where one says yes and none says no."""
    answers = [_answer(row, column) for column in columns]
    for wanted in (False, True):
        found = next((at for at in answers if at.value is wanted), None)
        if found is not None:
            return found
    return answers[0] if answers else At(None)


def _answer(row: RoleRow, column: Column) -> At:
    at = row.at(column)
    text = at.value
    if text is None or is_blank(text):
        return At(False, at.location, "kolom ini kosong, sehingga dianggap belum")
    if _PARTLY.search(text) or _NO.match(text):
        return At(False, at.location)
    if _YES.match(text):
        return At(True, at.location)
    number = parse_number(text)
    if number is not None:
        if number.satuan == "%" and number.nilai < 100:
            return At(False, at.location, f"tertulis {text}, belum seluruhnya")
        return At(number.nilai > 0, at.location)
    return At(None, at.location, f"isian “{text}” tidak dapat dibaca sebagai sudah atau belum")
