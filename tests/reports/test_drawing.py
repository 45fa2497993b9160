import io
import sys

import pytest
from rich import box
from rich.table import Table

from saksama.reports.drawing import drawing


@pytest.mark.parametrize("colour", [False, True])
def test_lines_are_the_same_whatever_standard_output_can_show(monkeypatch, colour):
    def drawn() -> str:
        table = Table("a", box=box.SIMPLE_HEAD)
        table.add_row("b")
        console = drawing(20, colour=colour)
        with console.capture() as capture:
            console.print(table)
        return capture.get()

    here = drawn()
    assert "─" in here
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))
    assert drawn() == here
