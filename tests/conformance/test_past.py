"""Finding and showing elements as they stood after a load: like the present, on each engine."""

from dataclasses import replace

import pytest

from model.faults import AmbiguousElement, UnknownElement
from queries import lookup, records
from queries.past import Past, past
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, owner, row, saying

APP = "dinkes/application/DAA-1"
FIRST = delivery(
    row(K.APPLICATION, "DAA-1", "SIMRS", owner("Dinas Kesehatan"), saying(R.RUNS_ON, "SRV-1"), rto_hours=4),
    row(K.SERVER, "SRV-1", "Server satu", at=("s.xlsx", 2)),
    row(K.SERVER, "SRV-1", "Server lain", agency="Dinas Sosial", at=("s.xlsx", 3)),
)
SECOND = delivery(
    row(K.APPLICATION, "DAA-1", "SIMRS Baru", owner("Dinas Kesehatan"), saying(R.CALLS, "belum ada")),
    row(K.SERVER, "SRV-2", "Server dua", at=("s.xlsx", 4)),
)


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store)
    found.load(FIRST)
    found.load(SECOND)
    return found


def after(desk: Desk, number: int) -> Past:
    return past(desk.store, desk.metamodel, records.loads(desk.store)[number].id)


def test_the_last_load_answers_as_the_present_does(desk: Desk) -> None:
    then = after(desk, -1)
    for text in ("server", "simrs", "DAA-1", "dinkes/", "tidak ada"):
        for kind in (None, K.SERVER):
            for limit in (1, 50):
                assert then.find(text, kind, limit=limit) == lookup.find(desk.store, text, kind, limit=limit)
    for key in (APP, "dinkes/server/SRV-1"):
        now = lookup.show(desk.store, lookup.element_for(desk.store, key))
        was = then.show(desk.store, then.element_for(key))
        assert without_near(was) == without_near(replace(now, findings=()))


def without_near(one: lookup.Shown) -> lookup.Shown:
    """Near names are suggestions of the present."""
    references = tuple((replace(ref, candidates=(), reason=None), place) for ref, _, place in one.references)  # type: ignore[arg-type]
    return replace(one, references=references)  # type: ignore[arg-type]


def test_an_earlier_load_shows_what_was_said_then(desk: Desk) -> None:
    then = after(desk, 0)
    shown = then.show(desk.store, then.element_for("simrs"))
    assert (shown.element.name, shown.element.properties["rto_hours"]) == ("SIMRS", 4)
    assert [other.key for edge, _, other in shown.relations if edge.relation is R.RUNS_ON] == [
        "dinkes/server/SRV-1"
    ]
    assert shown.origins["name"].place.row == 2
    assert then.find("server dua", None, limit=9) == ([], 0)


def test_what_was_not_there_then_or_was_two_is_refused(desk: Desk) -> None:
    then = after(desk, 0)
    with pytest.raises(UnknownElement):
        then.element_for("SRV-2")
    with pytest.raises(AmbiguousElement):
        then.element_for("SRV-1")
