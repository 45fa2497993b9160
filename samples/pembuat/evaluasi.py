# ruff: noqa: E501 - the sentences of documents stay whole
"""Evaluation and what surrounds it: LHE, its follow-up, the guides, the team's decree, rewards and evidence files."""

from __future__ import annotations

from kecamatan import INDIKATOR, KABUPATEN, KOP, ORANG, TAHUN, TEMPAT, UNIT, capaian
from naskah import (
    ROMAWI,
    Blok,
    Dokumen,
    Judul,
    Kop,
    Paragraf,
    Pasangan,
    Sumber,
    Tabel,
    TandaTangan,
    angka,
    baris,
    bernomor,
    kepala,
    tanggal,
    tengah,
)
from pk import penanda
from rencana import nomor, sah

NOMOR_LHE, TANGGAL_LHE, DITERIMA = f"700.1.2.1/045/{TAHUN}", f"{TAHUN}-07-12", f"{TAHUN}-07-16"
KOMPONEN = (
    ("Perencanaan Kinerja", "30,00", "21,00"),
    ("Pengukuran Kinerja", "30,00", "19,50"),
    ("Pelaporan Kinerja", "15,00", "10,80"),
    ("Evaluasi Akuntabilitas Kinerja Internal", "25,00", "16,75"),
)
NILAI, PREDIKAT = "68,05", "B (Baik)"
PPID = "Laman mekarsari.sukamaju.example"
REKOMENDASI = (
    (
        0,
        "publikasi",
        "Dokumen perencanaan kinerja belum seluruhnya dipublikasikan pada laman kecamatan.",
        "Mempublikasikan seluruh dokumen perencanaan kinerja pada laman kecamatan.",
        "Seluruh dokumen perencanaan kinerja telah dipublikasikan pada laman kecamatan.",
        f"Tangkapan layar {PPID}",
        f"{TAHUN}-08-05",
    ),
    (
        0,
        "crosscutting",
        "Pohon kinerja belum dilengkapi crosscutting dengan perangkat daerah lain.",
        "Melengkapi pohon kinerja dengan crosscutting perangkat daerah terkait.",
        "Crosscutting dengan empat perangkat daerah telah ditambahkan pada pohon kinerja.",
        "Pohon kinerja dan crosscutting",
        f"{TAHUN}-08-12",
    ),
    (
        1,
        "penghargaan",
        "Pengukuran kinerja belum menjadi dasar pemberian penghargaan dan sanksi.",
        "Menjadikan hasil pengukuran kinerja sebagai dasar pemberian penghargaan dan sanksi.",
        "Penghargaan dan sanksi pegawai ditetapkan menurut hasil pengukuran kinerja.",
        "Keputusan Camat tentang penghargaan dan sanksi",
        f"{TAHUN}-08-26",
    ),
    (
        1,
        "ekinerja",
        "Masih terdapat pegawai yang belum mengisi aplikasi e-kinerja.",
        "Memastikan seluruh pegawai mengisi e-kinerja dan atasan memverifikasinya.",
        "Seluruh pegawai telah mengisi e-kinerja dan atasan telah memverifikasinya.",
        "Rekapitulasi e-kinerja",
        f"{TAHUN}-09-02",
    ),
    (
        2,
        "akhir_renstra",
        "Laporan kinerja belum memberikan perbandingan realisasi kinerja dengan target akhir Renstra secara jelas.",
        "Menyajikan perbandingan realisasi kinerja dengan target akhir Renstra dalam laporan kinerja.",
        "Perbandingan realisasi kinerja dengan target akhir Renstra disajikan dalam laporan kinerja.",
        f"Laporan Kinerja Tahun {TAHUN}",
        f"{TAHUN}-09-04",
    ),
    (
        2,
        "efisiensi",
        "Analisis efisiensi penggunaan sumber daya belum jelas.",
        "Memperjelas analisis efisiensi penggunaan sumber daya dalam laporan kinerja.",
        "Rumus efisiensi penggunaan sumber daya telah dicantumkan dalam format laporan kinerja.",
        f"Laporan Kinerja Tahun {TAHUN}",
        f"{TAHUN}-09-04",
    ),
    (
        3,
        "mandiri",
        "Penilaian mandiri akuntabilitas kinerja belum dilaksanakan sebelum evaluasi Inspektorat.",
        "Melaksanakan penilaian mandiri akuntabilitas kinerja sebelum evaluasi Inspektorat.",
        "Penilaian mandiri akuntabilitas kinerja telah dilaksanakan oleh tim SAKIP.",
        "Kertas kerja penilaian mandiri",
        f"{TAHUN}-09-09",
    ),
    (
        3,
        "pelatihan",
        "Anggota tim SAKIP belum mengikuti pelatihan evaluasi akuntabilitas kinerja.",
        "Mengikutsertakan anggota tim SAKIP pada pelatihan evaluasi akuntabilitas kinerja.",
        "Dua anggota tim SAKIP telah mengikuti pelatihan evaluasi akuntabilitas kinerja.",
        "Sertifikat pelatihan",
        f"{TAHUN}-09-11",
    ),
)
"""Component, key, weakness, recommendation, follow-up, evidence, date of the follow-up."""
DASAR = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk "
    "Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu Atas Laporan Kinerja Instansi Pemerintah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi "
    "Akuntabilitas Kinerja Instansi Pemerintah.",
)
PEDOMAN = {
    "perencanaan": (
        "PEDOMAN TEKNIS PERENCANAAN KINERJA",
        "006",
        "Perencanaan kinerja disusun berjenjang dari Renstra, Indikator Kinerja Utama, Rencana Kerja, Perjanjian Kinerja "
        "sampai Rencana Aksi.",
        (
            "Sasaran dirumuskan sebagai kondisi yang ingin diwujudkan.",
            "Setiap indikator memiliki satuan, target dan penanggung jawab.",
            "Perjanjian Kinerja ditandatangani paling lambat satu bulan setelah anggaran disahkan.",
        ),
    ),
    "pengukuran": (
        "PEDOMAN TEKNIS PENGUKURAN KINERJA DAN PENGUMPULAN DATA KINERJA",
        "007",
        "Pengukuran kinerja dilaksanakan setiap triwulan dengan membandingkan realisasi dan target Rencana Aksi.",
        (
            "Data kinerja dikumpulkan berjenjang dari pelaksana sampai Camat.",
            "Laporan triwulan disampaikan pada minggu pertama setelah triwulan berakhir.",
            "Setiap realisasi dilengkapi data dukung.",
        ),
    ),
    "evaluasi": (
        "PEDOMAN TEKNIS EVALUASI AKUNTABILITAS KINERJA INTERNAL",
        "008",
        "Evaluasi akuntabilitas kinerja internal dilaksanakan setiap tahun terhadap empat komponen dengan bobot "
        "Perencanaan Kinerja 30, Pengukuran Kinerja 30, Pelaporan Kinerja 15 dan Evaluasi Akuntabilitas Kinerja "
        "Internal 25.",
        (
            "Tim SAKIP melaksanakan penilaian mandiri.",
            "Inspektorat melaksanakan evaluasi atas hasil penilaian mandiri.",
            "Rekomendasi ditindaklanjuti paling lambat 60 hari sejak diterima.",
        ),
    ),
}


def susun(s: Sumber) -> dict[str, Dokumen]:
    """The documents of evaluation and evidence, by file."""
    files = {
        f"04-evaluasi/lhe-{TAHUN}.docx": Dokumen(_lhe()),
        f"04-evaluasi/tindak-lanjut-lhe-{TAHUN}.docx": Dokumen(_tindak_lanjut(s), mendatar=True),
        f"05-pendukung/sk-tim-sakip-{TAHUN}.docx": Dokumen(_sk_tim()),
        f"05-pendukung/penghargaan-dan-sanksi-{TAHUN}.docx": Dokumen(_penghargaan()),
    }
    for topic in PEDOMAN:
        files[f"05-pendukung/pedoman-{topic}-{TAHUN}.docx"] = Dokumen(_pedoman(s, topic))
    for tw in (1, 2, 3, 4):
        for iku in INDIKATOR:
            files[berkas_bukti(iku.bukti, tw)] = Dokumen(_bukti(iku.kunci, tw))
    return files


def berkas_bukti(uraian: str, triwulan: int) -> str:
    """The file of a piece of evidence of a quarter."""
    return f"06-bukti/tw-{triwulan}/{uraian.lower().replace(' ', '-')}.pdf"


def _lhe() -> tuple[Blok, ...]:
    rows = [
        baris(tengah(str(n)), name, tengah(weight), tengah(score))
        for n, (name, weight, score) in enumerate(KOMPONEN, 1)
    ]
    rows.append(baris("", "Jumlah", tengah("100,00"), tengah(NILAI)))
    parts: list[Blok] = []
    for index, (name, weight, score) in enumerate(KOMPONEN):
        own = [one for one in REKOMENDASI if one[0] == index]
        parts += [
            Judul(f"{index + 1}. {name}", 2),
            Paragraf(f"Bobot {weight} memperoleh nilai {score}."),
            Paragraf("Catatan:", tebal=True),
            bernomor(one[2] for one in own),
            Paragraf("Rekomendasi:", tebal=True),
            bernomor(one[3] for one in own),
        ]
    head = ORANG["inspektur"]
    sign = ("INSPEKTUR KABUPATEN SUKAMAJU,", "", "ttd", "", head.nama, head.pangkat, f"NIP. {head.nip}")
    return (
        Kop(("PEMERINTAH KABUPATEN SUKAMAJU", "INSPEKTORAT DAERAH", "Jalan Kenanga Nomor 2 Sukamaju 00002")),
        Judul(
            "LAPORAN HASIL EVALUASI\nAKUNTABILITAS KINERJA INSTANSI PEMERINTAH (AKIP)\n"
            f"{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN {TAHUN}"
        ),
        Pasangan((("Nomor", NOMOR_LHE), ("Tanggal", tanggal(TANGGAL_LHE)), ("Kepada", "Camat Mekarsari"))),
        Paragraf(
            f"Inspektorat Daerah {KABUPATEN} telah melaksanakan evaluasi akuntabilitas kinerja pada {UNIT} berdasarkan "
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi "
            f"Akuntabilitas Kinerja Instansi Pemerintah. {UNIT} memperoleh nilai {NILAI} dengan predikat {PREDIKAT}.",
            menjorok=True,
        ),
        Tabel((1, 8, 3, 3), (kepala("No", "Komponen", "Bobot", "Nilai"),), tuple(rows)),
        *parts,
        TandaTangan(((), (f"Sukamaju, {tanggal(TANGGAL_LHE)}", *sign))),
    )


def _tindak_lanjut(s: Sumber) -> tuple[Blok, ...]:
    shown = [one for one in REKOMENDASI if s.nilai(f"tl/{one[1]}/ada", True)]
    rows = [
        baris(
            tengah(str(n)), one[3], one[4], one[5], tengah("Selesai"), tengah(tanggal(s.nilai(f"tl/{one[1]}/tanggal", one[6]))),
            ORANG["sekcam"].jabatan,
        )
        for n, one in enumerate(shown, 1)
    ]  # fmt: skip
    names = ("No", "Rekomendasi", "Tindak Lanjut", "Bukti", "Status", "Tanggal", "Penanggung Jawab")
    return (
        Judul(f"TINDAK LANJUT LAPORAN HASIL EVALUASI AKIP TAHUN {TAHUN}\n{UNIT.upper()} {KABUPATEN.upper()}"),
        Pasangan(
            (
                ("Nomor LHE", NOMOR_LHE),
                ("Tanggal LHE", tanggal(TANGGAL_LHE)),
                ("Tanggal diterima", tanggal(DITERIMA)),
            )
        ),
        Tabel((1, 7, 7, 4.5, 2.2, 3.4, 3.6), (kepala(*names),), tuple(rows)),
        sah(f"{TAHUN}-09-13"),
    )


def _pedoman(s: Sumber, topik: str) -> tuple[Blok, ...]:
    title, number, core, rules = PEDOMAN[topik]
    scope = s.nilai(f"pedoman/{topik}/lingkup", f"Pedoman ini berlaku di lingkungan {UNIT}.")
    return (
        Kop(KOP),
        Judul(f"{title}\n{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN {TAHUN}"),
        nomor(f"000.8.6.3/{number}/{TAHUN}"),
        Judul("BAB I\nPENDAHULUAN", 1),
        Judul("A. Dasar Hukum", 2),
        bernomor(s.nilai(f"pedoman/{topik}/dasar", DASAR)),
        Judul("B. Ruang Lingkup", 2),
        Paragraf(scope, menjorok=True),
        Judul("BAB II\nTATA CARA", 1),
        Paragraf(core, menjorok=True),
        bernomor(rules),
        Judul("BAB III\nPENUTUP", 1),
        Paragraf("Pedoman ini menjadi acuan seluruh pegawai dan mulai berlaku pada tanggal ditetapkan.", menjorok=True),
        sah(f"{TAHUN}-01-10"),
    )


def _sk_tim() -> tuple[Blok, ...]:
    staff = ("camat", "sekcam", "perencanaan", "pelayanan", "pemerintahan", "trantib")
    roles = ("Penanggung Jawab", "Ketua", "Sekretaris", "Anggota", "Anggota", "Anggota")
    rows = tuple(
        baris(tengah(str(n)), ORANG[key].nama, ORANG[key].jabatan, role)
        for n, (key, role) in enumerate(zip(staff, roles, strict=True), 1)
    )
    return (
        Kop(KOP),
        Judul("KEPUTUSAN CAMAT MEKARSARI"),
        nomor(f"000.8.6.3/002/{TAHUN}"),
        Judul(f"TENTANG\nTIM SISTEM AKUNTABILITAS KINERJA INSTANSI PEMERINTAH (SAKIP)\n{UNIT.upper()} TAHUN {TAHUN}"),
        Paragraf(
            "Menetapkan Tim SAKIP yang bertugas melaksanakan pengukuran kinerja, pengumpulan data kinerja, penyusunan "
            "laporan kinerja dan penilaian mandiri, dengan susunan sebagai berikut.",
            menjorok=True,
        ),
        Tabel((1, 6, 6, 4), (kepala("No", "Nama", "Jabatan", "Kedudukan dalam Tim"),), rows),
        Paragraf("Keputusan ini mulai berlaku pada tanggal ditetapkan.", menjorok=True),
        sah(f"{TAHUN}-01-04"),
    )


def _penghargaan() -> tuple[Blok, ...]:
    winner = ORANG["pelaksana"]
    return (
        Kop(KOP),
        Judul("KEPUTUSAN CAMAT MEKARSARI"),
        nomor(f"800.1.11/017/{TAHUN}"),
        Judul(
            f"TENTANG\nPEMBERIAN PENGHARGAAN (REWARD) DAN SANKSI (PUNISHMENT)\nBERDASARKAN HASIL PENGUKURAN KINERJA TAHUN {TAHUN}"
        ),
        bernomor(
            (
                f"Penghargaan pegawai berkinerja terbaik diberikan kepada {winner.nama}, {winner.jabatan}.",
                "Pegawai yang terlambat mengisi e-kinerja dikenai pengurangan tambahan penghasilan sesuai ketentuan.",
                "Penghargaan dan sanksi ditetapkan menurut hasil pengukuran kinerja triwulanan.",
            )
        ),
        sah(f"{TAHUN}-08-26"),
    )


def _bukti(kunci: str, tw: int) -> tuple[Blok, ...]:
    iku = next(one for one in INDIKATOR if one.kunci == kunci)
    target, realised = iku.tw_target[tw - 1], iku.tw_realisasi[tw - 1]
    row = baris(
        iku.nama,
        tengah(iku.satuan),
        tengah(target),
        tengah(realised),
        tengah(angka(capaian(target, realised, iku.arah))),
    )
    return (
        Kop(KOP),
        Judul(f"{iku.bukti.upper()}\n{UNIT.upper()}\nTRIWULAN {ROMAWI[tw - 1]} TAHUN {TAHUN}"),
        Paragraf(f"Data dukung indikator {iku.nama}: {iku.tw_hitungan[tw - 1]}.", menjorok=True),
        Tabel((7, 2, 2.5, 2.5, 2.5), (kepala("Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)"),), (row,)),
        TandaTangan(((), penanda(ORANG["sekcam"], f"{TEMPAT}, {tanggal(f'{TAHUN}-{tw * 3:02d}-28')}"))),
    )
