"""The quality of each indikator (SMART-C), as far as the rules decided it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from saksama.checker import matching
from saksama.checker.run import Run

SMART: tuple[tuple[str, str, Sequence[str]], ...] = (
    ("S", "Spesifik: satu hal, bukan rumusan sasaran", ("IND-001", "IND-004")),
    ("M", "Terukur: bersatuan, tanpa kata yang tidak terukur", ("IND-003", "IND-008", "PK-013")),
    ("A", "Dapat dicapai: target masuk akal", ("IND-007",)),
    ("R", "Relevan: selaras dengan Renstra dan IKU", ("SEL-002", "SEL-003")),
    ("T", "Berbatas waktu: bertarget untuk tahunnya", ("PK-012", "RA-004")),
    ("C", "Menantang: tidak di bawah realisasi tahun lalu", ("IND-006",)),
)
"""Letter, meaning and the rules that answer it, for each indikator."""


class Smart:
    """What the rules of a run decided of its indikator."""

    def __init__(self, run: Run) -> None:
        self._failed: dict[str, set[str]] = defaultdict(set)
        for item in run.hasil:
            for value in (value for one in item.temuan for value in one.nilai.values()):
                self._failed[matching.normal(value)].add(item.aturan)
        self._asked = {item.aturan for item in run.hasil}
        self._open = {item.aturan for item in run.hasil if item.status in ("tidak_ada", "telaah_manual", "galat")}

    def of(self, indikator: str) -> dict[str, tuple[str, str]]:
        """For each letter: "Tidak" with the rules that fail for an indikator, "Ya" where all passed, else "Telaah"."""
        about = self._failed.get(matching.normal(indikator), set())
        result = {}
        for letter, _, rules in SMART:
            failed, undecided = (sorted(found.intersection(rules)) for found in (about, self._open))
            if failed:
                result[letter] = ("Tidak", ", ".join(failed))
            elif undecided or not self._asked.intersection(rules):
                result[letter] = ("Telaah", ", ".join(undecided))
            else:
                result[letter] = ("Ya", "")
        return result
