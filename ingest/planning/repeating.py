"""Files that gather the rows of others ("gabungan"): what they repeat is no statement of its own.

Content decides: nearly all rows of such a file stand in other files, of the same delivery or known from
earlier ones, each of which it repeats for the most part. The name only supports it. A row that repeats is
recorded as one of a compilation, which speaks only where the single files are silent (model/fold.py); what
stands in no other file is recorded like any row.
"""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from ingest.planning import rules
from ingest.planning.accounts import SHEETS, Accounts, Cell
from ingest.planning.delivered import is_compilation
from ingest.planning.documents import is_told
from ingest.planning.identity import Identified
from model.faults import ROWS_KEPT, Finding, Place
from model.record import COMPILED, Record
from queries import findings, records
from queries.store.store import Store

_NEARLY_ALL = 0.8  # of the rows, and of their cells, stand in other files
_MOST = 0.5  # of the elements of a file, for another to repeat it
_FILES_NAMED = 5  # in a finding

Parts = Mapping[str, AbstractSet[str]]  # document → its elements in a file that repeats it
_Row = tuple[str | None, str | None, int | None]  # file, sheet and row
_Oddity = tuple[str, str | None, str | None]  # rule, column and value


@dataclass(slots=True)
class Delivered:
    """The rows of a delivery, those that repeat others marked; and what is told of that.

    files: those that repeat others. repeated: headers of the cells that other files do not say so, for each
    row that repeats others. corrects: what was told of cells of gathered files that single files of the
    delivery agree with now, by rule, element and value.
    """

    rows: list[Identified]
    corrects: tuple[tuple[str, str, str], ...] = ()
    files: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    repeated: dict[_Row, set[str]] = field(default_factory=dict)

    def told(self, raised: Sequence[Finding]) -> list[Finding]:
        """Return findings, its own too, without those about cells that only repeat what is told elsewhere."""
        elsewhere = {_oddity(one) for one in raised if one.place.file not in self.files}
        return [*(one for one in raised if not self._is_told(one, elsewhere)), *self.findings]

    def _is_told(self, finding: Finding, told: AbstractSet[_Oddity]) -> bool:
        place = finding.place
        if place.file not in self.files:
            return False
        rows = finding.rows or ((place.row,) if place.row is not None else ())
        if not rows:
            return place.column is not None and _oddity(finding) in told
        if len(rows) == ROWS_KEPT:
            return False  # there may be others
        known = [self.repeated.get((place.file, place.sheet, row)) for row in rows]
        return all(news is not None and place.column not in news for news in known)


def repeats_marked(store: Store, accounts: Accounts) -> Delivered:
    """Return the rows of a delivery with those marked that only repeat rows of other files."""
    corrects = tuple(_corrected(store, accounts))
    found = Delivered(list(accounts.rows), corrects)
    teller = _Teller(store, accounts)
    for file in teller.candidates():
        parts = teller.parts(file)
        if teller.repeats(file, parts):
            teller.here.pop(accounts.document(file), None)
            _mark(file, teller.by_file[file], parts, (accounts, found))
    return found


def _corrected(store: Store, accounts: Accounts) -> list[tuple[str, str, str]]:
    here = {one.uid for one in accounts.rows if one.draft.source == SHEETS}
    compiled = {
        uid: [record for record in accounts.earlier[uid] if record.source == COMPILED]
        for uid in here & accounts.earlier.keys()
    }
    rule = rules.REPEATED_OTHERWISE.name
    waiting = findings.values_waiting(store, rule, [uid for uid, said in compiled.items() if said])
    return [
        (rule, uid, value)
        for uid, value in waiting
        if any(_agrees(record, value, accounts) for record in compiled[uid])
    ]


def _agrees(record: Record, value: str, accounts: Accounts) -> bool:
    told = accounts.all_told(record.uid)
    cells = accounts.of_record(record).items()
    return any(
        cell.text == value and any(name in other and other[name].meant == cell.meant for other in told)
        for name, cell in cells
    )


@dataclass
class _Teller:
    """Which files describe which elements: those of the delivery, and those of the store about the same.

    here: document of the delivery → its elements. before: of the store → those in common with the delivery.
    """

    store: Store
    accounts: Accounts
    by_file: dict[str, list[Identified]] = field(default_factory=dict)
    here: dict[str, set[str]] = field(default_factory=dict)
    before: dict[str, set[str]] = field(default_factory=dict)
    _files: dict[str, set[str]] = field(default_factory=dict)  # of each document of the store
    _sizes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.accounts.rows:
            file = one.draft.place.file
            if one.draft.source == SHEETS and file is not None:
                self.by_file.setdefault(file, []).append(one)
                self.here.setdefault(self.accounts.document(file), set()).add(one.uid)
        for uid, said in self.accounts.earlier.items():
            for record in said:
                if is_told(record) and record.source == SHEETS:
                    document = self.accounts.document(record.file)
                    self.before.setdefault(document, set()).add(uid)
                    self._files.setdefault(document, set()).add(str(record.file))

    def candidates(self) -> list[str]:
        """Return the files to look at: those called so first, then the larger ones, then the later."""
        order = {file: number for number, file in enumerate(self.by_file)}

        def first(file: str) -> tuple[bool, int, int]:
            return not is_compilation(file), -len(self._elements(file)), -order[file]

        return sorted(self.by_file, key=first)

    def _elements(self, file: str) -> set[str]:
        return {one.uid for one in self.by_file[file]}

    def parts(self, file: str) -> Parts:
        """Return the documents that a file repeats for the most part, each with the elements in common."""
        mine, own = self._elements(file), self.accounts.document(file)
        others: dict[str, set[str]] = {}
        for told in (self.before, self.here):
            for document, elements in told.items():
                if document != own and not is_compilation(document) and not mine.isdisjoint(elements):
                    others.setdefault(document, set()).update(mine & elements)
        if not is_compilation(file) and not _nearly_all(mine, others):
            return {}
        return {one: common for one, common in others.items() if len(common) >= _MOST * self._size(one)}

    def _size(self, document: str) -> int:
        if document not in self._sizes:
            told = records.elements_of_files(self.store, self._files.get(document, ()))
            self._sizes[document] = len(self.here.get(document, set()).union(*told.values()))
        return self._sizes[document]

    def repeats(self, file: str, parts: Parts) -> bool:
        """Return whether a file only gathers what some documents say.

        Without the name, it gathers several files of its delivery, or files of several agencies; or it is a
        copy of one of the same agency beside it. An agency that sends all of its own again in one file sends
        a new state.
        """
        if not parts or is_compilation(file):
            return bool(parts)
        if not _nearly_all(self._elements(file), parts):
            return False
        shared, equal = self._shares(file, parts)
        beside = parts.keys() & self.here.keys()
        several = len(beside) > 1 or self._agencies(file, parts) > 1
        copied = equal == 1 and any(self._senders(file) == self._senders(one) for one in beside)
        return (several and shared >= _NEARLY_ALL) or copied

    def _senders(self, document: str) -> set[str | None]:
        return {
            one.sender
            for file, rows in self.by_file.items()
            if self.accounts.document(file) == self.accounts.document(document)
            for one in rows
        }

    def _agencies(self, file: str, parts: Parts) -> int:
        """How many agencies have a file of their own among the parts of one."""
        scope = {one.uid: one.scope for one in self.by_file[file]}
        whose = [{scope[uid] for uid in common} for common in parts.values()]
        return len(set().union(*(scopes for scopes in whose if len(scopes) == 1)))

    def _shares(self, file: str, parts: Parts) -> tuple[float, float]:
        """Return the shares of a file's cells that its parts fill too, and that they fill with the same."""
        cells = [one for row in self.by_file[file] for one in _against(row, parts, self.accounts)]
        shared = sum(bool(told) for _, _, told in cells)
        equal = sum(any(cell.meant == other.meant for other in told) for _, cell, told in cells)
        return shared / len(cells), equal / len(cells)


def _nearly_all(elements: Collection[str], parts: Parts) -> bool:
    return len(set().union(*parts.values())) >= _NEARLY_ALL * len(elements)


def _against(
    one: Identified, parts: Collection[str], accounts: Accounts
) -> list[tuple[str, Cell, list[Cell]]]:
    """Return the cells of a row, by name, with what some documents say in the same column of its element."""
    told = accounts.told(one.uid, parts)
    cells = accounts.of(one).items()
    return [(name, cell, [other[name] for other in told if name in other]) for name, cell in cells]


def _mark(file: str, rows: Sequence[Identified], parts: Parts, into: tuple[Accounts, Delivered]) -> None:
    """Mark the rows of a file that its parts tell too, and tell of it."""
    accounts, found = into
    covered = set().union(*parts.values())
    marked: dict[int, list[Identified]] = {}
    differing = 0
    for one in (one for one in rows if one.uid in covered):
        cells = _against(one, parts, accounts)
        only_here = {name for name, _, told in cells if not told}
        otherwise = [
            _otherwise(one.uid, (name, cell), told[-1])
            for name, cell, told in cells
            if told and all(cell.meant != other.meant for other in told)
        ]
        place = one.draft.place
        news = {finding.place.column for finding in otherwise}
        news |= {cell.place.column for name, cell, _ in cells if name in only_here}
        found.repeated[(place.file, place.sheet, place.row)] = {column for column in news if column}
        found.findings += otherwise
        differing += bool(otherwise)
        marked[id(one)] = [_compiled(one), *_news(one, only_here)]
    found.files.add(file)
    found.rows = [part for one in found.rows for part in marked.get(id(one), [one])]
    names = sorted(parts)
    listed = ", ".join(names[:_FILES_NAMED]) + (", …" if len(names) > _FILES_NAMED else "")
    told = rules.REPEATING_FILE.at(
        Place(file=file),
        files=listed,
        repeated=len(marked),
        rows=len(rows),
        only=len(rows) - len(marked),
        differing=differing,
    )
    found.findings.append(told)


def _otherwise(uid: str, named: tuple[str, Cell], other: Cell) -> Finding:
    name, cell = named
    return rules.REPEATED_OTHERWISE.at(
        cell.place,
        value=cell.text,
        element=uid,
        property=cell.place.column or name,
        other=other.text,
        where=other.where,
    )


def _compiled(one: Identified) -> Identified:
    return replace(one, draft=replace(one.draft, source=COMPILED))


def _news(one: Identified, only_here: AbstractSet[str]) -> list[Identified]:
    """What a row adds to what other files say of its element: said, but not what the element exists by."""
    if not only_here:
        return []
    draft = one.draft
    said = replace(
        draft,
        name=draft.name if "name" in only_here else None,
        code=draft.code if "code" in only_here else None,
        values={name: value for name, value in draft.values.items() if name in only_here},
        columns={name: header for name, header in draft.columns.items() if name in only_here},
        sayings=tuple(saying for saying in draft.sayings if saying.cell in only_here),
        cleared=(),
        emptied=(),
    )
    return [replace(one, draft=said, asserts=False)]


def _oddity(finding: Finding) -> _Oddity:
    return finding.rule, finding.place.column, finding.value
