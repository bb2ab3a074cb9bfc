"""The fold: what the records of one element come to, whatever order they are read in."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from model.fold import fold
from model.kinds import ElementKind, RelationKind, Status
from model.record import COMPILED, MANUAL, TEMPLATE, Act, Record, Saying

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


def value(name: str, *records: Record) -> object:
    element = fold(records).element
    assert element is not None
    return element.name if name == "name" else element.properties.get(name)


histories = st.lists(
    st.builds(
        lambda act, source, value, said, later: (act, source, value, said, later),
        st.sampled_from(Act),
        st.sampled_from(["sheet", "csv", "matrix", "named", COMPILED, MANUAL, TEMPLATE]),
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


def test_a_value_corrected_by_hand_stands_until_that_cell_changes() -> None:
    row = record(1, values={"rto_hours": 4, "name": "SIMRS"})
    hand = record(2, Act.SAY, MANUAL, values={"rto_hours": 8})
    renamed = record(3, values={"rto_hours": 4, "name": "SIMRS Baru"})
    changed = record(4, values={"rto_hours": 6, "name": "SIMRS Baru"})
    assert value("rto_hours", row, hand, renamed) == 8
    assert value("name", row, hand, renamed) == "SIMRS Baru"
    assert value("rto_hours", row, hand, renamed, changed) == 6


def test_an_agencys_own_file_calls_it_before_others_do_and_a_sheet_of_agencies_before_both() -> None:
    usual, longer = "Dinas Kependudukan dan Pencatatan Sipil", "Dinas Kependudukan Pencatatan Sipil Terpadu"
    own = record(1, source="named", values={"name": usual}, leads=("name",))
    others = [record(n, source="named", values={"name": longer}) for n in (0, 2)]
    assert value("name", *others) == longer
    assert value("name", own, *others) == usual
    assert value("name", own, *others, record(3, values={"name": "Disdukcapil Kota"})) == "Disdukcapil Kota"


def test_an_edit_by_hand_is_meant_each_time() -> None:
    hand = [record(n, Act.SAY, MANUAL, values={"rto_hours": 8}) for n in (2, 4)]
    rows = [record(1, values={"rto_hours": 4}), record(3, values={"rto_hours": 6})]
    assert value("rto_hours", *rows, *hand) == 8


def test_a_cell_emptied_again_and_again_does_not_take_a_later_value_away() -> None:
    emptied = [record(n, cleared=("rto_hours",), values={"name": f"SIMRS {n}"}) for n in (1, 3)]
    assert value("rto_hours", *emptied, record(2, Act.SAY, MANUAL, values={"rto_hours": 8})) == 8


def test_a_reference_corrected_by_hand_stands_while_its_cell_is_the_same() -> None:
    row, hand = record(1, sayings=says("A")), record(2, Act.SAY, MANUAL, sayings=says("B"))
    changed_elsewhere = record(3, sayings=says("A"), values={"rto_hours": 6})
    assert texts(row, hand, changed_elsewhere) == ["B"]


def test_what_a_row_repeats_against_another_source_is_still_a_disagreement() -> None:
    row = record(1, values={"rto_hours": 4})
    other = record(2, source="csv", values={"rto_hours": 8})
    again = record(3, values={"rto_hours": 4, "name": "SIMRS Baru"})
    folded = fold([row, other, again])
    assert folded.element is not None
    assert folded.element.properties["rto_hours"] == 8
    assert [(c.winner.id, c.loser.id) for c in folded.conflicts] == [(other.id, row.id), (other.id, again.id)]


def merged(*records: Record) -> list[Record]:
    """The records of an element u, and of one that was merged into it."""
    return [
        *records,
        record(5, Act.MERGE, MANUAL, uid="gone", key="dinsos/application/X-9", other="u"),
    ]


GONE = {"uid": "gone", "scope": "dinsos", "key": "dinsos/application/X-9"}


def test_a_merged_element_keeps_its_own_key_and_code_and_answers_to_the_others() -> None:
    own = record(1, values={"name": "SIMRS", "code": "DAA-1", "rto_hours": 4})
    other = record(2, values={"name": "SIM RS Kota", "code": "X-9", "url": "rs.go.id"}, **GONE)
    element = fold(merged(own, other), "u").element
    assert element is not None
    assert (element.uid, element.key, element.code) == ("u", own.key, "DAA-1")
    assert element.aliases == ("dinsos/application/X-9",)
    assert (element.properties["rto_hours"], element.properties["url"]) == (4, "rs.go.id")


def test_rows_of_both_merged_elements_say_their_references_side_by_side() -> None:
    own, other = record(1, sayings=says("A")), record(2, sayings=says("B"), **GONE)
    assert [one.saying.text for one in fold(merged(own, other), "u").statements] == ["A", "B"]


def test_a_merged_element_is_in_use_while_one_of_the_two_is() -> None:
    own, other = record(1), record(2, **GONE)
    withdrawn = fold(merged(own, other, record(3, Act.WITHDRAW)), "u").element
    assert withdrawn is not None
    assert withdrawn.status is Status.ACTIVE
    assert withdrawn.key == own.key


def test_two_agencies_that_disagree_in_one_sort_of_sheet_are_a_conflict() -> None:
    own = record(1, sender="dinkes", values={"rto_hours": 4})
    other = record(2, sender="dinsos", values={"rto_hours": 8})
    assert value("rto_hours", own, other) == 8
    assert [(c.winner.id, c.loser.id) for c in fold([own, other]).conflicts] == [(other.id, own.id)]
    again = record(3, sender="dinkes", values={"rto_hours": 4, "name": "SIMRS Baru"})
    assert value("rto_hours", own, other, again) == 8


def test_the_agency_that_answers_for_a_column_has_the_last_word_on_it() -> None:
    own = record(1, sender="bappeda", leads=("rto_hours",), values={"rto_hours": 4, "name": "SIMRS"})
    other = record(2, sender="dinsos", values={"rto_hours": 8, "name": "Lain"})
    hand = record(3, Act.SAY, MANUAL, values={"rto_hours": 6})
    assert value("rto_hours", own, other) == 4
    assert value("name", own, other) == "Lain"
    assert value("rto_hours", own, other, hand) == 6
    changed = record(4, sender="bappeda", leads=("*",), values={"rto_hours": 5})
    assert value("rto_hours", own, other, hand, changed) == 5
    cleared = record(5, sender="dinsos", cleared=("rto_hours",))
    assert value("rto_hours", own, cleared) == 4


@given(st.permutations(["l1", "l2", "l3"]))
def test_a_compilation_speaks_only_where_other_files_are_silent_whichever_comes_later(
    loads: list[str],
) -> None:
    first, again, gathering = loads
    own = [
        record(1, load=load, values={"rto_hours": hours}, sayings=says(text))
        for load, hours, text in ((min(first, again), 4, "A"), (max(first, again), 6, "B"))
    ]
    said = {"rto_hours": 4, "url": "rs.go.id"}
    compiled = record(2, source=COMPILED, load=gathering, file="g.xlsx", values=said, sayings=says("A", "C"))
    assert value("rto_hours", *own, compiled) == 6
    assert value("url", *own, compiled) == "rs.go.id"
    assert texts(*own, compiled) == ["B"]
    assert fold([*own, compiled]).conflicts == ()
    assert (value("rto_hours", compiled), texts(compiled)) == (4, ["A", "C"])


@given(st.permutations(["l1", "l2", "l3"]))
def test_no_compilation_keeps_what_its_own_file_took_back(loads: list[str]) -> None:
    own, gone = sorted(loads[:2])
    kept = [record(1, load=own), record(2, source=COMPILED, load=loads[2])]
    element = fold([*kept, record(3, Act.WITHDRAW, load=gone)]).element
    assert element is not None
    assert element.status is Status.RETIRED


def test_its_references_stand_against_those_of_others() -> None:
    own = record(1, sender="bappeda", leads=("runs_on",), sayings=says("A"))
    other = record(2, sender="dinsos", sayings=says("B"))
    assert texts(own, other) == ["A"]
    assert texts(own, other, record(3, Act.SAY, MANUAL, sayings=says("C"))) == ["C"]
    assert texts(other) == ["B"]
