"""The draft report: outline, scores, every sentence with its source, a recommendation for every weakness."""

import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from docx import Document
from msgspec.structs import replace

from saksama.checker.answers import Isian, Jawaban, apply
from saksama.checker.final import settle
from saksama.checker.run import Hasil, Run
from saksama.parsers.berkas import read_berkas
from saksama.reports import lhe, lhe_facts, lhe_surat, words


def paragraphs(run: Run) -> list[str]:
    return [p.text for p in Document(io.BytesIO(lhe.render(run))).paragraphs if p.text.strip()]


def test_the_outline_of_the_regulation(run: Run) -> None:
    heads = [p.text for p in Document(io.BytesIO(lhe.render(run))).paragraphs if p.style.name.startswith("Heading")]
    assert [head for head in heads if head.startswith("BAB")] == [
        "BAB I  PENDAHULUAN",
        "BAB II  HASIL EVALUASI",
        "BAB III  PENUTUP",
    ]
    for title in (
        "Dasar Hukum",
        "Tujuan",
        "Ruang Lingkup",
        "Metodologi",
        "Tindak Lanjut",
        "Capaian Kinerja",
        "Simpulan",
    ):
        assert any(title in head for head in heads)


def test_it_is_marked_as_a_draft(run: Run) -> None:
    document = Document(io.BytesIO(lhe.render(run)))
    assert document.tables[0].rows[0].cells[0].text.startswith("DRAF.")
    assert "DRAF" in document.sections[0].footer.paragraphs[0].text


def test_scores_with_decimal_comma(run: Run) -> None:
    document = Document(io.BytesIO(lhe.render(run)))
    told = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert told[1][1:] == ["Perencanaan Kinerja", "30,00", "19,50", "65,00", "–"]
    assert told[-1][1:4] == ["Jumlah", "100,00", "64,85"]
    assert any("sebesar 64,85. Predikatnya belum disimpulkan" in text for text in paragraphs(run))
    assert run.lke is not None
    known = replace(run, lke=replace(run.lke, cakupan=Decimal("0.8")))
    conclusion = next(text for text in paragraphs(known) if "predikat B (Baik). Dibandingkan" in text)
    assert "Pelaporan Kinerja paling tinggi (70,00 %) dan Pengukuran Kinerja paling rendah (62,00 %)" in conclusion


def test_nothing_decided_is_no_value(run: Run) -> None:
    assert run.lke is not None
    told = paragraphs(replace(run, lke=replace(run.lke, cakupan=Decimal(0))))
    assert sum("belum dapat diusulkan, karena belum satu pun kriteria" in text for text in told) == 2
    assert not any("64,85" in text for text in told)


def test_every_weakness_has_its_recommendation_and_source(run: Run) -> None:
    told = paragraphs(run)
    weak = [note for part in lhe_facts.components(run) for note in part.kurang]
    assert len(weak) > 5
    for note in weak:
        about = [text for text in told if text.endswith(f"[{note.sumber}]") or f"[{note.asal}; untuk catatan" in text]
        assert len(about) == 2, note.asal
        assert "Agar " in about[1]
    assert any(
        "Agar menghitung ulang jumlah anggaran lalu menyamakan dengan DPA. [PK-014; untuk catatan" in t for t in told
    )
    assert any("[PK-014; PK Sekcam.pdf, hal. 3, tabel 2 baris 5 kolom anggaran]" in text for text in told)


def test_strengths_come_before_weaknesses_with_their_evidence(run: Run) -> None:
    told = paragraphs(run)
    good = next(i for i, text in enumerate(told) if "[kriteria 1.a.3; SEL-001, RA-005; Rencana Aksi.xlsx]" in text)
    assert good < next(i for i, text in enumerate(told) if text == "Catatan kekurangan")


def test_accepted_findings_are_no_weakness(run: Run) -> None:
    assert not any("[RA-006" in text for text in paragraphs(run))
    assert any("digugurkan atau dikecualikan" in text and "RA-006" in text for text in paragraphs(run))


def test_findings_outside_the_criteria_are_told_too(make_run: Callable[..., Run], run: Run) -> None:
    outside = next(item for item in run.hasil if item.aturan == "PK-019")
    told = paragraphs(
        make_run(
            [
                Hasil("SEL-001", "lulus"),
                replace(outside, aturan="NOM-002", temuan=(replace(outside.temuan[0], sidik="lain"),)),
            ]
        )
    )
    assert any(text.endswith("Catatan lain") for text in told)
    assert any("[NOM-002; PK Sekcam.pdf, hal. 2]" in text for text in told)


def test_records_are_quoted_as_such(run: Run) -> None:
    follow = {
        "jenis": "tindak_lanjut",
        "baris": [{"rekomendasi": "Susun pohon kinerja", "tindak_lanjut": None, "status": "belum"}],
    }
    report = {
        "jenis": "laporan_kinerja",
        "capaian": [{"indikator": "Nilai survei", "target": "82", "realisasi": "80", "capaian": "97,56"}] * 2,
    }
    files = tuple(
        replace(
            file,
            rekaman=(follow,)
            if file.jenis == "tindak_lanjut"
            else (report,)
            if file.jenis == "laporan_kinerja"
            else (),
        )
        for file in run.berkas
    )
    document = Document(io.BytesIO(lhe.render(replace(run, berkas=files))))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["1", "Susun pohon kinerja", "belum ada", "belum", "–"] in cells
    assert cells.count(["1", "Nilai survei", "82", "80", "97,56"]) == 1


def test_a_long_list_is_one_weakness(long_run: Run) -> None:
    told = paragraphs(long_run)
    at = next(n for n, text in enumerate(told) if "belum sepenuhnya terpenuhi pada 300 (tiga ratus) hal" in text)
    assert told[at].endswith("antara lain: [LKJ-021; selengkapnya pada lembar Temuan]")
    assert [text.split("\t")[0] for text in told[at + 1 : at + 6]] == ["a)", "b)", "c)", "d)", told[at + 5]]
    assert sum("LKJ-021" in text for text in told) == 2


def test_a_criterion_met_with_remarks_is_not_praised(run: Run) -> None:
    assert run.lke is not None
    part = run.lke.komponen[0]
    sub = part.subkomponen[0]
    remarked = tuple(replace(k, temuan=("pk19",)) if k.id == "1.a.3" else k for k in sub.kriteria)
    changed = replace(part, subkomponen=(replace(sub, kriteria=remarked), *part.subkomponen[1:]))
    told = paragraphs(replace(run, lke=replace(run.lke, komponen=(changed, *run.lke.komponen[1:]))))
    assert not any("[kriteria 1.a.3" in text for text in told)


def answered(run: Run) -> Run:
    """The run with what an evaluator wrote: met, not met with and without a note, undecided, a grade."""
    assert run.lke is not None
    given = {
        "1.a.3": Isian(catatan="Renstra ditetapkan\ndengan keputusan camat"),
        "1.a.1": Isian("tidak", catatan="Pedoman belum disesuaikan"),
        "1.a.2": Isian("tidak"),
        "1.a.5": Isian(catatan="Menunggu wawancara"),
        "1.b.5": Isian("tidak"),
        "1.b": Isian("CC", catatan="Target belum menantang"),
    }
    return replace(run, lke=settle(apply(run.lke, Jawaban(run.lke.kerangka, given))))


@pytest.mark.parametrize("render", [lhe.render, lhe_surat.render])
def test_the_evaluators_notes_are_told_with_their_criterion(run: Run, render) -> None:
    told = [p.text for p in Document(io.BytesIO(render(answered(run)))).paragraphs if "catatan evaluator]" in p.text]
    teks = "Dokumen perencanaan kinerja telah memenuhi ukuran nomor {} sebagaimana mestinya"
    assert [text.split("\t")[1] for text in told] == [
        f"{teks.format('1.a.5')}: Menunggu wawancara. [kriteria 1.a.5; catatan evaluator]",
        "Sub komponen 1.b, gradasi CC: Target belum menantang. [sub komponen 1.b; catatan evaluator]",
        "Pedoman belum disesuaikan. [kriteria 1.a.1; catatan evaluator]",
        f"Kriteria “{teks.format('1.a.2')}” belum terpenuhi. [kriteria 1.a.2; catatan evaluator]",
    ]


def test_notes_have_recommendations_and_strengths_their_note(run: Run) -> None:
    told = paragraphs(answered(run))
    assert any("sebagaimana mestinya. Renstra ditetapkan dengan keputusan camat. [kriteria 1.a.3;" in t for t in told)
    advice = [text for text in told if "Agar memenuhi kriteria" in text]
    assert [text.split("[")[1] for text in advice] == [
        "kriteria 1.a.1; untuk catatan 7]",
        "kriteria 1.a.2; untuk catatan 8]",
    ]
    number = sum(len(part.kurang) for part in lhe_facts.components(answered(run)))
    assert any(f"Terdapat {words.count(number)} catatan kekurangan" in text for text in told)


@pytest.mark.parametrize("render", [lhe.render, lhe_surat.render])
def test_read_back_every_note_has_its_recommendation(run: Run, render, tmp_path) -> None:
    path = tmp_path / "lhe.docx"
    path.write_bytes(render(answered(run)))
    (record,) = read_berkas(path, path.name, "hasil_evaluasi").records
    told = [(part.nama, len(part.catatan), len(part.rekomendasi)) for part in record.isi.komponen]
    assert ("Perencanaan Kinerja", 8, 8) in told
    assert all(notes == advice for _, notes, advice in told), told


def weak(run: Run) -> list[str]:
    return [note.asal for part in lhe_facts.components(run) for note in part.kurang]


def test_what_the_evaluator_answers_with_ya_is_no_weakness(run: Run) -> None:
    assert run.lke is not None
    bearing = [k.id for part in run.lke.komponen for s in part.subkomponen for k in s.kriteria if "pk14" in k.temuan]
    assert bearing
    assert "PK-014" in weak(run)

    def answer(value: str) -> Run:
        given = {id_: Isian(value, alasan="Sudah dibetulkan") for id_ in bearing}
        assert run.lke is not None
        return replace(run, lke=settle(apply(run.lke, Jawaban(run.lke.kerangka, given))))

    assert "PK-014" not in weak(answer("ya"))
    assert any("evaluator menyatakan kriterianya terpenuhi" in text for text in paragraphs(answer("ya")))
    assert "PK-014" in weak(answer("tidak"))


def test_a_finding_is_told_where_its_criterion_is(run: Run) -> None:
    assert run.lke is not None
    first, second, *rest = run.lke.komponen
    own = tuple(
        replace(sub, kriteria=tuple(replace(k, temuan=("brk1",)) if "brk1" in k.temuan else k for k in sub.kriteria))
        for sub in first.subkomponen
    )
    sub = second.subkomponen[0]
    moved = replace(sub, kriteria=(replace(sub.kriteria[0], aturan=("BRK-001",), temuan=("brk2",)), *sub.kriteria[1:]))
    parts = (replace(first, subkomponen=own), replace(second, subkomponen=(moved, *second.subkomponen[1:])), *rest)
    told = lhe_facts.components(replace(run, lke=replace(run.lke, komponen=parts)))
    assert "PKPK triwulan III belum ada." in [note.teks for note in told[0].kurang]
    assert "PKPK triwulan IV belum ada." in [note.teks for note in told[1].kurang]


def test_of_two_components_the_one_that_asks_for_such_rules_tells_it(run: Run) -> None:
    assert run.lke is not None
    parts = list(run.lke.komponen)
    sub = parts[0].subkomponen[0]
    asked = replace(sub.kriteria[1], aturan=("LKJ-021",), temuan=("lkj21",))
    moved = replace(sub, kriteria=(sub.kriteria[0], asked, *sub.kriteria[2:]))
    parts[0] = replace(parts[0], subkomponen=(moved, *parts[0].subkomponen[1:]))
    told = lhe_facts.components(replace(run, lke=replace(run.lke, komponen=tuple(parts))))
    assert [part.komponen.id for part in told if part.komponen and "LKJ-021" in [n.asal for n in part.kurang]] == ["3"]


def test_a_component_that_the_message_names_tells_it(run: Run) -> None:
    assert run.lke is not None
    (missing,) = (item for item in run.hasil if item.aturan == "BRK-001")
    named = replace(missing.temuan[0], pesan="Pengukuran kinerja triwulan III tidak ada.")
    hasil = tuple(replace(item, temuan=(named,)) if item is missing else item for item in run.hasil)
    first, second, *rest = run.lke.komponen
    sub = second.subkomponen[0]
    asked = replace(sub.kriteria[0], aturan=("BRK-001",), temuan=(named.sidik,))
    moved = replace(second, subkomponen=(replace(sub, kriteria=(asked, *sub.kriteria[1:])), *second.subkomponen[1:]))
    told = lhe_facts.components(replace(run, hasil=hasil, lke=replace(run.lke, komponen=(first, moved, *rest))))
    assert [part.komponen.id for part in told if part.komponen and "BRK-001" in [n.asal for n in part.kurang]] == ["2"]


def test_findings_on_the_hand_in_and_for_information_are_no_weakness(run: Run) -> None:
    rules = tuple(replace(rule, rekomendasi="") if rule.id == "PK-012" else rule for rule in run.aturan)
    assert "PK-012" in weak(run)
    changed = replace(run, aturan=rules)
    assert "PK-012" not in weak(changed)
    assert any("penyerahan berkas" in text and "PK-012" in text for text in paragraphs(changed))


def test_a_rule_may_say_what_an_lhe_recommends(run: Run) -> None:
    rules = tuple(
        replace(rule, rekomendasi="Tuntaskan {x}berkas ini.") if rule.id == "PK-014" else rule for rule in run.aturan
    )
    notes = [note for part in lhe_facts.components(replace(run, aturan=rules)) for note in part.kurang]
    assert next(note.saran for note in notes if note.asal == "PK-014") == "Agar menuntaskan berkas tersebut."


def test_achievements_are_told_once_with_the_target_of_the_year(run: Run) -> None:
    def row(table: str, target: str, capaian: str | None, name: str = "Nilai survei") -> dict[str, str | None]:
        return {"tabel": table, "indikator": name, "target": target, "realisasi": "80", "capaian": capaian}

    report = {
        "jenis": "laporan_kinerja",
        "tahun": run.tahun,
        "capaian": [
            row("Tabel 1", "82", None),
            row("Tabel 2", "82", "97,56"),
            row("Tabel 3", "90", "88,89"),
            row("Tabel 3", "90", "88,89", "Jumlah desa"),
        ],
    }
    older = {"jenis": "laporan_kinerja", "tahun": 2001, "capaian": [row("Tabel 1", "70", "114,29", "Nilai lama")]}
    files = tuple(
        replace(file, rekaman=(older, report) if file.jenis == "laporan_kinerja" else ()) for file in run.berkas
    )
    told = lhe_facts.achievements(replace(run, berkas=files))
    assert [(one.indikator, one.target, one.capaian) for one in told] == [
        ("Nilai survei", "82", "97,56"),
        ("Jumlah desa", "90", "88,89"),
    ]
