"""All elements with something in common: what a page offers to choose them by, who they are, and in words.

As a text of an address: conditions as `simpul impact --where` takes them, between "|".
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, unquote

import numpy as np
import streamlit as st

from model.kinds import ElementKind, Layer, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import PropertySpec
from model.text import Language, Text
from queries.past import Past, past
from queries.selection import matching, shared_properties, shared_values
from queries.snapshot.coding import RELATION_KINDS
from queries.snapshot.snapshot import Snapshot
from ui import picking
from ui.phrases import impact as words
from ui.wording import number, value_words
from ui.workspace import Workspace

KIND = "kind"
_BETWEEN, _IS = "|", "="
Conditions = Mapping[str, str]


def written(conditions: Conditions) -> str:
    """Return conditions as a text."""
    return _BETWEEN.join(
        f"{quote(name)}{_IS}{quote(value, safe='/: ')}" for name, value in conditions.items()
    )


def read(text: str) -> dict[str, str]:
    """Return the conditions that a text means; none if it means none."""
    parts = (part.partition(_IS) for part in text.split(_BETWEEN))
    return {unquote(name): unquote(value) for name, _, value in parts if name and value}


def matches(space: Workspace, load: str | None, conditions: Conditions) -> list[str]:
    """Return the uids of all that meet every condition, now or as it stood after a load.

    Raises:
        ModelerError: nothing does, or a condition is not clear.
    """
    return _matches(space.store.address, space.revision, load, tuple(conditions.items()), space)


def names(space: Workspace, load: str | None, snapshot: Snapshot) -> list[str]:
    """Return what elements can be chosen by: relations, first those of machines; then properties."""
    kinds = tuple(kind.value for kind in _technical(space.metamodel))
    properties = _properties(space.store.address, space.revision, load, kinds, space)
    return [*(kind.value.lower() for kind in _relations(snapshot)), KIND, *properties]


def values(space: Workspace, load: str | None, snapshot: Snapshot, name: str) -> list[str]:
    """Return what there is to choose of a name: the keys of what a relation leads to, kinds, or values."""
    relation = space.metamodel.relation_named(name)
    if relation is not None:
        rows = snapshot.relations.kind == RELATION_KINDS.index(relation)
        targets = np.unique(snapshot.relations.target[rows]).tolist()
        return [snapshot.keys[target] for target in targets]
    if name == KIND:
        there = {snapshot.kind(index) for index in range(len(snapshot))}
        return [kind.value for kind in space.metamodel.losable if kind in there]
    return _values(space.store.address, space.revision, load, name, space)


def kinds_of(snapshot: Snapshot, uids: Iterable[str]) -> Counter[ElementKind]:
    """Return how many of some elements are of each kind."""
    known = snapshot.positions
    return Counter(snapshot.kind(known[uid]) for uid in uids if uid in known)


def count_words(metamodel: Metamodel, counts: Counter[ElementKind], language: Language) -> str:
    """Return how many there are of which kinds: "20 Server, 7 Perangkat jaringan"."""
    return ", ".join(
        f"{number(count, language)} {metamodel.kind(kind).label.in_(language)}"
        for kind, count in counts.most_common()
    )


def name_words(metamodel: Metamodel, name: str) -> Text:
    """Return what a page calls a property or a relation."""
    relation = metamodel.relation_named(name)
    if relation is not None:
        return metamodel.relation(relation).label
    spec = _spec(metamodel, name)
    return words.KINDS if name == KIND else spec.label if spec else Text(id=name, en=name)


def chosen_words(snapshot: Snapshot, name: str, value: str, language: Language) -> str:
    """Return what a page calls a value."""
    metamodel = snapshot.metamodel
    if metamodel.relation_named(name) is not None:
        return picking.shown(snapshot, value, language)
    kind = metamodel.kind_named(value) if name == KIND else None
    return (
        metamodel.kind(kind).label.in_(language)
        if kind
        else value_words(_spec(metamodel, name), value, language)
    )


def told(snapshot: Snapshot, conditions: Conditions, language: Language) -> str:
    """Return conditions in words: "berada di: Ruang server; Jenis: Server"."""
    labels = {name: name_words(snapshot.metamodel, name).in_(language) for name in conditions}
    values = {name: chosen_words(snapshot, name, value, language) for name, value in conditions.items()}
    return "; ".join(f"{labels[name]}: {values[name]}" for name in conditions)


def _spec(metamodel: Metamodel, name: str) -> PropertySpec | None:
    return next((spec for kind in ElementKind if (spec := metamodel.property_(kind, name))), None)


def _technical(metamodel: Metamodel) -> list[ElementKind]:
    """The kinds that fail by themselves: applications, data and infrastructure, not what they serve."""
    layers = (Layer.APPLICATION, Layer.TECHNOLOGY)
    return [kind for kind in metamodel.losable if metamodel.kind(kind).layer in layers]


def _relations(snapshot: Snapshot) -> Sequence[RelationKind]:
    """The relations that technical elements have: dependencies first, of these what most machines have."""
    relations, metamodel = snapshot.relations, snapshot.metamodel
    technical = snapshot.of_kinds(_technical(metamodel))[relations.source]
    things = snapshot.of_kinds(metamodel.machines)[relations.source]
    there, broken = (
        np.bincount(relations.kind[rows], minlength=len(RELATION_KINDS)).tolist()
        for rows in (technical, things)
    )
    dependencies = set(metamodel.dependencies())
    order = sorted(
        range(len(RELATION_KINDS)),
        key=lambda code: (RELATION_KINDS[code] not in dependencies, -broken[code], -there[code], code),
    )
    return [RELATION_KINDS[code] for code in order if there[code]]


@st.cache_data(show_spinner=False, max_entries=64)
def _matches(
    address: str, revision: int, load: str | None, conditions: tuple[tuple[str, str], ...], _space: Workspace
) -> list[str]:
    return matching(_space.store, _space.metamodel, dict(conditions), _then(address, revision, load, _space))


@st.cache_data(show_spinner=False, max_entries=8)
def _properties(
    address: str, revision: int, load: str | None, kinds: tuple[str, ...], _space: Workspace
) -> list[str]:
    then = _then(address, revision, load, _space)
    return shared_properties(_space.store, _space.metamodel, [ElementKind(kind) for kind in kinds], then)


@st.cache_data(show_spinner=False, max_entries=64)
def _values(address: str, revision: int, load: str | None, name: str, _space: Workspace) -> list[str]:
    return shared_values(_space.store, name, _then(address, revision, load, _space))


def _then(address: str, revision: int, load: str | None, space: Workspace) -> Past | None:
    return None if load is None else _past(address, revision, load, space)


@st.cache_resource(show_spinner=False, max_entries=1)
def _past(
    address: str,  # noqa: ARG001 (cache key)
    revision: int,  # noqa: ARG001 (cache key)
    load: str,
    _space: Workspace,
) -> Past:
    return past(_space.store, _space.metamodel, load)
