"""The mark of a unit's inputs: a hash of everything its result depends on, so that a change of any of it is seen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from saksama.app.batch.order import Job, Order
from saksama.app.collect import Plan
from saksama.app.work.version import program_version, reader_version
from saksama.checker.assess import Setting
from saksama.parsers.files import sha256


def order_mark(order: Order, setting: Setting) -> str:
    """What every unit of a batch depends on: program, rulebook, profile, framework, nomenclature, date."""
    parts = (
        program_version(),
        reader_version(),
        setting.version,
        setting.book.sha256,
        setting.profile.id,
        sorted(setting.profile.rules),
        dict(setting.profile.keparahan),
        dict(setting.profile.parameter),
        dict(setting.profile.deselected),
        setting.framework.id,
        [edition.sha256 for edition in setting.tools.nomenklatur.semua],
        order.tanggal,
    )
    return _hash(parts)


def job_mark(order: str, job: Job, read: Iterable[tuple[str, str]]) -> str:
    """The mark of one unit: the order's, the documents by name and sha256, and what lay beside them."""
    plan = job.plan
    waivers = [plan.waivers.name, plan.waivers.data] if plan.waivers is not None else None
    parts = (order, job.key, job.tahun, plan.keterangan, waivers, plan.answers, plan.peringatan, sorted(read))
    return _hash(parts)


def on_disk(plan: Plan) -> list[tuple[str, str]]:
    """Name and sha256 of each document as it lies there now; raises OSError for one that can't be opened."""
    return [(name, sha256(path)) for name, path in plan.documents]


def _hash(parts: object) -> str:
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
