"""Which national application a name is."""

import pytest

from queries.redundancy.profiles import Profiler
from queries.redundancy.words.catalogue import Catalogue
from seed.lexicon import shipped_knowledge
from tests.support.alike import application, corpus
from tests.support.applications import shipped_lexicon

CATALOGUE = Catalogue(shipped_knowledge().national)
SHIPPED = shipped_lexicon()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("LPSE", "SPSE"),
        ("SPSE 4.5", "SPSE"),
        ("LAPOR!", "SP4N-LAPOR!"),
        ("SP4N", "SP4N-LAPOR!"),
        ("SIPD-RI", "SIPD"),
        ("SIPD RI", "SIPD"),
        ("SIPD RI Kemendagri", "SIPD"),
        ("SRIKANDI ANRI", "SRIKANDI"),
        ("SIAK Terpusat", "SIAK"),
        ("SIPTL BPK", "SIPTL"),
        ("Sistem SIPD", "SIPD"),
        ("SITT", "SITT"),
        ("SITB", "SITB"),
        ("SITT/SITB", "SITB"),
        ("SIMDA BMD", "SIMDA BMD"),
    ],
)
def test_every_usual_name_is_known(name: str, meant: str) -> None:
    found = CATALOGUE.meant(name)
    assert found is not None
    assert found.abbreviation == meant


@pytest.mark.parametrize("name", ["Panduan SPSE", "SPSE (BKD)", "SPSE - SIPD", "SIMRS", "-", ""])
def test_another_name_is_none(name: str) -> None:
    assert CATALOGUE.meant(name) is None


@pytest.mark.parametrize("name", ["e-Kinerja", "Aplikasi e-SAKIP"])
def test_what_regions_keep_themselves_is_no_national_application(name: str) -> None:
    assert CATALOGUE.regional(name)
    assert CATALOGUE.meant(name) is None


@pytest.mark.parametrize("name", ["Dashboard SI-ASN", "Integrasi SRIKANDI", "Bridging SIPD (RSUD)"])
def test_what_goes_with_one_is_not_the_one(name: str) -> None:
    assert CATALOGUE.mentioned(name) != []
    entry = application("A", name)
    profile = Profiler(corpus([entry]), SHIPPED).profile(entry)
    assert (profile.catalogue, profile.covers) == (frozenset(), frozenset())
    assert "kepegawaian-pensiun" not in profile.named_functions


@pytest.mark.parametrize(
    ("name", "text", "is_national"),
    [
        ("e-Kinerja", "pengisian SKP", False),
        ("e-Kinerja BKN", "pengisian SKP", True),
        ("e-Kinerja", "Aplikasi dari BKN untuk pengisian SKP", True),
        ("e-Kinerja", "Pengisian SKP, dilaporkan ke BKN", False),
    ],
)
def test_what_regions_keep_themselves_is_national_where_it_says_so(
    name: str, text: str, is_national: bool
) -> None:
    entry = application("A", name, text=text)
    profile = Profiler(corpus([entry]), SHIPPED).profile(entry)
    assert bool(profile.catalogue) == is_national
    assert (CATALOGUE.meant(name) is not None) == name.endswith("BKN")


def test_an_everyday_word_in_a_name_mentions_nothing() -> None:
    assert "SP4N-LAPOR!" not in [one.abbreviation for one in CATALOGUE.mentioned("Lapor Jalan Rusak")]


def test_a_slip_of_one_letter_is_told_in_long_names_only() -> None:
    found = CATALOGUE.nearly("Aplikasi Srikandy")
    assert found is not None
    assert found.abbreviation == "SRIKANDI"
    assert CATALOGUE.nearly("Srikandi") is None
    assert CATALOGUE.nearly("SIPB") is None


def test_no_name_means_two_applications() -> None:
    names = [name.casefold() for one in shipped_knowledge().national for name in one.names]
    assert len(names) == len(set(names))
