"""What becomes of the applications of a group, the kept one and the others: advice with its reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum, unique

from model.element import day, number
from model.folding import fold
from model.text import Text, same
from queries.redundancy.corpus import Entry
from queries.redundancy.coverage import coverage
from queries.redundancy.rationalise import Advice, Facts, general_application


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
CHOSEN = Text(id="Dipilih oleh pengguna.", en="Chosen by a person.")
Part = tuple[str, str]  # a column, and the uid or the folded name of what stands in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition:
    """What becomes of one member of a group, when, and why.

    into: uid of what takes its place. uncovered: names of what nothing would serve any more, a warning.
    ended: its last day, where that is over. settled: nobody chooses here what becomes of it.
    """

    uid: str
    action: Action
    reason: Text
    into: str | None = None
    on: date | None = None
    uncovered: tuple[str, ...] = ()
    ended: date | None = None
    settled: bool = False

    @property
    def ends(self) -> bool:
        """Whether it is switched off, which it is not yet."""
        return self.action in ENDING and self.ended is None


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
    government keeps: such a member stays, whichever is kept. What ended already is only said to have.
    identical: pairs of uids that are one system, registered twice.
    """
    members = [one.uid for one in advice.ranking]
    kept = facts.entries[advice.keep]
    same_system = {frozenset(pair) for pair in identical}
    merged = {uid for uid in members if frozenset((uid, kept.uid)) in same_system}
    left = [facts.entries[uid] for uid in members if uid != kept.uid]
    staying = sorted(left, key=lambda entry: entry.key.encode())
    group = _Members(kept, staying, facts, (merged, wishes or Wishes()))
    said = wishes.choices.get(kept.uid, Choice()).reason if wishes else ""
    why = same(said) if said else _why_kept(advice, facts)
    first = _ended(kept, facts) or Disposition(uid=kept.uid, action=Action.KEEP, reason=why, settled=True)
    return (first, *map(group.disposition, staying))


class _Members:
    """The members of a group that are not the kept one, and who else does what they do."""

    def __init__(
        self, kept: Entry, others: Sequence[Entry], facts: Facts, given: tuple[set[str], Wishes]
    ) -> None:
        self._kept, self._facts = kept, facts
        self._merged, self._wishes = given
        staying = (Action.KEEP, Action.MERGE)
        self._going = {entry.uid for entry in others if self._decided(entry) not in staying}
        self._lacking = {entry.uid: _lacking(kept, entry) for entry in others}
        self._served = self._served_besides()

    def disposition(self, entry: Entry) -> Disposition:
        """Return what becomes of one."""
        stays = _ended(entry, self._facts) or _not_ours(entry, self._kept)
        if stays is not None:
            return stays
        missing = self._uncovered(entry)
        choice = self._wishes.choices.get(entry.uid, Choice())
        advised = self._decided(entry, chosen=False) or self._advised(entry, missing)
        action = choice.action or advised
        reason = same(choice.reason) if choice.reason else CHOSEN
        if not choice.reason and action is advised:
            reason = self._reason(entry, action, missing)
        if action is Action.KEEP:
            return Disposition(uid=entry.uid, action=action, reason=reason)
        if action is Action.MERGE:  # a decision of its own: nothing ends on a day, nothing is lost
            return Disposition(uid=entry.uid, action=action, reason=reason, into=self._kept.uid)
        return Disposition(
            uid=entry.uid,
            action=action,
            reason=reason,
            into=self._kept.uid,
            on=self._last_day(entry, choice),
            uncovered=missing,
        )

    def _decided(self, entry: Entry, *, chosen: bool = True) -> Action | None:
        """What is certain of a member without asking what its work needs."""
        if _ended(entry, self._facts):
            return Action.RETIRE
        if _not_ours(entry, self._kept):
            return Action.KEEP
        choice = self._wishes.choices.get(entry.uid, Choice())
        if chosen and choice.action:
            return choice.action
        return Action.MERGE if entry.uid in self._merged else None

    def _advised(self, entry: Entry, missing: tuple[str, ...]) -> Action:
        unused = _has_nothing_to_move(entry, self._facts)
        return Action.RETIRE if unused and not missing else Action.MIGRATE

    def _reason(self, entry: Entry, action: Action, missing: tuple[str, ...]) -> Text:
        name = self._kept.name
        if action is Action.MERGE:
            return Text(
                id=f"Sistem yang sama dengan {name}, tercatat dua kali.",
                en=f"The same system as {name}, registered twice.",
            )
        if action is Action.RETIRE:
            return Text(
                id="Tercatat tanpa pengguna, data, dan integrasi: tidak ada yang perlu dialihkan.",
                en="Recorded without users, data and integrations: nothing has to move.",
            )
        moving = Text(id=f"Pengguna dan data dialihkan ke {name}.", en=f"Users and data move to {name}.")
        if _has_nothing_to_move(entry, self._facts):
            moving = Text(id=f"Yang dilayaninya dialihkan ke {name}.", en=f"What it serves moves to {name}.")
        if not missing:
            return moving
        return Text(
            id=f"{moving.id} Belum ada pengganti untuk: {', '.join(missing)}.",
            en=f"{moving.en} Nothing replaces yet: {', '.join(missing)}.",
        )

    def _uncovered(self, entry: Entry) -> tuple[str, ...]:
        """The names of what neither the kept one nor anything else that stays serves."""
        lacking = self._lacking[entry.uid].items()
        return tuple(name for at, name in lacking if self._served.isdisjoint(_parts(*at, name)))

    def _served_besides(self) -> set[Part]:
        """What others that stay serve of what the kept one does not."""
        lacking = ((at, name) for one in self._lacking.values() for at, name in one.items())
        wanted = {part for at, name in lacking for part in _parts(*at, name)}
        if not wanted:
            return set()
        return {
            part
            for other in filter(self._stays, self._facts.entries.values())
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
        """The day that is wanted, but none later than the one on record."""
        wanted = None if choice.undated else choice.on or self._wishes.on
        known = day(self._facts.elements.get(entry.uid), "valid_to")
        return min(wanted, known) if wanted and known else wanted


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


def _why_kept(advice: Advice, facts: Facts) -> Text:
    if advice.overruled:
        return CHOSEN
    best = advice.ranking[0].total
    general = general_application(advice.keep, facts)
    if general is not None and any(best < one.total for one in advice.ranking if one.uid not in facts.ended):
        return Text(
            id=f"Aplikasi umum nasional (bidang {general.field}) dipertimbangkan lebih dahulu: Perpres "
            "95/2018 pasal 63. Anggota lain bernilai lebih tinggi; yang belum tercakup disebut di bawah.",
            en=f"Aplikasi umum of the nation (field {general.field}) is considered first: Perpres 95/2018, "
            "article 63. Another has more points; what is not covered is named below.",
        )
    if best == 0:
        return Text(
            id="Tidak ada data yang menguatkan satu pun anggota: pilihan ada pada Anda.",
            en="Nothing on record speaks for any of them: the choice is yours.",
        )
    comma = f"{best:g}".replace(".", ",")
    why = Text(id=f"Nilai tertinggi: {comma} dari 100.", en=f"Most points: {best:g} of 100.")
    tied = sum(one.total == best and one.uid not in facts.ended for one in advice.ranking) - 1
    if tied < 1:
        return why
    have = "has" if tied == 1 else "have"
    return Text(
        id=f"{why.id} {tied} anggota lain bernilai sama: pilihan ada pada Anda.",
        en=f"{why.en} {tied} other{'s' if tied > 1 else ''} {have} as many: the choice is yours.",
    )


def _ended(entry: Entry, facts: Facts) -> Disposition | None:
    """What is said of a member whose last day is over; None where it is not."""
    last = facts.ended.get(entry.uid)
    if last is None:
        return None
    reason = Text(id=f"Sudah berakhir {last:%d/%m/%Y}.", en=f"Ended on {last.isoformat()} already.")
    return Disposition(uid=entry.uid, action=Action.RETIRE, reason=reason, ended=last, settled=True)


def _not_ours(entry: Entry, kept: Entry) -> Disposition | None:
    """What is said of a member that a region does not end: it stays; None where the region may.

    Of a national one where another is kept beside it: Perpres 95/2018, article 63(3).
    """
    if entry.national:
        reason = Text(
            id=f"Milik pemerintah pusat: daerah tidak menghentikannya. Bila {kept.name} tetap dipakai, "
            "jelaskan mengapa aplikasi nasional tidak cukup (Perpres 95/2018).",
            en=f"It belongs to the national government: a region does not end it. If {kept.name} stays in "
            "use, say why the national application does not do (Perpres 95/2018).",
        )
    elif entry.government != kept.government:
        reason = Text(
            id="Milik pemerintah daerah lain: tidak dihentikan dari sini. Calon berbagi pakai.",
            en="It belongs to another local government and is not ended from here. A candidate for sharing.",
        )
    else:
        return None
    return Disposition(uid=entry.uid, action=Action.KEEP, reason=reason, settled=True)


def _has_nothing_to_move(entry: Entry, facts: Facts) -> bool:
    """Whether its records say that nobody uses it; where they say nothing, somebody may."""
    users = number(facts.elements.get(entry.uid), "users")
    return users == 0 and not entry.linked and not entry.neighbours.get("data")
