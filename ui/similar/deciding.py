"""What stands on the page of a pair until it is decided, deciding it, and decisions as rows of a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from model.decision import Basis, Decision, Verdict
from model.keys import parse_key
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text
from queries import graph
from queries.history import load_named
from queries.loads import merging
from queries.loads.applying import applied
from queries.loads.undo import planned_undo
from queries.redundancy.bases import pair_between
from queries.redundancy.corpus import Entry
from queries.redundancy.decisions import NOTHING, DecisionRow, Judgement, Overtaken, decide
from queries.redundancy.engine import Comparison, Pair
from queries.redundancy.evidence import Evidence
from queries.redundancy.explaining import evidence_label
from ui import overview
from ui.components.workbook import Cell
from ui.phrases import similar as words
from ui.similar.scores import rounded
from ui.wording import clock, moment, number
from ui.workspace import Workspace

_PARTED = "~"  # between the uids of a pair in the address
_ONE_AT_A_TIME = Lock()  # a key pressed twice runs the page twice at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The pair a person has in front of them, so that it stays there until they decide it.

    pair: its address. seen: id of the decision that stands beside it, NOTHING where there is none. asked:
    the filters under which it was shown.
    """

    pair: str
    seen: str
    asked: tuple[str, ...]

    @classmethod
    def of(cls, kept: Sequence[str] | None) -> "Shown | None":
        """Return what was kept of it; None where nothing was."""
        return cls(pair=kept[0], seen=kept[1], asked=tuple(kept[2:])) if kept else None

    @property
    def kept(self) -> list[str]:
        """It as a list of texts, to be kept; the inverse of of()."""
        return [self.pair, self.seen, *self.asked]

    def overtaken(self, known: Decision | None) -> bool:
        """Return whether somebody decided the pair after it was shown."""
        return known is not None and known.id > self.seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A decision that this session set out to write: kept before it is, as the next run may cut this one off.

    pair: its address. seen: as with Shown.
    """

    pair: str
    seen: str
    verdict: Verdict
    by: str

    @classmethod
    def all_of(cls, kept: Sequence[str] | None) -> "list[Tried]":
        """Return all that were kept, one after the other, the last one last."""
        said = iter(kept or ())
        return [
            cls(pair=pair, seen=seen, verdict=Verdict(verdict), by=by)
            for pair, seen, verdict, by in zip(said, said, said, said, strict=True)
        ]

    @property
    def kept(self) -> list[str]:
        """It as a list of texts, to be kept beside others; the inverse of all_of()."""
        return [self.pair, self.seen, self.verdict.value, self.by]

    def is_(self, decision: Decision) -> bool:
        """Return whether a decision is the one that was tried."""
        same = (decision.verdict, decision.by) == (self.verdict, self.by) and decision.id > self.seen
        return same and set(decision.pair) == set(self.pair.split(_PARTED))

    def made(self, made: Iterable[Decision]) -> Decision | None:
        """Return the decision as it was written; None where it was not, or was taken back."""
        return max((one for one in made if self.is_(one)), key=lambda one: one.id, default=None)


def recorded(space: Workspace, judgement: Judgement) -> Decision | None:
    """Write a decision; return None, or what was decided of the pair meanwhile: then nothing is written.

    Raises:
        UnknownElement, RefusedChange, StoreFault: as decide() does.
    """
    with _ONE_AT_A_TIME:
        try:
            decide(space.store, space.metamodel, [judgement], space.writer)
        except Overtaken as overtaken:
            return overtaken.known
    return None


def withdrawn(space: Workspace, decision: Decision) -> None:
    """Take a decision back, unless that was done already."""
    with _ONE_AT_A_TIME:
        load = load_named(space.store, decision.load)
        if not load.undone:
            plan = planned_undo(space.store, space.metamodel, load)
            applied(space.store, space.metamodel, plan, space.writer)


def address_of(ends: tuple[str, str]) -> str:
    """Return a pair as the address names it."""
    return _PARTED.join(ends)


def pair_at(comparison: Comparison, address: str) -> Pair | None:
    """Return the pair that an address names; None unless its two elements are compared."""
    ends = address.split(_PARTED)
    places = {entry.uid: at for at, entry in enumerate(comparison.corpus.entries)}
    if len(ends) != 2 or not places.keys() >= set(ends):
        return None
    row = comparison.row_of(places[ends[0]], places[ends[1]])
    if row is not None:
        return comparison.pair(row)
    return pair_between(comparison.features, (ends[0], ends[1]), comparison.weights)


def why_closed(space: Workspace, kind: ElementKind, address: str) -> Text:
    """Return why the pair that an address names is not among those of a kind, and where it is looked at."""
    merges, ends = merging.merges(space.store), address.split(_PARTED)
    homes = {merges.home(uid) for uid in ends}
    there = graph.elements(space.store, homes)
    one = next(iter(there.values()), None)
    if one is None or len(ends) != 2:
        return words.NOT_COMPARED
    if len(homes) == 1:
        return words.NOW_ONE.filled(name=one.name, key=one.key)
    if one.kind is not kind:
        spec = space.metamodel.kind(one.kind)
        if spec.likeness is not None:
            return words.OTHER_KIND.filled(kind=spec.label)
        left, *others = sorted(element.key for element in there.values())
        return words.NEVER_COMPARED.filled(kind=spec.label, left=left, right=" ".join(others))
    return words.NOT_COMPARED


def shown_now(address: str, known: Decision | None, asked: Iterable[str]) -> Shown:
    """Return a pair as it is shown now, beside the decision that counts."""
    return Shown(pair=address, seen=known.id if known else NOTHING, asked=tuple(asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What rows of decisions are told with.

    entries: the elements compared, by uid. agencies: what scopes are called.
    """

    metamodel: Metamodel
    entries: Mapping[str, Entry]
    agencies: Mapping[str, Text]
    language: Language

    def row(self, row: DecisionRow) -> list[Cell]:
        """Return one decision as a row of the page's table."""
        return [moment(row.at, self.language), *self._told(row)]

    def exported(self, row: DecisionRow) -> list[Cell]:
        """Return the same with its time as a date, keys, former names, and what the decision was made on."""
        return [
            clock(row.at),
            *self._told(row),
            row.left_key,
            row.left_then,
            row.right_key,
            row.right_then,
            _evidence(row.basis, self.language),
            row.basis.engine if row.basis else "",
        ]

    def _told(self, row: DecisionRow) -> list[Cell]:
        left, right = (name.in_(self.language) for name in row.called)
        return [
            row.by,
            self.metamodel.kind(row.kind).label.in_(self.language),
            left,
            self._whose(row.left, row.left_key),
            right,
            self._whose(row.right, row.right_key),
            words.VERDICTS[row.verdict].in_(self.language),
            row.note,
            None if row.score is None else rounded(row.score),
            row.told_state.in_(self.language),
        ]

    def _whose(self, uid: str, key: str) -> str:
        if uid in self.entries:
            return self.entries[uid].owner
        return overview.called(self.agencies, parse_key(key).scope).in_(self.language)


def _evidence(basis: Basis | None, language: Language) -> str:
    """Return the evidence that there was, the fullest first; of another engine under its own name."""
    known = {one.value for one in Evidence}
    found = sorted(basis.evidence.items(), key=lambda one: (-one[1], one[0])) if basis else []
    return "; ".join(
        f"{evidence_label(name, value).in_(language) if name in known else name} {number(value, language, 2)}"
        for name, value in found
        if value > 0
    )
