"""Checking how likely targets are down: from all minimal sets that take them down, found anew.

The minimal sets are found by leaving elements out: where the rest still takes the target down, it holds one
more set, of which one element must be left out too; where it does not, that case is closed. Once all cases
are closed no set is missing (Reiter 1987). Elements fail independently. Sets without a common element are
weighed apart, others by the two cases of an element of them. The importance of an element (Birnbaum) is the
slope of all that in how likely it fails.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from queries.checker.forms import Certificate, Likelihood, Own
from queries.checker.subgraph import Subgraph
from queries.checker.verdict import Verdict

STEPS, STEPS_EACH = 15_000_000, 30_000  # of the rule: for all targets, some ten seconds; for each
_MOST = 20_000  # cases of one target
_NEAR = 1e-9
_SLOPE_NEAR = 1e-6
Set = frozenset[str]


def check_likelihoods(certificate: Certificate, verdict: Verdict) -> None:
    """Note what of the unavailability of targets is confirmed and what is wrong."""
    found = certificate.unavailability
    if found is None:
        return
    graph, before, left, skipped = Subgraph(certificate), len(verdict.wrong), STEPS, list[str]()
    own = {key: one for key, one in found.own.items() if key not in certificate.protected}
    for target in found.targets:
        one = _Target(graph, target.target, own, min(left, STEPS_EACH))
        if not target.exact or not one.check(target, verdict):
            skipped.append(target.target)
        left -= min(left, STEPS_EACH) - one.left
    count = len(found.targets) - len(skipped)
    verdict.confirm(
        before,
        id_=f"seberapa sering {count} sasaran mati, dan berapa pengaruh tiap objek, dihitung ulang",
        en=f"how likely {count} targets are down, and how much hangs on each element, worked out again",
    )
    verdict.pass_over(
        id_="ketersediaan tiap objek sebagaimana tercatat, dan mana yang dapat mati sendiri",
        en="the availability of each element as recorded, and which can fail by themselves",
    )
    if skipped:
        verdict.pass_over(
            id_=f"seberapa sering {len(skipped)} sasaran mati (terlalu banyak kasus)",
            en=f"how likely {len(skipped)} targets are down (too many cases)",
        )


class _TooMany(Exception):
    """The effort is spent."""


@dataclass(slots=True)
class _Likely:
    """How likely the target is down, and by element the slope of that in how likely the element fails."""

    value: float
    slopes: dict[str, float]


class _Target:
    """One target, and what of all that it requires can fail by itself."""

    def __init__(self, graph: Subgraph, target: str, own: Mapping[str, Own], left: int) -> None:
        self._graph, self._target, self._own, self.left = graph, target, own, left
        self._below = graph.below(target)
        self._open = [key for key in self._below if key in own]

    def check(self, told: Likelihood, verdict: Verdict) -> bool:
        """Note what is wrong with what is told of the target; return whether it could be worked out."""
        try:
            sets = self._minimal_sets()
            least = _weighed(sets, {key: self._own[key].least for key in self._open}, _MOST)
            most = _weighed(sets, {key: self._own[key].most for key in self._open}, _MOST)
        except _TooMany:
            return False
        for said, found in ((told.least, least.value), (told.most, most.value)):
            if abs(said - found) > _NEAR:
                self._refuse(verdict, f"{said:.12g}", f"{found:.12g}")
        felt = {key for key, slope in least.slopes.items() if slope > _SLOPE_NEAR}
        for key in sorted(told.importance.keys() | felt):
            said, found = told.importance.get(key, 0.0), least.slopes.get(key, 0.0)
            if abs(said - found) > _SLOPE_NEAR:
                self._refuse(verdict, f"{key} {said:.9g}", f"{key} {found:.9g}")
        return True

    def _refuse(self, verdict: Verdict, said: str, found: str) -> None:
        verdict.refuse(
            "another_likelihood",
            self._target,
            id_=f"{self._target}: tertulis {said}, seharusnya {found}",
            en=f"{self._target}: {said} is written, it should be {found}",
        )

    def _minimal_sets(self) -> frozenset[Set]:
        """Return all minimal sets that take the target down."""
        sets = [frozenset({key}) for key in self._open if self._down(frozenset({key}))]
        waiting = [frozenset[str]().union(*sets)]  # what is left out
        seen, closed = set(waiting), list[Set]()
        while waiting:
            out = waiting.pop()
            if any(enough <= out for enough in closed):
                continue
            found = next((one for one in sets if not one & out), None)
            if found is None:
                left = [key for key in self._open if key not in out]
                if not self._down(frozenset(left)):
                    closed.append(out)
                    continue
                found = self._minimal(left)
                sets.append(found)
            fresh = {out | {key} for key in found} - seen
            seen |= fresh
            waiting += sorted(fresh, key=sorted)
        return frozenset(sets)

    def _minimal(self, failed: Sequence[str]) -> Set:
        """Return a minimal set among some failures that take the target down."""
        left = set(failed)
        for key in failed:
            if self._down(frozenset(left - {key})):
                left.discard(key)
        return frozenset(left)

    def _down(self, failed: frozenset[str]) -> bool:
        if self.left < 0:
            raise _TooMany
        down, steps = self._graph.goes_down(self._target, failed, self._below, frozenset())
        self.left -= steps + 1
        return down


def _weighed(sets: frozenset[Set], own: Mapping[str, float], most: int) -> _Likely:
    """Return how likely one of some sets fails as a whole. most: cases to weigh."""
    known: dict[frozenset[Set], _Likely] = {}

    def weigh(some: frozenset[Set]) -> _Likely:
        if some not in known:
            if len(known) == most:
                raise _TooMany
            known[some] = cases(some)
        return known[some]

    def cases(some: frozenset[Set]) -> _Likely:
        if not some or frozenset() in some:
            return _Likely(float(bool(some)), {})
        parts = _apart(some)
        if len(parts) > 1:
            return _any([weigh(part) for part in parts])
        counts = Counter(key for one in some for key in one)
        key = min(counts, key=lambda one: (-counts[one], one))
        fails = _smallest(one - {key} for one in some)
        return _mixed(key, own[key], weigh(fails), weigh(frozenset(one for one in some if key not in one)))

    return weigh(sets)


def _smallest(sets: Iterable[Set]) -> frozenset[Set]:
    """Return the sets that hold no other one."""
    kept: list[Set] = []
    for one in sorted(set(sets), key=len):
        if not any(other <= one for other in kept):
            kept.append(one)
    return frozenset(kept)


def _apart(sets: Iterable[Set]) -> list[frozenset[Set]]:
    """Return sets in parts that have no element in common."""
    parts: list[tuple[set[str], set[Set]]] = []
    for one in sorted(sets, key=sorted):
        touching = [part for part in parts if part[0] & one]
        keys, held = (
            set(one).union(*(part[0] for part in touching)),
            {one}.union(*(part[1] for part in touching)),
        )
        parts = [part for part in parts if part not in touching] + [(keys, held)]
    return [frozenset(held) for _, held in parts]


def _any(parts: Sequence[_Likely]) -> _Likely:
    """Weigh parts of which any one takes the target down."""
    up = [1 - part.value for part in parts]
    before, after = _running(up), _running(up[::-1])[::-1]
    slopes = {
        key: slope * before[at] * after[at + 1]
        for at, part in enumerate(parts)
        for key, slope in part.slopes.items()
    }
    return _Likely(1 - before[-1], slopes)


def _running(values: Sequence[float]) -> list[float]:
    """Return the products of the first none, one, two … of some numbers."""
    found = [1.0]
    for value in values:
        found.append(found[-1] * value)
    return found


def _mixed(key: str, likely: float, with_it: _Likely, without: _Likely) -> _Likely:
    slopes = {key: with_it.value - without.value}
    for one in with_it.slopes.keys() | without.slopes.keys():
        slopes[one] = likely * with_it.slopes.get(one, 0.0) + (1 - likely) * without.slopes.get(one, 0.0)
    return _Likely(likely * with_it.value + (1 - likely) * without.value, slopes)
