"""Cells that a spreadsheet would take for a formula: written with an apostrophe before, read without it.

docs/cli.md names texts that begin with one of `= + - @`, and those with an apostrophe before it; any
number of apostrophes is treated so, or a text that has two could not be told from a written one.
"""

_DANGEROUS = ("=", "+", "-", "@")


def escaped(text: str) -> str:
    """Return a text as a CSV cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _is_formula(text) else text


def unescaped(cell: str) -> str:
    """Return the text of a CSV cell; the inverse of escaped."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell) else cell


def _is_formula(text: str) -> bool:
    return text.lstrip("'").startswith(_DANGEROUS)
