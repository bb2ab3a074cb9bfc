"""Initiatives of the roadmap as records, under numbers that are given once, with what they plan."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ingest.edit.editing import Edit
from model.directory import Directory
from model.element import Element
from model.faults import RefusedChange
from model.folding import fold
from model.keys import Key, parse_key
from model.kinds import ElementKind, Status
from model.metamodel.metamodel import Metamodel
from model.record import MANUAL, Act, Load, Mode, Record, Saying, Value
from model.text import Text
from queries import records
from queries.loads.plan import Step
from queries.store.store import Store

if TYPE_CHECKING:
    from queries.redundancy.proposals.clearance import Proposal  # heavy: only where proposals are compared

PROGRAM = "Aplikasi"  # of the seven contents of a roadmap, the usual one


def next_number(store: Store, series: str, year: int) -> str:
    """Return the next number of a series in a year, such as REK-2026-003; none is ever given twice."""
    begins = f"{series}-{year}-"
    # records that were taken back count too: a number that was printed is not given again
    codes = (parse_key(key).code for key in records.keys_ever(store, ElementKind.INITIATIVE, begins))
    numbers = [code.removeprefix(begins) for code in codes if code.startswith(begins)]
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{begins}{last + 1:03d}"


class Initiatives:
    """Makes the records of one load: initiatives, and what is planned by them."""

    def __init__(self, edit: Edit, new_uid: Callable[[], str], metamodel: Metamodel) -> None:
        self._edit, self._new_uid, self._metamodel = edit, new_uid, metamodel
        self._records: list[Record] = []
        self._numbers: list[str] = []

    def initiative(
        self, number: str, scope: str, values: Mapping[str, Value], ends: tuple[str | None, Sequence[str]]
    ) -> None:
        """Record an initiative. ends: key of its agency, if one is known, and of the elements it concerns."""
        owner, objects = ends
        kind = ElementKind.INITIATIVE
        self._numbers.append(number)
        said = {"code": number, "program": PROGRAM, "status": Status.PLANNED.value, **values}
        sayings = (
            *self._sayings(kind, "owner", [owner] if owner else []),
            *self._sayings(kind, "objects", objects),
        )
        self._put(self._new_uid(), Act.ROW, str(Key(scope, kind, number)), said, sayings)

    def application(self, proposal: "Proposal", agency: Element, directory: Directory) -> str:
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

    def plan(self, key: str, name: str, directory: Directory) -> str:
        """Record an element that is to be; return its key.

        Raises:
            RefusedChange: it is there already.
        """
        if directory.with_key(key) is not None:
            raise _exists(key)
        said: dict[str, Value] = {"name": name, "status": Status.PLANNED.value, "to_be": "new"}
        self._put(self._new_uid(), Act.ROW, key, said)
        return key

    def end(self, element: Element, on: date) -> None:
        """Record the last day of an element."""
        self._put(element.uid, Act.SAY, element.key, {"valid_to": on.isoformat()})

    def step(self, scope: str) -> Step:
        """Return all records as one step."""
        edit = self._edit
        load = Load(id=edit.load, at=edit.now.isoformat(), by=edit.by, mode=Mode.EDIT, scope=scope)
        return Step(
            load=load,
            records=tuple(self._records),
            made_on=edit.revision,
            numbers=tuple(self._numbers),
        )

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


def _exists(key: str) -> RefusedChange:
    return RefusedChange(
        Text(id=f"objek {key} sudah ada", en=f"the element {key} exists already"),
        fix=Text(
            id="pakai yang ada, atau beri nama lain",
            en="use the existing one, or give another name",
        ),
    )
