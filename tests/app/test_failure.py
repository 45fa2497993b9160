import errno
import os

import pytest

from saksama.app.failure import explain, nobody_reads, reason


@pytest.fixture
def windows(monkeypatch):
    monkeypatch.setattr(os, "name", "nt")


@pytest.mark.usefixtures("windows")
class TestOnWindows:
    def test_a_file_that_excel_has_open_is_said_to_be_open(self):
        assert "sedang dibuka Word, Excel atau program lain" in reason(PermissionError(errno.EACCES, "", "lke.xlsx"))

    def test_a_path_that_is_too_long_is_not_said_to_be_missing(self):
        error = FileNotFoundError(errno.ENOENT, "", "C:\\" + "Bagian Umum\\" * 25 + "lkjip.pdf")
        assert "lebih panjang dari 259 huruf" in explain(error)
        assert reason(FileNotFoundError(errno.ENOENT, "", "C:\\lkjip.pdf")) == "tidak ditemukan"

    def test_a_name_that_cannot_be_used_is_said_so(self):
        assert reason(OSError(errno.EINVAL, "", "a?.pdf")) == "namanya tidak dapat dipakai di Windows"

    def test_a_reader_that_has_gone_is_no_failure(self):
        assert nobody_reads(OSError(errno.EINVAL, "Invalid argument"))
        assert not nobody_reads(OSError(errno.EINVAL, "Invalid argument", "a?.pdf"))
        assert not nobody_reads(OSError(errno.ENOSPC, "No space left on device"))


def test_elsewhere_an_invalid_argument_is_a_failure(monkeypatch):
    monkeypatch.setattr(os, "name", "posix")
    assert not nobody_reads(OSError(errno.EINVAL, "Invalid argument"))
