"""How much of what one element serves another one serves too: "A covers 5 of B's 6 services"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.folding import fold
from queries.redundancy.corpus import Entry
from queries.redundancy.evidence import WORKED_ON


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What stands beside one element in one column, by whether another one has it as well.

    by, of: uids; the relation has a direction. covered, uncovered: uid to name. recorded: whether the one
    that covers says anything in this column; where it is silent, all counts as not covered.
    """

    by: str
    of: str
    column: str
    covered: Mapping[str, str]
    uncovered: Mapping[str, str]
    recorded: bool

    @property
    def whole(self) -> int:
        """How many there are to cover."""
        return len(self.covered) + len(self.uncovered)

    @property
    def share(self) -> float | None:
        """How much is covered, 0 to 1; None where there is nothing to cover."""
        return len(self.covered) / self.whole if self.whole else None


def coverage(by: Entry, of: Entry) -> tuple[Coverage, ...]:
    """Return what one element covers of another, column by column: the same element, or the same name."""
    known = {*by.neighbours, *of.neighbours}
    return tuple(_covered(by, of, column) for column in WORKED_ON if column in known)


def overall(found: Iterable[Coverage]) -> float | None:
    """Return how much is covered in all columns together, 0 to 1.

    None where one of the two says nothing at all: there is nothing to cover, or nothing to cover it with.
    """
    columns = list(found)
    whole = sum(one.whole for one in columns)
    if not whole or not any(one.recorded for one in columns):
        return None
    return sum(len(one.covered) for one in columns) / whole


def _covered(by: Entry, of: Entry, column: str) -> Coverage:
    ours, theirs = by.neighbours.get(column, {}), of.neighbours.get(column, {})
    called = {fold(name) for name in ours.values()}
    covered = {uid: name for uid, name in theirs.items() if uid in ours or fold(name) in called}
    return Coverage(
        by=by.uid,
        of=of.uid,
        column=column,
        covered=covered,
        uncovered={uid: name for uid, name in theirs.items() if uid not in covered},
        recorded=bool(ours),
    )
