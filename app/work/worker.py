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
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

import msgspec

from saksama.app.work.child import channel
from saksama.app.work.codec import encode
from saksama.app.work.limits import Limits, apply, rest
from saksama.app.work.messages import (
    FOLDER,
    Ask,
    Broke,
    NoMemory,
    Page,
    Part,
    Read,
    Ready,
    Refused,
    Said,
    Scans,
    Step,
    Task,
    Whole,
    receive_ask,
    send,
)
from saksama.parsers.berkas import Berkas, read_berkas
from saksama.parsers.model import ReadError
from saksama.parsers.ocr.spread import ManyScans, read_page, with_others
from saksama.parsers.steps import listening

Reader = Callable[[Path, str, str | None], Berkas]
PageReader = Callable[[Path, str, int], bytes]


def serve(limits: Limits, reader: Reader = read_berkas, page_reader: PageReader = read_page) -> None:
    """Read what is asked for on standard input until it is closed, and answer on what was standard output."""
    asked, answers = channel()

    def hear(page: int, pages: int) -> None:
        apply(limits)
        send(answers, Step(page, pages))

    # A parent that is gone needs no answers.
    with contextlib.suppress(BrokenPipeError), listening(hear):
        send(answers, Ready())
        while (ask := receive_ask(asked)) is not None:
            apply(limits)
            answer = _answer(ask, reader, page_reader)
            rest()
            send(answers, answer)
    # The parent removes the folder it gave us, unless it was killed.
    own = Path.cwd()
    if own.name.startswith(FOLDER):
        shutil.rmtree(own, ignore_errors=True)
    # Nothing else is left to tidy: taking the interpreter down in order would only take time.
    os._exit(0)


def _answer(ask: Ask, reader: Reader, page_reader: PageReader) -> Said:
    try:
        match ask:
            case Page(task, number):
                return _page(task, page_reader, number)
            case Whole(task, pages):
                return _file(task, reader, pages or None)
            case Task():
                return _file(ask, reader, {})
    except MemoryError:
        return NoMemory()
    except OSError as error:
        return Refused(error.errno or 0)
    except Exception as error:  # noqa: BLE001  (the one place: a reader that breaks must cost one file, not the job)
        if os.environ.get("SAKSAMA_JEJAK"):
            traceback.print_exception(error)
        return Broke(f"{type(error).__name__}: {error}".encode(errors="replace").decode())


def _file(task: Task, reader: Reader, pages: Mapping[int, bytes] | None) -> Said:
    try:
        with _placed(task) as path, with_others(pages):
            file = reader(path, task.name, task.jenis)
    except ManyScans as many:
        return Scans(many.numbers, many.pages)
    return Read(encode(file), file.sha256, lasting=file.tetap)


def _page(task: Task, reader: PageReader, number: int) -> Said:
    try:
        with _placed(task) as path:
            return Part(reader(path, task.name, number))
    except ReadError:
        return Part(b"")


@contextlib.contextmanager
def _placed(task: Task) -> Iterator[Path]:
    """Where the file of a task lies, also one that came as content."""
    if task.content is None:
        yield task.path
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"berkas{PurePosixPath(task.name).suffix}"
        path.write_bytes(task.content)
        yield path


def main() -> None:
    """Start from the command line: the limits, as JSON, are the only argument."""
    serve(msgspec.json.decode(sys.argv[1].encode(), type=Limits))


if __name__ == "__main__":
    main()
