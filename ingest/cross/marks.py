"""What the cells of a cross table say: a mark, that there is none, or how data are accessed.

Marks come as letters, as signs, and as what symbol fonts show as a tick ("ü" and "P" in Wingdings).
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum, unique
from re import compile as pattern

from ingest.files.workbook import Cell
from ingest.rows import is_bare_total, is_total
from ingest.values.cells import is_blank, is_cleared
from ingest.values.values import text_of
from model.folding import fold
from model.metamodel.qualifiers import MODE
from model.metamodel.spec import RelationSpec, ValueType
from model.record import Value

_TICKS = frozenset({"v", "√", "✓", "✔", "☑", "✅", "ü", "þ", "p"})
_CROSSES = frozenset({"x", "×", "✕", "✖", "✗", "✘", "☒", "⨯"})
_OTHERS = frozenset(
    {"●", "•", "⬤", "■", "◼", "◉", "★", "*", "+", "1", "ya", "y", "yes", "ada", "true", "ok", "benar"}
)
_NONE = frozenset({"0", "tidak", "tdk", "t", "n", "no", "false", "salah", "☐", "□"})
_ACCESS = pattern(r"[crudw](?:[\s,;/+&-]*[crudw])*")
_READS, _WRITES = frozenset("r"), frozenset("cudw")
_DENSE = 0.9  # of the cells filled, from which a cross among ticks says "no"


@unique
class Sign(StrEnum):
    """What one cell of a cross table is."""

    NOTHING = "nothing"
    MARK = "mark"
    ACCESS = "access"  # letters of create, read, update, delete, write
    CLEARS = "clears"
    OTHER = "other"  # words that are no mark


def sign_of(cell: Cell) -> Sign:
    """Return what a cell is, whatever relation its table states."""
    text = text_of(cell).casefold()
    if is_cleared(cell):
        return Sign.CLEARS
    if not text or text in _NONE or is_blank(cell, markers=True, zero=True):
        return Sign.NOTHING
    if text in _TICKS or text in _CROSSES or text in _OTHERS:
        return Sign.MARK
    return Sign.ACCESS if _ACCESS.fullmatch(text) else Sign.OTHER


def adds_up(cells: Iterable[Cell]) -> bool:
    """Return whether a row only adds up the marks above; one named "Jumlah penduduk" may be marked with 1."""
    filled = [(cell, text) for cell in cells if (text := text_of(cell))]
    if not filled or not is_total([text for _, text in filled]):
        return False
    return is_bare_total(filled[0][1]) or any(sign_of(cell) is Sign.OTHER for cell, _ in filled[1:])


def crosses_say_no(cells: Iterable[Cell]) -> bool | None:
    """Return whether a cross stands for "no" in a table; None where it has not both ticks and crosses.

    Beside ticks a cross says "no" where hardly any cell is left blank, else it is one more way to mark.
    """
    texts = [text_of(cell).casefold() for cell in cells]
    sorts = Counter("tick" if t in _TICKS else "cross" if t in _CROSSES else "" for t in texts)
    if not sorts["tick"] or not sorts["cross"]:
        return None
    return sorts["tick"] + sorts["cross"] >= _DENSE * len(texts)


def is_cross(cell: Cell) -> bool:
    """Return whether a cell holds a cross."""
    return text_of(cell).casefold() in _CROSSES


def said_of(cell: Cell, spec: RelationSpec) -> dict[str, Value] | None:
    """Return the properties of the relation that a cell states; None where it states none of this sort.

    Letters tell the mode of an access; the words of any choice of the relation tell that choice.
    """
    sign = sign_of(cell)
    if sign is Sign.MARK:
        return {}
    text = text_of(cell)
    if sign is Sign.ACCESS and MODE in spec.properties:
        return {MODE.name: _mode(frozenset(text.casefold()))}
    for prop in spec.properties:
        if prop.type is ValueType.CHOICE:
            for choice in prop.choices:
                if fold(text) in map(fold, choice.words):
                    return {prop.name: choice.value}
    return None


def _mode(letters: frozenset[str]) -> str:
    if letters & _READS and letters & _WRITES:
        return "both"
    return "read" if letters & _READS else "write"
