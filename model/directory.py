"""The directory: which element a key, code or name means. The one place where references are resolved.

Resolving looks in the reference's own scope first, then across scopes (docs/identity.md). It is a pure
function of the directory, so the order in which files arrive cannot matter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, unique

from model.element import Openness
from model.entry import Entry
from model.folding import fold, fold_code
from model.keys import NATIONAL, SHARED, is_full_key, parse_key
from model.kinds import ElementKind
from model.nomenclature import agency_words, names_same_agency, parent_agency_words
from model.reference import written_code
from model.references import between_commas, listed, ranged, split_reference
from model.tokens import agency_token, code_token, former_token, heard_token, key_token, name_token, telling


@unique
class _Circle(Enum):
    """Where a reference is looked up, one after the other (docs/identity.md)."""

    ADDRESS = 1  # the reference's own scope
    OWN = 2  # the scopes that count as one with it, of agencies that were merged
    COMMON = 3  # what is shared or national
    ALL = 4  # every scope; worth a warning


_CIRCLES = tuple(_Circle)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference means, or why that is open.

    elsewhere: found only outside the reference's own scope. near: a shorter or longer form of the name.
    disagreeing: the name that stands beside a code, where the element is called otherwise. rival: uid of the
    one element of its scope that is called just so, where a person said that another is meant.
    """

    uid: str | None = None
    reason: Openness | None = None
    candidates: tuple[str, ...] = ()
    elsewhere: bool = False
    near: bool = False
    disagreeing: str | None = None
    rival: str | None = None


@dataclass
class Directory:
    """All elements of a store, found by uid or by token.

    homes: scopes that count as another one, each with that one (model.merging.Merges.scopes). A copy shares
    the sets of uids until one of the two changes them: _own are those that are this one's; None: all are.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)
    _uids: dict[str, set[str]] = field(default_factory=dict)
    _starting: dict[str, set[str]] = field(default_factory=dict)  # agencies by the first of their words
    _own: set[str] | None = None

    @classmethod
    def of(cls, entries: Iterable[Entry], homes: Mapping[str, str] | None = None) -> "Directory":
        """Return a directory of these elements."""
        directory = cls(homes=homes or {})
        for entry in entries:
            directory.put(entry)
        return directory

    def copy(self) -> "Directory":
        """Return a directory of its own with the same elements."""
        self._own = set()
        starting = {word: set(uids) for word, uids in self._starting.items()}
        return Directory(dict(self.entries), self.homes, dict(self._uids), starting, set())

    def home(self, scope: str) -> str:
        """Return the scope that counts instead of one: itself, unless its agency was merged away."""
        return self.homes.get(scope, scope)

    def one_with(self, scope: str) -> list[str]:
        """Return the scopes that count as one with a scope, itself first."""
        home = self.home(scope)
        return [scope, *sorted({home, *(one for one in self.homes if self.home(one) == home)} - {scope})]

    def scopes(self) -> set[str]:
        """Return every scope: those of elements, and those that count as another one."""
        return {entry.scope for entry in self.entries.values()} | self.homes.keys()

    def put(self, entry: Entry) -> frozenset[str]:
        """Add or replace an element; return the tokens that now mean something else than before."""
        before, tokens = self.drop(entry.uid), entry.tokens
        self.entries[entry.uid] = entry
        for token in tokens:
            self._changing(token).add(entry.uid)
        for word in _first_word(entry):
            self._starting.setdefault(word, set()).add(entry.uid)
        return before ^ tokens if before else tokens

    def drop(self, uid: str) -> frozenset[str]:
        """Remove an element; return the tokens it had."""
        entry = self.entries.pop(uid, None)
        if entry is None:
            return frozenset()
        tokens = entry.tokens
        for token in tokens:
            self._changing(token).discard(uid)
        for word in _first_word(entry):
            self._starting[word].discard(uid)
        return tokens

    def _changing(self, token: str) -> set[str]:
        """Return the uids of a token, to be changed: a set of its own."""
        found = self._uids.get(token)
        if found is None or (self._own is not None and token not in self._own):
            found = self._uids[token] = set(found or ())
            if self._own is not None:
                self._own.add(token)
        return found

    def shorter_forms(self, changed: Iterable[Entry]) -> set[str]:
        """Return the agencies that some shorter form of a name means as well as one of the changed."""
        found: set[str] = set()
        for entry in changed:
            words = set(agency_words(entry.name))
            for word in _first_word(entry):
                alike = self._starting.get(word, ())
                found |= {u for u in alike if len(words & set(agency_words(self.entries[u].name))) > 1}
        return found

    def with_key(self, key: str) -> Entry | None:
        """Return the element whose key or former key this is."""
        uids = self._uids.get(key_token(key))
        return self.entries[min(uids)] if uids else None

    def coded(self, code: str) -> Iterator[Entry]:
        """Return the elements with this code, in any scope."""
        return self._found(code_token(code))

    def formerly_coded(self, code: str, scope: str | None = None) -> Iterator[Entry]:
        """Return the elements that a former key with this code stands for, in a scope or in any."""
        for entry in self._found(former_token(code)):
            former = (key for key in map(parse_key, entry.former_keys) if scope in (None, key.scope))
            if any(fold_code(key.code) == fold_code(code) for key in former):
                yield entry

    def addressed(self, key: str) -> Entry | None:
        """Return the element of a key; else the only one so coded in the scopes that are one with its own."""
        exactly = self.with_key(key)
        if exactly is not None or not self.homes:
            return exactly
        parsed = parse_key(key)
        others = (self.with_key(str(replace(parsed, scope=one))) for one in self.one_with(parsed.scope))
        found = {entry.uid: entry for entry in others if entry is not None}
        return next(iter(found.values())) if len(found) == 1 else None

    def named(self, name: str) -> Iterator[Entry]:
        """Return the elements called so, in any scope."""
        return self._found(name_token(name))

    def same_agency(self, name: str) -> Iterator[Entry]:
        """Return the organisation units whose names have the same words."""
        return self._found(agency_token(agency_words(name)))

    def meaning(self, tokens: Iterable[str]) -> set[str]:
        """Return the uids of all elements that one of the tokens means."""
        return {uid for token in tokens for uid in self._uids.get(token, ())}

    def agencies(self) -> Iterator[Entry]:
        """Return all organisation units."""
        return (entry for entry in self.entries.values() if entry.kind is ElementKind.ORG_UNIT)

    def _found(self, token: str) -> Iterator[Entry]:
        return (self.entries[uid] for uid in sorted(self._uids.get(token, ())))

    def resolve(self, text: str, scope: str, kinds: tuple[ElementKind, ...]) -> Resolution:
        """Return the element a reference from a scope means, among these kinds (empty: any kind).

        scope: as the key of who refers names it.
        """
        if is_full_key(text):
            entry = self.addressed(text.strip())
            if entry is None:
                return Resolution(reason=Openness.DANGLING)
            return _allowed(entry, kinds)
        told = self._as_told(text, scope, kinds)
        if told is not None:
            return told
        code, name = split_reference(text)
        found = self._by_code_or_name(text, code, name, scope, kinds)
        if found is None and ElementKind.REFERENCE_CODE in kinds and (written := written_code(text)):
            found = self._by_code_or_name(text, written.code, written.name, scope, kinds)
        if found is None and code and name and (named := self._by_name(name, scope, kinds)):
            return Resolution(
                reason=Openness.NEAR, candidates=(named.uid,) if named.uid else named.candidates
            )
        if found is None and (not kinds or ElementKind.ORG_UNIT in kinds):
            found = self._agency(text)
        return found or self._missing(code or text.strip(), scope, kinds)

    def _as_told(self, text: str, scope: str, kinds: tuple[ElementKind, ...]) -> Resolution | None:
        """What a person said the text means in this scope; it goes before whatever it might mean."""
        for near in ([scope], self.one_with(scope) if self.homes else []):
            heard = self._found(heard_token(text))
            fitting = _within((e for e in heard if any(e.means(text, one) for one in near)), kinds)
            if len(fitting) == 1:
                return Resolution(uid=fitting[0].uid, rival=self._rival(text, scope, fitting[0]))
        return None

    def _rival(self, text: str, scope: str, told: Entry) -> str | None:
        """The other element of a scope and kind that a text is the very name of."""
        alike = {one.uid for one in self.named(text) if (one.address, one.kind) == (scope, told.kind)}
        called = [uid for uid in alike if fold(self.entries[uid].name) == fold(text)]
        return called[0] if len(called) == 1 and not _called(told, text) else None

    def _by_code_or_name(
        self, text: str, code: str | None, name: str | None, scope: str, kinds: tuple[ElementKind, ...]
    ) -> Resolution | None:
        """In each circle of scopes: the whole text as a code, then as a name, then a code with its name."""
        coded = _within(self.coded(text), kinds)
        named = _within(self.named(text), kinds)
        parted = _within(self.coded(code), kinds) if code else []
        if name and len(parted) > 1:
            parted = [entry for entry in parted if _called(entry, name)] or parted
        for circle in _CIRCLES:
            for entries in (coded, named, parted):
                found = self._in_circle(entries, circle, scope)
                if found is None:
                    continue
                if entries is parted and found.uid and name and not _called(self.entries[found.uid], name):
                    return replace(found, disagreeing=name)
                return found
            former = self._former_in(circle, code or text, scope, kinds)
            if former:
                return _among(former)
        # an agency that names another's element by its code does not know that it was merged away
        gone = _within(self.formerly_coded(code or text), kinds)
        return _among(gone, elsewhere=True) if gone else None

    def _by_name(self, name: str, scope: str, kinds: tuple[ElementKind, ...]) -> Resolution | None:
        entries = _within(self.named(name), kinds)
        found = (self._in_circle(entries, circle, scope) for circle in _CIRCLES)
        return next((one for one in found if one is not None), None)

    def _former_in(
        self, circle: _Circle, code: str, scope: str, kinds: tuple[ElementKind, ...]
    ) -> list[Entry]:
        """What was known by a code in the reference's own scope, or in one that counts as one with it."""
        if circle is _Circle.ADDRESS:
            return _within(self.formerly_coded(code, scope), kinds)
        if circle is _Circle.OWN and self.homes:
            near = (entry for one in self.one_with(scope) for entry in self.formerly_coded(code, one))
            return list({entry.uid: entry for entry in _within(near, kinds)}.values())
        return []

    def _in_circle(self, entries: list[Entry], circle: _Circle, scope: str) -> Resolution | None:
        """Return what one circle of scopes holds of the entries; several are ambiguous; None for nothing."""
        if circle is _Circle.ADDRESS:
            entries = [entry for entry in entries if entry.address == scope]
        elif circle is _Circle.OWN:
            entries = [entry for entry in entries if entry.scope == self.home(scope)] if self.homes else []
        elif circle is _Circle.COMMON:
            entries = [entry for entry in entries if entry.scope in (NATIONAL, SHARED)]
        if not entries:
            return None
        # every agency has a scope of its own: there is nothing doubtful about naming another
        far = circle is _Circle.ALL and entries[0].kind is not ElementKind.ORG_UNIT
        return _among(entries, elsewhere=far)

    def _agency(self, text: str) -> Resolution | None:
        """An agency in another spelling: same words, a shorter form, or a unit that names its agency."""
        for words in (agency_words(text), parent_agency_words(text)):
            if not words:
                continue
            same = list(self._found(agency_token(words)))
            if not same:
                same = self._longer_or_shorter(words)
            if len(same) == 1:
                return Resolution(uid=same[0].uid, near=True)
            if same:
                return Resolution(
                    reason=Openness.AMBIGUOUS, candidates=tuple(sorted(entry.uid for entry in same))
                )
        return None

    def _longer_or_shorter(self, words: tuple[str, ...]) -> list[Entry]:
        """Agencies of which these words are a shorter form; else those that are the longest form of them.

        Both ways, so that it does not matter which of the two names was heard first.
        """
        alike = [self.entries[uid] for uid in sorted(self._starting.get(words[0], ()))]
        longer = [entry for entry in alike if names_same_agency(words, agency_words(entry.name))]
        if longer:
            return longer
        shorter = [entry for entry in alike if names_same_agency(agency_words(entry.name), words)]
        most = max((len(agency_words(entry.name)) for entry in shorter), default=0)
        return [entry for entry in shorter if len(agency_words(entry.name)) == most]

    def _missing(self, code: str, scope: str, kinds: tuple[ElementKind, ...]) -> Resolution:
        """Nothing of these kinds: forbidden where the code is that of another kind, for who refers so.

        A name, or a code of another agency, may mean something that is not there yet.
        """
        near = {*self.one_with(scope), NATIONAL, SHARED}
        others = [entry for entry in self.coded(code) if near & {entry.scope, entry.address}]
        if kinds and others:
            return Resolution(
                reason=Openness.FORBIDDEN, candidates=tuple(dict.fromkeys(e.uid for e in others))
            )
        return Resolution(reason=Openness.DANGLING)


def reference_tokens(text: str) -> frozenset[str]:
    """Return every token under which a reference may find its element, now or later."""
    parts = (text, *ranged(text), *listed(text), *between_commas(text))
    return frozenset().union(*map(_tokens_of, parts))


def _tokens_of(text: str) -> frozenset[str]:
    code, name = split_reference(text)
    tokens = {key_token(text.strip()), code_token(text), former_token(text), name_token(text)}
    tokens.add(heard_token(text))
    tokens |= {agency_token(words) for words in (agency_words(text), parent_agency_words(text)) if words}
    if written := written_code(text):
        tokens.add(code_token(written.code))
    if code:
        tokens |= {code_token(code), former_token(code)}
    if name:
        tokens.add(name_token(name))
    return telling(tokens)


def overtaken_tokens(entry: Entry) -> frozenset[str]:
    """Return the tokens of what a text may have meant before an element was called just so.

    A code with a name, or a list of names, of others; what a person said that it means; a unit's name that
    was read as that of its agency.
    """
    called = (entry.name, *entry.names)
    if entry.kind is ElementKind.ORG_UNIT:
        return frozenset().union(*map(reference_tokens, called))
    listed_ = (part for name in called for part in (*listed(name), *between_commas(name)) if part != name)
    coded = (code_token(code) for code, _ in map(split_reference, called) if code)
    return frozenset().union(coded, map(heard_token, called), *map(_tokens_of, listed_))


def may_mean(text: str, agency: Entry) -> bool:
    """Return whether a text may be a shorter form of an agency's name."""
    known = agency_words(agency.name)
    forms = (agency_words(text), parent_agency_words(text))
    return bool(known) and any(
        names_same_agency(words, known) or names_same_agency(known, words) for words in forms
    )


def _allowed(entry: Entry, kinds: tuple[ElementKind, ...]) -> Resolution:
    if kinds and entry.kind not in kinds:
        return Resolution(reason=Openness.FORBIDDEN, candidates=(entry.uid,))
    return Resolution(uid=entry.uid)


def _within(entries: Iterable[Entry], kinds: tuple[ElementKind, ...]) -> list[Entry]:
    return [entry for entry in entries if not kinds or entry.kind in kinds]


def _among(entries: list[Entry], *, elsewhere: bool = False) -> Resolution:
    """Return the only one of some elements; several are ambiguous."""
    if len(entries) == 1:
        return Resolution(uid=entries[0].uid, elsewhere=elsewhere)
    return Resolution(reason=Openness.AMBIGUOUS, candidates=tuple(sorted(entry.uid for entry in entries)))


def _called(entry: Entry, name: str) -> bool:
    return fold(name) in {fold(words) for words in (entry.name, *entry.names, entry.abbreviation or "")}


def _first_word(entry: Entry) -> tuple[str, ...]:
    return agency_words(entry.name)[:1] if entry.kind is ElementKind.ORG_UNIT else ()
