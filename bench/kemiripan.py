"""Which measure of likeness tells rewordings of one indikator from different indikator: figures over the truth files.

    python bench/kemiripan.py [TRUTHDIR]

Different: every two sasaran, and every two indikator, that one table of a truth file lists beside each other (and the
made-up twins below). Same: each wording against itself as other documents print it: numbering, capitals, "prosentase",
abbreviations, word order, slips of a scan (forgiven), and reworded by a word or an affix (near). For each measure the
table gives the best threshold and what is wrong there, and the share of rewordings found when no more than one pair
in a thousand of the different ones is taken for the same.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from saksama.checker import matching

Pair = tuple[str, str]

TWINS: tuple[Pair, ...] = (
    ("Jumlah produksi perikanan tangkap", "Jumlah produksi perikanan budidaya"),
    ("Peningkatan kunjungan wisatawan mancanegara", "Peningkatan kunjungan wisatawan nusantara"),
    ("Persentase desa tertib administrasi", "Jumlah desa tertib administrasi"),
    ("Angka kematian ibu", "Angka kematian bayi"),
    ("Persentase penyakit menular tertangani", "Persentase penyakit tidak menular tertangani"),
    ("Angka partisipasi murni SD", "Angka partisipasi murni SMP"),
    ("Angka partisipasi murni", "Angka partisipasi kasar"),
    ("Persentase jalan kabupaten dalam kondisi mantap", "Persentase jembatan kabupaten dalam kondisi mantap"),
    ("Indeks kepuasan masyarakat", "Indeks kepuasan pegawai"),
    ("Persentase keluhan yang ditindaklanjuti", "Persentase temuan yang ditindaklanjuti"),
    ("Nilai evaluasi SAKIP kecamatan", "Nilai evaluasi SPIP kecamatan"),
    ("Persentase rumah tangga berakses air minum layak", "Persentase rumah tangga berakses sanitasi layak"),
    ("Jumlah koperasi aktif", "Jumlah koperasi sehat"),
    ("Persentase gangguan ketertiban yang tertangani", "Persentase gangguan jaringan yang tertangani"),
    ("Meningkatnya kualitas pelayanan publik", "Meningkatnya kualitas perencanaan pembangunan"),
    ("Produksi daging sapi", "Produksi daging ayam"),
)
NEAR: tuple[Pair, ...] = (
    ("Persentase kelompok usaha perikanan yang naik kelas", "Persentase kelompok usaha perikanan naik kelas"),
    ("Persentase keluhan masyarakat yang diselesaikan", "Persentase keluhan masyarakat yang terselesaikan"),
    (
        "Nilai evaluasi akuntabilitas kinerja perangkat daerah",
        "Nilai hasil evaluasi akuntabilitas kinerja perangkat daerah",
    ),
    (
        "Meningkatnya kesejahteraan pelaku usaha perikanan",
        "Meningkatnya kesejahteraan para pelaku usaha bidang perikanan",
    ),
    ("Indeks Kepuasan Masyarakat", "Indeks Kepuasan Masyarakat (IKM)"),
    ("Meningkatnya kualitas pelayanan publik", "Meningkatnya kualitas pelayanan publik kecamatan"),
    ("Persentase desa dengan laporan keuangan tepat waktu", "Persentase desa yang laporan keuangannya tepat waktu"),
    ("Rata-rata waktu penyelesaian layanan administrasi", "Rata-rata lama penyelesaian layanan administrasi"),
    ("Persentase jalan kabupaten dalam kondisi mantap", "Persentase jalan kabupaten berkondisi mantap"),
    ("Meningkatnya akuntabilitas kinerja perangkat daerah", "Peningkatan akuntabilitas kinerja perangkat daerah"),
    ("Persentase temuan yang ditindaklanjuti", "Persentase temuan yang telah ditindaklanjuti"),
    ("Jumlah kunjungan wisatawan", "Jumlah kunjungan wisata"),
    ("Persentase produk olahan ikan yang memenuhi standar mutu", "Persentase olahan ikan yang memenuhi standar mutu"),
    (
        "Terwujudnya tata kelola pemerintahan desa yang baik",
        "Terwujudnya tata kelola pemerintahan desa yang lebih baik",
    ),
    ("Angka konsumsi ikan", "Tingkat konsumsi ikan"),
    ("Persentase penduduk ber-KTP elektronik", "Persentase penduduk yang memiliki KTP elektronik"),
)


def _trigrams(text: str) -> set[str]:
    return {text[place : place + 3] for place in range(len(text) - 2)}


def _trigram(a: str, b: str) -> float:
    x, y = (_trigrams(f"  {matching.normal(text)} ") for text in (a, b))
    return 200 * len(x & y) / max(1, len(x) + len(y))


def _normalised(measure: Callable[[str, str], float]) -> Callable[[str, str], float]:
    return lambda a, b: measure(matching.normal(a), matching.normal(b))


MEASURES: dict[str, Callable[[str, str], float]] = {
    "saksama (words, substitution)": matching.likeness,
    "ratio": _normalised(fuzz.ratio),
    "token_sort_ratio": _normalised(fuzz.token_sort_ratio),
    "token_set_ratio": _normalised(fuzz.token_set_ratio),
    "trigram (Dice)": _trigram,
    "Jaro-Winkler": _normalised(lambda a, b: 100 * JaroWinkler.similarity(a, b)),
}


def _lists(value: object) -> Iterator[list[dict[str, object]]]:
    """Every table of a record: a list of rows."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _lists(inner)
    elif isinstance(value, list):
        rows = [row for row in value if isinstance(row, dict)]
        if rows and any("indikator" in row or "sasaran" in row for row in rows):
            yield rows
        for row in rows:
            yield from _lists(row)


def wordings(truth: Path) -> list[list[str]]:
    """The different sasaran, and the different indikator, of each table of the truth files."""
    found = []
    for path in sorted(truth.rglob("*.json")):
        for rows in _lists(json.loads(path.read_text(encoding="utf-8")).get("rekaman", [])):
            for column in ("sasaran", "indikator"):
                texts = {matching.normal(text): text for row in rows if isinstance(text := row.get(column), str)}
                texts.pop("", None)
                found.append(list(texts.values()))
    return found


def forgiven(text: str, chance: random.Random) -> Iterator[str]:
    """The same wording as another document prints it."""
    words = text.split()
    yield f"1.{chance.randint(1, 9)}. {text}"
    yield text.upper()
    yield text.replace("Persentase", "Prosentase").replace("persentase", "prosentase") + " (%)"
    yield text.replace("Kabupaten", "Kab.").replace("Kecamatan", "Kec.").replace("Jumlah", "Jml.")
    yield text.replace("-", " ") if "-" in text else text.replace(" dan ", " & ")
    if len(words) > 3:
        place = chance.randrange(1, len(words))
        word = words[place]
        if len(word) > 5:  # a slip of a scan, a word broken at a narrow cell
            cut = chance.randrange(2, len(word) - 2)
            for damaged in (f"{word[:cut]}1{word[cut + 1 :]}", f"{word[:cut]} {word[cut:]}"):
                yield " ".join([*words[:place], damaged, *words[place + 1 :]])


def figures(measure: Callable[[str, str], float], same: Iterable[Pair], other: Iterable[Pair]) -> tuple[float, ...]:
    """Best threshold, share of `same` below it, of `other` at or above it, of `same` found at 1 in 1,000."""
    good = sorted(measure(a, b) for a, b in same)
    bad = sorted(measure(a, b) for a, b in other)

    def wrong(threshold: float) -> tuple[float, float]:
        return sum(v < threshold for v in good) / len(good), sum(v >= threshold for v in bad) / len(bad)

    best = min((threshold / 2 for threshold in range(80, 200)), key=lambda t: sum(wrong(t)))
    strict = bad[-max(1, len(bad) // 1000)]
    return best, *wrong(best), sum(v > strict for v in good) / len(good)


AMBANG = 80.0
"""The threshold in the rule files (`ambang`, `mirip`)."""


def main() -> None:
    truth = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared" / "truth"
    tables = wordings(truth)
    other = [pair for texts in tables for pair in combinations(texts, 2)]
    chance = random.Random(7)
    texts = sorted({text for one in tables for text in one if 12 < len(text) < 150})
    plain = [(text, changed) for text in texts for changed in forgiven(text, chance)]
    print(f"{len(other)} different pairs and {len(TWINS)} twins, {len(plain)} forgiven, {len(NEAR)} near")
    print("| measure | best threshold | same below | different above | found at 1/1000 | near below | twins above |")
    print("|---|---|---|---|---|---|---|")
    for name, measure in MEASURES.items():
        best, missed, taken, strict = figures(measure, [*plain, *NEAR], [*other, *TWINS])
        near = sum(measure(a, b) < best for a, b in NEAR)
        twins = sum(measure(a, b) >= best for a, b in TWINS)
        shares = f"{best:.1f} | {missed:.3f} | {taken:.4f} | {strict:.3f}"
        print(f"| {name} | {shares} | {near}/{len(NEAR)} | {twins}/{len(TWINS)} |")

    ours = MEASURES["saksama (words, substitution)"]
    below = sum(ours(a, b) < AMBANG for a, b in plain)
    above = sum(ours(a, b) >= AMBANG for a, b in other)
    near, twins = (sum(ours(a, b) >= AMBANG for a, b in pairs) for pairs in (NEAR, TWINS))
    print(f"at {AMBANG:.0f}: {below} forgiven below, {above} different above, {near} near above, {twins} twins above")


if __name__ == "__main__":
    main()
