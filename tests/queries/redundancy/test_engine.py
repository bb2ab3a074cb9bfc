"""Pairs of applications: what speaks for and against them, and that scores add up whatever the order."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.kinds import ElementKind
from model.knowledge import Knowledge
from model.metamodel.shipped import shipped
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import Comparison, FindingKind, Pair, compare
from queries.redundancy.evidence import AGAINST, ALL, COLUMN, OF_UNITS, Evidence
from queries.redundancy.explaining import sentence
from queries.redundancy.scoring import WEIGHTS, Weights, shipped_weights, terms
from queries.redundancy.words.lexicon import Lexicon
from tests.support.applications import KNOWLEDGE, LEXICON, application, inventories, inventory


def compared(*entries: Entry) -> Comparison:
    return compare(inventory(*entries), LEXICON)


def pair(*entries: Entry) -> Pair:
    """The pair of the first two, beside others that make their words rare."""
    others = [application(f"Lain {n}", f"opd{n}", f"urusan {word}") for n, word in enumerate("abcdef")]
    found = compared(*entries, *others)
    at = {entry.uid: place for place, entry in enumerate(found.corpus.entries)}
    row = found.row_of(at[entries[0].uid], at[entries[1].uid])
    assert row is not None
    return found.pair(row)


ATTENDANCE = "mencatat absensi pegawai setiap hari"


def test_the_same_work_under_other_names_is_likely() -> None:
    alike = pair(
        application("HADIR", "bkd", ATTENDANCE, services=["Presensi pegawai"], data=["Kehadiran"]),
        application(
            "e-Absen", "dinkes", "daftar hadir ASN", services=["Presensi pegawai"], data=["Kehadiran"]
        ),
    )
    assert alike.score > 0.8
    assert alike.kind is FindingKind.FUNCTIONAL
    assert alike.shared == {
        "services": {"u-Presensi pegawai": "Presensi pegawai"},
        "data": {"u-Kehadiran": "Kehadiran"},
    }
    assert sentence(alike, KNOWLEDGE).id == "Keduanya mengerjakan “Presensi”; berbagi 1 layanan dan 1 data."


def test_functions_are_quoted_and_a_catalogue_is_told_as_the_one_who_says_them() -> None:
    named = pair(application("SRIKANDI", "dinkes"), application("e-Surat", "setda", "surat masuk"))
    told = sentence(named, KNOWLEDGE)
    assert told.id.startswith(
        "Menurut katalog aplikasi nasional, SRIKANDI mencakup “Persuratan”, yang juga dikerjakan e-Surat"
    )
    assert told.en.startswith("By the catalogue of national applications SRIKANDI covers “Persuratan”")
    assert "Keduanya mengerjakan" not in told.id
    both = pair(application("SRIKANDI", "dinkes"), application("SRIKANDI", "setda", "surat masuk"))
    assert "keduanya mencakup “Persuratan”" in sentence(both, KNOWLEDGE).id


def test_one_system_registered_twice_is_an_identity() -> None:
    twice = pair(
        application("SIMRS Kota", "rsud", "rumah sakit", uid="1"),
        application("SIMRS KOTA 2.0", "rsud", uid="2"),
    )
    assert twice.kind is FindingKind.IDENTITY
    assert twice.score > 0.5


def test_namesakes_of_other_work_are_told_apart() -> None:
    namesakes = pair(
        application("SIGAP", "bpbd", "peringatan dini banjir dan longsor", data=["Curah hujan"]),
        application("SIGAP", "dishut", "patroli pengamanan hutan lindung", data=["Titik patroli"]),
    )
    assert namesakes.evidence[COLUMN[Evidence.CONFLICT]] == 1
    assert namesakes.kind is FindingKind.RELATED
    assert namesakes.score < 0.5


def test_websites_of_two_agencies_are_not_redundant() -> None:
    sites = pair(
        application("Website Dinkes", "dinkes", "situs resmi"),
        application("Website Dinsos", "dinsos", "situs resmi"),
    )
    assert sites.kind is FindingKind.RELATED
    assert sites.score < 0.5


def test_the_same_words_about_other_things_are_a_contrast() -> None:
    parts = pair(
        application("Retribusi Parkir Daerah", "dishub", "pungutan retribusi parkir"),
        application("Retribusi Sampah Daerah", "dlh", "pungutan retribusi sampah"),
    )
    assert parts.evidence[COLUMN[Evidence.CONTRAST]] > 0


def test_a_local_and_a_national_application_are_called_so() -> None:
    found = pair(
        application("e-Surat", "setda", "naskah dinas dan surat masuk"),
        application("Kearsipan Terintegrasi", "nasional", "naskah dinas dan surat masuk"),
    )
    assert found.kind is FindingKind.NATIONAL


def test_a_national_application_named_by_an_agency_is_one_with_it() -> None:
    found = pair(
        application("Srikandi Dinkes", "dinkes"), application("SRIKANDI", "nasional", "naskah dinas")
    )
    assert found.kind is FindingKind.IDENTITY
    assert found.evidence[COLUMN[Evidence.CATALOGUE]] == 1


def test_what_a_national_application_covers_counts_for_it() -> None:
    national = application("SRIKANDI", "nasional")
    covered = pair(national, application("e-Surat", "setda", "surat masuk"))
    partly = pair(national, application("e-Surat", "setda", "surat masuk dan cuti pegawai"))
    apart = pair(national, application("e-Cuti", "setda", "cuti pegawai"))
    values = [one.evidence[COLUMN[Evidence.COVERED]] for one in (covered, partly, apart)]
    assert values[0] == 1
    assert 0 < values[1] < 1
    assert values[2] == 0


def test_a_regional_node_of_a_national_network_is_no_duplicate_of_it() -> None:
    networks = tuple(replace(one, network=True) for one in KNOWLEDGE.national)
    national = application("SRIKANDI", "nasional", "naskah dinas dan surat masuk")
    own = application("e-Surat", "setda", "naskah dinas dan surat masuk")
    replaced = compare(inventory(national, own), LEXICON).pair(0)
    joined = compare(inventory(national, own), Lexicon(replace(KNOWLEDGE, national=networks))).pair(0)
    assert (replaced.kind, joined.kind) == (FindingKind.NATIONAL, FindingKind.RELATED)
    assert joined.score < replaced.score
    assert joined.evidence[COLUMN[Evidence.NODE]] > 0
    assert np.isnan(joined.evidence[COLUMN[Evidence.COVERED]])
    assert "simpul daerah" in sentence(joined, KNOWLEDGE).id


def test_what_one_agency_has_is_alike_and_no_duplicate_unless_name_or_address_say_so() -> None:
    def siblings(*names: str, **given: str) -> float:
        found = pair(*(application(name, "bkd", ATTENDANCE, uid=name, **given) for name in names))
        return float(found.evidence[COLUMN[Evidence.SIBLINGS]])

    assert siblings("HADIR", "e-Absen") == 1
    assert siblings("SIHADIR", "SIHADIR 2.0") == 0
    assert siblings("HADIR", "e-Absen", address="hadir.go.id") == 0
    across = pair(application("HADIR", "bkd", ATTENDANCE), application("e-Absen", "dinkes", ATTENDANCE))
    assert across.evidence[COLUMN[Evidence.SIBLINGS]] == 0


def test_functions_in_names_count_most_where_they_differ() -> None:
    def other(*entries: Entry) -> float:
        return float(pair(*entries).evidence[COLUMN[Evidence.OTHER_FUNCTION]])

    leave = application("Cuti Pegawai", "bkd", "cuti pegawai")
    assert other(leave, application("Surat Masuk", "setda")) == 1
    assert other(leave, application("KUNYIT", "setda", "surat masuk")) == 0.5
    assert other(leave, application("Surat Masuk", "setda", "surat masuk, cuti pegawai")) == 0.25
    assert other(leave, application("KUNYIT", "setda", "cuti pegawai")) == 0


def test_words_of_one_function_are_one_topic_although_none_is_shared() -> None:
    found = pair(application("PALA", "bkd", "lembar hadir"), application("KUNYIT", "dinkes", "absensi"))
    assert found.evidence[COLUMN[Evidence.WORDS]] == 0
    assert found.evidence[COLUMN[Evidence.TOPIC]] > 0.9


def test_words_that_others_use_together_are_alike_where_no_function_is_known() -> None:
    timber, rattan = (
        application("PALA", "dlh", "tebangan jati"),
        application("KUNYIT", "dishut", "gelondongan"),
    )
    others = [application(f"Lain {n}", "x", "tebangan jati gelondongan", uid=f"{n}") for n in range(3)]
    apart, together = pair(timber, rattan), pair(timber, rattan, *others)
    company = COLUMN[Evidence.COMPANY]
    assert together.evidence[COLUMN[Evidence.WORDS]] == apart.evidence[company] == 0
    assert together.evidence[company] > 0.5
    assert together.score > apart.score


def test_what_functions_tell_is_not_asked_of_other_elements() -> None:
    known = application("HADIR", "bkd", "absensi"), application("e-Cuti", "setda", "cuti pegawai")
    assert np.isnan(pair(*known).evidence[COLUMN[Evidence.COMPANY]])
    unknown = pair(known[0], application("LAWANG", "setda", "absensinya di pintu"))
    assert not np.isnan(unknown.evidence[COLUMN[Evidence.COMPANY]])


def test_the_same_words_are_worth_a_look_although_nobody_thought_of_their_function() -> None:
    text = "pendataan tegakan dan peredaran gelondongan jati rakyat"
    found = pair(application("SITEGAK", "dlh", text), application("JATIRAYA", "dishut", text + " di desa"))
    assert not found.functions
    assert found.score >= 0.5
    assert found.kind is FindingKind.FUNCTIONAL
    assert sentence(found, KNOWLEDGE).en.startswith("Both mention “")


def test_whose_something_is_does_not_say_what_it_does() -> None:
    entries = [
        application("PALA", "bkd", "rekap untuk Dinas Cuti Pegawai dan DCP"),
        application("KUNYIT", "setda", "rekap untuk Dinas Surat"),
    ]
    called = frozenset({"Dinas Cuti Pegawai", "DCP", "Dinas Surat"})
    found = compare(replace(inventory(*entries), agencies=called), LEXICON).pair(0)
    assert found.evidence[COLUMN[Evidence.WORDS]] == pytest.approx(1, abs=1e-5)
    assert not found.functions
    assert np.isnan(found.evidence[COLUMN[Evidence.FUNCTION]])


def test_a_large_inventory_is_compared_without_any_knowledge() -> None:
    entries = [application(f"Aplikasi {n}", "bkd", f"hal{n % 7} bagian{n % 5} urusan{n}") for n in range(40)]
    assert len(list(compare(inventory(*entries), Lexicon(Knowledge())).pairs(0.0))) == 40 * 39 / 2


def test_between_two_local_applications_nothing_is_covered() -> None:
    found = pair(application("A", "bkd", "surat masuk"), application("B", "dinkes", "surat masuk"))
    assert np.isnan(found.evidence[COLUMN[Evidence.COVERED]])


def test_without_a_description_services_and_data_tell_the_function() -> None:
    found = pair(
        application("KUNYIT", "bkd", data=["Daftar hadir"]), application("PALA", "x", "absensi pegawai")
    )
    assert found.functions == ("presensi",)
    assert found.evidence[COLUMN[Evidence.FUNCTION]] == 1


def told(found: Pair, evidence: Evidence) -> float:
    return float(found.evidence[COLUMN[evidence]])


def test_what_all_of_an_agency_share_makes_no_two_of_them_alike() -> None:
    few = [application(name, "dkp", services=["Layanan ikan"]) for name in ("KAKAP", "TUNA")]
    many = [*few, *(application(name, "dkp", services=["Layanan ikan"]) for name in ("HIU", "PARI"))]
    assert told(pair(*few), Evidence.SERVICES) == pytest.approx(1)
    assert told(pair(*many), Evidence.SERVICES) == pytest.approx(1 / 3)


def test_what_two_agencies_share_is_told_in_full_whoever_else_of_them_has_it() -> None:
    ours = [application(name, "dkp", services=["Layanan ikan"]) for name in ("KAKAP", "TUNA", "HIU")]
    assert told(
        pair(ours[0], application("PARI", "dishub", services=["Layanan ikan"]), *ours[1:]), Evidence.SERVICES
    ) == pytest.approx(1)


def test_a_service_that_others_of_its_agency_have_tells_no_function_of_one_that_tells_its_own() -> None:
    shared = {"services": ["Presensi pegawai"]}
    one = application("KUNYIT", "bkd", "surat masuk", **shared)
    alone, beside = (
        pair(one, application("PALA", "x", ATTENDANCE), *others)
        for others in ((), (application("LADA", "bkd", **shared),))
    )
    assert alone.functions == ("presensi",)
    assert beside.functions == ()
    silent = application("KUNYIT", "bkd", **shared)
    other = application("LADA", "bkd", **shared)
    assert pair(silent, application("PALA", "x", ATTENDANCE), other).functions == ("presensi",)


def test_codes_of_data_that_nobody_delivered_yet_are_no_words() -> None:
    found = pair(
        application("LAPOR", "bpbd", data=["DAD-BPB-001"]), application("PASNA", "bpbd", data=["DAD-BPB-004"])
    )
    assert told(found, Evidence.DATA) == 0
    assert np.isnan(told(found, Evidence.WORDS))


def test_an_open_reference_code_counts_however_it_is_written() -> None:
    one = replace(application("HADIR", "bkd", ATTENDANCE), codes=("RAB-9-6-99: Presensi",))
    same = replace(application("e-Absen", "dinkes", ATTENDANCE), codes=("RAB.09.06.99",))
    other = replace(application("e-Absen", "dinkes", ATTENDANCE), codes=("RAB.08.01.99",))
    assert told(pair(one, same), Evidence.CODE) > told(pair(one, other), Evidence.CODE)


def test_other_governments_are_only_compared_when_asked() -> None:
    one = application("HADIR", "bkd", ATTENDANCE)
    other = replace(
        application("HADIR", "bkd", ATTENDANCE, uid="o"),
        key="ternate:bkd/application/o",
        government="ternate",
    )
    found = compared(one, other, application("Lain", "x", "lain"))
    assert [p.kind for p in found.pairs(0.0, national=True) if {one.uid, other.uid} == set(p.ends)] == [
        FindingKind.SHARING
    ]
    assert not [p for p in found.pairs(0.0) if {one.uid, other.uid} == set(p.ends)]


def test_nothing_said_is_no_evidence() -> None:
    silent = pair(application("A1", "x"), application("B2", "y"))
    assert silent.score < 0.05
    assert not [term for term in silent.terms if term.contribution > 0.5]


@settings(max_examples=40, deadline=None)
@given(inventories())
def test_terms_add_up_and_what_speaks_against_lowers(entries: list[Entry]) -> None:
    for one in compared(*entries).pairs(0.0, national=True):
        total = sum(term.contribution for term in one.terms)
        assert one.score == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-4)
        assert 0 <= one.score <= 1 and 0 <= one.confidence <= 1
        for term in one.terms[1:]:
            if term.evidence in {evidence.value for evidence in AGAINST}:
                assert term.contribution <= 0


@settings(max_examples=40, deadline=None)
@given(inventories())
def test_doubtful_is_what_is_less_likely_and_has_a_function_in_common(entries: list[Entry]) -> None:
    comparison = compared(*entries)
    doubtful = [one.ends for one in comparison.doubtful()]
    consolidated = (FindingKind.FUNCTIONAL, FindingKind.NATIONAL)
    assert doubtful == [
        one.ends
        for one in comparison.pairs(0.2, national=True)
        if one.score < 0.5 and one.work and one.kind in consolidated
    ]


@settings(max_examples=40, deadline=None)
@given(inventories(), st.randoms(use_true_random=False))
def test_neither_order_nor_ids_matter(entries: list[Entry], dice: object) -> None:
    shuffled = [replace(entry, uid=f"z{number}") for number, entry in enumerate(entries)]
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = compared(*entries), compared(*shuffled)
    assert [(p.left.key, p.right.key, p.score) for p in first.pairs(0.0, national=True)] == [
        (p.left.key, p.right.key, p.score) for p in second.pairs(0.0, national=True)
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=len(ALL), max_size=len(ALL)), st.sampled_from(ALL), st.floats(0, 1))
def test_more_of_an_evidence_never_turns_a_score_the_other_way(
    row: list[float], one: Evidence, more: float
) -> None:
    less, greater = sorted((row[COLUMN[one]], more))
    totals = []
    for value in (less, greater):
        changed = np.array(
            [value if at == COLUMN[one] else other for at, other in enumerate(row)], np.float32
        )
        totals.append(sum(term.contribution for term in terms(changed, 0.0, Weights())))
    assert (totals[1] - totals[0]) * (-1 if one in AGAINST else 1) >= -1e-5


@pytest.mark.parametrize("kind", [one for one in ElementKind if shipped().kind(one).likeness])
def test_every_evidence_has_a_weight_on_its_side(kind: ElementKind) -> None:
    weights = shipped_weights(kind).evidence
    assert set(weights) == set(ALL)
    assert all(weight <= 0 if one in AGAINST else weight >= 0 for one, weight in weights.items())


def test_what_units_are_asked_counts_for_units_only() -> None:
    of_units = shipped_weights(ElementKind.ORG_UNIT).evidence
    assert all(WEIGHTS[one] == 0 and of_units[one] < 0 for one in OF_UNITS)


@pytest.mark.parametrize("page", ["", "/", "/login", "/index.php/login"])
def test_one_address_behind_two_names_is_one_system(page: str) -> None:
    found = pair(
        application("HADIR", "bkd", "absensi", address=f"https://hadir.prov.go.id{page}"),
        application("LAWANG", "setda", "pintu", address="http://www.hadir.prov.go.id"),
    )
    assert found.evidence[COLUMN[Evidence.ADDRESS]] == 1
    assert found.kind is FindingKind.IDENTITY


def test_two_pages_of_one_host_are_two_addresses() -> None:
    found = pair(
        application("HADIR", "bkd", "absensi", address="https://apps.prov.go.id/hadir/login"),
        application("LAWANG", "setda", "pintu", address="http://apps.prov.go.id/lawang"),
    )
    assert found.evidence[COLUMN[Evidence.ADDRESS]] != 1


def test_a_flow_of_data_between_unlike_names_is_seen() -> None:
    one = application("HADIR", "bkd", "absensi", linked=frozenset({"setda-LAWANG"}))
    other = application("LAWANG", "setda", "pintu", linked=frozenset({one.uid}))
    assert pair(one, other).evidence[COLUMN[Evidence.FLOW]] == 1


def test_one_coined_name_in_two_agencies_is_worth_a_look_unless_something_differs() -> None:
    assert pair(application("WANGSUR", "bkd"), application("WANGSUR", "setda", "lain")).score >= 0.5
    differing = pair(
        application("WANGSUR", "bkd", "absensi", data=["Kehadiran"]),
        application("WANGSUR", "setda", "cuti", data=["Cuti"]),
    )
    assert differing.score < 0.5


def test_the_nation_belongs_to_every_government() -> None:
    local = replace(
        application("e-Surat", "setda", "naskah dinas"),
        key="ternate:setda/application/e",
        government="ternate",
    )
    found = pair(local, application("Kearsipan Terintegrasi", "nasional", "naskah dinas"))
    assert found.kind is FindingKind.NATIONAL


def test_what_is_alike_of_a_kind_known_by_identity_is_registered_twice() -> None:
    corpus = replace(inventory(application("Dinas A", "x"), application("Dinas A B", "y")), identity=True)
    assert {one.kind for one in compare(corpus, LEXICON).pairs(0.0)} == {FindingKind.IDENTITY}


def test_a_large_inventory_is_compared_by_its_likely_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [application("Sistem Informasi", f"opd{n}", uid=f"{n:03d}") for n in range(120)]
    entries += [
        application("HADIR", "bkd", address="hadir.go.id"),
        application("LAWANG", "setda", address="hadir.go.id"),
    ]
    monkeypatch.setattr("queries.redundancy.candidates.EVERY_PAIR", 50)
    found = compared(*entries)
    assert len(found.table) < 122 * 121 // 2
    assert any({"HADIR", "LAWANG"} == {one.left.name, one.right.name} for one in found.pairs(0.0))


@pytest.mark.whole
def test_many_equal_names_are_borne() -> None:
    entries = [application("Sistem Informasi", f"opd{n}", uid=f"{n:03d}") for n in range(150)]
    assert len(list(compared(*entries).pairs(0.0))) == 150 * 149 // 2


def test_what_both_are_called_after_is_told_before_what_they_mention() -> None:
    found = pair(
        application("Surat Masuk", text="cuti, naskah dinas"),
        application("e-Surat Masuk", "dinkes", text="cuti dan surat masuk"),
    )
    assert found.functions == ("surat", "cuti")
