"""The bill of materials of each shipped set (CycloneDX JSON), from its lock file and the facts on licences.

python -m shipping.sbom          writes requirements/*.cdx.json; no clock, no chance: equal locks give equal bytes
"""

from __future__ import annotations

import sys
import tomllib
import uuid
from collections.abc import Iterator
from pathlib import Path

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from shipping.licences import load
from shipping.locks import LOCKS, ROOT, Locked, read, shipped

_NAMESPACE = uuid.UUID("6f0a3d0e-6a0a-5c0e-9a3e-53414b53414d")


def path(name: str) -> Path:
    """Where the bill of a set lies."""
    return LOCKS / f"{name}.cdx.json"


def bill(name: str) -> str:
    """The bill of one locked set, as valid CycloneDX 1.6; raises ValueError where the schema refuses it."""
    facts = load()
    packages = read(name)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = Component(name=project["name"], version=project["version"], type=ComponentType.APPLICATION, bom_ref="saksama")
    by_name: dict[str, list[Component]] = {}
    bom = Bom(serial_number=uuid.uuid5(_NAMESPACE, (LOCKS / f"{name}.txt").read_text(encoding="utf-8")))
    bom.metadata.component = own
    bom.metadata.timestamp = None  # type: ignore[assignment]  # the bill says what is locked, not when it was written
    for one in packages:
        component = _component(one, facts[one.name]["licence"])
        by_name.setdefault(one.name, []).append(component)
        bom.components.add(component)
    for parent, children in _graph(packages):
        for component in [own] if parent == own.name else by_name.get(parent, []):
            bom.register_dependency(component, [child for name_ in children for child in by_name[name_]])
    text = JsonV1Dot6(bom).output_as_string(indent=1) + "\n"
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise ValueError(f"{name}: {wrong}")
    return text


def _component(one: Locked, licence: str) -> Component:
    purl = PackageURL("pypi", name=one.name, version=one.version)
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in one.hashes]
    return Component(
        name=one.name,
        version=one.version,
        type=ComponentType.LIBRARY,
        bom_ref=str(purl),
        purl=purl,
        licenses=[LicenseExpression(licence)],
        # A lock file names the hash of every file of a release: of each wheel and of the source.
        external_references=[
            ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(str(purl)), hashes=hashes)
        ],
        properties=[Property(name="saksama:marker", value=one.marker)] if one.marker else [],
    )


def _graph(packages: list[Locked]) -> Iterator[tuple[str, list[str]]]:
    """Who requires whom: each parent with the names of its children."""
    for parent in sorted({name for one in packages for name in one.via}):
        yield parent, sorted({one.name for one in packages if parent in one.via})


def main() -> int:
    """Write the bill of every shipped set."""
    for name in shipped():
        path(name).write_text(bill(name), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
