"""Saying something of findings: accepted as they are, or answered by the element that is meant.

Each is a load with its records. Undoing the load takes back what it said, of all its findings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.element import Element
from model.faults import ModelerError, RefusedChange
from model.hearing import heard
from model.keys import SHARED, Key
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.record import MANUAL, Act, Load, Mode, Record
from model.settling import STATE_LABELS, State, Subject, record_of
from model.text import Text, day_of
from queries import graph
from queries.findings import KeptFinding, findings_with, without_accepted
from queries.loads.applying import Writer, applied, next_load_id
from queries.loads.plan import Plan, Step
from queries.loads.planning import planned
from queries.lookup import element_for
from queries.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What was written: the plan as applied, and the findings as they stood before."""

    plan: Plan
    findings: tuple[KeptFinding, ...]


def accept(
    store: Store, metamodel: Metamodel, found: Sequence[KeptFinding], note: str, writer: Writer
) -> Settled:
    """Accept findings as they are, all in one load: raised again, nobody is shown them again.

    Raises:
        RefusedChange: there are none, or one is not open any more. StoreFault: somebody else is writing.
    """
    if not found:
        raise RefusedChange(
            Text(id="tidak ada catatan yang dipilih", en="no finding was chosen"),
            fix=Text(id="pilih sedikitnya satu catatan", en="choose at least one finding"),
        )
    made_on = graph.revision(store)
    subjects = _subjects(store, {one.id: one for one in found})
    load = _load(store, writer, {subject.scope for subject in subjects})
    said = note.replace("\x00", "").strip()  # the one character that text in a store cannot have
    records = (
        record_of(subject, State.ACCEPTED, load, number, note=said)
        for number, subject in enumerate(subjects, 1)
    )
    plan = planned(store, metamodel, Step(load=load, records=tuple(records), made_on=made_on))
    return _written(store, metamodel, plan, found, writer)


def answer(store: Store, metamodel: Metamodel, asked: KeptFinding, key: str, writer: Writer) -> Settled:
    """Answer a finding by the element that its text means.

    From then on the text means that element wherever the same scope writes it.

    Raises:
        UnknownElement, AmbiguousElement: the key. RefusedChange: the finding does not ask, is not open any
        more, or the element cannot be meant there. StoreFault: somebody else is writing.
    """
    if not asked.asks or asked.finding.value is None:
        raise _asks_nothing(asked)
    made_on = graph.revision(store)
    meant = element_for(store, key)
    (subject,) = _subjects(store, {asked.id: asked})
    load = _load(store, writer, {subject.scope})
    text = asked.finding.value
    records = (
        _hearing(meant, heard(subject.scope, text), load),
        record_of(subject, State.ANSWERED, load, 2, answer=meant.key),
    )
    plan = planned(store, metamodel, Step(load=load, records=records, made_on=made_on))
    linked = {(one.holder, one.text) for one in plan.graph.references_closed}
    if (asked.finding.element, text) not in linked or meant.uid == asked.finding.element:
        raise _cannot_be_meant(asked, meant)
    return _written(store, metamodel, without_accepted(store, plan), [asked], writer)


def _written(
    store: Store, metamodel: Metamodel, plan: Plan, found: Sequence[KeptFinding], writer: Writer
) -> Settled:
    def guard() -> None:
        now = findings_with(store, [one.id for one in found])
        for one in found:
            _refuse_overtaken(one, now.get(one.id))

    done = applied(store, metamodel, plan, writer, guard=guard)
    return Settled(plan=done, findings=tuple(found))


def _load(store: Store, writer: Writer, scopes: set[str]) -> Load:
    now = writer.clock()
    return Load(
        id=next_load_id(store, now),
        at=now.isoformat(),
        by=writer.name,
        mode=Mode.EDIT,
        scope=scopes.pop() if len(scopes) == 1 else None,
    )


def _hearing(meant: Element, said: str, load: Load) -> Record:
    return Record(
        id=f"{load.id}/{1:07d}",
        load=load.id,
        uid=meant.uid,
        act=Act.SAY,
        source=MANUAL,
        scope=meant.address,
        kind=meant.kind,
        key=meant.key,
        name="",
        at=load.at,
        by=load.by,
        heard=(said,),
    )


def _subjects(store: Store, found: Mapping[str, KeptFinding]) -> list[Subject]:
    elements = graph.elements(store, {one.finding.element for one in found.values() if one.finding.element})
    return [_subject(one, elements.get(one.finding.element or "")) for one in found.values()]


def _subject(kept: KeptFinding, element: Element | None) -> Subject:
    if element is not None:
        return Subject(
            finding=kept.id,
            rule=kept.finding.rule,
            scope=element.address,
            kind=element.kind,
            key=element.key,
            name=element.name,
        )
    scope = kept.scope or SHARED
    key = str(Key(scope, ElementKind.ORG_UNIT, scope))  # the agency that it was put to
    return Subject(
        finding=kept.id, rule=kept.finding.rule, scope=scope, kind=ElementKind.ORG_UNIT, key=key, name=scope
    )


def _refuse_overtaken(seen: KeptFinding, now: KeptFinding | None) -> None:
    """Refuse where a finding is not open any more: settled by somebody else, or closed by a load."""
    if now is not None and now.state == State.OPEN:
        return
    label = STATE_LABELS[State(now.state)] if now is not None else STATE_LABELS[State.CLOSED]
    if now is not None and now.by and now.at:
        by = Text(id="{state} ({by}, {day})", en="{state} meanwhile ({by}, {day})")
        done = by.filled(state=label, by=now.by, day=day_of(now.at))
    else:
        done = Text(id=label.id, en=f"{label.en} meanwhile")
    what = seen.finding.message
    raise RefusedChange(
        Text(
            id=f"catatan {seen.id} sementara itu {done.id}: {what.id}",
            en=f"the finding {seen.id} is {done.en}: {what.en}",
        ),
        fix=Text(
            id="muat ulang daftarnya: simpul findings; yang diterima atau dijawab dapat diurungkan",
            en="load the list again: simpul findings; what was accepted or answered can be undone",
        ),
    )


def _asks_nothing(asked: KeptFinding) -> ModelerError:
    return RefusedChange(
        Text(
            id=f"catatan {asked.id} tidak menanyakan objek: {asked.finding.message.id}",
            en=f"the finding {asked.id} asks for no element: {asked.finding.message.en}",
        ),
        fix=Text(
            id="perbaiki pada berkasnya, atau terima apa adanya: simpul accept",
            en="correct it in the file, or accept it as it is: simpul accept",
        ),
    )


def _cannot_be_meant(asked: KeptFinding, meant: Element) -> ModelerError:
    candidates = ", ".join(asked.finding.candidates) or "-"
    return RefusedChange(
        Text(
            id=f"“{asked.finding.value}” pada {asked.element} tidak dapat berarti {meant.key}",
            en=f"“{asked.finding.value}” in {asked.element} cannot mean {meant.key}",
        ),
        fix=Text(
            id=f"pilih objek dari jenis yang sesuai; calon: {candidates}",
            en=f"choose an element of a fitting kind; candidates: {candidates}",
        ),
    )
