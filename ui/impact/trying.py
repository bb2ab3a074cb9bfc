"""Changes tried on a page: as texts of an address, what can be chosen, and the comparison in rows.

A change is one text: its way, then what it names by key, between "|". The same link tries the same changes.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote

import numpy as np

from model.availability import State
from model.faults import ModelerError
from model.folding import fold
from model.keys import SHARED, Key
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text
from queries.impact.contrast import shifts
from queries.impact.impact import Impact
from queries.snapshot.snapshot import Snapshot
from queries.whatif.branch import Branch
from queries.whatif.changes import Add, AddElement, Change, Move, Retire, Spare
from queries.whatif.comparing import Comparison
from queries.whatif.facts import edges
from ui.components.workbook import Cell, Sheet, workbook
from ui.impact import differing
from ui.impact.affected import WORST_FIRST, state_words
from ui.phrases import common
from ui.phrases import whatif as words

_NEW = "new:"  # before the key of an element that is not there yet, as its uid
_BETWEEN = "|"
_RELATIONS = frozenset(one.value for one in RelationKind)
_KINDS = frozenset(one.value for one in ElementKind)
COLUMNS = differing.columns(common.BEFORE, common.AFTER, lacks=True)


def written(way: str, *names: str) -> str:
    """Return a change as a text."""
    return _BETWEEN.join((way, *(quote(name, safe="/: ") for name in names)))


def read(snapshot: Snapshot, text: str) -> Change | None:
    """Return the change that a text means in a snapshot; None if it means none."""
    way, *parts = (unquote(part) for part in text.split(_BETWEEN))
    uids = [_uid(snapshot, part) for part in parts]
    match way, parts:
        case "move" | "spare", [_, relation, _, _] if relation in _RELATIONS:
            kind = RelationKind(relation)
            if way == "move":
                return Move(source=uids[0], relation=kind, target=uids[2], to=uids[3])
            return Spare(source=uids[0], relation=kind, target=uids[2], spare=uids[3])
        case "add", [_, relation, _] if relation in _RELATIONS:
            return Add(source=uids[0], relation=RelationKind(relation), target=uids[2])
        case "retire", [_]:
            return Retire(element=uids[0])
        case "new", [kind, name] if kind in _KINDS and fold(name):
            return _new(snapshot, ElementKind(kind), name)
    return None


def _new(snapshot: Snapshot, kind: ElementKind, name: str) -> AddElement:
    key = str(Key(SHARED, kind, fold(name)))
    return AddElement(uid=_uid(snapshot, key), key=key, kind=kind, name=name, scope=SHARED)


def _uid(snapshot: Snapshot, key: str) -> str:
    index = snapshot.with_key(key)
    return f"{_NEW}{key}" if index is None else snapshot.uids[index]


@dataclass(frozen=True, eq=False)
class Tried:
    """The changes of an address that can be made, with their texts; and what became of the others."""

    branch: Branch
    texts: tuple[str, ...]
    refused: tuple[tuple[str, Text], ...] = ()

    def rows(self) -> list[tuple[str, Text]]:
        """Return the texts of the changes, each with its sentence."""
        return list(zip(self.texts, self.branch.told(), strict=True))

    @property
    def new(self) -> list[tuple[ElementKind, str, str]]:
        """The elements that are not on record yet: kind, key, name."""
        known = self.branch.base.positions
        added = (one for one in self.branch.changes if isinstance(one, AddElement))
        return [(one.kind, one.key, one.name) for one in added if one.uid not in known]


def tried(snapshot: Snapshot, texts: Iterable[str]) -> Tried:
    """Return a branch with the changes that texts mean; what cannot be made is left out and told."""
    branch, kept, refused = Branch(base=snapshot), list[str](), list[tuple[str, Text]]()
    for text in texts:
        change = read(snapshot, text)
        if change is None:
            refused.append((text, Text(id=text, en=text)))
            continue
        if missing := _missing(branch.snapshot, change):
            refused.append((text, words.MISSING.filled(keys=", ".join(missing))))
            continue
        longer = Branch(base=snapshot, changes=(*branch.changes, change))
        try:
            _ = longer.snapshot
        except ModelerError as error:
            refused.append((text, error.what))
        else:
            branch = longer
            kept.append(text)
    return Tried(branch, tuple(kept), tuple(refused))


def _missing(snapshot: Snapshot, change: Change) -> list[str]:
    """The keys of elements that a change names and that are not there."""
    if isinstance(change, AddElement):
        return []
    return [uid.removeprefix(_NEW) for uid in change.concerned if uid not in snapshot.positions]


def relations_of(snapshot: Snapshot, key: str, near: Collection[str] = ()) -> list[tuple[RelationKind, str]]:
    """Return what an element depends on: types of relations with the keys of their targets, each once.

    near: keys of targets that come first.
    """
    at = snapshot.with_key(key)
    if at is None:
        return []
    found = edges(snapshot, snapshot.uids[at])
    pairs = dict.fromkeys((one.relation, snapshot.keys[snapshot.positions[one.target]]) for one in found)
    return sorted(pairs, key=lambda pair: pair[1] not in near)


def possible_relations(metamodel: Metamodel, kind: ElementKind) -> list[RelationKind]:
    """Return the dependencies that elements of a kind can have."""
    return [one for one in metamodel.dependencies() if metamodel.partners(one, kind, reversed=False)]


def of_kinds(snapshot: Snapshot, keys: Iterable[str], kinds: Collection[ElementKind]) -> list[str]:
    """Return those of some keys whose elements are of some kinds."""
    return [key for key in keys if (at := snapshot.with_key(key)) is not None and snapshot.kind(at) in kinds]


def first_of(keys: Sequence[str], offered: Collection[str]) -> list[str]:
    """Return what is offered, some of it first: what the page is about stands above everything else."""
    known = set(offered)
    first = dict.fromkeys(key for key in keys if key in known)
    return [*first, *(key for key in offered if key not in first)]


def count_words(impact: Impact, language: Language) -> str:
    """Return how many elements are in each state, the services of them told apart."""
    counts = impact.counts()
    parts = []
    for state in WORST_FIRST:
        kinds = counts.get(state, {})
        services = kinds.get(ElementKind.SERVICE, 0)
        label = common.STATES[state].in_(language).lower()
        of_them = words.OF_THEM_SERVICES.filled(n=services).in_(language)
        parts.append(f"{common.SIGNS[state]} **{sum(kinds.values())}** {label} ({of_them})")
    return "  \n".join(parts)


def verdict(comparison: Comparison) -> Text:
    """Return what the changes make better and worse, in a sentence."""
    counts = {shift.value: count for shift, count in shifts(comparison.differences).items()}
    return words.VERDICT.filled(**counts)


def difference_rows(comparison: Comparison, language: Language) -> list[tuple[Cell, ...]]:
    """Return the differences as the columns say, the worst first."""
    return differing.rows(comparison.differences, comparison.before, comparison.after, language, lacks=True)


def comparison_workbook(found: Tried, comparison: Comparison, language: Language) -> bytes:
    """Return the changes and what they make better and worse as a workbook."""
    said = [(text.in_(language),) for text in found.branch.told()]
    states: list[tuple[Cell, ...]] = [
        (
            state_words(state, language),
            *(
                int(np.count_nonzero(impact.state == state))
                for impact in (comparison.before, comparison.after)
            ),
        )
        for state in State
    ]
    heads = (common.STATE, common.BEFORE, common.AFTER)
    failed = ", ".join(comparison.before.failed)
    return workbook(
        (
            Sheet(words.CHANGES.in_(language), (words.CHANGES.in_(language),), said),
            Sheet(
                words.SUMMARY.in_(language), [one.in_(language) for one in heads], [*states, (failed, "", "")]
            ),
            Sheet(
                words.DIFFERENCES.in_(language),
                [column.in_(language) for column in COLUMNS],
                difference_rows(comparison, language),
            ),
        )
    )
