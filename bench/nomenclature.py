"""How long the register takes to judge a whole Renstra: codes found, names compared, nearest names of misspelt ones.

    python bench/nomenclature.py TABLE [COUNT]

TABLE is a register table as `saksama nomenklatur impor` takes it, COUNT the number of sub kegiatan (default 300).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from saksama.checker.editions import NONE
from saksama.checker.nomenclature_import import import_table

MISSPELT = 10
"""Every how many names one has a letter missing, so that its nearest name is asked for."""


def main() -> int:
    """Print seconds per step; 2 without a table."""
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    started = time.perf_counter()
    editions = import_table(Path(sys.argv[1]))
    imported = time.perf_counter()
    chosen = NONE.joined(editions).untuk(None)
    entries = [entry for one in editions for entry in one.register.entries if entry.jenis == "sub_kegiatan"]
    wanted = entries[:: max(1, len(entries) // count)][:count]
    known = sum(chosen.find(entry.kode) is not None for entry in wanted)
    found = time.perf_counter()
    near = [chosen.nearest(entry.nama[1:], 1) for entry in wanted[::MISSPELT]]
    ended = time.perf_counter()
    print(
        f"table of {sum(len(one.register.entries) for one in editions)} entries imported in {imported - started:.2f} s"
    )
    print(f"{known} of {len(wanted)} codes found in {found - imported:.3f} s (indexes built in that time)")
    print(f"{sum(map(bool, near))} of {len(near)} misspelt names given their nearest in {ended - found:.3f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
