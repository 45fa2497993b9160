"""A PDF of a few kilobytes whose drawings draw each other asks for endless work: only a worker can end it."""

from __future__ import annotations

from saksama.app.work.codec import decode
from saksama.app.work.limits import MEGA, Limits
from saksama.app.work.messages import task
from saksama.app.work.pool import Pool
from tests.rawpdf import pdf


def _stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (head, len(content), content)


def test_forms_that_multiply_end_their_worker_and_nothing_else(made, tmp_path):
    levels = 24
    forms = [
        _stream(
            b"/A Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R>>>>" % (6 + level % levels),
        )
        for level in range(levels)
    ]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        _stream(b"/A Do"),
        *forms,
    ]
    path = tmp_path / "ganda.pdf"
    path.write_bytes(pdf([*objects, _stream(b"0 0 m 9 9 l S", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")]))
    tasks = [*made("a.txt"), task(path, "ganda.pdf"), *made("b.txt")]
    with Pool(Limits(512 * MEGA, step_cpu=20, step_wait=120.0), 1) as pool:
        first, doubled, last = (decode(payload) for payload in pool.begin(tasks).payloads())
    assert (first.galat, last.galat) == (None, None)
    assert "memori" in (doubled.galat or "") or "waktu" in (doubled.galat or "")
