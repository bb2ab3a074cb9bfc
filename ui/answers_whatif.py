"""The JSON of a consolidation, as docs/cli.md has it. Fields may be added, none removed."""

from typing import Any

import numpy as np

from model.availability import State
from model.text import Language
from queries.impact import Impact
from queries.whatif.assuming import Worth
from queries.whatif.machines import Machines
from queries.whatif.moving import Flow, Load, Moving


def consolidate_json(
    moving: Moving, worth: Worth, machines: Machines | None, language: Language
) -> dict[str, Any]:
    """Return the shape of consolidate; machines: asked of machines and places only."""
    asked = moving.asked
    base, tried = asked.base, asked.branch.snapshot
    found = worth.saving
    assumptions = [text.in_(language) for text in worth.assumptions]

    def keys(uids: tuple[str, ...]) -> list[str]:
        return [base.keys[base.positions[uid]] for uid in uids]

    answer = {
        "keep": keys((asked.keep,))[0],
        "gone": keys(asked.gone),
        "kind": asked.kind.value,
        "on": asked.on.isoformat(),
        "covered": keys(asked.covered),
        "uncovered": keys(asked.uncovered),
        "impact": _impact(asked.after)
        | {"before": _impact(asked.before), "stops": keys(asked.leaning(asked.after))},
        "new_single_points": keys(tuple(point.uid for point in asked.new_points)),
        "new_points": [
            {
                "key": tried.keys[tried.positions[point.uid]],
                "targets": keys(point.targets),
                "concentrated": keys(point.concentrated),
            }
            for point in asked.new_points
        ],
        "flows": [_flow(flow, moving) for flow in moving.flows],
        "data": [
            {
                "key": keys((one.uid,))[0],
                "of": keys(one.of),
                "stored_on": keys(one.on),
                "fate": one.fate.value,
            }
            for one in moving.data
        ],
        "carried": keys(moving.carried),
        "load": {
            "before": _load(moving.load(after=False), moving),
            "after": _load(moving.load(after=True), moving),
        },
        "steps": [{"step": step.move.value, "elements": keys(step.elements)} for step in moving.steps],
        "saving": None
        if found is None
        else {"low": found.low, "high": found.high, "assumptions": assumptions},
        "assumptions": assumptions,
        "revision": base.revision,
    }
    return answer | ({} if machines is None else {"machines": _machines(moving, machines)})


def _impact(impact: Impact) -> dict[str, Any]:
    keys, snapshot = impact.snapshot.keys, impact.snapshot
    return {
        "failed": impact.failed,
        "affected": [
            {
                "key": keys[at],
                "kind": snapshot.kind(at).value,
                "name": snapshot.names[at],
                "owner": None if snapshot.owner[at] < 0 else keys[int(snapshot.owner[at])],
                "state": State(int(impact.state[at])).word,
            }
            for at in np.asarray(impact.order).tolist()
        ],
        "counts": {
            state.word: {kind.value: count for kind, count in kinds.items()}
            for state, kinds in impact.counts().items()
        },
    }


def _flow(flow: Flow, moving: Moving) -> dict[str, Any]:
    base = moving.asked.base
    of, source, target = (base.keys[base.positions[uid]] for uid in (flow.of, flow.source, flow.target))
    return {
        "of": of,
        "relation": flow.relation.value,
        "source": source,
        "target": target,
        "data": flow.data,
        "fate": flow.fate.value,
    }


def _load(load: Load, moving: Moving) -> dict[str, Any]:
    base = moving.asked.base
    agencies = [base.keys[base.positions[uid]] for uid in load.agencies]
    return {"agencies": agencies, "users": load.users, "unknown_users": load.unknown}


def _machines(moving: Moving, machines: Machines) -> list[dict[str, Any]]:
    base = moving.asked.base

    def key(uid: str) -> str:
        return base.keys[base.positions[uid]]

    return [
        {
            "key": key(uid),
            "carried": [key(other) for other in one.carried],
            "place": None if one.place is None else key(one.place),
            "little_used": one.is_little_used,
            "figures": dict(one.figures),
            "outdated": [{"key": key(old.uid), "ended": old.ended.isoformat()} for old in one.outdated],
        }
        for uid in (moving.asked.keep, *moving.asked.gone)
        for one in (machines.of(uid),)
    ]
