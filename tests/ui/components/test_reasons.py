"""Reasons as sentences."""

import pytest
from hypothesis import given

from model.availability import State
from model.kinds import RelationKind
from queries.impact.impact import Impact, Scenario, simulate
from tests.support.drawn import drawn
from tests.support.estate_in_words import estate
from tests.support.graphs import TODAY, Case, cases, impact_of, snapshot_of
from ui.components.reasons import told_with_cause
from ui.impact.affected import name_of

HOST, VM1, VM2 = "bersama/server/HOST", "bersama/server/VM-1", "bersama/server/VM-2"


def said(language: str, *failed: str) -> list[str]:
    """Why SIMRS is affected."""
    snapshot = estate()
    uids = [snapshot.uids[snapshot.keys.index(key)] for key in failed]
    impact: Impact = simulate(snapshot, Scenario(failed=dict.fromkeys(uids, State.DOWN), on=TODAY))
    (row,) = (one for one in impact.affected() if one.name == "SIMRS")
    told = [told_with_cause(impact, reason, lambda key: name_of(snapshot, key)) for reason in row.reasons]
    return [getattr(one, language) for one in told]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "id",
            "membutuhkan salah satu dari VM-1 (■ tidak tersedia), VM-2 (■ tidak tersedia), keduanya {} HOST",
        ),
        ("en", "needs any of VM-1 (■ down), VM-2 (■ down), both hang on HOST ({})"),
    ],
)
def test_a_group_that_fell_by_one_cause_names_it(language: str, words: str) -> None:
    label = estate().metamodel.relation(RelationKind.HOSTED_ON).label
    assert words.format(getattr(label, language).lower()) in said(language, HOST)


@pytest.mark.parametrize(
    ("language", "words"), [("id", "keduanya bergantung pada Ruang"), ("en", "both hang on Ruang")]
)
def test_a_cause_farther_away_is_named_without_how(language: str, words: str) -> None:
    """The second machine stands on a host of its own in the same room."""
    snapshot = drawn(
        ("d/application/A", "k/server/V1", "k/server/V2", "k/server/H", "k/computingfacility/Ruang"),
        (
            "d/application/A RUNS_ON k/server/V1 web any",
            "d/application/A RUNS_ON k/server/V2 web",
            "k/server/V1 LOCATED_IN k/computingfacility/Ruang",
            "k/server/V2 HOSTED_ON k/server/H",
            "k/server/H LOCATED_IN k/computingfacility/Ruang",
        ),
    )
    room = {"k/computingfacility/Ruang": State.DOWN}
    impact = simulate(snapshot, Scenario(failed=room, on=TODAY))
    (reason,) = next(one.reasons for one in impact.affected() if one.name == "A")
    told = told_with_cause(impact, reason, lambda key: name_of(snapshot, key))
    assert getattr(told, language).endswith(words)


def test_by_causes_of_their_own_the_members_are_named_alone() -> None:
    (told, *_) = [one for one in said("en", VM1, VM2) if "any of" in one]
    assert told == "needs any of VM-1 (■ down), VM-2 (■ down)"


@given(cases())
def test_every_reason_of_every_scenario_can_be_told(case: Case) -> None:
    impact = impact_of(snapshot_of(case[0], case[1]), case[2], case[3])
    for row in impact.affected():
        for reason in row.reasons:
            told = told_with_cause(impact, reason, lambda key: name_of(impact.snapshot, key))
            assert told.id.startswith("membutuhkan")
            assert told.en.startswith("needs")
