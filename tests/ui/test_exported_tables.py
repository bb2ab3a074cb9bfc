"""What the downloads of similar applications hold: titles of their language, doubled cells marked."""

import io
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
import streamlit as st

from model.knowledge import Knowledge
from model.text import Language, same
from queries.redundancy.engine import Comparison
from queries.redundancy.groups.matrix import Matrix, Row
from tests.support.interface import loaded
from tests.support.pages import opened, own_store
from ui import places, session
from ui.phrases import similar as words
from ui.views import similar_matrix

pytestmark = pytest.mark.engine
TITLES = {"matrix": words.MATRIX, "queue": words.WAITING_LIST, "code": words.TITLE}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_store(tmp_path_factory.mktemp("exported")) as folder:
        loaded(folder / "delivery").store.close()
        yield


@pytest.mark.parametrize("shown", TITLES)
def test_titles_are_of_the_language_that_the_page_was_shown_in(
    store: None, monkeypatch: pytest.MonkeyPatch, shown: str
) -> None:
    made: list[Any] = []
    monkeypatch.setattr(similar_matrix, "by_function", _two_of_one_agency)
    monkeypatch.setattr(st, "download_button", lambda label, content, **_: made.append(content))
    app = opened(places.SIMILAR, Language.EN, view=shown, least="1")
    assert not app.exception
    with monkeypatch.context() as later:  # the browser asks for the file when the page's language is gone
        later.setattr(session, "language", lambda: Language.ID)
        books = [openpyxl.load_workbook(io.BytesIO(one())) for one in made if callable(one)]
    assert [book.sheetnames for book in books] == [[TITLES[shown].en[:31]]]
    if shown == "matrix":
        cells = [cell for row in books[0].active.iter_rows() for cell in row]
        (filled,) = [cell for cell in cells if cell.fill.fill_type]
        assert str(filled.value).startswith("● ")


def _two_of_one_agency(comparison: Comparison, knowledge: Knowledge, **_: object) -> Matrix:
    one, two, three = (entry.uid for entry in comparison.corpus.entries[:3])
    row = Row(name="klinik", label=same("Klinik"), cells={"Dinas": (one, two), "Badan": (three,)})
    return Matrix(agencies=("Badan", "Dinas"), rows=(row,), unplaced=())
