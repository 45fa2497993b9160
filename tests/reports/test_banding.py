"""The comparison as text and as a page: every state with its findings, safe whatever a document says."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html as parser
from msgspec.structs import replace

from saksama.checker.diff import compare
from saksama.checker.run import Run
from saksama.reports import banding


def _later(run: Run) -> Run:
    """The run with its first failing rule repaired."""
    first = next(item for item in run.hasil if item.temuan)
    rest = tuple(item for item in run.hasil if item is not first)
    return replace(run, hasil=(replace(first, status="lulus", temuan=()), *rest))


def test_text_and_page_tell_the_same_counts(run: Run) -> None:
    found = compare(run, _later(run))
    said = banding.verdict(found)
    assert said.startswith("1 temuan sudah diperbaiki")
    told = banding.text(found)
    assert said in told
    assert "Sudah diperbaiki (1)" in told
    assert "Tanggal penandatanganan belum diisi." in told
    shown = " ".join(parser.fromstring(banding.html(found)).text_content().split())
    assert said in shown
    assert "Tanggal penandatanganan belum diisi." in shown


def test_a_page_runs_no_text_of_a_document(run: Run, make_run: Callable[..., Run]) -> None:
    item = next(item for item in run.hasil if item.temuan)
    evil = replace(item.temuan[0], pesan="<script>alert(1)</script>")
    page = banding.html(compare(make_run([]), make_run([replace(item, temuan=(evil,))])))
    assert b"<script>alert" not in page
    assert b"&lt;script&gt;" in page


def test_no_findings_at_all(make_run: Callable[..., Run]) -> None:
    found = compare(make_run([]), make_run([]))
    assert banding.verdict(found) == "Tidak ada temuan pada kedua pemeriksaan."
    assert banding.html(found)
