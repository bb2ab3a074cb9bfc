"""Completeness of infrastructure links: what each agency is to say, and what stays unknown without it."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from model.availability import State
from model.kinds import Domain, ElementKind, RelationKind
from model.metamodel.shipped import shipped
from queries.impact.certainty import Gap
from queries.impact.impact import Scenario, simulate
from queries.resilience.completeness import Completeness, Completion, completion, is_infrastructure
from queries.resilience.single_points import TARGETS
from queries.snapshot.columns import ABSENT
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.support.graphs import TODAY, Case, cases, element_table, relation_table
from tests.support.reference_evaluator import Link, Thing

K, R = ElementKind, RelationKind
AGENCIES = ("dinkes", "bkd")
# uid → kind and owner
ESTATE = {
    "dinkes": ("OrgUnit", None),
    "bkd": ("OrgUnit", None),
    "svc": ("Service", "dinkes"),
    "spared": ("Service", "dinkes"),
    "app": ("Application", "dinkes"),
    "other": ("Application", "bkd"),
    "srv": ("Server", "bkd"),
    "room": ("ComputingFacility", None),
    "power": ("PowerSupply", None),
}
OWNED = [Link(uid, "OWNED_BY", owner) for uid, (_, owner) in ESTATE.items() if owner]
LINKS = [
    Link("svc", "REALIZED_BY", "app"),
    Link("app", "RUNS_ON", "srv"),
    Link("spared", "REALIZED_BY", "app"),
    Link("spared", "REALIZED_BY", "other"),
    Link("room", "POWERED_BY", "power"),
]


def snapshot(*more: Link, things: dict[str, Thing] | None = None) -> Snapshot:
    uids = sorted(ESTATE)
    elements = element_table(
        [(things or {}).get(uid, Thing(uid)) for uid in uids],
        kind=[ESTATE[uid][0] for uid in uids],
        key=[f"{uid}/server/{uid}" for uid in uids],
        scope=uids,
    )
    return compile_snapshot(shipped(), elements, relation_table([*OWNED, *LINKS, *more]), 1)


def of(found: Completion, whole: Snapshot) -> dict[str, Completeness]:
    return {whole.uids[row.agency] if row.agency != ABSENT else "": row for row in found.agencies}


def test_a_machine_stands_where_its_host_stands() -> None:
    estate = {**ESTATE, "vm": ("Server", "bkd")}
    uids = sorted(estate)
    elements = element_table(
        [Thing(uid) for uid in uids],
        kind=[estate[uid][0] for uid in uids],
        key=[f"{uid}/server/{uid}" for uid in uids],
        scope=uids,
    )
    links = [*LINKS, Link("vm", "OWNED_BY", "bkd"), Link("vm", "HOSTED_ON", "srv")]
    found = completion(compile_snapshot(shipped(), elements, relation_table(links), 1), TODAY)
    located = [gap.uid for gap in found.gaps if gap.relation is R.LOCATED_IN]
    assert located == ["srv"]  # of the host it is asked, and that answers for both


def test_each_agency_is_told_what_is_filled_in_and_what_lacks() -> None:
    whole = snapshot()
    found = completion(whole, TODAY)
    rows = of(found, whole)
    assert {uid: (row.expected, row.filled) for uid, row in rows.items()} == {
        "dinkes": (1, 1),  # the application has its server
        "bkd": (2, 0),  # neither its application nor its server says where it is
        "": (1, 1),  # the room, nobody's, has its power
    }
    lacking = [(lack.kind, lack.relation, lack.count) for lack in rows["bkd"].missing]
    assert lacking == [(K.APPLICATION, R.RUNS_ON, 1), (K.SERVER, R.LOCATED_IN, 1)]
    assert [(gap.uid, gap.relation) for gap in rows["bkd"].gaps] == [
        ("other", R.RUNS_ON),
        ("srv", R.LOCATED_IN),
    ]
    assert (found.expected, found.filled) == (4, 2)


def test_answers_are_unknown_because_of_the_agency_that_does_not_say_not_of_the_one_that_asks() -> None:
    whole = snapshot()
    found = completion(whole, TODAY)
    rows = of(found, whole)
    assert (rows["bkd"].unknown, rows["dinkes"].unknown) == (2, 0)
    assert (found.unknown, found.answers) == (2, 2)


def test_once_all_is_filled_in_every_answer_is_known() -> None:
    whole = snapshot(Link("other", "RUNS_ON", "srv"), Link("srv", "LOCATED_IN", "room"))
    found = completion(whole, TODAY)
    assert (found.expected, found.filled, found.unknown) == (4, 4, 0)
    assert not any(row.gaps or row.missing for row in found.agencies)


def test_what_is_retired_is_expected_to_say_nothing() -> None:
    whole = snapshot(things={"other": Thing("other", status="retired")})
    assert of(completion(whole, TODAY), whole)["bkd"].expected == 1


def test_who_leaves_most_unknown_stands_first() -> None:
    whole = snapshot()
    assert whole.uids[completion(whole, TODAY).agencies[0].agency] == "bkd"


def test_without_anything_to_expect_nothing_is_told() -> None:
    nothing = compile_snapshot(shipped(), element_table([], kind=[]), relation_table([]), 1)
    assert completion(nothing, TODAY) == Completion(agencies=(), of_services=False, answers=0, unknown=0)


def test_without_services_the_answers_are_those_about_applications() -> None:
    uids = [uid for uid in sorted(ESTATE) if ESTATE[uid][0] != "Service"]
    table = element_table([Thing(uid) for uid in uids], kind=[ESTATE[uid][0] for uid in uids])
    links = [link for link in (*OWNED, *LINKS) if {link.source, link.target} <= set(uids)]
    found = completion(compile_snapshot(shipped(), table, relation_table(links), 1), TODAY)
    assert (found.of_services, found.answers, found.unknown) == (False, 2, 2)
    assert completion(snapshot(), TODAY).of_services


def test_only_links_that_lead_to_infrastructure_alone_count() -> None:
    metamodel = shipped()
    counted = {
        (spec.kind, one.relation)
        for spec in metamodel.kinds
        for one in spec.expects
        if is_infrastructure(metamodel, one)
    }
    assert (K.APPLICATION, R.RUNS_ON) in counted
    assert (K.DATA_OBJECT, R.STORED_ON) in counted
    assert (K.SERVICE, R.REALIZED_BY) not in counted
    for kind, relation in counted:
        (ends,) = (one.to for one in metamodel.kind(kind).expects if one.relation is relation)
        assert {metamodel.kind(to).domain for to in ends} == {Domain.INFRASTRUCTURE}


DRAWN = st.sampled_from(["Application", "Server", "DataObject", "Service", "BusinessProcess"])


@given(cases(), st.data())
def test_what_stays_unknown_is_what_simulating_all_gaps_of_an_agency_hits(
    case: Case, data: st.DataObject
) -> None:
    things, links, _, _ = case
    kinds = [data.draw(DRAWN) for _ in things]
    owned = [Link(one.uid, "OWNED_BY", data.draw(st.sampled_from(AGENCIES))) for one in things[1:]]
    everything = element_table(
        [*things, *map(Thing, AGENCIES)], kind=[*kinds, *("OrgUnit" for _ in AGENCIES)]
    )
    whole = compile_snapshot(shipped(), everything, relation_table([*links, *owned]), 1)
    found, valid = completion(whole, TODAY), whole.requirements(TODAY).valid
    of_people = [index for index in range(len(whole)) if whole.kind(index) in TARGETS]
    judged = of_people or [index for index in range(len(whole)) if whole.kind(index) is K.APPLICATION]
    targets = [index for index in judged if valid[index]]
    assert found.answers == len(targets)

    def hit(gaps: Iterable[Gap]) -> int:
        failed = {gap.uid: State.DOWN for gap in gaps}
        if not failed:
            return 0
        state = simulate(whole, Scenario(failed=failed, on=TODAY)).state
        return sum(bool(state[index] > State.UP) for index in targets)

    assert [row.unknown for row in found.agencies] == [hit(row.gaps) for row in found.agencies]
    assert found.unknown == hit(gap for row in found.agencies for gap in row.gaps)
