"""A worker whose reader does what the name of the file says, for tests of what must survive it."""

import errno
import os
import sys
import time
from pathlib import Path

import msgspec

from saksama.app.work.limits import Limits
from saksama.app.work.worker import serve
from saksama.parsers.berkas import Berkas, read_berkas
from saksama.parsers.files import sha256
from saksama.parsers.model import ReadError
from saksama.parsers.ocr.spread import known_pages
from saksama.parsers.steps import tell


def _read(path: Path, name: str, jenis: str | None) -> Berkas:
    match Path(name).stem:
        case "rusak":
            raise KeyError("lembar")
        case "tolak":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        case "mati":
            os.abort()
        case "rakus":
            bytearray(1 << 40)
        case "macet":
            time.sleep(60)
        case "sibuk":
            while True:
                pass
        case "lambat":
            for page in range(6):
                tell(page + 1, 6)
                time.sleep(0.5)
        case stem if stem.startswith("pindai"):
            # Nine pages, of which those from the third on are scanned.
            known = known_pages(range(3, 10), 9)
            text = "\n".join(f"{number} {page.decode()}" for number, page in known.items())
            return Berkas(name, sha256(path), alasan=text, tetap=True)
        case "berisik":
            print("bukan jawaban")
            os.write(1, b"bukan jawaban")
            os.system("echo bukan jawaban")
            sys.stdin.read()
    return read_berkas(path, name, jenis)


def _page(path: Path, name: str, number: int) -> bytes:
    """A page of what is called pindai-...: each part of the name "5mati" says what befalls which page."""
    with (path.parent / "dibaca").open("a") as stream:
        stream.write(f"{number}\n")
    told = [part[1:] for part in Path(name).stem.split("-")[1:] if part[0] == str(number)]
    match "".join(told):
        case "mati":
            os.abort()
        case "rusak":
            raise KeyError("halaman")
        case "macet":
            time.sleep(60)
        case "hilang":
            raise ReadError(name, "Halaman tidak ada.", "Salin ulang.")
        case "lambat":
            time.sleep(2)
        case "ubah" if "berubah" not in path.read_text(encoding="utf-8"):
            path.write_text("berubah", encoding="utf-8")
        case "selalu":
            path.write_text(path.read_text(encoding="utf-8") + "lagi", encoding="utf-8")
    return f"halaman {number}".encode()


serve(msgspec.json.decode(sys.argv[1].encode(), type=Limits), _read, _page)
