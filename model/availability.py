"""The availability rule: states, what a group of requirements amounts to, and when something is valid.

Source: docs/availability-rule.md. How the groups of an element follow from its relations: model.groups.
The same rule on arrays, for whole estates: queries.snapshot.requirements and queries.impact.impact.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import IntEnum, unique

from model.kinds import Effect, Status
from model.need import ALL, Measure, Need


@unique
class State(IntEnum):
    """How available an element is, best first; a larger value is worse."""

    UP = 0
    AT_RISK = 1
    DEGRADED = 2
    DOWN = 3

    @property
    def word(self) -> str:
        """The word files and answers use: up, at_risk, degraded, down."""
        return self.name.lower()


# What a target's loss can do at worst: the state of a member is never worse than its cap.
CAPS: Mapping[Effect, State] = {
    Effect.DOWN: State.DOWN,
    Effect.DEGRADED: State.DEGRADED,
    Effect.NONE: State.UP,
}

# Weights are sums of decimals: 60 % of 5 must be met by 3. Relative to the total weight of a group.
TOLERANCE = 1e-9

FIRST_DAY = 0  # before every date: not bounded
LAST_DAY = date.max.toordinal() + 1  # after every date: not bounded
NEVER = (LAST_DAY, FIRST_DAY)

_LOSSES = {
    "at_risk": State.AT_RISK,
    "waspada": State.AT_RISK,
    "degraded": State.DEGRADED,
    "terganggu": State.DEGRADED,
    "up": State.UP,
    "normal": State.UP,
}


def parse_loss(text: str) -> State | None:
    """Return the state a partial loss means: at_risk, degraded or up; None when it is none of them."""
    return _LOSSES.get(text.strip().lower().replace(" ", "_").replace("-", "_"))


def strictness(need: Need) -> tuple[int, float]:
    """Return a sort key: of two needs stated for one group the larger one counts.

    `all` first, then weight, share and members, each by amount: the safe choice, and the same
    whatever the order of the rows.
    """
    order = (Measure.MEMBERS, Measure.SHARE, Measure.WEIGHT, Measure.ALL)
    return order.index(need.measure), need.amount


def readable(need: Need, weights: Sequence[float]) -> Need:
    """Return the need, or `all` when it is larger than members of these weights can meet."""
    if need.measure is Measure.MEMBERS and need.amount > len(weights):
        return ALL
    if need.measure is Measure.WEIGHT and need.amount > sum(weights) * (1 + TOLERANCE):
        return ALL
    return need


def group_level(members: Sequence[tuple[State, float]], need: Need, loss: State) -> State:
    """Return the level of a redundancy group; up when it has no member.

    members: the value of each member (already capped by its effect) and its weight.
    need: larger than the members can meet is read as all. loss: the level while a member is
    degraded or down, however well the others meet the need.
    """
    weights = [weight for _, weight in members]
    meant = readable(need, weights)
    level = next(s for s in State if _met(meant, [w for value, w in members if value <= s], weights))
    reduced = any(value >= State.DEGRADED for value, _ in members)
    return max(level, loss) if reduced else level


def _met(need: Need, present: Sequence[float], weights: Sequence[float]) -> bool:
    if need.measure is Measure.ALL:
        return len(present) == len(weights)
    if need.measure is Measure.MEMBERS:
        return len(present) >= need.amount or not weights
    total = sum(weights)
    wanted = need.amount * total if need.measure is Measure.SHARE else need.amount
    return sum(present) >= wanted - TOLERANCE * total


def parse_day(text: str | None) -> date | None:
    """Return the date an ISO 8601 text names; None for a blank or a text that is no date."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def lifetime(status: Status, valid_from: date | None, valid_to: date | None) -> tuple[int, int]:
    """Return the first and last day an element is valid, as ordinals, both inclusive; NEVER if it never is.

    What is planned is not valid before its valid_from, and never without one. What is retired was
    valid until its valid_to, and without one it is not known to have been.
    """
    if status is Status.PLANNED and valid_from is None:
        return NEVER
    if status is Status.RETIRED and valid_to is None:
        return NEVER
    first = FIRST_DAY if valid_from is None else valid_from.toordinal()
    last = LAST_DAY if valid_to is None else valid_to.toordinal()
    return first, last
