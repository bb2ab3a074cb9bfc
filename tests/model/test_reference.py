"""Reference codes as cells write them, their levels and what they imply."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reference import (
    ReferenceCode,
    ReferenceSet,
    WrittenCode,
    broader,
    implied,
    level_of,
    model_of,
    read_code,
)
from model.text import same

LEVELS = st.lists(st.integers(min_value=1, max_value=99), min_size=1, max_size=7)
CODES = st.builds(
    lambda model, levels: ".".join([model, *(f"{level:02d}" for level in levels)]),
    st.sampled_from(["RAB", "RAL", "RAD", "RAA", "RAI", "RAK"]),
    LEVELS,
)


def _code(code: str, name: str = "x") -> ReferenceCode:
    return ReferenceCode(code=code, name=name, level=level_of(code), source="s", status="t")


def _set(*codes: str) -> ReferenceSet:
    return ReferenceSet(name="RAB", version="1", label=same("RAB"), codes=tuple(map(_code, codes)))


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("RAB.09.06.03 Penataan SDM Aparatur", "RAB.09.06.03", "Penataan SDM Aparatur"),
        ("RAB.09.06.03", "RAB.09.06.03", ""),
        (" rab.9.6.3 ", "RAB.09.06.03", ""),
        ("RAB-09-06-03: Penataan", "RAB.09.06.03", "Penataan"),
        ("RAB. 09. 06 – Aparatur\nNegara", "RAB.09.06", "Aparatur Negara"),
        ("RAB 04 (Kesehatan)", "RAB.04", "Kesehatan"),
        ("RAL.01.25.04 Pengelolaan (puskesmas)", "RAL.01.25.04", "Pengelolaan (puskesmas)"),
        ("RAB.04.01 24 jam", "RAB.04.01", "24 jam"),
        ("RAI.03.01.07.02", "RAI.03.01.07.02", ""),
        ("RAB.04.01.04.001 tingkat daerah", "RAB.04.01.04.001", "tingkat daerah"),
    ],
)
def test_a_cell_begins_with_a_code(text: str, code: str, name: str) -> None:
    assert read_code(text) == WrittenCode(code, name)


@pytest.mark.parametrize(
    "text", ["", "RAB", "Kesehatan", "RAB 2025", "RABU 01", "RAX.01", "RAB.1A", "RKB.01"]
)
def test_other_text_is_no_code(text: str) -> None:
    assert read_code(text) is None


@given(CODES, st.sampled_from(["", "Kesehatan", "Data & Informasi", "24 jam"]))
def test_a_code_written_with_its_name_reads_as_it_was(code: str, name: str) -> None:
    assert read_code(f"{code} {name}") == WrittenCode(code, name)


def test_a_lower_level_implies_the_higher_ones() -> None:
    assert implied("RAB.09.06.03") == ("RAB.09.06.03", "RAB.09.06", "RAB.09")
    assert implied("RAB.09") == ("RAB.09",)
    assert broader("RAB.09.06") == "RAB.09"
    assert broader("RAB.09") is None
    assert model_of("RAK.01.02") == "RAK"


@given(CODES)
def test_the_chain_rises_one_level_a_step_to_the_first(code: str) -> None:
    assert [level_of(one) for one in implied(code)] == list(range(level_of(code), 0, -1))


def test_a_set_answers_by_code_and_level() -> None:
    codes = _set("RAB.01", "RAB.01.01", "RAB.01.02", "RAB.02")
    found = codes.code("RAB.01.02")
    assert found is not None
    assert found.level == 2
    assert codes.code("RAB.01.03") is None
    assert [one.code for one in codes.at_level(1)] == ["RAB.01", "RAB.02"]
    assert [one.code for one in codes.below("RAB.01")] == ["RAB.01.01", "RAB.01.02"]


@pytest.mark.parametrize("codes", [("RAB.01", "RAB.01"), ("RAB.01.01",), ("RAL.01",)])
def test_a_set_refuses_a_code_without_a_place_in_it(codes: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="RAB 1"):
        _set(*codes)


@pytest.mark.parametrize(("code", "level"), [("RAB.01", 2), ("RAB", 0), ("rab.01", 1), ("RAB.1", 1)])
def test_a_code_refuses_another_form_or_level(code: str, level: int) -> None:
    with pytest.raises(ValueError, match="is no reference code of level"):
        ReferenceCode(code=code, name="x", level=level, source="s", status="t")
