"""One element as it is compared: the terms it has in each way of looking at it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from model.folding import fold, fold_words
from model.knowledge import NationalApplication
from model.nomenclature import ACRONYMS, region_pattern
from model.reference import written_code
from model.references import is_code
from queries.redundancy.corpus import Corpus, Entry
from queries.redundancy.evidence import COUNTED, WORKED_ON
from queries.redundancy.words.catalogue import (
    Catalogue,
    Said,
    beside_suite,
    goes_with,
    is_of_the_nation,
    says_module,
)
from queries.redundancy.words.lexicon import Lexicon, included, plain_words
from queries.redundancy.words.names import Named, brands, named
from queries.redundancy.words.units import Unit, UnitReader

_DATA = "data"  # the column of what an element works with
_WORK = tuple(column for column in WORKED_ON if column != _DATA)
_ANOTHER = frozenset({"lokal", "pengganti"})  # in a name: not what it names, but one of one's own
NAME_TIMES = 2  # the name counts twice among words and functions
_BLANKS = frozenset({"", "tidakada", "belumada", "nihil", "kosong", "na", "null", "none"})


@dataclass(frozen=True, eq=False)
class Profile:
    """One element as the spaces see it: the terms it has in each.

    said: the words of its texts and of its neighbours but machines, without its name; about: with it.
    functions: what its name, its texts and the names of its neighbours speak of; named_functions: what its
    name does. catalogue: the national applications that its name names; modules: the functions of those that
    its name names, where it names one of a suite's; covers: the functions of catalogue; joins: those of which
    they join what regions have. namesakes: the national applications that it is called like and is not.
    meets: what makes two worth a closer look whatever their words: an acronym, a national name, an address,
    a flow of data between them, one agency's website.
    """

    named: Named
    name_terms: tuple[str, ...]
    said: frozenset[str]
    words: tuple[str, ...]
    letters: str
    functions: tuple[str, ...]
    named_functions: frozenset[str]
    neighbours: tuple[tuple[str, ...], ...]  # by column: what stands there
    neighbour_words: tuple[tuple[str, ...], ...]
    about: tuple[str, ...]
    codes: tuple[str, ...]
    make: tuple[str, ...]
    catalogue: frozenset[str]
    modules: frozenset[str]
    namesakes: frozenset[str]
    covers: frozenset[str]
    joins: frozenset[str]
    meets: frozenset[str]
    described: bool
    unit: Unit | None = None


class Profiler:
    """Makes profiles of elements of one corpus, all in the same way."""

    def __init__(self, corpus: Corpus, lexicon: Lexicon) -> None:
        self._corpus, self._lexicon = corpus, lexicon
        self._used = {
            word for entry in corpus.entries for text in entry.texts for word in lexicon.words(text)
        }
        self._agencies = _agencies(corpus, lexicon)
        self._regions = region_pattern(
            corpus.region, (word for word in corpus.region if not lexicon.is_known(word))
        )
        names = (entry.name for entry in corpus.entries)
        self._region = corpus.region | brands(names, lexicon, self._agencies)
        self._catalogue = Catalogue(lexicon.knowledge.national)
        self._crowd = Counter(
            (entry.holder, column, uid)
            for entry in corpus.entries
            for column in WORKED_ON
            for uid in entry.neighbours.get(column, {})
        )

    def profile(self, entry: Entry) -> Profile:
        """Return the profile of one element."""
        lexicon = self._lexicon
        name = named(entry, lexicon, self._region, self._used, self._agencies)
        texts = [self._unowned(included(text)) for text in entry.texts if _says(text, entry)]
        said = " . ".join((*texts, *entry.other_names))
        told = lexicon.concepts(said)
        mentioned, namesakes = self._mentioned(entry, told)
        national = _meant(entry, mentioned)
        covers = frozenset(concept for one in national for concept in one.concepts)
        joins = frozenset(concept for one in national if one.network for concept in one.concepts)
        others = frozenset(concept for one in namesakes for concept in one.concepts)
        first = (self._told_by(name, entry) - others).union(*(one.concepts for one in mentioned))
        around = [entry.neighbours.get(column, {}) for column in self._corpus.columns]
        spelt = lexicon.words(said)
        ordinary = [word for word in name.words if word not in name.coined]
        words_beside = tuple(tuple(self._words_beside(found.values())) for found in around)
        every = (*spelt, *self._words_of_work(words_beside))
        codes = (*entry.codes, *(code for one in mentioned for code in one.codes))
        return Profile(
            named=name,
            name_terms=name.words,
            said=frozenset(every),
            words=(*ordinary * NAME_TIMES, *spelt),
            letters=" ".join((*ordinary, *spelt)),
            functions=tuple(self._functions(entry, first, told)),
            named_functions=first,
            neighbours=tuple(tuple(sorted(found)) for found in around),
            neighbour_words=words_beside,
            about=(*ordinary * NAME_TIMES, *every),
            codes=tuple(sorted({step for code in codes for step in code_steps(code)})),
            make=tuple(sorted({one.casefold() for one in entry.make})),
            catalogue=frozenset(fold(one.abbreviation) for one in national),
            modules=self._modules(national),
            namesakes=frozenset(fold(one.abbreviation) for one in namesakes),
            covers=covers - joins,
            joins=joins,
            meets=frozenset(_meets(entry, name, national)),
            described=bool(texts),
        )

    def _mentioned(
        self, entry: Entry, told: frozenset[str]
    ) -> tuple[list[NationalApplication], list[NationalApplication]]:
        """Return the national applications whose work a name tells to be done, and its mere namesakes.

        told: the functions that its texts speak of. What only goes with one ("Dashboard SIPD") is neither.
        """
        found = [] if goes_with(entry.name) else self._catalogue.mentioned(entry.name, entry.abbreviation)
        if not found:
            return [], []
        work = told | self._functions_beside(entry, _WORK, alone=True)
        said = Said((entry.name, entry.abbreviation), entry.texts, work)
        namesakes = [one for one in found if not entry.national and self._catalogue.homonym(one, said)]
        return [self._as_named(one, entry.name, told) for one in found if one not in namesakes], namesakes

    def _modules(self, named: Iterable[NationalApplication]) -> frozenset[str]:
        """Return the functions of the suites of which a name names a module; of whole ones none."""
        modules = (one for one in named if not self._catalogue.is_whole(one))
        return frozenset(concept for one in modules for concept in one.concepts)

    def _as_named(self, one: NationalApplication, name: str, told: frozenset[str]) -> NationalApplication:
        """Return what of a suite a name means: "SIPD Modul Penganggaran" does not all that SIPD does.

        Where a name says a module or a function of the suite beside it, that and what its texts speak of.
        """
        beside = beside_suite(one, name)
        named = self._lexicon.named_concepts(self._unowned(beside))
        if named.isdisjoint(one.concepts) and not says_module(beside):
            return one
        part = tuple(concept for concept in one.concepts if concept in named | told)
        return replace(one, concepts=part) if part else one

    def _told_by(self, name: Named, entry: Entry) -> frozenset[str]:
        """Return the functions that a name tells: "Absensi RSUD" is no hospital system, it is the hospital's.

        What kind of agency it belongs to counts only where the name tells nothing else.
        """
        told = self._lexicon.named_concepts(name.cleaned)
        kinds = {words[0] for whose in (entry.agency, entry.scope) if (words := fold_words(whose))}
        return told - frozenset().union(*map(self._lexicon.named_concepts, sorted(kinds))) or told

    def _functions(self, entry: Entry, first: frozenset[str], told: frozenset[str]) -> Iterator[str]:
        """Yield the functions of an element. first: those its name tells, told: its texts."""
        yield from sorted(first) * NAME_TIMES
        yield from sorted(told)
        yield from sorted(self._functions_beside(entry, WORKED_ON, alone=bool(first | told)))

    def _functions_beside(self, entry: Entry, columns: Iterable[str], *, alone: bool) -> frozenset[str]:
        """Return the functions that the names of its services, processes and data speak of.

        What a service is called is work, and told as by any name; data are what work is done with. alone:
        only of those that no other element of its agency has: what many have tells no work of one of them.
        """
        found: frozenset[str] = frozenset()
        for column in columns:
            read = self._lexicon.concepts if column == _DATA else self._lexicon.named_concepts
            for uid, label in entry.neighbours.get(column, {}).items():
                if entry.proposed or not alone or self._crowd[entry.holder, column, uid] <= 1:
                    found |= read(self._unowned(label))
        return found

    def _words_beside(self, labels: Iterable[str]) -> Iterator[str]:
        for label in labels:
            if not is_code(label):  # of what nobody delivered yet only that is known
                yield from self._lexicon.words(self._unowned(label))

    def _words_of_work(self, beside: Iterable[Iterable[str]]) -> Iterator[str]:
        """Yield the words of what stands beside an element, by column, but those of what it runs on."""
        columns = zip(self._corpus.columns, beside, strict=True)
        return chain.from_iterable(words for column, words in columns if column in COUNTED)

    def _unowned(self, text: str) -> str:
        """Return a text without the agencies and the region it names: whose something is tells no work."""
        return self._regions.sub(" ", self._agencies.sub(" ", text))


class UnitProfiler:
    """Makes profiles of organisation units: by their names and those of the units above them."""

    def __init__(self, corpus: Corpus, lexicon: Lexicon) -> None:
        self._reader, self._lexicon = UnitReader(corpus, lexicon), lexicon
        self._nothing: tuple[tuple[str, ...], ...] = tuple(() for _ in corpus.columns)

    def profile(self, entry: Entry) -> Profile:
        """Return the profile of one unit: of what it does nothing is asked."""
        unit = self._reader.unit(entry)
        spelt = " ".join(unit.spelt)
        name = named(replace(entry, texts=()), self._lexicon, ())
        name = replace(name, folded=spelt, acronyms=unit.short)
        return Profile(
            named=name,
            name_terms=unit.about,
            said=frozenset(unit.about),
            words=unit.about,
            letters=spelt,
            functions=(),
            named_functions=frozenset(),
            neighbours=self._nothing,
            neighbour_words=self._nothing,
            about=unit.about,
            codes=(),
            make=(),
            catalogue=frozenset(),
            modules=frozenset(),
            namesakes=frozenset(),
            covers=frozenset(),
            joins=frozenset(),
            meets=frozenset(_meets(replace(entry, linked=frozenset()), name, ())),
            described=True,
            unit=unit,
        )


def _meant(entry: Entry, mentioned: Iterable[NationalApplication]) -> list[NationalApplication]:
    """Return which of the national applications that a name mentions an element is, if any.

    Of what regions keep one of their own under the same name it is the national one where it says so.
    """
    own = _ANOTHER.intersection(plain_words(entry.name))
    given = entry.national or is_of_the_nation(entry.name, entry.texts)
    return [one for one in mentioned if not own and (given or not one.regional)]


def _agencies(corpus: Corpus, lexicon: Lexicon) -> re.Pattern[str]:
    """Return what finds names of agencies in texts: whose something is does not say what it does.

    An acronym that also means a function ("dukcapil") stays.
    """
    called = {*corpus.agencies, *(entry.agency for entry in corpus.entries)}
    own = {words for name in called if (words := fold_words(name))}
    usual = {tuple(long.split()) for long in ACRONYMS.values()}
    short = {(one,) for one in ACRONYMS if not lexicon.is_phrase(one)}
    every = sorted(own | usual | short, key=lambda words: (-len(words), words))
    spelt = "|".join(r"[\s,/&]+(?:dan\s+)?".join(map(re.escape, words)) for words in every)
    return re.compile(rf"\b(?:{spelt})\b", re.I)


def _meets(entry: Entry, name: Named, national: Iterable[NationalApplication]) -> Iterator[str]:
    yield from (f"acronym {one}" for one in name.acronyms)
    yield from (f"national {fold(one.abbreviation)}" for one in national)
    yield from (f"flow {min(entry.uid, other)} {max(entry.uid, other)}" for other in entry.linked)
    if entry.site:
        yield f"address {entry.site}"
    if name.site:
        yield f"website {entry.government} {entry.scope}"


def _says(text: str, entry: Entry) -> bool:
    """Whether a text says more than nothing, or than the name again."""
    folded = fold(text)
    return folded not in _BLANKS and folded not in (fold(entry.name), fold(entry.abbreviation))


def code_steps(code: str) -> list[str]:
    """Return a code with all codes above it: RAB.09, RAB.09.06, RAB.09.06.03."""
    written = written_code(code)
    parts = (written.code if written else code.strip().split(" ")[0].strip(".,;:").upper()).split(".")
    return [".".join(parts[:length]) for length in range(2, len(parts) + 1)]
