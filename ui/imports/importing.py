"""Uploads read and planned once: what all sessions of this process share of them.

A file is read again only when what is known of layouts changes; leaving rows out plans it anew.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from model.text import Language

if TYPE_CHECKING:
    from ingest.draft import Reading
    from ingest.layout.recognised import Recognised
    from queries.loads.plan import Plan
    from queries.snapshot.snapshot import Snapshot
    from ui.imports.delivery import Asked
    from ui.imports.planning_rows import PlanRow
    from ui.workspace import Workspace


@st.cache_resource(show_spinner=False, max_entries=4)
def _reading(
    address: str,  # noqa: ARG001 (cache key)
    folder: str,
    known: str,  # noqa: ARG001 (cache key)
    _space: "Workspace",
) -> "Reading":
    from ingest.reading import read
    from queries.layouts import layouts

    return read([Path(folder)], _space.metamodel, known=layouts(_space.store))


@st.cache_resource(show_spinner=False, max_entries=8)
def plan_rows(
    load: str,  # noqa: ARG001 (cache key)
    undoes: str | None,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    language: str,
    _plan: "Plan",
    _space: "Workspace",
    _snapshot: "Snapshot",
) -> "list[PlanRow]":
    """Return all that a plan does, row by row; made once for each plan and language."""
    from ui.imports.planning_rows import plan_rows as made

    elements = _snapshot.elements
    names = {elements.uid[at]: elements.name[at] for at in range(len(_snapshot))}
    return made(_plan, _space.metamodel, Language(language), names)


@st.cache_resource(show_spinner=False, max_entries=16)
def import_plan(
    address: str,
    revision: int,  # noqa: ARG001 (cache key)
    folder: str,
    asked: str,  # noqa: ARG001 (cache key)
    known: str,
    _asked: "Asked",
    _space: "Workspace",
) -> "tuple[Plan, tuple[Recognised, ...]]":
    """Return the plan of an upload, and what its sheets were recognised as; made once for each revision."""
    from ingest.planning.plan import Import, planned_import
    from queries.loads.applying import next_load_id
    from queries.redundancy.words.lexicon import Lexicon
    from seed.lexicon import shipped_knowledge
    from ui.workspace import new_uid

    reading = _reading(address, folder, known, _space)
    now = _space.writer.clock()
    wanted = Import(
        load=next_load_id(_space.store, now),
        by=_space.writer.name,
        now=now,
        scope=_asked.scope,
        mode=_asked.mode,
        allow_retire=_asked.retire / 100,
        national=shipped_knowledge().national,
        lexicon=Lexicon(shipped_knowledge()),
        without=_asked.without,
    )
    return planned_import(_space.store, _space.metamodel, reading, wanted, new_uid), reading.sheets
