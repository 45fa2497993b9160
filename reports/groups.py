"""A Run arranged for reading: findings of one rule and file together, what is undecided by reason, the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from saksama.checker.run import KEPARAHAN, BerkasRun, BuktiTemuan, Hasil, Keparahan, RingkasAturan, Run, Status, Temuan
from saksama.reports import words

ADVICE = 5
"""How many different values one remedy names."""
COMPARED = ("tertulis", "hitung", "seharusnya", "acuan", "batas", "target", "realisasi")
"""Values that are always shown, so that a reader can compare them at a glance."""
_NAMES = {"hitung": "hasil hitung"}
WHOLE = "Pengajuan secara keseluruhan"


class Kelompok(msgspec.Struct, frozen=True):
    """The open findings of one rule in one file (None: the submission), the worst severity and the rule's own words."""

    aturan: RingkasAturan
    berkas: str | None
    keparahan: Keparahan
    temuan: tuple[Temuan, ...]


class Belum(msgspec.Struct, frozen=True):
    """Rules that could not be decided for one and the same reason."""

    status: Status
    alasan: str
    aturan: tuple[str, ...]
    berkas: tuple[str, ...]


class Putusan(msgspec.Struct, frozen=True):
    """The verdict: level (perlu, catatan, bersih, belum) and one sentence."""

    tingkat: str
    teks: str


def rules(run: Run) -> dict[str, RingkasAturan]:
    """The rules by id, with a stand-in for a rule that the run does not describe."""
    known = {rule.id: rule for rule in run.aturan}
    for item in run.hasil:
        if item.aturan not in known:
            known[item.aturan] = RingkasAturan(item.aturan, item.aturan, "info", (), "", "")
    return known


def rank(keparahan: Keparahan) -> int:
    """0 for the worst."""
    return KEPARAHAN.index(keparahan)


def groups(run: Run) -> list[Kelompok]:
    """Findings that no waiver accepts, grouped by rule and file: worst first, then by rule and file."""
    known = rules(run)
    grouped: dict[tuple[str, str | None], list[Temuan]] = {}
    for hasil, temuan in run.findings():
        if temuan.pengecualian is None:
            grouped.setdefault((hasil.aturan, hasil.berkas), []).append(temuan)
    found = [
        Kelompok(known[rule_id], berkas, min((t.keparahan for t in items), key=rank), tuple(items))
        for (rule_id, berkas), items in grouped.items()
    ]
    return sorted(found, key=lambda group: (rank(group.keparahan), group.aturan.id, group.berkas or ""))


def by_rule(run: Run) -> list[list[Kelompok]]:
    """The groups of each rule together, worst rule first: the same rule in several files is one matter."""
    grouped: dict[str, list[Kelompok]] = {}
    for group in groups(run):
        grouped.setdefault(group.aturan.id, []).append(group)
    return list(grouped.values())


def places(berkas: str | None, temuan: Temuan) -> tuple[BuktiTemuan, ...]:
    """The evidence of a finding; where there is none, the file it stands under."""
    return temuan.bukti or ((BuktiTemuan(berkas),) if berkas else ())


def values(temuan: Temuan) -> dict[str, str]:
    """What is stated beside what was expected, by name; of other values only those that the message doesn't tell."""
    return {
        _NAMES.get(name, name.replace("_", " ")): value
        for name, value in temuan.nilai.items()
        if value and (name in COMPARED or value not in temuan.pesan)
    }


def advice(rule: RingkasAturan, temuan: Iterable[Temuan]) -> str:
    """One remedy for findings of one rule; where theirs differ in a value, all values: "Sertakan A, B dan C ..."."""
    return merged(rule.saran, (item.saran for item in temuan))


def merged(template: str, texts: Iterable[str]) -> str:
    """Texts that were made from one template as one text, with all values where theirs differ."""
    distinct = list(dict.fromkeys(texts))
    if len(distinct) == 1:
        return distinct[0]
    pieces = re.split(r"\{(\w+)\}", template)
    pattern = "(.+?)".join(re.escape(piece) for piece in pieces[::2])
    matches = [match for match in (re.fullmatch(pattern, saran) for saran in distinct) if match]
    if len(matches) < len(distinct):
        return f"{distinct[0]} Begitu pula untuk temuan serupa lainnya."
    values = [_listing(dict.fromkeys(match[number] for match in matches)) for number in range(1, len(pieces[1::2]) + 1)]
    return "".join(piece + value for piece, value in zip(pieces[::2], [*values, ""], strict=True))


def _listing(values: Iterable[str]) -> str:
    """ "A", "A dan B", "A, B, C dan 4 lainnya"; with semicolons where a value has a comma or "dan" of its own."""
    items = list(values)
    shown, rest = items[:ADVICE], len(items) - ADVICE
    if any("," in item or " dan " in item for item in shown):
        return "; ".join(shown) + (f"; dan {rest} lainnya" if rest > 0 else "")
    if rest > 0:
        return f"{', '.join(shown)} dan {rest} lainnya"
    return " dan ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def waived(run: Run) -> list[tuple[Hasil, Temuan]]:
    """Findings that a waiver accepts."""
    return [(hasil, temuan) for hasil, temuan in run.findings() if temuan.pengecualian is not None]


def counts(run: Run) -> dict[Keparahan, int]:
    """Open findings by severity."""
    result: dict[Keparahan, int] = dict.fromkeys(KEPARAHAN, 0)
    for _, temuan in run.findings():
        if temuan.pengecualian is None:
            result[temuan.keparahan] += 1
    return result


def by_file(run: Run) -> list[tuple[str, list[Kelompok]]]:
    """Groups by document, the document with the worst findings first; those on the submission under WHOLE."""
    grouped: dict[str, list[Kelompok]] = {}
    for group in groups(run):
        grouped.setdefault(group.berkas or WHOLE, []).append(group)
    return list(grouped.items())


def undecided(run: Run, statuses: Iterable[Status] = ("galat", "tidak_ada", "telaah_manual")) -> list[Belum]:
    """What could not be decided, one entry for each status and reason, in order of the statuses, then of size."""
    order = list(statuses)
    grouped: dict[tuple[Status, str], list[Hasil]] = {}
    for item in run.hasil:
        if item.status in order:
            grouped.setdefault((item.status, item.alasan or "Tanpa keterangan."), []).append(item)
    found = [
        Belum(
            status,
            alasan,
            tuple(dict.fromkeys(item.aturan for item in items)),
            tuple(dict.fromkeys(item.berkas for item in items if item.berkas)),
        )
        for (status, alasan), items in grouped.items()
    ]
    return sorted(found, key=lambda item: (order.index(item.status), -len(item.aturan), item.aturan))


def unread(run: Run) -> list[BerkasRun]:
    """Files that could not be read or whose kind is not recognised."""
    return [file for file in run.berkas if file.galat or file.jenis is None]


def title(run: Run) -> str:
    """Unit and year: "Kecamatan Sukamaju, tahun 2024"."""
    unit = run.unit or "Unit tidak diketahui"
    return f"{unit}, tahun {run.tahun}" if run.tahun else f"{unit}, tahun tidak diketahui"


def verdict(run: Run) -> Putusan:
    """What the reader must know first, in one sentence; nothing decided never reads as nothing wrong."""
    number = counts(run)
    open_rules = sum(run.ringkasan.get(status, 0) for status in ("tidak_ada", "telaah_manual"))
    broken = run.ringkasan.get("galat", 0)
    listing = ", ".join(f"{count} {words.KEPARAHAN[key].lower()}" for key, count in number.items() if count)
    listing = listing.replace(" ", " temuan ", 1)
    tail = f"; {open_rules} aturan belum dapat diputuskan" if open_rules else ""
    failed = f"; {broken} aturan gagal dijalankan sehingga hasil belum lengkap" if broken else ""
    if number["kritis"] or number["mayor"]:
        return Putusan("perlu", f"PERLU PERBAIKAN: {listing}{tail}{failed}.")
    if listing:
        return Putusan("catatan", f"ADA CATATAN: {listing}{tail}{failed}.")
    if not run.ringkasan.get("lulus") and not waived(run):
        return Putusan("belum", f"BELUM DAPAT DINILAI: tidak satu pun aturan dapat diputuskan{tail}{failed}.")
    if tail or failed:
        return Putusan("belum", f"TIDAK ADA TEMUAN pada yang dapat diperiksa{tail}{failed}.")
    accepted = len(waived(run))
    if accepted:
        return Putusan("bersih", f"TIDAK ADA TEMUAN TERBUKA: {accepted} temuan dikecualikan, yang lain terpenuhi.")
    return Putusan("bersih", "TIDAK ADA TEMUAN: semua aturan yang berlaku terpenuhi.")
