"""Tables whose numbers read as a language writes them, 0,98 or 0.98, and sort as numbers."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from model.text import Language
from ui.components.workbook import Cell
from ui.wording import number

_MOST_DECIMALS = 2


def numbered(rows: Sequence[Sequence[Cell]], headers: Sequence[str], language: Language) -> Styler:
    """Return rows as a table, two decimals where a number has any; a missing number is blank."""
    decimal, thousands = (",", ".") if language is Language.ID else (".", ",")
    table = pd.DataFrame(rows, columns=list(headers))
    return table.style.format(precision=2, decimal=decimal, thousands=thousands, na_rep="")


def read_as(
    table: pd.DataFrame, language: Language, *, missing: str = "", most: int = _MOST_DECIMALS
) -> Styler:
    """Return a table with each column of numbers in as few decimals as these need.

    missing: what stands for a number that is not known. most: decimals at most.
    """
    numbers = table.select_dtypes("number")
    written: dict[Any, Any] = {
        name: partial(number, language=language, decimals=_decimals(values, most))
        for name, values in numbers.items()
    }
    return table.style.format(written, na_rep=missing)


def _decimals(values: "pd.Series[float]", most: int) -> int:
    """Return with how many decimals all numbers of a column can be told, at most."""
    return next((few for few in range(most) if (values.dropna().round(few) == values.dropna()).all()), most)
