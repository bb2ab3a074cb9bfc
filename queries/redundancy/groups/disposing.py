"""What becomes of the applications of a group, the kept one and the others: advice with its words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum, unique

from model.element import number
from model.folding import fold
from model.text import Text, calendar_day, figure, sentences
from queries.redundancy.corpus import Entry
from queries.redundancy.evidence import WORKED_ON
from queries.redundancy.groups import disposing_words as words
from queries.redundancy.groups.coverage import coverage
from queries.redundancy.groups.disposing_words import CHOSEN, retold
from queries.redundancy.groups.facts import Facts
from queries.redundancy.groups.rationalise import Advice
from queries.redundancy.legal import basis_words_of


@unique
class Action(StrEnum):
    """What becomes of an application."""

    KEEP = "keep"
    MERGE = "merge"  # one system registered twice: one record remains
    MIGRATE = "migrate"  # its users and data move, then it ends
    RETIRE = "retire"  # it ends; nothing has to move


ACTION_LABELS: Mapping[Action, Text] = {
    Action.KEEP: Text(id="Diteruskan", en="Keep"),
    Action.MERGE: Text(id="Digabungkan", en="Merge"),
    Action.MIGRATE: Text(id="Dialihkan", en="Migrate"),
    Action.RETIRE: Text(id="Dihentikan", en="Retire"),
}
ENDING = frozenset({Action.MIGRATE, Action.RETIRE})  # what is switched off one day
Part = tuple[str, str]  # a column, and the uid or the folded name of what stands in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition:
    """What becomes of one member of a group, when, and why.

    into: uid of what takes its place. uncovered: names of what nothing is recorded to serve then, a warning;
    of the kept one what is left when it ends itself. until: of what stays, its last day on record.
    ended: its last day, where that is over. settled: nobody chooses here what becomes of it. open: it stays
    only because the kept one does nothing of what it does, as far as is known: people look at both first.
    """

    uid: str
    action: Action
    reason: Text
    into: str | None = None
    on: date | None = None
    uncovered: tuple[str, ...] = ()
    until: date | None = None
    ended: date | None = None
    settled: bool = False
    open: bool = False

    @property
    def ends(self) -> bool:
        """Whether it is switched off, which it is not yet."""
        return self.action in ENDING and self.ended is None

    @property
    def last_day(self) -> date | None:
        """Its last day, over or to come; None where none is known."""
        return self.ended or self.on or self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person wants of one member; what is not said is as advised.

    undated: it ends on no known day, though the others do.
    """

    action: Action | None = None
    on: date | None = None
    undated: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is wanted of a group. on: when the others end. choices: of single members, by uid."""

    on: date | None = None
    choices: Mapping[str, Choice] = field(default_factory=dict)


def dispositions(
    advice: Advice,
    facts: Facts,
    identical: Iterable[tuple[str, str]] = (),
    wishes: Wishes | None = None,
) -> tuple[Disposition, ...]:
    """Return what becomes of each member, the kept one first.

    Of the kept one a person may only choose the reason. A region does not end what the national or another
    government keeps: such a member stays, whichever is kept. What ended already is only said to have. What
    the kept one does nothing of stays until people looked at both. A reason that a plan on record has from
    here is told in both languages. identical: pairs of uids that are one system, registered twice.
    """
    members = [one.uid for one in advice.ranking]
    kept = facts.entries[advice.keep]
    same_system = {frozenset(pair) for pair in identical}
    merged = {uid for uid in members if frozenset((uid, kept.uid)) in same_system}
    left = [facts.entries[uid] for uid in members if uid != kept.uid]
    staying = sorted(left, key=lambda entry: entry.key)
    group = _Members(kept, staying, facts, (merged, wishes or Wishes()))
    said = wishes.choices.get(kept.uid, Choice()).reason if wishes else ""
    why = retold(said) if said else _why_kept(advice, facts, merged)
    first = _ended(kept.uid, facts) or group.kept(why)
    return (first, *map(group.disposition, staying))


class _Members:
    """The members of a group that are not the kept one, and who else does what they do."""

    def __init__(
        self, kept: Entry, others: Sequence[Entry], facts: Facts, given: tuple[set[str], Wishes]
    ) -> None:
        self._kept, self._facts = kept, facts
        self._group = frozenset({kept.uid, *(entry.uid for entry in others)})
        self._name = facts.called(kept.uid, self._group)
        self._merged, self._wishes = given
        self._lacking = {entry.uid: _lacking(kept, entry) for entry in others}
        staying = (Action.KEEP, Action.MERGE)
        self._going = {entry.uid for entry in others if self._decided(entry) not in staying}
        self._served = self._served_besides(
            {at: name for one in self._lacking.values() for at, name in one.items()}
        )

    def kept(self, why: Text) -> Disposition:
        """Return what becomes of the kept one: it stays, as long as it lasts."""
        uid, facts = self._kept.uid, self._facts
        until = facts.last_day(uid)
        left = self._left_in_the_end() if until and facts.successor(uid, facts.entries) is None else ()
        return Disposition(uid=uid, action=Action.KEEP, reason=why, settled=True, until=until, uncovered=left)

    def _left_in_the_end(self) -> tuple[str, ...]:
        """The names of what all that goes and the kept one serve, and nothing that stays."""
        going = (self._kept, *(self._facts.entries[uid] for uid in sorted(self._going | self._merged)))
        work = {
            (column, uid): name
            for entry in going
            for column in WORKED_ON
            for uid, name in sorted(entry.neighbours.get(column, {}).items())
        }
        served = self._served_besides(work, {self._kept.uid, *self._merged})
        left = (name for at, name in work.items() if served.isdisjoint(_parts(*at, name)))
        return tuple(dict.fromkeys(left))

    def disposition(self, entry: Entry) -> Disposition:
        """Return what becomes of one."""
        stays = _ended(entry.uid, self._facts) or self._not_ours(entry)
        if stays is not None:
            return stays
        missing = self._uncovered(entry)
        choice = self._wishes.choices.get(entry.uid, Choice())
        advised = self._decided(entry, chosen=False) or self._advised(entry, missing)
        action = choice.action or advised
        reason = retold(choice.reason) if choice.reason else CHOSEN
        if not choice.reason and action is advised:
            reason = self._reason(entry, action, missing)
        if action is Action.KEEP:
            waits = action is advised and self._stays_because(entry) is words.REVIEW
            until = self._facts.last_day(entry.uid)
            return Disposition(uid=entry.uid, action=action, reason=reason, open=waits, until=until)
        if action is Action.MERGE:  # a decision of its own: nothing ends on a day, nothing is lost
            return Disposition(uid=entry.uid, action=action, reason=reason, into=self._kept.uid)
        return Disposition(
            uid=entry.uid,
            action=action,
            reason=reason,
            into=self._successor(entry) or self._kept.uid,
            on=self._last_day(entry, choice),
            uncovered=missing,
        )

    def _decided(self, entry: Entry, *, chosen: bool = True) -> Action | None:
        """What is certain of a member without asking what its work needs."""
        if _ended(entry.uid, self._facts):
            return Action.RETIRE
        if self._not_ours(entry):
            return Action.KEEP
        choice = self._wishes.choices.get(entry.uid, Choice())
        if chosen and choice.action:
            return choice.action
        if entry.uid in self._merged:
            return Action.MERGE
        return Action.KEEP if self._stays_because(entry) else None

    def _not_ours(self, entry: Entry) -> Disposition | None:
        """What is said of a member that a region does not end: it stays; None where the region may.

        Of a national one where another is kept beside it: Perpres 95/2018, article 63(3).
        """
        if entry.national:
            reason = sentences(
                (words.NATIONAL_STAYS.filled(kept=self._name), self._basis(entry.uid, entry.name))
            )
        elif entry.government != self._kept.government:
            reason = words.ELSEWHERE
        else:
            return None
        return Disposition(uid=entry.uid, action=Action.KEEP, reason=reason, settled=True)

    def _basis(self, uid: str, called: str) -> Text:
        return basis_words_of(called, self._facts.catalogued(uid))

    def _stays_because(self, entry: Entry) -> Text | None:
        """Why one of ours stays beside the kept one; None where it does not."""
        facts, kept, uid = self._facts, self._kept.uid, entry.uid
        if facts.is_leaving(uid, self._group):
            return None
        if uid in facts.copies:
            return words.BESIDE_NATIONAL if facts.is_national(kept) else words.NATIONAL_HERE
        like = facts.variants.get(uid, frozenset())
        if kept in like:
            return words.VARIANT
        takes = any(facts.takes_over(kept, one) for one in (uid, *sorted(like & self._group)))
        idle = _has_nothing_to_move(entry, facts) and not self._lacking[uid]
        return None if takes or idle else words.REVIEW

    def _successor(self, entry: Entry) -> str | None:
        return self._facts.successor(entry.uid, self._group)

    def _advised(self, entry: Entry, missing: tuple[str, ...]) -> Action:
        unused = _has_nothing_to_move(entry, self._facts)
        return Action.RETIRE if unused and not missing else Action.MIGRATE

    def _reason(self, entry: Entry, action: Action, missing: tuple[str, ...]) -> Text:
        kept = self._name
        if action is Action.MERGE:
            return words.SAME_SYSTEM.filled(kept=kept)
        if action is Action.RETIRE:
            return words.UNUSED
        stays = self._stays_because(entry)
        if stays is not None:
            listed = self._facts.copies.get(entry.uid)
            called = listed.abbreviation if listed else entry.name
            told = stays.filled(kept=kept, called=called)
            duty = stays is words.NATIONAL_HERE
            return sentences((told, self._basis(entry.uid, called))) if duty else told
        going = self._going_because(entry)
        if not missing:
            return going
        return sentences((going, words.UNRECORDED.filled(kept=kept, names=", ".join(missing))))

    def _going_because(self, entry: Entry) -> Text:
        successor = self._successor(entry)
        if successor is not None:
            return words.REPLACED.filled(successor=self._facts.called(successor, self._group))
        if not self._facts.takes_over(self._kept.uid, entry.uid) and self._facts.last_day(entry.uid):
            return words.LEAVING
        unused = _has_nothing_to_move(entry, self._facts)
        return (words.WORK_MOVES if unused else words.MOVES).filled(kept=self._name)

    def _uncovered(self, entry: Entry) -> tuple[str, ...]:
        """The names of what neither the kept one nor anything else that stays serves."""
        lacking = self._lacking[entry.uid].items()
        return tuple(name for at, name in lacking if self._served.isdisjoint(_parts(*at, name)))

    def _served_besides(self, work: Mapping[Part, str], but: Collection[str] = ()) -> set[Part]:
        """What others that stay serve of some work, given with its names. but: uids of whom not to count."""
        wanted = {part for at, name in work.items() for part in _parts(*at, name)}
        if not wanted:
            return set()
        return {
            part
            for other in filter(self._stays, self._facts.entries.values())
            if other.uid not in but
            for column, beside in other.neighbours.items()
            for uid, name in beside.items()
            for part in _parts(column, uid, name)
            if part in wanted
        }

    def _stays(self, other: Entry) -> bool:
        """Whether something is there to stay, for this government: what others run for theirs is not."""
        if other.uid in self._going or other.uid in self._facts.passing or other.uid in self._facts.ended:
            return False
        return other.national or other.government == self._kept.government

    def _last_day(self, entry: Entry, choice: Choice) -> date | None:
        """The day that is wanted, but none later than the one on record; the latter where none is wanted."""
        wanted = None if choice.undated else choice.on or self._wishes.on
        known = self._facts.last_day(entry.uid)
        return min((one for one in (wanted, known) if one is not None), default=None)


def _lacking(kept: Entry, entry: Entry) -> dict[Part, str]:
    """What a member serves and the kept one does not, by column and uid: its name."""
    return {
        (one.column, uid): name
        for one in coverage(kept, entry)
        for uid, name in sorted(one.uncovered.items())
    }


def _parts(column: str, uid: str, name: str) -> tuple[Part, Part]:
    """By what one thing is known again: itself, or its name."""
    return (column, uid), (column, fold(name))


def _why_kept(advice: Advice, facts: Facts, merged: set[str]) -> Text:
    if advice.overruled:
        return CHOSEN
    totals = {one.uid: one.total for one in advice.ranking}
    best = totals.get(advice.keep, 0.0)
    higher = [uid for uid, total in totals.items() if best < total and uid not in (*advice.tied, *merged)]
    general = facts.general(advice.keep)
    if general is not None and higher:
        law = words.GENERAL.filled(field=general.field)
        basis = basis_words_of(general.abbreviation, general)
        return sentences((law, basis, *_why_not(higher, advice, facts)))
    if not any(total for uid, total in totals.items() if uid not in facts.ended):
        return words.NOTHING_SPEAKS
    points, members = figure(best, 1), tuple(totals)
    tied = [uid for uid in advice.tied if uid not in merged]
    if tied:
        names = ", ".join(facts.called(uid, members) for uid in tied)
        first = words.NEARLY.filled(points=points, names=names)
    else:
        first = (words.POINTS if higher else words.MOST).filled(points=points)
    return sentences((first, *_why_not(higher, advice, facts)))


def _why_not(higher: Iterable[str], advice: Advice, facts: Facts) -> Iterator[Text]:
    """Yield why those with more points than the kept one are not kept, those of one reason together."""
    members = [one.uid for one in advice.ranking]
    found: dict[Text, list[str]] = {}
    for uid in higher:
        found.setdefault(_against(uid, advice.keep, members, facts), []).append(facts.called(uid, members))
    for reason, names in found.items():
        yield reason.filled(names=", ".join(names))


def _against(uid: str, kept: str, members: Sequence[str], facts: Facts) -> Text:
    """The first thing that counts before points in which one comes after the kept one."""
    if uid in facts.ended:
        return words.HIGHER_ENDED
    if facts.is_leaving(uid, members) and not facts.is_leaving(kept, members):
        replaced = facts.successor(uid, members) is not None
        return words.HIGHER_REPLACED if replaced else words.HIGHER_LEAVING
    if facts.copied_from(uid, members) is not None:
        return words.HIGHER_COPY
    if facts.general(kept) is not None and facts.general(uid) is None:
        return words.HIGHER_LOCAL
    return words.HIGHER_NARROW


def _ended(uid: str, facts: Facts) -> Disposition | None:
    """What is said of a member whose last day is over; None where it is not."""
    last = facts.ended.get(uid)
    if last is None:
        return None
    reason = words.ENDED.filled(day=calendar_day(last))
    return Disposition(uid=uid, action=Action.RETIRE, reason=reason, ended=last, settled=True)


def _has_nothing_to_move(entry: Entry, facts: Facts) -> bool:
    """Whether its records say that nobody uses it; where they say nothing, somebody may."""
    users = number(facts.elements.get(entry.uid), "users")
    return users == 0 and not entry.partners and not entry.neighbours.get("data")
