"""The PDF reader on documents made here with reportlab."""

from collections import Counter

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as Flowable
from reportlab.platypus import SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as Ruled

from saksama.parsers.model import Heading, Paragraph, ReadError, Table
from saksama.parsers.pdf.reader import read, read_pages

WIDTH, HEIGHT = A4
BODY = getSampleStyleSheet()["BodyText"]
GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])


@pytest.fixture
def draw(tmp_path):
    """draw(function, pagesize) -> Document of a one-page PDF on which the function has drawn."""

    def make(*pages, pagesize=A4, rotate=0):
        path = tmp_path / "a.pdf"
        canvas = Canvas(str(path), pagesize=pagesize)
        for page in pages:
            if rotate:
                canvas.setPageRotation(rotate)
            page(canvas)
            canvas.showPage()
        canvas.save()
        return read(path, "a.pdf")

    return make


@pytest.fixture
def flow(tmp_path):
    """flow(flowables) -> path of a PDF laid out by reportlab."""

    def make(flowables, **options):
        path = tmp_path / "b.pdf"
        SimpleDocTemplate(str(path), **{"pagesize": A4, **options}).build(flowables)
        return path

    return make


def texts(table):
    return [[cell.text if cell else None for cell in row] for row in table.grid]


def box(canvas, x, y, width, height, text="", size=9):
    canvas.rect(x, y, width, height)
    canvas.setFont("Helvetica", size)
    canvas.drawString(x + 3, y + 4, text)


def test_table_with_spans_places_and_fill(flow):
    rows = [
        ["No", "Sasaran", "Target", ""],
        ["", "", "TW I", "TW II"],
        ["1", "Naiknya mutu", "10", "20"],
    ]
    style = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("SPAN", (0, 0), (0, 1)),
            ("SPAN", (1, 0), (1, 1)),
            ("SPAN", (2, 0), (3, 0)),
            ("BACKGROUND", (3, 2), (3, 2), colors.HexColor("#00B050")),
        ]
    )
    document = read(flow([Ruled(rows, colWidths=[30, 150, 60, 60], style=style)]), "b.pdf")
    (table,) = document.tables
    assert [(c.text, c.row, c.column, c.rowspan, c.colspan) for c in table.cells if c.row == 0] == [
        ("No", 0, 0, 2, 1),
        ("Sasaran", 0, 1, 2, 1),
        ("Target", 0, 2, 1, 2),
    ]
    last = table.grid[2][3]
    assert (last.text, last.fill) == ("20", "00B050")
    assert (last.location.halaman, last.location.tabel, last.location.baris, last.location.kolom) == (1, 1, 3, "4")
    x0, top, x1, bottom = last.location.kotak
    assert x1 - x0 == pytest.approx(60, abs=1)
    assert 0 < top < bottom < HEIGHT
    assert table.certain


def test_thin_filled_rectangles_are_borders(draw):
    def page(canvas):
        for y in (600, 620, 640):
            canvas.rect(100, y, 200, 0.48, stroke=0, fill=1)
        for x in (100, 200, 300):
            canvas.rect(x, 600, 0.48, 40, stroke=0, fill=1)
        for x, y, text in ((105, 625, "Program"), (205, 625, "Pagu"), (105, 605, "Program A"), (205, 605, "100")):
            canvas.drawString(x, y, text)

    assert texts(draw(page).tables[0]) == [["Program", "Pagu"], ["Program A", "100"]]


def test_white_lines_and_a_page_frame_are_no_table(draw):
    def page(canvas):
        canvas.rect(20, 20, WIDTH - 40, HEIGHT - 40)
        canvas.setStrokeColor(colors.white)
        canvas.grid([100, 200, 300], [600, 620, 640])
        canvas.drawString(105, 625, "Kata")
        canvas.drawString(205, 605, "lain")

    document = draw(page)
    assert not document.tables
    assert "Kata" in document.text


def test_form_xobjects_are_entered_with_their_matrix(draw):
    def page(canvas):
        canvas.beginForm("grid")
        canvas.grid([0, 100, 200], [0, 20, 40])
        canvas.endForm()
        canvas.translate(100, 600)
        canvas.doForm("grid")
        for x, y, text in ((5, 25, "A"), (105, 25, "B"), (5, 5, "C"), (105, 5, "D")):
            canvas.drawString(x, y, text)

    (table,) = draw(page).tables
    assert texts(table) == [["A", "B"], ["C", "D"]]
    assert table.location.kotak[0] == pytest.approx(100, abs=1)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_turned_pages_read_upright(draw, rotate):
    def page(canvas):
        # reportlab stores a page turned by 90 degrees with its sides swapped: A4 is what is shown.
        canvas.translate(*{90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[rotate])
        canvas.rotate(rotate)
        for row, line in enumerate((("No", "Sasaran"), ("1", "Naiknya mutu"))):
            for column, text in enumerate(line):
                box(canvas, 100 + 150 * column, HEIGHT - 120 - 20 * row, 150, 20, text)

    document = draw(page, rotate=rotate)
    (table,) = document.tables
    assert texts(table) == [["No", "Sasaran"], ["1", "Naiknya mutu"]]
    assert table.location.kotak == pytest.approx((100, 100, 400, 140), abs=2)
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx((WIDTH, HEIGHT), abs=0.2)


def test_a_table_printed_sideways_reads_upright_and_keeps_its_place(draw):
    def page(canvas):
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        for row, line in enumerate((("Nomor urut", "Sasaran strategis"), ("1", "Naiknya mutu layanan"))):
            for column, text in enumerate(line):
                box(canvas, 100 + 150 * column, 400 - 20 * row, 150, 20, text)

    (table,) = draw(page).tables
    assert texts(table) == [["Nomor urut", "Sasaran strategis"], ["1", "Naiknya mutu layanan"]]
    # On the page as shown the table is high and narrow.
    x0, top, x1, bottom = table.location.kotak
    assert (x1 - x0, bottom - top) == pytest.approx((40, 300), abs=2)


def test_vertical_header_text(draw):
    def page(canvas):
        for column, text in enumerate(("Januari", "Februari")):
            canvas.rect(100 + 20 * column, 600, 20, 60)
            canvas.saveState()
            canvas.translate(114 + 20 * column, 605)
            canvas.rotate(90)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
            box(canvas, 100 + 20 * column, 580, 20, 20, str(column))
        canvas.drawString(100, 700, "Jadwal pelaksanaan kegiatan selama satu tahun anggaran penuh dan lengkap")

    assert texts(draw(page).tables[0]) == [["Januari", "Februari"], ["0", "1"]]


def test_touching_texts_are_cut_at_the_wall(draw):
    def page(canvas):
        canvas.setFont("Courier", 10)
        # One string of 6 pt letters that runs through the wall at x = 130.
        canvas.grid([100, 130, 160], [600, 620, 640])
        canvas.drawString(106, 606, "9876543")
        canvas.drawString(104, 626, "A")
        canvas.drawString(134, 626, "B")

    assert texts(draw(page).tables[0])[1] == ["9876", "543"]


def test_tables_over_pages_are_one(flow):
    rows = [["No", "Indikator", "Target"]] + [[str(i), f"Indikator ke-{i}", str(10 * i)] for i in range(1, 80)]
    path = flow([Ruled(rows, colWidths=[40, 300, 80], style=GRID, repeatRows=1)])
    (table,) = read(path, "b.pdf").tables
    assert texts(table) == rows
    assert {cell.location.halaman for cell in table.cells} == {1, 2, 3}
    assert len(read_pages(path, "b.pdf").tables) == 3


def test_nothing_is_lost(flow):
    story = [
        Flowable("BAB I PENDAHULUAN", BODY),
        Flowable("Laporan ini memuat capaian kinerja tahun berjalan. " * 30, BODY),
        Ruled(
            [["Sasaran", "Target"], [Flowable("Naiknya mutu layanan bagi semua warga " * 4, BODY), "98,50 %"]],
            colWidths=[120, 80],
            style=GRID,
        ),
        Flowable("Penutup: Rp1.234.567,00 (satu juta) " * 10, BODY),
    ]
    path = flow(story)
    pdf = pypdfium2.PdfDocument(path)
    expected = Counter()
    for page in pdf:
        expected += Counter("".join(page.get_textpage().get_text_range().split()))
    document = read_pages(path, "b.pdf")
    found = Counter("".join("".join(line.text.split()) for line in document.lines))
    for margin in document.margins:
        found += Counter("".join(margin.text.split()))
    assert found == expected


def test_wrapped_lines_flow_and_list_lines_stay(flow):
    cell = Flowable("1. Persentase warga yang puas dengan layanan<br/>2. Jumlah izin<br/>3. Nilai", BODY)
    document = read(flow([Ruled([["No", cell]], colWidths=[40, 140], style=GRID)]), "b.pdf")
    lines = document.tables[0].text(0, 1).split("\n")
    assert lines == ["1. Persentase warga yang puas dengan layanan", "2. Jumlah izin", "3. Nilai"]


def test_paragraphs_labels_and_signatures(draw):
    def page(canvas):
        canvas.setFont("Helvetica", 11)
        lines = [
            (72, 700, "Dalam rangka mewujudkan manajemen pemerintahan yang efektif dan transparan serta"),
            (72, 685, "akuntabel, kami yang bertanda tangan di bawah ini menyatakan kesanggupan kami untuk"),
            (72, 670, "bekerja."),
            (72, 640, "Nama"),
            (160, 640, ": Melati Kusuma"),
            (72, 625, "Jabatan"),
            (160, 625, ": Kepala Dinas Mekarsari"),
            (330, 560, "Mekarsari,"),
            (450, 560, "2024"),
            (72, 540, "PIHAK KEDUA"),
            (350, 540, "PIHAK PERTAMA"),
            (72, 480, "Anggrek Wulandari"),
            (350, 480, "Melati Kusuma"),
        ]
        for x, y, text in lines:
            canvas.drawString(x, y, text)

    found = [block.text for block in draw(page).blocks]
    assert found[0].startswith("Dalam rangka")
    assert found[0].endswith("untuk bekerja.")
    assert found[1:] == [
        "Nama : Melati Kusuma",
        "Jabatan : Kepala Dinas Mekarsari",
        "Mekarsari, 2024",
        "PIHAK KEDUA",
        "PIHAK PERTAMA",
        "Anggrek Wulandari",
        "Melati Kusuma",
    ]


def test_headings_and_running_lines(draw):
    def page(number, title):
        def draw_page(canvas):
            canvas.setFont("Helvetica", 8)
            canvas.drawString(72, HEIGHT - 40, "Laporan Kinerja Dinas Mekarsari 2024")
            canvas.drawCentredString(WIDTH / 2, 30, f"Halaman {number}")
            canvas.setFont("Helvetica-Bold", 14)
            canvas.drawString(72, HEIGHT - 100, title)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(72, HEIGHT - 140, f"Uraian bagian {title.lower()} yang lain sama sekali.")

        return draw_page

    titles = ["BAB I PENDAHULUAN", "BAB II PERENCANAAN", "BAB III AKUNTABILITAS", "BAB IV PENUTUP"]
    document = draw(*(page(number, title) for number, title in enumerate(titles, 1)))
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert [(heading.text, heading.level) for heading in headings] == [(title, 1) for title in titles]
    assert [block.location.halaman for block in headings] == [1, 2, 3, 4]
    assert len(document.margins) == 8
    assert not any("Halaman" in block.text for block in document.blocks if isinstance(block, Paragraph))


def test_aligned_columns_below_a_known_header_are_an_uncertain_table(draw):
    def page(canvas):
        rows = [
            ("Program", "Anggaran", "Keterangan"),
            ("1. Program Pelayanan dan", "Rp 1.000.000", "APBD"),
            ("    Perizinan", "", ""),
            ("2. Program Penyuluhan", "Rp 2.000.000", "APBN"),
        ]
        for row, line in enumerate(rows):
            for x, text in zip((80, 300, 420), line, strict=True):
                canvas.drawString(x, 700 - 16 * row, text)
        canvas.drawString(80, 600, "Mekarsari, 2 Januari 2024")

    (table,) = draw(page).tables
    assert not table.certain
    assert texts(table) == [
        ["Program", "Anggaran", "Keterangan"],
        ["1. Program Pelayanan dan Perizinan", "Rp 1.000.000", "APBD"],
        ["2. Program Penyuluhan", "Rp 2.000.000", "APBN"],
    ]


def test_prose_is_never_a_table(flow):
    story = [Flowable("Program ini didukung anggaran dan target yang memadai bagi sasaran. " * 20, BODY)]
    assert not read(flow(story), "b.pdf").tables


def test_shading_alone_makes_a_table(draw):
    def page(canvas):
        for row, line in enumerate((("No", "Sasaran", "Target"), ("1", "Naiknya mutu", "80"), ("2", "Laba", "90"))):
            for column, text in enumerate(line):
                canvas.setFillColor(colors.HexColor("#5B9BD5" if row == 0 else "#DEEAF6"))
                if row != 1:
                    canvas.rect(100 + 100 * column, 600 - 20 * row, 100, 20, stroke=0, fill=1)
                canvas.setFillColor(colors.black)
                canvas.drawString(105 + 100 * column, 606 - 20 * row, text)

    (table,) = draw(page).tables
    assert texts(table) == [["No", "Sasaran", "Target"], ["1", "Naiknya mutu", "80"], ["2", "Laba", "90"]]


def test_slanted_watermark_is_left_out_but_faked_italics_stay(draw):
    def page(canvas):
        canvas.saveState()
        canvas.translate(200, 400)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "DRAF")
        canvas.restoreState()
        canvas.drawString(72, 700, "Tegak lurus")
        canvas.saveState()
        canvas.transform(1, 0, 0.33, 1, 72, 650)
        canvas.drawString(0, 0, "Miring buatan")
        canvas.restoreState()

    assert [block.text for block in draw(page).blocks] == ["Tegak lurus", "Miring buatan"]


def test_scanned_pages_are_named(draw, tmp_path):
    picture = tmp_path / "scan.png"
    Image.new("RGB", (100, 140), "gray").save(picture)

    def scan(canvas):
        canvas.drawImage(str(picture), 0, 0, WIDTH, HEIGHT)

    def decorated(canvas):
        scan(canvas)
        canvas.drawString(72, 700, "Halaman ini berisi teks yang cukup panjang di atas gambar latar.")

    mixed = draw(decorated, scan)
    assert [page.readable for page in mixed.pages] == [True, False]
    assert mixed.peringatan[0].startswith("Halaman 2 berupa gambar (hasil pindai) tanpa lapisan teks")
    only = draw(scan, scan)
    assert only.peringatan[0].startswith("Tidak terbaca: seluruh 2 halaman")


def test_unreadable_files_say_what_to_do(tmp_path):
    locked = tmp_path / "kunci.pdf"
    canvas = Canvas(str(locked), encrypt=pdfencrypt.StandardEncryption("rahasia", ownerPassword="lain"))
    canvas.drawString(72, 700, "x")
    canvas.save()
    with pytest.raises(ReadError, match="kata sandi"):
        read(locked, "kunci.pdf")
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.4\n" + b"x" * 200)
    with pytest.raises(ReadError, match="rusak atau terpotong"):
        read(broken, "rusak.pdf")
    with pytest.raises(ReadError, match="tidak ditemukan"):
        read(tmp_path / "tiada.pdf", "tiada.pdf")


def test_same_file_same_document(flow):
    path = flow([Ruled([["A", "B"], ["C", "D"]], style=GRID), Flowable("Penutup.", BODY)])
    first, second = read(path, "b.pdf"), read(path, "b.pdf")
    assert first == second
    assert any(isinstance(block, Table) for block in first.blocks)
