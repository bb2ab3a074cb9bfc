"""The availability rule as a checker reads it: from requirements as declared to what a group amounts to.

Written from docs/certificates.md (the rule) alone, for single groups and plain words; it solves nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, unique
from fractions import Fraction

from model.text import Text

_DEPTH = 16  # segments of a group path; a longer one is one group under its whole text
_NEAR = Fraction(1, 10**9)  # of the total weight: sums of weights are compared no closer than this
_ONE = Fraction(1)


@unique
class State(IntEnum):
    """How available something is; a larger value is worse."""

    UP = 0
    AT_RISK = 1
    DEGRADED = 2
    DOWN = 3

    @property
    def word(self) -> str:
        """The word in files."""
        return self.name.lower()

    @property
    def told(self) -> Text:
        """The words for people."""
        return _TOLD[self]


_TOLD = {
    State.UP: Text(id="normal", en="up"),
    State.AT_RISK: Text(id="waspada", en="at risk"),
    State.DEGRADED: Text(id="terganggu", en="degraded"),
    State.DOWN: Text(id="tidak tersedia", en="down"),
}
STATES = {state.word: state for state in State}
EFFECTS = {"none": State.UP, "degraded": State.DEGRADED, "down": State.DOWN}  # the worst a loss can do
_LOSSES = STATES | {"waspada": State.AT_RISK, "terganggu": State.DEGRADED, "normal": State.UP}
_MEMBERS, _SHARE, _WEIGHT, _ALL = range(4)  # what a need counts; of two stated the larger one holds


@dataclass(frozen=True, slots=True)
class Requirement:
    """A relation as declared. counts: it and both its ends are valid on the day, and it has an effect."""

    id: str
    source: str
    relation: str
    target: str
    group: str | None
    need: str | None
    loss: str | None
    weight: Fraction
    effect: State
    counts: bool


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """How much of a group must be there."""

    measure: int
    amount: Fraction


ANY, ALL = Need(_MEMBERS, _ONE), Need(_ALL, Fraction(0))
# how a firing names a group: its path; the type of the relations that form it; or the only requirement
Label = tuple[str | None, str | None, str | None]


@dataclass(slots=True)
class Group:
    """A redundancy group of one element: its own members by target, and the groups inside it by path."""

    label: Label
    usual: Need
    loss: State
    needs: list[Need] = field(default_factory=list)
    losses: list[State] = field(default_factory=list)
    members: dict[str, list[Requirement]] = field(default_factory=dict)
    inner: dict[str, "Group"] = field(default_factory=dict)
    size: int = 0
    total: Fraction = Fraction(0)

    def settle(self) -> None:
        """Decide need and loss once all rows are in; groups inside it without any member fall away."""
        for one in self.inner.values():
            one.settle()
        self.inner = {path: one for path, one in sorted(self.inner.items()) if one.size}
        own = [member for members in self.members.values() for member in members]
        self.size = len(own) + len(self.inner)
        self.total = sum((member.weight for member in own), Fraction(len(self.inner)))
        self.usual = max(self.needs, default=self.usual)
        self.loss = max(self.losses, default=self.loss)
        most = {_MEMBERS: Fraction(self.size), _WEIGHT: self.total * (1 + _NEAR)}
        if self.usual.amount > most.get(self.usual.measure, self.usual.amount):
            self.usual = ALL

    def targets(self) -> set[str]:
        """Return what any member leads to, of the groups inside it too."""
        return set(self.members).union(*(one.targets() for one in self.inner.values()))

    def bears_any_loss(self) -> bool:
        """Whether the group has several members, and could bear the loss of any one of them."""
        own = [member.weight for members in self.members.values() for member in members]
        weights = [*own, *(_ONE for _ in self.inner)]
        return len(weights) > 1 and all(self._bears([weight]) for weight in weights)

    def named(self, path: str) -> "Group | None":
        """Return the group of a path: this one, or one inside it."""
        if self.label[0] == path:
            return self
        return next((found for one in self.inner.values() if (found := one.named(path))), None)

    def level(self, states: Mapping[str, State], standing: "Group | None" = None) -> State:
        """Return what the group amounts to. states: of the elements that are not up.

        standing: a group that is taken to bear every loss.
        """
        if self is standing:
            return State.UP
        values = [
            (min(states[target], member.effect), member.weight)
            for target in states.keys() & self.members.keys()
            for member in self.members[target]
        ]
        values += [(one.level(states, standing), _ONE) for one in self.inner.values()]
        level = next(s for s in State if self._bears([weight for value, weight in values if value > s]))
        reduced = any(value >= State.DEGRADED for value, _ in values)
        return max(level, self.loss) if reduced else level

    def _bears(self, lost: list[Fraction]) -> bool:
        """Whether the need is met without members of these weights."""
        if not lost:
            return True
        if self.usual.measure == _ALL:
            return False
        if self.usual.measure == _MEMBERS:
            return self.size - len(lost) >= self.usual.amount
        share = self.usual.measure == _SHARE
        wanted = self.usual.amount * self.total if share else self.usual.amount
        return self.total - sum(lost) + self.total * _NEAR >= wanted


def groups_of(rows: Iterable[Requirement], partial: frozenset[str]) -> list[Group]:
    """Return the outermost groups that one element's relations form. partial: types that form one."""
    named: dict[str, Group] = {}
    others: dict[str, Group] = {}
    alone: list[Group] = []
    for row in rows:
        if row.group and row.group.strip():
            group = _placed(row.group.strip(), named)
        elif row.relation in partial:
            whole = Group((None, row.relation, None), ANY, State.DEGRADED)
            group = others.setdefault(row.relation, whole)
        elif row.counts:
            alone.append(Group((None, None, row.id), ALL, State.AT_RISK, members={row.target: [row]}))
            continue
        else:
            continue
        group.needs += [need for need in (read_need(row.need or ""),) if need]
        group.losses += [loss for loss in (read_loss(row.loss or ""),) if loss is not None]
        if row.counts:
            group.members.setdefault(row.target, []).append(row)
    found = [*named.values(), *others.values(), *alone]
    for group in found:
        group.settle()
    return [group for group in found if group.size]


def _placed(text: str, named: dict[str, Group]) -> Group:
    """Return the innermost group of a path; each segment on the way says its own need and loss."""
    segments = [segment for segment in map(_segment, text.split("/")) if segment[0]]
    if not segments or len(segments) > _DEPTH:
        segments = [(text.replace("/", "|").replace(":", "|"), [], [])]
    around, path = named, ""
    for name, needs, losses in segments:
        path = f"{path}/{name}" if path else name
        group = around.setdefault(path, Group((path, None, None), ANY, State.AT_RISK))
        group.needs += needs
        group.losses += losses
        around = group.inner
    return group


def _segment(text: str) -> tuple[str, list[Need], list[State]]:
    """Return name, need and loss of `name:need:loss`; the first of each counts."""
    name, *said = (part.strip() for part in text.split(":"))
    needs = [need for need in map(read_need, said) if need]
    losses = [loss for loss in map(read_loss, said) if loss is not None]
    return name, needs[:1], losses[:1]


def read_need(text: str) -> Need | None:
    """Return the need that a text states: all, any, 2, 60%, weight>=3; None when it is none of them."""
    words = text.strip().lower().replace(" ", "").replace(",", ".")
    if words in ("all", "semua"):
        return ALL
    if words in ("any", "salahsatu"):
        return ANY
    found = re.fullmatch(r"(weight>=)?(\d{1,300}(?:\.\d{1,300})?)(%)?", words)
    if not found or (found[1] and found[3]):
        return None
    amount = Fraction(found[2])
    if found[1]:
        return Need(_WEIGHT, amount) if amount > 0 else None
    if found[3]:
        return Need(_SHARE, amount / 100) if 0 < amount <= 100 else None
    return Need(_MEMBERS, amount) if amount >= 1 and amount.denominator == 1 else None


def read_loss(text: str) -> State | None:
    """Return the state that a text states: at_risk, degraded or up; None when it is none of them."""
    loss = _LOSSES.get(text.strip().lower().replace(" ", "_").replace("-", "_"))
    return None if loss is State.DOWN else loss
