"""How much of what one element serves another one serves too: "A covers 5 of B's 6 services"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.folding import fold
from queries.redundancy.corpus import Entry
from queries.redundancy.evidence import WORKED_ON


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What stands beside one element in one column, by whether another one has it as well.

    by, of: uids; the relation has a direction. covered, uncovered: uid to name. known: both say something in
    this column; where one of them is silent, nothing is known, and nothing counts as covered or not.
    """

    by: str
    of: str
    column: str
    covered: Mapping[str, str]
    uncovered: Mapping[str, str]
    known: bool

    @property
    def share(self) -> float | None:
        """How much is covered, 0 to 1; None where it is not known."""
        if not self.known:
            return None
        return len(self.covered) / (len(self.covered) + len(self.uncovered))


def coverage(by: Entry, of: Entry) -> tuple[Coverage, ...]:
    """Return what one element covers of another, column by column: the same element, or the same name."""
    known = {*by.neighbours, *of.neighbours}
    return tuple(_covered(by, of, column) for column in WORKED_ON if column in known)


def overall(found: Iterable[Coverage]) -> float | None:
    """Return how much is covered in all columns together, 0 to 1; None where nothing is known."""
    known = [one for one in found if one.known]
    whole = sum(len(one.covered) + len(one.uncovered) for one in known)
    return sum(len(one.covered) for one in known) / whole if whole else None


def _covered(by: Entry, of: Entry, column: str) -> Coverage:
    ours, theirs = by.neighbours.get(column, {}), of.neighbours.get(column, {})
    known = bool(ours and theirs)
    called = {fold(name) for name in ours.values()}
    covered = {uid: name for uid, name in theirs.items() if uid in ours or fold(name) in called}
    return Coverage(
        by=by.uid,
        of=of.uid,
        column=column,
        covered=covered if known else {},
        uncovered={uid: name for uid, name in theirs.items() if uid not in covered} if known else {},
        known=known,
    )
