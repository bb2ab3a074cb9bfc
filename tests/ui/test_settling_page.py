"""The page Impor: open findings are narrowed, accepted, answered and taken back, and go back to agencies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from model.settling import State
from model.text import Language
from queries.findings import findings_in, open_findings
from tests.support.books import book
from tests.support.interface import HOSTILE
from tests.support.pages import choose, emptied, opened, own_store, words
from ui import places, reading, session
from ui.phrases import common
from ui.phrases import imports as phrases

pytestmark = pytest.mark.engine

APPS = ("Kode Aplikasi", "Nama Aplikasi", "OPD Pemilik", "Status")
ELEMENTS = """key,kind,name
dinkes/application/A-1,Application,SIMRS
dinkes/server/S-1,Server,Server Utama
dinkes/server/S-2,Server,Server Utama
"""
RELATIONS = """source,relation,target
dinkes/application/A-1,RUNS_ON,Server Utama
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with own_store(tmp_path_factory.mktemp("settling")) as folder:
        yield folder


@pytest.fixture
def store(engine: Path) -> Iterator[Path]:
    with emptied(engine) as folder:
        yield folder


def upload(folder: Path) -> str:
    """Keep a workbook with a misspelt choice as an upload; return its id."""
    path = book(
        folder / "Dinkes.xlsx",
        {
            "Aplikasi": [
                APPS,
                ("DAA-1", "SIMRS", "Dinas Kesehatan", "Aktf"),
                ("DAA-2", "SIGAP", "Dinas Kesehatan", "Aktf"),
                ("", "", "Dinas Kesehatan", "x"),
            ]
        },
    )
    return reading.uploads().keep([_Sent(path.name, path.read_bytes())])


class _Sent:
    def __init__(self, name: str, content: bytes) -> None:
        self.name, self._content = name, content

    def getvalue(self) -> bytes:
        return self._content


def labels(app: AppTest) -> list[str]:
    return [one.proto.label for one in app.get("download_button")]


def applied(folder: Path) -> AppTest:
    app = opened(places.IMPORT, Language.ID, up=upload(folder))
    assert not app.exception
    assert phrases.RETURN_MARKED.id in labels(app)
    next(button for button in app.button if button.label == phrases.APPLY.id).click().run()
    return opened(places.IMPORT, Language.ID)


def select(app: AppTest, rule: str, rows: list[int]) -> AppTest:
    return choose(app, f"open.{rule}.", rows)


def test_open_findings_are_listed_with_ways_to_return_and_print_them(store: Path) -> None:
    app = applied(store)
    assert not app.exception
    wanted = (
        phrases.GET_TEMPLATE,
        phrases.PRINT_FINDINGS,
        phrases.RETURN_FINDINGS,
        phrases.RETURN_MARKED,
    )
    assert [text.id for text in wanted] == labels(app)
    assert phrases.CHOOSE_FINDINGS.id in words(app)
    count = len(reading.kept_findings())
    assert phrases.OPEN_FINDINGS.filled(n=count).id in words(app)
    assert f"Di {count + 1} tempat." in words(app)
    assert f"**{count}** catatan" in words(opened(places.HOME, Language.ID))
    buttons = [one for one in app.button if one.label == phrases.ACCEPT.filled(n=0).id]
    assert buttons
    assert all(one.disabled for one in buttons)


def test_they_are_narrowed_by_agency_and_severity(store: Path) -> None:
    app = applied(store)
    assert [one for one in app.button if one.label == phrases.ACCEPT.filled(n=0).id]
    narrow = opened(places.IMPORT, Language.ID, level="error")
    rules = {k.finding.rule for k in reading.kept_findings() if k.finding.severity.value == "error"}
    keys = {one.key for one in narrow.button if one.label == phrases.ACCEPT.filled(n=0).id}
    assert keys == {f"accept.{rule}" for rule in rules}
    assert {one.label for one in narrow.selectbox} >= {common.AGENCY.id, phrases.SEVERITY.id}


def test_chosen_findings_are_accepted_with_a_note_and_taken_back(store: Path) -> None:
    app = applied(store)
    kept = next(k for k in reading.kept_findings() if k.finding.place.column == "Status")
    rule = kept.finding.rule
    app = select(app, rule, [0])
    app.text_input(key=f"note.{rule}").set_value(HOSTILE[0])
    app.button(key=f"accept.{rule}").click().run()
    assert not app.exception
    (accepted,) = findings_in(session.workspace().store, State.ACCEPTED)
    assert (accepted.id, accepted.note) == (kept.id, HOSTILE[0])
    assert phrases.SETTLED.filled(n=1).id in [one.label for one in app.expander]
    choose(app, "settled.", [0])
    app.button(key="settled.undo").click().run()
    assert not app.exception
    assert kept.id in {one.id for one in open_findings(session.workspace().store)}


def test_a_question_is_answered_by_choosing_a_candidate(store: Path) -> None:
    sent = [_Sent("elements.csv", ELEMENTS.encode()), _Sent("relations.csv", RELATIONS.encode())]
    app = opened(places.IMPORT, Language.ID, up=reading.uploads().keep(sent))
    next(button for button in app.button if button.label == phrases.APPLY.id).click().run()
    app = select(opened(places.IMPORT, Language.ID), "ambiguous_reference", [0])
    assert app.button(key="answer.ambiguous_reference").disabled
    (asked,) = [kept for kept in reading.kept_findings() if kept.asks]
    box = app.selectbox(key=f"meant.{asked.id}")
    assert box.options == ["Server Utama (dinkes/server/S-1)", "Server Utama (dinkes/server/S-2)"]
    box.select_index(1).run()
    app.button(key="answer.ambiguous_reference").click().run()
    assert not app.exception
    (answered,) = findings_in(session.workspace().store, State.ANSWERED)
    assert (answered.id, answered.answer) == (asked.id, "dinkes/server/S-2")


def test_a_file_of_another_kind_is_named_and_the_others_go_on(store: Path) -> None:
    app = opened(places.IMPORT, Language.ID)
    sent = [("Laporan.docx", b"x", "application/msword"), ("A.csv", b"key\n", "text/csv")]
    app.file_uploader[0].set_value(sent).run()
    assert not app.exception
    (said,) = app.warning
    assert "Laporan" in said.value
    assert "bukan berkas Excel" in said.value
    read = next(one for one in app.button if one.label == phrases.READ.id)
    assert not read.disabled
    read.click().run()
    (folder,) = [one for one in reading.uploads().folder.iterdir() if one.is_dir()]
    assert [one.name for one in folder.iterdir()] == ["A.csv"]
    app = opened(places.IMPORT, Language.ID)
    app.file_uploader[0].set_value([("Laporan.pdf", b"x", "application/pdf")]).run()
    assert next(one for one in app.button if one.label == phrases.READ.id).disabled
