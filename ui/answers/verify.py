"""The JSON shape of a check. Fields may be added, none removed."""

from typing import Any

from model.text import Language
from queries.checker.forms import Certificate, Saved
from queries.checker.verdict import Verdict


def verdict_json(saved: Saved, verdict: Verdict, language: Language) -> dict[str, Any]:
    """Return the shape of verify; of two answers side by side, the second says of when they are."""
    latest = saved if isinstance(saved, Certificate) else saved.latest
    return {
        "confirmed": verdict.holds,
        "kind": saved.kind,
        "on": latest.on.isoformat(),
        "revision": latest.revision,
        "load": latest.load,
        "store": latest.store,
        "checks": [sentence.in_(language) for sentence in verdict.confirmed],
        "wrong": [
            {"problem": one.problem, "element": one.element, "message": one.message.in_(language)}
            for one in verdict.wrong
        ],
        "not_checked": [sentence.in_(language) for sentence in verdict.not_checked],
    }
