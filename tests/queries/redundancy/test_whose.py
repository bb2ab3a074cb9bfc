"""Whose an application is, what it runs on and which name it bears, told from what it does."""

from dataclasses import replace

import pytest

from model.keys import SHARED
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import Comparison, FindingKind, Pair, compare
from queries.redundancy.evidence import COLUMN, Evidence
from queries.redundancy.profiles import Profiler
from queries.redundancy.proposals.clearance import Examiner, Proposal
from queries.redundancy.words.lexicon import Lexicon
from tests.support.alike import COLUMNS, application, compared, corpus, lexicon
from tests.support.applications import shipped_lexicon

SHIPPED = shipped_lexicon()


def only(comparison: Comparison) -> Pair:
    (pair,) = comparison.pairs(0.0, national=True)
    return pair


def value(pair: Pair, evidence: Evidence) -> float:
    return float(pair.evidence[COLUMN[evidence]])


def hosted(code: str, name: str, server: str, scope: str) -> Entry:
    entry = application(code, name, scope=scope)
    return replace(entry, neighbours={**entry.neighbours, "servers": {f"?{server}": server}})


def test_a_server_in_common_says_nothing_of_the_work() -> None:
    entries = [
        hosted("A", "MAWAR", "Server Diskominfo", "dinsos"),
        hosted("B", "TERATAI", "Server Diskominfo", "dishub"),
    ]
    pair = only(compare(replace(corpus(entries), columns=(*COLUMNS, "servers")), SHIPPED))
    assert value(pair, Evidence.SERVERS) > 0
    assert not value(pair, Evidence.COMPANY) > 0
    assert not value(pair, Evidence.TOPIC) > 0
    assert pair.score < 0.05


@pytest.mark.parametrize(("agencies", "siblings"), [(("BKD", "RSUD"), 0), (("BKD", "BKD"), 1), (("", ""), 0)])
def test_what_was_delivered_for_nobody_is_of_the_agency_it_names(
    agencies: tuple[str, str], siblings: float
) -> None:
    one, two = (
        application(code, name, "presensi pegawai", scope=SHARED, agency=agency)
        for code, name, agency in zip("AB", ("Sihadir", "Absen Jari"), agencies, strict=True)
    )
    assert value(only(compared(one, two)), Evidence.SIBLINGS) == siblings


def test_a_national_application_in_the_list_of_an_agency_is_national_still() -> None:
    one = application("A", "SRIKANDI", scope="diskominfo")
    two = application("B", "e-Surat", "Pencatatan surat masuk dan persuratan", scope="dishub")
    assert only(compared(one, two)).kind is FindingKind.NATIONAL


def test_the_old_and_the_new_version_of_a_system_are_two_as_long_as_both_run() -> None:
    old, new = (application(code, f"SIMRS {code}.0", "presensi pegawai") for code in "12")
    assert only(compared(old, new)).kind is FindingKind.IDENTITY
    assert only(compared(old, replace(new, replaces=frozenset({old.uid})))).kind is FindingKind.FUNCTIONAL


@pytest.mark.parametrize("name", ["SRIKANDI lokal", "Pengganti SRIKANDI"])
def test_what_is_kept_instead_of_a_national_application_is_another(name: str) -> None:
    pair = only(compared(application("A", "SRIKANDI", scope="a"), application("B", name, scope="b")))
    assert value(pair, Evidence.CATALOGUE) == 0
    assert pair.kind is not FindingKind.IDENTITY


def test_a_name_that_regions_use_for_systems_of_their_own_is_no_single_system() -> None:
    known = lexicon().knowledge
    local = replace(known.national[1], regional=True)
    regional = Lexicon(replace(known, national=(known.national[0], local)))
    entries = [application("A", "SRIKANDI KOTA", scope="a"), application("B", "Srikandi RSUD", scope="b")]
    pair = only(compare(corpus(entries), regional))
    assert value(pair, Evidence.CATALOGUE) == 0
    assert value(pair, Evidence.FUNCTION) == 1  # what systems of this name do is known all the same


def test_the_portal_of_the_government_is_not_the_website_of_the_agency_that_keeps_it() -> None:
    portal = application(
        "A", "Portal Rempah", "Situs resmi pemerintah provinsi", scope="diskominfo", agency="Dinas Kominfo"
    )
    site = application("B", "Website Dinas Kominfo", "Laman profil dinas", scope="diskominfo")
    again = application("C", "Situs Pemprov", "Website pemerintah provinsi", scope="diskominfo")
    same = {
        frozenset(pair.ends): value(pair, Evidence.SAME_NAME)
        for pair in compare(corpus([portal, site, again]), SHIPPED).pairs(0.0)
    }
    assert (same[frozenset("AB")], same[frozenset("BC")], same[frozenset("AC")]) == (0, 0, 1)


def test_two_names_of_one_agency_that_tell_different_work_are_no_short_form_of_each_other() -> None:
    letters = application("A", "Persuratan (PALA)", scope="dinkop")
    public = application("B", "Permohonan informasi publik (PALA)", scope="dinkop")
    assert value(only(compare(corpus([letters, public]), SHIPPED)), Evidence.SAME_NAME) == 0
    online = application("B", "Persuratan online (PALA)", scope="dinkop")
    assert value(only(compare(corpus([letters, online]), SHIPPED)), Evidence.SAME_NAME) == 1


def test_the_kind_of_agency_in_a_name_is_work_only_where_the_name_says_nothing_else() -> None:
    def told(name: str) -> frozenset[str]:
        entry = application("A", name, scope="rsud-melati", agency="RSUD Melati")
        return Profiler(corpus([entry]), SHIPPED).profile(entry).named_functions

    assert told("Absensi RSUD") == told("Absensi")
    assert "kesehatan-simrs" in told("Sistem Informasi RSUD")


def test_who_proposes_what_the_agency_has_is_told_so() -> None:
    known = application("A", "Cepat", "Panggilan darurat dan pengerahan ambulans", scope="dinkes")
    comparison = compare(corpus([known, application("B", "Pajak", scope="bapenda")]), SHIPPED)
    examiner = Examiner(comparison, SHIPPED)
    found = [
        examiner.check(Proposal(name="Ambulans Laut", function=known.texts[0], scope=scope)).pairs[0].score
        for scope in ("dinkes", "dishub")
    ]
    assert found[0] == found[1] >= 0.5
