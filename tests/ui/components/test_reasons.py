"""Reasons as sentences."""

import pytest

from model.availability import State
from model.kinds import RelationKind
from queries.impact import Impact, Scenario, simulate
from tests.support.estate_in_words import estate
from tests.support.graphs import TODAY
from ui.affected import name_of
from ui.components.reasons import told_with_cause

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


def test_by_causes_of_their_own_the_members_are_named_alone() -> None:
    (told, *_) = [one for one in said("en", VM1, VM2) if "any of" in one]
    assert told == "needs any of VM-1 (■ down), VM-2 (■ down)"
