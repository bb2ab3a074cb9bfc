"""Which to keep: points that add up, unknown data that gives none, a person's choice that stands."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.redundancy.disposing import dispositions
from queries.redundancy.rationalise import MOST_POINTS, Aspect, Facts, Points, advised, as_of, facts_of
from queries.snapshot.snapshot import compile_snapshot
from queries.snapshot.tables import ELEMENT_COLUMNS, element_table, relation_table
from tests.support.alike import SI_ASN, application, compared, lexicon, province
from tests.support.drawn import METAMODEL, QUALIFIERS
from tests.support.leave_systems import ENTRIES, FACTS, OWNERS, element

amounts = st.one_of(st.none(), st.integers(-5, 10_000), st.just("banyak"), st.booleans())
properties = st.fixed_dictionaries(dict.fromkeys(("users", "annual_cost", "year_built"), amounts))


def points(facts: Facts, uid: str, aspect: Aspect) -> Points:
    found = next(one for one in advised(list(facts.entries), facts).ranking if one.uid == uid)
    return next(row for row in found.rows if row.aspect is aspect)


@given(st.lists(properties, min_size=3, max_size=3))
def test_points_add_up_and_none_is_given_for_what_is_unknown(given_: list[dict[str, object]]) -> None:
    elements = {
        uid: element(uid, **{name: value for name, value in one.items() if value is not None})  # type: ignore[arg-type]
        for uid, one in zip("ABC", given_, strict=True)
    }
    advice = advised("ABC", Facts(entries=ENTRIES, elements=elements, owners=OWNERS))
    for candidate in advice.ranking:
        assert candidate.total == pytest.approx(sum(row.points for row in candidate.rows))
        assert [row.aspect for row in candidate.rows] == list(MOST_POINTS)
        assert all(0 <= row.points <= row.most for row in candidate.rows)
        assert all(row.known or row.points == 0 for row in candidate.rows)
    totals = [one.total for one in advice.ranking]
    assert totals == sorted(totals, reverse=True)
    assert advice.keep == advice.ranking[0].uid


def test_all_points_are_a_hundred() -> None:
    assert sum(MOST_POINTS.values()) == 100


def test_the_best_is_the_owner_of_the_function_that_covers_the_others() -> None:
    assert advised("ABC", FACTS).keep == "A"
    assert points(FACTS, "A", Aspect.OWNER).points == 20
    assert points(FACTS, "B", Aspect.OWNER).points == 0
    assert points(FACTS, "A", Aspect.USERS).reason.id == "400 pengguna."
    assert points(FACTS, "A", Aspect.COVERAGE).points == 10  # all of B; of C nothing is known
    assert points(FACTS, "B", Aspect.COST).points == 5
    assert points(FACTS, "A", Aspect.COST).reason.id == "Rp500.000 per pengguna per tahun."


def test_the_owner_of_servers_and_interfaces_does_not_own_the_function() -> None:
    around = {"services": {"s": "Presensi"}, "servers": {"v1": "", "v2": ""}, "interfaces": {"i": ""}}
    one = replace(application("A", "Presensi", scope="kominfo"), neighbours=around)
    two = replace(application("B", "Absensi", scope="bkd"), neighbours=around)
    owners = {"s": "bkd", "v1": "kominfo", "v2": "kominfo", "i": "kominfo"}
    facts = Facts(entries={"A": one, "B": two}, owners=owners)
    assert [points(facts, uid, Aspect.OWNER).points for uid in "AB"] == [0, 20]


def test_what_is_not_recorded_is_said() -> None:
    for aspect in (Aspect.COVERAGE, Aspect.USERS, Aspect.INTEGRATIONS, Aspect.RECENCY, Aspect.COST):
        row = points(FACTS, "C", aspect)
        assert (row.points, row.known) == (0, False)
        assert "belum" in row.reason.id.lower()


def test_a_national_application_counts_more_than_one_that_bears_its_name() -> None:
    comparison = compared(*province())
    facts = facts_of(comparison, lexicon().knowledge.national, {}, {})
    assert facts.catalogue["N1"] == (SI_ASN,)
    found = {one.uid: one.rows[0].points for one in advised(("N1", "C1", "D1"), facts).ranking}
    assert found == {"N1": 25, "C1": 12.5, "D1": 0}


def test_a_person_may_choose_another_but_only_a_member() -> None:
    advice = advised("ABC", FACTS, chosen="C")
    assert (advice.keep, advice.overruled, advice.ranking[0].uid) == ("C", True, "A")
    assert not advised("ABC", FACTS, chosen="A").overruled
    with pytest.raises(ValueError, match="not a member"):
        advised("ABC", FACTS, chosen="Z")


def test_what_is_said_not_to_be_done_yet_is_no_proof() -> None:
    said = element("A", security_test="Belum dilakukan", restore_test="Gagal", sdlc_documents="SRS, SDD")
    row = points(replace(FACTS, elements={"A": said}), "A", Aspect.TECHNICAL)
    assert row.points == pytest.approx(1.7)
    assert row.reason.en.startswith("1 of 3 proofs")
    none = element("A", security_test="tidak")
    row = points(replace(FACTS, elements={"A": none}), "A", Aspect.TECHNICAL)
    assert (row.points, row.known) == (0, True)


def test_links_are_told_as_what_they_are_and_no_users_as_recorded() -> None:
    assert points(FACTS, "A", Aspect.INTEGRATIONS).reason.id == (
        "Bertukar data atau tersusun bersama 2 lainnya (aplikasi atau instansi)."
    )
    unused = replace(FACTS, elements={"A": element("A", users=0, annual_cost=5)})
    assert "0 users are recorded" in points(unused, "A", Aspect.COST).reason.en


def test_of_equal_points_a_national_one_comes_first() -> None:
    one = application("A", "Satu", agency="")
    national = replace(one, uid="B", key="z/application/B", scope="nasional")
    used = element("A", users=15, year_built=2020)
    ranking = advised("AB", Facts(entries={"A": one, "B": national}, elements={"A": used})).ranking
    assert [(member.uid, member.total) for member in ranking] == [("B", 15), ("A", 15)]


def test_aplikasi_umum_is_weighed_before_what_has_more_points() -> None:
    local = application("A", "Satu", services=("Data pegawai",))
    national = replace(
        application("B", "SI-ASN", agency="BKN"), key="nasional/application/B", scope="nasional"
    )
    facts = Facts(
        entries={"A": local, "B": national},
        elements={"A": element("A", users=90, year_built=2025, annual_cost=10), "B": element("B", users=1)},
        owners={"services:data pegawai": "dinkes"},
        catalogue={"B": (replace(SI_ASN, field=""),)},
    )
    assert advised("AB", facts).keep == "A"
    general = replace(facts, catalogue={"B": (SI_ASN,)})
    assert advised("AB", general).keep == "B"
    assert "considered first" in dispositions(advised("AB", general), general, ())[0].reason.en
    superseded = replace(facts, catalogue={"B": (replace(SI_ASN, superseded_by="X"),)})
    assert advised("AB", superseded).keep == "A"


def test_what_ended_and_what_does_not_last_is_read_from_its_days() -> None:
    days = {
        "over": (None, "2026-11-28"),
        "ending": ("2020-01-01", "2027-01-01"),
        "later": ("2027-01-01", None),
        "lasting": (None, None),
    }
    entries = {uid: application(uid, uid) for uid in days}
    blank = (None,) * (len(ELEMENT_COLUMNS) - 8)
    table = element_table(
        (uid, entries[uid].key, "Application", uid, "dinkes", "active", *span, *blank)
        for uid, span in days.items()
    )
    snapshot = compile_snapshot(METAMODEL, table, relation_table((), QUALIFIERS), 1)
    facts = as_of(Facts(entries=entries), snapshot, date(2026, 11, 29))
    assert facts.ended == {"over": date(2026, 11, 28)}
    assert facts.passing == {"over", "ending", "later"}
