"""jawaban.json as it is given to a check: read, and refused where it doesn't belong to what is checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from saksama.app.console import JobError
from saksama.app.failure import reason
from saksama.app.folder import ANSWERS, readable_name
from saksama.app.report import load_run
from saksama.app.results import free_name
from saksama.checker import answers, checklist
from saksama.checker.assess import Setting
from saksama.checker.carried import merge
from saksama.checker.run import Run
from saksama.checker.score import score
from saksama.checker.submission import Submission, fold

T = TypeVar("T")


def take(paper: Path, run: Path, hasil: Path | None, read: Callable[[bytes, str, Run], T]) -> tuple[Path, Run, T]:
    """Answers out of a filled form: where they are to be written, the Run that the form belongs to, and the answers.

    read: takes them out of the form (content, name) that belongs to a Run.
    hasil: the file to write, by default a free name beside run.json. Raises JobError with every reason of `read`.
    """
    from saksama.reports.filled import ImportRefused  # noqa: PLC0415  (openpyxl is slow to import)

    result = load_run(run)
    try:
        data = paper.read_bytes()
    except OSError as error:
        raise JobError(f"{paper}: tidak dapat dibuka ({reason(error)}). Berikan formulir yang sudah diisi.") from None
    if hasil is not None and hasil.exists():
        raise JobError(f"{hasil}: sudah ada dan tidak ditimpa. Pilih nama lain.")
    place = hasil or free_name((run if run.is_dir() else run.parent) / ANSWERS)
    try:
        return place, result, read(data, readable_name(paper.name), result)
    except ImportRefused as error:
        lines = "".join(f"\n  {line}" for line in error.problems)
        raise JobError(f"{paper}: jawaban tidak diambil.{lines}") from None


Given = tuple[tuple[str, bytes], ...]
"""Files of answers: name and content."""


def read_given(paths: Sequence[Path], found: bytes | None) -> Given:
    """The answers to use: the files asked for, else the one that lay among the documents."""
    if not paths:
        return ((ANSWERS, found),) if found is not None else ()
    try:
        return tuple((str(path), path.read_bytes()) for path in paths)
    except OSError as error:
        raise JobError(
            f"{error.filename}: tidak dapat dibuka ({reason(error)}). Berikan jawaban.json dari lke impor atau "
            "reviu impor."
        ) from None


def load_answers(
    given: Given, submission: Submission, setting: Setting
) -> tuple[answers.Jawaban | None, tuple[str, ...]]:
    """The answers and warnings about them; raises JobError for a foreign file, another year or another framework.

    Several files are one: the evaluator's worksheet and the reviewer's form come back apart. An id that two of them
    answer differently is refused by name, because neither may overrule the other in silence.
    """
    whole: answers.Jawaban | None = None
    doubts: list[str] = []
    for name, data in given:
        taken = _read(name, data)
        _refuse(name, _problems(taken, submission, setting))
        if taken.unit and submission.unit and fold(taken.unit) != fold(submission.unit):
            doubts.append(f"{name} dibuat untuk {taken.unit}, sedangkan yang diperiksa {submission.unit}.")
        if whole is None:
            whole = taken
            continue
        whole, differing = merge(whole, taken)
        _refuse(name, [f"jawaban {id_} berbeda dari berkas jawaban sebelumnya." for id_ in differing])
    return whole, tuple(doubts)


def _read(name: str, data: bytes) -> answers.Jawaban:
    try:
        return answers.from_json(data)
    except (msgspec.ValidationError, msgspec.DecodeError):
        raise JobError(
            f"{name}: bukan berkas jawaban Saksama, atau isinya rusak. Ambil lagi dengan saksama lke impor atau "
            "saksama reviu impor."
        ) from None


def _problems(taken: answers.Jawaban, submission: Submission, setting: Setting) -> list[str]:
    wrong = list(answers.problems(taken, score(setting.framework, ())))
    wrong += checklist.strangers(taken.reviu, [statement.id for statement in setting.statements])
    if taken.tahun and submission.tahun and taken.tahun != submission.tahun:
        wrong.append(f"jawaban dibuat untuk tahun {taken.tahun}, sedangkan yang diperiksa tahun {submission.tahun}.")
    return wrong


def _refuse(name: str, wrong: Sequence[str]) -> None:
    """Stop where anything is wrong, naming all of it."""
    if wrong:
        raise JobError(
            f"{name}: {wrong[0]}" if len(wrong) == 1 else f"{name}:" + "".join(f"\n  {one}" for one in wrong)
        )
