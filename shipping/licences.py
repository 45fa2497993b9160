"""The licence of every locked package: read from its metadata, judged by licences.toml, listed in docs/licences.md.

python -m shipping.licences check           seconds, no network: what CI runs
python -m shipping.licences write FOLDER    reads the wheels downloaded by shipping.wheels, writes list and facts
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from email.message import Message
from email.parser import Parser
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from license_expression import get_spdx_licensing
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import canonicalize_name

from shipping.locks import LOCKS, ROOT, read, sets

DOC = ROOT / "docs" / "licences.md"
FACTS = LOCKS / "licences.json"
POLICY = tomllib.loads((Path(__file__).parent / "licences.toml").read_text(encoding="utf-8"))

TITLES = {
    "run": "The program (run)",
    "build": "What builds the wheel, never shipped",
    "dev": "Development tools, never shipped, beside those above",
}
_SPDX = get_spdx_licensing()
_KNOWN = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 2-clause license": "BSD-2-Clause",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "psfl": "PSF-2.0",
    "python software foundation license": "PSF-2.0",
}
_COPYLEFT = re.compile(r"\b[AL]?GPL\b|GNU (?:LESSER |AFFERO |LIBRARY )?GENERAL PUBLIC|\bSSPL\b|MOZILLA PUBLIC", re.I)
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice", re.I)


class Package(NamedTuple):
    """What a wheel or an installed package says of itself."""

    name: str
    version: str
    licence: str
    copyleft: bool
    """Whether its licence files name a copyleft licence, its own or that of something it carries."""


def wheel(path: Path) -> Package:
    """A wheel's own words."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        header = next(name for name in names if name.endswith(".dist-info/METADATA"))
        texts = (archive.read(name).decode("utf-8", "replace") for name in names if _is_licence(name))
        return _package(Parser().parsestr(archive.read(header).decode()), texts)


def installed() -> Iterator[Package]:
    """The packages of this environment."""
    for one in metadata.distributions():
        texts = (file.read_text() for file in one.files or [] if _is_licence(str(file)) and file.locate().is_file())
        message = Parser().parsestr("\n".join(f"{key}: {_one_line(value)}" for key, value in one.metadata.items()))
        yield _package(message, texts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _is_licence(name: str) -> bool:
    inside = Path(name)
    return bool(_LICENCE_FILE.search(name.partition("/")[2])) and inside.suffix not in {".py", ".pyc", ".so", ".pyd"}


def _package(header: Message, texts: Iterable[str]) -> Package:
    name = canonicalize_name(header["Name"])
    return Package(name, header["Version"], _licence(name, header), any(map(_COPYLEFT.search, texts)))


def _licence(name: str, header: Message) -> str:
    """The SPDX expression of a package; "" where neither its metadata nor licences.toml gives one."""
    stated = POLICY["stated"].get(name)
    if stated:
        return str(stated["licence"])
    classifiers = [text.rpartition(" :: ")[2] for text in header.get_all("Classifier", []) if "License ::" in text]
    for text in (header["License-Expression"], header["License"], *classifiers):
        if not text:
            continue
        try:
            return canonicalize_license_expression(_KNOWN.get(text.casefold(), text))
        except InvalidLicenseExpression:
            continue
    return ""


def problems(facts: Mapping[str, Any], packages: Iterable[Package]) -> Iterator[str]:
    """What is wrong: a package without facts, a licence that may not be, facts or notes that no longer hold."""
    locked: dict[str, list[str]] = {}
    for set_name in sets():
        for one in read(set_name):
            locked.setdefault(one.name, []).append(set_name)
            if one.version not in facts.get(one.name, {}).get("versions", ()):
                yield f"{one.name} {one.version} ({set_name}): no facts; run make wheels licences"
    for name in sorted(facts.keys() - locked.keys()):
        yield f"{name}: has facts, but is in no lock file; run make wheels licences"
    for name, fact in facts.items():
        if (reason := refusal(fact["licence"])) and (name not in POLICY["accepted"] or "refused" in reason):
            yield f"{name}: {reason}"
        if fact["copyleft"] and name not in POLICY["bundled"]:
            yield f"{name}: its licence files name a copyleft licence; say in licences.toml what it covers"
    for table in ("accepted", "stated", "bundled"):
        for name in POLICY[table].keys() - locked.keys():
            yield f"licences.toml, {table}: {name} is in no lock file"
    for one in packages:
        fact = facts.get(one.name)
        if fact and one.version in fact["versions"] and one.licence != fact["licence"]:
            yield f"{one.name} {one.version}: says {one.licence or 'nothing'}, listed as {fact['licence']}"


def refusal(licence: str) -> str:
    """Why a licence is not simply permissive; "" where it is. One side of OR is enough, all sides of AND are needed."""
    return _refusal(_SPDX.parse(licence)) if licence else "no licence known"


def _refusal(expression: Any) -> str:
    if isinstance(expression, _SPDX.OR):
        reasons = [_refusal(side) for side in expression.args]
        return "" if "" in reasons else "; ".join(reasons)
    if isinstance(expression, _SPDX.AND):
        return "; ".join(filter(None, map(_refusal, expression.args)))
    name = str(expression)
    if name in POLICY["permissive"]:
        return ""
    return f"{name} is refused" if name.startswith(tuple(POLICY["refused"])) else f"{name} is not permissive"


def page(facts: Mapping[str, Any]) -> str:
    """docs/licences.md."""
    lines = [
        "# Licences of the dependencies",
        "",
        "Written by `make licences` from the metadata of the locked wheels, checked by the tests. Only permissive",
        "licences are taken; AGPL, GPL and SSPL are refused, and one that asks more than a notice (MPL, LGPL) needs a",
        "reason (`shipping/licences.toml`). Nothing of them is changed or copied: each is a wheel of its own.",
    ]
    seen: set[str] = set()
    for set_name in sets():
        names = sorted({one.name for one in read(set_name)} - seen)
        seen |= set(names)
        lines += ["", f"## {TITLES.get(set_name, f'The extra {set_name}, beside those above')}", ""]
        lines += ["| package | version | licence (SPDX) | remark |", "|---|---|---|---|"]
        for name in names:
            fact = facts[name]
            remark = " ".join(POLICY[table][name] for table in ("accepted", "bundled") if name in POLICY[table])
            stated = POLICY["stated"].get(name)
            remark = f"{remark} Stated by: {stated['why']}.".strip() if stated else remark
            lines.append(f"| {name} | {', '.join(fact['versions'])} | {fact['licence']} | {remark} |")
    return "\n".join(lines) + "\n"


def gather(folder: Path) -> dict[str, Any]:
    """The facts of every locked package, from a folder of wheels and what is installed here."""
    wanted = {(one.name, one.version) for set_name in sets() for one in read(set_name)}
    facts: dict[str, Any] = {}
    for one in sorted({*installed(), *map(wheel, folder.rglob("*.whl"))}):
        if (one.name, one.version) in wanted:
            fact = facts.setdefault(one.name, {"versions": [], "licence": one.licence, "copyleft": False})
            fact["versions"] = sorted({*fact["versions"], one.version})
            fact["copyleft"] |= one.copyleft
    return facts


def load() -> dict[str, Any]:
    """The committed facts."""
    facts: dict[str, Any] = json.loads(FACTS.read_text(encoding="utf-8"))
    return facts


def main(args: list[str]) -> int:
    """The command line above; exit 1 where a licence may not be."""
    match args:
        case ["write", folder]:
            facts = gather(Path(folder))
            FACTS.write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n", encoding="utf-8")
            DOC.write_text(page(facts), encoding="utf-8")
        case ["check"]:
            pass
        case _:
            print(__doc__)
            return 2
    found = list(problems(load(), installed()))
    print("\n".join(found) or "Every licence is known and permitted.")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
