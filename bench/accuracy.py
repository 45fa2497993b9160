"""How well documents are read, against what careful people read in them.

    python bench/accuracy.py [SHARED] [--keep]

Runs the scorer of SHARED/score (default ../shared beside the checkout) over SHARED/truth and prints one table, a row
for each kind and text layer: F1 of header, table and section cells, and how many kinds were told right. Beside each
figure stands its change against the committed ones (bench/accuracy.json); --keep makes today's the committed ones.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from saksama.app.read import answer
from saksama.parsers.berkas import read_berkas

NAMED = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
SHARED = NAMED[0] if NAMED else Path(__file__).resolve().parents[2] / "shared"
COMMITTED = Path(__file__).parent / "accuracy.json"
PARTS = ("header", "table", "section")


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
    figures = {
        f"{kind} {layer}": {
            "kinds": f"{sum(right[kind, layer])}/{len(right[kind, layer])}",
            **{part: score.f1(part) for part in PARTS},
        }
        for (kind, layer), score in sorted(groups.items(), key=lambda item: (item[0][0] == "ALL", item[0]))
    }
    before = json.loads(COMMITTED.read_text(encoding="utf-8")) if COMMITTED.exists() else {}
    print(f"{'kind, layer':<29}{'kinds':>7}" + "".join(f"{part:>16}" for part in PARTS))
    for row, now in figures.items():
        told = "".join(f"{compared(now[part], before.get(row, {}).get(part)):>16}" for part in PARTS)
        print(f"{row:<29}{now['kinds']:>7}{told}")
    if "--keep" in sys.argv:
        COMMITTED.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def compared(now: str, before: str | None) -> str:
    """A figure and, in brackets, its change against the committed one: "0.991 (+0.004)"."""
    if before is None or now == before or "-" in (now, before):
        return now
    return f"{now} ({float(now) - float(before):+.3f})"


def manifest() -> list[tuple[str, ...]]:
    """The rows of the corpus manifest."""
    lines = (SHARED / "corpus" / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines[1:]]


if __name__ == "__main__":
    sys.exit(main())
