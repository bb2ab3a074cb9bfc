"""What redundancy groups say wrongly, and where they say nothing: told of the elements a step speaks of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from model.availability import CAPS, FIRST_DAY, LAST_DAY, State, lifetime, parse_day
from model.directory import Directory
from model.element import Element, Relation
from model.faults import NOWHERE, Finding, Place, Rule, Severity
from model.groups import Row, requirement_groups
from model.kinds import Effect, Status
from model.metamodel.metamodel import Metamodel
from model.text import Text

_NAMED = 5  # targets a message names; their number is told beside them
_EFFECTS = frozenset(effect.value for effect in Effect)

UNDECIDED_REDUNDANCY = Rule(
    name="redundancy_undecided",
    severity=Severity.WARNING,
    message=Text(
        id="{count} tujuan {relation} tanpa grup cadangan; dibaca sebagai semuanya dibutuhkan: {value}.",
        en="{count} targets of {relation} in no redundancy group; read as all of them needed: {value}.",
    ),
    fix=Text(
        id="Nyatakan apakah saling menggantikan: beri nama grup yang sama dengan need any, atau need all.",
        en="Say whether these replace each other: give them one group name with need any, or need all.",
    ),
)


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """The relations that a step speaks of, and what is known around them.

    places: where a relation was stated, by its id. elements: those whose life cycle is known, by uid;
    others are taken as valid.
    """

    relations: Iterable[Relation]
    places: Mapping[str, Place]
    elements: Mapping[str, Element]
    directory: Directory
    on: date


def told(metamodel: Metamodel, spoken: Spoken) -> list[Finding]:
    """Return the findings about the groups of every source among the relations, by source."""
    by_source: dict[str, list[Relation]] = {}
    for relation in spoken.relations:
        by_source.setdefault(relation.source, []).append(relation)
    findings: list[Finding] = []
    for source, relations in sorted(by_source.items()):
        rows = [_row(metamodel, spoken, one) for one in sorted(relations, key=lambda one: one.id)]
        findings += requirement_groups(rows, source)[1]
        findings += _undecided(metamodel, spoken, source, rows)
    return findings


def _undecided(
    metamodel: Metamodel, spoken: Spoken, source: str, rows: Iterable[Row[str]]
) -> Iterator[Finding]:
    """Yield a finding for each type of which several targets may replace each other and no row says."""
    alone: dict[str, list[Row[str]]] = {}
    for row in rows:
        if (
            metamodel.relation(row.relation).replaceable
            and row.valid
            and row.cap > State.UP
            and not row.group
        ):
            alone.setdefault(row.relation.value, []).append(row)
    for relation, ungrouped in alone.items():
        targets = dict.fromkeys(row.target for row in ungrouped)
        if len(targets) > 1:
            keys = sorted(spoken.directory.entries[uid].key for uid in targets)
            shown = [*keys[:_NAMED], "…"] if len(keys) > _NAMED else keys
            yield UNDECIDED_REDUNDANCY.at(
                min((row.place for row in ungrouped), key=_order),
                value=", ".join(shown),
                element=source,
                count=len(targets),
                relation=relation,
            )


def _row(metamodel: Metamodel, spoken: Spoken, relation: Relation) -> Row[str]:
    said = {name: str(value) for name, value in relation.properties.items()}
    kinds = [spoken.directory.entries[uid].kind for uid in (relation.source, relation.target)]
    stated = said.get("effect")
    default = metamodel.effect(relation.relation, kinds[0], kinds[1], said)
    effect = Effect(stated) if stated in _EFFECTS else default
    bounds = lifetime(Status.ACTIVE, parse_day(said.get("valid_from")), parse_day(said.get("valid_to")))
    lives = (bounds, *(_life(spoken.elements.get(uid)) for uid in (relation.source, relation.target)))
    today = spoken.on.toordinal()
    return Row(
        relation=relation.relation,
        grouping=metamodel.relation(relation.relation).grouping,
        target=relation.target,
        cap=CAPS[effect],
        valid=all(first <= today <= last for first, last in lives),
        group=said.get("group"),
        need=said.get("need"),
        loss=said.get("loss"),
        weight=said.get("weight"),
        place=spoken.places.get(relation.id, NOWHERE),
    )


def _life(element: Element | None) -> tuple[int, int]:
    if element is None:
        return FIRST_DAY, LAST_DAY
    begins, ends = (element.properties.get(name) for name in ("valid_from", "valid_to"))
    return lifetime(element.status, parse_day(_text(begins)), parse_day(_text(ends)))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _order(place: Place) -> tuple[str, str, int]:
    return place.file or "", place.sheet or "", place.row or 0
