"""What ends, by its record: told with its last day and its successor, and proposed after that one."""

from collections.abc import Sequence

from model.availability import parse_day
from model.text import Text, calendar_day, same, strung
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import Pair


def ending(entry: Entry) -> Text | None:
    """Return when an element ends and what takes its place, in words; None where neither is on record."""
    told = []
    if entry.last:
        day = parse_day(entry.last)
        last = calendar_day(day) if day else same(entry.last)
        told.append(Text(id=f"hari terakhir {last.id}", en=f"last day {last.en}"))
    if entry.replaced_by:
        by = ", ".join(entry.replaced_by)
        told.append(Text(id=f"digantikan {by}", en=f"replaced by {by}"))
    return strung(told) if told else None


def successors_first(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return pairs in their order, but what takes the place of another before it; left is what exists."""
    placed: dict[str, Pair] = {}

    def place(pair: Pair, waiting: frozenset[str]) -> None:
        uid = pair.left.uid
        if uid in placed or uid in waiting:
            return
        for other in pairs:
            if uid in other.left.replaces:
                place(other, waiting | {uid})
        placed[uid] = pair

    for pair in pairs:
        place(pair, frozenset())
    return tuple(placed.values())
