"""The redundancy groups of one element: how its relations say what it needs, and what they say wrongly.

A group path is written `site:2/web:all`: segments with "/" between them, the outer group first.
After its name a segment may carry a need and a loss, each after a ":" and in any order
(`site:2:degraded/web`). The columns need and loss of a row belong to the innermost segment.
Source: docs/availability-rule.md, points 1 to 4.
"""

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import Generic, TypeVar

from model.availability import State, parse_loss, readable, strictness
from model.faults import NOWHERE, Finding, Place, Rule, Severity
from model.kinds import Grouping, RelationKind
from model.metamodel.common import DEPENDENCY
from model.need import ALL, ANY, Need, parse_need
from model.text import Language, Text, same

T = TypeVar("T", bound=Hashable)

DEPTH = 16  # segments of a path; a longer one is no group anyone meant

UNREADABLE_PATH = Rule(
    name="group_unreadable",
    severity=Severity.WARNING,
    message=Text(
        id="Grup cadangan “{value}”: bagian “{part}” tidak dapat dibaca dan diabaikan.",
        en="Redundancy group “{value}”: the part “{part}” cannot be read and is ignored.",
    ),
    fix=Text(
        id="Tulis nama grup, misalnya db, atau bertingkat seperti lokasi:2/web:all.",
        en="Write a group name such as db, or nested such as site:2/web:all.",
    ),
)
UNREADABLE_NEED = Rule(
    name="need_unreadable",
    severity=Severity.WARNING,
    message=Text(
        id="Kebutuhan “{value}” tidak dapat dibaca dan diabaikan.",
        en="The need “{value}” cannot be read and is ignored.",
    ),
    fix=Text(
        id="Tulis all, any, bilangan bulat seperti 2, persentase seperti 60%, atau weight>=3.",
        en="Write all, any, a whole number such as 2, a percentage such as 60%, or weight>=3.",
    ),
)
UNREADABLE_LOSS = Rule(
    name="loss_unreadable",
    severity=Severity.WARNING,
    message=Text(
        id="Akibat bila berkurang “{value}” tidak dikenal dan diabaikan.",
        en="The effect of partial loss “{value}” is not known and is ignored.",
    ),
    fix=Text(id="Tulis at_risk, degraded atau up.", en="Write at_risk, degraded or up."),
)
UNREADABLE_WEIGHT = Rule(
    name="weight_unreadable",
    severity=Severity.WARNING,
    message=Text(
        id="Bobot “{value}” bukan bilangan di atas nol; dipakai bobot 1.",
        en="The weight “{value}” is not a number above zero; 1 is used.",
    ),
    fix=Text(id="Tulis bilangan di atas nol, misalnya 2.", en="Write a number above zero, such as 2."),
)
DISAGREEING = Rule(
    name="group_disagrees",
    severity=Severity.WARNING,
    message=Text(
        id="{group}: barisnya menyebut {column} yang berbeda: {stated}. Dipakai: {chosen}.",
        en="{group}: its rows state a different {column}: {stated}. {chosen} is used.",
    ),
    fix=Text(
        id="Tulis {column} pada satu baris saja, atau samakan.",
        en="State {column} on one row only, or make them agree.",
    ),
)
TOO_MUCH_NEEDED = Rule(
    name="need_too_large",
    severity=Severity.WARNING,
    message=Text(
        id="{group} membutuhkan {value}, lebih dari yang dapat dipenuhi {members} anggota yang "
        "berlaku; dibaca sebagai semua.",
        en="{group} needs {value}, more than its {members} valid members can meet; it is read as all.",
    ),
    fix=Text(
        id="Kurangi kebutuhannya, atau lengkapi anggota grup.",
        en="Lower the need, or add the members that are missing.",
    ),
)
SAME_TARGET_TWICE = Rule(
    name="group_target_twice",
    severity=Severity.WARNING,
    message=Text(
        id="{group} memuat tujuan yang sama {times} kali; masing-masing dihitung sebagai anggota.",
        en="{group} names the same target {times} times; each counts as a member.",
    ),
    fix=Text(
        id="Hapus baris yang berlebih: satu objek bukan cadangan bagi dirinya sendiri.",
        en="Remove the surplus rows: one element is no redundancy for itself.",
    ),
)
NEED_WITHOUT_GROUP = Rule(
    name="need_without_group",
    severity=Severity.WARNING,
    message=Text(
        id="{column} “{value}” diabaikan: hubungan {relation} ini tidak berada dalam grup cadangan.",
        en="{column} “{value}” is ignored: this {relation} relation is in no redundancy group.",
    ),
    fix=Text(
        id="Beri nama grup pada semua baris yang saling menggantikan.",
        en="Give all rows that replace each other one group name.",
    ),
)
GROUP_RULES = (
    UNREADABLE_PATH,
    UNREADABLE_NEED,
    UNREADABLE_LOSS,
    UNREADABLE_WEIGHT,
    DISAGREEING,
    TOO_MUCH_NEEDED,
    SAME_TARGET_TWICE,
    NEED_WITHOUT_GROUP,
)

_NEED = Text(id="kebutuhan", en="need")
_LOSS = Text(id="akibat bila berkurang", en="effect of partial loss")
_LOSS_WORDS = {
    choice.value: choice.label for spec in DEPENDENCY if spec.name == "loss" for choice in spec.choices
}
_NEED_WORDS = {str(ALL): Text(id="semua", en="all"), str(ANY): Text(id="salah satu", en="any")}


@dataclass(frozen=True, slots=True)
class Segment:
    """One step of a group path, with what it says of its group."""

    name: str
    need: Need | None = None
    loss: State | None = None


@dataclass(frozen=True, slots=True)
class GroupPath:
    """A group path as read; `faulty` are the parts that mean nothing."""

    segments: tuple[Segment, ...]
    faulty: tuple[str, ...] = ()

    def prefixes(self) -> tuple[str, ...]:
        """The names of the groups from the outermost to the innermost: site, site/web."""
        names = [segment.name for segment in self.segments]
        return tuple("/".join(names[: depth + 1]) for depth in range(len(names)))


@lru_cache(maxsize=100_000)
def parse_group(text: str) -> GroupPath | None:
    """Return the path a cell of the column group states; None for a blank.

    Names are compared as written, without blanks around them. A text without any name, or deeper
    than DEPTH, is one flat group under the whole text.
    """
    words = text.strip()
    if not words:
        return None
    segments: list[Segment] = []
    faulty: list[str] = []
    for part in words.split("/"):
        name, *qualities = (word.strip() for word in part.split(":"))
        if not name:
            faulty.append(part or "/")
            continue
        segment, unread = _segment(name, qualities)
        segments.append(segment)
        faulty.extend(unread)
    if not segments or len(segments) > DEPTH:
        flat = words.replace("/", "|").replace(":", "|")
        return GroupPath((Segment(flat),), (words[:40],))
    return GroupPath(tuple(segments), tuple(faulty))


def _segment(name: str, qualities: Iterable[str]) -> tuple[Segment, list[str]]:
    need: Need | None = None
    loss: State | None = None
    unread: list[str] = []
    for quality in qualities:
        if need is None and (parsed := parse_need(quality)) is not None:
            need = parsed
        elif loss is None and (state := parse_loss(quality)) is not None:
            loss = state
        else:
            unread.append(quality or ":")
    return Segment(name, need, loss), unread


def parse_weight(value: float | str | None) -> float | None:
    """Return the weight a cell states, 1 for a blank; None when it is not a number above zero."""
    if value is None or value == "":
        return 1.0
    try:
        weight = float(value.replace(",", ".")) if isinstance(value, str) else float(value)
    except ValueError:
        return None
    return weight if weight > 0 and math.isfinite(weight) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Generic[T]):
    """One relation of an element as the availability rule reads it.

    target: any identity of the target. cap: the worst its loss can do; up is no requirement.
    valid: the relation and both its ends are, on the date in question.
    """

    relation: RelationKind
    grouping: Grouping
    target: T
    cap: State
    valid: bool = True
    group: str | None = None
    need: str | None = None
    loss: str | None = None
    weight: float | str | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Member(Generic[T]):
    """One member of a group that leads to an element."""

    target: T
    cap: State
    weight: float


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """A redundancy group. Groups of one element stand outer ones first.

    path: the name, None without one. parent: position of the outer group, None at the top.
    need: as it is read, `all` where more is stated than the members can meet.
    """

    path: str | None
    parent: int | None
    need: Need
    loss: State
    members: tuple[Member[T], ...]


@dataclass(slots=True)
class _Draft(Generic[T]):
    path: str | None
    parent: "_Draft[T] | None"
    loss: State
    need: Need = ANY
    relation: RelationKind | None = None
    members: list[Member[T]] = field(default_factory=list)
    children: int = 0
    needs: set[Need] = field(default_factory=set)
    losses: set[State] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """The first place where a row of the group stands."""
        known = [place for place in self.places if place != NOWHERE]
        return min(known, key=attrgetter("order"), default=NOWHERE)

    @property
    def words(self) -> Text:
        """How a message names the group."""
        if self.path is not None:
            return Text(id=f"Grup “{self.path}”", en=f"Group “{self.path}”")
        return Text(id=f"Hubungan {self.relation}", en=f"The {self.relation} relations")

    @property
    def size(self) -> int:
        return len(self.members) + self.children


@dataclass(slots=True)
class _Reading(Generic[T]):
    """The groups of one element while its rows are read."""

    holder: str | None
    drafts: dict[tuple[str, str], _Draft[T]] = field(default_factory=dict)
    single: list[_Draft[T]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def find(self, rule: Rule, place: Place, value: str, **words: object) -> None:
        self.findings.append(rule.at(place, value=value, element=self.holder, **words))

    def take(self, row: Row[T]) -> None:
        """Bring one relation into its group: the named one, that of its partial type, or its own."""
        path = parse_group(row.group) if row.group else None
        if path is not None:
            for part in path.faulty:
                self.find(UNREADABLE_PATH, row.place, row.group or "", part=part)
            self.join(row, self.named(path))
        elif row.grouping is Grouping.PARTIAL:
            draft = self.drafts.setdefault(
                ("", row.relation), _Draft(None, None, State.DEGRADED, relation=row.relation)
            )
            self.join(row, draft)
        else:
            for column, value in ((_NEED, row.need), (_LOSS, row.loss)):
                if value:
                    relation = row.relation.value
                    self.find(NEED_WITHOUT_GROUP, row.place, value, column=column, relation=relation)
            if row.valid and row.cap > State.UP:
                alone: _Draft[T] = _Draft(None, None, State.AT_RISK, ALL, row.relation)
                alone.members.append(self.member(row))
                self.single.append(alone)

    def named(self, path: GroupPath) -> _Draft[T]:
        draft: _Draft[T] | None = None
        for name, segment in zip(path.prefixes(), path.segments, strict=True):
            draft = self.drafts.setdefault(("/", name), _Draft(name, draft, State.AT_RISK))
            if segment.need is not None:
                draft.needs.add(segment.need)
            if segment.loss is not None:
                draft.losses.add(segment.loss)
        if draft is None:
            raise ValueError("a group path has a segment")
        return draft

    def join(self, row: Row[T], draft: _Draft[T]) -> None:
        """Add one relation to a group, with the need and loss that its row states."""
        draft.places.append(row.place)
        # need and loss belong to the group, also where the row that states them is not valid
        if row.need and (need := parse_need(row.need)) is not None:
            draft.needs.add(need)
        elif row.need:
            self.find(UNREADABLE_NEED, row.place, row.need)
        if row.loss and (loss := parse_loss(row.loss)) is not None:
            draft.losses.add(loss)
        elif row.loss:
            self.find(UNREADABLE_LOSS, row.place, row.loss)
        if row.valid and row.cap > State.UP:
            draft.members.append(self.member(row))

    def member(self, row: Row[T]) -> Member[T]:
        weight = parse_weight(row.weight)
        if weight is None:
            self.find(UNREADABLE_WEIGHT, row.place, str(row.weight))
        return Member(row.target, row.cap, 1.0 if weight is None else weight)


def requirement_groups(
    rows: Sequence[Row[T]], holder: str | None = None
) -> tuple[tuple[Group[T], ...], tuple[Finding, ...]]:
    """Return the groups an element's relations form, outer ones first, and what is wrong with them.

    rows: all its relations, in any order, also those that are not valid: they may state need and
    loss. Groups without a valid member are left out: what is not there is no redundancy, and no need.
    holder: uid of the element, for the findings. Two rows that disagree: the strictest need and the
    worst loss count.
    """
    reading: _Reading[T] = _Reading(holder)
    for row in rows:
        reading.take(row)
    drafts = [draft for _, draft in sorted(reading.drafts.items(), key=lambda item: item[0])]
    for draft in sorted(drafts, key=_depth, reverse=True):
        if draft.parent is not None and draft.size:
            draft.parent.children += 1
    numbers: dict[int, int] = {}
    groups: list[Group[T]] = []
    for draft in (*drafts, *reading.single):
        _settle(reading, draft)
        if draft.size:
            parent = None if draft.parent is None else numbers[id(draft.parent)]
            numbers[id(draft)] = len(groups)
            groups.append(Group(draft.path, parent, draft.need, draft.loss, tuple(draft.members)))
    return tuple(groups), tuple(reading.findings)


def _depth(draft: _Draft[T]) -> int:
    return 0 if draft.path is None else draft.path.count("/")


def _settle(reading: _Reading[T], draft: _Draft[T]) -> None:
    """Decide need and loss of a group, and say where its rows disagree or ask too much."""
    if draft.needs:
        draft.need = max(draft.needs, key=strictness)
        if len(draft.needs) > 1:
            stated = [str(need) for need in sorted(draft.needs, key=strictness)]
            _disagree(reading, draft, _NEED, stated)
    if draft.losses:
        draft.loss = max(draft.losses)
        if len(draft.losses) > 1:
            _disagree(reading, draft, _LOSS, [loss.word for loss in sorted(draft.losses)])
    weights = [member.weight for member in draft.members] + [1.0] * draft.children
    meant = readable(draft.need, weights)
    if meant != draft.need and weights:
        reading.find(TOO_MUCH_NEEDED, draft.place, str(draft.need), group=draft.words, members=len(weights))
    draft.need = meant
    for times in _repeats(draft.members):
        reading.find(SAME_TARGET_TWICE, draft.place, draft.path or "", group=draft.words, times=times)


def _disagree(reading: _Reading[T], draft: _Draft[T], column: Text, stated: list[str]) -> None:
    words = [(_LOSS_WORDS if column is _LOSS else _NEED_WORDS).get(one, same(one)) for one in stated]
    reading.find(
        DISAGREEING,
        draft.place,
        ", ".join(stated),
        group=draft.words,
        column=column,
        stated=Text(*(", ".join(word.in_(language) for word in words) for language in Language)),
        chosen=words[-1],
    )


def _repeats(members: Sequence[Member[T]]) -> list[int]:
    times: dict[T, int] = {}
    for member in members:
        times[member.target] = times.get(member.target, 0) + 1
    return [count for count in times.values() if count > 1]
