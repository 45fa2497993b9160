"""Every format: it renders, the same way each time, long lists too; run.json and its schema."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from saksama.checker.run import Hasil, Run, from_json, schema, to_json
from saksama.reports import formats
from saksama.reports.formats import FORMATS

SCHEMA = Path(formats.__file__).parent / "schema" / "run.schema.json"


def test_names_and_files() -> None:
    assert {name: file for name, (file, _) in FORMATS.items()} == {
        "lke": "lke.xlsx",
        "reviu": "reviu.docx",
        "reviu-xlsx": "reviu.xlsx",
        "pernyataan-reviu": "pernyataan-reviu-draf.docx",
        "lhe": "lhe-draf.docx",
        "lhe-surat": "lhe-surat-draf.docx",
        "pengantar": "surat-pengantar-draf.docx",
        "html": "laporan.html",
        "perbaikan": "perbaikan.html",
        "json": "run.json",
        "sarif": "temuan.sarif",
        "teks": "ringkasan.txt",
    }


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_run_gives_the_same_bytes(name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    render = FORMATS[name][1]
    first = render(run)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert render(from_json(to_json(run))) == first


@pytest.mark.parametrize("name", FORMATS)
def test_empty_and_unknown_runs_render_too(name: str, make_run: Callable[..., Run]) -> None:
    bare = replace(make_run([], lke=False), unit=None, tahun=None, tanggal=None, berkas=(), reviu=(), aturan=())
    assert FORMATS[name][1](bare)
    odd = make_run([Hasil("PK-007", "galat", "a.pdf", "Aturan gagal: \x0b nilai \x00 aneh.")])
    assert FORMATS[name][1](odd)


@pytest.mark.parametrize("name", ["lke", "reviu", "reviu-xlsx", "pernyataan-reviu", "lhe"])
def test_packages_have_no_clock(name: str, run: Run) -> None:
    data = FORMATS[name][1](run)
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
        assert b"dcterms:" not in package.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


def test_json_is_the_run_and_fits_the_shipped_schema(run: Run) -> None:
    data = FORMATS["json"][1](run)
    assert isinstance(data, bytes)
    assert from_json(data) == run
    jsonschema.validate(json.loads(data), json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_shipped_schema_is_current() -> None:
    expected = json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    assert SCHEMA.read_text(encoding="utf-8") == expected, "tulis ulang reports/schema/run.schema.json"


def test_sarif_has_every_finding_with_place_and_fingerprint(run: Run) -> None:
    data = FORMATS["sarif"][1](run)
    assert isinstance(data, bytes)
    log = json.loads(data)
    results = log["runs"][0]["results"]
    assert log["version"] == "2.1.0"
    assert len(results) == 17
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[item["ruleIndex"]]["id"] == item["ruleId"] for item in results)
    by_print = {item["partialFingerprints"]["saksama/sidik"]: item for item in results}
    place = by_print["pk14"]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "PK%20Sekcam.pdf"
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "hal. 3, tabel 2 baris 5 kolom anggaran"
    assert by_print["pk12"]["level"] == "error"
    assert "suppressions" in by_print["ra6"]


def test_papers_load_nothing_that_they_do_not_need(run: Run, tmp_path: Path) -> None:
    (tmp_path / "run.json").write_bytes(to_json(run))
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from saksama.checker.run import from_json\n"
        "from saksama.reports.formats import FORMATS\n"
        f"run = from_json(Path({str(tmp_path / 'run.json')!r}).read_bytes())\n"
        "for _, render in FORMATS.values(): render(run)\n"
        "print([name for name in ('numpy', 'pypdfium2') if name in sys.modules])\n"
        "import numpy\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
