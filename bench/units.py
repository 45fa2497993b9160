"""Made-up units in numbers: the generators of samples/ and tests/pengajuan, printed under other names.

    python bench/units.py FOLDER 50

Each unit is printed by a copy of a generator in which the invented names are replaced by others, so that no two units
share a document. Seven layouts take turns, with seeded defects in every other unit.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIRST = ("Arga", "Banyu", "Candra", "Giri", "Kencana", "Muara", "Pelita", "Rimba", "Surya", "Wana")
LAST = ("Asri", "Bahari", "Damai", "Elok", "Lestari")

SAMPLE = """
import sys
from pathlib import Path
sys.path.insert(0, "pembuat")
import build
from kesalahan import KESALAHAN
from naskah import Sumber
changes = {key: value for one in KESALAHAN for key, value in one.ubah.items()} if FAULTY else {}
build._pengajuan(Path(OUT), Sumber(changes))
"""
DINAS = """
from pathlib import Path
from dinas.susun import susun
from dinas.cacat import HULU
out = Path(OUT)
out.mkdir(parents=True)
changes = {}
for one in HULU[::4] if FAULTY else ():
    changes |= dict(one.ganti)
susun(out, LAYOUT, changes)
"""
KECAMATAN = """
from pathlib import Path
from kecamatan2025.bangun import bersih
for name, data in bersih().items():
    path = Path(OUT, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
"""
KINDS = (
    (SAMPLE, "samples/pembuat", {"Mekarsari": "{}", "MEKARSARI": "{upper}", "mekarsari": "{slug}"}, {}),
    (DINAS, "tests/pengajuan/dinas", {"Tanjung Permai": "{}", "TANJUNG PERMAI": "{upper}"}, {"LAYOUT": 1}),
    (DINAS, "tests/pengajuan/dinas", {"Tanjung Permai": "{}", "TANJUNG PERMAI": "{upper}"}, {"LAYOUT": 2}),
    (KECAMATAN, "tests/pengajuan/kecamatan2025", {"Lembah Pinus": "{}", "LEMBAH PINUS": "{upper}"}, {}),
    (DINAS, "tests/pengajuan/dinas", {"Tanjung Permai": "{}", "TANJUNG PERMAI": "{upper}"}, {"LAYOUT": 3}),
)


def build(folder: Path, number: int) -> Path:
    """Print the unit of this number into a folder of its own; returns that."""
    script, source, names, values = KINDS[number % len(KINDS)]
    name = f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]}"
    unit = folder / f"{'Dinas Perikanan' if script is DINAS else 'Kecamatan'} {name}"
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / Path(source).name
        shutil.copytree(ROOT / source, copy, ignore=shutil.ignore_patterns("__pycache__"))
        for path in copy.glob("*.py"):
            text = path.read_text(encoding="utf-8")
            for old, new in names.items():
                text = text.replace(old, new.format(name, upper=name.upper(), slug=name.lower().replace(" ", "-")))
            path.write_text(text, encoding="utf-8")
        head = "".join(
            f"{key} = {value!r}\n" for key, value in (values | {"OUT": str(unit), "FAULTY": number % 2 == 1}).items()
        )
        subprocess.run([sys.executable, "-c", head + script], cwd=place, check=True)
    return unit


if __name__ == "__main__":
    for each in range(int(sys.argv[2])):
        made = build(Path(sys.argv[1]), each)
        print(made, sum(path.is_file() for path in made.rglob("*")))
