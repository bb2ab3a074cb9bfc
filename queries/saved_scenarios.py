"""Scenarios that people saved under a name, to open, share and compare them again.

Every saving is a numbered node of its own; under one name the latest counts, and dropping is one too.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from model.availability import State
from model.faults import RefusedChange
from model.folding import fold
from model.text import Text
from queries.keeping import Shelf, keep, kept
from queries.loads.applying import Writer
from queries.store.store import Store

LONGEST_NAME = 120  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedScenario:
    """A scenario with its name. failed, protected: uids. on: None for the day it is asked. at: instant."""

    id: str
    name: str
    failed: Mapping[str, State]
    protected: frozenset[str]
    on: date | None
    by: str
    at: str


def saved_scenarios(store: Store) -> list[SavedScenario]:
    """Return the scenarios that are saved, the newest first."""
    latest: dict[str, dict[str, Any]] = {}
    for node in kept(store, Shelf.SCENARIO):
        latest.pop(node["called"], None)
        if not node["dropped"]:
            latest[node["called"]] = node
    return [_saved(node) for node in reversed(latest.values())]


def scenario_called(store: Store, name: str) -> SavedScenario | None:
    """Return the saved scenario with a name, whatever its case, spaces and punctuation; None without one."""
    return next((one for one in saved_scenarios(store) if fold(one.name) == fold(name)), None)


def save_scenario(
    store: Store,
    name: str,
    failed: Mapping[str, State],
    protected: frozenset[str],
    on: date | None,
    writer: Writer,
) -> SavedScenario:
    """Save a scenario; what was saved under the same name counts no more.

    Raises:
        RefusedChange: the name says nothing or is too long, or nothing fails. StoreFault: somebody else is
            writing.
    """
    called = " ".join(name.split())
    if not fold(called) or len(called) > LONGEST_NAME:
        raise RefusedChange(
            Text(id=f"“{called[:40]}” bukan nama", en=f"“{called[:40]}” is no name"),
            fix=Text(
                id=f"tulis nama dengan huruf atau angka, paling panjang {LONGEST_NAME} huruf",
                en=f"write a name with letters or digits, of at most {LONGEST_NAME} characters",
            ),
        )
    if not failed:
        raise RefusedChange(
            Text(id="tidak ada objek yang diandaikan mati", en="no element is assumed to fail"),
            fix=Text(id="pilih sedikitnya satu objek", en="choose at least one element"),
        )
    node = {
        "name": called,
        "called": fold(called),
        "dropped": False,
        "failed": json.dumps({uid: state.word for uid, state in sorted(failed.items())}),
        "protected": json.dumps(sorted(protected)),
        "on": on.isoformat() if on else "",
    }
    return _saved(keep(store, Shelf.SCENARIO, node, writer))


def drop_scenario(store: Store, name: str, writer: Writer) -> SavedScenario:
    """No longer keep a scenario; return what it was.

    Raises:
        RefusedChange: none has this name. StoreFault: somebody else is writing.
    """
    found = scenario_called(store, name)
    if found is None:
        raise RefusedChange(
            Text(id=f"tidak ada skenario bernama “{name}”", en=f"no scenario is named “{name}”"),
            fix=Text(id="muat ulang daftarnya", en="load the list again"),
        )
    keep(store, Shelf.SCENARIO, {"called": fold(found.name), "dropped": True}, writer)
    return found


def _saved(node: Mapping[str, Any]) -> SavedScenario:
    states = {state.word: state for state in State}
    return SavedScenario(
        id=node["id"],
        name=node["name"],
        failed={uid: states[word] for uid, word in json.loads(node["failed"]).items()},
        protected=frozenset(json.loads(node["protected"])),
        on=date.fromisoformat(node["on"]) if node["on"] else None,
        by=node["by"],
        at=node["at"],
    )
