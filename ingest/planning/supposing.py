"""Whose a file is that does not say so: what its rows and its name suggest, and where that cannot be.

What stands on record as the rows of one agency is that agency's; a word of the name of a file or sheet may
mean an agency; else it is taken to be of the only agency that the delivery names. The last two are
suppositions: they are told, and nothing of an agency is overwritten by them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from ingest.draft import Draft, Reading
from ingest.planning import rules
from ingest.planning.agencies import names_scope, scope_of
from ingest.planning.codes import Codes, called, code_of
from ingest.planning.delivered import telling_words
from model.directory import Directory
from model.entry import Entry
from model.faults import ROWS_KEPT, Finding, Place
from model.folding import fold, fold_code
from model.keys import NATIONAL, SHARED
from model.kinds import ElementKind
from model.nomenclature import agency_words, full_name, is_agency, is_unit, is_usual
from model.record import FileStamp
from queries import records
from queries.store.store import Store

_MOST = 2 / 3  # of the rows of a file
_LEAST = 2  # rows
_DOUBTFUL = 1 / 2  # of the coded rows of a sheet that cannot be the agency's, from which none is
_STARTS = ("dinas", "badan")  # of usual agencies that one word may mean
_SHEET = "sheet"  # the source of rows that agencies tell in their own words

Sheet = tuple[str | None, str | None]  # file and title


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is supposed of sheets that name no agency. agencies: by sheet; sure: those that rows prove."""

    agencies: Mapping[Sheet, str] = field(default_factory=dict)
    sure: AbstractSet[Sheet] = frozenset()
    findings: Sequence[Finding] = ()


def silent_sheets(drafts: Iterable[Draft]) -> dict[Sheet, list[Draft]]:
    """Return the rows of the sheets whose file names no agency anywhere, by sheet."""
    told: set[str | None] = set()
    sheets: dict[Sheet, list[Draft]] = {}
    for one in drafts:
        if one.agency or one.delivery_agency or one.key or one.source != _SHEET:
            told.add(one.place.file)
        elif one.kind is not ElementKind.ORG_UNIT:
            sheets.setdefault((one.place.file, one.place.sheet), []).append(one)
    return {sheet: rows for sheet, rows in sheets.items() if sheet[0] not in told}


def supposed_of(reading: Reading, directory: Directory, before: Mapping[str, str]) -> Supposed:
    """Return what rows and words suggest of the files that name no agency.

    before: files that came before, byte for byte, each with the scope that most of its rows had.
    """
    sheets = silent_sheets(reading.drafts)
    agencies: dict[Sheet, str] = {}
    sure: set[Sheet] = set()
    findings: list[Finding] = []
    for sheet, rows in sheets.items():
        place = Place(file=sheet[0], sheet=sheet[1])
        scope = before.get(sheet[0] or "") or _on_record(rows, directory)
        known = agency_of(scope, directory) if scope else None
        if known is not None:
            agencies[sheet] = known.name
            sure.add(sheet)
            findings.append(rules.AGENCY_ON_RECORD.at(place, value=known.name))
            continue
        for text in (sheet[0] or "", sheet[1] or ""):
            words = telling_words(text)
            named = _meant(words, directory) if words else None
            if named is not None:
                agencies[sheet] = named
                why = rules.BY_WORD.filled(words=" ".join(words))
                findings.append(rules.AGENCY_SUPPOSED.at(place, value=named, why=why))
                break
    return Supposed(agencies, sure, findings)


def came_before(store: Store, files: Sequence[FileStamp], directory: Directory) -> dict[str, str]:
    """Return the files that came before, byte for byte, with the agency's scope of most of their elements."""
    loads = [load for load in records.loads(store) if not load.undone]
    former: dict[str, set[str]] = {}
    for load in loads:
        for stamp in load.files:
            former.setdefault(stamp.sha256, set()).add(stamp.name)
    names = {one.name: former[one.sha256] for one in files if one.sha256 in former}
    stood = records.elements_of_files(store, set().union(*names.values()))
    found: dict[str, str] = {}
    for file, before in names.items():
        uids = {uid for name in before for uid in stood.get(name, ())} & directory.entries.keys()
        scopes = Counter(directory.entries[uid].scope for uid in uids)
        scope, count = next(iter(scopes.most_common(1)), (SHARED, 0))
        if scope not in (NATIONAL, SHARED) and 2 * count > scopes.total():
            found[file] = scope
    return found


def _on_record(rows: Sequence[Draft], directory: Directory) -> str | None:
    """The only agency that most of some rows are on record of, with name and code."""
    scopes: Counter[str] = Counter()
    for one in rows:
        known = (e for e in directory.named(one.name or "") if e.kind is one.kind and _is(e, one))
        scopes.update({entry.scope for entry in known} - {NATIONAL, SHARED})
    (first, count), second = (*scopes.most_common(2), ("", 0), ("", 0))[:2]
    return first if count > second[1] and count >= max(_LEAST, _MOST * len(rows)) else None


def _is(entry: Entry, row: Draft) -> bool:
    code = code_of(entry)
    same_code = row.code is None or code is None or fold_code(code) == fold_code(row.code)
    return same_code and called(entry, row.name or "")


def agency_of(scope: str, directory: Directory) -> Entry | None:
    """Return the agency that gives its name to a scope."""
    found = [one for one in directory.agencies() if names_scope(one) and scope_of(one) == scope]
    return found[0] if len(found) == 1 else None


def _meant(words: tuple[str, ...], directory: Directory) -> str | None:
    """The one agency whose name has these words: of those on record, else of the usual ones."""
    known = {
        entry.name: set(agency_words(entry.name)[1:])
        for entry in directory.agencies()
        if names_scope(entry) and is_agency(entry.name) and not is_unit(entry.name)
    }
    alike = [name for name, others in known.items() if set(words) <= others]
    exact = [name for name in alike if known[name] == set(words)]
    if alike:
        return (exact or alike)[0] if len(exact or alike) == 1 else None
    usual = [text for start in _STARTS if is_usual(text := f"{start} {' '.join(words)}")]
    return full_name(usual[0]) if len(usual) == 1 else None


@dataclass
class Suppositions:
    """What a delivery supposes, checked against what is known of these agencies.

    agencies: by sheet, the agency that its rows are taken to be of, which only words or the delivery suggest.
    """

    agencies: Mapping[Sheet, str]
    codes: Codes
    refused: set[Place] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def check(self, rows: Sequence[tuple[Draft, str]]) -> None:
        """Find the rows whose codes the agency has for something else: they are not loaded.

        Where that is so of half of a sheet, none of its rows is. rows: of the delivery, with their scopes.
        """
        others: dict[tuple[str, ElementKind, str], Draft] = {}
        sheets: dict[Sheet, list[tuple[Draft, str]]] = {}
        for one, scope in rows:
            sheet = (one.place.file, one.place.sheet)
            if sheet in self.agencies and not one.agency:
                sheets.setdefault(sheet, []).append((one, scope))
            elif one.code:
                others.setdefault((scope, one.kind, fold_code(one.code)), one)
        for sheet, supposed in sheets.items():
            self._check_sheet(sheet, supposed, others)

    def _check_sheet(
        self,
        sheet: Sheet,
        rows: Sequence[tuple[Draft, str]],
        others: Mapping[tuple[str, ElementKind, str], Draft],
    ) -> None:
        met = [(one, self._other(one, scope, others)) for one, scope in rows if one.code]
        against = [(one, name) for one, name in met if name is not None]
        if not against:
            return
        all_ = len(against) >= _DOUBTFUL * len(met)
        refused = [one for one, _ in rows] if all_ else [one for one, _ in against]
        self.refused |= {one.place for one in refused}
        first, name = against[0]
        finding = rules.CODES_OF_SUPPOSED.at(
            replace(first.place, column=None),
            value=first.name,
            agency=self.agencies[sheet],
            code=first.code,
            known=name,
            count=len(against),
            refused=len(refused),
        )
        numbers = tuple(one.place.row for one in refused if one.place.row is not None)
        self.findings.append(replace(finding, rows=numbers[:ROWS_KEPT]))

    def _other(
        self, row: Draft, scope: str, others: Mapping[tuple[str, ElementKind, str], Draft]
    ) -> str | None:
        """What the agency has under a row's code, where the row is not that."""
        known = self.codes.met(row, scope)
        if known is not None:
            return known
        beside = others.get((scope, row.kind, fold_code(row.code or "")))
        if beside is None or not beside.name or not row.name or fold(beside.name) == fold(row.name):
            return None
        return None if self.codes.is_left(row, beside.name, beside.values) else beside.name


def supposed_only(drafts: Iterable[Draft], name: str) -> Supposed:
    """Return that the sheets of files that name no agency are of the only one that the delivery names."""
    sheets = silent_sheets(drafts)
    findings = [
        rules.AGENCY_SUPPOSED.at(Place(file=file, sheet=title), value=name, why=rules.BY_ONLY)
        for file, title in sheets
    ]
    return Supposed(dict.fromkeys(sheets, name), findings=findings)
