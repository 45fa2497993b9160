"""A remedy ("Hitung ulang ...") as a recommendation ("Agar menghitung ulang ..."), as an LHE gives it."""

from __future__ import annotations

import re

_ACTIVE = {
    verb: prefix + verb
    for prefix, verbs in {
        "me": "lakukan lampirkan lanjutkan laporkan lengkapi luruskan masukkan minta muat nilai naikkan rujuk rumuskan",
        "mem": "bagi bahas bandingkan batasi bedakan beri berikan bentuk buat buktikan buka formalkan perbaiki "
        "perbarui perhatikan perhitungkan perjelas perkuat perlihatkan pertahankan pertajam pertimbangkan",
        "men": "cantumkan catat cocokkan daftarkan dapatkan dokumentasikan jabarkan jadwalkan jelaskan jumlahkan",
        "meng": "ajukan akui ambil analisis arahkan atur evaluasi gabungkan ganti gunakan hapus hindari hitung hubungi "
        "hubungkan isi identifikasi ikuti ingatkan inventarisasi uji ukur uraikan ubah ulangi umumkan undang unggah "
        "ungkapkan urutkan",
    }.items()
    for verb in verbs.split()
} | {
    "cek": "mengecek",
    "kaitkan": "mengaitkan",
    "kembalikan": "mengembalikan",
    "koordinasikan": "mengoordinasikan",
    "koreksi": "mengoreksi",
    "keluarkan": "mengeluarkan",
    "kumpulkan": "mengumpulkan",
    "kurangi": "mengurangi",
    "mintalah": "meminta",
    "mutakhirkan": "memutakhirkan",
    "pakai": "memakai",
    "pantau": "memantau",
    "pastikan": "memastikan",
    "pecah": "memecah",
    "periksa": "memeriksa",
    "perinci": "memerinci",
    "pilih": "memilih",
    "pindahkan": "memindahkan",
    "pisahkan": "memisahkan",
    "publikasikan": "memublikasikan",
    "saring": "menyaring",
    "samakan": "menyamakan",
    "sajikan": "menyajikan",
    "sampaikan": "menyampaikan",
    "sebutkan": "menyebutkan",
    "sediakan": "menyediakan",
    "selaraskan": "menyelaraskan",
    "selesaikan": "menyelesaikan",
    "serahkan": "menyerahkan",
    "sertakan": "menyertakan",
    "sesuaikan": "menyesuaikan",
    "simpan": "menyimpan",
    "sunting": "menyunting",
    "susun": "menyusun",
    "tambah": "menambah",
    "tambahkan": "menambahkan",
    "tandai": "menandai",
    "tandatangani": "menandatangani",
    "tautkan": "menautkan",
    "telaah": "menelaah",
    "telusuri": "menelusuri",
    "tentukan": "menentukan",
    "tetapkan": "menetapkan",
    "tindaklanjuti": "menindaklanjuti",
    "tulis": "menulis",
    "tuliskan": "menuliskan",
    "tunjukkan": "menunjukkan",
    "tuntaskan": "menuntaskan",
    "turunkan": "menurunkan",
}
_NOUNS = {
    "analisis",
    "bagi",
    "bentuk",
    "catat",
    "evaluasi",
    "isi",
    "koreksi",
    "muat",
    "nilai",
    "telaah",
    "uji",
    "minta",
}
"""Words that are as often nouns (or "bagi": for) inside a sentence; only at its beginning surely a verb."""
_LINK = re.compile(r"((?:^|[,;.]) ?(?:atau |lalu |dan |serta |kemudian )?| (?:atau|lalu|dan|serta|kemudian) )(\w+)")


def recommendation(saran: str) -> str:
    """ "Agar menghitung ulang ...": the verbs that begin the remedy or a further part of it in their active form.

    A remedy that doesn't begin with a verb we know is kept as it stands behind "Agar memperhatikan hal berikut:".
    """
    text = saran.strip()
    first = re.match(r"\w+", text)
    if first is None or first[0].casefold() not in _ACTIVE:
        return f"Agar memperhatikan hal berikut: {text}" if text else "Agar memperbaiki hal tersebut."
    return "Agar " + _LINK.sub(_replace, text)


def _replace(match: re.Match[str]) -> str:
    link, word = match.groups()
    verb = word.casefold()
    if verb not in _ACTIVE or (link.strip() and verb in _NOUNS):
        return match[0]
    return link + _ACTIVE[verb]
