"""Weak points: whom they hit, and what is named first."""

from model.kinds import ElementKind, RelationKind
from model.metamodel.shipped import shipped
from queries.resilience.fragility import Asked, Fragility
from queries.resilience.weak_points import WeakPoint
from queries.snapshot.snapshot import compile_snapshot
from tests.support.graphs import TODAY, element_table, relation_table
from tests.support.reference_evaluator import Link, Thing
from ui.weak import fragile

K, R = ElementKind, RelationKind
KEYS = {
    "a": "setda/orgunit/setda",
    "b": "setda/orgunit/biro",
    "c": "rsud/orgunit/rsud",
    "p": "rsud/businessprocess/p",
    "s1": "setda/service/s1",
    "s2": "setda/service/s2",
    "s3": "setda/service/s3",
    "w": "setda/application/w",
    "x": "setda/businessprocess/x",
}
KINDS = {
    **dict.fromkeys("abc", K.ORG_UNIT),
    **dict.fromkeys(("s1", "s2", "s3"), K.SERVICE),
    **dict.fromkeys("px", K.BUSINESS_PROCESS),
    "w": K.APPLICATION,
}
OWNERS = {"s1": "a", "s2": "b", "s3": "b", "p": "c"}
THINGS = {
    "s2": Thing("s2", criticality="very_high", rto_hours=8),
    "s3": Thing("s3", criticality="very_high", rto_hours=2),
    "x": Thing("x", status="planned"),
}


def found() -> Fragility:
    uids = sorted(KEYS)
    columns = {
        "kind": [KINDS[uid].value for uid in uids],
        "key": [KEYS[uid] for uid in uids],
        "scope": [KEYS[uid].partition("/")[0] for uid in uids],
    }
    elements = element_table([THINGS.get(uid, Thing(uid)) for uid in uids], **columns)
    links = [Link(uid, R.OWNED_BY.value, owner) for uid, owner in OWNERS.items()]
    links += [Link(uid, R.REALIZED_BY.value, "w") for uid in ("s1", "s2", "s3")]
    links.append(Link("p", R.SERVED_BY.value, "w"))
    return Fragility(compile_snapshot(shipped(), elements, relation_table(links), 1), Asked(on=TODAY))


def point_of(whole: Fragility) -> WeakPoint:
    return next(one for one in whole.weak_points if whole.snapshot.uids[one.failed[0]] == "w")


def test_units_count_as_their_agency_and_services_have_agencies_of_their_own() -> None:
    point = point_of(found())
    assert (point.services, point.serving, point.agencies) == (3, 1, 2)


def test_the_most_important_services_are_named_first_and_those_back_soonest_before_others() -> None:
    whole = found()
    assert [whole.snapshot.uids[at] for at in point_of(whole).targets] == ["s3", "s2", "s1", "p"]


def test_what_is_not_valid_on_the_day_is_counted_apart() -> None:
    assert fragile.beyond(found()) == {K.BUSINESS_PROCESS: 1}
