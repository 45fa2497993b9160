"""The small kinds of record on the real documents."""

from pathlib import Path

import pytest

from saksama.checker.regulations import find_citations
from saksama.parsers.reading import read
from saksama.parsers.records import hasil_evaluasi, lembar_kerja_evaluasi, notulen, pedoman
from saksama.parsers.records.types import HasilEvaluasi, LembarKerjaEvaluasi, Notulen, Pedoman

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


@pytest.mark.corpus
def test_blank_worksheet_of_the_regulation() -> None:
    path = shared("peraturan/permenpan-88-2021.pdf")
    (record,) = lembar_kerja_evaluasi.extract(read(path, path.name))
    assert isinstance(record.isi, LembarKerjaEvaluasi)
    codes = [row.kode or "" for row in record.isi.baris]
    unit = codes[len(codes) - codes[::-1].index("1") - 1 :]
    assert sum(code.count(".") == 2 for code in unit) == 80
    # The first two stand in the prose of the annex, without weights; the worksheets follow.
    assert [row.bobot for row in record.isi.baris if row.kode == "1"][-4:] == ["30,00"] * 4


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name, lingkup, bobot",
    [
        ("kalaena-pedoman-pengukuran-2023", ("pengukuran", "pelaporan"), ["35", "20", "15", "10", "20"]),
        ("purwakarta-dpmptsp-pedoman-pengukuran-2023", ("pengukuran",), ["30", "30", "15", "25"]),
        (
            "probolinggo-perwali-30-2020",
            ("perencanaan", "pengukuran", "pelaporan", "evaluasi"),
            ["30%", "25%", "15%", "10%", "20%"],
        ),
        ("wasuponda-pedoman-perencanaan-2025", ("perencanaan",), []),
    ],
)
def test_guides(name: str, lingkup: tuple[str, ...], bobot: list[str]) -> None:
    path = shared(f"seeds/{name}.txt")
    (record,) = pedoman.extract(read(path, path.name))
    assert isinstance(record.isi, Pedoman)
    assert record.isi.lingkup == lingkup
    assert [one.bobot for one in record.isi.bobot] == bobot


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name, tanggal, triwulan",
    [
        ("bps-tapin-2026-tw1-notulen-capkin.docx", "2026-04-16", 1),
        ("bps-tapin-2026-tw1-notulen-55tables.docx", "2026-07-16", 1),
        ("bps-tapin-2026-penetapan-target-pk-reviu1.docx", "2026-03-02", None),
    ],
)
def test_minutes(name: str, tanggal: str, triwulan: int | None) -> None:
    path = shared(f"corpus/pkpk/{name}")
    (record,) = notulen.extract(read(path, path.name))
    assert isinstance(record.isi, Notulen)
    assert (record.isi.tahun, record.isi.tanggal, record.isi.triwulan) == (2026, tanggal, triwulan)


@pytest.mark.corpus
def test_most_citations_of_the_guides_are_in_the_register() -> None:
    folder = shared("seeds")
    found = [one for path in sorted(folder.glob("*.txt")) for one in find_citations(read(path, path.name).text)]
    assert len(found) >= 65
    assert sum(one.kunci is not None for one in found) >= 0.95 * len(found)
