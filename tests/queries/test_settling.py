"""What people say of findings survives reloads, is undone like any load, and is said once."""

from dataclasses import replace
from typing import Any

import pytest

from model.element import Openness
from model.faults import Finding, Place, RefusedChange, Severity, UnknownElement
from model.settling import State
from model.text import Language, same
from queries import graph, history, records
from queries.findings import (
    KeptFinding,
    finding_named,
    findings_in,
    findings_with,
    open_findings,
)
from queries.loads.applying import Writer
from queries.loads.undo import planned_undo
from queries.settling import Settled, accept, answer
from queries.store.store import Store
from tests.support.deliveries import (
    Desk,
    K,
    R,
    delivery,
    exactly,
    links_of,
    named,
    row,
    rules_of,
    saying,
)

HOSTILE = "<script>alert(1)</script> [bold]x[/bold] ' \" \\ \x00 $x {y} %s\n=1+1 \U0001f600"


def app(text: str, code: str = "DAA-1", **given: Any) -> Any:
    runs_on = replace(saying(R.RUNS_ON, text), to=(K.SERVER,))
    return row(K.APPLICATION, code, f"Aplikasi {code}", runs_on, **given)


def server(code: str, name: str, agency: str = "Dinas Kesehatan", at: str = "s.xlsx") -> Any:
    return row(K.SERVER, code, name, at=(at, 2), agency=agency)


def one(store: Store, rule: str) -> KeptFinding:
    return next(kept for kept in open_findings(store) if kept.finding.rule == rule)


def doubtful(store: Store) -> list[KeptFinding]:
    """The open findings without those for information, such as a new agency."""
    return [kept for kept in open_findings(store) if kept.finding.severity is not Severity.INFO]


def cell_fault(value: str = "Aktf", row_: int = 2) -> Finding:
    return Finding(
        rule="choice_corrected",
        severity=Severity.WARNING,
        place=Place(file="a.xlsx", sheet="Lembar", row=row_, column="Status"),
        message=same(f"“{value}”"),
        fix=same("Perbaiki."),
        value=value,
    )


def accepted(desk: Desk, *found: KeptFinding, note: str = "memang begitu", by: str = "budi") -> Settled:
    return accept(desk.store, desk.metamodel, found, note, Writer(by, desk.clock))


def undo(desk: Desk, load: str) -> None:
    desk.apply(planned_undo(desk.store, desk.metamodel, history.load_named(desk.store, load)))


def ambiguous(desk: Desk) -> KeptFinding:
    """Two servers of one name, and an application that names it."""
    servers = (server("SRV-1", "Server Utama"), server("SRV-2", "Server Utama", at="t.xlsx"))
    desk.load(delivery(*servers))
    desk.load(delivery(app("Server Utama")))
    return one(desk.store, "ambiguous_reference")


def test_an_accepted_finding_is_a_record_with_note_author_and_time(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9")))
    kept = one(store, "dangling_reference")
    settled = accepted(desk, kept)
    load = settled.plan.step.load
    (now,) = findings_in(store, State.ACCEPTED)
    assert (now.id, now.note, now.by, now.settled_in) == (kept.id, "memang begitu", "budi", load.id)
    assert now.at == load.at
    assert kept.id not in {other.id for other in open_findings(store)}
    assert [record.uid for record in records.records_of_load(store, load.id)] == [kept.id]
    assert [known.id for known in records.loads(store)][-1] == load.id


def test_accepting_changes_nothing_of_the_graph(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9")))
    before = exactly(store)
    settled = accepted(desk, one(store, "dangling_reference"))
    assert exactly(store) == before
    undo(desk, settled.plan.step.load.id)
    assert exactly(store) == before


def test_nobody_is_shown_an_accepted_finding_again(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9"), findings=[cell_fault()]))
    accepted(desk, *open_findings(store))
    again = desk.plan(delivery(app("SRV-9"), findings=[cell_fault()]))
    assert again.findings == ()
    assert sorted(finding.rule for finding in again.accepted) == ["choice_corrected", "dangling_reference"]
    desk.apply(again)
    assert open_findings(store) == []
    assert {kept.load for kept in findings_in(store, State.ACCEPTED)} == {again.step.load.id}


def test_another_value_in_the_same_cell_is_another_finding(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9"), findings=[cell_fault()]))
    accepted(desk, one(store, "choice_corrected"))
    assert "choice_corrected" in rules_of(desk.plan(delivery(app("SRV-9"), findings=[cell_fault("Aktff")])))


def test_taking_an_acceptance_back_opens_the_finding(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9"), findings=[cell_fault()]))
    settled = accepted(desk, *open_findings(store))
    undo(desk, settled.plan.step.load.id)
    assert {kept.finding.rule for kept in doubtful(store)} == {"choice_corrected", "dangling_reference"}
    assert {(kept.note, kept.by, kept.settled_in) for kept in doubtful(store)} == {(None, None, None)}
    assert rules_of(desk.plan(delivery(app("SRV-9")))) == ["dangling_reference"]


def test_an_accepted_finding_that_is_corrected_closes_and_stays_accepted_if_it_returns(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9"), findings=[cell_fault()]))
    kept = one(store, "choice_corrected")
    accepted(desk, kept)
    corrected = desk.load(delivery(app("SRV-9")))
    assert findings_with(store, [kept.id])[kept.id].state == State.CLOSED
    undo(desk, corrected.step.load.id)
    assert findings_with(store, [kept.id])[kept.id].state == State.ACCEPTED
    desk.load(delivery(app("SRV-9")))
    desk.load(delivery(app("SRV-9"), findings=[cell_fault()]))
    assert findings_with(store, [kept.id])[kept.id].state == State.ACCEPTED


def test_undoing_the_load_that_raised_an_accepted_finding_closes_it(store: Store) -> None:
    desk = Desk(store)
    raising = desk.load(delivery(app("SRV-9"), findings=[cell_fault()]))
    kept = one(store, "choice_corrected")
    settled = accepted(desk, kept)
    undo(desk, raising.step.load.id)
    assert findings_with(store, [kept.id])[kept.id].state == State.CLOSED
    undo(desk, settled.plan.step.load.id)
    assert findings_with(store, [kept.id])[kept.id].state == State.CLOSED
    assert open_findings(store) == []


def test_two_people_cannot_accept_one_finding(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9")))
    kept = one(store, "dangling_reference")  # both look at it
    accepted(desk, kept, by="budi")
    with pytest.raises(RefusedChange) as raised:
        accepted(desk, kept, by="siti")
    assert "budi" in raised.value.what.in_(Language.EN)
    assert [one.by for one in findings_in(store, State.ACCEPTED)] == ["budi"]


def test_one_that_closed_meanwhile_is_not_accepted(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9"), findings=[cell_fault()]))
    kept = one(store, "choice_corrected")
    desk.load(delivery(app("SRV-9")))
    loads = len(records.loads(store))
    with pytest.raises(RefusedChange) as raised:
        accepted(desk, kept)
    assert "closed" in raised.value.what.in_(Language.EN)
    assert len(records.loads(store)) == loads


def test_nothing_chosen_is_refused(store: Store) -> None:
    with pytest.raises(RefusedChange):
        accepted(Desk(store))


def test_any_note_is_kept_as_it_is(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9")))
    accepted(desk, one(store, "dangling_reference"), note=HOSTILE)
    assert [kept.note for kept in findings_in(store, State.ACCEPTED)] == [HOSTILE.replace("\x00", "")]


def test_a_finding_is_named_by_its_number_or_the_beginning(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9")))
    kept = one(store, "dangling_reference")
    assert finding_named(store, kept.id[:8]).id == kept.id
    for nothing in ("", "zz", " "):
        with pytest.raises(Exception, match="not exactly one"):
            finding_named(store, nothing)


def test_findings_belong_to_the_agency_of_their_element(store: Store) -> None:
    desk = Desk(store)
    other = row(K.APPLICATION, "DAA-1", "Lain", saying(R.RUNS_ON, "SRV-8"), agency="Dinas Perhubungan")
    desk.load(delivery(app("SRV-9"), replace(other, place=Place(file="a.xlsx", sheet="Lembar", row=3))))
    assert {kept.scope for kept in doubtful(store)} == {"dinkes", "dishub"}
    assert {kept.scope for kept in open_findings(store, "dishub")} == {"dishub"}


def test_an_answer_links_the_reference_and_is_undone(store: Store) -> None:
    desk = Desk(store)
    asked = ambiguous(desk)
    assert asked.finding.candidates == ("dinkes/server/SRV-1", "dinkes/server/SRV-2")
    before = exactly(store)
    settled = answer(store, desk.metamodel, asked, "dinkes/server/SRV-2", desk.writer)
    assert links_of(store) == {("DAA-1", "RUNS_ON", "SRV-2")}
    assert graph.open_texts(store) == []
    (now,) = findings_in(store, State.ANSWERED)
    assert (now.id, now.answer, now.by) == (asked.id, "dinkes/server/SRV-2", "penguji")
    undo(desk, settled.plan.step.load.id)
    assert exactly(store) == before
    assert one(store, "ambiguous_reference").id == asked.id
    assert findings_in(store, State.ANSWERED) == []


def test_the_same_text_resolves_by_itself_next_week(store: Store) -> None:
    desk = Desk(store)
    answer(store, desk.metamodel, ambiguous(desk), "dinkes/server/SRV-2", desk.writer)
    again = desk.plan(delivery(app("server  UTAMA"), app("Server Utama", "DAA-2", at=("b.xlsx", 9))))
    assert again.findings == ()
    desk.apply(again)
    assert links_of(store) == {("DAA-1", "RUNS_ON", "SRV-2"), ("DAA-2", "RUNS_ON", "SRV-2")}


def test_an_answer_holds_in_the_scope_that_asked_alone(store: Store) -> None:
    desk = Desk(store)
    answer(store, desk.metamodel, ambiguous(desk), "dinkes/server/SRV-2", desk.writer)
    other = app("Server Utama", "DAA-7", agency="Dinas Perhubungan", at=("c.xlsx", 2))
    assert "ambiguous_reference" in rules_of(desk.plan(delivery(other)))


def test_a_near_reference_is_answered_by_its_candidate(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(server("SRV-1", "Server Basis Data Utama")))
    desk.load(delivery(app("Server Basis Dta Utama")))
    asked = one(store, "near_reference")
    assert "Server Basis Data Utama (dinkes/server/SRV-1)" in asked.finding.message.id
    answer(store, desk.metamodel, asked, asked.finding.candidates[0], desk.writer)
    assert links_of(store) == {("DAA-1", "RUNS_ON", "SRV-1")}
    assert doubtful(store) == []


def test_one_answer_closes_the_same_question_elsewhere_in_the_scope(store: Store) -> None:
    desk = Desk(store)
    asked = ambiguous(desk)
    desk.load(delivery(app("Server Utama", "DAA-2", at=("b.xlsx", 2))))
    assert len(doubtful(store)) == 2
    settled = answer(store, desk.metamodel, asked, "SRV-1", desk.writer)
    assert doubtful(store) == []
    undo(desk, settled.plan.step.load.id)
    assert len(doubtful(store)) == 2


def test_an_answer_of_a_wrong_kind_or_of_nothing_is_refused(store: Store) -> None:
    desk = Desk(store)
    asked = ambiguous(desk)
    desk.load(delivery(app("SRV-1", "DAA-2", at=("b.xlsx", 2))))
    for wrong in ("dinkes/application/DAA-2", "dinkes/application/DAA-1"):  # another kind; itself
        with pytest.raises(RefusedChange) as raised:
            answer(store, desk.metamodel, asked, wrong, desk.writer)
        assert "dinkes/server/SRV-1" in raised.value.fix.in_(Language.EN)
    with pytest.raises(UnknownElement):
        answer(store, desk.metamodel, asked, "tidak-ada", desk.writer)
    assert one(store, "ambiguous_reference").id == asked.id


def test_what_asks_nothing_cannot_be_answered(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-9"), findings=[cell_fault()]))
    with pytest.raises(RefusedChange) as raised:
        answer(store, desk.metamodel, one(store, "choice_corrected"), "DAA-1", desk.writer)
    assert "simpul accept" in raised.value.fix.in_(Language.EN)


def test_two_people_cannot_answer_one_finding(store: Store) -> None:
    desk = Desk(store)
    asked = ambiguous(desk)
    answer(store, desk.metamodel, asked, "SRV-1", desk.writer)
    with pytest.raises(RefusedChange):
        answer(store, desk.metamodel, asked, "SRV-2", desk.writer)
    assert links_of(store) == {("DAA-1", "RUNS_ON", "SRV-1")}


def test_an_answer_whose_element_goes_asks_again(store: Store) -> None:
    desk = Desk(store)
    loaded = desk.load(delivery(server("SRV-1", "Server Basis Data Utama")))
    desk.load(delivery(app("Server Basis Dta Utama")))
    asked = one(store, "near_reference")
    answer(store, desk.metamodel, asked, "SRV-1", desk.writer)
    undo(desk, loaded.step.load.id)
    assert links_of(store) == set()
    assert [kept.finding.rule for kept in doubtful(store)] == ["dangling_reference"]
    assert [text for _, text in graph.open_texts(store)] == ["Server Basis Dta Utama"]
    desk.load(delivery(server("SRV-1", "Server Basis Data Utama")))
    assert Openness.NEAR not in {o.reason for o in graph.open_references(store, named_uids(store)).values()}


def named_uids(store: Store) -> list[str]:
    return [element.uid for element in named(store).values()]


def test_the_element_says_under_which_texts_it_is_meant(store: Store) -> None:
    desk = Desk(store)
    answer(store, desk.metamodel, ambiguous(desk), "SRV-2", desk.writer)
    meant = named(store)["dinkes/server/SRV-2"]
    assert meant.heard == ("dinkes: Server Utama",)
    last = history.history(store, meant.uid)[-1]
    assert (last.property, last.after) == ("heard", ("dinkes: Server Utama",))
