"""Which column of a report's table holds what: performance or money, this year, last year or the end of the Renstra."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from saksama.parsers.dates import find_years
from saksama.parsers.roles import match_role
from saksama.parsers.tables import Column

_NUMBER = re.compile(r"(?:no(?:mor)?\b\.?(?:\s+urut)?|nomor)$", re.IGNORECASE)
_MONEY = re.compile(r"anggaran|pagu|\brp\b|rupiah|keuangan|belanja|\bdana\b|penyerapan|\bdpa\b|biaya", re.IGNORECASE)
_PHYSICAL = re.compile(r"\bfisik\b", re.IGNORECASE)
_TARGET = re.compile(r"\btarget|\brencana\b|\bt\s?a\s?r\s?g\s?e\s?t\b", re.IGNORECASE)
_REALISED = re.compile(r"realisasi|\breal\b|\bspj\b|\bhasil\s*(?:th|thn|tahun|s[./]?d)\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|persen|prosen", re.IGNORECASE)
_ACHIEVED = re.compile(r"capaian|pencapaian|tingkat|kemajuan|\bikt\b|kinerja|rasio", re.IGNORECASE)
_END = re.compile(
    r"akhir\s+(?:masa|periode|tahun|renstra|rpjm)|renstra|rpjm|jangka\s+menengah|kondisi\s+akhir|target\s+akhir|"
    r"akhir\s+jangka",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"(?:\bs\s*[./]?\s*d\.?|sampai\s+dengan)\s*(?:tahun\s*)?(?:19|20)\d\d", re.IGNORECASE)
_LAST = re.compile(r"tahun\s*(?:lalu|sebelum)|thn\.?\s+lalu|n\s*-\s*1", re.IGNORECASE)
_NATIONAL = re.compile(r"nasional|standar|\bspm\b|provinsi\s+lain|benchmark|\bindonesia\b|pusat", re.IGNORECASE)
_REMARK = re.compile(
    r"kategori|kriteria|predikat|keterangan|\bket\b|notifikasi|status|solusi|analis|penyebab|faktor|hambatan|"
    r"naik|turun|selisih|deviasi|skala|warna|bobot|penanggung|formula|sumber|percepatan",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"terhadap|\bth(?:d|dp)\b|dibanding", re.IGNORECASE)
_YEAR_ONLY = re.compile(r"(?:tahun|thn)?\s*(?:(?:19|20)\d\d)?", re.IGNORECASE)
_UNIT_ONLY = re.compile(r"\W*(?:%|persen|rp\.?|rupiah)\W*", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:setelah|sesudah)\s+(?:perubahan|revisi|refocusing)|(?:perubahan|revisi)$(?<!sebelum perubahan)", re.IGNORECASE
)
_LABELS = ("sasaran", "indikator", "satuan", "program", "kegiatan", "tujuan", "uraian")


class Kolom(msgspec.Struct, frozen=True):
    """A column with its heading as a path from the top header row down ("Tahun 2016", "Target")."""

    kolom: Column
    jalur: tuple[str, ...]

    @property
    def teks(self) -> str:
        """The whole path as one text."""
        return " | ".join(self.jalur)

    @property
    def tahun(self) -> tuple[int, ...]:
        """The years named in the path, the lowest heading first."""
        return tuple(year for part in reversed(self.jalur) for year in find_years(part))


def column_roles(columns: tuple[Column, ...], tahun: int | None) -> dict[str, Column]:
    """The roles of a table's columns; `tahun` is the report's year, by which other years count as last or last target.

    Roles: no, sasaran, indikator, satuan, program, kegiatan, tujuan, uraian; target, realisasi, capaian and with the
    suffixes _lalu, _akhir, _nasional; target_renstra (the plan's target for this year); pagu, realisasi_rp, capaian_rp,
    efisiensi, fisik. A role that two columns claim goes to the one that names the report's year, of other years to the
    latest, else to the first.
    """
    paths = _without_unit_rows(
        [Kolom(column, _path([part for part in column.title.split(" > ") if part])) for column in columns]
    )
    named = _by_year(_settle([(_role(column, tahun), column) for column in paths if column.jalur]), tahun)
    chosen: dict[str, Kolom] = {}
    for role, column in named:
        if not role:
            continue
        held = chosen.get(role)
        if (
            held is not None
            and role.endswith(("_lalu", "_akhir"))
            and max(column.tahun, default=0) > max(held.tahun, default=0)
        ):
            chosen[role] = column
        newer = tahun in column.tahun and held is not None and tahun not in held.tahun and role not in _LABELS
        if held is None or newer or (role == "pagu" and _AFTER.search(column.teks)):
            chosen[role] = column
    _beside_budget(chosen)
    return {role: column.kolom for role, column in chosen.items()}


def _path(parts: list[str]) -> tuple[str, ...]:
    """The headings of a column from the top down; a name broken over two rows ("Indikator" / "Kinerja") is one."""
    path: list[str] = []
    for part in parts:
        role, full = match_role(f"{path[-1]} {part}") if path else (None, False)
        if full and role in _LABELS and match_role(part)[0] not in _LABELS:
            path[-1] = f"{path[-1]} {part}"
        else:
            path.append(part)
    return tuple(path)


def _by_year(named: list[tuple[str, Kolom]], tahun: int | None) -> list[tuple[str, Kolom]]:
    """Columns that only name a year hold what was realised in it, where the table has a target and no realisation."""
    roles = {role for role, _ in named}
    if tahun is None or "realisasi" in roles or not roles & {"target", "target_akhir"}:
        return named
    years = [
        (index, max(column.tahun))
        for index, (role, column) in enumerate(named)
        if not role and column.tahun and all(_YEAR_ONLY.fullmatch(part.strip()) for part in column.jalur)
    ]
    for index, year in years:
        if year <= tahun:
            named[index] = ("realisasi" if year == tahun else "realisasi_lalu", named[index][1])
    return named


def _beside_budget(chosen: dict[str, Kolom]) -> None:
    """Beside a budget and without a target, what was realised is money: "Pagu | Realisasi | %"."""
    if "pagu" not in chosen or "target" in chosen:
        return
    if "realisasi_rp" not in chosen and "realisasi" in chosen:
        chosen["realisasi_rp"] = chosen.pop("realisasi")
    for role in ("capaian", "realisasi"):
        if role in chosen and "capaian_rp" not in chosen and _PERCENT.search(chosen[role].jalur[-1]):
            chosen["capaian_rp"] = chosen.pop(role)
    if "capaian" in chosen and "capaian_rp" not in chosen and "realisasi_rp" in chosen:
        chosen["capaian_rp"] = chosen.pop("capaian")


def _without_unit_rows(columns: list[Kolom]) -> list[Kolom]:
    """The columns without a lowest heading that is only the unit of the one above: "Realisasi > (%)" on its own."""
    groups = Counter(column.jalur[:-1] for column in columns)
    return [
        Kolom(column.kolom, column.jalur[:-1])
        if len(column.jalur) > 1 and _UNIT_ONLY.fullmatch(column.jalur[-1]) and groups[column.jalur[:-1]] == 1
        else column
        for column in columns
    ]


def _role(column: Kolom, tahun: int | None) -> str:
    text, leaf = column.teks, column.jalur[-1]
    if _NUMBER.match(leaf.strip()) or leaf.strip().casefold() in ("no", "no.", "nomor"):
        return "no"
    if re.search(r"efisiensi", text, re.IGNORECASE):
        return "efisiensi"
    figure = _figure(column)
    if figure is None:
        # "Indikator Sasaran > Satuan" is a unit, "Indikator Sasaran > Uraian" an indicator.
        own = _label(leaf)
        return own if own and own != "uraian" else _label(text)
    if _PHYSICAL.search(text):
        return "fisik"
    if _MONEY.search(text) and not _performance_column(column):
        return {"target": "pagu", "realisasi": "realisasi_rp", "capaian": "capaian_rp"}[figure]
    if _NATIONAL.search(text):
        return f"{figure}_nasional"
    years = column.tahun
    if figure == "target" and tahun in years and _END.search(text) and not re.search(r"akhir", text, re.IGNORECASE):
        return "target_renstra"
    beyond = tahun is not None and years and max(years) > tahun
    if _END.search(text) or beyond or (figure == "realisasi" and _SO_FAR.search(text)):
        return f"{figure}_akhir"
    if _LAST.search(text) or (tahun is not None and years and max(years) < tahun):
        return f"{figure}_lalu"
    return figure


def _performance_column(column: Kolom) -> bool:
    """Whether a column that names money is still about performance ("Kinerja dan Anggaran > Kinerja > Target")."""
    lowest = next(
        (part for part in reversed(column.jalur) if _MONEY.search(part) or re.search("kinerja", part, re.I)), ""
    )
    return bool(re.search(r"kinerja", lowest, re.IGNORECASE)) and not _MONEY.search(lowest)


def _figure(column: Kolom) -> str | None:
    """Whether a column holds a target (or a budget), a realisation or a percentage; None for words."""
    for part in reversed(column.jalur):
        if _REMARK.search(part) and not _TARGET.search(part) and not _REALISED.search(part):
            return None
        label = _label(part)
        if label in ("sasaran", "indikator", "program", "kegiatan", "satuan", "tujuan") and not re.match(
            r"\s*(?:%|persen|prosen|target|realisasi|capaian|pencapaian|tingkat|anggaran|pagu|rencana\s+(?:anggaran|target))",
            part,
            re.IGNORECASE,
        ):
            return None
        if _AGAINST.search(part) and (_REALISED.search(part) or _PERCENT.search(part) or _ACHIEVED.search(part)):
            return "capaian"
        if _REALISED.search(part):
            return (
                "capaian"
                if re.match(r"\s*(?:%|persen|prosen)", part, re.I)
                or (re.search(r"%", part) and re.search(r"capaian", part, re.I))
                else "realisasi"
            )
        if _TARGET.search(part) and not re.search(r"terhadap|thd|\bdari\b", part, re.IGNORECASE):
            return "target"
        if re.search(r"penyerapan|serapan|penggunaan", part, re.IGNORECASE):
            return "capaian"
        if _PERCENT.search(part) or _ACHIEVED.search(part):
            return "capaian"
    if re.search(r"\bpagu\b|anggaran|alokasi|jumlah\s+dana|\bdpa\b|\brp\b", column.teks, re.IGNORECASE):
        return "target"
    return None


def _label(text: str) -> str:
    folded = text.casefold()
    if re.search(r"indikator|\biku\b", folded):
        return "indikator"
    if re.search(r"sasaran", folded):
        return "sasaran"
    if re.search(r"\btujuan\b", folded):
        return "tujuan"
    if re.search(r"\bsatuan\b|\bsat\b", folded):
        return "satuan"
    if re.search(r"\bsub\s*kegiatan\b|\bkegiatan\b", folded) and "program" not in folded:
        return "kegiatan"
    if "program" in folded:
        return "program"
    if re.search(r"uraian|jenis belanja|kelompok belanja", folded):
        return "uraian"
    return ""


def _years_of_results(named: list[tuple[str, Kolom]]) -> list[tuple[str, Kolom]]:
    """ "Capaian > 2014 | 2015": year by year under one title, without a percent sign, it is what was realised."""
    series = [
        index
        for index, (role, column) in enumerate(named)
        if role in ("capaian", "capaian_lalu")
        and len(column.jalur) > 1
        and _YEAR_ONLY.fullmatch(column.jalur[-1].strip())
    ]
    groups = {named[index][1].jalur[:-1] for index in series}
    if len(series) < 2 or len(groups) != 1 or _PERCENT.search(" ".join(groups.pop())):
        return named
    return [
        (role.replace("capaian", "realisasi"), column) if index in series else (role, column)
        for index, (role, column) in enumerate(named)
    ]


def _settle(named: list[tuple[str, Kolom]]) -> list[tuple[str, Kolom]]:
    """Corrections that need the neighbours: "Capaian" beside "Target" where nothing is called realisasi, and so on."""
    if not any(role.startswith("realisasi") for role, _ in named):
        named = _years_of_results(named)
    for index, (role, column) in enumerate(named):
        spent = index > 0 and named[index - 1][0] == "realisasi_rp"
        if role == "capaian" and spent and _UNIT_ONLY.fullmatch(column.teks):
            named[index] = ("capaian_rp", column)
    for suffix in ("", "_lalu", "_akhir", "_rp"):
        own = [role for role, _ in named]
        achieved = [index for index, (role, _) in enumerate(named) if role == f"capaian{suffix}"]
        realised = [index for index, (role, _) in enumerate(named) if role == f"realisasi{suffix}"]
        if f"target{suffix}" in own and not realised and achieved:
            first = achieved[0]
            beside = first > 0 and named[first - 1][0] == f"target{suffix}"
            same_group = beside and named[first][1].jalur[:-1] == named[first - 1][1].jalur[:-1] != ()
            plain = not _PERCENT.search(named[first][1].jalur[-1])
            if beside and plain and (len(achieved) > 1 or same_group):
                named[first] = (f"realisasi{suffix}", named[first][1])
        if len(realised) > 1 and f"capaian{suffix}" not in own:
            last = realised[-1]
            if _PERCENT.search(named[last][1].jalur[-1]):
                named[last] = (f"capaian{suffix}", named[last][1])
    return named
