"""Checking an order of repairs: what it costs, and, for few failures, that no other order costs less.

What an hour costs is the sum of the weights of what is down, and of half those of what is degraded, while the
elements that are not yet repaired still fail.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction

from queries.checker.forms import Certificate, Order
from queries.checker.rule import State
from queries.checker.subgraph import Subgraph
from queries.checker.verdict import Verdict

TRIED = 8  # failures up to which every order is weighed: 256 sets of what still fails
_NEAR = Fraction(1, 10**6)  # of the costs
_SHARES = {State.DOWN: Fraction(1), State.DEGRADED: Fraction(1, 2)}


def check_order(certificate: Certificate, verdict: Verdict) -> None:
    """Note what of an order of repairs is confirmed and what is wrong."""
    order = certificate.order
    if order is None:
        return
    failing = {key: state for key, state in certificate.failed.items() if state >= State.DEGRADED}
    repaired = [key for key, _ in order.steps]
    if sorted(repaired) != sorted(failing):
        verdict.refuse(
            "wrong_order",
            None,
            id_="urutan pemulihan tidak memuat tepat yang diandaikan mati",
            en="the order of repairs does not hold exactly what is assumed to fail",
        )
        return
    losses = _Losses(certificate, order, failing)
    before = len(verdict.wrong)
    found = sum((hours * losses.of(repaired[at:]) for at, (_, hours) in enumerate(order.steps)), Fraction(0))
    _check_cost(order, found, verdict)
    verdict.confirm(
        before,
        id_="urutan pemulihan: kerugiannya memang sebesar yang ditulis, menurut jam dan bobot di berkas ini",
        en="the order of repairs costs what it says, by the hours and weights in this file",
    )
    if order.best and len(repaired) <= TRIED:
        _check_best(order, losses, found, verdict)
    else:
        verdict.pass_over(
            id_="apakah tidak ada urutan pemulihan yang lebih baik",
            en="whether no order of repairs is better",
        )


def _check_cost(order: Order, found: Fraction, verdict: Verdict) -> None:
    if abs(found - order.lost) > _NEAR * max(found, Fraction(1)):
        verdict.refuse(
            "wrong_order",
            None,
            id_=f"urutan pemulihan merugikan {float(found):g}, bukan {float(order.lost):g}",
            en=f"the order of repairs costs {float(found):g}, not {float(order.lost):g}",
        )


def _check_best(order: Order, losses: "_Losses", found: Fraction, verdict: Verdict) -> None:
    """Weigh every order: by sets of what still fails, the smaller ones first."""
    hours = dict(order.steps)
    keys = sorted(hours)
    least = {0: Fraction(0)}
    for still in range(1, 1 << len(keys)):
        failing = [key for bit, key in enumerate(keys) if still >> bit & 1]
        loss = losses.of(failing)
        least[still] = min(
            hours[key] * loss + least[still & ~(1 << bit)] for bit, key in enumerate(keys) if still >> bit & 1
        )
    best = least[(1 << len(keys)) - 1]
    before = len(verdict.wrong)
    if best < found * (1 - _NEAR):
        verdict.refuse(
            "wrong_order",
            None,
            id_=f"ada urutan pemulihan yang lebih baik: {float(best):g}, bukan {float(found):g}",
            en=f"there is a better order of repairs: {float(best):g}, not {float(found):g}",
        )
    verdict.confirm(
        before,
        id_="semua urutan pemulihan ditimbang: tidak ada yang lebih baik",
        en="all orders of repairs were weighed: none is better",
    )


class _Losses:
    """What an hour costs while some elements still fail."""

    def __init__(self, certificate: Certificate, order: Order, failing: Mapping[str, State]) -> None:
        self._graph, self._weights, self._failing = Subgraph(certificate), order.weights, failing

    def of(self, still: Collection[str]) -> Fraction:
        """Return what is lost in an hour while these fail."""
        states, _ = self._graph.settled({key: self._failing[key] for key in still})
        return sum(
            (weight * _SHARES.get(states.get(key, State.UP), 0) for key, weight in self._weights.items()),
            Fraction(0),
        )
