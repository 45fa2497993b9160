"""The quality of each indikator (SMART-C), as far as the rules decided it."""

from __future__ import annotations

from collections.abc import Sequence

from saksama.checker import matching
from saksama.checker.run import Run, Temuan

SMART: tuple[tuple[str, str, Sequence[str]], ...] = (
    ("S", "Spesifik: satu hal, bukan rumusan sasaran", ("IND-001", "IND-004")),
    ("M", "Terukur: bersatuan, tanpa kata yang tidak terukur", ("IND-003", "IND-008", "PK-013")),
    ("A", "Dapat dicapai: target masuk akal", ("IND-007",)),
    ("R", "Relevan: selaras dengan Renstra dan IKU", ("SEL-002", "SEL-003")),
    ("T", "Berbatas waktu: bertarget untuk tahunnya", ("PK-012", "RA-004")),
    ("C", "Menantang: tidak di bawah realisasi tahun lalu", ("IND-006",)),
)
"""Letter, meaning and the rules that answer it, for each indikator."""


def smart(run: Run, indikator: str) -> dict[str, tuple[str, str]]:
    """For each letter: "Tidak" with the rules that fail for this indikator, "Ya" where all passed, else "Telaah"."""
    result = {}
    for letter, _, rules in SMART:
        items = [item for item in run.hasil if item.aturan in rules]
        failed = sorted({item.aturan for item in items if any(_about(one, indikator) for one in item.temuan)})
        open_rules = sorted({item.aturan for item in items if item.status in ("tidak_ada", "telaah_manual", "galat")})
        if failed:
            result[letter] = ("Tidak", ", ".join(failed))
        elif open_rules or not items:
            result[letter] = ("Telaah", ", ".join(open_rules))
        else:
            result[letter] = ("Ya", "")
    return result


def _about(temuan: Temuan, indikator: str) -> bool:
    values = [matching.normal(value) for value in temuan.nilai.values()]
    return matching.normal(indikator) in values
