"""Which kinds the words and the labels of a cross table tell, and which relation joins two kinds.

The words of kinds and of reference columns are those of the metamodel. Nothing is guessed: what tells two
kinds stands in the corner, above the columns, in a title, or in the codes and names of the rows and columns.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product

from model.folding import fold_code, fold_words
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import LinkSpec
from model.nomenclature import is_agency

Kinds = tuple[ElementKind, ...]  # one, or several that one word or one beginning of codes may mean
_MOST = 0.6  # of the labels, from which what they tell counts
_HEADS = ("nama", "kode", "id", "daftar")  # before the word of a kind in a header


@dataclass(frozen=True, slots=True)
class Joining:
    """How the marks between two kinds are read. turned: the rows are what is depended on.

    instead: the reference column of another relation that may be meant as well, where no words say which.
    """

    relation: RelationKind
    turned: bool
    instead: LinkSpec | None = None


@dataclass
class KindWords:
    """The words of a metamodel's kinds and reference columns, made ready for finding them in texts."""

    metamodel: Metamodel
    _found: dict[str, list[Kinds]] = field(default_factory=dict)

    def told(self, text: str) -> list[Kinds]:
        """Return the kinds that a text names, in order; a longer name counts before one within it."""
        if text not in self._found:
            self._found[text] = list(self._told(fold_words(text)))
        return self._found[text]

    def _told(self, words: Sequence[str]) -> Iterator[Kinds]:
        at = 0
        while at < len(words):
            for length in range(min(self._longest, len(words) - at), 0, -1):
                kinds = self._names.get(tuple(words[at : at + length]))
                if kinds:
                    yield kinds
                    at += length
                    break
            else:
                at += 1

    @cached_property
    def _names(self) -> dict[tuple[str, ...], Kinds]:
        names: dict[tuple[str, ...], Kinds] = {}
        for spec in self.metamodel.kinds:
            for name in (*spec.label.both, spec.kind.value, *spec.synonyms, *spec.name_headers):
                words = fold_words(name)
                bare = words[1:] if words[0] in _HEADS and len(words) > 1 else words
                for form in (words, bare, (*bare[:-1], f"{bare[-1]}s")):
                    known = names.get(form, ())
                    if spec.kind not in known:
                        names[form] = (*known, spec.kind)
        names = {form: kinds for form, kinds in names.items() if len(kinds) == 1}
        for domain in self.metamodel.domains:
            kinds = tuple(spec.kind for spec in self.metamodel.kinds if spec.domain is domain.domain)
            for name in (*domain.label.both, *domain.synonyms):
                if fold_words(name):
                    names.setdefault(fold_words(name), kinds)
        return names

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._names))

    def of_labels(self, labels: Sequence[str]) -> Kinds:
        """Return the kinds that the codes of labels tell, or that most are names of agencies; else none."""
        said: Counter[Kinds] = Counter(self._of_label(label) for label in labels)
        kinds, count = max(said.items(), key=lambda one: (bool(one[0]), one[1]), default=((), 0))
        return kinds if count >= _MOST * len(labels) else ()

    def leaning(self, labels: Sequence[str]) -> Kinds:
        """Return the kinds with whose words most labels begin: "Aplikasi SIAP"; else none."""
        begins = [tuple(self.told(" ".join(fold_words(label)[:2]))[:1]) for label in labels]
        said = Counter(kinds[0] for kinds in begins if kinds)
        kinds, count = max(said.items(), key=lambda one: one[1], default=((), 0))
        return kinds if count >= _MOST * len(labels) else ()

    def _of_label(self, label: str) -> Kinds:
        first = fold_code(label.split(maxsplit=1)[0]) if label.split() else ""
        if any(character.isdigit() for character in first):
            fitting = [
                (len(spec.code_prefix), spec.kind)
                for spec in self.metamodel.kinds
                if spec.code_prefix and f"{first}-".startswith(f"{fold_code(spec.code_prefix)}-")
            ]
            longest = max((length for length, _ in fitting), default=0)
            if longest:
                return tuple(kind for length, kind in fitting if length == longest)
        return (ElementKind.ORG_UNIT,) if is_agency(label) else ()

    def joining(self, rows: Kinds, columns: Kinds, words: Iterable[str]) -> Joining | None:
        """Return the relation that marks between two kinds state; None where there is no one such relation.

        words: what stands in the corner, above the columns and in the titles; what names a reference column
        there says which relation is meant. Else it is the relation that joins the fewest kinds, which is made
        for these two.
        """
        texts = [f" {' '.join(fold_words(text))} " for text in words]
        found = [self._joining(row, column, texts) for row, column in product(rows, columns)]
        same = {(one.relation, one.turned) if one else None for one in found}
        return found[0] if len(same) == 1 else None

    def _joining(self, row: ElementKind, column: ElementKind, texts: Sequence[str]) -> Joining | None:
        candidates = list(self._candidates(row, column))
        meant = [(self._said(link, texts), one) for one, link in candidates if link is not None]
        longest = max((length for length, _ in meant), default=0)
        if longest:
            return next(one for length, one in meant if length == longest)
        if row is column or not candidates:  # marks alone do not tell a direction
            return None
        best = min((one for one, _ in candidates), key=lambda one: self._breadth(one.relation))
        others = (
            link for one, link in candidates if (one.relation, one.turned) != (best.relation, best.turned)
        )
        return replace(best, instead=next(others, None))

    def _candidates(self, row: ElementKind, column: ElementKind) -> Iterator[tuple[Joining, LinkSpec | None]]:
        """The relations that reference columns state between two kinds, as declared; else any allowed."""
        declared = False
        for kind, other, turned in ((row, column, False), (column, row, True)):
            for link in self.metamodel.links(kind):
                if other in link.to and not self.metamodel.relation(link.relation).general:
                    declared = True
                    yield Joining(link.relation, link.reversed is not turned), link
        if not declared:
            for spec in self.metamodel.relations:
                for turned, ends in ((False, (row, column)), (True, (column, row))):
                    if spec.allows(*ends) and not spec.general:
                        yield Joining(spec.relation, turned), None

    def _said(self, link: LinkSpec, texts: Sequence[str]) -> int:
        """How many letters of a reference column's words stand in the texts; the word of a kind is none."""
        spec = self.metamodel.relation(link.relation)
        known = (*link.label.both, *link.synonyms, *spec.label.both, *spec.inverse.both)
        names = [fold_words(name) for name in known]
        own = [" ".join(name) for name in names if name and name not in self._names]
        return max((len(name) for name in own if any(f" {name} " in text for text in texts)), default=0)

    def _breadth(self, relation: RelationKind) -> int:
        spec = self.metamodel.relation(relation)
        return sum(spec.allows(source, target) for source in ElementKind for target in ElementKind)
