"""What the planning papers say: Renstra, IKU, Renja, DPA, pohon kinerja, Perjanjian Kinerja, Rencana Aksi."""

from __future__ import annotations

from . import isi, isi_program
from .angka import rupiah

TUMBUH = (100, 103, 106, 109, 112)


def renstra() -> dict:
    sasaran = [
        {
            "sasaran": satu["sasaran"],
            "indikator": satu["nama"],
            "satuan": satu["satuan"],
            "awal": satu["awal"],
            "target": list(satu["target"]),
        }
        for satu in isi.INDIKATOR
    ]
    program = []
    for kode, (nama, hasil, indikator, satuan, target) in isi_program.PROGRAM.items():
        program.append(_baris(kode, nama, hasil, indikator, satuan, target))
        for kode_kegiatan, kegiatan in isi_program.KEGIATAN.items():
            if kode_kegiatan.startswith(kode):
                program.append(_baris(kode_kegiatan, kegiatan[0], "", *kegiatan[1:]))
                program += [
                    _baris(kode_sub, sub[0], "", *sub[1:4])
                    for kode_sub, sub in isi_program.SUB.items()
                    if kode_sub.startswith(kode_kegiatan)
                ]
    return {
        "judul": "RENCANA STRATEGIS (RENSTRA)",
        "periode": "2025-2029",
        "nomor": "Peraturan Bupati Arga Kencana Nomor 41 Tahun 2025",
        "tanggal": "22 September 2025",
        "tujuan": isi.TUJUAN,
        "sasaran": sasaran,
        "program": program,
        "tabel_program": True,
        "dasar": [
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
            "Keputusan Menteri Dalam Negeri Nomor 900.1.15.5-3406 Tahun 2024",
        ],
    }


def _baris(kode: str, nama: str, hasil: str, indikator: str, satuan: str, target: str) -> dict:
    return {
        "kode": kode,
        "nama": nama,
        "hasil": hasil,
        "indikator": indikator,
        "satuan": satuan,
        "target": [target] * 5,
        "pagu": [rupiah(isi_program.pagu(kode) * naik // 100) for naik in TUMBUH],
    }


def iku() -> dict:
    return {
        "judul": "INDIKATOR KINERJA UTAMA (IKU)",
        "nomor": "Keputusan Camat Lembah Pinus Nomor 100.3.3/05 Tahun 2025",
        "tanggal": "13 Januari 2025",
        "tahun": "2025",
        "baris": [
            [satu["sasaran"], satu["nama"], satu["satuan"], satu["formula"], satu["sumber"], satu["pj"]]
            for satu in isi.INDIKATOR
        ],
    }


def _rincian() -> list[list[str]]:
    hasil = []
    for kode, program in isi_program.PROGRAM.items():
        hasil.append([kode, program[0], program[2], program[4], program[3], rupiah(isi_program.pagu(kode))])
        for kode_kegiatan, kegiatan in isi_program.KEGIATAN.items():
            if kode_kegiatan.startswith(kode):
                hasil.append(
                    [
                        kode_kegiatan,
                        kegiatan[0],
                        kegiatan[1],
                        kegiatan[3],
                        kegiatan[2],
                        rupiah(isi_program.pagu(kode_kegiatan)),
                    ]
                )
                hasil += [
                    [kode_sub, sub[0], sub[1], sub[3], sub[2], rupiah(sub[4])]
                    for kode_sub, sub in isi_program.SUB.items()
                    if kode_sub.startswith(kode_kegiatan)
                ]
    return hasil


def renja() -> dict:
    return {
        "judul": "RENCANA KERJA (RENJA)",
        "tahun": "2025",
        "nomor": "Keputusan Camat Lembah Pinus Nomor 100.3.3/19 Tahun 2024",
        "tanggal": "22 Juli 2024",
        "baris": _rincian(),
        "sasaran": [[satu["sasaran"], satu["nama"], satu["satuan"], satu["target"][0]] for satu in isi.INDIKATOR],
    }


def dpa() -> dict:
    return {
        "judul": "DOKUMEN PELAKSANAAN ANGGARAN SATUAN KERJA PERANGKAT DAERAH",
        "tahun": "2025",
        "nomor": "DPA/A.1/7.01.0.00.0.00.11.0000/001/2025",
        "tanggal": "2 Januari 2025",
        "baris": _rincian(),
        "total": rupiah(isi_program.pagu()),
    }


def pohon() -> dict:
    mitra = {
        isi.S1: "Dinas Kependudukan dan Pencatatan Sipil",
        isi.S2: "Dinas Pemberdayaan Masyarakat dan Desa",
        isi.S3: "Satuan Polisi Pamong Praja",
        isi.S4: "Inspektorat Daerah",
    }
    return {
        "judul": "POHON KINERJA KECAMATAN LEMBAH PINUS TAHUN 2025",
        "mitra": mitra,
        "baris": [
            [
                "Camat",
                satu["sasaran"],
                satu["nama"],
                isi_program.PROGRAM[satu["program"]][1],
                isi_program.PROGRAM[satu["program"]][2],
                satu["pj"],
            ]
            for satu in isi.INDIKATOR
        ],
    }


PEMBUKA = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi "
    "pada hasil, kami yang bertanda tangan di bawah ini:"
)
JANJI = (
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
)
SUPERVISI = (
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
    "kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan "
    "dan sanksi."
)


def _pk(pertama: dict, kedua: dict, sasaran: list, anggaran: list, apa: str) -> dict:
    return {
        "tahun": "2025",
        "pertama": dict(pertama),
        "kedua": dict(kedua),
        "pembuka": PEMBUKA,
        "janji": JANJI,
        "supervisi": SUPERVISI,
        "tempat": "Lembah Pinus",
        "tanggal": "20 Januari 2025",
        "apa": apa,
        "unit": isi.UMUM["unit"],
        "sasaran": sasaran,
        "total": rupiah(sum(jumlah for _, jumlah in anggaran)),
        "anggaran": [[nama, rupiah(jumlah), "APBD 2025"] for nama, jumlah in anggaran],
    }


def _kegiatan(*kode: str) -> list:
    return [(f"{satu} {isi_program.KEGIATAN[satu][0]}", isi_program.pagu(satu)) for satu in kode]


def _keluaran(sasaran: str, *kode: str) -> list:
    return [
        [sasaran, isi_program.KEGIATAN[satu][1], isi_program.KEGIATAN[satu][2], isi_program.KEGIATAN[satu][3]]
        for satu in kode
    ]


def pk() -> dict:
    program = [(f"{kode} {satu[0]}", isi_program.pagu(kode)) for kode, satu in isi_program.PROGRAM.items()]
    camat = [[satu["sasaran"], satu["nama"], satu["satuan"], satu["target"][0]] for satu in isi.INDIKATOR]
    penunjang = isi_program.PROGRAM["7.01.01"]
    dukungan = ("7.01.01.2.01", "7.01.01.2.02", "7.01.01.2.06", "7.01.01.2.08")
    return {
        "camat": _pk(isi.CAMAT, isi.BUPATI, camat, program, "Program"),
        "sekcam": _pk(
            isi.SEKCAM, isi.CAMAT, [[penunjang[1], penunjang[2], penunjang[3], penunjang[4]]], program[:1], "Program"
        ),
        "tapem": _pk(
            isi.TAPEM,
            isi.CAMAT,
            _keluaran("Tersedianya koordinasi dan pembinaan pemerintahan desa", "7.01.02.2.01", "7.01.06.2.01"),
            _kegiatan("7.01.02.2.01", "7.01.06.2.01"),
            "Kegiatan",
        ),
        "pmd": _pk(
            isi.PMD,
            isi.CAMAT,
            _keluaran("Terbinanya lembaga kemasyarakatan desa", "7.01.03.2.03"),
            _kegiatan("7.01.03.2.03"),
            "Kegiatan",
        ),
        "trantib": _pk(
            isi.TRANTIB,
            isi.CAMAT,
            _keluaran("Terkoordinasinya upaya ketenteraman dan ketertiban", "7.01.04.2.01"),
            _kegiatan("7.01.04.2.01"),
            "Kegiatan",
        ),
        "yanum": _pk(
            isi.YANUM,
            isi.CAMAT,
            _keluaran("Terselenggaranya pelayanan kepada masyarakat", "7.01.02.2.02"),
            _kegiatan("7.01.02.2.02"),
            "Kegiatan",
        ),
        "kasubag": _pk(
            isi.KASUBAG,
            isi.SEKCAM,
            _keluaran("Terpenuhinya layanan perencanaan, keuangan dan umum", *dukungan),
            _kegiatan(*dukungan),
            "Kegiatan",
        ),
    }


AKSI = {
    "7.01.01": (
        ["Menyusun laporan capaian triwulanan", "Menghimpun bukti dukung SAKIP"],
        ["I II III IV", "I II III IV"],
    ),
    "7.01.02": (["Melaksanakan survei kepuasan masyarakat", "Menata jadwal petugas loket"], ["I II III IV", "I II"]),
    "7.01.03": (["Membimbing operator profil desa", "Memeriksa isian profil desa"], ["I II III", "II III IV"]),
    "7.01.04": (
        ["Melaksanakan patroli wilayah bersama", "Mencatat dan menindaklanjuti aduan"],
        ["I II III IV", "I II III IV"],
    ),
    "7.01.06": (
        ["Membina administrasi desa sesuai jadwal", "Memeriksa buku register desa"],
        ["I II III IV", "II III IV"],
    ),
}


def aksi() -> dict:
    sasaran = [
        [satu["sasaran"], satu["nama"], satu["satuan"], satu["target"][0], *satu["tw"], satu["bukti"], satu["pj"]]
        for satu in isi.INDIKATOR
    ]
    baris = []
    for kode, program in isi_program.PROGRAM.items():
        for urut, kode_kegiatan in enumerate(k for k in isi_program.KEGIATAN if k.startswith(kode)):
            kegiatan = isi_program.KEGIATAN[kode_kegiatan]
            langkah, jadwal = AKSI[kode]
            baris += [
                [
                    f"{kode} {program[0]}" if urut == nomor == 0 else "",
                    program[2] if urut == nomor == 0 else "",
                    f"{program[4]} %" if urut == nomor == 0 else "",
                    f"{kode_kegiatan} {kegiatan[0]}" if nomor == 0 else "",
                    kegiatan[1] if nomor == 0 else "",
                    f"{kegiatan[3]} {kegiatan[2]}" if nomor == 0 else "",
                    langkah[nomor],
                    jadwal[nomor],
                ]
                for nomor in range(2)
            ]
    return {
        "judul": "RENCANA AKSI KINERJA TAHUN 2025",
        "unit": isi.UMUM["unit"],
        "sasaran": sasaran,
        "aksi": baris,
        "tanggal": "27 Januari 2025",
        "tempat": "Lembah Pinus",
        "orang": dict(isi.CAMAT),
    }
