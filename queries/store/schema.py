"""The schema of a store: identity, constraints, indexes, version; made once and migrated when it is older."""

import hashlib
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from model.faults import StoreFault
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries.store.store import Statement, Store

SCHEMA_VERSION = 1
Migration = Callable[[Store, Metamodel], None]  # from one version to the next; may be run again after a crash
MIGRATIONS: Mapping[int, Migration] = {}  # by the version it starts from

# label → identity
_IDENTITIES = {
    "Element": "uid",
    "Record": "id",
    "Load": "id",
    "Finding": "id",
    "OpenReference": "id",
    "Weighting": "id",
    "Synonym": "id",
    "KnownLayout": "id",
    "SavedScenario": "id",
    "Meta": "id",
    "Lease": "id",
}
# label → properties that questions look up, besides identities
_LOOKED_UP = {
    "Element": ("key", "scope", "revision"),
    "Record": ("load", "uid", "scope", "other", "source", "file"),
    "Finding": ("load", "element"),
    "OpenReference": ("holder",),
    "Tombstone": ("revision",),
}
_META = """
MATCH (m:Meta {id: 'store'})
RETURN m.store AS store, m.schema AS schema, m.metamodel AS metamodel, m.declared AS declared
"""
_ANYTHING = "MATCH (n) RETURN count(n) AS nodes"
_CREATE_META = """
MERGE (m:Meta {id: 'store'})
ON CREATE SET m.store = $store, m.revision = 0, m.schema = $schema, m.metamodel = $metamodel,
              m.declared = $declared
"""
_SET_SCHEMA = "MATCH (m:Meta {id: 'store'}) SET m.schema = $schema"
_SET_DECLARED = "MATCH (m:Meta {id: 'store'}) SET m.declared = $declared"
_SET_METAMODEL = "MATCH (m:Meta {id: 'store'}) SET m.metamodel = $metamodel"
_OTHER_METAMODEL = Text(
    id="penyimpanan ini ditulis dengan metamodel lain; sifat dan pilihannya dapat berbeda dari yang tampak",
    en="this store was written with another metamodel; properties and choices may differ from those shown",
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What preparing found.

    store: the identity of the store. created: it was empty. notices: what the user should be told.
    """

    store: str
    created: bool
    notices: tuple[Text, ...] = ()


def prepare(
    store: Store,
    metamodel: Metamodel,
    version: int = SCHEMA_VERSION,
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> Prepared:
    """Bring a store to the present schema, whatever it is now; one read when there is nothing to do.

    Raises:
        StoreFault: a newer simpul wrote it, it is too old to be migrated, or it holds somebody else's data.
    """
    declared = _declared(metamodel)
    found = store.read(_META)
    if not found:
        return _created(store, metamodel, version, declared)
    meta = found[0]
    _migrate(store, metamodel, int(meta["schema"]), version, migrations)
    if meta["declared"] != declared:
        _declare(store, metamodel)
        store.write([Statement(_SET_DECLARED, {"declared": declared})])
    notices = (_OTHER_METAMODEL,) if meta["metamodel"] != metamodel.digest else ()
    return Prepared(store=meta["store"], created=False, notices=notices)


def adopt(store: Store, metamodel: Metamodel) -> None:
    """Note that the store is written with this metamodel from now on."""
    store.write([Statement(_SET_METAMODEL, {"metamodel": metamodel.digest})])


def declarations(metamodel: Metamodel) -> Iterator[str]:
    """Yield the statements that declare all constraints and indexes; each may be run again."""
    for label, name in _IDENTITIES.items():
        yield (
            f"CREATE CONSTRAINT {label.lower()}_{name} IF NOT EXISTS "
            f"FOR (n:{label}) REQUIRE n.{name} IS UNIQUE"
        )
    for label, names in _LOOKED_UP.items():
        for name in names:
            yield _node_index(label, name)
    for kind in metamodel.kinds:
        yield _node_index(kind.kind.value, "code")
    for relation in metamodel.relations:
        label = relation.relation.value
        yield (f"CREATE INDEX {label.lower()}_revision IF NOT EXISTS FOR ()-[r:{label}]-() ON (r.revision)")


def _node_index(label: str, name: str) -> str:
    return f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"


def _created(store: Store, metamodel: Metamodel, version: int, declared: str) -> Prepared:
    if store.read(_ANYTHING)[0]["nodes"]:
        raise StoreFault(
            Text(
                id=f"basis data di {store.address} berisi data yang bukan dari simpul",
                en=f"the database at {store.address} holds data that is not simpul's",
            ),
            fix=Text(
                id="pilih basis data kosong dengan NEO4J_DATABASE, atau kosongkan yang ini",
                en="choose an empty database with NEO4J_DATABASE, or empty this one",
            ),
        )
    _declare(store, metamodel)
    fresh = {
        "store": uuid.uuid4().hex,
        "schema": version,
        "metamodel": metamodel.digest,
        "declared": declared,
    }
    store.write([Statement(_CREATE_META, fresh)])
    # another client may have been quicker: its identity holds
    meta: dict[str, Any] = store.read(_META)[0]
    return Prepared(store=meta["store"], created=meta["store"] == fresh["store"])


def _declare(store: Store, metamodel: Metamodel) -> None:
    for cypher in declarations(metamodel):  # Neo4j takes one schema change a transaction
        store.write([Statement(cypher, {})])


def _declared(metamodel: Metamodel) -> str:
    return hashlib.sha256("\n".join(declarations(metamodel)).encode()).hexdigest()[:16]


def _migrate(
    store: Store, metamodel: Metamodel, present: int, wanted: int, migrations: Mapping[int, Migration]
) -> None:
    if present > wanted:
        raise StoreFault(
            Text(
                id=f"penyimpanan ini ditulis simpul yang lebih baru (skema {present}, di sini {wanted})",
                en=f"a newer simpul wrote this store (schema {present}, here {wanted})",
            ),
            fix=Text(
                id="perbarui simpul: uv tool upgrade simpul", en="upgrade simpul: uv tool upgrade simpul"
            ),
        )
    if any(step not in migrations for step in range(present, wanted)):
        raise StoreFault(
            Text(
                id=f"penyimpanan ini terlalu lama untuk dimutakhirkan (skema {present}, di sini {wanted})",
                en=f"this store is too old to be migrated (schema {present}, here {wanted})",
            ),
            fix=Text(
                id="dengan simpul lama: simpul db backup BERKAS; dengan yang ini: simpul db restore BERKAS",
                en="with the old simpul: simpul db backup FILE; with this one: simpul db restore FILE",
            ),
        )
    for step in range(present, wanted):
        migrations[step](store, metamodel)
        store.write([Statement(_SET_SCHEMA, {"schema": step + 1})])
