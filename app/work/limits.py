"""What one file may take of the computer: memory, and time for each step of its reading.

A step is a page of a PDF, or the whole of what has no pages: so a scan of 142 pages may take its ten minutes, and a
file that makes no headway ends after a few. Processor time is limited by the system inside the worker, waiting by the
parent (see pool), which does not count the time a computer sleeps. A page may take `step_wait`, all pages together an
average of `page_wait`: a file made of a thousand slow pages ends too.
"""

from __future__ import annotations

import contextlib
import math
import os
import sys
from typing import Any

import msgspec

from saksama.app.work.machine import processors

MEGA = 1 << 20


class Limits(msgspec.Struct, frozen=True):
    """memory: bytes of address space; step_cpu: processor seconds a step may take; step_wait and page_wait: seconds.

    threads: how many the recogniser of scans may use, which costs a third more of the processor from two on.
    """

    memory: int
    step_cpu: int = 120
    step_wait: float = 300.0
    page_wait: float = 30.0
    threads: int = 1

    def total_wait(self, pages: int) -> float:
        """Seconds that reading a file of so many pages may take in all."""
        return self.step_wait + pages * self.page_wait


def default_limits(*, scans: bool, workers: int) -> Limits:
    """The limits of this computer's user; scans: the recogniser of scans is installed, whose models need room; workers:
    how many share the processors.

    SAKSAMA_MEMORI (megabytes for one file) and SAKSAMA_BATAS_WAKTU (seconds for one page) in the environment move
    them; what is no positive number there is passed over.
    """
    memory = _number("SAKSAMA_MEMORI") or (3072 if scans else 2048)
    step = _number("SAKSAMA_BATAS_WAKTU")
    threads = max(1, processors() // workers)
    if not step:
        return Limits(memory * MEGA, threads=threads)
    return Limits(memory * MEGA, step, step * 2.5, step / 4, threads)


def _number(name: str) -> int | None:
    text = os.environ.get(name, "")
    return int(text) or None if text.isascii() and text.isdigit() else None


if sys.platform == "win32":
    import ctypes
    import time
    from ctypes import wintypes

    class _Basic(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _Extended(ctypes.Structure):
        _fields_ = [
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    _PROCESS_TIME, _PROCESS_MEMORY, _NO_DIALOG = 0x2, 0x100, 0x400
    _EXTENDED_LIMITS = 9
    TIME_EXCEEDED: tuple[int, ...] = (1816,)
    """Exit codes of a process that used up its time."""

    _job: Any = None

    def apply(limits: Limits) -> None:
        """Hold this process to the limits of a step that begins now; best effort: a system may refuse."""
        global _job  # noqa: PLW0603  (the job lives as long as the process)
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        if _job is None:
            _job = kernel.CreateJobObjectW(None, None)
            kernel.AssignProcessToJobObject(wintypes.HANDLE(_job), wintypes.HANDLE(kernel.GetCurrentProcess()))
        wanted = _Extended()
        wanted.BasicLimitInformation.LimitFlags = _PROCESS_TIME | _PROCESS_MEMORY | _NO_DIALOG
        wanted.BasicLimitInformation.PerProcessUserTimeLimit = int((time.process_time() + limits.step_cpu) * 1e7)
        wanted.ProcessMemoryLimit = limits.memory
        kernel.SetInformationJobObject(
            wintypes.HANDLE(_job), _EXTENDED_LIMITS, ctypes.byref(wanted), ctypes.sizeof(wanted)
        )

    def rest() -> None:
        """Nothing to do: the time limit counts processor time only."""
else:
    import resource
    import signal

    TIME_EXCEEDED: tuple[int, ...] = (-signal.SIGXCPU, -signal.SIGALRM)
    """Exit codes of a process that used up its time."""

    def apply(limits: Limits) -> None:
        """Hold this process to the limits of a step that begins now; best effort: a system may refuse.

        Beside them an alarm ends a worker whose parent is gone, should it hang.
        """
        used = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_AS, limits.memory)
        _limit(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + limits.step_cpu)
        signal.alarm(math.ceil(2 * limits.step_wait) + 1)

    def rest() -> None:
        """The step is done: from here on this process may wait for the next one as long as it takes."""
        signal.alarm(0)

    def _limit(what: int, value: int) -> None:
        _, most = resource.getrlimit(what)
        # macOS knows some limits but refuses to set them.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (value if most == resource.RLIM_INFINITY else min(value, most), most))
