"""Choosing elements of a snapshot in a page: which are offered, and how each is called."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from model.faults import AmbiguousElement, UnknownElement
from model.keys import parse_key
from model.kinds import ElementKind, Status
from model.text import Language
from queries.lookup import element_for
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from ui.overview import agency_name

MOST_OFFERED = 3_000  # a longer list makes every action slow


@dataclass(frozen=True, slots=True)
class Offer:
    """Keys to choose from, and how many more there are."""

    keys: list[str]
    left_out: int


def offered(snapshot: Snapshot, kinds: Collection[ElementKind], always: Collection[str]) -> Offer:
    """Return the keys of elements in use of some kinds, in their order; those in `always` in any case."""
    retired = snapshot.elements.status == tuple(Status).index(Status.RETIRED)
    found = np.flatnonzero(snapshot.of_kinds(kinds) & ~retired).tolist()
    keys = [snapshot.elements.key[index] for index in found[:MOST_OFFERED]]
    known = set(keys)
    extra = [key for key in always if key not in known and snapshot.with_key(key) is not None]
    return Offer([*extra, *keys], max(0, len(found) - MOST_OFFERED))


def present(store: Store, snapshot: Snapshot, keys: Iterable[str]) -> list[str]:
    """Return the keys that a link names, each renamed element by the key it has in the snapshot."""
    return [key if snapshot.with_key(key) is not None else _key_there(store, snapshot, key) for key in keys]


def _key_there(store: Store, snapshot: Snapshot, key: str) -> str:
    try:
        found = element_for(store, key)
    except (UnknownElement, AmbiguousElement):
        return key
    index = snapshot.positions.get(found.uid)
    return found.key if index is None else snapshot.keys[index]


def gone(snapshot: Snapshot, keys: Iterable[str]) -> list[str]:
    """Return the keys, of those a link names, that no element has any more."""
    return [key for key in keys if snapshot.with_key(key) is None]


def shown(snapshot: Snapshot, key: str, language: Language) -> str:
    """Return an element as lists call it, and as it is searched for there: name, kind, agency, code."""
    index = snapshot.with_key(key)
    if index is None:
        return key
    kind = snapshot.metamodel.kind(snapshot.kind(index)).label.in_(language)
    parts = (snapshot.elements.name[index], kind, agency_name(snapshot, index), code_of(key))
    return " · ".join(part for part in parts if part)


def code_of(key: str) -> str:
    """Return the code that an element is known by inside its agency."""
    return parse_key(key).code


def beside(snapshot: Snapshot, key: str) -> str:
    """Return an element as it is called beside others of its kind: name, agency."""
    index = snapshot.with_key(key)
    if index is None:
        return key
    return " · ".join(part for part in (snapshot.elements.name[index], agency_name(snapshot, index)) if part)
