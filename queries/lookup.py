"""Finding elements: by key, code or name, by free text; and showing one with its relations and origin."""

import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from model.element import Element, OpenReference, Relation
from model.faults import AmbiguousElement, Place, UnknownElement
from model.fold import fold, rank
from model.folding import fold_code
from model.keys import Key, encoded, is_full_key, parse_key
from model.kinds import ElementKind, Status
from model.metamodel.common import OWNERSHIP
from model.record import Act, Record, Value
from model.text import Text
from queries import findings, graph
from queries.findings import KeptFinding
from queries.lineage import counted
from queries.loads import merging
from queries.store.store import Store

_BY_KEY = """
MATCH (e:Element)
WHERE toLower(e.key) = $text OR any(alias IN coalesce(e.aliases, []) WHERE toLower(alias) = $text)
RETURN properties(e) AS properties
LIMIT 20
"""
_BY_ADDRESS = """
MATCH (e:Element)
WHERE e.scope IN $scopes AND e.kind = $kind
  AND (toLower(e.code) = $code OR toLower(e.key) ENDS WITH $ending)
RETURN properties(e) AS properties
LIMIT 20
"""
_BY_CODE_OR_NAME = """
MATCH (e:Element)
WHERE toLower(e.name) = $text OR toLower(e.code) = $text OR toLower(e.code) = $code
   OR toLower(e.abbreviation) = $text
   OR e.code IS NULL AND (toLower(e.key) ENDS WITH $text_ending OR toLower(e.key) ENDS WITH $code_ending)
RETURN properties(e) AS properties
ORDER BY e.key
LIMIT 20
"""
_FORMERLY = """
MATCH (e:Element)
WHERE any(alias IN coalesce(e.aliases, []) WHERE toLower(alias) ENDS WITH $text_ending
                                              OR toLower(alias) ENDS WITH $code_ending)
RETURN properties(e) AS properties
ORDER BY e.key
LIMIT 20
"""
_SEARCHED = """
MATCH (e:Element)
WHERE (e.search CONTAINS $text OR toLower(e.key) CONTAINS $text
       OR any(alias IN coalesce(e.aliases, []) WHERE toLower(alias) CONTAINS $text))
  AND ($kind IS NULL OR e.kind = $kind)
  AND ($kinds IS NULL OR e.kind IN $kinds)
  AND ($scope IS NULL OR e.scope = $scope)
  AND ($status IS NULL OR e.status = $status)
  AND ($kind IS NOT NULL OR e.kind <> 'ReferenceCode' OR toLower(e.code) = $text)
"""
_FIND = f"""{_SEARCHED}OPTIONAL MATCH (e)-[r]->(u:OrgUnit)
WHERE type(r) IN $owners
WITH e, u, [place IN range(0, size($owners) - 1) WHERE $owners[place] = type(r)][0] AS place
ORDER BY place, u.key
WITH e, collect(u.key) AS owner_keys, collect(u.name) AS owner_names
RETURN e.uid AS uid, e.key AS key, e.kind AS kind, e.name AS name, e.status AS status, e.scope AS scope,
       owner_keys[0] AS owner, owner_names[0] AS agency, e.code AS code, e.abbreviation AS abbreviation,
       e.names AS names, e.aliases AS aliases
ORDER BY CASE WHEN toLower(e.name) STARTS WITH $text OR toLower(e.code) = $text THEN 0 ELSE 1 END,
         e.name, e.key
SKIP $skip
LIMIT $limit
"""
_COUNT = f"""{_SEARCHED}RETURN count(e) AS total
"""
_NAMES = """
UNWIND $keys AS key
MATCH (e:Element {key: key})
RETURN e.key AS key, e.name AS name
"""
_ENDS = """
UNWIND $uids AS uid
MATCH (e:Element {uid: uid})
RETURN e.uid AS uid, e.key AS key, e.kind AS kind, e.name AS name, e.status AS status
"""


@dataclass(frozen=True, slots=True)
class Found:
    """One hit of a search; owner is the key of its agency, agency its name.

    also: its other name that was searched for; formerly: its former key. None where its name, key, code or
    abbreviation has the text.
    """

    uid: str
    key: str
    kind: ElementKind
    name: str
    status: str
    scope: str
    owner: str | None
    agency: str | None
    also: str | None = None
    formerly: str | None = None


def matched(
    text: str, plain: Iterable[str | None], names: Iterable[str], aliases: Iterable[str]
) -> tuple[str | None, str | None]:
    """Return the other name and the former key that have a text, where what is plain to see has it not.

    text: in small letters. plain: name, key, code, abbreviation.
    """
    if any(text in one.lower() for one in plain if one):
        return None, None
    first = (next((one for one in known if text in one.lower()), None) for known in (names, aliases))
    also, formerly = first
    return also, None if also else formerly


@dataclass(frozen=True, slots=True)
class Brief:
    """An element as another one's relation mentions it."""

    uid: str
    key: str
    kind: ElementKind
    name: str
    status: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: the load, its time and author, and the cell."""

    value: Value | None
    load: str
    at: str
    by: str
    place: Place


@dataclass(frozen=True, slots=True)
class Shown:
    """One element with all that is known of it.

    relations: with the element at the other end and whether the relation points away ("out") or here.
    """

    element: Element
    relations: tuple[tuple[Relation, str, Brief], ...]
    references: tuple[tuple[OpenReference, tuple[str, ...], Place], ...]
    findings: tuple[KeptFinding, ...]
    origins: dict[str, Origin]

    @property
    def owner(self) -> Brief | None:
        """Whose the element is, where a relation says so."""
        named = {
            edge.relation: brief
            for edge, way, brief in reversed(self.relations)
            if way == "out" and edge.relation in OWNERSHIP
        }
        return next((named[relation] for relation in OWNERSHIP if relation in named), None)


def element_for(store: Store, text: str) -> Element:
    """Return the element that a key, an alias, a unique code or a unique exact name means.

    The code of one that says none is the last part of its key. A former code means what has it now, unless
    another element took it.

    Raises:
        UnknownElement: none does. AmbiguousElement: several do.
    """
    wanted, code = text.strip().lower(), fold_code(text).lower()
    if not wanted:
        return only(text, [])
    rows = store.read(_BY_KEY, text=wanted)
    if not rows and is_full_key(text):
        rows = _beside(store, parse_key(text))
    if not rows:
        endings = {"text_ending": _ending(wanted), "code_ending": _ending(code)}
        rows = store.read(_BY_CODE_OR_NAME, text=wanted, code=code, **endings)
        rows = rows or store.read(_FORMERLY, **endings)
    return only(text, [graph.element_of(row["properties"]) for row in rows])


def _ending(code: str) -> str:
    """Return how the key of an element with this code ends, in lower case."""
    return f"/{encoded(code)}".lower()


def _beside(store: Store, key: Key) -> list[dict[str, Any]]:
    """Return what has the code of a key in a scope that counts as one with that of the key."""
    scopes = merging.merges(store).one_with(key.scope)
    if len(scopes) == 1:
        return []
    ending = str(key)[str(key).index("/") :].lower()
    return store.read(_BY_ADDRESS, scopes=scopes, kind=key.kind.value, code=key.code.lower(), ending=ending)


def only(text: str, found: list[Element]) -> Element:
    """Return the one element that a text means: of several the one whose key it is exactly.

    Raises:
        UnknownElement: there is none. AmbiguousElement: there are several.
    """
    exact = [element for element in found if element.key == text.strip()]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise UnknownElement(
            Text(
                id=f"tidak ada objek dengan kunci, kode, atau nama “{text}”",
                en=f"no element has the key, code or name “{text}”",
            ),
            fix=_SEARCH.filled(words=_argument(text)),
        )
    keys = ", ".join(element.key for element in found)
    raise AmbiguousElement(
        Text(id=f"“{text}” dapat berarti {len(found)} objek", en=f"“{text}” may mean {len(found)} elements"),
        fix=Text(id=f"pakai salah satu kunci: {keys}", en=f"use one of the keys: {keys}"),
    )


_SEARCH = Text(
    id="cari dahulu: simpul find {words}, lalu pakai kuncinya",
    en="search first: simpul find {words}, then use its key",
)
_SHELL_READS = frozenset('"$`\\!')  # also between double quotes


def _argument(text: str) -> str | Text:
    """Return a text as the argument of a command that can be pasted; what to write where it is blank."""
    words = " ".join(text.split())
    if not words:
        return Text(id="TEKS", en="TEXT")
    return f'"{words}"' if _SHELL_READS.isdisjoint(words) else shlex.quote(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What a search is narrowed to, besides its text; None does not narrow."""

    kinds: tuple[ElementKind, ...] | None = None
    scope: str | None = None
    status: Status | None = None


def find(
    store: Store,
    text: str,
    kind: ElementKind | None = None,
    *,
    within: Narrowed | None = None,
    limit: int = 50,
    skip: int = 0,
) -> tuple[list[Found], int]:
    """Return a page of the elements whose name, code or key has the text, best first, and their number."""
    wanted = within or Narrowed()
    given: dict[str, Any] = {
        "text": text.strip().lower(),
        "kind": kind.value if kind else None,
        "kinds": [one.value for one in wanted.kinds] if wanted.kinds else None,
        "scope": wanted.scope,
        "status": wanted.status.value if wanted.status else None,
    }
    owners = [relation.value for relation in OWNERSHIP]
    rows = store.read(_FIND, **given, owners=owners, limit=limit, skip=skip)
    total = int(store.read(_COUNT, **given)[0]["total"])
    return [_hit(given["text"], **row) for row in rows], total


def _hit(text: str, *, names: list[str] | None, aliases: list[str] | None, **row: Any) -> Found:
    plain = (row["name"], row["key"], row.pop("code"), row.pop("abbreviation"))
    also, formerly = matched(text, plain, names or (), aliases or ())
    return Found(**{**row, "kind": ElementKind(row["kind"])}, also=also, formerly=formerly)


def names_of(store: Store, keys: Iterable[str]) -> dict[str, str]:
    """Return what the elements with these keys are called, by key; what is gone is left out."""
    return {row["key"]: row["name"] for row in store.read(_NAMES, keys=sorted(keys))}


def show(store: Store, element: Element) -> Shown:
    """Return an element with its relations, open references, open findings and the origin of its values."""
    edges = graph.relations(store, [element.uid])
    ends = {edge.target if edge.source == element.uid else edge.source for edge in edges.values()}
    open_ = graph.open_references(store, [element.uid])
    candidates = {uid for reference in open_.values() for uid in reference.candidates}
    briefs = briefs_of(store, [*ends, *candidates])
    said = merging.said_of(store, [element.uid], merging.merges(store)).get(element.uid, [])
    by_id = {record.id: record for record in said}
    return Shown(
        element=element,
        relations=tuple(related(element, edges, briefs)),
        references=tuple(
            (
                reference,
                tuple(briefs[uid].key for uid in reference.candidates if uid in briefs),
                reference_place(reference, by_id),
            )
            for reference in open_.values()
        ),
        findings=tuple(findings.findings_of(store, element.uid)),
        origins=origins(element.uid, said),
    )


def briefs_of(store: Store, uids: list[str]) -> dict[str, Brief]:
    """Return key, kind and name of elements, by uid."""
    found = (row for batch in graph.batches(uids) for row in store.read(_ENDS, uids=list(batch)))
    return {row["uid"]: Brief(**{**row, "kind": ElementKind(row["kind"])}) for row in found}


def origins(uid: str, said: list[Record]) -> dict[str, Origin]:
    """Return where each value of an element comes from: what a merge chose, from the cell that says it."""
    folded = fold(said, uid)
    counting = counted(said, uid, folded)
    merged = {record.load for record in said if record.act is Act.MERGE}

    def cell_of(record: Record, name: str) -> Record:
        if record.load not in merged or record.act is not Act.SAY:
            return record
        alike = [one for one in said if one.file and one.values.get(name) == record.values.get(name)]
        return max(alike, key=lambda one: (one.uid == uid, rank(one)), default=record)

    return {
        name: Origin(record.values.get(name), record.load, record.at, record.by, _cell(record, name))
        for name, origin in counting.items()
        for record in (cell_of(origin, name),)
    }


def _cell(record: Record, name: str) -> Place:
    return Place(file=record.file, sheet=record.sheet, row=record.row, column=record.columns.get(name))


def related(
    element: Element, edges: dict[str, Relation], briefs: dict[str, Brief]
) -> list[tuple[Relation, str, Brief]]:
    """Return the relations of an element with the other end: first those that point away, by type and key."""
    found: list[tuple[Relation, str, Brief]] = []
    for edge in edges.values():
        if edge.source == element.uid:
            found.append((edge, "out", briefs[edge.target]))
        if edge.target == element.uid:
            found.append((edge, "in", briefs[edge.source]))
    return sorted(found, key=lambda item: (item[1] != "out", item[0].relation.value, item[2].key, item[0].id))


def reference_place(reference: OpenReference, said: dict[str, Record]) -> Place:
    """Return the cell of an open reference; said: records by id."""
    record = said.get(reference.record or "")
    return Place(
        file=record.file if record else None,
        sheet=record.sheet if record else None,
        row=reference.row,
        column=reference.column,
    )
