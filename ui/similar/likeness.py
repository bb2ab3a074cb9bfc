"""What commands and pages ask of likeness: a kind compared with what is known, learnt and decided."""

import hashlib
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from threading import Lock

import numpy as np
import numpy.typing as npt

from model.decision import Decision, pair_of, standing
from model.faults import RefusedQuestion
from model.kinds import ElementKind
from model.knowledge import Knowledge
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries.redundancy.bases import pair_between
from queries.redundancy.corpus import Corpus, corpus_of
from queries.redundancy.decisions import decisions
from queries.redundancy.engine import REVIEW, Comparison, FindingKind, Pair, compare
from queries.redundancy.explaining import sentence
from queries.redundancy.groups.groups import Group, Grouping, groups_of
from queries.redundancy.groups.links import links_of
from queries.redundancy.scoring import Weights
from queries.redundancy.ties import Tie, ties_of
from queries.redundancy.weighting import weights_in_use
from queries.redundancy.words.lexicon import Lexicon
from queries.redundancy.words.synonyms import added_labels, added_phrases
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from ui.workspace import knowledge_of

_KEPT = 4  # comparisons of this process: a decision changes none of them


@dataclass(frozen=True, eq=False, kw_only=True)
class Similar:
    """Everything there is to say of the likeness of one kind of elements.

    neighbour_keys: key by uid of what stands around the elements. made: all decisions that were not
    withdrawn, those about other kinds too. decided: of the elements of this kind that are there still, the
    decision that counts for each pair. ties: how two of them are tied on record, by pair.
    """

    comparison: Comparison
    neighbour_keys: Mapping[str, str]
    lexicon: Lexicon
    made: tuple[Decision, ...]
    decided: Mapping[tuple[str, str], Decision]
    grouping: Grouping
    ties: Mapping[tuple[str, str], tuple[Tie, ...]] = field(default_factory=dict)

    def tied(self, pair: Pair) -> tuple[Tie, ...]:
        """Return how the two of a pair are tied on record."""
        return self.ties.get(pair_of(*pair.ends), ())

    def because(self, pair: Pair) -> Text:
        """Return why two are paired, in a sentence."""
        return sentence(pair, self.knowledge, self.tied(pair))

    @property
    def knowledge(self) -> Knowledge:
        """What is known of the language, with what people added."""
        return self.lexicon.knowledge

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups that are told unasked: of one whose pairs are all less likely, nothing is."""
        return tuple(self.asked(Asked()).groups)

    def queue(self, least: float = REVIEW) -> list[Pair]:
        """Return the pairs that a person is asked about, the likeliest first.

        They are at least as likely as wanted, or decided whatever they are today. Unless another bound is
        wanted, doubtful ones are among them.
        """
        besides = self._doubtful if least == REVIEW else {}
        wanted = besides | {pair.ends: pair for pair in self.asked(Asked(at_least=least)).pairs}
        return sorted(wanted.values(), key=lambda pair: -pair.score)

    def is_doubtful(self, pair: Pair) -> bool:
        """Return whether a pair is only asked about because its two have a function in common."""
        return pair.ends in self._doubtful

    @cached_property
    def _doubtful(self) -> dict[tuple[str, str], Pair]:
        return {pair.ends: pair for pair in self.comparison.doubtful()}

    @cached_property
    def _scopes(self) -> dict[str, str]:
        return {entry.uid: entry.scope for entry in self.comparison.corpus.entries}

    def asked(self, wanted: "Asked") -> "Answer":
        """Return the pairs and groups that a question is about, the likeliest first.

        A pair that people decided is told whatever its likeness is today. Groups are those with an element
        of a pair that is as likely as wanted; unless at most so many pairs are wanted, those too that are
        because people joined them.
        """
        compared, kept = self.comparison, self._decided_rows
        rows = wanted.rows(compared, kept)
        chosen = [compared.pair(row) for row in rows[: wanted.most].tolist()]
        beyond = [pair for pair in self._beyond if wanted.is_about(pair)]
        told = sorted([*chosen, *beyond], key=lambda pair: -pair.score)[: wanted.most]
        likely = [pair for pair in told if pair.score >= wanted.at_least]
        every = rows[compared.scores[rows] >= wanted.at_least]
        return Answer(
            pairs=told,
            groups=self._groups_of({uid for pair in likely for uid in pair.ends}, wanted),
            all_pairs=len(rows) + len(beyond),
            all_groups=len(self._groups_of(_uids(compared, every), replace(wanted, most=None))),
        )

    @cached_property
    def _decided_rows(self) -> npt.NDArray[np.int64]:
        """The rows of the pairs that people decided."""
        rows = (self.comparison.row_of(*ends) for ends in self._decided_ends)
        return np.array([row for row in rows if row is not None], np.int64)

    @cached_property
    def _beyond(self) -> tuple[Pair, ...]:
        """The pairs that people decided and that nothing brings together any more in a large inventory."""
        compared, entries = self.comparison, self.comparison.corpus.entries
        lost = [ends for ends in self._decided_ends if compared.row_of(*ends) is None]
        found = (
            pair_between(compared.features, (entries[one].uid, entries[two].uid), compared.weights)
            for one, two in lost
        )
        return tuple(pair for pair in found if pair is not None)

    @property
    def _decided_ends(self) -> list[tuple[int, int]]:
        """The positions of the two of each pair that people decided."""
        places = {entry.uid: place for place, entry in enumerate(self.comparison.corpus.entries)}
        return [(places[one], places[two]) for one, two in self.decided if {one, two} <= places.keys()]

    def _groups_of(self, uids: Collection[str], wanted: "Asked") -> list[Group]:
        among = set(uids)
        return [
            group
            for group in self.grouping.groups
            if not among.isdisjoint(group.members) or self._joined(group, wanted)
        ]

    def _joined(self, group: Group, wanted: "Asked") -> bool:
        """Whether a group that a question is about is likely enough by what people joined."""
        if wanted.most is not None or group.score < wanted.at_least:
            return False
        scopes = self._scopes
        return any(wanted.uid in (None, uid) and wanted.scope in (None, scopes[uid]) for uid in group.members)

    def without(self, uids: Collection[str]) -> Comparison:
        """Return the comparison from before some elements were there, while this process remembers it.

        Else the present one: what was shown beside a proposal stays so once the proposal is planned.
        """
        present = self.comparison
        entries = tuple(one for one in present.corpus.entries if one.uid not in uids)
        if len(entries) == len(present.corpus):
            return present
        name = _name(replace(present.corpus, entries=entries), self.lexicon, present.weights)
        with _LOCK:
            return _COMPARISONS.get(name, present)

    def identical(self, among: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Return the pairs among some elements that are one system, registered twice."""
        return tuple(
            pair.ends
            for pair in self.comparison.pairs()
            if pair.kind is FindingKind.IDENTITY and set(pair.ends).issubset(among)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which pairs are asked for. uid: those of one element. scope: those with an element of one agency."""

    uid: str | None = None
    scope: str | None = None
    national: bool = False
    at_least: float = REVIEW
    most: int | None = None

    def is_about(self, pair: Pair) -> bool:
        """Return whether a pair is asked for, however likely it is."""
        return (
            self.uid in (None, *pair.ends)
            and self.scope in (None, pair.left.scope, pair.right.scope)
            and (self.national or pair.kind is not FindingKind.SHARING)
        )

    def rows(self, comparison: Comparison, kept: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the rows of these pairs in the table of a comparison, the likeliest first.

        kept: rows that are not too unlikely, whatever their score.
        """
        rows: npt.NDArray[np.int64] = comparison.order
        rows = rows[(comparison.scores[rows] >= self.at_least) | np.isin(rows, kept)]
        entries, table = comparison.corpus.entries, comparison.table
        for asked, of in ((self.uid, [one.uid for one in entries]), (self.scope, [e.scope for e in entries])):
            if asked is not None:
                mine = np.array([one == asked for one in of], np.bool_)
                rows = rows[mine[table.left[rows]] | mine[table.right[rows]]]
        if self.national:
            return rows
        _, whose = np.unique([one.government for one in entries], return_inverse=True)
        across = whose[table.left[rows]] != whose[table.right[rows]]
        shared = (comparison.pair(row).kind is FindingKind.SHARING for row in rows[across].tolist())
        across[across] = np.fromiter(shared, np.bool_, int(across.sum()))
        local: npt.NDArray[np.int64] = rows[~across]
        return local


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Pairs and the groups they are in, at most as many as were asked for, and how many there are of each."""

    pairs: Sequence[Pair]
    groups: Sequence[Group]
    all_pairs: int
    all_groups: int


def _uids(comparison: Comparison, rows: npt.NDArray[np.int64]) -> set[str]:
    """Return the elements of some rows."""
    table, entries = comparison.table, comparison.corpus.entries
    return {entries[at].uid for at in np.union1d(table.left[rows], table.right[rows]).tolist()}


def similar_of(store: Store, snapshot: Snapshot, kind: ElementKind) -> Similar:
    """Return how alike the elements of a kind are, what was decided, and the groups that follow.

    Raises:
        RefusedQuestion: such elements are not compared.
    """
    check_comparable(snapshot.metamodel, kind)
    lexicon = _lexicon(store)
    comparison = _compared(corpus_of(store, snapshot, kind), lexicon, weights_in_use(store, kind))
    made = tuple(decisions(store))
    links = links_of(made, (entry.uid for entry in comparison.corpus.entries))
    return Similar(
        comparison=comparison,
        neighbour_keys=_neighbour_keys(snapshot, comparison.corpus),
        lexicon=lexicon,
        made=made,
        decided=standing(one for one in made if one.kind is kind and not one.gone),
        grouping=groups_of(comparison, lexicon.knowledge, links),
        ties=ties_of(snapshot, comparison.corpus),
    )


def recorded_twice(store: Store, snapshot: Snapshot, keep: str, others: Iterable[str]) -> set[str]:
    """Return which of the others are the kept one itself, recorded once more. keep, others: uids."""
    kind = snapshot.kind(snapshot.index(keep))
    if snapshot.metamodel.kind(kind).likeness is None:
        return set()
    pairs = similar_of(store, snapshot, kind).identical({keep, *others})
    return {uid for ends in pairs if keep in ends for uid in ends if uid != keep}


def check_comparable(metamodel: Metamodel, kind: ElementKind) -> None:
    """Refuse a kind whose redundant elements are not looked for.

    Raises:
        RefusedQuestion: it is such a kind.
    """
    if metamodel.kind(kind).likeness is None:
        names = ", ".join(spec.kind.value for spec in metamodel.kinds if spec.likeness is not None)
        label = metamodel.kind(kind).label
        raise RefusedQuestion(
            Text(
                id=f"objek jenis {label.id} tidak dicari kesamaannya",
                en=f"elements of the kind {label.en} are not compared",
            ),
            fix=Text(id=f"pakai salah satu jenis: {names}", en=f"use one of the kinds: {names}"),
        )


def _neighbour_keys(snapshot: Snapshot, corpus: Corpus) -> dict[str, str]:
    beside = {uid for entry in corpus.entries for names in entry.neighbours.values() for uid in names}
    return {uid: snapshot.keys[at] for uid in beside if (at := snapshot.positions.get(uid)) is not None}


_LOCK = Lock()
_LEXICONS: OrderedDict[str, Lexicon] = OrderedDict()
_COMPARISONS: OrderedDict[str, Comparison] = OrderedDict()


def _lexicon(store: Store) -> Lexicon:
    """Return the lexicon of a store, the same one while nobody adds a phrase: it remembers what it read."""
    name = _digest((sorted(added_phrases(store).items()), sorted(added_labels(store).items())))
    with _LOCK:
        if name not in _LEXICONS:
            _LEXICONS[name] = Lexicon(knowledge_of(store))
            _forget(_LEXICONS)
        return _LEXICONS[name]


def _compared(corpus: Corpus, lexicon: Lexicon, weights: Weights) -> Comparison:
    name = _name(corpus, lexicon, weights)
    with _LOCK:
        if name not in _COMPARISONS:
            _COMPARISONS[name] = compare(corpus, lexicon, weights)
            _forget(_COMPARISONS)
        return _COMPARISONS[name]


def _name(corpus: Corpus, lexicon: Lexicon, weights: Weights) -> str:
    known = [(one.name, one.phrases) for one in lexicon.knowledge.concepts]
    return _digest((corpus.entries, sorted(corpus.region), weights, known))


def _digest(said: object) -> str:
    return hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()


def _forget(kept: OrderedDict[str, Lexicon] | OrderedDict[str, Comparison]) -> None:
    while len(kept) > _KEPT:
        kept.popitem(last=False)
