"""The locked sets in requirements/: what is in them, and which of it a machine of some kind gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "requirements"
INSIDE = ("build", "dev")
"""The sets that never reach a user: what makes the wheel, and the development tools."""


class Locked(NamedTuple):
    """One package of a lock file: canonical name, version, the marker that limits it or "", its sha256 hashes, and the
    packages that require it."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    via: tuple[str, ...]

    def holds(self, target: Target) -> bool:
        """Whether a machine of that kind gets it."""
        line = f"x ; {self.marker}" if self.marker else "x"
        marker = Requirement(line).marker
        return marker is None or marker.evaluate(target.environment())


class Target(NamedTuple):
    """A kind of machine: "3.12", "linux" or "windows", 64 bits each."""

    python: str
    system: str

    def environment(self) -> dict[str, str]:
        """What markers ask of it."""
        windows = self.system == "windows"
        return {
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "sys_platform": "win32" if windows else "linux",
            "platform_system": "Windows" if windows else "Linux",
            "platform_machine": "AMD64" if windows else "x86_64",
            "os_name": "nt" if windows else "posix",
            "extra": "",
        }


PYTHONS = ("3.11", "3.12", "3.13", "3.14")
TARGETS = tuple(Target(python, system) for system in ("windows", "linux") for python in PYTHONS)


def sets() -> list[str]:
    """The names of the locked sets: run first, then the extras, those that stay inside last."""
    found = [path.stem for path in LOCKS.glob("*.txt")]
    return sorted(found, key=lambda name: (name in INSIDE, name != "run", name))


def shipped() -> list[str]:
    """The sets that reach a user: run, then the extras."""
    return [name for name in sets() if name not in INSIDE]


def read(name: str) -> list[Locked]:
    """The packages of a locked set, in the order of the file."""
    return list(_parse((LOCKS / f"{name}.txt").read_text(encoding="utf-8")))


def pinned(packages: list[Locked], target: Target) -> str:
    """A requirements file with hashes and without markers, for exactly one kind of machine.

    pip judges markers by the Python that runs it, not by the one asked for.
    """
    lines = [
        " ".join([f"{one.name}=={one.version}", *(f"--hash=sha256:{digest}" for digest in one.hashes)])
        for one in packages
        if one.holds(target)
    ]
    return "\n".join(lines) + "\n"


def _parse(text: str) -> Iterator[Locked]:
    for block in re.split(r"\n(?=\S)", text.replace("\\\n", " ").strip()):
        line, *comments = block.splitlines()
        words, *hashes = line.split("--hash=sha256:")
        requirement = Requirement(words.strip())
        (specifier,) = requirement.specifier
        via = [comment.strip().removeprefix("#").strip().removeprefix("via").strip() for comment in comments]
        yield Locked(
            canonicalize_name(requirement.name),
            specifier.version,
            str(requirement.marker) if requirement.marker else "",
            tuple(digest.strip() for digest in hashes),
            tuple(canonicalize_name(name.partition(" ")[0]) for name in via if name),
        )
