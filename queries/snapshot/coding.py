"""From plain tables to the columns of a snapshot: kinds, days, words and effects become numbers."""

import json
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from model.availability import CAPS, FIRST_DAY, LAST_DAY, lifetime, parse_day
from model.groups import parse_weight
from model.kinds import Effect, ElementKind, RelationKind, Status
from model.metamodel.common import OWNERSHIP
from model.metamodel.metamodel import Metamodel
from queries.snapshot.columns import (
    ABSENT,
    Bools,
    Coded,
    Elements,
    Floats,
    Ints,
    Relations,
    Small,
    Strings,
    taken,
)
from queries.snapshot.tables import ElementTable, Number, RelationTable

ELEMENT_KINDS = tuple(ElementKind)
RELATION_KINDS = tuple(RelationKind)
STATUSES = tuple(Status)

_KIND_CODES = {kind.value: code for code, kind in enumerate(ELEMENT_KINDS)}
_RELATION_CODES = {kind.value: code for code, kind in enumerate(RELATION_KINDS)}
_STATUS_CODES = {status.value: code for code, status in enumerate(STATUSES)}
_ACTIVE = _STATUS_CODES[Status.ACTIVE.value]
_STATED = {effect.value: int(CAPS[effect]) for effect in Effect}
_LIMIT = 64  # more element or relation kinds than there will be; for combining codes


def qualifier_names(metamodel: Metamodel) -> tuple[str, ...]:
    """Return the relation properties that default effects ask for, such as environment."""
    names = {rule.qualifier for spec in metamodel.relations for rule in spec.effects}
    return tuple(sorted(name for name in names if name is not None))


def coded_elements(table: ElementTable) -> Elements:
    """Return the elements of a table as columns, in the order of their keys.

    A status that is none of the three counts as active (its finding was raised on import).
    """
    raw_keys = [key.encode() for key in table.key]
    order = sorted(range(len(raw_keys)), key=raw_keys.__getitem__)
    status = [_STATUS_CODES.get(status or "", _ACTIVE) for status in table.status]
    since, until = _lifetimes(status, table.valid_from, table.valid_to)
    columns = Elements(
        uid=Strings.of(table.uid),
        key=Strings.of(table.key),
        name=Strings.of(table.name),
        kind=np.array([_KIND_CODES[kind] for kind in table.kind], np.int8),
        scope=Coded.of(table.scope),
        status=np.array(status, np.int8),
        criticality=Coded.of(table.criticality),
        rto_hours=_numbers(table.rto_hours),
        rpo_hours=_numbers(table.rpo_hours),
        restore_hours=_numbers(table.restore_hours),
        availability=_numbers(table.availability),
        mtbf_hours=_numbers(table.mtbf_hours),
        maintenance_window=Coded.of(table.maintenance_window),
        users=_numbers(table.users),
        since=since,
        until=until,
    )
    return taken(columns, np.array(order, np.int64))


def coded_relations(table: RelationTable, positions: Mapping[str, int]) -> Relations:
    """Return the relations of a table as columns, in its order; their effects are not yet resolved.

    positions: element index by uid.

    Raises:
        KeyError: an end is no element of the snapshot.
    """
    count = len(table.id)
    active = [_ACTIVE] * count
    since, until = _lifetimes(active, table.valid_from, table.valid_to)
    stated = [ABSENT if effect is None else _STATED.get(effect, ABSENT) for effect in table.effect]
    return Relations(
        id=Strings.of(table.id),
        kind=np.array([_RELATION_CODES[kind] for kind in table.relation], np.int8),
        source=np.fromiter((positions[uid] for uid in table.source), np.int32, count),
        target=np.fromiter((positions[uid] for uid in table.target), np.int32, count),
        group=Coded.of(table.group),
        need=Coded.of(table.need),
        loss=Coded.of(table.loss),
        weight=_weights(table.weight),
        users=_numbers(table.users),
        cap=np.zeros(count, np.int8),
        stated=np.array(stated, np.int8),
        qualifiers=_qualifiers(table),
        since=since,
        until=until,
    )


def caps(metamodel: Metamodel, elements: Elements, relations: Relations) -> Small:
    """Return the State that each relation's loss can cause at worst, by its statement or the metamodel."""
    kinds = elements.kind.astype(np.int64)
    combined = relations.qualifiers.codes.astype(np.int64) + 1
    for part in (relations.kind, kinds[relations.source], kinds[relations.target]):
        combined = combined * _LIMIT + part
    different, inverse = np.unique(combined, return_inverse=True)
    words: list[dict[str, str]] = [{}, *(json.loads(word) for word in relations.qualifiers.words)]
    defaults = np.zeros(len(different), np.int8)
    for number, code in enumerate(different.tolist()):
        rest, target = divmod(code, _LIMIT)
        rest, source = divmod(rest, _LIMIT)
        qualifier, kind = divmod(rest, _LIMIT)
        effect = metamodel.effect(
            RELATION_KINDS[kind], ELEMENT_KINDS[source], ELEMENT_KINDS[target], words[qualifier]
        )
        defaults[number] = CAPS[effect]
    resolved: Small = np.where(relations.stated != ABSENT, relations.stated, defaults[inverse])
    return resolved.astype(np.int8)


def owner_ranks() -> npt.NDArray[np.int8]:
    """Return, by relation kind, how well such a relation names the owner; 0: not at all."""
    ranks = np.zeros(len(RELATION_KINDS), np.int8)
    for rank, relation in enumerate(reversed(OWNERSHIP), start=1):
        ranks[_RELATION_CODES[relation.value]] = rank
    return ranks


def _lifetimes(
    status: Sequence[int], valid_from: Sequence[str | None], valid_to: Sequence[str | None]
) -> tuple[Ints, Ints]:
    first, last = Coded.of(valid_from), Coded.of(valid_to)
    codes = np.array(status, np.int64)
    size = len(last.words) + 1
    combined = (codes * (len(first.words) + 1) + first.codes + 1) * size + last.codes + 1
    different, inverse = np.unique(combined, return_inverse=True)
    days = np.zeros((len(different), 2), np.int32)
    for number, code in enumerate(different.tolist()):
        rest, to = divmod(code, size)
        state, start = divmod(rest, len(first.words) + 1)
        begins = parse_day(first.words[start - 1]) if start else None
        ends = parse_day(last.words[to - 1]) if to else None
        days[number] = lifetime(STATUSES[state], begins, ends)
    return days[inverse, 0], days[inverse, 1]


def _numbers(values: Sequence[Number | None]) -> Floats:
    return np.array([_number(value) for value in values], np.float64)


def _number(value: Number | None) -> float:
    if value is None:
        return float("nan")
    try:
        return float(value)
    except ValueError:
        return float("nan")


def _weights(values: Sequence[Number | None]) -> Floats:
    # what is not a number above zero counts as 1; model.groups raises the finding
    return np.array(
        [np.nan if value is None else parse_weight(value) or np.nan for value in values], np.float64
    )


def _qualifiers(table: RelationTable) -> Coded:
    count = len(table.id)
    combined = np.zeros(count, np.int64)
    columns = {name: Coded.of(values) for name, values in sorted(table.qualifiers.items())}
    for column in columns.values():
        combined = combined * (len(column.words) + 1) + column.codes + 1
    different, first, inverse = np.unique(combined, return_index=True, return_inverse=True)
    texts: list[str | None] = []
    for row in first.tolist():
        given = {name: column[row] for name, column in columns.items() if column[row] is not None}
        texts.append(json.dumps(given, sort_keys=True) if given else None)
    words = Coded.of(texts)
    return Coded(words.codes[inverse], words.words) if len(different) else Coded.of(())


def valid_on(since: Ints, until: Ints, day: int) -> Bools:
    """Return which rows are valid on a day."""
    return (since <= day) & (day <= until)


def span_of(day: int, bounds: Sequence[tuple[Ints, Ints]]) -> tuple[int, int]:
    """Return the first and last day around a day on which the same rows are valid."""
    first, last = FIRST_DAY, LAST_DAY
    for since, until in bounds:
        begun, ended = since[since <= day], until[until < day] + 1
        first = max([first, *(int(days.max()) for days in (begun, ended) if len(days))])
        coming, ending = since[since > day] - 1, until[until >= day]
        last = min([last, *(int(days.min()) for days in (coming, ending) if len(days))])
    return first, last
