"""Findings as they are kept: stored with their load, closed when a later load no longer raises them."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from model.faults import Finding, Place, Severity
from model.text import Text
from queries.graph import batches
from queries.store.store import Statement, Store

_CLOSE_OF_FILES = """
MATCH (f:Finding)
WHERE f.state = 'open' AND f.file IN $files
SET f.state = 'closed', f.closed_by = $load
"""
_RAISE = """
UNWIND $rows AS row
MERGE (f:Finding {id: row.id})
SET f += row
"""
_CLOSE_OF_LOAD = """
MATCH (f:Finding {load: $load})
SET f.state = 'closed', f.closed_by = $load
"""
_OPEN = """
MATCH (f:Finding)
WHERE f.state = 'open' AND ($scope IS NULL OR f.scope = $scope)
OPTIONAL MATCH (e:Element {uid: f.element})
RETURN properties(f) AS properties, e.key AS key
ORDER BY f.id
LIMIT $limit
"""
_OF_ELEMENT = """
MATCH (f:Finding {element: $uid})
WHERE f.state = 'open'
RETURN properties(f) AS properties, null AS key
ORDER BY f.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFinding:
    """A finding with its identity and state; element is the key of the element it is about."""

    id: str
    state: str
    load: str
    finding: Finding
    element: str | None


def finding_id(finding: Finding) -> str:
    """Return the identity of a finding: its rule, its place or element, and its value."""
    place = finding.place
    parts = (
        finding.rule,
        place.file,
        place.sheet,
        str(place.row or ""),
        place.column,
        finding.value,
        "" if place.file else finding.element,
    )
    return hashlib.blake2b("\x1f".join(part or "" for part in parts).encode(), digest_size=10).hexdigest()


def findings_raised(
    findings: Sequence[Finding], load: str, files: Sequence[str], scope: str | None
) -> Iterator[Statement]:
    """Yield the statements that store a load's findings and close what its files no longer raise."""
    if files:
        yield Statement(_CLOSE_OF_FILES, {"files": list(files), "load": load})
    rows = list({finding_id(f): _node(f, load, scope) for f in findings}.values())
    for batch in batches(rows):
        yield Statement(_RAISE, {"rows": list(batch)})


def findings_closed(load: str) -> Statement:
    """Return the statement that closes what an undone load raised."""
    return Statement(_CLOSE_OF_LOAD, {"load": load})


def open_findings(store: Store, scope: str | None = None, limit: int = 10_000) -> list[KeptFinding]:
    """Return the open findings, of all scopes or one, at most `limit`."""
    return [_kept(row) for row in store.read(_OPEN, scope=scope, limit=limit)]


def findings_of(store: Store, uid: str) -> list[KeptFinding]:
    """Return the open findings about one element."""
    return [_kept(row) for row in store.read(_OF_ELEMENT, uid=uid)]


def _node(finding: Finding, load: str, scope: str | None) -> dict[str, Any]:
    node = {
        "id": finding_id(finding),
        "state": "open",
        "load": load,
        "scope": scope,
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
    }
    return {name: value for name, value in node.items() if value is not None}


def _kept(row: dict[str, Any]) -> KeptFinding:
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
    )
    return KeptFinding(
        id=node["id"], state=node["state"], load=node["load"], finding=finding, element=row["key"]
    )
