"""The matrix as a table: numbers in cells that double, national applications beside the agencies."""

from model.text import Language, same
from queries.redundancy.groups.matrix import Row
from ui.similar.function_table import function_table, holders

NAMES = {uid: f"Aplikasi {uid}" for uid in "ABCN"}
ROW = Row(name="klinik", label=same("Klinik"), cells={"Badan": ("C",), "Dinas": ("A", "B")}, national=("N",))
TWO_CENTRAL = Row(name="naskah", label=same("Naskah"), cells={"Dinas": ("A",)}, national=("N", "N"))


def test_a_cell_that_doubles_is_red_and_says_how_many_it_holds() -> None:
    found = function_table([ROW], NAMES, Language.ID)
    at = list(found.frame.columns).index("Dinas")
    assert found.red == {(0, at)}
    assert found.frame.iloc[0, at] == "● 2: Aplikasi A; Aplikasi B"
    assert found.frame.loc["Klinik (4)", "Badan"] == "Aplikasi C"


def test_national_applications_have_one_column_at_the_end_that_is_never_red() -> None:
    found = function_table([ROW, TWO_CENTRAL], NAMES, Language.EN)
    assert list(found.frame.columns) == ["Dinas", "Badan", "National applications"]
    assert found.frame.iloc[1, 2] == "Aplikasi N; Aplikasi N"
    assert found.red == {(0, 0)}


def test_all_applications_of_a_function_are_told_by_whose_they_are() -> None:
    assert holders(ROW, NAMES, Language.ID) == [
        ("Dinas", ["Aplikasi A", "Aplikasi B"]),
        ("Badan", ["Aplikasi C"]),
        ("Aplikasi nasional", ["Aplikasi N"]),
    ]
