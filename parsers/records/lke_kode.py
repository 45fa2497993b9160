"""The codes of a worksheet's rows: a number printed alone is completed with the codes above it ("1", "1.a", "1.a.2").

Older worksheets have one level more ("A", "I", "a", "1"): there a code reads "A.i.a.1".
"""

from __future__ import annotations

import re

import msgspec

from saksama.parsers.records.komponen import component_key

_CODE = re.compile(r"^\(?(?P<kode>(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])(?:\.(?:\d{1,2}|[A-Za-z]))*)[.)]*$")
_JOINED = re.compile(r"^\(?(\d{1,2})([a-z])[.)]*$")
_ROMAN = re.compile(r"[IVX]{1,4}")


class Above(msgspec.Struct):
    """The codes of the component, the section and the sub-component that the next rows belong to."""

    komponen: str | None = None
    seksi: str | None = None
    subkomponen: str | None = None
    kriteria: int = 0


def full_code(printed: str | None, uraian: str, above: Above) -> str | None:
    """The full code of a row; `above` is brought up to date. None where nothing is printed and no rule applies."""
    printed = _JOINED.sub(r"\1.\2", printed.strip()) if printed else None
    match = _CODE.match(printed) if printed else None
    kode = match["kode"] if match else None
    if kode is None:
        return None
    parts = kode.split(".")
    if len(parts) == 1:
        return _single(kode, uraian, above)
    full = ".".join([parts[0], *(part.lower() if part.isalpha() else part for part in parts[1:])])
    if len(parts) == 2:
        return _enter(above, parts[0], full)
    above.kriteria = int(parts[-1]) if parts[-1].isdigit() else above.kriteria + 1
    return full


def _single(kode: str, uraian: str, above: Above) -> str:
    if component_key(uraian) and not (above.komponen and _is_section(kode, above.komponen)):
        return _enter(above, kode, None)
    numbered = above.komponen is not None and not above.komponen.isdigit()
    if kode.isdigit() and numbered and (above.subkomponen is None or above.subkomponen[-1].isdigit()):
        # "I" / "1" / "a": here the number is the sub-component's, the letter the criterion's.
        above.subkomponen, above.kriteria = f"{_parent(above)}.{kode}", 0
        return above.subkomponen
    if above.subkomponen and (kode.isdigit() or (numbered and above.subkomponen[-1].isdigit() and kode.islower())):
        above.kriteria = int(kode) if kode.isdigit() else above.kriteria + 1
        return f"{above.subkomponen}.{kode}"
    if above.komponen and _is_section(kode, above.komponen):
        above.seksi, above.subkomponen, above.kriteria = kode.lower(), None, 0
        return f"{above.komponen}.{above.seksi}"
    if len(kode) == 1 and kode.isalpha() and above.komponen:
        above.subkomponen, above.kriteria = f"{_parent(above)}.{kode.lower()}", 0
        return above.subkomponen
    return _enter(above, kode, None)


def _parent(above: Above) -> str:
    """The code that a sub-component stands under."""
    return f"{above.komponen}.{above.seksi}" if above.seksi else str(above.komponen)


def _is_section(kode: str, komponen: str) -> bool:
    """Whether this is a Roman number below a component that bears a letter ("A" / "I")."""
    return _ROMAN.fullmatch(kode) is not None and komponen.isalpha() and _ROMAN.fullmatch(komponen) is None


def counted_code(uraian: str, above: Above) -> str | None:
    """The code of a row whose number can't be read, from its place below the rows before it."""
    if component_key(uraian):
        number = above.komponen or "0"
        return _enter(above, str(int(number) + 1), None) if number.isdigit() else None
    if above.subkomponen is None:
        return None
    above.kriteria += 1
    return f"{above.subkomponen}.{above.kriteria}"


def _enter(above: Above, komponen: str, subkomponen: str | None) -> str:
    above.komponen, above.seksi, above.subkomponen, above.kriteria = komponen, None, subkomponen, 0
    return subkomponen or komponen
