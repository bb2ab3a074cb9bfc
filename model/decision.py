"""Decisions of people about pairs that may do the same work; kept for ever, each a record.

Decision   what one person said of one pair, and the evidence it was said on
Basis      that evidence, by name, so that a later engine with more of it can still read it
Side       one of the two, as it was called then

A pair has no order: what was said of left and right was said of right and left.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, unique

from model.kinds import ElementKind
from model.record import MANUAL, Act, Record, Value
from model.text import Text

Pair = tuple[str, str]  # uids, the smaller first

_EVIDENCE = "evidence."  # before the name of an evidence among a record's values


@unique
class Verdict(StrEnum):
    """What a person may say of a pair."""

    DUPLICATE = "duplicate"  # one of the two is enough
    OVERLAP = "overlap"  # the same work in part
    DISTINCT = "distinct"  # different work
    POSTPONE = "postpone"  # not now: nothing is said of the pair

    @property
    def same(self) -> bool | None:
        """Whether the two do the same work, at least in part; None where nothing is said of it."""
        return {Verdict.DUPLICATE: True, Verdict.OVERLAP: True, Verdict.DISTINCT: False}.get(self)


VERDICT_LABELS: Mapping[Verdict, Text] = {
    Verdict.DUPLICATE: Text(id="duplikat", en="duplicate"),
    Verdict.OVERLAP: Text(id="tumpang tindih", en="overlapping"),
    Verdict.DISTINCT: Text(id="berbeda", en="distinct"),
    Verdict.POSTPONE: Text(id="nanti", en="later"),
}


@unique
class Standing(StrEnum):
    """Whether a decision counts."""

    COUNTS = "counts"
    SUPERSEDED = "superseded"  # a later decision on the pair counts
    OVERRULED = "overruled"  # later decisions on other pairs contradict it
    MERGED = "merged"  # the two have become one
    GONE = "gone"  # one of the two is in no way there any more


STANDING_LABELS: Mapping[Standing, Text] = {
    Standing.COUNTS: Text(id="berlaku", en="counts"),
    Standing.SUPERSEDED: Text(id="digantikan", en="superseded"),
    Standing.OVERRULED: Text(
        id="dikesampingkan: bertentangan dengan yang lebih baru", en="set aside: later ones contradict it"
    ),
    Standing.MERGED: Text(id="sudah digabungkan", en="merged"),
    Standing.GONE: Text(id="objeknya tidak ada lagi", en="element is gone"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of a pair; key and name are those at the time of the decision."""

    uid: str
    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The evidence a decision was made on.

    evidence: name to value, 0 to 1; what is missing is left out. undescribed: how many of the two had no
    text. score: 0 to 1, as it was shown. engine: the version of the engine that compared.
    """

    evidence: Mapping[str, float] = field(default_factory=dict)
    undescribed: float = 0.0
    score: float
    engine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person said of a pair; undoing its load withdraws it.

    id: that of its record, which sorts by time. basis: None where the two could not be compared. gone: one
    of the two is in no way there any more, or both are one now, so that nothing follows from it. merged: uid
    of the one that both are; blank: they are two.
    """

    id: str
    load: str
    left: Side
    right: Side
    kind: ElementKind
    scope: str
    verdict: Verdict
    by: str
    at: str  # instant, ISO 8601 UTC
    note: str = ""
    basis: Basis | None = None
    gone: bool = False
    merged: str = ""

    @property
    def local_time(self) -> str:
        """When it was made, as clocks here show it: 2026-11-24 16:30."""
        return f"{datetime.fromisoformat(self.at).astimezone():%Y-%m-%d %H:%M}"

    @property
    def pair(self) -> Pair:
        """The uids of the two, the smaller first."""
        return pair_of(self.left.uid, self.right.uid)


def pair_of(one: str, two: str) -> Pair:
    """Return two uids as a pair, whatever their order."""
    return (one, two) if one <= two else (two, one)


def standing(decisions: Iterable[Decision]) -> dict[Pair, Decision]:
    """Return the decision that counts for each pair: the latest, whatever order they come in."""
    latest: dict[Pair, Decision] = {}
    for decision in decisions:
        known = latest.get(decision.pair)
        if known is None or known.id < decision.id:
            latest[decision.pair] = decision
    return latest


def record_of(decision: Decision) -> Record:
    """Return the record of a decision; the inverse of decision_of."""
    values: dict[str, Value] = {
        "verdict": decision.verdict.value,
        "other_key": decision.right.key,
        "other_name": decision.right.name,
    }
    if decision.note:
        values["note"] = decision.note
    basis = decision.basis
    if basis is not None:
        values |= {"score": basis.score, "undescribed": basis.undescribed, "engine": basis.engine}
        values |= {f"{_EVIDENCE}{name}": value for name, value in basis.evidence.items()}
    return Record(
        id=decision.id,
        load=decision.load,
        uid=decision.left.uid,
        other=decision.right.uid,
        act=Act.DECIDE,
        source=MANUAL,
        scope=decision.scope,
        kind=decision.kind,
        key=decision.left.key,
        name=decision.left.name,
        at=decision.at,
        by=decision.by,
        values=values,
    )


def decision_of(record: Record) -> Decision:
    """Return the decision that a record of the act *decide* holds."""
    values = record.values
    return Decision(
        id=record.id,
        load=record.load,
        left=Side(uid=record.uid, key=record.key, name=record.name),
        right=Side(uid=str(record.other), key=str(values["other_key"]), name=str(values["other_name"])),
        kind=record.kind,
        scope=record.scope,
        verdict=Verdict(str(values["verdict"])),
        by=record.by,
        at=record.at,
        note=str(values.get("note", "")),
        basis=_basis(values) if "engine" in values else None,
    )


def _basis(values: Mapping[str, Value]) -> Basis:
    return Basis(
        evidence={
            name.removeprefix(_EVIDENCE): _number(value)
            for name, value in values.items()
            if name.startswith(_EVIDENCE)
        },
        undescribed=_number(values["undescribed"]),
        score=_number(values["score"]),
        engine=str(values["engine"]),
    )


def _number(value: Value) -> float:
    return float(str(value))
