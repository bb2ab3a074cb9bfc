"""What-if on the pages: changes tried on an impact, servers and rooms merged, and what is kept of it."""

from collections.abc import Iterator

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from model.text import Language, Text
from queries.impact.contrast import Shift
from queries.lookup import element_for
from tests.support.interface import ROOM, SERVER, loaded
from tests.support.pages import opened, own_store, words
from ui import places, session, writing
from ui.impact import trying
from ui.phrases import common
from ui.phrases import whatif as said

pytestmark = pytest.mark.engine
OTHER = "diskominfo/server/SRV-2"
APP = "dinkes/application/A-1"
MOVED = trying.written("move", "dinkes/dataobject/D-1", "STORED_ON", SERVER, OTHER)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_store(tmp_path_factory.mktemp("whatif")) as folder:
        loaded(folder / "delivery").store.close()
        yield


def table(app: AppTest, column: str) -> pd.DataFrame:
    return next(one.value for one in app.dataframe if column in one.value.columns)


@pytest.mark.parametrize("language", Language)
def test_a_link_tries_changes_and_tells_what_they_make_better(store: None, language: Language) -> None:
    app = opened(places.IMPACT, language, failed=SERVER, what=MOVED)
    assert not app.exception
    found = table(app, said.SHIFT.in_(language))
    shifts = dict(zip(found[common.NAME.in_(language)], found[said.SHIFT.in_(language)], strict=True))
    assert shifts["Data pasien"] == said.SHIFTS[Shift.BETTER].in_(language)
    assert "Data pasien" in words(app)


@pytest.mark.parametrize("language", Language)
def test_a_link_to_a_change_that_cannot_be_made_says_so(store: None, language: Language) -> None:
    app = opened(places.IMPACT, language, failed=SERVER, what=trying.written("retire", "x/server/y"))
    assert not app.exception
    assert any("x/server/y" in one.value.replace("\\", "") for one in app.warning)


def test_a_change_is_chosen_step_by_step_kept_in_the_address_and_taken_back(store: None) -> None:
    app = changing()
    choose(app, said.WAY, "spare")
    choose(app, said.WHICH, "dinkes/dataobject/D-1")
    choose(app, said.TO, OTHER)
    press(app, said.TRY)
    spare = trying.written("spare", "dinkes/dataobject/D-1", "STORED_ON", SERVER, OTHER)
    assert app.query_params["what"] == spare
    press(app, said.REMOVE)
    assert "what" not in app.query_params


@pytest.mark.parametrize("way", ["add", "retire", "new", "move"])
def test_every_way_of_changing_can_be_asked_for(store: None, way: str) -> None:
    app = changing()
    choose(app, said.WAY, way)
    if way != "new":
        choose(app, said.WHICH, SERVER)
    assert not app.exception


def test_what_is_wanted_becomes_an_initiative(store: None) -> None:
    new = trying.written("new", "Server", "Server ketiga")
    app = changing()
    for change in (new, MOVED):
        app.query_params["what"] = [*app.query_params.get("what", []), change]
    app.run()
    press(app, said.SAVE)
    (told,) = (one.value for one in app.success if "TGT-" in one.value)
    space = session.workspace()
    made = element_for(space.store, "Server ketiga")
    assert not app.run().warning  # what is planned now can still be tried
    assert made.status.value == "planned"
    writing.undo(told.split("(langkah ")[1].rstrip(")."))


@pytest.mark.parametrize("language", Language)
def test_servers_are_merged_on_the_page_of_servers_and_rooms(store: None, language: Language) -> None:
    app = opened(places.SIMILAR, language, view="machines", keeps=OTHER, gives=SERVER)
    assert not app.exception
    steps = table(app, said.STEP.in_(language))
    assert steps[said.STEP.in_(language)].tolist() == [
        text.in_(language)
        for move, text in said.STEP_WORDS.items()
        if move.value not in ("interfaces", "users")
    ]
    assert table(app, said.STOPS.in_(language))[common.KEY.in_(language)].tolist() == [OTHER]


@pytest.mark.parametrize("given", [{}, {"keeps": ROOM}, {"keeps": "gone", "gives": SERVER}])
def test_without_a_choice_the_page_says_what_to_choose(store: None, given: dict[str, str]) -> None:
    app = opened(places.SIMILAR, Language.EN, view="machines", **given)
    assert not app.exception
    assert said.CHOOSE_BOTH.en in words(app)


def changing() -> AppTest:
    """The page Dampak with its section of changes open, as a click on it leaves it."""
    app = opened(places.IMPACT, Language.ID, failed=SERVER)
    app.session_state["whatif.open.id"] = True
    return app.run()


def choose(app: AppTest, label: Text, value: str) -> None:
    # in Indonesian: AppTest asks for the words of choices outside the session that has another language
    box = next(one for one in app.selectbox if one.label == label.id)
    box.set_value(value).run()


def press(app: AppTest, label: Text) -> None:
    next(one for one in app.button if one.label == label.id).click().run()
