"""The check of a proposed application: what does its work already, here and in the national catalogue.

Story: an agency proposes; what exists is shown with reasons; a decision is recorded under a number.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from functools import cached_property

from model.folding import fold
from model.knowledge import NationalApplication
from model.text import Text, enumerated, sentences
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import Comparison, Pair
from queries.redundancy.lexicon import Lexicon
from queries.redundancy.newcomer import MOST, beside

SHOWN = 0.2  # the score from which what exists is shown beside a proposal
PROPOSED = "?usulan"  # the uid of what is not in the store
_ARTICLE = Text(id="Perpres 95/2018 pasal 63 ayat (3)", en="Perpres 95/2018, article 63, paragraph (3)")
_BESIDES = Text(id="Itu bukan fungsi utama usulan ini.", en="That is not the main function of the proposal.")
_HALF = 0.5  # share of what a proposal is about, from which one covers it
_UNVERIFIED = "verifikasi"  # what the catalogue says of a basis nobody verified


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

    functions: what both do. main: that is at least half of what the proposal is about. named: the proposal
    bears its name. entry: the element of the store that is this application, if there is one. verified:
    somebody checked the legal basis.
    """

    application: NationalApplication
    functions: tuple[Text, ...]
    main: bool
    named: bool
    entry: Entry | None
    verified: bool

    @property
    def sentence(self) -> Text:
        """What a person is told: to be reviewed, never forbidden (Perpres 95/2018 knows exceptions)."""
        return _sentence(self)

    @property
    def superseded(self) -> bool:
        """Whether another national application took its place."""
        return bool(self.application.superseded_by)

    @property
    def obligatory(self) -> bool:
        """Whether it is an aplikasi umum (Perpres 95/2018, article 43), or rests on a verified regulation."""
        return bool(self.application.field) or self.verified

    @property
    def leads(self) -> bool:
        """Whether it comes before all that exists: by name, or by duty for what the proposal is about."""
        return self.named or (self.obligatory and self.main)


@dataclass(frozen=True, eq=False, kw_only=True)
class Clearance:
    """What a check found. pairs: the likeliest first; left is what exists, right the proposal.

    functions: what the proposal was understood to do; none where it was not, and then nothing was checked by
    its function.
    """

    proposal: Proposal
    entry: Entry
    functions: tuple[Text, ...]
    pairs: tuple[Pair, ...]
    national: tuple[Covering, ...]

    @property
    def here(self) -> tuple[Pair, ...]:
        """The pairs with applications of the government that proposes."""
        own = self.entry.government
        return tuple(one for one in self.pairs if not one.left.national and one.left.government == own)

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

    number: REK-<year>-<sequence>. of: uids of the elements it rests on. by: who decided. uses: what is to
    be used in place of the proposal.
    """

    number: str
    on: date
    decision: Decision
    reasons: str
    by: str
    of: tuple[str, ...] = ()
    uses: str = ""


class Examiner:
    """Checks proposals against one comparison; what it prepares serves all of them."""

    def __init__(self, comparison: Comparison, lexicon: Lexicon) -> None:
        self._comparison, self._lexicon = comparison, lexicon
        self._labels = {concept.name: concept.label for concept in lexicon.knowledge.concepts}

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
        entry = self._entry(proposal)
        found = beside(self._comparison, entry, most)
        profile = found.features.profiles[-1]
        functions = sorted({*profile.functions, *self._served(proposal)})
        return Clearance(
            proposal=proposal,
            entry=entry,
            functions=tuple(self._labels[one] for one in functions if one in self._labels),
            pairs=tuple(
                pair for pair in found.pairs(at_least, national=True) if pair.left.uid not in planned
            ),
            national=tuple(
                self._covering(functions, profile.named_functions or set(functions), profile.catalogue)
            ),
        )

    def prepare(self) -> "Examiner":
        """Return this examiner after all that takes time the first time."""
        _ = self._beside_names, self._catalogued
        return self

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

    def _served(self, proposal: Proposal) -> frozenset[str]:
        """The functions that the names of services speak of; a proposal often says no more than these."""
        return frozenset[str]().union(*map(self._lexicon.named_concepts, proposal.services))

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

    @cached_property
    def _catalogued(self) -> dict[str, Entry]:
        """The elements of the store that are national applications, by folded abbreviation."""
        corpus, profiles = self._comparison.corpus, self._comparison.features.profiles
        found: dict[str, Entry] = {}
        for entry, profile in zip(corpus.entries, profiles, strict=True):
            if entry.national:
                for called in sorted(profile.catalogue):
                    found.setdefault(called, entry)
        return found

    def _covering(
        self, functions: Iterable[str], main: Collection[str], named: frozenset[str]
    ) -> list[Covering]:
        """Return the national applications that do one of these functions.

        main: those that the proposal is about: what its name tells, else all. First come those that lead,
        then those that do most; those that another one superseded come last.
        """
        wanted = set(functions)
        found = []
        for one in self._lexicon.knowledge.national:
            called = fold(one.abbreviation)
            both = sorted(wanted & set(one.concepts))
            if both or called in named:
                labels = tuple(self._labels[name] for name in both if name in self._labels)
                covering = Covering(
                    application=one,
                    functions=labels,
                    main=_HALF * len(main) <= len(set(main) & set(both)) > 0,
                    named=called in named,
                    entry=self._catalogued.get(called),
                    verified=bool(one.basis) and _UNVERIFIED not in one.basis.casefold(),
                )
                found.append(covering)
        return sorted(
            found,
            key=lambda one: (one.superseded, not one.named, not one.leads, -len(one.functions), not one.main),
        )


def _sentence(covering: Covering) -> Text:
    one = covering.application
    parts = [_work(one, covering.functions)]
    if covering.functions and not covering.main and not covering.named:
        parts.append(_BESIDES)
    if one.field:
        parts.append(
            Text(
                id=f"Bidang aplikasi umum: {one.field}.",
                en=f"Field of aplikasi umum (common applications): {one.field}.",
            )
        )
    parts += [_duty(one), _basis(one, verified=covering.verified)]
    if one.note:
        parts.append(Text(id=f"{one.note}.", en=f"Note (in Indonesian): {one.note}."))
    return sentences(parts)


def _duty(one: NationalApplication) -> Text:
    """Return what is to be done about it (Perpres 95/2018, article 63, paragraph 3)."""
    if one.superseded_by:
        return Text(
            id=f"Aplikasi ini digantikan oleh {one.superseded_by}; usulan ini wajib dikaji terhadap "
            f"penggantinya ({_ARTICLE.id}).",
            en=f"This application is superseded by {one.superseded_by}; the proposal is to be reviewed "
            f"against its successor (wajib dikaji, {_ARTICLE.en}).",
        )
    if one.network:
        return Text(
            id="Ia jaringan nasional: daerah memiliki simpulnya sendiri dan menghubungkannya.",
            en="It is a national network: a region keeps a node of its own and connects it.",
        )
    return Text(
        id=f"Usulan ini wajib dikaji terhadapnya ({_ARTICLE.id}).",
        en=f"The proposal is to be reviewed against it (wajib dikaji, {_ARTICLE.en}).",
    )


def _basis(one: NationalApplication, *, verified: bool) -> Text:
    if verified:
        return Text(id=f"Dasar hukum: {one.basis}.", en=f"Legal basis (in Indonesian): {one.basis}.")
    if fold(one.basis) in ("", "perludiverifikasi"):
        return Text(id="Dasar hukum belum diverifikasi.", en="The legal basis has not been verified.")
    return Text(
        id=f"Dasar hukum belum diverifikasi ({one.basis}).",
        en=f"The legal basis has not been verified (in Indonesian: {one.basis}).",
    )


def _work(one: NationalApplication, functions: tuple[Text, ...]) -> Text:
    if not functions:
        return Text(
            id=f"Usulan memakai nama aplikasi nasional {one.abbreviation}.",
            en=f"The proposal bears the name of the national application {one.abbreviation}.",
        )
    told, plural = enumerated(functions), "s" if len(functions) > 1 else ""
    return Text(
        id=f"{one.abbreviation} mencakup fungsi {told.id}.",
        en=f"{one.abbreviation} covers the function{plural} {told.en}.",
    )
