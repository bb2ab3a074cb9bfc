"""Which agency a text means, and the agencies and vendors that a delivery merely mentions.

An agency named in a cell exists from then on: it gets a record of source "named", which any sheet of
organisation units outranks.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from ingest.draft import Draft, Reading
from ingest.planning import rules
from ingest.planning.merged import Merged
from model.directory import Directory, Entry
from model.faults import Finding, Place
from model.folding import fold, slug
from model.keys import NATIONAL, SHARED, Key, is_full_key, parse_key
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.nomenclature import (
    ACRONYMS,
    acronym,
    agency_words,
    full_name,
    is_agency,
    is_company,
    is_national,
    is_unit,
    parent_agency_words,
)
from model.record import OVERVIEW
from model.text import Text

_NEAR = 86.0  # of 100, from which two words are spellings of one: "kesehatan" and "kehutanan" have 78
_NEAR_ACRONYM = 80.0  # of an acronym that nobody knows: "diskes" for "dinkes" has 83
_LETTERS = 3  # of a word cut short, at most
_MOST = 3  # agencies a person can choose from
IN_CELL = Text(id="isi sel", en="a cell")


@dataclass(frozen=True, slots=True)
class Mention:
    """An element that exists because a cell mentions it, with the key and name the cell alone gives it."""

    entry: Entry
    place: Place


@dataclass
class Agencies:
    """The agencies of a store and of one delivery. merged: those that were merged into others."""

    directory: Directory
    new_uid: Callable[[], str]
    merged: Merged = field(default_factory=Merged)
    mentions: list[Mention] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    created: set[str] = field(default_factory=set)
    origins: dict[str, Text] = field(default_factory=dict)  # text → where it stands, if not in a cell
    _scopes: dict[str, str | None] = field(default_factory=dict)
    _mentioned: set[str] = field(default_factory=set)

    def scope(self, text: str) -> str | None:
        """Return the scope of the agency a text means; None when it means none or several."""
        if text not in self._scopes:
            self._scopes[text] = self._scope(text)
        return self._scopes[text]

    def sender(self, text: str) -> str:
        """Return the scope of the agency a text means; of one that nobody knows yet, the one it would get."""
        return self.scope(text) or parse_key(_named_agency(text)[0]).code

    def near(self, text: str) -> list[Entry]:
        """Return the agencies that a text which means none may be a misspelling of, at most three."""
        return self._near(text, _named_agency(text)[1])

    def _scope(self, text: str) -> str | None:
        found = self.directory.resolve(text, SHARED, (ElementKind.ORG_UNIT,))
        if found.uid:
            named = self.merged.spelled(self.directory.entries[found.uid], text)
            return self.merged.scopes.get(named.uid) or scope_of(named)
        wanted = slug(text)
        return wanted if wanted in self.directory.scopes() else None

    def admit(self, mentioned: Iterable[tuple[str, Place, tuple[ElementKind, ...]]]) -> None:
        """Create what the texts mention and nothing carries yet; the longest names first.

        mentioned: text, place and the kinds its column may create. With the longest first, a
        shorter form of the same name in the same delivery finds it, in whatever order the rows come.
        What exists is mentioned all the same: it must outlive the undoing of the load it came with.
        """
        ordered = sorted(mentioned, key=lambda item: (-len(agency_words(item[0])), item[0]))
        for text, place, kinds in ordered:
            found = self.directory.resolve(text, SHARED, kinds)
            if found.uid:
                self._mention_again(self.directory.entries[found.uid], text, place)
            elif not found.candidates and not is_full_key(text):  # a key names what must be described
                self._create(text, place, kinds)
        self._scopes.clear()

    def _mention_again(self, entry: Entry, text: str, place: Place) -> None:
        """Mention an element as it would be if this text were all that is known of it."""
        entry = self.merged.spelled(entry, text)
        if entry.uid in self._mentioned:
            return
        self._mentioned.add(entry.uid)
        key, name = entry.key, entry.name
        if not is_full_key(text):
            unit = entry.kind is ElementKind.ORG_UNIT
            alone, called = _named_agency(text) if unit else _named_vendor(text)
            known = self.directory.with_key(alone)
            same = self.merged.member(known, alone) == entry.uid if known else None
            if not unit or agency_words(called) == agency_words(name) if same is None else same:
                key, name = alone, called
        scope = parse_key(key).scope
        self.mentions.append(Mention(replace(entry, key=key, name=name, scope=scope), place))

    def _create(self, text: str, place: Place, kinds: tuple[ElementKind, ...]) -> None:
        if ElementKind.VENDOR in kinds and (is_company(text) or not is_agency(text)):
            key, name = _named_vendor(text)
            self._mention(Entry(self.new_uid(), ElementKind.VENDOR, SHARED, key, name), place)
        elif ElementKind.ORG_UNIT in kinds:
            key, name = self._named(text)
            scope = parse_key(key).scope
            near = self._near(text, name)
            self._mention(Entry(self.new_uid(), ElementKind.ORG_UNIT, scope, key, name), place)
            origin = self.origins.get(text, IN_CELL)
            self.findings.append(_told_new(place, (text, name, origin), near))

    def _near(self, text: str, name: str) -> list[Entry]:
        """The agencies that a new name may be a misspelling of, the nearest first."""
        words = agency_words(name)
        unknown = fold(text) if fold(text) not in ACRONYMS and " " not in text.strip() else ""
        found = []
        for entry in self.directory.agencies():
            known = agency_words(entry.name)
            short = entry.abbreviation or acronym(known) or ""
            if _misspelt(words, known) or (short and fuzz.ratio(unknown, fold(short)) >= _NEAR_ACRONYM):
                found.append(entry)
        return sorted(found, key=lambda entry: entry.key)[:_MOST]

    def _named(self, text: str) -> tuple[str, str]:
        """Return key and name of a new agency: those its text makes, unless another agency has that scope."""
        alone, name = _named_agency(text)
        key = parse_key(alone)
        free = self._free_scope(key.code, name)
        return str(Key(key.scope if key.scope == NATIONAL else free, ElementKind.ORG_UNIT, free)), name

    def _free_scope(self, wanted: str, name: str) -> str:
        """Return the scope an agency takes; another one where an agency of another name has it."""
        words = agency_words(name)
        taken = {scope_of(entry) for entry in self.directory.agencies() if agency_words(entry.name) != words}
        taken |= self.directory.homes.keys()
        if wanted not in taken and wanted not in (NATIONAL, SHARED):
            return wanted
        return slug(name) if slug(name) not in taken else f"{slug(name)}-{len(taken)}"

    def _mention(self, entry: Entry, place: Place) -> None:
        self.directory.put(entry)
        self.created.add(entry.uid)
        self._mentioned.add(entry.uid)
        self.mentions.append(Mention(entry, place))


def _told_new(place: Place, said: tuple[str, str, Text], near: list[Entry]) -> Finding:
    text, name, origin = said
    if not near:
        return rules.NEW_AGENCY.at(place, value=text, name=name, origin=origin)
    called = "; ".join(f"{entry.name} ({entry.key})" for entry in near)
    finding = rules.NEW_AGENCY_NEAR.at(place, value=text, name=name, near=called, origin=origin)
    return replace(finding, candidates=tuple(entry.key for entry in near))


def _misspelt(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names are one but for slips: word by word nearly alike, or cut short ("D. Kesehatan")."""
    rest, other = ([word for word in a if word not in b] for a, b in ((one, two), (two, one)))
    if len(rest) != len(other) or not rest:
        return False
    return all(
        not (a.isdigit() and b.isdigit()) and (fuzz.ratio(a, b) >= _NEAR or _cut_short(a, b))
        for a, b in zip(rest, other, strict=True)
    )


def _cut_short(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return len(short) <= _LETTERS and long.startswith(short) and short.isalpha()


def _named_agency(text: str) -> tuple[str, str]:
    """Return key and name of the agency that a text alone makes."""
    parent = parent_agency_words(text)
    name = full_name(" ".join(parent)) if parent else full_name(text)
    short = acronym(agency_words(name)) or slug(name)
    return str(Key(NATIONAL if is_national(text) else short, ElementKind.ORG_UNIT, short)), name


def _named_vendor(text: str) -> tuple[str, str]:
    """Return key and name of the vendor that a text alone makes."""
    name = " ".join(text.split())
    return str(Key(SHARED, ElementKind.VENDOR, fold(name) or name)), name


def names_scope(agency: Entry) -> bool:
    """Return whether an agency gives its name to a scope; a unit counts as the agency it stands in."""
    key = parse_key(agency.key)
    if key.scope == NATIONAL:
        return False
    own = key.scope == SHARED or (is_agency(agency.name) and not is_unit(agency.name))
    return own or fold(key.code) == fold(key.scope)


def scope_of(agency: Entry) -> str:
    """Return the scope that an agency's own elements have."""
    key = parse_key(agency.key)
    if not names_scope(agency) or fold(key.code) == fold(key.scope):
        return key.scope
    return acronym(agency_words(agency.name)) or slug(agency.abbreviation or agency.name)


def mentioned_in(reading: Reading, metamodel: Metamodel) -> list[tuple[str, Place, tuple[ElementKind, ...]]]:
    """Return every text of a delivery whose column may create what it names, once, with its first place."""
    creating = {
        (kind, link.name): link.creates
        for kind in ElementKind
        for link in metamodel.links(kind)
        if link.creates
    }
    first: dict[tuple[str, tuple[ElementKind, ...]], Place] = {}
    for draft in reading.drafts:
        agency = draft.agency or draft.delivery_agency  # a heading or file name tells whose rows they are
        if agency:
            first.setdefault((agency, (ElementKind.ORG_UNIT,)), draft.place)
        for saying in draft.sayings:
            kinds = creating.get((draft.kind, saying.cell))
            if kinds:
                place = Place(
                    file=draft.place.file, sheet=draft.place.sheet, row=draft.place.row, column=saying.column
                )
                first.setdefault((saying.text, kinds), place)
    return [(text, place, kinds) for (text, kinds), place in first.items()]


def own_kinds_first(drafts: Iterable[Draft]) -> list[Draft]:
    """Return drafts with organisation units first; rows of overviews, which define no identity, last."""
    return sorted(
        drafts,
        key=lambda draft: (
            draft.kind is not ElementKind.ORG_UNIT,
            draft.source == OVERVIEW,
            not (draft.code or draft.key),  # a row known only by its name finds the one with a code
        ),
    )
