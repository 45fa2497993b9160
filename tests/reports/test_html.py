"""The page: complete, self-contained, and safe whatever a document says."""

import re
from collections.abc import Callable

import pytest
from lxml import html as parser

from saksama.checker.run import BuktiTemuan, Hasil, Run, Temuan
from saksama.reports import html


def page(run: Run) -> str:
    return html.render(run).decode()


def text(run: Run) -> str:
    return " ".join(parser.fromstring(html.render(run)).text_content().split())


def test_it_refers_to_nothing_outside(run: Run) -> None:
    source = page(run)
    assert not re.search(r"(?:src|href)\s*=\s*[\"'](?!#)", source)
    assert "@import" not in source
    assert "url(" not in source
    assert "//" not in source.replace("</", "")


def test_verdict_places_values_and_bases_are_there(run: Run) -> None:
    told = text(run)
    for part in (
        "PERLU PERBAIKAN: 3 temuan kritis, 12 mayor",
        "hal. 3, tabel 2 baris 5 kolom anggaran",
        "seharusnya1.150.000.000",
        "Hitung ulang jumlah anggaran lalu samakan dengan DPA.",
        "Dasar: Permenpan RB 53/2014 Lampiran I",
        "Tidak ada berkas notulen yang dikenali.",
        "Berkas rusak atau bukan dokumen Word.",
        "Diterima Ketua Tim Evaluasi sampai 31 Desember 2025",
        "64,85",
    ):
        assert part in told


def test_every_link_inside_the_page_has_its_target(run: Run) -> None:
    tree = parser.fromstring(html.render(run))
    for link in tree.iter("a"):
        assert tree.get_element_by_id(link.get("href")[1:]) is not None


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", "</style><b>", '" onclick="x', "{{ 7 * 7 }}"])
def test_documents_cannot_write_markup(evil: str, make_run: Callable[..., Run], run: Run) -> None:
    finding = Temuan("s", "mayor", "tinggi", evil, evil, {evil: evil}, (BuktiTemuan(evil, kutipan=evil),))
    made = make_run([Hasil("PK-007", "temuan", evil, None, (finding,)), Hasil("PK-016", "tidak_ada", evil, evil)])
    tree = parser.fromstring(html.render(made))
    usual = parser.fromstring(html.render(run))
    assert len(list(tree.iter("script"))) == len(list(usual.iter("script"))) == 1
    assert not tree.xpath("//*[@onclick]")
    assert evil in tree.text_content()


def test_bars_lie_within_their_weight(run: Run) -> None:
    for left, width in re.findall(r"left:([\d.]+)%;width:([\d.]+)%", page(run)):
        assert 0 <= float(left) <= 100
        assert float(left) + float(width) <= 100.01


def test_long_lists_unfold(long_run: Run) -> None:
    tree = parser.fromstring(html.render(long_run))
    assert len(tree.find_class("find")) == html.SHOWN
    assert len(tree.find_class("group")) == 1
    assert tree.xpath("count(//details//tbody/tr)") == 300 - html.SHOWN


def test_a_clean_run_says_so(make_run: Callable[..., Run]) -> None:
    told = text(make_run([Hasil("PK-007", "lulus", "a.pdf")]))
    assert "TIDAK ADA TEMUAN: semua aturan yang berlaku terpenuhi." in told
    assert "Temuan per dokumen" not in told


def test_a_value_that_the_message_tells_is_said_twice_only_to_be_compared(make_run: Callable[..., Run]) -> None:
    def pairs(nilai: dict[str, str]) -> int:
        finding = Temuan("s", "mayor", "tinggi", "Renstra tidak ada.", "", nilai, ())
        tree = parser.fromstring(html.render(make_run([Hasil("BRK-001", "temuan", None, None, (finding,))])))
        return len(tree.find_class("pair"))

    assert pairs({"dokumen": "Renstra"}) == 0
    assert pairs({"dokumen": "Renja"}) == 1
    assert pairs({"tertulis": "Renstra", "seharusnya": "tidak"}) == 1
