"""All groups of applications as a workbook: a row for each group, and one for each of their members."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from model.text import Language, Text
from queries.redundancy.corpus import Entry
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from ui.components.workbook import Cell, Sheet, workbook
from ui.phrases import common, grouping
from ui.phrases import similar as words
from ui.similar import rationalising
from ui.similar.group_headline import cautions, headline, leads
from ui.similar.likeness import Similar
from ui.similar.rationalising import Opinion
from ui.wording import moment

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
    words.LAST_DAY,
    words.INTO,
    words.REASON,
    words.NOT_COVERED,
)


@dataclass(frozen=True, eq=False)
class GroupBook:
    """What the workbook is made of: a download makes it when nothing of the session is at hand any more.

    shown: what is said of one group, with what a person chose; the others are as recorded, else as advised.
    """

    store: Store
    snapshot: Snapshot
    found: Similar
    shown: Opinion | None
    today: date
    language: Language

    def content(self) -> bytes:
        """Return the workbook, in its language."""
        language, opinions = self.language, self._opinions()
        columns = (*words.GROUP_COLUMNS, *words.GROUP_PLAN_COLUMNS, grouping.ADVICE)
        return workbook(
            [
                Sheet(
                    words.GROUPS.in_(language),
                    [column.in_(language) for column in columns],
                    group_rows(opinions, language),
                ),
                Sheet(
                    words.MEMBERS.in_(language),
                    [column.in_(language) for column in _COLUMNS],
                    member_rows(opinions, self.today.year, language),
                ),
            ]
        )

    def _opinions(self) -> list[Opinion]:
        shown = self.shown
        every = rationalising.opinions(self.store, self.snapshot, self.found, self.found.groups, self.today)
        return [shown if shown and one.group.id == shown.group.id else one for one in every]


def group_rows(opinions: Iterable[Opinion], language: Language) -> list[list[Cell]]:
    """Return one row for each group: what it is, what is kept, what that saves, and the plan on record."""
    rows: list[list[Cell]] = []
    for one in opinions:
        (leading,) = rationalising.leading([one.group], one.facts.entries, language)
        saved = one.saving
        rows.append(
            [
                *leading,
                _called(one.facts.entries, one.advice.keep if leads(one) and not one.is_over else None),
                saved.low if saved else None,
                saved.high if saved else None,
                " ".join(text.in_(language) for text in saved.assumptions) if saved else "",
                one.plan.number if one.plan else "",
                moment(one.plan.at, language) if one.plan else "",
                " ".join(text.in_(language) for text in _advice(one)),
            ]
        )
    return rows


def _advice(opinion: Opinion) -> list[Text]:
    """Return what to do with a group and what speaks against it; nothing where all of it ended."""
    return [] if opinion.is_over else [*headline(opinion), *cautions(opinion)]


def member_rows(opinions: Iterable[Opinion], year: int, language: Language) -> list[list[Cell]]:
    """Return one row for each member of every group, in the order of the groups and of points."""
    return [row for one in opinions for row in _rows(one, year, language)]


def _rows(opinion: Opinion, year: int, language: Language) -> list[list[Cell]]:
    becomes = {one.uid: one for one in opinion.dispositions}
    function = rationalising.function_words(opinion.group, opinion.facts.entries, language)
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
                rationalising.action_label(what).in_(language),
                what.last_day,
                _called(opinion.facts.entries, what.into),
                what.reason.in_(language),
                ", ".join(what.uncovered if what.into else ()),
            ]
        )
    return rows


def _called(entries: Mapping[str, Entry], uid: str | None) -> str:
    return "" if uid is None else f"{entries[uid].name} ({entries[uid].key})"
