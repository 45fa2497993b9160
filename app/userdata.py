"""The user's own folder, where imported editions of the nomenclature lie: one place per system, or SAKSAMA_DATA."""

from __future__ import annotations

import os
import re
from pathlib import Path

import platformdirs

from saksama.app.console import JobError
from saksama.app.failure import reason
from saksama.app.writing import replace
from saksama.checker import editions
from saksama.checker.editions import Edition, Editions

_NAME_LENGTH = 80


def folder() -> Path:
    """The folder of the user's data; it may not exist yet. The environment variable SAKSAMA_DATA moves it."""
    moved = os.environ.get("SAKSAMA_DATA")
    return Path(moved) if moved else platformdirs.user_data_path("saksama", appauthor=False)


def editions_folder() -> Path:
    """Where editions of the nomenclature that this user imported are kept; it may not exist yet."""
    return folder() / "nomenklatur"


def imported_editions() -> Editions:
    """The editions of the nomenclature imported by this user; raises DataError for a damaged file."""
    return editions.load_folder(editions_folder())


def keep_edition(edition: Edition) -> Path:
    """Keep an edition, replacing one of the same name; returns its file. Raises JobError where it can't be written."""
    place = edition_file(edition.nama)
    try:
        replace(place, editions.to_text(edition).encode())
    except OSError as error:
        raise JobError(
            f"{place}: edisi tidak dapat disimpan ({reason(error)}). Pilih folder lain dengan variabel SAKSAMA_DATA."
        ) from None
    return place


def edition_file(nama: str) -> Path:
    """The file an edition of that name is kept in."""
    slug = re.sub(r"[^\w.-]+", "-", nama.casefold()).strip("-.")[:_NAME_LENGTH] or "edisi"
    return editions_folder() / f"{slug}.tsv"
