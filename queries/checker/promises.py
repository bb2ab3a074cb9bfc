"""Checking promised times to recovery: which cannot be kept, even if all is repaired at the same time."""

from collections.abc import Callable
from fractions import Fraction

from queries.checker.forms import Certificate, Promises
from queries.checker.subgraph import Subgraph
from queries.checker.verdict import Verdict


def check_promises(certificate: Certificate, verdict: Verdict) -> None:
    """Note what of the promises said to be broken is confirmed and what is wrong."""
    found = certificate.promises
    if found is None or not (found.promised or found.broken):
        return
    before, restored = len(verdict.wrong), _Restored(Subgraph(certificate), found)
    for key in sorted(found.promised.keys() | found.broken.keys()):
        restored.check_whole(key, verdict)
        if not restored.right(key):
            told = f"{float(found.broken[key]):g}" if key in found.broken else "–"
            verdict.refuse(
                "another_promise",
                key,
                id_=f"{key}: tidak benar bahwa ia pulih paling cepat {told} jam",
                en=f"{key}: it is not so that it is back after {told} h at best",
            )
    verdict.confirm(
        before,
        id_=f"{len(found.broken)} dari {len(found.promised)} janji RTO tidak dapat dipenuhi; "
        "yang lain dapat bila semuanya diperbaiki serentak",
        en=f"{len(found.broken)} of {len(found.promised)} promised RTOs cannot be kept; "
        "the others can if all is repaired at the same time",
    )
    verdict.pass_over(
        id_="lama pemulihan tiap objek, dan janji yang bergantung pada urutan atau pada isian kosong",
        en="the time to restore of each element, and promises that hang on an order or on missing data",
    )


class _Restored:
    """What is still down after some hours, if all failed at once and is repaired at the same time."""

    def __init__(self, graph: Subgraph, found: Promises) -> None:
        self._graph, self._found = graph, found

    def check_whole(self, key: str, verdict: Verdict) -> None:
        """Note where requirements are missing in what an element requires."""
        for one in self._graph.below(key):
            self._graph.check_owner(one, verdict)

    def right(self, key: str) -> bool:
        """Whether a promise is broken as is said, or not where nothing is said."""
        promised, best = self._found.promised.get(key), self._found.broken.get(key)
        if promised is None:
            return False
        if best is None:
            return not self._down(key, lambda hours: hours > promised)
        late = best > promised and self._down(key, lambda hours: hours >= best)
        return late and not self._down(key, lambda hours: hours > best)

    def _down(self, key: str, still: Callable[[Fraction], bool]) -> bool:
        below = self._graph.below(key)
        failed = [one for one in below if one in self._found.hours and still(self._found.hours[one])]
        return self._graph.goes_down(key, failed, below, frozenset())[0]
