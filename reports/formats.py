"""Every report by name: its file name and the function that makes it, each module loaded only when it is used."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from saksama.checker.run import Run

if TYPE_CHECKING:
    from saksama.reports.recap import Rekap

Render = Callable[[Run], bytes | str]
OnTemplate = Callable[[Run, bytes], bytes]


_UNUSED = "numpy"
"""What openpyxl loads where it is installed, to know numbers of kinds that no paper holds: 0.1 s of every run."""


def _module(name: str) -> Any:
    """A module of reports, loaded without _UNUSED."""
    full = f"saksama.reports.{name}"
    if full in sys.modules or _UNUSED in sys.modules:
        return importlib.import_module(full)
    # To an import, None says that there is no such module.
    sys.modules[_UNUSED] = None  # type: ignore[assignment]
    try:
        return importlib.import_module(full)
    finally:
        del sys.modules[_UNUSED]


def _lazy(module: str) -> Callable[..., Any]:
    """The function `render` of a module of reports."""
    return lambda *args: _module(module).render(*args)


FORMATS: dict[str, tuple[str, Render]] = {
    "lke": ("lke.xlsx", _lazy("lke")),
    "reviu": ("reviu.docx", _lazy("reviu")),
    "reviu-xlsx": ("reviu.xlsx", _lazy("reviu_sheet")),
    "pernyataan-reviu": ("pernyataan-reviu-draf.docx", _lazy("pernyataan_reviu")),
    "lhe": ("lhe-draf.docx", _lazy("lhe")),
    "lhe-surat": ("lhe-surat-draf.docx", _lazy("lhe_surat")),
    "pengantar": ("surat-pengantar-draf.docx", _lazy("pengantar")),
    "html": ("laporan.html", _lazy("html")),
    "perbaikan": ("perbaikan.html", _lazy("perbaikan")),
    "json": ("run.json", _lazy("json")),
    "sarif": ("temuan.sarif", _lazy("sarif")),
    "teks": ("ringkasan.txt", _lazy("text")),
}
"""Format -> (file name, render): bytes, or str for plain text (to be written as UTF-8)."""


def rendered(run: Run, name: str) -> tuple[str, bytes]:
    """A report of this format: its file name and its bytes."""
    file_name, render = FORMATS[name]
    content = render(run)
    return file_name, content.encode() if isinstance(content, str) else content


ON_LETTERHEAD: dict[str, OnTemplate] = {
    "lhe": _lazy("lhe"),
    "lhe-surat": _lazy("lhe_surat"),
    "pengantar": _lazy("pengantar"),
    "pernyataan-reviu": _lazy("pernyataan_reviu"),
}
"""The papers that an office writes on a letterhead of its own: render with the template's bytes."""

OF_MANY: dict[str, Callable[[Rekap], bytes]] = {
    "rekap.xlsx": _lazy("recap_sheet"),
    "rekap.html": _lazy("recap_page"),
}
"""The papers on many runs: file name -> render."""
