"""PDFium's functions bound for many calls: a page takes some thousands, each a fraction of a microsecond of work.

The prototypes of pypdfium2 check and convert every argument anew, which takes two to four times as long as the call.
Functions bound here take what ctypes passes on as it is: handles as c_void_p (or the handles of pypdfium2), integers,
and places to write to as references that are made once.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium


def bound(function: Any, result: Any = ctypes.c_int) -> Any:
    """A function of pypdfium2.raw without its checks; c_void_p as result gives the address, None for null."""
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


class Numbers(NamedTuple):
    """Room for some numbers of one kind: `refs` are its places, for PDFium to write to; `read` gives all of them."""

    refs: tuple[Any, ...]
    read: Callable[[], list[Any]]


def numbers(kind: Any, count: int) -> Numbers:
    """Room for so many numbers of a type of ctypes."""
    room = (kind * count)()
    size = ctypes.sizeof(kind)
    refs = tuple(ctypes.byref(room, size * index) for index in range(count))
    # A view of native numbers: a quarter of the time that the elements take one by one.
    return Numbers(refs, memoryview(room).cast("B").cast(kind._type_).tolist)


page_object = bound(pdfium.FPDFPage_GetObject, ctypes.c_void_p)
"""The address of an object of a page, by the page and the object's number from 0."""


def objects_of_page(page: Any, most: int) -> Iterator[ctypes.c_void_p]:
    """The handles of the objects of a page, not more than `most`; each is valid until the next one is asked for."""
    handle = ctypes.c_void_p()
    for index in range(min(pdfium.FPDFPage_CountObjects(page), most)):
        handle.value = page_object(page, index)
        yield handle
