"""Agencies that are merged: whose scope counts as whose from then on, and what stands in both scopes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.edit import rules as edit_rules
from ingest.planning.agencies import names_scope, scope_of
from ingest.planning.codes import code_of
from ingest.planning.identity import two_meanings
from ingest.planning.ownership import heads
from model.directory import Directory
from model.element import Element
from model.entry import Entry
from model.faults import Finding, Place
from model.folding import fold, fold_code
from model.keys import NATIONAL, SHARED, parse_key
from model.kinds import ElementKind
from model.nomenclature import is_government, same_region
from model.state_bodies import is_national
from model.text import Text, same

_INSTITUTION = "Instansi"  # the choice of org_type
_NATIONAL = Text(id="badan pemerintah pusat", en="a body of the national government")
_GOVERNMENT = Text(id="pemerintah daerah (instansi)", en="a regional government (institution)")
_SHARED = Text(id="cakupan bersama", en="the shared scope")
_AGENCY = Text(id="perangkat daerah", en="an agency")


@dataclass(frozen=True, slots=True)
class Joined:
    """What stands in the scopes of agencies that are merged, besides themselves.

    twins: elements of one kind, code and name, the one to keep first; where one has no code, the name tells.
    apart: elements of one kind and code whose names differ.
    """

    twins: tuple[tuple[Entry, Entry], ...] = ()
    apart: tuple[tuple[Entry, Entry], ...] = ()

    def told(self, places: Mapping[str, Place]) -> Iterator[Finding]:
        """Yield a finding for each code that means two things. places: the rows of elements, by uid."""
        for one, other in self.apart:
            yield two_meanings(one, other, places.get(other.uid, Place()))


def refuse_unfit(directory: Directory, keep: Element, gone: Element) -> None:
    """Refuse to merge agencies that cannot be one.

    Raises:
        RefusedChange: an agency into a unit of its own; a body of the national government, a regional
        government as a whole or the shared scope with an agency; agencies of two governments.
    """
    kept, lost = directory.entries[keep.uid], directory.entries[gone.uid]
    own = scope_of(kept) == scope_of(lost) and names_scope(lost) and not names_scope(kept)
    if own and scope_of(kept) != NATIONAL:
        raise edit_rules.agency_into_own_unit(keep, gone)
    bodies = _body(keep), _body(gone)
    if bodies[0] != bodies[1]:
        raise edit_rules.merged_across_bodies((keep.key, bodies[0]), (gone.key, bodies[1]))
    pairs = [(one, other) for one in (keep.name, *keep.names) for other in (gone.name, *gone.names)]
    if {same_region(*pair) for pair in pairs} - {None} == {False}:
        raise edit_rules.merged_across_bodies((keep.key, same(keep.name)), (gone.key, same(gone.name)))


def _body(unit: Element) -> Text:
    """What sort of organisation a unit is, as far as it is told; of another government, which one."""
    key = parse_key(unit.key)
    if key.government:
        return same(key.government)
    if key.scope == NATIONAL or is_national(unit.name):
        return _NATIONAL
    if fold(key.code) == fold(key.scope) == SHARED:
        return _SHARED
    told = unit.properties.get("org_type")
    return _GOVERNMENT if told == _INSTITUTION or is_government(unit.name) else _AGENCY


def scope_taken(directory: Directory, keep: Entry, gone: Entry) -> tuple[str, str] | None:
    """Return the scope that an agency gives its name to, and the one that counts instead once it is merged.

    None where it is a unit in another's scope, or both have one scope.
    """
    if gone.kind is not ElementKind.ORG_UNIT or not names_scope(gone):
        return None
    scope, into = scope_of(gone), scope_of(keep)
    head = heads(directory).get(scope)
    if directory.home(scope) == directory.home(into) or head is None or head.uid != gone.uid:
        return None
    return scope, into


def joined(directory: Directory, scopes: Sequence[str], without: Iterable[str]) -> Joined:
    """Return what stands in several scopes that become one; what the first has is kept.

    without: uids of the agencies themselves.
    """
    shelf, left_out = _Shelf(), set(without)
    for scope in dict.fromkeys(map(directory.home, scopes)):
        here = [one for one in directory.entries.values() if one.scope == scope and one.uid not in left_out]
        new = [one for one in sorted(here, key=lambda one: one.key) if not shelf.meets(one)]
        shelf.put(new)
    return Joined(tuple(shelf.twins), tuple(shelf.apart))


@dataclass
class _Shelf:
    """The elements of the scopes seen so far, by code and by name."""

    twins: list[tuple[Entry, Entry]] = field(default_factory=list)
    apart: list[tuple[Entry, Entry]] = field(default_factory=list)
    _coded: dict[tuple[ElementKind, str], list[Entry]] = field(default_factory=dict)
    _named: dict[tuple[ElementKind, str], list[Entry]] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def meets(self, entry: Entry) -> bool:
        """Note what an element is together with, or stands beside; return whether it has a twin."""
        code = code_of(entry)
        coded = self._coded.get((entry.kind, fold_code(code)), []) if code else []
        named = [e for word in sorted(_called(entry)) for e in self._named.get((entry.kind, word), ())]
        alike = [e for e in coded if _called(e) & _called(entry)]
        alike = alike or [e for e in named if not (code_of(e) and code)]
        found = {e.uid: e for e in alike if e.uid not in self._taken}
        if len(found) == 1:
            twin = next(iter(found.values()))
            self._taken.add(twin.uid)
            self.twins.append((twin, entry))
            return True
        self.apart += [(e, entry) for e in coded if not _called(e) & _called(entry)]
        return False

    def put(self, entries: Iterable[Entry]) -> None:
        """Put the elements of a scope beside the others."""
        self._taken.clear()
        for entry in entries:
            if code := code_of(entry):
                self._coded.setdefault((entry.kind, fold_code(code)), []).append(entry)
            for word in _called(entry):
                self._named.setdefault((entry.kind, word), []).append(entry)


def _called(entry: Entry) -> set[str]:
    return {fold(words) for words in (entry.name, *entry.names)}
