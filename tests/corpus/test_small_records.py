"""The small kinds of record on the real documents."""

from pathlib import Path

import pytest
from saksama.parsers.reading import read
from saksama.parsers.records import hasil_evaluasi
from saksama.parsers.records.types import HasilEvaluasi

SHARED = Path(__file__).resolve().parents[3] / "shared"


def shared(name: str) -> Path:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path


@pytest.mark.corpus
def test_lhe_letter() -> None:
    path = shared("seeds/purbalingga-tindak-lanjut-lhe-kutasari-2024.txt")
    (record,) = hasil_evaluasi.extract(read(path, path.name))
    isi = record.isi
    assert isinstance(isi, HasilEvaluasi)
    assert (isi.unit, isi.tahun) == ("Kecamatan Kutasari", 2024)
    assert (isi.nomor, isi.tanggal) == ("700/080/KE/2024.R", "2024-11-21")
    assert [(k.bobot, k.nilai, len(k.catatan), len(k.rekomendasi)) for k in isi.komponen] == [
        ("30", "19,50", 6, 6),
        ("30", "18,60", 4, 4),
        ("15", "10,50", 3, 3),
        ("25", "16,25", 2, 2),
    ]
