"""The interchange: tables whose column "kind" says what each row is, and tables of relations.

Columns carry metamodel names; labels and synonyms are understood where a name is not. Values are as
programs write them, blanks are blank cells only.
"""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from ingest import reading_rules as rules
from ingest.columns import ColumnReader, Says, property_name
from ingest.context import Context
from ingest.draft import Draft, RelationDraft
from ingest.files.workbook import Cell, Sheet
from ingest.layout.headers import Column, Meaning, Part
from ingest.layout.layout import RELATION_ENDS, Layout
from ingest.rows import shown
from ingest.table import TableReader
from ingest.values.cells import is_blank
from ingest.values.values import text_of
from model.faults import Place
from model.folding import fold
from model.keys import is_full_key, parse_key
from model.kinds import ElementKind, RelationKind
from model.metamodel.spec import PROPERTY_NAME
from model.record import Value


def as_interchange(context: Context) -> Context:
    """Return the context in which a table of the interchange is read."""
    return replace(context, source="csv", markers=False, exact=True, escaped=context.sheet is None)


def element_rows(sheet: Sheet, layout: Layout, given: Context) -> list[Draft]:
    """Return the drafts of a table with a column "kind"."""
    context = as_interchange(given)
    headers = [title[0].strip() if title else "" for title in layout.titles]
    kind_at = next(p for p, header in enumerate(headers) if fold(header) == "kind")
    key_at = next((p for p, header in enumerate(headers) if fold(header) == "key"), None)
    readers: dict[ElementKind, TableReader] = {}
    drafts: list[Draft] = []
    for number, cells in sheet.rows[layout.last + 1 :]:
        key = text_of(cells[key_at]) if key_at is not None and key_at < len(cells) else ""
        kind = _kind(context, number, (text_of(cells[kind_at]) if kind_at < len(cells) else "", key))
        if kind is None:
            continue
        if "/" in key and not is_full_key(key):
            context.told.tell(rules.BAD_KEY_FORM, context.place(number, headers[key_at or 0]), key)
            continue
        if kind not in readers:
            columns = _named_columns(context, kind, layout, kind_at)
            readers[kind] = TableReader(context, kind, columns, inherits=False)
        draft = readers[kind].draft(number, cells)
        if draft is None:
            context.told.tell(rules.ROW_WITHOUT_NAME, context.place(number), shown(cells))
        else:
            drafts.append(draft)
    declared = {p.name for kind in ElementKind for p in context.headers.metamodel.properties(kind)}
    for reader in readers.values():
        reader.tell_unknown_columns(declared)
    return drafts


def _kind(context: Context, row: int, said: tuple[str, str]) -> ElementKind | None:
    words, key = said
    kind = context.headers.metamodel.kind_named(words)
    if kind is None and not words and is_full_key(key):
        return parse_key(key).kind
    if kind is None:
        names = [one.value for one in ElementKind]
        near = get_close_matches(words, names, n=3, cutoff=0.6) or names
        context.told.tell(rules.UNKNOWN_KIND, context.place(row, "kind"), words, known=", ".join(near))
    return kind


def _named_columns(context: Context, kind: ElementKind, layout: Layout, kind_at: int) -> Iterator[Column]:
    """The columns of the interchange for one kind: by metamodel name first, then as in any sheet."""
    headers = context.headers
    by_name = headers.by_name(kind)
    titles = [title if position != kind_at else () for position, title in enumerate(layout.titles)]
    others = {column.position: column for column in headers.columns(kind, titles) if not column.near}
    anywhere = headers.names_anywhere()
    for position, title in enumerate(titles):
        if not title:
            continue
        written = title[0].strip()
        meaning = by_name.get(written.lower())
        if meaning is None and position in others and written.lower() not in anywhere:
            meaning = others[position].meaning
        yield Column(position, title[0], meaning or Meaning(Part.UNKNOWN))


def relation_rows(sheet: Sheet, layout: Layout, given: Context) -> list[RelationDraft]:
    """Return the rows of a table of relations."""
    written = given.sheet is None or given.declarative
    context = as_interchange(given) if written else given
    source = "csv" if written else "sheet"
    headers = [title[0].strip() if title else "" for title in layout.titles]
    ends = [next(p for p, header in enumerate(headers) if fold(header) in end) for end in RELATION_ENDS]
    readers: dict[RelationKind, list[ColumnReader]] = {}
    found: list[RelationDraft] = []
    for number, cells in sheet.rows[layout.last + 1 :]:
        texts = [_end(context, cells, position) for position in ends]
        relation = _relation(context, number, texts, headers, ends)
        if relation is None:
            continue
        if relation not in readers:
            readers[relation] = list(_qualifiers(context, relation, headers, ends))
        found.append(
            RelationDraft(
                source=source,
                place=Place(file=context.file, sheet=context.sheet, row=number),
                from_text=texts[0],
                relation=relation,
                to_text=texts[2],
                delivery_agency=context.agency,
                properties=dict(_said(readers[relation], number, cells)),
            )
        )
    _tell_unknown(context, readers)
    return found


def _end(context: Context, cells: list[Cell], position: int) -> str:
    cell = cells[position] if position < len(cells) else ""
    return "" if is_blank(cell, markers=context.markers, zero=False) else text_of(cell)


def _relation(
    context: Context, row: int, texts: list[str], headers: list[str], ends: list[int]
) -> RelationKind | None:
    """The relation a row states; None, with a finding, when it states none."""
    missing = [headers[at] for at, text in zip(ends, texts, strict=True) if not text]
    if missing:
        if len(missing) < len(texts):
            context.told.tell(
                rules.RELATION_WITHOUT_END,
                context.place(row),
                " → ".join(filter(None, texts)),
                missing=", ".join(missing),
            )
        return None
    metamodel = context.headers.metamodel
    relation = metamodel.relation_named(texts[1])
    if relation is None:
        names = [spec.relation.value for spec in metamodel.relations]
        near = get_close_matches(texts[1].upper(), names, n=3, cutoff=0.6) or names
        place = context.place(row, headers[ends[1]])
        context.told.tell(rules.UNKNOWN_RELATION, place, texts[1], known=", ".join(near))
    return relation


def _qualifiers(
    context: Context, relation: RelationKind, headers: list[str], ends: list[int]
) -> Iterator[ColumnReader]:
    """Readers of the columns that qualify a relation: group, need, loss, its own properties, any other."""
    metamodel = context.headers.metamodel
    specs = (*metamodel.relation(relation).properties, *metamodel.dependency)
    taken = {spec.name for spec in specs} | {"source", "target", "relation", "id", "order"}
    for position, header in enumerate(headers):
        if position in ends or not header:
            continue
        named = next((spec for spec in specs if spec.name == header.lower()), None)
        spec = named or next((spec for spec in specs if fold(header) in map(fold, spec.headers)), None)
        meaning = Meaning(Part.PROPERTY, prop=spec) if spec else Meaning(Part.UNKNOWN)
        reader = ColumnReader(Column(position, header, meaning), context, ElementKind.REFERENCE_CODE)
        if spec is None:
            plain = header if PROPERTY_NAME.fullmatch(header) and header not in taken else None
            reader.name = plain or property_name(header, position, taken)
            taken.add(reader.name)
        yield reader


def _said(readers: list[ColumnReader], row: int, cells: list[Cell]) -> Iterator[tuple[str, Value]]:
    for reader in readers:
        position = reader.column.position
        if position >= len(cells) or cells[position] == "":
            continue
        said = reader.said(cells[position], row)
        if said.says is Says.SOMETHING and said.value is not None:
            reader.filled += 1
            yield reader.name, said.value


def _tell_unknown(context: Context, readers: dict[RelationKind, list[ColumnReader]]) -> None:
    metamodel = context.headers.metamodel
    declared = {spec.name for relation in metamodel.relations for spec in relation.properties}
    counts: dict[tuple[str, str], int] = {}
    for group in readers.values():
        for reader in group:
            if reader.meaning.part is Part.UNKNOWN and reader.filled and reader.name not in declared:
                key = (reader.column.header, reader.name)
                counts[key] = counts.get(key, 0) + reader.filled
    for (header, name), count in counts.items():
        context.told.tell(
            rules.UNKNOWN_COLUMN, context.place(column=header), header, count=count, property=name
        )
