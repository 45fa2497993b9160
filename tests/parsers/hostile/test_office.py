"""Word and Excel files that are broken or mean harm: refused in words or read within bounds, never followed."""

from __future__ import annotations

import io
import socket
import zipfile

import pytest

from saksama.parsers.berkas import read_berkas

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
TITLE = P.format("PERJANJIAN KINERJA TAHUN 2024")
ROW = '<row r="{}"><c r="A{}" t="inlineStr"><is><t>{}</t></is></c></row>'
LAUGHS = (
    "<!DOCTYPE a [<!ENTITY l0 'ha'>" + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 11)) + "]>"
)
QUADRATIC = f"<!DOCTYPE a [<!ENTITY q '{'x' * 100_000}'>]>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
OUTER = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Nothing in these files may be followed to another machine."""

    def refused(*_):
        raise AssertionError("a file was followed to the network")

    monkeypatch.setattr(socket.socket, "connect", refused)


@pytest.mark.parametrize(
    "head, body",
    [(LAUGHS, "&l10;"), (QUADRATIC, "&q;" * 5000), (OUTSIDE, "&x;"), (OUTER, "x")],
    ids=["laughs", "quadratic", "outside", "outer"],
)
def test_entities_are_refused_wherever_they_stand(word, excel, office, linked, watched, head, body):
    assert "DOCTYPE" in watched(word(P.format(body), head=head), 2, 200).galat
    assert "DOCTYPE" in watched(excel(ROW.format(1, 1, body), head=head), 2, 200).galat
    strings = (
        f'{head}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{body}</t></si></sst>'
    )
    links = linked(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"))
    parts = {"xl/sharedStrings.xml": strings, "xl/_rels/workbook.xml.rels": links}
    assert "DOCTYPE" in watched(excel(ROW.format(1, 1, "a"), parts=parts), 2, 200).galat
    styles = {"word/styles.xml": f"{head}<a/>", "word/_rels/document.xml.rels": linked(("styles", "styles.xml"))}
    assert "DOCTYPE" in watched(word(TITLE, parts=styles), 2, 200).galat


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"])
def test_entities_in_another_encoding(word, watched, encoding):
    head = f"<?xml version='1.0' encoding='{encoding}'?>{LAUGHS}"
    path = word(TITLE)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = (head + parts["word/document.xml"].decode().replace("TAHUN", "&l10;")).encode(encoding)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert watched(path, 2, 300).galat


@pytest.mark.parametrize("levels", [80, 250, 100_000])
@pytest.mark.parametrize(
    "tags",
    [
        ("w:sdt", "w:sdtContent"),
        ("w:ins",),
        ("w:tbl", "w:tr", "w:tc"),
        ("w:p", "w:r"),
        ("m:AlternateContent", "m:Choice"),
    ],
    ids=lambda tags: tags[0],
)
def test_deep_nesting(word, watched, levels, tags):
    opened = "".join(f"<{one}>" for one in tags) * levels
    closed = "".join(f"</{one}>" for one in reversed(tags)) * levels
    names = 'xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    outcome = watched(word(f"{TITLE}<w:sdt {names}>{opened}{TITLE}{closed}</w:sdt>"), 10, 600)
    assert outcome.galat is None or "XML" in outcome.galat or "bom zip" in outcome.galat


def test_deep_nesting_in_a_sheet(excel, watched):
    watched(excel("<row><c><is>" * 50_000 + "</is></c></row>" * 50_000), 10, 600)


def test_zip_bombs(word, excel, office, watched):
    assert "bom zip" in watched(word(TITLE + " " * 60_000_000), 5, 300).galat
    assert "bom zip" in watched(excel(ROW.format(1, 1, "a") + " " * 60_000_000), 5, 300).galat
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"\0" * 20_000_000)
    # A zip in a document is never opened: what no reader asks for stays packed.
    outcome = watched(word(TITLE, parts={"word/embeddings/a.zip": inner.getvalue()}), 5, 300)
    assert outcome.galat is None
    many = {f"word/media/{number}.xml": "" for number in range(25_000)}
    assert "terlalu banyak" in watched(word(TITLE, parts=many), 10, 300).galat


def test_a_directory_that_lies_about_sizes(word, watched):
    path = word(TITLE + P.format("kata " * 2000))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        real = archive.getinfo("word/document.xml").file_size
    for size in (1, 10, real - 1):
        path.write_bytes(bytes(data).replace(real.to_bytes(4, "little"), size.to_bytes(4, "little")))
        assert watched(path, 5, 600).galat


def test_overlapping_members_are_no_bomb(tmp_path, watched):
    """Many names for one piece of packed data."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"x" * 200_000_000)
    assert watched_bytes(tmp_path, stream.getvalue(), watched).galat


def watched_bytes(folder, data, watched):
    path = folder / "b.docx"
    path.write_bytes(data)
    return watched(path, 5, 400)


@pytest.mark.parametrize("span", ["2000000000", "-5", "99999999999999999999", "0", "1e9", ""])
def test_absurd_spans(word, watched, span):
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{P.format("Target")}</w:tc>'
    body = f"<w:tbl><w:tr>{cell * 3}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>"
    outcome = watched(word(TITLE + body), 2, 200)
    assert outcome.galat is None
    assert "Target" in outcome.text


def test_a_table_of_very_many_columns(word, watched):
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{P.format(row * 7919 + column * 104729)}</w:tc>' for column in range(1200))}</w:tr>"
        for row in range(20)
    )
    outcome = watched(word(f"{TITLE}<w:tbl>{rows}</w:tbl>"), 20, 600)
    assert outcome.galat is None


@pytest.mark.parametrize(
    "reference", ["A100:XFD1048576", "A1:XFD1048576", "A1:A1048576", "XFD1048576:A1", "A0:B0", "A1"]
)
def test_absurd_merges(excel, watched, reference):
    more = "".join(f'<mergeCell ref="B{n}:XFD{n}"/>' for n in range(1, 300))
    merges = f'<mergeCells><mergeCell ref="{reference}"/>{more}</mergeCells>'
    rows = "".join(ROW.format(number, number, f"isi {number}") for number in range(1, 300))
    outcome = watched(excel(rows, after=merges), 5, 300)
    assert outcome.galat is None


def test_far_cells(excel, watched):
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>jauh</t></is></c></row>'
    outcome = watched(excel(ROW.format(1, 1, "dekat") + far), 2, 200)
    assert "dekat" in outcome.text
    assert "jauh" in outcome.text
    diagonal = "".join(
        f'<row r="{n * 300}"><c r="A{n * 300}" t="inlineStr"><is><t>x</t></is></c></row>' for n in range(1, 1500)
    )
    watched(excel(diagonal + far), 10, 500)


def test_three_million_rows_in_a_small_file(excel, watched):
    outcome = watched(excel("<row><c><v>1</v></c></row>" * 3_000_000), 20, 900)
    assert outcome.galat or any("terlalu besar" in text for text in outcome.peringatan)


def test_very_many_rows_below_the_ratio(excel, watched):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n * 7919 % 999983}</v></c></row>' for n in range(1, 20_001))
    assert watched(excel(rows), 15, 200).galat is None


def test_very_many_tiny_paragraphs(word, watched):
    body = "".join(f"<w:p><w:r><w:t>{number * 7919 % 999983}</w:t></w:r></w:p>" for number in range(30_000))
    assert watched(word(TITLE + body), 15, 200).galat is None


def test_cycles_of_styles_and_lists(word, watched, linked):
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = f"""<w:styles {w}>
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="b"/></w:style>
        <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/>
          <w:pPr><w:numPr><w:ilvl w:val="99"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="c"/></w:style>
        <w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        </w:styles>"""
    numbering = f"""<w:numbering {w}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/>
        <w:lvl w:ilvl="0"><w:start w:val="-999999999"/><w:numFmt w:val="upperLetter"/>
          <w:lvlText w:val="%1%2%9%0"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="999999999"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%2"/></w:lvl>
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
    parts = {
        "word/styles.xml": styles,
        "word/numbering.xml": numbering,
        "word/_rels/document.xml.rels": linked(("styles", "styles.xml"), ("numbering", "numbering.xml")),
    }
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        "</w:pPr>"
        f"<w:r><w:t>butir</w:t></w:r></w:p>"
        for style in "abcd" for level in (0, 1, -3, 77)
    )  # fmt: skip
    outcome = watched(word(TITLE + body, parts=parts), 5, 200)
    assert outcome.galat is None


def test_links_to_the_outside_are_not_followed(word, excel, watched, linked, tmp_path):
    secret = tmp_path / "rahasia.xml"
    secret.write_text(
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">RAHASIA</w:styles>'
    )
    outside = [
        (kind, target, "External")
        for kind in (
            "attachedTemplate",
            "styles",
            "numbering",
            "oleObject",
            "image",
            "header",
            "footnotes",
            "hyperlink",
        )
        for target in ("http://127.0.0.1:9/a.dotm", "\\\\127.0.0.1\\a\\b.dotm", secret.as_uri(), "../../../rahasia.xml")
    ]
    inside = [("styles", "../../../../../../etc/passwd"), ("header", str(secret)), ("footnotes", "../../rahasia.xml")]
    for links in (outside, inside):
        path = word(TITLE, parts={"word/_rels/document.xml.rels": linked(*links)})
        outcome = watched(path, 5, 200)
        assert outcome.galat is None
        assert "RAHASIA" not in outcome.text
    path = excel(
        ROW.format(1, 1, "PERJANJIAN KINERJA"),
        parts={
            "xl/externalLinks/externalLink1.xml": "<externalLink/>",
            "xl/worksheets/_rels/sheet1.xml.rels": linked(
                ("oleObject", "file:///etc/passwd", "External"), ("drawing", "../../../x")
            ),
        },
    )
    assert watched(path, 5, 200).galat is None


def test_formulas_are_never_computed(excel, watched):
    cells = "".join(
        f'<row r="{n}"><c r="A{n}"{kind}><f>{text}</f>{value}</c></row>'
        for n, (text, kind, value) in enumerate(
            [
                ("1+1", "", ""),
                ("1+1", "", "<v>5</v>"),
                ('HYPERLINK("http://127.0.0.1:9/")', ' t="str"', "<v>klik</v>"),
                ('WEBSERVICE("http://127.0.0.1:9/")', "", ""),
                ("cmd|' /C calc'!A0", ' t="str"', "<v>=cmd|' /C calc'!A0</v>"),
                ("A6", "", ""),
            ],
            1,
        )
    )
    outcome = watched(excel(cells), 5, 200)
    assert outcome.text.split("\n") == ["5", "klik", "=cmd|' /C calc'!A0"]
    assert any("rumus belum dihitung" in text for text in outcome.peringatan)


def test_cut_off_anywhere(word, excel, tmp_path, watched):
    body = TITLE + "".join(P.format(f"Sasaran {number} meningkat {number * 7919 % 9973}") for number in range(200))
    for path in (word(body), excel("".join(ROW.format(n, n, f"isi {n}") for n in range(1, 200)))):
        whole = path.read_bytes()
        for share in (0.01, 0.1, 0.5, 0.9, 0.99, 0.999):
            path.write_bytes(whole[: int(len(whole) * share)])
            assert "rusak" in read_berkas(path, path.name).galat


def test_protected_by_a_password(tmp_path, word, watched):
    """Word and Excel keep a protected file in an old container; a zip marks its members."""
    names = "EncryptionInfo".encode("utf-16-le") + b"\0" * 40 + "EncryptedPackage".encode("utf-16-le")
    for name in ("a.docx", "a.xlsx"):
        path = tmp_path / name
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + names + b"\0" * 1000)
        assert "kata sandi" in watched(path, 2, 200).galat
    path = word(TITLE)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    assert "kata sandi" in watched(path, 2, 200).galat


def test_a_member_whose_own_name_is_broken(word, watched):
    """The name that stands before a part's data, said to be UTF-8, is looked at only when the part is opened."""
    path = word(TITLE)
    data = bytearray(path.read_bytes())
    at = data.index(b"word/document.xml")
    data[at - 30 + 7] |= 8
    data[at] = 0xAF
    path.write_bytes(data)
    assert "rusak" in watched(path, 2, 200).galat
