"""What a template shows: the columns of a kind, and of each element the cells that stand in them.

Writing and reading share this: a cell that still shows what it showed says nothing new.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ingest.values.cells import references
from ingest.values.values import text_of
from model.directory import Directory
from model.element import Element, OpenReference, Relation
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import LinkSpec, PropertySpec, ValueType
from model.record import Saying, Value
from model.text import Language, Text

KEY = "key"
KEY_LABEL = Text(id="Kunci", en="Key")
YES, NO = Text(id="Ya", en="Yes"), Text(id="Tidak", en="No")
SEPARATOR = "\n"  # between several references of one cell
_DATES = (ValueType.DATE, ValueType.UNTIL)
_OLDEST = date(1900, 3, 1)  # before it, spreadsheets count one day wrong
_LARGEST = 10**15  # what a spreadsheet keeps exactly
_LONG = 100  # characters of a code with its name; the code alone says it then

Shown = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a template: its metamodel name, its header, and what it fills; the key fills nothing."""

    name: str
    header: str
    prop: PropertySpec | None = None
    link: LinkSpec | None = None


def fields(metamodel: Metamodel, kind: ElementKind, language: Language) -> tuple[Field, ...]:
    """Return the columns of a kind: its key, what describes it, whose it is, its own, its life cycle."""
    links, common = metamodel.links(kind), metamodel.common
    columns: list[PropertySpec | LinkSpec] = [
        *(prop for prop in common if prop.type is ValueType.TEXT),
        *(link for link in links if link.scope),
        *metamodel.kind(kind).properties,
        *(link for link in links if not link.scope),
        *(prop for prop in common if prop.type is not ValueType.TEXT),
    ]
    taken = {KEY_LABEL.in_(language)}
    found = [Field(KEY, KEY_LABEL.in_(language))]
    for spec in columns:
        header = spec.label.in_(language)
        if header in taken:
            header = f"{header} ({spec.name})"
        taken.add(header)
        if isinstance(spec, PropertySpec):
            found.append(Field(spec.name, header, prop=spec))
        else:
            found.append(Field(spec.name, header, link=spec))
    return tuple(found)


def scheme_of(link: LinkSpec) -> str | None:
    """Return the reference model whose codes a column takes; None for other columns."""
    return link.scheme or link.role


def shown_value(spec: PropertySpec, value: Value | None, language: Language) -> Shown:
    """Return what the cell of a property shows: the word for a choice, a number or date as one."""
    if value is None:
        return None
    if isinstance(value, bool):
        return (YES if value else NO).in_(language)
    if isinstance(value, int | float):
        return value if abs(value) < _LARGEST else str(value)
    words = {choice.value: choice.label.in_(language) for choice in spec.choices}
    if isinstance(value, tuple):
        return "; ".join(words.get(one, one) for one in value)
    return (_day(value) if spec.type in _DATES else None) or words.get(value, value)


def _day(text: str) -> date | None:
    """A date where a text is exactly one and a spreadsheet can hold it."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= _OLDEST and day.isoformat() == text else None


def shown_text(cell: Shown) -> str:
    """Return a cell as the text that reading gives for it."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return text_of(cell)


def column_of(
    links: Iterable[LinkSpec], relation: RelationKind, other: ElementKind, role: str | None, *, reversed: bool
) -> LinkSpec | None:
    """Return the column in which a relation to an element of another kind stands: the most particular one."""
    fitting = [
        link
        for link in links
        if link.relation is relation
        and link.reversed is reversed
        and other in link.to
        and (relation is not RelationKind.CLASSIFIED_AS or link.role == role)
    ]
    return min(fitting, key=lambda link: len(link.to), default=None)


def column_of_open(
    links: Iterable[LinkSpec], reference: OpenReference, saying: Saying | None
) -> LinkSpec | None:
    """Return the column in which a reference stands that is still open: the one it was read from."""
    fitting = [
        link
        for link in links
        if (link.relation, link.reversed) == (reference.relation, reference.reversed)
        and (link.role is None or saying is None or saying.properties.get("role") == link.role)
    ]
    own = [link for link in fitting if saying is not None and saying.cell == link.name]
    return next(iter(own or fitting), None)


def stays_whole(words: str, link: LinkSpec) -> bool:
    """Return whether a reference is read from a cell of this column as the one that it is."""
    return references(words, agencies=bool(link.creates) or ElementKind.ORG_UNIT in link.to) == [words]


@dataclass
class Names:
    """How elements are called in cells: by the most readable form that is read back as just this element."""

    directory: Directory
    _found: dict[tuple[str, str, tuple[ElementKind, ...]], str | None] = field(default_factory=dict)

    def called(self, uid: str, scope: str, link: LinkSpec) -> str | None:
        """Return the words for an element in a column of a row of a scope; None when none are exact."""
        at = (uid, scope, link.to)
        if at not in self._found:
            self._found[at] = next((w for w in self._forms(uid) if self._means(w, uid, scope, link)), None)
        return self._found[at]

    def _forms(self, uid: str) -> Iterable[str]:
        entry = self.directory.entries[uid]
        both = f"{entry.code} {entry.name}" if entry.code and entry.kind is not ElementKind.ORG_UNIT else None
        if both and len(both) <= _LONG:
            yield both
        if entry.code and entry.kind is not ElementKind.ORG_UNIT:
            yield entry.code
        yield entry.name
        if both:
            yield both
        yield entry.key

    def _means(self, words: str, uid: str, scope: str, link: LinkSpec) -> bool:
        if not stays_whole(words, link):
            return False
        found = self.directory.resolve(words, scope, link.to)
        if found.uid != uid or found.near or found.disagreeing:
            return False
        return (
            not found.elsewhere or words != self.directory.entries[uid].code
        )  # a code alone is of its agency


@dataclass
class Referring:
    """What one element's reference columns hold."""

    element: Element
    links: tuple[LinkSpec, ...]
    linked: dict[str, dict[str, list[Relation]]] = field(default_factory=dict)  # column → uid → relations
    open: dict[str, list[str]] = field(default_factory=dict)  # column → texts

    def take(self, relation: Relation, kinds: Mapping[str, ElementKind]) -> None:
        """Put a relation of the element into its column, if one shows it. kinds: of the elements, by uid."""
        uid = self.element.uid
        for reversed in (False, True):
            here, there = (relation.source, relation.target)[:: -1 if reversed else 1]
            if here != uid or there not in kinds:
                continue
            role = relation.properties.get("role")
            link = column_of(
                self.links,
                relation.relation,
                kinds[there],
                str(role) if role is not None else None,
                reversed=reversed,
            )
            if link is not None:
                self.linked.setdefault(link.name, {}).setdefault(there, []).append(relation)

    def take_open(self, reference: OpenReference, saying: Saying | None) -> None:
        """Put a reference that is still open into its column."""
        link = column_of_open(self.links, reference, saying)
        if link is not None:
            self.open.setdefault(link.name, []).append(reference.text)

    def words(self, link: LinkSpec, names: Names) -> list[str]:
        """Return what stands in the cell of a column, each reference once, in the order of the words."""
        called = (names.called(uid, self.element.address, link) for uid in self.linked.get(link.name, ()))
        waiting = (text for text in self.open.get(link.name, ()) if stays_whole(text, link))
        return sorted({words for words in (*called, *waiting) if words})
