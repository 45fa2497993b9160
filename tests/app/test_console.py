"""Help in Indonesian, a quick start, progress only where somebody watches, streams that close early."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from saksama.app.console import progress
from saksama.app.helptext import usage_message
from saksama.app.main import COMMANDS, cli
from saksama.parsers.resources import SAMPLES

SAKSAMA = [sys.executable, "-c", "from saksama.app.main import main; main()"]
ENGLISH = re.compile(
    r"\b(show|exit|usage|options?|commands?|required|default|version|the|this|and|error|argument|missing|file|path)\b",
    re.IGNORECASE,
)


def pages() -> list[tuple[str, ...]]:
    """Every command and subcommand."""
    found: list[tuple[str, ...]] = [()]
    context = click.Context(cli)
    for name in COMMANDS:
        found.append((name,))
        command = cli.get_command(context, name)
        if isinstance(command, click.Group):
            found += [(name, below) for below in command.commands]
    return found


@pytest.mark.parametrize("words", pages(), ids=" ".join)
def test_help_is_indonesian_throughout(saksama, words):
    done = saksama(*words, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Cara pakai: {' '.join(('saksama', *words))}")
    assert "Tampilkan bantuan ini." in done.out
    prose = re.sub(r"--[\w-]+|\[[\w|]+\]|LHE|FOLDER|saksama", "", done.out)
    assert ENGLISH.findall(prose) == []
    assert "..." not in re.sub(r"(BERKAS|HASIL|PERINTAH|KODE-ATAU-NAMA) ?\.\.\.", "", done.out)


@pytest.mark.parametrize("words", [(), ("aturan",), ("nomenklatur",)], ids=str)
def test_a_group_without_a_command_shows_its_help(saksama, words):
    done = saksama(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Cara pakai: saksama")


def test_version(saksama):
    done = saksama("--version")
    assert done.code == 0
    assert re.fullmatch(r"saksama \d+\.\d+\.\d+\n", done.out)


@pytest.mark.parametrize("message", ["Something new in click.", "Got unexpected extra arguments (a b)"])
def test_what_click_says_never_reaches_the_user(message):
    said = usage_message(click.UsageError(message))
    assert "unexpected" not in said
    assert "Something" not in said
    assert said.endswith("Lihat saksama --help.")


def test_help_starts_quickly_and_loads_nothing_heavy():
    script = (
        "import sys; from saksama.app.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print(*sys.modules, sep='\\n')"
    )
    resource = pytest.importorskip("resource", reason="this system doesn't count processor time")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    loaded = {name.split(".")[0] for name in done.stdout.splitlines()}
    heavy = {"rich", "openpyxl", "docx", "numpy", "pypdfium2", "pdfplumber", "lxml", "jinja2", "msgspec", "ruamel"}
    assert loaded & heavy == set()
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.5


def watched(args: list[str], cwd: Path) -> tuple[int, bytes, str]:
    """A command with a terminal for standard error and a file for standard output (a pipe would fill up unread)."""
    pty = pytest.importorskip("pty", reason="no pseudo terminals on this system")
    parent, child = pty.openpty()
    kept = cwd / "keluaran"
    with kept.open("wb") as out, subprocess.Popen([*SAKSAMA, *args], stdout=out, stderr=child, cwd=cwd) as process:
        os.close(child)
        seen = b""
        while True:
            try:
                block = os.read(parent, 4096)
            except OSError:
                break
            if not block:
                break
            seen += block
    os.close(parent)
    return process.returncode, kept.read_bytes(), seen.decode("utf-8")


def test_progress_is_shown_to_a_person_and_standard_output_stays_clean(tmp_path):
    out_file = tmp_path / "hasil"
    folder = SAMPLES / "bersih" / "02-pengukuran"
    code, out, seen = watched(["periksa", str(folder), "--format", "json", "--hasil", str(out_file)], tmp_path)
    assert code == 1
    assert json.loads(out)["skema"] == "saksama/run/1"
    assert "Membaca berkas" in seen
    assert "Menulis hasil" in seen
    assert b"\x1b" not in out


def test_nobody_watching_no_progress(capsys):
    with progress(2, "Membaca berkas") as step:
        step("a")
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_stops_listening_is_no_error():
    command = [*SAKSAMA, "aturan", "daftar"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="names are always text there")
def test_a_name_that_is_no_text_can_be_complained_of(tmp_path):
    name = os.fsencode(tmp_path) + b"/tak-ada-\xff.docx"
    done = subprocess.run([*SAKSAMA, "periksa", name], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"tidak ditemukan" in done.stderr
    assert b"Traceback" not in done.stderr
