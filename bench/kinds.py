"""How many documents of the corpus are told for what they are, by their content alone.

    python bench/kinds.py [SHARED]

Every file of SHARED/corpus/MANIFEST.tsv but those of kind "lain" is read under a name that says nothing. Prints the
share told right by text layer, and each file told wrong or not read, with the reader's reason.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from saksama.parsers.berkas import read_berkas

SHARED = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    """Print the shares; 2 when the corpus is missing."""
    manifest = SHARED / "corpus" / "MANIFEST.tsv"
    if not manifest.is_file():
        print(f"{manifest}: not there; name the folder of the shared material.", file=sys.stderr)
        return 2
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for line in manifest.read_text(encoding="utf-8").splitlines()[1:]:
        name, kind, *_, layer, _ = (*line.split("\t"), "")[:7]
        path = SHARED / "corpus" / name
        if kind == "lain" or not path.is_file():
            continue
        group = "scan" if layer.startswith("scan") else "text"
        found = read_berkas(path, f"berkas{path.suffix}")
        seen[group] += 1
        right[group] += found.jenis == kind
        if found.jenis != kind:
            print(f"{name}: {kind}, read as {found.jenis} ({found.galat or found.alasan})")
    for group, count in seen.items():
        print(f"{group}: {right[group]}/{count} = {right[group] / count:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
