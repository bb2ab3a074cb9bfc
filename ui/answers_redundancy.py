"""The JSON of likely pairs and groups; the shape is the contract in docs/cli.md."""

from typing import Any

from model.text import Language
from queries.redundancy.engine import Pair
from queries.redundancy.explaining import evidence_label


def pair_json(pair: Pair, keys: dict[str, str], language: Language) -> dict[str, Any]:
    """Return one pair. keys: key by uid, of what both share."""
    return {
        "left": pair.left.key,
        "right": pair.right.key,
        "score": pair.score,
        "confidence": pair.confidence,
        "kind": pair.kind.value,
        "terms": [
            {
                "evidence": term.evidence,
                "label": evidence_label(term.evidence).in_(language),
                "value": round(term.value, 4),
                "weight": round(term.weight, 4),
                "contribution": round(term.contribution, 4),
            }
            for term in pair.terms
        ],
        "shared": sorted({keys[uid] for found in pair.shared.values() for uid in found if uid in keys}),
        "functions": list(pair.functions),
    }
