"""The JSON of likely pairs and groups; the shape is the contract in docs/cli.md."""

from typing import Any

from model.decision import pair_of
from model.text import Language
from queries.redundancy.contradictions import contradiction_findings
from queries.redundancy.engine import Pair
from queries.redundancy.explaining import evidence_label
from ui.answers.shapes import decision_json, finding_json
from ui.similar.likeness import Answer, Similar
from ui.similar.rationalising import Grounds, opinion_of


def duplicates_json(found: Similar, answer: Answer, grounds: Grounds, language: Language) -> dict[str, Any]:
    """Return the shape of duplicates: pairs, the groups they are in, and what is decided against itself.

    grounds: what is known of these groups; which member to keep is what the page advises.
    """
    present = {entry.uid: entry for entry in found.comparison.corpus.entries}
    keys = {uid: entry.key for uid, entry in present.items()}
    made = [one for one in found.made if one.kind is found.comparison.corpus.kind]
    return {
        "total": {"pairs": answer.all_pairs, "groups": answer.all_groups},
        "contradictions": [finding_json(one, language) for one in contradiction_findings(made, present)],
        "pairs": [_pair_json(pair, found, language) for pair in answer.pairs],
        "groups": [
            {
                "id": group.id,
                "members": [keys[uid] for uid in group.members],
                "keep": keys[opinion_of(grounds, group).advice.keep],
                "score": group.score,
                "functions": [label.in_(language) for label in group.functions],
                "confirmed": group.confirmed,
                "contested": group.contested,
                "left_out": [
                    {
                        "member": keys[one.uid],
                        "like": keys[one.like],
                        "score": one.score,
                        "distinct_from": [keys[uid] for uid in one.distinct],
                    }
                    for one in group.left_out
                ],
            }
            for group in answer.groups
        ],
    }


def _pair_json(pair: Pair, found: Similar, language: Language) -> dict[str, Any]:
    keys = found.neighbour_keys
    decision = found.decided.get(pair_of(*pair.ends))
    return {
        "left": pair.left.key,
        "right": pair.right.key,
        "score": pair.score,
        "confidence": pair.confidence,
        "kind": pair.kind.value,
        "terms": [
            {
                "evidence": term.evidence,
                "label": evidence_label(term.evidence, term.value).in_(language),
                "value": round(term.value, 4),
                "weight": round(term.weight, 4),
                "contribution": round(term.contribution, 4),
            }
            for term in pair.terms
        ],
        "shared": sorted({keys[uid] for found in pair.shared.values() for uid in found if uid in keys}),
        "functions": list(pair.functions),
        "codes": [{"code": code, "elements": n} for code, n in pair.codes.items()],
        "because": found.because(pair).in_(language),
        "decision": decision_json(decision) if decision else None,
    }
