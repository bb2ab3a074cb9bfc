"""Merging elements into one: an edit by hand, like those of ingest.edit.editing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ingest.edit import rules as edit_rules
from ingest.edit.editing import Edit, by_hand, editable, step_of
from ingest.edit.joining import Joined, joined, refuse_unfit, scope_taken
from ingest.edit.parted import called_distinct, given_away, outlived, replacing
from model.directory import Directory
from model.element import Element
from model.entry import entry_of
from model.faults import Finding, Place
from model.folding import fold
from model.keys import government_of
from model.kinds import ElementKind, RelationKind
from model.metamodel.common import OWNERSHIP, VALIDITY
from model.metamodel.metamodel import Metamodel
from model.record import Act, Record, Saying, Value
from model.text import same
from queries import graph, records
from queries.loads import merging
from queries.loads.plan import Plan, shown
from queries.loads.planning import planned
from queries.lookup import element_for
from queries.store.store import Store
from queries.whatif.outliving import Doubt

_OWN = frozenset({"key", "code"})  # each element keeps these; those of the merged are aliases


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A property of which merged elements say different things. said: key of an element to its value.

    chosen: None where the kept one says nothing of when it begins or ends, and another's is not taken.
    """

    property: str
    chosen: Value | None
    said: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Filling:
    """A property that only an element merged away says anything of: the kept one has it from then on."""

    property: str
    value: Value
    key: str


@dataclass(frozen=True, slots=True)
class Twin:
    """Two elements of agencies that are merged which have one code and name, and what they disagree about."""

    keep: Element
    gone: Element
    conflicts: tuple[FieldConflict, ...]


@dataclass(frozen=True, slots=True)
class Merging:
    """A merge as it is planned, and what the elements disagree about.

    scopes: of agencies, the scopes that count as another one from then on, each with that one. twins: their
    elements that are merged as well; of the two, what the first says counts. apart: how many codes mean
    two things in the merged agency. cautions: what speaks against it; it is settled once they are merged,
    and not kept. owners: uids of agencies, by uid of what is kept that is theirs already.
    """

    plan: Plan
    keep: Element
    gone: tuple[Element, ...]
    conflicts: tuple[FieldConflict, ...]
    scopes: Mapping[str, str] = field(default_factory=dict)
    twins: tuple[Twin, ...] = ()
    apart: int = 0
    cautions: tuple[Finding, ...] = ()
    owners: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def filled(self) -> tuple[Filling, ...]:
        """What the kept one gets where it says nothing itself, by the name of the property."""
        known = {*_OWN, *self.keep.properties, *(one.property for one in self.conflicts)}
        found: dict[str, Filling] = {}
        for one in self.gone:
            for name, value in one.properties.items():
                if name not in known:
                    found.setdefault(name, Filling(name, value, one.key))
        return tuple(found[name] for name in sorted(found))

    @property
    def asks(self) -> bool:
        """Whether a person has to agree: it does more than was named, or something speaks against it."""
        return bool(self.scopes) or any(one.value != Doubt.SOONER for one in self.cautions)

    @property
    def homes(self) -> dict[str, str]:
        """The uids of all that are merged away, each with what it becomes part of."""
        pairs = [*((one, self.keep) for one in self.gone), *((twin.gone, twin.keep) for twin in self.twins)]
        return {gone.uid: keep.uid for gone, keep in pairs}

    @property
    def moved(self) -> list[Element]:
        """The elements that count for another agency from then on, as they become."""
        changed = self.plan.graph.changed
        return [one.after for one in changed if one.before.scope != one.after.scope]


def planned_merge(
    store: Store,
    metamodel: Metamodel,
    keys: Sequence[str],
    taken: Mapping[str, str],
    edit: Edit,
) -> Merging:
    """Return what merging elements would change: the first is kept, the others become part of it.

    Relations, records, former keys and other names are carried over; whose an element was, uses it now. Where
    they disagree, the kept element's value counts, and theirs where it says nothing; but when it begins or
    ends only the kept one says, unless `taken` names another. A relation between them falls away. Agencies
    bring their elements along (docs/identity.md); those that have one code and name are merged as well.
    What a person decided to be distinct is merged too, with a caution; so is what something else speaks
    against.

    keys: of the element to keep, then of those that are merged into it. taken: property → key of the
    element whose value counts instead.

    Raises:
        UnknownElement, AmbiguousElement: one of the keys. RefusedChange: fewer than two elements, one named
        twice, two kinds, agencies that cannot be one, an unknown property or key in `taken`.
    """
    keep, *gone = [editable(store, key) for key in keys]
    directory = merging.directory(store)
    _refuse_unfit(metamodel, directory, keep, gone)
    conflicts = _conflicts(store, keep, gone, taken)
    taking = _scopes_taken(directory, keep, gone)
    both = _joined(directory, keep, gone, taking)
    twins = tuple(_twins(store, both))
    uses = _Uses(store, metamodel, {one.uid: keep.uid for one in gone})
    said = _records(edit, 1, (keep, gone, conflicts), uses, taking)
    for twin in twins:
        said += _records(edit, len(said) + 1, (twin.keep, [twin.gone], twin.conflicts), uses)
    together = [[keep, *gone], *([twin.keep, twin.gone] for twin in twins)]
    findings = tuple(both.told(_places(store, both)))
    step = replace(step_of(edit, [keep, *gone], said), findings=findings)
    plan = planned(store, metamodel, step)
    return Merging(
        plan,
        keep,
        tuple(gone),
        tuple(conflicts),
        scopes=dict(taking.values()),
        twins=twins,
        apart=len(both.apart),
        cautions=tuple(_cautions(store, plan, together, edit.now.date())),
        owners=_owners(store, [one.uid for one, *_ in together]),
    )


def _owners(store: Store, uids: Sequence[str]) -> dict[str, frozenset[str]]:
    edges = graph.relations_from(store, uids).values()
    owned = [(edge.source, edge.target) for edge in edges if edge.relation in OWNERSHIP]
    return {uid: frozenset(agency for source, agency in owned if source == uid) for uid, _ in owned}


def _cautions(store: Store, plan: Plan, merged: Sequence[Sequence[Element]], on: date) -> Iterator[Finding]:
    """Yield what speaks against each merge, given the elements that become one, the one to keep first."""
    becomes = {change.after.uid: change.after for change in plan.graph.changed}
    for together in merged:
        keep = together[0]
        yield from outlived(together, becomes.get(keep.uid, keep), on)
        yield from given_away(together)
    yield from replacing(store, merged)
    yield from called_distinct(store, merged)


def _records(
    edit: Edit,
    first: int,
    merged: tuple[Element, Sequence[Element], Sequence[FieldConflict]],
    uses: "_Uses",
    taking: Mapping[str, tuple[str, str]] | None = None,
) -> list[Record]:
    """Return the records of one merge, numbered from `first`.

    merged: the element to keep, the others, and what counts where they disagree. taking: uid of an agency
    → its scope, and the one that counts instead.
    """
    keep, gone, conflicts = merged
    said = []
    for number, one in enumerate(gone, start=first):
        record = by_hand(edit, one, number, Act.MERGE, other=keep.uid)
        scope, into = (taking or {}).get(one.uid, (record.scope, None))
        said.append(replace(record, scope=scope, into=into))
    # the name is stated too: a row that repeats another one does not rename what is kept
    chosen = {one.property: one.chosen for one in conflicts if one.chosen is not None}
    kept = by_hand(
        edit,
        keep,
        first + len(said),
        values={"name": keep.name, **chosen},
        cleared=tuple(one.property for one in conflicts if one.chosen is None),
        sayings=tuple(uses.said(keep, gone)),
    )
    return [*said, kept]


def _scopes_taken(directory: Directory, keep: Element, gone: Sequence[Element]) -> dict[str, tuple[str, str]]:
    found = {one.uid: scope_taken(directory, entry_of(keep), entry_of(one)) for one in gone}
    return {uid: taken for uid, taken in found.items() if taken is not None}


def _joined(
    directory: Directory, keep: Element, gone: Sequence[Element], taking: Mapping[str, tuple[str, str]]
) -> Joined:
    if not taking:
        return Joined()
    into = next(iter(taking.values()))[1]
    scopes = [into, *(scope for scope, _ in taking.values())]
    return joined(directory, scopes, (keep.uid, *(one.uid for one in gone)))


def _places(store: Store, both: Joined) -> dict[str, Place]:
    """Return the rows of the elements whose code means another thing too: sent without it, it is settled."""
    found = records.records_of(store, {other.uid for _, other in both.apart})
    rows = ((uid, one) for uid, said in found.items() for one in said if one.act is Act.ROW)
    return {uid: Place(file=row.file, sheet=row.sheet, row=row.row) for uid, row in rows}


def _twins(store: Store, both: Joined) -> Iterator[Twin]:
    elements = graph.elements(store, {one.uid for pair in both.twins for one in pair})
    for kept, lost in both.twins:
        keep, gone = elements[kept.uid], elements[lost.uid]
        yield Twin(keep, gone, tuple(_conflicts(store, keep, [gone], {})))


def _refuse_unfit(metamodel: Metamodel, directory: Directory, keep: Element, gone: Sequence[Element]) -> None:
    if not gone:
        raise edit_rules.nothing_to_merge(keep.key)
    seen = {keep.uid}
    for one in gone:
        if one.uid in seen:
            raise edit_rules.merged_with_itself(one.key)
        if one.kind is not keep.kind:
            raise edit_rules.merged_across_kinds(metamodel, keep, one)
        if one.kind is ElementKind.ORG_UNIT:
            refuse_unfit(directory, keep, one)
        seen.add(one.uid)


def _conflicts(
    store: Store, keep: Element, gone: Sequence[Element], taken: Mapping[str, str]
) -> list[FieldConflict]:
    everybody = {one.key: shown(one) for one in (keep, *gone)}
    said: dict[str, dict[str, Value]] = {}
    for key, values in everybody.items():
        for name, value in values.items():
            if name not in _OWN:
                said.setdefault(name, {})[key] = value
    for name in taken:
        if name not in said:
            raise edit_rules.unknown_property(name, same(keep.key), said)
    winners = {name: element_for(store, key).key for name, key in taken.items()}
    found = []
    for name, values in sorted(said.items()):
        bounds = name in VALIDITY
        winner = winners.get(name, keep.key if bounds else next(iter(values)))
        left_blank = bounds and keep.key not in values
        if winner not in values and not (left_blank and winner == keep.key):
            raise edit_rules.nothing_said(winner, name, values)
        if name in taken or left_blank or len({_plain(value) for value in values.values()}) > 1:
            found.append(FieldConflict(name, values.get(winner), values))
    return found


def _plain(value: Value) -> str:
    return fold(value) or value if isinstance(value, str) else repr(value)


@dataclass(frozen=True, slots=True)
class _Uses:
    """Who uses what is kept. homes: uids of agencies that are merged away, each with what it becomes."""

    store: Store
    metamodel: Metamodel
    homes: Mapping[str, str]

    def said(self, keep: Element, gone: Sequence[Element]) -> Iterator[Saying]:
        """Say that the agencies whose the merged elements were use the kept one now."""
        uses = self.metamodel.relation(RelationKind.USES)
        if not uses.allows(ElementKind.ORG_UNIT, keep.kind):
            return
        edges = graph.relations_from(self.store, [keep.uid, *(one.uid for one in gone)]).values()
        owned = [(edge.source, self._home(edge.target)) for edge in edges if edge.relation in OWNERSHIP]
        owners = {agency for source, agency in owned if source == keep.uid}
        if not owners and not government_of(keep.key):
            return  # whose the others were, owns it now
        others = {agency for source, agency in owned if source != keep.uid} - owners
        for uid, agency in sorted(graph.elements(self.store, others).items()):
            yield Saying(
                relation=RelationKind.USES,
                text=agency.key,
                cell=f"~{RelationKind.USES.value}/{uid}",
                reversed=True,
                to=(ElementKind.ORG_UNIT,),
            )

    def _home(self, uid: str) -> str:
        return self.homes.get(uid, uid)
