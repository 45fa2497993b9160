"""Checks on supporting evidence: rewards and teams, the e-kinerja recap, and what the action plan promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksama.checker import matching
from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    check,
    evidence,
    judge,
    missing,
    passed,
)
from saksama.checker.checks.isian import is_empty
from saksama.checker.checks.pengajuan import ROMAN, elapsed
from saksama.checker.submission import BuktiTerdaftar, Part, fold


class Tema(Params, frozen=True):
    """tema: themes of evidence, any of which will do; nama: what to call it in the message."""

    tema: tuple[str, ...]
    nama: str


@check("bukti_bertema", "pengajuan", values=("nama",))
def bukti_bertema(case: Case, params: Tema) -> Verdict:
    """Di antara berkas harus ada bukti dengan tema yang disebut, menurut isi atau daftar bukti di berkas.yaml."""
    seen = {theme for part in case.submission.parts("bukti") for theme in part.isi.tema}
    listed = " ".join(fold(item.uraian) for item in case.submission.keterangan.bukti)
    words = [fold(theme.replace("_", " ")) for theme in params.tema]
    if seen & set(params.tema) or any(word in listed for word in words):
        return passed()
    return Verdict("temuan", None, (Offence({"nama": params.nama}, (), label=params.nama),))


@check("ekinerja_lengkap", "rekaman", values=("keadaan", "banyak", "dari", "nama"))
def ekinerja_lengkap(case: Case, params: TanpaParameter) -> Verdict:
    """Rekap e-kinerja tidak memuat pegawai yang belum mengisi atau belum diverifikasi."""
    rows = case.isi.baris
    if not rows:
        return missing("Tabel rekap e-kinerja tidak dikenali.")

    def offences() -> Iterator[Offence]:
        for column, state in (("terisi", "belum mengisi"), ("terverifikasi", "belum diverifikasi")):
            lacking = [(index, row) for index, row in enumerate(rows) if getattr(row, column) is False]
            if lacking:
                names = ", ".join(row.nama or row.nip or f"baris {index + 1}" for index, row in lacking[:10])
                more = f" dan {len(lacking) - 10} lainnya" if len(lacking) > 10 else ""
                values = {"keadaan": state, "banyak": str(len(lacking)), "dari": str(len(rows)), "nama": names + more}
                bukti = tuple(case.bukti(f"baris.{index}.{column}", row.nama, column) for index, row in lacking[:10])
                yield Offence(values, bukti, column, column)

    return judge(offences())


class Serupa(Params, frozen=True):
    """ambang: likeness (0 to 100) from which a listed piece of evidence is the promised one."""

    ambang: float = 65.0


@check("data_dukung_diserahkan", "pengajuan", values=("data_dukung", "triwulan"))
def data_dukung_diserahkan(case: Case, params: Serupa) -> Verdict:
    """Data dukung yang dijanjikan dalam Rencana Aksi harus ada di antara berkas, menurut bukti di berkas.yaml."""
    listed = case.submission.keterangan.bukti
    promised = _promises(case)
    if not promised:
        return missing("Rencana Aksi tidak menyebut data dukung.")
    if not listed:
        return missing("Daftar bukti tidak ada; tulis isian bukti di berkas.yaml.")
    names = {file.berkas for file in case.submission.files}
    there = [item for item in listed if item.berkas in names]

    def offences() -> Iterator[Offence]:
        for part, path, text, quarters in promised:
            given = [item for item in there if matching.mentions(text, item.uraian) >= params.ambang]
            lacking = _not_given(given, quarters)
            if given and not lacking:
                continue
            words = f" triwulan {', '.join(ROMAN[number - 1] for number in lacking)}" if given else ""
            yield Offence(
                {"data_dukung": text, "triwulan": words},
                (evidence(part, path, text, "data_dukung"),),
                text,
                "data_dukung",
                berkas=part.berkas.berkas,
            )

    return judge(tuple(offences()))


def _not_given(given: Sequence[BuktiTerdaftar], quarters: Sequence[int]) -> list[int]:
    """The quarters for which evidence is lacking; evidence listed without a quarter is for all of them."""
    listed = {item.triwulan for item in given}
    return [] if None in listed else [number for number in quarters if number not in listed]


def _promises(case: Case) -> list[tuple[Part, str, str, tuple[int, ...]]]:
    """Evidence promised: record, path, what, and the elapsed quarters with a target or an action. Each once."""
    passed_quarters = elapsed(case.submission.tahun, case.submission.tanggal)
    found: dict[str, tuple[Part, str, str, tuple[int, ...]]] = {}
    for part in case.submission.parts("rencana_aksi", tahun=case.submission.tahun):
        for table in ("sasaran", "aksi"):
            for index, row in enumerate(getattr(part.isi, table)):
                if not is_empty(row.data_dukung):
                    path = f"{table}.{index}.data_dukung"
                    targets = _targets_beside(part, path) if table == "aksi" else None
                    due = tuple(
                        n
                        for n in passed_quarters
                        if row.triwulan
                        and not is_empty(row.triwulan[n - 1] or None)
                        and (targets is None or not is_empty(targets[n - 1]))
                    )
                    found.setdefault(fold(row.data_dukung), (part, path, row.data_dukung, due))
    return list(found.values())


def _targets_beside(part: Part, path: str) -> Sequence[str | None] | None:
    """The quarter targets of the indikator on whose rows of one wide table an action stands; None where there is none.

    An action may go on all year for an indikator that is measured once: its evidence is due when that is measured.
    """
    here = evidence(part, path)
    beside = None
    for index, row in enumerate(part.isi.sasaran):
        there = evidence(part, f"sasaran.{index}.indikator")
        same = (there.halaman, there.tabel) == (here.halaman, here.tabel) and here.tabel is not None
        if same and there.baris is not None and here.baris is not None and there.baris <= here.baris:
            beside = row.triwulan
    return beside if beside and any(not is_empty(target) for target in beside) else None
