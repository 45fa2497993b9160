# ruff: noqa: E501 - the sentences of documents stay whole
"""The agreements (PK) of every level, in the form of the law: statement page and lampiran."""

from __future__ import annotations

from anggaran import PROGRAM
from indikator import INDIKATOR
from kecamatan import KOP, ORANG, SASARAN, TAHUN, TEMPAT, UNIT, Orang, pagu_kegiatan, pagu_program
from naskah import (
    Blok,
    Dokumen,
    HalamanBaru,
    Judul,
    Kop,
    Paragraf,
    Pasangan,
    Sel,
    Sumber,
    Tabel,
    TandaTangan,
    angka,
    baris,
    kepala,
    nomor_kolom,
    rupiah,
    tanggal,
    tengah,
)

ATASAN = {
    "camat": "bupati",
    "sekcam": "camat",
    "pelayanan": "camat",
    "pemerintahan": "camat",
    "trantib": "camat",
    "perencanaan": "sekcam",
    "pelaksana": "pelayanan",
}
PEMBUKA = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi pada "
    "hasil, kami yang bertanda tangan di bawah ini :"
)
JANJI = (
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam rangka "
    "mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan "
    "kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
)
SUPERVISI = (
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari "
    "perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
)


def penanda(orang: Orang, *awal: str, nip: str | None = None) -> tuple[str, ...]:
    """The lines of a signature block; political officials have neither pangkat nor NIP."""
    lines = (*awal, f"{orang.jabatan.upper()},", "", "ttd", "", orang.nama)
    return lines if not orang.nip else (*lines, orang.pangkat, f"NIP. {nip or orang.nip}")


def susun(s: Sumber) -> dict[str, Dokumen]:
    """Every PK of the submission, by file."""
    return {f"01-perencanaan/pk/pk-{kunci}-{TAHUN}.docx": Dokumen(_pk(s, kunci)) for kunci in ATASAN}


def _pk(s: Sumber, kunci: str) -> tuple[Blok, ...]:
    pertama, kedua = ORANG[kunci], ORANG[ATASAN[kunci]]
    tanda = _tanda_tangan(s, kunci, pertama, kedua)
    statement: list[Blok] = [
        Kop(KOP),
        Judul(f"PERJANJIAN KINERJA TAHUN {TAHUN}"),
        Paragraf(PEMBUKA, menjorok=True),
        Pasangan((("Nama", pertama.nama), ("Jabatan", pertama.jabatan))),
        Paragraf("selanjutnya disebut pihak pertama"),
        Pasangan((("Nama", kedua.nama), ("Jabatan", kedua.jabatan))),
        Paragraf("selaku atasan pihak pertama, selanjutnya disebut pihak kedua"),
        Paragraf(JANJI, menjorok=True),
    ]
    if s.nilai(f"pk/{kunci}/supervisi", True):
        statement.append(Paragraf(SUPERVISI, menjorok=True))
    name = UNIT if kunci == "camat" else pertama.jabatan
    return (
        *statement,
        tanda,
        HalamanBaru(),
        Judul(f"LAMPIRAN PERJANJIAN KINERJA TAHUN {TAHUN}\n{name.upper()}"),
        _sasaran(kunci),
        _anggaran(s, kunci),
        tanda,
    )


def _tanda_tangan(s: Sumber, kunci: str, pertama: Orang, kedua: Orang) -> TandaTangan:
    date = s.nilai(f"pk/{kunci}/tanggal", tanggal(f"{TAHUN}-01-15"))
    nip = s.nilai(f"pk/{kunci}/nip", pertama.nip)
    return TandaTangan(
        (penanda(kedua, "", "Pihak Kedua,"), penanda(pertama, f"{TEMPAT}, {date}", "Pihak Pertama,", nip=nip))
    )


def _sasaran(kunci: str) -> Tabel:
    rows: list[tuple[Sel, ...]] = []
    for number, (name, items) in enumerate(_isi_sasaran(kunci).items(), 1):
        for index, (indikator, target) in enumerate(items):
            first = (
                (Sel(str(number), baris=len(items), rata="tengah"), Sel(name, baris=len(items))) if index == 0 else ()
            )
            rows.append((*first, Sel(indikator), tengah(target)))
    return Tabel(
        (1, 5.5, 6.5, 3),
        (kepala("No", "Sasaran Strategis", "Indikator Kinerja", "Target"), nomor_kolom(4)),
        tuple(rows),
    )


def _isi_sasaran(kunci: str) -> dict[str, list[tuple[str, str]]]:
    names = {one.kunci: one.nama for one in SASARAN}
    if kunci == "camat":
        found: dict[str, list[tuple[str, str]]] = {name: [] for name in names.values()}
        for iku in INDIKATOR:
            found[names[iku.sasaran]].append((iku.nama, f"{iku.target[TAHUN]} {iku.satuan}"))
        return found
    if kunci == "sekcam":
        iku = next(one for one in INDIKATOR if one.kunci == "dokumen")
        program = next(one for one in PROGRAM if one.kode == "7.01.01")
        return {
            names["akuntabel"]: [
                (iku.nama, f"{iku.target[TAHUN]} {iku.satuan}"),
                (program.indikator, f"{program.target[TAHUN]} %"),
            ]
        }
    lower = "pelayanan" if kunci == "pelaksana" else kunci
    subs = [
        (names[program.sasaran], (sub.indikator, f"{sub.target} {sub.satuan}"))
        for program in PROGRAM
        for kegiatan in program.kegiatan
        if kegiatan.pengampu == lower
        for sub in kegiatan.sub
    ]
    chosen = subs[:1] if kunci == "pelaksana" else subs
    return {chosen[0][0]: [item for _, item in chosen]}


def _anggaran(s: Sumber, kunci: str) -> Tabel:
    if kunci == "pelaksana":
        program = PROGRAM[0]
        return Tabel(
            (1, 11, 4),
            (kepala("No", "Program", "Keterangan"), nomor_kolom(3)),
            (baris(tengah("1."), f"{program.kode} {program.nama}", tengah("APBD")),),
        )
    if kunci in ("camat", "sekcam"):
        label = "Program"
        own = PROGRAM if kunci == "camat" else tuple(one for one in PROGRAM if one.kode == "7.01.01")
        lines = [(f"{one.kode} {one.nama}", pagu_program(one)) for one in own]
    else:
        label = "Kegiatan"
        lines = [
            (f"{one.kode} {one.nama}", pagu_kegiatan(one))
            for program in PROGRAM
            for one in program.kegiatan
            if one.pengampu == kunci
        ]
    rows = [
        baris(tengah(f"{number}."), name, Sel(rupiah(amount), rata="kanan", angka=amount), tengah("APBD"))
        for number, (name, amount) in enumerate(lines, 1)
    ]
    if len(lines) > 1:
        total = s.nilai(f"pk/{kunci}/total", sum(amount for _, amount in lines))
        rows.append(
            (Sel("JUMLAH", kolom=2, tebal=True), Sel(f"Rp{angka(total, 0)}", rata="kanan", tebal=True), Sel(""))
        )
    return Tabel((1, 8.5, 4, 2.5), (kepala("No", label, "Anggaran", "Keterangan"), nomor_kolom(4)), tuple(rows))
