"""All groups of applications as a workbook: a row for each group, and one for each of their members."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from model.text import Language
from queries.redundancy.corpus import Entry
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from ui import rationalising
from ui.components.workbook import Cell, Sheet, workbook
from ui.likeness import Similar
from ui.phrases import common
from ui.phrases import similar as words
from ui.rationalising import Opinion

_COLUMNS = (
    words.GROUP_COLUMNS[0],
    words.APPLICATION,
    words.WHOSE,
    common.KEY,
    words.POINTS,
    words.USERS,
    words.COST,
    words.STANDING,
    words.BECOMES,
    words.INTO,
    words.REASON,
    words.NOT_COVERED,
    words.SAVING_COLUMN,
)


@dataclass(frozen=True, eq=False)
class GroupBook:
    """What the workbook is made of: a download makes it when nothing of the session is at hand any more.

    shown: what is said of one group, with what a person chose; the others are as advised.
    """

    store: Store
    snapshot: Snapshot
    found: Similar
    shown: Opinion
    today: date
    language: Language

    def content(self) -> bytes:
        """Return the workbook, in its language."""
        groups, language = self.found.grouping.groups, self.language
        grounds = rationalising.grounds_of(self.store, self.snapshot, self.found, groups, self.today)
        opinions = [
            self.shown if one.id == self.shown.group.id else rationalising.opinion_of(grounds, one)
            for one in groups
        ]
        headers = [column.in_(language) for column in words.GROUP_COLUMNS]
        leading = rationalising.leading(groups, grounds.facts.entries, language)
        return workbook(
            [
                Sheet(words.GROUPS.in_(language), headers, leading),
                Sheet(
                    words.MEMBERS.in_(language),
                    [column.in_(language) for column in _COLUMNS],
                    member_rows(opinions, self.today.year, language),
                ),
            ]
        )


def member_rows(opinions: Iterable[Opinion], year: int, language: Language) -> list[list[Cell]]:
    """Return one row for each member of every group, in the order of the groups and of points."""
    return [row for one in opinions for row in _rows(one, year, language)]


def _rows(opinion: Opinion, year: int, language: Language) -> list[list[Cell]]:
    becomes = {one.uid: one for one in opinion.dispositions}
    function = rationalising.function_words(opinion.group, opinion.facts.entries, language)
    saved = rationalising.saving_words(opinion.saving, language) if opinion.saving else ""
    rows: list[list[Cell]] = []
    for member in rationalising.members_of(opinion, year):
        what = becomes[member.entry.uid]
        rows.append(
            [
                function,
                member.entry.name,
                member.entry.owner,
                member.entry.key,
                member.points,
                member.users,
                member.cost_idr,
                member.standing.in_(language),
                rationalising.action_words(what, language),
                _called(opinion.facts.entries, what.into),
                what.reason.in_(language),
                ", ".join(what.uncovered),
                saved,
            ]
        )
    return rows


def _called(entries: Mapping[str, Entry], uid: str | None) -> str:
    return "" if uid is None else f"{entries[uid].name} ({entries[uid].key})"
