"""Continuity of services: what recovery is promised, whether it can be kept, and when it was last tried."""

from dataclasses import dataclass
from datetime import date

from model.element import Element, day
from model.kinds import ElementKind, RelationKind
from queries.evidence.register import Register
from queries.resilience.recovery import Promise, promises
from queries.resilience.recovery_points import RecoveryPoint, recovery_points


@dataclass(frozen=True, slots=True)
class Continuity:
    """A service with its promises (RTO, RPO; None: none was made) and the restore tests of its applications.

    tested: the day of the oldest of the last tests, None where none is known. untested: the applications of
    which no test is known.
    """

    service: Element
    time: Promise | None
    point: RecoveryPoint | None
    tested: date | None
    untested: tuple[Element, ...]


def continuity(register: Register) -> list[Continuity]:
    """Return every service, in the order of agencies and names."""
    times = {promise.key: promise for promise in promises(register.snapshot, register.on)}
    points = {point.key: point for point in recovery_points(register.snapshot, register.on)}
    rows = []
    for service in register.of_kinds((ElementKind.SERVICE,)):
        applications = register.targets(service.uid, RelationKind.REALIZED_BY, ElementKind.APPLICATION)
        tests = {one.uid: day(one, "restore_test") for one in applications}
        rows.append(
            Continuity(
                service,
                times.get(service.key),
                points.get(service.key),
                min((tested for tested in tests.values() if tested is not None), default=None),
                tuple(one for one in applications if tests[one.uid] is None),
            )
        )
    return rows
