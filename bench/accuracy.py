"""How well documents are read, against what careful people read in them.

    python bench/accuracy.py [SHARED]

Runs the scorer of SHARED/score (default ../shared beside the checkout) over SHARED/truth and prints one table, a row
for each kind and text layer: F1 of header, table and section cells, and how many kinds were told right.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from saksama.app.read import answer
from saksama.parsers.berkas import read_berkas

SHARED = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    """Print the table; 2 when the shared material is missing."""
    if not (SHARED / "score").is_dir():
        print(f"{SHARED}: no score/ here; name the folder of the shared material.", file=sys.stderr)
        return 2
    sys.path.insert(0, str(SHARED / "score"))
    import common  # type: ignore[import-not-found]  # noqa: PLC0415
    import score_records as scorer  # type: ignore[import-not-found]  # noqa: PLC0415

    layers = dict(row[:1] + row[5:6] for row in manifest())
    groups: dict[tuple[str, str], Any] = defaultdict(scorer.Score)
    right: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for truth in common.truths(SHARED / "truth"):
        path = SHARED / "corpus" / truth["berkas"]
        read = answer(read_berkas(path, path.name), places=False)
        layer = "scan" if layers.get(truth["berkas"], "").startswith("scan") else "text"
        for key in ((truth["jenis"], layer), ("ALL", layer)):
            groups[key].add(scorer.compare_file(truth, read))
            right[key].append(read["jenis"] == truth["jenis"])
    print(f"{'kind':<22}{'layer':<7}{'kinds':>7}{'header':>9}{'table':>9}{'section':>9}")
    for key in sorted(groups, key=lambda key: (key[0] == "ALL", key)):
        score = groups[key]
        kinds = f"{sum(right[key])}/{len(right[key])}"
        print(f"{key[0]:<22}{key[1]:<7}{kinds:>7}{score.f1('header'):>9}{score.f1('table'):>9}{score.f1('section'):>9}")
    return 0


def manifest() -> list[tuple[str, ...]]:
    """The rows of the corpus manifest."""
    lines = (SHARED / "corpus" / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines[1:]]


if __name__ == "__main__":
    sys.exit(main())
