"""Possible causes as people read them, and the page Dampak asked the other way round."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from model.availability import State
from model.text import Language
from queries.impact.causes import Cause, causes
from queries.impact.impact import Scenario
from queries.snapshot.snapshot import Snapshot
from tests.support.estate_in_words import estate
from tests.support.graphs import TODAY
from tests.support.interface import ROOM, SERVER, loaded
from tests.support.pages import opened, own_store, words
from ui import places
from ui.impact import causing
from ui.phrases import causes as cause_words
from ui.phrases import common, impact

ID = Language.ID
SERVICE, LETTERS = "dinkes/service/DAL-1", "bkd/application/DAA-1"
HOST, SECOND = "bersama/server/HOST", "bersama/server/VM-2"


def asked(*keys: str, protected: Sequence[str] = ()) -> tuple[Snapshot, Scenario, list[Cause]]:
    snapshot = estate()
    uids = {key: snapshot.uids[snapshot.keys.index(key)] for key in (*keys, *protected)}
    symptoms = Scenario(
        failed={uids[key]: State.DOWN for key in keys},
        protected=frozenset(uids[key] for key in protected),
        on=TODAY,
    )
    return snapshot, symptoms, causes(snapshot, symptoms.failed, TODAY, symptoms.protected)


def test_what_explains_most_is_said_first() -> None:
    snapshot, _, found = asked(SERVICE, LETTERS)
    assert causing.sentence(found, 2).id.startswith("**3** objek masing-masing menjelaskan 2 dari 2 gejala")
    rows = causing.rows(snapshot, found, 2, ID)
    assert [row[0] for row in rows[:4]] == ["2 dari 2", "2 dari 2", "2 dari 2", "1 dari 2"]
    assert all(len(row) == len(causing.COLUMNS) for row in rows)


def test_only_one_that_explains_most_is_named() -> None:
    _, _, found = asked(SERVICE, LETTERS, protected=[HOST])
    assert causing.sentence(found, 2).en == "The loss of **VM-2** alone explains 2 of 2 symptoms."
    assert causing.sentence([], 1) == cause_words.NO_CAUSE


def test_what_redundancy_bears_explains_nothing_alone() -> None:
    _, _, found = asked("dinkes/orgunit/dinkes", protected=["dinkes/application/DAA-1"])
    assert causing.sentence(found, 1) == cause_words.NO_CAUSE
    snapshot, _, found = asked(SERVICE)
    borne = [replace(one, explains=0, state=State.UP) for one in found]
    assert causing.sentence(borne, 1) == cause_words.NONE_EXPLAINS
    alone = {row[1] for row in causing.rows(snapshot, borne, 1, ID)}
    assert alone == {cause_words.TOGETHER.id}


def test_the_picture_has_whole_chains_and_no_more_nodes_than_asked() -> None:
    snapshot, symptoms, found = asked(SERVICE, LETTERS)
    for most in range(2, 12):
        figure, drawn = causing.figure(snapshot, symptoms, found, most)
        keys = [node.key for node in figure.nodes]
        assert len(keys) == len(set(keys)) <= most
        assert {key for one in found[:drawn] for key in one.path} | {SERVICE, LETTERS} == set(keys)
        assert [node.key for node in figure.nodes if node.troubled] == [
            key for key in keys if key in (SERVICE, LETTERS)
        ]
        reached = {figure.nodes[edge.target].key for edge in figure.edges}
        assert reached == set(keys) - {SERVICE, LETTERS}


def test_the_workbook_has_the_question_and_all_causes() -> None:
    snapshot, symptoms, found = asked(SERVICE, LETTERS)
    book = openpyxl.load_workbook(io.BytesIO(causing.causes_workbook(snapshot, symptoms, found, ID, "lama")))
    question, listed = book.worksheets
    assert "Rawat jalan" in str(question.cell(1, 2).value)
    assert listed.max_row == len(found) + 1
    assert "lama" in [row[1].value for row in question.iter_rows()]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_store(tmp_path_factory.mktemp("causes")) as folder:
        loaded(folder / "delivery").store.close()
        yield


def explained(app: AppTest, language: Language) -> dict[str, str]:
    """How many symptoms each cause explains, by its key."""
    head = cause_words.EXPLAINS.in_(language)
    table: pd.DataFrame = next(one.value for one in app.dataframe if head in one.value.columns)
    return dict(zip(table[common.KEY.in_(language)], table[head], strict=True))


@pytest.mark.engine
@pytest.mark.parametrize("language", Language)
def test_the_page_asks_for_causes_and_spares_what_was_checked(store: None, language: Language) -> None:
    trouble = ["dinkes/service/L-1", "bkd/application/X-0"]
    app = opened(places.IMPACT, language, way="causes", trouble=trouble)
    assert not app.exception
    found = explained(app, language)
    both = cause_words.OF_ALL.filled(n=2, all=2).in_(language)
    assert found[ROOM] == found[SERVER] == both
    assert cause_words.CHECK_UP.in_(language) in words(app)
    checked = opened(places.IMPACT, language, way="causes", trouble=trouble, protect=SERVER)
    assert SERVER not in explained(checked, language)
    assert explained(checked, language)[ROOM] != both


@pytest.mark.engine
def test_without_trouble_it_asks_and_without_dependencies_it_says_so(store: None) -> None:
    assert cause_words.ASK.id in words(opened(places.IMPACT, ID, way="causes"))
    alone = opened(places.IMPACT, ID, way="causes", trouble=ROOM)
    assert cause_words.NO_CAUSE.id in words(alone)
    assert impact.QUESTION.id in words(opened(places.IMPACT, ID))
