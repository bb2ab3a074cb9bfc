"""What every element requires on one date: the groups of model.groups, for all elements at once, as arrays.

A group's level is the number of states 1 to 3 whose loss its need cannot bear: members add what
they amount to at each state they have reached, and `slack` is how much may be lost.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from model.availability import TOLERANCE, State, parse_loss, strictness
from model.groups import parse_group
from model.kinds import Grouping
from model.metamodel.metamodel import Metamodel
from model.need import ALL, ANY, Measure, Need, parse_need
from queries.snapshot.coding import RELATION_KINDS, span_of, valid_on
from queries.snapshot.columns import (
    ABSENT,
    Bools,
    Coded,
    Elements,
    Floats,
    Ints,
    Longs,
    Relations,
    Small,
    offsets,
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Groups:
    """The redundancy groups, by owner, outer ones before inner ones.

    parent: the outer group, ABSENT at the top. need: position in needs, as it is read. path: position
    in paths, ABSENT for the relations of one partial type. slack: how much of its members' amounts
    may be lost. loss: its State while a member is degraded or down. ptr: where the groups of each
    element begin. first, last: its own members, as positions among the members.
    """

    ptr: Ints
    owner: Ints
    parent: Ints
    path: Ints
    need: Ints
    slack: Floats
    loss: Small
    first: Ints
    last: Ints
    needs: tuple[Need, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Requirements:
    """The requirements of all elements, for the days since..until on which the same things are valid.

    Members are valid relations with an effect, by source and group; group ABSENT: a group of its own,
    without a name, that needs it. amount: what it counts in its group. relation: its row in the
    snapshot. ptr: where the members of each element begin. in_ptr, in_member: the members that lead
    to each element, and in_source, in_group, in_cap, in_amount their columns in that order.
    """

    since: int
    until: int
    valid: Bools
    ptr: Ints
    source: Ints
    target: Ints
    group: Ints
    cap: Small
    amount: Floats
    relation: Ints
    in_ptr: Ints
    in_member: Ints
    in_source: Ints
    in_group: Ints
    in_cap: Small
    in_amount: Floats
    groups: Groups


@dataclass(frozen=True, eq=False)
class _Paths:
    """The group texts of a snapshot, parsed.

    By path: names, parent (ABSENT at the top), depth. By text and depth: path, need, loss, ABSENT
    where there is nothing. By text: innermost.
    """

    names: tuple[str, ...]
    parent: Ints
    depth: Ints
    path: Ints
    need: Ints
    loss: Ints
    innermost: Ints


@dataclass(frozen=True, eq=False)
class _Drafts:
    """The groups that any row names, before it is known which of them have valid members.

    key: source and path in one number, ascending. need: position in needs. loss: State.
    """

    key: Longs
    width: int
    paths: _Paths
    needs: tuple[Need, ...]
    need: Ints
    loss: Small

    @property
    def named(self) -> Bools:
        """Which groups have a name; the others are the relations of one partial type."""
        return self.key % self.width < len(self.paths.names)


@dataclass(frozen=True, eq=False)
class _Members:
    """Relation rows that are members, with their group (a number, or ABSENT) and what they count."""

    row: Longs
    group: Longs
    amount: Floats


def requirements_of(metamodel: Metamodel, elements: Elements, relations: Relations, day: int) -> Requirements:
    """Return what every element requires on a day, given as an ordinal."""
    valid = valid_on(elements.since, elements.until, day)
    live = valid_on(relations.since, relations.until, day) & (relations.cap > State.UP)
    live &= valid[relations.source] & valid[relations.target]
    partial = np.array([metamodel.relation(kind).grouping is Grouping.PARTIAL for kind in RELATION_KINDS])
    grouped = (relations.group.codes != ABSENT) | partial[relations.kind]

    drafts, group_of = _drafted(relations, np.flatnonzero(grouped))
    rows = np.flatnonzero(live & grouped)
    weight = np.where(np.isnan(relations.weight[rows]), 1.0, relations.weight[rows])
    numbers = np.searchsorted(drafts.key, group_of[rows])
    groups, kept, by_weight = _settled(drafts, numbers, weight, len(valid))

    alone = np.flatnonzero(live & ~grouped)
    members = _Members(
        np.concatenate((alone, rows)),
        np.concatenate((np.full(len(alone), ABSENT), kept[numbers])),
        np.concatenate((np.ones(len(alone)), np.where(by_weight[numbers], weight, 1.0))),
    )
    span = span_of(day, ((elements.since, elements.until), (relations.since, relations.until)))
    return _assembled(relations, members, groups, valid, span)


def _drafted(relations: Relations, grouped: Longs) -> tuple[_Drafts, Longs]:
    """Return the groups that rows name, and the key of each row's own group, ABSENT without one."""
    needs = _all_needs(relations)
    paths = _parsed(relations.group, needs)
    width = len(paths.names) + len(RELATION_KINDS)
    text = relations.group.codes[grouped]
    named = text != ABSENT
    path = len(paths.names) + relations.kind[grouped].astype(np.int64)
    path[named] = paths.innermost[text[named]]
    source = relations.source[grouped].astype(np.int64)
    group_of = np.full(len(relations.kind), ABSENT, np.int64)
    group_of[grouped] = source * width + path

    # each row speaks of its own group, and each segment of its path of the group it names
    need_codes = _codes(relations.need, lambda text: _position(parse_need(text), needs))
    loss_codes = _codes(relations.loss, parse_loss)
    keys, said_needs, said_losses = [group_of[grouped]], [need_codes[grouped]], [loss_codes[grouped]]
    for depth in range(paths.path.shape[1]):
        speaking = np.flatnonzero(named)
        speaking = speaking[paths.path[text[speaking], depth] != ABSENT]
        keys.append(source[speaking] * width + paths.path[text[speaking], depth])
        said_needs.append(paths.need[text[speaking], depth])
        said_losses.append(paths.loss[text[speaking], depth])
    key, number = np.unique(np.concatenate(keys), return_inverse=True)
    need = np.full(len(key), ABSENT, np.int32)
    np.maximum.at(need, number, np.concatenate(said_needs))
    loss = np.full(len(key), ABSENT, np.int32)
    np.maximum.at(loss, number, np.concatenate(said_losses))
    need[need == ABSENT] = needs.index(ANY)
    usual = np.where(key % width < len(paths.names), State.AT_RISK, State.DEGRADED)
    losses: Small = np.where(loss == ABSENT, usual, loss).astype(np.int8)
    return _Drafts(key, width, paths, needs, need, losses), group_of


def _all_needs(relations: Relations) -> tuple[Need, ...]:
    """Return every need that is stated anywhere, and the defaults, the strictest last."""
    stated = {parse_need(text) for text in relations.need.words}
    for text in relations.group.words:
        path = parse_group(text)
        stated.update(segment.need for segment in (path.segments if path else ()))
    return tuple(sorted((need for need in {*stated, ALL, ANY} if need is not None), key=strictness))


def _position(need: Need | None, needs: tuple[Need, ...]) -> int | None:
    return None if need is None else needs.index(need)


def _codes(column: Coded, meaning: Callable[[str], int | None]) -> Ints:
    """Return a number per row for what its word means; ABSENT for a blank or a word without meaning."""
    meant = [meaning(word) for word in column.words]
    table = [ABSENT, *(ABSENT if number is None else int(number) for number in meant)]
    return np.array(table, np.int32)[column.codes + 1]


def _parsed(groups: Coded, needs: tuple[Need, ...]) -> _Paths:
    parsed = [parse_group(text) for text in groups.words]
    read = [(path.prefixes(), path.segments) if path else ((), ()) for path in parsed]
    names = sorted({name for prefixes, _ in read for name in prefixes})
    number = {name: position for position, name in enumerate(names)}
    shape = (len(read), max((len(prefixes) for prefixes, _ in read), default=0))
    path, need, loss = (np.full(shape, ABSENT, np.int32) for _ in range(3))
    for row, (prefixes, segments) in enumerate(read):
        for depth, (prefix, segment) in enumerate(zip(prefixes, segments, strict=True)):
            path[row, depth] = number[prefix]
            need[row, depth] = ABSENT if segment.need is None else needs.index(segment.need)
            loss[row, depth] = ABSENT if segment.loss is None else segment.loss
    outer = [name.rpartition("/")[0] for name in names]
    return _Paths(
        names=tuple(names),
        parent=np.array([number[name] if name else ABSENT for name in outer], np.int32),
        depth=np.array([name.count("/") for name in names], np.int32),
        path=path,
        need=need,
        loss=loss,
        innermost=np.array([number[prefixes[-1]] if prefixes else ABSENT for prefixes, _ in read], np.int32),
    )


def _settled(drafts: _Drafts, numbers: Longs, weight: Floats, size: int) -> tuple[Groups, Longs, Bools]:
    """Return the groups that have valid members; by draft its new number, and whether weights count.

    numbers, weight: draft and weight of each valid member.
    """
    count = np.bincount(numbers, minlength=len(drafts.key)).astype(np.float64)
    total: Floats = np.bincount(numbers, weight, minlength=len(drafts.key)).astype(np.float64)
    parent = _parents(drafts)
    depth = np.where(drafts.named, _at(drafts.paths.depth, drafts.key % drafts.width), 0)
    for level in range(int(depth.max(initial=0)), 0, -1):
        inner = np.flatnonzero((depth == level) & (count > 0))
        np.add.at(count, parent[inner], 1)
        np.add.at(total, parent[inner], 1)

    alive = np.flatnonzero(count > 0)
    kept = np.full(len(drafts.key) + 1, ABSENT)  # one more: the parent of a group at the top
    kept[alive] = np.arange(len(alive))
    need, slack, by_weight = _slack(drafts, count, total)
    owner = (drafts.key[alive] // drafts.width).astype(np.int32)
    path = np.where(drafts.named, drafts.key % drafts.width, ABSENT)
    groups = Groups(
        ptr=offsets(owner, size),
        owner=owner,
        parent=kept[parent[alive]].astype(np.int32),
        path=path[alive].astype(np.int32),
        need=need[alive],
        slack=slack[alive],
        loss=drafts.loss[alive],
        first=np.zeros(len(alive), np.int32),
        last=np.zeros(len(alive), np.int32),
        needs=drafts.needs,
        paths=drafts.paths.names,
    )
    return groups, kept, by_weight


def _at(column: Ints, positions: Longs) -> Ints:
    """Return a column at positions that may lie beyond it, where the value does not matter."""
    return np.append(column, 0)[np.minimum(positions, len(column))]


def _parents(drafts: _Drafts) -> Longs:
    """Return the number of each draft's outer group; ABSENT at the top."""
    path = drafts.key % drafts.width
    outer = np.where(drafts.named, _at(drafts.paths.parent, path), ABSENT)
    address = drafts.key - path + outer
    return np.where(outer == ABSENT, ABSENT, np.searchsorted(drafts.key, address))


def _slack(drafts: _Drafts, count: Floats, total: Floats) -> tuple[Ints, Floats, Bools]:
    """Return need as it is read, how much may be lost, and whether it is weights that count."""
    measure = np.array([tuple(Measure).index(need.measure) for need in drafts.needs])[drafts.need]
    amount = np.array([need.amount for need in drafts.needs])[drafts.need]
    members, share, weight = (
        measure == tuple(Measure).index(kind) for kind in (Measure.MEMBERS, Measure.SHARE, Measure.WEIGHT)
    )
    too_much = (members & (amount > count)) | (weight & (amount > total * (1 + TOLERANCE)))
    need = np.where(too_much, drafts.needs.index(ALL), drafts.need).astype(np.int32)
    by_weight = (share | weight) & ~too_much
    wanted = np.where(share, amount * total, amount)
    slack = np.where(members, count - amount, 0.0)
    slack = np.where(by_weight, total - wanted + TOLERANCE * total, slack)
    return need, np.where(too_much, 0.0, slack), by_weight


def _assembled(
    relations: Relations, members: _Members, groups: Groups, valid: Bools, span: tuple[int, int]
) -> Requirements:
    source = relations.source[members.row].astype(np.int64)
    order = np.argsort(source * (len(groups.owner) + 1) + members.group + 1, kind="stable")
    row, group = members.row[order], members.group[order].astype(np.int32)
    inside = group != ABSENT
    numbers, first, count = np.unique(group[inside], return_index=True, return_counts=True)
    positions = np.flatnonzero(inside)
    groups.first[numbers] = positions[first]
    groups.last[numbers] = positions[first] + count
    target, cap, amount = relations.target[row], relations.cap[row], members.amount[order]
    towards = np.argsort(target, kind="stable").astype(np.int32)
    return Requirements(
        since=span[0],
        until=span[1],
        valid=valid,
        ptr=offsets(source, len(valid)),
        source=source[order].astype(np.int32),
        target=target,
        group=group,
        cap=cap,
        amount=amount,
        relation=row.astype(np.int32),
        in_ptr=offsets(target, len(valid)),
        in_member=towards,
        in_source=relations.source[row][towards],
        in_group=group[towards],
        in_cap=cap[towards],
        in_amount=amount[towards],
        groups=groups,
    )
