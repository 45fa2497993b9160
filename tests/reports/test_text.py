"""The terminal summary."""

from collections.abc import Callable
from decimal import Decimal

from msgspec.structs import replace

from saksama.checker.run import BuktiTemuan, Hasil, Run, Temuan
from saksama.reports import text


def test_verdict_first_then_unit(run: Run) -> None:
    lines = text.render(run).splitlines()
    assert lines[0].startswith("PERLU PERBAIKAN: 3 temuan kritis, 12 mayor")
    assert "Kecamatan Sukamaju, tahun 2024" in lines[1]


def test_place_score_reasons_files_and_waivers_are_told(run: Run) -> None:
    folded = " ".join(text.render(run).split())
    for part in (
        "PK Camat.docx, tabel 1 baris 3 kolom target: Sasaran",
        "lkjip/LKjIP 2024.pdf, hal. 4; hal. 27, tabel 3 baris 2 kolom capaian",
        "64,85 (predikat B, Baik); lantai 30,00, plafon 80,00",
        "Tidak ada berkas notulen yang dikenali. [NOT-001]",
        "foto rapat.doc: Berkas rusak",
        "Ketua Tim Evaluasi sampai 31 Desember 2025",
        "20 Jumlah aturan",
        "dan 5 temuan serupa",
    ):
        assert part in folded


def test_width_is_kept_and_nothing_but_text_is_printed(run: Run) -> None:
    for width in (60, 80, 120):
        plain = text.render_plain(run, width)
        assert max(map(len, plain.splitlines())) <= width
        assert "\x1b" not in plain
    assert "\x1b[" in text.render_colour(run, 80)


def test_documents_cannot_speak_to_the_terminal(make_run: Callable[..., Run]) -> None:
    evil = Temuan("s", "mayor", "tinggi", "[bold]tebal[/bold] \x1b[2J", "", {}, (BuktiTemuan("a\x1b[0m.pdf"),))
    plain = text.render(make_run([Hasil("PK-007", "temuan", "a.pdf", None, (evil,))]))
    assert "\x1b" not in plain
    assert "[bold]tebal[/bold]" in plain


def test_long_lists_do_not_flood(long_run: Run) -> None:
    plain = text.render(long_run)
    assert len(plain.splitlines()) < 60
    assert "dan 297 temuan serupa" in plain


def test_a_run_without_worksheet_has_no_score(make_run: Callable[..., Run]) -> None:
    assert "Nilai usulan" not in text.render(make_run(lke=False))


def test_a_score_on_few_criteria_says_so(run: Run) -> None:
    assert "Baru 11 % kriteria dapat diputuskan" in " ".join(text.render(run).split())
    assert run.lke is not None
    enough = replace(run, lke=replace(run.lke, cakupan=Decimal("0.5")))
    assert "belum menggambarkan unit" not in text.render(enough)
