"""What each file says of each element, cell by cell: to find what one file only repeats of others."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.planning.documents import Earlier, is_told
from ingest.planning.identity import Identified
from model.directory import Directory
from model.faults import Place
from model.folding import fold
from model.record import Record, Saying, Value

SHEETS = "sheet"  # the source of rows that agencies tell in their own words


@dataclass(frozen=True, slots=True)
class Cell:
    """What one file says of an element in one column. meant: to compare by; text: as written."""

    meant: frozenset[str]
    text: str
    place: Place

    @property
    def where(self) -> str:
        """Where it stands, in words."""
        parts = (self.place.file, self.place.sheet, self.place.row, self.place.column)
        return ", ".join(str(part) for part in parts if part is not None)


Account = Mapping[str, Cell]  # property or column of references → what one file says there of one element


@dataclass
class Accounts:
    """The accounts of a delivery and of the records about its elements.

    earlier: uid → its records in the store. documents: file → document (ingest.planning.documents).
    """

    rows: Sequence[Identified]
    earlier: Earlier
    documents: Mapping[str, str]
    directory: Directory
    _here: dict[str, list[Identified]] = field(default_factory=dict)
    _known: dict[str, dict[str, dict[str, Cell]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.rows:
            if one.draft.source == SHEETS and one.draft.place.file is not None:
                self._here.setdefault(one.uid, []).append(one)

    def document(self, file: str | None) -> str:
        """Return the document that a file is an edition of."""
        return self.documents.get(file or "", file or "")

    def of(self, one: Identified) -> dict[str, Cell]:
        """Return what one row says."""
        draft = one.draft
        head = {"name": draft.name, "code": draft.code}
        values = {**draft.values, **{name: value for name, value in head.items() if value}}
        return self._cells(values, draft.columns, draft.sayings, one.scope, draft.place)

    def of_record(self, record: Record) -> dict[str, Cell]:
        """Return what a record says."""
        place = Place(file=record.file, sheet=record.sheet, row=record.row)
        return self._cells(record.values, record.columns, record.sayings, record.scope, place)

    def all_told(self, uid: str) -> list[Account]:
        """Return what each document that is no compilation says of an element."""
        return list(self._by_document(uid).values())

    def told(self, uid: str, documents: Collection[str]) -> list[Account]:
        """Return what some documents say of an element; a blank cell leaves what stood there before."""
        return [account for document, account in self._by_document(uid).items() if document in documents]

    def _by_document(self, uid: str) -> dict[str, dict[str, Cell]]:
        if uid not in self._known:
            self._known[uid] = self._told(uid)
        return self._known[uid]

    def _told(self, uid: str) -> dict[str, dict[str, Cell]]:
        found: dict[str, dict[str, Cell]] = {}
        said = [record for record in self.earlier.get(uid, ()) if is_told(record) and record.source == SHEETS]
        for record in sorted(said, key=lambda one: (one.last_said, one.id)):
            found.setdefault(self.document(record.file), {}).update(self.of_record(record))
        for one in self._here.get(uid, ()):
            found.setdefault(self.document(one.draft.place.file), {}).update(self.of(one))
        return found

    def _cells(
        self,
        values: Mapping[str, Value],
        columns: Mapping[str, str],
        sayings: Iterable[Saying],
        scope: str,
        place: Place,
    ) -> dict[str, Cell]:
        cells = {
            name: Cell(_meant(value), _text(value), _in_column(place, columns.get(name)))
            for name, value in values.items()
        }
        by_cell: dict[str, list[Saying]] = {}
        for saying in sayings:
            by_cell.setdefault(saying.cell, []).append(saying)
        for name, said in by_cell.items():
            meant = frozenset(self._reference(saying, scope) for saying in said)
            text = "; ".join(saying.text for saying in said)
            cells[name] = Cell(meant, text, _in_column(place, said[0].column))
        return cells

    def _reference(self, saying: Saying, scope: str) -> str:
        means = self.directory.resolve(saying.text, scope, saying.to).uid or fold(saying.text)
        return repr((means, sorted(saying.properties.items())))


def _in_column(place: Place, column: str | None) -> Place:
    return Place(file=place.file, sheet=place.sheet, row=place.row, column=column)


def _meant(value: Value) -> frozenset[str]:
    parts = value if isinstance(value, tuple) else (value,)
    return frozenset((fold(part) or part) if isinstance(part, str) else repr(part) for part in parts)


def _text(value: Value) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value)
