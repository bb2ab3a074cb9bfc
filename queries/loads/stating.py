"""Which cells say a relation: where it is held, and what else stands there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from model.directory import Directory
from model.element import Element, Relation
from model.fold import Statement, fold
from model.kinds import RelationKind
from model.linking import Claim, links
from model.metamodel.metamodel import Metamodel
from model.record import Saying
from queries import graph
from queries.loads import merging
from queries.store.store import Store

Cells = dict[str, list[Saying]]  # name of a cell to what else it says


def cells(
    store: Store, metamodel: Metamodel, holders: Sequence[Element], relations: Iterable[str]
) -> dict[str, Cells]:
    """Return, by uid of the holder, the cells that say some relations, each without what says them.

    The rest is said as it stands now: said again, it takes nothing back. relations: their ids.
    """
    wanted = set(relations)
    directory = merging.directory(store)
    said = merging.said_of(store, [one.uid for one in holders], merging.merges(store))
    now = graph.relations(store, [one.uid for one in holders])
    found: dict[str, Cells] = {}
    for holder in holders:
        statements = fold(said.get(holder.uid, ()), holder.uid).statements
        claims = links(holder.uid, holder.address, statements, directory, metamodel).claims
        gone = [claim.statement.saying for claim in claims if claim.id in wanted]
        meaning = _Meaning(directory, metamodel, holder)
        meant = {meaning.of(saying) for saying in gone}
        for cell in sorted({saying.cell for saying in gone}):
            here = [one for one in statements if one.saying.cell == cell]
            # one thing may be named twice in a cell, by code and by name
            rest = [_standing(one, claims, now) for one in here if meaning.of(one.saying) not in meant]
            found.setdefault(holder.uid, {})[cell] = rest
    return found


def _standing(said: Statement, claims: Iterable[Claim], now: Mapping[str, Relation]) -> Saying:
    """Return a statement with its columns as its relation has them now, whoever said these."""
    place = _place(said)
    ids = [claim.id for claim in claims if claim.id in now and _place(claim.statement) == place]
    if len(ids) != 1:
        return said.saying
    columns = now[ids[0]].properties
    properties = {name: columns[name] for name in said.saying.properties if name in columns}
    return replace(said.saying, properties=properties)


def _place(said: Statement) -> tuple[str, str, str, int | None]:
    return said.record.id, said.saying.cell, said.saying.text, said.saying.row


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
