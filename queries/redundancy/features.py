"""A corpus as vectors: for each way of looking at an element a space in which like elements lie close."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from queries.redundancy.corpus import Corpus
from queries.redundancy.evidence import Indices
from queries.redundancy.profiles import Profile, Profiler, UnitProfiler
from queries.redundancy.spaces import CodeSpace, CompanySpace, Space, TopicSpace, dots, sparse, trigrams
from queries.redundancy.words.lexicon import Lexicon


@dataclass(frozen=True, eq=False, kw_only=True)
class Features:
    """A corpus with its profiles and spaces, and the words by which it was read."""

    corpus: Corpus
    lexicon: Lexicon
    profiler: Profiler | UnitProfiler
    profiles: tuple[Profile, ...]
    names: Space
    name_letters: Space
    words: Space
    letters: Space
    functions: Space
    neighbours: tuple[Space, ...]
    neighbour_words: tuple[Space, ...]
    codes: CodeSpace
    make: Space
    topics: TopicSpace
    company: CompanySpace


def features_of(corpus: Corpus, lexicon: Lexicon) -> Features:
    """Return a corpus ready to be compared."""
    profiler = (UnitProfiler if corpus.identity else Profiler)(corpus, lexicon)
    profiles = tuple(map(profiler.profile, corpus.entries))
    columns = range(len(corpus.columns))
    return Features(
        corpus=corpus,
        lexicon=lexicon,
        profiler=profiler,
        profiles=profiles,
        names=Space([one.name_terms for one in profiles]),
        name_letters=Space([trigrams(one.named.folded) for one in profiles]),
        words=Space([one.words for one in profiles]),
        letters=Space([trigrams(one.letters) for one in profiles]),
        functions=Space([one.functions for one in profiles]),
        neighbours=tuple(Space([one.neighbours[column] for one in profiles]) for column in columns),
        neighbour_words=tuple(Space([one.neighbour_words[column] for one in profiles]) for column in columns),
        codes=CodeSpace([one.codes for one in profiles]),
        make=Space([one.make for one in profiles]),
        topics=TopicSpace([one.about for one in profiles], lexicon),
        company=CompanySpace([_company_words(one) for one in profiles]),
    )


def _company_words(profile: Profile) -> tuple[str, ...]:
    """Return the words by which others are like an element: one word of a name alone tells nothing."""
    return profile.about if profile.said or len(set(profile.about)) > 1 else ()


def meeting(profiles: Sequence[Profile], left: Indices, right: Indices) -> npt.NDArray[np.bool_]:
    """Return which pairs have an acronym, a national name, an address or a flow of data in common."""
    places: dict[str, int] = {}
    rows = [{places.setdefault(term, len(places)): 1.0 for term in sorted(one.meets)} for one in profiles]
    held = sparse(rows, max(1, len(places)))
    return np.asarray(dots(held, left, right) > 0)
