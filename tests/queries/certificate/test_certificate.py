"""Certificates of random scenarios are confirmed by the checker, and no forged one is."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.certificate.fragile import Fragile, failure_sets_certificate
from queries.certificate.impact import impact_certificate
from queries.checker.reading import certificate
from queries.checker.rule import STATES
from queries.checker.subgraph import Subgraph
from queries.resilience.failure_sets import failure_sets
from queries.resilience.fake_redundancy import fake_redundancies
from queries.snapshot.snapshot import Snapshot
from tests.support.certified import ORIGIN, Document, checked, forged, problems
from tests.support.graphs import TODAY, Case, cases, impact_of, snapshot_of
from tests.support.reference_evaluator import WORDS, Link, Thing, evaluate


def of(case: Case) -> Document:
    """The certificate of a random scenario."""
    things, links, failed, protected = case
    return impact_certificate(impact_of(snapshot_of(things, links), failed, protected), (), ORIGIN)


@st.composite
def affecting(draw: st.DrawFn, most: int = 7) -> Case:
    """Draw a case in which somebody is affected: by two elements more that need what fails."""
    things, links, failed, protected = draw(cases(most))
    first = min(failed)
    things = [Thing(one.uid) if one.uid == first else one for one in things]
    more = [
        Link("w", "RUNS_ON", first),
        Link("x", "RUNS_ON", "w", group="db"),
        Link("x", "RUNS_ON", first, group="db"),
    ]
    return [*things, Thing("w"), Thing("x")], [*links, *more], failed, protected


@given(cases())
def test_the_certificate_of_every_scenario_is_confirmed(case: Case) -> None:
    assert checked(of(case)).wrong == []


@given(cases())
def test_what_it_says_is_what_the_reference_evaluator_says(case: Case) -> None:
    things, links, failed, protected = case
    document = of(case)
    by_uid = {one["uid"]: key for key, one in document["elements"].items()}
    said = {**document["asked"]["failed"], **document["answer"]["affected"]}
    for uid, state in evaluate(things, links, failed, protected, TODAY.isoformat()).items():
        assert said.get(by_uid.get(uid, ""), "up") == state


@given(affecting(), st.data())
def test_an_answer_with_another_state_is_refused(case: Case, data: st.DataObject) -> None:
    document = of(case)
    key = data.draw(st.sampled_from(sorted(document["answer"]["affected"])))
    word = data.draw(_other(document["answer"]["affected"][key]))

    def change(other: Document) -> None:
        other["answer"]["affected"][key] = word

    assert "not_derived" in problems(forged(document, change))


@given(affecting(), st.data())
def test_a_better_or_worse_state_with_firings_to_match_is_refused(case: Case, data: st.DataObject) -> None:
    document = of(case)
    number = data.draw(st.sampled_from(range(len(document["firings"]))))
    word = data.draw(_other(document["firings"][number]["state"]))
    better = STATES[word] < STATES[document["firings"][number]["state"]]

    def change(other: Document) -> None:
        firing = other["firings"][number]
        firing["state"] = word
        other["answer"]["affected"][firing["element"]] = word

    # further firings may rest on the right state; what matters is that it is refused, and for what
    found = problems(forged(document, change))
    assert ("not_closed" if better else "firing_wrong") in found or "not_affected" in found


@given(affecting(), st.booleans(), st.data())
def test_an_affected_element_left_out_is_refused(case: Case, firing_too: bool, data: st.DataObject) -> None:
    document = of(case)
    key = data.draw(st.sampled_from(sorted(document["answer"]["affected"])))

    def change(other: Document) -> None:
        del other["answer"]["affected"][key]
        if firing_too:
            other["firings"] = [one for one in other["firings"] if one["element"] != key]

    assert "not_closed" in problems(forged(document, change))


@given(affecting(), st.sampled_from(["down", "degraded", "at_risk"]), st.data())
def test_an_element_added_is_refused(case: Case, word: str, data: st.DataObject) -> None:
    things, links, failed, protected = case
    spare = [Link("x", "CALLS", "spare"), Link("x", "RUNS_ON", "spare", group="db")]
    document = of(([*things, Thing("spare")], [*links, *spare], failed, protected))
    others = document["elements"].keys() - document["answer"]["affected"] - document["asked"]["failed"].keys()
    key = data.draw(st.sampled_from(sorted(others)))

    def change(other: Document) -> None:
        other["answer"]["affected"][key] = word

    assert "not_derived" in problems(forged(document, change))


@given(affecting(), st.data())
def test_a_member_of_a_firing_told_otherwise_is_refused(case: Case, data: st.DataObject) -> None:
    document = of(case)
    number = data.draw(st.sampled_from(range(len(document["firings"]))))
    path = data.draw(st.sampled_from(list(_members(document["firings"][number]["because"]))))
    member = _at(document["firings"][number]["because"], path)
    field = data.draw(st.sampled_from([name for name in ("state", "counted") if name in member]))
    word = data.draw(_other(member[field], WORDS))

    def change(other: Document) -> None:
        _at(other["firings"][number]["because"], path)[field] = word

    assert problems(forged(document, change)) >= {"firing_wrong"}


@given(affecting(), st.data())
def test_a_member_left_out_or_told_twice_is_refused(case: Case, data: st.DataObject) -> None:
    document = of(case)
    number = data.draw(st.sampled_from(range(len(document["firings"]))))
    path = data.draw(st.sampled_from(list(_members(document["firings"][number]["because"]))))
    twice = data.draw(st.booleans())

    def change(other: Document) -> None:
        members = _at(other["firings"][number]["because"], path[:-1])["members"]
        if twice:
            members.append(members[path[-1]])
        else:
            del members[path[-1]]

    assert problems(forged(document, change)) >= {"firing_wrong"}


@given(affecting(), st.data())
def test_a_firing_left_out_is_refused(case: Case, data: st.DataObject) -> None:
    document = of(case)
    number = data.draw(st.sampled_from(range(len(document["firings"]))))
    assert "not_derived" in problems(forged(document, lambda other: other["firings"].pop(number)))


@given(affecting(), st.data())
def test_a_requirement_left_out_is_refused(case: Case, data: st.DataObject) -> None:
    document = of(case)
    number = data.draw(st.sampled_from(range(len(document["requirements"]))))
    found = problems(forged(document, lambda other: other["requirements"].pop(number)))
    assert "requirements_missing" in found


def test_a_cycle_that_only_holds_itself_down_is_refused() -> None:
    things = [Thing(uid) for uid in "abx"]
    links = [Link("a", "RUNS_ON", "b"), Link("b", "RUNS_ON", "a")]
    document = impact_certificate(impact_of(snapshot_of(things, links), {"x": "down"}), (), ORIGIN)
    # what a forger would write of the cycle: each because of the other
    around = impact_certificate(impact_of(snapshot_of(things, links), {"a": "down"}), (), ORIGIN)
    firing = around["firings"][0]
    a, b = firing["because"]["members"][0]["element"], firing["element"]

    def change(other: Document) -> None:
        for part in ("elements", "requirements", "firings"):
            other[part] = around[part]
        other["elements"] = {**other["elements"], **document["elements"]}
        other["elements"][a], other["elements"][b] = around["elements"][a], around["elements"][b]
        other["answer"]["affected"] = {a: "down", b: "down"}

    assert problems(forged(document, change)) == {"firing_wrong", "not_derived"}


def test_a_change_without_a_new_digest_is_noticed() -> None:
    document = of(([Thing("a"), Thing("b")], [Link("a", "RUNS_ON", "b")], {"b": "down"}, []))
    key = next(iter(document["elements"]))
    document["elements"][key]["name"] = "Nama lain"
    assert problems(document) == {"digest_differs"}


@given(cases())
def test_need_and_loss_of_a_row_that_is_not_valid_are_in_the_file(case: Case) -> None:
    things, links, failed, protected = case
    ended = [Link(**{**vars(link), "valid_to": "2026-11-23"}) if link.need else link for link in links]
    assert checked(of((things, ended, failed, protected))).wrong == []


def _other(word: str, words: Sequence[str] = WORDS[1:]) -> st.SearchStrategy[str]:
    return st.sampled_from([one for one in words if one != word])


def _members(because: Any, before: tuple[int, ...] = ()) -> Any:
    """The places of all members in a firing, inner groups too."""
    for number, member in enumerate(because["members"]):
        yield (*before, number)
        if "members" in member:
            yield from _members(member, (*before, number))


def _at(because: Any, path: tuple[int, ...]) -> Any:
    for number in path:
        because = because["members"][number]
    return because


def _chain(length: int) -> Snapshot:
    uids = [f"u{number:05d}" for number in range(length)]
    links = [Link(upper, "RUNS_ON", lower) for upper, lower in zip(uids[1:], uids, strict=False)]
    return snapshot_of([Thing(uid) for uid in uids], links)


def _star(count: int, **declared: str) -> Snapshot:
    uids = [f"u{number:05d}" for number in range(count)]
    links = [Link("top", "RUNS_ON", uid, **declared) for uid in uids]
    return snapshot_of([Thing("top"), *map(Thing, uids)], links)


def _crowd(count: int) -> Snapshot:
    uids = [f"u{number:05d}" for number in range(count)]
    return snapshot_of([Thing("s"), *map(Thing, uids)], [Link(uid, "RUNS_ON", "s") for uid in uids])


@pytest.mark.whole
@pytest.mark.parametrize(
    ("snapshot", "failed"),
    [
        (_chain(10_000), ["u00000"]),
        (_crowd(10_000), ["s"]),
        (_star(10_000), ["u00000"]),
        (_star(10_000, group="g"), [f"u{number:05d}" for number in range(10_000)]),
    ],
    ids=["chain", "crowd", "star", "pool"],
)
def test_large_answers_are_confirmed(snapshot: Snapshot, failed: list[str]) -> None:
    impact = impact_of(snapshot, dict.fromkeys(failed, "down"))
    assert checked(impact_certificate(impact, (), ORIGIN)).wrong == []


# Failure sets


def sets_of(case: Case, order: int, may_fail: Callable[[int], bool] = lambda _: True) -> Document:
    """The certificate of the failure sets of all elements of a random graph."""
    things, links, _, protected = case
    snapshot = snapshot_of(things, links)
    everything = np.arange(len(snapshot))
    allowed = np.array([may_fail(index) for index in range(len(snapshot))])
    closed = [snapshot.index(uid) for uid in protected]
    asked = {"may_fail": allowed, "protected": closed}
    found = failure_sets(snapshot, TODAY, everything, order, **asked)  # type: ignore[arg-type]
    answer = Fragile(sets=found, fakes=fake_redundancies(snapshot, TODAY, allowed, closed))
    return failure_sets_certificate(snapshot, TODAY, answer, ORIGIN, **asked)  # type: ignore[arg-type]


@st.composite
def twins(draw: st.DrawFn) -> Case:
    """A random graph with two more elements that replace each other and need one third."""
    things, links, failed, protected = draw(cases(most=6))
    pair = [Link("twin-owner", "RUNS_ON", f"twin-{side}", group="twins") for side in "ab"]
    below = [Link(f"twin-{side}", "RUNS_ON", "twin-below") for side in "ab"]
    names = ("twin-owner", "twin-a", "twin-b", "twin-below")
    return [*things, *map(Thing, names)], [*links, *pair, *below], failed, protected


@given(cases(most=7), st.integers(1, 3))
def test_failure_sets_are_confirmed(case: Case, order: int) -> None:
    verdict = checked(sets_of(case, order))
    assert verdict.wrong == []
    assert len(verdict.not_checked) == 1  # all but what no file can show


@given(cases(most=7), st.integers(1, 3))
def test_failure_sets_of_some_kinds_are_confirmed(case: Case, order: int) -> None:
    assert checked(sets_of(case, order, lambda index: index % 2 == 0)).wrong == []


def _with_sets(document: Document) -> list[int]:
    return [number for number, one in enumerate(document["answer"]["targets"]) if one["sets"]]


@given(affecting(most=5), st.integers(1, 3), st.data())
def test_a_set_left_out_is_refused(case: Case, order: int, data: st.DataObject) -> None:
    document = sets_of(case, order)
    number = data.draw(st.sampled_from(_with_sets(document)))
    found = problems(forged(document, lambda other: other["answer"]["targets"][number]["sets"].pop()))
    assert found == {"set_missing"}


@given(affecting(most=5), st.integers(1, 3), st.data())
def test_a_set_with_one_element_more_or_less_is_refused(case: Case, order: int, data: st.DataObject) -> None:
    document = sets_of(case, order)
    number = data.draw(st.sampled_from(_with_sets(document)))
    claim = document["answer"]["targets"][number]
    others = sorted(document["elements"].keys() - {claim["target"], *claim["sets"][0]})
    more = data.draw(st.sampled_from([None, *others]))

    def change(other: Document) -> None:
        one = other["answer"]["targets"][number]["sets"][0]
        if more is None:
            one.pop()
        else:
            one.append(more)

    assert problems(forged(document, change)) & {"no_failure_set", "not_minimal"}


@given(affecting(most=5), st.integers(1, 3), st.data())
def test_a_requirement_left_out_below_a_target_is_refused(
    case: Case, order: int, data: st.DataObject
) -> None:
    document = sets_of(case, order)
    number = data.draw(st.sampled_from(range(len(document["requirements"]))))
    found = problems(forged(document, lambda other: other["requirements"].pop(number)))
    assert "requirements_missing" in found


def _fakes(document: Document) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document["answer"]["fake_redundancy"]
    return found


@given(twins(), st.data())
def test_a_fake_redundancy_left_out_is_refused(case: Case, data: st.DataObject) -> None:
    document = sets_of(case, 1)
    assert checked(document).wrong == []
    one = data.draw(st.sampled_from(_fakes(document)))
    assert "no_fake_redundancy" in problems(forged(document, lambda other: _fakes(other).remove(one)))


@given(twins(), st.sampled_from(["decides", "cause", "group"]), st.data())
def test_a_fake_redundancy_told_otherwise_is_refused(case: Case, part: str, data: st.DataObject) -> None:
    document = sets_of(case, 1)
    number = data.draw(st.integers(0, len(_fakes(document)) - 1))
    one = _fakes(document)[number]
    told = {"decides": not one["decides"], "cause": one["owner"], "group": "none such"}[part]
    assert "no_fake_redundancy" in problems(
        forged(document, lambda other: _fakes(other)[number].update({part: told}))
    )


@given(cases())
def test_the_checker_and_the_reference_agree_on_what_goes_down(case: Case) -> None:
    things, links, failed, protected = case
    down = [uid for uid, word in failed.items() if word == "down"]
    document = sets_of(case, 1)
    graph = Subgraph(certificate(document))
    keys = {one["uid"]: key for key, one in document["elements"].items()}
    states = evaluate(things, links, dict.fromkeys(down, "down"), protected, TODAY.isoformat())
    for uid, word in states.items():
        if keys[uid] not in document["asked"]["protected"]:
            within = dict.fromkeys(keys.values())
            goes, _ = graph.goes_down(keys[uid], [keys[one] for one in down], within, set())
            assert goes == (word == "down")


@pytest.mark.whole
@pytest.mark.parametrize(
    ("snapshot", "target"), [(_chain(10_000), "u09999"), (_star(10_000), "top")], ids=["chain", "star"]
)
def test_many_single_points_are_confirmed(snapshot: Snapshot, target: str) -> None:
    (found,) = failure_sets(snapshot, TODAY, np.array([snapshot.index(target)]), 1)
    document = failure_sets_certificate(snapshot, TODAY, Fragile(sets=[found]), ORIGIN)
    assert document["asked"]["kind"] == "single_points"
    assert len(found.sets) > 9_000
    assert checked(document).wrong == []


def test_what_is_too_much_to_try_is_said() -> None:
    snapshot = _star(300, group="g")
    found = failure_sets(snapshot, TODAY, np.array([snapshot.index("top")]), 4)
    verdict = checked(failure_sets_certificate(snapshot, TODAY, Fragile(sets=found), ORIGIN))
    assert verdict.wrong == []
    assert "too many combinations" in verdict.not_checked[0].en
