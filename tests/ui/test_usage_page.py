"""One application, many agencies: what the nation's record lacks is loaded from the page."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from model.text import Language
from tests.support.pages import opened, own_store
from ui import places, reading
from ui.imports.delivery import Prepared
from ui.phrases import imports, usage

pytestmark = pytest.mark.engine
LISTS = """key,kind,name
bkd/application/A-1,Application,SRIKANDI
dinkes/application/A-1,Application,Srikandi
dinkes/application/A-2,Application,SIMRS
"""


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_store(tmp_path_factory.mktemp("usage")):
        yield


def applied(upload: str) -> None:
    page = opened(places.IMPORT, Language.ID, up=upload)
    next(button for button in page.button if button.label == imports.APPLY.id).click().run()
    assert not page.exception


def page_in(language: Language) -> AppTest:
    return opened(places.SIMILAR, language, view="usage")


def offered(page: AppTest, language: Language) -> list[Button]:
    return [button for button in page.button if button.label == usage.PREPARE.filled(n=1).in_(language)]


def test_missing_national_applications_are_loaded_as_an_import_like_any_other(own: None) -> None:
    uploads = reading.uploads()
    applied(uploads.keep([Prepared("elements.csv", LISTS.encode())]))
    kept = {*uploads.folder.iterdir()}
    assert offered(page_in(Language.EN), Language.EN)
    (button,) = offered(page_in(Language.ID), Language.ID)
    button.click().run()
    (upload,) = [one for one in uploads.folder.iterdir() if one not in kept]
    applied(upload.name)
    for language in Language:
        page = page_in(language)
        assert not offered(page, language)
        assert usage.MERGE.filled(n=2).in_(language) in [way.proto.label for way in page.get("page_link")]
