"""Findings say what, where and what to do; repeats of a harmless one are one line with a count."""

from model.faults import Finding, ModelerError, Place, Rule, Severity, gathered, said_once
from model.text import Language, Text

RULE = Rule(
    name="odd",
    severity=Severity.INFO,
    message=Text(id="“{value}” aneh di {where}", en="“{value}” is odd in {where}"),
    fix=Text(id="Perbaiki “{value}”", en="Mend “{value}”"),
)


def test_a_rule_is_declared_with_its_words_in_both_languages() -> None:
    words = (RULE.message.both, RULE.fix.both)
    assert Rule.of("odd", Severity.INFO, *words) == RULE


def found(row: int, column: str = "A", value: str = "x") -> Finding:
    place = Place(file="f.xlsx", sheet="S", row=row, column=column)
    return RULE.at(place, value=value, where="sini")


def test_a_rule_fills_message_and_fix() -> None:
    finding = found(3)
    assert finding.message.en == "“x” is odd in sini"
    assert finding.fix.id == "Perbaiki “x”"


def test_json_has_the_fields_of_the_contract() -> None:
    document = found(3).as_json(Language.EN)
    assert {n: document[n] for n in ("rule", "severity", "file", "sheet", "row", "column", "value")} == {
        "rule": "odd",
        "severity": "info",
        "file": "f.xlsx",
        "sheet": "S",
        "row": 3,
        "column": "A",
        "value": "x",
    }
    assert (document["message"], document["fix"]) == ("“x” is odd in sini", "Mend “x”")


def test_repeats_of_a_harmless_rule_in_one_column_are_one_with_a_count_and_the_first_place() -> None:
    joined = gathered([found(2), found(3, "B"), found(4), found(5, value="y")], {"odd": True})
    assert [(f.place.row, f.place.column, f.count) for f in joined] == [(2, "A", 3), (3, "B", 1)]


def test_other_findings_are_kept_one_by_one() -> None:
    assert len(gathered([found(2), found(2)], {})) == 2


def test_people_read_once_what_is_said_of_several_cells_of_a_column() -> None:
    several = [found(row) for row in range(2, 9)]
    once = said_once([*several, found(3, "B"), found(9, value="y")])
    assert [(f.value, f.place.column, f.place.row, f.count) for f in once] == [
        ("x", "A", 2, 7),
        ("x", "B", 3, 1),
        ("y", "A", 9, 1),
    ]
    assert once[0].message.en == "“x” is odd in sini In 7 cells: rows 2, 3, 4, 5, 6, …."
    assert once[0].rows == tuple(range(2, 9))
    assert once[1:] == [found(3, "B"), found(9, value="y")]


def test_what_is_gathered_already_is_not_joined_again() -> None:
    joined = gathered([found(2), found(3)], {"odd": True})
    assert said_once([*joined, found(9)]) == [*joined, found(9)]


def test_an_error_has_two_lines_in_the_language_asked_for() -> None:
    error = ModelerError(Text(id="penuh", en="full"), fix=Text(id="kosongkan", en="make room"))
    assert error.lines(Language.ID) == ("penuh", "kosongkan")
    assert str(error) == "full"
