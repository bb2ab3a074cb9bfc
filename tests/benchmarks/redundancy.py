"""Measures how redundant applications are found, and writes docs/benchmarks-redundancy.md.

python -m tests.benchmarks.redundancy [--nationally N]
"""

import argparse
import csv
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import numpy as np

from model.knowledge import Knowledge
from queries.redundancy.corpus import Corpus
from queries.redundancy.engine import Comparison, FindingKind, compare
from queries.redundancy.scoring import Weights, shipped_weights
from queries.redundancy.words.lexicon import Lexicon
from seed.lexicon import shipped_knowledge
from tests.benchmarks import judged, likeness, others, peers, public, spoken
from tests.benchmarks.inventories import (
    HELD,
    LEARNT,
    POSITIVE,
    READ,
    SAGU_RAYA,
    Labelled,
    Sample,
    inventory,
    labelled,
)
from tests.benchmarks.likeness import Quality, mean, quality
from tests.benchmarks.report import machine
from tests.benchmarks.weights import before, refitted

_OUT = Path(__file__).parents[2] / "docs" / "benchmarks-redundancy.md"
_TRUTH = Path(__file__).parents[2] / "seed" / "province" / "truth"
_GOVERNMENT = 600  # applications of one government
_NATIONALLY = 30_000
_SOURCES = {"alike": "look-alike", "other": "its score, or drawn", "planted": "planted"}


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.redundancy", description=__doc__)
    parser.add_argument("--nationally", type=int, default=_NATIONALLY)
    parser.add_argument("--only-speed", type=int, help="print the seconds of one comparison of so many")
    asked = parser.parse_args()
    if asked.only_speed:
        print(" ".join(map(str, _speed(asked.only_speed))))
        return
    lines = [
        *_HEAD,
        f"- Machine: {machine()}.",
        f"- Day: {datetime.now(UTC).date().isoformat()}.",
        "",
        *_inventories(),
        *_qualities(),
        *_kinds(),
        *_doubtful(),
        *_others(),
        *_spoken(),
        *_public(),
        *_province(),
        *_speeds(asked.nationally),
    ]
    _OUT.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{_OUT} is written")


_HEAD = (
    "# Benchmarks of finding redundant applications",
    "",
    "Written by `make bench`; do not edit. How it works: [redundancy.md](redundancy.md). The inventories",
    "(tests/data/similar_applications) are invented, each written from latent functions without sight of",
    "the engine, its lexicon or the other inventories. No weight was fitted on what is told of here as held",
    "out, and none of its pairs was read; its sums and those of the example province were in view when a few",
    "choices were made, so they are not quite blind.",
    "",
)


def _inventories() -> Iterator[str]:
    yield from ("## Inventories", "")
    columns = ("", "applications", "true pairs", "AP", "best F1", "P ≥ .5", "R ≥ .5", "P ≥ .8", "R ≥ .8")
    yield from (_row(*columns, "look-alikes ≥ .5"), "|---|" + "---:|" * 9)
    for sample in HELD:
        yield _inventory_row(sample, f"{sample.label}, held out", Weights())
    for sample in READ:
        yield _inventory_row(sample, f"{sample.label}, read since", Weights())
    for sample in LEARNT[1:]:
        weights = refitted(one for one in LEARNT if one is not sample)
        yield _inventory_row(sample, f"{sample.label}, weights of the others", weights)
    yield from (
        "",
        "*AP*: average precision. *P*, *R*: precision and recall of the pairs from that score on.",
        "*Weights of the others*: the shipped weights were fitted on this inventory too, so those that are",
        "fitted without it count here; but phrases were added to the lexicon after looking at its pairs, so",
        "these rows flatter. *Read since*: written when all was fixed, and read after it was measured",
        "(AP .78, .84, .61, .72, .80 and .70 then); what they showed was mended, so these rows flatter too.",
        "The last column is the share of the near-misses on record that score .5 or more.",
        "",
    )


def _inventory_row(sample: Sample, label: str, weights: Weights) -> str:
    corpus, pairs = inventory(sample.folder), labelled(sample)
    scores = likeness.engine(corpus, pairs, shipped_knowledge(), weights)
    inside = len({*pairs.left.tolist(), *pairs.right.tolist()})
    near = pairs.kinds == "related"
    said = (str(inside), str(int(pairs.true.sum())), *_values(quality(pairs.true, scores)))
    return _row(label, *said, f"{float((scores[near] >= 0.5).mean()):.2f}")


def _qualities() -> Iterator[str]:
    corpus, pairs = inventory(SAGU_RAYA.folder), labelled(SAGU_RAYA)
    yield from ("## Against other methods", "")
    yield f"{SAGU_RAYA.label}: {len(pairs.left):,} pairs, of which {int(pairs.true.sum())} do the same work."
    yield from ("", _row("", "AP", "best F1", "P ≥ .5", "R ≥ .5", "P ≥ .8", "R ≥ .8"), "|---|" + "---:|" * 6)
    for name, found in _measured(corpus, pairs):
        yield _quality_row(name, found)
    yield from (
        "",
        "For a method whose values are no probabilities the cuts mean little. The near-misses were written",
        "to tempt: namesakes, adjacent steps, modules, sites of one template.",
        "*Half of its functions unknown*: the mean of six lexicons that lack a half, drawn at random. With",
        "none of its functions a lexicon still has words, abbreviations and filler.",
        "",
    )


def _measured(corpus: Corpus, pairs: Labelled) -> Iterator[tuple[str, Quality]]:
    """Yield the quality of every method, by name: first of the engine with less and less of the lexicon."""
    lexicons = {
        "the engine": (shipped_knowledge(),),
        "the engine, half of its functions unknown": likeness.less(),
        "the engine, none of its functions known": (likeness.functionless(),),
        "the engine without lexicon": (Knowledge(),),
    }
    for name, several in lexicons.items():
        yield name, mean(quality(pairs.true, likeness.engine(corpus, pairs, known)) for known in several)
    for name, method in {**likeness.methods(), **peers.methods()}.items():
        yield name, quality(pairs.true, method(corpus, pairs))


def _kinds() -> Iterator[str]:
    corpus, pairs = inventory(SAGU_RAYA.folder), labelled(SAGU_RAYA)
    comparison = compare(corpus, Lexicon(shipped_knowledge()))
    scores = likeness.scores_of(comparison, pairs)
    yield from ("## By kind of finding", "", f"{SAGU_RAYA.label}.", "")
    yield from (_row("", "pairs", "AP", "found at ≥ .5"), "|---|---:|---:|---:|")
    for kind in POSITIVE:
        own = pairs.kinds == kind
        keep = own | ~pairs.true
        found = quality(own[keep], scores[keep])
        share = float((scores[own] >= 0.5).mean())
        yield _row(kind, str(int(own.sum())), f"{found.average_precision:.2f}", f"{share:.2f}")
    near = pairs.kinds == "related"
    yield _row(
        "look-alikes shown at ≥ .5", str(int(near.sum())), "", f"{float((scores[near] >= 0.5).mean()):.2f}"
    )
    said = Counter(likeness.called(comparison, pairs, 0.5))
    right = sum(count for (true, called), count in said.items() if true == called.value)
    known = sum(count for (true, _), count in said.items() if true)
    yield from ("", f"Of the listed pairs that have a kind, {right} of {known} are called by it.", "")


def _doubtful() -> Iterator[str]:
    lexicon = Lexicon(shipped_knowledge())
    yield from ("## Doubtful pairs", "")
    yield "What the queue asks besides: pairs of .2 to .5 that have a function in common."
    yield from ("", _row("", "pairs", "of these true", "recall of ≥ .5", "with them"), "|---|" + "---:|" * 4)
    for sample in (*HELD, *READ):
        pairs = labelled(sample)
        ends = list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
        true = {pair for pair, is_true in zip(ends, pairs.true.tolist(), strict=True) if is_true}
        comparison = compare(inventory(sample.folder), lexicon)
        at = {entry.uid: place for place, entry in enumerate(comparison.corpus.entries)}
        likely, doubtful = (
            {tuple(sorted((at[pair.left.uid], at[pair.right.uid]))) for pair in some} & set(ends)
            for some in (comparison.pairs(), comparison.doubtful())
        )
        shares = (len(true & asked) / len(true) for asked in (likely, likely | doubtful))
        counts = (str(len(doubtful)), str(len(doubtful & true)))
        yield _row(sample.label, *counts, *(f"{share:.2f}" for share in shares))
    yield ""


def _others() -> Iterator[str]:
    yield from ("## Services, data and organisation units", "")
    columns = ("", "elements", "true pairs", "AP", "best F1", "P ≥ .5", "R ≥ .5", "P ≥ .8", "R ≥ .8")
    yield from (_row(*columns, "look-alikes ≥ .5"), "|---|" + "---:|" * 9)
    for sample in others.SAMPLES:
        known = shipped_weights(sample.kind) if sample.held else others.without(sample, before(sample.kind))
        found = others.found_in(sample, known)
        label = f"{sample.label}, {'held out' if sample.held else 'weights of the others'}"
        said = (str(found.size), str(found.true), *_values(found.quality))
        yield _row(label, *said, f"{found.tempted:.2f}")
    yield from (
        "",
        "Invented, each by an author who saw neither the engine nor the others (tests/data/similar_others).",
        "Units are the same when they are one organisation registered twice, services and data when two",
        "agencies have one. Names of the units that are not held out were read when their evidence was made.",
        "",
    )


def _spoken() -> Iterator[str]:
    lexicon = Lexicon(shipped_knowledge())
    yield from ("## Functions in other words", "")
    yield from (_row("", "records", "function heard", "others beside it"), "|---|" + "---:|" * 3)
    for label, read in (
        ("authors of whom nothing was read", False),
        ("other records of the authors were read, or these used", True),
    ):
        known = spoken.heard(lexicon, others_read=read)
        yield _row(label, str(known.records), f"{known.recall:.0%}", f"{known.others:.1f}")
    yield from (
        "",
        "Records whose authors knew the function and not the lexicon (tests/data/functions). Some of the",
        "others that are heard they do too.",
        "",
    )


def _public() -> Iterator[str]:
    yield from ("## Public data", "")
    yield from (_row("", "AP", "best F1", "P ≥ .5", "R ≥ .5", "P ≥ .8", "R ≥ .8"), "|---|" + "---:|" * 6)
    for name, found in public.measured():
        yield _quality_row(name, found)
    yield from (
        "",
        "The engine without lexicon, compared with nothing but words and letters. Of DBLP-ACM the labelled",
        "sample of a package is judged, not all pairs. What they are: tests/data/public.",
    )
    yield ""


def _province() -> Iterator[str]:
    corpus = peers.province()
    comparison = compare(corpus, Lexicon(shipped_knowledge()))
    planted, alike = _truth("redundancies"), _truth("lookalikes")
    ends = [
        frozenset((corpus.entries[a].key, corpus.entries[b].key))
        for a, b in zip(comparison.table.left.tolist(), comparison.table.right.tolist(), strict=True)
    ]
    true = np.array([pair in planted for pair in ends])
    tempting = np.array([pair in alike for pair in ends])
    likely = comparison.scores >= 0.5
    found = quality(true, comparison.scores)
    planted_found, alike_found = int((true & likely).sum()), int((tempting & likely).sum())
    others = int((likely & ~true & ~tempting).sum())
    rows = np.flatnonzero(tempting & likely).tolist()
    called = sum(comparison.pair(row).kind is FindingKind.RELATED for row in rows)
    yield from ("## The example province", "")
    yield f"{len(corpus)} applications, {len(planted)} planted redundancies, {len(alike)} look-alikes."
    yield from ("", _row("", "AP", "best F1"), "|---|---:|---:|")
    yield _row("the engine", f"{found.average_precision:.2f}", f"{found.best_f1:.2f}")
    yield ""
    yield f"At a score of .5 or more: {planted_found} of the planted, {alike_found} of the look-alikes"
    yield f"({called} of these are called related, not redundant), and {others} other pairs: the list of"
    yield "planted ones was not written to be complete."
    yield from _judged(comparison)


def _judged(comparison: Comparison) -> Iterator[str]:
    pairs = judged.judged()
    yield from ("", "### As others judge it", "")
    yield f"Five readers judged {len(pairs)} pairs, seeing the two records and neither score nor list"
    yield "(tests/data/judged_pairs). Whether a pair is redundant, be it a duplicate or an overlap, two of"
    yield f"them say alike in {judged.agreement(pairs):.0%}."
    heads = ("asked because", "most say", "pairs", "shown at ≥ .5", "of these as related", "doubtful")
    yield from ("", _row(*heads), "|---|---|---:|---:|---:|---:|")
    for (source, said), found in judged.answered(pairs, comparison).items():
        counts = map(str, (found.pairs, found.shown, found.related, found.doubtful))
        yield _row(_SOURCES[source], said.value, *counts)
    yield from ("", f"Shown besides and judged by nobody: {judged.unjudged(pairs, comparison)}.", "")


def _speeds(nationally: int) -> Iterator[str]:
    yield from ("## Speed", "", "A process of its own for each; memory is its largest.", "")
    yield from (_row("", "goal", "measured", ""), "|---|---:|---:|---|")
    for size, goals in ((_GOVERNMENT, (6.0, 1.0)), (nationally, (90.0, None))):
        command = [sys.executable, "-m", "tests.benchmarks.redundancy", "--only-speed", str(size)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        cold, again, checked, memory = map(float, told)
        yield _speed_row(f"{size:,} applications, cold", goals[0], cold)
        if goals[1]:
            yield _speed_row(f"{size:,} applications, after one change", goals[1], again)
        else:
            yield _row(
                f"{size:,} applications, memory", "≤ 1,500 MB", f"{memory:,.0f} MB", _met(memory, 1500)
            )
            yield _speed_row(f"a new application against {size:,}", 0.5, checked)
    yield ""


def _speed(size: int) -> tuple[float, float, float, float]:
    """Return seconds cold, after one change, of checking a new one; and the largest memory in MB."""
    corpus = likeness.enlarged(size)
    lexicon = Lexicon(shipped_knowledge())
    cold, comparison = _timed(lambda: compare(corpus, lexicon))
    again = 0.0
    if size <= _GOVERNMENT:
        again, comparison = _timed(lambda: compare(_changed(corpus), lexicon))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ready = peers.examiner(comparison)
    peers.checked(ready)  # the first reads the lexicon's tables
    checked, _ = _timed(lambda: peers.checked(ready))
    return cold, again, checked, memory


def _timed(work):  # type: ignore[no-untyped-def]
    begun = perf_counter()
    found = work()
    return perf_counter() - begun, found


def _changed(corpus: Corpus) -> Corpus:
    first, *rest = corpus.entries
    return replace(corpus, entries=(replace(first, texts=("mencatat kunjungan tamu kantor",)), *rest))


def _truth(name: str) -> set[frozenset[str]]:
    with (_TRUTH / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {frozenset((row["left"], row["right"])) for row in csv.DictReader(file)}


def _quality_row(name: str, found: Quality) -> str:
    return _row(name, *_values(found))


def _values(found: Quality) -> Iterator[str]:
    values = (found.average_precision, found.best_f1)
    cuts = (value for pair in zip(found.precision, found.recall, strict=True) for value in pair)
    yield from (f"{value:.2f}" for value in (*values, *cuts))


def _speed_row(name: str, goal: float, seconds: float) -> str:
    return _row(name, f"≤ {goal:g} s", f"{seconds:.2f} s", _met(seconds, goal))


def _met(value: float, goal: float) -> str:
    return "met" if value <= goal else "**missed**"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
