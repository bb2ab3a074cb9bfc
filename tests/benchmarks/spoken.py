"""How well the lexicon hears the function of records that were written without it: tests/data/functions."""

import csv
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from queries.redundancy.words.lexicon import Lexicon

_RECORDS = Path(__file__).parents[1] / "data" / "functions" / "records.csv"


@dataclass(frozen=True, slots=True)
class Heard:
    """records: how many. recall: share whose function is heard. others: functions beside it, of each."""

    records: int
    recall: float
    others: float


def heard(lexicon: Lexicon, *, others_read: bool) -> Heard:
    """Return how many records a lexicon understands.

    others_read: those of authors of whom other records were read to add phrases; else of nobody that was.
    """
    with _RECORDS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row["others_read"] == "yes") == others_read]
    found = [(row["function"], _concepts(lexicon, row)) for row in rows]
    return Heard(
        records=len(rows),
        recall=sum(function in several for function, several in found) / len(rows),
        others=sum(len(several - {function}) for function, several in found) / len(rows),
    )


def _concepts(lexicon: Lexicon, row: dict[str, str]) -> frozenset[str]:
    beside = chain.from_iterable(row[column].split(";") for column in ("services", "data"))
    texts = (row["description"], *beside)
    return lexicon.named_concepts(row["name"]).union(*map(lexicon.concepts, texts))
