"""The national reference codes in the store: elements of the scope nasional, installed once per version.

They come with the program, not with a load: no record asserts them and no undo removes them.
"""

from collections.abc import Sequence
from typing import Any

from model.keys import NATIONAL, Key
from model.kinds import ElementKind, RelationKind, Status
from model.reference import ReferenceSet
from queries import graph
from queries.graph import batches
from queries.store.store import Statement, Store

_INSTALLED = "MATCH (m:Meta {id: 'store'}) RETURN m.reference_sets AS sets"
_PUT_CODES = """
UNWIND $rows AS row
MERGE (c:Element:ReferenceCode {uid: row.uid})
SET c += row
"""
_PUT_BROADER = """
UNWIND $rows AS row
MATCH (c:Element {uid: row.narrow})
MATCH (b:Element {uid: row.broad})
CREATE (c)-[r:BROADER]->(b)
SET r = row.properties
"""
_DROP_BROADER = """
MATCH (c:ReferenceCode)-[r:BROADER]->(:ReferenceCode)
WHERE c.reference_set STARTS WITH $name + ' ' AND size(r.holders) = 0
DELETE r
"""
_RAISE_REVISION = "MATCH (m:Meta {id: 'store'}) SET m.revision = $revision"
_NOTE = "MATCH (m:Meta {id: 'store'}) SET m.reference_sets = $sets"


def install(store: Store, sets: Sequence[ReferenceSet]) -> bool:
    """Put reference sets the store does not know yet into it; return whether there were any."""
    known = store.read(_INSTALLED)[0]["sets"] or []
    fresh = [one for one in sets if f"{one.name} {one.version}" not in known]
    if not fresh:
        return False
    at = graph.revision(store) + 1 if known else 0
    statements = [statement for one in fresh for statement in _statements(one, at)]
    if known:  # another version of a set may stand already, and its codes may have other parents
        statements = [*(Statement(_DROP_BROADER, {"name": one.name}) for one in fresh), *statements]
        statements.append(Statement(_RAISE_REVISION, {"revision": at}))
    noted = [*known, *(f"{one.name} {one.version}" for one in fresh)]
    store.write([*statements, Statement(_NOTE, {"sets": noted})])
    return True


def _statements(codes: ReferenceSet, at: int) -> list[Statement]:
    rows = [_node(codes, code.code, code.name, code.level, code.status, at) for code in codes.codes]
    known = {code.code for code in codes.codes}
    broader = [
        _edge(code.code, code.code.rpartition(".")[0], at)
        for code in codes.codes
        if code.code.rpartition(".")[0] in known
    ]
    return [
        *(Statement(_PUT_CODES, {"rows": list(batch)}) for batch in batches(rows)),
        *(Statement(_PUT_BROADER, {"rows": list(batch)}) for batch in batches(broader)),
    ]


def uid_of(code: str) -> str:
    """Return the uid of a national code's element: the same in every store."""
    return f"ref-{code}"


def _node(codes: ReferenceSet, code: str, name: str, level: int, status: str, at: int) -> dict[str, Any]:
    return {
        "uid": uid_of(code),
        "key": str(Key(NATIONAL, ElementKind.REFERENCE_CODE, code)),
        "kind": ElementKind.REFERENCE_CODE.value,
        "name": name,
        "scope": NATIONAL,
        "code": code,
        "level": level,
        "source_status": status,
        "reference_set": f"{codes.name} {codes.version}",
        "status": Status.ACTIVE.value,
        "search": f"{code.lower()} {name.lower()}",
        "revision": at,
    }


def _edge(narrow: str, broad: str, at: int) -> dict[str, Any]:
    return {
        "narrow": uid_of(narrow),
        "broad": uid_of(broad),
        "properties": {"id": f"{RelationKind.BROADER.value}-{narrow}", "holders": [], "revision": at},
    }
