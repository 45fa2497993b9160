"""Our PDF tables beside pdfplumber's: how far the cells agree, and how long each takes, in one run.

    python bench/tables.py FILE.pdf... [--pages N]

Prints per file the cells of each, the share both have (Dice over texts without spaces) and the times. Neither
is the truth; a low share is a page to look at. N (default 5) pages of each file are compared.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

import pdfplumber
from speed_contenders import GRID

from saksama.parsers.pdf import reader as pdf


def ours(path: Path, pages: int) -> tuple[Counter[str], float]:
    """Cells of our reader on the first pages, and seconds per page over the whole file."""
    start = time.perf_counter()
    document = pdf.read(path, path.name)
    seconds = (time.perf_counter() - start) / max(len(document.pages), 1)
    cells = (cell for table in document.tables for cell in table.cells)
    return Counter(
        squeezed(cell.text) for cell in cells if cell.text and (cell.location.halaman or 0) <= pages
    ), seconds


def theirs(path: Path, pages: int) -> tuple[Counter[str], float]:
    """Cells of pdfplumber on the first pages, and seconds per page."""
    found: Counter[str] = Counter()
    start = time.perf_counter()
    with pdfplumber.open(path) as source:
        chosen = source.pages[:pages]
        for page in chosen:
            for table in page.extract_tables(GRID):
                found.update(squeezed(text) for row in table for text in row if text)
            page.close()
    return found, (time.perf_counter() - start) / max(len(chosen), 1)


def squeezed(text: str) -> str:
    """A text without spaces: only what is printed is compared."""
    return "".join(text.split())


def main() -> None:
    """Print one line a file and the sum."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, default=5)
    options = parser.parse_args()
    print(f"{'file':<52}{'ours':>7}{'theirs':>8}{'Dice':>7}{'ms':>8}{'their ms':>10}{'ratio':>7}")
    total: Counter[str] = Counter()
    for path in options.files:
        (mine, fast), (other, slow) = ours(path, options.pages), theirs(path, options.pages)
        shared, size = sum((mine & other).values()), sum(mine.values()) + sum(other.values())
        dice = f"{2 * shared / size:.3f}" if size else "-"
        row = f"{fast * 1000:>8.1f}{slow * 1000:>10.1f}{slow / fast:>7.1f}"
        print(f"{path.name[:50]:<52}{sum(mine.values()):>7}{sum(other.values()):>8}{dice:>7}{row}")
        total.update(shared=2 * shared, size=size)
    print(f"cells that both have: {total['shared'] / max(total['size'], 1):.3f}")


if __name__ == "__main__":
    main()
