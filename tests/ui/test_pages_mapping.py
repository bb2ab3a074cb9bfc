"""Step 2 of an import in both languages: what is recognised, choosing, confirming, forgetting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from model.text import Language
from tests.support.books import book
from tests.support.interface import HOSTILE
from tests.support.layouts import SERVERS
from tests.support.pages import opened, own_store, words
from ui import places, reading, writing
from ui.phrases import imports, mapping

pytestmark = pytest.mark.engine

APPS = (("Kode Aplikasi", "Nama Aplikasi"), ("A-1", "SIAP"), ("A-2", "Beta"))
ODD = (("Mesin", *HOSTILE, ""), *((name, *HOSTILE[::-1], "isi") for name in ("a", "b")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with own_store(tmp_path_factory.mktemp("mapping")) as found:
        yield found


@pytest.fixture(params=Language)
def language(folder: Path, request: pytest.FixtureRequest) -> Iterator[Language]:
    yield request.param
    for one in reading.known_layouts():
        writing.forget_layout(one.id)


def uploaded(folder: Path, **sheets: object) -> str:
    """Keep a workbook as an upload and return its id."""
    path = book(folder / "daftar.xlsx", sheets)  # type: ignore[arg-type]

    class File:
        name = path.name

        def getvalue(self) -> bytes:
            return path.read_bytes()

    return reading.uploads().keep([File()])


def button(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(one for one in app.button if one.label == label)


def select(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(one for one in app.selectbox if label in one.label)


def test_an_unknown_list_is_asked_about_confirmed_and_not_asked_again(
    folder: Path, language: Language
) -> None:
    up = uploaded(folder, Sheet1=SERVERS, Aplikasi=APPS)
    app = opened(places.IMPORT, language, up=up)
    assert not app.exception
    assert mapping.ASKED.in_(language) in words(app)
    assert "Server" in select(app, mapping.KIND.in_(language)).value
    select(app, "Inti").select("-").run()
    before = mapping.OTHERS["*"]
    assert mapping.CHANGED.filled(before=before).in_(language)[:8] in words(app)
    button(app, mapping.USE.in_(language)).click().run()
    assert not app.exception
    (known,) = reading.known_layouts()
    assert (known.said.kind, known.said.columns["inti"]) == ("Server", "-")
    again = opened(places.IMPORT, language, up=uploaded(folder, Lembar=SERVERS))
    assert mapping.ASKED.in_(language) not in words(again)
    assert "SRV-B" in str([table.value.to_numpy().tolist() for table in again.dataframe])


def test_what_was_chosen_survives_a_reload_and_can_be_taken_back(folder: Path, language: Language) -> None:
    up = uploaded(folder, Sheet1=SERVERS)
    app = opened(places.IMPORT, language, up=up)
    select(app, "Inti").select("-").run()
    app = opened(places.IMPORT, language, up=up)
    assert select(app, "Inti").value == "-"
    button(app, mapping.TAKE_BACK.in_(language)).click().run()
    assert select(app, "Inti").value == "*"
    assert not [one for one in app.button if one.label == mapping.TAKE_BACK.in_(language)]


def test_without_a_name_it_cannot_be_used(folder: Path, language: Language) -> None:
    app = opened(places.IMPORT, language, up=uploaded(folder, Sheet1=SERVERS))
    select(app, "Nama Mesin").select("-").run()
    assert button(app, mapping.USE.in_(language)).disabled
    assert any(str(mapping.NEEDS_NAME.in_(language))[:20] in one.value for one in app.info)


def test_a_sheet_is_left_out_and_asked_again_once_forgotten(folder: Path, language: Language) -> None:
    up = uploaded(folder, Sheet1=SERVERS)
    app = opened(places.IMPORT, language, up=up)
    select(app, mapping.KIND.in_(language)).select("").run()
    button(app, mapping.USE.in_(language)).click().run()
    assert reading.known_layouts()[0].said.kind is None
    assert mapping.ASKED.in_(language) not in words(app)
    app = opened(places.IMPORT, Language.ID)
    select(app, mapping.WHICH.id).select_index(0).run()
    button(app, mapping.FORGET.id).click().run()
    assert reading.known_layouts() == []
    assert mapping.ASKED.in_(language) in words(opened(places.IMPORT, language, up=up))


def test_hostile_headers_and_values_are_shown_as_text(folder: Path, language: Language) -> None:
    app = opened(places.IMPORT, language, up=uploaded(folder, Sheet1=ODD))
    assert not app.exception
    select(app, mapping.KIND.in_(language)).select("Server").run()
    assert not app.exception
    shown = "\n".join(str(one.value) for kind in ("markdown", "caption") for one in app.get(kind))
    assert r"\<img" in shown
    assert "<img" not in shown.replace(r"\<img", "")
    assert "](javascript" not in shown and "![x](" not in shown


def test_a_thousand_columns_are_shown_a_page_at_a_time(folder: Path, language: Language) -> None:
    wide = [
        ["Nama Mesin", *(f"Ukuran {n}" for n in range(999))],
        *([f"m{r}", *["isi"] * 999] for r in range(2)),
    ]
    app = opened(places.IMPORT, language, up=uploaded(folder, Sheet1=wide))
    assert not app.exception
    assert select(app, mapping.KIND.in_(language)).value is None
    assert button(app, mapping.USE.in_(language)).disabled
    select(app, mapping.KIND.in_(language)).select("Server").run()
    assert not app.exception
    assert not button(app, mapping.USE.in_(language)).disabled
    assert len(app.selectbox) < 40


def test_a_replacing_load_asks_how_much_may_be_retired(folder: Path, language: Language) -> None:
    up = uploaded(folder, Sheet1=ODD)
    sliders = {
        mode: opened(places.IMPORT, language, up=up, mode=mode).slider for mode in ("merge", "replace")
    }
    assert not sliders["merge"]
    (limit,) = sliders["replace"]
    assert (limit.label, limit.value) == (imports.ALLOW_RETIRE.in_(language), 20)
    wider = opened(places.IMPORT, language, up=up, mode="replace", retire="60")
    assert wider.slider[0].value == 60
