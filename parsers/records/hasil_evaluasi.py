"""hasil_evaluasi: the evaluation report (LHE) and the letter that passes it on.

Both forms give the same record: scores from a table or from the headings, findings and recommendations from the lists
below the headings or from the columns of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from saksama.parsers.model import Document, Location
from saksama.parsers.outline import Node, cell_entries, entries, outline
from saksama.parsers.records.komponen import Component, component_key, heading_of, latest, scores
from saksama.parsers.records.surat import evaluated_unit, letter_date, letter_number, received_date, title_year
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import RoleTable, role_tables, strip_number

_REKOMENDASI = re.compile(
    r"rekomendasi|langkah[- ]?(?:langkah)?\s*(?:perbaikan|sebagai berikut)|disarankan|\bsaran\b|agar melakukan|"
    r"(?:kami|perlu|agar) (?:me)?rekomendasikan",
    re.IGNORECASE,
)
_CATATAN = re.compile(
    r"catatan|kekurangan|kelemahan|permasalahan|masalah|\btemuan\b|hal[- ](?:hal )?yang (?:masih )?perlu|"
    r"perlu (?:dilakukan|dilaksanakan|mendapat|ditingkatkan|diperbaiki)|belum (?:optimal|sepenuhnya|seluruhnya)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:beberapa\s+|hasil\s+)?(?:rekomendasi|catatan|saran|kelemahan|kekurangan|temuan|permasalahan)\b|"
    r".*(?:merekomendasikan|langkah[- ](?:langkah )?perbaikan|disarankan).*:$",
    re.IGNORECASE | re.DOTALL,
)
_ASIDE = re.compile(
    r"tindak ?lanjut (?:atas |terhadap )?(?:rekomendasi |laporan )?(?:hasil )?evaluasi.*(?:sebelum|lalu)|"
    r"gambaran umum|dasar hukum|latar belakang|ruang lingkup|metodologi|maksud dan tujuan|tujuan evaluasi|"
    r"hal(?:[- ]hal)? (?:yang )?(?:sudah |telah )?(?:baik|positif)|kelebihan|keunggulan|apresiasi|keberhasilan|"
    r"telah dilakukan|^batasan|^interpretasi|^profil",
    re.IGNORECASE,
)
_END = re.compile(
    r"^(?:demikian|tembusan|untuk lebih jelas|atas perhatian|penutup|simpulan|kesimpulan|bab\s+[ivx\d]+)", re.IGNORECASE
)
_CHAPTER = re.compile(r"(?:penutup|simpulan|kesimpulan)\W*$", re.IGNORECASE)
_NONE = re.compile(r"^(?:tidak (?:ada|terdapat) (?:temuan|catatan|kekurangan|rekomendasi)|nihil)\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:belum|kurang|tidak|masih|perlu|terbatas|rendah)\b.*|^(?:agar\s+)?(?:me(?:ny|ng|n|m|l|r|w)?[a-z]{4,})\b",
    re.IGNORECASE | re.DOTALL,
)
"""An item that is a finding or a recommendation by itself, not only a topic over others."""
_WEAK = re.compile(r"\b(?:belum|kurang|tidak|masih|perlu|terbatas|rendah)\b", re.IGNORECASE)
_GRADE = r"(?P<predikat>AA|A|BB|B|CC|C|D|E)(?![\w/])"
_IS_GRADE = re.compile(rf"\W*{_GRADE}\W*")
_AROUND = ' .()"“”'
_TOTAL = re.compile(
    r"nilai\b(?:(?!tahun (?:sebelum|lalu))[^.;:\n]){0,90}?(?:sebesar|adalah|:|=|yaitu|nilai)?\s*"
    r"(?P<nilai>\d{1,3}[.,]\d{1,2})(?P<rest>.{0,80})",
    re.IGNORECASE | re.DOTALL,
)
_PREDIKAT = re.compile(
    rf"(?:predikat|kategori|peringkat|tingkat akuntabilitas(?: kinerja)?)\s*"
    rf"(?:penilaian|nilai|kinerja|adalah|hasil evaluasi)?\s*[:=]?\s*[“”\"'(]*\s*{_GRADE}",
)
_OF_LAW = re.compile(r"\bnomor\s.{1,40}?tahun\s+\d{4}", re.IGNORECASE)
_TOTAL_ROW = re.compile(
    r"^(?:nilai (?:hasil evaluasi|akuntabilitas|akhir|total|sakip|akip)|nilai\W*$|total|jumlah)", re.IGNORECASE
)
_GRADE_ROW = re.compile(r"predikat|tingkat akuntabilitas|kategori", re.IGNORECASE)

Found = tuple[At | None, At | None]


def extract(document: Document) -> tuple[Record, ...]:
    """The one LHE of a document, as a tuple of one record.

    komponen come in the order of their first mention; a list that stands under no component is kept under one
    without a name, with a warning. Items below a mere topic read "induk - rincian"; details of a note stay in it.
    """
    components: dict[str, Component] = {}
    total: Found = (None, None)
    tables = role_tables(document)
    # A table of recommendations and what was done about them tells of last year, where others hold this year's.
    answered = [table for table in tables if _is_follow_up(table)]
    for table in tables:
        if table not in answered:
            total = _prefer(total, _from_table(table, components))
    nodes = outline([line for line in document.lines if not line.in_table])
    _from_text(nodes, components)
    if not any(component.rekomendasi for component in components.values()):
        for table in answered:
            if not _ASIDE.search(table.table.location.jalur or ""):
                _from_table(table, components)
    year = title_year(document)
    stated = _stated_total(nodes, total[0], year.value if year else None)
    nilai, predikat = _prefer(total, stated)
    warnings = list(_warnings(components))
    tree: dict[str, Any] = {
        "unit": evaluated_unit(document),
        "tahun": year,
        "nomor": letter_number(document),
        "tanggal": letter_date(document),
        "tanggal_diterima": received_date(document),
        "nilai": nilai,
        "predikat": predikat,
        "nilai_narasi": stated[0] if total[0] else None,
        "komponen": [component.tree() for component in components.values()],
    }
    return (build("hasil_evaluasi", tree, Location(document.berkas), warnings),)


def _warnings(components: dict[str, Component]) -> Iterable[str]:
    if not components:
        yield "Tidak ditemukan komponen evaluasi (nilai, catatan, atau rekomendasi) dalam dokumen ini."
    unnamed = components.get("")
    if unnamed and unnamed.catatan:
        yield f"{len(unnamed.catatan)} catatan tidak berada di bawah nama komponen."
    if unnamed and unnamed.rekomendasi:
        yield f"{len(unnamed.rekomendasi)} rekomendasi tidak berada di bawah nama komponen."


def _prefer(first: Found, second: Found) -> Found:
    return first[0] or second[0], first[1] or second[1]


def _is_follow_up(table: RoleTable) -> bool:
    roles = set(table.roles)
    return {"rekomendasi", "tindak_lanjut"} <= roles and not roles & {"catatan", "komponen", "uraian"}


def _from_table(table: RoleTable, components: dict[str, Component]) -> Found:
    """Scores and lists of one table into `components`; its total and grade, where it has such rows."""
    roles = set(table.roles)
    name = next((role for role in ("komponen", "uraian", "subkomponen", "kriteria") if role in roles), None)
    lists = [role for role in ("catatan", "rekomendasi") if role in roles]
    if name is None and not lists:
        return None, None
    # Beside last year's score ("Nilai 2022" | "Nilai 2023") the latest one counts.
    scored = latest(table.columns_of("nilai"))
    nilai: At | None = None
    predikat: At | None = None
    current = ""
    for row in table.rows():
        label = row.text(name) if name else ""
        first = label or (row.cells[0].text if row.cells else "")
        if nilai and not label and all(_IS_GRADE.fullmatch(cell.text) for cell in row.cells):
            # The grade of the total, below it, without a label of its own.
            below = row.cells[-1]
            predikat = predikat or At(below.text.strip(_AROUND), below.location)
            continue
        if _GRADE_ROW.search(first) or _TOTAL_ROW.match(strip_number(first)) or row.is_total:
            values = [cell for cell in row.cells if cell.text.strip() != first.strip()]
            grade = next((cell for cell in reversed(values) if _IS_GRADE.fullmatch(cell.text)), None)
            number = row.at(scored) if scored else At(None)
            predikat = predikat or (At(grade.text.strip(_AROUND), grade.location) if grade else None)
            if not _GRADE_ROW.search(first) and number.value and re.search(r"\d", str(number.value)):
                nilai = nilai or number
            continue
        key = component_key(strip_number(label)) if label else None
        if key:
            current = key
            component = components.setdefault(key, Component(At(strip_number(label), row.at(name or "").location)))
            component.score(row.at("bobot"), row.at(scored) if scored else At(None))
        for role in lists:
            cell = row.cell(role)
            if cell and cell.text.strip() and (cell.row == row.index):
                component = components.setdefault(current, Component(None))
                component.add(role, cell_entries(cell.text, cell.location))
    return nilai, predikat


def _from_text(nodes: Sequence[Node], components: dict[str, Component]) -> None:
    """Headings, findings and recommendations of the running text into `components`."""
    # A heading "C. Rekomendasi" and the sentence that leads in its list open one list.
    opened = [_section(node) == "rekomendasi" for node in nodes]
    starts = sum(here and not before for before, here in pairwise((False, *opened)))
    mode: str | None = None
    current: str | None = None
    held: list[Node] = []
    for node in (*nodes, None):
        heading = heading_of(node.text) if node is not None and not _is_item_text(node) else None
        section = _section(node) if node is not None and heading is None else None
        if node is None or heading or section or _ends(node):
            if mode in ("catatan", "rekomendasi") and current is not None:
                _keep(components, current, mode, held)
            held = []
        if node is None:
            return
        if heading:
            current = heading.key
            mode = None if mode == "lain" else mode
            # Where each component has its own "Rekomendasi:", the next component begins with its findings again.
            mode = "catatan" if mode is None or starts > 1 else mode
            component = components.setdefault(heading.key, Component(At(heading.nama, node.location)))
            component.score(At(heading.bobot, node.location), At(heading.nilai, node.location))
        elif section == "lain":
            mode = "lain"
        elif section:
            if mode != section and not (section == "rekomendasi" and starts > 1) and not (mode is None and current):
                current = current if section == "catatan" and current else ""
            mode = section
        elif _ends(node):
            mode, current = None, None
        elif mode:
            bobot, nilai = scores(node.text) if current and not node.marker else (None, None)
            if current and bobot and nilai:
                components[current].score(At(bobot, node.location), At(nilai, node.location))
            else:
                held.append(node)


def _keep(components: dict[str, Component], key: str, mode: str, held: Sequence[Node]) -> None:
    if not any(node.marker for node in held):
        told = [node for node in held if not node.text.endswith(":") and not _NONE.match(node.text)]
        held = [node for node in told if mode == "rekomendasi" or _WEAK.search(node.text)]
        if not key:
            return
    found = entries(_with_details(held))
    if found:
        components.setdefault(key, Component(None)).add(mode, found)


def _with_details(nodes: Sequence[Node]) -> list[Node]:
    """Items with their details in them, where the item says itself what is wrong or what to do.

    "Perjanjian belum sesuai dengan rincian sebagai berikut: 1) ... 2) ..." is one note with one recommendation; below
    a mere topic each item is a note of its own.
    """
    result: list[Node] = []
    for node in nodes:
        above = result[-1] if result else None
        within = above is not None and above.marker and node.marker and node.level > above.level
        if above is not None and within and _SAYS.search(above.text):
            joint = " " if above.text.endswith((":", ";")) else ": "
            result[-1] = msgspec.structs.replace(above, text=f"{above.text}{joint}{node.text}")
        else:
            result.append(node)
    return result


def _is_item_text(node: Node) -> bool:
    """Whether a node is too long to be a heading: a finding may begin with a component's name too."""
    return len(node.text) > 200


def _ends(node: Node) -> bool:
    """Whether a line closes the lists: a closing phrase, or the heading of a closing chapter ("D. Penutup")."""
    return _CHAPTER.match(strip_number(node.text)) is not None or (
        not node.marker and _END.match(node.text) is not None
    )


def _section(node: Node) -> str | None:
    """ "catatan" or "rekomendasi" for a line that opens such a list, "lain" for one that opens something else."""
    short = len(node.text.split()) <= 10 and not node.text.endswith((".", ";"))
    if not (node.text.endswith(":") or short):
        return None
    if _ASIDE.search(node.text) and (node.marker is None or node.level <= 1):
        return "lain"
    if node.marker and not _OPENS.match(node.text):
        return None
    if _REKOMENDASI.search(node.text):
        return "rekomendasi"
    return "catatan" if _CATATAN.search(node.text) else None


def _stated_total(nodes: Sequence[Node], total: At | None, year: int | None) -> Found:
    """Total and grade from a sentence such as "memperoleh nilai sebesar 64,85 dengan predikat B".

    Of several, one with the total of the table comes first, then one that isn't about an earlier year.
    """
    found: list[tuple[bool, bool, At | None, At]] = []
    for node in nodes:
        grade = None if heading_of(node.text) else _PREDIKAT.search(node.text)
        if grade is None:
            continue
        value = _TOTAL.search(node.text)
        nilai = At(value["nilai"], node.location) if value else None
        same = nilai is not None and total is not None and nilai.value == total.value
        found.append((not same, _is_past(node.text, year), nilai, At(grade["predikat"], node.location)))
    if not found:
        return None, None
    differs, past, _, predikat = min(found, key=lambda one: one[:2])
    nilai = next((one[2] for one in sorted(found, key=lambda one: one[:2]) if one[2]), None)
    return (None, None) if past and differs and total else (nilai, predikat)


def _is_past(text: str, year: int | None) -> bool:
    """Whether a sentence speaks of an earlier evaluation only."""
    plain = _OF_LAW.sub(" ", text)
    years = {int(found) for found in re.findall(r"\btahun\s+((?:19|20)\d\d)\b", plain, re.IGNORECASE)}
    if years and year is not None:
        return max(years) < year - 1 or (max(years) < year and re.search(r"sebelumnya|lalu", text) is not None)
    return not years and re.search(r"(?:tahun|periode|evaluasi) (?:yang )?(?:sebelumnya|lalu)", text) is not None
