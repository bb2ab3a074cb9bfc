"""Decisions about pairs, as the store keeps them: made, read, listed. Withdrawing one is undoing its load."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from model.decision import (
    STANDING_LABELS,
    VERDICT_LABELS,
    Basis,
    Decision,
    Pair,
    Side,
    Standing,
    Verdict,
    decision_of,
    pair_of,
    record_of,
    standing,
)
from model.element import Element
from model.faults import ModelerError, RefusedChange, UnknownElement
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.record import Load, Mode
from model.text import Text, same
from queries import graph, records
from queries.loads import merging
from queries.loads.applying import Writer, applied, next_load_id
from queries.loads.plan import Step
from queries.loads.planning import planned
from queries.lookup import briefs_of
from queries.redundancy.contradictions import consistent
from queries.redundancy.reviewing import to_review
from queries.store.store import Store

LONGEST_NOTE = 500  # characters
NOTHING = ""  # `seen` of a person who looked at a pair on which nothing had been decided

_REVIEW = Text(
    id="berlaku; mohon ditinjau lagi, objeknya kini lain",
    en="counts; please look again, an element is another now",
)
_WITH_KEYS = """
UNWIND $uids AS key
MATCH (e:Element {key: key})
RETURN collect([e.kind, e.key, e.uid]) AS found
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person wants to decide of two elements, given as uids.

    basis: the evidence they looked at. seen: id of the decision they looked at, NOTHING where there was
    none; None does not say, and the latest decision counts.
    """

    left: str
    right: str
    verdict: Verdict
    note: str = ""
    basis: Basis | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Decisions as they were written, in one load; for each the earlier one that it replaces."""

    load: Load
    decisions: tuple[Decision, ...]
    replaced: tuple[Decision | None, ...]


class Overtaken(RefusedChange):
    """Somebody decided the pair meanwhile. known: what they decided."""

    def __init__(self, known: Decision) -> None:
        pair = " – ".join(f"“{side.name}” ({side.key})" for side in (known.left, known.right))
        verdict = VERDICT_LABELS[known.verdict]
        note = f" (“{known.note}”)" if known.note else ""
        super().__init__(
            Text(
                id=f"sementara itu {known.by} memutuskan {pair}: {verdict.id}{note}, {known.local_time}",
                en=f"meanwhile {known.by} decided {pair}: {verdict.en}{note}, {known.local_time}",
            ),
            fix=Text(
                id="lihat keputusan itu; bila Anda tetap tidak setuju, putuskan sekali lagi",
                en="look at that decision; if you still disagree, decide once more",
            ),
        )
        self.known = known


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision as it is listed and exported.

    left, right: uids. Keys and names are the present ones, of what is gone those at the time; *then* is what
    the two were called at the time. into: key and name of the one that both have become. basis: what was
    shown then; None where the two could not be compared. review: it counts, but neither name nor purpose is
    left of one of the two.
    """

    kind: ElementKind
    left: str
    left_key: str
    left_name: str
    left_then: str
    right: str
    right_key: str
    right_name: str
    right_then: str
    verdict: Verdict
    note: str
    by: str
    at: str
    basis: Basis | None
    state: Standing
    into: tuple[str, str] | None
    record: str
    load: str
    review: bool = False

    @property
    def called(self) -> tuple[Text, Text]:
        """The names of the two; of one that was called otherwise when it was decided, both."""
        return _called(self.left_name, self.left_then), _called(self.right_name, self.right_then)

    @property
    def told_state(self) -> Text:
        """Whether it counts, in words; of two that have become one, which."""
        label = _REVIEW if self.review else STANDING_LABELS[self.state]
        if self.into is None:
            return label
        key, name = self.into
        return Text(id=f"{label.id}: “{name}” ({key})", en=f"{label.en}: “{name}” ({key})")

    @property
    def score(self) -> float | None:
        """How likely the two were one, as it was shown then."""
        return self.basis.score if self.basis else None

    @property
    def superseded(self) -> bool:
        """Whether a later decision counts."""
        return self.state is Standing.SUPERSEDED


def decide(store: Store, metamodel: Metamodel, judgements: Sequence[Judgement], writer: Writer) -> Made:
    """Write decisions about pairs, all in one load, and return them.

    Raises:
        UnknownElement: an element is not there. RefusedChange: nothing to decide, an element beside itself,
        two kinds, one pair twice, a note that is too long; or somebody else decided the pair since the person
        looked.
        StoreFault: somebody else is writing.
    """
    made_on, now = graph.revision(store), writer.clock()
    elements = graph.elements(store, {uid for one in judgements for uid in (one.left, one.right)})
    scopes = sorted({elements[one.left].scope for one in judgements if one.left in elements})
    load = Load(
        id=next_load_id(store, now),
        at=now.isoformat(),
        by=writer.name,
        mode=Mode.EDIT,
        scope=scopes[0] if len(scopes) == 1 else None,
    )
    made = _decisions(metamodel, judgements, elements, load)
    replaced: list[Decision | None] = []

    def guard() -> None:
        known = standing_decisions(store)
        for judgement, decision in zip(judgements, made, strict=True):
            _refuse_overtaken(judgement, decision, known.get(decision.pair))
        replaced.extend(known.get(decision.pair) for decision in made)

    step = Step(load=load, records=tuple(map(record_of, made)), made_on=made_on)
    plan = planned(store, metamodel, step)
    applied(store, metamodel, plan, writer, guard=guard)
    return Made(load=load, decisions=made, replaced=tuple(replaced))


def decisions(store: Store) -> list[Decision]:
    """Return every decision that was not withdrawn, superseded ones among them, oldest first.

    Each is about the elements of today. What was merged is the other one now. Of what is no longer in the
    store at all, because its import was undone, the one of its kind that has its key now is the heir.
    """
    return _of_today(store, [decision_of(record) for record in records.decision_records(store)])


def standing_decisions(store: Store) -> dict[Pair, Decision]:
    """Return the decision that counts for each pair; also of elements that are retired or gone."""
    return standing(decisions(store))


def decisions_about(store: Store, uid: str) -> list[Decision]:
    """Return every decision about one element that was not withdrawn, oldest first."""
    family = merging.merges(store).family(uid)
    return [one for one in decisions(store) if not family.isdisjoint(one.pair)]


def _of_today(store: Store, made: Sequence[Decision]) -> list[Decision]:
    home = merging.merges(store).home
    sides = [(one.kind, side) for one in made for side in (one.left, one.right)]
    now = {side.uid: home(side.uid) for _, side in sides}
    there = briefs_of(store, sorted(set(now.values()))).keys()
    lost = {(kind, side.key) for kind, side in sides if now[side.uid] not in there}
    heirs = _holders(store, {key for _, key in lost})

    def about(kind: ElementKind, side: Side) -> str | None:
        uid = now[side.uid]
        return uid if uid in there else heirs.get((kind, side.key))

    return [_moved(one, about(one.kind, one.left), about(one.kind, one.right)) for one in made]


def _holders(store: Store, keys: Collection[str]) -> dict[tuple[ElementKind, str], str]:
    """Return the uids of the elements that have these keys now, by kind and key."""
    found = graph.collected(store, _WITH_KEYS, keys)
    return {(ElementKind(kind), key): uid for kind, key, uid in found}


def _moved(decision: Decision, left: str | None, right: str | None) -> Decision:
    """Return a decision as one about other uids.

    Where one of the two is gone, or both have become one, it stays a decision about what is gone.
    """
    if left is None or right is None or left == right:
        return replace(decision, gone=True, merged=left if left and left == right else "")
    if (left, right) == (decision.left.uid, decision.right.uid):
        return decision
    return replace(decision, left=replace(decision.left, uid=left), right=replace(decision.right, uid=right))


def rows(store: Store) -> list[DecisionRow]:
    """Return all decisions as rows, the newest first."""
    made = decisions(store)
    counting = {decision.id for decision in standing(made).values()}
    holding = {decision.id for decision in consistent(made)}
    present = present_names(store, made)
    review = to_review(store, made, present)
    found = [_row(one, present, _state(one, counting, holding)) for one in reversed(made)]
    return [replace(one, review=one.state is Standing.COUNTS and one.record in review) for one in found]


def present_names(store: Store, made: Iterable[Decision]) -> dict[str, tuple[str, str]]:
    """Return key and name, as they are now, of what decisions are about, by uid."""
    uids = {uid for decision in made for uid in (*decision.pair, decision.merged) if uid}
    return {uid: (one.key, one.name) for uid, one in briefs_of(store, sorted(uids)).items()}


def _state(decision: Decision, counting: Collection[str], holding: Collection[str]) -> Standing:
    if decision.id not in counting:
        return Standing.SUPERSEDED
    if decision.gone:
        return Standing.MERGED if decision.merged else Standing.GONE
    return Standing.COUNTS if decision.id in holding else Standing.OVERRULED


def _called(now: str, then: str) -> Text:
    if now == then:
        return same(now)
    return Text(id=f"{now} (saat itu “{then}”)", en=f"{now} (then “{then}”)")


def _row(decision: Decision, present: Mapping[str, tuple[str, str]], state: Standing) -> DecisionRow:
    left, right = (present.get(side.uid, (side.key, side.name)) for side in (decision.left, decision.right))
    return DecisionRow(
        kind=decision.kind,
        left=decision.left.uid,
        left_key=left[0],
        left_name=left[1],
        left_then=decision.left.name,
        right=decision.right.uid,
        right_key=right[0],
        right_name=right[1],
        right_then=decision.right.name,
        verdict=decision.verdict,
        note=decision.note,
        by=decision.by,
        at=decision.at,
        basis=decision.basis,
        state=state,
        into=present.get(decision.merged),
        record=decision.id,
        load=decision.load,
    )


def _decisions(
    metamodel: Metamodel, judgements: Sequence[Judgement], elements: Mapping[str, Element], load: Load
) -> tuple[Decision, ...]:
    if not judgements:
        raise RefusedChange(
            Text(id="tidak ada yang diputuskan", en="there is nothing to decide"),
            fix=Text(id="pilih sedikitnya satu pasangan", en="choose at least one pair"),
        )
    made: dict[Pair, Decision] = {}
    for number, one in enumerate(judgements, start=1):
        left, right = (_known(elements, uid) for uid in (one.left, one.right))
        _refuse_unlike(metamodel, left, right)
        _refuse_long(one.note)
        pair = pair_of(left.uid, right.uid)
        if pair in made:
            raise _twice(left, right)
        made[pair] = Decision(
            id=f"{load.id}/{number:07d}",
            load=load.id,
            left=Side(uid=left.uid, key=left.key, name=left.name),
            right=Side(uid=right.uid, key=right.key, name=right.name),
            kind=left.kind,
            scope=left.scope,
            verdict=one.verdict,
            by=load.by,
            at=load.at,
            note=one.note.strip(),
            basis=one.basis,
        )
    return tuple(made.values())


def _known(elements: Mapping[str, Element], uid: str) -> Element:
    if uid not in elements:
        raise UnknownElement(
            Text(
                id="salah satu objek dari pasangan ini sudah tidak ada",
                en="one of the two elements is no longer there",
            ),
            fix=Text(id="muat ulang daftarnya, lalu putuskan lagi", en="load the list again, then decide"),
        )
    return elements[uid]


def _refuse_unlike(metamodel: Metamodel, left: Element, right: Element) -> None:
    if left.uid == right.uid:
        raise RefusedChange(
            Text(
                id=f"“{left.name}” ({left.key}) disebut dua kali",
                en=f"“{left.name}” ({left.key}) is named twice",
            ),
            fix=Text(id="sebut dua objek yang berlainan", en="name two different elements"),
        )
    if left.kind is not right.kind:
        one, other = (metamodel.kind(end.kind).label for end in (left, right))
        raise RefusedChange(
            Text(
                id=f"{left.key} dan {right.key} berlainan jenis: {one.id} dan {other.id}",
                en=f"{left.key} and {right.key} are of two kinds: {one.en} and {other.en}",
            ),
            fix=Text(
                id="sebut dua objek yang sejenis, misalnya dua aplikasi",
                en="name two elements of one kind, for example two applications",
            ),
        )


def _refuse_long(note: str) -> None:
    length = len(note.strip())
    if length > LONGEST_NOTE:
        raise RefusedChange(
            Text(
                id=f"catatannya {length} huruf, paling banyak {LONGEST_NOTE}",
                en=f"the note has {length} characters, at most {LONGEST_NOTE} are kept",
            ),
            fix=Text(
                id="tulis alasannya lebih singkat, lalu putuskan lagi",
                en="write the reason more briefly, then decide again",
            ),
        )


def _twice(left: Element, right: Element) -> ModelerError:
    return RefusedChange(
        Text(
            id=f"pasangan {left.key} dan {right.key} diputuskan dua kali sekaligus",
            en=f"the pair {left.key} and {right.key} is decided twice at once",
        ),
        fix=Text(id="pilih satu keputusan untuk setiap pasangan", en="choose one decision for each pair"),
    )


def _refuse_overtaken(judgement: Judgement, made: Decision, known: Decision | None) -> None:
    """Refuse where another decision on the pair came in between: after what was seen, or at this moment."""
    looked_at = made.id if judgement.seen is None else judgement.seen
    if known is None or known.id <= looked_at:
        return
    raise Overtaken(known)
