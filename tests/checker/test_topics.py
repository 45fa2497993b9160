"""Which rules can verify a recommendation."""

from __future__ import annotations

import pytest

from saksama.checker.topics import Topik, rules_for

TOPICS = {
    "banding": Topik(("perbandingan renstra",), ("LKJ-012",)),
    "tindak": Topik(("data dukung", "e-kinerja"), ("RA-007", "LKJ-012")),
    "tagih": Topik(("verifikasi*",), ("EVD-002",)),
}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Sajikan perbandingan dengan target akhir RENSTRA.", ("LKJ-012",)),
        ("Renstra: buat perbandingan, lengkapi data-dukung", ("LKJ-012", "RA-007")),
        ("Lakukan verifikasinya", ("EVD-002",)),
        ("Isi aplikasi e-Kinerja", ("RA-007", "LKJ-012")),
        ("Tingkatkan pembinaan", ()),
        ("Datangi pendukung", ()),
    ],
)
def test_a_topic_needs_all_words_of_a_phrase(text: str, rules: tuple[str, ...]) -> None:
    assert rules_for(text, TOPICS) == rules


def test_words_far_apart_are_no_phrase() -> None:
    between = " ".join(["kata"] * 30)
    assert rules_for(f"Perbandingan antartahun sudah ada. {between} Renstra belum dicetak.", TOPICS) == ()
