"""An impact as people read it: the picture, the rows of the table, counts by agency, and the workbook."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from model.availability import State
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text, same
from queries.impact.impact import Affected, Impact
from queries.resilience.outlook import Outlook
from queries.resilience.single_points import noticed
from queries.snapshot.columns import ABSENT, Longs
from queries.snapshot.snapshot import Snapshot
from ui.components.reasons import because
from ui.components.workbook import Sheet, workbook
from ui.graph.figure import Edge, Figure, Node, lane_order
from ui.overview import agency_key, agency_name
from ui.phrases import common
from ui.phrases import compare as compare_words
from ui.phrases import impact as words

WORST_FIRST = (State.DOWN, State.DEGRADED, State.AT_RISK)


def shown_rows(
    snapshot: Snapshot,
    rows: Sequence[Affected],
    kinds: Collection[ElementKind],
    agencies_: Collection[str],
) -> list[Affected]:
    """Return the affected of some kinds and agencies (keys); empty means all."""
    return [
        row
        for row in rows
        if (not kinds or row.kind in kinds)
        and (not agencies_ or agency_key(snapshot, row.place) in agencies_)
    ]


def figure(impact: Impact, rows: Sequence[Affected], most: int) -> tuple[Figure, int]:
    """Return the picture of some affected with what failed and the chains between, and how many are left out.

    Chains are shown whole: what a filter leaves out still carries the failure.
    """
    given = impact.given.tolist()
    chosen: dict[int, None] = dict.fromkeys(given)
    left_out = 0
    for row in rows:
        steps = impact.chains.path(row.place)
        fresh = [step for step in steps if step not in chosen]
        if len(chosen) + len(fresh) > most:
            left_out += 1
            continue
        chosen.update(dict.fromkeys(fresh))
    indices = list(chosen)
    place = {index: number for number, index in enumerate(indices)}
    nodes = tuple(_node(impact, index, assumed(impact, index)) for index in indices)
    return Figure(nodes=nodes, edges=tuple(_edges(impact, place))), left_out


def assumed(impact: Impact, index: int) -> State | None:
    """Return the state that the scenario gives an element; None if it gives none."""
    return impact.scenario.failed.get(impact.snapshot.elements.uid[index])


def _assumed_words(impact: Impact, index: int, language: Language) -> str:
    name, state = impact.snapshot.names[index], assumed(impact, index)
    if state is None or state is State.DOWN:
        return name
    return f"{name} ({common.STATES[state].in_(language).lower()})"


def why_none(impact: Impact, key: str) -> Text:
    """Return why an element that no other one affects is as it is; its name is left open."""
    index = impact.snapshot.with_key(key)
    given = None if index is None else assumed(impact, index)
    if given is None:
        return words.WHY_UP
    state = common.GIVENS[given]
    return Text(id=f"{{name}} {state.id.lower()}.", en=f"{{name}} is {state.en.lower()}.")


def _node(impact: Impact, index: int, given: State | None) -> Node:
    snapshot = impact.snapshot
    return Node(
        key=snapshot.elements.key[index],
        name=snapshot.elements.name[index],
        kind=snapshot.kind(index),
        agency=agency_name(snapshot, index),
        state=State(int(impact.state[index])),
        given=given,
    )


def _edges(impact: Impact, place: dict[int, int]) -> list[Edge]:
    """The requirements between the nodes; strong where the shortest chains run."""
    tables = impact.requirements
    inside = np.zeros(len(impact.snapshot), np.bool_)
    inside[list(place)] = True
    rows: Longs = np.flatnonzero(inside[tables.source] & inside[tables.target])
    before = impact.chains.before
    ends = {(int(tables.source[row]), int(tables.target[row])) for row in rows.tolist()}
    return [
        Edge(source=place[source], target=place[target], strong=int(before[source]) == target)
        for source, target in sorted(ends)
        if source != target
    ]


def table_headers(language: Language) -> list[str]:
    """Return the headers of the table of the affected."""
    columns = (
        common.STATE,
        common.KIND,
        common.NAME,
        common.AGENCY,
        words.IMPORTANCE,
        words.RTO,
        words.BACK_AFTER,
        words.RTO_EXCEEDED,
        words.DISTANCE,
        words.BECAUSE,
        common.KEY,
    )
    return [column.in_(language) for column in columns]


class Sorting(StrEnum):
    """In which order the table stands."""

    STATE = "state"
    IMPORTANCE = "importance"
    RTO = "rto"


def sorted_rows(rows: Sequence[Affected], outlook: Outlook, by: Sorting) -> list[Affected]:
    """Return the affected in an order; what is equal stays as it was: worst, then nearest, first."""
    if by is Sorting.IMPORTANCE:
        return sorted(rows, key=lambda row: -outlook.importance.value[row.place])
    if by is Sorting.RTO:
        return sorted(rows, key=lambda row: -(outlook.back[row.place].exceeded or 0.0))
    return list(rows)


def table_rows(
    impact: Impact, outlook: Outlook, rows: Sequence[Affected], language: Language
) -> list[tuple[str | int | float | None, ...]]:
    """Return the table of the affected, row by row as the headers say."""
    snapshot = impact.snapshot
    return [
        (
            state_words(row.state, language),
            snapshot.metamodel.kind(row.kind).label.in_(language),
            row.name,
            row.owner_name or "",
            float(outlook.importance.value[row.place]),
            outlook.back[row.place].rto_hours,
            outlook.back[row.place].after,
            outlook.back[row.place].exceeded,
            row.distance,
            because(row, lambda key: name_of(snapshot, key)).in_(language),
            row.key,
        )
        for row in rows
    ]


def name_of(snapshot: Snapshot, key: str) -> str:
    """Return the name of the element with a key; the key itself if there is none."""
    index = snapshot.with_key(key)
    return key if index is None else snapshot.elements.name[index]


def state_words(state: State, language: Language) -> str:
    """Return a state with its sign: "■ Tidak tersedia"."""
    return f"{common.SIGNS[state]} {common.STATES[state].in_(language)}"


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many elements of one agency or kind are down, degraded and at risk."""

    name: Text
    down: int
    degraded: int
    at_risk: int

    def cells(self, language: Language) -> tuple[str, int, int, int]:
        """Return the row of a table."""
        return self.name.in_(language), self.down, self.degraded, self.at_risk


def by_agency(snapshot: Snapshot, rows: Sequence[Affected]) -> list[StateCount]:
    """Return counts of each agency, the hardest hit first; an agency itself counts for itself."""
    whose = {int(snapshot.agency[row.place]) for row in rows}
    named = {at: words.NO_AGENCY if at == ABSENT else same(snapshot.names[at]) for at in whose}
    found = _counted(rows, lambda row: int(snapshot.agency[row.place]), named)
    return sorted(found, key=lambda one: (-one.down, -one.degraded, -one.at_risk, one.name.id))


def by_kind(rows: Sequence[Affected], metamodel: Metamodel) -> list[StateCount]:
    """Return counts of each kind, from people to machines."""
    kinds = lane_order(metamodel, list({row.kind for row in rows}))
    return _counted(rows, lambda row: row.kind, {kind: metamodel.kind(kind).label for kind in kinds})


def by_layer(rows: Sequence[Affected], metamodel: Metamodel) -> list[StateCount]:
    """Return counts of each layer of ArchiMate, in the order of their declaration."""
    hit = {metamodel.kind(row.kind).layer for row in rows}
    layers = {spec.layer: spec.label for spec in metamodel.layers if spec.layer in hit}
    return _counted(rows, lambda row: metamodel.kind(row.kind).layer, layers)


def _counted(
    rows: Sequence[Affected], of: Callable[[Affected], Hashable], named: Mapping[Any, Text]
) -> list[StateCount]:
    """Return counts of each that has a name, in this order. of: which one an element counts for."""
    counts = Counter((of(row), row.state) for row in rows)
    return [
        StateCount(name, counts[one, State.DOWN], counts[one, State.DEGRADED], counts[one, State.AT_RISK])
        for one, name in named.items()
    ]


def hit(snapshot: Snapshot, rows: Sequence[Affected]) -> list[Affected]:
    """Return the affected that make an agency one that is hit: what people notice, and agencies themselves.

    Services and processes (applications where there are none), and agencies and units that use what is
    affected; who merely owns a machine or a record in between is not hit.
    """
    telling = noticed(snapshot) | snapshot.of_kinds((ElementKind.ORG_UNIT,))
    return [row for row in rows if telling[row.place]]


def summary(rows: Sequence[Affected]) -> dict[State, tuple[int, int]]:
    """Return for each state how many elements are in it, and how many of these are services."""
    return {
        state: (
            sum(row.state is state for row in rows),
            sum(row.state is state and row.kind is ElementKind.SERVICE for row in rows),
        )
        for state in WORST_FIRST
    }


def answer_workbook(
    impact: Impact,
    outlook: Outlook,
    rows: Sequence[Affected],
    language: Language,
    more: Sequence[Sheet] = (),
    standing: str = "",
) -> bytes:
    """Return the answer as a workbook: what was asked, everything affected, counts by agency, and more.

    standing: the state of the data that was asked, in words; as it is now without.
    """
    numbers = summary(rows)
    asked = ", ".join(_assumed_words(impact, index, language) for index in impact.given.tolist())
    on = impact.scenario.on.isoformat()
    first = Sheet(
        words.SUMMARY_SHEET.in_(language),
        (words.QUESTION.in_(language), asked),
        (
            (words.ON.in_(language), on),
            *([(compare_words.STANDING.in_(language), standing)] if standing else []),
            (words.REVISION.in_(language), impact.snapshot.revision),
            *((state_words(state, language), numbers[state][0]) for state in WORST_FIRST),
        ),
    )
    headers = [*table_headers(language), words.PATH.in_(language)]
    full = [
        (*cells, " → ".join(row.path))
        for cells, row in zip(table_rows(impact, outlook, rows, language), rows, strict=True)
    ]
    agency_headers = (common.AGENCY.in_(language), *(state_words(state, language) for state in WORST_FIRST))
    agency_rows = [one.cells(language) for one in by_agency(impact.snapshot, rows)]
    return workbook(
        (
            first,
            Sheet(words.AFFECTED_SHEET.in_(language), headers, full),
            Sheet(words.BY_AGENCY.in_(language), agency_headers, agency_rows),
            _by_layer_and_kind(rows, impact.snapshot.metamodel, language),
            *more,
        )
    )


def _by_layer_and_kind(rows: Sequence[Affected], metamodel: Metamodel, language: Language) -> Sheet:
    layers = {spec.layer: spec.label.in_(language) for spec in metamodel.layers}
    kinds = lane_order(metamodel, list({row.kind for row in rows}))
    states = (state_words(state, language) for state in WORST_FIRST)
    return Sheet(
        words.BY_LAYER.in_(language),
        (words.LAYER.in_(language), common.KIND.in_(language), *states),
        [
            (layers[metamodel.kind(kind).layer], *one.cells(language))
            for kind, one in zip(kinds, by_kind(rows, metamodel), strict=True)
        ],
    )
