"""Which national application took the place of another: of itself, or of the suite that it is a part of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from model.folding import fold
from model.knowledge import NationalApplication
from queries.redundancy.words.lexicon import plain_words


def succeeded(applications: Iterable[NationalApplication]) -> tuple[NationalApplication, ...]:
    """Return national applications, those of a superseded suite under its successor too.

    One whose name begins with that of a suite is a part of it. The successor of the suite is one of the part
    only if it does all that the part does: a part may stay in use where the rest of the suite does not. What
    such a part does, and the successor does not, is no longer a function of the suite.
    """
    known = tuple(applications)
    every = tuple(replace(one, superseded_by=one.superseded_by or _inherited(one, known)) for one in known)
    return tuple(replace(one, concepts=tuple(_left(one, every))) for one in every)


def _left(suite: NationalApplication, every: Sequence[NationalApplication]) -> Iterator[str]:
    """Yield what a superseded suite does but what a part of it that stays in use does in its place."""
    parts = (one for one in every if _is_part(one, suite) and not one.superseded_by)
    kept = frozenset[str]().union(*(one.concepts for one in parts)) if suite.superseded_by else frozenset()
    called = fold(suite.superseded_by)
    taken = {one for other in every if fold(other.abbreviation) == called for one in other.concepts}
    yield from (one for one in suite.concepts if one not in kept - taken)


def _inherited(part: NationalApplication, every: Sequence[NationalApplication]) -> str:
    concepts = {fold(one.abbreviation): set(one.concepts) for one in every}
    for suite in every:
        does = concepts.get(fold(suite.superseded_by), set())
        if suite.superseded_by and _is_part(part, suite) and part.concepts and does.issuperset(part.concepts):
            return suite.superseded_by
    return ""


def _is_part(part: NationalApplication, suite: NationalApplication) -> bool:
    begins, whole = plain_words(suite.abbreviation), plain_words(part.abbreviation)
    return len(begins) < len(whole) and whole[: len(begins)] == begins
