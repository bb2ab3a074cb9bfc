"""Near names: which elements an unmatched reference may have meant. Suggestions only; nothing is linked."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from model.directory import Directory
from model.entry import Entry
from model.folding import fold_code, fold_words
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.nomenclature import agency_words
from model.references import is_code, split_reference

# Abbreviations in free-text places and names; the source is the way agencies write locations.
_SPELT = {"r": "ruang", "rg": "ruang", "lt": "lantai", "gd": "gedung", "kt": "kantor", "srv": "server"}
# Words that stand in names of all sorts of things: what has only these in common is not near.
_SILENT = frozenset(
    {
        "data", "informasi", "layanan", "pelayanan", "sistem", "aplikasi", "server", "manajemen", "digital",
        "pengelolaan", "elektronik", "online", "berbasis", "web", "terpadu", "dan", "di", "ke", "dari",
        "untuk", "yang", "information", "system", "service", "management", "and", "of", "the",
    }
)  # fmt: skip
_ENOUGH = 80.0  # of 100; below it, suggestions on the sample workbooks were mostly wrong
_SPELLING = 90.0  # of two names that have nothing but silent words
_SLIP = 95.0  # of a code with one slip
_MOST = 3  # candidates a person can still choose from
_LOOKED_AT = 20  # of those with the same words, of which some say too little of the text
_WORD = 4  # letters that tell an agency
_TEXTS = 500  # distinct references looked up in one plan; more are a wrong file, not misspellings
_NUMBERS = re.compile(r"\d+")
_Kinds = tuple[ElementKind, ...]


class _Known(NamedTuple):
    """An element as it is looked up. telling: the words of its name that say something."""

    uid: str
    scope: str
    spelt: str
    telling: str
    code: str


@dataclass
class Neighbours:
    """Finds near names in one directory; remembers what it looked up. metamodel: what kinds are called."""

    directory: Directory
    metamodel: Metamodel
    _names: dict[_Kinds, list[_Known]] = field(default_factory=dict)
    _found: dict[tuple[str, _Kinds, str], tuple[str, ...]] = field(default_factory=dict)

    def of(self, text: str, kinds: _Kinds, whose: Entry) -> tuple[str, ...]:
        """Return the uids of up to three elements whose name or code is almost the text, nearest first.

        whose: the element that refers so: never itself, of equals those of its own agency first.
        """
        asked = (text, kinds, whose.scope)
        if asked not in self._found:
            self._found[asked] = self._look(text, kinds, whose.scope) if len(self._found) < _TEXTS else ()
        return tuple(uid for uid in self._found[asked] if uid != whose.uid)[:_MOST]

    def _look(self, text: str, kinds: _Kinds, scope: str) -> tuple[str, ...]:
        code, name = split_reference(text)
        alone = is_code(text)  # a code is near to codes only
        ranked = [] if alone else self._near_names(_spelt(name or text), kinds)
        if alone or code or not ranked:
            ranked += self._near_codes(fold_code(code or text), kinds, scope)
        if not ranked:
            ranked = [(_ENOUGH, uid) for uid in self._of_agency(_spelt(name or text), kinds)]
        entries = self.directory.entries
        ranked.sort(key=lambda found: (-found[0], entries[found[1]].scope != scope, found[1]))
        return tuple(dict.fromkeys(uid for _, uid in ranked))[: _MOST + 1]

    def _near_names(self, words: str, kinds: _Kinds) -> list[tuple[float, str]]:
        telling = _telling(words, self._silent(kinds))
        names = self._known(kinds)
        found = process.extract(
            telling or words,
            [one.telling if telling else one.spelt for one in names],
            scorer=fuzz.token_set_ratio if telling else fuzz.ratio,
            score_cutoff=_ENOUGH if telling else _SPELLING,
            limit=_LOOKED_AT,
        )
        return [(score, names[at].uid) for known, score, at in found if _says_half(known, telling or words)]

    def _silent(self, kinds: _Kinds) -> frozenset[str]:
        """The words that make nothing near where these kinds may stand: their own names too."""
        labels = (label for kind in kinds for label in self.metamodel.kind(kind).label.both)
        return _SILENT | {word for label in labels for word in fold_words(label)}

    def _of_agency(self, words: str, kinds: _Kinds) -> list[str]:
        """The few elements of an agency that the text names: "RSUD lt. dasar" is in one of its rooms."""
        if not kinds or ElementKind.ORG_UNIT in kinds:
            return []
        scopes = {scope for word in words.split() if (scope := self._scope_called(word))}
        found = [
            entry.uid
            for entry in self.directory.entries.values()
            if entry.scope in scopes and entry.kind in kinds
        ]
        return found if len(found) <= _MOST else []

    def _scope_called(self, word: str) -> str | None:
        """The scope of the one agency whose name begins with a word, spelt out or as an acronym."""
        meant = agency_words(word)
        found = {
            entry.scope
            for entry in self.directory.agencies()
            if meant and agency_words(entry.name)[: len(meant)] == meant
        }
        return found.pop() if len(found) == 1 and len(word) >= _WORD else None

    def _near_codes(self, code: str, kinds: _Kinds, scope: str) -> list[tuple[float, str]]:
        """The codes that are this one but for a slip: those of the agency itself, where it has any."""
        if not any(character.isdigit() for character in code):
            return []
        known = [one for one in self._known(kinds) if one.code]
        near = process.extract(
            code, [one.code for one in known], scorer=OSA.distance, score_cutoff=1, limit=None
        )
        slipped = [known[at] for other, steps, at in near if steps and _slipped(code, other)]
        own = [one for one in slipped if one.scope == scope]
        return [(_SLIP, one.uid) for one in own or slipped]

    def _known(self, kinds: _Kinds) -> list[_Known]:
        if kinds not in self._names:
            silent = self._silent(kinds)
            entries = self.directory.entries.values()
            self._names[kinds] = [
                _Known(
                    entry.uid,
                    entry.scope,
                    spelt := _spelt(entry.name),
                    _telling(spelt, silent),
                    fold_code(entry.code or ""),
                )
                for entry in entries
                if not kinds or entry.kind in kinds
            ]
        return self._names[kinds]


def akin(one: str, two: str) -> bool:
    """Return whether two names may be one thing renamed: half of their words agree."""
    words, others = (set(_telling(_spelt(name), _SILENT).split()) for name in (one, two))
    shared = len(words & others)
    return 2 * shared >= max(len(words), len(others)) > 0 or fuzz.ratio(_spelt(one), _spelt(two)) >= _ENOUGH


def respelt(one: str, two: str) -> bool:
    """Return whether two names are one spelt otherwise: nearly alike with the same numbers, or one longer."""
    words, others = (set(_telling(_spelt(name), _SILENT).split()) for name in (one, two))
    if words and others and (words <= others or others <= words):
        return True
    numbers, other_numbers = (_NUMBERS.findall(name) for name in (one, two))
    return numbers == other_numbers and fuzz.ratio(_spelt(one), _spelt(two)) >= _ENOUGH


def _spelt(words: str) -> str:
    return " ".join(_SPELT.get(word, word) for word in fold_words(words))


def _telling(words: str, silent: frozenset[str]) -> str:
    return " ".join(word for word in words.split() if word not in silent)


def _says_half(known: str, text: str) -> bool:
    """Whether a known name says at least half as many words as a text: one word of many is not near."""
    return 2 * len(set(known.split())) >= len(set(text.split()))


def _slipped(one: str, two: str) -> bool:
    """Whether two codes, but one step apart, differ by a slip; another number is another code."""
    numbers = zip(_NUMBERS.findall(one), _NUMBERS.findall(two), strict=False)  # "S-O1" has one less
    return all(int(a) == int(b) or sorted(a) == sorted(b) for a, b in numbers)
