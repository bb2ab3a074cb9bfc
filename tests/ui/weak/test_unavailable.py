"""How likely services are down, as people read it."""

from dataclasses import replace

import pytest

from model.text import Language
from queries.resilience.unavailability import Birnbaum, Unavailability
from queries.snapshot.snapshot import Snapshot
from tests.support.estate_in_words import estate
from ui.phrases import unavailable as words
from ui.weak import unavailable

HOUR = 1 / 8760


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return estate()


@pytest.fixture(scope="module")
def known(snapshot: Snapshot) -> Unavailability:
    """A service that a room and a machine decide, of which all is known: 5.25 hours in a year."""
    room, host = (snapshot.index(f"u:bersama/{key}") for key in ("computingfacility/ROOM", "server/HOST"))
    return Unavailability(
        target=snapshot.index("u:dinkes/service/DAL-1"),
        least=5.25 * HOUR,
        most=5.25 * HOUR,
        elements=(Birnbaum(room, 0.96, 4 * HOUR), Birnbaum(host, 0.2, None)),
        unstated=(),
        lacking=(),
        exact=True,
    )


def cells(snapshot: Snapshot, one: Unavailability, language: Language) -> dict[str, object]:
    named = unavailable.row(snapshot, one, language)
    return dict(zip((column.id for column in unavailable.COLUMNS), named, strict=True))


def test_what_is_known_is_told_in_hours_with_what_decides(snapshot: Snapshot, known: Unavailability) -> None:
    row = cells(snapshot, known, Language.ID)
    assert (row[words.LEAST.id], row[words.CERTAINTY.id]) == (5.2, "diketahui")
    assert row[words.DECIDES.id] == "Ruang server: hampir selalu menentukan"
    assert (row[words.BIRNBAUM.id], row[words.MISSING.id]) == (0.96, "")
    assert unavailable.sentence(known, "X", Language.ID) == "**X** diperkirakan mati 5,2 jam dalam setahun."
    assert (
        unavailable.sentence(known, "X", Language.EN) == "**X** is expected to be down 5.2 hours in a year."
    )


def test_what_is_not_known_is_a_bound_with_what_is_missing(snapshot: Snapshot, known: Unavailability) -> None:
    host = known.elements[1].element
    bounded = replace(known, most=12 * HOUR, unstated=(host,))
    row = cells(snapshot, bounded, Language.EN)
    assert row[words.CERTAINTY.id] == "at most 12.0 hours"
    assert row[words.MISSING.id] == "the availability of HOST"
    assert "at least 5.2 hours" in unavailable.sentence(bounded, "X", Language.EN)
    unbounded = replace(known, most=1.0, lacking=(host,))
    assert cells(snapshot, unbounded, Language.EN)[words.CERTAINTY.id] == "at least"
    assert cells(snapshot, unbounded, Language.ID)[words.MISSING.id] == "ketergantungan HOST"


def test_a_long_list_is_told_in_short(snapshot: Snapshot, known: Unavailability) -> None:
    many = replace(known, unstated=tuple(range(5)))
    assert unavailable.missing(snapshot, many, Language.ID).endswith(" dan 2 lainnya")


def test_where_combinations_are_too_many_that_is_said(snapshot: Snapshot, known: Unavailability) -> None:
    bounded = replace(known, exact=False, elements=(), most=1.0)
    row = cells(snapshot, bounded, Language.ID)
    assert row[words.MISSING.id] == words.TOO_MANY.id
    assert (row[words.DECIDES.id], row[words.BIRNBAUM.id]) == ("", None)


def test_what_nothing_can_stop_is_no_promise_of_hours(known: Unavailability) -> None:
    never = replace(known, least=0.0, most=0.0, elements=())
    assert unavailable.sentence(never, "X", Language.ID) == words.NEVER.filled(name="X").id


@pytest.mark.parametrize("language", Language)
def test_every_importance_has_its_words(
    snapshot: Snapshot, known: Unavailability, language: Language
) -> None:
    element = known.elements[0].element
    told = [
        unavailable.decides(snapshot, Birnbaum(element, share, None), language)
        for share in (1.0, 0.95, 0.6, 0.1, 0.001, 0.0)
    ]
    assert len(set(told)) == 4


def test_an_element_is_told_with_its_own_hours_or_that_nobody_said(known: Unavailability) -> None:
    room, host = known.elements
    assert unavailable.own(room, Language.ID) == "mati sendiri 4,0 jam/tahun"
    assert unavailable.own(host, Language.EN) == words.OWN_UNKNOWN.en


def test_what_is_missed_for_the_most_targets_stands_first(known: Unavailability) -> None:
    found = [replace(known, unstated=one) for one in ((3, 4), (4,), (5, 4))]
    assert unavailable.wanted(found, 2) == [(4, 3), (3, 1)]
