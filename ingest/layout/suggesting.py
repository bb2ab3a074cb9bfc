"""What the table of another tool may be: likely kinds with reasons, and what its columns may mean.

Only proposed, never taken: a person confirms. What a header says goes before what the cells hold.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from ingest.layout.headers import Column, Headers, Meaning, Part, forms
from ingest.layout.layout import spoken_for
from ingest.layout.meanings import IGNORED, OWN, meaning_of, offers, only_once, word_of
from ingest.layout.recognised import Certainty, Heading, Recognised, SeenColumn
from ingest.values.contents import meanings_by_content, reads_like_names
from model.folding import fold_code, fold_words
from model.kinds import ElementKind
from model.metamodel.common import SUBJECTS
from model.metamodel.spec import KindSpec
from model.text import Text

MOST_KINDS = 5
_NAMED = frozenset({Part.NAME, Part.BOTH, Part.OUTLINE})
_LOOKED_AT = 60  # columns that speak for a kind
_ALIKE = 90.0  # of 100, from which the words of a header say a name
_SHORTEST = 3  # letters of a word that says anything
_FEW = 6  # kinds; a header that more of them know says nothing of the kind
_CLOSE = 50.0  # of 100, how much of two names must be the same words
_NAMING = frozenset({"nama", "name", "kode", "code", "id", "daftar", "list"})
_KNOWN_HEADERS = Text(id="kolom yang dikenal: {columns}", en="columns it has: {columns}")
_CALLED = Text(id="nama lembar, berkas, atau kolom menyebutnya", en="sheet, file or column names it")
_CODED = Text(id="kode berawalan {prefix}", en="codes begin with {prefix}")


@dataclass(frozen=True, slots=True)
class LikelyKind:
    """A kind that the rows of a sheet may be of, and why."""

    kind: ElementKind
    score: float
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a column may mean, as one word, and how sure that is."""

    word: str
    certainty: Certainty


def likely_kinds(seen: Recognised, there: Heading, headers: Headers) -> list[LikelyKind]:
    """Return the kinds that a sheet may list, the likeliest first; none where nothing speaks for any."""
    found = [one for kind in SUBJECTS if (one := _likelihood(kind, seen, there, headers)) is not None]
    ranked = sorted(found, key=lambda one: (-one.score, one.kind.value))
    return [one for one in ranked if 2 * one.score > ranked[0].score][:MOST_KINDS]


def proposals(
    there: Heading, kind: ElementKind, headers: Headers, agencies: frozenset[str] = frozenset()
) -> dict[str, Proposed]:
    """Return what each column may mean if the rows are of a kind, by its key.

    agencies: folded names of those that are known. A column of which nothing is known would be kept as a
    property of its own; one without a header is not read.
    """
    return _Proposing(there, kind, headers, agencies).made()


def _likelihood(kind: ElementKind, seen: Recognised, there: Heading, headers: Headers) -> LikelyKind | None:
    spec, known = headers.metamodel.kind(kind), headers.of(kind)
    columns = there.columns[:_LOOKED_AT]
    named = {column.name: found for column in columns if (found := _known(column, known)) is not None}
    shares = {header: _share(header, headers) for header, meaning in named.items() if meaning.own}
    own = [header for header, share in shares.items() if share]
    called = spoken_for(spec, (seen.sheet or seen.file.rpartition("/")[2], seen.file), "")
    called += 2.0 * any(_names(spec, column.header) for column in columns)
    coded = _is_coded(spec, columns)
    reasons = []
    if own:
        shown = ", ".join(" ".join(header.split())[:40] for header in own[:4])
        reasons.append(_KNOWN_HEADERS.filled(columns=shown))
    if called:
        reasons.append(_CALLED)
    if coded and spec.code_prefix:
        reasons.append(_CODED.filled(prefix=spec.code_prefix))
    if not reasons:
        return None
    score = 3.0 * sum(shares.values()) + 0.2 * len(named) + called + 4.0 * coded
    return LikelyKind(kind, score, tuple(reasons))


def _share(header: str, headers: Headers) -> float:
    """How much a header speaks for one of the kinds that know it, 0–1; nothing where many do."""
    kinds = max((len(headers.kinds_with(form)) for form in forms(header)), default=0)
    return 1 / kinds if 0 < kinds <= _FEW else 0.0


def _known(column: SeenColumn, known: Mapping[str, Meaning]) -> Meaning | None:
    written = (form for words in column.title[1:] or column.title for form in forms(words))
    return next((known[form] for form in written if form in known), None)


def _names(spec: KindSpec, header: str) -> bool:
    """Whether a header says what the rows are: "Application Name"."""
    said = set(fold_words(header))
    names = (set(fold_words(words)) for words in (*spec.label.both, *spec.synonyms))
    return bool(said & _NAMING) and any(name and said - _NAMING == name for name in names)


def _is_coded(spec: KindSpec, columns: Sequence[SeenColumn]) -> bool:
    prefix = fold_code(spec.code_prefix) if spec.code_prefix else None
    return prefix is not None and any(
        column.values and all(fold_code(value).startswith(prefix) for value in column.values)
        for column in columns
    )


@dataclass
class _Proposing:
    """Proposals for the columns of one sheet while they are made; a property is proposed once."""

    there: Heading
    kind: ElementKind
    headers: Headers
    agencies: frozenset[str]
    found: dict[str, Proposed] = field(default_factory=dict)
    names: list[tuple[str, str]] = field(default_factory=list)  # the words of a name, and what it means

    def __post_init__(self) -> None:
        self.names = sorted(set(_names_of(self.headers, self.kind)))

    def made(self) -> dict[str, Proposed]:
        """Return a proposal for every column."""
        self._by_header()
        for column in self.there.columns:
            if column.key not in self.found and (word := self._by_words(column)):
                self.found[column.key] = Proposed(word, Certainty.NEAR)
        for column in self.there.columns:
            if column.key not in self.found and (word := self._by_content(column)):
                self.found[column.key] = Proposed(word, Certainty.CONTENT)
        self._find_a_name()
        for column in self.there.columns:
            rest = OWN if column.header else IGNORED
            self.found.setdefault(column.key, Proposed(rest, Certainty.UNKNOWN))
        return self.found

    def _by_header(self) -> None:
        """What the reader itself would recognise: declared names, and those a few letters off."""
        width = max((column.position for column in self.there.columns), default=-1) + 1
        titles: list[tuple[str, ...]] = [()] * width
        keys = {column.position: column.key for column in self.there.columns}
        for column in self.there.columns:
            titles[column.position] = column.title
        for known in self.headers.columns(self.kind, titles):
            if known.meaning.part not in (Part.UNKNOWN, Part.KIND):
                self.found[keys[known.position]] = _of_header(known)

    def _free(self, word: str) -> bool:
        taken = any(one.word == word for one in self.found.values())
        return not (taken and only_once(self.headers, self.kind, word))

    def _by_words(self, column: SeenColumn) -> str | None:
        """The meaning whose name stands in the header, or the header in it: "Server Owner" for "Owner"."""
        said = _telling(column.header)
        if not said:
            return None
        names = [name for name, _ in self.names]
        near = process.extract(said, names, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE, limit=20)
        close = [(fuzz.token_sort_ratio(said, name), self.names[place][1]) for name, _, place in near]
        words = (word for closeness, word in sorted(close, reverse=True) if closeness >= _CLOSE)
        if column.values and not any(c.isalpha() for value in column.values for c in value):
            words = (word for word in words if not self._refers(word))  # an address names nothing
        return next((word for word in words if self._free(word)), None)

    def _refers(self, word: str) -> bool:
        meaning = meaning_of(self.headers, self.kind, word)
        return meaning is not None and meaning.link is not None

    def _by_content(self, column: SeenColumn) -> str | None:
        words = meanings_by_content(column.values, column.header, self.kind, self.headers, self.agencies)
        return next((word for word in words if self._free(word)), None)

    def _find_a_name(self) -> None:
        """Propose a name where no column is one: the first with different words in each row."""
        meant = [meaning_of(self.headers, self.kind, one.word) for one in self.found.values()]
        if any(meaning and meaning.part in _NAMED for meaning in meant):
            return
        for column in self.there.columns:
            if column.key not in self.found and reads_like_names(column.values):
                self.found[column.key] = Proposed("name", Certainty.CONTENT)
                return


def _of_header(known: Column) -> Proposed:
    return Proposed(word_of(known.meaning), Certainty.NEAR if known.near else Certainty.DECLARED)


def _names_of(headers: Headers, kind: ElementKind) -> Iterator[tuple[str, str]]:
    """The names of what a column of a kind may mean: the words of each, and the word it is known by."""
    for label in headers.metamodel.kind(kind).label.both:
        yield from ((_telling(words), "name") for words in (f"{label} name", f"nama {label}"))
    for offer in offers(headers, kind):
        meaning = meaning_of(headers, kind, offer.word)
        spec = (meaning.prop or meaning.link) if meaning else None
        if meaning is None or meaning.part is Part.LEVEL:
            continue
        names = spec.headers if spec else offer.label.both if offer.label else ()
        yield from ((telling, offer.word) for name in names if (telling := _telling(name)))


def _telling(header: str) -> str:
    return " ".join(word for word in fold_words(header) if len(word) >= _SHORTEST)
