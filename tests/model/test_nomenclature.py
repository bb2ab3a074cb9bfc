"""Agencies are known in whatever way they are written."""

import pytest

from model.agencies import OFFICIAL
from model.nomenclature import (
    ACRONYMS,
    acronym,
    agency_words,
    full_name,
    is_agency,
    is_company,
    is_unit,
    may_name_agency,
    names_agency,
    names_nobody,
    names_same_agency,
    parent_agency_words,
    short_name,
)
from model.state_bodies import is_national

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
    (
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        "BKPSDM",
        "Badan Kepegawaian dan Pengembangan SDM",
        "BKPSDM Kota Nusa Rempah",
        "BADAN KEPEGAWAIAN & PENGEMBANGAN SDM",
    ),
    (
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        "DPMPTSP",
        "Dinas Penanaman Modal dan PTSP",
        "PTSP",
        "DPMPTSP Kab. Nusa Rempah",
    ),
    (
        "Dinas Perdagangan dan Perindustrian",
        "Disdagperin",
        "DINAS PERDAGANGAN & PERINDUSTRIAN",
        "Din. Perdagangan dan Perindustrian",
        "Disdagperin Kota Nusa Rempah",
    ),
    (
        "Satuan Polisi Pamong Praja dan Pemadam Kebakaran",
        "Satpol PP Damkar",
        "Satpol PP dan Damkar",
        "SATPOLPP & DAMKAR",
        "Satuan Polisi Pamong Praja dan Damkar",
    ),
)


@pytest.mark.parametrize("ways", FIVE_WAYS)
def test_an_agency_written_five_ways_is_one(ways: tuple[str, ...]) -> None:
    assert len({agency_words(name) for name in ways}) == 1
    assert len({acronym(agency_words(name)) for name in ways}) == 1


@pytest.mark.parametrize(
    ("district", "words"),
    [
        ("Kecamatan Kota Masohi", ("kecamatan", "kota", "masohi")),
        ("KEC. KOTA TERNATE SELATAN", ("kecamatan", "kota", "ternate", "selatan")),
        ("Kecamatan Ternate Kota", ("kecamatan", "ternate", "kota")),
        ("Kecamatan Ternate Selatan Kota Ternate", ("kecamatan", "ternate", "selatan")),
        ("Distrik Sorong Kota Kabupaten Sorong", ("distrik", "sorong")),
    ],
)
def test_a_district_keeps_a_word_for_a_region_that_is_its_own(district: str, words: tuple[str, ...]) -> None:
    assert agency_words(district) == words
    assert is_agency(district)


def test_waterworks_are_one_under_the_names_of_their_forms() -> None:
    forms = ("PDAM Tirta Ayu", "PERUMDA AIR MINUM TIRTA AYU", "Perumdam Tirta Ayu")
    assert len(set(map(agency_words, forms))) == 1
    assert full_name("PDAM Tirta Ayu") == "PDAM Tirta Ayu"


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


@pytest.mark.parametrize("name", ["PUPR Perkim", "Dinas PUPR", "Dinas PUPR dan Perkim"])
def test_agencies_that_were_joined_are_no_unit_of_one_of_them(name: str) -> None:
    assert parent_agency_words(name) == ()


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
    ("short", "long", "same"),
    [
        ("BPSDM", "BKPSDM", False),
        ("Dinas Kebudayaan", "Dinas Pendidikan dan Kebudayaan", False),
        ("Dinas PUPR", "PUPR Perkim", True),
        ("Satpol PP", "Satpol PP Damkar", True),
        ("Dinas Catatan Sipil", "Disdukcapil", True),
    ],
)
def test_the_whole_name_of_an_agency_is_short_for_one_that_begins_with_it(
    short: str, long: str, same: bool
) -> None:
    assert names_same_agency(agency_words(short), agency_words(long)) is same


@pytest.mark.parametrize("short", OFFICIAL)
def test_an_acronym_is_spelt_out_by_the_official_name(short: str) -> None:
    assert full_name(short.upper()) == OFFICIAL[short]


@pytest.mark.parametrize(
    ("words", "short"),
    [
        (("bkpsdm", "kota", "x"), 1),
        (("pupr", "perkim", "aplikasi"), 2),
        (("satpol", "pp"), 2),
        (("satpol", "pp", "dan", "damkar"), 4),
        (("dinkes", "dan", "perkim"), 1),  # two agencies, of which no government makes one
        (("dinkes",), 1),
        (("simda",), 0),
        (("dak",), 0),
        (("kir",), 0),
        (("puskesmas",), 0),
        ((), 0),
    ],
)
def test_an_acronym_goes_on_with_what_was_joined_to_the_agency(words: tuple[str, ...], short: int) -> None:
    assert short_name(words) == short


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DINAS KESEHATAN PROVINSI NUSA REMPAH", "Dinas Kesehatan"),
        ("dinkes", "Dinas Kesehatan"),
        ("Dinas Sosial", "Dinas Sosial"),
        ("SEKRETARIAT DPRD", "Sekretariat DPRD"),
        ("DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
        ("Dinas Penanaman Modal dan PTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
        ("BADAN PENGELOLAAN KEUANGAN & ASET DAERAH", "Badan Pengelolaan Keuangan dan Aset Daerah"),
        ("diskominfosandi", "Dinas Komunikasi, Informatika dan Persandian"),
        ("Dinas Kependudukan dan Catatan Sipil", "Dinas Kependudukan dan Catatan Sipil"),
        ("PDAM", "PDAM"),
        ("PDAM TIRTA CENGKEH", "PDAM Tirta Cengkeh"),
        ("BPPPKAD", "BPPPKAD"),
        ("ANRI", "ANRI"),
        ("anri", "ANRI"),
        ("DISPENDIK", "DISPENDIK"),
        ("INSPEKTORAT", "Inspektorat"),
        ("KORLANTAS POLRI", "Korlantas Polri"),
        ("BPK RI", "BPK RI"),
        ("KECAMATAN NGAWI", "Kecamatan Ngawi"),
        ("KECAMATAN KLATEN", "Kecamatan Klaten"),
        ("RSUD dr. A. CENGKEH RAYA", "RSUD dr. A. Cengkeh Raya"),
        ("RSUD dr. A. Cengkeh", "RSUD dr. A. Cengkeh"),
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


@pytest.mark.parametrize(
    "name",
    ["ANRI", "ATR/BPN", "Badan Kepegawaian Negara", "Badan Pusat Statistik", "BNN Kabupaten X", "BPK",
     "BPK RI", "KemenPPPA", "Kemnaker", "Kementrian Agama", "KKP", "Komdigi", "Korlantas Polri", "Perpusnas",
     "Pusat"],
)  # fmt: skip
def test_bodies_of_the_state_are_national(name: str) -> None:
    assert is_national(name)


@pytest.mark.parametrize(
    "name",
    ["Badan Kepegawaian Daerah", "Badan Penanggulangan Bencana Daerah", "BPBD", "Bpk. Andi", "BPKAD",
     "Dewan Perwakilan Rakyat Daerah", "DKP", "DKPP", "Kantor Kementerian Agama Kabupaten X", "Kembangan",
     "Kemranjen", "Kominfo", "PUPR", "Pusat Kesehatan Masyarakat", ""],
)  # fmt: skip
def test_agencies_of_a_region_people_and_places_are_not_national(name: str) -> None:
    assert not is_national(name)


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("Badan Pengelola Keuangan dan Aset Daerah", "BPKAD"),
        ("Dinas Pemuda & Olah Raga", "Dispora"),
        ("Dinas Arsip dan Perpustakaan", "Disarpus"),
        ("Dinas Tenagakerja dan Transmigrasi", "Disnakertrans"),
        ("Dinas Pariwisata & Budaya", "Disparbud"),
    ],
)
def test_words_of_agencies_are_one_however_they_are_spelt(written: str, usual: str) -> None:
    assert agency_words(written) == agency_words(usual)
    assert full_name(written) == written


def test_a_name_in_capitals_keeps_its_own_form_of_a_word() -> None:
    assert full_name("BADAN PENGELOLA KEUANGAN DAERAH") == "Badan Pengelola Keuangan Daerah"


@pytest.mark.parametrize("name", ["Dinas Satu", "Dinas Terpadu", "Dinas Modal", "Dinas Pintu"])
def test_one_word_within_a_part_of_a_name_is_not_short_for_it(name: str) -> None:
    assert acronym(agency_words(name)) is None
    assert not names_same_agency(agency_words(name), agency_words("DPMPTSP"))


@pytest.mark.parametrize(
    ("name", "short"),
    [("Dinas Penanaman", "dpmptsp"), ("Dinas Satu Pintu", "dpmptsp"), ("Dinas Catatan Sipil", "disdukcapil")],
)
def test_the_word_a_part_begins_with_or_several_words_are_short_for_a_name(name: str, short: str) -> None:
    assert acronym(agency_words(name)) == short


def test_what_is_no_agency_is_spelt_as_it_is() -> None:
    assert agency_words("Data pemuda") == ("data", "pemuda")


@pytest.mark.parametrize(
    ("text", "may", "by_form"),
    [
        ("Dinas Kesehatan", True, True),
        ("DP3A", True, True),
        ("Bagian Umum", True, True),
        ("Kemensos", True, True),
        ("Diskes", True, False),
        ("A-01", False, False),
        ("semua OPD", False, False),
        ("dinas terkait", False, False),
    ],
)
def test_an_agency_is_told_by_its_form(text: str, may: bool, by_form: bool) -> None:
    assert (may_name_agency(text), names_agency(text)) == (may, by_form)


@pytest.mark.parametrize(
    "text", ["Staf sendiri", "Vendor", "swakelola", "Tim IT", "Pihak ke-3", "Penyedia Jasa", "Konsultan"]
)
def test_words_for_somebody_name_nobody(text: str) -> None:
    assert names_nobody(text)
    assert not may_name_agency(text)


@pytest.mark.parametrize(
    "text", ["Tim IT Diskominfo", "PT Vendor Pala", "OPD", "Dinas Tenaga Kerja", "IT", ""]
)
def test_a_name_beside_words_for_somebody_is_one(text: str) -> None:
    assert not names_nobody(text)
