"""Families of minimal failure sets up to an order: small sets, exactly, whatever the size of the graph."""

from collections.abc import Sequence
from itertools import chain, combinations

Set = frozenset[int]  # elements that fail together
Family = frozenset[Set]

NEVER: Family = frozenset()
ALWAYS: Family = frozenset({frozenset()})
MANY: Family = frozenset({frozenset({-1})})  # more sets than can be worked on: which, is not known
_TOGETHER = 8_000_000  # sets made in all, a gigabyte or two; a layered estate of 100,000 needs 4.4 million


class TooManySets(Exception):
    """There are more sets than can be worked on."""


class Families:
    """The logic of minimal sets of at most `order` elements: larger ones are left out, and nothing else.

    A larger set never becomes smaller by what is combined with it, so that what is left is exact.
    most: sets that one family may have; where there are more the family is MANY, and so is all that it is
    part of.
    """

    never = NEVER
    always = ALWAYS

    def __init__(self, order: int, most: int) -> None:
        self.order = order
        self._most = most
        self._made = 0

    def failure(self, element: int) -> Family:
        """Return the family of one element that fails."""
        return frozenset({frozenset({element})})

    def any_of(self, parts: Sequence[Family]) -> Family:
        """Return the minimal sets among those of all parts."""
        if len(parts) == 1:
            return parts[0]
        if any(part is MANY for part in parts):
            return MANY
        return self._minimal(frozenset(chain.from_iterable(parts)))

    def all_of(self, parts: Sequence[Family]) -> Family:
        """Return the minimal sets that contain one of each part."""
        found = ALWAYS
        for part in sorted(parts, key=len):
            found = self._both(found, part)
        return found

    def at_least(self, count: int, parts: Sequence[Family]) -> Family:
        """Return the minimal sets that contain one of so many parts."""
        reached = [ALWAYS] + [NEVER] * count
        for part in parts:
            for number in range(count, 0, -1):
                reached[number] = self.any_of([reached[number], self._both(reached[number - 1], part)])
        return reached[count]

    def same(self, one: Family, other: Family) -> bool:
        """Return whether two families have the same sets."""
        return one is other or one == other

    def _both(self, one: Family, other: Family) -> Family:
        if one is ALWAYS or one == other:
            return other
        if one is MANY or other is MANY:
            return MANY if one and other else NEVER
        common = one & other  # joined with anything these stay, and make it no smaller
        found = set(common)
        few, many = sorted((one - common, other - common), key=len)
        by_size, by_element = _by_size(many), _by_element(many)
        for some in few:
            room = self.order - len(some)
            for size in range(1, room + 1):
                found.update(some | more for more in by_size.get(size, ()))
            overlapping = chain.from_iterable(by_element.get(element, ()) for element in some)
            wider = (some | more for more in overlapping if len(more) > room)
            found.update(both for both in wider if len(both) <= self.order)
            if len(found) > self._most:
                return MANY
        return self._minimal(frozenset(found))

    def _minimal(self, family: Family) -> Family:
        self._made += len(family)
        if len(family) > self._most or self._made > _TOGETHER:
            return MANY
        return frozenset(some for some in family if not _has_smaller(some, family))


def _has_smaller(some: Set, family: Family) -> bool:
    return any(frozenset(part) in family for size in range(len(some)) for part in combinations(some, size))


def _by_size(family: Family) -> dict[int, list[Set]]:
    found: dict[int, list[Set]] = {}
    for some in family:
        found.setdefault(len(some), []).append(some)
    return found


def _by_element(family: Family) -> dict[int, list[Set]]:
    found: dict[int, list[Set]] = {}
    for some in family:
        for element in some:
            found.setdefault(element, []).append(some)
    return found
