"""The letters: the LHE in its short form and the one that passes it on, also on an office's own letterhead."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from msgspec.structs import replace

from saksama.checker.run import BerkasRun, Run
from saksama.parsers.berkas import read_berkas
from saksama.reports import lhe, lhe_facts, lhe_surat, pengantar

RENDERERS = [lhe.render, lhe_surat.render, pengantar.render]


def told(data: bytes) -> list[str]:
    return [p.text for p in Document(io.BytesIO(data)).paragraphs if p.text.strip()]


@pytest.mark.parametrize("render", [lhe_surat.render, pengantar.render])
def test_every_weakness_and_its_recommendation_are_in_the_letter(run: Run, render) -> None:
    lines = told(render(run))
    for note in (note for part in lhe_facts.components(run) for note in part.kurang):
        about = [line for line in lines if line.endswith((f"[{note.sumber}]", f"[{note.asal}]"))]
        about += [line for line in lines if f"[{note.asal}; untuk catatan" in line]
        assert len(about) == 2, note.asal


def test_the_steps_begin_with_a_verb(run: Run) -> None:
    lines = told(pengantar.render(run))
    start = next(n for n, line in enumerate(lines) if "langkah perbaikan" in line)
    assert "a.\tMenghitung ulang jumlah anggaran lalu menyamakan dengan DPA. [PK-014]" in lines[start:] or any(
        line.endswith("Menghitung ulang jumlah anggaran lalu menyamakan dengan DPA. [PK-014]") for line in lines[start:]
    )


@pytest.mark.parametrize("render", RENDERERS)
def test_a_template_keeps_its_letterhead_and_closing(run: Run, render) -> None:
    template = Document()
    template.sections[0].header.paragraphs[0].text = "INSPEKTORAT KABUPATEN SUKAMAJU"
    for text in ("Jalan Merdeka 1", "{isi}", "Dokumen rahasia"):
        template.add_paragraph(text)
    stream = io.BytesIO()
    template.save(stream)
    made = render(run, stream.getvalue())
    assert made == render(run, stream.getvalue())
    lines = told(made)
    assert lines[0] == "Jalan Merdeka 1"
    assert lines[-1] == "Dokumen rahasia"
    assert len(lines) > 20
    assert not any("{" in line or "kop surat" in line for line in lines)
    assert "SUKAMAJU" in Document(io.BytesIO(made)).sections[0].header.paragraphs[0].text


def test_a_bare_template_gets_the_styles_it_lacks(run: Run) -> None:
    template = Document()
    for name in ("Heading 1", "Heading 2"):
        style = template.styles[name].element
        style.getparent().remove(style)
    stream = io.BytesIO()
    template.save(stream)
    heads = [
        p for p in Document(io.BytesIO(lhe.render(run, stream.getvalue()))).paragraphs if p.style.name == "Heading 1"
    ]
    assert [p.text for p in heads][:1] == ["BAB I  PENDAHULUAN"]


def test_last_years_values_stand_beside(run: Run) -> None:
    record = {
        "jenis": "hasil_evaluasi", "tahun": 2023, "nilai": "60,10", "predikat": "B",
        "komponen": [{"nama": "1. PERENCANAAN KINERJA", "nilai": "18,00"}],
    }  # fmt: skip
    older = {"jenis": "hasil_evaluasi", "tahun": 2022, "nilai": "50,00", "komponen": []}
    files = tuple(
        BerkasRun(f"{r['tahun']}.docx", "0", "hasil_evaluasi", "tinggi", "docx", rekaman=(r,)) for r in (record, older)
    )
    past = lhe_facts.last_year(replace(run, berkas=files))
    assert (past.judul, past.nilai, past.komponen) == ("LHE 2023", "60,10", {"Perencanaan Kinerja": "18,00"})
    assert lhe_facts.last_year(replace(run, berkas=())).komponen == {}


@pytest.mark.parametrize(
    ("unit", "head"),
    [
        ("KECAMATAN SUKAMAJU", "Camat Sukamaju"),
        ("Dinas Perhubungan", "Kepala Dinas Perhubungan"),
        ("Sekretariat DPRD", "Sekretaris DPRD"),
        ("RSUD Sukamaju", "Direktur RSUD Sukamaju"),
        ("Unit Layanan", "Pimpinan Unit Layanan"),
        ("Inspektorat Daerah", "Inspektur Daerah"),
        ("Pemerintah Kota Sukamaju", "Wali Kota Sukamaju"),
    ],
)
def test_a_letter_goes_to_whoever_leads_the_unit(run: Run, unit: str, head: str) -> None:
    for render in (lhe_surat.render, pengantar.render):
        lines = told(render(replace(run, unit=unit)))
        assert f"Yth. {head}\ndi tempat" in lines


def test_the_letter_that_passes_an_lhe_on(run: Run) -> None:
    lines = told(pengantar.render(run))
    first = lines.index("1.\tPerencanaan Kinerja, bobot 30 mendapat nilai 19,50")
    assert lines[first + 1] == "Beberapa hal yang perlu dilaksanakan perbaikan yaitu:"
    note = "Ketentuan “Dokumen wajib tersedia” belum sepenuhnya terpenuhi pada 2 (dua) hal."
    assert lines[first + 2] == f"a.\t{note} [BRK-001]"
    steps = next(
        n for n, line in enumerate(lines) if line.startswith("Sehubungan dengan hal tersebut di atas, Saudara")
    )
    assert lines[steps + 1 : steps + 3] == [
        "1.\tKomponen Perencanaan Kinerja",
        "a.\tMenyusun dan menyerahkan dokumen yang belum ada. [BRK-001]",
    ]


def test_the_letter_reads_back_as_what_it_is(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(pengantar.render(run))
    file = read_berkas(path, path.name)
    assert file.jenis == "hasil_evaluasi"
    (record,) = file.records
    told = {part.nama: (part.nilai, len(part.catatan), len(part.rekomendasi)) for part in record.isi.komponen}
    assert told["Perencanaan Kinerja"] == ("19,50", 6, 6)
    assert all(notes == steps for _, notes, steps in told.values()), told


def test_last_years_recommendations_with_what_is_still_found(run: Run) -> None:
    evaluation = {
        "jenis": "hasil_evaluasi",
        "tahun": 2023,
        "komponen": [{"nama": "Perencanaan Kinerja", "rekomendasi": ["Menyusun pohon kinerja", "Mengisi IKU"]}],
    }
    answer = {
        "jenis": "tindak_lanjut",
        "baris": [{"rekomendasi": "Menyusun pohon kinerja", "tindak_lanjut": "Disusun", "status": "Selesai"}],
    }
    kinds = {"hasil_evaluasi": (evaluation,), "tindak_lanjut": (answer,)}
    files = tuple(replace(file, rekaman=kinds.get(file.jenis or "", ())) for file in run.berkas)
    finding = replace(
        next(item for item in run.hasil if item.aturan == "PK-014"),
        aturan="TL-001",
        temuan=tuple(
            replace(one, pesan="Belum ada tindak lanjutnya: “Mengisi IKU.”.", sidik="tl1")
            for item in run.hasil
            if item.aturan == "PK-014"
            for one in item.temuan
        ),
    )
    document = Document(io.BytesIO(lhe.render(replace(run, berkas=files, hasil=(*run.hasil, finding)))))
    text = "\n".join(p.text for p in document.paragraphs)
    assert "Dari 2 (dua) rekomendasi, 1 (satu) dilaporkan selesai oleh unit. Pada 1 (satu) rekomendasi masih" in text
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["1", "Menyusun pohon kinerja", "Disusun", "Selesai", "–"] in cells
    assert ["2", "Mengisi IKU", "belum ada", "–", "Belum ada tindak lanjutnya: “Mengisi IKU”."] in cells
