"""What all sessions of this process share: the open store, and what is worked out of it once per revision.

Streamlit tells what it keeps by the arguments whose names begin with no underscore.
"""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from ingest.layout.headers import Headers
    from queries.differing import Difference
    from queries.findings import KeptFinding
    from queries.impact.certainty import Written
    from queries.resilience.fragility import Asked as Question
    from queries.resilience.fragility import Fragility
    from queries.snapshot.snapshot import Snapshot
    from ui.imports.delivery import Uploads
    from ui.imports.returning import Delivered
    from ui.similar.likeness import Similar
    from ui.workspace import Workspace


@st.cache_resource(show_spinner=False, max_entries=4)
def workspace(settings: tuple[tuple[str, str], ...]) -> "Workspace":
    """Return the open store that these settings of the environment name."""
    from ui.workspace import open_workspace

    return open_workspace({**os.environ, **dict(settings)})


@st.cache_resource(show_spinner=False, max_entries=2)
def snapshot(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    _space: "Workspace",
    _home: Path,
) -> "Snapshot":
    """Return the snapshot of the present architecture."""
    from queries.snapshot.opening import current_snapshot

    return current_snapshot(_space.store, _space.metamodel, _home)


@st.cache_data(show_spinner=False, max_entries=64)
def rows(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    query: str,
    given: tuple[tuple[str, str | int], ...],
    _space: "Workspace",
) -> list[Any]:
    """Return the answer to a question of the catalogue."""
    from queries.catalog import query_named

    return query_named(query).ask(_space.store, **dict(given))


@st.cache_resource(show_spinner=False, max_entries=4)
def snapshot_after(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # an undoing since changes the past
    load: str,
    _space: "Workspace",
) -> "Snapshot":
    """Return the snapshot of the architecture as it stood after a load."""
    from queries.architecture import as_of, snapshot_of

    return snapshot_of(_space.metamodel, as_of(_space.store, _space.metamodel, load), revision)


@st.cache_resource(show_spinner=False, max_entries=16)
def fragility(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    asked: "Question",
    _snapshot: "Snapshot",
) -> "Fragility":
    """Return what is fragile; its parts are worked out when they are asked for."""
    from queries.resilience.fragility import Fragility

    return Fragility(_snapshot, asked)


def taught(space: "Workspace") -> str:
    """What people taught that raises no revision: phrases and weights."""
    from queries.redundancy.weighting import choices
    from queries.redundancy.words.synonyms import added_labels, added_phrases

    said = (added_phrases(space.store), added_labels(space.store))
    return f"{[sorted(one.items()) for one in said]} {len(choices(space.store))}"


@st.cache_resource(show_spinner=False, max_entries=2)
def similar(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    kind: str,
    taught: str,  # noqa: ARG001 (cache key)
    _space: "Workspace",
    _snapshot: "Snapshot",
) -> "Similar":
    """Return how alike the elements of a kind are, with what was decided."""
    from model.kinds import ElementKind
    from ui.similar.likeness import similar_of

    return similar_of(_space.store, _snapshot, ElementKind(kind))


@st.cache_resource(show_spinner=False, max_entries=2)
def written(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    _space: "Workspace",
) -> "Written":
    """Return the texts that could not be linked, by element and relation."""
    from queries.graph import written

    return written(_space.store)


@st.cache_resource(show_spinner=False, max_entries=2)
def kept_findings(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    _space: "Workspace",
) -> "list[KeptFinding]":
    """Return the open findings that somebody should act on, the worst first."""
    from model.faults import Severity
    from queries.findings import open_findings
    from ui.imports.corrections import kept_worst_first

    found = open_findings(_space.store)
    return kept_worst_first([kept for kept in found if kept.finding.severity is not Severity.INFO])


@st.cache_resource(show_spinner=False, max_entries=2)
def settled_findings(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    _space: "Workspace",
) -> "list[KeptFinding]":
    """Return the findings that people accepted or answered, the newest first."""
    from model.settling import State
    from queries.findings import findings_in

    states = (State.ACCEPTED, State.ANSWERED)
    found = [kept for state in states for kept in findings_in(_space.store, state)]
    return sorted(found, key=lambda kept: (kept.at or "", kept.id), reverse=True)


@st.cache_resource(show_spinner=False, max_entries=2)
def places(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    _space: "Workspace",
    _uploads: "Uploads",
) -> "dict[str, Delivered]":
    """Return the newest upload that is kept of each file."""
    from queries.records import loads
    from ui.imports.returning import newest_kept

    return newest_kept(loads(_space.store), _uploads)


@st.cache_resource(show_spinner=False, max_entries=8)
def changed_by(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    load: str,
    on: date,
    _space: "Workspace",
) -> "Difference":
    """Return what one load changed, and what follows from it on a day."""
    from queries.differing import difference_between

    return difference_between(_space.store, _space.metamodel, load, None, on)


@st.cache_resource(show_spinner=False, max_entries=2)
def headers(metamodel: str, _space: "Workspace") -> "Headers":  # noqa: ARG001 (cache key)
    """Return the words by which columns are known."""
    from ingest.layout.headers import Headers

    return Headers(_space.metamodel)
