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
        case "berisik":
            print("bukan jawaban")
            os.write(1, b"bukan jawaban")
            os.system("echo bukan jawaban")
            sys.stdin.read()
    return read_berkas(path, name, jenis)


serve(msgspec.json.decode(sys.argv[1].encode(), type=Limits), _read)
