"""The check of a proposed application: what does its work already, here and in the national catalogue.

Story: an agency proposes; what exists is shown with reasons; a decision is recorded under a number.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, unique
from functools import cached_property

import numpy as np

from model.folding import fold
from model.knowledge import NationalApplication
from model.text import Text
from queries.redundancy.corpus import Entry
from queries.redundancy.endings import successors_first
from queries.redundancy.engine import REVIEW, Comparison, Pair
from queries.redundancy.legal import is_verified
from queries.redundancy.profiles import Profile
from queries.redundancy.proposals.clearance_words import covering_sentence
from queries.redundancy.proposals.doing import Doers, Doing
from queries.redundancy.proposals.newcomer import MOST, beside
from queries.redundancy.proposals.terms_of_reference import assignment_of
from queries.redundancy.proposals.understanding import Understood, understood
from queries.redundancy.words.catalogue import Catalogue
from queries.redundancy.words.lexicon import Lexicon
from queries.redundancy.words.successors import succeeded

SHOWN = 0.2  # the score from which what exists is shown beside a proposal
PROPOSED = "?usulan"  # the uid of what is not in the store
_HALF = 0.5  # share of what a proposal is about, from which one covers it
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An application that an agency wants to have.

    scope: of the agency, as in keys. function: what it is to do, in words. services, data: names; one that
    the store has under this name is taken for the same.
    """

    name: str
    agency: str = ""
    scope: str = ""
    abbreviation: str = ""
    function: str = ""
    services: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """A national application that does what is proposed.

    functions: what both do. main: that is what the proposal is about: at least half of what its name tells,
    or most of what its description does. half: it does at least half of all that was understood. named: the
    proposal bears its name. titled: what the name of the proposal tells is no reason against it: it does at
    least half of that, or the name tells nothing. due: what both do is of its field of aplikasi umum. entry:
    the element of the store that is this application, if there is one. verified: somebody checked the legal
    basis.
    """

    application: NationalApplication
    functions: tuple[Text, ...]
    main: bool
    half: bool
    named: bool
    titled: bool
    due: bool
    entry: Entry | None
    verified: bool

    @property
    def sentence(self) -> Text:
        """What a person is told: to be reviewed, never forbidden (Perpres 95/2018 knows exceptions)."""
        return covering_sentence(self)

    @property
    def superseded(self) -> bool:
        """Whether another national application took its place."""
        return bool(self.application.superseded_by)

    @property
    def obligatory(self) -> bool:
        """Whether it is the aplikasi umum of this work (Perpres 95/2018, article 43), or on a known basis."""
        return self.due or self.verified

    @property
    def leads(self) -> bool:
        """Whether it comes before all that exists: by name, or by duty for what the proposal is about."""
        return self.named or (self.obligatory and self.main and self.half)


@dataclass(frozen=True, eq=False, kw_only=True)
class Clearance:
    """What a check found.

    pairs: the likeliest first, what takes the place of another before that one; left is what exists,
    right the proposal. functions: what the proposal was understood to do, broader functions only where
    they are said by themselves; none where it was not, and then nothing was checked by its function.
    chapters: of terms of reference, those that were read; none where all was.
    doing: of each of these who does it already. unread: the parts of its description that were not
    understood, where others were, and of which no likely hit speaks either. websites: of a proposal that
    is the website of an agency, those of the agencies of its government, its own first; that each has one
    takes nothing. namesakes: national applications whose short name a proposal bears, and whose work is of
    another affair.
    """

    proposal: Proposal
    entry: Entry
    functions: tuple[Text, ...]
    chapters: tuple[str, ...]
    unread: tuple[str, ...]
    doing: tuple[Doing, ...]
    websites: tuple[Entry, ...]
    pairs: tuple[Pair, ...]
    national: tuple[Covering, ...]
    namesakes: tuple[NationalApplication, ...]

    @property
    def whole(self) -> tuple[Entry, ...]:
        """The applications of this government that do all that was understood, the likeliest first."""
        if not self.doing:
            return ()
        others = [{entry.uid for entry in one.here} for one in self.doing[1:]]
        found = [one for one in self.doing[0].here if all(one.uid in uids for uids in others)]
        scores = {pair.left.uid: pair.score for pair in self.pairs}
        return tuple(sorted(found, key=lambda one: -scores.get(one.uid, 0)))

    @property
    def here(self) -> tuple[Pair, ...]:
        """The pairs with applications of the government that proposes."""
        own = self.entry.government
        return tuple(one for one in self.pairs if not one.left.national and one.left.government == own)

    @property
    def unsure(self) -> tuple[Entry, ...]:
        """The applications of this government that are likely by their words, no common function known."""
        return tuple(one.left for one in self.here if one.score >= REVIEW and not one.functions)

    @property
    def elsewhere(self) -> tuple[Pair, ...]:
        """The pairs with applications of other governments: what may be shared."""
        own = self.entry.government
        return tuple(one for one in self.pairs if not one.left.national and one.left.government != own)

    @property
    def uncatalogued(self) -> tuple[Pair, ...]:
        """The pairs with national applications of the store that are none of those told already."""
        told = {one.entry.uid for one in self.national if one.entry}
        return tuple(one for one in self.pairs if one.left.national and one.left.uid not in told)


@unique
class Decision(StrEnum):
    """What becomes of a proposal; the value is what the store keeps."""

    BUILD = "Pembangunan baru"
    INTEGRATE = "Integrasi"
    NATIONAL = "Pemakaian aplikasi nasional"
    EXISTING = "Pemakaian aplikasi yang ada"


DECISION_LABELS: Mapping[Decision, Text] = {
    Decision.BUILD: Text(id="Pembangunan baru", en="Build a new application"),
    Decision.INTEGRATE: Text(id="Integrasi, bukan pembangunan baru", en="Integrate, do not build"),
    Decision.NATIONAL: Text(id="Pakai aplikasi nasional", en="Use the national application"),
    Decision.EXISTING: Text(id="Pakai aplikasi yang sudah ada", en="Use an existing application"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A decision on a proposal, as it is recorded and printed.

    number: REK-<year>-<sequence>. on: None where the record has no date. of: uids of the elements it rests
    on. by: who decided. uses: what is to be used in place of the proposal. advised: what the check advised
    instead; None where that was followed.
    """

    number: str
    on: date | None
    decision: Decision
    reasons: str
    by: str
    of: tuple[str, ...] = ()
    uses: str = ""
    advised: Decision | None = None


class Examiner:
    """Checks proposals against one comparison; what it prepares serves all of them."""

    def __init__(self, comparison: Comparison, lexicon: Lexicon) -> None:
        self._comparison, self._lexicon = comparison, lexicon
        self._labels = {concept.name: concept.label for concept in lexicon.knowledge.concepts}
        self._national = succeeded(lexicon.knowledge.national)
        self._catalogue = Catalogue(lexicon.knowledge.national)
        self._doers = Doers(comparison, lexicon)

    def check(
        self,
        proposal: Proposal,
        at_least: float = SHOWN,
        most: int = MOST,
        planned: frozenset[str] = frozenset(),
    ) -> Clearance:
        """Return what does the work of a proposal already; at most `most` elements are looked at closely.

        planned: uids of what is planned for this very proposal, which is nothing that exists beside it.
        """
        wanted = assignment_of(proposal.function)
        entry = self._entry(replace(proposal, function=wanted.text))
        profile = self._comparison.features.profiler.profile(entry)
        read = understood(
            self._lexicon, profile.functions, wanted.text, proposal.services, profile.named_functions
        )
        found = beside(self._comparison, entry, most, read.told)
        named, site = self._labelled(sorted(read.stated)), _is_website(profile)
        return Clearance(
            proposal=proposal,
            entry=entry,
            functions=tuple(named.values()),
            chapters=wanted.chapters,
            unread=tuple(self._unanswered(read.unread, found)) if named and not site else (),
            doing=self._doing(entry, profile, read, planned),
            websites=self._doers.websites(entry) if site else (),
            pairs=successors_first(
                [pair for pair in found.pairs(at_least, national=True) if pair.left.uid not in planned]
            ),
            national=tuple(self._covering(read, profile)),
            namesakes=tuple(self._namesakes(entry, profile)),
        )

    def prepare(self) -> "Examiner":
        """Return this examiner after all that takes time the first time."""
        _ = self._beside_names, self._catalogued
        self._doers.prepare()
        return self

    def _unanswered(self, parts: Iterable[str], found: Comparison) -> Iterator[str]:
        """Yield the parts of a description of which no likely hit speaks in most of its words."""
        said = [
            found.features.profiles[found.table.left[row]].said
            for row in np.flatnonzero(found.scores >= REVIEW)
        ]
        for part in parts:
            words = set(self._lexicon.words(part))
            if not any(len(words & one) > _HALF * len(words) for one in said):
                yield part

    def _labelled(self, functions: Iterable[str]) -> dict[str, Text]:
        return {one: self._labels[one] for one in functions if one in self._labels}

    def _doing(
        self, entry: Entry, profile: Profile, read: Understood, planned: frozenset[str]
    ) -> tuple[Doing, ...]:
        """Return who does each function already; that an agency has a website is nothing that one takes."""
        besides = profile.named_functions if _is_website(profile) else frozenset[str]()
        wanted = sorted(read.stated - besides)
        catalogued = {one.uid for one in self._catalogued.values()}
        return self._doers.of(self._labelled(wanted), entry, self._national, planned | catalogued)

    def _entry(self, proposal: Proposal) -> Entry:
        given = {"services": proposal.services, "data": proposal.data}
        columns = self._comparison.corpus.columns
        return Entry(
            uid=PROPOSED,
            key=f"{proposal.scope or PROPOSED}/{PROPOSED}/{fold(proposal.name)}",
            name=proposal.name,
            scope=proposal.scope,
            agency=proposal.agency,
            abbreviation=proposal.abbreviation,
            texts=tuple(text for text in (proposal.function,) if text.strip()),
            neighbours={
                column: dict(self._known(column, name) for name in names if name.strip())
                for column, names in given.items()
                if column in columns
            },
            codes=proposal.codes,
            proposed=True,
        )

    def _known(self, column: str, name: str) -> tuple[str, str]:
        return self._beside_names.get((column, fold(name)), f"?{name}"), name

    @cached_property
    def _beside_names(self) -> dict[tuple[str, str], str]:
        """What stands around the elements, by column and folded name; the first uid of several."""
        found: dict[tuple[str, str], str] = {}
        for entry in self._comparison.corpus.entries:
            for column, names in entry.neighbours.items():
                for uid, name in names.items():
                    place = column, fold(name)
                    found[place] = min(found.get(place, uid), uid)
        return found

    def _namesakes(self, entry: Entry, profile: Profile) -> Iterator[NationalApplication]:
        """Yield the national application whose name a proposal bears as a whole, and does not mean."""
        one = self._catalogue.named(entry.name, entry.abbreviation)
        if one is not None and fold(one.abbreviation) in profile.namesakes:
            yield one

    @cached_property
    def _catalogued(self) -> dict[str, Entry]:
        """The elements of the store that are national applications, by folded abbreviation."""
        found: dict[str, Entry] = {}
        for entry in self._comparison.corpus.entries:
            if entry.national:
                for one in self._catalogue.mentioned(entry.name, entry.abbreviation):
                    found.setdefault(fold(one.abbreviation), entry)
        return found

    def _covering(self, read: Understood, profile: Profile) -> list[Covering]:
        """Return the national applications that do something of what was understood, or bear the name.

        First come those that lead, then those that do most; those that another one superseded come last.
        """
        found = []
        for one in self._national:
            called = fold(one.abbreviation)
            both = sorted(read.functions & set(one.concepts))
            if both or called in profile.catalogue:
                covering = Covering(
                    application=one,
                    functions=tuple(self._labelled(both).values()),
                    main=self._is_main(one, read, profile.named_functions),
                    half=self._share(one, read.functions) >= _HALF,
                    named=called in profile.catalogue,
                    titled=self._is_titled(one, profile.named_functions),
                    due=any(map(one.has_in_field, both)),
                    entry=self._catalogued.get(called),
                    verified=is_verified(one),
                )
                found.append(covering)
        return sorted(
            found,
            key=lambda one: (one.superseded, not one.named, not one.leads, -len(one.functions), not one.main),
        )

    def _is_main(self, one: NationalApplication, read: Understood, named: frozenset[str]) -> bool:
        """Whether it does what a proposal is about: what its name tells, or most of what it describes."""
        if not named:
            return self._share(one, read.functions) >= _HALF
        return self._is_titled(one, named) or self._share(one, read.told) > _HALF

    def _is_titled(self, one: NationalApplication, named: frozenset[str]) -> bool:
        return not named or self._share(one, named) >= _HALF

    def _share(self, one: NationalApplication, functions: Collection[str]) -> float:
        """Return the share of functions that it does, or of which it does a broader one; of none it is 0."""
        wanted, broader = self._lexicon.narrowest(functions), self._lexicon.broader
        done = [name for name in wanted if ({name} | broader.get(name, _NONE)) & set(one.concepts)]
        return len(done) / len(wanted) if wanted else 0.0


def _is_website(profile: Profile) -> bool:
    return profile.named.site and not profile.named.portal
