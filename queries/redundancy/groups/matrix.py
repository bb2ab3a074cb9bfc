"""Function by agency: where one function is served by more than one application."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.knowledge import Knowledge
from model.text import Text
from queries.redundancy.common import only_read
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import Comparison
from queries.redundancy.features import Features


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One function. name: of the concept. cells: agency to the uids of its applications.

    national: uids of the national applications that serve it; their ministries are no agencies of here.
    """

    name: str
    label: Text
    cells: Mapping[str, tuple[str, ...]]
    national: tuple[str, ...] = ()

    @property
    def applications(self) -> int:
        """How many applications serve the function, national ones too."""
        return sum(map(len, self.cells.values())) + len(self.national)

    @property
    def doubled(self) -> bool:
        """Whether an application of an agency serves it, and at least one more."""
        return bool(self.cells) and self.applications > 1

    @property
    def doubled_cells(self) -> tuple[str, ...]:
        """The agencies in which more than one application serves it."""
        return tuple(agency for agency, uids in self.cells.items() if len(uids) > 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Functions by agencies: the rows that double most first.

    unplaced: uids of the agencies' applications of which no function is known. An application of several
    functions stands in several rows.
    """

    agencies: tuple[str, ...]
    rows: tuple[Row, ...]
    unplaced: tuple[str, ...]


def by_function(
    comparison: Comparison, knowledge: Knowledge, government: str = "", ended: Collection[str] = ()
) -> Matrix:
    """Return the applications of one government, and the national ones beside them, by what they do.

    A function that only the names of an application's data speak of is none of its own: it reads what others
    make. What belongs to no known agency stands under its scope. ended: uids of what is in use no more.
    """
    labels = {concept.name: concept.label for concept in knowledge.concepts}
    features = comparison.features
    placed = (
        (entry, [name for name in _done(features, at) if name in labels])
        for at, entry in enumerate(comparison.corpus.entries)
        if entry.government == government and entry.uid not in ended
    )
    return _matrix(placed, labels)


def _done(features: Features, at: int) -> list[str]:
    """Return the functions that an element, given as a position, does and not only has data of."""
    functions = dict.fromkeys(features.profiles[at].functions)
    read = only_read(features, at, functions)
    return [name for name in functions if name not in read]


def _matrix(placed: Iterable[tuple[Entry, Sequence[str]]], labels: Mapping[str, Text]) -> Matrix:
    found: dict[str, dict[str, list[str]]] = {}
    national: dict[str, list[str]] = {}
    agencies: set[str] = set()
    unplaced: list[str] = []
    for entry, functions in sorted(placed, key=lambda one: one[0].key):
        if not entry.national:
            agencies.add(entry.owner)
        if not functions and not entry.national:
            unplaced.append(entry.uid)
        for name in functions:
            cells = found.setdefault(name, {})
            if entry.national:
                national.setdefault(name, []).append(entry.uid)
            else:
                cells.setdefault(entry.owner, []).append(entry.uid)
    rows = [
        Row(
            name=name,
            label=labels[name],
            cells={agency: tuple(uids) for agency, uids in sorted(cells.items())},
            national=tuple(national.get(name, ())),
        )
        for name, cells in found.items()
    ]
    rows.sort(key=lambda row: (-row.applications, -len(row.cells), row.label.id, row.name))
    return Matrix(agencies=tuple(sorted(agencies)), rows=tuple(rows), unplaced=tuple(unplaced))
