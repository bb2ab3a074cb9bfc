"""Promises of recovery that are broken, as people read them: by whom (RTO), and how much data (RPO)."""

from collections.abc import Callable, Sequence
from functools import partial
from math import isinf

from model.text import Language
from queries.resilience.fragility import Fragility
from queries.resilience.recovery import Offender, Verdict
from queries.resilience.recovery_points import Loss, RecoveryPoint
from queries.snapshot.snapshot import Snapshot
from ui.components.workbook import Cell, Sheet
from ui.impact.affected import name_of
from ui.impact.restoring import hours_words
from ui.overview import agency_name
from ui.phrases import common
from ui.phrases import weak as words
from ui.wording import listed, number

_NAMED = 3  # promises named in a row; the counts are of all

OFFENDER_COLUMNS = (
    words.OFFENDER,
    common.KIND,
    common.AGENCY,
    words.BACK_AFTER,
    words.BREAKS,
    words.BREAKS_BY,
    words.AMONG,
    common.KEY,
)
POINT_COLUMNS = (
    common.NAME,
    common.AGENCY,
    words.VERDICT,
    words.RPO,
    words.CAN_LOSE,
    words.RPO_EXCEEDED,
    words.BECAUSE_OF,
    common.KEY,
)


def sentences(found: Fragility, language: Language, shown: Callable[[str], str] = str) -> list[str]:
    """Return how many promises cannot be kept, or are not known to be, and who breaks most of them.

    shown: how names stand in them. What counts most is between "**".
    """
    rto = [one.verdict for one in found.promises]
    rpo = [one.verdict for one in found.recovery_points]
    said = [
        words.RTO_COUNT.filled(
            broken=number(rto.count(Verdict.BROKEN), language),
            together=number(rto.count(Verdict.TOGETHER), language),
            unknown=number(rto.count(Verdict.UNKNOWN), language),
        ),
        words.RPO_COUNT.filled(
            broken=number(rpo.count(Loss.BROKEN), language), unknown=number(rpo.count(Loss.UNKNOWN), language)
        ),
    ]
    if found.offenders:
        worst = found.offenders[0]
        said.insert(
            1,
            words.WORST_OFFENDER.filled(
                name=shown(name_of(found.snapshot, worst.key)),
                n=number(len(worst.promises), language),
                hours=_hours_words(worst.hours, language),
            ),
        )
    return [text.in_(language) for text in said]


def offender_row(snapshot: Snapshot, one: Offender, language: Language) -> tuple[Cell, ...]:
    """Return an element that breaks promises, as the columns say; times in hours."""
    index = snapshot.keyed(one.key)
    return (
        snapshot.names[index],
        snapshot.metamodel.kind(snapshot.kind(index)).label.in_(language),
        agency_name(snapshot, index) or "",
        finite_hours(one.hours),
        len(one.promises),
        finite_hours(one.broken_by),
        listed(one.promises, _NAMED, language, partial(name_of, snapshot)),
        one.key,
    )


def point_row(snapshot: Snapshot, one: RecoveryPoint, language: Language) -> tuple[Cell, ...]:
    """Return a promised recovery point and what stands against it, as the columns say; times in hours.

    What is lost is told only where it breaks the promise: what is known of it is not all otherwise.
    """
    return (
        one.name,
        agency_name(snapshot, one.place) or "",
        words.LOSSES[one.verdict].in_(language),
        one.promised,
        one.loss if one.verdict is Loss.BROKEN else None,
        one.broken_by or None,
        " → ".join(name_of(snapshot, key) for key in one.chain),
        one.key,
    )


def sheets(found: Fragility, language: Language) -> Sequence[Sheet]:
    """Return who breaks promised times, and the promised recovery points, as sheets of the workbook."""
    snapshot = found.snapshot
    offending = [offender_row(snapshot, one, language) for one in found.offenders]
    points = [point_row(snapshot, one, language) for one in found.recovery_points]
    return (
        Sheet(words.OFFENDERS.in_(language), [one.in_(language) for one in OFFENDER_COLUMNS], offending),
        Sheet(words.RPO_SHEET.in_(language), [one.in_(language) for one in POINT_COLUMNS], points),
    )


def finite_hours(hours: float) -> float | None:
    """Return hours as a cell shows them: none where it takes forever."""
    return None if isinf(hours) else round(hours, 1)


def _hours_words(hours: float, language: Language) -> str:
    return "∞" if isinf(hours) else hours_words(hours, language)
