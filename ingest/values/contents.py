"""What the values of a column speak for: dates, capacities, yes and no, codes, agencies, words of a list.

A few values decide, so this only ever proposes. Numbers alone speak for nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from ingest.layout.headers import Headers
from ingest.values.cells import is_code
from ingest.values.dates import day_in
from ingest.values.quantities import bandwidth, capacity, hours, money
from model.folding import fold
from model.kinds import ElementKind
from model.metamodel.common import OWNERSHIP
from model.metamodel.spec import LinkSpec, PropertySpec, ValueType
from model.nomenclature import is_agency

_MOST = 0.7  # of the values that must look so
_DIGITS = re.compile(r"[\d.,\s]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YES_NO = frozenset(fold(word) for word in ("ya", "tidak", "yes", "no", "true", "false", "belum", "sudah"))
_LIKE = 60.0  # of 100
_CODE_FROM = 2  # codes that stand in a column of codes


def meanings_by_content(
    values: Sequence[str], header: str, kind: ElementKind, headers: Headers, agencies: frozenset[str]
) -> Iterator[str]:
    """Yield the words of what a column with such values may mean for a kind, the likeliest first."""
    if not values:
        return
    metamodel = headers.metamodel
    if _mostly(values, lambda text: is_agency(text) or fold(text) in agencies):
        yield from (link.name for link in _agency_links(metamodel.links(kind)))
    properties = metamodel.properties(kind)
    fitting = [prop for prop in properties if prop.choices and _chooses(prop, values)]
    fitting += [
        prop for prop in properties if (looks := _LOOKS.get(prop.type)) is not None and _mostly(values, looks)
    ]
    yield from (prop.name for prop in sorted(fitting, key=lambda prop: -_likeness(prop, header)))
    if len(values) >= _CODE_FROM and all(map(_is_local_code, values)) and not _mostly(values, _is_day):
        yield "code"


def reads_like_names(values: Sequence[str]) -> bool:
    """Return whether values may name things: words, no two alike, no dates or amounts."""
    plain = (not any(c.isalpha() for c in text) or _is_day(text) for text in values)
    return len(values) > 1 and not any(plain) and not _mostly(values, lambda text: fold(text) in _YES_NO)


def _mostly(values: Sequence[str], looks: Callable[[str], bool]) -> bool:
    return sum(map(looks, values)) >= _MOST * len(values)


def _agency_links(links: Sequence[LinkSpec]) -> list[LinkSpec]:
    """References to agencies: the one that says whose a row is, then owners, then the others."""
    order = {relation: place for place, relation in enumerate(OWNERSHIP)}
    found = [link for link in links if ElementKind.ORG_UNIT in link.to]
    return sorted(found, key=lambda link: (not link.scope, order.get(link.relation, len(order))))


def _chooses(prop: PropertySpec, values: Sequence[str]) -> bool:
    words = {fold(word) for choice in prop.choices for word in choice.words}
    return _mostly(values, lambda text: fold(text) in words)


def _likeness(prop: PropertySpec, header: str) -> float:
    """How much a header is like the names of a property; 0 where that is only chance."""
    found = max(float(fuzz.token_set_ratio(header.lower(), name.lower())) for name in prop.headers)
    return found if found >= _LIKE else 0.0


def _is_local_code(text: str) -> bool:
    """Whether a text is a code that no number or address is: with letters and digits."""
    return is_code(text) and any(c.isalpha() for c in text) and any(c.isdigit() for c in text)


def _is_day(text: str) -> bool:
    day = day_in(text)
    return day is not None and not day.guessed


def _with_unit(read: Callable[[str], object]) -> Callable[[str], bool]:
    return lambda text: not _DIGITS.fullmatch(text) and read(text) is not None


_LOOKS: Mapping[ValueType, Callable[[str], bool]] = {
    ValueType.DATE: _is_day,
    ValueType.UNTIL: _is_day,
    ValueType.YEAR: lambda text: bool(_YEAR.fullmatch(text)),
    ValueType.YES_NO: lambda text: fold(text) in _YES_NO,
    ValueType.CAPACITY: _with_unit(capacity),
    ValueType.BANDWIDTH: _with_unit(bandwidth),
    ValueType.HOURS: _with_unit(hours),
    ValueType.MONEY: _with_unit(money),
}
