"""What is compared: the elements of one kind with texts, codes and neighbours, as the store has them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np

from model.element import Element
from model.keys import NATIONAL, SHARED, parse_key
from model.kinds import ElementKind, Layer, RelationKind, Status
from model.metamodel.spec import Likeness, LinkSpec
from model.nomenclature import domain_of_address, is_agency, region_named, region_of_address, region_words
from queries import graph
from queries.snapshot.coding import RELATION_KINDS
from queries.snapshot.columns import ABSENT
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store

_OF_KIND = """
MATCH (e:Element)
WHERE e.kind = $kind AND e.status <> $retired
RETURN e.scope AS scope, collect(properties(e)) AS found
"""
_OPEN = """
MATCH (o:OpenReference)
MATCH (e:Element {uid: o.holder})
WHERE e.kind = $kind
RETURN o.holder AS holder, o.relation AS relation, o.reversed AS reversed, o.text AS text
"""
_AGENCIES = """
MATCH (e:Element)
WHERE e.kind = $kind
RETURN e.name AS name, e.names AS names, e.abbreviation AS abbreviation
"""
_ENTRANCES = frozenset(
    {"", "login", "masuk", "signin", "auth", "home", "beranda", "index", "index.php", "index.html"}
)
_TELLING = 3  # elements that name a region in words, at least
_MANY = 0.05  # share of the elements that do: fewer may mean something else by it ("Kota Layak Anak")
_CLASSIFIED = RELATION_KINDS.index(RelationKind.CLASSIFIED_AS)
_COMPOSED = RELATION_KINDS.index(RelationKind.COMPOSED_OF)
_CALLS = RELATION_KINDS.index(RelationKind.CALLS)
_EXPOSED = RELATION_KINDS.index(RelationKind.EXPOSED_BY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One element as it is compared.

    agency: name of its owner. above: of a unit, the names of those it is a part of, the nearest first.
    texts: what it does, in words. make: how it is made, as "property value", as recorded.
    neighbours: column to what stands there: uid to name; a reference that is still open stands under its
    text. codes: reference codes of its own, then of its neighbours. linked: uids it exchanges data with
    or is a part of; each of two names the other. partners: these, and what calls its interfaces or has those
    that it calls. planned: it is to be, and is not in use yet. proposed: it is not even on record. replaces:
    uids of what it takes the place of; replaced_by: the names of what takes its own. last: its last day on
    record, as it is written there; blank where there is none.
    """

    uid: str
    key: str
    name: str
    scope: str = ""
    government: str = ""
    agency: str = ""
    above: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    abbreviation: str = ""
    texts: tuple[str, ...] = ()
    address: str = ""
    make: frozenset[str] = frozenset()
    neighbours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    linked: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    planned: bool = False
    proposed: bool = False
    replaces: frozenset[str] = frozenset()
    replaced_by: tuple[str, ...] = ()
    last: str = ""

    @property
    def ends(self) -> bool:
        """Whether its end is on record: a last day, or what takes its place."""
        return bool(self.last or self.replaced_by)

    @property
    def site(self) -> str:
        """Its address without what does not tell two apart: scheme, www, the page one enters by."""
        bare = self.address.strip().casefold().removeprefix("https://").removeprefix("http://")
        steps = bare.removeprefix("www.").split("/")
        while len(steps) > 1 and steps[-1] in _ENTRANCES:
            steps.pop()
        return "/".join(steps)

    @property
    def holder(self) -> tuple[str, str]:
        """Whose it is, among agencies of all governments: two of these have a "dinkes" each.

        What was delivered for nobody in particular is of the agency that it names.
        """
        shared = self.scope == SHARED and self.agency
        return self.government, self.agency if shared else self.scope

    @property
    def owner(self) -> str:
        """Whose it is: the name of its agency, else its scope as it is written."""
        return self.agency or self.scope

    @property
    def national(self) -> bool:
        """Whether it belongs to the national government."""
        return self.scope == NATIONAL


@dataclass(frozen=True, eq=False, kw_only=True)
class Corpus:
    """The elements of one kind in the order of their keys, and what all of them have in common.

    columns: the neighbour columns compared. region: words that name the region itself. agencies: what the
    agencies are called, in full and in short. identity: what is alike is one thing registered twice, as with
    agencies. everywhere: what most agencies have under one name is each one's own, as with services.
    """

    kind: ElementKind
    entries: tuple[Entry, ...]
    columns: tuple[str, ...]
    region: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    identity: bool = False
    everywhere: bool = False

    def __len__(self) -> int:
        return len(self.entries)


def corpus_of(store: Store, snapshot: Snapshot, kind: ElementKind) -> Corpus:
    """Return the elements of a kind that are in use or planned, ready to be compared.

    Raises:
        ValueError: the metamodel does not say by what such elements are alike.
    """
    spec = snapshot.metamodel.kind(kind)
    if spec.likeness is None:
        raise ValueError(f"the metamodel declares no likeness of {kind.value}")
    rows = store.read(_OF_KIND, kind=kind.value, retired=Status.RETIRED.value)
    elements = [graph.element_of(found) for row in rows for found in row["found"]]
    known = snapshot.positions
    elements = sorted((one for one in elements if one.uid in known), key=lambda one: one.key)
    reader = _Reader(store, snapshot, spec.likeness, kind)
    entries = _with_successors([reader.entry(element) for element in elements])
    return Corpus(
        kind=kind,
        entries=entries,
        columns=spec.likeness.neighbours,
        region=_region(snapshot) | told_regions(entries),
        agencies=frozenset(_agencies(store)),
        identity=spec.likeness.identity,
        everywhere=spec.likeness.everywhere,
    )


def _with_successors(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    names: dict[str, list[str]] = {}
    for entry in entries:
        for old in entry.replaces:
            names.setdefault(old, []).append(entry.name)
    return tuple(replace(one, replaced_by=tuple(sorted(names.get(one.uid, ())))) for one in entries)


class _Reader:
    """Reads what stands around elements from the snapshot, and their open references from the store."""

    def __init__(self, store: Store, snapshot: Snapshot, likeness: Likeness, kind: ElementKind) -> None:
        self._snapshot, self._likeness = snapshot, likeness
        columns = {link.name: link for link in snapshot.metamodel.links(kind)}
        self._columns = {name: columns[name] for name in likeness.neighbours}
        self._flows = [columns[name] for name in likeness.flows]
        self._predecessors = columns[likeness.predecessors] if likeness.predecessors else None
        self._open: dict[str, list[tuple[str, bool, str]]] = {}
        for row in store.read(_OPEN, kind=kind.value):
            said = (row["relation"], bool(row["reversed"]), row["text"])
            self._open.setdefault(row["holder"], []).append(said)

    def entry(self, element: Element) -> Entry:
        """Return one element as it is compared."""
        snapshot, likeness = self._snapshot, self._likeness
        at = snapshot.positions[element.uid]
        known, key = element.properties, parse_key(element.key)
        around = {name: self._around(at, link) for name, link in self._columns.items()}
        owner = int(snapshot.owner[at])
        linked = self._linked(at)
        return Entry(
            uid=element.uid,
            key=element.key,
            name=element.name,
            scope=element.scope,
            government=key.government,
            agency="" if owner == ABSENT else snapshot.names[owner],
            above=tuple(self._above(at)) if likeness.identity else (),
            other_names=element.names,
            abbreviation=str(known.get("abbreviation") or ""),
            texts=tuple(str(known[name]) for name in likeness.texts if known.get(name)),
            address=str(known.get(likeness.address) or "") if likeness.address else "",
            make=frozenset(_said(known, likeness.make)),
            neighbours={
                name: {snapshot.uids[one]: snapshot.names[one] for one in found}
                | self._open_in(element.uid, name)
                for name, found in around.items()
            },
            codes=self._codes(element.uid, at, filter(self._is_work, chain.from_iterable(around.values()))),
            linked=frozenset(snapshot.uids[one] for one in linked),
            partners=frozenset(snapshot.uids[one] for one in linked | self._joined(at)),
            replaces=frozenset(snapshot.uids[one] for one in self._replaced(at)),
            planned=element.status is Status.PLANNED,
            last=str(known.get("valid_to") or "").strip(),
        )

    def _is_work(self, at: int) -> bool:
        """Whether an element says what is done; the codes of machines say only what it runs on."""
        return self._snapshot.metamodel.kind(self._snapshot.kind(at)).layer is not Layer.TECHNOLOGY

    def _above(self, at: int) -> Iterator[str]:
        """Yield the names of the units that a unit is a part of, the nearest first; of two the first key."""
        seen = {at}
        while whole := set(self._ends(at, _COMPOSED, reversed_=True)) - seen:
            at = min(whole, key=lambda one: self._snapshot.keys[one])
            seen.add(at)
            yield self._snapshot.names[at]

    def _around(self, at: int, link: LinkSpec) -> list[int]:
        ends = self._ends(at, RELATION_KINDS.index(link.relation), reversed_=link.reversed)
        wanted = set(link.to)
        return [one for one in ends if self._snapshot.kind(one) in wanted]

    def _ends(self, at: int, relation: int, *, reversed_: bool) -> list[int]:
        snapshot, rows = self._snapshot, self._snapshot.relations
        if reversed_:
            edges = snapshot.in_relation[snapshot.in_ptr[at] : snapshot.in_ptr[at + 1]]
            found = rows.source[edges[rows.kind[edges] == relation]]
        else:
            edges = np.arange(snapshot.out_ptr[at], snapshot.out_ptr[at + 1])
            found = rows.target[edges[rows.kind[edges] == relation]]
        return sorted(set(found.tolist()))

    def _open_in(self, uid: str, column: str) -> dict[str, str]:
        link = self._columns[column]
        said = self._open.get(uid, ())
        return {
            f"?{text}": text
            for relation, reversed_, text in said
            if (relation, reversed_) == (link.relation.value, link.reversed)
        }

    def _codes(self, uid: str, at: int, around: Iterable[int]) -> tuple[str, ...]:
        """Own codes first: those of neighbours say less."""
        keys = self._snapshot.keys
        ends = [code for one in (at, *around) for code in self._ends(one, _CLASSIFIED, reversed_=False)]
        said = [
            text for relation, _, text in self._open.get(uid, ()) if relation == RelationKind.CLASSIFIED_AS
        ]
        return tuple(dict.fromkeys([*said, *(keys[one].rpartition("/")[2] for one in ends)]))

    def _replaced(self, at: int) -> list[int]:
        return self._around(at, self._predecessors) if self._predecessors else []

    def _linked(self, at: int) -> set[int]:
        flows = {one for link in self._flows for one in self._around(at, link)}
        parts = {one for way in (True, False) for one in self._ends(at, _COMPOSED, reversed_=way)}
        return flows | parts

    def _joined(self, at: int) -> set[int]:
        """Who calls its interfaces, and whose it calls; an interface of nobody stands for itself."""
        # (:Application)-[:CALLS]->(:Interface)-[:EXPOSED_BY]->(:Application)
        own = self._ends(at, _EXPOSED, reversed_=True)
        called = self._ends(at, _CALLS, reversed_=False)
        callers = {one for end in own for one in self._ends(end, _CALLS, reversed_=True)}
        offering = {one for end in called for one in self._ends(end, _EXPOSED, reversed_=False) or [end]}
        return (callers | offering) - {at}


def told_regions(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the words that name the region, as elements tell: by address, or many in words.

    "bkd.bantenprov.go.id", "… Pemerintah Provinsi Banten": an inventory need not say whose it is.
    """
    said: Counter[str] = Counter()
    for entry in entries:
        texts = (entry.name, entry.address, *entry.texts)
        said.update({word for text in texts for word in region_named(text) | domain_of_address(text)})
        said.update({word: len(entries) for text in texts for word in region_of_address(text)})
    least = max(_TELLING, _MANY * len(entries))
    return frozenset(word for word, times in said.items() if times >= least)


def _said(known: Mapping[str, object], names: Sequence[str]) -> Iterable[str]:
    for name in names:
        value = known.get(name)
        for one in value if isinstance(value, tuple) else (value,):
            if one:
                yield f"{name} {one}"


def _agencies(store: Store) -> Iterator[str]:
    """Yield what agencies are called; units in them are called after their work."""
    for row in store.read(_AGENCIES, kind=ElementKind.ORG_UNIT.value):
        if is_agency(row["name"]):
            yield from filter(None, (row["name"], row["abbreviation"], *(row["names"] or ())))


def _region(snapshot: Snapshot) -> frozenset[str]:
    """Return the words that name the region: of institutions that are part of nothing else."""
    units = np.flatnonzero(snapshot.elements.kind == list(ElementKind).index(ElementKind.ORG_UNIT))
    return frozenset(word for one in units.tolist() for word in region_words(snapshot.names[one]))
