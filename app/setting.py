"""What a submission is judged by, from the options given: rulebook, profile, framework, waivers, date."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from saksama.app.console import JobError
from saksama.app.userdata import imported_editions
from saksama.checker import frameworks, profile, rulebook, waivers
from saksama.checker.assess import Setting, prepare
from saksama.checker.editions import Editions
from saksama.checker.typed import suggest
from saksama.parsers.resources import RULES
from saksama.parsers.yamlfile import YamlFile


def check_rules(folder: Path) -> None:
    """Raise JobError for a folder that holds no rulebook at all."""
    if not folder.is_dir():
        raise JobError(f"{folder}: folder buku aturan tidak ditemukan. Periksa namanya.")
    if not (folder / "rulebook.yaml").is_file():
        raise JobError(f"{folder}: bukan folder buku aturan (rulebook.yaml tidak ada). Berikan salinan folder rules.")


def load_setting(
    profil: str, rules: Path | None, kerangka: str | None = None, imported: Editions | None = None
) -> Setting:
    """Rulebook, profile and framework (the profile's, unless another is named); raises DataError or JobError.

    imported: editions of the nomenclature beside the rulebook's, None for those that this user brought in.
    """
    folder = rules if rules is not None else RULES
    check_rules(folder)
    book = rulebook.load(folder)
    if kerangka is not None:
        known = frameworks.available(folder)
        if kerangka not in known and not frameworks.is_path(kerangka):
            raise JobError(f"kerangka “{kerangka}” tidak ada. Pilihan: {', '.join(known)}.{suggest(kerangka, known)}")
    return prepare(version("saksama"), book, profile.load(profil, book), kerangka, imported or imported_editions())


def load_waivers(file: YamlFile | None, setting: Setting) -> tuple[waivers.Waiver, ...]:
    """The waivers of a file, none without one; raises DataError with file and line."""
    return waivers.load(file, setting.book.rules) if file is not None else ()
