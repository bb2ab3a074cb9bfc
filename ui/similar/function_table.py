"""Functions by agencies as a table: which applications each cell holds, and which cells hold too many."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from model.text import Language
from queries.redundancy.groups.matrix import Row
from ui.phrases import matrix as words


@dataclass(frozen=True, eq=False, kw_only=True)
class FunctionTable:
    """A matrix as it is shown. frame: a row for each function. red: row and column of what doubles, from 0.

    National applications stand in a column of their own, which is never red: no agency of here has them.
    """

    frame: pd.DataFrame
    red: frozenset[tuple[int, int]]


def function_table(rows: Sequence[Row], names: Mapping[str, str], language: Language) -> FunctionTable:
    """Return functions by agencies, the agency that does most of them first. names: by uid."""
    often = Counter(agency for row in rows for agency in row.cells)
    agencies = sorted(often, key=lambda agency: (-often[agency], agency))
    central = [words.NATIONAL_COLUMN.in_(language)] if any(row.national for row in rows) else []
    columns = [*agencies, *central]
    cells = [
        [*(_cell(row.cells.get(agency, ()), names) for agency in agencies), *_central(row, names, central)]
        for row in rows
    ]
    red = frozenset(
        (at, agencies.index(agency)) for at, row in enumerate(rows) for agency in row.doubled_cells
    )
    index = [function_label(row, language) for row in rows]
    return FunctionTable(frame=pd.DataFrame(cells, index=index, columns=columns), red=red)


def function_label(row: Row, language: Language) -> str:
    """Return a function with the number of its applications."""
    return f"{row.label.in_(language)} ({row.applications})"


def holders(row: Row, names: Mapping[str, str], language: Language) -> list[tuple[str, list[str]]]:
    """Return whose applications serve a function, with the names of all: those with most first."""
    agencies = sorted(row.cells.items(), key=lambda one: (-len(one[1]), one[0]))
    found = [(agency, [names[uid] for uid in uids]) for agency, uids in agencies]
    if row.national:
        found.append((words.NATIONAL_COLUMN.in_(language), [names[uid] for uid in row.national]))
    return found


def _central(row: Row, names: Mapping[str, str], columns: Sequence[str]) -> list[str]:
    return ["; ".join(names[uid] for uid in row.national) for _ in columns]


def _cell(uids: Sequence[str], names: Mapping[str, str]) -> str:
    """Return the names of one cell, after their number where there are several."""
    said = "; ".join(names[uid] for uid in uids)
    return f"● {len(uids)}: {said}" if len(uids) > 1 else said
