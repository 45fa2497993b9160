"""YAML as people write it: every slip has a line and a word in Indonesian; nothing but DataError comes out."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from saksama.parsers.yamlfile import DataError, load, load_text


@pytest.mark.parametrize(
    "text, value",
    [
        ("No", "No"),
        ("true", True),
        ("012", "012"),
        (".inf", ".inf"),
        ("0x1F", 31),
        ("1_000", 1000),
        ("1:30", "1:30"),
        ("2024-01-02", "2024-01-02"),
        ('"2024"', "2024"),
        ("9" * 5000, "9" * 5000),
    ],
    ids=lambda value: str(value)[:12],
)
def test_plain_values(text, value):
    assert load_text(f"a: {text}", "x.yaml").data == {"a": value}


@pytest.mark.parametrize(
    "text, line, words",
    [
        ("a: 1\n\tb: 2\n", 2, "tab"),
        ("a: b: c\n", 1, "titik dua harus diapit tanda kutip"),
        ("a: 'x\n", 1, "tanda kutip tidak ditutup"),
        ("a: [1, 2\n", 2, "kurung tidak ditutup"),
        ("a: *b\n", 1, "tanda *"),
        ('a: "LKjIP\\BAB"\n', 1, "pakai garis miring /"),
        ("a: 1\n---\nb: 2\n", 2, "baris ---"),
        ("a: 1\na: 2\n", 2, "ditulis dua kali"),
        ("? [a]\n: b\n", 1, "satu kata atau teks"),
        ("a: \0\n", None, "karakter yang tidak boleh"),
        ("a: &b [*b]\n", None, "memuat dirinya sendiri"),
        ("a: " + "[" * 3000 + "]" * 3000, None, "bersarang terlalu dalam"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_slips(text, line, words):
    with pytest.raises(DataError) as error:
        load_text(text, "x.yaml")
    assert error.value.line == line
    assert words in error.value.message


def test_letters_are_composed_and_the_mark_of_windows_is_dropped(tmp_path: Path):
    path = tmp_path / "x.yaml"
    path.write_text("\ufeff" + unicodedata.normalize("NFD", "a: Évaluasi"), encoding="utf-8")
    assert load(path).data == {"a": "Évaluasi"}
