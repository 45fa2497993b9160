"""A submission in one zip archive, and archives that must be refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from saksama.app import archive
from saksama.app.archive import unpacked
from saksama.app.console import JobError
from saksama.app.main import main
from saksama.parsers.resources import SAMPLES


def test_an_archive_reads_like_its_folder(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    folder = SAMPLES / "bersih"
    path = tmp_path / "kecamatan.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for file in sorted(folder.rglob("*")):
            target.write(file, Path("bersih") / file.relative_to(folder))
    before = path.read_bytes()
    answers = []
    for given in (folder, path):
        with pytest.raises(SystemExit) as ended:
            main(["periksa", str(given), "--tanggal", "2025-03-10", "--format", "json"])
        assert ended.value.code == 0
        answers.append(json.loads(capfdbinary.readouterr().out))
    assert answers[0] == answers[1]
    assert answers[0]["unit"] == "Kecamatan Mekarsari"
    assert path.read_bytes() == before


def an_archive(path: Path, names: list[str], content: bytes = b"NOTULEN RAPAT\n") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in names:
            target.writestr(name, content)
    return path


@pytest.mark.parametrize(
    "name", ["../keluar.txt", "a/../../keluar.txt", "/etc/keluar.txt", "..\\keluar.txt", "C:\\x.txt"]
)
def test_names_that_point_outside_are_refused(tmp_path: Path, name: str) -> None:
    path = an_archive(tmp_path / "a.zip", ["baik.txt", name])
    with pytest.raises(JobError, match="ke luar arsip"), unpacked(path):
        pass
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.zip"]


def test_the_folder_is_gone_afterwards(tmp_path: Path) -> None:
    with unpacked(an_archive(tmp_path / "a.zip", ["satu/notulen.txt"])) as inside:
        folder = inside.folder
        assert (folder / "notulen.txt").read_bytes() == b"NOTULEN RAPAT\n"
    assert not folder.exists()


def test_damaged_and_empty_archives_are_refused(tmp_path: Path) -> None:
    whole = an_archive(tmp_path / "a.zip", ["notulen.txt"]).read_bytes()
    cut = tmp_path / "potong.zip"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(JobError, match="arsip rusak"), unpacked(cut):
        pass
    with pytest.raises(JobError, match="arsip kosong"), unpacked(an_archive(tmp_path / "b.zip", [])):
        pass


def test_a_broken_name_is_a_damaged_archive(tmp_path: Path) -> None:
    """Names said to be UTF-8 that are none: one in the directory, one before the data of its member."""
    path = an_archive(tmp_path / "a.zip", ["ürusan.txt"])
    whole = path.read_bytes()
    name = "ürusan.txt".encode()
    for at in (whole.index(name), whole.rindex(name)):
        path.write_bytes(whole[:at] + b"\xaf" + whole[at + 1 :])
        with pytest.raises(JobError, match="arsip rusak"), unpacked(path):
            pass


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = an_archive(tmp_path / "a.zip", ["notulen.txt"], b"0" * 3_000_000)
    with pytest.raises(JobError, match="terlalu besar"), unpacked(path):
        pass


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_FILES", 2)
    with pytest.raises(JobError, match="terlalu besar"), unpacked(an_archive(tmp_path / "a.zip", ["a", "b", "c"])):
        pass


def test_waivers_and_notes_inside_an_archive_count(saksama, tmp_path):
    folder = tmp_path / "unit"
    folder.mkdir()
    (folder / "catatan.txt").write_text("Perjanjian Kinerja Tahun 2024\nDst....\n", encoding="utf-8")
    (folder / "pengecualian.yaml").write_text(
        "- {aturan: BRK-002, dokumen: catatan.txt, jangkar: catatan, alasan: Uji, oleh: Penguji, sampai: '2030-01-01'}",
        encoding="utf-8",
    )
    archive = tmp_path / "unit.zip"
    with zipfile.ZipFile(archive, "w") as target:
        for path in folder.iterdir():
            target.write(path, path.name)
    done = saksama("periksa", str(archive), "--tanggal", "2025-03-10", "--format", "json")
    assert done.code in (0, 1), done.err
    assert "Pengecualian BRK-002" in " ".join(done.run["peringatan"]) or any(
        temuan["pengecualian"] for item in done.run["hasil"] for temuan in item["temuan"]
    )
