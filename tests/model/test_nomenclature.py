"""Agencies are known in whatever way they are written."""

import pytest

from model.nomenclature import (
    ACRONYMS,
    acronym,
    agency_words,
    full_name,
    is_agency,
    is_company,
    is_national,
    is_unit,
    names_same_agency,
    parent_agency_words,
)

FIVE_WAYS = (
    (
        "Dinas Kesehatan",
        "DINAS KESEHATAN",
        "Dinkes",
        "Dinas Kesehatan Provinsi Nusa Rempah",
        "Din. Kesehatan",
    ),
    (
        "Dinas Komunikasi dan Informatika",
        "Diskominfo",
        "Kominfo",
        "Dinas Kominfo",
        "DINAS KOMUNIKASI & INFORMATIKA PROV. NUSA REMPAH",
    ),
    (
        "Badan Pengelolaan Keuangan dan Aset Daerah",
        "BPKAD",
        "Badan Pengelolaan Keuangan & Aset Daerah",
        "bpkad provinsi Nusa Rempah",
        "Bdn Pengelolaan Keuangan dan Aset Daerah",
    ),
)


@pytest.mark.parametrize("ways", FIVE_WAYS)
def test_an_agency_written_five_ways_is_one(ways: tuple[str, ...]) -> None:
    assert len({agency_words(name) for name in ways}) == 1


@pytest.mark.parametrize("short", ACRONYMS)
def test_every_acronym_means_the_words_it_stands_for(short: str) -> None:
    assert agency_words(short.upper()) == agency_words(ACRONYMS[short])
    assert agency_words(full_name(short)) == agency_words(short)
    assert acronym(agency_words(short)) is not None


def test_different_agencies_stay_different() -> None:
    names = {agency_words(long) for long in ACRONYMS.values()}
    assert len(names) == len(set(ACRONYMS.values()))


@pytest.mark.parametrize(
    "unit",
    ["Seksi Kefarmasian, Dinas Kesehatan", "Bidang Pelayanan Kesehatan Dinkes", "UPTD Dinas Kesehatan"],
)
def test_a_unit_names_its_agency(unit: str) -> None:
    assert parent_agency_words(unit) == ("dinas", "kesehatan")


def test_a_unit_names_its_agency_whole_also_when_a_word_comes_twice() -> None:
    unit = "Biro Pemerintahan dan Otonomi Daerah, Sekretariat Daerah"
    assert parent_agency_words(unit) == ("sekretariat", "daerah")


def test_a_biro_is_a_unit_and_a_dinas_is_not() -> None:
    assert is_unit("Biro Hukum")
    assert is_unit("Sub Bagian Umum")
    assert not is_unit("Dinas Kesehatan")
    assert not is_unit("Badan Pengelolaan Keuangan dan Aset Daerah")


def test_an_agency_is_no_unit_of_itself() -> None:
    assert parent_agency_words("Dinas Kesehatan") == ()


def test_a_shorter_form_means_the_agency_and_one_word_does_not() -> None:
    known = agency_words("Dinas Komunikasi dan Informatika")
    assert names_same_agency(agency_words("Dinas Komunikasi"), known)
    assert not names_same_agency(("dinas",), known)
    assert not names_same_agency(agency_words("Dinas Kesehatan"), known)
    assert not names_same_agency(agency_words("Dinas Kesehatan"), ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DINAS KESEHATAN PROVINSI NUSA REMPAH", "Dinas Kesehatan"),
        ("dinkes", "Dinas Kesehatan"),
        ("Dinas Sosial", "Dinas Sosial"),
        ("SEKRETARIAT DPRD", "Sekretariat DPRD"),
    ],
)
def test_an_agency_is_created_under_its_written_out_name(text: str, name: str) -> None:
    assert full_name(text) == name


def test_agencies_companies_and_the_national_government_are_told_apart() -> None:
    assert is_agency("Dinkes")
    assert not is_agency("PT Telkom Indonesia")
    assert is_company("CV. Maju Jaya")
    assert not is_company("Perumahan Rakyat")
    assert is_national("Kementerian PANRB")
    assert not is_national("Dinas Kesehatan")
