"""A slow evaluator of the availability rule, written from docs/availability-rule.md and nothing else.

It shares no code with the product: words instead of numbers, dictionaries instead of arrays, and
rounds over everything until nothing changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

WORDS = ("up", "at_risk", "degraded", "down")
PARTIAL = ("SERVED_BY", "USES")
EFFECTS = {"RUNS_ON": "down", "CALLS": "degraded", "SERVED_BY": "down", "USES": "down"}


@dataclass(frozen=True)
class Thing:
    """An element."""

    uid: str
    status: str = "active"
    valid_from: str | None = None
    valid_to: str | None = None
    criticality: str | None = None
    rto_hours: float | None = None
    rpo_hours: float | None = None
    restore_hours: float | None = None
    availability: float | None = None
    mtbf_hours: float | None = None
    maintenance_window: str | None = None
    users: float | None = None


@dataclass(frozen=True)
class Link:
    """A relation."""

    source: str
    relation: str
    target: str
    group: str | None = None
    need: str | None = None
    loss: str | None = None
    weight: str | None = None
    effect: str | None = None
    environment: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    users: float | None = None


def evaluate(
    things: Sequence[Thing],
    links: Sequence[Link],
    failed: Mapping[str, str],
    protected: Sequence[str],
    on: str,
) -> dict[str, str]:
    """Return the state of every element, as words."""
    alive = {thing.uid for thing in things if _thing_valid(thing, on)}
    trees = {thing.uid: _tree([k for k in links if k.source == thing.uid], alive, on) for thing in things}
    states = {thing.uid: "up" for thing in things}
    while True:
        following = {}
        for uid, tree in trees.items():
            levels = [_level(group, states) for group in tree if _size(group)]
            state = worst([failed.get(uid, "up"), *levels])
            following[uid] = "up" if uid in protected else state
        if following == states:
            return states
        states = following


def worst(words: Sequence[str]) -> str:
    """Return the worst of some states; up of none."""
    return max(words, key=WORDS.index, default="up")


def _thing_valid(thing: Thing, on: str) -> bool:
    if thing.status == "planned" and thing.valid_from is None:
        return False
    if thing.status == "retired" and thing.valid_to is None:
        return False
    return _within(thing.valid_from, thing.valid_to, on)


def _within(first: str | None, last: str | None, on: str) -> bool:
    return (first is None or first <= on) and (last is None or on <= last)


def _effect(link: Link) -> str:
    if link.effect is not None:
        return link.effect
    if link.relation == "RUNS_ON" and link.environment == "dev":
        return "none"
    return EFFECTS.get(link.relation, "none")


def _new_group(need: str, loss: str) -> dict:
    return {"needs": [], "losses": [], "need": need, "loss": loss, "members": [], "inside": {}}


def _tree(links: Sequence[Link], alive: set[str], on: str) -> list[dict]:
    """Return the groups of one element: dictionaries with needs, losses, members and inner groups."""
    outer: dict[str, dict] = {}
    partial: dict[str, dict] = {}
    single: list[dict] = []
    for link in links:
        ends = link.source in alive and link.target in alive
        valid = ends and _within(link.valid_from, link.valid_to, on) and _effect(link) != "none"
        if link.group:
            level, group = outer, None
            for segment in link.group.split("/"):
                name, *said = segment.split(":")
                group = level.setdefault(name, _new_group("any", "at_risk"))
                group["needs"] += [word for word in said if word not in WORDS]
                group["losses"] += [word for word in said if word in WORDS]
                level = group["inside"]
        elif link.relation in PARTIAL:
            group = partial.setdefault(link.relation, _new_group("any", "degraded"))
        else:
            if valid:
                single.append(_new_group("all", "at_risk") | {"members": [link]})
            continue
        group["needs"] += [link.need] if link.need else []
        group["losses"] += [link.loss] if link.loss else []
        group["members"] += [link] if valid else []
    return [*outer.values(), *partial.values(), *single]


def _size(group: dict) -> int:
    return len(group["members"]) + sum(1 for inner in group["inside"].values() if _size(inner))


def _level(group: dict, states: Mapping[str, str]) -> str:
    members = []
    for link in group["members"]:
        state = states[link.target]
        capped = "degraded" if _effect(link) == "degraded" and state == "down" else state
        members.append((capped, Fraction(link.weight or "1")))
    members += [(_level(inner, states), Fraction(1)) for inner in group["inside"].values() if _size(inner)]
    need = max(group["needs"], key=_strictness, default=group["need"])
    loss = worst(group["losses"]) if group["losses"] else group["loss"]
    level = next(word for word in WORDS if _meets(need, members, word))
    if any(state in ("degraded", "down") for state, _ in members):
        level = worst([level, loss])
    return level


def _strictness(need: str) -> tuple[int, Fraction]:
    if need == "all":
        return 3, Fraction(0)
    if need.startswith("weight>="):
        return 2, Fraction(need.removeprefix("weight>="))
    if need.endswith("%"):
        return 1, Fraction(need.removesuffix("%"))
    return 0, Fraction(1 if need == "any" else need)


def _meets(need: str, members: Sequence[tuple[str, Fraction]], word: str) -> bool:
    good = [weight for state, weight in members if WORDS.index(state) <= WORDS.index(word)]
    total = sum(weight for _, weight in members)
    measure, amount = _strictness(need)
    if measure == 2:
        return sum(good) >= amount if amount <= total else len(good) == len(members)
    if measure == 1:
        return sum(good) >= amount * total / 100
    if measure == 0 and amount <= len(members):
        return len(good) >= amount
    return len(good) == len(members)
