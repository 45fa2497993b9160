"""Processes of our own, on both sides: how they are started, talked to, and ended."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from typing import Any, BinaryIO

APART: dict[str, Any] = {"start_new_session": True}
"""For Popen: Ctrl-C is for the parent, which ends its processes; on Windows no window opens for them."""
if sys.platform == "win32":
    APART = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}


def command(module: str) -> tuple[str, ...]:
    """The command that runs a module of ours in a process of its own."""
    # -P: a file called numpy.py in the folder the user stands in must not be imported.
    return (sys.executable, "-P", "-m", module)


def channel() -> tuple[BinaryIO, BinaryIO]:
    """In the child: what was standard input and output, to be used for messages alone.

    What a library prints does not get among the messages, nor may it wait for someone to type. What it remarks in
    English on an odd file is for developers, who see it with SAKSAMA_JEJAK=1 in the environment.
    """
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    if not os.environ.get("SAKSAMA_JEJAK"):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    os.dup2(2, 1)
    return incoming, outgoing


def end(process: subprocess.Popen[bytes]) -> None:
    """In the parent: end a process, whatever it is doing, and free what it held."""
    process.kill()
    process.wait()
    for pipe in filter(None, (process.stdin, process.stdout)):
        # What could not be handed over any more is lost with the process.
        with contextlib.suppress(OSError):
            pipe.close()
