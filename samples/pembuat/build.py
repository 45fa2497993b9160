"""Builds samples/bersih and samples/bermasalah, and samples/kesalahan.yaml: `python samples/pembuat/build.py`.

It lies in a folder of its own because it must not be packaged. The same sources give the same bytes.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import evaluasi
import laporan
import pendukung
import pengukuran
import pk
import rencana
import renstra
import tulis_docx
import tulis_pdf
import tulis_xlsx
from indikator import INDIKATOR
from kecamatan import ORANG, TAHUN, UNIT
from kesalahan import KESALAHAN
from naskah import Dokumen, Sumber
from ruamel.yaml import YAML

TUJUAN = Path(__file__).resolve().parents[1]
PENULIS = {".docx": tulis_docx.tulis, ".xlsx": tulis_xlsx.tulis, ".pdf": tulis_pdf.tulis}
WAKTU = "2025-01-02T00:00:00Z"


def main(tujuan: Path = TUJUAN) -> None:
    """Write both submissions anew into a folder, and the list of faults beside them."""
    overrides: dict[str, Any] = {}
    for one in KESALAHAN:
        twice = overrides.keys() & one.ubah.keys()
        if twice:
            raise ValueError(f"two faults change {twice}")
        overrides.update(one.ubah)
    _pengajuan(tujuan / "bersih", Sumber({}))
    _pengajuan(tujuan / "bermasalah", Sumber(overrides))
    _yaml(
        tujuan / "kesalahan.yaml", _daftar(), "Kesalahan yang ditanam dalam bermasalah/. Dibuat oleh pembuat/build.py."
    )


def _pengajuan(folder: Path, s: Sumber) -> None:
    files = dokumen_pengajuan(s)
    kept = {name: one for name, one in files.items() if s.nilai(f"berkas/{name}", True)}
    if s.belum_dipakai():
        raise ValueError(f"overrides that no document prints: {sorted(s.belum_dipakai())}")
    made = {name: cetak(name, dokumen) for name, dokumen in sorted(kept.items())}
    if folder.exists():
        shutil.rmtree(folder)
    for name, data in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    _yaml(folder / "berkas.yaml", _keterangan(kept), "Keterangan pengajuan: hal yang tidak tertulis di dalam berkas.")


def dokumen_pengajuan(s: Sumber) -> dict[str, Dokumen]:
    """Every document of a submission, by file."""
    files: dict[str, Dokumen] = {}
    for module in (renstra, rencana, pk, pengukuran, laporan, evaluasi, pendukung):
        files.update(module.susun(s))
    files[pendukung.PUBLIKASI] = pendukung.bukti_publikasi(files)
    return files


def cetak(nama: str, dokumen: Dokumen) -> bytes:
    """The bytes of a document; the same blocks give the same bytes."""
    suffix = Path(nama).suffix
    data = PENULIS[suffix](dokumen)
    return data if suffix == ".pdf" else zip_tetap(data)


def zip_tetap(data: bytes) -> bytes:
    """An OOXML file with its timestamps fixed, so that the same content gives the same bytes."""
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as masuk,
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as baru,
    ):
        for name in sorted(masuk.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            content = masuk.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", WAKTU.encode(), content)
            baru.writestr(zipfile.ZipInfo(name, (2025, 1, 2, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return keluar.getvalue()


def _keterangan(files: dict[str, Dokumen]) -> dict[str, Any]:
    officials = [one.jabatan for one in ORANG.values() if one.kunci not in ("bupati", "inspektur")]
    folder = "05-pendukung"
    evidence: list[dict[str, str | int]] = [
        {"uraian": iku.bukti, "triwulan": tw, "berkas": pendukung.berkas_bukti(iku.bukti, tw)}
        for tw in (1, 2, 3, 4)
        for iku in INDIKATOR
    ]
    evidence += [
        {
            "uraian": "Keputusan penghargaan (reward) dan sanksi (punishment)",
            "berkas": f"{folder}/penghargaan-dan-sanksi-{TAHUN}.docx",
        },
        {"uraian": "Tangkapan layar publikasi dokumen kinerja", "berkas": pendukung.PUBLIKASI},
        {"uraian": "Keputusan tim SAKIP", "berkas": f"{folder}/sk-tim-sakip-{TAHUN}.docx"},
    ]
    known = [one for one in evidence if one["berkas"] in files]
    return {
        "unit": UNIT,
        "tahun": TAHUN,
        "tanggal_dpa": f"{TAHUN}-01-02",
        "jabatan": officials,
        "polaritas": {iku.nama: iku.arah for iku in INDIKATOR},
        "publikasi": [
            {"dokumen": name, "url": url, "berkas": pendukung.PUBLIKASI, "tanggal": date}
            for name, url, date in pendukung.publikasi(files)
        ],
        "dokumen": {str(one["berkas"]): "bukti" for one in known},
        "bukti": known,
    }


def _daftar() -> list[dict[str, Any]]:
    return [
        {
            "aturan": one.aturan,
            "berkas": one.berkas,
            "uraian": one.uraian,
            "lokasi": one.lokasi,
            **({"akibat": list(one.akibat)} if one.akibat else {}),
        }
        for one in KESALAHAN
    ]


def _yaml(path: Path, data: Any, kepala: str) -> None:
    writer = YAML()
    writer.width = 200
    writer.indent(mapping=2, sequence=4, offset=2)
    text = io.StringIO()
    writer.dump(data, text)
    # Dates are text in every data file of the product: without quotes a YAML 1.1 reader would make them dates.
    quoted = re.sub(r": (\d{4}-\d\d-\d\d)$", r': "\1"', text.getvalue().replace("'", '"'), flags=re.M)
    path.write_text(f"# {kepala}\n{quoted}", encoding="utf-8")


if __name__ == "__main__":
    main()
