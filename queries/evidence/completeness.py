"""How much each agency has delivered: its elements in use on a day by domain, and the domains without any.

Whose an element is says its owner, here as in every answer by agency.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.kinds import DELIVERED, Domain
from queries.snapshot.agencies import governments
from queries.snapshot.columns import ABSENT
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Delivered:
    """What is there of an agency. agency: its index; None for what nobody owns.

    asked: whether it is asked to deliver: a government as a whole, what is shared, national, or nobody's is
        not.
    """

    agency: int | None
    counts: Mapping[Domain, int]
    asked: bool

    @property
    def missing(self) -> tuple[Domain, ...]:
        """The domains of which it was asked and has nothing in use."""
        return tuple(one for one in DELIVERED if not self.counts.get(one)) if self.asked else ()


def delivered(snapshot: Snapshot, on: date) -> list[Delivered]:
    """Return every agency that is asked, and the others that have something, in the order of the keys."""
    valid, whole = snapshot.requirements(on).valid, governments(snapshot.elements)
    counts: dict[int, Counter[Domain]] = {}
    for index in np.flatnonzero(valid).tolist():
        domain = snapshot.metamodel.kind(snapshot.kind(index)).domain
        counts.setdefault(int(snapshot.agency[index]), Counter())[domain] += 1
    found = (
        Delivered(None if agency == ABSENT else agency, having, agency not in whole | {ABSENT})
        for agency, having in sorted(counts.items())
    )
    return [one for one in found if one.asked or any(one.counts.get(domain) for domain in DELIVERED)]
