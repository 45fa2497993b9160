"""The rules that compare documents, on real ones: one target in two figures is reported once by each rule concerned."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from saksama.app.collect import collect
from saksama.app.work.options import opened
from saksama.checker import profile, rulebook
from saksama.checker.assess import assess, prepare
from saksama.checker.run import Hasil, Temuan
from saksama.checker.submission import assemble
from saksama.parsers.ocr.extra import INSTALL, available

SHARED = Path(__file__).resolve().parents[3] / "shared"
DISHUB = (
    "pk/jabar-dishub-2016-pk-gen.docx",
    "pk/jabar-dishub-2016-pk-eselon2-scan.pdf",
    "iku/jabar-dishub-2016-iku-review.pdf",
    "iku/jabar-dishub-2017-iku.docx",
    "renja/jabar-dishub-2016-rkt.pdf",
    "rencana_aksi/jabar-dishub-2016-renaksi.pdf",
    "pkpk/jabar-dishub-2016-monev-renaksi.pdf",
    "lkjip/jabar-dishub-2016-lkip-bab2.pdf",
    "lkjip/jabar-dishub-2016-lkip-bab3.pdf",
    "cascading/jabar-dishub-2016-cascading-scan.pdf",
)
SCANNED = "jabar-dishub-2016-pk-eselon2-scan.pdf"
pytestmark = pytest.mark.corpus


@cache
def outcomes(paths: tuple[Path, ...], tahun: int | None, single: bool) -> tuple[Hasil, ...]:
    for path in paths:
        if not path.exists():
            pytest.skip(f"{path} is not there")
    book = rulebook.load()
    with opened(1, tanpa_tembolok=False) as pool:
        found = collect(paths, pool)
    submission = assemble(found.files, found.keterangan, tahun=tahun, single=single)
    return assess(submission, prepare("uji", book, profile.load("kecamatan", book))).hasil


@pytest.fixture(scope="module")
def dishub(tmp_path_factory: pytest.TempPathFactory) -> tuple[Hasil, ...]:
    folder = tmp_path_factory.mktemp("dishub")
    for name in DISHUB:
        source = SHARED / "corpus" / name
        if not source.is_file():
            pytest.skip(f"{source} is not there")
        shutil.copy(source, folder)
    return outcomes((folder,), 2016, False)


def about(hasil: tuple[Hasil, ...], rule: str, *words: str) -> list[Temuan]:
    return [
        one
        for item in hasil
        if item.aturan == rule
        for one in item.temuan
        if all(word in one.pesan.casefold() for word in words)
    ]


def of_typed(findings: list[Temuan]) -> list[Temuan]:
    """Those that need no reader of scans."""
    return [one for one in findings if SCANNED not in {bukti.berkas for bukti in one.bukti}]


@pytest.mark.parametrize(
    ("rule", "places"),
    [
        ("SEL-010", {"jabar-dishub-2016-lkip-bab2.pdf", "jabar-dishub-2016-pk-gen.docx"}),
        ("SEL-017", {"jabar-dishub-2016-pk-gen.docx", "jabar-dishub-2016-rkt.pdf"}),
        ("LKJ-026", {"jabar-dishub-2016-lkip-bab2.pdf", "jabar-dishub-2016-lkip-bab3.pdf"}),
    ],
)
def test_one_target_in_two_figures_is_reported_once_with_both_places(
    dishub: tuple[Hasil, ...], rule: str, places: set[str]
) -> None:
    (finding,) = of_typed(about(dishub, rule, "target", "kepemilikan armada"))
    assert {bukti.berkas for bukti in finding.bukti} == places
    quoted = {(bukti.kutipan or "").replace(".", ",") for bukti in finding.bukti}
    assert quoted == {"50,11", "50,12"}


def test_targets_that_agree_are_not_reported(dishub: tuple[Hasil, ...]) -> None:
    for rule, words in (("SEL-010", ()), ("SEL-017", ()), ("LKJ-026", ("target",))):
        assert len(of_typed(about(dishub, rule, *words))) == 1


@pytest.mark.skipif(not available(), reason=f"pembaca hasil pindai: {INSTALL}")
def test_a_scanned_agreement_is_compared_too(dishub: tuple[Hasil, ...]) -> None:
    (finding,) = [one for one in about(dishub, "SEL-010") if SCANNED in {bukti.berkas for bukti in one.bukti}]
    assert "kepemilikan armada" in finding.pesan
    assert {bukti.kutipan for bukti in finding.bukti} == {"50,11", "50,12"}


def test_no_rule_breaks(dishub: tuple[Hasil, ...]) -> None:
    assert [(item.aturan, item.alasan) for item in dishub if item.status == "galat"] == []


def seed(name: str) -> tuple[Hasil, ...]:
    return outcomes((SHARED / "seeds" / name,), None, True)


@pytest.mark.parametrize(
    ("name", "rule", "words"),
    [
        ("wasuponda-pedoman-perencanaan-2025.txt", "BRK-012", "kecamatan tomoni"),
        ("wasuponda-pedoman-perencanaan-2025.txt", "BRK-013", "bab v "),
        ("purwakarta-dpmptsp-pedoman-pengukuran-2023.txt", "BRK-013", "bab v "),
        ("purwakarta-dpmptsp-pedoman-pengukuran-2023.txt", "BRK-012", "tahun 2022"),
        ("kalaena-pedoman-pengukuran-2023.txt", "REG-003", "35/20/15/10/20"),
        ("kalaena-pedoman-pengukuran-2023.txt", "REG-002", "peraturan presiden nomor 29 tahun 2014"),
    ],
)
def test_faults_of_the_guides(name: str, rule: str, words: str) -> None:
    assert len(about(seed(name), rule, words)) == 1


@pytest.mark.parametrize("path", sorted((SHARED / "seeds").glob("*.txt")) or [SHARED / "seeds"], ids=lambda p: p.stem)
def test_no_rule_breaks_on_a_guide(path: Path) -> None:
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    assert [(item.aturan, item.alasan) for item in seed(path.name) if item.status == "galat"] == []


REPORTS = [path for path in sorted((SHARED / "corpus" / "lkjip").glob("*")) if "scan" not in path.name]


@pytest.mark.parametrize("path", REPORTS or [SHARED / "corpus" / "lkjip"], ids=lambda p: p.stem)
def test_no_rule_breaks_on_a_report(path: Path) -> None:
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    assert [(item.aturan, item.alasan) for item in outcomes((path,), None, True) if item.status == "galat"] == []
