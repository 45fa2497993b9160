"""jawaban.json as it is given to a check: read, and refused where it doesn't belong to what is checked."""

from __future__ import annotations

from pathlib import Path

import msgspec

from saksama.app.console import JobError
from saksama.app.failure import reason
from saksama.app.folder import ANSWERS
from saksama.checker import answers
from saksama.checker.assess import Setting
from saksama.checker.score import score
from saksama.checker.submission import Submission, fold


def read_given(path: Path | None, found: bytes | None) -> tuple[str, bytes] | None:
    """Name and content of the answers to use: the file asked for, else the one that lay among the documents."""
    if path is None:
        return (ANSWERS, found) if found is not None else None
    try:
        return str(path), path.read_bytes()
    except OSError as error:
        raise JobError(f"{path}: tidak dapat dibuka ({reason(error)}). Berikan jawaban.json dari lke impor.") from None


def load_answers(
    given: tuple[str, bytes] | None, submission: Submission, setting: Setting
) -> tuple[answers.Jawaban | None, tuple[str, ...]]:
    """The answers and warnings about them; raises JobError for a foreign file, another year or another framework."""
    if given is None:
        return None, ()
    name, data = given
    try:
        taken = answers.from_json(data)
    except (msgspec.ValidationError, msgspec.DecodeError):
        raise JobError(
            f"{name}: bukan berkas jawaban Saksama, atau isinya rusak. Ambil lagi dengan saksama lke impor."
        ) from None
    wrong = list(answers.problems(taken, score(setting.framework, ())))
    if taken.tahun and submission.tahun and taken.tahun != submission.tahun:
        wrong.append(f"jawaban dibuat untuk tahun {taken.tahun}, sedangkan yang diperiksa tahun {submission.tahun}.")
    if wrong:
        raise JobError(
            f"{name}: {wrong[0]}" if len(wrong) == 1 else f"{name}:" + "".join(f"\n  {one}" for one in wrong)
        )
    if taken.unit and submission.unit and fold(taken.unit) != fold(submission.unit):
        return taken, (f"{name} dibuat untuk {taken.unit}, sedangkan yang diperiksa {submission.unit}.",)
    return taken, ()
