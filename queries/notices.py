"""What a plan tells about references and sources: open, far-fetched, or disagreeing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from model.directory import Directory, Resolution
from model.element import Openness, OpenReference
from model.faults import Finding, Place
from model.fold import Conflict, Folded, Statement
from model.kinds import RelationKind
from model.linking import Links, chosen
from model.metamodel.metamodel import Metamodel
from model.references import bracketed, ranged
from model.text import Text, same
from queries import rules
from queries.near import Neighbours
from queries.plan import Step


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
    opened: frozenset[str],
) -> list[Finding]:
    """Return the findings about what this step's own rows say; what others say was told before.

    opened: ids of references that this step opens, also of rows of earlier loads.
    """
    own = {record.id for record in (*step.records, *step.confirmed)}
    findings: list[Finding] = []
    for uid in sorted(found):
        for reference, statement in found[uid].open:
            if statement.record.id in own or reference.id in opened:
                findings.append(_open(reference, statement, known))
        for statement, resolution in found[uid].loose:
            if statement.record.id in own:
                findings.append(_loose(statement, resolution, known))
    new = {record.id for record in step.records}
    for uid in sorted(folded):
        findings += _disagreements(uid, folded[uid], new, known)
    return findings


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


def _disagreements(uid: str, element: Folded, new: set[str], known: Known) -> Iterator[Finding]:
    for conflict in element.conflicts:
        if conflict.winner.id in new or conflict.loser.id in new:
            yield _disagreement(uid, conflict, known)


def _disagreement(uid: str, conflict: Conflict, known: Known) -> Finding:
    told_by, other = conflict.winner, conflict.loser
    where = ", ".join(str(part) for part in (other.file, other.sheet, other.row) if part is not None)
    return rules.SOURCES_DISAGREE.at(
        Place(
            file=told_by.file,
            sheet=told_by.sheet,
            row=told_by.row,
            column=told_by.columns.get(conflict.property),
        ),
        value=str(told_by.values[conflict.property]),
        element=uid,
        property=_called(uid, conflict.property, known),
        other=str(other.values.get(conflict.property, "")),
        where=where or other.source,
    )


def _called(uid: str, name: str, known: Known) -> Text:
    """What a property of an element is called; itself where nobody declared it."""
    entry = known.directory.entries.get(uid)
    spec = known.metamodel.property_(entry.kind, name) if entry else None
    return spec.label if spec else same(name)


def place_of(statement: Statement) -> Place:
    """Return the cell a statement was read from."""
    record, saying = statement.record, statement.saying
    return Place(file=record.file, sheet=record.sheet, row=saying.row or record.row, column=saying.column)
