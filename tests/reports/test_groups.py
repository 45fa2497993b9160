"""The arrangement that all papers share: verdict, groups, what is undecided."""

from collections.abc import Callable

import pytest

from saksama.checker.run import BuktiTemuan, Hasil, RingkasAturan, Run, Temuan
from saksama.reports import groups


def test_the_verdict_counts_open_findings_by_severity(run: Run) -> None:
    verdict = groups.verdict(run)
    assert verdict.tingkat == "perlu"
    assert verdict.teks == "PERLU PERBAIKAN: 3 temuan kritis, 12 mayor, 1 minor; 4 aturan belum dapat diputuskan."


def test_nothing_decided_never_reads_as_nothing_wrong(make_run: Callable[..., Run]) -> None:
    open_only = make_run([Hasil("PK-016", "tidak_ada", None, "Tanggal DPA tidak diketahui.")])
    assert groups.verdict(open_only).teks.startswith("BELUM DAPAT DINILAI")
    half = make_run([Hasil("PK-007", "lulus"), Hasil("PK-016", "tidak_ada", None, "x")])
    assert groups.verdict(half).tingkat == "belum"
    assert "1 aturan belum dapat diputuskan" in groups.verdict(half).teks
    broken = make_run([Hasil("PK-007", "lulus"), Hasil("PK-016", "galat", None, "x")])
    assert "gagal dijalankan" in groups.verdict(broken).teks
    assert groups.verdict(make_run([Hasil("PK-007", "lulus")])).tingkat == "bersih"


def test_accepted_findings_do_not_count_but_stay_visible(run: Run) -> None:
    assert groups.counts(run)["info"] == 0
    assert [hasil.aturan for hasil, _ in groups.waived(run)] == ["RA-006"]
    assert all(group.aturan.id != "RA-006" for group in groups.groups(run))


def test_groups_are_worst_first_and_lose_nothing(run: Run) -> None:
    found = groups.groups(run)
    assert [groups.rank(group.keparahan) for group in found] == sorted(groups.rank(g.keparahan) for g in found)
    assert sum(len(group.temuan) for group in found) == sum(groups.counts(run).values()) == 16
    assert groups.by_file(run)[0][0] == groups.WHOLE


def test_undecided_rules_are_grouped_by_reason(make_run: Callable[..., Run]) -> None:
    reason = "Tidak ada berkas notulen yang dikenali."
    run = make_run([
        Hasil("NOT-001", "tidak_ada", None, reason),
        Hasil("EVD-001", "tidak_ada", None, reason),
        Hasil("PK-018", "telaah_manual", "a.pdf", "Ragu."),
    ])  # fmt: skip
    first, second = groups.undecided(run)
    assert first.aturan == ("NOT-001", "EVD-001")
    assert second.status == "telaah_manual"
    assert second.berkas == ("a.pdf",)


def test_unreadable_and_unknown_files_are_named(run: Run) -> None:
    assert [file.berkas for file in groups.unread(run)] == ["scan0024.pdf", "foto rapat.doc"]


def remedy(template: str, *sarans: str) -> str:
    rule = RingkasAturan("BRK-001", "Judul", "mayor", (), "", template)
    return groups.advice(rule, [Temuan("s", "mayor", "tinggi", "p", saran, {}, ()) for saran in sarans])


@pytest.mark.parametrize(
    ("sarans", "text"),
    [
        (("Isi A (lengkap).",), "Isi A (lengkap)."),
        (("Isi A (lengkap).", "Isi A (lengkap).", "Isi B (lengkap)."), "Isi A dan B (lengkap)."),
        (tuple(f"Isi {n} (lengkap)." for n in "ABCDEFG"), "Isi A, B, C, D, E dan 2 lainnya (lengkap)."),
        (("Isi A (lengkap).", "Hapus B."), "Isi A (lengkap). Begitu pula untuk temuan serupa lainnya."),
    ],
)
def test_remedies_that_differ_in_a_value_become_one(sarans: tuple[str, ...], text: str) -> None:
    assert remedy("Isi {apa} (lengkap).", *sarans) == text


def test_a_rule_in_several_files_is_one_matter(make_run: Callable[..., Run], run: Run) -> None:
    item = next(item for item in run.hasil if item.aturan == "PK-007")
    made = make_run([item, Hasil("PK-007", "temuan", "b.docx", None, item.temuan)])
    assert [[group.berkas for group in parts] for parts in groups.by_rule(made)] == [["PK Camat.docx", "b.docx"]]


def test_a_finding_without_evidence_stands_under_its_file(run: Run) -> None:
    bare = next(temuan for _, temuan in run.findings() if not temuan.bukti)
    assert groups.places("a.docx", bare) == (BuktiTemuan("a.docx"),)
    assert groups.places(None, bare) == ()


def test_accepted_findings_are_named_in_a_clean_verdict(make_run: Callable[..., Run], run: Run) -> None:
    item = next(item for item in run.hasil if item.aturan == "RA-006")
    assert groups.verdict(make_run([item])).teks == (
        "TIDAK ADA TEMUAN TERBUKA: 1 temuan dikecualikan, yang lain terpenuhi."
    )
