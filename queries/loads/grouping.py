"""What redundancy groups say wrongly, and where they say nothing: told of whose groups change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from model.availability import CAPS, State, lifetime, parse_day
from model.directory import Directory
from model.element import Element, Relation
from model.entry import Entry
from model.faults import NOWHERE, Finding, Place, Rule, Severity
from model.groups import GROUP_RULES, Row, requirement_groups
from model.kinds import Effect, RelationKind, Status
from model.metamodel.metamodel import Metamodel
from model.text import Text

_NAMED = 5  # targets a message names; their number is told beside them
_EFFECTS = frozenset(effect.value for effect in Effect)

UNDECIDED_REDUNDANCY = Rule(
    name="redundancy_undecided",
    severity=Severity.WARNING,
    message=Text(
        id="{count} tujuan “{relation}” tanpa grup cadangan; dibaca sebagai semuanya dibutuhkan: {targets}.",
        en="{count} targets of “{relation}” in no redundancy group; read as all of them needed: {targets}.",
    ),
    fix=Text(
        id="Nyatakan apakah saling menggantikan: beri nama grup yang sama, dengan kebutuhan any (salah satu) "
        "atau all (semua).",
        en="Say whether these replace each other: give them one group name with need any, or need all.",
    ),
)
RULES = frozenset({UNDECIDED_REDUNDANCY.name, *(rule.name for rule in GROUP_RULES)})


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """The relations of the elements that are told about, all of each, and what is known around them.

    places: where a relation was stated, by its id. elements: those whose life cycle is known, by uid;
    others are taken as valid.
    """

    relations: Iterable[Relation]
    places: Mapping[str, Place]
    elements: Mapping[str, Element]
    directory: Directory
    on: date


def told(metamodel: Metamodel, spoken: Spoken) -> list[Finding]:
    """Return the findings about the groups of every source among the relations; each names its source."""
    by_source: dict[str, list[Relation]] = {}
    for relation in spoken.relations:
        by_source.setdefault(relation.source, []).append(relation)
    absent = {uid for uid, element in spoken.elements.items() if not _lives(element, spoken.on)}
    findings: list[Finding] = []
    for source, relations in sorted(by_source.items()):
        ordered = sorted(relations, key=lambda one: one.id)
        rows = [_row(metamodel, spoken, one, absent.isdisjoint((source, one.target))) for one in ordered]
        said = (*requirement_groups(rows, source)[1], *_undecided(metamodel, spoken, source, rows))
        findings += (_named(finding, spoken.directory.entries[source]) for finding in said)
    return findings


def may_tell(metamodel: Metamodel, relations: Iterable[Relation]) -> bool:
    """Return whether there can be a finding about the groups of one element, given its relations."""
    alone: dict[RelationKind, set[str]] = {}
    for one in relations:
        if any(one.properties.get(column) for column in ("group", "need", "loss")):
            return True
        if metamodel.relation(one.relation).replaceable:
            alone.setdefault(one.relation, set()).add(one.target)
    return any(len(targets) > 1 for targets in alone.values())


def _named(finding: Finding, entry: Entry) -> Finding:
    """Return a finding that says whose groups it is about: it may have no place, and a key tells little."""
    message = finding.message
    called = f"{entry.name} ({entry.key})"
    return replace(finding, message=Text(id=f"{called}: {message.id}", en=f"{called}: {message.en}"))


def _undecided(
    metamodel: Metamodel, spoken: Spoken, source: str, rows: Iterable[Row[str]]
) -> Iterator[Finding]:
    """Yield a finding for each type of which several targets may replace each other and no row says."""
    alone: dict[RelationKind, list[Row[str]]] = {}
    for row in rows:
        if (
            metamodel.relation(row.relation).replaceable
            and row.valid
            and row.cap > State.UP
            and not row.group
        ):
            alone.setdefault(row.relation, []).append(row)
    for relation, ungrouped in alone.items():
        targets = dict.fromkeys(row.target for row in ungrouped)
        if len(targets) > 1:
            entries = sorted((spoken.directory.entries[uid] for uid in targets), key=lambda one: one.key)
            yield UNDECIDED_REDUNDANCY.at(
                min(
                    (row.place for row in ungrouped if row.place != NOWHERE),
                    key=attrgetter("order"),
                    default=NOWHERE,
                ),
                value=_listed([entry.key for entry in entries]),
                element=source,
                count=len(targets),
                relation=metamodel.relation(relation).label,
                targets=_listed([f"{entry.name} ({entry.key})" for entry in entries]),
            )


def _listed(words: Sequence[str]) -> str:
    return ", ".join([*words[:_NAMED], "…"] if len(words) > _NAMED else words)


def _row(metamodel: Metamodel, spoken: Spoken, relation: Relation, both_live: bool) -> Row[str]:
    """Return a relation as the rule takes it. both_live: whether its two elements are valid on the day."""
    said = {name: str(value) for name, value in relation.properties.items()}
    entries = spoken.directory.entries
    stated = said.get("effect")
    default = metamodel.effect(
        relation.relation, entries[relation.source].kind, entries[relation.target].kind, said
    )
    effect = Effect(stated) if stated in _EFFECTS else default
    return Row(
        relation=relation.relation,
        grouping=metamodel.relation(relation.relation).grouping,
        target=relation.target,
        cap=CAPS[effect],
        valid=both_live and _within(spoken.on, Status.ACTIVE, said.get("valid_from"), said.get("valid_to")),
        group=said.get("group"),
        need=said.get("need"),
        loss=said.get("loss"),
        weight=said.get("weight"),
        place=spoken.places.get(relation.id, NOWHERE),
    )


def _lives(element: Element, on: date) -> bool:
    begins, ends = (element.properties.get(name) for name in ("valid_from", "valid_to"))
    return _within(on, element.status, begins, ends)


def _within(on: date, status: Status, begins: object, ends: object) -> bool:
    """Whether what is so stated of its life cycle holds on a day; what is no text says nothing."""
    days = (parse_day(day if isinstance(day, str) else None) for day in (begins, ends))
    first, last = lifetime(status, *days)
    return first <= on.toordinal() <= last
