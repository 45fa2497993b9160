"""The Run of a submission: judged, or taken from the cache.

A Run is a function of the documents as they were read, of what lay beside them, of what they are judged by, and of this
program: the key of an entry is a hash of all that. What was judged by files that nobody can know beforehand (a profile
of one's own and what it refers to) names them with their hashes in the entry.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from saksama.app.answers import Given, read_given
from saksama.app.collect import Bacaan, Plan, collected
from saksama.app.console import progress
from saksama.app.sources import sources, sources_hash
from saksama.app.work.cache import Cache
from saksama.app.work.version import program_version, reader_version
from saksama.checker.assess import Setting
from saksama.checker.run import Run, from_json, to_json
from saksama.parsers import yamlfile


class Judged(msgspec.Struct, frozen=True):
    """A Run and its run.json."""

    run: Run
    data: bytes


class Asked(msgspec.Struct, frozen=True):
    """By what a submission is to be judged, as the options of `periksa` say it."""

    profil: str
    kerangka: str | None = None
    rules: Path | None = None
    tahun: int | None = None
    tanggal: dt.date | None = None
    jawaban: tuple[Path, ...] = ()


class _Elsewhere(msgspec.Struct, frozen=True):
    """A file that a Run depends on besides the rulebook: as it was named, and the hash of its text."""

    path: str
    text: str


class Judging:
    """One submission judged, with a cache or without."""

    def __init__(self, asked: Asked, cache: Cache | None) -> None:
        self._asked = asked
        self._cache = cache
        self._sources = sources_hash(asked.rules) if cache is not None else ""
        self._opened: dict[Path, str] = {}

    @cached_property
    def setting(self) -> Setting:
        """Rulebook, profile and framework; raises DataError or JobError."""
        # Slow to import, and not needed for what was kept.
        from saksama.app.setting import load_setting  # noqa: PLC0415

        with yamlfile.recorded() as self._opened:
            return load_setting(self._asked.profil, self._asked.rules, self._asked.kerangka)

    def prepare(self) -> None:
        """Load what is judged by, where there is time for it; raises DataError or JobError."""
        _ = self.setting

    def judged(self, plan: Plan, documents: Sequence[Bacaan]) -> Judged:
        """The Run of a plan and its documents as they were read.

        Raises JobError and DataError as saksama.app.judge does, and for a mistake in the rulebook.
        """
        given = read_given(self._asked.jawaban, plan.answers)
        if self._cache is None:
            return self._judge(plan, documents, given)
        key = self._key(plan, documents, given)
        if (kept := _current(self._cache.get(key))) is not None:
            return kept
        with yamlfile.recorded() as opened:
            judged = self._judge(plan, documents, given)
        # A rule that broke may have broken for want of memory; files that changed meanwhile belong to another key.
        if not judged.run.ringkasan["galat"] and sources_hash(self._asked.rules) == self._sources:
            known = {path for _, path in sources(self._asked.rules)}
            files = [_Elsewhere(str(p), h) for p, h in {**self._opened, **opened}.items() if p not in known]
            self._cache.put(key, msgspec.json.encode(files) + b"\n" + judged.data)
        return judged

    def _judge(self, plan: Plan, documents: Sequence[Bacaan], given: Given) -> Judged:
        # Slow to import, and not needed for what was kept.
        from saksama.app.judge import judge  # noqa: PLC0415

        submission = collected(plan, [one.file() for one in documents])
        setting = self.setting
        with progress(1, "Memeriksa aturan") as step:
            step(f"{len(setting.profile.rules)} aturan")
            run = judge(submission, setting, tahun=self._asked.tahun, tanggal=self._asked.tanggal, given=given)
        return Judged(run, to_json(run))

    def _key(self, plan: Plan, documents: Sequence[Bacaan], given: Given) -> str:
        waivers = [plan.waivers.name, plan.waivers.data] if plan.waivers is not None else None
        asked = msgspec.structs.replace(self._asked, rules=None, jawaban=())
        read = [(hashlib.sha256(one.payload).hexdigest(), one.jenis, one.there) for one in documents]
        beside = (plan.keterangan, waivers, plan.peringatan, plan.single, plan.whole, given)
        program = ("penilaian", sys.version, program_version(), reader_version(), self._sources)
        # Not as JSON: names of files need not be valid text.
        return hashlib.sha256(ascii((program, asked, beside, read)).encode()).hexdigest()


def _current(entry: bytes | None) -> Judged | None:
    """What an entry holds, None without one or where a file that it depends on is another by now."""
    head, _, data = (entry or b"").partition(b"\n")
    try:
        files = msgspec.json.decode(head, type=list[_Elsewhere])
        if all(yamlfile.is_as(Path(file.path), file.text) for file in files):
            return Judged(from_json(data), data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        # Whoever may write to the cache can make an entry of anything.
        return None
    return None
