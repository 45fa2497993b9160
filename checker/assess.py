"""A submission and a rulebook in, the whole Run out: outcomes, waivers, scores, checklist, counts."""

from __future__ import annotations

from typing import Any

import msgspec

from saksama.checker import answers, checklist, drafts, engine, final, framework, frameworks, waivers
from saksama.checker.editions import NONE, Editions
from saksama.checker.isian import IsianKertas
from saksama.checker.profile import Profile
from saksama.checker.rulebook import Rulebook
from saksama.checker.run import Alat, BerkasRun, BukuAturan, EdisiRun, RingkasAturan, Run, summarise
from saksama.checker.score import score
from saksama.checker.submission import Part, Submission
from saksama.checker.tools import Tools
from saksama.parsers.berkas import Berkas


class Setting(msgspec.Struct, frozen=True):
    """What a submission is judged by: rulebook, profile, framework, checklist, look-ups and the tool's version."""

    version: str
    book: Rulebook
    profile: Profile
    framework: framework.Framework
    statements: tuple[checklist.Statement, ...]
    tools: Tools


def prepare(
    version: str, book: Rulebook, profile: Profile, kerangka: str | None = None, imported: Editions = NONE
) -> Setting:
    """Load what belongs to a profile; raises DataError for a mistake in any of it.

    kerangka overrides the profile's framework; imported: editions of the nomenclature beside the rulebook's own.
    """
    tools = Tools(book.folder, imported)
    lke = frameworks.load(kerangka or profile.kerangka, book.folder, book.rules, tools.peraturan)
    return Setting(version, book, profile, lke, checklist.load(book.folder, book.rules), tools)


def assess(
    submission: Submission,
    setting: Setting,
    accepted: tuple[waivers.Waiver, ...] = (),
    given: answers.Jawaban | None = None,
) -> Run:
    """The Run of a submission. given: the evaluator's answers, which must fit the framework (answers.problems)."""
    hasil = engine.evaluate(submission, setting.profile, setting.tools)
    hasil, warnings = waivers.apply(hasil, accepted, submission.tanggal)
    hasil, isian = answers.mark(hasil, given) if given else (hasil, IsianKertas())
    book = setting.book
    lke = score(setting.framework, hasil)
    lke = final.settle(answers.apply(lke, given) if given else lke)
    reviu = checklist.answer(setting.statements, hasil)
    reviu = checklist.review(reviu, given.reviu) if given else reviu
    warnings = (*warnings, *drafts.problems(lke, setting.profile, setting.tools), *checklist.problems(reviu))
    return Run(
        alat=Alat(setting.version),
        buku_aturan=BukuAturan(book.identity.id, book.identity.versi, book.sha256),
        profil=setting.profile.id,
        parameter=dict(setting.profile.parameter),
        unit=submission.unit,
        tahun=submission.tahun,
        tanggal=submission.tanggal.isoformat() if submission.tanggal else None,
        berkas=tuple(_file(file) for file in submission.files),
        aturan=tuple(_rule(setting, rule_id) for rule_id in setting.profile.rules),
        hasil=hasil,
        lke=lke,
        reviu=reviu,
        ringkasan=summarise(hasil),
        peringatan=warnings,
        nomenklatur=tuple(EdisiRun(one.nama, one.mulai, one.sha256) for one in setting.tools.nomenklatur.semua),
        isian=isian,
    )


def _rule(setting: Setting, rule_id: str) -> RingkasAturan:
    rule = setting.profile.rules[rule_id].rule
    return RingkasAturan(
        id=rule.id,
        judul=rule.judul,
        keparahan=setting.profile.keparahan.get(rule_id, rule.keparahan),
        dasar=tuple(setting.tools.cite(item.peraturan, item.bagian) for item in rule.dasar),
        alasan=rule.alasan,
        saran=rule.saran,
        telaah=rule.telaah,
        rekomendasi=rule.rekomendasi,
    )


def _file(file: Berkas) -> BerkasRun:
    return BerkasRun(
        berkas=file.berkas,
        sha256=file.sha256,
        jenis=file.jenis,
        keyakinan=file.keyakinan,
        pembaca=file.pembaca,
        alasan=file.alasan,
        peringatan=file.peringatan,
        galat=file.galat,
        rekaman=tuple(plain(record.isi) for record in file.records),
        peran=tuple(dict.fromkeys(Part(file, record).role for record in file.records)),
    )


def plain(isi: Any) -> dict[str, Any]:
    """A record as plain values for JSON; rows leave out an empty `lain`."""

    def clean(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: clean(below) for key, below in value.items() if not (key == "lain" and not below)}
        return [clean(below) for below in value] if isinstance(value, list | tuple) else value

    result: dict[str, Any] = clean(msgspec.to_builtins(isi))
    return result
