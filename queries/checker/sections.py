"""Parts of an answer that only some certificates have, from the file to typed values; None where missing."""

from queries.checker.forms import (
    Cause,
    Cell,
    Exposed,
    Fake,
    Likelihood,
    Order,
    Own,
    Promises,
    RecoveryPoints,
    Shared,
    Unavailability,
)
from queries.checker.part import Known, Part
from queries.checker.rule import STATES


def optional(part: Part, name: str) -> list[Part]:
    """Return the parts of a list that only some kinds of answer have."""
    return part.at(name).listed() if part.says(name) else []


def cause(part: Part, known: Known) -> Cause:
    """Return a possible cause."""
    return Cause(
        element=known.one(part.at("element")),
        explains=part.at("explains").count(),
        state=part.at("state").one_of(STATES),
        distance=part.at("distance").count(),
    )


def order(answer: Part, known: Known) -> Order | None:
    """Return the order of repairs."""
    if not answer.says("restore_order"):
        return None
    part = answer.at("restore_order")
    return Order(
        steps=tuple(
            (known.one(one.at("element")), one.at("hours").amount()) for one in part.at("steps").listed()
        ),
        weights={known.key(key, one): one.amount() for key, one in part.at("weights").named()},
        lost=part.at("lost").amount(),
        best=part.at("best").truth(),
    )


def fakes(answer: Part, known: Known) -> tuple[Fake, ...] | None:
    """Return redundancy that is none."""
    if not answer.says("fake_redundancy"):
        return None
    return tuple(
        Fake(
            owner=known.one(part.at("owner")),
            group=part.at("group").text(),
            cause=known.one(part.at("cause")),
            decides=part.at("decides").truth(),
        )
        for part in answer.at("fake_redundancy").listed()
    )


def unavailability(answer: Part, known: Known) -> Unavailability | None:
    """Return how likely targets are down."""
    if not answer.says("unavailability"):
        return None
    part = answer.at("unavailability")
    targets = tuple(
        Likelihood(
            target=known.one(one.at("target")),
            least=float(one.at("least").amount()),
            most=float(one.at("most").amount()),
            exact=one.at("exact").truth(),
            importance={
                known.key(key, each): float(each.at("importance").amount())
                for key, each in one.at("elements").by("element").items()
            },
        )
        for one in part.at("targets").listed()
    )
    return Unavailability(known.named(part.at("own"), _own), targets)


def _own(part: Part) -> Own:
    """How likely an element is down by itself: by its availability, else MTTR / (MTBF + MTTR)."""
    percent, between, restore = (
        part.at(name).maybe(Part.amount) for name in ("availability", "mtbf_hours", "restore_hours")
    )
    likely: float | None = None
    if percent is not None and percent <= 100:
        likely = float(1 - percent / 100)
    elif between and restore is not None:
        likely = float(restore / (between + restore))
    fails, missing = part.at("fails").truth(), part.at("missing").truth()
    least = likely if fails and likely is not None else 0.0
    return Own(least, 1.0 if missing or (fails and likely is None) else least)


def exposure(answer: Part, known: Known) -> Exposed | None:
    """Return how agencies hang on each other."""
    if not answer.says("exposure"):
        return None
    part = answer.at("exposure")
    owners = known.named(part.at("owners"), lambda one: one.maybe(Part.text))
    owned = Known(owners)
    return Exposed(
        owners=owners,
        weights=owned.named(part.at("weights"), Part.amount),
        cells=tuple(_cell(one, owned) for one in part.at("cells").listed()),
        shared=tuple(
            Shared(
                element=owned.key(key, one),
                agencies=frozenset(agency.text() for agency in one.at("agencies").listed()),
                stops=one.at("stops").count(),
                share=one.at("share").amount(),
            )
            for key, one in part.at("shared").by("element").items()
        ),
    )


def _cell(part: Part, owned: Known) -> Cell:
    return Cell(
        agency=part.at("agency").maybe(Part.text),
        on=part.at("on").maybe(Part.text),
        worst=owned.one(part.at("worst")),
        stops=part.at("stops").count(),
        share=part.at("share").amount(),
        any=part.at("any").count(),
        any_share=part.at("any_share").amount(),
    )


def promises(answer: Part, known: Known) -> Promises | None:
    """Return which promised times to recovery cannot be kept."""
    if not answer.says("promises"):
        return None
    part = answer.at("promises")
    broken = part.at("broken").by("element")
    for one in broken.values():
        known.one(one.at("by"))
    return Promises(
        hours=known.named(part.at("hours"), Part.amount),
        promised=known.named(part.at("promised"), Part.amount),
        broken={known.key(key, one): one.at("at_best").amount() for key, one in broken.items()},
    )


def recovery_points(answer: Part) -> RecoveryPoints | None:
    """Return how much data can be lost."""
    if not answer.says("recovery_points"):
        return None
    part = answer.at("recovery_points")
    return RecoveryPoints(
        promised=_texts(part.at("promised")),
        ways={key: _texts(one) for key, one in part.at("ways").named()},
        copies={key: _texts(one) for key, one in part.at("copies").named()},
        hours={key: one.amount() for key, one in part.at("hours").named()},
        not_kept={
            key: (one.at("verdict").text(), one.at("loss").maybe(Part.amount))
            for key, one in part.at("not_kept").by("element").items()
        },
    )


def _texts(part: Part) -> tuple[str, ...]:
    return tuple(one.text() for one in part.listed())
