"""Two impacts as people compare them: the scenarios in words, counts side by side, and what differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.availability import State
from model.kinds import ElementKind
from model.text import Language
from queries.impact.certainty import uncertain
from queries.impact.contrast import contrasts
from queries.impact.impact import Impact, Scenario, simulate
from queries.saved_scenarios import SavedScenario
from queries.snapshot.snapshot import Snapshot
from ui.components.workbook import Sheet, workbook
from ui.impact import affected, differing
from ui.impact.affected import WORST_FIRST, state_words
from ui.phrases import common
from ui.phrases import compare as words
from ui.phrases import impact as impact_words
from ui.wording import day

COLUMNS = differing.columns(words.FIRST, words.SECOND)


@dataclass(frozen=True, slots=True)
class Side:
    """A saved scenario on an architecture.

    title: in words. missing: how many of its elements are not there. load: after which the data stand; None
    for now.
    """

    title: str
    impact: Impact
    missing: int
    load: str | None


def side(
    saved: SavedScenario, snapshot: Snapshot, on: date, title: str, load: str | None = None
) -> Side | None:
    """Return a scenario simulated on a snapshot; None where none of its failing elements exists there.

    on: the day, unless the scenario has one of its own. load: after which the snapshot stands; None for now.
    """
    known = snapshot.positions
    failed = {uid: state for uid, state in saved.failed.items() if uid in known}
    if not failed:
        return None
    protected = saved.protected & known.keys()
    missing = len(saved.failed) - len(failed) + len(saved.protected - protected)
    scenario = Scenario(failed=failed, protected=protected, on=saved.on or on)
    return Side(title, simulate(snapshot, scenario), missing, load)


def names(impact: Impact, uids: Sequence[str]) -> str:
    """Return the names of elements."""
    snapshot = impact.snapshot
    return ", ".join(snapshot.elements.name[snapshot.index(uid)] for uid in sorted(uids))


def failing(impact: Impact) -> dict[State, list[str]]:
    """Return the uids of what is given as failing, by the state it fails to, the worst first."""
    given: dict[State, list[str]] = {}
    for uid, state in sorted(impact.scenario.failed.items()):
        given.setdefault(state, []).append(uid)
    return dict(sorted(given.items(), reverse=True))


def _given(impact: Impact, language: Language) -> str:
    keys = impact.snapshot.keys
    return "; ".join(
        f"{state_words(state, language)}: {', '.join(sorted(keys[impact.snapshot.index(u)] for u in uids))}"
        for state, uids in failing(impact).items()
    )


def counts(one: Impact, language: Language) -> list[tuple[str, int, int]]:
    """Return for each state, and for what is not known, how many elements, and how many of them services."""
    found, open_ = affected.summary(one.affected()), uncertain(one)
    services = sum(doubtful.kind is ElementKind.SERVICE for doubtful in open_)
    unknown = f"{common.UNKNOWN_SIGN} {common.UNKNOWN.in_(language)}"
    return [
        *((state_words(state, language), *found[state]) for state in WORST_FIRST),
        (unknown, len(open_), services),
    ]


def comparison_workbook(first: Side, second: Side, language: Language) -> bytes:
    """Return the comparison as a workbook: the counts side by side, and what differs."""
    found = contrasts(first.impact, second.impact)
    rows = differing.rows(found, first.impact, second.impact, language)
    sides = (first, second)
    pairs = zip(counts(first.impact, language), counts(second.impact, language), strict=True)
    return workbook(
        (
            Sheet(
                words.TITLE.in_(language),
                ["", first.title, second.title],
                [
                    (common.GIVEN.in_(language), *(_given(one.impact, language) for one in sides)),
                    (
                        impact_words.ON.in_(language),
                        *(day(one.impact.scenario.on, language) for one in sides),
                    ),
                    *((state, n, m) for (state, n, _), (_, m, _) in pairs),
                ],
            ),
            Sheet(words.DIFFERENCES.in_(language), [column.in_(language) for column in COLUMNS], rows),
        )
    )
