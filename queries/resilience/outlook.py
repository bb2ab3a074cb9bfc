"""What an impact means for those in charge: how much it matters, how long it lasts, what to repair first."""

from dataclasses import dataclass

from model.kinds import ElementKind
from queries.impact.impact import Impact
from queries.resilience.importance import Importance
from queries.resilience.recovery import Back, recovery
from queries.resilience.repairs import Repairs
from queries.resilience.restore_order import RestoreOrder, restore_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The outlook of a scenario.

    back: by affected element, when it is back. order: in which order to repair what failed.
    """

    importance: Importance
    back: dict[int, Back]
    order: RestoreOrder


def outlook(impact: Impact) -> Outlook:
    """Return the outlook of an impact."""
    repairs = Repairs(impact)
    importance = Importance(impact.snapshot, impact.scenario.on)
    return Outlook(importance=importance, back=recovery(repairs), order=restore_order(repairs, importance))


def foremost(impact: Impact, importance: Importance) -> int:
    """Return the affected element to speak of first: of the worst off services the most important one.

    Of other elements if no service is affected. Something must be affected.
    """
    affected = impact.order
    services = affected[impact.snapshot.of_kinds((ElementKind.SERVICE,))[affected]]
    among = services if len(services) else affected
    worst = among[impact.state[among] == impact.state[among].max()]
    return importance.ranked(worst)[0].place
