"""Which national application a name is."""

from typing import Any

import pytest

from model.keys import NATIONAL
from queries.redundancy.comparing import COLUMN
from queries.redundancy.engine import compare
from queries.redundancy.evidence import Evidence
from queries.redundancy.profiles import Profile, Profiler
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


def profile_of(name: str, text: str = "", **given: Any) -> Profile:
    entry = application("A", name, text=text, **given)
    return Profiler(corpus([entry]), SHIPPED).profile(entry)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("SIAK", "Sistem Informasi Akademik: nilai dan kelulusan siswa"),
        ("SIHA", "Siswa hadir: kehadiran siswa dikirim ke orang tua"),
        ("SIGNAL", "Pengaduan warga lewat pesan singkat"),
    ],
)
def test_whoever_has_its_short_name_and_tells_of_another_affair_is_not_it(name: str, text: str) -> None:
    profile, bare = profile_of(name, text), profile_of(name)
    assert (profile.catalogue, profile.covers) == (frozenset(), frozenset())
    assert bare.catalogue
    assert bare.covers.isdisjoint(profile.functions)


def test_services_tell_of_its_affair_where_no_text_does_and_data_do_not() -> None:
    assert not profile_of("SIAK", services=("Layanan kelulusan siswa",)).catalogue
    assert profile_of("SIAK", services=("Layanan kelulusan siswa",)).namesakes == {"siak"}
    assert profile_of("SIAK", services=("Layanan akta kelahiran",)).catalogue
    assert profile_of("SIAK", data=("Data kelulusan siswa",)).catalogue


def test_what_is_on_record_as_the_nations_is_no_namesake() -> None:
    assert profile_of("SIAK", "kelulusan siswa", scope=NATIONAL).catalogue == {"siak"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("SIAK", "akta kelahiran"),
        ("SIAK", "Sistem Informasi Administrasi Kependudukan, dipakai untuk presensi pegawai"),
        ("Sistem Informasi Administrasi Kependudukan (SIAK)", "presensi pegawai"),
        ("SIAK Kemendagri", "presensi pegawai"),
        ("SIAK", "Aplikasi Kemendagri, presensi pegawai"),
        ("SIAK", "dipakai tiap hari"),
    ],
)
def test_it_is_meant_by_its_affair_its_long_name_or_whose_it_is(name: str, text: str) -> None:
    assert profile_of(name, text).catalogue == {"siak"}


def test_a_module_of_a_suite_does_the_work_of_that_module() -> None:
    whole, budget = profile_of("SIPD-RI"), profile_of("SIPD-RI Modul Penganggaran", "RKA dan DPA")
    books = profile_of("SIPD AKLAP")
    assert budget.covers == {"perencanaan-anggaran"}
    assert books.covers == {"keuangan-akuntansi"}
    assert whole.covers > budget.covers | books.covers
    assert (whole.modules, budget.modules) == (frozenset(), budget.covers)


@pytest.mark.parametrize("name", ["SIPD (Modul Penganggaran)", "SIPD - Penganggaran", "SIPD Penganggaran"])
def test_a_module_is_one_however_it_is_set_off(name: str) -> None:
    assert profile_of(name).modules == {"perencanaan-anggaran"}


@pytest.mark.parametrize(
    "name",
    [
        "SRIKANDI (Aplikasi Umum Kearsipan)",
        "SRIKANDI - Sistem Kearsipan Dinamis",
        "SRIKANDI Persuratan",
        "Srikandi V3",
        "Aplikasi Srikandi",
    ],
)
def test_what_only_says_more_of_the_whole_is_the_whole(name: str) -> None:
    assert profile_of(name).covers == profile_of("SRIKANDI").covers


@pytest.mark.parametrize(
    ("one", "two", "is_same"),
    [
        ("SIPD Modul Penganggaran", "SIPD AKLAP", False),
        ("SIPD Penatausahaan", "SIPD-RI Modul Penatausahaan", True),
        ("SIPD", "SIPD-RI Modul Penganggaran", True),
    ],
)
def test_two_modules_of_a_suite_are_not_one_application(one: str, two: str, is_same: bool) -> None:
    found = compare(corpus([application("A", one, scope="bpkad"), application("B", two)]), SHIPPED)
    row = found.row_of(0, 1)
    assert row is not None
    assert bool(found.table.values[row, COLUMN[Evidence.CATALOGUE]]) == is_same


@pytest.mark.parametrize(("name", "one"), [("SKDR", "EWARS"), ("Platform Merdeka Mengajar", "Ruang GTK")])
def test_what_everybody_calls_it_mentions_it(name: str, one: str) -> None:
    assert [each.abbreviation for each in CATALOGUE.mentioned(name)] == [one]


def test_what_is_on_record_as_the_nations_is_the_national_one() -> None:
    entry = application("A", "e-Kinerja", scope=NATIONAL)
    assert Profiler(corpus([entry]), SHIPPED).profile(entry).catalogue == {"ekinerja"}


@pytest.mark.parametrize(
    "name",
    [
        *("Lapor Jalan Rusak", "Mudik Asik", "Akta Sakti", "Jaga Ners", "Smile Posyandu", "Wifi Signal Desa"),
        *("Blue Economy", "SIM BLU e-Budgeting", "Ku Suka Baca", "SI IMUT RSUD", "SI PINTAR KOTA"),
        *("Pelayanan SPP-IRT", "Analisis Rapor Pendidikan"),
    ],
)
def test_an_everyday_word_in_a_name_mentions_nothing(name: str) -> None:
    assert CATALOGUE.mentioned(name) == []


@pytest.mark.parametrize("name", ["Bimtek ANBK", "Simulasi CAT BKN", "Pelatihan SIPD", "Tryout ANBK"])
def test_who_practises_with_one_does_not_do_its_work(name: str) -> None:
    assert not profile_of(name).catalogue


def test_a_slip_of_one_letter_is_told_in_long_names_only() -> None:
    found = CATALOGUE.nearly("Aplikasi Srikandy")
    assert found is not None
    assert found.abbreviation == "SRIKANDI"
    assert CATALOGUE.nearly("Srikandi") is None
    assert CATALOGUE.nearly("SIPB") is None


def test_no_name_means_two_applications() -> None:
    names = [name.casefold() for one in shipped_knowledge().national for name in one.names]
    assert len(names) == len(set(names))
