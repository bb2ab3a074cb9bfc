"""Deliveries in a few words, loading them into a store, and the graph as plain values to compare."""

import itertools
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from ingest.draft import Draft, Reading, RelationDraft
from ingest.edit.editing import Edit
from ingest.planning.plan import Import, planned_import
from model.element import Openness
from model.faults import Place
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.record import FileStamp, Mode, Saying, Value
from queries import graph
from queries.loads.applying import Writer, applied, next_load_id
from queries.loads.plan import Plan
from queries.store.store import Statement, Store
from tests.support.small_metamodel import small_metamodel

K, R = ElementKind, RelationKind
START = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


_DELETE = "MATCH (n) WHERE NOT n:Meta WITH n LIMIT 5000 DETACH DELETE n RETURN count(n) AS gone"
_BEGIN = "MATCH (m:Meta {id: 'store'}) SET m.revision = 0, m.reference_sets = null"


def emptied(store: Store) -> Store:
    """Return a store with nothing in it; for laws that load one store again and again."""
    while store.write([Statement(_DELETE, {})])[0][0]["gone"]:
        continue
    store.write([Statement(_BEGIN, {})])
    return store


def with_identity() -> Metamodel:
    """Return the small metamodel with RUNS_ON told apart by environment, and owners that cells create."""
    small = small_metamodel()
    relations = tuple(
        replace(spec, identity=("environment",)) if spec.relation is R.RUNS_ON else spec
        for spec in small.relations
    )
    return replace(small, relations=relations)


METAMODEL = with_identity()


def saying(relation: RelationKind, text: str, cell: str | None = None, **properties: Value) -> Saying:
    """Return a reference from a cell; the cell is named after the relation unless said."""
    name = cell or relation.value.lower()
    to = (K.ORG_UNIT,) if name == "owner" else ()
    return Saying(relation=relation, text=text, cell=name, column=name, to=to, properties=properties)


def owner(text: str) -> Saying:
    """Return what the owner column says."""
    return saying(R.OWNED_BY, text, "owner")


def row(
    kind: ElementKind,
    code: str | None,
    name: str | None,
    *sayings: Saying,
    at: tuple[str, int] = ("a.xlsx", 2),
    **given: Any,
) -> Draft:
    """Return a row of a sheet; `at` is file and row, other fields of Draft by name, the rest are values."""
    fields = {n: given.pop(n) for n in tuple(given) if n in Draft.__dataclass_fields__}
    return Draft(
        **{
            "kind": kind,
            "source": "sheet",
            "place": Place(file=at[0], sheet="Lembar", row=at[1]),
            "name": name,
            "code": code,
            "agency": "Dinas Kesehatan",
            "sayings": sayings,
            "values": given,
            **fields,
        }
    )


def stated(
    source: str,
    relation: RelationKind,
    target: str,
    at: tuple[str, int] = ("relations.csv", 2),
    **properties: Value,
) -> RelationDraft:
    """Return a row of relations.csv."""
    return RelationDraft(
        source="csv",
        place=Place(file=at[0], row=at[1]),
        from_text=source,
        relation=relation,
        to_text=target,
        properties=properties,
    )


def delivery(
    *drafts: Draft, relations: Sequence[RelationDraft] = (), findings: Sequence[Any] = ()
) -> Reading:
    """Return what reading a delivery of these rows yields."""
    places = [one.place.file for one in (*drafts, *relations)]
    files = tuple(FileStamp(name=str(name), sha256=f"{name}") for name in dict.fromkeys(places))
    return Reading(drafts=drafts, relations=tuple(relations), findings=tuple(findings), files=files)


@dataclass
class Clock:
    """A clock that goes on by a second whenever it is asked."""

    seconds: itertools.count = field(default_factory=itertools.count)

    def __call__(self) -> datetime:
        return START + timedelta(seconds=next(self.seconds))


@dataclass
class Desk:
    """Someone who loads deliveries into one store."""

    store: Store
    metamodel: Metamodel = METAMODEL
    clock: Clock = field(default_factory=Clock)
    name: str = "penguji"

    @property
    def writer(self) -> Writer:
        return Writer(self.name, self.clock)

    def plan(self, reading: Reading, **wanted: Any) -> Plan:
        now = self.clock()
        given = Import(load=next_load_id(self.store, now), by=self.name, now=now, **wanted)
        return planned_import(self.store, self.metamodel, reading, given, lambda: uuid.uuid4().hex)

    def load(self, reading: Reading, **wanted: Any) -> Plan:
        return self.apply(self.plan(reading, **wanted))

    def replace(self, reading: Reading, **wanted: Any) -> Plan:
        return self.load(reading, mode=Mode.REPLACE, **wanted)

    def apply(self, plan: Plan) -> Plan:
        return applied(self.store, self.metamodel, plan, self.writer)

    def edit(self) -> Edit:
        return Edit.begun(self.store, self.writer)


def rules_of(plan: Plan) -> list[str]:
    """Return the names of the rules that a plan's findings break, in order."""
    return [finding.rule for finding in plan.findings]


def exactly(store: Store) -> dict[str, Any]:
    """Return everything the graph holds, by uid and id: what undoing a load must give back."""
    uids = graph.directory(store).entries
    return {
        "elements": graph.elements(store, uids),
        "relations": graph.relations(store, uids),
        "open": graph.open_references(store, uids),
    }


def up_to_uids(store: Store) -> dict[str, Any]:
    """Return what the graph says, without uids and who holds what: a function of what was delivered.

    Near names are suggestions to a person and left out; a reference found nowhere is dangling.
    """
    uids = graph.directory(store).entries
    elements = graph.elements(store, uids)
    keys = {uid: element.key for uid, element in elements.items()}
    relations = [
        (keys[r.source], r.relation, keys[r.target], r.order, dict(sorted(r.properties.items())))
        for r in graph.relations(store, uids).values()
    ]
    references = [
        (
            keys[o.holder],
            o.text,
            o.relation,
            "dangling" if o.reason is Openness.NEAR else o.reason.value,
            sorted(keys[uid] for uid in o.candidates) if o.reason is Openness.AMBIGUOUS else [],
        )
        for o in graph.open_references(store, uids).values()
    ]
    return {
        "elements": sorted((replace(e, uid="") for e in elements.values()), key=lambda e: e.key),
        "relations": sorted(relations, key=repr),
        "open": sorted(references, key=repr),
    }


def links_of(store: Store) -> set[tuple[str, str, str]]:
    """Return all relations as source code or key, type, target code or key."""
    elements = graph.elements(store, graph.directory(store).entries)
    short = {uid: element.code or element.key for uid, element in elements.items()}
    found = graph.relations(store, elements)
    return {(short[r.source], r.relation.value, short[r.target]) for r in found.values()}


def named(store: Store) -> dict[str, Any]:
    """Return the elements by key."""
    found = graph.elements(store, graph.directory(store).entries)
    return {element.key: element for element in found.values()}


def parts(items: Sequence[Any], cuts: Iterable[int]) -> list[Sequence[Any]]:
    """Return a sequence cut at these places."""
    edges = [0, *sorted(set(cuts)), len(items)]
    return [items[a:b] for a, b in itertools.pairwise(edges) if a < b]
