"""Tables whose numbers read as a language writes them, 0,98 or 0.98, and sort as numbers."""

from collections.abc import Sequence

import pandas as pd
from pandas.io.formats.style import Styler

from model.text import Language
from ui.components.workbook import Cell


def numbered(rows: Sequence[Sequence[Cell]], headers: Sequence[str], language: Language) -> Styler:
    """Return rows as a table, two decimals where a number has any; a missing number is blank."""
    decimal, thousands = (",", ".") if language is Language.ID else (".", ",")
    table = pd.DataFrame(rows, columns=list(headers))
    return table.style.format(precision=2, decimal=decimal, thousands=thousands, na_rep="")
