"""The page and the matrix are those of the declaration."""

from collections.abc import Callable

import pytest

from model.kinds import ElementKind, RelationKind
from model.metamodel.doc import document, relation_matrix
from model.metamodel.extension import EXAMPLE
from model.metamodel.shipped import shipped


def test_the_page_is_current(request: pytest.FixtureRequest) -> None:
    page = request.config.rootpath / "docs" / "metamodel.md"
    text = document(shipped())
    if request.config.getoption("--update-golden"):
        page.write_text(text, encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == text, "run pytest --update-golden and read the diff"


def test_the_matrix_of_relations_is_current(golden: Callable[[str, str], None]) -> None:
    golden("relation_matrix.csv", relation_matrix(shipped()))


def test_the_page_names_everything_and_the_example() -> None:
    text = document(shipped())
    assert EXAMPLE in text
    for kind in ElementKind:
        assert f"\n## {kind}\n" in text
    for relation in RelationKind:
        assert f"| `{relation}` |" in text
    for kind in ElementKind:
        for spec in shipped().properties(kind):
            assert f"| `{spec.name}` | {spec.label.id} |" in text


def test_the_matrix_tells_what_a_qualifier_changes() -> None:
    lines = relation_matrix(shipped()).splitlines()
    assert lines[0] == "source,relation,target,effect,unless"
    assert "Application,ACCESSES,DataObject,down,mode=write: degraded" in lines
    assert "DataObject,STORED_ON,Storage,down,role=backup: none" in lines
    assert "Service,ACCESSES,DataObject,degraded," in lines
