#!/bin/sh
# Memasang Saksama di Linux tanpa internet: sh pasang.sh [FOLDER]
set -eu

sini=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
tujuan=${1:-}
if [ -z "$tujuan" ]; then
    if [ -z "${HOME:-}" ]; then
        echo "Folder rumah (HOME) tidak diketahui. Sebutkan folder tujuan: sh pasang.sh /opt/saksama" >&2
        exit 1
    fi
    tujuan=$HOME/saksama
fi
case $tujuan in
    /*) ;;
    *) tujuan=$(pwd)/$tujuan ;;
esac

echo "1. Memeriksa isi paket ..."
if command -v sha256sum >/dev/null 2>&1; then
    (cd "$sini" && sha256sum --quiet -c SHA256SUMS) || {
        echo "Isi paket tidak utuh. Salin ulang seluruh folder ini dari sumbernya." >&2
        exit 1
    }
else
    echo "   (sha256sum tidak ada di komputer ini; isi paket diperiksa oleh pip)"
fi

echo "2. Mencari Python ..."
python=
for nama in ${PYTHON:-} python3 @PYTHON_LINUX@ python; do
    if command -v "$nama" >/dev/null 2>&1 &&
        "$nama" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] not in "@PYTHONS@".split())' 2>/dev/null; then
        python=$nama
        break
    fi
done
if [ -z "$python" ]; then
    echo "Paket ini memerlukan Python @PYTHONS_TEXT@ (64 bit), dan tidak satu pun ditemukan." >&2
    echo "Minta pengelola komputer memasangnya, atau sebutkan tempatnya: PYTHON=/tempat/python3 sh pasang.sh" >&2
    exit 1
fi
versi=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
echo "   Python $versi"

if [ -e "$tujuan" ] && [ ! -e "$tujuan/.saksama-terpasang" ] && [ -n "$(ls -A "$tujuan")" ]; then
    echo "$tujuan sudah ada isinya dan bukan pemasangan Saksama. Pilih folder lain: sh pasang.sh FOLDER" >&2
    exit 1
fi

echo "3. Memasang ke $tujuan ..."
mkdir -p "$tujuan"
: >"$tujuan/.saksama-terpasang"
# Yang lama baru diganti setelah yang baru lengkap.
baru=$tujuan/program-baru
rm -rf "$baru"
"$python" -m venv "$baru" || {
    echo "Python ini tidak lengkap (di Debian dan Ubuntu: pasang paket python3-venv). Lalu ulangi." >&2
    exit 1
}
PIP_CONFIG_FILE=/dev/null "$baru/bin/python" -m pip --isolated install --quiet --disable-pip-version-check --no-index \
    --find-links "$sini/paket" --require-hashes -r "$sini/daftar/linux-$versi.txt" || {
    rm -rf "$baru"
    echo "Paket tidak dapat dipasang; lihat pesan di atas." >&2
    exit 1
}
rm -rf "$tujuan/program"
mv "$baru" "$tujuan/program"

cp "$sini/linux/saksama" "$tujuan/saksama"
cp "$sini/BACA-SAYA.txt" "$tujuan/"
chmod +x "$tujuan/saksama"

echo "4. Mencoba dengan contoh ..."
coba=$(mktemp -d)
trap 'rm -rf "$coba"' EXIT
kode=0
"$tujuan/saksama" contoh "$coba/contoh" >/dev/null &&
    "$tujuan/saksama" periksa "$coba/contoh/bermasalah" --profil kecamatan --tanggal 2025-03-10 --hasil "$coba/hasil" \
        >/dev/null || kode=$?
if [ "$kode" != 1 ] || [ ! -s "$coba/hasil/run.json" ]; then
    echo "Contoh tidak dapat diperiksa (kode $kode). Kirim pesan di atas kepada pengelola Saksama." >&2
    exit 1
fi

echo
echo "Saksama terpasang. Jalankan dengan:"
echo "    \"$tujuan/saksama\" periksa FOLDER"
echo "Agar cukup mengetik saksama, tambahkan baris ini ke ~/.profile lalu masuk kembali:"
echo "    PATH=\"$tujuan:\$PATH\""
echo "Menghapus Saksama: hapus folder $tujuan."
