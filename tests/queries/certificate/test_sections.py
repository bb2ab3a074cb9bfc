"""How likely targets are down, how agencies hang on each other, and broken promises: proved, or refused."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.faults import UnreadableFile
from queries.certificate.comparison import comparison_certificate
from queries.certificate.fragile import Fragile, failure_sets_certificate
from queries.resilience.failure_sets import failure_sets
from queries.resilience.fragility import Asked, Fragility
from queries.resilience.recovery import promises
from queries.resilience.unavailability import unavailabilities
from queries.snapshot.snapshot import Snapshot
from tests.support.certified import ORIGIN, Document, checked, forged, problems
from tests.support.copied import copied
from tests.support.graphs import TODAY, Case, cases, impact_of, snapshot_of
from tests.support.owned import estates, owned
from tests.support.reference_evaluator import Link, Thing

PER_CENT = st.sampled_from([None, None, -5.0, 0.0, 50.0, 90.0, 99.9, 100.0, 120.0])
HOURS = st.sampled_from([None, None, 0.0, 1.0, 4.0, 24.0])


def likely(snapshot: Snapshot, protected: list[int]) -> Document:
    """The certificate of how likely everything is down."""
    everything = np.arange(len(snapshot))
    found = unavailabilities(snapshot, TODAY, everything, protected=protected)
    sets = failure_sets(snapshot, TODAY, everything, 1, protected=protected)
    fragile = Fragile(sets=sets, unavailabilities=found)
    return failure_sets_certificate(snapshot, TODAY, fragile, ORIGIN, protected=protected)


def stated(case: Case, available: list[float | None]) -> tuple[Snapshot, list[int]]:
    """A drawn graph whose elements have an availability, or none."""
    things, links, _, protected = case
    told = [replace(thing, availability=up) for thing, up in zip(things, available, strict=False)]
    snapshot = snapshot_of(told, links)
    return snapshot, [snapshot.index(uid) for uid in protected]


@given(cases(most=6), st.lists(PER_CENT, min_size=8, max_size=8))
def test_how_likely_everything_is_down_is_confirmed(case: Case, available: list[float | None]) -> None:
    document = likely(*stated(case, available))
    assert checked(document).wrong == []
    assert not any("too many cases" in text.en for text in checked(document).not_checked)


@given(cases(most=5), st.lists(PER_CENT, min_size=8, max_size=8), st.data())
def test_another_likelihood_or_importance_is_refused(
    case: Case, available: list[float | None], data: st.DataObject
) -> None:
    document = likely(*stated(case, available))
    targets = document["answer"]["unavailability"]["targets"]
    number = data.draw(st.integers(0, len(targets) - 1))
    parts = len(targets[number]["elements"])
    field = data.draw(st.sampled_from(["least", "most", *range(parts)]))

    def change(other: Document) -> None:
        told = other["answer"]["unavailability"]["targets"][number]
        place, name = (told["elements"][field], "importance") if isinstance(field, int) else (told, field)
        place[name] = place[name] + 0.125 if place[name] < 0.5 else place[name] - 0.125

    assert "another_likelihood" in problems(forged(document, change))


@given(cases(most=6), st.lists(HOURS, min_size=8, max_size=8), st.lists(HOURS, min_size=8, max_size=8))
def test_promises_that_cannot_be_kept_are_confirmed(
    case: Case, promised: list[float | None], lasting: list[float | None]
) -> None:
    document = broken(case, promised, lasting)
    assert checked(document).wrong == []


def broken(case: Case, promised: list[float | None], lasting: list[float | None]) -> Document:
    """The certificate of which promises cannot be kept."""
    things = [
        replace(thing, rto_hours=rto, restore_hours=hours)
        for thing, rto, hours in zip(case[0], promised, lasting, strict=False)
    ]
    snapshot = snapshot_of(things, case[1])
    sets = failure_sets(snapshot, TODAY, np.arange(1), 1)
    found = Fragile(sets=sets, promises=promises(snapshot, TODAY))
    return failure_sets_certificate(snapshot, TODAY, found, ORIGIN)


def unkept() -> Document:
    """a promises 4 h, and hangs on any of b (24 h) and c (8 h); d promises 4 h, and hangs on b."""
    links = [
        Link("a", "RUNS_ON", "b", group="db"),
        Link("a", "RUNS_ON", "c", group="db"),
        Link("d", "RUNS_ON", "b"),
    ]
    case = ([Thing(uid) for uid in "abcd"], links, {}, [])
    return broken(case, [4.0, None, None, 4.0], [0.0, 24.0, 8.0, 0.0])


def test_what_breaks_a_promise_and_when_it_is_back_is_told() -> None:
    document = unkept()
    by_key = {key: one["uid"] for key, one in document["elements"].items()}
    told = document["answer"]["promises"]["broken"]
    assert [(by_key[one["element"]], one["at_best"], by_key[one["by"]]) for one in told] == [
        ("d", 24.0, "b"),
        ("a", 8.0, "b"),  # one of the two quicker is enough
    ]


@pytest.mark.parametrize("hours", [7.0, 9.0, 24.0])
def test_another_hour_of_recovery_is_refused(hours: float) -> None:
    def change(other: Document) -> None:
        other["answer"]["promises"]["broken"][1]["at_best"] = hours

    assert "another_promise" in problems(forged(unkept(), change))


def test_what_nobody_promised_cannot_be_broken() -> None:
    def change(other: Document) -> None:
        told = other["answer"]["promises"]
        del told["promised"][told["broken"][0]["element"]]

    assert "another_promise" in problems(forged(unkept(), change))


def test_a_broken_promise_left_out_is_refused() -> None:
    def change(other: Document) -> None:
        del other["answer"]["promises"]["broken"][0]

    assert "another_promise" in problems(forged(unkept(), change))


def shared() -> Snapshot:
    """Two agencies with a service each, both on the server of the first."""
    links = [Link("s", "RUNS_ON", "v"), Link("t", "RUNS_ON", "v")]
    things = [Thing("s", criticality="high"), Thing("t"), Thing("v", availability=99.0)]
    return owned(things, links, ["Service", "Service", "Server"], ["opd1", "opd2", "opd1"])


def exposed() -> Document:
    """The certificate of all that is fragile there."""
    return Fragility(shared(), Asked(on=TODAY)).certificate(ORIGIN, availability=True)


@given(estates())
def test_all_that_is_fragile_in_any_estate_is_confirmed(snapshot: Snapshot) -> None:
    document = Fragility(snapshot, Asked(on=TODAY)).certificate(ORIGIN, availability=True)
    assert checked(document).wrong == []


def test_how_agencies_hang_on_each_other_is_confirmed() -> None:
    document = exposed()
    assert document["answer"]["exposure"]["cells"]
    assert document["answer"]["exposure"]["shared"]
    verdict = checked(document)
    assert verdict.wrong == []
    assert any("cells" in text.en for text in verdict.confirmed)


def test_it_is_not_told_where_combinations_were_asked_for() -> None:
    asked = Asked(on=TODAY, order=2)
    answer = Fragility(shared(), asked).certificate(ORIGIN)["answer"]
    assert not answer.keys() & {"exposure", "unavailability"}


def _field(part: str, field: str, change: Callable[[Any], Any]) -> Callable[[Document], None]:
    def changed(document: Document) -> None:
        first = document["answer"]["exposure"][part][0]
        first[field] = change(first[field])

    return changed


def _left_out(part: str) -> Callable[[Document], None]:
    return lambda document: document["answer"]["exposure"][part].pop()


def test_a_cell_told_twice_is_refused() -> None:
    def change(document: Document) -> None:
        cells = document["answer"]["exposure"]["cells"]
        cells.insert(0, {**cells[0], "share": 1.0})

    assert "another_exposure" in problems(forged(exposed(), change))


@pytest.mark.parametrize("part", ["broken", "not_kept", "shared", "differences"])
def test_what_is_told_twice_of_one_element_is_no_certificate(part: str) -> None:
    """One reader would see the first, another the last."""
    documents = {
        "broken": (unkept(), ("answer", "promises")),
        "not_kept": (losing({"s": 1.0, "d": 24.0}), ("answer", "recovery_points")),
        "shared": (exposed(), ("answer", "exposure")),
        "differences": (compared(), ("answer",)),
    }
    document, place = documents[part]

    def change(other: Document) -> None:
        for name in place:
            other = other[name]
        other[part].append(other[part][0])

    with pytest.raises(UnreadableFile):
        checked(forged(document, change))


def compared() -> Document:
    """The certificate of two scenarios that end otherwise."""
    snapshot = shared()
    first, second = (impact_of(snapshot, {uid: "down"}) for uid in "st")
    return comparison_certificate(first, second, (ORIGIN, ORIGIN))


@pytest.mark.parametrize(
    "change",
    [
        _field("cells", "stops", lambda count: count + 1),
        _field("cells", "share", lambda share: share / 2),
        _field("cells", "any", lambda count: count + 1),
        _field("cells", "any_share", lambda share: share / 2),
        _field("shared", "stops", lambda count: count + 1),
        _field("shared", "share", lambda share: share / 2),
        _field("shared", "agencies", lambda agencies: agencies[1:]),
        _left_out("cells"),
        _left_out("shared"),
    ],
)
def test_a_forged_exposure_is_refused(change: Callable[[Document], None]) -> None:
    assert "another_exposure" in problems(forged(exposed(), change))


LOSING = st.dictionaries(st.sampled_from("psadn"), st.sampled_from([1.0, 6.0, 24.0]))


def losing(rpo: dict[str, float], role: str | None = "backup") -> Document:
    """The certificate of which recovery points cannot be kept."""
    return Fragility(copied(rpo, role), Asked(on=TODAY)).certificate(ORIGIN)


@given(LOSING, st.sampled_from(["backup", "replica", "primary", None]))
def test_recovery_points_that_cannot_be_kept_are_confirmed(rpo: dict[str, float], role: str | None) -> None:
    assert checked(losing(rpo, role)).wrong == []


def test_a_recovery_point_that_is_broken_is_told_with_its_loss() -> None:
    document = losing({"s": 1.0, "d": 24.0})
    (told,) = document["answer"]["recovery_points"]["not_kept"]
    assert (told["verdict"], told["loss"]) == ("broken", 24.0)


def _another(field: str, value: object) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document["answer"]["recovery_points"]["not_kept"][0][field] = value

    return change


def _forgotten(document: Document) -> None:
    document["answer"]["recovery_points"]["not_kept"] = []


@pytest.mark.parametrize("change", [_another("loss", 12.0), _another("verdict", "unknown"), _forgotten])
def test_a_forged_recovery_point_is_refused(change: Callable[[Document], None]) -> None:
    assert "another_promise" in problems(forged(losing({"s": 1.0, "d": 24.0}), change))
