"""The LKjIP as a list of blocks: each has an id, so that a fault can take one away or change a cell in it."""

from __future__ import annotations

from . import isi, isi_program
from .angka import angka, bulat, persen, rupiah
from .isi_angka import SEBAB, angka_tahun, butir, dana, uang


def lkjip(tahun: int, ganti: dict[int, dict[str, str]] | None = None, buang: int = -1) -> dict:
    """The report of a year; ganti and buang print another value of an indicator, or leave one out, throughout."""
    data, dulu = [satu for n, satu in enumerate(angka_tahun(tahun, ganti or {})) if n != buang], tahun - 1
    umum = isi.UMUM["unit"]
    periode = "2025-2029" if tahun == isi.TAHUN else "2021-2026"
    ujung = periode[-4:]
    rencana, terserap = (
        dana("7", tahun)
        if tahun == isi.TAHUN
        else tuple(sum(satu) for satu in zip(*(dana(kode, tahun) for kode in isi_program.PROGRAM), strict=True))
    )
    kurang = [satu for satu in data if angka(satu["capai"]) < 100]
    ikhtisar = [
        f"Pada tahun {tahun} {umum} melaksanakan 4 sasaran strategis yang diukur dengan {len(data)} Indikator "
        f"Kinerja Utama.",
        f"Indeks Kepuasan Masyarakat terealisasi {data[0]['real_']} dari target {data[0]['target_']}, atau "
        f"capaian {data[0]['capai']}%.",
        f"Realisasi anggaran sebesar Rp {rupiah(terserap)} dari pagu Rp {rupiah(rencana)} atau "
        f"{persen(terserap, rencana)}%.",
    ]
    if kurang:
        ikhtisar.append(
            f"Indikator yang belum mencapai target adalah {kurang[0]['nama']} dengan capaian "
            f"{kurang[0]['capai']}% karena dua desa "
            "mengganti operator; langkah perbaikannya adalah menetapkan petugas pengganti dan mendampingi kedua desa."
        )
    blok = [
        butir("pengantar", "bab", "KATA PENGANTAR"),
        butir(
            "pengantar.1",
            "par",
            f"Puji syukur ke hadirat Tuhan Yang Maha Esa atas tersusunnya Laporan Kinerja Instansi Pemerintah {umum} "
            f"Kabupaten {isi.KABUPATEN} Tahun {tahun} sebagai pertanggungjawaban atas Perjanjian Kinerja Tahun "
            f"{tahun}.",
        ),
        butir("pengantar.ttd", "ttd"),
        butir("daftar", "daftar"),
        butir("ikhtisar", "bab", "IKHTISAR EKSEKUTIF"),
        *(butir(f"ikhtisar.{n}", "par", satu) for n, satu in enumerate(ikhtisar, 1)),
        butir("bab1", "bab", "BAB I PENDAHULUAN"),
        butir("bab1.1", "sub", "1.1 Gambaran Umum Organisasi"),
        butir(
            "bab1.1.a",
            "par",
            f"{umum} membawahi 18 desa dan dipimpin oleh Camat yang dibantu sekretariat dan empat seksi.",
        ),
        butir("bab1.2", "sub", "1.2 Permasalahan Utama (Isu Strategis)"),
        butir(
            "bab1.2.a",
            "butir",
            isi=[
                "Administrasi pemerintahan pada sebagian desa belum tertib.",
                "Profil desa belum seluruhnya mutakhir.",
                "Aduan ketertiban umum meningkat pada akhir pekan.",
            ],
        ),
        butir("bab2", "bab", "BAB II PERENCANAAN KINERJA"),
        butir("bab2.1", "sub", "2.1 Rencana Strategis"),
        butir(
            "bab2.1.a",
            "par",
            f"Renstra {umum} Tahun {periode} menetapkan tujuan {isi.TUJUAN.lower()} dengan empat sasaran.",
        ),
        butir("bab2.2", "sub", "2.2 Program dan Kegiatan"),
        butir(
            "bab2.2.t",
            "tabel",
            f"Program dan Anggaran Tahun {tahun}",
            baris=[
                ["Program", "Pagu (Rp)"],
                *([f"{k} {p[0]}", rupiah(dana(k, tahun)[0])] for k, p in isi_program.PROGRAM.items()),
            ],
        ),
        butir("bab2.3", "sub", f"2.3 Perjanjian Kinerja Tahun {tahun}"),
        butir(
            "bab2.3.t",
            "tabel",
            f"Perjanjian Kinerja Tahun {tahun}",
            baris=[
                ["Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Target"],
                *([s["sasaran"], s["nama"], s["satuan"], s["target_"]] for s in data),
            ],
        ),
        butir("bab3", "bab", "BAB III AKUNTABILITAS KINERJA"),
        butir("bab3.1", "sub", "3.1 Capaian Kinerja Organisasi"),
        butir("a", "kecil", "A. Perbandingan antara Target dan Realisasi Kinerja"),
        butir(
            "a.t",
            "tabel",
            f"Perbandingan Target dan Realisasi Kinerja Tahun {tahun}",
            baris=[
                ["Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Target", "Realisasi", "Capaian (%)"],
                *([s["sasaran"], s["nama"], s["satuan"], s["target_"], s["real_"], s["capai"]] for s in data),
            ],
        ),
        butir(
            "a.p",
            "par",
            f"Dari {len(data)} indikator, {len(data) - len(kurang)} indikator telah mencapai target"
            + (f" dan {len(kurang)} indikator belum mencapai target." if kurang else "."),
        ),
        butir("b", "kecil", f"B. Perbandingan Realisasi Kinerja Tahun {dulu} dengan Tahun {tahun}"),
        butir(
            "b.t",
            "tabel",
            f"Perbandingan Realisasi Tahun {dulu} dan Tahun {tahun}",
            baris=[
                ["Indikator Kinerja Utama", "Satuan", f"Target {tahun}", f"Realisasi {dulu}", f"Realisasi {tahun}"],
                *([s["nama"], s["satuan"], s["target_"], s["sebelum"], s["real_"]] for s in data),
            ],
        ),
        butir("b.p", "par", f"Kelima indikator membaik atau tetap dibandingkan dengan realisasi tahun {dulu}."),
        butir("c", "kecil", "C. Perbandingan Realisasi Kinerja dengan Target Akhir Renstra"),
        butir(
            "c.t",
            "tabel",
            f"Realisasi Tahun {tahun} terhadap Target Akhir Renstra ({ujung})",
            baris=[
                [
                    "Indikator Kinerja Utama",
                    "Satuan",
                    f"Target Akhir Renstra ({ujung})",
                    f"Realisasi {tahun}",
                    "Tingkat Kemajuan (%)",
                ],
                *([s["nama"], s["satuan"], s["akhir"], s["real_"], s["maju"]] for s in data),
            ],
        ),
        butir("c.p", "par", "Seluruh kemajuan dihitung terhadap target pada akhir periode Renstra."),
        butir("d", "kecil", "D. Perbandingan dengan Standar Nasional"),
        butir(
            "d.p",
            "par",
            "Batas bawah kategori Baik untuk nilai kepuasan masyarakat secara nasional adalah 76,61; indikator lainnya "
            "belum memiliki standar nasional.",
        ),
        butir("e", "kecil", "E. Alokasi Anggaran per Sasaran"),
        butir(
            "e.t",
            "tabel",
            "Alokasi Anggaran per Indikator Sasaran",
            baris=[
                ["Indikator Kinerja Utama", "Anggaran (Rp)", "Persentase terhadap Total (%)"],
                *(
                    [s["nama"], rupiah(dana(s["program"], tahun)[0]), persen(dana(s["program"], tahun)[0], rencana)]
                    for s in data
                ),
            ],
        ),
        butir("f", "kecil", "F. Pencapaian Kinerja dan Anggaran"),
        butir(
            "f.t",
            "tabel",
            "Capaian Kinerja dan Anggaran",
            gabung=[(0, 0, 1, 0), (0, 1, 0, 3), (0, 4, 0, 6)],
            baris=[
                ["Indikator Kinerja Utama", "Kinerja", "", "", "Anggaran", "", ""],
                ["", "Target", "Realisasi", "Capaian (%)", "Pagu (Rp)", "Realisasi (Rp)", "Capaian (%)"],
                *([s["nama"], s["target_"], s["real_"], s["capai"], *uang(s["program"], tahun)] for s in data),
            ],
            kepala=2,
        ),
        butir("g", "kecil", "G. Efisiensi Penggunaan Sumber Daya"),
        butir(
            "g.t",
            "tabel",
            "Efisiensi Penggunaan Sumber Daya",
            baris=[
                ["Indikator Kinerja Utama", "Capaian Kinerja (%)", "Penyerapan Anggaran (%)", "Tingkat Efisiensi (%)"],
                *(
                    [
                        s["nama"],
                        s["capai"],
                        uang(s["program"], tahun)[2],
                        bulat(angka(s["capai"]) - angka(uang(s["program"], tahun)[2])),
                    ]
                    for s in data
                ),
            ],
        ),
        butir("h", "kecil", "H. Analisis Penyebab Keberhasilan/Kegagalan dan Solusi"),
    ]
    for n, satu in enumerate(data if buang < 0 else [satu for satu in angka_tahun(tahun, {}) if satu in data]):
        sebab = (
            SEBAB[n] if tahun == isi.TAHUN or n != 2 else SEBAB[1].replace("administrasi sesuai", "profil desa sesuai")
        )
        blok += [butir(f"h.{n}", "par", f"{satu['nama']}. {sebab}")]
    blok += [
        butir("i", "kecil", "I. Analisis Program/Kegiatan yang Menunjang Pencapaian Kinerja"),
        butir(
            "i.t",
            "tabel",
            "Program dan Kegiatan Penunjang",
            baris=[
                ["Indikator Kinerja Utama", "Program/Kegiatan Penunjang", "Analisis"],
                *(
                    [
                        s["nama"],
                        f"{s['program']} {isi_program.PROGRAM[s['program']][0]}",
                        f"Menunjang melalui {isi_program.PROGRAM[s['program']][1][0].lower()}"
                        f"{isi_program.PROGRAM[s['program']][1][1:]}.",
                    ]
                    for s in data
                ),
            ],
        ),
        butir("bab3.2", "sub", "3.2 Realisasi Anggaran"),
        butir(
            "anggaran.t",
            "tabel",
            f"Realisasi Anggaran Tahun {tahun}",
            baris=[
                ["Program", "Pagu (Rp)", "Realisasi (Rp)", "%"],
                *([f"{k} {p[0]}", *uang(k, tahun)] for k, p in isi_program.PROGRAM.items()),
                ["JUMLAH", rupiah(rencana), rupiah(terserap), persen(terserap, rencana)],
            ],
        ),
        butir("bab4", "bab", "BAB IV PENUTUP"),
        butir("bab4.1", "sub", "4.1 Kesimpulan"),
        butir(
            "bab4.1.a",
            "par",
            f"Laporan ini menggambarkan capaian {umum} Tahun {tahun}. "
            + (
                f"{len(data) - len(kurang)} dari {len(data)} indikator mencapai target."
                if kurang
                else "Seluruh indikator mencapai target."
            ),
        ),
        butir("bab4.2", "sub", "4.2 Langkah Perbaikan Kinerja"),
        butir(
            "bab4.2.a",
            "butir",
            isi=[
                "Mendampingi desa yang profil dan administrasinya belum lengkap.",
                "Melanjutkan survei kepuasan masyarakat setiap triwulan.",
            ],
        ),
        butir("penutup.ttd", "ttd"),
        butir("lampiran", "bab", "LAMPIRAN"),
        butir(
            "lampiran.1",
            "tabel",
            f"Lampiran 1 Matriks Renstra Tahun {periode}",
            bebas=True,
            baris=[
                ["Sasaran", "Indikator", "Satuan", f"Target {ujung}"],
                *([s["sasaran"], s["nama"], s["satuan"], s["akhir"]] for s in data),
            ],
        ),
        butir(
            "lampiran.2",
            "tabel",
            f"Lampiran 2 Perjanjian Kinerja Tahun {tahun}",
            bebas=True,
            baris=[
                ["Sasaran", "Indikator", "Satuan", "Target"],
                *([s["sasaran"], s["nama"], s["satuan"], s["target_"]] for s in data),
            ],
        ),
        butir(
            "lampiran.3",
            "tabel",
            f"Lampiran 3 Pengukuran Kinerja Tahun {tahun}",
            bebas=True,
            baris=[
                ["Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)"],
                *([s["nama"], s["satuan"], s["target_"], s["real_"], s["capai"]] for s in data),
            ],
        ),
        butir(
            "lampiran.4",
            "tabel",
            f"Lampiran 4 Perjanjian dan Pengukuran Kinerja Tahun {dulu}",
            bebas=True,
            baris=[
                ["Indikator", "Satuan", f"Realisasi {dulu}"],
                *([s["nama"], s["satuan"], s["sebelum"]] for s in data),
            ],
        ),
    ]
    return {
        "tahun": tahun,
        "unit": umum,
        "judul": "LAPORAN KINERJA INSTANSI PEMERINTAH",
        "blok": blok,
        "tanggal": "13 Februari 2026" if tahun == isi.TAHUN else "14 Februari 2025",
        "kaki": f"LKjIP {umum} {tahun}",
    }
