"""A file whose reading failed in its worker, as a Berkas that says why and what to do, in Indonesian."""

from __future__ import annotations

from saksama.app.failure import reason
from saksama.app.work.limits import MEGA, Limits
from saksama.app.work.messages import Broke, Refused, Task
from saksama.app.work.process import Died
from saksama.parsers.berkas import Berkas

_AGAIN = "Buka dengan aplikasinya lalu simpan ulang, atau pecah menjadi beberapa berkas."


def failed(task: Task, sha256: str, answer: Broke | Refused | Died, limits: Limits) -> Berkas:
    """The file with the reason in `galat`."""
    return Berkas(task.name, sha256, galat=_sentence(answer, limits), salah_program=isinstance(answer, Broke))


def unsettled(task: Task, sha256: str) -> Berkas:
    """A file that was another one each time it was looked at."""
    said = "Berkas ini terus berubah selagi dibaca. Tunggu sampai selesai disalin atau disimpan, lalu periksa lagi."
    return Berkas(task.name, sha256, galat=said, tetap=False)


def _sentence(answer: Broke | Refused | Died, limits: Limits) -> str:
    match answer:
        case Broke(error):
            return (
                f"Kesalahan di dalam program Saksama ketika membaca berkas ini ({error}). Laporkan kalimat ini kepada "
                "pengelola Saksama; berkas lain tetap dibaca."
            )
        case Refused(number):
            return f"Sistem menolak pembacaan ({reason(OSError(number, ''))}). Periksa izin dan penyimpanannya."
        case Died("memori"):
            return f"Membacanya memerlukan memori melebihi batas {limits.memory // MEGA} MB. {_AGAIN}"
        case Died("waktu"):
            return f"Membacanya melebihi batas waktu. {_AGAIN}"
        case _:
            return (
                "Pembaca dokumen terhenti oleh berkas ini: isinya rusak, atau memori yang diperlukannya melebihi batas "
                f"{limits.memory // MEGA} MB. {_AGAIN}"
            )
