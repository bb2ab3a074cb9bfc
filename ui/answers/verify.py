"""The JSON shape of a check. Fields may be added, none removed."""

from typing import Any

from model.text import Language
from queries.checker.forms import Certificate
from queries.checker.verdict import Verdict


def verdict_json(saved: Certificate, verdict: Verdict, language: Language) -> dict[str, Any]:
    """Return the shape of verify."""
    return {
        "confirmed": verdict.holds,
        "kind": saved.kind,
        "on": saved.on.isoformat(),
        "revision": saved.revision,
        "load": saved.load,
        "store": saved.store,
        "checks": [sentence.in_(language) for sentence in verdict.confirmed],
        "wrong": [
            {"problem": one.problem, "element": one.element, "message": one.message.in_(language)}
            for one in verdict.wrong
        ],
        "not_checked": [sentence.in_(language) for sentence in verdict.not_checked],
    }
