"""Which element a row means: by key, code or name within its scope (docs/identity.md)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ingest.draft import Draft
from ingest.planning import rules
from ingest.planning.agencies import Agencies
from ingest.planning.codes import Codes, all_called, called, code_of
from ingest.planning.delivered import is_compilation
from ingest.planning.merged import Merged
from model.directory import Directory
from model.entry import Entry
from model.faults import Finding, Place, Rule
from model.folding import fold, fold_code
from model.keys import SHARED, Key, is_full_key, parse_key
from model.record import OVERVIEW, Value
from model.text import Text


@dataclass(frozen=True, slots=True)
class Identified:
    """A draft with the element it means; `key` is the key it arrives with.

    uid: whose record it becomes; of an element that was merged into another, the one it had before.
    sender: scope of the agency whose delivery it is, where that is told. asserts: the element exists by it;
    else it only says something of it.
    """

    draft: Draft
    uid: str
    key: str
    scope: str
    name: str
    sender: str | None = None
    asserts: bool = True


@dataclass
class Identities:
    """Decides for the drafts of one delivery, one after the other.

    asked: the scope the import was given as a default. overviews: elements that only overviews and
    mentions assert, so that the row of an agency's own sheet may mean them from another scope.
    merged: former keys of elements that were merged into others; what comes in under them stays theirs.
    codes: tells whom a code under another name means. shifted: rows whose code is another one than their
        element had, with that. kept: places of rows in which something is left of an element renamed.
    """

    directory: Directory
    agencies: Agencies
    new_uid: Callable[[], str]
    asked: str | None = None
    only: str | None = None
    overviews: set[str] = field(default_factory=set)
    merged: Merged = field(default_factory=Merged)
    codes: Codes | None = None
    findings: list[Finding] = field(default_factory=list)
    shifted: list[tuple[Draft, str]] = field(default_factory=list)
    kept: set[Place] = field(default_factory=set)
    _seen: dict[tuple[str | None, str | None, str], Draft] = field(default_factory=dict)

    def of(self, draft: Draft) -> Identified | None:
        """Return the draft with its element; None, with a finding, when its key cannot be used."""
        if draft.key and is_full_key(draft.key):
            key = parse_key(draft.key)
            if key.kind is not draft.kind:
                self._tell(rules.BAD_KEY, draft, draft.key, kind=draft.kind.value)
                return None
            return self._settled(draft, key.scope, str(key), named=True)
        scope = self.scope(draft)
        code = draft.code or draft.key
        name = draft.name or code or ""
        part = code or fold(name) or name.strip()
        return self._settled(draft, scope, str(Key(scope, draft.kind, part)), named=bool(code))

    def scope(self, draft: Draft) -> str:
        """Return the scope of a row; where nothing tells it, that is told."""
        chosen = self.scope_told(draft)
        if chosen is None:
            self._tell(rules.NO_SCOPE, draft, draft.name or draft.code)
        return chosen or SHARED

    def scope_told(self, draft: Draft) -> str | None:
        """Return the scope of a row: what it says itself, else the defaults in the order of the contract."""
        if draft.key and is_full_key(draft.key):
            return parse_key(draft.key).scope
        return self.scope_of(draft.agency, draft.delivery_agency)

    def scope_of(self, agency: str | None, sender: str | None) -> str | None:
        """Return the scope of what names an agency and came from a sender; None where nothing tells it."""
        said, sent = (self.agencies.scope(text) if text else None for text in (agency, sender))
        return said or self.asked or sent or self.only

    def _settled(self, draft: Draft, scope: str, key: str, *, named: bool) -> Identified:
        name = draft.name or draft.code or parse_key(key).code
        scope, key = self._addressed(draft, scope, key, name, named=named)
        twin_key = _twin_key(draft, scope, key, name)
        moved = self._by_name(draft, scope)
        if moved is not None:
            key = moved.key  # an address once given never comes to mean another element
        elif named and self.directory.with_key(twin_key) is not None:
            key = twin_key  # the second element of this code, known from an earlier load
        there = self._there(draft, scope, key, name, named=named)
        entry = moved or there or self._elsewhere(draft, scope, name)
        if not named and not draft.code:
            self._tell(rules.NO_CODE, draft, name)
        rivals = self._unlike(draft, entry) if entry is not None else None
        if entry is not None and (self._is_second(draft, entry, key, name) or rivals is not None):
            key = twin_key
            entry = self.directory.with_key(key)
        if entry is None:
            entry = Entry(
                self.new_uid(), draft.kind, scope=self._home(scope), key=key, name=name, code=draft.code
            )
            self.directory.put(entry)
        uid = self.merged.whose(entry, key, name)
        self._seen.setdefault((draft.place.file, draft.place.sheet, uid), draft)
        self._tell_other(draft, entry, scope, uid, named=named)
        if named:
            self._tell_rivals(draft, entry, rivals or (), second=key == twin_key)
        known = _also_known(entry, draft, key)
        if known != entry:
            self.directory.put(known)
        return Identified(draft, uid, key, parse_key(key).scope, name, self._sender(draft))

    def _by_name(self, draft: Draft, scope: str) -> Entry | None:
        """The element that a row means by its name though it had another code, with the code of the row."""
        found = self.codes.by_name(draft, scope) if self.codes else None
        if found is None:
            return None
        entry = self.directory.entries[found.uid]
        former = code_of(found)
        if draft.code is None or (former and fold_code(former.partition("~")[0]) == fold_code(draft.code)):
            return entry
        if former:
            self.shifted.append((draft, former))
        return replace(entry, code=draft.code)

    def _unlike(self, draft: Draft, entry: Entry) -> list[Entry] | None:
        """The elements that a row with the code of one is not, as it is about another; None where it is that.

        None of them is told where another row of the file has the name of that one.
        """
        repeats = draft.source == OVERVIEW or is_compilation(draft.place.file or "")
        if self.codes is None or repeats or entry.uid in self.overviews:
            return None
        if self.codes.is_named_elsewhere(draft, entry):
            return []
        return [entry] if self.codes.is_unlike(draft, entry) else None

    def _tell_other(self, draft: Draft, entry: Entry, scope: str, uid: str, *, named: bool) -> None:
        """Tell where an element has another owner, or its code another name."""
        name = draft.name or entry.name
        if entry.scope != self._home(scope) and entry.code is not None and uid == entry.uid:
            self._tell(rules.OTHER_SCOPE, draft, name, known=entry.key, found=scope)
        elif named and draft.name and not called(entry, draft.name):
            self._tell(rules.OTHER_NAME, draft, name, code=parse_key(entry.key).code, known=entry.name)
            if self.codes and self.codes.remains(draft, entry):
                self.kept.add(draft.place)
        self._tell_two_meanings(draft, entry)

    def _tell_rivals(self, draft: Draft, entry: Entry, rivals: Sequence[Entry], *, second: bool) -> None:
        """Tell of a row whose code another element has, in whose place it may have come."""
        if self.codes is None:
            return
        others = rivals or (self.codes.rivals(draft, entry) if second else ())
        if others:
            words = {"code": draft.code or draft.key, "known": all_called(others), "key": others[0].key}
            self._tell(rules.CODE_OF_ANOTHER, draft, draft.name, other=entry.key, **words)
        self.codes.heard(draft, entry.uid)

    def _sender(self, draft: Draft) -> str | None:
        """The agency whose delivery a row is: of the title, folder or file name, else of the import."""
        return self.agencies.sender(draft.delivery_agency) if draft.delivery_agency else self.asked

    def _home(self, scope: str) -> str:
        return self.directory.home(scope)

    def _addressed(self, draft: Draft, scope: str, key: str, name: str, *, named: bool) -> tuple[str, str]:
        """Return scope and key of a row: those it names, unless a scope merged with it has what it calls so.

        Each of two agencies that were merged may have the code for something else: the name decides.
        """
        for place in self.directory.one_with(scope):
            there = str(replace(parse_key(key), scope=place))
            twin = self.directory.with_key(_twin_key(draft, place, there, name)) if named else None
            entry = twin or self._there(draft, place, there, name, named=named)
            if entry is not None and (draft.name is None or called(entry, name)):
                return place, there
        return scope, key

    def _there(self, draft: Draft, scope: str, key: str, name: str, *, named: bool) -> Entry | None:
        """An element with this key, code or, without a code, name in this scope."""
        entry = self.directory.with_key(key)
        if entry is not None:
            return entry
        if not named:
            found = [e for e in self.directory.named(name) if e.address == scope and e.kind is draft.kind]
            return found[0] if len(found) == 1 else None
        entry = self._same_code(draft, scope, key)
        if entry is None and draft.code:  # one that had only this name
            bare = self.directory.with_key(str(Key(scope, draft.kind, fold(name))))
            entry = bare if bare is not None and self.merged.alone(bare, scope, name).code is None else None
        return entry

    def _same_code(self, draft: Draft, scope: str, key: str) -> Entry | None:
        """The code in another spelling: DAB.DKS.010 and dab-dks-010."""
        code = parse_key(key).code
        found = [e for e in self.directory.coded(code) if e.address == scope and e.kind is draft.kind]
        if not found:
            found = [e for e in self.directory.formerly_coded(code, scope) if e.kind is draft.kind]
        return found[0] if len(found) == 1 else None

    def _elsewhere(self, draft: Draft, scope: str, name: str) -> Entry | None:
        """The same code and name in another scope, where one of the two rows comes from an overview.

        An overview often gives another agency than the agency's own sheet does; an agency or
        vendor that cells only mention is the one that a sheet describes under the same name.
        """
        namesakes = self.directory.coded(draft.code) if draft.code else self.directory.named(name)
        own = self._home(scope)
        found = [e for e in namesakes if e.kind is draft.kind and e.scope != own and called(e, name)]
        if draft.source != OVERVIEW:
            found = [entry for entry in found if entry.uid in self.overviews]
        if not found:
            mentioned = (*self.directory.named(name), *self.directory.same_agency(name))
            found = [e for e in mentioned if e.kind is draft.kind and self._only_named(e, scope, name)]
        uids = {entry.uid for entry in found}
        return found[0] if len(uids) == 1 else None

    def _only_named(self, entry: Entry, scope: str, name: str) -> bool:
        alone = self.merged.alone(entry, scope, name)
        return alone.code is None and (alone.uid in self.overviews or alone.uid in self.agencies.created)

    def _is_second(self, draft: Draft, entry: Entry, key: str, name: str) -> bool:
        """Whether a row of the same sheet already means this element under another name."""
        uid = self.merged.whose(entry, key, name)
        first = self._seen.get((draft.place.file, draft.place.sheet, uid))
        if first is None:
            return False
        first_name = first.name or first.code or ""
        if draft.name is None or fold(first_name) == fold(name):
            self._tell_repeated(first, draft, name)
            return False
        same_code = draft.code and first.code and fold_code(draft.code) == fold_code(first.code)
        if same_code:
            self._tell(
                rules.DUPLICATE_CODE, draft, draft.code, first=first_name, second=name, row=first.place.row
            )
        return bool(same_code)

    def _tell_repeated(self, first: Draft, draft: Draft, name: str) -> None:
        """Tell that a row is about what another row of its sheet is about, and where the two differ."""
        rows = (first, draft)
        both = [one for one in draft.values if one in first.values and first.values[one] != draft.values[one]]
        if not both:
            self._tell(rules.REPEATED_ROW, draft, name, row=first.place.row)
            return
        said = [
            (draft.columns.get(one, one), *((_text(row.values[one]), row.place.row) for row in rows))
            for one in both
        ]
        differences = Text(
            id="; ".join(f"{column}: {a[0]} (baris {a[1]}), {b[0]} (baris {b[1]})" for column, a, b in said),
            en="; ".join(f"{column}: {a[0]} (row {a[1]}), {b[0]} (row {b[1]})" for column, a, b in said),
        )
        self.findings.append(rules.REPEATED_ROW_DIFFERS.at(draft.place, value=name, differences=differences))

    def _tell_two_meanings(self, draft: Draft, entry: Entry) -> None:
        """Tell where an agency into which this row's was merged has the row's code for something else."""
        code = code_of(entry)
        if code is None or entry.address == entry.scope:
            return
        address = str(replace(parse_key(entry.key), scope=entry.scope))
        other = self.directory.with_key(address) or self._same_code(draft, entry.scope, address)
        if other is not None and other.uid != entry.uid and not called(other, entry.name):
            self.findings.append(two_meanings(other, entry, draft.place))

    def _tell(self, rule: Rule, draft: Draft, value: str | None, **words: object) -> None:
        self.findings.append(
            rule.at(draft.place, value=value, **{name: str(word) for name, word in words.items()})
        )


def _text(value: Value) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def two_meanings(one: Entry, other: Entry, place: Place) -> Finding:
    """Return the finding that a code means two things in a merged agency; place: of the row of the other."""
    words = {"first": one.name, "second": other.name, "key": one.key, "other": other.key}
    return rules.MERGED_CODE.at(place, value=code_of(other) or "", element=other.uid, **words)


def _twin_key(draft: Draft, scope: str, key: str, name: str) -> str:
    """Return the key of the second of two elements of one code."""
    return str(Key(scope, draft.kind, f"{parse_key(key).code}~{fold(name)}"))


def _also_known(entry: Entry, draft: Draft, key: str) -> Entry:
    """Return the entry with what this row adds, so that later rows of the delivery find it so too."""
    names = () if draft.name is None or called(entry, draft.name) else (draft.name,)
    short = draft.values.get("abbreviation")
    return replace(
        entry,
        code=entry.code or draft.code,
        abbreviation=entry.abbreviation or (str(short) if short else None),
        names=(*entry.names, *names),
        aliases=entry.aliases if key in (entry.key, *entry.aliases) else (*entry.aliases, key),
    )
