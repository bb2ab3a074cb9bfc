"""Which cells say a relation: where it is held, and what else stands there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.directory import Directory
from model.element import Element
from model.fold import fold
from model.kinds import RelationKind
from model.linking import links
from model.metamodel.metamodel import Metamodel
from model.record import Saying
from queries import merging
from queries.store.store import Store

Cells = dict[str, list[Saying]]  # name of a cell to what else it says


def cells(
    store: Store, metamodel: Metamodel, holders: Sequence[Element], relations: Iterable[str]
) -> dict[str, Cells]:
    """Return, by uid of the holder, the cells that say some relations, each without what says them.

    relations: their ids.
    """
    wanted = set(relations)
    directory = merging.directory(store)
    said = merging.said_of(store, [one.uid for one in holders], merging.merges(store))
    found: dict[str, Cells] = {}
    for holder in holders:
        statements = fold(said.get(holder.uid, ()), holder.uid).statements
        claims = links(holder.uid, holder.address, statements, directory, metamodel).claims
        gone = [claim.statement.saying for claim in claims if claim.id in wanted]
        meaning = _Meaning(directory, metamodel, holder)
        meant = {meaning.of(saying) for saying in gone}
        for cell in sorted({saying.cell for saying in gone}):
            here = [one.saying for one in statements if one.saying.cell == cell]
            # one thing may be named twice in a cell, by code and by name
            found.setdefault(holder.uid, {})[cell] = [one for one in here if meaning.of(one) not in meant]
    return found


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What the references of one element mean."""

    directory: Directory
    metamodel: Metamodel
    holder: Element

    def of(self, saying: Saying) -> tuple[RelationKind, bool, str | None]:
        """Return the relation, its direction and the uid at its other end; an open one keeps its text."""
        partners = self.metamodel.partners(saying.relation, self.holder.kind, reversed=saying.reversed)
        found = self.directory.resolve(saying.text, self.holder.address, saying.to or partners)
        return saying.relation, saying.reversed, found.uid or f"?{saying.text}"
