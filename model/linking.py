"""From what records say of other elements to relations, and to references that stay open."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from model.directory import Directory, Resolution
from model.element import Openness, OpenReference, Relation
from model.entry import Entry
from model.fold import Statement, rank
from model.folding import fold, fold_code
from model.keys import government_of, is_full_key, parse_key
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.record import CROSS_TABLE, MANUAL, Value
from model.references import between_commas, bracketed, listed, ranged, split_reference


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation as one element's records say it."""

    id: str
    relation: RelationKind
    source: str
    target: str
    order: int  # among parallel relations of one identity
    holder: str
    statement: Statement
    own: bool = True  # False: said of, or by, an element that was merged into one of the ends

    @property
    def properties(self) -> Mapping[str, Value]:
        """Group, need, loss, role and so on, as said."""
        return self.statement.saying.properties


@dataclass(slots=True)
class Links:
    """What the statements of one element come to.

    open: with the statement each comes from; loose: linked, but with something to tell.
    """

    claims: list[Claim] = field(default_factory=list)
    open: list[tuple[OpenReference, Statement]] = field(default_factory=list)
    loose: list[tuple[Statement, Resolution]] = field(default_factory=list)


def links(
    holder: str,
    scope: str,
    statements: Iterable[Statement],
    directory: Directory,
    metamodel: Metamodel,
) -> Links:
    """Return the relations and open references that an element's statements come to."""
    linker = _Linker(holder, scope, directory, metamodel)
    statements = tuple(statements)
    settled = _Settled.of(directory.entries[holder], statements, metamodel)
    for statement in statements:
        if not settled.leaves_out(statement):
            linker.link(statement)
    linker.number()
    return linker.found


def standing(holder: Entry, statements: Iterable[Statement], metamodel: Metamodel) -> list[Statement]:
    """Return the statements that count of an element others were merged into.

    Not: whose these were, where its own rows say whose it is; and what was said between them.
    """
    every = tuple(statements)
    settled = _Settled.of(holder, every, metamodel)
    return [one for one in every if not settled.leaves_out(one) and not _is_within(holder, one)]


def _is_within(holder: Entry, statement: Statement) -> bool:
    text = statement.saying.text.strip()
    return bool(holder.aliases) and (
        text.lower() == holder.key.lower()
        or bool(_former(holder, text, parse_key(statement.record.key).scope))
    )


@dataclass(slots=True)
class _Waiting:
    """The references left open so far: another source that leaves the same one open adds nothing."""

    counts: dict[tuple[str, RelationKind, bool, str], int] = field(default_factory=dict)
    told: set[tuple[RelationKind, bool, str, int]] = field(default_factory=set)

    def is_new(self, statement: Statement) -> bool:
        """Return whether no other source has said this; parallel rows of one source are each their own."""
        saying = statement.saying
        said = (saying.relation, saying.reversed, saying.text)
        place = (statement.record.source, *said)
        self.counts[place] = self.counts.get(place, 0) + 1
        key = (*said, self.counts[place])
        new = key not in self.told
        self.told.add(key)
        return new


@dataclass(frozen=True, slots=True)
class _Said:
    """One relation as one statement says it.

    part: the element merged into the holder whose record says so, and under which former key or name the
    other end is meant; blank where it is the element itself.
    """

    statement: Statement
    source: str
    target: str
    identity: str
    part: tuple[str, str]

    @property
    def group(self) -> Value | None:
        """The redundancy group it states; None where it says nothing of one."""
        return self.statement.saying.properties.get("group")


_Parallel = tuple[tuple[str, str], str, int]  # part, identity, and which of the parallel ones


@dataclass(slots=True)
class _Numbers:
    """Which order among parallel relations each statement has."""

    _rows: dict[tuple[str, tuple[str, str], str], list[Statement]] = field(default_factory=dict)
    _counted: list[tuple[_Said, _Parallel]] = field(default_factory=list)
    _groups: dict[_Parallel, Value] = field(default_factory=dict)
    _sources: dict[_Parallel, set[str]] = field(default_factory=dict)

    def count(self, said: _Said) -> None:
        """Count a statement among those of its source; the same thing named twice in a cell counts once."""
        source = _voice(said.statement)
        before = self._rows.setdefault((source, said.part, said.identity), [])
        if not _is_row(said.statement) and any(_same_cell_content(said.statement, one) for one in before):
            return
        parallel = (said.part, said.identity, len(before))
        before.append(said.statement)
        self._counted.append((said, parallel))
        self._sources.setdefault(parallel, set()).add(source)
        if said.group is not None:
            self._groups[parallel] = said.group

    def ordered(self) -> Iterator[tuple[_Said, int]]:
        """Yield the statements with their orders: of what was merged, beside those of the same group.

        What says nothing of a group supports what another source says, as it does where nothing is merged.
        """
        merged = any(any(part) for _, (part, _, _) in self._counted)
        orders = self._beside_others() if merged else {}
        for said, parallel in self._counted:
            yield said, orders.get(parallel, parallel[2])

    def _beside_others(self) -> Mapping[_Parallel, int]:
        orders: dict[_Parallel, int] = {}
        beside: dict[str, list[_Parallel]] = {}  # by identity, the first of each order
        used: set[tuple[tuple[str, str], str, int]] = set()
        parallels = dict.fromkeys(parallel for _, parallel in self._counted)
        for parallel in sorted(parallels, key=lambda one: any(one[0])):
            part, identity, number = parallel
            known = beside.setdefault(identity, [])
            order = number
            if any(part):
                free = [o for o in range(len(known)) if (part, identity, o) not in used]
                order = next((o for o in free if self._agree(known[o], parallel)), len(known))
            orders[parallel] = order
            if order >= len(known):
                known.append(parallel)
            used.add((part, identity, order))
        return orders

    def _agree(self, one: _Parallel, other: _Parallel) -> bool:
        """Whether what was merged says the same: of the same group, or of none beside another source."""
        if self._groups.get(one, "") == self._groups.get(other, ""):
            return True
        return other not in self._groups and self._sources[one].isdisjoint(self._sources[other])


@dataclass
class _Linker:
    """Links the statements of one element, one after the other."""

    holder: str
    scope: str
    directory: Directory
    metamodel: Metamodel
    found: Links = field(default_factory=Links)
    _said: list[_Said] = field(default_factory=list)
    _waiting: _Waiting = field(default_factory=_Waiting)

    @property
    def kind(self) -> ElementKind:
        """The kind of the element."""
        return self.directory.entries[self.holder].kind

    def link(self, statement: Statement) -> None:
        """Link one statement: to what it means, or leave it open."""
        saying = statement.saying
        allowed = saying.to or self.metamodel.partners(saying.relation, self.kind, reversed=saying.reversed)
        for resolution in self._meant(statement, allowed):
            open_ = resolution if resolution.uid is None else self._forbidden(statement, resolution.uid)
            if open_ is None:
                self._claim(statement, resolution)
            elif resolution.uid is not None or self._waiting.is_new(statement):
                self.found.open.append((_open(self.holder, statement, open_, allowed), statement))

    def _meant(self, statement: Statement, allowed: tuple[ElementKind, ...]) -> list[Resolution]:
        """Return what a reference means: all codes of a range; all of a list of which each means something.

        Codes of a range that are not there leave one reference open.
        """
        text, resolved = statement.saying.text, partial(self._resolved, statement.record.sender, allowed)
        whole = resolved(text)
        codes = ranged(text) if whole.uid is None or whole.disagreeing else ()
        if codes:
            found = [resolved(code) for code in codes]
            there = [one for one in found if one.uid is not None]
            return there if len(there) == len(found) else [*there, Resolution(reason=Openness.DANGLING)]
        if whole.uid is not None:
            return [whole]
        found = [one for part in between_commas(text) for one in _of_list(part, resolved)]
        return found if found and all(one.uid is not None for one in found) else [whole]

    def _resolved(self, sender: str | None, allowed: tuple[ElementKind, ...], text: str) -> Resolution:
        """Return what a text means from the element's scope; before it is elsewhere, from its sender's.

        An agency lists what belongs to another, or to the nation, with what is its own.
        """
        found = self.directory.resolve(text, self.scope, allowed)
        if sender in (None, self.scope) or (found.uid is not None and not found.elsewhere):
            return found
        own = self.directory.resolve(text, str(sender), allowed)
        return found if own.uid is None or own.elsewhere else own

    def _forbidden(self, statement: Statement, uid: str) -> Resolution | None:
        other = self.directory.entries[uid].kind
        ends = (other, self.kind) if statement.saying.reversed else (self.kind, other)
        if self.metamodel.relation(statement.saying.relation).allows(*ends):
            return None
        return Resolution(reason=Openness.FORBIDDEN, candidates=(uid,))

    def _claim(self, statement: Statement, resolution: Resolution) -> None:
        statement, resolution = _qualified(statement, resolution, self.metamodel)
        saying, uid = statement.saying, str(resolution.uid)
        if uid == self.holder and self.directory.entries[uid].aliases:
            return  # said between elements that are one now
        source, target = (uid, self.holder) if saying.reversed else (self.holder, uid)
        if resolution.elsewhere or resolution.near or resolution.disagreeing or resolution.rival:
            self.found.loose.append((statement, resolution))
        identity = _identity(saying.relation, source, target, saying.properties, self.metamodel)
        by = "" if statement.record.uid == self.holder else statement.record.uid
        part = (by, _former(self.directory.entries[uid], saying.text, self.scope))
        self._said.append(_Said(statement, source, target, identity, part))

    def number(self) -> None:
        """Make the claims: parallel rows count within one delivery; another source that says one supports it.

        What is said of elements that are one now is said of one relation, group by group.
        """
        numbers = _Numbers()
        for one in self._said:
            numbers.count(one)
        for one, order in numbers.ordered():
            relation, own = one.statement.saying.relation, not any(one.part)
            id_ = _digest(one.identity, str(order))
            claim = Claim(id_, relation, one.source, one.target, order, self.holder, one.statement, own)
            self.found.claims.append(claim)


def _of_list(part: str, resolved: Callable[[str], Resolution]) -> list[Resolution]:
    """Return what a part of a list means: as a whole, else each of what an "and" joins."""
    whole = resolved(part)
    return [whole] if whole.uid is not None else ([resolved(one) for one in listed(part)] or [whole])


def _qualified(
    statement: Statement, resolution: Resolution, metamodel: Metamodel
) -> tuple[Statement, Resolution]:
    """Return a statement with the choice of its relation that stands in brackets beside a code."""
    saying = statement.saying
    words = bracketed(resolution.disagreeing or "")
    said = chosen(metamodel, words, (saying.relation,)) if words else None
    if said is None:
        return statement, resolution
    properties = {said[0]: said[1], **saying.properties}
    return replace(statement, saying=replace(saying, properties=properties)), replace(
        resolution, disagreeing=None
    )


def chosen(metamodel: Metamodel, words: str, relations: Iterable[RelationKind]) -> tuple[str, str] | None:
    """Return the property and the value that words choose of one of the relations; None for no choice."""
    for relation in relations:
        for prop in metamodel.relation(relation).properties:
            for choice in prop.choices:
                if fold(words) in map(fold, choice.words):
                    return prop.name, choice.value
    return None


def _former(entry: Entry, text: str, scope: str) -> str:
    """Return the former key or other name of an element that a text means it by; blank for its own."""
    if not entry.aliases:
        return ""
    words = text.strip()
    if is_full_key(words):
        return next((alias for alias in entry.aliases if alias.lower() == words.lower()), "")
    codes = {fold_code(one) for one in (words, split_reference(words)[0]) if one}
    coded = [alias for alias in entry.aliases if fold_code(parse_key(alias).code) in codes]
    near = [alias for alias in coded if parse_key(alias).scope == scope]
    if near or (entry.code and fold_code(entry.code) in codes):
        return next(iter(near), "")
    names = {fold(name) for name in entry.names} - {fold(entry.name)}
    return next(iter(coded), fold(words) if fold(words) in names else "")


@dataclass(frozen=True, slots=True)
class _Settled:
    """Whose an element is: what its own rows say; and none of its own government's, where it is another's.

    relations: those by which its own rows say so; what was merged into it adds nothing to them.
    """

    holder: Entry
    owning: frozenset[RelationKind]
    relations: frozenset[RelationKind]

    @classmethod
    def of(cls, holder: Entry, statements: Sequence[Statement], metamodel: Metamodel) -> "_Settled":
        """Return what the own rows of an element settle; nothing where no others speak of it."""
        if all(one.record.uid == holder.uid for one in statements):  # nearly always
            return cls(holder, frozenset(), frozenset())
        owning = frozenset(link.relation for link in metamodel.links(holder.kind) if link.scope)
        own = {one.saying.relation for one in statements if _owns(one) and one.record.uid == holder.uid}
        return cls(holder, owning, owning & own)

    def leaves_out(self, statement: Statement) -> bool:
        """Return whether a statement says whose a merged element was, which does not count any more."""
        relation, record = statement.saying.relation, statement.record
        if record.uid == self.holder.uid or relation not in self.owning or not _owns(statement):
            return False
        elsewhere = government_of(self.holder.key)
        return relation in self.relations or bool(elsewhere and government_of(record.key) != elsewhere)


def _owns(statement: Statement) -> bool:
    return not statement.saying.reversed


def joined(claims: Iterable[Claim]) -> dict[str, Relation]:
    """Return the relations, by id, that the claims of all their holders come to."""
    by_id: dict[str, list[Claim]] = {}
    for claim in claims:
        by_id.setdefault(claim.id, []).append(claim)
    return {claim_id: _relation(claim_id, said) for claim_id, said in by_id.items()}


def _relation(claim_id: str, claims: list[Claim]) -> Relation:
    ordered = sorted(claims, key=_counting) if len(claims) > 1 else claims
    properties: dict[str, Value] = {}
    for claim in ordered:
        properties.update(claim.properties)
    properties = {name: value for name, value in properties.items() if value != ""}  # cleared by hand
    last = ordered[-1]
    return Relation(
        id=claim_id,
        relation=last.relation,
        source=last.source,
        target=last.target,
        order=last.order,
        properties=properties,
        holders=tuple(sorted({claim.holder for claim in claims})),
    )


def _counting(claim: Claim) -> tuple[bool, tuple[int, str, str]]:
    """Return the order in which claims count, the last one most: what is said of the kept one itself."""
    return claim.own, rank(claim.statement.record)


def _is_row(statement: Statement) -> bool:
    """Whether a statement is a row of relations, of which several may say the same; no cell and no mark."""
    return statement.saying.row is not None and statement.record.source != CROSS_TABLE


def cell_of(relation: RelationKind, target: str, identity: Iterable[Value]) -> str:
    """Return the cell of one relation by hand: a second statement of it replaces the first, others stay.

    identity: the values of the properties that tell it from parallel ones, as its spec lists them.
    """
    return "/".join((relation.value, target, *map(str, identity)))


def _voice(statement: Statement) -> str:
    """Return among whose rows a statement counts: its source's.

    What is said by hand of one relation is about that one, also where the rest of a cell was said by hand.
    """
    record, saying = statement.record, statement.saying
    alone = record.source == MANUAL and saying.cell.startswith(cell_of(saying.relation, "", ()))
    return f"{record.source}/{saying.cell}" if alone else record.source


def _same_cell_content(left: Statement, right: Statement) -> bool:
    return not _is_row(right) and dict(left.saying.properties) == dict(right.saying.properties)


def _identity(
    relation: RelationKind, source: str, target: str, properties: Mapping[str, Value], metamodel: Metamodel
) -> str:
    told_apart = (str(properties.get(name, "")) for name in metamodel.relation(relation).identity)
    return "\x1f".join((source, relation.value, target, *told_apart))


def _open(
    holder: str, statement: Statement, resolution: Resolution, allowed: tuple[ElementKind, ...]
) -> OpenReference:
    saying = statement.saying
    reason = resolution.reason or Openness.DANGLING
    if reason is Openness.DANGLING and allowed == (ElementKind.REFERENCE_CODE,):
        reason = Openness.UNKNOWN_CODE
    return OpenReference(
        id=_digest(
            holder, saying.relation.value, str(saying.reversed), saying.text, saying.cell, str(saying.row)
        ),
        holder=holder,
        relation=saying.relation,
        text=saying.text,
        reason=reason,
        candidates=resolution.candidates,
        record=statement.record.id,
        column=saying.column,
        row=saying.row_of(statement.record.row),
        reversed=saying.reversed,
    )


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=10).hexdigest()
