"""The whole store as lines of text, and back: records, loads, decisions and aliases with the graph.

One JSON document a line, compressed with gzip: first a head, then nodes, then relations. Read and written
in pages, so that neither side holds a store in memory. Restoring is marked in the store until it is
complete; what an interrupted one left is never taken for a store.
"""

import gzip
import json
import uuid
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.faults import RefusedChange, StoreFault, UnreadableFile
from model.kinds import ElementKind, RelationKind
from model.text import Text
from queries import graph
from queries.files import reason
from queries.store.store import Statement, Store

FORMAT = 1
PAGE = 5_000  # rows
Line = dict[str, Any]

# Labels beside elements, with the property that orders their pages.
_LABELS = {
    "Record": "id",
    "Load": "id",
    "OpenReference": "id",
    "Finding": "id",
    "Weighting": "id",
    "Synonym": "id",
    "KnownLayout": "id",
    "SavedScenario": "id",
}
_TOMBSTONES = "MATCH (t:Tombstone) RETURN properties(t) AS properties"
_META = "MATCH (m:Meta {id: 'store'}) RETURN properties(m) AS properties"
_EDGES = """
UNWIND $uids AS uid
MATCH (a:Element {uid: uid})-[r]->(b:Element)
RETURN type(r) AS relation, a.uid AS source, b.uid AS target, properties(r) AS properties
"""
_BEGIN = "MATCH (m:Meta {id: 'store'}) SET m.restoring = true"
_END = "MATCH (m:Meta {id: 'store'}) SET m = $properties"
_WIPE = "MATCH (n:{label}) WITH n LIMIT 5000 DETACH DELETE n RETURN count(n) AS gone"


@dataclass(frozen=True, slots=True)
class Copied:
    """How much was copied, counted as queries.totals does.

    codes, code_relations: the shipped reference codes, and what they say themselves; not counted otherwise.
    """

    elements: int
    relations: int
    records: int
    codes: int
    code_relations: int


def backup(store: Store, output: Path) -> Copied:
    """Write the whole store to a file, which takes its name only when it is complete.

    Raises:
        UnreadableFile: the file cannot be written.
    """
    partial = output.with_name(f".{output.name}.part")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(partial, "wt", encoding="utf-8", compresslevel=5) as file:
            counts = _Counts()
            for line in counts.counted(lines(store)):
                file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
        partial.replace(output)
    except OSError as error:
        partial.unlink(missing_ok=True)
        why = reason(error)
        raise UnreadableFile(
            Text(
                id=f"cadangan {output} tidak dapat ditulis: {why.id}",
                en=f"the backup {output} cannot be written: {why.en}",
            ),
            fix=Text(
                id="pilih folder lain atau kosongkan ruang", en="choose another folder or free some space"
            ),
        ) from error
    return counts.copied()


def restore(store: Store, source: Path, *, replace: bool) -> Copied:
    """Bring a backup into the store; what it held before must be nothing, unless it may be replaced.

    Raises:
        UnreadableFile: the file is no complete backup. RefusedChange: the store holds loads.
    """
    for _ in _lines_of(source):  # a broken file is found before anything is wiped
        continue
    return copy_into(store, _lines_of(source), replace=replace)


def copy_into(store: Store, source: Iterable[Line], *, replace: bool) -> Copied:
    """Make the store a copy of what the lines say, under an identity of its own.

    Raises:
        RefusedChange: the store holds loads, and they may not be replaced.
    """
    if not replace and not is_restoring(store) and store.read("MATCH (l:Load) RETURN l.id AS id LIMIT 1"):
        raise RefusedChange(
            Text(id="penyimpanan tujuan sudah berisi impor", en="the target store already holds loads"),
            fix=Text(
                id="pakai penyimpanan kosong, atau tambahkan --replace untuk menggantinya seluruhnya",
                en="use an empty store, or add --replace to replace all of it",
            ),
        )
    store.write([Statement(_BEGIN, {})])
    _wipe(store)
    counts = _Counts()
    head: Line = {}
    for kind, rows in _grouped(counts.counted(source)):
        if kind == "head":
            head = rows[0]["meta"]
        else:
            store.write([Statement(_create(kind), {"rows": rows})])
    # another identity: both copies go on from the same revision to different contents
    store.write([Statement(_END, {"properties": {**head, "id": "store", "store": uuid.uuid4().hex}})])
    return counts.copied()


def is_restoring(store: Store) -> bool:
    """Return whether a restore into this store was begun and not completed."""
    return bool(store.read("MATCH (m:Meta {id: 'store'}) RETURN m.restoring AS restoring")[0]["restoring"])


def check_complete(store: Store) -> None:
    """Refuse a store into which a restore was begun and not completed.

    Raises:
        StoreFault: it is such a store.
    """
    if is_restoring(store):
        raise StoreFault(
            Text(
                id="pemulihan cadangan ke penyimpanan ini terputus",
                en="a restore into this store was cut off",
            ),
            fix=Text(
                id="ulangi: simpul db restore BERKAS --replace",
                en="do it again: simpul db restore FILE --replace",
            ),
        )


def lines(store: Store) -> Iterator[Line]:
    """Yield the whole store: a head, nodes, relations."""
    yield {"head": FORMAT, "meta": store.read(_META)[0]["properties"]}
    uids: list[str] = []
    for properties in _pages(store, "Element", "uid"):
        uids.append(properties["uid"])
        yield {"node": "Element", "kind": properties["kind"], "properties": properties}
    for label, order in _LABELS.items():
        for properties in _pages(store, label, order):
            yield {"node": label, "properties": properties}
    for row in store.read(_TOMBSTONES):
        yield {"node": "Tombstone", "properties": row["properties"]}
    for batch in graph.batches(uids, PAGE):
        for row in store.read(_EDGES, uids=list(batch)):
            yield {"edge": row["relation"], **{k: row[k] for k in ("source", "target", "properties")}}
    yield {"end": True}


def _pages(store: Store, label: str, order: str) -> Iterator[dict[str, Any]]:
    cypher = (
        f"MATCH (n:{label}) WHERE n.{order} > $after "
        f"RETURN properties(n) AS properties ORDER BY n.{order} LIMIT {PAGE}"
    )
    after = ""
    while page := store.read(cypher, after=after):
        for row in page:
            yield row["properties"]
        after = page[-1]["properties"][order]


def _grouped(source: Iterable[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Lines of one kind after another, as batches of rows: ("node Server", rows), ("edge USES", rows)."""
    waiting: dict[str, list[Line]] = {}
    for line in source:
        if "end" in line:
            break
        name, row = _row_of(line)
        if name.startswith("edge") and any(other.startswith("node") for other in waiting):
            yield from waiting.items()  # an edge needs its ends
            waiting = {}
        rows = waiting.setdefault(name, [])
        rows.append(row)
        if len(rows) == PAGE:
            yield name, waiting.pop(name)
    yield from waiting.items()


def _row_of(line: Line) -> tuple[str, Line]:
    if "head" in line:
        return "head", line
    if "node" in line:
        return f"node {line.get('kind') or line['node']}", line["properties"]
    return f"edge {line['edge']}", line


def _create(kind: str) -> str:
    form, _, name = kind.partition(" ")
    if form == "edge":
        relation = RelationKind(name).value
        return (
            "UNWIND $rows AS row MATCH (a:Element {uid: row.source}) MATCH (b:Element {uid: row.target}) "
            f"CREATE (a)-[r:{relation}]->(b) SET r = row.properties"
        )
    if name in (*_LABELS, "Tombstone"):
        return f"UNWIND $rows AS row CREATE (n:{name}) SET n = row"
    return f"UNWIND $rows AS row CREATE (n:Element:{ElementKind(name).value}) SET n = row"


def _wipe(store: Store) -> None:
    for label in ("Element", *_LABELS, "Tombstone"):
        statement = Statement(_WIPE.format(label=label), {})
        while store.write([statement])[0][0]["gone"]:
            continue


def _lines_of(source: Path) -> Iterator[Line]:
    try:
        with gzip.open(source, "rt", encoding="utf-8") as file:
            head = json.loads(file.readline() or "{}")
            if head.get("head") != FORMAT:
                raise _no_backup(source)
            yield head
            for text in file:
                line = json.loads(text)
                if "end" in line:
                    return
                yield line
    except (EOFError, ValueError, gzip.BadGzipFile, zlib.error) as error:
        raise _no_backup(source) from error
    except OSError as error:
        why = reason(error)
        raise UnreadableFile(
            Text(
                id=f"cadangan {source} tidak dapat dibaca: {why.id}",
                en=f"the backup {source} cannot be read: {why.en}",
            ),
            fix=Text(
                id="periksa nama dan izin berkas yang ditulis oleh: simpul db backup BERKAS",
                en="check the file's name and permissions; it is written by: simpul db backup FILE",
            ),
        ) from error
    raise _no_backup(source)  # its last line is missing


def _no_backup(source: Path) -> UnreadableFile:
    return UnreadableFile(
        Text(
            id=f"{source} bukan cadangan Simpul yang lengkap",
            en=f"{source} is not a complete backup of Simpul",
        ),
        fix=Text(
            id="pakai berkas yang ditulis oleh: simpul db backup BERKAS",
            en="use a file written by: simpul db backup FILE",
        ),
    )


class _Counts:
    """Counts what passes by."""

    def __init__(self) -> None:
        self.nodes: dict[str, int] = {}
        self.edges = 0
        self.codes: set[str] = set()
        self.code_edges = 0

    def counted(self, source: Iterable[Line]) -> Iterator[Line]:
        for line in source:
            if "node" in line:
                self.nodes[line["node"]] = self.nodes.get(line["node"], 0) + 1
                if "reference_set" in line["properties"]:
                    self.codes.add(line["properties"]["uid"])
            self.edges += "edge" in line
            self.code_edges += line.get("source") in self.codes
            yield line

    def copied(self) -> Copied:
        codes = len(self.codes)
        return Copied(
            elements=self.nodes.get("Element", 0) - codes,
            relations=self.edges - self.code_edges,
            records=self.nodes.get("Record", 0),
            codes=codes,
            code_relations=self.code_edges,
        )
