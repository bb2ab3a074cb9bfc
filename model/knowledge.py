"""What is known of the language of government: words that mean the same, and functions by their names.

Plain values; the shipped ones are data in seed/knowledge/, an installation adds its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from model.folding import fold
from model.text import Text, same

# The fields of aplikasi umum (Perpres 95/2018, article 43), as the catalogue writes them.
FIELDS: Mapping[str, Text] = {
    one.id: one
    for one in (
        Text(id="perencanaan", en="planning"),
        Text(id="penganggaran", en="budgeting"),
        Text(id="pengadaan", en="procurement"),
        Text(id="akuntabilitas kinerja", en="performance accountability"),
        Text(id="pemantauan dan evaluasi", en="monitoring and evaluation"),
        Text(id="kearsipan", en="archives"),
        Text(id="kepegawaian", en="personnel"),
        Text(id="pengaduan", en="complaints"),
    )
}
# The affairs of government that their functions are of.
_AFFAIRS: Mapping[str, frozenset[str]] = {
    "perencanaan": frozenset({"perencanaan"}),
    "penganggaran": frozenset({"perencanaan", "keuangan"}),
    "pengadaan": frozenset({"pengadaan"}),
    "akuntabilitas kinerja": frozenset({"kinerja"}),
    "pemantauan dan evaluasi": frozenset({"kinerja", "perencanaan"}),
    "kearsipan": frozenset({"kearsipan", "persuratan"}),
    "kepegawaian": frozenset({"kepegawaian"}),
    "pengaduan": frozenset({"pengaduan"}),
}


def affair_of(function: str) -> str:
    """Return the affair of government that a function is of: "kepegawaian-cuti" is of "kepegawaian"."""
    return function.partition("-")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One function of government, as fine as what one application does.

    phrases: each of them means it. in_names: so do these in a name; texts of other work mention them as a
    paper, a place or a person. codes: reference codes it falls under. broader: functions of which it is
    the same work in another place or for other people: attendance of teachers is attendance of employees.
    added: by a person, who gave it the label as they call it: its label is not looked for in texts.
    """

    name: str
    label: Text
    phrases: tuple[str, ...]
    in_names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    added: bool = False

    @property
    def every_phrase(self) -> tuple[str, ...]:
        """All phrases that mean it somewhere."""
        return (*self.phrases, *self.in_names)


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalApplication:
    """An application of the national government, and what it covers.

    field: which of the eight fields of aplikasi umum it serves (Perpres 95/2018, article 43); blank: none.
    network: whether it joins nodes that regions keep themselves: what a region has is no copy of it.
    suite: whether it has modules that are named beside it. regional: whether regions keep systems of their
    own under its name. other_names: what else it is called.
    basis: the regulation by which it is to be considered first; what nobody verified says so itself.
    """

    abbreviation: str
    name: str
    concepts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    owner: str = ""
    field: str = ""
    network: bool = False
    basis: str = ""
    superseded_by: str = ""
    note: str = ""
    other_names: tuple[str, ...] = ()
    regional: bool = False
    suite: bool = False

    @property
    def fields(self) -> tuple[Text, ...]:
        """What people call its fields of aplikasi umum; one that the law does not name, as it is written."""
        return tuple(FIELDS.get(part, same(part)) for part in self._fields)

    def has_in_field(self, function: str) -> bool:
        """Return whether a function is of one of its fields: a planning system that shows statistics is none.

        Of a field that the law does not name every function is.
        """
        affair = affair_of(function)
        return any(affair in _AFFAIRS.get(part, {affair}) for part in self._fields)

    @property
    def _fields(self) -> tuple[str, ...]:
        return tuple(stripped for part in self.field.split(";") if (stripped := part.strip()))

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, its abbreviation first."""
        return tuple(name for name in (self.abbreviation, self.name, *self.other_names) if fold(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that is known, by kind of knowledge.

    spellings: variant to standard. generic: words that say nothing about a function. words: a word to the
    one it means; to itself where it is more than its root. abbreviations: short form to its long forms,
    several where it is ambiguous. roots: a word to its root, as far as it was looked up before; a stemmer
    finds those of the others.
    """

    concepts: tuple[Concept, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)
    generic: frozenset[str] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roots: Mapping[str, str] = field(default_factory=dict)
    national: tuple[NationalApplication, ...] = ()

    @property
    def broader(self) -> dict[str, frozenset[str]]:
        """The broader functions of each function that has some, by name."""
        return {one.name: frozenset(one.broader) for one in self.concepts if one.broader}

    def with_phrases(self, added: Mapping[str, str], labels: Mapping[str, str] | None = None) -> "Knowledge":
        """Return the same with further phrases, each for the concept named; unknown concepts are new ones.

        labels: what people call new concepts, by name; one without is called by the words of its name.
        """
        if not added:
            return self
        known = {concept.name: concept for concept in self.concepts}
        for phrase, name in sorted(added.items()):
            label = (labels or {}).get(name) or name.replace("-", " ")
            before = known.get(name) or Concept(name=name, label=same(label), phrases=(), added=True)
            if phrase not in before.phrases:
                known[name] = replace(before, phrases=(*before.phrases, phrase))
        return replace(self, concepts=tuple(known.values()))
