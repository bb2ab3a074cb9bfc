"""What becomes of the applications of a group, the kept one and the others: advice with its reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique

from model.element import number
from model.text import Text
from queries.redundancy.corpus import Entry
from queries.redundancy.coverage import coverage
from queries.redundancy.rationalise import Advice, Facts


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition:
    """What becomes of one member of a group, when, and why.

    into: uid of what takes its place. uncovered: names of what nothing would serve any more, a warning.
    """

    uid: str
    action: Action
    reason: Text
    into: str | None = None
    on: date | None = None
    uncovered: tuple[str, ...] = ()


def dispositions(
    advice: Advice,
    facts: Facts,
    identical: Iterable[tuple[str, str]] = (),
    on: date | None = None,
) -> tuple[Disposition, ...]:
    """Return what becomes of each member, the kept one first.

    A region does not end what the national government keeps: such a member stays, whichever is kept.
    identical: pairs of uids that are one system, registered twice. on: when the others end.
    """
    members = [one.uid for one in advice.ranking]
    same = {frozenset(pair) for pair in identical}
    kept = facts.entries[advice.keep]
    why = Text(id="Dipilih oleh pengguna.", en="Chosen by a person.")
    if not advice.overruled:
        best = advice.ranking[0].total
        comma = f"{best:g}".replace(".", ",")
        why = Text(id=f"Nilai tertinggi: {comma} dari 100.", en=f"Most points: {best:g} of 100.")
    found = [Disposition(uid=kept.uid, action=Action.KEEP, reason=why)]
    left = [facts.entries[uid] for uid in members if uid != kept.uid]
    staying = sorted(left, key=lambda entry: entry.key.encode())
    return (*found, *(_leaving(entry, kept, facts, (same, on)) for entry in staying))


def _leaving(
    entry: Entry, kept: Entry, facts: Facts, how: tuple[set[frozenset[str]], date | None]
) -> Disposition:
    same, on = how
    if entry.national:
        return Disposition(uid=entry.uid, action=Action.KEEP, reason=_not_ours(kept))
    missing = tuple(name for one in coverage(kept, entry) for _, name in sorted(one.uncovered.items()))
    if frozenset((entry.uid, kept.uid)) in same:
        action, reason = (
            Action.MERGE,
            Text(
                id=f"Sistem yang sama dengan {kept.name}, tercatat dua kali.",
                en=f"The same system as {kept.name}, registered twice.",
            ),
        )
    elif _has_nothing_to_move(entry, facts):
        action, reason = (
            Action.RETIRE,
            Text(
                id="Tercatat tanpa pengguna, data, dan integrasi: tidak ada yang perlu dialihkan.",
                en="Recorded without users, data and integrations: nothing has to move.",
            ),
        )
    else:
        action, reason = (
            Action.MIGRATE,
            Text(
                id=f"Pengguna dan data dialihkan ke {kept.name}.", en=f"Users and data move to {kept.name}."
            ),
        )
    if missing and action is not Action.MERGE:
        reason = Text(
            id=f"{reason.id} Belum ada pengganti untuk: {', '.join(missing)}.",
            en=f"{reason.en} Nothing replaces yet: {', '.join(missing)}.",
        )
    if action is Action.MERGE:  # a decision of its own: nothing ends on a day, nothing is lost
        return Disposition(uid=entry.uid, action=action, reason=reason, into=kept.uid)
    return Disposition(uid=entry.uid, action=action, reason=reason, into=kept.uid, on=on, uncovered=missing)


def _not_ours(kept: Entry) -> Text:
    """Why a national application stays where another is kept beside it (Perpres 95/2018, article 63(3))."""
    return Text(
        id=f"Milik pemerintah pusat: daerah tidak menghentikannya. Bila {kept.name} tetap dipakai, "
        "jelaskan mengapa aplikasi nasional tidak cukup (Perpres 95/2018).",
        en=f"It belongs to the national government: a region does not end it. If {kept.name} stays in use, "
        "say why the national application does not do (Perpres 95/2018).",
    )


def _has_nothing_to_move(entry: Entry, facts: Facts) -> bool:
    """Whether its records say that nobody uses it; where they say nothing, somebody may."""
    users = number(facts.elements.get(entry.uid), "users")
    return users == 0 and not entry.linked and not entry.neighbours.get("data")
