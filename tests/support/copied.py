"""A small chain from a process to its data and a copy of these, with recovery points."""

from model.metamodel.shipped import shipped
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from queries.snapshot.tables import RelationTable
from tests.support.graphs import element_table
from tests.support.reference_evaluator import Thing

KINDS = {"p": "BusinessProcess", "s": "Service", "a": "Application", "d": "DataObject", "n": "Storage"}
LINKS = [("p", "SERVED_BY", "s"), ("s", "REALIZED_BY", "a"), ("a", "ACCESSES", "d")]
COPY = ("d", "STORED_ON", "n")


def copied(
    rpo: dict[str, float], role: str | None = "backup", links: list[tuple[str, str, str]] | None = None
) -> Snapshot:
    """A process, its service, application and data, with what they promise; a copy on storage in a role."""
    names = sorted({*KINDS, *rpo})
    things = [Thing(name, rpo_hours=rpo.get(name)) for name in names]
    rows = [*(LINKS if links is None else links), COPY]
    count = len(rows)
    table = RelationTable(
        id=[f"r{n}" for n in range(count)],
        source=[source for source, _, _ in rows],
        relation=[relation for _, relation, _ in rows],
        target=[target for _, _, target in rows],
        **{
            name: [None] * count
            for name in ("group", "need", "loss", "weight", "effect", "valid_from", "valid_to", "users")
        },
        qualifiers={"role": [role if row == COPY else None for row in rows]},
    )
    elements = element_table(things, kind=[KINDS[name[0]] for name in names])
    return compile_snapshot(shipped(), elements, table, 1)
