"""The fold: what the records of one element come to, whatever order they are read in."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from model.fold import fold
from model.kinds import ElementKind, RelationKind, Status
from model.record import MANUAL, TEMPLATE, Act, Record, Saying

numbers = st.integers(0, 3)


def record(
    number: int, act: Act = Act.ROW, source: str = "sheet", load: str | None = None, **given: Any
) -> Record:
    made = load or f"l{number}"
    return Record(
        **{
            "id": f"{made}/{number:07d}",
            "load": made,
            "uid": "u",
            "act": act,
            "source": source,
            "scope": "dinkes",
            "kind": ElementKind.APPLICATION,
            "key": "dinkes/application/DAA-1",
            "name": "" if act is not Act.ROW else "SIMRS",
            "at": "2026-11-24T08:00:00+00:00",
            "by": "x",
            "file": "a.xlsx",
            **given,
        }
    )


def says(*texts: str) -> tuple[Saying, ...]:
    return tuple(Saying(relation=RelationKind.RUNS_ON, text=text, cell="runs_on") for text in texts)


def texts(*records: Record) -> list[str]:
    return [statement.saying.text for statement in fold(records).statements]


histories = st.lists(
    st.builds(
        lambda act, source, value, said, later: (act, source, value, said, later),
        st.sampled_from(Act),
        st.sampled_from(["sheet", "csv", "matrix", "named", MANUAL, TEMPLATE]),
        st.none() | numbers,
        st.lists(st.sampled_from(["A", "B"]), max_size=2),
        st.booleans(),
    ),
    max_size=6,
).map(
    lambda parts: [
        record(
            n,
            act,
            source,
            values={} if value is None else {"rto_hours": value},
            sayings=says(*said),
            confirmations=(f"l{n + 3}",) if later else (),
        )
        for n, (act, source, value, said, later) in enumerate(parts)
    ]
)


@given(histories, st.randoms())
def test_the_order_in_which_records_are_read_does_not_matter(records: list[Record], dice: Any) -> None:
    shuffled = list(records)
    dice.shuffle(shuffled)
    assert fold(shuffled) == fold(records)


@given(histories)
def test_an_element_is_there_exactly_while_a_row_asserts_it_and_active_while_one_is_live(
    records: list[Record],
) -> None:
    element = fold(records).element
    assert (element is not None) == any(r.act is Act.ROW for r in records)
    if element is not None and element.status is Status.ACTIVE:
        gone = {(w.source, w.load) for w in records if w.act is Act.WITHDRAW}
        rows = [r for r in records if r.act is Act.ROW]
        assert any(all(not (s == r.source and load > r.last_said) for s, load in gone) for r in rows)


def test_the_source_with_the_highest_precedence_wins_then_the_newest_load() -> None:
    older = record(1, values={"rto_hours": 4})
    newer = record(2, values={"rto_hours": 8})
    overview = record(3, source="matrix", values={"rto_hours": 9})
    element = fold([overview, newer, older]).element
    assert element is not None
    assert element.properties["rto_hours"] == 8


def test_a_cell_that_speaks_replaces_and_one_that_is_silent_leaves() -> None:
    assert texts(record(1, sayings=says("A")), record(2, sayings=says("B"))) == ["B"]
    assert texts(record(1, sayings=says("A")), record(2)) == ["A"]
    assert texts(record(1, sayings=says("A")), record(2, emptied=("runs_on",))) == []


def test_rows_of_one_delivery_speak_together_also_when_only_one_of_them_changed() -> None:
    first, second = (record(n, load="l1", sayings=says(text)) for n, text in ((1, "A"), (2, "B")))
    assert texts(first, second) == ["A", "B"]
    confirmed = record(1, load="l1", sayings=says("A"), confirmations=("l2",))
    assert texts(confirmed, second, record(3, load="l2", sayings=says("C"))) == ["A", "C"]


def test_two_sources_speak_side_by_side() -> None:
    assert texts(record(1, sayings=says("A")), record(2, source="csv", sayings=says("B"))) == ["A", "B"]


def test_a_cell_said_by_hand_counts_until_a_file_says_something_new() -> None:
    row, hand = record(1, sayings=says("A")), record(2, Act.SAY, MANUAL, sayings=says("B"))
    assert texts(row, hand) == ["B"]
    assert texts(record(1, sayings=says("A"), confirmations=("l3",)), hand) == ["B"]
    assert texts(row, hand, record(3, sayings=says("C"))) == ["C"]


def test_what_a_template_says_is_said_by_hand_and_the_newest_hand_counts() -> None:
    row, template = record(1, sayings=says("A")), record(2, Act.SAY, TEMPLATE, sayings=says("A", "B"))
    assert texts(row, template) == ["A", "B"]
    assert texts(row, template, record(3, Act.SAY, MANUAL, sayings=says("A"))) == ["A"]
    assert texts(row, template, record(3, Act.SAY, TEMPLATE, emptied=("runs_on",))) == []
    assert texts(row, template, record(3, sayings=says("C"))) == ["C"]


def test_a_row_found_again_after_its_withdrawal_lives() -> None:
    withdrawal = record(2, Act.WITHDRAW)
    gone = fold([record(1), withdrawal]).element
    back = fold([record(1, confirmations=("l3",)), withdrawal]).element
    assert gone is not None
    assert back is not None
    assert (gone.status, gone.properties["valid_to"]) == (Status.RETIRED, "2026-11-23")
    assert (back.status, "valid_to" in back.properties) == (Status.ACTIVE, False)


def test_sources_that_give_different_values_are_a_conflict_mentions_and_hand_edits_are_not() -> None:
    row = record(2, values={"name": "SIMRS"})
    other = record(3, source="csv", values={"name": "Lain"})
    assert [c.property for c in fold([row, other]).conflicts] == ["name"]
    for source in ("named", MANUAL, TEMPLATE):
        assert fold([row, record(3, source=source, values={"name": "Lain"})]).conflicts == ()
    spelling = record(3, source="csv", values={"name": "sim rs"})
    assert fold([row, spelling]).conflicts == ()


def test_two_sheets_of_one_delivery_that_disagree_are_a_conflict_and_a_new_state_is_not() -> None:
    row = record(1, load="l1", values={"rto_hours": 4})
    beside = record(2, load="l1", file="b.xlsx", values={"rto_hours": 8})
    later = record(2, load="l2", file="b.xlsx", values={"rto_hours": 8})
    assert len(fold([row, beside]).conflicts) == 1
    assert fold([row, later]).conflicts == ()


def test_a_value_cleared_by_one_source_and_given_by_another_is_no_fault() -> None:
    cleared = record(1, cleared=("rto_hours",))
    element = fold([cleared, record(2, source="csv", values={"rto_hours": 8})]).element
    assert element is not None
    assert element.properties["rto_hours"] == 8
