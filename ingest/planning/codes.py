"""Codes that come under another name: the element renamed, another element of that name, or a new one.

A code is mostly a number on a list: who deletes or inserts a row numbers the others anew. So an exact name
decides before a code that is known under another one, and a code under a name that is not known stays with
its element only where something of that is left (docs/decisions/0048-a-code-is-a-number-on-a-list.md).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.draft import Draft
from model.directory import Directory
from model.element import Element
from model.entry import Entry
from model.folding import fold, fold_code
from model.keys import Key, is_full_key, parse_key
from model.kinds import ElementKind, Status
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import ValueType
from model.record import Value
from queries import graph
from queries.loads.near import akin, respelt
from queries.store.store import Store

_MOST = 1 / 2  # of the cells that both fill, where neither says what it is for
_LEAST = 2  # of these cells, below which they tell nothing
# of these many elements have the same value
_COMMON = frozenset({ValueType.CHOICE, ValueType.CHOICES, ValueType.YES_NO})

_List = tuple[str | None, str, ElementKind]  # the rows of a file, scope and kind


@dataclass
class Codes:
    """Tells whom a row means whose code is known under another name.

    before: the store as it was, which no row of the delivery changes. elements: what is on record of those
    that rows give another name to, by uid.
    """

    before: Directory
    metamodel: Metamodel
    elements: Mapping[str, Element] = field(default_factory=dict)
    _codes: dict[tuple[_List, str], set[str]] = field(default_factory=dict)  # name → codes it has in a file
    _names: dict[tuple[_List, str], set[str]] = field(default_factory=dict)  # code → names it has in a file
    _said: dict[str, dict[str, Value]] = field(default_factory=dict)  # uid → what rows of the delivery say

    @classmethod
    def of(
        cls, store: Store, metamodel: Metamodel, before: Directory, rows: Sequence[tuple[Draft, str]]
    ) -> "Codes":
        """Return what tells it of a delivery. rows: its rows, each with its scope."""
        found = cls(before, metamodel)
        for draft, scope in rows:
            if draft.name and (code := _code(draft)):
                here = (draft.place.file, found.before.home(scope), draft.kind)
                found._codes.setdefault((here, fold(draft.name)), set()).add(fold_code(code))
                found._names.setdefault((here, fold_code(code)), set()).add(fold(draft.name))
        otherwise = {
            entry.uid
            for draft, scope in rows
            if draft.name and _code(draft)
            for entry in found._bearers(draft, scope)
            if not called(entry, draft.name)
        }
        found.elements = graph.elements(store, otherwise) if otherwise else {}
        return found

    def by_name(self, draft: Draft, scope: str) -> Entry | None:
        """Return the element that a row means by its name, where its code would tell another one or none.

        The only one of exactly this name, where the code is another's, or where the file gives the code of
        that one to another row. Rows of one file that have one name and several codes are several elements.
        """
        code = _code(draft)
        if not draft.name or code is None:
            return None
        bearers = self._bearers(draft, scope)
        fitting = [entry for entry in bearers if called(entry, draft.name)]
        if fitting:
            keyed = self._keyed(draft, scope)
            elsewhere = keyed is not None and keyed.uid != fitting[0].uid
            return fitting[0] if len(fitting) == 1 and elsewhere else None
        known = self._only(draft.name, scope, draft.kind)
        here = self._list(draft, scope)
        if known is None or len(self._codes.get((here, fold(draft.name)), ())) > 1:
            return None
        given_away = self._names.get((here, fold_code(code_of(known) or "")), set()) - {fold(draft.name)}
        return known if bearers or given_away else None

    def is_named_elsewhere(self, draft: Draft, entry: Entry) -> bool:
        """Return whether a row has the code of an element whose very name another row of its file has."""
        code = _code(draft)
        if not draft.name or code is None or called(entry, draft.name):
            return False
        here = self._list(draft, entry.address)
        elsewhere = self._codes.get((here, fold(entry.name)), set()) - {fold_code(code)}
        return bool(elsewhere) and self._only(entry.name, entry.address, entry.kind) is not None

    def is_unlike(self, draft: Draft, entry: Entry) -> bool:
        """Return whether a row has the code of an element and nothing else of it."""
        if not draft.name or _code(draft) is None or called(entry, draft.name):
            return False
        return self.remains(draft, entry) is False

    def remains(self, draft: Draft, entry: Entry) -> bool | None:
        """Return whether something is left of an element in a row of its code; None: nothing tells."""
        return self.is_left(draft, entry.name, self._content(entry))

    def is_left(self, draft: Draft, name: str, content: Mapping[str, Value]) -> bool | None:
        """Return the same of what has a name and content.

        The name spelt otherwise; else what it is for; else half of the name, or most of the other cells.
        """
        if draft.name is None or respelt(name, draft.name):
            return True
        both = {one: (content[one], value) for one, value in draft.values.items() if one in content}
        purposes = [one.name for one in self.metamodel.properties(draft.kind) if one.describing]
        told = [both[one] for one in purposes if one in both]
        if told:
            return any(akin(str(one), str(two)) for one, two in told)
        if akin(name, draft.name):
            return True
        telling = [one == two for cell, (one, two) in both.items() if self._tells(draft.kind, cell)]
        return sum(telling) > _MOST * len(telling) if len(telling) >= _LEAST else None

    def met(self, draft: Draft, scope: str) -> str | None:
        """Return what the store has under a row's code, where nothing tells that the row is that."""
        if self.by_name(draft, scope) is not None or not draft.name:
            return None
        others = self._bearers(draft, scope)
        strange = [one for one in others if not called(one, draft.name) and not self.remains(draft, one)]
        return strange[0].name if strange and len(strange) == len(others) else None

    def rivals(self, draft: Draft, entry: Entry) -> list[Entry]:
        """Return the other elements in use with a row's code, of which no row of its file has the name."""
        here = self._list(draft, entry.address)
        return [
            other
            for other in self._bearers(draft, entry.address)
            if other.uid != entry.uid and (here, fold(other.name)) not in self._codes and self._in_use(other)
        ]

    def heard(self, draft: Draft, uid: str) -> None:
        """Take in what a row says of its element."""
        self._said.setdefault(uid, {}).update(draft.values)

    def _content(self, entry: Entry) -> Mapping[str, Value]:
        known = self.elements.get(entry.uid)
        return {**(known.properties if known else {}), **self._said.get(entry.uid, {})}

    def _in_use(self, entry: Entry) -> bool:
        known = self.elements.get(entry.uid)
        return known is None or known.status is not Status.RETIRED

    def _tells(self, kind: ElementKind, name: str) -> bool:
        declared = self.metamodel.property_(kind, name)
        return declared is None or declared.type not in _COMMON

    def _bearers(self, draft: Draft, scope: str) -> list[Entry]:
        """The elements of the store that have a row's code: as their own, else in their key."""
        code = _code(draft) or ""
        coded = [one for one in self.before.coded(code) if one.address == scope and one.kind is draft.kind]
        keyed = self._keyed(draft, scope)
        return coded if coded or keyed is None else [keyed]

    def _keyed(self, draft: Draft, scope: str) -> Entry | None:
        return self.before.with_key(str(Key(scope, draft.kind, _code(draft) or "")))

    def _only(self, name: str, scope: str, kind: ElementKind) -> Entry | None:
        """The only element of a kind in a scope that has a name now."""
        home = self.before.home(scope)
        found = [
            one
            for one in self.before.named(name)
            if one.kind is kind and one.scope == home and fold(one.name) == fold(name)
        ]
        return found[0] if len(found) == 1 else None

    def _list(self, draft: Draft, scope: str) -> _List:
        return draft.place.file, self.before.home(scope), draft.kind


def _code(draft: Draft) -> str | None:
    """The code by which a row tells its element; None where a full key does."""
    if draft.key and is_full_key(draft.key):
        return None
    return draft.code or draft.key


def code_of(entry: Entry) -> str | None:
    """Return the code an element is known by: its own, else its key's, unless that is of its name."""
    code = entry.code or parse_key(entry.key).code
    return code if entry.code or not called(entry, code) else None


def called(entry: Entry, name: str) -> bool:
    """Return whether an element has this name, or had it."""
    return fold(name) in {fold(words) for words in (entry.name, *entry.names)}


def all_called(entries: Iterable[Entry]) -> str:
    """Return elements in words: name and key of each."""
    return "; ".join(f"{entry.name} ({entry.key})" for entry in entries)
