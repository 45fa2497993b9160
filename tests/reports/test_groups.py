"""The arrangement that all papers share: verdict, groups, what is undecided."""

from collections.abc import Callable

from saksama.checker.run import Hasil, Run
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
