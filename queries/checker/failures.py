"""Checking failure sets: each takes its target down, no element of it can be spared, and none is missing."""

from collections.abc import Collection, Iterator
from itertools import combinations
from math import comb

from queries.checker.forms import Certificate, Claim
from queries.checker.subgraph import Subgraph
from queries.checker.verdict import Verdict

COMBINATIONS = 20_000  # that are tried for one target to see whether a set is missing
STEPS = 5_000_000  # of the rule, for all targets together, to the same end; some seconds


def check_failure_sets(certificate: Certificate, verdict: Verdict) -> None:
    """Note what of a list of failure sets is confirmed and what is wrong."""
    graph = Subgraph(certificate)
    before, left, skipped = len(verdict.wrong), STEPS, []
    for claim in certificate.claims:
        check = _Check(certificate, claim, graph, verdict)
        check.whole()
        check.listed()
        left = check.complete(left)
        if left < 0 or check.too_many:
            skipped.append(claim.target)
    count = sum(len(claim.sets) for claim in certificate.claims)
    verdict.confirm(
        before,
        id_=f"{count} kelompok kegagalan dari {len(certificate.claims)} sasaran: masing-masing membuat "
        "sasarannya mati, dan tidak satu anggotanya pun berlebih",
        en=f"{count} failure sets of {len(certificate.claims)} targets: each takes its target down, and none "
        "of its elements can be spared",
    )
    if len(skipped) < len(certificate.claims):
        full = len(certificate.claims) - len(skipped)
        verdict.confirm(
            before,
            id_=f"{full} sasaran: semua gabungan lain dicoba, tidak ada yang kurang",
            en=f"{full} targets: all other combinations were tried, none is missing",
        )
    _pass_over(certificate, skipped, verdict)


class _Check:
    """The check of one target."""

    def __init__(self, certificate: Certificate, claim: Claim, graph: Subgraph, verdict: Verdict) -> None:
        self._claim, self._graph, self._verdict = claim, graph, verdict
        self._below = graph.below(claim.target)
        self._offered = [
            key
            for key in self._below
            if key != claim.target
            and key not in certificate.protected
            and (certificate.may_fail is None or key in certificate.may_fail)
        ]
        self._alone: set[str] = set()  # confirmed to take the target down alone
        self.too_many = False

    def whole(self) -> None:
        """Note where requirements are missing in what the target requires."""
        for key in self._below:
            self._graph.check_owner(key, self._verdict)

    def listed(self) -> None:
        """Note every set listed that is none, or not minimal."""
        offered, seen = set(self._offered), set()
        nearness = {key: number for number, key in enumerate(self._below)}
        # what is near first: what is farther then only has to reach it
        order = sorted(
            self._claim.sets, key=lambda one: (len(one), sorted(nearness.get(key, 0) for key in one))
        )
        for one in order:
            names = ", ".join(sorted(one))
            if one in seen or not one or len(one) > self._claim.reached or not one <= offered:
                self._refuse(
                    "no_failure_set",
                    f"{{{names}}} tidak boleh tercantum (ganda, terlalu besar, atau tidak boleh mati)",
                    f"{{{names}}} must not be listed (twice, too large, or not allowed to fail)",
                )
                continue
            seen.add(one)
            if not self._down(one)[0]:
                self._refuse(
                    "no_failure_set",
                    f"{{{names}}} tidak membuatnya mati",
                    f"{{{names}}} does not take it down",
                )
            elif spare := self._spare(one):
                self._refuse(
                    "not_minimal",
                    f"{{{names}}} juga membuatnya mati tanpa {spare}",
                    f"{{{names}}} takes it down without {spare} too",
                )
            elif len(one) == 1:
                self._alone |= one

    def _spare(self, failed: frozenset[str]) -> str | None:
        """Return an element without which the others still take the target down. Nothing fails by itself."""
        if len(failed) == 1:
            return None
        return next((key for key in sorted(failed) if self._down(failed - {key})[0]), None)

    def complete(self, left: int) -> int:
        """Note every set that is missing, as far as the effort goes; return what is left of it."""
        rest = [key for key in self._offered if frozenset({key}) not in self._claim.sets]
        sizes = range(1, min(self._claim.reached, len(rest)) + 1)
        self.too_many = _more_than(COMBINATIONS, len(rest), sizes)
        if self.too_many or left < 0:
            return left
        listed = set(self._claim.sets)
        for failed in _combinations(rest, sizes):
            if _holds_one(failed, listed):
                continue
            down, steps = self._down(failed)
            left -= steps
            if down:
                names = ", ".join(sorted(failed))
                self._refuse(
                    "set_missing",
                    f"{{{names}}} juga membuatnya mati, tetapi tidak tercantum",
                    f"{{{names}}} takes it down too, but is not listed",
                )
            if down or left < 0:
                break
        return left

    def _down(self, failed: frozenset[str]) -> tuple[bool, int]:
        return self._graph.goes_down(self._claim.target, failed, self._below, self._alone)

    def _refuse(self, problem: str, indonesian: str, english: str) -> None:
        target = self._claim.target
        self._verdict.refuse(problem, target, id_=f"{target}: {indonesian}", en=f"{target}: {english}")


def _more_than(most: int, count: int, sizes: range) -> bool:
    """Whether there are more than so many combinations; says so before the numbers get out of hand."""
    found = 0
    for size in sizes:
        found += comb(count, size)
        if found > most:
            return True
    return False


def _combinations(rest: Collection[str], sizes: range) -> Iterator[frozenset[str]]:
    for size in sizes:
        yield from map(frozenset, combinations(rest, size))


def _holds_one(failed: frozenset[str], listed: Collection[frozenset[str]]) -> bool:
    parts = (frozenset(part) for size in range(1, len(failed) + 1) for part in combinations(failed, size))
    return any(part in listed for part in parts)


def _pass_over(certificate: Certificate, skipped: list[str], verdict: Verdict) -> None:
    if skipped:
        shown = ", ".join(skipped[:5]) + (" …" if len(skipped) > 5 else "")
        verdict.pass_over(
            id_=f"apakah daftarnya lengkap, untuk {len(skipped)} sasaran (terlalu banyak gabungan): {shown}",
            en=f"whether nothing is missing, for {len(skipped)} targets (too many combinations): {shown}",
        )
    short = [claim.target for claim in certificate.claims if claim.reached < claim.order]
    if short:
        shown = ", ".join(short[:5]) + (" …" if len(short) > 5 else "")
        verdict.pass_over(
            id_=f"gabungan lebih besar daripada yang tercantum, untuk {len(short)} sasaran: {shown}",
            en=f"larger combinations than are listed, for {len(short)} targets: {shown}",
        )
