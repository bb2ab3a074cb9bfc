"""What people say of findings: accepted as it is, or answered. Each is a record, and undone like any load.

open ──▶ closed      a later load no longer raises it, or something else answers it
open ──▶ accepted    as it is: raised again, it stays accepted
open ──▶ answered    a person said what is meant; the answer is what the next load finds
"""

from dataclasses import dataclass
from enum import StrEnum, unique

from model.kinds import ElementKind
from model.record import MANUAL, Act, Load, Record, Value
from model.text import Text


@unique
class State(StrEnum):
    """Where a finding is in its life."""

    OPEN = "open"
    ACCEPTED = "accepted"
    ANSWERED = "answered"
    CLOSED = "closed"


STATE_LABELS = {
    State.OPEN: Text(id="terbuka", en="open"),
    State.ACCEPTED: Text(id="diterima apa adanya", en="accepted as it is"),
    State.ANSWERED: Text(id="dijawab", en="answered"),
    State.CLOSED: Text(id="tertutup", en="closed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a finding is about, as far as a record must know: the element, else the agency it was put to."""

    finding: str
    rule: str
    scope: str
    kind: ElementKind
    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What one person said of one finding. answer: the key of the element that was meant."""

    id: str
    load: str
    finding: str
    state: State
    note: str
    by: str
    at: str
    answer: str | None = None


def record_of(subject: Subject, state: State, load: Load, number: int, **said: str) -> Record:
    """Return the record of a settlement. said: note and answer, where there are any."""
    values: dict[str, Value] = {"state": state.value, "rule": subject.rule}
    values |= {name: words for name, words in said.items() if words}
    return Record(
        id=f"{load.id}/{number:07d}",
        load=load.id,
        uid=subject.finding,
        act=Act.SETTLE,
        source=MANUAL,
        scope=subject.scope,
        kind=subject.kind,
        key=subject.key,
        name=subject.name,
        at=load.at,
        by=load.by,
        values=values,
    )


def settlement_of(record: Record) -> Settlement:
    """Return what a record of the act *settle* says."""
    answer = record.values.get("answer")
    return Settlement(
        id=record.id,
        load=record.load,
        finding=record.uid,
        state=State(str(record.values["state"])),
        note=str(record.values.get("note", "")),
        by=record.by,
        at=record.at,
        answer=None if answer is None else str(answer),
    )
