"""Steps 3 to 5 of an import: a plan is narrowed, rows of it are left out and put back, the rest applied."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.planning.leaving_out import SourceRow, Without
from model.record import Mode
from model.text import Language
from queries import graph
from tests.support.books import book
from tests.support.pages import emptied, opened, own_store, words
from ui import places, reading, session
from ui.components import plan_table
from ui.imports.delivery import Asked
from ui.imports.planning_rows import Narrowing
from ui.phrases import common
from ui.phrases import imports as phrases

pytestmark = pytest.mark.engine

HEAD = ("Kode Server", "Nama Server", "Unit Pengelola")
APPS = ("Kode Aplikasi", "Nama Aplikasi", "OPD Pemilik", "Status")
ROWS = ("Dinkes.xlsx", "Server")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with own_store(tmp_path_factory.mktemp("plan")) as folder:
        yield folder


@pytest.fixture
def store(engine: Path) -> Iterator[Path]:
    with emptied(engine) as folder:
        yield folder


@dataclass
class Sent:
    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


def uploaded(folder: Path, name: str = "Server", count: int = 6) -> str:
    servers = [(f"SRV-{n}", f"{name} {n}", "Dinas Kesehatan") for n in range(count)]
    apps = [("DAA-1", "SIMRS", "Dinas Pendidikan", "Aktf")]
    path = book(folder / "Dinkes.xlsx", {"Server": [HEAD, *servers], "Aplikasi": [APPS, *apps]})

    return reading.uploads().keep([Sent(path.name, path.read_bytes())])


def button(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(one for one in app.button if one.label == label)


def tick(app: AppTest, up: str, *rows: int, mode: Mode = Mode.MERGE) -> AppTest:
    """Choose rows of the table of the plan, as it stands without filters."""
    plan = reading.import_plan(up, Asked(None, mode, 20, plan_table.chosen(up)))
    empty = Narrowing(kinds=[], scopes=[], fates=[], severities=[], text="")
    app.session_state[plan_table.table_key(plan, empty, Language.ID)] = {
        "selection": {"rows": list(rows), "columns": [], "cells": []}
    }
    return app.run()


def names() -> set[str]:
    known = session.workspace().store
    return {element.name for element in graph.elements(known, graph.directory(known).entries).values()}


def test_the_address_narrows_findings_and_plan_with_counts(store: Path) -> None:
    up = uploaded(store)
    app = opened(places.IMPORT, Language.ID, up=up, kind="Application", owner="disdik")
    assert not app.exception
    assert phrases.ROWS_SHOWN.filled(n=1, total=9).id in words(app)
    assert "catatan" in words(app)
    table = app.dataframe[len(app.dataframe) - 1].value
    assert table[phrases.SOURCE_ROW.id].tolist() == ["SIMRS"]
    assert table[common.AGENCY.id].tolist() == ["Dinas Pendidikan"]
    none = opened(places.IMPORT, Language.EN, up=up, q="tidak ada yang begini")
    assert phrases.NOTHING_LIKE_IT.en in words(none)
    assert phrases.ROWS_SHOWN.filled(n=0, total=9).en in words(none)
    assert phrases.DOWNLOAD_PLAN.en in [one.proto.label for one in none.get("download_button")]


def test_rows_are_left_out_kept_over_a_reload_put_back_and_what_is_shown_is_applied(store: Path) -> None:
    up = uploaded(store)
    app = tick(opened(places.IMPORT, Language.ID, up=up), up, 1, 2)
    button(app, phrases.LEAVE_OUT.filled(n=2).id).click().run()
    assert not app.exception
    chosen = plan_table.chosen(up)
    assert chosen == Without((SourceRow(*ROWS, 2), SourceRow(*ROWS, 3)))
    app = opened(places.IMPORT, Language.ID, up=up)  # a reload
    (kept,) = [one for one in app.multiselect if one.label == phrases.LEFT_OUT.filled(n=2).id]
    assert kept.options == [
        "Server 0 · Dinkes.xlsx › Server › baris 2",
        "Server 1 · Dinkes.xlsx › Server › baris 3",
    ]
    kept.unselect("Dinkes.xlsx:Server:3").run()
    assert not app.exception
    assert plan_table.chosen(up) == Without(chosen.rows[:1])
    button(app, phrases.APPLY.id).click().run()
    assert not app.exception
    assert {f"Server {n}" for n in range(1, 6)} <= names()
    assert "Server 0" not in names()


def test_an_agency_that_rows_merely_name_cannot_be_left_out(store: Path) -> None:
    up = uploaded(store)
    app = opened(places.IMPORT, Language.ID, up=up)
    units = app.dataframe[len(app.dataframe) - 1].value[common.KIND.id].tolist()
    app = tick(app, up, units.index("Unit Organisasi"))
    assert button(app, phrases.LEAVE_OUT.filled(n=0).id).disabled
    assert phrases.NO_ROW_OF_FILE.filled(n=1).id in words(app)


def test_a_retirement_is_left_out_and_a_choice_that_fits_no_longer_does_no_harm(store: Path) -> None:
    up = uploaded(store)
    button(opened(places.IMPORT, Language.ID, up=up), phrases.APPLY.id).click().run()
    fewer = uploaded(store, count=5)
    app = tick(opened(places.IMPORT, Language.ID, up=fewer, mode="replace"), fewer, 0, mode=Mode.REPLACE)
    button(app, phrases.LEAVE_OUT.filled(n=1).id).click().run()
    assert not app.exception
    assert plan_table.chosen(fewer).keys == ("dinkes/server/SRV-5",)
    plan = reading.import_plan(fewer, Asked(None, Mode.REPLACE, 20, plan_table.chosen(fewer)))
    assert plan.graph.retired == ()
    merging = opened(places.IMPORT, Language.ID, up=fewer)
    assert not merging.exception
    assert phrases.LEFT_OUT_IDLE.filled(what="dinkes/server/SRV-5").id in str(merging.multiselect[-1].options)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kosong.xlsx", b""),
        ("kosong.csv", b""),
        ("teks.xlsx", b"bukan buku kerja"),
        ("rusak.xlsx", b"PK\3\4"),
    ],
)
def test_a_file_of_which_nothing_can_be_read_is_no_load(store: Path, name: str, content: bytes) -> None:
    sent = Sent(name, content)
    app = opened(places.IMPORT, Language.ID, up=reading.uploads().keep([sent]))
    assert not app.exception
    assert button(app, phrases.APPLY.id).disabled
    said = [one.value for one in app.warning]
    assert phrases.NOTHING_TO_LOAD.id in said
    assert phrases.NOTHING_CHANGES.id not in words(app)


def test_the_same_file_again_may_be_applied(store: Path) -> None:
    button(opened(places.IMPORT, Language.ID, up=uploaded(store)), phrases.APPLY.id).click().run()
    app = opened(places.IMPORT, Language.ID, up=uploaded(store))
    assert not button(app, phrases.APPLY.id).disabled
    assert phrases.NOTHING_TO_LOAD.id not in [one.value for one in app.warning]
