"""What a proposal is understood to do: by its name, part by part of its description, by its services."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from model.folding import fold
from queries.redundancy.proposals.terms_of_reference import is_project_work
from queries.redundancy.words.lexicon import Lexicon, included, plain_words

_PARTED = re.compile(
    r"\s*[,;\n\u2022]\s*(?:(?:dan|serta|maupun)\s+)?|\.\s+|\s+(?:dan|serta|maupun|&)\s+", re.I
)
_LIKE_A_NAME = 4  # words at most of a part that is read as names are


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What was understood of a proposal.

    functions: names of all that it is to do, broader ones too; told: those that its description and services
    speak of; stated: those that its name, a service or a part of its description says by itself, not merely
    as the broader one of what it says there. unread: the parts of its description in which no function was
    found, as they are written, each once; a single word of the language that is left beside a part that was
    understood is none, nor is what is done in making any application.
    """

    functions: frozenset[str]
    told: frozenset[str]
    stated: frozenset[str]
    unread: tuple[str, ...]


def understood(
    lexicon: Lexicon,
    profiled: Iterable[str],
    description: str,
    services: Iterable[str],
    named: Collection[str],
) -> Understood:
    """Return what a proposal is to do.

    profiled: the functions that its profile has; named: of these those that its name tells. Short parts of a
    description, as the names of services, are read as names are: they often say no more than the word for
    what is done.
    """
    description = included(description)
    parts = _parts(description)
    read = [_read(lexicon, part) for part in parts]
    across = _across(lexicon, description)
    served = [lexicon.named_concepts(name) for name in services]
    told = lexicon.concepts(description).union(*served, *read)
    functions = frozenset(profiled) | told
    stated = frozenset[str]().union(*map(lexicon.narrowest, (named, *served, *read)))
    return Understood(
        functions=functions,
        told=told,
        stated=stated | lexicon.narrowest(functions),
        unread=_once(
            part
            for at, part in enumerate(parts)
            if not read[at] and part not in across and lexicon.words(part) and not is_project_work(part)
            if not (_left_over(lexicon, part) and any(read[max(at - 1, 0) : at + 2]))
        ),
    )


def _parts(description: str) -> list[str]:
    return [part for one in _PARTED.split(description) if (part := one.strip(" \t.:-–"))]


def _once(parts: Iterable[str]) -> tuple[str, ...]:
    """Return parts in their order, of those that are written alike the first."""
    found: dict[str, str] = {}
    for part in parts:
        found.setdefault(fold(part), part)
    return tuple(found.values())


def _left_over(lexicon: Lexicon, part: str) -> bool:
    """Whether a part is one word of the language: "jasa" beside "pengadaan barang"."""
    return len(lexicon.words(part)) == 1 and all(map(lexicon.is_known, plain_words(part)))


def _read(lexicon: Lexicon, part: str) -> frozenset[str]:
    found = lexicon.concepts(part)
    short = len(plain_words(part)) <= _LIKE_A_NAME
    return found or (lexicon.named_concepts(part) if short else found)


def _across(lexicon: Lexicon, description: str) -> set[str]:
    """Return the parts that mean a function together with the next one: "loans of rooms and cars"."""
    return {part for two, whole in _neighbours(description) if _together(lexicon, two, whole) for part in two}


def _neighbours(description: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each two parts that follow each other, and the text that holds both."""
    ends = [0, *(end for found in _PARTED.finditer(description) for end in found.span()), len(description)]
    spans = list(zip(ends[::2], ends[1::2], strict=True))
    for (begin, middle), (after, end) in pairwise(spans):
        one, other = (description[a:b].strip(" \t.:-–") for a, b in ((begin, middle), (after, end)))
        yield (one, other), description[begin:end]


def _together(lexicon: Lexicon, two: Iterable[str], whole: str) -> bool:
    return not lexicon.concepts(whole) <= frozenset[str]().union(*map(lexicon.concepts, two))
