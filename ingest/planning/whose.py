"""Whose a finding is that is about no element: of the agency of its rows, else of who sent the sheet or file.

In a collective delivery each agency has its own findings by that: what one is about says who can mend it.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from ingest.planning.agencies import Agencies
from ingest.planning.identity import Identified
from ingest.planning.senders import Senders
from model.faults import Finding, Place
from model.keys import NATIONAL, SHARED

_NOBODYS = frozenset({NATIONAL, SHARED})

_Where = tuple[str | int | None, ...]  # file; file and sheet; file, sheet and row


@dataclass(frozen=True, slots=True)
class Whose:
    """Tells whose the files, sheets and rows of a delivery are. scopes: of the rows at a place."""

    senders: Senders
    agencies: Agencies
    scopes: Mapping[_Where, AbstractSet[str]]

    @classmethod
    def of(cls, senders: Senders, agencies: Agencies, rows: Iterable[Identified]) -> "Whose":
        """Return whose a delivery with these rows is."""
        home = agencies.directory.home
        scopes: dict[_Where, set[str]] = {}
        for one in rows:
            place, scope = one.draft.place, home(one.scope)
            for where in _steps(place, place.row):
                scopes.setdefault(where, set()).update({scope} - _NOBODYS)
        return cls(senders, agencies, scopes)

    def told(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings, each with the agency it is about, where that is one that is known."""
        return [one if one.agency or one.element else replace(one, agency=self._of(one)) for one in findings]

    def _of(self, finding: Finding) -> str | None:
        place = finding.place
        rows = finding.rows or ((place.row,) if place.row is not None else ())
        found = {scope for row in rows for scope in self.scopes.get(_steps(place, row)[0], ())}
        if len(found) == 1:
            return next(iter(found))
        return self._sender(place) or next(filter(None, map(self._only, _steps(place, None))), None)

    def _sender(self, place: Place) -> str | None:
        text = self.senders.of(place)
        scope = self.agencies.scope(text) if text else None
        return self.agencies.directory.home(scope) if scope else None

    def _only(self, where: _Where) -> str | None:
        found = self.scopes.get(where, frozenset())
        return next(iter(found)) if len(found) == 1 else None


def _steps(place: Place, row: int | None) -> list[_Where]:
    """A row, its sheet and its file, as far as the place tells them: the narrowest first."""
    steps: list[_Where] = [] if row is None else [(place.file, place.sheet, row)]
    return [*steps, (place.file, place.sheet), (place.file,)]
