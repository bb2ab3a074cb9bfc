"""Near names: which elements an unmatched reference may have meant. Suggestions only; nothing is linked."""

from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from model.directory import Directory
from model.folding import fold_code, fold_words
from model.kinds import ElementKind
from model.nomenclature import agency_words
from model.references import split_reference

# Abbreviations in free-text places and names; the source is the way agencies write locations.
_SPELT = {"r": "ruang", "rg": "ruang", "lt": "lantai", "gd": "gedung", "kt": "kantor", "srv": "server"}
_ENOUGH = 80.0  # of 100; below it, suggestions on the sample workbooks were mostly wrong
_MOST = 3  # candidates a person can still choose from
_WORD = 4  # letters that tell an agency
_TEXTS = 500  # distinct references looked up in one plan; more are a wrong file, not misspellings


@dataclass
class Neighbours:
    """Finds near names in one directory; remembers what it looked up."""

    directory: Directory
    _names: dict[tuple[ElementKind, ...], list[tuple[str, str]]] = field(default_factory=dict)
    _found: dict[tuple[str, tuple[ElementKind, ...]], tuple[str, ...]] = field(default_factory=dict)

    def of(self, text: str, kinds: tuple[ElementKind, ...]) -> tuple[str, ...]:
        """Return the uids of up to three elements whose name or code is almost the text, nearest first."""
        asked = (text, kinds)
        if asked not in self._found:
            self._found[asked] = self._look(text, kinds) if len(self._found) < _TEXTS else ()
        return self._found[asked]

    def _look(self, text: str, kinds: tuple[ElementKind, ...]) -> tuple[str, ...]:
        code, name = split_reference(text)
        known = self._known(kinds)
        words = _spelt(name or text)
        by_name = process.extract(
            words,
            [words for words, _ in known],
            scorer=fuzz.token_set_ratio,
            score_cutoff=_ENOUGH,
            limit=_MOST,
        )
        ranked = [(score, known[position][1]) for _, score, position in by_name]
        if code or not ranked:
            ranked += self._near_codes(fold_code(code or text), kinds)
        if not ranked:
            ranked = [(_ENOUGH, uid) for uid in self._of_agency(words, kinds)]
        ranked.sort(key=lambda found: (-found[0], found[1]))
        return tuple(dict.fromkeys(uid for _, uid in ranked))[:_MOST]

    def _of_agency(self, words: str, kinds: tuple[ElementKind, ...]) -> list[str]:
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

    def _near_codes(self, code: str, kinds: tuple[ElementKind, ...]) -> list[tuple[float, str]]:
        if not any(character.isdigit() for character in code):
            return []
        coded = [
            (fold_code(entry.code), entry.uid)
            for entry in self.directory.entries.values()
            if entry.code and (not kinds or entry.kind in kinds)
        ]
        near = process.extract(code, [c for c, _ in coded], scorer=fuzz.ratio, score_cutoff=90, limit=_MOST)
        return [(score, coded[position][1]) for _, score, position in near]

    def _known(self, kinds: tuple[ElementKind, ...]) -> list[tuple[str, str]]:
        if kinds not in self._names:
            self._names[kinds] = [
                (_spelt(entry.name), entry.uid)
                for entry in self.directory.entries.values()
                if not kinds or entry.kind in kinds
            ]
        return self._names[kinds]


def _spelt(words: str) -> str:
    return " ".join(_SPELT.get(word, word) for word in fold_words(words))
