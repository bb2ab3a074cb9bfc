"""The generated estate as a delivery: records of rows and of relations, planned and applied like any load."""

from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.record import Act, Load, Mode, Record, Saying
from queries.loads.applying import Writer, applied, next_load_id
from queries.loads.plan import Step
from queries.loads.planning import planned
from queries.snapshot.tables import ELEMENT_COLUMNS, RELATION_COLUMNS
from queries.store.store import Store
from tests.benchmarks.estate import Estate

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
WRITER = Writer("benchmark", lambda: datetime.now(UTC))
_SAID = ("group", "need", "loss", "weight", "effect")


def load(store: Store, metamodel: Metamodel, made: Estate) -> dict[str, float]:
    """Bring an estate into an empty store with its records; return the seconds of planning and writing."""
    step = step_of(made, next_load_id(store, NOW))
    begun = perf_counter()
    plan = planned(store, metamodel, step)
    ready = perf_counter()
    applied(store, metamodel, plan, WRITER)
    return {"plan": ready - begun, "write": perf_counter() - ready}


def edit(store: Store, metamodel: Metamodel, uid: str, key: str, name: str) -> None:
    """Change the name of one element, as a person does in the interface."""
    now = datetime.now(UTC)
    head = Load(id=next_load_id(store, now), at=now.isoformat(), by=WRITER.name, mode=Mode.EDIT)
    changed = _record(head, f"{head.id}/1", uid, key, Act.SAY)(name="", source="edit", values={"name": name})
    applied(store, metamodel, planned(store, metamodel, Step(load=head, records=(changed,))), WRITER)


def step_of(made: Estate, load_id: str) -> Step:
    """Return the step that brings an estate in: one record per element, and one per source of relations."""
    head = Load(id=load_id, at=NOW.isoformat(), by=WRITER.name, mode=Mode.MERGE)
    records: list[Record] = []
    keys: dict[str, str] = {}
    for number, row in enumerate(made.elements, 1):
        cells = dict(zip(ELEMENT_COLUMNS, row, strict=True))
        uid, key = str(cells["uid"]), str(cells["key"])
        keys[uid] = key
        values = {name: cells[name] for name in ("name", "status")} | {"code": key.rpartition("/")[2]}
        record = _record(head, f"{load_id}/{number:07d}", uid, key, Act.ROW)
        records.append(record(name=cells["name"], source="elements.csv", values=values, row=number + 1))
    said: dict[str, list[Saying]] = {}
    for number, row in enumerate(made.relations, 2):
        cells = dict(zip(RELATION_COLUMNS, row, strict=True))
        relation = RelationKind(str(cells["relation"]))
        properties = {name: str(cells[name]) for name in _SAID if cells[name] is not None}
        said.setdefault(str(cells["source"]), []).append(
            Saying(
                relation=relation,
                text=keys[str(cells["target"])],
                cell=relation.value,
                row=number,
                properties=properties,
            )
        )
    for number, (uid, sayings) in enumerate(said.items(), len(records) + 1):
        record = _record(head, f"{load_id}/{number:07d}", uid, keys[uid], Act.SAY)
        records.append(record(name="", source="relations.csv", sayings=tuple(sayings), row=sayings[0].row))
    return Step(load=head, records=tuple(records))


def _record(head: Load, id_: str, uid: str, key: str, act: Act) -> Callable[..., Record]:
    scope, segment, _ = key.split("/")
    kind = next(kind for kind in ElementKind if kind.value.lower() == segment)

    def made(**rest: object) -> Record:
        return Record(
            id=id_,
            load=head.id,
            uid=uid,
            act=act,
            scope=scope,
            kind=kind,
            key=key,
            at=head.at,
            by=head.by,
            **rest,  # type: ignore[arg-type]
        )

    return made
