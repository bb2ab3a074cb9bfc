"""Findings about groups of a step's own rows: with their place, and only where something is to be decided."""

from datetime import date

from model.directory import Directory
from model.element import Element, Relation
from model.entry import entry_of
from model.faults import Finding, Place
from model.kinds import ElementKind, RelationKind, Status
from model.metamodel.shipped import shipped
from queries.loads.grouping import Spoken, told

ON = date(2026, 11, 24)


def element(uid: str, status: Status = Status.ACTIVE, **properties: str) -> Element:
    kind = ElementKind.APPLICATION if uid == "app" else ElementKind.SERVER
    key = f"dinkes/{kind.value.lower()}/{uid}"
    return Element(
        uid=uid, key=key, kind=kind, name=uid, scope="dinkes", status=status, properties=properties
    )


def runs_on(number: int, target: str, **properties: str) -> Relation:
    return Relation(
        id=f"r{number}",
        relation=RelationKind.RUNS_ON,
        source="app",
        target=target,
        properties=properties,
        holders=("app",),
    )


def asked(*relations: Relation, retired: str | None = None) -> list[Finding]:
    elements = {
        uid: element(uid, Status.RETIRED if uid == retired else Status.ACTIVE)
        for uid in ("app", "s1", "s2", "s3")
    }
    places = {one.id: Place(file="relations.csv", row=int(one.id[1:]) + 2) for one in relations}
    directory = Directory.of(map(entry_of, elements.values()))
    spoken = Spoken(relations=relations, places=places, elements=elements, directory=directory, on=ON)
    return told(shipped(), spoken)


def test_two_hosts_without_a_group_ask_whether_they_replace_each_other() -> None:
    (finding,) = asked(runs_on(1, "s2"), runs_on(0, "s1"))
    assert (finding.rule, finding.element, finding.place.row) == ("redundancy_undecided", "app", 2)
    assert finding.value == "dinkes/server/s1, dinkes/server/s2"
    assert finding.fix.en.startswith("Say whether these replace each other")
    label = shipped().relation(RelationKind.RUNS_ON).label
    assert finding.message.id.startswith(
        f"app (dinkes/application/app): 2 tujuan “{label.id}” tanpa grup cadangan"
    )
    assert finding.message.id.endswith(f"{element('s2').name} (dinkes/server/s2).")


def test_the_cell_is_that_of_the_rows_that_have_one() -> None:
    relations = runs_on(0, "s1"), runs_on(1, "s2")
    elements = {uid: element(uid) for uid in ("app", "s1", "s2")}
    spoken = Spoken(
        relations=relations,
        places={"r1": Place(file="relations.csv", row=3)},
        elements=elements,
        directory=Directory.of(map(entry_of, elements.values())),
        on=ON,
    )
    assert [one.place.row for one in told(shipped(), spoken)] == [3]


def test_one_host_is_nothing_to_decide() -> None:
    assert asked(runs_on(0, "s1")) == []
    assert asked(runs_on(0, "s1"), runs_on(1, "s1", environment="development")) == []


def test_a_group_answers() -> None:
    assert asked(runs_on(0, "s1", group="web", need="any"), runs_on(1, "s2", group="web")) == []


def test_what_is_not_in_use_and_what_has_no_effect_do_not_count() -> None:
    assert asked(runs_on(0, "s1"), runs_on(1, "s2"), retired="s2") == []
    assert asked(runs_on(0, "s1"), runs_on(1, "s2", effect="none")) == []
    assert asked(runs_on(0, "s1"), runs_on(1, "s2", valid_to="2026-11-23")) == []


def test_groups_that_disagree_are_told_with_the_first_row() -> None:
    rows = (runs_on(0, "s1", group="web", need="any"), runs_on(1, "s2", group="web", need="all"))
    (finding,) = asked(*rows)
    assert (finding.rule, finding.place, finding.element) == (
        "group_disagrees",
        Place(file="relations.csv", row=2),
        "app",
    )


def test_a_need_is_compared_with_the_valid_members() -> None:
    rows = (runs_on(0, "s1", group="web", need="2"), runs_on(1, "s2", group="web"))
    assert asked(*rows) == []
    (finding,) = asked(*rows, retired="s2")
    assert finding.rule == "need_too_large"


def test_one_target_twice_in_a_group_is_told() -> None:
    (finding,) = asked(runs_on(0, "s1", group="web"), runs_on(1, "s1", group="web"))
    assert finding.rule == "group_target_twice"
    assert finding.fix.en.startswith("Remove the surplus rows")


def test_a_need_without_a_group_is_told_where_it_stands() -> None:
    (finding,) = asked(runs_on(3, "s1", need="any"))
    assert (finding.rule, finding.place.row) == ("need_without_group", 5)
