"""What a hit beside a proposal is called: a proposal is on record nowhere, so nothing is there twice."""

from model.text import Text
from queries.redundancy.engine import FindingKind, Pair
from queries.redundancy.evidence import Evidence
from queries.redundancy.explaining import KIND_LABELS, evidence_label
from queries.redundancy.scoring import BASELINE, UNDESCRIBED

_BY_WORDS = (Evidence.WORDS, Evidence.LETTERS, Evidence.TOPIC, Evidence.COMPANY)
_SAME_NAME = Text(id="Sudah ada dengan nama yang sama", en="Exists under the same name")
_VERSION = Text(id="Aplikasi yang sama di platform lain", en="The same application on another platform")
_WORDED = Text(id="Uraiannya sama", en="The same description")
_ALIKE = Text(id="Kata-kata serupa", en="Similar words")


def hit_label(pair: Pair) -> Text:
    """Return what a hit is: its kind, or where no function is the same what makes it likeliest."""
    if pair.has(Evidence.VARIANT):
        return _VERSION
    if pair.kind is FindingKind.IDENTITY:
        return _SAME_NAME if pair.has(Evidence.SAME_NAME) else _strongest(pair)
    if pair.kind in (FindingKind.FUNCTIONAL, FindingKind.SHARING) and not pair.functions:
        return _strongest(pair)
    return KIND_LABELS[pair.kind]


def _strongest(pair: Pair) -> Text:
    told = [one for one in pair.terms if one.evidence not in (BASELINE, UNDESCRIBED) and one.contribution > 0]
    if not told:
        return _ALIKE
    name = max(told, key=lambda one: one.contribution).evidence
    if name == Evidence.FUNCTION and not pair.functions:
        return _WORDED
    return _ALIKE if name in _BY_WORDS else evidence_label(name)
