"""From what records say of other elements to relations, and to references that stay open."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from model.directory import Directory, Resolution
from model.element import Openness, OpenReference, Relation
from model.fold import Statement, rank
from model.folding import fold
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.record import CROSS_TABLE, Value
from model.references import bracketed, listed, ranged


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
    settled = _settled_cells(holder, linker.kind, statements, metamodel)
    for statement in statements:
        if statement.saying.cell not in settled or statement.record.uid == holder:
            linker.link(statement)
    return linker.found


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


@dataclass
class _Linker:
    """Links the statements of one element, one after the other."""

    holder: str
    scope: str
    directory: Directory
    metamodel: Metamodel
    found: Links = field(default_factory=Links)
    _said: dict[tuple[str, str, str], list[Statement]] = field(default_factory=dict)
    _waiting: _Waiting = field(default_factory=_Waiting)

    @property
    def kind(self) -> ElementKind:
        """The kind of the element."""
        return self.directory.entries[self.holder].kind

    def link(self, statement: Statement) -> None:
        """Link one statement: to what it means, or leave it open."""
        saying = statement.saying
        allowed = saying.to or self.metamodel.partners(saying.relation, self.kind, reversed=saying.reversed)
        for resolution in self._meant(saying.text, allowed):
            open_ = resolution if resolution.uid is None else self._forbidden(statement, resolution.uid)
            if open_ is None:
                self._claim(statement, resolution)
            elif resolution.uid is not None or self._waiting.is_new(statement):
                self.found.open.append((_open(self.holder, statement, open_, allowed), statement))

    def _meant(self, text: str, allowed: tuple[ElementKind, ...]) -> list[Resolution]:
        """Return what a reference means: all codes of a range; all of a list of which each means something.

        Codes of a range that are not there leave one reference open.
        """
        whole = self.directory.resolve(text, self.scope, allowed)
        codes = ranged(text) if whole.uid is None or whole.disagreeing else ()
        if codes:
            found = [self.directory.resolve(code, self.scope, allowed) for code in codes]
            there = [one for one in found if one.uid is not None]
            return there if len(there) == len(found) else [*there, Resolution(reason=Openness.DANGLING)]
        parts = listed(text) if whole.uid is None else ()
        if not parts:
            return [whole]
        found = [self.directory.resolve(part, self.scope, allowed) for part in parts]
        return found if all(one.uid is not None for one in found) else [whole]

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
        if resolution.elsewhere or resolution.near or resolution.disagreeing:
            self.found.loose.append((statement, resolution))
        identity = _identity(saying.relation, source, target, saying.properties, self.metamodel)
        # parallel rows count within one delivery; another source that says the same supports it
        record = statement.record
        before = self._said.setdefault((record.uid, record.source, identity), [])
        if not _is_row(statement) and any(_same_cell_content(statement, other) for other in before):
            return  # the same thing named twice, by code and by name
        order = len(before)
        before.append(statement)
        claim_id = _digest(identity, str(order))
        claim = Claim(claim_id, saying.relation, source, target, order, self.holder, statement)
        self.found.claims.append(claim)


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


def _settled_cells(
    holder: str, kind: ElementKind, statements: Iterable[Statement], metamodel: Metamodel
) -> frozenset[str]:
    """Return the cells that say whose an element is, where its own rows do: merged ones add nothing."""
    owning = {link.name for link in metamodel.links(kind) if link.scope}
    own = {one.saying.cell for one in statements if one.record.uid == holder}
    return frozenset(owning & own)


def joined(claims: Iterable[Claim]) -> dict[str, Relation]:
    """Return the relations, by id, that the claims of all their holders come to."""
    by_id: dict[str, list[Claim]] = {}
    for claim in claims:
        by_id.setdefault(claim.id, []).append(claim)
    return {claim_id: _relation(claim_id, said) for claim_id, said in by_id.items()}


def _relation(claim_id: str, claims: list[Claim]) -> Relation:
    ordered = sorted(claims, key=lambda claim: rank(claim.statement.record)) if len(claims) > 1 else claims
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


def _is_row(statement: Statement) -> bool:
    """Whether a statement is a row of relations, of which several may say the same; no cell and no mark."""
    return statement.saying.row is not None and statement.record.source != CROSS_TABLE


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
        row=saying.row or statement.record.row,
        reversed=saying.reversed,
    )


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=10).hexdigest()
