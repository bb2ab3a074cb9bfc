"""Asking on the page Dampak: what is down, what degraded, all that match, and on which state of the data."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from ingest.edit import editing
from model.availability import State
from model.text import Language
from queries import records
from queries.lookup import element_for
from queries.saved_scenarios import save_scenario, scenario_called
from tests.support.interface import ROOM, SERVER, loaded
from tests.support.pages import HOME, opened, own_store, words
from ui import places, reading, session, writing
from ui.components.plain import plain
from ui.editing.edits import new_edit
from ui.impact import matching
from ui.phrases import common, compare, home, impact, whatif
from ui.wording import day

pytestmark = pytest.mark.engine
OTHER = "diskominfo/server/SRV-2"
APP = "dinkes/application/A-1"
DATA = "dinkes/dataobject/D-1"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_store(tmp_path_factory.mktemp("asking")) as folder:
        loaded(folder / "delivery").store.close()
        yield


def chosen(app: AppTest) -> dict[str, list[str]]:
    return {box.label: list(box.value) for box in app.multiselect}


def states(app: AppTest, language: Language = Language.ID) -> dict[str, str]:
    """The state of each affected, by its key."""
    column = impact.BECAUSE.in_(language)
    table: pd.DataFrame = next(one.value for one in app.dataframe if column in one.value.columns)
    names = common.KEY.in_(language), common.STATE.in_(language)
    return dict(zip(*(table[name] for name in names), strict=True))


def linked(app: AppTest, label: str) -> dict[str, list[str]]:
    """The view that a link of a page opens."""
    return next(parse_qs(one.proto.query_string) for one in app.get("page_link") if one.proto.label == label)


@pytest.mark.parametrize("language", Language)
def test_some_fail_while_others_are_only_degraded(store: None, language: Language) -> None:
    down = common.SIGNS[State.DOWN], common.STATES[State.DOWN].in_(language)
    slow = common.SIGNS[State.DEGRADED], common.STATES[State.DEGRADED].in_(language)
    found = states(opened(places.IMPACT, language, failed=SERVER, degraded=OTHER), language)
    assert found[DATA] == " ".join(down)
    found = states(opened(places.IMPACT, language, degraded=SERVER), language)
    assert found[DATA] == " ".join(slow)


def test_what_is_chosen_in_both_lists_is_degraded_as_on_the_command_line(store: None) -> None:
    both = states(opened(places.IMPACT, Language.ID, failed=SERVER, degraded=SERVER))
    assert both == states(opened(places.IMPACT, Language.ID, degraded=SERVER))


def test_an_old_link_of_degraded_elements_asks_the_same(store: None) -> None:
    app = opened(places.IMPACT, Language.ID, failed=[SERVER, OTHER], **{"as": "degraded"})
    assert chosen(app)[impact.DEGRADED.id] == [SERVER, OTHER]
    assert chosen(app)[impact.FAILED.id] == []
    assert "as" not in app.query_params


def test_what_is_assumed_degraded_is_not_said_to_fail(store: None) -> None:
    said = words(opened(places.IMPACT, Language.EN, failed=OTHER, degraded=SERVER, why=SERVER))
    assert "**Server satu** is assumed degraded." in said
    assert "**Server satu** is assumed to fail." not in said


def test_a_saved_scenario_of_mixed_states_opens_as_saved(store: None) -> None:
    app = opened(places.IMPACT, Language.ID, failed=OTHER, degraded=SERVER, protect=APP, on="2026-11-22")
    app.text_input(key="impact.saved.name").set_value("Campuran").run()
    app.button(key="impact.saved.do").click().run()
    view = linked(opened(places.IMPACT, Language.ID), "Campuran")
    assert view["failed"] == [OTHER]
    assert view["degraded"] == [SERVER]
    again = opened(places.IMPACT, Language.ID, **view)
    assert chosen(again)[impact.FAILED.id] == [OTHER]
    assert chosen(again)[impact.DEGRADED.id] == [SERVER]
    assert chosen(again)[impact.PROTECTED.id] == [APP]
    assert again.date_input[0].value.isoformat() == "2026-11-22"
    assert states(again) == states(app)


def test_a_comparison_tells_the_states_apart_and_leads_back_to_them(store: None) -> None:
    space = session.workspace()
    uids = {key: element_for(space.store, key).uid for key in (SERVER, ROOM)}
    given = {uids[SERVER]: State.DEGRADED, uids[ROOM]: State.DOWN}
    save_scenario(space.store, "Berdua", given, frozenset(), None, space.writer)
    assert scenario_called(space.store, "Berdua") is not None
    app = opened(places.COMPARE, Language.ID, first="Berdua", second="Berdua")
    said = words(app)
    assert compare.FAIL_TO[State.DOWN].filled(names="Ruang server").id in said
    assert compare.FAIL_TO[State.DEGRADED].filled(names="Server satu").id in said
    view = linked(app, compare.OPEN_IMPACT.id)
    assert (view["failed"], view["degraded"]) == ([ROOM], [SERVER])


@pytest.fixture
def spread(store: None) -> Iterator[str]:
    """The load before data were said to be stored on another server too."""
    space = session.workspace()
    before = records.loads(space.store)[0].id
    stored = (DATA, "STORED_ON", OTHER)
    plan = editing.planned_relation(space.store, space.metamodel, stored, {}, new_edit(space))
    writing.apply(plan)
    yield before
    writing.undo(plan.step.load.id)


@pytest.mark.parametrize("language", Language)
def test_the_impact_is_told_as_of_a_load(spread: str, language: Language) -> None:
    app = opened(places.IMPACT, language, failed=OTHER, at=spread)
    assert not app.exception
    assert DATA not in states(app, language)
    (told,) = (one.value for one in app.info)
    assert told.endswith(impact.PAST.in_(language).rpartition("**")[2])


def test_a_press_leads_from_the_data_of_a_load_back_to_now(spread: str) -> None:
    app = opened(places.IMPACT, Language.ID, failed=OTHER, at=spread)
    next(one for one in app.button if one.label == impact.BACK_TO_NOW.id).click().run()
    assert "at" not in app.query_params
    assert DATA in states(app)
    assert not app.info


def test_changes_are_tried_on_the_data_of_now_only(spread: str) -> None:
    titles = {at: labels(opened(places.IMPACT, Language.ID, failed=SERVER, at=at)) for at in (spread, "")}
    assert whatif.CHANGE_TITLE.id in titles[""]
    assert whatif.CHANGE_TITLE.id not in titles[spread]


def test_a_link_to_a_load_that_is_gone_says_that_the_answer_is_of_now(store: None) -> None:
    app = opened(places.IMPACT, Language.EN, failed=SERVER, at="2020-gone")
    assert [one.value for one in app.warning] == [impact.NO_LOAD.filled(load=plain("2020-gone")).en]
    assert states(app, Language.EN)


def test_what_did_not_exist_then_is_named(spread: str) -> None:
    app = opened(places.IMPACT, Language.EN, failed=[SERVER, "diskominfo/server/BARU"], at=spread)
    assert [one.value for one in app.warning] == [
        impact.NOT_YET.filled(keys=plain("diskominfo/server/BARU")).en
    ]


def test_a_comparison_with_a_load_leads_to_the_impact_as_of_it(spread: str) -> None:
    space = session.workspace()
    uid = element_for(space.store, SERVER).uid
    save_scenario(space.store, "Satu", {uid: State.DOWN}, frozenset(), None, space.writer)
    app = opened(places.COMPARE, Language.ID, first="Satu", second="Satu", first_at=spread)
    assert linked(app, compare.OPEN_IMPACT.id)["at"] == [spread]


def labels(app: AppTest) -> list[str]:
    return [one.label for one in app.expander]


IN_ROOM = matching.written({"located_in": ROOM})


@pytest.mark.parametrize("language", Language)
def test_all_that_stands_in_a_room_fails_by_one_condition(store: None, language: Language) -> None:
    app = opened(places.IMPACT, language, where=IN_ROOM)
    assert not app.exception
    assert states(app, language) == states(opened(places.IMPACT, language, failed=[SERVER, OTHER]), language)
    told = matching.told(reading.snapshot(), {"located_in": ROOM}, language)
    assert plain(told) in words(app)


def test_a_condition_leaves_out_what_is_protected_and_what_is_named_otherwise(store: None) -> None:
    spared = opened(places.IMPACT, Language.ID, where=IN_ROOM, protect=OTHER)
    assert states(spared) == states(opened(places.IMPACT, Language.ID, failed=SERVER, protect=OTHER))
    mixed = opened(places.IMPACT, Language.ID, where=IN_ROOM, degraded=SERVER)
    assert states(mixed) == states(opened(places.IMPACT, Language.ID, failed=OTHER, degraded=SERVER))
    slow = opened(places.IMPACT, Language.ID, where_degraded=IN_ROOM)
    assert states(slow) == states(opened(places.IMPACT, Language.ID, degraded=[SERVER, OTHER]))


def test_a_condition_is_chosen_from_what_is_on_record_counted_added_and_taken_back(store: None) -> None:
    app = opened(places.IMPACT, Language.ID)
    app.session_state["impact.match.open.id"] = True
    app.run()
    choose(app, impact.TRAIT.id, "located_in")
    box = choose(app, impact.TRAIT_VALUE.id, ROOM)
    assert box.options == ["Ruang server · Fasilitas Komputasi · Dinas Komunikasi · R-1"]
    assert impact.MATCHED.filled(n=2, counted="2 Server").id in words(app)
    press(app, impact.ADD_ALL.id)
    assert app.query_params["where"] == IN_ROOM
    assert states(app)
    press(app, impact.TAKE_BACK.id)
    assert "where" not in app.query_params


def test_a_condition_that_nothing_meets_says_what_to_do(store: None) -> None:
    nothing = matching.written({"located_in": "dinkes/computingfacility/TIDAK-ADA"})
    for text in (nothing, "omong kosong", matching.written({"warna": "merah"})):
        app = opened(places.IMPACT, Language.EN, failed=SERVER, where=text)
        assert not app.exception
        assert len(app.warning) == 1
        assert states(app, Language.EN)


@pytest.mark.parametrize("language", Language)
def test_everything_on_offer_has_words_and_values_that_match(store: None, language: Language) -> None:
    space, snapshot = session.workspace(), reading.snapshot()
    for name in matching.names(space, None, snapshot):
        assert matching.name_words(space.metamodel, name).in_(language) != name
        for value in matching.values(space, None, snapshot, name):
            assert matching.chosen_words(snapshot, name, value, language)
            assert matching.matches(space, None, {name: value})


def test_conditions_survive_the_address() -> None:
    conditions = {"located_in": "a/b|c=d", "vendor": "PT A = B | C & D%"}
    assert matching.read(matching.written(conditions)) == conditions


def test_a_condition_is_met_as_it_stood_after_a_load(spread: str) -> None:
    text = matching.written({"stored_on": OTHER})
    assert not opened(places.IMPACT, Language.ID, where=text).warning
    assert len(opened(places.IMPACT, Language.ID, where=text, at=spread).warning) == 1


def choose(app: AppTest, label: str, value: str) -> Selectbox:
    box: Selectbox = next(one for one in app.selectbox if one.label == label)
    box.set_value(value).run()
    return next(one for one in app.selectbox if one.label == label)


def press(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click().run()


@pytest.mark.parametrize("language", Language)
def test_a_date_of_a_link_that_cannot_be_read_is_told(store: None, language: Language) -> None:
    app = opened(places.IMPACT, language, failed=SERVER, on="abc")
    assert [one.value for one in app.warning] == [common.NO_DAY.filled(written="abc").in_(language)]


@pytest.mark.parametrize("view", [{}, {"way": "causes"}])
def test_enter_takes_one_of_the_choices_never_all_that_fit(store: None, view: dict[str, str]) -> None:
    app = opened(places.IMPACT, Language.ID, **view)
    assert app.multiselect
    assert not any(box.proto.select_all for box in app.multiselect)


def test_what_can_be_chosen_is_found_by_its_code(store: None) -> None:
    (box,) = (one for one in opened(places.IMPACT, Language.ID).multiselect if one.label == impact.FAILED.id)
    assert any(option.endswith("· SRV-1") for option in box.options)


@pytest.mark.parametrize("language", Language)
def test_the_same_failure_on_two_days_shows_the_days_the_earlier_saved_first(
    store: None, language: Language
) -> None:
    space = session.workspace()
    uid = element_for(space.store, SERVER).uid
    days = {"Lebih dahulu": date(2026, 11, 22), "Kemudian": date(2027, 1, 5)}
    for name, on in days.items():
        save_scenario(space.store, name, {uid: State.DOWN}, frozenset(), on, space.writer)
    app = opened(places.COMPARE, language)
    told = [box.value for box in app.selectbox if compare.SCENARIO.in_(language) in box.label]
    assert told == list(days)
    said = words(app)
    for on in days.values():
        assert compare.ON_DAY.filled(day=day(on, language)).in_(language) in said
    unknown = f"{common.UNKNOWN_SIGN} {common.UNKNOWN.in_(language)}"
    assert sum(unknown in one.value.iloc[:, 0].tolist() for one in app.dataframe) == 2


def test_an_edit_by_hand_is_not_the_last_load_of_home(store: None) -> None:
    def newest() -> list[str]:
        app = opened(HOME, Language.ID)
        tables = (one.value for one in app.dataframe)
        return [row for one in tables if home.ELEMENTS.id in one.columns for row in one[common.AT.id]]

    before, space = newest(), session.workspace()
    plan = editing.planned_set(space.store, space.metamodel, SERVER, {"description": "A"}, new_edit(space))
    writing.apply(plan)
    assert newest() == before
    writing.undo(plan.step.load.id)
