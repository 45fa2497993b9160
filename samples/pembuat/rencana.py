"""The planning documents of the year: IKU, Renja, DPA, Rencana Aksi and the pohon kinerja."""

from __future__ import annotations

from anggaran import PROGRAM
from indikator import INDIKATOR
from kecamatan import (
    BANYAK_DESA,
    INDIKATOR_TUJUAN,
    KABUPATEN,
    KOP,
    ORANG,
    SASARAN,
    TAHUN,
    TEMPAT,
    TUJUAN,
    UNIT,
    pagu_kegiatan,
    pagu_program,
    pagu_sub,
)
from naskah import (
    Blok,
    Dokumen,
    Judul,
    Kop,
    Paragraf,
    Pasangan,
    Sel,
    Sumber,
    Tabel,
    TandaTangan,
    baris,
    kepala,
    nilai,
    nomor_kolom,
    tanggal,
    tengah,
)
from pk import penanda

NAMA_SASARAN = {one.kunci: one.nama for one in SASARAN}


def susun(s: Sumber) -> dict[str, Dokumen]:
    """The planning documents, by file."""
    folder = "01-perencanaan"
    return {
        f"{folder}/iku-{TAHUN}.docx": Dokumen(_iku(s), mendatar=True),
        f"{folder}/renja-{TAHUN}.xlsx": Dokumen((), lembar=(("Renja", _renja(s)),)),
        f"{folder}/dpa-{TAHUN}.xlsx": Dokumen((), lembar=(("DPA", _dpa(s)),)),
        f"{folder}/rencana-aksi-{TAHUN}.docx": Dokumen(_rencana_aksi(s), mendatar=True),
        f"{folder}/pohon-kinerja-{TAHUN}.xlsx": Dokumen((), lembar=_pohon()),
    }


def sah(iso: str) -> TandaTangan:
    """Place, date and signature block of the Camat on the right."""
    return TandaTangan(((), penanda(ORANG["camat"], f"{TEMPAT}, {tanggal(iso)}")))


def nomor(teks: str) -> Paragraf:
    """The number line under a title."""
    return Paragraf(f"Nomor : {teks}", rata="tengah")


def _iku(s: Sumber) -> tuple[Blok, ...]:
    rows = []
    for number, iku in enumerate(INDIKATOR, 1):
        pj = s.nilai(f"iku/{iku.kunci}/penanggung_jawab", iku.penanggung_jawab)
        cells = (TUJUAN, NAMA_SASARAN[iku.sasaran], iku.nama, tengah(iku.satuan), iku.formula, iku.sumber, pj)
        rows.append(baris(tengah(str(number)), *cells))
    names = ("No", "Tujuan", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan")
    more = ("Penjelasan/Formulasi Penghitungan", "Sumber Data", "Penanggung Jawab")
    return (
        Kop(KOP),
        Judul(f"INDIKATOR KINERJA UTAMA (IKU)\n{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN {TAHUN}"),
        nomor(f"000.8.6.3/004/{TAHUN}"),
        Pasangan(
            (
                ("Instansi", f"{UNIT} {KABUPATEN}"),
                ("Tujuan", TUJUAN),
                ("Indikator Tujuan", INDIKATOR_TUJUAN),
                (
                    "Tugas",
                    "Mengoordinasikan penyelenggaraan pemerintahan, pelayanan publik dan pemberdayaan masyarakat",
                ),
                ("Fungsi", f"Pelayanan publik, ketertiban umum, serta pembinaan {BANYAK_DESA} desa"),
            )
        ),
        Tabel((1, 4, 4, 4.5, 1.8, 6, 4, 4), (kepala(*names, *more), nomor_kolom(8)), tuple(rows)),
        sah(f"{TAHUN}-01-08"),
    )


def _belanja(s: Sumber, dokumen: str) -> tuple[tuple[Sel, ...], ...]:
    rows: list[tuple[Sel, ...]] = []
    for program in PROGRAM:
        amount = nilai(pagu_program(program), 0)
        rows.append(baris(program.kode, program.nama, program.indikator, "%", tengah(program.target[TAHUN]), amount))
        for kegiatan in program.kegiatan:
            amount = nilai(pagu_kegiatan(kegiatan), 0)
            target = Sel(str(kegiatan.target), rata="tengah", angka=kegiatan.target)
            rows.append(baris(kegiatan.kode, kegiatan.nama, kegiatan.indikator, kegiatan.satuan, target, amount))
            for sub in kegiatan.sub:
                key = f"{dokumen}/{sub.kode}"
                target = Sel(str(sub.target), rata="tengah", angka=sub.target)
                code, name = s.nilai(f"{key}/kode", sub.kode), s.nilai(f"{key}/nama", sub.nama)
                rows.append(baris(code, name, sub.indikator, sub.satuan, target, nilai(pagu_sub(sub, TAHUN), 0)))
    total = sum(pagu_program(one) for one in PROGRAM)
    rows.append((Sel("JUMLAH", kolom=5, tebal=True, rata="tengah"), Sel("", angka=total, rata="kanan", tebal=True)))
    return tuple(rows)


def _tabel_belanja(s: Sumber, dokumen: str, judul: str) -> Tabel:
    names = ("Kode", "Program / Kegiatan / Sub Kegiatan", "Indikator Kinerja", "Satuan", f"Target {TAHUN}", "Pagu (Rp)")
    return Tabel((14, 40, 40, 10, 9, 13), (kepala(*names),), _belanja(s, dokumen), judul)


def _renja(s: Sumber) -> tuple[Blok, ...]:
    rows = tuple(
        baris(
            tengah(str(number)),
            NAMA_SASARAN[iku.sasaran],
            iku.nama,
            tengah(iku.satuan),
            Sel(iku.target[TAHUN], rata="tengah"),
            iku.penanggung_jawab,
        )
        for number, iku in enumerate(INDIKATOR, 1)
    )
    names = ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", f"Target {TAHUN}", "Penanggung Jawab")
    return (
        Judul(f"RENCANA KERJA (RENJA)\n{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN {TAHUN}"),
        Paragraf(f"Nomor : 000.7.2/031/{TAHUN - 1}", rata="tengah"),
        Tabel((14, 40, 40, 10, 9, 13), (kepala(*names),), rows, "A. Sasaran dan Indikator Kinerja"),
        _tabel_belanja(s, "renja", "B. Program, Kegiatan dan Sub Kegiatan"),
        sah(f"{TAHUN - 1}-07-17"),
    )


def _dpa(s: Sumber) -> tuple[Blok, ...]:
    return (
        Judul(f"DOKUMEN PELAKSANAAN ANGGARAN (DPA)\n{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN ANGGARAN {TAHUN}"),
        Paragraf(f"Nomor : DPA/A.1/7.01.0.00.0.00.01.0000/001/{TAHUN}", rata="tengah"),
        _tabel_belanja(s, "dpa", "Rincian Belanja menurut Program, Kegiatan dan Sub Kegiatan"),
        sah(f"{TAHUN}-01-02"),
    )


def _rencana_aksi(s: Sumber) -> tuple[Blok, ...]:
    rows: list[tuple[Sel, ...]] = []
    for number, iku in enumerate(INDIKATOR, 1):
        quarters = [tengah(s.nilai(f"ra/{iku.kunci}/{n}", one)) for n, one in enumerate(iku.tw_target, 1)]
        evidence = s.nilai(f"ra/{iku.kunci}/data_dukung", iku.bukti)
        start = (
            tengah(str(number)),
            NAMA_SASARAN[iku.sasaran],
            iku.nama,
            tengah(iku.satuan),
            tengah(iku.target[TAHUN]),
        )
        rows.append(baris(*start, *quarters, evidence, iku.penanggung_jawab))
    names = ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", f"Target {TAHUN}")
    head = (
        (
            *(Sel(one, baris=2, rata="tengah", tebal=True) for one in names),
            Sel("Target Triwulan", kolom=4, rata="tengah", tebal=True),
            Sel("Data Dukung Setiap Triwulan", baris=2, rata="tengah", tebal=True),
            Sel("Unit Pelaksana", baris=2, rata="tengah", tebal=True),
        ),
        kepala("I", "II", "III", "IV"),
        nomor_kolom(11),
    )
    return (
        Judul(f"RENCANA AKSI KINERJA TAHUN {TAHUN}\n{UNIT.upper()} {KABUPATEN.upper()}"),
        Tabel((1, 5, 5.5, 1.8, 2, 1.6, 1.6, 1.6, 1.6, 4.5, 4.5), head, tuple(rows)),
        Judul("PROGRAM, KEGIATAN, AKSI DAN JADWAL PELAKSANAAN"),
        _aksi(),
        sah(f"{TAHUN}-01-22"),
    )


def _aksi() -> Tabel:
    rows: list[tuple[Sel, ...]] = []
    evidence = {iku.kunci: iku.bukti for iku in INDIKATOR}
    for number, program in enumerate(PROGRAM, 1):
        span = sum(len(one.aksi) for one in program.kegiatan)
        first: tuple[Sel, ...] = (
            Sel(str(number), baris=span, rata="tengah"),
            Sel(program.nama, baris=span),
            Sel(program.indikator, baris=span),
            Sel(f"{program.target[TAHUN]} %", baris=span, rata="tengah"),
        )
        for kegiatan in program.kegiatan:
            many = len(kegiatan.aksi)
            middle: tuple[Sel, ...] = (
                Sel(kegiatan.nama, baris=many),
                Sel(kegiatan.indikator, baris=many),
                Sel(f"{kegiatan.target} {kegiatan.satuan}", baris=many, rata="tengah"),
            )
            last: tuple[Sel, ...] = (
                Sel(ORANG[kegiatan.pengampu].jabatan, baris=many),
                Sel(evidence[kegiatan.iku], baris=many),
            )
            for name, when in kegiatan.aksi:
                ticks = tuple(tengah("√" if one in when.split() else "") for one in ("I", "II", "III", "IV"))
                rows.append((*first, *middle, Sel(name), *ticks, *last))
                first, middle, last = (), (), ()
    plain = ("Nama", "Indikator", "Target")
    head = (
        (
            Sel("No", baris=2, rata="tengah", tebal=True),
            Sel("Program", kolom=3, rata="tengah", tebal=True),
            Sel("Kegiatan", kolom=3, rata="tengah", tebal=True),
            Sel("Aksi", baris=2, rata="tengah", tebal=True),
            Sel("Jadwal Pelaksanaan Triwulan", kolom=4, rata="tengah", tebal=True),
            Sel("Unit Pelaksana", baris=2, rata="tengah", tebal=True),
            Sel("Data Dukung", baris=2, rata="tengah", tebal=True),
        ),
        kepala(*plain, *plain, "I", "II", "III", "IV"),
        nomor_kolom(14),
    )
    return Tabel((1.2, 4, 3.6, 1.7, 4.4, 3, 2.1, 4, 1.2, 1.2, 1.2, 1.2, 3.4, 3.4), head, tuple(rows))


def _pohon() -> tuple[tuple[str, tuple[Blok, ...]], ...]:
    rows: list[tuple[Sel, ...]] = []
    for program in PROGRAM:
        for kegiatan in program.kegiatan:
            for sub in kegiatan.sub:
                iku = next(one for one in INDIKATOR if one.kunci == kegiatan.iku)
                upper = (TUJUAN, NAMA_SASARAN[program.sasaran], iku.nama, program.nama, program.indikator)
                lower = (kegiatan.nama, sub.nama, sub.indikator, ORANG[kegiatan.pengampu].jabatan)
                rows.append(baris(*upper, *lower))
    names = ("Tujuan", "Sasaran Strategis (Camat)", "Indikator Kinerja", "Program", "Indikator Program")
    more = ("Kegiatan", "Sub Kegiatan", "Indikator Sub Kegiatan", "Pengampu")
    cascading = (
        Judul(f"POHON KINERJA DAN CASCADING KINERJA\n{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN {TAHUN}"),
        Paragraf(f"Nomor : 000.8.6/005/{TAHUN}", rata="tengah"),
        Tabel((18, 20, 22, 22, 20, 26, 26, 28, 18), (kepala(*names, *more),), tuple(rows)),
        sah(f"{TAHUN}-01-10"),
    )
    shared = tuple(
        baris(
            tengah(str(number)), one.nama, ", ".join(i.nama for i in INDIKATOR if i.sasaran == one.kunci), *one.lintas
        )
        for number, one in enumerate(SASARAN, 1)
    )
    heads = ("No", "Sasaran Strategis", "Indikator Kinerja", "Perangkat Daerah Terkait", "Bentuk Dukungan")
    cross = (
        Judul(f"CROSSCUTTING KINERJA\n{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN {TAHUN}"),
        Tabel((6, 34, 40, 34, 46), (kepala(*heads),), shared),
        sah(f"{TAHUN}-01-10"),
    )
    return (("Cascading", cascading), ("Crosscutting", cross))
