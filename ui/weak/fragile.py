"""Weak points and fake redundancy as people read them: rows of tables, sentences, and the workbook."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isinf

import numpy as np

from model.kinds import ElementKind
from model.text import Language, Text
from queries.resilience.common_causes import Common
from queries.resilience.exposure import Concentration, Exposure
from queries.resilience.fake_redundancy import FakeRedundancy, Fix
from queries.resilience.fragility import Fragility
from queries.resilience.recovery import Promise
from queries.resilience.single_points import noticed
from queries.resilience.unavailability import Unavailability
from queries.resilience.undecided import Undecided
from queries.resilience.weak_points import WeakPoint
from queries.snapshot.snapshot import Snapshot
from ui.components.workbook import Cell, Sheet, workbook
from ui.impact.affected import name_of
from ui.overview import agency_key, agency_name
from ui.phrases import common
from ui.phrases import explore as explore_words
from ui.phrases import impact as impact_words
from ui.phrases import unavailable as unavailable_words
from ui.phrases import weak as words
from ui.weak import promised, unavailable
from ui.wording import listed

_NAMED = 3  # targets named in a row; the counts are of all

POINT_COLUMNS = (
    words.FAILS,
    common.KIND,
    common.AGENCY,
    words.SERVICES,
    words.OTHERS,
    words.AGENCIES,
    words.AMONG,
    common.KEY,
)
JOINT_COLUMNS = (
    words.FAIL,
    words.COMMON,
    words.SERVICES,
    words.OTHERS,
    words.AGENCIES,
    words.AMONG,
    common.KEY,
)
UNDECIDED_COLUMNS = (
    common.NAME,
    explore_words.RELATION,
    words.TARGETS_OF,
    words.SETTLES,
    common.AGENCY,
    common.KEY,
)
EXPOSURE_COLUMNS = (
    words.EXPOSED,
    words.EXPOSED_TO,
    words.WORST,
    words.STOPPED,
    words.STOPPED_SHARE,
    words.STOPPED_ANY,
    words.STOPPED_ANY_SHARE,
)
CONCENTRATION_COLUMNS = (
    common.NAME,
    common.KIND,
    common.AGENCY,
    words.LEANING,
    words.STOPPED,
    words.STOPPED_SHARE,
    words.AMONG,
    common.KEY,
)
PROMISE_COLUMNS = (
    common.NAME,
    common.AGENCY,
    words.VERDICT,
    words.PROMISED,
    words.AT_BEST,
    words.BROKEN_BY,
    words.BECAUSE_OF,
    common.KEY,
)
FAKE_COLUMNS = (
    words.OWNER,
    words.GROUP,
    words.MEMBERS,
    words.CAUSE,
    words.OUTCOME,
    words.FIX,
    common.KEY,
)


def point_row(snapshot: Snapshot, point: WeakPoint, language: Language) -> tuple[Cell, ...]:
    """Return a single point of failure as the columns say."""
    (index,) = point.failed
    return (
        snapshot.elements.name[index],
        snapshot.metamodel.kind(snapshot.kind(index)).label.in_(language),
        agency_name(snapshot, index) or "",
        *_hit(snapshot, point, language),
        snapshot.elements.key[index],
    )


def joint_row(snapshot: Snapshot, point: WeakPoint, shared: Common, language: Language) -> tuple[Cell, ...]:
    """Return a failure set of several elements, with what they have in common, as the columns say."""
    return (
        names(snapshot, point.failed, " + "),
        common_words(snapshot, shared, language),
        *_hit(snapshot, point, language),
        " + ".join(snapshot.elements.key[index] for index in point.failed),
    )


def common_words(snapshot: Snapshot, shared: Common, language: Language) -> str:
    """Return what elements have in common, in words."""
    window = [words.WINDOW.filled(window=shared.window).in_(language)] if shared.window else []
    return ", ".join([*(snapshot.names[index] for index in shared.elements), *window])


def _hit(snapshot: Snapshot, point: WeakPoint, language: Language) -> tuple[Cell, ...]:
    among = _among(snapshot, point.targets, language)
    return point.services, len(point.targets) - point.services, point.agencies, among


def fake_row(
    snapshot: Snapshot, fake: FakeRedundancy, fix: Fix | None, language: Language
) -> tuple[Cell, ...]:
    """Return a group that one element takes down, and the cheapest change against it, as the columns say."""
    return (
        snapshot.elements.name[fake.owner],
        fake.group,
        names(snapshot, fake.members),
        snapshot.elements.name[fake.cause],
        (words.DECIDES if fake.decides else words.ALSO_OTHERWISE).in_(language),
        fix_words(snapshot, fake, fix).in_(language),
        snapshot.elements.key[fake.owner],
    )


def undecided_row(snapshot: Snapshot, one: Undecided, language: Language) -> tuple[Cell, ...]:
    """Return what nobody decided, as the columns say."""
    return (
        snapshot.elements.name[one.owner],
        snapshot.metamodel.relation(one.relation).label.in_(language),
        names(snapshot, one.targets),
        one.settles,
        agency_name(snapshot, one.owner) or "",
        snapshot.elements.key[one.owner],
    )


def exposure_row(snapshot: Snapshot, one: Exposure, language: Language) -> tuple[Cell, ...]:
    """Return how far an agency hangs on another, as the columns say; shares in per cent."""
    return (
        _owner(snapshot, one.agency, language),
        _owner(snapshot, one.on, language),
        snapshot.elements.name[one.worst],
        one.stops,
        round(100 * one.stops_share),
        one.any,
        round(100 * one.any_share),
    )


def concentration_row(snapshot: Snapshot, one: Concentration, language: Language) -> tuple[Cell, ...]:
    """Return an element on which agencies depend together, as the columns say; its share in per cent."""
    return (
        snapshot.elements.name[one.place],
        snapshot.metamodel.kind(snapshot.kind(one.place)).label.in_(language),
        agency_name(snapshot, one.place) or "",
        len(one.agencies),
        one.stops,
        round(100 * one.share),
        _among(snapshot, one.agencies, language),
        snapshot.elements.key[one.place],
    )


def _owner(snapshot: Snapshot, index: int, language: Language) -> str:
    return snapshot.elements.name[index] if index >= 0 else impact_words.NO_AGENCY.in_(language)


def promise_row(snapshot: Snapshot, one: Promise, language: Language) -> tuple[Cell, ...]:
    """Return a promised time to recovery and what stands against it, as the columns say; times in hours."""
    at_best = None if isinf(one.at_best) else round(one.at_best, 1)
    return (
        one.name,
        agency_name(snapshot, one.place) or "",
        words.VERDICTS[one.verdict].in_(language),
        one.promised,
        at_best,
        round(one.broken_by, 1) if one.broken_by and not isinf(one.broken_by) else None,
        " → ".join(name_of(snapshot, key) for key in one.chain),
        one.key,
    )


def _concentration_sheet(found: Fragility, language: Language) -> Sheet:
    rows = [concentration_row(found.snapshot, one, language) for one in found.concentrations]
    columns = [column.in_(language) for column in CONCENTRATION_COLUMNS]
    return Sheet(words.CONCENTRATION.in_(language), columns, rows)


def fix_words(snapshot: Snapshot, fake: FakeRedundancy, fix: Fix | None) -> Text:
    """Return what to change, as a sentence part."""
    if fix is None:
        return words.NO_FIX
    name = snapshot.elements.name
    return words.MOVES.get(fix.relation, words.MOVE).filled(
        source=name[fix.source], target=name[fix.target], cause=name[fake.cause]
    )


def _among(snapshot: Snapshot, indices: Sequence[int], language: Language) -> str:
    return listed(indices, _NAMED, language, snapshot.elements.name.__getitem__)


def names(snapshot: Snapshot, indices: Iterable[int], between: str = ", ") -> str:
    """Return the names of elements."""
    return between.join(snapshot.elements.name[index] for index in indices)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which weak points are shown: of some agencies, and taking down something of some; all if empty.

    owners, hit: keys of agencies.
    """

    owners: frozenset[str] = frozenset()
    hit: frozenset[str] = frozenset()

    def of(self, snapshot: Snapshot, points: Iterable[WeakPoint]) -> list[WeakPoint]:
        """Return the points that are left."""
        return [
            point
            for point in points
            if self._any(snapshot, point.failed, self.owners) and self._any(snapshot, point.targets, self.hit)
        ]

    def exposures(self, snapshot: Snapshot, cells: Iterable[Exposure]) -> list[Exposure]:
        """Return the exposures to other agencies that are left."""
        return [
            cell
            for cell in cells
            if cell.agency != cell.on
            and (not self.owners or _key(snapshot, cell.on) in self.owners)
            and (not self.hit or _key(snapshot, cell.agency) in self.hit)
        ]

    def unavailabilities(self, snapshot: Snapshot, found: Iterable[Unavailability]) -> list[Unavailability]:
        """Return the targets that are left; what decides them may belong to anybody."""
        return [one for one in found if self._any(snapshot, (one.target,), self.hit)]

    def concentrations(self, snapshot: Snapshot, found: Iterable[Concentration]) -> list[Concentration]:
        """Return what agencies lean on together, of what is left."""
        return [
            one
            for one in found
            if (not self.owners or _key(snapshot, one.owner) in self.owners)
            and (not self.hit or any(_key(snapshot, agency) in self.hit for agency in one.agencies))
        ]

    @staticmethod
    def _any(snapshot: Snapshot, indices: Iterable[int], wanted: frozenset[str]) -> bool:
        return not wanted or any(agency_key(snapshot, index) in wanted for index in indices)


def _key(snapshot: Snapshot, index: int) -> str | None:
    return None if index < 0 else snapshot.elements.key[index]


def beyond(found: Fragility) -> dict[ElementKind, int]:
    """Return for each kind of target how many are on record but not valid on the day; not of chosen ones."""
    if found.asked.targets:
        return {}
    rest = noticed(found.snapshot)
    rest[found.targets] = False
    return Counter(map(found.snapshot.kind, np.flatnonzero(rest).tolist()))


def alone(found: Fragility) -> dict[ElementKind, tuple[int, int]]:
    """Return for each kind of target how many fall with one element, and how many there are."""
    counts: dict[ElementKind, tuple[int, int]] = {}
    for one in found.sets:
        kind = found.snapshot.kind(one.target)
        hit, all_ = counts.get(kind, (0, 0))
        counts[kind] = hit + any(len(failed) == 1 for failed in one.sets), all_ + 1
    return counts


def answer_workbook(
    found: Fragility, singles: Sequence[WeakPoint], joint: Sequence[WeakPoint], language: Language
) -> bytes:
    """Return the answer as a workbook: single points, dangerous pairs, fake redundancy, and each target."""
    snapshot = found.snapshot

    def sheet(title: Text, columns: Sequence[Text], rows: Sequence[Sequence[Cell]]) -> Sheet:
        return Sheet(title.in_(language), [column.in_(language) for column in columns], rows)

    shared = found.common(joint)
    return workbook(
        (
            sheet(words.SINGLE, POINT_COLUMNS, [point_row(snapshot, point, language) for point in singles]),
            sheet(
                words.PAIRS,
                JOINT_COLUMNS,
                [joint_row(snapshot, *both, language) for both in zip(joint, shared, strict=True)],
            ),
            sheet(words.FAKE, FAKE_COLUMNS, [fake_row(snapshot, *one, language) for one in found.fakes]),
            sheet(
                words.UNDECIDED,
                UNDECIDED_COLUMNS,
                [undecided_row(snapshot, one, language) for one in found.undecided],
            ),
            sheet(
                words.PROMISES,
                PROMISE_COLUMNS,
                [promise_row(snapshot, one, language) for one in found.promises],
            ),
            *promised.sheets(found, language),
            _concentration_sheet(found, language),
            sheet(
                words.EXPOSURE,
                EXPOSURE_COLUMNS,
                [exposure_row(snapshot, one, language) for one in found.exposures],
            ),
            sheet(unavailable_words.TITLE, unavailable.COLUMNS, unavailable.rows(found, language)),
            sheet(words.TARGETS, TARGET_COLUMNS, target_rows(found, language)),
        )
    )


TARGET_COLUMNS = (common.NAME, common.KIND, common.AGENCY, words.ALONE, words.TOGETHER, common.KEY)


def target_rows(found: Fragility, language: Language) -> list[tuple[Cell, ...]]:
    """Return each target with how many elements alone, and how many sets, take it down; the most first."""
    snapshot = found.snapshot
    counted = [(sum(len(failed) == 1 for failed in one.sets), len(one.sets), one) for one in found.sets]
    counted.sort(key=lambda row: (-row[0], -row[1], row[2].target))
    return [
        (
            snapshot.elements.name[one.target],
            snapshot.metamodel.kind(snapshot.kind(one.target)).label.in_(language),
            agency_name(snapshot, one.target) or "",
            alone,
            all_ - alone,
            snapshot.elements.key[one.target],
        )
        for alone, all_, one in counted
    ]
