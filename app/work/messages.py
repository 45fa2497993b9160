"""What parent and worker say to each other: typed messages, each with its length in front, over a pair of pipes."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import IO

import msgspec

FOLDER = "saksama-kerja-"
"""How the name of a worker's own folder for temporary files begins."""

_LENGTH = struct.Struct("!Q")


class Task(msgspec.Struct, frozen=True, tag=True):
    """A file to read: where it lies (bytes, as the system has it), what it is called, and its kind where that is given.

    content: the file itself, where the worker can't see the place; its suffix is then that of `name`.
    """

    place: bytes
    name: str
    jenis: str | None = None
    content: bytes | None = None

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return Path(os.fsdecode(self.place))


def task(path: Path, name: str, jenis: str | None = None) -> Task:
    """The task to read the file at `path`, which locations and messages call `name`; jenis forces the kind."""
    return Task(os.fsencode(path.absolute()), name, jenis)


class Page(msgspec.Struct, frozen=True, tag=True):
    """One scanned page of a file to read, by its number from 1."""

    task: Task
    number: int


class Whole(msgspec.Struct, frozen=True, tag=True):
    """A file to read with what was read of its scanned pages, by their numbers."""

    task: Task
    pages: dict[int, bytes]


Ask = Task | Page | Whole


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The worker has started."""


class Step(msgspec.Struct, frozen=True, tag=True):
    """A page begins; 0, 0 for a part of the work without pages."""

    page: int
    pages: int


class Read(msgspec.Struct, frozen=True, tag=True):
    """The file as read: its encoded Berkas, the sha256 of what was read, and whether it may be kept."""

    payload: bytes
    sha256: str
    lasting: bool


class Scans(msgspec.Struct, frozen=True, tag=True):
    """The file has many scanned pages, to be read one by one: their numbers, and how many pages it has in all."""

    numbers: tuple[int, ...]
    pages: int


class Part(msgspec.Struct, frozen=True, tag=True):
    """One page as read; empty where the file has no such page any more, which reading the whole file will tell."""

    payload: bytes


class Broke(msgspec.Struct, frozen=True, tag=True):
    """The reader raised an error that it should not have: a bug; what error it was."""

    error: str


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The system refused something while the file was read: its error number, 0 where it gave none."""

    errno: int


class NoMemory(msgspec.Struct, frozen=True, tag=True):
    """The reader asked for more memory than it may have."""


Said = Ready | Step | Read | Scans | Part | Broke | Refused | NoMemory
_encoder = msgspec.msgpack.Encoder()
_said = msgspec.msgpack.Decoder(Said)
_ask = msgspec.msgpack.Decoder(Ask)


def send(stream: IO[bytes], message: Said | Ask) -> None:
    """Write one message; raises OSError where the other side is gone."""
    data = _encoder.encode(message)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive_ask(stream: IO[bytes]) -> Ask | None:
    """What is to be read next, None when the parent has closed the pipe."""
    data = _frame(stream)
    return _ask.decode(data) if data is not None else None


def receive(stream: IO[bytes]) -> Said | None:
    """What the worker says next, None when it is gone."""
    data = _frame(stream)
    return _said.decode(data) if data is not None else None


def _frame(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None
