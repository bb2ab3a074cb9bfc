"""What pages show while there is no data yet."""

from collections.abc import Iterator

import pytest

from model.text import Language
from tests.support.pages import HOME, opened, own_store, words
from ui import places
from ui.phrases import common

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
