"""The directory: which element a key, code or name means. The one place where references are resolved.

Resolving looks in the reference's own scope first, then across scopes (DESIGN, Identity). It is a pure
function of the directory, so the order in which files arrive cannot matter.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from model.element import Element, Openness
from model.folding import fold, fold_code
from model.keys import NATIONAL, SHARED, is_full_key
from model.kinds import ElementKind
from model.nomenclature import agency_words, names_same_agency, parent_agency_words

_CODE_AND_NAME = re.compile(r"^\s*(?P<code>[^\s:;,]*\d[^\s:;,]*)\s*(?:[-–—:]\s+|\s+)(?P<name>\S.*)$", re.S)
_NAME_AND_CODE = re.compile(
    r"^\s*(?P<name>\S.*?)\s*[(\[]\s*(?P<code>[^\s()\[\]]*\d[^\s()\[\]]*)\s*[)\]]\s*$", re.S
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory knows of one element."""

    uid: str
    kind: ElementKind
    scope: str
    key: str
    name: str
    code: str | None = None
    aliases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    abbreviation: str | None = None

    @property
    def tokens(self) -> frozenset[str]:
        """Every folded form under which a reference may mean this element."""
        tokens = {_key_token(key) for key in (self.key, *self.aliases)}
        if self.code:
            tokens.add(_code_token(self.code.partition("~")[0]))
        tokens |= {_name_token(words) for words in (self.name, *self.names, self.abbreviation or "") if words}
        if self.kind is ElementKind.ORG_UNIT:
            tokens |= {_agency_token(agency_words(words)) for words in (self.name, *self.names)}
        return frozenset(tokens)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference means, or why that is open.

    elsewhere: found only outside the reference's own scope. near: a shorter or longer form of the name.
    disagreeing: the name that stands beside a code, where the element is called otherwise.
    """

    uid: str | None = None
    reason: Openness | None = None
    candidates: tuple[str, ...] = ()
    elsewhere: bool = False
    near: bool = False
    disagreeing: str | None = None


@dataclass
class Directory:
    """All elements of a store, found by uid or by token."""

    entries: dict[str, Entry] = field(default_factory=dict)
    _uids: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Directory":
        """Return a directory of these elements."""
        directory = cls()
        for entry in entries:
            directory.put(entry)
        return directory

    def copy(self) -> "Directory":
        """Return a directory of its own with the same elements."""
        return Directory(dict(self.entries), {token: set(uids) for token, uids in self._uids.items()})

    def put(self, entry: Entry) -> frozenset[str]:
        """Add or replace an element; return the tokens that now mean something else than before."""
        before = self.drop(entry.uid)
        self.entries[entry.uid] = entry
        for token in entry.tokens:
            self._uids.setdefault(token, set()).add(entry.uid)
        return before ^ entry.tokens

    def drop(self, uid: str) -> frozenset[str]:
        """Remove an element; return the tokens it had."""
        entry = self.entries.pop(uid, None)
        if entry is None:
            return frozenset()
        for token in entry.tokens:
            self._uids[token].discard(uid)
        return entry.tokens

    def with_key(self, key: str) -> Entry | None:
        """Return the element whose key or former key this is."""
        uids = self._uids.get(_key_token(key))
        return self.entries[min(uids)] if uids else None

    def coded(self, code: str) -> Iterator[Entry]:
        """Return the elements with this code, in any scope."""
        return self._found(_code_token(code))

    def named(self, name: str) -> Iterator[Entry]:
        """Return the elements called so, in any scope."""
        return self._found(_name_token(name))

    def meaning(self, tokens: Iterable[str]) -> set[str]:
        """Return the uids of all elements that one of the tokens means."""
        return {uid for token in tokens for uid in self._uids.get(token, ())}

    def agencies(self) -> Iterator[Entry]:
        """Return all organisation units."""
        return (entry for entry in self.entries.values() if entry.kind is ElementKind.ORG_UNIT)

    def _found(self, token: str) -> Iterator[Entry]:
        return (self.entries[uid] for uid in sorted(self._uids.get(token, ())))

    def resolve(self, text: str, scope: str, kinds: tuple[ElementKind, ...]) -> Resolution:
        """Return the element a reference from a scope means, among these kinds (empty: any kind)."""
        if is_full_key(text):
            entry = self.with_key(text.strip())
            if entry is None:
                return Resolution(reason=Openness.DANGLING)
            return _allowed(entry, kinds)
        code, name = split_reference(text)
        found = self._by_code(text.strip(), None, scope, kinds) or self._by_name(text, scope, kinds)
        if found is None and code:
            found = self._by_code(code, name, scope, kinds)
        if found is None and code and name and self._by_name(name, scope, kinds):
            named = self._by_name(name, scope, kinds)
            near = (named.uid,) if named and named.uid else named.candidates if named else ()
            return Resolution(reason=Openness.NEAR, candidates=near)
        if found is None and (not kinds or ElementKind.ORG_UNIT in kinds):
            found = self._agency(text)
        return found or self._missing(text, code, kinds)

    def _by_code(
        self, code: str, name: str | None, scope: str, kinds: tuple[ElementKind, ...]
    ) -> Resolution | None:
        entries = [entry for entry in self.coded(code) if not kinds or entry.kind in kinds]
        if name and len(entries) > 1:
            entries = [entry for entry in entries if _called(entry, name)] or entries
        found = _nearest(entries, scope)
        if found and found.uid and name and not _called(self.entries[found.uid], name):
            return Resolution(uid=found.uid, elsewhere=found.elsewhere, disagreeing=name)
        return found

    def _by_name(self, name: str, scope: str, kinds: tuple[ElementKind, ...]) -> Resolution | None:
        return _nearest([entry for entry in self.named(name) if not kinds or entry.kind in kinds], scope)

    def _agency(self, text: str) -> Resolution | None:
        """An agency in another spelling: same words, a shorter form, or a unit that names its agency."""
        for words in (agency_words(text), parent_agency_words(text)):
            if not words:
                continue
            same = list(self._found(_agency_token(words)))
            if not same:
                same = [e for e in self.agencies() if names_same_agency(words, agency_words(e.name))]
            if len(same) == 1:
                return Resolution(uid=same[0].uid, near=True)
            if same:
                return Resolution(
                    reason=Openness.AMBIGUOUS, candidates=tuple(sorted(entry.uid for entry in same))
                )
        return None

    def _missing(self, text: str, code: str | None, kinds: tuple[ElementKind, ...]) -> Resolution:
        others = [*self.coded(code or text.strip()), *self.named(text)]
        if kinds and others:
            return Resolution(
                reason=Openness.FORBIDDEN, candidates=tuple(dict.fromkeys(e.uid for e in others))
            )
        return Resolution(reason=Openness.DANGLING)


def split_reference(text: str) -> tuple[str | None, str | None]:
    """Return the code and the name written in one reference: "code name", "code - name", "name (code)"."""
    if match := _CODE_AND_NAME.match(text):
        return match["code"].strip("-–—."), match["name"].strip()
    if match := _NAME_AND_CODE.match(text):
        return match["code"], match["name"].strip()
    return None, None


def reference_tokens(text: str) -> frozenset[str]:
    """Return every token under which a reference may find its element, now or later."""
    code, name = split_reference(text)
    tokens = {_key_token(text.strip()), _code_token(text), _name_token(text)}
    tokens |= {_agency_token(words) for words in (agency_words(text), parent_agency_words(text)) if words}
    if code:
        tokens.add(_code_token(code))
    if name:
        tokens.add(_name_token(name))
    return frozenset(tokens)


def entry_of(element: Element) -> Entry:
    """Return the directory's entry of an element."""
    abbreviation = element.properties.get("abbreviation")
    return Entry(
        uid=element.uid,
        kind=element.kind,
        scope=element.scope,
        key=element.key,
        name=element.name,
        code=element.code,
        aliases=element.aliases,
        names=element.names,
        abbreviation=str(abbreviation) if abbreviation else None,
    )


def _allowed(entry: Entry, kinds: tuple[ElementKind, ...]) -> Resolution:
    if kinds and entry.kind not in kinds:
        return Resolution(reason=Openness.FORBIDDEN, candidates=(entry.uid,))
    return Resolution(uid=entry.uid)


def _nearest(entries: list[Entry], scope: str) -> Resolution | None:
    """Own scope first, then shared and national, then the others; several at one distance are ambiguous."""
    if not entries:
        return None
    own = [entry for entry in entries if entry.scope == scope]
    common = [entry for entry in entries if entry.scope in (NATIONAL, SHARED)]
    for circle in (own, common, entries):
        if len(circle) == 1:
            return Resolution(uid=circle[0].uid, elsewhere=circle is entries)
        if circle:
            return Resolution(
                reason=Openness.AMBIGUOUS, candidates=tuple(sorted(entry.uid for entry in circle))
            )
    return None


def _called(entry: Entry, name: str) -> bool:
    return fold(name) in {fold(words) for words in (entry.name, *entry.names, entry.abbreviation or "")}


def _key_token(key: str) -> str:
    return f"k:{key.lower()}"


def _code_token(code: str) -> str:
    return f"c:{fold_code(code)}"


def _name_token(name: str) -> str:
    return f"n:{fold(name)}"


def _agency_token(words: tuple[str, ...]) -> str:
    return "a:" + " ".join(words)
