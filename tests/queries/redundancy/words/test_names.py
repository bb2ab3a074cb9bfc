"""What names tell: acronyms and their long forms, websites, platforms, brands."""

from dataclasses import replace

import pytest

from queries.redundancy.engine import FindingKind, compare
from queries.redundancy.profiles import Profiler
from queries.redundancy.words.names import assembled, brands, named
from tests.support.applications import LEXICON, application, inventory, shipped_lexicon


@pytest.mark.parametrize(
    ("acronym", "long"),
    [
        ("simpeg", "sistem informasi manajemen kepegawaian"),
        ("sipusdirem", "sistem informasi perpustakaan digital rempah"),
        ("sianjab", "sistem informasi analisis jabatan"),
    ],
)
def test_an_acronym_is_put_together_from_its_long_form(acronym: str, long: str) -> None:
    assert assembled(acronym, long.split())


@pytest.mark.parametrize(
    ("acronym", "long"),
    [
        ("simpeg", "layanan pengaduan masyarakat"),
        ("sip", "sistem informasi pajak"),  # too short to tell
        ("gercep", "sistem informasi keuangan daerah"),
        ("kepeg", "manajemen kepegawaian"),
    ],
)
def test_other_words_do_not_make_it(acronym: str, long: str) -> None:
    assert not assembled(acronym, long.split())


@pytest.mark.parametrize(
    "name",
    [
        "SIMPEG (Sistem Informasi Kepegawaian)",
        "Sistem Informasi Kepegawaian (SIMPEG)",
        "SIMPEG - Sistem Kepegawaian",
    ],
)
def test_a_name_gives_its_short_form(name: str) -> None:
    assert "simpeg" in named(application(name), LEXICON, frozenset()).acronyms


def test_a_version_is_no_part_of_a_name() -> None:
    names = [
        named(application(name), LEXICON, frozenset()).folded for name in ("SIMRS", "SIMRS 2.0", "SIMRS v3")
    ]
    assert len(set(names)) == 1


def test_the_region_and_the_own_agency_are_left_out() -> None:
    entry = application("Situs Dinas Kesehatan Maluku Utara", "dinkes")
    entry = type(entry)(**{**{f: getattr(entry, f) for f in entry.__slots__}, "agency": "Dinas Kesehatan"})
    found = named(entry, LEXICON, frozenset({"maluku", "utara"}))
    assert found.cleaned == "situs"
    assert found.site


@pytest.mark.parametrize(
    "name", ["Website Dinas ESDM", "Situs Resmi Badan Riset", "Portal Resmi Pemprov", "WEBSITE DPRD"]
)
def test_a_site_called_after_any_agency_is_its_website(name: str) -> None:
    assert named(application(name), LEXICON, frozenset()).site


def test_a_portal_for_something_is_no_website_of_an_agency() -> None:
    assert not named(application("Portal Beasiswa Kedokteran Daerah Terpencil"), LEXICON, frozenset()).site


def test_a_coined_word_beside_different_work_names_none_of_it() -> None:
    names = ["PRESENSI REMPAH", "CUTI REMPAH", "SURAT MASUK REMPAH", "SIKAP Presensi", "SIKAP Absensi"]
    assert brands(names, LEXICON) == {"rempah"}


def test_two_kinds_of_thing_of_one_brand_are_not_one_system() -> None:
    lexicon = shipped_lexicon()
    one, two = (
        named(application(name), lexicon, frozenset()) for name in ("PORTAL NUSA REMPAH", "PETA NUSA REMPAH")
    )
    assert one.acronyms & two.acronyms
    found = compare(inventory(application("PORTAL NUSA REMPAH"), application("PETA NUSA REMPAH")), lexicon)
    (pair,) = found.pairs(0)
    assert not {"same_name"} & {term.evidence for term in pair.terms}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("SI-HADIR", "SI-HADIR Mobile (Android)"),
        ("JELAJAH WISATA", "Jelajah Wisata - Google Play"),
        ("i-PBBKB", "iPBBKB Android"),
    ],
)
def test_what_runs_on_another_platform_is_the_same_system_and_no_copy(one: str, two: str) -> None:
    found = compare(inventory(application(one), application(two)), LEXICON)
    (pair,) = found.pairs(0)
    assert pair.kind is FindingKind.RELATED
    assert "same_name" not in {term.evidence for term in pair.terms}


def test_a_platform_in_brackets_is_no_acronym() -> None:
    names = ("PRESENSI (Android)", "CUTI (Android)")
    one, two = (named(application(name), LEXICON, frozenset()) for name in names)
    assert not one.acronyms & two.acronyms


def test_one_of_a_national_suite_is_not_the_suite() -> None:
    lexicon = shipped_lexicon()
    corpus = inventory(application("SIMDA BMD"), application("SIMDA Keuangan"), application("SIMDA"))
    profiler = Profiler(corpus, lexicon)
    named_by = [profiler.profile(entry).catalogue for entry in corpus.entries]
    assert sorted(map(sorted, named_by)) == [["simda"], ["simdabmd"], ["simdakeuangan"]]


def test_what_the_agency_is_called_names_none_of_its_applications() -> None:
    names = ("e-KASUARI", "Billing KASUARI")
    entries = (replace(application(name, "rsud"), agency="RSUD Bukit Kasuari") for name in names)
    one, two = (named(entry, LEXICON, frozenset()) for entry in entries)
    assert not one.acronyms & two.acronyms
    assert "kasuari" not in two.words


def test_names_of_signs_alone_are_the_same_only_where_the_signs_are() -> None:
    names = [named(application(name), LEXICON, frozenset()).folded for name in ("😀😀", "---", "😀😀")]
    assert names[0] != names[1]
    assert names[0] == names[2]
