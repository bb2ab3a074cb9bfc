"""Collects findings while files are read: the same oddity in many cells of a column is told once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from model.faults import ROWS_KEPT, ROWS_SHOWN, Finding, Place, Rule, Severity, beside_others, in_cells


@dataclass(slots=True)
class _Told:
    finding: Finding
    rows: list[int] = field(default_factory=list)
    values: set[str] = field(default_factory=set)

    def distinct(self) -> tuple[int, ...]:
        """The rows, each once; a cell that says a thing twice is one place."""
        return tuple(dict.fromkeys(self.rows))


@dataclass(slots=True)
class Collector:
    """Findings in the order in which they were first told."""

    _told: dict[tuple[object, ...], _Told] = field(default_factory=dict)

    def tell(self, rule: Rule, place: Place, value: str | None = None, **words: Any) -> None:
        """Keep a finding of its own."""
        self._told[(len(self._told),)] = _Told(rule.at(place, value=value, **words))

    def keep(self, finding: Finding) -> None:
        """Keep a finding that is already worded."""
        self._told[(len(self._told),)] = _Told(finding)

    def tell_of_cell(self, rule: Rule, place: Place, value: str, words: Mapping[str, Any]) -> None:
        """Keep a finding about a cell, joined with its like in the same column.

        What is only normalised is joined whatever the value, where the same is to be said of it; what is
        doubtful only for one value.
        """
        alike = value if rule.severity is not Severity.INFO else ""
        key = (rule, place.file, place.sheet, place.column, alike)
        known = self._told.get(key)
        if known is None:
            self._told[key] = _Told(rule.at(place, **{"value": value, **words}), [place.row or 0], {value})
        else:
            known.values.add(value)
            known.finding = replace(known.finding, count=known.finding.count + 1)
            if len(known.rows) < ROWS_KEPT:
                known.rows.append(place.row or 0)

    def told(self) -> list[tuple[Finding, tuple[int, ...]]]:
        """Return what was told with the first rows of each, where one stands for many cells."""
        return [(told.finding, told.distinct()[: ROWS_SHOWN + 1]) for told in self._told.values()]

    def findings(self) -> tuple[Finding, ...]:
        """Return what was told."""
        return tuple(_worded(told) for told in self._told.values())


def _worded(told: _Told) -> Finding:
    finding = told.finding
    if finding.count == 1 or not told.rows:
        return finding
    known = tuple(row for row in told.distinct() if row)
    said = in_cells(finding, told.rows) if len(told.values) == 1 else beside_others(finding, told.rows)
    return replace(said, rows=known)
