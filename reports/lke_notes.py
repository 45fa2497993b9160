"""What the worksheet says beside each criterion: what was found or why nothing could be decided, and the evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from saksama.checker.run import BuktiTemuan, Hasil, Kriteria, Subkomponen, Temuan
from saksama.reports import groups, place, words

MESSAGES = 3
EVIDENCE = 5
PLACES = 3
FILES = 2
QUOTE = 70


def of_sub(sub: Subkomponen) -> str:
    """Floor and ceiling of a sub-component, and what was proposed or why nothing was."""
    span = f"Lantai {words.number(sub.lantai)}, plafon {words.number(sub.plafon)}."
    if sub.gradasi is None:
        return f"Belum ada usulan: tidak satu pun kriteria dapat diputuskan; nilai memakai lantai. {span}"
    return f"Usulan nilai {words.number(sub.nilai)}. {span}"


def of_criterion(
    kriteria: Kriteria, findings: Sequence[tuple[Hasil, Temuan]], hasil: Mapping[str, Sequence[Hasil]]
) -> str:
    """What was found, or why nothing could be decided; equal sentences once, with their number."""
    parts = [kriteria.catatan] if kriteria.catatan else []
    messages = Counter(words.shorten(temuan.pesan, 240) for _, temuan in findings)
    shown = list(messages.items())[:MESSAGES]
    parts += [words.sentence(text) + (f" ({count} kali)" if count > 1 else "") for text, count in shown]
    rest = len(findings) - sum(count for _, count in shown)
    if rest:
        parts.append(f"Dan {rest} temuan lain (lihat lembar Temuan).")
    if kriteria.usulan is None:
        open_states = ("tidak_ada", "telaah_manual", "galat")
        reasons = [item.alasan for key in kriteria.aturan for item in hasil.get(key, ()) if item.status in open_states]
        parts += [words.shorten(reason, 240) for reason in dict.fromkeys(reasons) if reason][:MESSAGES]
    return "\n".join(parts)


def evidence(kriteria: Kriteria, findings: Sequence[tuple[Hasil, Temuan]], hasil: Mapping[str, Sequence[Hasil]]) -> str:
    """Files and places: of the findings by rule and file first, then the files in which the rules are satisfied."""
    found: dict[tuple[str, str], list[BuktiTemuan]] = {}
    for outcome, temuan in findings:
        for bukti in groups.places(outcome.berkas, temuan):
            found.setdefault((outcome.aturan, bukti.berkas), []).append(bukti)
    entries = []
    for (rule_id, _), places in found.items():
        quote = next((f" “{words.shorten(bukti.kutipan, QUOTE)}”" for bukti in places if bukti.kutipan), "")
        entries.append(f"{rule_id}: {place.evidence(places, PLACES)}{quote}")
    passed: dict[str, list[str]] = {}
    for rule_id in kriteria.aturan:
        for item in hasil.get(rule_id, ()):
            if item.status == "lulus":
                passed.setdefault(item.berkas or groups.WHOLE, []).append(rule_id)
    alike: dict[str, list[str]] = {}
    for berkas, ids in passed.items():
        alike.setdefault(", ".join(dict.fromkeys(ids)), []).append(berkas)
    for ids_told, files in alike.items():
        more = f" dan {len(files) - FILES} berkas lain" if len(files) > FILES else ""
        entries.append(f"{', '.join(files[:FILES])}{more} (memenuhi {ids_told})")
    if len(entries) > EVIDENCE:
        entries = [*entries[:EVIDENCE], f"dan {len(entries) - EVIDENCE} lainnya (lihat lembar Temuan)"]
    return "\n".join(entries)
