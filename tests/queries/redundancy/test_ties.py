"""How two applications are tied is read from calls of interfaces, flows of data, parts and replacements."""

from collections.abc import Sequence

from model.metamodel.shipped import shipped
from queries.redundancy.corpus import Corpus
from queries.redundancy.ties import Tie, TieKind, replacement, ties_of
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.support.applications import application, inventory
from tests.support.graphs import element_table, relation_table
from tests.support.reference_evaluator import Link, Thing

KINDS = {"a": "Application", "b": "Application", "c": "Application", "i": "Interface", "j": "Interface"}


def snapshot(*links: tuple[str, str, str]) -> Snapshot:
    table = element_table([Thing(uid) for uid in KINDS], kind=list(KINDS.values()), name=_names())
    rows = [Link(source=source, relation=relation, target=target) for source, relation, target in links]
    return compile_snapshot(shipped(), table, relation_table(rows), 1)


def _names() -> Sequence[str]:
    return [{"i": "API Jadwal", "j": "API Kapal"}.get(uid, uid.upper()) for uid in KINDS]


def corpus(**replaces: str) -> Corpus:
    entries = [application(uid.upper(), uid=uid, replaces=frozenset(replaces.get(uid, ""))) for uid in "abc"]
    return inventory(*entries)


def test_one_that_calls_interfaces_of_the_other_is_tied_to_it_by_their_names() -> None:
    calls = [("b", "CALLS", "i"), ("b", "CALLS", "j"), ("c", "CALLS", "i")]
    found = ties_of(snapshot(*calls, ("i", "EXPOSED_BY", "a"), ("j", "EXPOSED_BY", "a")), corpus())
    assert found == {
        ("a", "b"): (Tie(TieKind.CALLS, "b", "a", ("API Jadwal", "API Kapal")),),
        ("a", "c"): (Tie(TieKind.CALLS, "c", "a", ("API Jadwal",)),),
    }


def test_who_calls_its_own_interface_is_tied_to_nothing() -> None:
    assert ties_of(snapshot(("a", "CALLS", "i"), ("i", "EXPOSED_BY", "a")), corpus()) == {}


def test_flows_parts_and_replacements_are_ties_and_a_replacement_is_told_first() -> None:
    links = [("a", "RECEIVES_FROM", "b"), ("a", "COMPOSED_OF", "c")]
    found = ties_of(snapshot(*links), corpus(b="a"))
    assert found[("a", "b")] == (Tie(TieKind.REPLACES, "b", "a"), Tie(TieKind.RECEIVES, "a", "b"))
    assert found[("a", "c")] == (Tie(TieKind.PART, "c", "a"),)
    assert replacement(found[("a", "b")]) == Tie(TieKind.REPLACES, "b", "a")
    assert replacement(found[("a", "c")]) is None
