"""Possible causes as people read them: a sentence, the rows of the table, the picture, and the workbook."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from model.availability import State
from model.text import Language, Text
from queries.impact.causes import Cause
from queries.impact.impact import Scenario
from queries.snapshot.snapshot import Snapshot
from ui.components.workbook import Cell, Sheet, workbook
from ui.graph.figure import Edge, Figure, Node
from ui.impact.affected import name_of, state_words
from ui.overview import agency_name
from ui.phrases import causes as words
from ui.phrases import common
from ui.phrases import compare as compare_words
from ui.phrases import impact as impact_words

COLUMNS = (
    words.EXPLAINS,
    words.ALONE,
    common.KIND,
    common.NAME,
    common.AGENCY,
    impact_words.DISTANCE,
    words.CHAIN,
    common.KEY,
)


def sentence(found: Sequence[Cause], symptoms: int, shown: Callable[[str], str] = str) -> Text:
    """Return what is said first: who alone explains most. symptoms: how many there are. shown: of a name."""
    if not found:
        return words.NO_CAUSE
    best = found[0]
    if not best.explains:
        return words.NONE_EXPLAINS
    alike = sum(one.explains == best.explains for one in found)
    said = words.ONE_EXPLAINS if alike == 1 else words.SOME_EXPLAIN
    return said.filled(name=shown(best.name), count=alike, n=best.explains, all=symptoms)


def rows(
    snapshot: Snapshot, found: Sequence[Cause], symptoms: int, language: Language
) -> list[tuple[Cell, ...]]:
    """Return the table of causes, row by row as the columns say."""
    return [
        (
            words.OF_ALL.filled(n=one.explains, all=symptoms).in_(language),
            state_words(one.state, language) if one.explains else words.TOGETHER.in_(language),
            snapshot.metamodel.kind(one.kind).label.in_(language),
            one.name,
            one.owner_name or "",
            one.distance,
            " → ".join(name_of(snapshot, key) for key in one.path),
            one.key,
        )
        for one in found
    ]


def figure(snapshot: Snapshot, symptoms: Scenario, found: Sequence[Cause], most: int) -> tuple[Figure, int]:
    """Return the chains from what is in trouble to the first causes, and to how many of these.

    most: nodes of the picture at most.
    """
    troubled = {snapshot.keys[snapshot.index(uid)] for uid in symptoms.failed}
    chosen: dict[str, Cause | None] = dict.fromkeys(sorted(troubled))
    steps: set[tuple[str, str]] = set()
    drawn = 0
    for one in found:
        if len(chosen.keys() | set(one.path)) > most:
            break
        chosen = {**dict.fromkeys(one.path), **chosen, one.key: one}
        steps.update(pairwise(reversed(one.path)))
        drawn += 1
    place = {key: number for number, key in enumerate(chosen)}
    nodes = tuple(_node(snapshot, key, cause, troubled=key in troubled) for key, cause in chosen.items())
    edges = (Edge(source=place[one], target=place[other], strong=True) for one, other in sorted(steps))
    return Figure(nodes=nodes, edges=tuple(edges)), drawn


def _node(snapshot: Snapshot, key: str, cause: Cause | None, *, troubled: bool) -> Node:
    at = snapshot.keyed(key)
    return Node(
        key=snapshot.keys[at],
        name=snapshot.names[at],
        kind=snapshot.kind(at),
        agency=agency_name(snapshot, at),
        state=State.UP if cause is None else cause.state,
        troubled=troubled,
    )


def causes_workbook(
    snapshot: Snapshot, symptoms: Scenario, found: Sequence[Cause], language: Language, standing: str = ""
) -> bytes:
    """Return the answer as a workbook: what was asked, and all causes. standing: of the data, in words."""
    named = [snapshot.names[snapshot.index(uid)] for uid in sorted(symptoms.failed)]
    said = sentence(found, len(named)).in_(language).replace("**", "")
    asked = Sheet(
        impact_words.SUMMARY_SHEET.in_(language),
        (words.TROUBLED.in_(language), ", ".join(named)),
        (
            (impact_words.ON.in_(language), symptoms.on.isoformat()),
            (impact_words.REVISION.in_(language), snapshot.revision),
            (words.SHEET.in_(language), said),
            *([(compare_words.STANDING.in_(language), standing)] if standing else []),
        ),
    )
    heads = [column.in_(language) for column in COLUMNS]
    return workbook(
        (asked, Sheet(words.SHEET.in_(language), heads, rows(snapshot, found, len(named), language)))
    )
