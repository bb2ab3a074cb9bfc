"""Elements are found by key, code, name or text, and shown with relations, references and origins."""

from functools import partial

import pytest

from model.faults import AmbiguousElement, UnknownElement
from queries.lookup import Narrowed, element_for, find, matched, show
from queries.past import past
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, owner, row, saying


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store)
    found.load(
        delivery(
            row(
                K.APPLICATION, "DAA-1", "SIMRS", owner("Dinas Kesehatan"), saying(R.RUNS_ON, "SRV-1"),
                saying(R.CALLS, "tak ada"), rto_hours=4, columns={"rto_hours": "RTO (jam)"}, at=("a.xlsx", 7),
            ),
            row(K.SERVER, "SRV-1", "Server satu", at=("s.xlsx", 2)),
            row(K.SERVER, "SRV-1", "Server satu", agency="Dishub", at=("s.xlsx", 3)),
        )
    )  # fmt: skip
    found.load(delivery(row(K.APPLICATION, "DAA-9", "e-Surat", at=("a.xlsx", 8))))
    return found


@pytest.mark.parametrize(
    "text", ["dinkes/application/DAA-1", "DINKES/application/daa-1", "daa-1", "simrs", " SIMRS "]
)
def test_an_element_is_found_by_key_code_or_name(desk: Desk, text: str) -> None:
    assert element_for(desk.store, text).key == "dinkes/application/DAA-1"


def test_none_and_several_are_refused_with_what_to_do(desk: Desk) -> None:
    with pytest.raises(UnknownElement) as unknown:
        element_for(desk.store, "tak ada")
    assert 'simpul find "tak ada"' in unknown.value.fix.id
    with pytest.raises(AmbiguousElement) as ambiguous:
        element_for(desk.store, "SRV-1")
    assert "dinkes/server/SRV-1, dishub/server/SRV-1" in ambiguous.value.fix.en or (
        "dishub/server/SRV-1, dinkes/server/SRV-1" in ambiguous.value.fix.en
    )


def test_the_code_of_an_element_that_says_none_is_the_last_part_of_its_key(store: Store) -> None:
    desk = Desk(store)
    keys = ("dinkes/server/SRV%2F1", "dishub/server/SRV-2", "dinsos/server/SRV-2")
    made = desk.load(delivery(*(row(K.SERVER, None, f"Server {key[:6]}", key=key) for key in keys)))
    then = past(store, desk.metamodel, made.step.load.id)
    for asked in (partial(element_for, store), then.element_for):
        assert asked("srv/1").key == keys[0]
        with pytest.raises(AmbiguousElement) as ambiguous:
            asked("SRV-2")
        assert all(key in ambiguous.value.fix.en for key in keys[1:])


@pytest.mark.parametrize(
    ("text", "command"), [("tak ada", '"tak ada"'), (' "a" $b ', """'"a" $b'"""), (" ", "TEXT")]
)
def test_what_to_search_for_can_be_pasted(store: Store, text: str, command: str) -> None:
    with pytest.raises(UnknownElement) as unknown:
        element_for(store, text)
    assert f"simpul find {command}, then" in unknown.value.fix.en


def test_a_search_is_paged_counted_and_narrowed(desk: Desk) -> None:
    found, total = find(desk.store, "s", limit=1)
    assert (len(found), total > 2) == (1, True)
    servers, many = find(desk.store, "server", K.SERVER)
    assert ([one.kind for one in servers], many) == ([K.SERVER] * 2, 2)
    narrowed, _ = find(desk.store, "server", within=Narrowed(scope="dishub"))
    assert [one.key for one in narrowed] == ["dishub/server/SRV-1"]
    simrs, _ = find(desk.store, "simrs")
    assert (simrs[0].owner, simrs[0].agency) == ("dinkes/orgunit/dinkes", "Dinas Kesehatan")


def test_a_hit_tells_the_other_name_or_the_former_key_that_was_searched_for() -> None:
    said = partial(matched, plain=("e-Gaji", "bkd/application/A", None, "EG"))
    assert said("gaji", names=["Layanan Gaji"], aliases=[]) == (None, None)
    assert said("layanan g", names=["SIMGAJI", "Layanan Gaji"], aliases=[]) == ("Layanan Gaji", None)
    assert said("x-9", names=["SIMGAJI"], aliases=["bkd/application/X-9"]) == (None, "bkd/application/X-9")


def test_an_element_is_shown_with_relations_references_findings_and_origins(desk: Desk) -> None:
    shown = show(desk.store, element_for(desk.store, "DAA-1"))
    assert [(r.relation, way, other.key) for r, way, other in shown.relations] == [
        (R.OWNED_BY, "out", "dinkes/orgunit/dinkes"),
        (R.RUNS_ON, "out", "dinkes/server/SRV-1"),
    ]
    ((reference, _, place),) = shown.references
    assert (reference.text, place.file, place.row, place.column) == ("tak ada", "a.xlsx", 7, "calls")
    assert "dangling_reference" in {f.finding.rule for f in shown.findings}
    origin = shown.origins["rto_hours"]
    assert (origin.value, origin.by, origin.place.column, origin.place.row) == (4, "penguji", "RTO (jam)", 7)
