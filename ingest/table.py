"""A table of elements as drafts: one kind a sheet, or several where a column says the kind of each row."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from statistics import mean

from ingest import column_rules
from ingest import reading_rules as rules
from ingest.columns import ColumnReader, Said, Says, classified, property_name
from ingest.context import Context
from ingest.draft import Draft
from ingest.files.workbook import Cell
from ingest.layout.headers import Column, Meaning, Part
from ingest.outline import Outline
from ingest.values.cells import code_and_name, stems
from ingest.values.values import text_of
from model.faults import Place
from model.keys import is_full_key
from model.kinds import ElementKind, RelationKind
from model.metamodel.spec import LinkSpec, PropertySpec
from model.nomenclature import agency_words, is_agency
from model.record import Saying, Value
from model.reference import written_codes
from model.text import Text, same

_SEVERAL_WORDS = 3  # on average in the cells of a column that describes


@dataclass(slots=True)
class Line:
    """What the cells of one row say so far."""

    row: int
    name: str | None = None
    code: str | None = None
    key: str | None = None
    values: dict[str, Value] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    cleared: list[str] = field(default_factory=list)
    emptied: list[str] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    levels: dict[str, list[tuple[str, str]]] = field(
        default_factory=dict
    )  # link → (header, text), high first
    outline: dict[int, tuple[str, str]] = field(default_factory=dict)  # level → (header, text)
    content: bool = False


@dataclass
class TableReader:
    """Reads the rows of one kind in one table.

    codes: how codes begin in the cells that hold code and name. inherits: blank cells of some columns
        take what the rows above say, in one section and of one agency. no: by position, further words that
        mean no in a column.
    """

    context: Context
    kind: ElementKind
    columns: Iterable[Column]
    codes: frozenset[str] = frozenset()
    section: str | None = None
    outline: Outline | None = None
    inherits: bool = True
    no: Mapping[int, frozenset[str]] = field(default_factory=dict)
    _readers: list[ColumnReader] = field(default_factory=list)
    _inherited: dict[str, tuple[int, tuple[Saying, ...]]] = field(default_factory=dict)  # with their row
    _above: str | None = None  # the agency that the rows above name

    def __post_init__(self) -> None:
        metamodel = self.context.headers.metamodel
        self._links = {link.name: link for link in metamodel.links(self.kind)}
        taken = (
            {prop.name for prop in metamodel.properties(self.kind)}
            | self._links.keys()
            | {"kind", "scope", "key"}
        )
        for column in self.columns:
            no = self.no.get(column.position, frozenset())
            reader = ColumnReader(column, self.context, self.kind, no=no)
            link = column.meaning.link
            keeps = column.meaning.part is Part.LINK and link is not None and link.creates
            if keeps or column.meaning.part in (Part.UNKNOWN, Part.KIND):
                reader.name = property_name(column.wording, column.position, taken)
                taken.add(reader.name)
            self._readers.append(reader)
        plain = (Part.PROPERTY, Part.UNKNOWN, Part.KIND)
        self._plan = [(r.column.position, r.column.header, r.meaning.part in plain, r) for r in self._readers]
        self._implying = [
            (
                r.name,
                r.column.header,
                {choice.value: choice.implies.value for choice in prop.choices if choice.implies},
            )
            for r in self._readers
            if (prop := r.meaning.prop) is not None and any(choice.implies for choice in prop.choices)
        ]
        self._inheriting = [name for name, link in self._links.items() if link.inherits and self.inherits]
        scoping = [name for name, link in self._links.items() if link.scope]
        owning = [name for name, link in self._links.items() if link.relation is RelationKind.OWNED_BY]
        self._owners = tuple(dict.fromkeys((*scoping, *owning)))
        if any(reader.meaning.part is Part.OUTLINE for reader in self._readers):
            self.outline = Outline(self.context, self.kind)

    def begin_section(self, agency: str | None) -> None:
        """Take the agency of a section row, if it names one, as that of the rows below; inheriting ends."""
        self.section = agency or self.section
        self._end_inheriting()

    def _end_inheriting(self) -> None:
        self._inherited.clear()
        self._above = None

    def draft(self, row: int, cells: list[Cell]) -> Draft | None:
        """Return the draft of a row; None when it has neither name nor code."""
        line = Line(row)
        values, columns, length = line.values, line.columns, len(cells)
        for position, header, plain, reader in self._plan:
            cell = cells[position] if position < length else ""
            if cell == "":
                if self.context.declarative:
                    self._blank(line, reader)
                continue
            said = reader.known.get(cell)
            if said is None or said.told:
                said = reader.said(cell, row)
            if plain and said.value is not None:  # most cells; a call less for each
                line.content = True
                values[reader.name] = said.value
                columns[reader.name] = header
                reader.filled += 1
            else:
                self._take(line, reader, said)
        for name, levels in line.levels.items():
            self._lowest(line, self._links[name], levels)
        self._inherit(line)
        if self.outline is not None:
            self.outline.name(line)
        return self._drafted(line)

    def _take(self, line: Line, reader: ColumnReader, said: Said) -> None:
        """Take what one cell says into the row."""
        part = reader.meaning.part
        if said.says in (Says.NOTHING, Says.MARKED) or part is Part.NUMBER:
            return
        line.content = True
        if said.says is Says.CLEARS:
            self._blank(line, reader)
        elif part in (Part.NAME, Part.CODE, Part.BOTH, Part.KEY):
            known = (line.name, line.code)
            self._identify(line, part, said.text)
            for name, before, now in zip(("name", "code"), known, (line.name, line.code), strict=True):
                if now != before:
                    line.columns[name] = reader.column.header
        elif part in (Part.LINK, Part.REFERENCE):
            line.sayings += said.sayings
            if said.value is not None:
                line.values[reader.name] = said.value
                line.columns[reader.name] = reader.column.header
        elif part is Part.LEVEL and reader.meaning.link is not None:
            line.levels.setdefault(reader.meaning.link.name, []).append((reader.column.header, said.text))
        elif part is Part.OUTLINE:
            line.outline[reader.meaning.level] = (reader.column.header, " ".join(said.text.split()))
        elif said.value is not None:
            line.values[reader.name] = said.value
            line.columns[reader.name] = reader.column.header
            reader.filled += 1

    def _identify(self, line: Line, part: Part, text: str) -> None:
        words = text if self.context.exact else " ".join(text.split())
        if part is Part.KEY:
            line.key = words
        elif part is Part.CODE and not self.codes:
            line.code = words
        elif part is Part.NAME and not self.codes:
            line.name = words
        else:
            code, name = code_and_name(words, self.codes)
            line.code, line.name = code or line.code, name or line.name

    def _blank(self, line: Line, reader: ColumnReader) -> None:
        """Clear what the column fills: a <kosong>, or a blank cell where simpul wrote the sheet."""
        part = reader.meaning.part
        if part is Part.PROPERTY or part is Part.UNKNOWN:
            if reader.name != "name":
                line.cleared.append(reader.name)
        elif part in (Part.LINK, Part.LEVEL) and reader.meaning.link is not None:
            line.emptied.append(reader.meaning.link.name)
        elif part is Part.REFERENCE:
            line.emptied += [link.name for link in self._links.values() if link.role]

    def _lowest(self, line: Line, link: LinkSpec, levels: list[tuple[str, str]]) -> None:
        """Take the lowest filled level of a reference model; a higher one that is not above it is told."""
        header, text = levels[-1]
        found = written_codes(text)
        for upper_header, upper in levels[:-1]:
            above = written_codes(upper)
            if found and above and not f"{found[0].code}.".startswith(f"{above[0].code}."):
                place = self.context.place(line.row, upper_header)
                self.context.told.tell(rules.LEVELS_CONTRADICT, place, upper, code=found[0].code)
        said = classified(self.context.headers.metamodel, self.kind, link, [text], header, text)
        for rule, words in said.told:
            self.context.told.tell_of_cell(rule, self.context.place(line.row, header), text, words)
        line.sayings = [saying for saying in line.sayings if saying.cell != link.name] + list(said.sayings)

    def _inherit(self, line: Line) -> None:
        """Give a row what the rows above say, where its kind's columns are filled in outline style."""
        if not self._inheriting or not (line.content or line.outline):
            return
        agency = self._said_agency(line)
        above = self._above or self.section or self.context.agency
        if agency is not None and not _same_house(agency, above):
            self._end_inheriting()
        self._above = agency or self._above
        for name in self._inheriting:
            own = tuple(saying for saying in line.sayings if saying.cell == name)
            if own:
                self._inherited[name] = line.row, tuple(_bare(saying) for saying in own)
            elif name in self._inherited and name not in line.emptied:
                row, held = self._inherited[name]
                line.sayings += [replace(saying, above=line.row - row) for saying in held]

    def _drafted(self, line: Line) -> Draft | None:
        if line.name is None and line.code is None and line.key is None:
            self._name_otherwise(line)
        if line.name is None and line.code is None and line.key is None:
            return None
        self._imply_status(line)
        key = line.key if line.key and is_full_key(line.key) else None
        if line.key and key is None:
            line.code = line.code or line.key
        return Draft(
            kind=self.kind,
            source=self.context.source,
            place=Place(file=self.context.file, sheet=self.context.sheet, row=line.row),
            name=line.name,
            code=line.code,
            key=key,
            agency=self._agency(line),
            delivery_agency=self.context.agency,
            values=line.values,
            columns=line.columns,
            cleared=tuple(line.cleared),
            emptied=tuple(dict.fromkeys(line.emptied)),
            sayings=(*line.sayings, *self._section_saying(line)),
        )

    def _name_otherwise(self, line: Line) -> None:
        for name in self.context.headers.metamodel.kind(self.kind).named_by:
            value = line.values.get(name)
            if value is not None:
                line.name = text_of(value) if isinstance(value, str | int | float) else ", ".join(value)
                return

    def _imply_status(self, line: Line) -> None:
        """The life cycle a value stands for, where the row states none itself."""
        if "status" in line.values or "status" in line.cleared:
            return
        for name, header, implied in self._implying:
            status = implied.get(str(line.values.get(name)))
            if status is not None:
                line.values["status"] = status
                line.columns["status"] = header
                return

    def _agency(self, line: Line) -> str | None:
        """The agency of a row: its kind's scope column, an owner, the section above."""
        return self._said_agency(line) or self.section

    def _said_agency(self, line: Line) -> str | None:
        for name in self._owners:
            for saying in line.sayings:
                if saying.cell == name:
                    return saying.text
        return None

    def _section_saying(self, line: Line) -> tuple[Saying, ...]:
        """What a section row says of the rows below, where they do not say it themselves."""
        if self.section is None or self._agency(line) is not self.section:
            return ()
        link = next((link for link in self._links.values() if link.scope), None)
        if link is None:
            return ()
        return (
            Saying(
                relation=link.relation, text=self.section, cell=link.name, reversed=link.reversed, to=link.to
            ),
        )

    def tell_unknown_columns(self, declared: Collection[str] = ()) -> None:
        """Tell each column that the metamodel does not know, and each that was recognised by likeness.

        declared: names that other kinds have; in the interchange they need no word.
        """
        undescribed = self._undescribed()
        for reader in self._readers:
            column, meaning = reader.column, reader.meaning
            place = self.context.place(column=column.header)
            header = column.wording.partition("\n")[0]
            if column.near:
                self.context.told.tell(rules.NEAR_COLUMN, place, header, meaning=self._spoken(meaning))
            if meaning.part in (Part.UNKNOWN, Part.KIND) and reader.filled and reader.name not in declared:
                words: dict[str, object] = {"count": reader.filled, "property": reader.name}
                rule = rules.UNKNOWN_COLUMN
                if column.instead is not None:
                    rule, words["meaning"] = column_rules.WORDS_FOR_NUMBERS, column.instead.label
                elif reader is undescribed:
                    rule = column_rules.UNDESCRIBED
                    words |= {one.name: one.label for one in self._describing()}
                self.context.told.tell(rule, place, header, **words)

    def _describing(self) -> tuple[PropertySpec, ...]:
        """The properties in which a kind is described."""
        properties = self.context.headers.metamodel.properties(self.kind)
        return tuple(prop for prop in properties if prop.describing)

    def _undescribed(self) -> ColumnReader | None:
        """The unknown column that seems to describe the rows, where no column known to do so is filled."""
        describing = {prop.name for prop in self._describing()}
        if self.context.exact or not describing or any(r.name in describing for r in self._readers):
            return None
        worded = [
            (mean(len(text_of(cell).split()) for cell in reader.known), reader)
            for reader in self._readers
            if reader.meaning.part is Part.UNKNOWN and reader.known and reader.column.instead is None
        ]
        most = max(worded, key=lambda one: one[0], default=None)
        return most[1] if most is not None and most[0] >= _SEVERAL_WORDS else None

    def _spoken(self, meaning: Meaning) -> Text:
        """How a column is called: by its property or reference, else as name or code."""
        named = meaning.prop or meaning.link
        if named is not None:
            return named.label
        wanted = "code" if meaning.part is Part.CODE else "name"
        spec = self.context.headers.metamodel.property_(self.kind, wanted)
        return spec.label if spec else same(wanted)


def _bare(saying: Saying) -> Saying:
    """What the rows below inherit: a reference code without its name, which was told where it stands."""
    codes = written_codes(saying.text) if ElementKind.REFERENCE_CODE in saying.to else []
    return replace(saying, text=codes[0].written) if len(codes) == 1 else saying


def _same_house(agency: str, above: str | None) -> bool:
    """Whether an owner may be of the agency above: the same, or a unit as against an agency of its own."""
    if above is not None and agency_words(agency) == agency_words(above):
        return True
    return not is_agency(agency) or (above is not None and not is_agency(above))


def codes_in(columns: Iterable[Column], rows: Iterable[list[Cell]]) -> frozenset[str]:
    """Return how codes begin in a table whose cells hold code and name together; empty where they do not."""
    parts = {column.meaning.part: column.position for column in columns}
    held = list(rows)
    if Part.BOTH in parts:
        return stems(_column(held, parts[Part.BOTH])) or frozenset({"-"})
    if (Part.NAME in parts) == (Part.CODE in parts) or Part.KEY in parts or Part.OUTLINE in parts:
        return frozenset()
    position = parts[Part.NAME if Part.NAME in parts else Part.CODE]
    cells = _column(held, position)
    found = stems(cells)
    both = sum(None not in code_and_name(text_of(cell), found) for cell in cells) if found else 0
    return found if both * 2 > len(cells) else frozenset()


def _column(rows: list[list[Cell]], position: int) -> list[Cell]:
    return [cells[position] for cells in rows if position < len(cells) and cells[position] != ""]


def joined(first: Draft, more: Draft, context: Context) -> Draft:
    """Return a draft with what a further row of its merged cells says: references add, values fill gaps."""
    values, columns = dict(first.values), dict(first.columns)
    for name, value in more.values.items():
        if name not in values:
            values[name] = value
            if name in more.columns:
                columns[name] = more.columns[name]
        elif values[name] != value:
            place = context.place(more.place.row, more.columns.get(name))
            context.told.tell(rules.ROW_CONTINUES, place, str(value), property=name)
    known = {(saying.cell, saying.text) for saying in first.sayings}
    lower = (more.place.row or 0) - (first.place.row or 0)
    added = tuple(
        replace(saying, above=saying.above - lower)
        for saying in more.sayings
        if (saying.cell, saying.text) not in known
    )
    return replace(first, values=values, columns=columns, sayings=(*first.sayings, *added))
