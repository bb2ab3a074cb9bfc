"""Opening pages without a browser, on a store of their own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from model.text import Language
from queries.loads.applying import applied
from queries.loads.undo import planned_undo
from queries.records import loads
from queries.store.opening import stop_engine
from queries.store.store import Statement
from ui import reading, session

SHELL = str(Path(__file__).parents[2] / "ui" / "shell.py")
WAIT = 60  # seconds
HOME = ""  # the address of the first page
_DELETE = Statement("MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(n) AS gone", {})


@contextmanager
def own_store(folder: Path) -> Iterator[Path]:
    """Have the pages work on an empty store in a folder; stop its engine at the end."""
    environ = {"SIMPUL_HOME": str(folder / "home"), "SIMPUL_ENGINE": "arcadedb"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environ.items():
            patch.setenv(name, value)
        yield folder
        session.workspace().store.close()
        st.cache_resource.clear()
        stop_engine(environ)


@contextmanager
def emptied(folder: Path) -> Iterator[Path]:
    """Have a test work on the empty store of a module; afterwards all that it wrote and sent is forgotten."""
    yield folder
    uploads, store = reading.uploads().folder, session.workspace().store
    while store.write([_DELETE])[0][0]["gone"]:
        continue
    store.close()
    st.cache_data.clear()
    st.cache_resource.clear()
    shutil.rmtree(uploads, ignore_errors=True)


def choose(app: AppTest, begins: str, rows: list[int]) -> AppTest:
    """Choose rows of the table whose key begins so, as a browser does, and run the page again."""
    keys = (one.proto.id.split("-", 2)[-1] for one in app.dataframe)
    (name,) = [key for key in keys if key.startswith(begins)]
    app.session_state[name] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    return app.run()


def take_back(keeping: int) -> None:
    """Take back every load but the first ones, so that a test finds nothing of the one before it."""
    space = session.workspace()
    for load in loads(space.store)[keeping:][::-1]:
        if not load.undone:
            applied(
                space.store, space.metamodel, planned_undo(space.store, space.metamodel, load), space.writer
            )


def opened(page: str, language: Language, **query: str | list[str]) -> AppTest:
    """Open a page as a link does."""
    app = AppTest.from_file(SHELL, default_timeout=WAIT)
    app._page_hash = calc_hash(page)
    for name, value in {"lang": language.value, **query}.items():
        app.query_params[name] = value
    return app.run()


def words(app: AppTest) -> str:
    """Everything a page says, in one text."""
    kinds = ("markdown", "caption", "subheader", "info", "success", "button", "text", "error")
    parts = [str(getattr(one, "label", "") or one.value) for kind in kinds for one in app.get(kind)]
    return "\n".join(parts)
