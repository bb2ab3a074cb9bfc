"""Likely pairs as the page shows them: in which order, side by side, and as rows of a table."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, unique
from itertools import zip_longest
from types import MappingProxyType

from model.decision import Decision, Verdict, pair_of
from model.kinds import ElementKind
from model.knowledge import Knowledge
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import REVIEW, STRONG, FindingKind, Pair
from queries.redundancy.evidence import COLUMN, NEIGHBOURS, Evidence
from queries.redundancy.explaining import evidence_label, kind_label, label_name, sentence
from queries.redundancy.profiles import code_steps
from queries.redundancy.scoring import BASELINE, Term
from queries.redundancy.ties import Tie, replacement
from ui.components.workbook import Cell
from ui.phrases import common
from ui.phrases import pair as pair_words
from ui.phrases import similar as words
from ui.similar.scores import rounded
from ui.wording import number

_MOST_IN_CELL = 12  # neighbours listed of one side; of the others their number is told
_SMALL = 0.15  # log-odds below which a term tells a person nothing; they are added up
_SAYING = 3  # letters of a word that is marked where both texts have it, at least
_WORD = re.compile(r"\w+")


@unique
class Order(StrEnum):
    """In which order a person goes through the pairs."""

    MIXED = "mixed"
    LIKELIEST = "likeliest"
    UNCERTAIN = "uncertain"
    RANDOM = "random"


@dataclass(frozen=True, slots=True)
class SideRow:
    """One line of two elements side by side.

    words: those that texts of both have, folded. alike: the evidence finds them alike, whatever their words.
    compared: what stands there is compared at all; two numbers that differ part nothing.
    """

    label: Text
    left: tuple[tuple[str, bool], ...]  # what stands there, and whether it stands on the other side too
    right: tuple[tuple[str, bool], ...]
    words: frozenset[str] = frozenset()
    alike: bool = False
    compared: bool = True
    more: tuple[int, int] = (0, 0)  # how many of each side are left out: common ones come first

    @property
    def same(self) -> bool | None:
        """Whether both sides say the same; None where one of them says nothing."""
        if not self.left or not self.right:
            return None
        return not any(self.more) and all(shared for _, shared in (*self.left, *self.right))

    @property
    def apart(self) -> bool:
        """Whether both sides say something, and nothing of it is the same."""
        return self._nothing_common and not self.alike

    @property
    def near(self) -> bool:
        """Whether both sides say something that is alike, and nothing of it is the same."""
        return self._nothing_common and self.alike

    @property
    def _nothing_common(self) -> bool:
        told = bool(self.left and self.right) and self.compared
        return told and not self.words and not any(shared for _, shared in self.left)

    def pieces(self, text: str) -> list[tuple[str, bool]]:
        """Return a text in pieces, each with whether it is a word that stands on the other side too."""
        found: list[tuple[str, bool]] = []
        end = 0
        for word in _WORD.finditer(text):
            if word[0].casefold() in self.words:
                found += [(text[end : word.start()], False), (word[0], True)]
                end = word.end()
        return [piece for piece in (*found, (text[end:], False)) if piece[0]]


def may_be_one(pair: Pair, decided: Decision | None, ties: Iterable[Tie] = ()) -> bool:
    """Return whether a pair may be one thing registered twice: by its kind, or because a person said so.

    An old version and the new one that replaces it are two.
    """
    if replacement(ties) is not None:
        return False
    if decided is not None:
        return decided.verdict is Verdict.DUPLICATE
    return pair.kind is FindingKind.IDENTITY


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One term of a score. share: of the weightiest, 0 to 1. value: log-odds as they are written.

    help: what the term means, in lay words.
    """

    label: str
    help: str
    share: float
    against: bool
    value: str


def ordered(pairs: Sequence[Pair], order: Order) -> list[Pair]:
    """Return pairs, given the likeliest first, in another order; the same pairs give the same order.

    Mixed takes the likeliest, the most uncertain and any in turn: what is learnt from decisions then holds
    for all of them, not only for those on top.
    """
    uncertain = sorted(pairs, key=lambda pair: abs(pair.score - REVIEW))
    chance = sorted(
        pairs, key=lambda pair: hashlib.blake2b("~".join(pair.ends).encode(), digest_size=8).digest()
    )
    if order is Order.LIKELIEST:
        return list(pairs)
    if order is Order.UNCERTAIN:
        return uncertain
    if order is Order.RANDOM:
        return chance
    mixed = (pair for three in zip_longest(pairs, uncertain, chance) for pair in three if pair is not None)
    return list({pair.ends: pair for pair in mixed}.values())


@unique
class Wait(StrEnum):
    """Which of the pairs that wait: all, those nobody decided anything of, or those that were postponed."""

    ALL = ""
    NEW = "new"
    LATER = "later"


def waiting(
    pairs: Iterable[Pair], decided: Mapping[tuple[str, str], Decision], wait: Wait = Wait.ALL
) -> list[Pair]:
    """Return the pairs that nobody has decided; postponed ones come last."""
    fresh, later = [], []
    for pair in pairs:
        known = decided.get(pair_of(*pair.ends))
        if known is None:
            fresh.append(pair)
        elif known.verdict is Verdict.POSTPONE:
            later.append(pair)
    return [*(fresh if wait is not Wait.LATER else ()), *(later if wait is not Wait.NEW else ())]


def settled(decided: Mapping[tuple[str, str], Decision]) -> int:
    """Return of how many pairs people said what they are; a postponed one still waits."""
    return sum(decision.verdict is not Verdict.POSTPONE for decision in decided.values())


def narrowed(
    pairs: Iterable[Pair],
    *,
    scope: str = "",
    kinds: frozenset[str] = frozenset(),
    at_least: float = 0,
) -> list[Pair]:
    """Return the pairs of one agency, of some kinds, of a score; what is not given does not narrow.

    kinds: by the names of what pairs are called.
    """
    return [
        pair
        for pair in pairs
        if (not scope or scope in (pair.left.scope, pair.right.scope))
        and (not kinds or label_name(pair) in kinds)
        and pair.score >= at_least
    ]


def side_by_side(
    pair: Pair,
    knowledge: Knowledge,
    heads: Mapping[str, Text],
    language: Language,
    titles: Mapping[str, str] = MappingProxyType({}),
) -> list[SideRow]:
    """Return two elements line by line: what each says, and what of it the other says too.

    heads: column of neighbours to what it is called. language: of the names of functions. titles: of
    reference codes.
    """
    lines = [
        _line(words.WHOSE, [pair.left.owner], [pair.right.owner]),
        _line(words.SHORT, [pair.left.abbreviation], [pair.right.abbreviation]),
        replace(
            _line(words.SAYS, list(pair.left.texts), list(pair.right.texts)),
            words=_telling(pair.left.texts, knowledge) & _telling(pair.right.texts, knowledge),
            alike=_alike(pair, Evidence.WORDS),
        ),
        _functions(pair, knowledge, language),
    ]
    lines += [
        replace(
            _line(heads[column], _names(pair.left, column), _names(pair.right, column)),
            alike=column in NEIGHBOURS and _alike(pair, NEIGHBOURS[column]),
        )
        for column in pair.left.neighbours
    ]
    lines += [
        _codes(pair, titles, language),
        replace(
            _line(words.MADE_WITH, _made(pair.left), _made(pair.right)), alike=_alike(pair, Evidence.MAKE)
        ),
        _line(words.ADDRESS, [pair.left.address], [pair.right.address]),
    ]
    return [line for line in lines if line.left or line.right]


def evidence_rows(pair: Pair, language: Language) -> list[EvidenceRow]:
    """Return the terms of a score, the weightiest first and the baseline last; very small ones not."""
    first, *rest = pair.terms
    most = max((abs(term.contribution) for term in rest), default=1.0)
    return [
        EvidenceRow(
            label=evidence_label(term.evidence, term.value).in_(language),
            help=pair_words.EVIDENCE_HELP[term.evidence].in_(language),
            share=0.0 if term.evidence == BASELINE else min(1.0, abs(term.contribution) / max(most, 0.01)),
            against=term.contribution < 0,
            value=signed(term.contribution, language),
        )
        for term in (*(one for one in rest if not _is_small(one)), first)
    ]


def total(pair: Pair) -> float:
    """Return what all terms of a score add up to, in log-odds."""
    return sum(term.contribution for term in pair.terms)


def remainder(pair: Pair) -> float:
    """Return what is to be added to the terms as they are written, so that they make the sum as written.

    It holds the terms that are too small to be shown and what is lost by rounding the others.
    """
    first, *rest = pair.terms
    shown = (first, *(term for term in rest if not _is_small(term)))
    return _tenths(total(pair)) / 10 - sum(_tenths(term.contribution) for term in shown) / 10


def _tenths(value: float) -> int:
    return round(10 * round(value, 1))


def _is_small(term: Term) -> bool:
    return abs(term.contribution) < _SMALL


def signed(value: float, language: Language) -> str:
    """Return log-odds as people write them, with their sign."""
    return number(value, language, 1, signed=True).replace("-", "−")


def heads(metamodel: Metamodel, kind: ElementKind) -> dict[str, Text]:
    """Return what the columns of a kind are called among sentences, by name: small but for abbreviations."""
    return {link.name: among_sentences(link.label) for link in metamodel.links(kind)}


def among_sentences(label: Text) -> Text:
    """Return a label as it stands among sentences: small but for its beginning and abbreviations."""
    return Text(id=_small(label.id), en=_small(label.en))


def _small(label: str) -> str:
    first, *rest = label.split(" ")
    return " ".join([first, *(word.lower() if word[1:].islower() else word for word in rest)])


def strength(score: float) -> Text:
    """Return how strong a likeness is, in a word."""
    if score >= STRONG:
        return words.STRONG
    return words.REVIEW if score >= REVIEW else words.WEAK


def table_headers(language: Language, kind: Text) -> list[str]:
    """Return the headers of the table of pairs. kind: what the elements are called."""
    left, right = (pair_words.SIDE.filled(kind=kind, side=side) for side in ("A", "B"))
    columns = (
        words.LIKENESS,
        common.KIND,
        left,
        words.LEFT_AGENCY,
        right,
        words.RIGHT_AGENCY,
        words.BECAUSE,
        words.DECISION,
    )
    return [column.in_(language) for column in columns]


def table_row(
    pair: Pair, decision: Decision | None, knowledge: Knowledge, language: Language, ties: Sequence[Tie] = ()
) -> list[Cell]:
    """Return one pair as a row of that table."""
    return [
        rounded(pair.score),
        kind_label(pair).in_(language),
        pair.left.name,
        pair.left.owner,
        pair.right.name,
        pair.right.owner,
        sentence(pair, knowledge, ties).in_(language),
        words.VERDICTS[decision.verdict].in_(language) if decision else "",
    ]


def _line(label: Text, left: Sequence[str], right: Sequence[str]) -> SideRow:
    ours, theirs = ([one for one in dict.fromkeys(side) if one] for side in (left, right))
    one, two = _marked(ours, theirs), _marked(theirs, ours)
    return SideRow(label, one, two, more=(len(ours) - len(one), len(theirs) - len(two)))


def _marked(side: Sequence[str], other: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    known = {one.casefold() for one in other}
    found = sorted(((one, one.casefold() in known) for one in side), key=lambda one: not one[1])
    return tuple(found[:_MOST_IN_CELL])


def _telling(texts: Iterable[str], knowledge: Knowledge) -> frozenset[str]:
    """Return the words of texts that say something, folded."""
    found = {word.casefold() for text in texts for word in _WORD.findall(text) if len(word) >= _SAYING}
    return frozenset(found - knowledge.generic)


def _names(entry: Entry, column: str) -> list[str]:
    return list(entry.neighbours.get(column, {}).values())


def _alike(pair: Pair, evidence: Evidence) -> bool:
    return bool(pair.evidence[COLUMN[evidence]] > 0)


def _functions(pair: Pair, knowledge: Knowledge, language: Language) -> SideRow:
    """Return the functions of both, common ones first."""
    labels = {concept.name: concept.label.in_(language) for concept in knowledge.concepts}
    both = pair.functions[:_MOST_IN_CELL]
    sides, more = [], []
    for entry in (pair.left, pair.right):
        marks = _marks(pair, entry, language)
        own = pair.alone[entry.uid]
        shown = own[: _MOST_IN_CELL - len(both)]
        told = (
            (" ".join(filter(None, (labels.get(name, name), marks.get(name)))), name in both)
            for name in (*both, *shown)
        )
        sides.append(tuple(told))
        more.append(len(own) - len(shown))
    return SideRow(words.FUNCTION, sides[0], sides[1], more=(more[0], more[1]))


def _marks(pair: Pair, entry: Entry, language: Language) -> dict[str, str]:
    """Return what is said behind functions: which only catalogue or data tell, and names that differ."""
    apart = pair.named[entry.uid] if _alike(pair, Evidence.OTHER_FUNCTION) else ()
    marks = dict.fromkeys(apart, pair_words.BY_NAME.in_(language))
    marks |= dict.fromkeys(pair.read[entry.uid], pair_words.BY_DATA.in_(language))
    return marks | dict.fromkeys(pair.listed[entry.uid], words.BY_CATALOGUE.in_(language))


def _codes(pair: Pair, titles: Mapping[str, str], language: Language) -> SideRow:
    """Return the reference codes of both: first what they have in common, be it a code above their own."""
    common = (
        pair_words.COMMON_CODE.filled(code=f"{code} {titles.get(code, '')}".strip(), n=number(n, language))
        for code, n in pair.codes.items()
    )
    both = tuple((told.in_(language), True) for told in common)
    left, right = (
        tuple((code, False) for code in entry.codes if pair.codes.keys().isdisjoint(code_steps(code)[-1:]))
        for entry in (pair.left, pair.right)
    )
    return SideRow(words.CODES, (*both, *left), (*both, *right))


def _made(entry: Entry) -> list[str]:
    return sorted((said.partition(" ")[2] for said in entry.make), key=str.casefold)
