"""The snapshot of a store's present revision: shared in this process, kept on disk, patched after edits."""

from pathlib import Path
from threading import Lock

from model.faults import StoreFault
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries.loads.applying import Writer
from queries.loads.lease import lease
from queries.snapshot.cache import Cache
from queries.snapshot.reading import Standing, changes, standing, whole
from queries.snapshot.snapshot import Snapshot, compile_snapshot, patched
from queries.store.store import Statement, Store

FOLDER = "snapshots"  # in the data folder
WORTH_KEEPING = 1_000  # rows of a patch from which a file saves more than writing it costs
MOST_STEPS = 1_000  # between a kept snapshot and the present from which all is read anew
_TRIES = 5  # a step that is applied while the graph is read makes it be read again
_REFRESH = """
MATCH (m:Meta {id: 'store'})
SET m.refreshed = coalesce(m.refreshed, 0) + 1, m.revision = m.revision + 1
"""


def current_snapshot(store: Store, metamodel: Metamodel, home: Path) -> Snapshot:
    """Return the snapshot of the store's present revision; the same one to all threads of the process.

    While a load is being applied it is the last one from before, where there is one.
    home: the data folder; files are kept in a private folder in it.

    Raises:
        StoreFault: the store failed, or does not stop changing.
    """
    return _keeper(home, metamodel).current(store)


def refreshed_snapshot(store: Store, metamodel: Metamodel, home: Path, writer: Writer) -> Snapshot:
    """Read the store anew after edits made outside, and return its snapshot; other processes follow.

    Raises:
        StoreFault: the store failed, or somebody else is writing.
    """
    with lease(store, writer.name, writer.clock()):
        store.write([Statement(_REFRESH, {})])
    return current_snapshot(store, metamodel, home)


class Keeper:
    """The newest snapshot of each store, read once however many ask at the same time."""

    def __init__(self, folder: Path, metamodel: Metamodel) -> None:
        self._folder = folder
        self._metamodel = metamodel
        self._lock = Lock()
        self._newest: dict[str, Snapshot] = {}  # by series

    def current(self, store: Store) -> Snapshot:
        """Return the snapshot of the store's present revision."""
        with self._lock:
            for _ in range(_TRIES):
                now = standing(store)
                found = self._found(store, now)
                if found is not None:
                    return found
        raise StoreFault(
            Text(id="data berubah terus selagi dibaca", en="the data keeps changing while it is read"),
            fix=Text(
                id="ulangi bila tidak ada impor yang berjalan", en="try again when no import is running"
            ),
        )

    def _found(self, store: Store, now: Standing) -> Snapshot | None:
        """Return the snapshot as the store stands; None if it moved on meanwhile."""
        series = f"{now.store}-{now.refreshed}"
        cache = Cache(self._folder, series, self._metamodel)
        base = self._newest.get(series)
        if base is None or base.revision > now.revision:
            base = cache.newest(now.revision)
        if base is not None and (base.revision == now.revision or now.changing):
            self._newest[series] = base
            return base
        made, rows = self._read(store, now, base)
        if standing(store) != now:
            return None
        if not now.changing:  # half a load is shown where nothing else can be, and never kept
            self._newest = {series: made}
            if rows >= WORTH_KEEPING or base is None:
                cache.keep(made)
        return made

    def _read(self, store: Store, now: Standing, base: Snapshot | None) -> tuple[Snapshot, int]:
        """Return the snapshot and how many rows were read for it."""
        if base is None or now.revision - base.revision > MOST_STEPS:
            elements, relations = whole(store, self._metamodel)
            made = compile_snapshot(self._metamodel, elements, relations, now.revision)
            return made, len(elements.uid) + len(relations.id)
        since = changes(store, self._metamodel, base.revision, now.revision)
        return patched(base, since, now.revision), since.size


_KEEPERS: dict[tuple[Path, str], Keeper] = {}  # of this process


def _keeper(home: Path, metamodel: Metamodel) -> Keeper:
    folder = home / FOLDER
    return _KEEPERS.setdefault((folder, metamodel.digest), Keeper(folder, metamodel))
