"""What a plan tells about references and sources: open, far-fetched, or disagreeing."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from model.directory import Directory, Resolution
from model.element import Openness, OpenReference
from model.faults import Finding, Place
from model.fold import Conflict, Folded, Statement
from model.folding import fold as folded_text
from model.kinds import RelationKind
from model.linking import Links, chosen
from model.metamodel.metamodel import Metamodel
from model.record import MANUAL, Record, Saying
from model.references import bracketed, ranged
from model.text import Text, day_of, same
from queries import rules
from queries.loads.near import Neighbours
from queries.loads.plan import ElementChange, GraphChange, Step


@dataclass(frozen=True, slots=True)
class Known:
    """What telling of references needs: who there is, and what is declared."""

    directory: Directory
    metamodel: Metamodel


def nearest(neighbours: Neighbours, reference: OpenReference, statement: Statement) -> OpenReference:
    """Return a reference found nowhere with its near names as candidates, if there are any."""
    if ranged(reference.text):
        return reference  # what is missing of it is told
    whose = neighbours.directory.entries[reference.holder]
    near = neighbours.of(reference.text, statement.saying.to, whose)
    if not near:
        return reference
    reason = Openness.NEAR if reference.reason is Openness.DANGLING else reference.reason
    return replace(reference, candidates=near, reason=reason)


def told(
    folded: Mapping[str, Folded],
    found: Mapping[str, Links],
    known: Known,
    step: Step,
    change: GraphChange,
) -> list[Finding]:
    """Return the findings about what this step's own rows say; what others say was told before.

    change: the references that the step opens or answers are told of rows of earlier loads, too.
    """
    opened = {reference.id for reference in change.references_opened}
    answered = {(reference.holder, reference.text) for reference in change.references_closed}
    own = {record.id for record in (*step.records, *step.confirmed)}
    called = {one.uid for one in change.added} | {c.after.uid for c in change.changed if _renamed(c)}
    findings: list[Finding] = []
    for uid in sorted(found):
        for reference, statement in found[uid].open:
            if statement.record.id in own or reference.id in opened:
                findings.append(_open(reference, statement, known))
        for statement, resolution in found[uid].loose:
            news = (uid, statement.saying.text) in answered or resolution.rival in called
            if statement.record.id in own or news:
                findings.append(_loose(statement, resolution, known))
    changed = {(one.after.uid, name) for one in change.changed for name, _, _ in one.cells()}
    for uid in sorted(folded):
        findings += (
            _disagreement(uid, one, known, changed)
            for one in _disagreements(uid, folded[uid], known)
            if not own.isdisjoint((one.conflict.winner.id, one.conflict.loser.id))
        )
    return findings


def ended(
    folded: Mapping[str, Folded], known: Known, waiting: Iterable[tuple[str, str]]
) -> list[tuple[str, str, str]]:
    """Return which disagreements of sources no longer are: rule, element and value.

    waiting: element and value of those that are not closed.
    """
    lasting = {(uid, one.values[0]) for uid in folded for one in _disagreements(uid, folded[uid], known)}
    return [(rules.SOURCES_DISAGREE.name, *one) for one in sorted({*waiting} - lasting)]


def _renamed(change: ElementChange) -> bool:
    return change.before.name != change.after.name


def _open(reference: OpenReference, statement: Statement, known: Known) -> Finding:
    awaited = [known.metamodel.kind(kind) for kind in statement.saying.to]
    missing = _missing(reference, statement, known) if reference.reason is Openness.DANGLING else ()
    if missing:
        codes = ", ".join(missing)
        place = place_of(statement)
        return rules.RANGE.at(place, value=reference.text, element=reference.holder, missing=codes)
    if reference.reason is Openness.DANGLING and awaited and all(kind.awaited for kind in awaited):
        label = awaited[0].label
        return rules.AWAITED.at(
            place_of(statement),
            value=reference.text,
            element=reference.holder,
            kind_id=label.id,
            kind_en=label.en,
        )
    entries = known.directory.entries
    found = [entries[uid] for uid in reference.candidates if uid in entries]
    # near names stand with the nearest first; of equals the order is nobody's
    if reference.reason is Openness.AMBIGUOUS:
        found.sort(key=lambda entry: entry.key)
    finding = rules.OPEN_RULES[reference.reason].at(
        place_of(statement),
        value=reference.text,
        element=reference.holder,
        candidates=", ".join(f"{entry.name} ({entry.key})" for entry in found),
        relation=known.metamodel.relation(reference.relation).label,
    )
    chosen = () if reference.reason is Openness.FORBIDDEN else found  # what may not be meant is no proposal
    return replace(finding, candidates=tuple(entry.key for entry in chosen))


def _missing(reference: OpenReference, statement: Statement, known: Known) -> list[str]:
    """The codes of a range that are not there."""
    scope = known.directory.entries[reference.holder].address
    kind = known.directory.entries[reference.holder].kind
    saying = statement.saying
    kinds = saying.to or known.metamodel.partners(saying.relation, kind, reversed=saying.reversed)
    codes = ranged(reference.text)
    return [code for code in codes if known.directory.resolve(code, scope, kinds).uid is None]


def _loose(statement: Statement, resolution: Resolution, known: Known) -> Finding:
    target = known.directory.entries[str(resolution.uid)]  # loose references are linked
    if resolution.rival:
        rival = known.directory.entries[resolution.rival]
        said = {"target": f"{target.name} ({target.key})", "rival": f"{rival.name} ({rival.key})"}
        return rules.ANSWER_OR_NAME.at(
            place_of(statement), value=statement.saying.text, element=statement.record.uid, **said
        )
    rule = rules.NEAR_AGENCY if resolution.near else rules.ELSEWHERE
    if resolution.disagreeing:
        words = bracketed(resolution.disagreeing)
        choice = words is not None and chosen(known.metamodel, words, RelationKind)
        rule = rules.WORDS_BESIDE if choice else rules.NAME_DISAGREES
    return rule.at(
        place_of(statement),
        value=statement.saying.text,
        element=statement.record.uid,
        target=f"{target.name} ({target.key})",
        name=resolution.disagreeing or "",
    )


@dataclass(frozen=True, slots=True)
class _Disagreement:
    """Two sources about one column: what counts, and what does not."""

    conflict: Conflict
    column: str | None
    values: tuple[str, str]


def _disagreements(uid: str, element: Folded, known: Known) -> Iterator[_Disagreement]:
    for conflict in element.conflicts:
        column = conflict.winner.columns.get(conflict.property)
        winner, loser = (
            str(one.values.get(conflict.property, "")) for one in (conflict.winner, conflict.loser)
        )
        yield _Disagreement(conflict, column, (winner, loser))
    for conflict in element.replaced:
        counting, gone = (_said(one, conflict.property) for one in (conflict.winner, conflict.loser))
        if _meant(counting, uid, known) != _meant(gone, uid, known):
            winner, loser = ("; ".join(saying.text for saying in sayings) for sayings in (counting, gone))
            yield _Disagreement(conflict, counting[0].column, (winner, loser))


def _said(record: Record, cell: str) -> list[Saying]:
    return [saying for saying in record.sayings if saying.cell == cell]


def _meant(sayings: Iterable[Saying], uid: str, known: Known) -> set[str]:
    """What references mean: the elements, or the words where these mean none."""
    holder = known.directory.entries.get(uid)
    if holder is None:
        return {folded_text(saying.text) for saying in sayings}
    found = ((one, known.directory.resolve(one.text, holder.address, one.to).uid) for one in sayings)
    return {target or folded_text(saying.text) for saying, target in found}


def _disagreement(
    uid: str, found: _Disagreement, known: Known, changed: AbstractSet[tuple[str, str]]
) -> Finding:
    """Return what is told of a disagreement. changed: elements and properties that become another value."""
    conflict = found.conflict
    told_by, other = conflict.winner, conflict.loser
    rule = rules.SOURCES_DISAGREE
    if other.source == MANUAL:
        rule = rules.HAND_OVERRIDDEN if (uid, conflict.property) in changed else rules.HAND_OVERTAKEN
    return rule.at(
        Place(file=told_by.file, sheet=told_by.sheet, row=told_by.row, column=found.column),
        value=found.values[0],
        element=uid,
        property=_called(uid, conflict.property, known),
        other=found.values[1],
        where=_where(other),
        by=other.by,
        day=day_of(other.at),
    )


def _where(record: Record) -> Text:
    """File, sheet and row of a record in words; the source where it has none."""
    parts = [part for part in (record.file, record.sheet) if part is not None]
    if record.row is None or not parts:
        return same(", ".join(parts) or record.source)
    return Text(
        id=f"{', '.join(parts)}, baris {record.row}",
        en=f"{', '.join(parts)}, row {record.row}",
    )


def _called(uid: str, name: str, known: Known) -> Text:
    """What a property or reference column of an element is called; itself where nobody declared it."""
    entry = known.directory.entries.get(uid)
    if entry is None:
        return same(name)
    links = (one for one in known.metamodel.links(entry.kind) if one.name == name)
    declared = known.metamodel.property_(entry.kind, name) or next(links, None)
    return declared.label if declared else same(name)


def place_of(statement: Statement) -> Place:
    """Return the cell a statement was read from."""
    record, saying = statement.record, statement.saying
    return Place(file=record.file, sheet=record.sheet, row=saying.row_of(record.row), column=saying.column)
