"""What the header of a column means for a kind: folded synonyms first, then near matches.

Headers in real workbooks carry instructions in parentheses or on further lines, arrows and asterisks; none of
that counts. What a kind's columns may be called is declared in the metamodel.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, unique

from rapidfuzz import fuzz, process

from model.folding import fold, fold_words
from model.kinds import Domain, ElementKind
from model.metamodel.common import ABBREVIATIONS, DESCRIBING_TOO
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import KindSpec, LinkSpec, PropertySpec

NEAR_ENOUGH = 88.0  # of 100; below, different headers of one sheet begin to match each other
_NEAR_FROM = 6  # letters; shorter words are too alike
_BEGINNINGS = ("kode", "nama", "id")  # of headers that are often cut short
_PARENTHESES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+", re.I)

NUMBER_HEADERS = ("No", "No.", "Nomor", "Nomor Urut", "No Urut", "No Entitas", "Number", "#", "Nr")
_NAME_HEADERS = ("Nama", "Name", "Nama Objek", "Nama Komponen", "Nama Entitas", "Judul")
_CODE_HEADERS = ("Kode", "Code", "ID", "Kode Unik", "ID Unik", "Kode/ID", "ID/Kode")
_BOTH_HEADERS = ("Kode dan Nama", "Kode & Nama", "Kode/Nama", "Kode - Nama")
_KIND_HEADERS = (
    "Domain",
    "Domain SPBE",
    "Domain Arsitektur",
    "Domain Arsitektur SPBE",
    "Jenis Objek",
    "Jenis Komponen",
    "Kategori Objek",
    "Sub Domain",
    "Kind",
    "Jenis Entitas",
)


@unique
class Part(StrEnum):
    """What the cells of a column are."""

    NUMBER = "number"  # counts the rows; nothing is read from it
    KEY = "key"
    NAME = "name"
    CODE = "code"
    BOTH = "both"  # code and name share a cell
    KIND = "kind"  # domain or kind of the row
    REFERENCE = "reference"  # national codes of any model
    OUTLINE = "outline"  # a level of an outline: names the row or its parents
    LEVEL = "level"  # a level of a reference model
    LINK = "link"
    PROPERTY = "property"
    UNKNOWN = "unknown"
    IGNORED = "ignored"  # a person said that nothing is to be read from it


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header means. level: in an outline or a reference model, 0 is highest. own: only this kind's."""

    part: Part
    prop: PropertySpec | None = None
    link: LinkSpec | None = None
    level: int = 0
    own: bool = False

    @property
    def name(self) -> str:
        """What is filled by the column: two columns of one name mean the same."""
        if self.prop:
            return self.prop.name
        if self.link:
            return f"{self.link.name}/{self.level}" if self.part is Part.LEVEL else self.link.name
        return f"{self.part.value}/{self.level}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its position (0 is A), its header as written, what it means.

    near: a guess. confirmed: a person said so. above: what stands over it in the upper of two header rows.
    instead: what the header means, where the cells say something else.
    """

    position: int
    header: str
    meaning: Meaning
    near: bool = False
    confirmed: bool = False
    above: str = ""
    instead: PropertySpec | None = None

    @property
    def wording(self) -> str:
        """The header with what stands over it."""
        return f"{self.above} {self.header}".lstrip()


@dataclass
class Headers:
    """The headers of every kind of a metamodel, made ready for matching."""

    metamodel: Metamodel
    _kinds: dict[ElementKind, dict[str, Meaning]] = field(default_factory=dict)
    _anywhere: dict[str, frozenset[ElementKind]] = field(default_factory=dict)
    _names: frozenset[str] = frozenset()
    _describers: dict[ElementKind, "_Describers"] = field(default_factory=dict)

    def of(self, kind: ElementKind) -> dict[str, Meaning]:
        """Return folded header → meaning for a kind."""
        if kind not in self._kinds:
            self._kinds[kind] = dict(reversed(list(_meanings(self.metamodel, kind))))
        return self._kinds[kind]

    def kinds_with(self, form: str) -> frozenset[ElementKind]:
        """Return the kinds for which a folded header means something."""
        if not self._anywhere:
            found: dict[str, set[ElementKind]] = {}
            for kind in ElementKind:
                for known in self.of(kind):
                    found.setdefault(known, set()).add(kind)
            self._anywhere = {known: frozenset(kinds) for known, kinds in found.items()}
        return self._anywhere.get(form, frozenset())

    def columns(self, kind: ElementKind, titles: Sequence[tuple[str, ...]]) -> list[Column]:
        """Return what the columns of a sheet of this kind mean.

        titles: for each position the header as written, and where it stands in several rows the forms to
        match instead, the most telling first; empty: no header.
        A property is filled by one column, the first that matches exactly, else the nearest.
        """
        known = self.of(kind)
        found: dict[int, Meaning] = {}
        taken: set[str] = set()
        for position, title in enumerate(titles):
            meaning = next((known[form] for form in _forms_of(title) if form in known), None)
            if meaning and _free(meaning, taken):
                found[position] = meaning
                taken.add(meaning.name)
        for position, title in enumerate(titles):
            described = None if position in found else self._describing(kind, title, taken)
            if described is not None:
                found[position] = described
                taken.add(described.name)
        near = self._near(known, titles, found, taken)
        found |= near
        return [
            Column(
                position,
                title[0],
                found.get(position, Meaning(Part.UNKNOWN)),
                position in near,
                above=above_of(title),
            )
            for position, title in enumerate(titles)
            if title
        ]

    def _describing(self, kind: ElementKind, title: tuple[str, ...], taken: set[str]) -> Meaning | None:
        """What a header of such words alone means: "Uraian Fungsi", "Tujuan dan Manfaat", "Ket. Sistem".

        Of a description and a function it is the latter, unless another column is. A word that is the name
        of one of the kind's references says nothing.
        """
        if kind not in self._describers:
            self._describers[kind] = _Describers.of(self.metamodel, kind)
        names = self._describers[kind].named(title[0]) if title else ()
        properties = (self.metamodel.property_(kind, name) for name in names if name not in taken)
        return next((Meaning(Part.PROPERTY, prop=prop) for prop in properties if prop), None)

    def _near(
        self,
        known: dict[str, Meaning],
        titles: Sequence[tuple[str, ...]],
        found: dict[int, Meaning],
        taken: set[str],
    ) -> dict[int, Meaning]:
        near: dict[int, Meaning] = {}
        for position, title in enumerate(titles):
            if position in found or not title:
                continue
            meaning = next((one for form in _forms_of(title) if (one := _likest(form, known, taken))), None)
            if meaning is not None:
                near[position] = meaning
                taken.add(meaning.name)
        return near

    def by_name(self, kind: ElementKind) -> dict[str, Meaning]:
        """Return the columns of the interchange for a kind: metamodel name → meaning."""
        named = {link.name: Meaning(Part.LINK, link=link) for link in self.metamodel.links(kind)}
        named |= {prop.name: Meaning(Part.PROPERTY, prop=prop) for prop in self.metamodel.properties(kind)}
        fixed = (Part.KEY, Part.NAME, Part.CODE, Part.REFERENCE)
        return named | {part.value: Meaning(part) for part in fixed}

    def names_anywhere(self) -> frozenset[str]:
        """Return every metamodel name that a column of the interchange may have, for any kind."""
        if not self._names:
            self._names = frozenset(name for kind in ElementKind for name in self.by_name(kind))
        return self._names

    def domain_kinds(self, words: str) -> tuple[ElementKind, ...]:
        """Return the kinds that a cell naming a domain or a kind may mean; empty when it names neither."""
        kind = self.metamodel.kind_named(words)
        if kind is not None and not self._domain(words):
            return (kind,)
        domain = self._domain(words)
        return tuple(spec.kind for spec in self.metamodel.kinds if spec.domain is domain) if domain else ()

    def _domain(self, words: str) -> Domain | None:
        folded = fold(words)
        for spec in self.metamodel.domains:
            if folded and folded in map(fold, (spec.domain.value, *spec.label.both, *spec.synonyms)):
                return spec.domain
        return None


@dataclass(frozen=True, slots=True)
class _Describers:
    """The words that make a header one of descriptions of a kind.

    words: each with its property. order: the properties, the more telling first. beside: what adds nothing.
    """

    words: dict[str, str]
    order: tuple[str, ...]
    beside: frozenset[str]

    @classmethod
    def of(cls, metamodel: Metamodel, kind: ElementKind) -> "_Describers":
        """Return them for a kind."""
        spec, links = metamodel.kind(kind), metamodel.links(kind)
        referring = {word for link in links for header in link.headers for word in fold_words(header)}
        properties = [prop for prop in metamodel.properties(kind) if prop.describing]
        words = {word: prop.name for prop in properties for word in prop.describing if word not in referring}
        called = {word for name in (*spec.label.both, *spec.synonyms) for word in fold_words(name)}
        order = tuple(prop.name for prop in reversed(properties))
        return cls(words, order, frozenset(called | DESCRIBING_TOO))

    def named(self, header: str) -> list[str]:
        """Return the properties that a header names, the more telling first; none for any other header."""
        bare = _PARENTHESES.sub(" ", header)
        words = [ABBREVIATIONS.get(word, word) for word in fold_words(bare)]
        if not words or not set(words) <= self.words.keys() | self.beside:
            return []
        said = {self.words[word] for word in words if word in self.words}
        begins = words[0] in self.words or words[-1] in self.words
        return [name for name in self.order if name in said] if begins else []


def forms(header: str) -> Iterator[str]:
    """Return the folded forms under which a header may be known, the fullest first."""
    first_line = header.strip().partition("\n")[0]
    bare = _PARENTHESES.sub(" ", header)
    variants = [
        header,
        first_line,
        bare,
        bare.strip().partition("\n")[0],
        _PARENTHESES.sub(" ", first_line),
        _NUMBERED.sub("", _PARENTHESES.sub(" ", first_line)),
        _PARENTHESES.sub(" ", first_line).partition(":")[0],
        *_PARENTHESES.sub(" ", first_line).split(" / ")[:2],
    ]
    for form in dict.fromkeys((*map(fold, variants), *map(_spelt_out, variants))):
        if form:
            yield form


def above_of(title: tuple[str, ...]) -> str:
    """Return what stands over a header of two rows; "" for a header of one."""
    return title[1].removesuffix(title[0]).strip() if len(title) > 1 else ""


def _spelt_out(words: str) -> str:
    """A header folded with its abbreviations in full: "Thn. Pembuatan"; "" where it has none."""
    parts = fold_words(words)
    return (
        "".join(ABBREVIATIONS.get(part, part) for part in parts) if set(parts) & ABBREVIATIONS.keys() else ""
    )


def _forms_of(title: tuple[str, ...]) -> Iterator[str]:
    for header in title[1:] or title:
        yield from forms(header)


def _free(meaning: Meaning, taken: set[str]) -> bool:
    """Whether another column may mean this too: several may refer to the same sort of thing."""
    return meaning.part in (Part.LINK, Part.NUMBER) or meaning.name not in taken


def _likest(form: str, known: dict[str, Meaning], taken: set[str]) -> Meaning | None:
    """What a header probably means: one a few letters away, or "Kode Proses" for "Kode Proses Bisnis"."""
    if len(form) < _NEAR_FROM:
        return None
    match = process.extractOne(form, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    found = [match[0]] if match and _digits(form) == _digits(match[0]) else []
    if form.startswith(_BEGINNINGS):
        found += sorted(
            one for one in known if one.startswith(form) and known[one].part in (Part.NAME, Part.CODE)
        )
    meanings = (known[one] for one in found)
    return next((m for m in meanings if _free(m, taken) and m.part is not Part.NUMBER), None)


def _digits(form: str) -> str:
    return "".join(c for c in form if c.isdigit())


def _meanings(metamodel: Metamodel, kind: ElementKind) -> Iterator[tuple[str, Meaning]]:
    """Folded header and meaning, the most binding first."""
    spec = metamodel.kind(kind)
    labels = spec.label.both
    both = [h for h in spec.name_headers if h in spec.code_headers]
    own_names = [h for h in spec.name_headers if h not in both]
    yield from _each(Meaning(Part.BOTH, own=True), both)
    called = (f"Nama {words}" for words in labels)
    named = (f"{words} Name" for words in _english(spec))
    yield from _each(Meaning(Part.NAME, own=True), (*own_names, *called, *named))
    own_codes = [h for h in spec.code_headers if h not in both]
    coded = (f"{head} {words}" for words in labels for head in ("ID", "Kode"))
    ended = (f"{words} {tail}" for words in _english(spec) for tail in ("Code", "ID", "No", "Number"))
    yield from _each(Meaning(Part.CODE, own=True), (*own_codes, *coded, *ended))
    for level, headers in enumerate(spec.outline_headers):
        yield from _each(Meaning(Part.OUTLINE, level=level, own=True), headers)
    yield from _links_and_properties(metamodel, kind)
    yield from _each(Meaning(Part.BOTH), _BOTH_HEADERS)
    yield from _common(metamodel)
    yield from _each(Meaning(Part.NAME), (*labels, *spec.synonyms))


def _english(spec: KindSpec) -> tuple[str, ...]:
    """What a kind is called before "name" and "code" in English: "Application Name", "OrgUnit Code"."""
    return spec.label.en, spec.kind.value


def _links_and_properties(metamodel: Metamodel, kind: ElementKind) -> Iterator[tuple[str, Meaning]]:
    spec = metamodel.kind(kind)
    own = {link.name for link in spec.links} | {prop.name for prop in spec.properties}
    links = metamodel.links(kind)
    properties = [p for p in (*spec.properties, *metamodel.common) if p.name not in ("name", "code")]
    for link in links:
        meaning = Meaning(Part.LINK, link=link, own=link.name in own)
        yield from _each(meaning, (*link.label.both[:1], link.name))
    for prop in properties:
        yield from _each(
            Meaning(Part.PROPERTY, prop=prop, own=prop.name in own), (*prop.label.both, prop.name)
        )
    for link in links:
        for level, headers in enumerate(link.levels):
            yield from _each(Meaning(Part.LEVEL, link=link, level=level, own=True), headers)
        meaning = Meaning(Part.LINK, link=link, own=link.name in own)
        yield from _each(meaning, (*link.label.both, *link.synonyms))
    for prop in properties:
        yield from _each(Meaning(Part.PROPERTY, prop=prop, own=prop.name in own), prop.synonyms)


def _common(metamodel: Metamodel) -> Iterator[tuple[str, Meaning]]:
    by_name = {prop.name: prop.synonyms for prop in metamodel.common}
    yield from _each(Meaning(Part.NAME), (*_NAME_HEADERS, *by_name.get("name", ())))
    yield from _each(Meaning(Part.CODE), (*_CODE_HEADERS, *by_name.get("code", ())))
    yield from _each(Meaning(Part.KEY), ("key", "Kunci"))
    yield from _each(Meaning(Part.REFERENCE), ("reference",))
    yield from _each(Meaning(Part.KIND), _KIND_HEADERS)
    yield from _each(Meaning(Part.NUMBER), NUMBER_HEADERS)


def _each(meaning: Meaning, headers: Iterable[str]) -> Iterator[tuple[str, Meaning]]:
    for header in headers:
        yield fold(header), meaning
