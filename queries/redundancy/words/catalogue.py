"""Which national application a name is or mentions: the whole of it, a spelling of it, words of it."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from model.folding import fold, fold_words
from model.knowledge import NationalApplication, affair_of
from model.state_bodies import is_national
from queries.redundancy.words.lexicon import plain_words

_PARTS = re.compile(r"\s*[()]\s*|\s+[-–—:|/]\s+")
_VERSION = re.compile(r"\s+(?:v(?:er(?:si|sion)?)?\.?\s*)?\d+(?:\.\d+)*$", re.I)
_FILLER = frozenset({"aplikasi", "sistem"})  # before a name, and no part of it
_GIVEN_BY = frozenset({"dari", "milik", "buatan", "oleh", "nasional"})  # between it and whose it is
_OPENING = 3  # words of a text in which it says whose it is
# behind a name: whose it is, and that it is the one of all
_OF_THE_NATION = frozenset({"ri", "terpusat", "pusat", "nasional", "indonesia", "bpk", "kpk", "mendagri"})
# beside a name: not what it names, but something that goes with it
_GOES_WITH = frozenset(
    {
        *("dashboard", "dasbor", "integrasi", "bridging", "api", "konektor", "penghubung", "helpdesk"),
        *("panduan", "bimtek", "pelatihan", "simulasi", "latihan", "sosialisasi", "tryout"),
    }
)
_MODULE = "modul"  # in a name: of a suite only that one
_LONG_NAME = 8  # letters from which one that is wrong can be told from another name


@dataclass(frozen=True, slots=True)
class Said:
    """What a record says. functions: those that it speaks of but for its name."""

    names: tuple[str, ...]
    texts: tuple[str, ...]
    functions: Set[str]


class Catalogue:
    """The national applications by all their names. What regions keep under such a name is none of them."""

    def __init__(self, applications: Iterable[NationalApplication]) -> None:
        every = tuple(applications)
        self.applications = tuple(one for one in every if not one.regional)
        self._called = {fold(name): one for one in every for name in one.names}
        # what else one is called may be an everyday word in other names: "LAPOR!"
        self._proper = {
            called: one for one in every for called in (fold(one.abbreviation), fold(one.name)) if called
        }

    def meant(self, *names: str | None) -> NationalApplication | None:
        """Return the national application that one of the names of a record is, as a whole.

        Alike a short name with its long form ("ABBR (LONG)"), one with a version, behind "Aplikasi", or
        before whose it is ("ABBR Kemendagri", "ABBR Terpusat"). What regions keep one of their own of is
        meant only with that.
        """
        one = self.named(*names)
        if one is None or not one.regional:
            return one
        return one if any(is_of_the_nation(name, ()) for name in names if name) else None

    def regional(self, *names: str | None) -> bool:
        """Return whether a record has the name of what every region keeps a system of its own for."""
        one = self.named(*names)
        return one is not None and one.regional and self.meant(*names) is None

    def is_whole(self, one: NationalApplication) -> bool:
        """Return whether an application is as the catalogue has it, and no module of it."""
        return self._proper.get(fold(one.abbreviation)) == one

    @staticmethod
    def homonym(one: NationalApplication, said: Said) -> bool:
        """Return whether a record has only its short name by chance: what it says is of another affair.

        Who writes its long name, or whose it is, means it.
        """
        affairs = {*map(affair_of, one.concepts)}
        if not affairs or not said.functions or not affairs.isdisjoint(map(affair_of, said.functions)):
            return False
        long = [fold(name) for name in one.names if len(name.split()) > 1]
        in_full = any(name in fold(text) for name in long for text in (*said.names, *said.texts))
        return not in_full and not any(is_of_the_nation(name, said.texts) for name in said.names)

    def mentioned(self, name: str, abbreviation: str = "") -> list[NationalApplication]:
        """Return the national applications a name names, as a whole or by words of it; regional ones too.

        One of a suite is not the suite: "SIMDA BMD" is not "SIMDA".
        """
        words = plain_words(name)
        parts = (fold(name), fold(abbreviation), *words, *map("".join, pairwise(words)))
        named = (*map(self._proper.get, parts), self.named(name, abbreviation))
        found = {fold(one.abbreviation): one for one in named if one}
        return [
            one
            for called, one in found.items()
            if not any(other != called and other.startswith(called) for other in found)
        ]

    def nearly(self, *names: str | None) -> NationalApplication | None:
        """Return the national application of whose long or short name one has a single letter wrong."""
        for name in filter(None, names):
            written = _unfilled(name)
            if len(written) >= _LONG_NAME:
                for called, one in self._called.items():
                    if not one.regional and Levenshtein.distance(written, called, score_cutoff=1) == 1:
                        return one
        return None

    def named(self, *names: str | None) -> NationalApplication | None:
        """Return the national application that one of the names is as a whole, whosever it is."""
        given = [name for name in names if name]
        return next((one for name in given if (one := self._whole(name)) is not None), None)

    def _whole(self, name: str) -> NationalApplication | None:
        one = self._spelt(name)
        if one is not None:
            return one
        parts = [part for part in _PARTS.split(name) if fold(part)]
        found = {id(one): one for part in parts if (one := self._spelt(part)) is not None}
        everywhere = len(found) == 1 and all(map(self._spelt, parts))
        return next(iter(found.values())) if everywhere else None

    def _spelt(self, name: str) -> NationalApplication | None:
        return next((one for form in _forms(name) if (one := self._called.get(form)) is not None), None)


def says_module(words: str) -> bool:
    """Return whether words say that a module is meant."""
    return _MODULE in plain_words(words)


def beside_suite(one: NationalApplication, name: str) -> str:
    """Return what a name says beside an application that it mentions, where that may be one of its modules.

    Of a suite all that stands there may; elsewhere only what is called one, for else it explains the whole.
    """
    rest = name
    for called in sorted(one.names, key=len, reverse=True):
        spelt = r"[\W_]*".join(map(re.escape, fold_words(called)))
        rest = re.sub(rf"\b{spelt}\b", " ", rest, flags=re.I)
    return rest if one.suite or says_module(rest) else ""


def goes_with(name: str) -> bool:
    """Return whether a name is of something that goes with what it names, and does none of its work."""
    return not _GOES_WITH.isdisjoint(plain_words(name))


def is_of_the_nation(name: str, texts: Iterable[str]) -> bool:
    """Return whether a name ends with whose it is, or a text begins so: "… BKN", "Aplikasi Kemendagri …"."""
    return any(map(is_national, fold_words(name)[-1:])) or any(map(_given_by_the_nation, texts))


def _given_by_the_nation(text: str) -> bool:
    words = fold_words(text)[:_OPENING]
    giver = [word for word in words if word not in _FILLER and word not in _GIVEN_BY][:1]
    return bool(words) and words[0] in _FILLER and any(map(is_national, giver))


def _forms(name: str) -> Iterator[str]:
    """Yield a name folded: as it is, without its version, what it begins with, and whose it is at its end."""
    yield fold(name)
    bare = _VERSION.sub("", name)
    yield fold(bare)
    yield _unfilled(bare)
    words = list(fold_words(bare))
    while len(words) > 1 and (words[-1] in _OF_THE_NATION or is_national(words[-1])):
        words.pop()
        yield _unfilled(" ".join(words))


def _unfilled(name: str) -> str:
    words = fold_words(name)
    return "".join(words[1:] if len(words) > 1 and words[0] in _FILLER else words)
