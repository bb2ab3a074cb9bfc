"""Planning: what a step of records would change in the graph. Reads the store, writes nothing.

The graph is the fold of the records. A step touches some elements; their records are folded again, the
references that what changed may answer are resolved again, and the result is compared with the graph.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from model.directory import (
    Directory,
    may_mean,
    overtaken_tokens,
    reference_tokens,
)
from model.element import Element, Relation, is_shipped
from model.entry import Entry, entry_of
from model.fold import Folded, fold, heard_in
from model.kinds import ElementKind
from model.linking import Claim, Links, joined, links
from model.merging import Merges
from model.metamodel.metamodel import Metamodel
from model.record import Act, Record
from queries import graph, records
from queries.findings import values_waiting
from queries.garbage import uncollected
from queries.loads import merging, notices, regrouping
from queries.loads.near import Neighbours
from queries.loads.plan import ElementChange, GraphChange, Plan, Step
from queries.rules import SOURCES_DISAGREE
from queries.store.store import Store


@dataclass
class _Picture:
    """The part of the graph that a step concerns, as it is and as it becomes.

    touched: elements whose records change or must be told about again; compared as a whole.
    relinked: elements whose records stay, but whose references may now mean something else.
    supporting: elements that hold relations together with these; consulted, not compared.
    merges: as they stand after the step.
    """

    directory: Directory
    touched: set[str]
    merges: Merges
    folded: dict[str, Folded] = field(default_factory=dict)
    before: dict[str, Element] = field(default_factory=dict)
    edges: dict[str, Relation] = field(default_factory=dict)
    relinked: set[str] = field(default_factory=set)
    links: dict[str, Links] = field(default_factory=dict)
    former: dict[str, frozenset[str]] = field(default_factory=dict)  # tokens before an interrupted load
    ending: set[str] = field(default_factory=set)  # elements that may hold relations that end at them
    moved: set[Entry] = field(default_factory=set)  # entries, old and new, whose tokens change

    @property
    def compared(self) -> set[str]:
        """The elements whose own relations and references are compared."""
        return self.touched | self.relinked

    @property
    def in_store(self) -> set[str]:
        """The elements compared that the graph has already."""
        return self.before.keys() | self.relinked

    def note_ending(self, uid: str, said: Iterable[Record]) -> None:
        """Note an element whose records, old or new, say a relation that ends at it."""
        if any(saying.reversed for record in said for saying in record.sayings):
            self.ending.add(uid)


@uncollected()
def planned(store: Store, metamodel: Metamodel, step: Step, directory: Directory | None = None) -> Plan:
    """Return what a step would change.

    directory: of the store at its present revision, to save reading it again; it is changed.
    """
    at = step.made_on if step.made_on is not None else graph.revision(store)
    dropped = tuple(records.records_of_load(store, step.undoes)) if step.undoes else ()
    released = tuple(records.confirmed_by(store, step.undoes)) if step.undoes else ()
    before, merges, touched = _concerned(store, step, dropped, released)
    if not touched and not step.confirmed:  # decisions about pairs leave the graph alone
        return Plan(
            step=step,
            revision=at,
            graph=GraphChange(elements_unchanged=step.untouched),
            findings=step.findings,
            dropped=dropped,
            released=released,
            closes=step.corrects,
        )
    known = directory if directory is not None else graph.directory(store)
    known.homes = merges.scopes
    picture = _Picture(directory=known, touched=touched, merges=merges)
    _draw(store, metamodel, picture, step, _moved_scopes(before, merges))
    change = _difference(store, picture, step)
    told_of = notices.Known(known, metamodel)
    waiting = values_waiting(store, SOURCES_DISAGREE.name, picture.before)
    ended = notices.ended(picture.folded, told_of, waiting)
    groups, settled = regrouping.regrouped(store, metamodel, _redrawn(picture, change, step), picture.touched)
    findings = (
        *step.findings,
        *notices.told(picture.folded, picture.links, told_of, step, change),
        *groups,
    )
    return Plan(
        step=step,
        revision=at,
        graph=change,
        findings=findings,
        dropped=dropped,
        released=released,
        names=_names(change, picture),
        scopes=tuple(merges.one_with(step.load.scope)) if step.load.scope else (),
        closes=(*step.corrects, *settled, *ended),
    )


def _draw(
    store: Store, metamodel: Metamodel, picture: _Picture, step: Step, moved: Mapping[str, tuple[str, str]]
) -> None:
    """Fold and link all that a step concerns. moved: scopes that count as another one, before and after."""
    entries = picture.directory.entries
    picture.touched |= {uid for uid, entry in entries.items() if moved and entry.address in moved}
    _fold_touched(store, picture, step)
    _find_relinked(store, picture, _changed_tokens(picture))
    picture.relinked |= _beside(picture.directory, moved) - picture.touched
    _fold_relinked(store, picture)
    _read_edges(store, picture)
    _link(picture, picture.compared, metamodel)
    supporting = _fold_supporting(store, picture)
    _link(picture, supporting, metamodel)
    _suggest(picture, metamodel)


def _redrawn(picture: _Picture, change: GraphChange, step: Step) -> regrouping.Redrawn:
    elements = ((uid, one.element) for uid, one in picture.folded.items())
    return regrouping.Redrawn(
        step=step,
        change=change,
        claims=[claim for found in picture.links.values() for claim in found.claims],
        read=frozenset(picture.in_store),
        edges=picture.edges,
        elements={uid: element for uid, element in elements if element is not None},
        directory=picture.directory,
    )


def _concerned(
    store: Store, step: Step, dropped: Iterable[Record], released: Iterable[Record]
) -> tuple[Merges, Merges, set[str]]:
    """Return the merges as they stand before and after a step, and the elements whose records it changes."""
    standing = merging.merges(store)
    before = standing.without(step.load.id) if step.refolds else standing
    after = standing.with_records(step.records, dropped)
    return before, after, _at_home(_touched(step, (*dropped, *released)), before, after)


def _moved_scopes(before: Merges, after: Merges) -> dict[str, tuple[str, str]]:
    """Return the scopes that count as another one than before the step, each with what counted and counts."""
    scopes = before.scopes.keys() | after.scopes.keys()
    moved = {scope: (before.scopes.get(scope, scope), after.scopes.get(scope, scope)) for scope in scopes}
    return {scope: ends for scope, ends in moved.items() if ends[0] != ends[1]}


def _beside(directory: Directory, moved: Mapping[str, tuple[str, str]]) -> set[str]:
    """Return the elements in the scopes that scopes left or joined: a code may mean another element there."""
    near = {one for ends in moved.values() for one in ends}
    return {uid for uid, entry in directory.entries.items() if entry.scope in near} if near else set()


def _at_home(uids: Iterable[str], before: Merges, after: Merges) -> set[str]:
    """Return the elements whose records these are, before the step and after it; a merge touches both."""
    changed = set(before.by_gone.keys() ^ after.by_gone.keys())
    changed |= {u for u, merge in after.by_gone.items() if before.by_gone.get(u, merge) != merge}
    everybody = {*uids, *changed}
    return changed | {home for uid in everybody for home in (before.home(uid), after.home(uid))}


def _touched(step: Step, silenced: Iterable[Record]) -> set[str]:
    """Return the elements whose records change or must be told about again."""
    touched = {record.uid for record in (*step.records, *silenced) if record.folds}
    # an unchanged row is told about again only for its references; a mere mention has none
    touched |= {record.uid for record in step.confirmed if record.sayings or _may_revive(record)}
    return touched | step.refolds


def _may_revive(record: Record) -> bool:
    """Whether a confirmed row may bring back an element that had been withdrawn since."""
    return record.act is Act.ROW


def _fold_touched(store: Store, picture: _Picture, step: Step) -> None:
    existing = picture.touched & picture.directory.entries.keys()
    retold = picture.touched if step.undoes else existing | step.refolds
    kept = merging.said_of(store, retold, picture.merges)
    new: dict[str, list[Record]] = {}
    for record in step.records:
        new.setdefault(picture.merges.home(record.uid), []).append(record)
    confirmed = {record.id for record in step.confirmed}
    picture.before = graph.elements(store, existing)
    for uid in picture.touched:
        standing = kept.get(uid, ())
        live = [*_after(standing, step, confirmed), *new.get(uid, ())]
        picture.note_ending(uid, (*standing, *live))
        picture.folded[uid] = _folded(uid, live, picture.before.get(uid), picture.merges)
    if step.refolds:  # the graph may hold some of this step already: take it back in thought
        picture.former = _former(store, picture, step)


def _former(store: Store, picture: _Picture, step: Step) -> dict[str, frozenset[str]]:
    """Return under which tokens the touched elements were found before an interrupted load."""
    merges = picture.merges.without(step.load.id)
    said = merging.said_of(store, picture.touched, merges)
    found: dict[str, frozenset[str]] = {}
    for uid in picture.touched:
        earlier = fold(_without(said.get(uid, ()), step.load.id), uid).element
        found[uid] = entry_of(earlier).tokens if earlier else frozenset()
    return found


def _folded(uid: str, live: Iterable[Record], before: Element | None, merges: Merges) -> Folded:
    """Fold an element's records; the shipped reference codes stand without any, whatever is said of them."""
    live = list(live)
    folded = fold(live, uid)
    if before is not None and is_shipped(before):
        return replace(folded, element=replace(before, heard=heard_in(live)))
    return replace(folded, element=merges.placed(folded.element)) if folded.element else folded


def _after(kept: Iterable[Record], step: Step, confirmed: set[str]) -> Iterable[Record]:
    if step.undoes:
        return _without(kept, step.undoes)
    load = step.load.id
    here = {record.id: record for record in step.confirmed}
    return [
        _found(replace(record, confirmations=(*record.confirmations, load)), here[record.id])
        if record.id in confirmed and load not in record.confirmations
        else record
        for record in kept
    ]


def _found(record: Record, here: Record) -> Record:
    """Return a record that was confirmed with the place where it stands now."""
    return replace(record, file=here.file, sheet=here.sheet, row=here.row)


def _without(kept: Iterable[Record], undone: str | None) -> list[Record]:
    """Records after a load is taken back: one that a later load found unchanged lives on in that load."""
    if undone is None:
        return list(kept)
    live: list[Record] = []
    for record in kept:
        rest = tuple(load for load in record.confirmations if load != undone)
        if record.load != undone:
            live.append(replace(record, confirmations=rest))
        elif rest:
            live.append(replace(record, load=rest[0], confirmations=rest[1:]))
    return live


def _changed_tokens(picture: _Picture) -> set[str]:
    """Bring the directory to the state after the step; return the tokens that mean something else now."""
    tokens: set[str] = set()
    for uid in picture.touched:
        element = picture.folded[uid].element
        before = picture.directory.entries.get(uid)
        changed = picture.directory.put(entry_of(element)) if element else picture.directory.drop(uid)
        if uid in picture.former:
            after = entry_of(element).tokens if element else frozenset()
            changed |= picture.former[uid] ^ after
        if changed:
            tokens |= changed
            picture.moved |= {entry for entry in (before, picture.directory.entries.get(uid)) if entry}
    return tokens


def _find_relinked(store: Store, picture: _Picture, tokens: set[str]) -> None:
    """Find the elements whose references may now mean something else."""
    alike = picture.directory.shorter_forms(picture.moved)
    agencies = [entry for entry in picture.moved if entry.kind is ElementKind.ORG_UNIT]
    answered = {
        holder
        for holder, text in (graph.open_texts(store) if tokens else ())
        if not tokens.isdisjoint(reference_tokens(text)) or any(may_mean(text, one) for one in agencies)
    }
    overtaken = {token for one in picture.moved for token in overtaken_tokens(one)}
    new = picture.touched - picture.before.keys()  # nothing in the graph leads to them
    rivals = (picture.directory.meaning(tokens | overtaken) | alike) - new
    renamed = rivals | _renamed(picture)
    edges = graph.relations(store, renamed)
    moved = {
        holder for edge in edges.values() for holder in edge.holders if _other_end(edge, holder) in renamed
    }
    picture.relinked = (answered | moved) - picture.touched


def _renamed(picture: _Picture) -> set[str]:
    """Return the elements, among those touched, that are called otherwise now, or are gone."""
    changed = {uid for uid, tokens in picture.former.items() if uid in picture.before}
    for uid, before in picture.before.items():
        after = picture.folded[uid].element
        if after is None or entry_of(after).tokens != entry_of(before).tokens:
            changed.add(uid)
    return changed


def _other_end(edge: Relation, holder: str) -> str:
    return edge.target if edge.source == holder else edge.source


def _fold_relinked(store: Store, picture: _Picture) -> None:
    kept = merging.said_of(store, picture.relinked, picture.merges)
    shipped = graph.elements(store, {uid for uid in picture.relinked if _stands_alone(kept.get(uid, ()))})
    for uid in picture.relinked:
        picture.folded[uid] = _folded(uid, kept.get(uid, ()), shipped.get(uid), picture.merges)
        picture.note_ending(uid, kept.get(uid, ()))


def _read_edges(store: Store, picture: _Picture) -> None:
    """Read the relations that the elements compared hold, or now say; hubs have many that others hold."""
    known = picture.in_store
    picture.edges = {
        **graph.relations_from(store, known),
        **graph.relations_to(store, known & picture.ending),
    }


def _stands_alone(said: Iterable[Record]) -> bool:
    return not any(record.act is Act.ROW for record in said)


def _fold_supporting(store: Store, picture: _Picture) -> set[str]:
    """Fold the elements that hold relations together with those compared; only what they hold counts."""
    compared = picture.compared
    claimed = {claim.id for uid in compared & picture.links.keys() for claim in picture.links[uid].claims}
    supporting = {
        holder
        for edge in picture.edges.values()
        if edge.id in claimed or not compared.isdisjoint(edge.holders)
        for holder in edge.holders
    } - compared
    kept = merging.said_of(store, supporting, picture.merges)
    shipped = graph.elements(store, {uid for uid in supporting if _stands_alone(kept.get(uid, ()))})
    for uid in supporting:
        picture.folded[uid] = _folded(uid, kept.get(uid, ()), shipped.get(uid), picture.merges)
    return supporting


def _link(picture: _Picture, uids: set[str], metamodel: Metamodel) -> None:
    for uid in sorted(uids):
        folded = picture.folded[uid]
        if folded.element is not None:
            picture.links[uid] = links(
                uid, folded.element.address, folded.statements, picture.directory, metamodel
            )


def _suggest(picture: _Picture, metamodel: Metamodel) -> None:
    """Give references that were found nowhere their near names as candidates."""
    neighbours = Neighbours(picture.directory, metamodel)
    for uid in picture.compared & picture.links.keys():
        found = picture.links[uid]
        for position, (reference, statement) in enumerate(found.open):
            if not reference.candidates:
                near = notices.nearest(neighbours, reference, statement)
                found.open[position] = (near, statement)


def _difference(store: Store, picture: _Picture, step: Step) -> GraphChange:
    compared = picture.compared  # a union of large sets: made once
    claims = [claim for found in picture.links.values() for claim in found.claims]
    held = {claim.id for claim in claims if claim.holder in compared}
    own = {record.id for record in (*step.records, *step.confirmed)}
    stated = {claim.id for claim in claims if step.undoes or claim.statement.record.id in own}
    after = {id_: relation for id_, relation in joined(claims).items() if id_ in held}
    before = {id_: edge for id_, edge in picture.edges.items() if not compared.isdisjoint(edge.holders)}
    # a relation that only others still hold stays, without the holder that let it go
    after.update(_still_held(before, after, claims))
    opened = {ref.id: ref for uid in compared if uid in picture.links for ref, _ in picture.links[uid].open}
    known = graph.open_references(store, compared & picture.in_store)
    elements = _elements(picture)
    return GraphChange(
        added=elements.added,
        changed=elements.changed,
        removed=elements.removed,
        elements_unchanged=elements.elements_unchanged + _merely_confirmed(picture, step),
        relations_added=tuple(after[i] for i in sorted(after.keys() - before.keys() - picture.edges.keys())),
        relations_changed=tuple(
            (picture.edges[i], after[i])
            for i in sorted(after.keys() & picture.edges.keys())
            if after[i] != picture.edges[i]
        ),
        relations_removed=tuple(before[i] for i in sorted(before.keys() - after.keys())),
        relations_unchanged=sum(
            after[i] == picture.edges[i] for i in after.keys() & picture.edges.keys() & stated
        ),
        references_opened=tuple(ref for id_, ref in sorted(opened.items()) if known.get(id_) != ref),
        references_closed=tuple(ref for id_, ref in sorted(known.items()) if id_ not in opened),
    )


def _still_held(
    before: Mapping[str, Relation], after: Mapping[str, Relation], claims: list[Claim]
) -> dict[str, Relation]:
    lost = before.keys() - after.keys()
    return joined(claim for claim in claims if claim.id in lost)


def _elements(picture: _Picture) -> GraphChange:
    added: list[Element] = []
    changed: list[ElementChange] = []
    removed: list[Element] = []
    unchanged = 0
    for uid in sorted(picture.touched):
        before, after = picture.before.get(uid), picture.folded[uid].element
        if before is None and after is not None:
            added.append(after)
        elif before is not None and after is None:
            removed.append(before)
        elif before is not None and after is not None:
            if before == after:
                unchanged += 1
            else:
                changed.append(ElementChange(before=before, after=after))
    added.sort(key=lambda element: element.key)
    return GraphChange(
        added=tuple(added), changed=tuple(changed), removed=tuple(removed), elements_unchanged=unchanged
    )


def _merely_confirmed(picture: _Picture, step: Step) -> int:
    confirmed = {picture.merges.home(record.uid) for record in step.confirmed}
    return len(confirmed - picture.touched) + step.untouched


def _names(change: GraphChange, picture: _Picture) -> dict[str, str]:
    ends = {
        uid
        for relation in (*change.relations_added, *change.relations_removed)
        for uid in (relation.source, relation.target)
    }
    ends |= {uid for _, after in change.relations_changed for uid in (after.source, after.target)}
    known = {uid: picture.directory.entries[uid].key for uid in ends if uid in picture.directory.entries}
    return {**{uid: element.key for uid, element in picture.before.items()}, **known}
