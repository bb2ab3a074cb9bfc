"""Failure combinations of any size as decision diagrams (BDD), and the minimal sets in them (ZDD)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from relibmss import BDD, BddNode, ZddNode

from queries.resilience.families import Set, TooManySets

_NODES = 20_000_000  # of a diagram; each takes some 50 bytes
_ELEMENTS = 400_000  # for which the stack of queries/resilience/deep.py is deep enough; measured


class Diagrams:
    """The logic of binary decision diagrams: exact, and without a bound on the size of a set.

    Elements are variables in the order in which their failure is first spoken of. To be used on a deep stack.
    """

    def __init__(self, most: int | None = None) -> None:
        """Begin without any. most: nodes of all diagrams together."""
        self._most = _NODES if most is None else most
        self._bdd = BDD()
        self.never: BddNode = self._bdd.const(False)
        self.always: BddNode = self._bdd.const(True)
        self._failures: dict[int, BddNode] = {}

    def failure(self, element: int) -> BddNode:
        """Return the diagram of one element that fails."""
        if element not in self._failures:
            if len(self._failures) == _ELEMENTS:
                raise TooManySets
            self._failures[element] = self._bdd.defvar(str(element))
        return self._failures[element]

    def any_of(self, parts: Sequence[BddNode]) -> BddNode:
        """Return where any part holds."""
        return self._kept(self._bdd.Or(parts)) if parts else self.never

    def all_of(self, parts: Sequence[BddNode]) -> BddNode:
        """Return where all parts hold."""
        return self._kept(self._bdd.And(parts))

    def at_least(self, count: int, parts: Sequence[BddNode]) -> BddNode:
        """Return where so many parts hold."""
        return self._kept(self._bdd.kofn(count, parts))

    def same(self, one: BddNode, other: BddNode) -> bool:
        """Return whether two diagrams are one: there is only one for each function."""
        return bool(one.get_id() == other.get_id())

    def minimal_sets(self, node: BddNode, order: int) -> "MinimalSets":
        """Return the minimal sets of at most `order` failures that bring a diagram about."""
        return MinimalSets(node.minpath(), order)

    def elements(self, node: BddNode) -> list[int]:
        """Return the elements that a diagram depends on, those of its minimal sets; ascending."""
        return sorted(map(int, node.bmeas({})))

    def probability(self, node: BddNode, own: Mapping[int, float]) -> float:
        """Return how likely a diagram holds. own: by element how likely it fails, each independently."""
        return float(node.prob({str(element): likely for element, likely in own.items()}))

    def birnbaum(self, node: BddNode, own: Mapping[int, float]) -> dict[int, float]:
        """Return by element how much likelier a diagram holds when it fails than when it does not."""
        found = node.bmeas({str(element): likely for element, likely in own.items()})
        return {int(element): float(importance) for element, importance in found.items()}

    def _kept(self, node: BddNode) -> BddNode:
        if self._bdd.info()["nodes"] > self._most:
            raise TooManySets
        return node


class MinimalSets:
    """A family of minimal sets of at most `order` elements, counted and listed by size."""

    def __init__(self, family: ZddNode, order: int) -> None:
        self._family = family
        self._order = order
        self._counts: dict[int, tuple[int, ...]] = {}

    def counts(self) -> list[int]:
        """Return how many sets there are of each size from 0 to `order`."""
        found = self._counted(self._family)
        return [*found, *[0] * (self._order + 1 - len(found))]

    def of_size(self, size: int) -> Iterator[Set]:
        """Yield the sets of one size."""
        pending: list[tuple[ZddNode, int, tuple[int, ...]]] = [(self._family, size, ())]
        while pending:
            node, missing, chosen = pending.pop()
            counts = self._counted(node)
            if missing >= len(counts) or not counts[missing]:
                continue
            children = node.get_children()
            if children is None:
                yield frozenset(chosen)
                continue
            pending.append((children[0], missing, chosen))
            if missing:
                pending.append((children[1], missing - 1, (*chosen, int(node.get_label()))))

    def _counted(self, node: ZddNode) -> tuple[int, ...]:
        """How many sets a node has, by size; a node is reckoned once, children before parents."""
        pending = [node]
        while pending:
            top = pending[-1]
            children = top.get_children()
            if top.get_id() in self._counts:
                pending.pop()
            elif children is None:
                self._counts[top.get_id()] = (top.count(),)
            elif missing := [child for child in children if child.get_id() not in self._counts]:
                pending += missing
            else:
                without, with_ = (self._counts[child.get_id()] for child in children)
                self._counts[top.get_id()] = _sum(without, (0, *with_))[: self._order + 1]
        return self._counts[node.get_id()]


def _sum(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip_longest(one, other, fillvalue=0))
