"""A plan as rows: what happens to each element, cell by cell, whose it is, and what leaving it out takes."""

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from ingest.planning.leaving_out import NOTHING, SourceRow, Without
from model.faults import Place, Severity
from model.metamodel.shipped import shipped
from model.record import Mode
from model.text import Language, Text, same
from queries.loads.plan import Plan
from tests.conftest import Engines
from tests.support.deliveries import Desk, K, R, delivery, owner, row, saying, stated
from ui.imports import left_out, plan_book, planning_rows
from ui.imports.planning_rows import Fate, Narrowing, PlanRow

ID, EN = Language.ID, Language.EN
SOCIAL = "Dinas Sosial"
NAMES = {"dinkes": same("Dinas Kesehatan")}


def at(file: str, *numbers: int) -> Without:
    return Without(tuple(SourceRow(file, "Lembar", number) for number in numbers))


@pytest.fixture
def desk(engines: Engines) -> Desk:
    found = Desk(engines.empty("arcadedb"), metamodel=shipped())
    found.load(
        delivery(
            row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-1"), rto_hours=4, criticality="high"),
            *(row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n + 1)) for n in range(1, 8)),
        )
    )
    return found


def planned(desk: Desk, **wanted: Any) -> Plan:
    """A delivery that changes, adds, retires, and leaves a reference open."""
    return desk.plan(
        delivery(
            row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-2"), rto_hours=8, criticality="high"),
            row(
                K.APPLICATION, "DAA-9", "Bansos", owner(SOCIAL), saying(R.RUNS_ON, "Entah"),
                agency=SOCIAL, at=("a.xlsx", 3),
            ),
            *(row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n + 1)) for n in range(1, 7)),
        ),
        mode=Mode.REPLACE,
        **wanted,
    )  # fmt: skip


def rows(desk: Desk, plan: Plan, language: Language = ID) -> list[PlanRow]:
    return planning_rows.plan_rows(plan, desk.metamodel, language)


def only(found: list[PlanRow], fate: Fate) -> list[PlanRow]:
    return [one for one in found if one.fate is fate]


def test_a_changed_cell_tells_old_and_new_in_words_and_its_row(desk: Desk) -> None:
    changed = {one.property: one for one in only(rows(desk, planned(desk)), Fate.CHANGE)}
    hours = next(one for name, one in changed.items() if "RTO" in name)
    assert (hours.before, hours.after, hours.name, hours.scope) == ("4", "8", "SIMRS", "dinkes")
    assert (hours.leaves_out, hours.place) == (at("a.xlsx", 2), "a.xlsx › Lembar › baris 2")


def test_a_relation_that_moves_is_a_cell_that_changes(desk: Desk) -> None:
    label = shipped().relation(R.RUNS_ON).label
    for language in Language:
        moved = [
            (one.before, one.after)
            for one in only(rows(desk, planned(desk), language), Fate.CHANGE)
            if one.property == label.in_(language)
        ]
        assert sorted(moved) == [("", "dinkes/server/SRV-2"), ("dinkes/server/SRV-1", "")]


def test_what_comes_and_goes_is_left_out_by_row_or_by_key(desk: Desk) -> None:
    found = rows(desk, planned(desk))
    (gone,) = only(found, Fate.RETIRE)
    assert (gone.key, gone.leaves_out) == ("dinkes/server/SRV-7", Without(keys=("dinkes/server/SRV-7",)))
    new = {one.key: one.leaves_out for one in only(found, Fate.ADD)}
    assert new == {"dinsos/application/DAA-9": at("a.xlsx", 3), "dinsos/orgunit/dinsos": NOTHING}


def test_an_open_reference_has_its_text_place_and_candidates(desk: Desk) -> None:
    (open_,) = only(rows(desk, planned(desk)), Fate.UNRESOLVED)
    assert (open_.before, open_.kind, open_.scope, open_.name) == ("Entah", K.APPLICATION, "dinsos", "Bansos")
    assert open_.leaves_out == at("a.xlsx", 3)
    twins = [row(K.SERVER, f"T-{n}", "Kembar", at=("s.xlsx", n)) for n in (2, 3)]
    plan = desk.plan(delivery(*twins, row(K.APPLICATION, "DAA-2", "Dua", saying(R.RUNS_ON, "Kembar"))))
    (asked,) = only(rows(desk, plan, EN), Fate.UNRESOLVED)
    assert asked.after == "perhaps dinkes/server/T-2, dinkes/server/T-3"


def test_leaving_out_what_the_rows_say_gives_a_plan_without_them(desk: Desk) -> None:
    plan = planned(desk)
    wanted = [one for one in rows(desk, plan) if one.leaves_out]
    without = left_out.with_more(NOTHING, wanted)
    rest = planned(desk, without=without)
    assert rows(desk, rest) == []
    assert set(left_out.left_out_words(without, rest.step.findings, ID)) == {
        "a.xlsx:Lembar:2",
        "a.xlsx:Lembar:3",
        "dinkes/server/SRV-7",
    }


def test_rows_that_state_relations_are_left_out_one_by_one(desk: Desk) -> None:
    said = [stated("DAA-1", R.CALLS, f"IF-{n}", at=("relations.csv", n + 1)) for n in (1, 2)]
    ends = [row(K.INTERFACE, f"IF-{n}", f"Antarmuka {n}", at=("i.xlsx", n + 1)) for n in (1, 2)]
    desk.load(delivery(*ends))
    found = rows(desk, desk.plan(delivery(relations=said)))
    assert {one.after: [r.row for r in one.leaves_out.rows] for one in found} == {
        "dinkes/interface/IF-1": [2],
        "dinkes/interface/IF-2": [3],
    }


def test_each_filter_narrows_and_together_they_narrow_further(desk: Desk) -> None:
    plan = planned(desk)
    found = rows(desk, plan)

    def shown(**given: Any) -> set[Fate]:
        return {one.fate for one in found if Narrowing(**given).shows(one)}

    assert shown() == set(Fate)
    assert shown(kinds=["Server"]) == {Fate.RETIRE}
    assert shown(scopes=["dinsos"]) == {Fate.ADD, Fate.UNRESOLVED}
    assert shown(fates=["add"]) == {Fate.ADD}
    assert shown(text="server 7") == {Fate.RETIRE}
    assert shown(text="BANSOS", fates=["unresolved"]) == {Fate.UNRESOLVED}
    assert shown(kinds=["Server"], scopes=["dinsos"]) == set()


def test_findings_are_narrowed_by_what_they_are_about(desk: Desk) -> None:
    told = planning_rows.told(planned(desk))

    def shown(**given: Any) -> set[str]:
        return {one.finding.rule for one in told if Narrowing(**given).tells(one)}

    assert "dangling_reference" in shown(kinds=["Application"], scopes=["dinsos"])
    assert "dangling_reference" not in shown(scopes=["dinkes"])
    assert shown(severities=["info"]) == {
        one.finding.rule for one in told if one.finding.severity is Severity.INFO
    }
    assert shown(text="entah") == {"dangling_reference"}
    assert shown(text="ditemukan di mana pun") == {"dangling_reference"}


def test_a_finding_of_a_sheet_is_about_what_all_its_rows_are(desk: Desk) -> None:
    from ingest.planning.rules import NO_SCOPE

    plan = planned(desk)
    places = [
        Place(file="s.xlsx", sheet="Lembar"),
        Place(file="a.xlsx"),
        Place(file="a.xlsx", sheet="Lembar", row=3),
    ]
    found = planning_rows.told(replace(plan, findings=tuple(NO_SCOPE.at(place) for place in places)))
    assert [(one.kind, one.scope) for one in found] == [
        (K.SERVER, "dinkes"),
        (K.APPLICATION, ""),
        (K.APPLICATION, "dinsos"),
    ]


def test_agencies_that_the_plan_adds_are_named(desk: Desk) -> None:
    names = planning_rows.agency_names(planned(desk), NAMES)
    assert {scope: name.id for scope, name in names.items()} == {
        "dinkes": "Dinas Kesehatan",
        "dinsos": SOCIAL,
    }
    assert planning_rows.agency_words(names, "") == Text(id="Tanpa OPD", en="No agency")


@pytest.mark.parametrize("language", Language)
def test_the_workbook_has_the_changes_and_the_findings(desk: Desk, language: Language) -> None:
    plan = planned(desk)
    found = rows(desk, plan, language)
    content = plan_book.plan_workbook(found, plan.findings, NAMES, desk.metamodel, language)
    changed, findings = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    assert changed.max_row == len(found) + 1
    assert [cell.value for cell in changed["D"]][1:] == [one.name for one in found]
    assert findings.max_row == len(plan.findings) + 1


def test_a_choice_is_kept_in_plain_words_and_taken_back_one_by_one() -> None:
    without = Without((SourceRow("a.csv", "", 3), SourceRow("b.xlsx", "L", 2)), ("x/server/1",))
    note = left_out.as_note(without)
    assert left_out.noted(note) == without
    assert left_out.only(without, ["a.csv:3", "x/server/1"]) == Without(without.rows[:1], without.keys)
    assert left_out.as_note(NOTHING) is None


@pytest.mark.parametrize(
    "note", [None, "x", {"rows": 3}, {"rows": [["a", "b"], [1, 2, 3], "x"], "keys": "k"}]
)
def test_a_note_that_is_none_of_ours_leaves_nothing_out(note: object) -> None:
    assert left_out.noted(note) == NOTHING


def test_what_is_no_longer_in_the_plan_is_said_so() -> None:
    shown = left_out.left_out_words(Without((SourceRow("a.csv", "", 3),), ("x/server/1",)), [], EN)
    assert shown == {
        "a.csv:3": "a.csv › row 3 (not in the plan now)",
        "x/server/1": "x/server/1 (not in the plan now)",
    }
