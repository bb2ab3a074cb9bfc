"""How long an impact lasts and in which order to repair, as people read it."""

from collections.abc import Sequence

from model.kinds import ElementKind
from model.text import Language, Text, calendar_day
from queries.impact.idle import idle, over, without
from queries.impact.impact import Impact
from queries.resilience.outlook import Outlook
from queries.resilience.recovery import Back
from queries.resilience.restore_order import Step
from queries.resilience.single_points import TARGETS
from ui.components.plain import plain
from ui.components.workbook import Sheet
from ui.overview import agency_name
from ui.phrases import common
from ui.phrases import impact as words
from ui.wording import listed, number

_NAMED = 4  # services named beside a step; how many more there are is said
Row = tuple[int, str, str, str, float | None, float | None, int, str]


def headers(language: Language) -> list[str]:
    """Return the headers of the table of repairs."""
    columns = (
        words.STEP,
        words.RESTORE,
        common.KIND,
        common.AGENCY,
        words.TAKES,
        words.DONE_AFTER,
        words.BACK_COUNT,
        words.BACK_SERVICES,
    )
    return [column.in_(language) for column in columns]


def rows(impact: Impact, outlook: Outlook, language: Language, named: int = _NAMED) -> list[Row]:
    """Return the table of repairs, in their order."""
    snapshot = impact.snapshot
    return [
        (
            place,
            snapshot.elements.name[step.place],
            snapshot.metamodel.kind(snapshot.kind(step.place)).label.in_(language),
            agency_name(snapshot, step.place) or "",
            step.hours,
            step.after,
            len(step.brings_back),
            _services(impact, step.brings_back, named, language),
        )
        for place, step in enumerate(in_force(impact, outlook), 1)
    ]


def in_force(impact: Impact, outlook: Outlook) -> list[Step]:
    """Return the repairs of what is in use on the day; nothing else needs one."""
    valid = impact.requirements.valid
    return [step for step in outlook.order.steps if valid[step.place]]


def not_in_force(impact: Impact, language: Language) -> list[str]:
    """Return in sentences what failed that is not in use on the day, and who has nothing in its place."""
    snapshot, on = impact.snapshot, impact.scenario.on
    these = idle(impact)
    ended = over(snapshot, on)
    gone, coming = ([place for place in these if ended[place] == is_over] for is_over in (True, False))

    def names(places: Sequence[int]) -> str:
        return listed([snapshot.names[place] for place in places], _NAMED, language)

    said = [
        text.filled(names=names(places), day=calendar_day(on))
        for text, places in ((words.NO_LONGER, gone), (words.NOT_IN_USE_YET, coming))
        if places
    ]
    if left := without(snapshot, these, on):
        said.append(words.WITHOUT.filled(n=number(len(left), language), names=names(left)))
    return [text.in_(language) for text in said]


def sentences(impact: Impact, outlook: Outlook, language: Language) -> list[str]:
    """Return what is to be known of the order: where to begin, how good it is, what was assumed."""
    order, steps = outlook.order, in_force(impact, outlook)
    if not steps:
        return []
    first = steps[0]
    name = plain(impact.snapshot.elements.name[first.place])
    begin = words.BEGIN_WITH if len(steps) > 1 else words.RESTORE_ONE
    services = sum(impact.snapshot.kind(place) is ElementKind.SERVICE for place in first.brings_back)
    said = [
        begin.filled(
            name=name,
            n=number(len(first.brings_back), language),
            services=words.OF_THEM_SERVICES.filled(n=number(services, language)),
        )
    ]
    if len(steps) > 1:
        said.append(words.ORDER_EXACT if order.exact else _how_good(order.cost, order.bound, language))
    unknown = sum(step.hours is None for step in steps)
    if unknown == len(steps):
        said.append(words.NO_DURATION)
    elif unknown:
        hours = hours_words(order.assumed or 0.0, language)
        said.append(words.ASSUMED_DURATION.filled(n=unknown, hours=hours))
    return [text.in_(language) for text in said]


def overrun(back: Back, language: Language) -> str:
    """Return in words by how much a promise is broken at least; empty if it is not known to be."""
    if not back.exceeded or back.rto_hours is None:
        return ""
    return words.PROMISE_BROKEN.filled(
        rto=hours_words(back.rto_hours, language), hours=hours_words(back.exceeded, language)
    ).in_(language)


def sheet(impact: Impact, outlook: Outlook, language: Language) -> Sheet:
    """Return the order of repairs as a sheet, with every service that returns."""
    table = rows(impact, outlook, language, named=len(impact.snapshot))
    return Sheet(words.RESTORE_ORDER.in_(language), headers(language), table)


def hours_words(hours: float, language: Language) -> str:
    """Return hours with at most one decimal."""
    return number(hours, language, 0 if hours == int(hours) else 1)


def _how_good(cost: float, bound: float, language: Language) -> Text:
    if cost <= bound:
        return words.ORDER_EXACT
    if bound <= 0:
        return words.ORDER_UNKNOWN
    return words.ORDER_BOUND.filled(percent=number((cost / bound - 1) * 100, language, 1))


def _services(impact: Impact, places: Sequence[int], named: int, language: Language) -> str:
    snapshot = impact.snapshot
    names = [snapshot.elements.name[place] for place in places if snapshot.kind(place) in TARGETS]
    return listed(names, named, language)
