"""HTML pages from templates: no outside references, every text of a document escaped, one look for all."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from saksama.reports import words

TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, **view: Any) -> bytes:
    """A template of reports/templates as UTF-8 HTML; a name the view lacks is an error."""
    return words.clean(_environment().get_template(template).render(view)).encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "angka": words.number,
        "selisih": words.signed,
        "bobot": words.weight,
        "persen": words.percent,
        "pendek": words.shorten,
        "bersih": words.clean,
        "pecah": _breakable,
    }
    return environment


def _breakable(text: str) -> str:
    """Zero-width spaces after slashes and underscores, so that long file names wrap."""
    return text.replace("/", "/\u200b").replace("_", "_\u200b")
