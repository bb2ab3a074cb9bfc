"""Sheets of a layout that somebody explained before: they are read by what was said then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.context import Context
from ingest.files.workbook import Sheet
from ingest.layout import rules
from ingest.layout.header_rows import HeaderRows, header_rows
from ingest.layout.headers import Column, Meaning, Part, above_of
from ingest.layout.layout import Layout, Shape
from ingest.layout.meanings import IGNORED, meaning_of
from ingest.layout.recognised import column_keys, column_letter, written
from model.folding import fold
from model.kinds import ElementKind
from model.text import Text, same
from queries.layouts import Confirmed, KnownLayout, fingerprint

_LISTED = 5  # columns named in a finding


@dataclass(frozen=True, slots=True)
class Match:
    """A sheet of a known layout. layout: None where such sheets are left out."""

    known: KnownLayout
    found: HeaderRows
    layout: Layout | None


def match(sheet: Sheet, called: str, context: Context, otherwise: Layout | None) -> Match | None:
    """Return how a sheet is to be read because somebody said so; tells what of that is no longer possible.

    otherwise: as what it would be recognised. A sheet that is recognised as the other kind its title names
    is left at that: two kinds may have the same columns.
    """
    if not context.known.by_mark or context.declarative:
        return None
    for found in header_rows(sheet):
        keys = column_keys(found.titles)
        headers = [key for key, title in zip(keys, found.titles, strict=True) if title]
        one = context.known.by_mark.get(fingerprint(headers))
        if one is not None and _title_allows(called, one.said, context, otherwise):
            return _match(sheet, found, one, context)
    return None


def near(sheet: Sheet, context: Context) -> KnownLayout | None:
    """Return a mapping of nearly the layout of a sheet, and tell that it was not used."""
    if not context.known.by_mark or context.declarative:
        return None
    for found in header_rows(sheet):
        keys = column_keys(found.titles)
        headers = frozenset(key for key, title in zip(keys, found.titles, strict=True) if title)
        one = context.known.near(headers)
        if one is not None:
            titles = {key: written(title) for key, title in zip(keys, found.titles, strict=True) if title}
            _tell_near(one, titles, context)
            return one
    return None


def titled_kind(called: str, context: Context) -> ElementKind | None:
    """Return the kind that the title of a sheet names."""
    return context.headers.metamodel.kind_named(called) if fold(called) else None


def _title_allows(called: str, said: Confirmed, context: Context, otherwise: Layout | None) -> bool:
    titled = titled_kind(called, context)
    if titled is None or otherwise is None or otherwise.kind is not titled:
        return True
    return titled.value in (said.kind, said.titled)


def _match(sheet: Sheet, found: HeaderRows, one: KnownLayout, context: Context) -> Match | None:
    if one.said.kind is None:
        context.told.tell(rules.LEFT_OUT_BY_MAPPING, context.place(), mapping=spoken(one))
        return Match(one, found, None)
    kinds = {kind.value: kind for kind in ElementKind}
    if one.said.kind not in kinds:
        context.told.tell(rules.MAPPED_KIND_GONE, context.place(), one.said.kind, mapping=spoken(one))
        return None
    kind = kinds[one.said.kind]
    label = context.headers.metamodel.kind(kind).label
    context.told.tell(rules.READ_BY_MAPPING, context.place(), mapping=spoken(one), kind=label)
    columns = tuple(_columns(sheet, found, one, (kind, context)))
    layout = Layout(Shape.KIND, found.first, found.last, found.titles, kind, columns)
    return Match(one, found, layout)


def _columns(
    sheet: Sheet, found: HeaderRows, one: KnownLayout, reading: tuple[ElementKind, Context]
) -> Iterable[Column]:
    kind, context = reading
    width = max(len(cells) for _, cells in sheet.rows[found.last :])
    titles = [*found.titles, *[()] * (width - len(found.titles))]
    for position, (title, key) in enumerate(zip(titles, column_keys(titles), strict=True)):
        header = title[0] if title else column_letter(position)
        word = one.said.columns.get(key, IGNORED)
        meaning = meaning_of(context.headers, kind, word)
        if meaning is None:
            place = context.place(column=header)
            label = context.headers.metamodel.kind(kind).label
            context.told.tell(rules.MAPPED_MEANING_GONE, place, word, kind=label, mapping=spoken(one))
        if title or key in one.said.columns:
            confirmed = meaning is not None
            meant = meaning or Meaning(Part.UNKNOWN)
            yield Column(position, header, meant, confirmed=confirmed, above=above_of(title))


def _tell_near(one: KnownLayout, titles: dict[str, str], context: Context) -> None:
    added = [header for key, header in titles.items() if key not in one.said.headers]
    lost = [one.said.written.get(key, key) for key in one.said.headers if key not in titles]
    context.told.tell(
        rules.NEARLY_KNOWN_LAYOUT,
        context.place(),
        mapping=spoken(one),
        added=_listed(added),
        lost=_listed(lost),
    )


def _listed(headers: Sequence[str]) -> str:
    short = [" ".join(header.split())[:60] for header in headers[:_LISTED]]
    return ", ".join(short) + (" …" if len(headers) > _LISTED else "") if short else "–"


def spoken(one: KnownLayout) -> Text:
    """Return how a mapping is called in a message: its number, who said it, and when; else its file."""
    if not one.id:
        return same(one.by)
    when = one.at[:16].replace("T", " ")
    return Text(
        id=f"nomor {one.id.lstrip('0')} dari {one.by}, {when}",
        en=f"number {one.id.lstrip('0')} by {one.by}, {when}",
    )
