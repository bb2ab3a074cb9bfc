"""Decisions on the landscape become records: a recommendation on a proposal, and what becomes of a group.

Both are initiatives of the roadmap with a number as their code, so they are exported, undone and in history
like everything else; a proposal that may be built is a planned application beside it, in the same load.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ingest import edit_rules
from ingest.editing import Edit
from model.directory import Directory
from model.element import Element
from model.faults import RefusedChange
from model.folding import fold
from model.keys import Key, parse_key
from model.kinds import ElementKind, RelationKind, Status
from model.metamodel.metamodel import Metamodel
from model.record import MANUAL, Act, Load, Mode, Record, Saying, Value
from model.text import Text
from queries import graph, merging, records
from queries.lookup import element_for
from queries.plan import Plan, Step
from queries.planning import planned
from queries.redundancy.clearance import DECISION_LABELS, Clearance, Decision, Proposal, Recommendation
from queries.redundancy.rationalise import ACTION_LABELS, Action, Disposition
from queries.store.store import Store

RECOMMENDATION, RATIONALISATION = "REK", "RAS"  # what numbers begin with
_PROGRAM = "Aplikasi"  # of the seven contents of a roadmap, the one both belong to
_ENDING = frozenset({Action.MIGRATE, Action.RETIRE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a person decides on a proposal.

    of: keys of the elements it rests on. by: who decided; if blank, the one who records it.
    """

    decision: Decision
    reasons: str
    on: date
    by: str = ""
    of: tuple[str, ...] = ()


def next_number(store: Store, series: str, year: int) -> str:
    """Return the next number of a series in a year, such as REK-2026-003; none is ever given twice."""
    begins = f"{series}-{year}-"
    # records that were taken back count too: a number that was printed is not given again
    codes = (parse_key(key).code for key in records.keys_ever(store, ElementKind.INITIATIVE, begins))
    numbers = [code.removeprefix(begins) for code in codes if code.startswith(begins)]
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{begins}{last + 1:03d}"


def planned_recommendation(
    store: Store,
    metamodel: Metamodel,
    clearance: Clearance,
    decided: Decided,
    edit: Edit,
    new_uid: Callable[[], str],
) -> tuple[Recommendation, Plan]:
    """Return a decision under its number, and what recording it would change.

    Raises:
        UnknownElement, AmbiguousElement: the agency that proposes, or what the decision rests on.
        RefusedChange: no reasons, an agency that is none, or an application of this name that is there.
    """
    proposal = clearance.proposal
    if not decided.reasons.strip():
        raise _no_reasons()
    agency = _agency(store, metamodel, proposal)
    rests_on = [element_for(store, key) for key in decided.of]
    number = next_number(store, RECOMMENDATION, decided.on.year)
    directory = merging.directory(store)
    writer = _Writer(edit, new_uid, metamodel)
    keys = [element.key for element in rests_on]
    if decided.decision is Decision.BUILD:
        keys.append(writer.application(proposal, agency, directory))
    by = decided.by or edit.by
    values: dict[str, Value] = {
        "name": f"{DECISION_LABELS[decided.decision].id}: {proposal.name}",
        "activity": ": ".join(part for part in (f"Usulan {proposal.name}", proposal.function) if part),
        "description": decided.reasons,
        "year_from": decided.on.year,
        "clearance_decision": decided.decision.value,
        "clearance_date": decided.on.isoformat(),
        "clearance_by": by,
    }
    writer.initiative(number, agency.scope, values, (agency.key, keys))
    recommendation = Recommendation(
        number=number,
        on=decided.on,
        decision=decided.decision,
        reasons=decided.reasons,
        by=by,
        of=tuple(element.uid for element in rests_on),
    )
    return recommendation, planned(store, metamodel, writer.step(agency.scope), directory)


def planned_rationalisation(
    store: Store,
    metamodel: Metamodel,
    decided: Sequence[Disposition],
    edit: Edit,
    new_uid: Callable[[], str],
) -> Plan:
    """Return what recording the dispositions of a group would change: an initiative, and when members end.

    The initiative concerns all members and says what becomes of each; what is migrated or retired on a
    date is valid until then. Merging is a decision of its own and only mentioned.

    Raises:
        RefusedChange: nothing is kept, or a member is not in the store.
    """
    found = graph.elements(store, [one.uid for one in decided])
    kept = next((found.get(one.uid) for one in decided if one.action is Action.KEEP), None)
    if kept is None or len(found) < len({one.uid for one in decided}):
        raise _nothing_kept()
    number = next_number(store, RATIONALISATION, edit.now.year)
    ends = [one.on for one in decided if one.on is not None]
    lines = [f"{found[one.uid].name}: {ACTION_LABELS[one.action].id}. {one.reason.id}" for one in decided]
    values: dict[str, Value] = {
        "name": f"Rasionalisasi aplikasi: {kept.name}",
        "description": "\n".join(lines),
        "year_from": edit.now.year,
        **({"year_to": max(ends).year} if ends else {}),
    }
    writer = _Writer(edit, new_uid, metamodel)
    owner = next(iter(_owners(store, kept)), None)
    writer.initiative(number, kept.scope, values, (owner, [found[one.uid].key for one in decided]))
    for one in decided:
        if one.action in _ENDING and one.on is not None:
            writer.end(found[one.uid], one.on)
    return planned(store, metamodel, writer.step(kept.scope))


class _Writer:
    """Makes the records of one load."""

    def __init__(self, edit: Edit, new_uid: Callable[[], str], metamodel: Metamodel) -> None:
        self._edit, self._new_uid, self._metamodel = edit, new_uid, metamodel
        self._records: list[Record] = []

    def initiative(
        self, number: str, scope: str, values: Mapping[str, Value], ends: tuple[str | None, Sequence[str]]
    ) -> None:
        """Record an initiative. ends: key of its agency, if one is known, and of the elements it concerns."""
        owner, objects = ends
        kind = ElementKind.INITIATIVE
        said = {"code": number, "program": _PROGRAM, "status": Status.PLANNED.value, **values}
        sayings = (
            *self._sayings(kind, "owner", [owner] if owner else []),
            *self._sayings(kind, "objects", objects),
        )
        self._put(self._new_uid(), Act.ROW, str(Key(scope, kind, number)), said, sayings)

    def application(self, proposal: Proposal, agency: Element, directory: Directory) -> str:
        """Record a proposal as a planned application; return its key."""
        kind = ElementKind.APPLICATION
        key = str(Key(agency.scope, kind, fold(proposal.name)))
        if directory.with_key(key) is not None:
            raise _exists(key)
        values: dict[str, Value] = {
            "name": proposal.name,
            "status": Status.PLANNED.value,
            "to_be": "new",
            **{
                name: text
                for name, text in (
                    ("abbreviation", proposal.abbreviation),
                    ("function", proposal.function),
                )
                if text
            },
        }
        sayings = (
            *self._sayings(kind, "owner", [agency.key]),
            *self._sayings(kind, "services", proposal.services),
            *self._sayings(kind, "data", proposal.data),
        )
        self._put(self._new_uid(), Act.ROW, key, values, sayings)
        return key

    def end(self, element: Element, on: date) -> None:
        """Record the last day of an element."""
        self._put(element.uid, Act.SAY, element.key, {"valid_to": on.isoformat()})

    def step(self, scope: str) -> Step:
        """Return all records as one step."""
        edit = self._edit
        load = Load(id=edit.load, at=edit.now.isoformat(), by=edit.by, mode=Mode.EDIT, scope=scope)
        return Step(load=load, records=tuple(self._records))

    def _sayings(self, kind: ElementKind, column: str, texts: Iterable[str]) -> Iterable[Saying]:
        """Yield what a reference column says, as a row of a sheet would."""
        link = next(one for one in self._metamodel.links(kind) if one.name == column)
        for text in texts:
            yield Saying(
                relation=link.relation, text=text, cell=link.name, reversed=link.reversed, to=link.to
            )

    def _put(
        self, uid: str, act: Act, key: str, values: Mapping[str, Value], sayings: tuple[Saying, ...] = ()
    ) -> None:
        edit, parsed = self._edit, parse_key(key)
        self._records.append(
            Record(
                id=f"{edit.load}/{len(self._records) + 1:07d}",
                load=edit.load,
                uid=uid,
                act=act,
                source=MANUAL,
                scope=parsed.scope,
                kind=parsed.kind,
                key=key,
                name=str(values.get("name", "")),
                at=edit.now.isoformat(),
                by=edit.by,
                values=values,
                sayings=sayings,
            )
        )


def _agency(store: Store, metamodel: Metamodel, proposal: Proposal) -> Element:
    """Return the agency that proposes: the end that the owner column of an initiative may have."""
    found = element_for(store, proposal.agency)
    links = metamodel.links(ElementKind.INITIATIVE)
    allowed = next(one.to for one in links if one.relation is RelationKind.OWNED_BY)
    if found.kind not in allowed:
        raise edit_rules.wrong_kind("owner", found.key, found.kind, allowed)
    return found


def _owners(store: Store, element: Element) -> list[str]:
    """Return the keys of the agencies that own an element."""
    edges = graph.relations_from(store, [element.uid]).values()
    ends = [edge.target for edge in edges if edge.relation is RelationKind.OWNED_BY]
    return sorted(one.key for one in graph.elements(store, ends).values())


def _no_reasons() -> RefusedChange:
    return RefusedChange(
        Text(id="keputusan ini belum beralasan", en="the decision has no reasons yet"),
        fix=Text(id="tulis alasannya, satu atau dua kalimat", en="write the reasons, a sentence or two"),
    )


def _exists(key: str) -> RefusedChange:
    return RefusedChange(
        Text(id=f"aplikasi {key} sudah ada", en=f"the application {key} exists already"),
        fix=Text(
            id="pilih pemakaian aplikasi yang ada, atau beri usulan nama lain",
            en="decide for the existing application, or give the proposal another name",
        ),
    )


def _nothing_kept() -> RefusedChange:
    return RefusedChange(
        Text(
            id="kelompok ini tidak lagi seperti saat diputuskan, atau tidak ada yang diteruskan",
            en="the group is no longer as it was decided on, or nothing of it is kept",
        ),
        fix=Text(
            id="muat ulang kelompoknya, lalu pilih satu aplikasi yang diteruskan",
            en="load the group again, then choose one application to keep",
        ),
    )
