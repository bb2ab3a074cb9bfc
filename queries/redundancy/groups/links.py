"""What decisions say of groups: which elements belong together, and which do not."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from model.decision import Decision, Verdict, pair_of
from queries.redundancy.contradictions import consistent, contradictions

UidPair = tuple[str, str]  # in either order


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What people decided: pairs of uids that belong together, and pairs that do not.

    cannot: of elements that are joined the first stands for all; parted: the pairs that people named.
    contested: uids of which decisions contradict each other.
    """

    must: Collection[UidPair] = ()
    cannot: Collection[UidPair] = ()
    parted: Collection[UidPair] = ()
    contested: Collection[str] = ()


def links_of(made: Iterable[Decision], compared: Iterable[str]) -> Links:
    """Return what decisions say of the elements that are compared, given as uids.

    What was joined stays joined, and parted from what all of it was parted from, also where an element
    between them is retired and compared no more.
    """
    decided = list(made)
    holding, among = consistent(decided), set(compared)
    parts: dict[str, list[str]] = {}
    for decision in holding:
        if decision.verdict is Verdict.DUPLICATE:
            one, two = (parts.setdefault(uid, [uid]) for uid in decision.pair)
            if one is not two:
                one += two
                parts |= dict.fromkeys(two, one)
    living = {uid: sorted(among.intersection(part)) for uid, part in parts.items()}
    distinct = [one.pair for one in holding if one.verdict is Verdict.DISTINCT]
    ends = ([living.get(uid, [uid] if uid in among else []) for uid in pair] for pair in distinct)
    return Links(
        must=sorted({pair for part in living.values() for pair in pairwise(part)}),
        cannot=sorted({pair_of(left[0], right[0]) for left, right in ends if left and right}),
        parted=sorted(pair for pair in distinct if among.issuperset(pair)),
        contested=sorted({uid for one in contradictions(decided) for uid in one.uids}),
    )
