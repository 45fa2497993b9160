"""Doubtful numbers of a scan reach the values that were read there."""

from __future__ import annotations

from saksama.parsers.doubts import with_doubts
from saksama.parsers.model import Document, Location, Page
from saksama.parsers.records.types import At, build

_HERE, _SPOT = (100.0, 100.0, 200.0, 120.0), (110.0, 104.0, 140.0, 116.0)


def _place(top: float = 100.0, page: int = 1) -> Location:
    return Location("pk.pdf", page, kotak=(100.0, top, 200.0, top + 20.0))


def _document(scanned: bool) -> Document:
    return Document(
        "pk.pdf",
        "0",
        "pdf",
        (),
        pages=(Page(1, 595.0, 842.0, scanned=scanned), Page(2, 595.0, 842.0)),
        doubtful=(Location("pk.pdf", 1, kotak=_SPOT),),
    )


def _record(signed: str = "ya"):
    row = {
        "sasaran": At("Jalan mantap", _place()),
        "target": At("77,69", _place()),
        "indikator": At("Persentase 2 jalan", _place(300)),
        "satuan": At("%", _place(page=2)),
    }
    tree = {"bertanda_tangan": signed, "tahun": At(2031, _place(page=2)), "sasaran": [row]}
    return build("perjanjian_kinerja", tree, _place())


def test_values_with_digits_at_a_doubtful_place_are_ragu() -> None:
    (record,) = with_doubts([_record()], _document(scanned=True))
    assert list(record.ragu) == ["sasaran.0.target"]
    assert "dua kali pembacaan" in record.ragu["sasaran.0.target"]


def test_a_signature_that_a_scan_does_not_show_is_ragu() -> None:
    (record,) = with_doubts([_record("tidak")], _document(scanned=True))
    assert "bertanda_tangan" in record.ragu


def test_a_document_with_text_of_its_own_has_no_such_doubts() -> None:
    record = _record("tidak")
    assert with_doubts([record], _document(scanned=False)) == (record,)
