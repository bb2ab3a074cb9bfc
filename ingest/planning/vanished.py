"""Rows that a later edition of a file no longer has: told, and left alone where nothing replaces them.

Only what the file covers counts: elements of the kinds and agencies of which it still has rows. What another
file describes too is not gone, nor what is out of use already.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from ingest.planning import rules
from ingest.planning.documents import Earlier, is_told
from ingest.planning.identity import Identified
from ingest.planning.withdrawing import NEVER_RETIRES
from model.directory import Directory
from model.element import Element
from model.faults import Finding, Place
from model.folding import fold
from model.kinds import ElementKind, Status
from model.merging import Merges
from model.record import COMPILED, TEMPLATE, Act, Load, Record
from queries import graph, records
from queries.loads.near import akin
from queries.store.store import Store

_NAMED = 10  # elements in one finding
_SAY_NOTHING = NEVER_RETIRES | {TEMPLATE, COMPILED}

_Sort = tuple[str, ElementKind, str]  # source, kind and scope


@dataclass(slots=True)
class _Covered:
    """What one document is about in this delivery: by which file, in which sheets, and since when each row.

    rows: of each sort, by uid, with the load that first told of the element; None: this one.
    """

    file: str
    sorts: dict[_Sort, str | None] = field(default_factory=dict)  # of rows, with the first of their sheets
    rows: dict[_Sort, dict[str, tuple[Identified, str | None]]] = field(default_factory=dict)

    def newer(self, sort: _Sort, than: str) -> list[tuple[Identified, str | None]]:
        """Return the rows of which nothing was told up to a load, each with its own."""
        rows = self.rows.get(sort, {}).values()
        return [(one, since) for one, since in rows if since is None or since > than]


@dataclass(frozen=True, slots=True)
class Vanished:
    """Tells which rows vanished.

    documents: file → document (ingest.planning.documents). earlier: what is on record of the delivery's
    elements.
    """

    store: Store
    documents: Mapping[str, str]
    directory: Directory
    merges: Merges
    earlier: Earlier

    def told(
        self, delivered: Sequence[Identified], left_out: Sequence[Identified], gathered: AbstractSet[str]
    ) -> list[Finding]:
        """Return what is told of the rows that the files of a delivery had before.

        left_out: rows left out by choice: they are in the file, and no new name of anything. gathered: files
        that repeat others; with them nothing is gone.
        """
        covered: dict[str, _Covered] = {}
        every = (*delivered, *left_out)
        for place, one in enumerate(every):
            file = one.draft.place.file
            if file is not None and file not in gathered and one.draft.source not in _SAY_NOTHING:
                here = covered.setdefault(self._document(file), _Covered(file))
                sort = (one.draft.source, one.draft.kind, self.directory.home(one.scope))
                here.sorts.setdefault(sort, one.draft.place.sheet)
                if place < len(delivered):
                    before = [record.load for record in self.earlier.get(one.uid, ())]
                    here.rows.setdefault(sort, {})[one.uid] = (one, min(before, default=None))
        gone = self._gone(covered, {self.merges.home(one.uid) for one in every})
        return [told for document, here in covered.items() for told in self._of(gone.get(document, {}), here)]

    def _document(self, file: str | None) -> str:
        return self.documents.get(file or "", file or "")

    def _gone(
        self, covered: Mapping[str, _Covered], present: AbstractSet[str]
    ) -> dict[str, dict[str, Record]]:
        """Return, by document, the newest row of each element that no row of the delivery is about."""
        files = {*covered, *(file for file, document in self.documents.items() if document in covered)}
        uids = set().union(*records.elements_of_files(self.store, files).values())
        missing = {uid for uid in uids if self.merges.home(uid) not in present}
        loads = {load.id for load in records.loads(self.store) if _brought(load, files)} if missing else set()
        found: dict[str, dict[str, Record]] = {}
        for uid, said in records.records_of(self.store, missing).items():
            rows = [one for one in said if one.act is Act.ROW and one.source not in NEVER_RETIRES]
            documents = {self._document(one.file) for one in rows}
            # another file that says the same has no record of its own, but a load without this one
            if len(documents) == 1 and is_told(rows[-1]) and rows[-1].last_said in loads:
                found.setdefault(documents.pop(), {})[self.merges.home(uid)] = rows[-1]
        return found

    def _of(self, gone: Mapping[str, Record], here: _Covered) -> Iterable[Finding]:
        """Yield what is told of one document: for each sheet and agency, and for each likely new name."""
        sorts = {uid: (r.source, r.kind, self.directory.home(r.scope)) for uid, r in gone.items()}
        covered = {uid: sort for uid, sort in sorts.items() if sort in here.sorts}
        sheets: dict[tuple[str | None, str], list[str]] = {}
        for uid, element in graph.elements(self.store, covered).items():
            if element.status is Status.RETIRED:
                continue
            place = Place(file=here.file, sheet=here.sorts[covered[uid]])
            renamed = _renamed(element, here.newer(covered[uid], gone[uid].last_said))
            if renamed is None:
                told = sheets.setdefault((place.sheet, covered[uid][2]), [])
                told.append(f"{element.name} ({element.key})")
            else:
                words = {"key": element.key, "name": renamed.name, "other": renamed.key}
                there = replace(place, row=renamed.draft.place.row)
                yield rules.LIKELY_RENAMED.at(there, value=element.name, element=uid, **words)
        for (sheet, scope), names in sheets.items():
            shown = "; ".join(sorted(names)[:_NAMED]) + ("; …" if len(names) > _NAMED else "")
            place = Place(file=here.file, sheet=sheet)
            yield replace(rules.VANISHED_ROWS.at(place, value=shown, count=len(names)), agency=scope)


def _renamed(element: Element, new: Iterable[tuple[Identified, str | None]]) -> Identified | None:
    """The only new row that may be the element under another name; where two codes part them, of its name.

    new: each with the load since which it is known, None for this one; the first to come counts.
    """
    alike = [(one, since) for one, since in new if _alike(element, one)]
    first = min((since for _, since in alike if since is not None), default=None)
    came = [one for one, since in alike if since == first]
    return came[0] if len(came) == 1 else None


def _alike(element: Element, row: Identified) -> bool:
    if element.code and row.draft.code:
        return fold(element.name) == fold(row.name)
    return akin(element.name, row.name)


def _brought(load: Load, files: AbstractSet[str]) -> bool:
    """Whether one of these files came in a load, by itself or in a zip."""
    stamps = [stamp.name for stamp in load.files]
    return any(file == stamp or file.startswith(f"{stamp}/") for stamp in stamps for file in files)
