"""Names stay inside their folder, whatever they are."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.naming import free_name, safe_name


@given(st.text(max_size=300))
def test_no_name_leaves_its_folder(name: str) -> None:
    folder = Path("/data/up")
    target = (folder / safe_name(name)).resolve()
    assert target.is_relative_to(folder)
    assert target != folder


@pytest.mark.parametrize(
    "name",
    ["/\\", "//x/../y", "../../x.xlsx", "/etc/passwd", "C:\\temp\\x.xlsx", "a/../../b.csv", "con:aux.csv"],
)
def test_hostile_names_become_plain_ones(name: str) -> None:
    assert ".." not in safe_name(name).split("/")
    assert not set(safe_name(name)) & set('\\:*?"<>|')


def test_a_taken_name_gets_a_number_whatever_its_case() -> None:
    assert free_name("a/B.xlsx", ["a/b.xlsx", "a/B (2).xlsx"]) == "a/B (3).xlsx"
    assert free_name("a/B.xlsx", ["b.xlsx"]) == "a/B.xlsx"
