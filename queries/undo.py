"""Taking a load back: its records are dropped, and the graph is folded again."""

from model.faults import RefusedChange
from model.metamodel.metamodel import Metamodel
from model.record import Load
from model.text import Text
from queries.findings import without_accepted
from queries.plan import Plan, Step
from queries.planning import planned
from queries.store.store import Store


def planned_undo(store: Store, metamodel: Metamodel, load: Load) -> Plan:
    """Return what taking a load back would change.

    What later loads said stays, also where they found the load's rows unchanged.

    Raises:
        RefusedChange: the load was undone before.
    """
    if load.undone:
        raise RefusedChange(
            Text(id=f"{load.called.id} sudah diurungkan", en=f"the {load.called.en} was undone before"),
            fix=Text(id="lihat daftarnya: simpul loads", en="see the list: simpul loads"),
        )
    return without_accepted(store, planned(store, metamodel, Step(load=load, undoes=load.id)))
