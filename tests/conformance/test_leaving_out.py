"""What is left out by choice stays as it was, on each engine; the rest is planned as if it were not there."""

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest.doc import rules_of as declared
from ingest.draft import Draft, Reading
from ingest.edit.merging import planned_merge
from ingest.planning import rules as identity_rules
from ingest.planning.leaving_out import NOTHING, SourceRow, Without, unmet
from ingest.planning.plan import Import, planned_import
from ingest.reading import read
from model.faults import RefusedChange
from model.kinds import Status
from model.metamodel.shipped import shipped
from model.record import Mode
from queries import rules as reference_rules
from queries.loads.applying import next_load_id
from queries.loads.plan import Plan
from queries.loads.undo import planned_undo
from queries.store.store import Store
from tests.support.deliveries import (
    Desk,
    K,
    R,
    delivery,
    emptied,
    exactly,
    links_of,
    named,
    row,
    rules_of,
    saying,
    stated,
)
from tests.support.messy import Role, province
from tests.support.templates import moved, template

LAW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MODES = [Mode.MERGE, Mode.REPLACE]


def servers(count: int, **given: Any) -> list[Draft]:
    return [row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n + 2), **given) for n in range(count)]


def key(number: int) -> str:
    return f"dinkes/server/SRV-{number}"


def at(*numbers: int, file: str = "s.xlsx", sheet: str = "Lembar", keys: Iterable[str] = ()) -> Without:
    return Without(tuple(SourceRow(file, sheet, n) for n in numbers), tuple(keys))


@pytest.mark.parametrize("mode", MODES)
def test_a_row_left_out_neither_changes_nor_adds(store: Store, mode: Mode) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    before = exactly(store)
    plan = desk.load(delivery(*servers(9, rto_hours=4)[:2], *servers(9)[2:]), mode=mode, without=at(2, 3))
    assert exactly(store) == before
    assert rules_of(plan).count("left_out_by_choice") == 2
    desk.load(delivery(*servers(10)), mode=mode, without=at(11))
    assert key(9) not in named(store)


def test_a_row_left_out_is_not_withdrawn_and_what_is_missing_still_is(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    plan = desk.replace(delivery(*servers(8)), without=at(2, 3))
    assert {element.key for element in plan.graph.retired} == {key(8)}
    assert [named(store)[key(n)].status for n in (0, 1, 8)] == [Status.ACTIVE] * 2 + [Status.RETIRED]


def test_what_is_missing_is_retired_also_where_every_row_is_left_out(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    before = exactly(store)
    plan = desk.replace(delivery(*servers(8)), without=at(*range(2, 10)))
    assert {element.key for element in plan.graph.retired} == {key(8)}
    desk.apply(planned_undo(store, desk.metamodel, plan.step.load))
    assert exactly(store) == before


def test_a_row_left_out_is_known_by_another_spelling_and_scope_of_the_import(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    again = [replace(one, code=str(one.code).lower(), agency=None) for one in servers(9)]
    plan = desk.replace(delivery(*again), scope="Dinkes", without=at(2))
    assert plan.graph.retired == ()


def test_a_retirement_is_left_out_by_key_and_told(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    plan = desk.replace(delivery(*servers(7)), allow_retire=0.1, without=at(keys=[key(8)]))
    assert {element.key for element in plan.graph.retired} == {key(7)}
    told = [one for one in plan.findings if one.rule == "not_retired_by_choice"]
    assert [(one.value, one.place.file, one.severity) for one in told] == [(key(8), "s.xlsx", "info")]
    assert named(store)[key(8)].status is Status.ACTIVE
    with pytest.raises(RefusedChange):
        desk.replace(delivery(*servers(3)), without=at(keys=[key(8)]))


def test_what_is_left_out_comes_again_in_the_next_plan(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    desk.replace(delivery(*servers(8, rto_hours=4)), without=at(2, keys=[key(8)]))
    counts = desk.plan(delivery(*servers(8, rto_hours=4)), mode=Mode.REPLACE).graph.counts()["elements"]
    assert (counts["change"], counts["retire"]) == (1, 1)


def test_keys_that_retire_nothing_are_unmet(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    asked = at(2, keys=[key(0), key(99)])
    plan = desk.plan(delivery(*servers(9)), mode=Mode.REPLACE, without=asked)
    assert unmet(asked, plan.step.findings) == Without(keys=asked.keys)
    merged = desk.plan(delivery(*servers(8)), without=at(keys=[key(8)]))
    assert unmet(at(keys=[key(8)]), merged.step.findings).keys == (key(8),)


def test_a_former_key_and_a_merged_element_are_spared_too(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    desk.apply(planned_merge(store, desk.metamodel, [key(7), key(8)], {}, desk.edit()).plan)
    plan = desk.replace(delivery(*servers(7)), allow_retire=1.0, without=at(keys=[key(8)]))
    assert plan.graph.retired == ()
    assert plan.graph.counts()["elements"]["change"] == 0
    assert rules_of(plan).count("not_retired_by_choice") == 1


@pytest.mark.parametrize("mode", MODES)
def test_a_relation_whose_row_is_left_out_stays_as_it_was(store: Store, mode: Mode) -> None:
    desk = Desk(store)
    said = [stated("SRV-0", R.CALLS, f"SRV-{n}", at=("relations.csv", n + 1), need="any") for n in (1, 2)]
    desk.load(delivery(*servers(4), relations=said))
    before = exactly(store)
    new = stated("SRV-0", R.CALLS, "SRV-3", at=("relations.csv", 4))
    changed = [said[0], replace(said[1], properties={"need": "all"}), new]
    left = at(3, 4, file="relations.csv", sheet="")
    desk.load(delivery(*servers(4), relations=changed), mode=mode, without=left)
    after = exactly(store)
    assert (after["relations"], after["open"]) == (before["relations"], before["open"])


@pytest.mark.parametrize("mode", MODES)
def test_a_row_left_out_keeps_its_references_beside_other_rows_of_its_element(
    store: Store, mode: Mode
) -> None:
    desk = Desk(store)

    def apps(*texts: str) -> list[Draft]:
        return [
            row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, text), at=("a.xlsx", n))
            for n, text in enumerate(texts, 2)
        ]

    desk.load(delivery(*servers(4), *apps("SRV-0", "SRV-1")))
    before = exactly(store)
    plan = desk.load(
        delivery(*servers(4), *apps("SRV-0", "SRV-2", "SRV-3")), mode=mode, without=at(3, 4, file="a.xlsx")
    )
    assert moved(plan) == {}
    assert exactly(store) == before


def test_all_relations_of_one_element_left_out_are_not_taken_back(store: Store) -> None:
    desk = Desk(store)
    said = [stated("SRV-0", R.CALLS, f"SRV-{n}", at=("relations.csv", n + 1)) for n in (1, 2, 3)]
    desk.load(delivery(*servers(4), relations=said))
    desk.replace(delivery(*servers(4), relations=said[:2]), without=at(2, 3, file="relations.csv", sheet=""))
    calls = {link for link in links_of(store) if link[1] == "CALLS"}
    assert calls == {("SRV-0", "CALLS", "SRV-1"), ("SRV-0", "CALLS", "SRV-2")}


@pytest.mark.parametrize("mode", MODES)
def test_undoing_a_load_with_choices_gives_back_what_there_was(store: Store, mode: Mode) -> None:
    desk = Desk(store)
    app = row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-8"), at=("a.xlsx", 2))
    desk.load(delivery(*servers(9), app))
    before = exactly(store)
    changed = replace(app, sayings=(saying(R.RUNS_ON, "SRV-0"),))
    choice = Without(
        (*at(2).rows, SourceRow("a.xlsx", "Lembar", 2)), (key(8),) if mode is Mode.REPLACE else ()
    )
    plan = desk.load(delivery(*servers(8, rto_hours=4), changed), mode=mode, without=choice)
    assert ("DAA-1", "RUNS_ON", "SRV-8") in links_of(store)
    assert "rto_hours" not in named(store)[key(0)].properties
    desk.apply(planned_undo(store, desk.metamodel, plan.step.load))
    assert exactly(store) == before


def test_undoing_the_load_that_a_row_came_with_takes_it_back_though_it_was_left_out_later(
    store: Store,
) -> None:
    desk = Desk(store)
    first = desk.load(delivery(*servers(9)))
    desk.replace(delivery(*servers(9)), without=at(2))
    desk.apply(planned_undo(store, desk.metamodel, first.step.load))
    assert {key(n) for n in range(1, 9)} == {found for found in named(store) if "/server/" in found}


def test_rows_of_a_template_are_left_out_and_deleted_ones_spared(store: Store, tmp_path: Path) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(4)))
    book = template(store, desk.metamodel, tmp_path / "t.xlsx")
    title = book.title(K.SERVER)
    book.put(K.SERVER, key(0), rto_hours=4).put(K.SERVER, key(1), rto_hours=8)
    row_of = {r[0].value: r[0].row for r in openpyxl.load_workbook(book.path)[title]}
    book.edit(lambda opened: opened[title].delete_rows(row_of[key(3)]))
    reading = book.reading()
    choice = at(row_of[key(0)], file="t.xlsx", sheet=title, keys=[key(3)])
    plan = desk.replace(reading, without=choice, allow_retire=0.0)
    assert moved(plan) == {("elements", "change"): 1}
    assert unmet(choice, plan.step.findings) == Without()
    assert named(store)[key(1)].properties["rto_hours"] == 8
    assert moved(desk.plan(reading, mode=Mode.REPLACE, allow_retire=1.0)) == {
        ("elements", "change"): 1,
        ("elements", "retire"): 1,
    }


def numbered(desk: Desk, reading: Reading, without: Without = NOTHING) -> Plan:
    """Plan with uids in the order of the rows: of near names that are equally near, uids decide."""
    now = desk.clock()
    wanted = Import(load=next_load_id(desk.store, now), by=desk.name, now=now, without=without)
    uids = itertools.count()
    return planned_import(desk.store, desk.metamodel, reading, wanted, lambda: f"{next(uids):032x}")


def planned_changes(plan: Plan) -> dict[str, Any]:
    """Return what a plan does, without uids, places and rows."""
    graph = plan.graph
    called = dict(plan.names) | {element.uid: element.key for element in graph.added}
    told = {rule.name for module in (identity_rules, reference_rules) for rule in declared(module)}
    told.remove(identity_rules.VANISHED_ROWS.name)  # of rows that are not in a file, not of those left out
    return {
        "added": [replace(one, uid="") for one in graph.added],
        "changed": sorted(
            (repr(replace(c.before, uid="")), repr(replace(c.after, uid=""))) for c in graph.changed
        ),
        "relations": sorted(
            repr((called[r.source], r.relation, called[r.target], r.order, sorted(r.properties.items())))
            for r in (*graph.relations_added, *(after for _, after in graph.relations_changed))
        ),
        "removed": sorted(r.id for r in graph.relations_removed),
        "open": sorted(repr((r.text, r.relation, r.reason, r.reversed)) for r in graph.references_opened),
        "unchanged": (graph.elements_unchanged, graph.relations_unchanged),
        "records": sorted(
            repr(
                (
                    r.act,
                    r.source,
                    r.scope,
                    r.key,
                    r.sender,
                    replace(r, sayings=_unplaced(r.sayings)).content(),
                )
            )
            for r in plan.step.records
        ),
        "told": Counter((f.rule, f.value, f.count) for f in plan.findings if f.rule in told),
    }


def _unplaced(sayings: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(replace(one, row=None) for one in sayings)


@pytest.mark.whole
@LAW
@given(st.data())
def test_without_rows_a_workbook_is_planned_as_if_they_were_not_in_it(
    store: Store, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("messy")
    made = province(folder, shipped(), data.draw(st.integers(0, 10**6)), agencies=1, rows=8)
    desk = Desk(emptied(store), metamodel=shipped())
    if data.draw(st.booleans()):  # an earlier state of the same agency's workbook
        earlier = tmp_path_factory.mktemp("earlier")
        desk.load(read(province(earlier, shipped(), data.draw(st.integers(0, 10**6)), 1, 8).paths, shipped()))
    lines = [SourceRow(line.file, line.sheet, line.row) for line in made.of_role(Role.DATA)]
    left = data.draw(st.lists(st.sampled_from(lines), min_size=1, max_size=len(lines) // 2, unique=True))
    reading = read(made.paths, shipped())
    without = numbered(desk, reading, Without(tuple(left)))
    book = openpyxl.load_workbook(made.paths[0])
    for one in sorted(left, reverse=True):
        book[one.sheet].delete_rows(one.row)
    book.save(made.paths[0])
    assert planned_changes(without) == planned_changes(numbered(desk, read(made.paths, shipped())))


codes = st.sampled_from(["X-1", "x 1", "X-2", "X-3", None])
names = st.sampled_from(["Satu", "SATU", "Dua", "Tiga"])
kinds = st.sampled_from([K.APPLICATION, K.SERVER])
texts = st.lists(st.sampled_from(["X-1", "X-2", "Tiga", "Entah"]), max_size=2, unique=True)
agencies = st.sampled_from(["Dinas Kesehatan", "Dishub", None])
lines = st.tuples(kinds, codes, names, texts, agencies, st.integers(0, 1))


def drawn(rows: list[Any]) -> Reading:
    return delivery(
        *(
            row(
                kind,
                code,
                name,
                *(saying(R.RUNS_ON, text) for text in said),
                at=("s.xlsx", n),
                agency=agency,
                x=x,
            )
            for n, (kind, code, name, said, agency, x) in enumerate(rows, 2)
        )
    )


@pytest.mark.whole
@LAW
@given(
    known=st.lists(lines, max_size=5),
    sent=st.lists(lines, min_size=1, max_size=6),
    left=st.sets(st.integers(2, 7), min_size=1),
)
@example(
    known=[(K.APPLICATION, "X-1", "Satu", [], "Dishub", 0)],
    sent=[(K.APPLICATION, "X-2", "Satu", [], "Dishub", 0)],  # of one name under a new code
    left={2},
)
def test_any_rows_are_left_out_as_if_they_were_not_there(
    store: Store, known: list[Any], sent: list[Any], left: set[int]
) -> None:
    desk = Desk(emptied(store))
    desk.load(drawn([(*line[:3], (), *line[4:]) for line in known]))  # what was referred to is told below
    reading = drawn(sent)
    absent = replace(reading, drafts=tuple(one for one in reading.drafts if one.place.row not in left))
    without = numbered(desk, reading, at(*left))
    assert planned_changes(without) == planned_changes(numbered(desk, absent))


@pytest.mark.whole
@LAW
@given(
    sent=st.lists(lines, min_size=1, max_size=7),
    changed=st.dictionaries(st.integers(0, 6), texts, min_size=1),
    mode=st.sampled_from(MODES),
)
def test_a_delivery_of_which_all_that_changed_is_left_out_changes_nothing(
    store: Store, sent: list[Any], changed: dict[int, list[str]], mode: Mode
) -> None:
    desk = Desk(emptied(store))
    sent = [(*line[:4], line[4] or "Dinas Sosial", line[5]) for line in sent]
    desk.load(drawn(sent))
    again = [
        (*line[:3], changed[n], line[4], 1 - line[5]) if n in changed else line for n, line in enumerate(sent)
    ]
    plan = desk.plan(drawn(again), mode=mode, without=at(*(n + 2 for n in changed)))
    assert moved(plan) == {}
    assert (plan.step.records, plan.graph.references_opened, plan.graph.references_closed) == ((), (), ())


@pytest.mark.whole
@LAW
@given(
    sent=st.lists(lines, min_size=1, max_size=7), left=st.sets(st.integers(2, 8), min_size=1), x=st.booleans()
)
def test_what_only_left_out_rows_are_about_stays_when_a_delivery_replaces_another(
    store: Store, sent: list[Any], left: set[int], x: bool
) -> None:
    desk = Desk(emptied(store))
    sent = [(*line[:4], line[4] or "Dinas Sosial", line[5]) for line in sent]  # each row says whose it is
    loaded = desk.load(drawn(sent))
    about: dict[int, set[str]] = {}
    for record in loaded.step.records:
        if record.source == "sheet":
            about.setdefault(record.row or 0, set()).add(record.uid)
    others = {uid for number, uids in about.items() if number not in left for uid in uids}
    silent = {uid for number, uids in about.items() if number in left for uid in uids} - others
    changed = [(*line[:-1], 1 - line[-1] if x else line[-1]) for line in sent]
    plan = desk.plan(drawn(changed), mode=Mode.REPLACE, allow_retire=1.0, without=at(*left))
    touched = {change.before.uid for change in plan.graph.changed} | {e.uid for e in plan.graph.removed}
    assert not touched & silent
