"""Nothing lost: a run killed at any step of writing leaves the old or the new, and the next run cleans up."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from saksama.app import filling as filling_module
from saksama.app import writing
from saksama.app.console import JobError
from saksama.app.filling import UNFINISHED, filling, leftovers, refuse_filled, reusable, unfinished
from saksama.app.results import overwrite, put
from saksama.app.writing import PARTIAL, put_new, replace
from saksama.parsers.held import abandoned, hold
from saksama.parsers.resources import SAMPLES
from saksama.parsers.scratch import own_temporary_folder, scratch

STEPS = {"open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir"}
FILES = {"lke.xlsx": b"x" * 70_000, "bawah/a.txt": b"a", "run.json": b"{}"}

IKU = SAMPLES / "bersih" / "01-perencanaan" / "iku-2024.docx"

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that is killed (kill -9) right before its nth step on the disk; False where it ended."""
    child = os.fork()
    if child == 0:
        seen = 0

        def count(event: str, _: object) -> None:
            nonlocal seen
            if event in STEPS:
                seen += 1
                if seen == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def there(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def fill(folder: Path, names: Sequence[str] = tuple(FILES)) -> None:
    with filling(folder) as put_into:
        for name in names:
            put_into(name, FILES[name])


def full_at(name: str) -> Callable[[Path, bytes], None]:
    """Writing on a disk that is full when it comes to one file."""

    def write(path: Path, data: bytes) -> None:
        if path.name == name:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        put_new(path, data)

    return write


@forks
def test_a_folder_whose_run_dies_at_every_step(tmp_path):
    step = 1
    while killed_at(step, partial(fill, folder := tmp_path / f"hasil-{step}")):
        left = there(folder)
        named = {name: data for name, data in left.items() if not name.endswith((PARTIAL, UNFINISHED))}
        assert named.items() <= FILES.items()
        assert "run.json" not in named or named == FILES
        assert unfinished(folder) or not named or named == FILES
        if named != FILES:
            fill(folder)
            assert there(folder) == FILES
        step += 1
    assert step > 15
    assert there(folder) == FILES


@forks
@pytest.mark.parametrize("write, old", [(put_new, None), (replace, None), (replace, b"old")])
def test_a_file_whose_run_dies_at_every_step(tmp_path, write, old):
    step = 1
    new = b"n" * 50_000
    while True:
        path = tmp_path / str(step) / "jawaban.json"
        if old is not None:
            put_new(path, old)
        killed = killed_at(step, partial(write, path, new))
        now = path.read_bytes() if path.exists() else None
        assert now in (old, new)
        if not killed:
            break
        replace(path, new)
        assert there(path.parent) == {"jawaban.json": new}
        step += 1
    assert step > 3


def test_what_somebody_changed_since_is_kept(tmp_path):
    folder = tmp_path / "hasil"
    folder.mkdir()
    note = folder / UNFINISHED
    note.write_text(f"tak lengkap\n\n{'0' * 64}  lke.xlsx\n", encoding="utf-8")
    (folder / "lke.xlsx").write_bytes(b"jawaban evaluator")
    assert leftovers(folder) == [note]
    assert not reusable(folder)
    with pytest.raises(JobError, match="sudah ada isinya"):
        refuse_filled(folder)
    assert (folder / "lke.xlsx").read_bytes() == b"jawaban evaluator"


def test_a_folder_that_is_being_filled_belongs_to_its_run(tmp_path):
    with filling(tmp_path / "hasil") as put_into:
        put_into("run.json", b"{}")
        assert unfinished(tmp_path / "hasil")
        assert leftovers(tmp_path / "hasil") == []
        with pytest.raises(JobError, match="sudah ada isinya"), filling(tmp_path / "hasil"):
            pass
    assert there(tmp_path / "hasil") == {"run.json": b"{}"}


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, failing):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    put(tmp_path / "skema.json", b"old")
    monkeypatch.setattr(writing.os, failing, full)
    with pytest.raises(JobError, match="penyimpanan penuh"):
        overwrite(tmp_path / "skema.json", b"new")
    assert there(tmp_path) == {"skema.json": b"old"}


def test_a_full_disk_leaves_no_folder(tmp_path, monkeypatch):
    (tmp_path / "ada").mkdir()
    monkeypatch.setattr(filling_module, "place_new", full_at("lke.xlsx"))
    for folder in (tmp_path / "ada", tmp_path / "belum" / "ada"):
        with pytest.raises(JobError, match="penyimpanan penuh"):
            fill(folder, ("bawah/a.txt", "lke.xlsx"))
    assert [path.name for path in tmp_path.rglob("*")] == ["ada"]


def test_two_runs_that_write_one_name_lose_neither(tmp_path, monkeypatch):
    path = tmp_path / "jawaban.json"
    put_new(path, b"first")
    with pytest.raises(FileExistsError):
        put_new(path, b"second")
    with pytest.raises(JobError, match=r"jawaban\.json: sudah ada dan tidak ditimpa"):
        put(path, b"second")
    assert there(tmp_path) == {"jawaban.json": b"first"}
    # Where the file system has no hard links, as on a USB stick.
    monkeypatch.setattr(Path, "hardlink_to", lambda *_: (_ for _ in ()).throw(OSError(errno.EPERM, "no links")))
    with pytest.raises(FileExistsError):
        put_new(path, b"second")
    put_new(tmp_path / "lain.json", b"third")
    assert there(tmp_path) == {"jawaban.json": b"first", "lain.json": b"third"}


def test_long_and_odd_names(tmp_path):
    for name in ("a" * 250, "nilai [1].json", "capaian – 100%.json"):
        put_new(tmp_path / name, b"x")
        replace(tmp_path / name, b"y")
    assert set(there(tmp_path).values()) == {b"y"}


def test_a_lock_tells_the_living_from_the_dead(tmp_path):
    path = tmp_path / "kunci"
    path.touch()
    assert abandoned(path)
    with path.open("r+b") as stream:
        assert hold(stream.fileno())
        assert not abandoned(path)
    assert abandoned(path)
    assert not abandoned(tmp_path / "tidak ada")


@forks
def test_what_a_dead_run_unpacked_is_removed_by_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def work():
        with scratch() as folder:
            (folder / "rahasia.docx").write_bytes(b"x")
            os.kill(os.getpid(), signal.SIGKILL)

    assert killed_at(0, work)
    assert len(list(tmp_path.iterdir())) == 1
    with scratch() as mine:
        assert list(mine.iterdir()) == []
        with scratch() as other:
            assert mine.is_dir()
            assert other != mine
        assert [path.resolve() for path in tmp_path.iterdir()] == [mine.parent]
    assert list(tmp_path.iterdir()) == []


def test_libraries_and_children_use_the_folder_of_the_run(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    name = "TEMP" if os.name == "nt" else "TMPDIR"
    monkeypatch.setenv(name, "semula")
    with own_temporary_folder() as folder:
        with tempfile.NamedTemporaryFile(delete=False) as stream:
            assert Path(stream.name).parent == folder
        assert os.environ[name] == str(folder)
    assert os.environ[name] == "semula"
    assert list(tmp_path.iterdir()) == []


def test_a_full_folder_for_temporary_files_is_told_in_one_sentence(saksama, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("tempfile.mkdtemp", full)
    done = saksama("aturan", "daftar")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("saksama: folder sementara komputer ini tidak dapat ditulisi (penyimpanan penuh).")


@pytest.mark.skipif(sys.platform == "win32", reason="this system sets no limit on the size of files")
def test_a_workbook_that_does_not_fit_leaves_nothing(tmp_path):
    import resource  # noqa: PLC0415  (not on Windows)

    done = subprocess.run(
        [sys.executable, "-c", "from saksama.app.main import main; main()", "periksa", str(IKU), "--hasil", "hasil"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("saksama: berkas sementara tidak dapat ditulis di ")
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_finished_is_no_result_and_is_taken_up_again(saksama):
    folder = Path("hasil-iku-2024")
    folder.mkdir()
    (folder / "lke.xlsx").write_bytes(b"PK")
    digest = hashlib.sha256(b"PK").hexdigest()
    (folder / UNFINISHED).write_text(f"belum selesai\n\n{digest}  lke.xlsx\n", encoding="utf-8")
    assert "hasil di folder ini belum lengkap" in saksama("laporan", folder, "--format", "html").err
    assert "hasil di folder ini belum lengkap" in saksama("banding", folder, folder).err
    done = saksama("rekap", folder)
    assert "tidak ikut direkap" in done.err
    assert "tidak berisi run.json" in done.err
    assert "ini folder hasil" in saksama("periksa", folder).err
    assert saksama("periksa", IKU).code in (0, 1)
    assert not unfinished(folder)
    assert (folder / "run.json").is_file()
    assert [path.name for path in Path.cwd().iterdir()] == [folder.name]
