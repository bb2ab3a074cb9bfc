"""A proposal is read part by part, and what was not understood of it is known."""

from dataclasses import replace

import pytest

from queries.redundancy.proposals.understanding import Understood, understood
from queries.redundancy.words.lexicon import Lexicon
from tests.support.alike import lexicon


def read(description: str, *services: str) -> Understood:
    return understood(lexicon(), (), description, services, ())


@pytest.mark.parametrize(
    ("description", "unread"),
    [
        ("data pegawai, zxcv, presensi dan qwerty bulanan", ("zxcv", "qwerty bulanan")),
        ("data pegawai; presensi", ()),
        ("data pegawai, zxcv; presensi, Zxcv", ("zxcv",)),  # each part once
        ("data pegawai dan angkut", ()),  # one word of the language beside what was understood
        ("angkut, zxcv", ("angkut", "zxcv")),
        ("data pegawai dan sistem informasi", ()),  # filler says nothing that could be understood
        ("", ()),
    ],
)
def test_parts_without_a_function_are_told(description: str, unread: tuple[str, ...]) -> None:
    assert read(description).unread == unread


def test_a_function_that_two_parts_mean_together_is_read_in_both() -> None:
    known = lexicon().knowledge
    surat = next(one for one in known.concepts if one.name == "persuratan-surat")
    assert "surat masuk" in surat.phrases
    assert read("surat, masuk").unread == ()
    assert read("surat, masuk").told == {"persuratan-surat"}


def test_services_and_description_tell_and_the_profile_adds_what_the_name_does() -> None:
    found = understood(lexicon(), ("wisata",), "presensi", ("Angkut sampah",), ())
    assert found.told == {"kepegawaian-presensi", "lh-sampah"}
    assert found.functions == {"wisata", *found.told}


def test_a_broader_function_counts_as_said_only_where_it_stands_beside_its_part() -> None:
    known = lexicon().knowledge
    broader = {"lh-sampah": ("wisata",)}
    concepts = tuple(replace(one, broader=broader.get(one.name, ())) for one in known.concepts)
    own = Lexicon(replace(known, concepts=concepts))
    assert understood(own, (), "angkut sampah", (), ()).stated == {"lh-sampah"}
    assert understood(own, (), "angkut sampah, tempat wisata", (), ()).stated == {"lh-sampah", "wisata"}
