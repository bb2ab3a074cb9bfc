"""Findings as they are kept: stored with their load, closed when a later load no longer raises them.

What people say of them is in queries/settling.py; the states are those of model/settling.py.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from model.element import Openness, OpenReference
from model.faults import Finding, Place, RefusedQuestion, Severity
from model.merging import Merges
from model.record import Load
from model.settling import Settlement, State
from model.text import Text
from queries import rules
from queries.graph import batches
from queries.loads import merging
from queries.loads.plan import Plan
from queries.store.store import Statement, Store

# Findings wait beside the records of their load until the graph is written: a load that is finished
# after a crash raises them too, one that is dropped leaves what was open before untouched.
_MARK = "\x1f"  # between the parts of a place
_NOTE = "UNWIND $rows AS row CREATE (p:PendingFinding) SET p = row"
DROP_PENDING = "MATCH (p:PendingFinding {load: $load}) WITH p LIMIT 10000 DELETE p RETURN count(p) AS dropped"
# which loads closed it, the last one last; stores that are older than this list named only one
_CLOSINGS = "[c IN coalesce(f.closings, [f.closed_by]) WHERE c IS NOT NULL AND c <> $load]"
_CLOSE_OF_FILES = f"""
MATCH (f:Finding)
WHERE f.state IN ['open', 'accepted'] AND NOT (f.rule IN $rules AND f.element IS NOT NULL)
  AND any(name IN $files WHERE coalesce(f.document, f.file) = name OR f.file STARTS WITH name + '/')
  AND ($scopes IS NULL OR f.scope IS NULL OR f.scope IN $scopes)
SET f.state = 'closed', f.closings = {_CLOSINGS} + [$load]
"""
_CLOSE_ANSWERED = f"""
UNWIND $rows AS row
MATCH (f:Finding {{element: row.element}})
WHERE f.state IN ['open', 'accepted'] AND f.value = row.text AND f.rule IN $rules
SET f.state = 'closed', f.closings = {_CLOSINGS} + [$load]
"""
# `loads` tells which loads raised it, `files`, behind the id of each, where: when a load is undone, what the
# others did counts, the last one most.
# what a person accepted stays accepted when it is raised again; an answer that no longer holds asks anew
_RAISE = f"""
MATCH (p:PendingFinding {{load: $load}})
MERGE (f:Finding {{id: p.id}})
WITH p, f, f.settled AS settled, [l IN coalesce(f.loads, []) WHERE l <> $load] + [$load] AS loads,
     [n IN coalesce(f.files, []) WHERE NOT n STARTS WITH $load]
     + [$load + coalesce(p.file, '') + $mark + coalesce(p.sheet, '') + $mark + coalesce(toString(p.row), '')]
     AS files, {_CLOSINGS} AS closings
SET f += properties(p)
SET f.loads = loads, f.files = files, f.closings = closings, f.closed_by = null,
    f.file = p.file, f.sheet = p.sheet, f.row = p.row,
    f.state = CASE WHEN settled = 'accepted' THEN 'accepted' ELSE 'open' END
"""
_SETTLE = """
UNWIND $rows AS row
MATCH (f:Finding {id: row.id})
SET f.state = row.state, f.settled = row.state, f.settled_in = $load, f.settled_by = row.by,
    f.settled_at = row.at, f.note = row.note, f.answer = row.answer
"""
_UNSETTLE = """
MATCH (f:Finding {settled_in: $load})
SET f.state = CASE f.state WHEN 'accepted' THEN 'open' WHEN 'answered' THEN 'closed' ELSE f.state END,
    f.settled = null, f.settled_in = null, f.settled_by = null, f.settled_at = null,
    f.note = null, f.answer = null
"""
_FORGET_PENDING = "MATCH (p:PendingFinding {load: $load}) DELETE p"
_TOUCHED = """
MATCH (f:Finding)
WHERE ($load IN f.loads OR $load IN coalesce(f.closings, [f.closed_by]))
"""
_OPEN_OR_NOT = """
CASE WHEN {open} THEN CASE WHEN f.settled = 'accepted' THEN 'accepted' ELSE 'open' END
     WHEN f.settled = 'answered' THEN 'answered' ELSE 'closed' END
"""
# a reference is open as the graph has it; of all else, what the loads that remain did last counts
_REFERENCES_AGAIN = f"""
{_TOUCHED} AND f.rule = $rule AND f.element IS NOT NULL
OPTIONAL MATCH (o:OpenReference {{holder: f.element}})
WHERE o.text = f.value AND o.reason = $reason
WITH f, count(o) AS n
SET f.state = {_OPEN_OR_NOT.format(open="n > 0")}
"""
_OTHERS_AGAIN = f"""
{_TOUCHED} AND NOT (f.rule IN $rules AND f.element IS NOT NULL)
WITH f, [l IN f.loads WHERE l <> $load] AS loads, {_CLOSINGS} AS closings
WITH f, CASE WHEN size(loads) = 0 THEN '' ELSE loads[size(loads) - 1] END AS raised,
     CASE WHEN size(closings) = 0 THEN '' ELSE closings[size(closings) - 1] END AS closed
SET f.state = {_OPEN_OR_NOT.format(open="raised > closed")}
"""
_TAKE_BACK = f"""
{_TOUCHED}
WITH f, [l IN f.loads WHERE l <> $load] AS loads, {_CLOSINGS} AS closings,
     [n IN coalesce(f.files, []) WHERE NOT n STARTS WITH $load] AS files
WITH f, loads, closings, files, CASE WHEN size(loads) = 0 THEN f.load ELSE loads[size(loads) - 1] END AS last
WITH f, loads, closings, files, last, head([n IN files WHERE n STARTS WITH last]) AS named
SET f.loads = loads, f.closings = closings, f.closed_by = null, f.files = files, f.load = last
WITH f, split(substring(named, size(last)), $mark) AS place
WHERE named IS NOT NULL
SET f.file = CASE WHEN place[0] = '' THEN f.file ELSE place[0] END
WITH f, place
WHERE size(place) = 3
SET f.sheet = CASE WHEN place[1] = '' THEN null ELSE place[1] END,
    f.row = CASE WHEN place[2] = '' THEN null ELSE toInteger(place[2]) END
"""
_IN_STATE = """
MATCH (f:Finding)
WHERE f.state = $state
OPTIONAL MATCH (e:Element {uid: f.element})
WITH f, e.key AS key, coalesce(e.scope, f.agency, f.scope) AS scope
WHERE $scopes IS NULL OR scope IN $scopes
RETURN properties(f) AS properties, key, scope
ORDER BY f.id
LIMIT $limit
"""
_BEGINNING = """
MATCH (f:Finding)
WHERE f.id STARTS WITH $beginning
OPTIONAL MATCH (e:Element {uid: f.element})
RETURN properties(f) AS properties, e.key AS key, coalesce(e.scope, f.agency, f.scope) AS scope
ORDER BY f.id
LIMIT 2
"""
_WITH_IDS = """
UNWIND $ids AS id
MATCH (f:Finding {id: id})
OPTIONAL MATCH (e:Element {uid: f.element})
RETURN properties(f) AS properties, e.key AS key, coalesce(e.scope, f.agency, f.scope) AS scope
"""
_OF_ELEMENT = """
MATCH (f:Finding {element: $uid})
WHERE f.state = 'open'
RETURN properties(f) AS properties, null AS key, null AS scope
ORDER BY f.id
"""
_OF_RULE = """
UNWIND $uids AS uid
MATCH (f:Finding {element: uid})
WHERE f.rule = $rule AND f.state IN ['open', 'accepted']
RETURN uid AS element, f.value AS value
"""
_FILES_WAITING = """
MATCH (f:Finding)
WHERE f.state IN ['open', 'accepted'] AND f.file IS NOT NULL
RETURN DISTINCT coalesce(f.document, f.file) AS file, coalesce(f.agency, f.scope) AS scope
"""
_TEXTS_WAITING = """
MATCH (f:Finding)
WHERE f.rule = $rule AND f.state IN ['open', 'accepted']
RETURN coalesce(f.document, f.file) AS file, f.column AS column, f.value AS value
"""
_ACCEPTED = "MATCH (f:Finding) WHERE f.settled = 'accepted' RETURN collect(f.id) AS ids"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFinding:
    """A finding with its identity and state; element is the key of the element it is about.

    scope: of the element, else of the agency it is about, else of the load. settled_in, by, at, note: of the
    load in which a person accepted or answered it; answer: the key that was meant.
    """

    id: str
    state: str
    load: str
    finding: Finding
    element: str | None
    scope: str | None = None
    settled_in: str | None = None
    by: str | None = None
    at: str | None = None
    note: str | None = None
    answer: str | None = None

    @property
    def asks(self) -> bool:
        """Whether it can be answered by saying which element is meant."""
        return self.finding.rule in _ASKING and self.finding.element is not None


# a candidate that may not stand at that end is no answer
_ASKING = frozenset(
    rule.name for reason, rule in rules.OPEN_RULES.items() if reason is not Openness.FORBIDDEN
)


def finding_id(finding: Finding, editions: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the identity of a finding: its rule, its element or else its place, and its value.

    What is about an element stays the same finding when its row moves in the sheet; what is about a place,
    when the file comes under another name. editions: file → document, as of Load.
    """
    place = finding.place
    document = editions.get(place.file or "", place.file)
    where = (finding.element,) if finding.element else (document, place.sheet, str(place.row or ""))
    parts = (finding.rule, *where, place.column, finding.value)
    return hashlib.blake2b("\x1f".join(part or "" for part in parts).encode(), digest_size=10).hexdigest()


def findings_noted(findings: Sequence[Finding], load: Load) -> Iterator[Statement]:
    """Yield the statements that keep a load's findings until its graph is written."""
    rows = list({node["id"]: node for node in (_node(finding, load) for finding in findings)}.values())
    for batch in batches(rows):
        yield Statement(_NOTE, {"rows": list(batch)})


def findings_raised(
    load: Load,
    answered: Sequence[OpenReference],
    corrected: Iterable[tuple[str, str, str]] = (),
    scopes: Sequence[str] = (),
) -> Iterator[Statement]:
    """Yield the statements that raise what was noted, and close what is no longer so.

    Closed: what the load's files, or those they are editions of, raised before for the same agency, and
    references that the load answered or that are open for another reason now; one that stays open outlives a
    delivery without its row. corrected: what else no longer holds, by rule, element and value. scopes: those
    that count as one with the load's.
    """
    names = [rule.name for rule in rules.OPEN_RULES.values()]
    files = sorted({stamp.name for stamp in load.files} | set(load.editions.values()))
    if files:
        yield Statement(
            _CLOSE_OF_FILES,
            {"files": files, "rules": names, "load": load.id, "scopes": list(scopes) or _only(load.scope)},
        )
    yield from _answered(answered, load)
    yield from findings_corrected(load, corrected)
    yield _raised(load)


def findings_corrected(load: Load, corrected: Iterable[tuple[str, str, str]]) -> Iterator[Statement]:
    """Yield the statements that close what no longer holds, by rule, element and value."""
    for rule, element, value in corrected:
        closed = [{"element": element, "text": value}]
        yield Statement(_CLOSE_ANSWERED, {"rows": closed, "rules": [rule], "load": load.id})


def _answered(moved: Sequence[OpenReference], load: Load) -> Iterator[Statement]:
    names = [rule.name for rule in rules.OPEN_RULES.values()]
    rows = [{"element": reference.holder, "text": reference.text} for reference in moved]
    for batch in batches(rows):
        yield Statement(_CLOSE_ANSWERED, {"rows": list(batch), "rules": names, "load": load.id})


def _raised(load: Load) -> Statement:
    return Statement(_RAISE, {"load": load.id, "mark": _MARK})


def _only(scope: str | None) -> list[str] | None:
    return [scope] if scope is not None else None


def findings_taken_back(
    findings: Sequence[Finding], load: Load, moved: Sequence[OpenReference]
) -> Iterator[Statement]:
    """Yield the statements that undo what a load raised and closed, and raise what its undoing opens.

    moved: references that its undoing closes, or opens for another reason; the graph stands already.
    """
    names = [rule.name for rule in rules.OPEN_RULES.values()]
    yield Statement(_UNSETTLE, {"load": load.id})
    for reason, rule in rules.OPEN_RULES.items():
        words = {"load": load.id, "rule": rule.name, "reason": reason.value}
        yield Statement(_REFERENCES_AGAIN, words)
    yield Statement(_OTHERS_AGAIN, {"load": load.id, "rules": names})
    yield Statement(_TAKE_BACK, {"load": load.id, "mark": _MARK})
    yield Statement(_FORGET_PENDING, {"load": load.id})  # of an undoing that was interrupted
    yield from _answered(moved, load)
    lasting = [finding for finding in findings if finding.rule not in rules.OF_ONE_PLAN]
    yield from findings_noted(lasting, load)
    yield _raised(load)


def findings_forgotten(load: str) -> Statement:
    """Return the statement that forgets what was noted; it belongs to the step that ends a load."""
    return Statement(_FORGET_PENDING, {"load": load})


def findings_settled(settlements: Iterable[Settlement], load: Load) -> Iterator[Statement]:
    """Yield the statements that note what a load says of findings."""
    rows = [
        {"id": s.finding, "state": s.state.value, "by": s.by, "at": s.at, "note": s.note, "answer": s.answer}
        for s in settlements
    ]
    for batch in batches(rows):
        yield Statement(_SETTLE, {"rows": list(batch), "load": load.id})


def open_findings(store: Store, scope: str | None = None, limit: int = 10_000) -> list[KeptFinding]:
    """Return the open findings, of all scopes or one, at most `limit`."""
    return findings_in(store, State.OPEN, scope, limit)


def findings_in(
    store: Store, state: State, scope: str | None = None, limit: int = 10_000
) -> list[KeptFinding]:
    """Return the findings in a state, at most `limit`: of all scopes, or of one and those merged with it."""
    merges = merging.merges(store)
    scopes = merges.one_with(scope) if scope is not None else None
    rows = store.read(_IN_STATE, state=state.value, scopes=scopes, limit=limit)
    return [_kept(row, merges) for row in rows]


def finding_named(store: Store, text: str) -> KeptFinding:
    """Return the finding with an id, or with a beginning of one that only it has.

    Raises:
        RefusedQuestion: none has, or several.
    """
    wanted = text.strip()
    rows = store.read(_BEGINNING, beginning=wanted) if wanted else []
    exact = [row for row in rows if row["properties"]["id"] == wanted]
    if len(exact or rows) == 1:
        return _kept((exact or rows)[0], merging.merges(store))
    raise RefusedQuestion(
        Text(
            id=f"tidak ada satu catatan yang tepat bernomor “{text}”",
            en=f"not exactly one finding has the number “{text}”",
        ),
        fix=Text(id="lihat daftarnya: simpul findings", en="see the list: simpul findings"),
    )


def findings_with(store: Store, ids: Iterable[str]) -> dict[str, KeptFinding]:
    """Return the findings with these ids, by id."""
    rows = (row for batch in batches(sorted(ids)) for row in store.read(_WITH_IDS, ids=list(batch)))
    merges = merging.merges(store)
    return {kept.id: kept for kept in (_kept(row, merges) for row in rows)}


def without_accepted(store: Store, plan: Plan) -> Plan:
    """Return a plan that tells nothing that a person accepted as it is; it is noted all the same."""
    accepted = set(store.read(_ACCEPTED)[0]["ids"])
    if not accepted:
        return plan
    editions = plan.step.load.editions
    told = [(finding, finding_id(finding, editions) in accepted) for finding in plan.findings]
    return replace(
        plan,
        findings=tuple(finding for finding, known in told if not known),
        accepted=tuple(finding for finding, known in told if known),
    )


def values_waiting(store: Store, rule: str, uids: Iterable[str]) -> list[tuple[str, str]]:
    """Return element and value of the findings of one rule about some elements that are not closed."""
    rows = (row for batch in batches(sorted(uids)) for row in store.read(_OF_RULE, uids=batch, rule=rule))
    return [(row["element"], row["value"]) for row in rows]


def files_waiting(store: Store) -> set[tuple[str, str | None]]:
    """Return the files that have findings which are not closed, each with the agency it was put to."""
    return {(row["file"], row["scope"]) for row in store.read(_FILES_WAITING)}


def texts_waiting(store: Store, rule: str) -> set[tuple[str | None, str | None, str | None]]:
    """Return document, column and value of the findings of one rule that are not closed."""
    rows = store.read(_TEXTS_WAITING, rule=rule)
    return {(row["file"], row["column"], row["value"]) for row in rows}


def findings_of(store: Store, uid: str) -> list[KeptFinding]:
    """Return the open findings about one element."""
    return [_kept(row, merging.merges(store)) for row in store.read(_OF_ELEMENT, uid=uid)]


def _node(finding: Finding, load: Load) -> dict[str, Any]:
    node = {
        "id": finding_id(finding, load.editions),
        "load": load.id,
        "scope": load.scope,  # it is closed with the files of this one
        "agency": finding.agency,
        "document": load.editions.get(finding.place.file or "", finding.place.file),
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": finding.place.file,
        "sheet": finding.place.sheet,
        "row": finding.place.row,
        "column": finding.place.column,
        "value": finding.value,
        "element": finding.element,
        "count": finding.count,
        "message_id": finding.message.id,
        "message_en": finding.message.en,
        "fix_id": finding.fix.id,
        "fix_en": finding.fix.en,
        "candidates": list(finding.candidates),
        "rows": list(finding.rows),
    }
    return {name: value for name, value in node.items() if value is not None}


def _kept(row: dict[str, Any], merges: Merges) -> KeptFinding:
    node = row["properties"]
    finding = Finding(
        rule=node["rule"],
        severity=Severity(node["severity"]),
        place=Place(
            file=node.get("file"), sheet=node.get("sheet"), row=node.get("row"), column=node.get("column")
        ),
        message=Text(id=node["message_id"], en=node["message_en"]),
        fix=Text(id=node["fix_id"], en=node["fix_en"]),
        value=node.get("value"),
        element=node.get("element"),
        count=node.get("count") or 1,
        candidates=tuple(node.get("candidates") or ()),
        rows=tuple(node.get("rows") or ()),
        agency=node.get("agency"),
    )
    return KeptFinding(
        id=node["id"],
        state=node["state"],
        load=node["load"],
        finding=finding,
        element=row["key"],
        scope=merges.scopes.get(row["scope"], row["scope"]),
        settled_in=node.get("settled_in"),
        by=node.get("settled_by"),
        at=node.get("settled_at"),
        note=node.get("note"),
        answer=node.get("answer"),
    )
