"""From a corpus as vectors to the evidence of pairs."""

from functools import cached_property

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from scipy.sparse import csr_array

from model.keys import SHARED
from queries.redundancy.corpus import Entry
from queries.redundancy.everywhere import found_everywhere
from queries.redundancy.evidence import (
    ALL,
    COLUMN,
    NEIGHBOURS,
    ONLY_NAMED,
    WORKED_ON,
    Evidence,
    Floats,
    Indices,
    Table,
)
from queries.redundancy.features import Features, meeting
from queries.redundancy.profiles import Profile
from queries.redundancy.spaces import cosine, dots, sparse
from queries.redundancy.words.names import Named, assembled

_CHANCE, _MOST = 0.25, 0.6  # functions in common (cosine): up to the first by chance, from the second most
_BESIDE_WORDS = 0.7  # what neighbours alike in words count of those that are the same
_UNNAMED = 0.5  # what no function in common counts where a name tells none
_NAMESAKE = 0.75  # what one name in two agencies counts of one name in one
_DIFFERS = 0.5  # of evidence that two differ, from which a name in common tells nothing
_LONG_NAME = 8  # letters from which a slip of the pen can be told from another name
_BEGINNING = 5  # letters of a name by which a longer one is known to begin with it
_SLIP = 92.0  # of 100, from which two names of one agency are spellings of one
_NEAR = 85.0  # of 100, from which two words are spellings of one
_SHARING = 0.12  # of a name in common, from which the rest of it is looked at
_NO_WORDS = 0.15  # words in common, below which one acronym is taken for two
_ASSEMBLED = 0.9  # what an acronym made of the other's long name counts


_OF_TEXT = [
    COLUMN[one]
    for one in (Evidence.WORDS, Evidence.LETTERS, Evidence.TOPIC, Evidence.COMPANY, Evidence.FUNCTION)
]


class Comparer:
    """Compares elements of one corpus; all evidence is read from the same spaces."""

    def __init__(self, features: Features) -> None:
        self.features = features
        self._entries = features.corpus.entries
        self._profiles = features.profiles

    def table(self, left: Indices, right: Indices) -> Table:
        """Return the evidence of pairs of elements."""
        spaces = self.features
        values = np.full((len(left), len(ALL)), np.nan, np.float32)

        def put(evidence: Evidence, found: Floats) -> None:
            values[:, COLUMN[evidence]] = found

        put(
            Evidence.NAME,
            np.fmax(cosine(spaces.names, left, right), cosine(spaces.name_letters, left, right)),
        )
        put(Evidence.WORDS, cosine(spaces.words, left, right))
        put(Evidence.LETTERS, cosine(spaces.letters, left, right))
        put(Evidence.TOPIC, cosine(spaces.topics, left, right))
        apart, known = np.zeros(len(left), np.float32), np.zeros(len(left), np.float32)
        functions = cosine(spaces.functions, left, right)
        put(Evidence.FUNCTION, np.sqrt(np.clip((functions - _CHANCE) / (_MOST - _CHANCE), 0, 1)))
        put(Evidence.COMPANY, _where_unknown(functions, cosine(spaces.company, left, right)))
        covers, joins, shares = self._coverage
        put(Evidence.COVERED, _held(covers, shares, left, right))
        put(Evidence.NODE, _held(joins, shares, left, right))
        put(Evidence.OTHER_FUNCTION, self._other_function(functions, left, right))
        for column, same, alike in zip(
            spaces.corpus.columns, spaces.neighbours, spaces.neighbour_words, strict=True
        ):
            if column in NEIGHBOURS:
                words = _BESIDE_WORDS * cosine(alike, left, right)
                found = np.fmax(cosine(same, left, right), words)
                put(NEIGHBOURS[column], found * self._uncrowded(same.rows, left, right))
                both = ~np.isnan(found) & (column in WORKED_ON)
                apart[both] += 1 - np.minimum(found[both] / _BESIDE_WORDS, 1)
                known += both
        put(Evidence.APART, np.where(known > 0, apart / np.maximum(known, 1), np.nan).astype(np.float32))
        put(Evidence.CODE, np.minimum(cosine(spaces.codes, left, right), 1))
        put(Evidence.MAKE, cosine(spaces.make, left, right))
        self._put_names(values, left, right)
        self._put_everywhere(values, left, right)
        put(Evidence.SIBLINGS, self._siblings(values, left, right))
        return Table(left, right, np.clip(values, 0, 1))

    def _uncrowded(self, beside: csr_array, left: Indices, right: Indices) -> Floats:
        """How much it tells of two elements of one agency that they have something in common.

        beside: what stands beside each element. One part in as many as there are others of the agency that
        have it too: all its applications serve "Layanan perikanan", which makes no two of them alike.
        """
        told = np.ones(len(left), np.float32)
        rows = np.flatnonzero(self._together(left, right))
        has = csr_array((np.ones_like(beside.data), beside.indices, beside.indptr), shape=beside.shape)
        common = dots(has, left[rows], right[rows])
        rows, common = rows[common > 0], common[common > 0]
        if not len(rows):
            return told
        of = self._holders
        agencies = csr_array((np.ones(len(of)), (of, np.arange(len(of)))), shape=(of.max() + 1, len(of)))
        element, thing = has.nonzero()
        crowd = (agencies @ has).tocsr()[of[element], thing]
        parts = csr_array((1 / np.maximum(1, crowd - 1), (element, thing)), shape=has.shape, dtype=np.float32)
        told[rows] = dots(parts, left[rows], right[rows], has) / common
        return told

    def _together(self, left: Indices, right: Indices) -> npt.NDArray[np.bool_]:
        """Whether two are of one agency, which is known to have both."""
        of, claimed = self._holders, self._claimed
        return np.asarray((of[left] == of[right]) & claimed[left] & claimed[right], np.bool_)

    def _other_function(self, functions: Floats, left: Indices, right: Indices) -> Floats:
        """How surely two do other work: no known function in common, and their names say so themselves."""
        named = self._named_functions
        speaks = np.diff(named.indptr) > 0
        apart = speaks[left] & speaks[right] & (dots(named, left, right) == 0)
        found = np.where(functions == 0, np.where(apart, 1, _UNNAMED), np.where(apart, ONLY_NAMED, 0))
        return np.where(np.isnan(functions), np.nan, found).astype(np.float32)

    @cached_property
    def _named_functions(self) -> csr_array:
        """Functions by element: 1 where its name speaks of it."""
        places: dict[str, int] = {}
        rows = [
            {places.setdefault(one, len(places)): 1.0 for one in sorted(profile.named_functions)}
            for profile in self._profiles
        ]
        return sparse(rows, max(1, len(places)))

    def _siblings(self, values: Floats, left: Indices, right: Indices) -> Floats:
        """Whether two are of one agency and not one system by name or address.

        All that an agency has is alike in what it is about, so likeness says less there; and what it has
        twice it knows better than anybody. Who proposes one more may not know what the agency has.
        """
        if self.features.corpus.identity:
            return np.zeros(len(left), np.float32)
        one = [COLUMN[each] for each in (Evidence.SAME_NAME, Evidence.CATALOGUE, Evidence.ADDRESS)]
        return np.where(self._together(left, right), 1 - np.nan_to_num(values[:, one]).max(axis=1), 0)

    def _put_everywhere(self, values: Floats, left: Indices, right: Indices) -> None:
        """Say of what every agency has that it is no copy of what another has, whatever their texts."""
        common, of = found_everywhere(self.features.corpus, self._profiles), self._holders
        found = (common[left] | common[right]) & (of[left] != of[right])
        values[np.ix_(found, _OF_TEXT)] = np.nan
        values[:, COLUMN[Evidence.EVERYWHERE]] = found

    @cached_property
    def _holders(self) -> Indices:
        """The agency of each element, as a number."""
        holders = {one: number for number, one in enumerate(sorted({e.holder for e in self._entries}))}
        return np.array([holders[entry.holder] for entry in self._entries], np.int32)

    @cached_property
    def _claimed(self) -> npt.NDArray[np.bool_]:
        """Which elements an agency is known to have."""
        return np.array([not one.proposed and one.holder[1] != SHARED for one in self._entries], np.bool_)

    @cached_property
    def _coverage(self) -> tuple[csr_array, csr_array, csr_array]:
        """Functions by element: what its national application covers, what it joins, and their shares."""
        rarity = self.features.functions.rarity
        places: dict[str, int] = {}
        covers, joins, shares = [], [], []
        for profile in self._profiles:
            covers.append({places.setdefault(one, len(places)): 1.0 for one in sorted(profile.covers)})
            joins.append({places.setdefault(one, len(places)): 1.0 for one in sorted(profile.joins)})
            weights = {one: rarity(one) for one in sorted(set(profile.functions))}
            whole = sum(weights.values())
            shares.append({places.setdefault(one, len(places)): w / whole for one, w in weights.items()})
        width = max(1, len(places))
        return sparse(covers, width), sparse(joins, width), sparse(shares, width)

    def _put_names(self, values: Floats, left: Indices, right: Indices) -> None:
        """Fill what is read from names: only of pairs that share something, the others have nothing there."""
        entries, profiles = self._entries, self._profiles
        values[:, [COLUMN[one] for one in (Evidence.CONFLICT, Evidence.CONTRAST, Evidence.FLOW)]] = 0
        values[:, [COLUMN[one] for one in (Evidence.WEBSITE, Evidence.VARIANT)]] = 0
        values[:, [COLUMN[one] for one in (Evidence.SAME_NAME, Evidence.CATALOGUE)]] = 0
        names, words = (np.nan_to_num(values[:, COLUMN[one]]) for one in (Evidence.NAME, Evidence.WORDS))
        worth = (names > _SHARING) | (words > _SHARING) | meeting(self._profiles, left, right)
        for row in np.flatnonzero(worth).tolist():
            one, two = int(left[row]), int(right[row])
            self._put_pair(values[row], (entries[one], entries[two]), (profiles[one], profiles[two]))

    def _put_pair(self, row: Floats, entries: tuple[Entry, Entry], profiles: tuple[Profile, Profile]) -> None:
        one, two = profiles[0].named, profiles[1].named
        shared = one.acronyms & two.acronyms
        if one.acronyms and two.acronyms:
            row[COLUMN[Evidence.ACRONYM]] = float(bool(shared))
        if not shared and (_made_of(profiles[0], profiles[1]) or _made_of(profiles[1], profiles[0])):
            row[COLUMN[Evidence.ACRONYM]] = _ASSEMBLED
        together = entries[0].holder == entries[1].holder
        same = bool(shared) or one.folded == two.folded
        row[COLUMN[Evidence.CATALOGUE]] = float(_one_national(*profiles))
        if same and not together:
            row[COLUMN[Evidence.CONFLICT]] = _conflict(row, profiles)
        row[COLUMN[Evidence.SAME_NAME]] = _same_name(*profiles) if together else _namesake(row, one, two)
        row[COLUMN[Evidence.CONTRAST]] = self._contrast(row, one, two)
        if one.site and two.site:  # every agency's website speaks of news and profile
            row[COLUMN[Evidence.OTHER_FUNCTION]] = 0
            if not together:
                row[COLUMN[Evidence.WEBSITE]] = 1
                row[_OF_TEXT] = np.nan
        if together and _are_variants(one, two):
            row[COLUMN[Evidence.VARIANT]] = 1
            row[COLUMN[Evidence.SAME_NAME]] = 0  # one system, and both records of it are needed
        sites = [entry.site for entry in entries]
        if all(sites):
            row[COLUMN[Evidence.ADDRESS]] = float(sites[0] == sites[1])
        if entries[0].uid in entries[1].linked or entries[1].uid in entries[0].linked:
            row[COLUMN[Evidence.FLOW]] = 1

    def _contrast(self, row: Floats, left: Named, right: Named) -> float:
        """How much each name keeps for itself beside what both say: "… parkir" and "… sampah".

        A brand tells no object, so coined words do not count.
        """
        one, two = set(left.words) - left.coined, set(right.words) - right.coined
        shared = one & two
        if not shared:
            return 0.0
        rest = [_own(one - shared, two), _own(two - shared, one)]
        if not all(rest):
            return 0.0
        rarity = self.features.names.rarity
        shares = [
            sum(map(rarity, own)) / sum(map(rarity, words))
            for own, words in zip(rest, (one, two), strict=True)
        ]
        same_function = float(np.nan_to_num(row[COLUMN[Evidence.FUNCTION]]))
        return min(shares) * (1 - 0.5 * same_function)


def _held(held: csr_array, shares: csr_array, left: Indices, right: Indices) -> Floats:
    """Return how much of what one does the other holds, where just one of the two is national."""
    national = np.diff(held.indptr) > 0
    found = np.where(national[left], dots(held, left, right, shares), dots(held, right, left, shares))
    does = np.diff(shares.indptr) > 0
    found[(national[left] == national[right]) | ~(does[left] & does[right])] = np.nan
    return np.asarray(found, np.float32)


def _are_variants(one: Named, two: Named) -> bool:
    """Whether two names of one agency differ in what it runs on: "SIMPEG", "SIMPEG Mobile (Android)"."""
    short, long = sorted((one.base, two.base), key=len)
    begins = len(short) >= _BEGINNING and long.startswith(short)
    return one.platform != two.platform and ((bool(one.words) and one.words == two.words) or begins)


def _one_national(left: Profile, right: Profile) -> bool:
    """Whether both names name one national application, and not two modules of it."""
    apart = left.modules and right.modules and left.modules.isdisjoint(right.modules)
    return not apart and not left.catalogue.isdisjoint(right.catalogue)


def _same_name(left: Profile, right: Profile) -> float:
    """How surely two names of one agency are one: the same, or a short form of it that says nothing else.

    Modules of one suite have its brand in common, and each a word or a known function of its own. An agency
    has one website, some beside it that of the whole government.
    """
    one, two = left.named, right.named
    if one.site and two.site:
        return float(one.portal == two.portal)
    if one.folded == two.folded:
        return 1.0
    if one.form and two.form and one.form != two.form:
        return 0.0
    if one.acronyms & two.acronyms:
        if (
            left.named_functions
            and right.named_functions
            and not left.named_functions & right.named_functions
        ):
            return 0.0
        shared = set(one.words) & set(two.words) | one.acronyms | two.acronyms
        return float(not (set(one.words) - shared and set(two.words) - shared))
    return _misspelt(one, two)


def _namesake(row: Floats, one: Named, two: Named) -> float:
    """How surely one name in two agencies is one system: worth a look, unless something known differs."""
    differs = row[[COLUMN[Evidence.CONFLICT], COLUMN[Evidence.OTHER_FUNCTION], COLUMN[Evidence.APART]]]
    if one.folded != two.folded or not one.words or one.site or np.nan_to_num(differs).max() >= _DIFFERS:
        return 0.0
    return _NAMESAKE


def _misspelt(one: Named, two: Named) -> float:
    """How surely a name is another one with a slip of the pen: long, and almost the same letters."""
    if min(len(one.folded), len(two.folded)) < _LONG_NAME or _digits(one.folded) != _digits(two.folded):
        return 0.0
    likeness = fuzz.ratio(one.folded, two.folded)
    return likeness / 100 if likeness >= _SLIP else 0.0


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdecimal())


def _own(words: set[str], others: set[str]) -> list[str]:
    """The words that others do not have in some spelling."""
    return sorted(word for word in words if not any(fuzz.ratio(word, other) >= _NEAR for other in others))


def _where_unknown(functions: Floats, found: Floats) -> Floats:
    """Return what is read only where the functions of one of the two are unknown, else missing."""
    return np.where(np.isnan(functions), found, np.nan).astype(np.float32)


def _made_of(short: Profile, long: Profile) -> bool:
    words = long.named.long
    return bool(words) and any(assembled(acronym, words) for acronym in short.named.acronyms)


def _conflict(row: Floats, profiles: tuple[Profile, Profile]) -> float:
    """How surely one name has two meanings: both say what they do, and have nothing of it in common."""
    one, two = (profile.said for profile in profiles)
    beside = [COLUMN[NEIGHBOURS[column]] for column in WORKED_ON]
    if not one or not two or np.nan_to_num(row[beside]).max() > _NO_WORDS:
        return 0.0
    return max(0.0, 1 - len(one & two) / min(len(one), len(two)) / _NO_WORDS)
