"""The evidence that two organisation units are one, registered twice."""

from collections.abc import Collection, Sequence
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz

from queries.redundancy.corpus import Entry
from queries.redundancy.evidence import ALL, COLUMN, Evidence, Floats, Indices, Table
from queries.redundancy.features import Features, meeting
from queries.redundancy.spaces import cosine
from queries.redundancy.words.names import assembled
from queries.redundancy.words.units import AGENCY, OFFICES, Region, Unit

_NEAR = 85.0  # of 100, from which two words are spellings of one
_SLIP = 92.0  # of 100, from which two names are spellings of one
_GROWN = 0.7  # what a name counts that begins with all of the other
_ASSEMBLED = 0.9  # what an abbreviation made of the other's words counts
_SUPPOSED = 0.5  # what another region counts where one of the two is only supposed to be at home
_ONE_NUMBER = 0.5  # what a number counts that only one of the two has
_SHARING = 0.12  # of a name in common, from which the rest of it is looked at
_SPOKEN = 8  # letters of an acronym that is told from another by its letters in their order
_ISLANDS = ("kepulauan",)  # written, misspelt or left out as it comes
_SHORTENED = 5  # letters of a word cut short, at most


class UnitComparer:
    """Compares the units of one corpus by what their names say; what two do is no evidence of one."""

    def __init__(self, features: Features) -> None:
        self.features = features
        self._entries = features.corpus.entries
        self._units = [profile.unit for profile in features.profiles]

    def table(self, left: Indices, right: Indices) -> Table:
        """Return the evidence of pairs of units."""
        spaces = self.features
        values = np.full((len(left), len(ALL)), np.nan, np.float32)
        names = np.fmax(cosine(spaces.names, left, right), cosine(spaces.name_letters, left, right))
        values[:, COLUMN[Evidence.NAME]] = names
        values[:, [COLUMN[one] for one in (Evidence.SAME_NAME, Evidence.CONTRAST)]] = 0
        worth = (np.nan_to_num(names) > _SHARING) | meeting(spaces.profiles, left, right)
        for row in np.flatnonzero(worth).tolist():
            ends = int(left[row]), int(right[row])
            one, two = (self._units[at] for at in ends)
            if one and two:
                self._put(values[row], (one, two), [self._entries[at] for at in ends])
        return Table(left, right, np.clip(values, 0, 1))

    def _put(self, row: Floats, units: tuple[Unit, Unit], entries: Sequence[Entry]) -> None:
        one, two = units
        same, called = _same(one, two), _called(one, two)
        row[COLUMN[Evidence.NAME]] = np.fmax(row[COLUMN[Evidence.NAME]], same)
        row[COLUMN[Evidence.SAME_NAME]] = same
        row[COLUMN[Evidence.CONTRAST]] = 0 if same or called else self._contrast(one, two)
        abroad = float(len({(entry.national, entry.government) for entry in entries}) > 1)
        elsewhere = max(abroad, _numbered(one, two), _elsewhere(one, two))
        if elsewhere or not (one.supposed or two.supposed):
            row[COLUMN[Evidence.ELSEWHERE]] = elsewhere
        if one.called or two.called:
            row[COLUMN[Evidence.ACRONYM]] = called
        if one.rank and two.rank:
            row[COLUMN[Evidence.OTHER_RANK]] = float(one.rank != two.rank)
        if one.parent and two.parent:
            row[COLUMN[Evidence.OTHER_PARENT]] = float(not _has_all(one.parent, two.parent))
        sites = [entry.site for entry in entries]
        if all(sites):
            row[COLUMN[Evidence.ADDRESS]] = float(sites[0] == sites[1])

    def _contrast(self, one: Unit, two: Unit) -> float:
        """How much each name keeps for itself: "puskesmas oimbo" and "puskesmas sarabe"."""
        rest = [_without(one, two), _without(two, one)]
        if not all(rest):
            return 0.0
        rarity = self.features.names.rarity
        shares = [
            sum(map(rarity, own)) / sum(map(rarity, unit.about))
            for own, unit in zip(rest, (one, two), strict=True)
        ]
        return min(shares)


def _elsewhere(one: Unit, two: Unit) -> float:
    """How surely two are of different regions."""
    if one.region is None or two.region is None or _same_region(one.region, two.region):
        return 0.0
    if not one.supposed and not two.supposed:
        return 1.0
    return _SUPPOSED if AGENCY in (one.rank, two.rank) else 0.0


def _same(one: Unit, two: Unit) -> float:
    """How surely two names say the same: the same words in some spelling, or the first of them.

    Offices gain work and with it words: "Dinas Kominfo" became "Dinas Komunikasi, Informatika dan Statistik".
    A place does not: "Kecamatan Tobelo" is not "Kecamatan Tobelo Utara".
    """
    if not one.about or not two.about or one.numbers != two.numbers:
        return 0.0
    joined = "".join(one.about), "".join(two.about)
    if fuzz.ratio(*joined) >= _SLIP or not (_without(one, two) or _without(two, one)):
        return 1.0
    short, long = sorted((one.about, two.about), key=len)
    offices = one.rank == two.rank and one.rank in OFFICES
    return _GROWN if offices and long[: len(short)] == short else 0.0


def _without(one: Unit, two: Unit) -> list[str]:
    """Return the roots of one name that the other has in no spelling."""
    return [
        root
        for root, word in zip(one.about, one.spelt, strict=True)
        if root not in two.about and not _near(word, two.spelt)
    ]


def _near(word: str, words: Collection[str]) -> bool:
    """Whether a word is one of others, misspelt or cut short."""
    return any(_alike(word, other) for other in words)


@lru_cache(maxsize=200_000)
def _alike(word: str, other: str) -> bool:
    return fuzz.ratio(word, other) >= _NEAR or _cut(word, other) or _cut(other, word)


def _cut(short: str, long: str) -> bool:
    """Whether a short word stands for a longer one: "sp" for "simpang", "lingk" for "lingkungan"."""
    return len(short) <= _SHORTENED < len(long) and short.isalpha() and _in_order(short, long)


def _in_order(letters: str, word: str) -> bool:
    """Whether a word begins as some letters do, and has all of them in their order."""
    rest = iter(word)
    return word[:1] == letters[:1] and all(letter in rest for letter in letters)


def _has_all(one: Collection[str], two: Collection[str]) -> bool:
    """Whether one of two sets of words has all words of the other, in some spelling."""
    return all(_near(word, two) for word in one) or all(_near(word, one) for word in two)


def _called(one: Unit, two: Unit) -> float:
    """How surely one is called by the abbreviation of the other."""
    pairs = [(one, two), (two, one)]
    if any(short.called and short.called in long.short for short, long in pairs):
        return 1.0
    made = any(
        short.called and not short.rank and long.rank == AGENCY and _made(short.called, long.title)
        for short, long in pairs
    )
    return _ASSEMBLED if made else 0.0


def _made(acronym: str, title: Sequence[str]) -> bool:
    """Whether an acronym is put together from the name of an agency, letters left out as in speech.

    "Dispendukcapil" is "DInaS kePENDUdUKan CAtatan siPIL"; an agency of one name may be a badan by now.
    """
    if assembled(acronym, title):
        return True
    spoken = len(acronym) >= _SPOKEN
    return spoken and any(_in_order(acronym, "".join((first, *title[1:]))) for first in (title[0], "dinas"))


def _numbered(one: Unit, two: Unit) -> float:
    if one.numbers == two.numbers:
        return 0.0
    return 1.0 if one.numbers and two.numbers else _ONE_NUMBER


def _same_region(one: Region, two: Region) -> bool:
    if one[0] != two[0]:
        return False
    short, long = sorted(
        ([word for word in words if not _near(word, _ISLANDS)] for _, words in (one, two)), key=len
    )
    if len(short) == len(long):
        return _has_all(short, long)
    # "Malut" is Maluku Utara, "Maluku" is not
    return len(short) == 1 and short[0] not in long and _in_order(short[0], "".join(long))
