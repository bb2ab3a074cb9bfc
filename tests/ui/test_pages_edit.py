"""Correcting, relating, retiring and merging on Jelajah, in both languages, without a browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ingest.edit.editing import planned_relation, planned_set
from model.decision import Verdict
from model.text import Language
from queries.lookup import element_for
from queries.redundancy.decisions import Judgement, decide
from tests.support.interface import HOSTILE, SERVER, loaded
from tests.support.pages import opened, own_store, words
from ui import places, session, writing
from ui.editing import edits
from ui.phrases import common, edit, similar, weak

pytestmark = pytest.mark.engine

APP, CLINIC = "dinkes/application/A-1", "bkd/application/A-1"
TASKS = tuple(edit.TASKS)


@pytest.fixture
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Language:
    """A language, spoken also where the test framework words the choices of a page outside of it."""
    chosen = Language(request.param)
    monkeypatch.setattr(session, "language", lambda: chosen)
    return chosen


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store with the small delivery; each test leaves it as it was."""
    with own_store(tmp_path_factory.mktemp("edit")) as folder:
        loaded(folder / "delivery").store.close()
        yield


def explore(language: Language = Language.ID, **query: str) -> AppTest:
    return opened(places.EXPLORE, language, **query)


def labelled(found: Any, label: str) -> Any:
    return next(one for one in found if one.label == label)


def press(app: AppTest, label: str) -> AppTest:
    labelled(app.button, label).click().run()
    assert not app.exception
    return app


def undone(app: AppTest) -> AppTest:
    press(app, edit.UNDO.id)
    assert edit.UNDO.id not in {one.label for one in app.button}
    return app


def cells(app: AppTest) -> set[str]:
    """Every cell of every table of a page."""
    return {str(value) for table in app.dataframe for value in table.value.to_numpy().ravel()}


@pytest.mark.parametrize("language", Language, indirect=True)
@pytest.mark.parametrize("task", TASKS)
def test_every_task_opens_from_its_link(store: None, task: str, language: Language) -> None:
    app = explore(language, el=APP, do=task, **({"with": CLINIC} if task == "merge" else {}))
    assert not app.exception
    assert not app.error
    assert app.segmented_control[1].value == task


@pytest.mark.parametrize("language", Language, indirect=True)
def test_a_value_is_corrected_seen_before_it_is_saved_and_undone(store: None, language: Language) -> None:
    app = explore(language, el=APP, do="edit")
    assert edit.NOTHING_CHANGED.in_(language) in words(app)
    labelled(app.text_input, {"id": "Fungsi", "en": "Function"}[language.value]).set_value("Rawat inap").run()
    assert "Rawat inap" in cells(app)
    assert edit.UNDO.in_(language) not in words(app)
    press(app, edit.SAVE.in_(language))
    assert "SIMRS" in app.toast[0].value
    assert "Rawat inap" in cells(app)
    assert edit.BY_HAND.in_(language) in cells(app)
    press(app, edit.UNDO.in_(language))
    assert app.toast[0].value.startswith(edit.UNDONE.in_(language)[:12])
    assert "Rawat inap" not in cells(app)


def test_a_comment_is_kept_with_the_change_and_stands_in_the_history(store: None) -> None:
    app = explore(el=APP, do="edit")
    labelled(app.text_area, "Komentar").set_value("Menunggu SK").run()
    press(app, edit.SAVE.id)
    assert "Menunggu SK" in cells(app)
    again = explore(el=APP, do="edit")
    assert labelled(again.text_area, "Komentar").value == ""
    undone(app)


def test_what_is_refused_is_told_at_the_form_and_nothing_can_be_saved(store: None) -> None:
    app = explore(el=APP, do="edit")
    labelled(app.text_input, "Nama").set_value("").run()
    labelled(app.number_input, "Tahun").set_value(20200).run()
    told = [one.value for one in app.error]
    assert any(text.startswith("Nama tidak boleh kosong") for text in told)
    assert any("tulis misalnya 2026" in text for text in told)
    assert edit.SAVE.id not in {one.label for one in app.button}
    press(app, edit.DISCARD.id)
    assert labelled(app.text_input, "Nama").value == "SIMRS"
    assert not app.error


def test_a_draft_waits_while_somebody_looks_elsewhere_and_in_another_language(store: None) -> None:
    app = explore(el=APP, do="edit")
    labelled(app.text_input, "Fungsi").set_value("Rawat jalan").run()
    app.segmented_control[1].set_value("").run()
    assert "Fungsi" not in {one.label for one in app.text_input}
    app.segmented_control[1].set_value("edit").run()
    assert labelled(app.text_input, "Fungsi").value == "Rawat jalan"
    app.segmented_control[0].set_value("en").run()
    assert labelled(app.text_input, "Function").value == "Rawat jalan"


def test_a_date_can_be_set_and_taken_away_again(store: None) -> None:
    app = explore(el=APP, do="edit")
    labelled(app.date_input, "Berlaku sampai").set_value("2027-01-31").run()
    press(app, edit.SAVE.id)
    assert "31 Jan 2027" in cells(app)
    app.segmented_control[1].set_value("edit").run()
    labelled(app.date_input, "Berlaku sampai").set_value(None).run()
    assert edit.SAVE.id in {one.label for one in app.button}
    press(app, edit.DISCARD.id)
    undone(app)


@pytest.mark.parametrize("language", Language, indirect=True)
def test_a_relation_is_removed_after_a_question_and_comes_back_by_undo(
    store: None, language: Language
) -> None:
    app = explore(language, el=APP, do="relate")
    signs = [one for one in app.button if one.label == "✕"]
    assert signs
    next(one for one in signs if "Data pasien" in one.help).click().run()
    assert edit.CUT_ASK.in_(language) in words(app)
    assert edit.CUT_RETURNS.in_(language) in words(app)
    assert any("Data pasien" in one.label for one in app.button)
    press(app, edit.CUT_DO.in_(language))
    assert not any("Data pasien" in one.label for one in app.button)
    press(app, edit.UNDO.in_(language))
    assert any("Data pasien" in one.label for one in app.button)


def test_a_relation_is_added_with_its_columns_and_undone(store: None) -> None:
    app = explore(el=CLINIC, do="relate")
    labelled(app.selectbox, edit.RELATION_KIND.id).set_value("RUNS_ON>").run()
    labelled(app.selectbox, edit.OTHER_END.id).set_value("diskominfo/server/SRV-2").run()
    labelled(app.text_input, "Grup cadangan").set_value("app").run()
    assert "Server dua (Grup cadangan: app)" in cells(app)
    press(app, edit.ADD.id)
    assert any("Server dua" in one.label for one in app.button)
    assert labelled(app.selectbox, edit.OTHER_END.id).value is None
    undone(app)
    assert not any("Server dua" in one.label for one in app.button)


def test_a_relation_can_be_read_from_its_other_end(store: None) -> None:
    app = explore(el="diskominfo/server/SRV-2", do="relate")
    labelled(app.selectbox, edit.RELATION_KIND.id).set_value("RUNS_ON<").run()
    labelled(app.selectbox, edit.OTHER_END.id).set_value(CLINIC).run()
    press(app, edit.ADD.id)
    assert any("e\\-Klinik" in one.label for one in app.button)
    undone(app)


@pytest.mark.parametrize("language", Language, indirect=True)
def test_before_retiring_it_is_said_how_many_depend_on_it(store: None, language: Language) -> None:
    app = explore(language, el=SERVER, do="retire")
    assert app.warning[0].value == edit.DEPENDENTS.filled(direct=8, all=11).in_(language)
    press(app, edit.RETIRE_DO.in_(language))
    assert common.STATUSES["retired"].in_(language) in words(app)  # type: ignore[index]
    app.segmented_control[1].set_value("retire").run()
    press(app, edit.REVIVE_DO.in_(language))
    assert f" · {common.STATUSES['active'].in_(language)} · " in words(app)  # type: ignore[index]
    press(app, edit.UNDO.in_(language))
    app.segmented_control[1].set_value("retire").run()
    press(app, edit.REVIVE_DO.in_(language))


@pytest.mark.parametrize("language", Language, indirect=True)
def test_two_applications_become_one_with_the_values_chosen_and_two_again(
    store: None, language: Language
) -> None:
    app = explore(language, el=APP, do="merge", **{"with": CLINIC})
    said = words(app)
    assert edit.CONFLICTS.in_(language) in said
    assert CLINIC.replace("/", "\\/").replace("-", "\\-") in said
    name = labelled(app.radio, {"id": "Nama", "en": "Name"}[language.value])
    assert name.value == 0
    name.set_value(1).run()
    press(app, edit.MERGE_DO.in_(language))
    assert app.subheader[0].value == "e\\-Klinik"
    assert app.query_params["el"] in (APP, [APP])
    assert "with" not in app.query_params
    press(app, edit.UNDO.in_(language))
    assert app.subheader[0].value == "SIMRS"
    assert explore(language, el=CLINIC).subheader[0].value == "e\\-Klinik"


def test_the_end_of_the_other_one_is_taken_only_if_it_is_chosen_and_can_be_given_up_again(
    store: None,
) -> None:
    space = session.workspace()
    ends = planned_set(
        space.store, space.metamodel, CLINIC, {"valid_to": "2027-06-30"}, edits.new_edit(space)
    )
    writing.apply(ends)
    for place in (1, 0):
        app = explore(el=APP, do="merge", **{"with": CLINIC})
        until = labelled(app.radio, "Berlaku sampai")
        assert (until.value, until.options) == (
            0,
            [edit.NOT_SAID.id.replace("(", "\\(").replace(")", "\\)"), "30 Jun 2027"],
        )
        labelled(until.set_value(1).run().radio, "Berlaku sampai").set_value(place).run()
        app = press(app, edit.MERGE_DO.id)
        assert ("valid_to" in element_for(space.store, APP).properties) is bool(place)
        undone(app)
    writing.apply(edits.undo(space, ends.step.load.id))


def test_merging_what_was_decided_to_be_distinct_is_told_before_it_is_done(store: None) -> None:
    space = session.workspace()
    one, two = (element_for(space.store, key).uid for key in (APP, CLINIC))
    judgement = Judgement(left=one, right=two, verdict=Verdict.DISTINCT, note="lain tugas")
    made = decide(space.store, space.metamodel, [judgement], space.writer)
    app = explore(el=APP, do="merge", **{"with": CLINIC})
    assert any("lain tugas" in shown.value for shown in app.warning)
    assert [shown for shown in app.button if shown.label == edit.MERGE_DO.id]
    writing.apply(edits.undo(space, made.load.id))


def test_the_other_one_can_be_the_one_to_keep(store: None) -> None:
    app = explore(el=APP, do="merge", **{"with": CLINIC, "keep": CLINIC})
    press(app, edit.MERGE_DO.id)
    assert app.subheader[0].value == "e\\-Klinik"
    undone(app)


def test_the_link_of_a_merge_that_was_made_shows_what_is_left_to_do(store: None) -> None:
    app = press(explore(el=APP, do="merge", **{"with": CLINIC}), edit.MERGE_DO.id)
    again = explore(el=APP, do="merge", **{"with": CLINIC})
    assert not again.error
    assert edit.MERGE_CHOOSE.id in words(again)
    undone(app)


@pytest.mark.parametrize("language", Language, indirect=True)
def test_agencies_become_one_with_their_elements_and_two_again(store: None, language: Language) -> None:
    app = explore(language, el="dinkes/orgunit/dinkes", do="merge", **{"with": "bkd/orgunit/bkd"})
    begins = edit.SCOPE_COUNTS.in_(language).partition("{scope}")[0]
    assert f"{begins}bkd" in words(app)
    assert edit.CODES_APART.in_(language).partition("{n}")[2].rstrip(".") in words(app)
    press(app, edit.MERGE_DO.in_(language))
    assert not app.error
    press(app, edit.UNDO.in_(language))
    assert explore(language, el=CLINIC).subheader[0].value == "e\\-Klinik"


@pytest.mark.parametrize("language", Language, indirect=True)
def test_lineage_is_narrowed_to_one_property(store: None, language: Language) -> None:
    app = explore(language, el=SERVER)
    table = next(one.value for one in app.dataframe if edit.COUNTS.in_(language) in one.value.columns)
    assert len(table) > 1
    traced = labelled(app.selectbox, edit.OF_PROPERTY.in_(language))
    traced.set_value("name").run()
    table = next(one.value for one in app.dataframe if edit.COUNTS.in_(language) in one.value.columns)
    assert set(table[common.PROPERTY.in_(language)]) == {common.NAME.in_(language)}
    assert app.query_params["of"] in ("name", ["name"])


def test_a_national_code_is_looked_at_only(store: None) -> None:
    app = explore(el="nasional/referencecode/RAL.01.25.01", do="edit")
    assert edit.SHIPPED.id in words(app)
    assert len(app.segmented_control) == 1


HARMFUL = (*((number, "merge") for number in range(len(HOSTILE))), *enumerate(TASKS))


@pytest.mark.parametrize(("number", "task"), HARMFUL)
def test_hostile_names_stay_text_in_every_task(store: None, number: int, task: str) -> None:
    other = f"bkd/application/X-{(number + 1) % len(HOSTILE)}"
    app = explore(el=f"bkd/application/X-{number}", do=task, **({"with": other} if task == "merge" else {}))
    assert not app.exception
    assert not app.error
    for shown in (*app.markdown, *app.caption, *app.warning):
        assert "<img" not in shown.value.replace("\\<", "")
        assert "](javascript" not in shown.value.replace("\\]", "")


def test_a_pair_decided_a_duplicate_leads_to_its_merge(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, least="1")
    press(app, similar.VERDICTS[Verdict.DUPLICATE].id)
    links = {one.proto.label: one.proto for one in app.get("page_link")}
    assert edit.MERGE_LINK.id in links
    press(app, similar.TAKE_BACK.id)


def test_what_several_servers_are_to_each_other_is_answered_where_it_is_asked(store: None) -> None:
    space, loads = session.workspace(), []
    for server in (SERVER, f"{SERVER[:-1]}2"):
        ends = (CLINIC, "RUNS_ON", server)
        plan = planned_relation(space.store, space.metamodel, ends, {}, edits.new_edit(space))
        loads.append(writing.apply(plan).step.load.id)
    app = opened(places.WEAK, Language.ID, part="undecided")
    assert app.dataframe[0].value[common.NAME.id].tolist() == ["e-Klinik"]
    press(app, weak.ANSWER_ANY.id)
    assert weak.ALL_DECIDED.id in words(app)
    undone(app)
    assert app.dataframe[0].value[common.NAME.id].tolist() == ["e-Klinik"]
    for load in reversed(loads):
        writing.apply(edits.undo(space, load))
