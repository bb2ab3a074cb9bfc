"""Which national application took the place of another: of itself, or of the suite that it is a part of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.folding import fold
from model.knowledge import NationalApplication
from queries.redundancy.lexicon import plain_words


def succeeded(applications: Iterable[NationalApplication]) -> tuple[NationalApplication, ...]:
    """Return national applications, those of a superseded suite under its successor too.

    One whose name begins with that of a suite is a part of it. The successor of the suite is one of the part
    only if it does all that the part does: a part may stay in use where the rest of the suite does not.
    """
    every = tuple(applications)
    return tuple(replace(one, superseded_by=one.superseded_by or _inherited(one, every)) for one in every)


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
