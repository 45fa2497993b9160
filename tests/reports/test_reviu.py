"""The review form."""

import io

from docx import Document

from saksama.checker.run import Run
from saksama.reports import reviu


def test_every_statement_has_one_mark_reason_and_place(run: Run) -> None:
    document = Document(io.BytesIO(reviu.render(run)))
    table = document.tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    statements = [row for row in rows[1:] if row[0].isdigit()]
    assert len(statements) == 23
    assert all(row[2:5].count(reviu.MARK) == 1 for row in statements)
    first = next(row for row in statements if "hal 1 pada bagian substansi" in row[1])
    assert first[3] == reviu.MARK
    assert "LKJ-021; lkjip/LKjIP 2024.pdf, hal. 4; hal. 27, tabel 3 baris 2 kolom capaian" in first[5]
    open_ = next(row for row in statements if "hal 1 pada bagian mekanisme" in row[1])
    assert open_[4] == reviu.MARK
    assert "Tanyakan: Sudahkah ditanyakan?" in open_[5]


def test_tally_and_empty_sign_off(run: Run) -> None:
    document = Document(io.BytesIO(reviu.render(run)))
    assert "Jumlah pernyataan 23: ya 1, tidak 1, perlu telaah 21." in [p.text for p in document.paragraphs]
    sign_off = " ".join(cell.text for cell in document.tables[1].rows[0].cells)
    assert "Pereviu" in sign_off
    assert "(....." in sign_off


def test_table_properties_stand_in_the_order_that_word_wants(run: Run) -> None:
    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblLook"]
    document = Document(io.BytesIO(reviu.render(run)))
    names = [child.tag.rsplit("}", 1)[-1] for child in document.tables[0]._tbl.tblPr]
    assert "tblBorders" in names
    assert names == [name for name in order if name in names]
