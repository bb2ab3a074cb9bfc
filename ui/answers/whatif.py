"""The JSON of a consolidation, as docs/cli.md has it. Fields may be added, none removed."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from model.availability import State
from model.text import Language
from queries.certificate.comparison import consolidation_certificate
from queries.certificate.document import Document, Origin
from queries.impact.impact import Impact
from queries.whatif.consolidation import Consolidation, NewPoint
from queries.whatif.machines import Machines
from queries.whatif.moving import Flow, Load, Moving
from ui.similar.consolidating import Outcome


def consolidation_proof(found: Outcome, origin: Origin, language: Language) -> Document:
    """Return the certificate of a consolidation, with all that is told of it."""
    told = consolidate_json(found, language)
    return consolidation_certificate(found.asked, origin, told)


def consolidate_json(told: Outcome, language: Language) -> dict[str, Any]:
    """Return the shape of consolidate."""
    asked, found, machines = told.asked, told.worth.saving, told.machines
    assumptions = [text.in_(language) for text in told.worth.assumptions]
    answer = {
        "keep": _keys(asked, (asked.keep,))[0],
        "gone": _keys(asked, asked.gone),
        "kind": asked.kind.value,
        "on": asked.on.isoformat(),
        "cautions": [text.in_(language) for text in told.cautions],
        "left_without": _keys(asked, asked.bereft),
        "covered": _keys(asked, asked.covered),
        "uncovered": _keys(asked, asked.uncovered),
        "impact": _impact(asked.after)
        | {"before": _impact(asked.before), "stops": _keys(asked, asked.leaning(asked.after))},
        "new_single_points": _keys(asked, [point.uid for point in asked.new_points]),
        "new_points": [_point(asked, point) for point in asked.new_points],
        "exposure": [
            {
                "agency": _key(asked, shift.agency),
                "on": _key(asked, shift.on),
                "element": _key(asked, shift.worst),
                "before": shift.before,
                "after": shift.after,
                "begun": _keys(asked, shift.begun),
            }
            for shift in asked.exposed
        ],
        **_moving(told.moving),
        "saving": None
        if found is None
        else {"low": found.low, "high": found.high, "assumptions": assumptions},
        "assumptions": assumptions,
        "revision": asked.base.revision,
    }
    return answer | ({} if machines is None else {"machines": _machines(asked, machines)})


def _keys(asked: Consolidation, uids: Iterable[str]) -> list[str]:
    return [asked.base.keys[asked.base.positions[uid]] for uid in uids]


def _key(asked: Consolidation, uid: str | None) -> str | None:
    return None if uid is None else _keys(asked, (uid,))[0]


def _point(asked: Consolidation, point: NewPoint) -> dict[str, Any]:
    return {
        "key": _keys(asked, (point.uid,))[0],
        "targets": _keys(asked, point.targets),
        "concentrated": _keys(asked, point.concentrated),
    }


def _moving(moving: Moving) -> dict[str, Any]:
    """What has to move, in which order, and the load before and after."""
    asked = moving.asked
    return {
        "flows": [_flow(asked, flow) for flow in moving.flows],
        "data": [
            {
                "key": _keys(asked, (one.uid,))[0],
                "of": _keys(asked, one.of),
                "stored_on": _keys(asked, one.on),
                "fate": one.fate.value,
            }
            for one in moving.data
        ],
        "carried": _keys(asked, moving.carried),
        "load": {
            "before": _load(asked, moving.load(after=False)),
            "after": _load(asked, moving.load(after=True)),
        },
        "steps": [
            {"step": step.move.value, "elements": _keys(asked, step.elements)} for step in moving.steps
        ],
    }


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


def _flow(asked: Consolidation, flow: Flow) -> dict[str, Any]:
    of, source, target = _keys(asked, (flow.of, flow.source, flow.target))
    return {
        "of": of,
        "relation": flow.relation.value,
        "source": source,
        "target": target,
        "data": flow.data,
        "fate": flow.fate.value,
    }


def _load(asked: Consolidation, load: Load) -> dict[str, Any]:
    return {"agencies": _keys(asked, load.agencies), "users": load.users, "unknown_users": load.unknown}


def _machines(asked: Consolidation, machines: Machines) -> list[dict[str, Any]]:
    return [
        {
            "key": machines.key(uid),
            "carried": _keys(asked, one.carried),
            "place": None if one.place is None else machines.key(one.place),
            "little_used": one.is_little_used,
            "figures": dict(one.figures),
            "support_known": one.support_known,
            "outdated": [
                {"key": machines.key(old.uid), "ended": old.ended.isoformat()} for old in one.outdated
            ],
        }
        for uid in (asked.keep, *asked.gone)
        for one in (machines.of(uid),)
    ]
