"""Values that a person types: strict where a file is read generously, because the person can be asked."""

import re
from collections.abc import Callable, Mapping

from ingest.edit import rules as edit_rules
from model.availability import parse_day
from model.folding import fold
from model.metamodel.spec import Choice, PropertySpec, ValueType
from model.need import parse_need
from model.record import Value

_YES = frozenset({"ya", "yes", "true", "benar", "1"})
_NO = frozenset({"tidak", "no", "false", "salah", "0"})
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_EXAMPLES: Mapping[ValueType, str] = {
    ValueType.INTEGER: "12",
    ValueType.YEAR: "2026",
    ValueType.DATE: "2026-12-31",
    ValueType.YES_NO: "ya",
    ValueType.PERCENT: "99.9",
}


def typed(spec: PropertySpec, text: str) -> Value:
    """Return the value of a property from its text.

    Raises:
        RefusedChange: the text is none of its choices, not of its type, or a number that it does not admit;
            says what may be written.
    """
    words = text.strip()
    if spec.choices:
        return _chosen(spec, words)
    if spec.name == "need":
        need = parse_need(words)
        if need is None:
            raise edit_rules.wrong_need(spec, words)
        return str(need)
    read = _READERS.get(spec.type)
    if read is None:
        return words
    value = read(words)
    if value is None:
        raise edit_rules.wrong_value(spec, words, _EXAMPLES.get(spec.type, "12.5"))
    if isinstance(value, int | float) and not spec.admits(value):
        raise edit_rules.negative_value(spec, words)
    return value


def _chosen(spec: PropertySpec, words: str) -> Value:
    if spec.type is ValueType.CHOICES:
        parts = (part.strip() for part in re.split(r"[;,]", words))
        return tuple(_choice(spec, part) for part in parts if part)
    return _choice(spec, words)


def _choice(spec: PropertySpec, words: str) -> str:
    found = next((choice for choice in spec.choices if _names(choice, words)), None)
    if found is None:
        raise edit_rules.wrong_choice(spec, words)
    return found.value


def _names(choice: Choice, words: str) -> bool:
    return fold(words) in {fold(known) for known in choice.words}


def _whole(words: str) -> int | None:
    return int(words) if re.fullmatch(r"-?\d+", words) else None


def _year(words: str) -> int | None:
    return int(words) if re.fullmatch(r"(?:19|20)\d\d", words) else None


def _number(words: str) -> float | int | None:
    if not _NUMBER.fullmatch(words):
        return None
    value = float(words.replace(",", "."))
    return int(value) if value.is_integer() else value


def _percent(words: str) -> float | int | None:
    value = _number(words.removesuffix("%").rstrip())
    return value if value is not None and 0 <= value <= 100 else None


def _day(words: str) -> str | None:
    day = parse_day(words)
    return day.isoformat() if day else None


def _yes_no(words: str) -> bool | None:
    folded = fold(words)
    return True if folded in _YES else False if folded in _NO else None


_READERS: Mapping[ValueType, Callable[[str], Value | None]] = {
    ValueType.INTEGER: _whole,
    ValueType.YEAR: _year,
    ValueType.NUMBER: _number,
    ValueType.MONEY: _number,
    ValueType.HOURS: _number,
    ValueType.PERCENT: _percent,
    ValueType.CAPACITY: _number,
    ValueType.BANDWIDTH: _number,
    ValueType.DATE: _day,
    ValueType.YES_NO: _yes_no,
}
