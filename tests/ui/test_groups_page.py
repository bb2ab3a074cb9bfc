"""The page of groups: members of one name, what a person chooses for them, and the plan on record."""

import io
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from ingest.edit.editing import planned_set
from model.decision import Verdict
from model.kinds import ElementKind
from model.knowledge import Knowledge
from model.text import Language, same
from queries.lookup import element_for
from queries.redundancy.decisions import Judgement, decide
from queries.redundancy.engine import Comparison
from queries.redundancy.groups.disposing import Action
from queries.redundancy.groups.matrix import Matrix, Row
from tests.support.interface import loaded
from tests.support.pages import opened, own_store, take_back, words
from ui import places, reading, session, writing
from ui.components.plain import plain
from ui.editing.edits import new_edit
from ui.phrases import grouping, matrix, similar
from ui.similar.group_book import GroupBook
from ui.similar.likeness import Similar
from ui.similar.rationalising import grounds_of, opinion_of
from ui.views import similar_groups, similar_matrix
from ui.wording import day

pytestmark = pytest.mark.engine

LONG = "klinik dan pelayanan kesehatan bergerak"
KEPT, OTHER = "dinkes/application/A-1", "bkd/application/A-1"


@pytest.fixture
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Language:
    """A language, spoken also where the test framework words the choices of a page outside of it."""
    chosen = Language(getattr(request, "param", Language.ID))
    monkeypatch.setattr(session, "language", lambda: chosen)
    return chosen


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store in which people decided that two applications of one name are duplicates."""
    with own_store(tmp_path_factory.mktemp("groups")) as folder:
        space = loaded(folder / "delivery")
        renamed = planned_set(space.store, space.metamodel, OTHER, {"name": "SIMRS"}, new_edit(space))
        writing.apply(renamed)
        ends = [element_for(session.workspace().store, key).uid for key in (KEPT, OTHER)]
        judged = Judgement(left=ends[0], right=ends[1], verdict=Verdict.DUPLICATE)
        decide(session.workspace().store, space.metamodel, [judged], space.writer)
        space.store.close()
        yield


@pytest.fixture
def store(decided: None) -> Iterator[None]:
    """The same for each test: what one records is taken back."""
    yield
    take_back(3)


def groups(language: Language = Language.ID) -> AppTest:
    """Open the page of groups, the first of two kept."""
    uid = element_for(session.workspace().store, KEPT).uid
    app = opened(places.SIMILAR, language, view="groups", stays=uid)
    assert not app.exception
    assert not app.error
    return app


def labelled(found: Any, label: str) -> Any:
    return next(one for one in found if one.label == label)


@pytest.mark.parametrize("language", Language, indirect=True)
def test_a_group_of_two_with_one_name_opens(store: None, language: Language) -> None:
    app = groups(language)
    headers = [list(table.value.columns) for table in app.dataframe]
    assert [similar.WHAT_COUNTS.in_(language), "SIMRS · Dinas Kesehatan"] in [one[:2] for one in headers]


def test_what_a_person_chooses_is_recorded_under_a_number_that_stays_in_sight(
    store: None, language: Language
) -> None:
    app = groups(language)
    last = date.today() + timedelta(days=400)
    actions = [one for one in app.selectbox if "SIMRS" in one.label]
    assert len(actions) == 1
    actions[0].select(Action.RETIRE.value).run()
    labelled(app.text_input, similar.REASON.id).input("Kontraknya habis.").run()
    labelled(app.date_input, similar.LAST_DAY.id).set_value(last).run()
    assert labelled(app.text_input, similar.REASON.id).value == "Kontraknya habis."
    labelled(app.button, similar.RECORD_PLAN.id).click().run()
    assert not app.exception
    number = f"RAS-{date.today().year}-001"
    assert similar.RECORDED.filled(number=number).id in words(app)
    again = groups(language)
    assert number in words(again)
    assert labelled(again.text_input, similar.REASON.id).value == "Kontraknya habis."
    assert labelled(again.date_input, similar.LAST_DAY.id).value == last
    assert f"**{number}**" in words(again)  # shown as recorded
    assert similar.RECORDED.filled(number=number).id not in words(again)
    assert labelled(again.button, similar.RECORD_ANOTHER.id)
    found = session.workspace().store
    assert element_for(found, OTHER).properties["valid_to"] == last.isoformat()
    said = str(element_for(found, number).properties["description"])
    assert "SIMRS: Dihentikan. Kontraknya habis." in said


def test_the_chosen_function_is_read_in_full_below_the_matrix(
    store: None, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    def many(comparison: Comparison, knowledge: Knowledge, ended: Mapping[str, date]) -> Matrix:
        assert not ended
        uids = tuple(one.uid for one in comparison.corpus.entries)
        rows = (Row(name=name, label=same(name), cells={"Dinas": uids}) for name in (LONG, "kasir"))
        return Matrix(agencies=("Dinas",), rows=tuple(rows), unplaced=())

    monkeypatch.setattr(similar_matrix, "by_function", many)
    app = opened(places.SIMILAR, Language.ID, view="matrix", function="kasir")
    assert not app.exception
    columns = json.loads(app.dataframe[0].proto.columns)
    function = columns[similar.FUNCTION.id]
    assert function["pinned"]
    assert function["width"] <= 0.6 * 342  # pixels that a table has on a telephone: wider, it is not pinned
    chosen = labelled(app.selectbox, matrix.CHOSEN_FUNCTION.id)
    names = [one.name for one in reading.similar(ElementKind.APPLICATION).comparison.corpus.entries]
    assert chosen.value == "kasir"
    assert any(all(plain(name) in one.value for name in names) for one in app.markdown)


@pytest.mark.parametrize("action", [Action.KEEP, Action.MERGE])
def test_where_nothing_ends_no_day_is_asked_and_nothing_recorded(
    store: None, language: Language, action: Action
) -> None:
    app = groups(language)
    actions = [one for one in app.selectbox if "SIMRS" in one.label]
    actions[0].select(action.value).run()
    assert not {similar.RECORD_PLAN.id, similar.RECORD_ANOTHER.id} & {one.label for one in app.button}
    assert (grouping.NOTHING_ENDS.id in words(app)) is (action is Action.MERGE)


def test_where_all_are_one_system_what_to_choose_is_folded(
    store: None, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = tuple(element_for(session.workspace().store, key).uid for key in (KEPT, OTHER))
    monkeypatch.setattr(Similar, "identical", lambda *_: (pair,))
    app = groups(language)
    assert similar.CHOOSE_BECOMES.id in [one.label for one in app.expander]
    assert grouping.NOTHING_ENDS.id in words(app)


def test_names_in_a_box_to_choose_from_stand_as_they_are(
    store: None, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similar_groups, "_name", lambda *_: "e-SIMRS_[2] · Dinas")
    assert "e-SIMRS_[2] · Dinas" in labelled(groups(language).selectbox, similar.KEEP_WHICH.id).options


def test_a_last_day_that_is_over_is_told_and_nothing_can_be_recorded(store: None, language: Language) -> None:
    app = groups(language)
    labelled(app.date_input, similar.ENDS_ON.id).set_value(date(2020, 1, 31)).run()
    told = similar.OVERDUE.filled(names="SIMRS", today=day(date.today(), language)).id
    assert [one.value for one in app.error] == [told]
    buttons = {one.label: one for one in app.button}
    recording = {similar.RECORD_PLAN.id, similar.RECORD_ANOTHER.id} & buttons.keys()
    assert [buttons[label].disabled for label in recording] == [True]


def test_a_link_to_a_group_that_changed_says_so_and_offers_the_list(store: None, language: Language) -> None:
    app = opened(places.SIMILAR, Language.ID, view="groups", group="0" * 16)
    assert [one.value for one in app.warning] == [similar.GROUP_CHANGED.id]
    assert len(app.dataframe) == 1
    assert not app.subheader


@pytest.mark.parametrize("language", Language, indirect=True)
def test_the_workbook_speaks_the_language_of_the_page(store: None, language: Language) -> None:
    space, snapshot = session.workspace(), reading.snapshot()
    found = reading.similar(ElementKind.APPLICATION)
    group = found.grouping.groups[0]
    grounds = grounds_of(space.store, snapshot, found, [group], date.today())
    assert group.members[0] in grounds.inventory.dependents
    shown = opinion_of(grounds, group)
    made = GroupBook(space.store, snapshot, found, shown, date.today(), language).content()
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == [similar.GROUPS.in_(language), similar.MEMBERS.in_(language)]
    keys = [row[3].value for row in book.worksheets[1].iter_rows(min_row=2)]
    assert {KEPT, OTHER} <= set(keys)
