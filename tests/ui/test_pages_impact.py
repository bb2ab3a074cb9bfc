"""Asking on the page Dampak: what is down, what degraded, all that match, and on which state of the data."""

from collections.abc import Iterator
from urllib.parse import parse_qs

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from model.availability import State
from model.text import Language
from queries.lookup import element_for
from queries.saved_scenarios import save_scenario, scenario_called
from tests.support.interface import ROOM, SERVER, loaded
from tests.support.pages import opened, own_store, words
from ui import places, session
from ui.phrases import common, compare, explore, impact

pytestmark = pytest.mark.engine
OTHER = "diskominfo/server/SRV-2"
APP = "dinkes/application/A-1"


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
    assert found["dinkes/dataobject/D-1"] == " ".join(down)
    found = states(opened(places.IMPACT, language, degraded=SERVER), language)
    assert found["dinkes/dataobject/D-1"] == " ".join(slow)


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
    view = linked(app, explore.IMPACT.id)
    assert (view["failed"], view["degraded"]) == ([ROOM], [SERVER])
