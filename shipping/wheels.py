"""Has every locked dependency a wheel for the machines of an office?

python -m shipping.wheels check             seconds: uv resolves each set for each kind of machine, wheels only
python -m shipping.wheels download FOLDER   minutes: pip fetches every wheel and checks its hash
python -m shipping.wheels table FOLDER      writes docs/wheels.md from what was fetched
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from packaging.utils import canonicalize_name, parse_wheel_filename

from shipping.locks import PYTHONS, ROOT, TARGETS, Locked, Target, pinned, read, shipped

DOC = ROOT / "docs" / "wheels.md"
GLIBC = "2.28"
"""The oldest C library that is promised: Debian 10, Ubuntu 20.04, RHEL 8 and what came after."""
_UV = {"linux": f"x86_64-manylinux_{GLIBC.replace('.', '_')}", "windows": "x86_64-pc-windows-msvc"}
_MANYLINUX = re.compile(r"manylinux_(\d+)_(\d+)_x86_64")
_OLD_NAMES = {"manylinux1_x86_64": (2, 5), "manylinux2010_x86_64": (2, 12), "manylinux2014_x86_64": (2, 17)}


def check() -> int:
    """Resolve every set for every target with wheels only and hashes required; returns how many fail."""
    failed = 0
    for name in shipped():
        for target in TARGETS:
            with tempfile.TemporaryDirectory() as folder:
                wanted = Path(folder) / "set.txt"
                wanted.write_text(pinned(read(name), target), encoding="utf-8")
                done = subprocess.run(
                    [
                        # The system's certificates: an office's network may have one of its own.
                        *(sys.executable, "-m", "uv", "pip", "install", "-q", "--dry-run", "--system-certs"),
                        *("--only-binary", ":all:", "--require-hashes", "--python-version", target.python),
                        *("--python-platform", _UV[target.system], "--target", folder, "-r", str(wanted)),
                    ],
                    capture_output=True,
                    text=True,
                    check=False,
                )
            failed += done.returncode != 0
            told = f"FAILED\n{done.stderr}" if done.returncode else "ok"
            print(f"{name:<6} {target.system:<8} Python {target.python}  {told}")
    return failed


def platforms(system: str) -> list[str]:
    """The platform tags that a machine of this kind takes, the newest first."""
    if system == "windows":
        return ["win_amd64"]
    newest = int(GLIBC.split(".")[1])
    return [*(f"manylinux_2_{minor}_x86_64" for minor in range(newest, 4, -1)), *_OLD_NAMES, "linux_x86_64"]


def fetch(packages: Iterable[Locked], target: Target, folder: Path) -> None:
    """Download the wheels of a set for a target, hashes checked; raises CalledProcessError where one is lacking."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        wanted = Path(temporary) / "set.txt"
        wanted.write_text(pinned(list(packages), target), encoding="utf-8")
        tags = [word for tag in platforms(target.system) for word in ("--platform", tag)]
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"),
                *("--require-hashes", "--only-binary=:all:", "--python-version", target.python),
                *("--implementation", "cp", *tags, "-d", str(folder), "-r", str(wanted)),
            ],
            check=True,
        )


def download(folder: Path) -> int:
    """Every shipped set for every target; returns how many could not be had whole."""
    failed = 0
    for name in shipped():
        for target in TARGETS:
            try:
                fetch(read(name), target, folder / target.system)
            except subprocess.CalledProcessError:
                failed += 1
                print(f"{name}: not all wheels for {target.system}, Python {target.python}")
    return failed


def table(folder: Path) -> str:
    """docs/wheels.md: which wheel each package has for which machine, from what was downloaded."""
    files = sorted(folder.rglob("*.whl"))
    lines = [
        "# Wheels",
        "",
        "Written by `make wheels`, which downloads every wheel of the locked sets with its hash checked. Nothing is",
        f"built from source on Windows (64 bits) or on Linux (x86_64) with glibc {GLIBC} or newer, that is Debian 10,",
        f"Ubuntu 20.04, RHEL 8 and what came after, for Python {PYTHONS[0]} to {PYTHONS[-1]}. Elsewhere (ARM, macOS,",
        "older Linux) pip takes what the index has; where it has none, use another machine, or Docker.",
    ]
    seen: set[tuple[str, str]] = set()
    for name in shipped():
        rows = [one for one in read(name) if (one.name, one.version) not in seen]
        seen |= {(one.name, one.version) for one in rows}
        title = "The program (run)" if name == "run" else f"The extra {name}, beside those above"
        lines += ["", f"## {title}", "", "| package | version | Windows | Linux | glibc |", "|---|---|---|---|---|"]
        for one in rows:
            wanted = [target for target in TARGETS if one.holds(target)]
            cells = [_covered(one, [t for t in wanted if t.system == system], files) for system in _UV]
            cells.reverse()
            lines.append(f"| {one.name} | {one.version} | {' | '.join(cells)} | {_glibc(one, files)} |")
    return "\n".join(lines) + "\n"


def _tags(one: Locked, files: Iterable[Path]) -> set[tuple[str, str, str]]:
    found = set()
    for path in files:
        name, version, _, tags = parse_wheel_filename(path.name)
        if canonicalize_name(name) == one.name and str(version) == one.version:
            found |= {(tag.interpreter, tag.abi, tag.platform) for tag in tags}
    return found


def _covered(one: Locked, wanted: list[Target], files: list[Path]) -> str:
    """Which of these machines have a wheel: "all", "any" for pure Python, or the versions of Python that lack one."""
    if not wanted:
        return "not needed"
    tags = _tags(one, files)
    if any(platform == "any" for _, _, platform in tags):
        return "any"
    lacking = [target.python for target in wanted if not any(_fits(target, *tag) for tag in tags)]
    if lacking:
        return f"none for {', '.join(lacking)}"
    return "yes" if len(wanted) == len(PYTHONS) else ", ".join(target.python for target in wanted)


def _fits(target: Target, interpreter: str, abi: str, platform: str) -> bool:
    if platform not in platforms(target.system):
        return False
    version = int(target.python.replace(".", ""))
    own = int(interpreter[2:] or 3)
    if abi == "none" and interpreter.startswith("py"):
        return True
    return own <= version if abi == "abi3" else own == version


def _glibc(one: Locked, files: list[Path]) -> str:
    """The oldest glibc that all of its Linux wheels run on; "-" where none is asked for."""
    needed = (0, 0)
    for tags in (_tags(one, [path]) for path in files):
        versions = [_OLD_NAMES[p] for _, _, p in tags if p in _OLD_NAMES]
        versions += [(int(m[1]), int(m[2])) for _, _, p in tags if (m := _MANYLINUX.fullmatch(p))]
        if versions:
            needed = max(needed, min(versions))
    return f"{needed[0]}.{needed[1]}" if needed > (0, 0) else "-"


def main(args: list[str]) -> int:
    """The command line above; exit 1 where a wheel is lacking."""
    match args:
        case ["check"]:
            return min(check(), 1)
        case ["download", folder]:
            return min(download(Path(folder)), 1)
        case ["table", folder]:
            DOC.write_text(table(Path(folder)), encoding="utf-8")
            return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
