"""Which to keep: points that add up, unknown data that gives none, a person's choice that stands."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.knowledge import Knowledge
from model.text import Text
from queries.redundancy.engine import compare
from queries.redundancy.groups.disposing import dispositions
from queries.redundancy.groups.facts import Facts, as_of, facts_of
from queries.redundancy.groups.rationalise import MOST_POINTS, Aspect, Points, advised
from queries.redundancy.words.lexicon import Lexicon
from queries.snapshot.snapshot import compile_snapshot
from queries.snapshot.tables import ELEMENT_COLUMNS, element_table, relation_table
from tests.support.alike import SI_ASN, application, compared, concept, corpus, lexicon, province
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
    first, *others = [one for one in advice.ranking if one.uid != "C"]  # C takes nothing over
    assert advice.keep == first.uid
    assert all(first.total > one.total for one in others if one.uid not in advice.tied)


def test_all_points_are_a_hundred() -> None:
    assert sum(MOST_POINTS.values()) == 100


def test_the_best_is_the_owner_of_the_function_that_covers_the_others() -> None:
    assert advised("ABC", FACTS).keep == "A"
    known = replace(FACTS, entries={uid: ENTRIES[uid] for uid in "AB"})
    assert points(known, "A", Aspect.OWNER).points == 20
    assert points(known, "B", Aspect.OWNER).points == 0
    assert points(FACTS, "A", Aspect.USERS).reason.id == "400 pengguna."
    assert points(FACTS, "A", Aspect.COVERAGE).points == 10  # all of B; of C nothing is known
    assert points(FACTS, "B", Aspect.COST).points == 5
    assert points(FACTS, "A", Aspect.COST).reason.id == "Rp 500.000 per pengguna per tahun."


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
    facts = facts_of(comparison, lexicon().knowledge, {}, {})
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
        "Terhubung dengan 2 lainnya (aplikasi atau instansi): aliran data, antarmuka, atau bagian."
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


def test_who_owns_the_function_is_not_told_of_equals_nor_where_a_member_lists_nothing() -> None:
    one = application("A", "Satu", scope="bkd", services=("Cuti",))
    two = application("B", "Dua", scope="dinkes", services=("Izin",))
    owners = {"services:cuti": "BKD", "services:izin": "Dinkes"}
    facts = Facts(entries={"A": one, "B": two}, owners=owners)
    for uid in "AB":
        row = points(facts, uid, Aspect.OWNER)
        assert (row.points, row.known) == (0, False)
        assert "BKD dan Dinkes sama banyak" in row.reason.id
    silent = replace(two, neighbours={"services": {"?izin": "izin"}})  # said, and still open
    row = points(replace(facts, entries={"A": one, "B": silent}), "A", Aspect.OWNER)
    assert (row.points, row.known) == (0, False)
    assert "tidak diketahui" in row.reason.id


def test_users_are_written_as_each_language_writes_numbers() -> None:
    many = replace(FACTS, elements={"A": element("A", users=3900, annual_cost=22_750_000)})
    assert points(many, "A", Aspect.USERS).reason == Text(id="3.900 pengguna.", en="3,900 users.")
    assert points(many, "A", Aspect.COST).reason.en == "Rp 5,833 per user and year."


def test_recording_nothing_is_not_rewarded_and_the_share_is_said_to_be_of_what() -> None:
    entries = (
        application("A", "Satu", services=("Surat",)),
        application("B", "Dua", services=("Surat", "Disposisi")),
        application("C", "Tiga"),
        application("D", "Empat"),
    )
    known = {uid: frozenset({"surat"}) for uid in "ABC"}
    facts = Facts(entries={one.uid: one for one in entries}, functions=known)
    assert [points(facts, uid, Aspect.COVERAGE).points for uid in "ABC"] == [10, 13.3, 0]
    assert points(facts, "A", Aspect.COVERAGE).reason.id == (
        "Rata-rata mencakup 50% dari layanan, data, dan proses 1 anggota lain. Dari 1 anggota lain tanpa "
        "layanan, data, dan proses tercatat, mencakup 100% fungsi utama. 1 lainnya belum diketahui dan "
        "dihitung 0."
    )
    silent = points(facts, "C", Aspect.COVERAGE)
    assert (silent.known, silent.reason.en) == (
        False,
        "Coverage is not known: its services, data and processes are not recorded.",
    )


def test_of_what_has_nothing_on_record_coverage_is_told_by_functions() -> None:
    listed = application("A", "Presensi", services=("Presensi pegawai",))
    bare = application("B", "Presensi Guru")
    facts = Facts(
        entries={"A": listed, "B": bare},
        functions={"A": frozenset({"presensi"}), "B": frozenset({"presensi-guru"})},
        broader={"presensi-guru": ("presensi",)},
    )
    assert [points(facts, uid, Aspect.COVERAGE).points for uid in "AB"] == [20, 0]
    assert [facts.takes_over(*ends) for ends in ("AB", "BA")] == [True, False]
    assert advised("AB", facts).keep == "A"  # the case of something does not lead over all of it


def test_a_case_of_something_is_what_an_application_mainly_does() -> None:
    broad = replace(concept("presensi", "Presensi", "Attendance"), broader=())
    narrow = replace(concept("presensi-guru", "Presensi guru", "Of teachers"), broader=("presensi",))
    knowledge = Knowledge(concepts=(broad, narrow))
    corpus_ = corpus((application("A", "Presensi"), application("B", "Presensi guru")))
    facts = facts_of(compare(corpus_, Lexicon(knowledge)), knowledge, {}, {})
    assert facts.functions == {"A": frozenset({"presensi"}), "B": frozenset({"presensi-guru"})}


def test_what_takes_over_more_of_the_others_leads_whatever_its_points() -> None:
    small = application("S", "Satu", services=("Arsip",))
    facts = replace(FACTS, entries={"S": small, "B": ENTRIES["B"], "D": replace(ENTRIES["B"], uid="D")})
    used = replace(facts, elements={"S": element("S", users=9000, annual_cost=1)})
    advice = advised("SBD", used)
    assert advice.keep in "BD"
    assert advice.ranking[-1].uid == "S"
    assert max(advice.ranking, key=lambda one: one.total).uid == "S"


def test_what_bears_another_name_of_a_national_application_is_told_as_that() -> None:
    facts = Facts(entries={"A": application("A", "Data Pegawai Pusat")}, copies={"A": SI_ASN})
    told = points(facts, "A", Aspect.NATIONAL)
    assert told.points > 0
    assert told.reason.id == "Bernama sama dengan aplikasi nasional SI-ASN; perlu dipastikan."


def test_a_part_takes_over_no_whole_though_both_serve_the_same() -> None:
    whole = application("W", "Perencanaan", services=("Perencanaan",))
    part = application("P", "Musrenbang", services=("Perencanaan",))
    does = {"W": frozenset({"renja", "musrenbang", "pagu"}), "P": frozenset({"musrenbang"})}
    facts = Facts(
        entries={"W": whole, "P": part},
        functions=does,
        elements={"P": element("P", users=9000, annual_cost=1)},
    )
    assert [facts.takes_over(*ends) for ends in ("WP", "PW")] == [True, False]
    assert advised("WP", facts).keep == "W"


def test_a_few_tenths_and_age_alone_decide_nothing() -> None:
    entries = {uid: application(uid, uid, services=("Cuti",)) for uid in "AB"}
    entries["B"] = replace(entries["B"], partners=frozenset("X"))
    built = {"A": element("A", year_built=2026), "B": element("B", year_built=2019)}
    advice = advised("AB", Facts(entries=entries, elements=built))
    assert not advice.tied  # what others are connected with counts
    alike = {uid: replace(one, partners=frozenset()) for uid, one in entries.items()}
    advice = advised("AB", Facts(entries=alike, elements=built))
    assert {advice.keep, *advice.tied} == {"A", "B"}


def test_what_is_to_end_or_replaced_by_another_is_not_kept() -> None:
    old = application("A", "Lama", services=("Cuti",), partners=frozenset("XYZ"))
    new = application("B", "Baru", services=("Cuti",), replaces=frozenset("A"))
    facts = Facts(entries={"A": old, "B": new})
    assert advised("AB", facts).keep == "B"
    apart = Facts(entries={"A": old, "B": replace(new, replaces=frozenset())})
    assert advised("AB", apart).keep == "A"
    dated = replace(apart, elements={"A": element("A", valid_to="2027-06-30")})
    assert advised("AB", dated).keep == "B"


def test_an_aplikasi_umum_that_an_agency_recorded_as_its_own_leads() -> None:
    entries = (
        application("A", "Persuratan Digital", "mencatat surat masuk"),
        application("B", "SRIKANDI", scope="arsip"),
    )
    facts = facts_of(compared(*entries), lexicon().knowledge, {"A": element("A", users=90)}, {})
    assert set(facts.copies) == {"B"}
    assert advised("AB", facts).keep == "B"
    named = replace(entries[1], name="SRIKANDI Lokal")
    assert not facts_of(compared(entries[0], named), lexicon().knowledge, {}, {}).copies


def test_what_a_ministry_records_of_a_national_application_leads_over_what_an_agency_records_of_it() -> None:
    entries = (
        application("N", "SRIKANDI", scope="nasional"),
        application("B", "SRIKANDI", scope="arsip", services=("Surat",)),
    )
    facts = facts_of(compared(*entries), lexicon().knowledge, {"B": element("B", users=90)}, {})
    advice = advised("BN", facts)
    assert (advice.keep, advice.tied) == ("N", ())
    assert max(advice.ranking, key=lambda one: one.total).uid == "B"


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
