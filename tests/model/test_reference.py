"""Reference codes: their levels, and where they have a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reference import ReferenceCode, ReferenceSet, broader, level_of, model_of
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


def test_a_code_lies_one_level_below_another() -> None:
    assert broader("RAB.09.06") == "RAB.09"
    assert broader("RAB.09") is None
    assert model_of("RAK.01.02") == "RAK"


@given(CODES)
def test_the_chain_rises_one_level_a_step_to_the_first(code: str) -> None:
    levels = [level_of(code)]
    while (above := broader(code)) is not None:
        code = above
        levels.append(level_of(code))
    assert levels == list(range(levels[0], 0, -1))


@pytest.mark.parametrize("codes", [("RAB.01", "RAB.01"), ("RAB.01.01",), ("RAL.01",)])
def test_a_set_refuses_a_code_without_a_place_in_it(codes: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="RAB 1"):
        _set(*codes)


@pytest.mark.parametrize(("code", "level"), [("RAB.01", 2), ("RAB", 0), ("rab.01", 1), ("RAB.1", 1)])
def test_a_code_refuses_another_form_or_level(code: str, level: int) -> None:
    with pytest.raises(ValueError, match="is no reference code of level"):
        ReferenceCode(code=code, name="x", level=level, source="s", status="t")
