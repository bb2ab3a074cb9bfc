"""The example province: the delivery it comes as, and loading it through the ordinary import."""

from collections.abc import Callable
from contextlib import ExitStack
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from uuid import uuid4

from ingest.planning.plan import Import, planned_import
from ingest.reading import read
from model.metamodel.metamodel import Metamodel
from queries.loads.applying import Writer, applied, next_load_id
from queries.loads.plan import Plan
from queries.store.store import Store

_READ, _PLANNED = 0.4, 0.5  # shares of the whole after which each part is done


def deliveries() -> tuple[Traversable, ...]:
    """Return the files of the example province, in the order of their names."""
    folder = files("seed") / "deliveries"
    return tuple(sorted(folder.iterdir(), key=lambda file: file.name))


def load_province(
    store: Store, metamodel: Metamodel, writer: Writer, progress: Callable[[float], None] | None = None
) -> Plan:
    """Load the example as one import, and return what was written. progress: share done, 0–1."""
    tell = progress or (lambda _: None)
    with ExitStack() as kept:
        paths = [kept.enter_context(as_file(file)) for file in deliveries()]
        reading = read(paths, metamodel, progress=lambda share: tell(share * _READ))
    now = writer.clock()
    wanted = Import(load=next_load_id(store, now), by=writer.name, now=now)
    plan = planned_import(store, metamodel, reading, wanted, lambda: uuid4().hex)
    tell(_PLANNED)
    return applied(store, metamodel, plan, writer, lambda share: tell(_PLANNED + share * (1 - _PLANNED)))
