"""The JSON shapes of impact, from typed answers. Fields may be added, none removed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from model.availability import State
from model.faults import Place
from queries.impact.causes import Cause
from queries.impact.certainty import Gap, Uncertain, Written
from queries.impact.idle import idle, over, without
from queries.impact.impact import Affected, Impact, MemberState, Reason, Scenario
from queries.impact.reach import reach, reach_back
from queries.impact.shared_causes import shared_cause
from queries.resilience.outlook import Outlook
from queries.snapshot.snapshot import Snapshot
from ui.answers.shapes import cell_json, why_json
from ui.impact import restoring


def impact_json(
    impact: Impact,
    ahead: Outlook,
    doubtful: Iterable[Uncertain],
    cells: tuple[Mapping[Gap, Place], Written],
    day: date | None,
) -> dict[str, Any]:
    """Return the shape of impact. cells: where each gap could be filled in, and what is written unlinked."""
    places, written = cells
    return {
        "failed": impact.failed,
        "on": day.isoformat() if day else None,
        "affected": [_affected(impact, row) | _lasting(row.place, ahead) for row in impact.affected()],
        "uncertain": [
            {
                "key": one.key,
                "kind": one.kind.value,
                "name": one.name,
                "state": one.state.word,
                "possible": one.possible.word,
                "missing": [
                    {"relation": gap.relation.value, "element": gap.key, "cell": cell_json(places.get(gap))}
                    | why_json(gap, written)
                    for gap in one.gaps
                ],
            }
            for one in doubtful
        ],
        "counts": {
            state.word: {kind.value: number for kind, number in kinds.items()}
            for state, kinds in impact.counts().items()
        },
        **_restoring(impact, ahead),
        **_idle(impact),
        "revision": impact.snapshot.revision,
        "cypher": reach(impact),
    }


def causes_json(
    snapshot: Snapshot, scenario: Scenario, found: Sequence[Cause], day: date | None
) -> dict[str, Any]:
    """Return the shape of impact for what could be the cause.

    explains: how many of the elements in trouble its loss alone would harm; what explains most stands first.
    together: what is a cause only when something else fails too.
    """
    alone = [row for row in found if row.state > State.UP]
    counts: dict[str, Counter[str]] = {}
    for row in alone:
        counts.setdefault(row.state.word, Counter())[row.kind.value] += 1
    return {
        "failed": sorted(snapshot.elements.key[snapshot.index(uid)] for uid in scenario.failed),
        "on": day.isoformat() if day else None,
        "affected": [_head(row) | {"reasons": [], "explains": row.explains} for row in alone],
        "together": [_head(row) for row in found if row.state is State.UP],
        "uncertain": [],
        "counts": counts,
        "revision": snapshot.revision,
        "cypher": reach_back(snapshot, scenario, found),
    }


def _restoring(impact: Impact, ahead: Outlook) -> dict[str, Any]:
    """In which order to restore what failed; hours are null where they are not known."""
    keys = impact.snapshot.keys
    steps = [
        {
            "key": keys[step.place],
            "hours": step.hours,
            "after": step.after,
            "brings_back": [keys[place] for place in step.brings_back],
        }
        for step in restoring.in_force(impact, ahead)
    ]
    return {
        "restore_order": steps,
        "restore_exact": ahead.order.exact,
        "restore_assumed_hours": ahead.order.assumed,
    }


def _idle(impact: Impact) -> dict[str, Any]:
    """What failed that is not in use on the day, and what has nothing in its place on that day already."""
    snapshot, on, these = impact.snapshot, impact.scenario.on, idle(impact)
    ended = over(snapshot, on)
    return {
        "not_in_force": [{"key": snapshot.keys[place], "over": bool(ended[place])} for place in these],
        "already_without": [snapshot.keys[place] for place in without(snapshot, these, on)],
    }


def _lasting(place: int, ahead: Outlook) -> dict[str, Any]:
    """How long an element is affected and how much that matters; null where it is not known."""
    back = ahead.back[place]
    return {
        "rto_hours": back.rto_hours,
        "back_after_hours": back.after,
        "rto_exceeded_hours": back.exceeded,
        "importance": float(ahead.importance.value[place]),
    }


def _affected(impact: Impact, row: Affected) -> dict[str, Any]:
    return _head(row) | {"reasons": [_reason(impact, reason) for reason in row.reasons]}


def _reason(impact: Impact, reason: Reason) -> dict[str, Any]:
    """common: what took several members down together; null where there is none."""
    shared = shared_cause(impact, reason)
    return {
        "group": reason.group,
        "need": str(reason.need),
        "state": reason.level.word,
        "members": [_member(member) for member in reason.members],
        "common": None if shared is None else shared.key,
    }


def _head(row: Affected | Cause) -> dict[str, Any]:
    return {
        "key": row.key,
        "kind": row.kind.value,
        "name": row.name,
        "owner": row.owner,
        "state": row.state.word,
        "distance": row.distance,
        "path": list(row.path),
    }


def _member(member: MemberState) -> dict[str, Any]:
    """A member is an element by its key, or a group inside the group by its path."""
    return {
        "key": member.key if member.key is not None else member.group,
        "state": member.state.word,
        "counted": member.counted.word,
    }
