"""The JSON shapes of docs/cli.md, from typed answers. Fields may be added, none removed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from model.decision import Decision
from model.element import Relation
from model.faults import Finding, ModelerError, Place
from model.record import Load
from model.text import Language
from queries.catalog import Query
from queries.findings import KeptFinding
from queries.history import Change
from queries.impact.certainty import Gap, Written
from queries.layouts import KnownLayout
from queries.lineage import Told
from queries.loads.plan import Plan, shown
from queries.lookup import Brief, Found, Shown
from queries.redundancy.decisions import DecisionRow, Made
from queries.settling import Settled
from queries.store.store import EngineStatus
from queries.totals import Totals

if TYPE_CHECKING:
    from queries.differing import Difference


def plan_json(plan: Plan, load: str | None, *, written: bool, language: Language) -> dict[str, Any]:
    """Return the shape of import and undo; load is None when nothing was written."""
    return {
        "load": load,
        "written": written,
        "plan": plan.graph.counts(),
        "findings": [finding_json(finding, language) for finding in plan.findings],
    }


def mappings_json(
    known: Iterable[KnownLayout], forgotten: KnownLayout | None, output: Path | None
) -> dict[str, Any]:
    """Return the shape of remembered mappings; with what was forgotten and where they were written to."""
    return {
        "mappings": [_mapping_json(one) for one in known],
        "forgotten": _mapping_json(forgotten) if forgotten else None,
        "path": str(output) if output else None,
    }


def _mapping_json(one: KnownLayout) -> dict[str, Any]:
    columns = [
        {"header": header, "means": one.said.columns.get(key)} for key, header in one.said.written.items()
    ]
    return {
        "id": one.id,
        "kind": one.said.kind,
        "columns": columns,
        "seen": one.said.seen,
        "row": one.said.row,
        "by": one.by,
        "at": one.at,
        "before": [{"by": by, "at": at} for by, at in one.before],
    }


def finding_json(finding: Finding, language: Language) -> dict[str, Any]:
    """Return the shape of a finding."""
    return finding.as_json(language)


def kept_finding_json(kept: KeptFinding, language: Language) -> dict[str, Any]:
    """Return the shape of a finding that has a life: with identity, state and the element's key."""
    return {
        **finding_json(kept.finding, language),
        "id": kept.id,
        "state": kept.state,
        "element": kept.element,
        "load": kept.load,
        "scope": kept.scope,
        "note": kept.note,
        "by": kept.by,
        "at": kept.at,
        "settled_in": kept.settled_in,
        "answer": kept.answer,
    }


def settled_json(settled: Settled) -> dict[str, Any]:
    """Return the shape of accept and answer: the first record, the load, and the keys of what changed."""
    plan = settled.plan
    about = (one.element for one in settled.findings)
    keys = (*(change.after.key for change in plan.graph.changed), *(key for key in about if key))
    return {
        "record": plan.step.records[0].id,
        "load": plan.step.load.id,
        "changed": list(dict.fromkeys(keys)),
        "findings": [one.id for one in settled.findings],
    }


def loads_json(
    loads: Iterable[Load], merged: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType({})
) -> dict[str, Any]:
    """Return the shape of loads. merged: by load, what it merged: keys of what is gone and what has it."""
    return {
        "loads": [
            {
                "load": load.id,
                "at": load.at,
                "by": load.by,
                "mode": load.mode.value,
                "scope": load.scope,
                "files": [{"name": stamp.name, "sha256": stamp.sha256} for stamp in load.files],
                "elements": load.elements,
                "relations": load.relations,
                "undone": load.undone,
                "merged": [{"gone": gone, "keep": keep} for gone, keep in merged.get(load.id, ())],
            }
            for load in loads
        ]
    }


def history_json(changes: Iterable[Change]) -> dict[str, Any]:
    """Return the shape of history."""
    return {
        "changes": [
            {
                "load": change.load,
                "at": change.at,
                "by": change.by,
                "property": change.property,
                "before": change.before,
                "after": change.after,
                "cell": cell_json(change.place),
                "other": change.other,
                "note": change.note,
            }
            for change in changes
        ]
    }


def difference_json(found: "Difference") -> dict[str, Any]:
    """Return the shape of diff."""
    return {
        "from": found.earlier,
        "to": found.later,
        "elements": {
            "added": [one.key for one in found.added],
            "changed": [
                {"key": one.after.key, "cells": [list(cell) for cell in one.cells()]} for one in found.changed
            ],
            "removed": [one.key for one in found.removed],
            "merged": [
                {"gone": one.key, "keep": found.merged[one.uid]}
                for one in found.removed
                if one.uid in found.merged
            ],
        },
        "relations": {
            "added": [_edge_json(edge, found.names) for edge in found.related],
            "changed": [
                {**_edge_json(after, found.names), "before": dict(before.properties)}
                for before, after in found.restated
            ],
            "removed": [_edge_json(edge, found.names) for edge in found.unrelated],
        },
        "single_points": {
            "begun": [{"key": one.target.key, "on": one.on.key} for one in found.begun],
            "ended": [{"key": one.target.key, "on": one.on.key} for one in found.ended],
            "lost": [{"key": one.target.key, "on": one.on.key} for one in found.lost],
            "new": {"targets": found.new, "alone": found.new_alone},
        },
    }


def _edge_json(edge: Relation, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "source": names[edge.source],
        "relation": edge.relation.value,
        "target": names[edge.target],
        "properties": dict(edge.properties),
    }


def lineage_json(told: Iterable[Told]) -> dict[str, Any]:
    """Return the shape of lineage."""
    return {
        "cells": [
            {
                "property": one.property,
                "value": one.value,
                "load": one.load,
                "cell": cell_json(one.place),
                "at": one.at,
                "by": one.by,
                "source": one.source,
                "counts": one.counts,
            }
            for one in told
        ]
    }


def found_json(found: Iterable[Found], total: int) -> dict[str, Any]:
    """Return the shape of find."""
    return {
        "elements": [
            {
                "key": hit.key,
                "kind": hit.kind.value,
                "name": hit.name,
                "owner": hit.owner,
                "status": hit.status,
                "agency": hit.agency,
                "matched": hit.also or hit.formerly,
            }
            for hit in found
        ],
        "total": total,
    }


def shown_json(one: Shown, language: Language) -> dict[str, Any]:
    """Return the shape of show."""
    return {
        "element": _element_json(one),
        "relations": [_relation_json(*related) for related in one.relations],
        "references": [
            {
                "text": reference.text,
                "relation": reference.relation.value,
                "reason": reference.reason.value,
                "candidates": list(keys),
                "cell": cell_json(place),
            }
            for reference, keys, place in one.references
        ],
        "findings": [kept_finding_json(kept, language) for kept in one.findings],
    }


def _element_json(one: Shown) -> dict[str, Any]:
    element = one.element
    return {
        "uid": element.uid,
        "key": element.key,
        "kind": element.kind.value,
        "name": element.name,
        "owner": one.owner.key if one.owner else None,
        "status": element.status.value,
        "aliases": list(element.aliases),
        "names": list(element.names),
        "properties": {k: v for k, v in shown(element).items() if k not in ("key", "name")},
        "origins": {
            name: {"load": origin.load, "cell": cell_json(origin.place)}
            for name, origin in one.origins.items()
        },
    }


def _relation_json(relation: Relation, way: str, other: Brief) -> dict[str, Any]:
    return {
        "relation": relation.relation.value,
        "direction": way,
        "other": {"key": other.key, "kind": other.kind.value, "name": other.name},
        **{name: relation.properties.get(name) for name in ("group", "need", "loss", "weight", "effect")},
        "properties": dict(relation.properties),
    }


def rows_json(query: Query[Any], rows: Iterable[object]) -> dict[str, Any]:
    """Return the shape of one answered question of the catalogue."""
    columns = query.columns
    return {
        "name": query.name,
        "columns": columns,
        "rows": [[getattr(row, column) for column in columns] for row in rows],
    }


def catalogue_json(queries: Iterable[Query[Any]], language: Language) -> dict[str, Any]:
    """Return the shape of the list of questions."""
    return {
        "queries": [
            {
                "name": query.name,
                "question": query.question.in_(language),
                "parameters": {name: text.in_(language) for name, text in query.parameters.items()},
            }
            for query in queries
        ]
    }


def engine_json(status: EngineStatus, held: Totals | None) -> dict[str, Any]:
    """Return the shape of db; what a stopped engine holds is not known."""
    return {
        **asdict(status),
        "revision": held.revision if held else None,
        "elements": held.elements if held else None,
        "relations": held.relations if held else None,
    }


def decided_json(made: Made, contradictions: Iterable[Finding], language: Language) -> dict[str, Any]:
    """Return the shape of decide: one decision, the earlier one that it replaces, and what it contradicts."""
    (decision,), (replaced,) = made.decisions, made.replaced
    return {
        "record": decision.id,
        "load": decision.load,
        "changed": [decision.left.key, decision.right.key],
        "replaced": decision_json(replaced) if replaced else None,
        "contradictions": [finding_json(finding, language) for finding in contradictions],
    }


def decisions_json(
    rows: Iterable[DecisionRow], contradictions: Iterable[Finding], language: Language
) -> dict[str, Any]:
    """Return the shape of decisions, and which of them contradict each other."""
    return {
        "decisions": [
            {
                "record": row.record,
                "load": row.load,
                "at": row.at,
                "by": row.by,
                "left": row.left_key,
                "left_name": row.left_name,
                "right": row.right_key,
                "right_name": row.right_name,
                "left_then": row.left_then,
                "right_then": row.right_then,
                "verdict": row.verdict.value,
                "note": row.note or None,
                "score": row.score,
                "state": row.state.value,
                "review": row.review,
                "into": row.into[0] if row.into else None,
            }
            for row in rows
        ],
        "contradictions": [finding_json(finding, language) for finding in contradictions],
    }


def decision_json(decision: Decision) -> dict[str, Any]:
    """Return the shape of a decision."""
    return {
        "record": decision.id,
        "load": decision.load,
        "verdict": decision.verdict.value,
        "note": decision.note or None,
        "by": decision.by,
        "at": decision.at,
    }


def error_json(error: ModelerError, language: Language) -> dict[str, Any]:
    """Return the shape of a refusal."""
    what, fix = error.lines(language)
    return {"error": {"what": what, "fix": fix}}


def why_json(gap: Gap, written: Written) -> dict[str, Any]:
    """Return the shape of why a dependency is not known, with what is written in its place."""
    return {"why": gap.why(written).value, "texts": list(gap.texts(written))}


def cell_json(place: Place | None) -> dict[str, Any] | None:
    """Return the shape of a cell; None when the value came from no file."""
    if place is None or place.file is None:
        return None
    return {"file": place.file, "sheet": place.sheet, "row": place.row, "column": place.column}
