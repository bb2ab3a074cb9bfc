"""Invented services, data objects and organisation units whose truth is known: which are the same.

See tests/data/similar_others/README.md. Weights of services and data are fitted on all of theirs, so a set is
told of with the weights that the others of its kind teach; units of the city are held out.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from model.folding import fold
from model.kinds import ElementKind
from queries.redundancy.corpus import Corpus, Entry, told_regions
from queries.redundancy.engine import compare
from queries.redundancy.learning import Lessons, fitted
from queries.redundancy.scoring import Weights
from queries.redundancy.words.lexicon import Lexicon
from seed.lexicon import shipped_knowledge
from tests.benchmarks.inventories import Labelled, labelled_by
from tests.benchmarks.likeness import Quality, quality, rows_of, scores_of

DATA = Path(__file__).parents[1] / "data" / "similar_others"
_COLUMNS = {
    ElementKind.SERVICE: ("processes", "data"),
    ElementKind.DATA_OBJECT: ("processes", "services"),
    ElementKind.ORG_UNIT: (),
}
_HOLD = 1.0  # how strongly the weights that were there before hold


@dataclass(frozen=True, slots=True)
class OtherSample:
    """Elements of one kind, by folder and label."""

    kind: ElementKind
    folder: str
    label: str
    held: bool = False


SAMPLES = (
    OtherSample(ElementKind.SERVICE, "services_province", "Services of a province"),
    OtherSample(ElementKind.SERVICE, "services_regency", "Services of a regency"),
    OtherSample(ElementKind.DATA_OBJECT, "data_province", "Data of a province"),
    OtherSample(ElementKind.DATA_OBJECT, "data_city", "Data of a city"),
    OtherSample(ElementKind.ORG_UNIT, "units_islands", "Units of a province of islands"),
    OtherSample(ElementKind.ORG_UNIT, "units_regency", "Units of a regency"),
    OtherSample(ElementKind.ORG_UNIT, "units_province", "Units of a province"),
    OtherSample(ElementKind.ORG_UNIT, "units_city", "Units of a city", held=True),
)


@dataclass(frozen=True, slots=True)
class Found:
    """How well the same ones of a sample are found. true: pairs. tempted: share of the look-alikes at .5."""

    size: int
    true: int
    quality: Quality
    tempted: float


def found_in(sample: OtherSample, weights: Weights) -> Found:
    """Return how well the same ones of a sample are found."""
    corpus, pairs = elements(sample), labelled(sample)
    scores = scores_of(compare(corpus, Lexicon(shipped_knowledge()), weights), pairs)
    near = scores[pairs.kinds == "related"]
    return Found(len(corpus), int(pairs.true.sum()), quality(pairs.true, scores), float((near >= 0.5).mean()))


def taught(kind: ElementKind, before: Weights, samples: Iterable[OtherSample] = SAMPLES) -> Weights:
    """Return weights fitted on samples of one kind that are not held out, around those there were before."""
    lessons = [_lessons(one) for one in samples if one.kind is kind and not one.held]
    return fitted(together(lessons), before, _HOLD)


def together(several: Sequence[Lessons]) -> Lessons:
    """Return lessons as one."""
    return Lessons(
        values=np.concatenate([one.values for one in several]),
        undescribed=np.concatenate([one.undescribed for one in several]),
        same=np.concatenate([one.same for one in several]),
        times=np.concatenate([one.times for one in several]),
    )


def without(sample: OtherSample, before: Weights) -> Weights:
    """Return the weights that the other samples of a kind teach."""
    return taught(sample.kind, before, [one for one in SAMPLES if one is not sample])


@cache
def elements(sample: OtherSample) -> Corpus:
    """Return a sample as a corpus."""
    entries = sorted((_entry(sample.kind, row) for row in _rows(sample, "elements")), key=lambda one: one.key)
    return Corpus(
        kind=sample.kind,
        entries=tuple(entries),
        columns=_COLUMNS[sample.kind],
        region=told_regions(entries),
        identity=sample.kind is ElementKind.ORG_UNIT,
        everywhere=sample.kind is not ElementKind.ORG_UNIT,
    )


def labelled(sample: OtherSample) -> Labelled:
    """Return all pairs of a sample; a true one is called identity."""
    told = ({**row, "kind": row["kind"].replace("same", "identity")} for row in _rows(sample, "pairs"))
    return labelled_by(elements(sample), told)


def _lessons(sample: OtherSample) -> Lessons:
    comparison, pairs = compare(elements(sample), Lexicon(shipped_knowledge())), labelled(sample)
    rows = rows_of(comparison, pairs)
    return Lessons(
        values=comparison.table.values[rows],
        undescribed=comparison.undescribed[rows],
        same=pairs.true,
        times=np.ones(len(rows), np.float32),
    )


def _entry(kind: ElementKind, row: dict[str, str]) -> Entry:
    return Entry(
        uid=row["key"],
        key=row["key"],
        name=row["name"],
        scope=row["owner"],
        agency=row["owner"],
        abbreviation=row["abbreviation"],
        texts=tuple(filter(None, (row["description"], row.get("purpose", "")))),
        address=row.get("website", ""),
        neighbours={column: {fold(one): one for one in _several(row[column])} for column in _COLUMNS[kind]},
    )


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _rows(sample: OtherSample, name: str) -> Iterator[dict[str, str]]:
    with (DATA / sample.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
