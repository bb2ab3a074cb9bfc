"""The page docs/benchmarks.md: what was measured, on what machine, against which goals."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import psutil

from tests.benchmarks.measuring import REPEATS, Figure, Sizes


@dataclass(frozen=True, slots=True)
class Run:
    """All figures of one engine."""

    engine: str
    figures: tuple[Figure, ...]


def written(runs: Sequence[Run], sizes: Sizes, started: Sequence[Figure], read: Sequence[Figure]) -> str:
    """Return the page. started: what starting the example takes. read: what reading a large file takes."""
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`; do not edit. A generated estate, layered like a real one, is loaded with",
        "its records by plan and apply, and asked about. Engines run with the settings simpul gives them.",
        "",
        f"- Estate: {sizes.elements:,} elements, {sizes.relations:,} relations, some in groups.",
        f"- Machine: {machine()}.",
        f"- Day: {datetime.now(UTC).date().isoformat()}. Times in ms are medians of {REPEATS}.",
        "",
        f"| | goal | {' | '.join(run.engine for run in runs)} | |",
        f"|---|---:|{'---:|' * len(runs)}---|",
    ]
    for row in zip(*(run.figures for run in runs), strict=True):
        goal = row[0].goal
        met = "" if goal is None else ("met" if all(one.value <= goal for one in row) else "**missed**")
        values = " | ".join(map(_value, row))
        lines.append(f"| {row[0].name} | {_goal(row[0])} | {values} | {met} |")
    return "\n".join(
        [*lines, "", *_NOTES, "", *section(_READING, read), "", *section(_STARTING, started), ""]
    )


_READING = (
    "Reading a workbook",
    "A workbook of one sheet, read in a process of its own, without a store. Parsing is a second process.",
)
_STARTING = (
    "The example province",
    "Whole processes on the embedded engine, pages in Chromium; before the first start nothing is kept.",
)


def section(heading: tuple[str, str], figures: Sequence[Figure]) -> list[str]:
    """Return a section of the page: a heading, words, and a table of figures with their goals."""
    title, words = heading
    met = ("" if one.goal is None else "met" if one.value <= one.goal else "**missed**" for one in figures)
    return [
        f"## {title}",
        "",
        words,
        "",
        "| | goal | measured | |",
        "|---|---:|---:|---|",
        *(
            f"| {one.name} | {_goal(one)} | {_value(one)} | {word} |"
            for one, word in zip(figures, met, strict=True)
        ),
    ]


_NOTES = (
    "*Cold*: nothing in memory, no file. *Cached*: as another process finds it, with its checksum verified.",
    "*Patched after the first edit*: Neo4j plans the statement for changed relations once per server start.",
    "The plain Cypher reach knows no groups, effects or dates; it reaches more than is affected, and says no",
    "state and no reason. Its best way on each engine is compared with the impact in the snapshot.",
)


def machine() -> str:
    """Return cores, memory and versions, and nothing that names the machine."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}"
    )


def _value(figure: Figure) -> str:
    return figure.words or _number(figure.value, figure.unit)


def _goal(figure: Figure) -> str:
    return "" if figure.goal is None else f"≤ {figure.goal:g} {figure.unit}"


_WHOLE = ("elements", "pairs", "sets", "MB")  # units without decimals


def _number(value: float, unit: str) -> str:
    if unit in _WHOLE:
        return f"{value:,.0f} {unit}"
    if unit == "times":
        return f"{value:,.0f} ×"
    return f"{value:.3f} {unit}" if unit == "s" and value < 1 else f"{value:.1f} {unit}"
