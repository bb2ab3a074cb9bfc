"""What pages show while there is no data yet."""

import io
import zipfile
from collections.abc import Iterator

import pytest

from ingest.export import blank_csv
from model.text import Language
from tests.support.pages import HOME, opened, own_store, words
from ui import places
from ui.components.plain import plain
from ui.phrases import common, explore, impact

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store in which nothing is."""
    with own_store(tmp_path_factory.mktemp("empty")):
        yield


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("page", (HOME, places.EXPLORE, places.IMPACT))
def test_an_empty_store_shows_the_ways_in(empty: None, page: str, language: Language) -> None:
    app = opened(page, language)
    assert not app.exception
    for text in (common.EMPTY_TITLE, common.EMPTY_DEMO, common.EMPTY_IMPORT, common.EMPTY_TEMPLATE):
        assert text.in_(language) in words(app)
    assert common.EMPTY_TEMPLATE_DO.in_(language) in [one.label for one in app.get("download_button")]


@pytest.mark.parametrize("language", Language)
def test_an_empty_store_tells_what_the_page_answers_and_that_what_a_link_names_is_not_there(
    empty: None, language: Language
) -> None:
    for page, title, link in (
        (places.EXPLORE, explore.TITLE, {"el": "dinkes/server/X"}),
        (places.IMPACT, impact.TITLE, {"failed": "dinkes/server/X"}),
    ):
        app = opened(page, language, **link)
        assert [one.value for one in app.subheader] == [title.in_(language)]
        assert [one.value for one in app.warning] == [
            common.EMPTY_NAMED.filled(keys=plain("dinkes/server/X")).in_(language)
        ]


def test_the_two_empty_files_are_read_and_say_nothing() -> None:
    with zipfile.ZipFile(io.BytesIO(blank_csv())) as folder:
        assert folder.namelist() == ["elements.csv", "relations.csv"]
        assert folder.read("elements.csv").startswith(b"key,kind,name,owner,")
