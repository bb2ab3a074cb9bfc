"""From the columns of a snapshot back to plain tables: what they said, as far as answers depend on it."""

import json
from datetime import date

import numpy as np
import numpy.typing as npt

from model.availability import FIRST_DAY, LAST_DAY, NEVER, State
from model.kinds import Effect
from queries.snapshot.coding import ELEMENT_KINDS, RELATION_KINDS, STATUSES
from queries.snapshot.columns import ABSENT, Floats
from queries.snapshot.snapshot import Snapshot
from queries.snapshot.tables import ElementTable, RelationTable

Rows = npt.NDArray[np.integer]
_EFFECTS = {State.DOWN: Effect.DOWN, State.DEGRADED: Effect.DEGRADED, State.UP: Effect.NONE}


def tabled_elements(snapshot: Snapshot, rows: Rows) -> ElementTable:
    """Return some elements as the table they could have been compiled from."""
    columns, indices = snapshot.elements, rows.tolist()
    days = [_bounds(int(columns.since[one]), int(columns.until[one])) for one in indices]
    return ElementTable(
        uid=[columns.uid[one] for one in indices],
        key=[columns.key[one] for one in indices],
        kind=[ELEMENT_KINDS[int(columns.kind[one])].value for one in indices],
        name=[columns.name[one] for one in indices],
        scope=[columns.scope[one] or "" for one in indices],
        status=[STATUSES[int(columns.status[one])].value for one in indices],
        valid_from=[first for first, _ in days],
        valid_to=[last for _, last in days],
        criticality=[columns.criticality[one] for one in indices],
        rto_hours=_numbers(columns.rto_hours, rows),
        rpo_hours=_numbers(columns.rpo_hours, rows),
        restore_hours=_numbers(columns.restore_hours, rows),
        availability=_numbers(columns.availability, rows),
        mtbf_hours=_numbers(columns.mtbf_hours, rows),
        maintenance_window=[columns.maintenance_window[one] for one in indices],
        users=_numbers(columns.users, rows),
    )


def tabled_relations(snapshot: Snapshot, rows: Rows) -> RelationTable:
    """Return some relations as the table they could have been compiled from."""
    columns, indices, uid = snapshot.relations, rows.tolist(), snapshot.elements.uid
    days = [_bounds(int(columns.since[one]), int(columns.until[one])) for one in indices]
    said = [json.loads(columns.qualifiers[one] or "{}") for one in indices]
    names = sorted({name for one in said for name in one})
    stated = [int(columns.stated[one]) for one in indices]
    return RelationTable(
        id=[columns.id[one] for one in indices],
        relation=[RELATION_KINDS[int(columns.kind[one])].value for one in indices],
        source=[uid[int(columns.source[one])] for one in indices],
        target=[uid[int(columns.target[one])] for one in indices],
        group=[columns.group[one] for one in indices],
        need=[columns.need[one] for one in indices],
        loss=[columns.loss[one] for one in indices],
        weight=_numbers(columns.weight, rows),
        users=_numbers(columns.users, rows),
        effect=[None if one == ABSENT else _EFFECTS[State(one)].value for one in stated],
        valid_from=[first for first, _ in days],
        valid_to=[last for _, last in days],
        qualifiers={name: [one.get(name) for one in said] for name in names},
    )


def _numbers(column: Floats, rows: Rows) -> list[float | None]:
    return [None if np.isnan(one) else one for one in column[rows].tolist()]


def _bounds(since: int, until: int) -> tuple[str | None, str | None]:
    """Return the first and last valid day as stated; none where the status says that there is none."""
    if (since, until) == NEVER:
        return None, None
    return (
        None if since == FIRST_DAY else date.fromordinal(since).isoformat(),
        None if until == LAST_DAY else date.fromordinal(until).isoformat(),
    )
