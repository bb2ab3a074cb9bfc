"""Who works in a browser: the name that is recorded with what a person does."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from model.decision import Verdict
from model.text import Language
from queries.redundancy import decisions
from tests.support.interface import loaded
from tests.support.pages import HOME, opened, own_store
from ui import places, session
from ui.components.plain import plain
from ui.phrases import person as person_words
from ui.phrases import similar

pytestmark = pytest.mark.engine

NAME = "Siti Latuconsina"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store with the small delivery, as the pages find it."""
    with own_store(tmp_path_factory.mktemp("person")) as folder:
        loaded(folder / "delivery").store.close()
        yield


def test_a_decision_is_recorded_under_the_name_that_was_given(store: None) -> None:
    app = _named(opened(places.SIMILAR, Language.ID, least="1"), f"  {NAME}\u202e\n ")
    label = similar.VERDICTS[Verdict.DISTINCT].id
    next(one for one in app.button if one.label == label).click().run()
    assert [one.by for one in decisions.rows(session.workspace().store)] == [NAME]


def test_without_a_name_it_is_the_account_of_the_computer(store: None) -> None:
    app = _named(opened(HOME, Language.EN), NAME)
    assert _labels(app) == [plain(NAME)]
    assert _labels(_named(app, " ")) == [plain(session.account())]


def test_a_name_given_before_is_known_again(store: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ContextProxy, "cookies", {session.PERSON_COOKIE: quote(NAME)})
    app = opened(HOME, Language.ID)
    assert _labels(app) == [plain(NAME)]
    assert _field(app).value == NAME


def _named(app: AppTest, name: str) -> AppTest:
    return _field(app).set_value(name).run()


def _field(app: AppTest) -> TextInput:
    return next(one for one in app.text_input if one.label in (person_words.NAME.id, person_words.NAME.en))


def _labels(app: AppTest) -> list[str]:
    """What stands on the button that opens the field."""
    return [one.proto.popover.label for one in app.get("popover")]
