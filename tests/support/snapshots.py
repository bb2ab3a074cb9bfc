"""What a snapshot holds, as plain values that can be compared."""

from dataclasses import fields
from typing import Any

import numpy as np

from queries.snapshot.columns import Coded, Elements, Relations, Strings
from queries.snapshot.snapshot import Snapshot


def contents(snapshot: Snapshot) -> dict[str, Any]:
    """Return everything that answers depend on; parallel relations in the order of their ids."""
    elements = _rows(snapshot.elements)
    relations = sorted(_rows(snapshot.relations), key=str)
    return {
        "revision": snapshot.revision,
        "elements": elements,
        "relations": relations,
        "out_ptr": snapshot.out_ptr.tolist(),
        "in_ptr": snapshot.in_ptr.tolist(),
        "owner": snapshot.owner.tolist(),
    }


def _rows(columns: Elements | Relations) -> list[tuple[Any, ...]]:
    values = [_values(getattr(columns, one.name)) for one in fields(columns)]
    return list(zip(*values, strict=True))


def _values(column: Any) -> list[Any]:
    if isinstance(column, Strings):
        return column.all()
    if isinstance(column, Coded):
        return [column[row] for row in range(len(column))]
    if column.dtype == np.float64:
        return [None if np.isnan(value) else value for value in column.tolist()]
    return list(column.tolist())
