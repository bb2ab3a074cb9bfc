"""A what-if that somebody wants to have becomes a record: an initiative towards the target state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.edit.editing import Edit
from ingest.initiatives import Initiatives, next_number
from model.faults import RefusedChange
from model.keys import parse_key
from model.kinds import ElementKind, Layer
from model.metamodel.metamodel import Metamodel
from model.record import Value
from model.text import Text
from queries import graph
from queries.loads.plan import Plan
from queries.loads.planning import planned
from queries.store.store import Store

TARGET = "TGT"  # what numbers begin with
_INFRASTRUCTURE = "Infrastruktur"  # of the seven contents of a roadmap, the one of machines and places
_LONGEST = 120  # letters of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Changes that are wanted.

    told: each as a sentence. concerned: uids of elements that are there. new: kind, key and name of others.
    """

    told: Sequence[Text]
    concerned: Sequence[str]
    new: Sequence[tuple[ElementKind, str, str]] = ()


def planned_target(
    store: Store, metamodel: Metamodel, wanted: Wanted, edit: Edit, new_uid: Callable[[], str]
) -> tuple[str, Plan]:
    """Return the number of an initiative that describes wanted changes, and what recording it would change.

    It concerns all elements the changes are about; new ones become planned elements in the same load. The
    relations of today stay as they are: they change when the change is made.

    Raises:
        RefusedChange: nothing is changed, or a new element is there already.
    """
    found = graph.elements(store, wanted.concerned)
    if not wanted.told or not (found or wanted.new):
        raise RefusedChange(
            Text(id="belum ada perubahan yang dicoba", en="no change has been tried yet"),
            fix=Text(id="tambahkan sedikitnya satu perubahan", en="add at least one change"),
        )
    number = next_number(store, TARGET, edit.now.year)
    writer = Initiatives(edit, new_uid, metamodel)
    directory = graph.directory(store)
    made = [writer.plan(key, name, directory) for kind, key, name in wanted.new]
    here = [found[uid] for uid in wanted.concerned if uid in found]
    kinds = {element.kind for element in here} | {kind for kind, _, _ in wanted.new}
    values: dict[str, Value] = {
        "name": f"Kondisi target: {wanted.told[0].id.rstrip('.')}"[:_LONGEST],
        "description": "\n".join(text.id for text in wanted.told),
        "year_from": edit.now.year,
    }
    if {metamodel.kind(kind).layer for kind in kinds} == {Layer.TECHNOLOGY}:
        values["program"] = _INFRASTRUCTURE
    scope = here[0].scope if here else parse_key(made[0]).scope
    writer.initiative(number, scope, values, (None, [*(one.key for one in here), *made]))
    return number, planned(store, metamodel, writer.step(scope), directory)
