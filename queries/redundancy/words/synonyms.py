"""Phrases that people say mean a function: kept in the store, read as knowledge, proposed by duplicates."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rapidfuzz import fuzz

from model.decision import Decision, Verdict, standing
from model.faults import RefusedChange
from model.folding import fold
from model.knowledge import Knowledge
from model.text import Text, same
from queries.keeping import Shelf, keep, kept
from queries.loads.applying import Writer
from queries.loads.lease import lease
from queries.redundancy.corpus import Entry
from queries.redundancy.features import Features
from queries.redundancy.profiles import Profile
from queries.redundancy.words.lexicon import Lexicon, plain_words
from queries.store.store import Statement, Store

MOST = 20  # proposals; nobody reads more
_NEAR = 85.0  # of 100, from which two words are spellings of one
_SHORTEST = 3  # letters of a word worth proposing
_END = """
MATCH (s:Synonym)
WHERE s.live AND s.id IN $ids
SET s.live = false, s.ended_at = $at, s.ended_by = $by
RETURN count(s) AS ended
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """A phrase that somebody said means a concept. label: what the concept was called; blank: not noted."""

    id: str
    phrase: str
    concept: str
    by: str
    at: str  # instant, ISO 8601 UTC
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A phrase that may mean a concept, because duplicates use it where the other one uses other words.

    reasons: one for each pair that speaks for it.
    """

    phrase: str
    concept: str
    label: Text
    reasons: tuple[Text, ...]


def synonyms(store: Store) -> list[Synonym]:
    """Return the phrases that were added and not removed, in their order."""
    found = (_synonym(node) for node in kept(store, Shelf.SYNONYM) if node["live"])
    return sorted(found, key=lambda synonym: (synonym.phrase, synonym.id))


def added_phrases(store: Store) -> dict[str, str]:
    """Return the added phrases with their concepts, as Knowledge.with_phrases takes them."""
    return {synonym.phrase: synonym.concept for synonym in synonyms(store)}


def added_labels(store: Store) -> dict[str, str]:
    """Return what people call the concepts of added phrases, by name; of several the one said first."""
    said = sorted(synonyms(store), key=lambda synonym: synonym.id, reverse=True)
    return {synonym.concept: synonym.label for synonym in said if synonym.label}


def add_synonym(store: Store, lexicon: Lexicon, phrase: str, concept: str, writer: Writer) -> Synonym:
    """Say that a phrase means a concept, given by name or label; a new name is a new concept.

    Of one phrase the concept said last holds.

    Raises:
        RefusedChange: the phrase says too little or too much to be found in texts, or means this already.
        StoreFault: somebody else is writing.
    """
    said = " ".join(plain_words(phrase))
    meant = _concept(lexicon.knowledge, concept)
    if meant is None or not lexicon.phrase_words(said):
        raise RefusedChange(
            Text(
                id=f"“{phrase}” tidak dapat dipakai sebagai sinonim",
                en=f"“{phrase}” cannot serve as a synonym",
            ),
            fix=Text(
                id="tulis konsepnya, dan satu sampai lima kata yang menyebut pekerjaannya, bukan kata umum "
                "seperti “sistem”",
                en="write the concept, and one to five words that name the work, not common ones such as "
                "“sistem”",
            ),
        )
    name, label = meant
    earlier = [one for one in synonyms(store) if one.phrase == said]
    if any(one.concept == name for one in earlier) or name in lexicon.concepts(said):
        raise RefusedChange(
            Text(id=f"“{said}” sudah berarti {label.id}", en=f"“{said}” means {label.en} already"),
            fix=Text(id="tidak perlu apa-apa", en="there is nothing to do"),
        )
    noted = {"phrase": said, "concept": name, "label": label.id, "live": True}
    node = keep(store, Shelf.SYNONYM, noted, writer)
    if earlier:
        _end(store, [one.id for one in earlier], writer)
    return _synonym(node)


def remove_synonym(store: Store, id_: str, writer: Writer) -> None:
    """Take an added phrase back; that it was said stays on record.

    Raises:
        RefusedChange: there is no such phrase, or it was removed before.
        StoreFault: somebody else is writing.
    """
    if not _end(store, [id_], writer):
        raise RefusedChange(
            Text(id="sinonim ini sudah tidak ada", en="this synonym is no longer there"),
            fix=Text(id="muat ulang daftarnya", en="load the list again"),
        )


def proposals(made: Iterable[Decision], features: Features, lexicon: Lexicon) -> list[Proposal]:
    """Return phrases that confirmed duplicates propose, those with most pairs first, at most MOST.

    A phrase is a run of words in the name of one that the other does not say, while both speak of just one
    common concept. It means nothing yet, is no brand (made up, or of a national application), other elements
    use its words too, and most elements of the corpus that do speak of that concept.
    """
    profiles = features.profiles
    used = Counter(word for one in profiles for word in {*one.words, *one.name_terms})
    national = {word for one in lexicon.knowledge.national for word in plain_words(one.abbreviation)}

    def is_shared(word: str) -> bool:
        return word not in national and all(used[part] > 1 for part in lexicon.words(word))

    labels = {concept.name: concept.label for concept in lexicon.knowledge.concepts}
    pairs: dict[tuple[str, str], list[tuple[Entry, Entry]]] = {}
    for own, other, concept in _confirmed(made, features):
        for phrase in _own_phrases(profiles[own], profiles[other], lexicon, is_shared):
            if _telling(lexicon.words(phrase), concept, profiles):
                entries = features.corpus.entries
                pairs.setdefault((phrase, concept), []).append((entries[own], entries[other]))
    found = [
        _proposal(phrase, concept, labels.get(concept) or same(concept), those)
        for (phrase, concept), those in pairs.items()
    ]
    return sorted(found, key=lambda one: (-len(one.reasons), one.phrase, one.concept))[:MOST]


def _confirmed(made: Iterable[Decision], features: Features) -> Iterator[tuple[int, int, str]]:
    """Yield the duplicates that have just one concept in common, both ways round: positions and concept."""
    places = {entry.uid: place for place, entry in enumerate(features.corpus.entries)}
    for decision in sorted(standing(made).values(), key=lambda one: one.id):
        ends = [places[uid] for uid in decision.pair if uid in places]
        if decision.verdict is not Verdict.DUPLICATE or len(ends) < 2:
            continue
        one, two = ends
        common = set(features.profiles[one].functions) & set(features.profiles[two].functions)
        if len(common) == 1:
            (concept,) = common
            yield one, two, concept
            yield two, one, concept


def _own_phrases(
    own: Profile, other: Profile, lexicon: Lexicon, is_shared: Callable[[str], bool]
) -> Iterator[str]:
    """The runs of words in a name that the other one does not say in any spelling; brands part them."""
    others = {*other.words, *other.name_terms}

    def is_own(word: str) -> bool:
        meant = lexicon.words(word)
        return (
            len(word) >= _SHORTEST
            and bool(meant)
            and fold(word) not in own.named.acronyms
            and own.named.coined.isdisjoint(meant)
            and is_shared(word)
            and not any(fuzz.ratio(part, beside) >= _NEAR for part in meant for beside in others)
        )

    for own_words, run in groupby(own.named.cleaned.split(), key=is_own):
        phrase = " ".join(run)
        if own_words and lexicon.phrase_words(phrase) and not lexicon.concepts(phrase):
            yield phrase


def _telling(words: tuple[str, ...], concept: str, profiles: Iterable[Profile]) -> bool:
    """Whether several elements use these words, and most of them speak of the concept."""
    using = [concept in one.functions for one in profiles if set(words) <= {*one.words, *one.name_terms}]
    return len(using) > 1 and 2 * sum(using) > len(using)


def _proposal(phrase: str, concept: str, label: Text, pairs: Iterable[tuple[Entry, Entry]]) -> Proposal:
    return Proposal(
        phrase=phrase,
        concept=concept,
        label=label,
        reasons=tuple(
            Text(
                id=f"“{own.name}” ({own.key}) dan “{other.name}” ({other.key}) diputuskan duplikat dan "
                f"sama-sama tentang {label.id}; “{phrase}” hanya ada pada yang pertama.",
                en=f"“{own.name}” ({own.key}) and “{other.name}” ({other.key}) were called duplicates and "
                f"are both about {label.en}; “{phrase}” stands in the first only.",
            )
            for own, other in pairs
        ),
    )


def _concept(knowledge: Knowledge, said: str) -> tuple[str, Text] | None:
    """Return name and label of the concept that a name or label means; None where it has no word.

    Of an unknown one they are those it gets.
    """
    wanted = fold(said)
    for concept in knowledge.concepts:
        if wanted in {fold(words) for words in (concept.name, *concept.label.both)}:
            return concept.name, concept.label
    name = "-".join(plain_words(said))
    return (name, same(" ".join(said.split()))) if name else None


def _end(store: Store, ids: list[str], writer: Writer) -> int:
    now = writer.clock()
    with lease(store, writer.name, now):
        ended = Statement(_END, {"ids": ids, "at": now.isoformat(), "by": writer.name})
        return int(store.write([ended])[0][0]["ended"])


def _synonym(node: Mapping[str, Any]) -> Synonym:
    return Synonym(
        id=node["id"],
        phrase=node["phrase"],
        concept=node["concept"],
        by=node["by"],
        at=node["at"],
        label=node.get("label") or "",
    )
