"""Tables of another tool as drafts, by what a mapping says of them."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from ingest import reading_rules as rules
from ingest.columns import ColumnReader, Says
from ingest.context import Context
from ingest.draft import Draft, RelationDraft
from ingest.draft import Table as Standing
from ingest.files.archive import Delivered
from ingest.files.workbook import Content, Sheet
from ingest.layout.headers import Column, Meaning, Part
from ingest.mapping.mapping import (
    Elements,
    End,
    Lookup,
    Mapping,
    Referring,
    Relations,
    Template,
    Translated,
    fields,
)
from ingest.planning.delivered import agencies_of_file
from ingest.rows import shown
from ingest.sheets import Found
from ingest.values.cells import is_blank
from ingest.values.values import text_of
from model.keys import Key
from model.kinds import ElementKind
from model.metamodel.spec import PropertySpec
from model.record import Saying, Value

Table = Elements | Relations | Lookup
Row = Dictionary[str, str]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A table of the mapping with its rows in the delivery: row number and header → text."""

    file: Delivered
    sheet: Sheet
    headers: Sequence[str]
    rows: list[tuple[int, Row]]


@dataclass
class _Mapped:
    """One delivery read by a mapping."""

    mapping: Mapping
    context: Context
    lookups: dict[str, dict[str, str]] = field(default_factory=dict)
    stands: list[Standing] = field(default_factory=list)
    _readers: dict[tuple[str, str, str], ColumnReader] = field(default_factory=dict)

    def filled(self, template: str, row: Row) -> str:
        """Return a template with a row's values; "" when one of its columns is blank."""
        text = template
        for column, lookup in fields(template):
            value = row.get(column, "")
            if lookup is not None:
                value = self.lookups.get(lookup, {}).get(value, "")
            if not value:
                return ""
            text = text.replace(f"{{{column}|{lookup}}}" if lookup else f"{{{column}}}", value)
        return text

    def end(self, end: End, row: Row) -> str:
        """Return the reference to an element: its full key where the mapping has a scope; "" for none."""
        return self.address(end.kind, self.filled(end.code, row))

    def address(self, kind: ElementKind, code: str) -> str:
        """Return the key of a code in the mapping's scope."""
        return str(Key(self.mapping.scope, kind, code)) if code and self.mapping.scope else code

    def values(
        self,
        said: Dictionary[str, Template | Translated],
        row: tuple[int, Row],
        place: tuple[Context, str],
        specs: Iterable[PropertySpec],
    ) -> dict[str, Value]:
        """Return what the properties of a row come to."""
        number, cells = row
        by_name = {spec.name: spec for spec in specs}
        found: dict[str, Value] = {}
        for name, template in said.items():
            source = template.source if isinstance(template, Translated) else template
            text = self.filled(source, cells)
            if isinstance(template, Translated):
                text = template.values.get(text, text)
            if text:
                reader = self._reader(name, source, place, by_name.get(name))
                meant = reader.said(text, number)
                if meant.says is Says.SOMETHING and meant.value is not None:
                    found[name] = meant.value
        return found

    def _reader(
        self, name: str, source: str, place: tuple[Context, str], spec: PropertySpec | None
    ) -> ColumnReader:
        context, table = place
        key = (table, name, source)
        if key not in self._readers:
            columns = fields(source)
            meaning = Meaning(Part.PROPERTY, prop=spec) if spec else Meaning(Part.UNKNOWN)
            column = Column(0, columns[0][0] if columns else source, meaning)
            self._readers[key] = ColumnReader(column, context, ElementKind.REFERENCE_CODE, name)
        return self._readers[key]


def read_mapped(
    mapping: Mapping, delivered: Sequence[tuple[Delivered, Content]], context: Context, found: Found
) -> None:
    """Add what the tables of a delivery say, as a mapping explains them, to what was found."""
    mapped = _Mapped(
        mapping, replace(context, source=f"map:{mapping.name}", exact=True, markers=mapping.blanks)
    )
    used: dict[str, set[str]] = {}
    for name in _in_order(mapping.lookups):
        lookup = mapping.lookups[name]
        for table in _opened(mapped, lookup, delivered, used, [lookup.key, lookup.value]):
            _look_up(mapped, name, lookup, table)
    for elements in mapping.elements:
        for table in _opened(mapped, elements, delivered, used, _templates(elements)):
            found.drafts += _drafts(mapped, elements, table)
    for relations in mapping.relations:
        for table in _opened(mapped, relations, delivered, used, _templates(relations)):
            found.relations += _relation_drafts(mapped, relations, table)
    found.named.update({file.name: agencies_of_file(file.hints) for file, _ in delivered})
    _tell_unmapped(mapped, delivered, used)
    found.tables += mapped.stands


def _in_order(lookups: Dictionary[str, Lookup]) -> list[str]:
    """Lookups with those first that others use."""
    ordered: list[str] = []

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in ordered or name not in lookups or name in above:
            return
        for template in (lookups[name].key, lookups[name].value):
            for _, other in fields(template):
                if other is not None:
                    visit(other, (*above, name))
        ordered.append(name)

    for name in lookups:
        visit(name, ())
    return ordered


def _opened(
    mapped: _Mapped,
    table: Table,
    delivered: Sequence[tuple[Delivered, Content]],
    used: dict[str, set[str]],
    templates: Iterable[str],
) -> Iterator[_Opened]:
    """The sheets a table of the mapping stands in, with the rows that meet its conditions."""
    wanted = {column for template in templates for column, _ in fields(template)} | table.where.keys()
    any_sheet = False
    for file, content in delivered:
        for sheet in content.sheets:
            if not _means(table, file, sheet):
                continue
            any_sheet = True
            headers = next((list(map(text_of, cells)) for n, cells in sheet.rows if n == table.header), [])
            used.setdefault(file.name, set()).update(wanted)
            place = replace(mapped.context, file=file.name, sheet=sheet.title).place(table.header)
            for column in sorted(wanted - set(headers)):
                mapped.context.told.tell(rules.MAPPED_COLUMN_MISSING, place, column)
            rows = [
                (number, row)
                for number, cells in sheet.rows
                if number > table.header and _meets(table, row := _row(mapped, headers, cells))
            ]
            mapped.stands.append(_stands(table, file, sheet, headers))
            yield _Opened(file, sheet, headers, rows)
    if not any_sheet:
        mapped.context.told.tell(rules.MAPPED_FILE_MISSING, mapped.context.place(), table.file)


def _stands(table: Table, file: Delivered, sheet: Sheet, headers: Sequence[str]) -> Standing:
    """Where a table of the mapping stands on its sheet."""
    heads = ((header, table.header, position) for position, header in enumerate(headers, 1) if header)
    last = sheet.rows[-1][0] if sheet.rows else table.header
    return Standing(file=file.name, sheet=sheet.title, first=table.header, last=last, heads=tuple(heads))


def _means(table: Table, file: Delivered, sheet: Sheet) -> bool:
    name = file.name.rpartition("/")[2]
    named = fnmatchcase(name.lower(), table.file.lower()) or fnmatchcase(
        file.name.lower(), table.file.lower()
    )
    return named and table.sheet in (None, sheet.title)


def _row(mapped: _Mapped, headers: Sequence[str], cells: Sequence[str | float]) -> Row:
    markers = mapped.mapping.blanks
    return {
        header: text_of(cell)
        for header, cell in zip(headers, cells, strict=False)
        if header and not is_blank(cell, markers=markers, zero=False)
    }


def _meets(table: Table, row: Row) -> bool:
    return all(
        row.get(column, "") in ([wanted] if isinstance(wanted, str) else wanted)
        for column, wanted in table.where.items()
    )


def _look_up(mapped: _Mapped, name: str, lookup: Lookup, table: _Opened) -> None:
    known = mapped.lookups.setdefault(name, {})
    for _, row in table.rows:
        key, value = mapped.filled(lookup.key, row), mapped.filled(lookup.value, row)
        if key and value:
            known[key] = f"{known[key]}, {value}" if known.get(key, value) != value else value


def _drafts(mapped: _Mapped, elements: Elements, table: _Opened) -> Iterator[Draft]:
    context = replace(mapped.context, file=table.file.name, sheet=table.sheet.title)
    names = [elements.name] if isinstance(elements.name, str) else elements.name
    specs = context.headers.metamodel.properties(elements.kind)
    seen: set[tuple[str, str]] = set()
    for number, row in table.rows:
        code = mapped.filled(elements.code, row) if elements.code else ""
        name = next(filter(None, (mapped.filled(template, row) for template in names)), "")
        if not code and not name:
            if not elements.distinct:
                context.told.tell(rules.ROW_WITHOUT_NAME, context.place(number), shown(list(row.values())))
            continue
        if elements.distinct and (code, name) in seen:
            continue
        seen.add((code, name))
        key = mapped.address(elements.kind, code) if mapped.mapping.scope and code else None
        yield Draft(
            kind=elements.kind,
            source=context.source,
            place=context.place(number),
            name=name or None,
            code=code or None,
            key=key,
            agency=(mapped.filled(elements.agency, row) or None) if elements.agency else None,
            values=mapped.values(elements.properties, (number, row), (context, elements.file), specs),
            columns=_columns(elements.properties),
            sayings=tuple(_sayings(mapped, elements, (number, row), context)),
        )


def _columns(said: Dictionary[str, Template | Translated]) -> dict[str, str]:
    """Property → the column it is read from, where that is one."""
    sources = {name: t.source if isinstance(t, Translated) else t for name, t in said.items()}
    return {name: found[0][0] for name, source in sources.items() if len(found := fields(source)) == 1}


def _sayings(mapped: _Mapped, elements: Elements, row: tuple[int, Row], context: Context) -> Iterator[Saying]:
    for referring in elements.relations:
        text = mapped.end(referring.to, row[1])
        if text:
            spec = context.headers.metamodel.relation(referring.relation)
            properties = mapped.values(
                referring.properties,
                row,
                (context, f"{elements.file} {referring.relation}"),
                (*spec.properties, *context.headers.metamodel.dependency),
            )
            yield _saying(referring, text, properties)


def _saying(referring: Referring, text: str, properties: dict[str, Value]) -> Saying:
    columns = fields(referring.to.code)
    return Saying(
        relation=referring.relation,
        text=text,
        cell=f"{referring.relation.value}/{referring.to.kind.value}/{'<' if referring.reversed else '>'}",
        column=columns[0][0] if columns else None,
        reversed=referring.reversed,
        to=(referring.to.kind,),
        properties=properties,
    )


def _relation_drafts(mapped: _Mapped, relations: Relations, table: _Opened) -> Iterator[RelationDraft]:
    context = replace(mapped.context, file=table.file.name, sheet=table.sheet.title)
    metamodel = context.headers.metamodel
    specs = (*metamodel.relation(relations.relation).properties, *metamodel.dependency)
    for number, row in table.rows:
        source, target = mapped.end(relations.source, row), mapped.end(relations.target, row)
        if not source or not target:
            missing = "source" if not source else "target"
            context.told.tell(
                rules.RELATION_WITHOUT_END, context.place(number), source or target, missing=missing
            )
            continue
        yield RelationDraft(
            source=context.source,
            place=context.place(number),
            from_text=source,
            relation=relations.relation,
            to_text=target,
            from_kinds=(relations.source.kind,),
            to_kinds=(relations.target.kind,),
            properties=mapped.values(relations.properties, (number, row), (context, relations.file), specs),
        )


def _templates(table: Elements | Relations) -> list[str]:
    said = list(table.properties.values())
    if isinstance(table, Elements):
        ends = [referring.to.code for referring in table.relations]
        said += [value for referring in table.relations for value in referring.properties.values()]
        names = [table.name] if isinstance(table.name, str) else table.name
        ends += [*names, table.code or "", table.agency or ""]
    else:
        ends = [table.source.code, table.target.code]
    return [*ends, *(value.source if isinstance(value, Translated) else value for value in said)]


def _tell_unmapped(
    mapped: _Mapped, delivered: Sequence[tuple[Delivered, Content]], used: Dictionary[str, set[str]]
) -> None:
    for file, content in delivered:
        context = replace(mapped.context, file=file.name, sheet=None)
        if file.name not in used:
            context.told.tell(rules.UNMAPPED_FILE, context.place())
            continue
        headers = {text_of(cell) for sheet in content.sheets for _, cells in sheet.rows[:1] for cell in cells}
        others = sorted(headers - used[file.name] - {""})
        if others:
            context.told.tell(rules.UNMAPPED_COLUMNS, context.place(), columns=", ".join(others))
