"""Collecting is held off for a while only, and stays off where it was."""

import gc

import pytest

from saksama.parsers.garbage import left_lying


@pytest.fixture(autouse=True)
def collecting():
    yield
    gc.enable()


@pytest.mark.parametrize("before", [True, False])
def test_collecting_is_held_off_and_then_as_before(before):
    if not before:
        gc.disable()
    with left_lying():
        assert not gc.isenabled()
    assert gc.isenabled() is before
