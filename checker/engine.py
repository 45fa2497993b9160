"""The engine: every rule of a profile on a submission, outcome by outcome. Pure: the same input, the same result.

The only place that catches every exception: a rule that breaks is `galat`, never a finding, and stops no other rule.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from saksama.checker.checks.base import Case, Offence, Verdict, least, manual
from saksama.checker.checks.pengajuan import ROMAN
from saksama.checker.profile import Profile
from saksama.checker.rulebook import BoundRule
from saksama.checker.run import Hasil, Keparahan, Keyakinan, Status, Temuan, roll_up
from saksama.checker.submission import Naskah, Submission, fold
from saksama.checker.tools import Tools
from saksama.parsers.berkas import Berkas

_QUOTED_STOP = re.compile(r"(?<!\.)\.”(?=[.,;:])")
"""The full stop of a quoted sentence that goes on: “... desa.”, padahal."""
WHOLE = "Aturan ini menilai pengajuan secara utuh; berikan seluruh berkas satu unit dan tahun dalam satu folder."


def evaluate(submission: Submission, profile: Profile, tools: Tools) -> tuple[Hasil, ...]:
    """The outcome of every rule of the rulebook, in order of id; each rule occurs at least once."""
    outcomes: dict[str, Sequence[Hasil]] = {}
    late = [rule_id for rule_id, bound in profile.rules.items() if bound.check.scope == "susulan"]
    for rule_id in (*(rule_id for rule_id in profile.rules if rule_id not in late), *late):
        outcomes[rule_id] = run_rule(rule_id, submission, profile, tools, outcomes)
    return tuple(item for rule_id in profile.rules for item in outcomes[rule_id])


def run_rule(
    rule_id: str,
    submission: Submission,
    profile: Profile,
    tools: Tools,
    outcomes: Mapping[str, Sequence[Hasil]],
) -> list[Hasil]:
    """The outcomes of one rule: one per document it applies to, or one on the submission.

    outcomes: those of the rules already judged, for rules that look at them.
    """
    if rule_id in profile.deselected:
        return [Hasil(rule_id, "tidak_dipilih", alasan=profile.deselected[rule_id])]
    bound = profile.rules[rule_id]
    severity = profile.keparahan.get(rule_id, bound.rule.keparahan)
    if bound.check.scope in ("pengajuan", "susulan"):
        if submission.single:
            return [Hasil(rule_id, "tidak_ada", alasan=WHOLE)]
        case = Case(submission, bound.rule.berlaku_untuk.jenis, tools=tools, outcomes=outcomes)
        return _comparison(bound, _call(bound, case), submission, severity)
    if bound.check.scope == "berkas":
        return _files(bound, submission, severity, tools)
    documents = submission.of(*bound.rule.berlaku_untuk.jenis)
    if not documents:
        absent: Status = "tidak_berlaku" if bound.rule.berlaku_untuk.hanya_bila_ada else "tidak_ada"
        return [Hasil(rule_id, absent, alasan=_absent(bound.rule.berlaku_untuk.jenis))]
    return [_document(bound, naskah, submission, severity, tools) for naskah in documents]


def _files(bound: BoundRule, submission: Submission, severity: Keparahan, tools: Tools) -> list[Hasil]:
    """One outcome per file of the kinds the rule applies to (any kind, when it names none)."""
    jenis = bound.rule.berlaku_untuk.jenis
    chosen = [file for file in submission.files if not jenis or file.jenis in jenis]
    if not chosen:
        return [Hasil(bound.id, "tidak_ada", alasan=_absent(jenis))]
    outcomes = []
    for file in chosen:
        verdict = _call(bound, Case(submission, jenis, file=file, tools=tools))
        role = file.jenis or "berkas"
        findings = [_finding(bound, offence, offence.role or role, severity, file) for offence in verdict.offences]
        outcomes.append(Hasil(bound.id, verdict.status, file.berkas, verdict.alasan, tuple(_unique(findings))))
    return outcomes


def _absent(jenis: Iterable[str]) -> str:
    return f"Tidak ada berkas {' atau '.join(kind.replace('_', ' ') for kind in jenis)} yang dikenali."


def _document(bound: BoundRule, naskah: Naskah, submission: Submission, severity: Keparahan, tools: Tools) -> Hasil:
    """One outcome for one document; those of its records are rolled up."""
    jenis = bound.rule.berlaku_untuk.jenis
    if bound.check.scope == "naskah":
        judged = [(naskah.role, naskah.files[0], _call(bound, Case(submission, jenis, naskah, tools=tools)))]
    elif not naskah.parts:
        reason = f"Isi {naskah.berkas} tidak dikenali sebagai {naskah.jenis.replace('_', ' ')}."
        return Hasil(bound.id, "tidak_ada", naskah.berkas, reason)
    else:
        judged = [
            (part.role, part.berkas, _record(bound, Case(submission, jenis, naskah, part, tools=tools)))
            for part in naskah.parts
        ]
    if len(naskah.files) > 1:
        # In a report of chapter files the one with the table decides; the others need not have it.
        judged = [one for one in judged if one[2].status != "tidak_ada"] or judged
    status = roll_up(verdict.status for _, _, verdict in judged)
    owners = _owners(naskah)
    findings = [
        _named(_finding(bound, offence, offence.role or role, severity, file), owners.get(role))
        for role, file, verdict in judged
        for offence in verdict.offences
    ]
    if status != "temuan":
        findings = []
    reasons = [verdict.alasan for _, _, verdict in judged if verdict.alasan and verdict.status == status]
    places = {one.bukti[0].berkas for one in findings if one.bukti}
    # What is wrong in one chapter file only is reported on that file.
    shown = places.pop() if len(places) == 1 and places <= {file.berkas for file in naskah.files} else naskah.berkas
    return Hasil(bound.id, status, shown, "; ".join(dict.fromkeys(reasons)) or None, tuple(_unique(findings)))


def _owners(naskah: Naskah) -> dict[str, str]:
    """Whose record it is, by role, where a document holds several: the official's post, or the quarter."""
    if len(naskah.parts) < 2:
        return {}
    return {part.role: name for part in naskah.parts if (name := _owner(part.isi))}


def _owner(isi: Any) -> str | None:
    first = getattr(isi, "pihak_pertama", None)
    quarter = getattr(isi, "triwulan", None)
    if first is not None and first.jabatan:
        return " ".join(first.jabatan.split())
    return f"Triwulan {ROMAN[quarter - 1]}" if isinstance(quarter, int) and 1 <= quarter <= len(ROMAN) else None


def _named(finding: Temuan, owner: str | None) -> Temuan:
    """The finding with its owner before the message, unless the message says it."""
    if owner is None or fold(owner) in fold(finding.pesan):
        return finding
    return msgspec.structs.replace(finding, pesan=f"{owner}: {finding.pesan}")


def _record(bound: BoundRule, case: Case) -> Verdict:
    """A rule for certain levels of office is not applied to others, nor decided against one whose level is unknown."""
    levels = bound.rule.berlaku_untuk.tingkat
    level = getattr(case.isi, "tingkat", None)
    if levels and level is not None and level not in levels:
        return Verdict("tidak_berlaku", f"Aturan ini tidak untuk tingkat {level.replace('_', ' ')}.")
    verdict = _call(bound, case)
    if levels and level is None and verdict.status == "temuan":
        return manual("Tingkat jabatan tidak dikenali, sehingga berlaku tidaknya aturan ini perlu ditelaah.")
    return verdict


def _call(bound: BoundRule, case: Case) -> Verdict:
    try:
        return bound.check.run(case, bound.params)
    except Exception as error:  # noqa: BLE001  (the one place: a broken rule is reported as such)
        return Verdict("galat", f"Aturan {bound.id} gagal dijalankan: {type(error).__name__}: {error}")


def _comparison(bound: BoundRule, verdict: Verdict, submission: Submission, severity: Keparahan) -> list[Hasil]:
    """One item per document to be corrected; one on the submission when nothing failed."""
    if verdict.status != "temuan":
        return [Hasil(bound.id, verdict.status, None, verdict.alasan)]
    files = {file.berkas: file for file in submission.files}
    grouped: dict[str | None, list[Temuan]] = {}
    for offence in verdict.offences:
        file = files.get(offence.berkas) if offence.berkas else None
        role = offence.role or (file.jenis if file else None) or "pengajuan"
        grouped.setdefault(offence.berkas, []).append(_finding(bound, offence, role, severity, file))
    return [
        Hasil(bound.id, "temuan", berkas, verdict.alasan, tuple(_unique(findings)))
        for berkas, findings in sorted(grouped.items(), key=lambda pair: pair[0] or "")
    ]


def _finding(bound: BoundRule, offence: Offence, role: str, severity: Keparahan, file: Berkas | None) -> Temuan:
    values = dict.fromkeys(bound.check.values, "") | dict(offence.nilai)
    level: Keyakinan = least(offence.keyakinan, file.keyakinan) if file and file.keyakinan else offence.keyakinan
    return Temuan(
        sidik=fingerprint(bound.id, role, offence.label, offence.kolom),
        keparahan=severity,
        keyakinan=level,
        pesan=_QUOTED_STOP.sub("”", bound.rule.pesan.format_map(values)),
        saran=bound.rule.saran.format_map(values),
        nilai=dict(offence.nilai),
        bukti=offence.bukti,
        peran=role,
    )


def fingerprint(rule_id: str, role: str, label: str, column: str) -> str:
    """What names a finding across runs: rule, document role, normalised row label, column; no page or row number."""
    text = "|".join((rule_id, role, fold(label), fold(column)))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _unique(findings: Iterable[Temuan]) -> Iterator[Temuan]:
    """Equal fingerprints told apart by their order, so that each finding can be accepted or compared on its own."""
    seen: dict[str, int] = {}
    for finding in findings:
        count = seen[finding.sidik] = seen.get(finding.sidik, 0) + 1
        yield finding if count == 1 else msgspec.structs.replace(finding, sidik=f"{finding.sidik}-{count}")
