"""From statements to relations: what makes two of them one, and what stays open."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from model.directory import Directory
from model.element import Openness, Relation
from model.entry import Entry
from model.fold import Statement
from model.kinds import ElementKind as K
from model.kinds import RelationKind as R
from model.linking import Links, joined, links
from model.metamodel.shipped import shipped
from model.record import Act, Record, Saying, Value
from model.references import ranged
from tests.support.deliveries import METAMODEL

DIRECTORY = Directory.of(
    Entry(
        uid=code.lower(),
        kind=kind,
        scope="dinkes",
        key=f"dinkes/{kind.value.lower()}/{code}",
        name=code,
        code=code,
    )
    for code, kind in (("DAA-1", K.APPLICATION), ("SRV-1", K.SERVER), ("SRV-2", K.SERVER))
)


def said(
    text: str,
    *,
    row: int | None = None,
    source: str = "csv",
    turned: bool = False,
    sender: str | None = None,
    **properties: Value,
) -> Statement:
    record = Record(
        id="l1/1", load="l1", uid="daa-1", act=Act.SAY, source=source, scope="dinkes", kind=K.APPLICATION,
        key="dinkes/application/DAA-1", name="", at="2026-11-24", by="x", row=5,
        sender=sender,
    )  # fmt: skip
    saying = Saying(
        relation=R.RUNS_ON, text=text, cell="RUNS_ON", row=row, reversed=turned, properties=properties
    )
    return Statement(saying, record)


def linked(*statements: Statement, holder: str = "daa-1") -> Links:
    return links(holder, "dinkes", statements, DIRECTORY, METAMODEL)


def relations(*found: Links) -> Sequence[Relation]:
    return list(joined(claim for one in found for claim in one.claims).values())


def test_parallel_rows_that_agree_in_what_identifies_them_are_told_apart_by_order() -> None:
    found = relations(linked(said("SRV-1", row=2, group="a"), said("SRV-1", row=3, group="b")))
    assert [(r.order, r.properties["group"]) for r in found] == [(0, "a"), (1, "b")]
    assert len({r.id for r in found}) == 2


def test_what_identifies_a_relation_tells_parallel_ones_apart() -> None:
    found = relations(linked(said("SRV-1", row=2, environment="dev"), said("SRV-1", row=3)))
    assert [r.order for r in found] == [0, 0]
    assert len({r.id for r in found}) == 2


def test_the_same_thing_named_twice_in_one_cell_is_one_relation() -> None:
    assert len(relations(linked(said("SRV-1"), said("dinkes/server/SRV-1")))) == 1


def test_two_sources_support_one_relation() -> None:
    (only,) = relations(linked(said("SRV-1"), said("SRV-1", source="sheet", group="a")))
    assert only.properties == {"group": "a"}


def test_both_ends_may_say_the_same_relation() -> None:
    (only,) = relations(linked(said("SRV-1")), linked(said("DAA-1", turned=True), holder="srv-1"))
    assert (only.source, only.target, only.holders) == ("daa-1", "srv-1", ("daa-1", "srv-1"))


def test_a_blank_given_by_hand_takes_a_property_away() -> None:
    (only,) = relations(linked(said("SRV-1", group="a"), said("SRV-1", source="manual", group="")))
    assert only.properties == {}


@pytest.mark.parametrize(("text", "reason"), [("SRV-9", Openness.DANGLING), ("", Openness.DANGLING)])
def test_what_is_found_nowhere_stays_open_with_its_row(text: str, reason: Openness) -> None:
    found = linked(said(text, row=7))
    ((reference, _),) = found.open
    assert (found.claims, reference.reason, reference.row, reference.text) == ([], reason, 7, text)


def test_an_unknown_reference_code_is_named_as_such() -> None:
    statement = said("RAB.99.99")
    saying = Saying(relation=R.CLASSIFIED_AS, text="RAB.99.99", cell="code", to=(K.REFERENCE_CODE,))
    ((reference, _),) = linked(Statement(saying, statement.record)).open
    assert reference.reason is Openness.UNKNOWN_CODE


@pytest.mark.parametrize(
    "text",
    ["L-01 s.d. L-03", "L-01 s/d L-03", "L-01 sd. L-03", "L-01 – L-03", "L-01–03", "L-01 sampai dengan 03"],
)
def test_a_range_is_all_codes_of_its_prefix(text: str) -> None:
    assert ranged(text) == ["L-01", "L-02", "L-03"]


@pytest.mark.parametrize(
    "text", ["L-03 s.d. L-01", "L-01 s.d. M-03", "L-01 Bantuan 2", "DAB-001", "L-01 - Jalan 3"]
)
def test_what_counts_nothing_up_is_no_range(text: str) -> None:
    assert ranged(text) == []


def test_a_range_links_all_that_exist_and_leaves_one_reference_open_for_the_others() -> None:
    assert [r.target for r in relations(linked(said("SRV-1 s.d. SRV-2")))] == ["srv-1", "srv-2"]
    found = linked(said("SRV-1 s.d. SRV-4"))
    assert [claim.target for claim in found.claims] == ["srv-1", "srv-2"]
    assert [reference.text for reference, _ in found.open] == ["SRV-1 s.d. SRV-4"]
    assert found.loose == []


def test_a_choice_of_the_relation_in_brackets_beside_a_code_is_understood() -> None:
    stored = said("SRV-1 (cadangan)")
    stored = Statement(replace(stored.saying, relation=R.STORED_ON), stored.record)
    directory = DIRECTORY.copy()
    directory.put(replace(DIRECTORY.entries["daa-1"], kind=K.DATA_OBJECT))
    found = links("daa-1", "dinkes", [stored], directory, shipped())
    assert [dict(claim.properties) for claim in found.claims] == [{"role": "backup"}]
    assert found.loose == []
    running = linked(said("SRV-1 (cadangan)"))
    assert [resolution.disagreeing for _, resolution in running.loose] == ["(cadangan)"]


def elsewhere(*found: tuple[str, str, str]) -> Directory:
    """Return a directory with a national application and these servers: uid, scope and name."""
    app = Entry("daa-1", K.APPLICATION, "nasional", "nasional/application/DAA-1", "DAA-1", code="DAA-1")
    servers = (Entry(uid, K.SERVER, at, f"{at}/server/{uid}", name) for uid, at, name in found)
    return Directory.of([app, *servers])


def meant(directory: Directory, statement: Statement) -> tuple[set[str], int, int]:
    found = links("daa-1", "nasional", [statement], directory, METAMODEL)
    return {claim.target for claim in found.claims}, len(found.loose), len(found.open)


def test_a_reference_is_looked_up_where_it_was_sent_from_before_it_is_elsewhere() -> None:
    two = elsewhere(("s1", "dinkes", "Server Satu"), ("s2", "dinsos", "Server Satu"))
    assert meant(two, said("Server Satu", sender="dinkes")) == ({"s1"}, 0, 0)
    assert meant(two, said("Server Satu", sender="disdik")) == (set(), 0, 1)
    assert meant(two, said("Server Satu")) == (set(), 0, 1)
    one = elsewhere(("s2", "dinsos", "Server Satu"))
    assert meant(one, said("Server Satu", sender="dinkes")) == ({"s2"}, 1, 0)


def test_a_list_with_commas_names_each_part_also_where_a_name_has_an_and() -> None:
    names = ("Gaji dan TPP", "Hadir", "Cuti")
    directory = elsewhere(*((f"s{n}", "nasional", name) for n, name in enumerate(names)))
    assert meant(directory, said("Gaji dan TPP, Hadir")) == ({"s0", "s1"}, 0, 0)
    assert meant(directory, said("Gaji dan TPP, Hadir dan Cuti")) == ({"s0", "s1", "s2"}, 0, 0)
    assert meant(directory, said("Gaji dan TPP, Lembur")) == (set(), 0, 1)
