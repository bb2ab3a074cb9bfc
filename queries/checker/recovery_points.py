"""Checking promised recovery points: nobody can lose less than the data that it comes to, and its best copy.

Data loses what it promises; what its best copy loses, if that is more or it promises nothing. What promises
less than any of its data loses is broken; what comes to no data, or to data without a copy or of an unknown
loss, is unknown.
"""

from fractions import Fraction

from queries.checker.forms import Certificate, RecoveryPoints
from queries.checker.verdict import Verdict


def check_recovery_points(certificate: Certificate, verdict: Verdict) -> None:
    """Note what of the promised recovery points is confirmed and what is wrong."""
    found = certificate.recovery_points
    if found is None or not (found.promised or found.not_kept):
        return
    before = len(verdict.wrong)
    for key in sorted({*found.promised, *found.not_kept}):
        judged = _judged(found, key) if key in found.promised and key in found.hours else None
        said = found.not_kept.get(key, ("kept", None))
        if judged is None or judged[0] != said[0] or (key in found.not_kept and judged[1] != said[1]):
            verdict.refuse(
                "another_promise",
                key,
                id_=f"{key}: janji RPO-nya tidak demikian menurut data dan salinan di berkas ini",
                en=f"{key}: its promised RPO is not so, by the data and copies in this file",
            )
    broken = sum(word == "broken" for word, _ in found.not_kept.values())
    verdict.confirm(
        before,
        id_=f"{broken} dari {len(found.promised)} janji RPO tidak dapat dipenuhi, menurut data yang dipakai",
        en=f"{broken} of {len(found.promised)} promised RPOs cannot be kept, by the data that is used",
    )
    verdict.pass_over(
        id_="data yang dipakai dan salinannya, sebagaimana tertulis",
        en="which data is used and where copies are, as it is written",
    )


def _judged(found: RecoveryPoints, key: str) -> tuple[str, Fraction | None]:
    """Return the verdict on a promise, and the most that its data can lose, as far as known."""
    data = [one for one in _reached(found, key) if one in found.copies]
    losses = [_loss(found, one) for one in data]
    worst = max((loss for loss in losses if loss is not None), default=None)
    if worst is not None and worst > found.hours[key]:
        return "broken", worst
    certain = data and None not in losses and all(found.copies[one] for one in data)
    return ("kept" if certain else "unknown"), worst


def _reached(found: RecoveryPoints, key: str) -> list[str]:
    reached = {key: None}
    waiting = [key]
    for one in waiting:
        fresh = [other for other in found.ways.get(one, ()) if other not in reached]
        reached |= dict.fromkeys(fresh)
        waiting += fresh
    return list(reached)


def _loss(found: RecoveryPoints, data: str) -> Fraction | None:
    own = found.hours.get(data)
    best = min((found.hours[copy] for copy in found.copies[data] if copy in found.hours), default=None)
    if best is not None and (own is None or best > own):
        return best
    return own
