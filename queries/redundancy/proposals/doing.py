"""Function by function: who does already what a proposal is to do."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.knowledge import NationalApplication
from model.text import Text
from queries.redundancy.common import only_read
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import Comparison
from queries.redundancy.evidence import WORKED_ON
from queries.redundancy.words.lexicon import Lexicon

NAMED_DOERS = 5  # applications named of each function; the others are counted
_DATA = "data"  # what is worked with, not what is done


@dataclass(frozen=True, eq=False, kw_only=True)
class Doing:
    """Who does one function already.

    here: all applications of the government that proposes, planned ones too: first those in whose name or
    services it stands, of these first those of the agency that proposes, then those that say it most often.
    elsewhere: how many applications of other local governments do it. national: what national applications
    that do it are called, superseded ones by their successor; networks: the same of those that join what
    regions have.
    """

    function: str
    label: Text
    here: tuple[Entry, ...]
    elsewhere: int
    national: tuple[str, ...]
    networks: tuple[str, ...]

    @property
    def taken(self) -> bool:
        """Whether something does it in this government or for all of them."""
        return bool(self.here or self.national)

    @property
    def first(self) -> tuple[Entry, ...]:
        """The applications that are named."""
        return self.here[:NAMED_DOERS]

    @property
    def more(self) -> int:
        """How many applications are only counted."""
        return len(self.here) - len(self.first)


class Doers:
    """Knows of every function which elements of a comparison do it."""

    def __init__(self, comparison: Comparison, lexicon: Lexicon) -> None:
        self._comparison, self._lexicon = comparison, lexicon

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The positions of the elements that do a function, or one of which it is the broader one.

        Who only works with its data does not do it.
        """
        features = self._comparison.features
        found: dict[str, list[int]] = {}
        for at, profile in enumerate(features.profiles):
            read = only_read(features, at, profile.functions)
            for name in dict.fromkeys(profile.functions):
                if name not in read:
                    found.setdefault(name, []).append(at)
        return found

    @cached_property
    def _sites(self) -> list[Entry]:
        """The websites of single agencies."""
        features = self._comparison.features
        every = zip(features.corpus.entries, features.profiles, strict=True)
        return [entry for entry, one in every if one.named.site and not one.named.portal]

    def prepare(self) -> None:
        """Do all that takes time the first time."""
        _ = self._places, self._sites

    def of(
        self,
        functions: Mapping[str, Text],
        proposal: Entry,
        listed: Sequence[NationalApplication],
        without: Collection[str],
    ) -> tuple[Doing, ...]:
        """Return who does each of these functions; who does only a broader one comes after those that do it.

        functions: by name, what each is called. listed: national applications of the catalogue. without: uids
        of elements that are not asked for: what is planned for the proposal, or stands in the catalogue.
        """
        return tuple(
            self._doing((name, label), proposal, listed, without) for name, label in functions.items()
        )

    def websites(self, proposal: Entry) -> tuple[Entry, ...]:
        """Return the websites of the agencies of a government, first that of the agency that proposes."""
        here = [one for one in self._sites if one.government == proposal.government and not one.national]
        return tuple(sorted(here, key=lambda one: one.scope != proposal.scope))

    def _doing(
        self,
        function: tuple[str, Text],
        proposal: Entry,
        listed: Sequence[NationalApplication],
        without: Collection[str],
    ) -> Doing:
        name, label = function
        wanted = {name} | self._lexicon.broader.get(name, frozenset())
        found = [(at, one) for at, one in self._found(name) if one.uid not in without]
        here = [(at, one) for at, one in found if _is_local(one) and one.government == proposal.government]
        covering = [one for one in listed if wanted.intersection(one.concepts)]
        networks = _called(one for one in covering if one.network)
        nationals = (*_called(covering), *(one.name for _, one in found if one.national))
        return Doing(
            function=name,
            label=label,
            here=tuple(one for _, one in sorted(here, key=lambda found: self._order(found, name, proposal))),
            elsewhere=sum(1 for _, one in found if _is_local(one)) - len(here),
            national=tuple(dict.fromkeys(one for one in nationals if one not in networks)),
            networks=networks,
        )

    def _found(self, name: str) -> list[tuple[int, Entry]]:
        """Return who does a function, or what is broader, with their positions, each once."""
        entries = self._comparison.corpus.entries
        wider = (at for one in sorted(self._lexicon.broader.get(name, ())) for at in self._doing_just(one))
        return [(at, entries[at]) for at in dict.fromkeys((*self._places.get(name, ()), *wider))]

    def _doing_just(self, name: str) -> Iterator[int]:
        """Yield the positions of those that do a function not only as the broader one of another.

        Who says it more often than the narrower ones says it by itself too.
        """
        profiles = self._comparison.features.profiles
        for at in self._places.get(name, ()):
            said = Counter(profiles[at].functions)
            narrower = sum(
                said[one] for one in said if one != name and name in self._lexicon.broader.get(one, ())
            )
            if said[name] > narrower:
                yield at

    def _order(
        self, found: tuple[int, Entry], name: str, proposal: Entry
    ) -> tuple[bool, bool, bool, int, int]:
        at, entry = found
        profile = self._comparison.features.profiles[at]
        stands = name in profile.named_functions or any(
            name in self._lexicon.named_concepts(label)
            for column in WORKED_ON
            if column != _DATA
            for label in entry.neighbours.get(column, {}).values()
        )
        other = entry.scope != proposal.scope
        return name not in profile.functions, not stands, other, -profile.functions.count(name), at


def _is_local(entry: Entry) -> bool:
    return not entry.national


def _called(applications: Iterable[NationalApplication]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.superseded_by or one.abbreviation for one in applications))
