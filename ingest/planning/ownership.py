"""Whose a row is when no cell says so: the agency that its heading, its file or the import names.

A sheet that an agency sends about itself needs no column for the owner. What a title, a file name or
--scope says of all its rows is said of each, so that every answer by agency counts them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ingest.exchange.names import FOREIGN
from ingest.planning.agencies import scope_of
from ingest.planning.identity import Identified
from ingest.planning.merged import NOTHING_MERGED, Merged
from model.directory import Directory
from model.entry import Entry
from model.keys import Key
from model.kinds import ElementKind
from model.metamodel.common import OWNERSHIP
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import LinkSpec
from model.record import TEMPLATE, Saying

_STATED = frozenset({"sheet", FOREIGN, TEMPLATE})  # in the interchange a blank owner means that there is none


def owned(
    identified: Iterable[Identified],
    directory: Directory,
    metamodel: Metamodel,
    merged: Merged = NOTHING_MERGED,
) -> list[Identified]:
    """Return rows with their owner said: the unit of their scope, where the row itself names none.

    merged: a row of an agency that was merged into another names the agency it had.
    """
    links = {kind: _scope_link(metamodel, kind) for kind in ElementKind}
    units = {**heads(directory), **merged.units()}
    return [_owned(one, links[one.draft.kind], units) for one in identified]


def _owned(one: Identified, link: LinkSpec | None, units: Mapping[str, Entry]) -> Identified:
    draft = one.draft
    if link is None or draft.source not in _STATED or draft.agency:
        return one
    if draft.source == TEMPLATE and draft.key:  # its blank cell showed that there was none
        return one
    if any(saying.relation in OWNERSHIP for saying in draft.sayings) or link.name in draft.emptied:
        return one
    unit = units.get(one.scope)
    if unit is None:
        return one
    said = Saying(relation=link.relation, text=unit.key, cell=link.name, reversed=link.reversed, to=link.to)
    return replace(one, draft=replace(draft, sayings=(*draft.sayings, said)))


def heads(directory: Directory) -> dict[str, Entry]:
    """Return the agency of each scope: the one named like it, else the only one that has it."""
    found: dict[str, list[Entry]] = {}
    for entry in directory.agencies():
        found.setdefault(scope_of(entry), []).append(entry)
    units = {scope: entries[0] for scope, entries in found.items() if len(entries) == 1}
    for scope in found:
        namesake = directory.with_key(str(Key(scope, ElementKind.ORG_UNIT, scope)))
        if namesake is not None:
            units[scope] = namesake
    return units


def _scope_link(metamodel: Metamodel, kind: ElementKind) -> LinkSpec | None:
    """The column that says whose an element of this kind is; its own before the common one."""
    return next((link for link in metamodel.links(kind) if link.scope and not link.reversed), None)
