"""Checking how agencies hang on each other: added up again from the single points of failure in the file."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from queries.checker.forms import Cell, Certificate, Exposed, Shared
from queries.checker.verdict import Verdict

_NEAR = Fraction(1, 10**9)
_Ends = tuple[str | None, str | None]


def check_exposure(certificate: Certificate, verdict: Verdict) -> None:
    """Note what of the exposure of agencies to each other is confirmed and what is wrong."""
    found = certificate.exposure
    if found is None:
        return
    before = len(verdict.wrong)
    stopped = sorted(certificate.singles)
    if not _is_whole(certificate, found, stopped, verdict):
        return
    _check_cells(found, stopped, verdict)
    _check_shared(found, stopped, verdict)
    verdict.confirm(
        before,
        id_=f"ketergantungan antar-OPD: {len(found.cells)} isi matriks dan {len(found.shared)} tumpuan "
        "bersama dijumlahkan ulang dari titik kegagalan tunggal",
        en=f"dependence between agencies: {len(found.cells)} cells and {len(found.shared)} shared elements, "
        "added up again from the single points of failure",
    )
    verdict.pass_over(
        id_="kepentingan layanan dan siapa pemiliknya, sebagaimana tertulis",
        en="how important services are and whose they are, as it is written",
    )


def _is_whole(
    certificate: Certificate, found: Exposed, stopped: Iterable[tuple[str, str]], verdict: Verdict
) -> bool:
    """Whether just the targets are weighed, and everybody's owner is told; if not, say so."""
    targets = {claim.target for claim in certificate.claims}
    lacking = targets.union(*stopped) - found.owners.keys()
    for key in sorted(lacking | (targets ^ found.weights.keys())):
        _refuse(verdict, key)
    return not lacking and targets == found.weights.keys()


def _check_cells(found: Exposed, stopped: Iterable[tuple[str, str]], verdict: Verdict) -> None:
    whole = _whole(found)
    by_ends: dict[_Ends, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for target, alone in stopped:
        by_ends[found.owners[target], found.owners[alone]][alone].add(target)
    told = {(cell.agency, cell.on): cell for cell in found.cells}
    often = Counter((cell.agency, cell.on) for cell in found.cells)
    for ends in sorted(told.keys() | by_ends.keys(), key=str):
        right = ends in told and ends in by_ends and _right(told[ends], by_ends[ends], found.weights, whole)
        if not right or often[ends] > 1:
            _refuse(verdict, f"{ends[0] or '–'} ← {ends[1] or '–'}")


def _right(
    cell: Cell,
    stops: Mapping[str, set[str]],
    weights: Mapping[str, Fraction],
    whole: Mapping[str | None, Fraction],
) -> bool:
    """Whether a cell says what its single points of failure amount to."""
    if cell.worst not in stops:
        return False
    total = whole[cell.agency]
    shares = {alone: _share(targets, weights, total) for alone, targets in stops.items()}
    together = set().union(*stops.values())
    return (
        cell.stops == len(stops[cell.worst])
        and abs(cell.share - shares[cell.worst]) <= _NEAR
        and max(shares.values()) * total - shares[cell.worst] * total < Fraction(1, 10)
        and cell.any == len(together)
        and abs(cell.any_share - _share(together, weights, total)) <= _NEAR
    )


def _check_shared(found: Exposed, stopped: Iterable[tuple[str, str]], verdict: Verdict) -> None:
    total = sum(found.weights.values(), Fraction(0))
    by_element: dict[str, set[str]] = defaultdict(set)
    for target, alone in stopped:
        by_element[alone].add(target)
    wanted = {}
    for alone, targets in by_element.items():
        agencies = frozenset(owner for target in targets if (owner := found.owners[target]) is not None)
        if len(agencies) > 1:
            wanted[alone] = Shared(alone, agencies, len(targets), _share(targets, found.weights, total))
    told = {one.element: one for one in found.shared}
    for key in sorted(told.keys() | wanted.keys()):
        one, other = told.get(key), wanted.get(key)
        alike = one is not None and other is not None and _alike(one, other)
        if not alike:
            _refuse(verdict, key)


def _alike(one: Shared, other: Shared) -> bool:
    same = (one.agencies, one.stops) == (other.agencies, other.stops)
    return same and abs(one.share - other.share) <= _NEAR


def _whole(found: Exposed) -> dict[str | None, Fraction]:
    whole: dict[str | None, Fraction] = defaultdict(Fraction)
    for target, weight in found.weights.items():
        whole[found.owners[target]] += weight
    return whole


def _share(targets: Iterable[str], weights: Mapping[str, Fraction], whole: Fraction) -> Fraction:
    return sum((weights[target] for target in targets), Fraction(0)) / whole if whole else Fraction(0)


def _refuse(verdict: Verdict, what: str) -> None:
    verdict.refuse(
        "another_exposure",
        None,
        id_=f"{what}: tidak sesuai titik kegagalan tunggal di berkas ini",
        en=f"{what}: does not fit the single points of failure in this file",
    )
