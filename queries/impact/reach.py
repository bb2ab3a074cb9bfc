"""The reached part of an impact as one Cypher statement, to look at it in Neo4j Browser.

It walks from what fails to all that requires it, without the groups: where every dependency is needed it
finds exactly the affected elements, and where there is redundancy it finds more. Relations without effect,
what is not valid on the date and what is protected are left out as in the rule. It has no parameters, so
that it runs as pasted; what enters its text is dates, names from the metamodel, and quoted uids.
"""

import json
from collections.abc import Collection, Iterable
from datetime import date

import numpy as np

from model.availability import State
from model.kinds import Effect, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import EffectRule
from queries.impact.causes import Cause
from queries.impact.chains import chains_back
from queries.impact.impact import Impact, Scenario
from queries.snapshot.coding import RELATION_KINDS
from queries.snapshot.columns import Longs
from queries.snapshot.requirements import Requirements
from queries.snapshot.snapshot import Snapshot

_EFFECTS = tuple(effect.value for effect in Effect)


def reach(impact: Impact) -> str:
    """Return the statement; its rows are the elements reached and those that fail, one column *reached*."""
    uids = [impact.snapshot.elements.uid[index] for index in impact.given.tolist()]
    steps = int(impact.chains.distance.max(initial=0))
    way = _way(impact.requirements, impact.snapshot, steps)
    return _statement(impact.snapshot, impact.scenario, uids, f"<{way}-")


def reach_below(snapshot: Snapshot, on: date, targets: Longs, protected: Collection[int]) -> str:
    """Return the statement for all that some elements require."""
    through = np.ones(len(snapshot), np.bool_)
    through[list(protected)] = False
    steps = int(chains_back(snapshot.requirements(on), through, targets).distance.max(initial=0))
    uids = [snapshot.uids[index] for index in targets.tolist()]
    spared = frozenset(snapshot.uids[index] for index in protected)
    scenario = Scenario(failed=dict.fromkeys(uids, State.DOWN), on=on, protected=spared)
    return _statement(snapshot, scenario, uids, f"{_way(snapshot.requirements(on), snapshot, steps)}->")


def reach_back(snapshot: Snapshot, scenario: Scenario, found: Iterable[Cause]) -> str:
    """Return the statement for the other way: from what is in trouble to all that it requires."""
    steps = max((cause.distance for cause in found), default=0)
    way = _way(snapshot.requirements(scenario.on), snapshot, steps)
    return _statement(snapshot, scenario, sorted(scenario.failed), f"{way}->")


def _statement(snapshot: Snapshot, scenario: Scenario, uids: Iterable[str], way: str) -> str:
    day = literal(scenario.on.isoformat())
    spared = sorted(scenario.protected)
    kinds = _kinds(snapshot.requirements(scenario.on), snapshot)
    along = [_relation_valid(day), *_effects(snapshot.metamodel, kinds)]
    through = [_element_valid(day), *([f"NOT n.uid IN {_list(spared)}"] if spared else [])]
    return "\n".join(
        (
            f"MATCH path = (failed:Element){way}(reached:Element)",
            f"WHERE failed.uid IN {_list(uids)}",
            f"  AND all(r IN relationships(path) WHERE {' AND '.join(along)})",
            f"  AND (length(path) = 0 OR all(n IN nodes(path) WHERE {' AND '.join(through)}))",
            "RETURN DISTINCT reached",
        )
    )


def _way(requirements: Requirements, snapshot: Snapshot, steps: int) -> str:
    kinds = _kinds(requirements, snapshot)
    return f"-[:{'|'.join(kind.value for kind in kinds)}*0..{max(1, steps)}]" if kinds else "-[*0..0]"


def literal(text: str) -> str:
    """Return a text as a Cypher literal that both engines read the same."""
    # JSON's escapes are among Cypher's; all but plain ASCII is escaped
    return json.dumps(text)


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(literal, texts))}]"


def _kinds(requirements: Requirements, snapshot: Snapshot) -> list[RelationKind]:
    """The relations of which any is a requirement on the date."""
    codes = np.unique(snapshot.relations.kind[requirements.relation])
    return [RELATION_KINDS[code] for code in codes.tolist()]


def _relation_valid(day: str) -> str:
    return f'coalesce(r.valid_from, "") <= {day} AND coalesce(r.valid_to, "9999") >= {day}'


def _element_valid(day: str) -> str:
    # planned without a beginning: never valid; retired without an end: no longer
    begins = 'coalesce(n.valid_from, CASE n.status WHEN "planned" THEN "9999" ELSE "" END)'
    ends = 'coalesce(n.valid_to, CASE n.status WHEN "retired" THEN "" ELSE "9999" END)'
    return f"{begins} <= {day} AND {ends} >= {day}"


def _effects(metamodel: Metamodel, kinds: Iterable[RelationKind]) -> list[str]:
    """Return the condition that a relation has an effect, by its own statement or the metamodel."""
    cases: list[str] = []
    for kind in kinds:
        rules = metamodel.relation(kind).effects
        if not rules or _conditional(rules[-1]) or any(rule.effect is Effect.NONE for rule in rules):
            cases += [_case(kind, rule) for rule in rules]
            cases.append(f"WHEN type(r) = {literal(kind.value)} THEN {literal(Effect.NONE.value)}")
    stated = f"CASE WHEN r.effect IN {_list(_EFFECTS)} THEN r.effect "
    return [f"{stated}{' '.join([*cases, 'ELSE ' + literal(Effect.DOWN.value)])} END <> {literal('none')}"]


def _conditional(rule: EffectRule) -> bool:
    return bool(rule.sources or rule.targets or rule.qualifier)


def _case(kind: RelationKind, rule: EffectRule) -> str:
    conditions = [f"type(r) = {literal(kind.value)}"]
    if rule.sources:
        conditions.append(f"startNode(r).kind IN {_list(one.value for one in rule.sources)}")
    if rule.targets:
        conditions.append(f"endNode(r).kind IN {_list(one.value for one in rule.targets)}")
    if rule.qualifier is not None:
        conditions.append(f"r.{rule.qualifier} IN {_list(rule.values)}")
    return f"WHEN {' AND '.join(conditions)} THEN {literal(rule.effect.value)}"
