"""A generated estate of any size, layered like a real one: people use services, services run on servers.

About 2 relations in 10 stand in a redundancy group, some of them nested; a few servers carry much more
than the others, as in any data centre. The same seed gives the same estate.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from model.kinds import ElementKind, RelationKind
from queries.snapshot.tables import (
    ELEMENT_COLUMNS,
    RELATION_COLUMNS,
    ElementTable,
    RelationTable,
    element_table,
    relation_table,
)

SHARES = {  # of all elements
    ElementKind.ORG_UNIT: 0.01,
    ElementKind.COMPUTING_FACILITY: 0.004,
    ElementKind.POWER_SUPPLY: 0.006,
    ElementKind.NETWORK_DEVICE: 0.03,
    ElementKind.STORAGE: 0.04,
    ElementKind.SERVER: 0.2,
    ElementKind.PLATFORM_SOFTWARE: 0.05,
    ElementKind.DATA_OBJECT: 0.15,
    ElementKind.APPLICATION: 0.2,
    ElementKind.INTERFACE: 0.05,
    ElementKind.SERVICE: 0.13,
    ElementKind.BUSINESS_PROCESS: 0.13,
}
K, R = ElementKind, RelationKind
# source, relation, target, how many of them per source, how unevenly targets are chosen, share in groups
LINKS = (
    (K.SERVER, R.LOCATED_IN, K.COMPUTING_FACILITY, 1.0, 1.0, 0.0),
    (K.SERVER, R.POWERED_BY, K.POWER_SUPPLY, 1.5, 1.0, 0.5),
    (K.SERVER, R.CONNECTED_BY, K.NETWORK_DEVICE, 1.5, 1.0, 0.5),
    (K.STORAGE, R.LOCATED_IN, K.COMPUTING_FACILITY, 1.0, 1.0, 0.0),
    (K.PLATFORM_SOFTWARE, R.RUNS_ON, K.SERVER, 1.5, 2.0, 0.5),
    (K.DATA_OBJECT, R.STORED_ON, K.STORAGE, 1.3, 1.5, 0.3),
    (K.APPLICATION, R.RUNS_ON, K.SERVER, 1.6, 2.5, 0.4),
    (K.APPLICATION, R.RUNS_ON, K.PLATFORM_SOFTWARE, 0.5, 2.0, 0.0),
    (K.APPLICATION, R.ACCESSES, K.DATA_OBJECT, 2.0, 1.2, 0.0),
    (K.APPLICATION, R.CALLS, K.INTERFACE, 0.8, 1.5, 0.0),
    (K.INTERFACE, R.EXPOSED_BY, K.APPLICATION, 1.0, 1.2, 0.0),
    (K.SERVICE, R.REALIZED_BY, K.APPLICATION, 1.6, 1.2, 0.1),
    (K.BUSINESS_PROCESS, R.SERVED_BY, K.SERVICE, 1.8, 1.2, 0.0),
    (K.ORG_UNIT, R.USES, K.APPLICATION, 20.0, 1.2, 0.0),
    (K.APPLICATION, R.OWNED_BY, K.ORG_UNIT, 1.0, 1.0, 0.0),
    (K.SERVER, R.OWNED_BY, K.ORG_UNIT, 1.0, 1.0, 0.0),
)


@dataclass(slots=True)
class Estate:
    """Rows in the order of ELEMENT_COLUMNS, and of RELATION_COLUMNS."""

    elements: list[tuple[object, ...]]
    relations: list[tuple[object, ...]]
    uids: dict[ElementKind, list[str]] = field(default_factory=dict)

    def tables(self) -> tuple[ElementTable, RelationTable]:
        """Return the rows as tables."""
        return element_table(self.elements), relation_table(self.relations)


def estate(elements: int = 100_000, relations: int = 300_000, seed: int = 3) -> Estate:
    """Return an estate of so many elements and relations."""
    dice = random.Random(seed)
    made = Estate([], [])
    for kind, share in SHARES.items():
        made.uids[kind] = [f"{kind.value.lower()}-{n}" for n in range(max(2, round(elements * share)))]
        for number, uid in enumerate(made.uids[kind]):
            scope = f"opd-{number % 40}"
            code = f"{kind.value[:3].upper()}-{number:06d}"
            row = {
                "uid": uid,
                "key": f"{scope}/{kind.value.lower()}/{code}",
                "kind": kind.value,
                "name": f"{kind.value} {number}",
                "scope": scope,
                "status": "retired" if dice.random() < 0.01 else "active",
            }
            made.elements.append(tuple(row.get(column) for column in ELEMENT_COLUMNS))
    planned = sum(len(made.uids[source]) * mean for source, _, _, mean, _, _ in LINKS)
    for number, row in enumerate(_links(made, relations / planned, dice)):
        row["id"] = f"rel-{number:07d}"
        made.relations.append(tuple(row.get(column) for column in RELATION_COLUMNS))
    return made


def _links(made: Estate, scale: float, dice: random.Random) -> Iterator[dict[str, object]]:
    for source_kind, relation, target_kind, mean, skew, grouped in LINKS:
        targets = made.uids[target_kind]
        for source in made.uids[source_kind]:
            wanted = mean * scale
            count = int(wanted) + (dice.random() < wanted % 1)
            in_group = count > 1 and dice.random() < grouped
            nested = in_group and count > 2 and dice.random() < 0.2
            for number in range(count):
                row: dict[str, object] = {
                    "relation": relation.value,
                    "source": source,
                    "target": targets[int(len(targets) * dice.random() ** skew)],
                }
                if in_group:
                    row["group"] = f"lokasi/{number % 2}" if nested else relation.value.lower()
                    row["need"] = "any" if number == 0 else None
                yield row
