"""Which agency a text means, and the agencies and vendors that a delivery merely mentions.

An agency named in a cell exists from then on: it gets a record of source "named", which any sheet of
organisation units outranks.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rapidfuzz import fuzz

from ingest.draft import Draft, Reading
from ingest.planning import rules
from ingest.planning.merged import Merged
from model.directory import Directory
from model.entry import Entry
from model.faults import Finding, Place
from model.folding import fold, fold_code, slug
from model.keys import NATIONAL, SHARED, Key, is_full_key, parse_key
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import LinkSpec
from model.nomenclature import (
    ACRONYMS,
    acronym,
    agency_words,
    full_name,
    is_agency,
    is_company,
    is_unit,
    is_usual,
    is_written_out,
    may_name_agency,
    names_agency,
    parent_agency_words,
)
from model.record import OVERVIEW
from model.state_bodies import is_national
from model.text import Text

_NEAR = 86.0  # of 100, from which two words are spellings of one: "kesehatan" and "kehutanan" have 78
_NEAR_ACRONYM = 80.0  # of an acronym that nobody knows: "diskes" for "dinkes" has 83
_LETTERS = 3  # of a word cut short, at most
_STEM = 4  # letters of a word that another is made of, at least
_MOST = 3  # agencies a person can choose from
_UNIT = (ElementKind.ORG_UNIT,)
IN_CELL = Text(id="isi sel", en="a cell")


class Called(NamedTuple):
    """A text that may make an element of these kinds. own: those whose rows they are say so."""

    text: str
    place: Place
    kinds: tuple[ElementKind, ...] = _UNIT
    own: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An element that exists because a cell mentions it, with the key and name the cell alone gives it.

    own: its own file calls it so.
    """

    entry: Entry
    place: Place
    own: bool = False


@dataclass
class Agencies:
    """The agencies of a store and of one delivery. merged: those that were merged into others."""

    directory: Directory
    new_uid: Callable[[], str]
    merged: Merged = field(default_factory=Merged)
    mentioned: dict[str, Mention] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    created: set[str] = field(default_factory=set)
    origins: dict[str, Text] = field(default_factory=dict)  # text → where it stands, if not in a cell
    again: list[Finding] = field(
        default_factory=list
    )  # of agencies that are not new any more, but like others
    _scopes: dict[str, str | None] = field(default_factory=dict)

    @property
    def mentions(self) -> list[Mention]:
        """What the delivery mentions, in the order in which it was met."""
        return list(self.mentioned.values())

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

    def admit(self, called: Iterable[Called]) -> None:
        """Create what the texts mention and nothing carries yet; the longest names first.

        With the longest first, a shorter form of the same name in the same delivery finds it, in whatever
        order the rows come; a name before its acronym, for it is called as it is written. What exists is
        mentioned all the same: it must outlive the undoing of the load it came with.
        """
        for one in sorted(called, key=_fullest_first):
            found = self.directory.resolve(one.text, SHARED, one.kinds)
            if found.uid:
                self._mention_again(self.directory.entries[found.uid], one)
            elif not found.candidates and not is_full_key(one.text):  # a key names what must be described
                self._create(one)
        self._scopes.clear()

    def _mention_again(self, entry: Entry, called: Called) -> None:
        """Mention an element as it would be if this text were all that is known of it."""
        if entry.kind is ElementKind.ORG_UNIT:
            self._tell_again(entry, called)
            self._tell_renamed(entry, called)
        entry = self.merged.spelled(entry, called.text)
        before = self.mentioned.get(entry.uid)
        if before is not None and (before.own or not called.own):
            return
        key, name = entry.key, entry.name
        if not is_full_key(called.text):
            unit = entry.kind is ElementKind.ORG_UNIT
            alone, said = _named_agency(called.text) if unit else _named_vendor(called.text)
            known = self.directory.with_key(alone)
            same = self.merged.member(known, alone) == entry.uid if known else None
            if not unit or agency_words(said) == agency_words(name) if same is None else same:
                key, name = alone, said
            elif called.own and same is None:
                name = said
        scope = parse_key(key).scope
        self.mentioned[entry.uid] = Mention(
            replace(entry, key=key, name=name, scope=scope), called.place, called.own
        )

    def _tell_again(self, entry: Entry, called: Called) -> None:
        near = [one for one in self._near(called.text, entry.name) if one.uid != entry.uid]
        if near:
            origin = self.origins.get(called.text, IN_CELL)
            self.again.append(_told_new(called.place, (called.text, entry.name, origin), near))

    def _tell_renamed(self, entry: Entry, called: Called) -> None:
        """Tell as which agency the sender was read, where its name says more than the known one does."""
        text = called.text
        named = called.own and not is_full_key(text) and is_agency(text) and not is_unit(text)
        if named and set(agency_words(full_name(text))) - set(agency_words(entry.name)):
            words_ = {"known": entry.name, "key": entry.key}
            self.findings.append(rules.AGENCY_READ_AS.at(called.place, value=text, **words_))

    def _create(self, called: Called) -> None:
        text = called.text
        if ElementKind.VENDOR in called.kinds and (is_company(text) or not is_agency(text)):
            key, name = _named_vendor(text)
            self._mention(Entry(self.new_uid(), ElementKind.VENDOR, SHARED, key, name), called)
        elif ElementKind.ORG_UNIT in called.kinds:
            key, name = self._named(text)
            scope = parse_key(key).scope
            near = self._near(text, name)
            self._mention(Entry(self.new_uid(), ElementKind.ORG_UNIT, scope, key, name), called)
            origin = self.origins.get(text, IN_CELL)
            self.findings.append(_told_new(called.place, (text, name, origin), near))

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

    def _mention(self, entry: Entry, called: Called) -> None:
        self.directory.put(entry)
        self.created.add(entry.uid)
        self.mentioned[entry.uid] = Mention(entry, called.place, called.own)


def _fullest_first(called: Called) -> tuple[int, bool, str]:
    return -len(agency_words(called.text)), " " not in called.text.strip(), called.text


def _told_new(place: Place, said: tuple[str, str, Text], near: list[Entry]) -> Finding:
    text, name, origin = said
    if not near:
        return rules.NEW_AGENCY.at(place, value=text, name=name, origin=origin)
    called = "; ".join(f"{entry.name} ({entry.key})" for entry in near)
    finding = rules.NEW_AGENCY_NEAR.at(place, value=text, name=name, near=called, origin=origin)
    return replace(finding, candidates=tuple(entry.key for entry in near))


def _misspelt(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names are one but for slips: in another order, or each word nearly alike or cut short."""
    if set(one) == set(two) != set():
        return True
    rest, other = ([word for word in a if word not in b] for a, b in ((one, two), (two, one)))
    if len(rest) != len(other) or not rest:
        return False
    return all(
        not (a.isdigit() and b.isdigit()) and (fuzz.ratio(a, b) >= _NEAR or _cut_short(a, b) or _within(a, b))
        for a, b in zip(rest, other, strict=True)
    )


def _within(one: str, two: str) -> bool:
    """Whether one word is made of the other: "pertanian" of "tani"."""
    short, long = sorted((one, two), key=len)
    return len(short) >= _STEM and short in long


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
    if agency.abbreviation and not is_usual(agency.name):  # how it is called goes before what is like it
        return slug(agency.abbreviation)
    return acronym(agency_words(agency.name)) or slug(agency.name)


def mentioned_in(reading: Reading, metamodel: Metamodel) -> list[Called]:
    """Return every text of a delivery that names what its column may create, once, with its first place.

    What is no agency by its form is none: in a column where other elements may stand, all that does not begin
    as agencies do; in a column of agencies codes, many at once, and what the delivery calls an element of
    another kind. It stays a reference, and is told as one.
    """
    links = {
        (kind, link.name): link for kind in ElementKind for link in metamodel.links(kind) if link.creates
    }
    others = _called_otherwise(reading)
    first: dict[tuple[str, tuple[ElementKind, ...]], Called] = {}
    for draft in reading.drafts:
        agency = draft.agency or draft.delivery_agency  # a heading or file name tells whose rows they are
        if agency and _may_be(agency, others):
            own = draft.agency is None or is_written_out(agency)  # an acronym in a cell calls it nothing
            before = first.setdefault((agency, _UNIT), Called(agency, draft.place, own=own))
            first[agency, _UNIT] = before._replace(own=before.own or own)
        for saying in draft.sayings:
            link = links.get((draft.kind, saying.cell))
            if link is not None and _may_create(link, saying.text, others):
                place = replace(draft.place, column=saying.column)
                first.setdefault((saying.text, link.creates), Called(saying.text, place, link.creates))
    return list(first.values())


def _called_otherwise(reading: Reading) -> frozenset[str]:
    """What a delivery calls elements that are no organisation units."""
    others = (draft for draft in reading.drafts if draft.kind is not ElementKind.ORG_UNIT)
    return frozenset(form for one in others for form in _forms(one.name, one.code) if form)


def _forms(name: str | None, code: str | None) -> tuple[str, str]:
    return fold(name or ""), fold_code(code or "")


def _may_create(link: LinkSpec, text: str, others: frozenset[str]) -> bool:
    """Whether a text in a column can be the name of what the column may create."""
    if set(link.to) <= set(link.creates):
        return _may_be(text, others)
    return names_agency(text) and others.isdisjoint(_forms(text, text))


def _may_be(text: str, others: frozenset[str]) -> bool:
    """Whether a text where an agency is expected can be its name; a key may name one that exists."""
    called_otherwise = not names_agency(text) and not others.isdisjoint(_forms(text, text))
    return is_full_key(text) or (may_name_agency(text) and not called_otherwise)


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
