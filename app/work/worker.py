"""The worker: a process of its own that reads one file after the other under limits, as its parent hands them over.

Native libraries abort where they run out of memory or meet garbage: then this process ends, and nothing else.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import msgspec

from saksama.app.work.child import channel
from saksama.app.work.codec import encode
from saksama.app.work.limits import Limits, apply, rest
from saksama.app.work.messages import (
    FOLDER,
    Broke,
    NoMemory,
    Read,
    Ready,
    Refused,
    Said,
    Step,
    Task,
    receive_task,
    send,
)
from saksama.parsers.berkas import Berkas, read_berkas
from saksama.parsers.steps import listening

Reader = Callable[[Path, str, str | None], Berkas]


def serve(limits: Limits, reader: Reader = read_berkas) -> None:
    """Read the files that come in on standard input until it is closed, and answer on what was standard output."""
    tasks, answers = channel()

    def hear(page: int, pages: int) -> None:
        apply(limits)
        send(answers, Step(page, pages))

    # A parent that is gone needs no answers.
    with contextlib.suppress(BrokenPipeError), listening(hear):
        send(answers, Ready())
        while (task := receive_task(tasks)) is not None:
            apply(limits)
            answer = _answer(task, reader)
            rest()
            send(answers, answer)
    # The parent removes the folder it gave us, unless it was killed.
    own = Path.cwd()
    if own.name.startswith(FOLDER):
        shutil.rmtree(own, ignore_errors=True)
    # Nothing else is left to tidy: taking the interpreter down in order would only take time.
    os._exit(0)


def _answer(task: Task, reader: Reader) -> Said:
    try:
        file = _read(task, reader)
        return Read(encode(file), file.sha256, lasting=file.tetap)
    except MemoryError:
        return NoMemory()
    except OSError as error:
        return Refused(error.errno or 0)
    except Exception as error:  # noqa: BLE001  (the one place: a reader that breaks must cost one file, not the job)
        if os.environ.get("SAKSAMA_JEJAK"):
            traceback.print_exception(error)
        return Broke(f"{type(error).__name__}: {error}".encode(errors="replace").decode())


def _read(task: Task, reader: Reader) -> Berkas:
    if task.content is None:
        return reader(task.path, task.name, task.jenis)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"berkas{PurePosixPath(task.name).suffix}"
        path.write_bytes(task.content)
        return reader(path, task.name, task.jenis)


def main() -> None:
    """Start from the command line: the limits, as JSON, are the only argument."""
    serve(msgspec.json.decode(sys.argv[1].encode(), type=Limits))


if __name__ == "__main__":
    main()
