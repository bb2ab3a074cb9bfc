"""A plan: what a step would change in the graph, made before anything is written and shown to a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from model.element import Element, OpenReference, Relation
from model.faults import Finding
from model.kinds import Status
from model.record import Load, Record, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementChange:
    """An element that stays, before and after."""

    before: Element
    after: Element

    @property
    def retires(self) -> bool:
        """Whether this change takes the element out of use."""
        return self.after.status is Status.RETIRED and self.before.status is not Status.RETIRED

    def cells(self) -> list[tuple[str, Value | None, Value | None]]:
        """Return what differs, property by property: name, before, after.

        Where nothing that it says of itself does, by which other names and keys it is found.
        """
        said = _differing(shown(self.before), shown(self.after))
        return said or _differing(_called(self.before), _called(self.after))


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphChange:
    """The difference between the graph as it is and as the records make it."""

    added: tuple[Element, ...] = ()
    changed: tuple[ElementChange, ...] = ()  # retirements are among them
    removed: tuple[Element, ...] = ()  # no record asserts them any more
    relations_added: tuple[Relation, ...] = ()
    relations_changed: tuple[tuple[Relation, Relation], ...] = ()
    relations_removed: tuple[Relation, ...] = ()
    references_opened: tuple[OpenReference, ...] = ()
    references_closed: tuple[OpenReference, ...] = ()
    elements_unchanged: int = 0
    relations_unchanged: int = 0

    @property
    def retired(self) -> tuple[Element, ...]:
        """Elements that are taken out of use, or vanish with their last record."""
        return (*(change.before for change in self.changed if change.retires), *self.removed)

    @property
    def relations_restated(self) -> tuple[tuple[Relation, Relation], ...]:
        """Relations whose properties differ; in the other changed ones only who says so does."""
        return tuple(pair for pair in self.relations_changed if pair[0].properties != pair[1].properties)

    def does_as(self, other: "GraphChange") -> bool:
        """Return whether another change does the same to the same elements, each from the same state."""
        return self._deeds() == other._deeds()

    def _deeds(self) -> tuple[object, ...]:
        return (
            self.added,
            [(change.after.uid, change.cells()) for change in self.changed],
            self.removed,
            self.relations_added,
            self.relations_restated,
            self.relations_removed,
            {reference.id for reference in self.references_opened},
            {reference.id for reference in self.references_closed},
            self.counts(),
        )

    def counts(self) -> dict[str, dict[str, int]]:
        """Return the counts of docs/cli.md: elements and relations, by what happens."""
        return {
            "elements": {
                "add": len(self.added),
                "change": sum(not change.retires for change in self.changed),
                "retire": len(self.retired),
                "unchanged": self.elements_unchanged,
            },
            "relations": {
                "add": len(self.relations_added),
                "change": len(self.relations_restated),
                "retire": len(self.relations_removed),
                "unchanged": self.relations_unchanged
                + len(self.relations_changed)
                - len(self.relations_restated),
            },
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is to happen to the records: the input of a plan.

    records: new ones. confirmed: records that this load found unchanged. untouched: how many elements a
        template names without saying anything of them.
    corrects: findings that no longer hold, of files that are not in this load: rule, element and value.
    made_on: the revision that was the present one before anything was read for these records; None where
        planning itself reads all they depend on.
    numbers: codes that this step gives for the first time in the store.
    undoes: a load whose records are dropped. refolds: elements to fold again although their records
        stand in the store already, as after an interrupted load.
    """

    load: Load
    records: tuple[Record, ...] = ()
    confirmed: tuple[Record, ...] = ()
    undoes: str | None = None
    refolds: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    untouched: int = 0
    corrects: tuple[tuple[str, str, str], ...] = ()
    made_on: int | None = None
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A step with what it would change; `revision` is the one it was made on.

    dropped, released: for an undo, the load's own records and those it had confirmed.
    accepted: findings that a person accepted as they are: noted like the others, not shown.
    """

    step: Step
    revision: int
    graph: GraphChange
    findings: tuple[Finding, ...] = field(default=())
    accepted: tuple[Finding, ...] = ()
    dropped: tuple[Record, ...] = ()
    released: tuple[Record, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)  # uid → key, for what the plan mentions
    scopes: tuple[str, ...] = ()  # those that count as one with the load's
    closes: tuple[tuple[str, str, str], ...] = ()  # findings that no longer hold: rule, element and value

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to load: no element and no relation, not even one on record already."""
        said = (self.step.records, self.step.confirmed, self.step.undoes)
        return not any(said) and not any(sum(counts.values()) for counts in self.graph.counts().values())


def shown(element: Element) -> dict[str, Value]:
    """Return an element as one flat table of properties, as forms, histories and exports show it."""
    head = {"key": element.key, "name": element.name, "status": element.status.value}
    return {**head, **({"heard": element.heard} if element.heard else {}), **element.properties}


def _called(element: Element) -> dict[str, Value]:
    named = {"names": element.names, "aliases": element.aliases}
    return {name: said for name, said in named.items() if said}


def _differing(
    before: Mapping[str, Value], after: Mapping[str, Value]
) -> list[tuple[str, Value | None, Value | None]]:
    names = sorted(before.keys() | after.keys())
    return [(n, before.get(n), after.get(n)) for n in names if before.get(n) != after.get(n)]


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings, errors before warnings before infos, then by place."""
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(
        findings,
        key=lambda f: (
            order[f.severity],
            f.place.file or "",
            f.place.sheet or "",
            f.place.row or 0,
            f.place.column or "",
            f.rule,
            f.value or "",
        ),
    )
