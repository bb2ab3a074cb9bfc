"""The page Riwayat impor, without a browser: what a load is called, taking it back, and what it held then."""

from collections.abc import Iterator

import pytest

from ingest.edit.editing import planned_retirement
from model.text import Language
from queries.loads.applying import applied
from queries.loads.undo import planned_undo
from queries.records import loads
from tests.support.interface import SERVER, loaded
from tests.support.pages import opened, own_store, words
from ui import places, session
from ui.editing import edits
from ui.phrases import imports
from ui.phrases import loads as load_words

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_store(tmp_path_factory.mktemp("loads")) as folder:
        loaded(folder / "delivery").store.close()
        yield


def test_a_step_is_called_by_what_was_said_and_is_no_import(store: None) -> None:
    space = session.workspace()
    edit = edits.new_edit(space)
    applied(
        space.store,
        space.metamodel,
        planned_retirement(space.store, space.metamodel, SERVER, edit),
        space.writer,
    )
    app = opened(places.LOADS, Language.ID, load=edit.load, undo="1")
    assert not app.exception
    title = app.subheader[0].value.replace("\\", "")
    assert title.startswith("Dihentikan: ") and SERVER in title
    assert "Urungkan langkah" in {button.label for button in app.button}
    assert imports.REMOVE.id in app.table[0].value.columns


def test_an_undone_load_shows_what_it_held_and_how_to_get_it_back(store: None) -> None:
    space = session.workspace()
    first = loads(space.store)[0]
    applied(space.store, space.metamodel, planned_undo(space.store, space.metamodel, first), space.writer)
    app = opened(places.LOADS, Language.ID, load=first.id)
    assert not app.exception
    assert load_words.IS_UNDONE.id in words(app)
    held = app.dataframe[1].value
    assert SERVER in set(held["Kunci"])
