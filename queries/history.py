"""What happened to an element: every change of every value, every decision about it, and every load."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.decision import Decision, Pair
from model.faults import Place, RefusedQuestion
from model.fold import fold
from model.merging import Merges
from model.record import Act, Load, Record, Value
from model.text import Text
from queries import records
from queries.loads import merging
from queries.loads.plan import shown
from queries.redundancy.decisions import decisions_about
from queries.store.store import Store

DECISION = "decision"  # the property of a change that is a decision about two elements
MERGED = "merged"  # of one that is a merge; after is the key of what became part of the element


@dataclass(frozen=True, slots=True)
class Change:
    """One value that one load changed; before is None where there was none.

    other, note: of a decision, the key of the other element, and why; before and after are then verdicts.
    """

    load: str
    at: str
    by: str
    property: str
    before: Value | None
    after: Value | None
    place: Place | None
    other: str | None = None
    note: str | None = None

    def decided(self) -> Text | None:
        """Of a decision, which element it is about, in one line; of a merge, that it is one."""
        if self.property == MERGED:
            return Text(id="digabungkan ke dalamnya", en="merged into it")
        return Text(id=f"keputusan: {self.other}", en=f"decision: {self.other}") if self.other else None


def history(store: Store, uid: str) -> list[Change]:
    """Return every change of an element's values and every decision about it, oldest first.

    Undone loads do not count.
    """
    merges = merging.merges(store)
    said = [one for one in merging.said_of(store, [uid], merges).get(uid, []) if one.folds]
    changes = [*_merged(said), *_changes(uid, said, merges, {load.id: load for load in records.loads(store)})]
    return sorted((*changes, *_decided(uid, decisions_about(store, uid))), key=lambda change: change.load)


def _merged(said: Iterable[Record]) -> Iterator[Change]:
    """Yield what became part of an element."""
    for record in said:
        if record.act is Act.MERGE:
            yield Change(record.load, record.at, record.by, MERGED, None, record.key, None)


def _decided(uid: str, made: Iterable[Decision]) -> Iterator[Change]:
    """Yield the decisions about an element, given the oldest first, each with what it replaced."""
    before: dict[Pair, Decision] = {}
    for decision in made:
        known = before.get(decision.pair)
        other = decision.right if decision.left.uid == uid else decision.left
        yield Change(
            load=decision.load,
            at=decision.at,
            by=decision.by,
            property=DECISION,
            before=known.verdict.value if known else None,
            after=decision.verdict.value,
            place=None,
            other=other.key,
            note=decision.note or None,
        )
        before[decision.pair] = decision


def _changes(uid: str, said: Sequence[Record], merges: Merges, made: Mapping[str, Load]) -> Iterator[Change]:
    # a load that only confirmed a row may have brought back what was withdrawn
    speaking = {load for record in said for load in (record.load, *record.confirmations)}
    before: dict[str, Value] = {}
    for load in sorted(speaking & made.keys()):
        family = merges.until(load).family(uid)
        known = [record.until(load) for record in said if record.load <= load and record.uid in family]
        folded = fold(known, uid)
        after = shown(folded.element) if folded.element else {}
        for name in sorted(before.keys() | after.keys()):
            if before.get(name) != after.get(name):
                record = folded.origins.get(name)
                yield Change(
                    load=load,
                    at=made[load].at,
                    by=made[load].by,
                    property=name,
                    before=before.get(name),
                    after=after.get(name),
                    place=_place(record, name) if record and record.load == load else None,
                )
        before = after


def _place(record: Record, name: str) -> Place | None:
    if record.file is None:
        return None
    return Place(file=record.file, sheet=record.sheet, row=record.row, column=record.columns.get(name))


def load_named(store: Store, text: str) -> Load:
    """Return a finished load by its id or a beginning of it that only one has.

    Raises:
        RefusedQuestion: no load or several begin so.
    """
    found = [load for load in records.loads(store) if load.id.startswith(text.strip())]
    if len(found) == 1:
        return found[0]
    raise RefusedQuestion(
        Text(
            id=f"tidak ada tepat satu impor atau langkah yang bernomor “{text}”",
            en=f"not exactly one load has the number “{text}”",
        ),
        fix=Text(id="lihat daftarnya: simpul loads", en="see the list: simpul loads"),
    )
