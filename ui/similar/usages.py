"""What the view Satu aplikasi, banyak OPD shows and gives away, without a page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from model.folding import fold
from model.keys import NATIONAL, Key
from model.kinds import ElementKind, RelationKind
from model.text import Language, Text
from queries.redundancy.corpus import Entry
from queries.redundancy.usage import UsageProposal, usages
from queries.snapshot.coding import RELATION_KINDS
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from ui.components.workbook import Sheet, csv_text
from ui.phrases import usage as words
from ui.similar.likeness import Similar
from ui.similar.rationalising import Opinion, opinions
from ui.wording import number

Entries = Mapping[str, Entry]  # by uid


def usages_of(store: Store, snapshot: Snapshot, found: Similar, today: date) -> tuple[UsageProposal, ...]:
    """Return the systems that are one, each with the record that its group keeps on a day."""
    among = {entry.uid for entry in found.comparison.corpus.entries}
    twice = {uid for pair in found.identical(among) for uid in pair}
    groups = [group for group in found.groups if not twice.isdisjoint(group.members)]
    keeps = kept_in_groups(opinions(store, snapshot, found, groups, today))
    return usages(
        found.comparison, found.knowledge.national, found.made, users=users_of(snapshot), keeps=keeps
    )


def kept_in_groups(said: Iterable[Opinion]) -> dict[str, str]:
    """Return, for each member of some groups, which member its group keeps, both by uid."""
    return {uid: one.advice.keep for one in said for uid in one.group.members}


def users_of(snapshot: Snapshot) -> dict[str, set[str]]:
    """Return the names of the agencies that are on record as users of an element, by its uid."""
    rows = snapshot.relations
    found: dict[str, set[str]] = {}
    for row in np.flatnonzero(rows.kind == RELATION_KINDS.index(RelationKind.USES)).tolist():
        found.setdefault(snapshot.uids[rows.target[row]], set()).add(snapshot.names[rows.source[row]])
    return found


def lead(proposals: Sequence[UsageProposal], language: Language) -> str:
    """Return how many systems are proposed, and what is true of how many of them."""
    counts = (
        (words.LEAD_OFTEN, sum(one.times > 1 for one in proposals)),
        (words.LEAD_ONCE, sum(one.times == 1 for one in proposals)),
        (words.LEAD_DOUBTFUL, sum(one.times == 0 for one in proposals)),
    )
    parts = [text.filled(n=number(n, language)).in_(language) for text, n in counts if n]
    many = words.LEAD.filled(n=number(len(proposals), language))
    first = words.LEAD_OF_ONE if len(proposals) == 1 else many
    return f"{first.in_(language)} {'; '.join(parts)}."


def missing_national(proposals: Iterable[UsageProposal]) -> tuple[int, bytes]:
    """Return how many national applications are to be created, and their rows as elements.csv (docs/cli.md).

    Only those that a record surely is.
    """
    made = [one.create for one in proposals if one.create and one.sure]
    kind = ElementKind.APPLICATION
    keys = [str(Key(NATIONAL, kind, fold(one.abbreviation))) for one in made]
    rows = [
        (key, kind.value, one.abbreviation, one.abbreviation, one.name)
        for key, one in zip(keys, made, strict=True)
    ]
    columns = ("key", "kind", "name", "abbreviation", "description")
    return len(made), csv_text(Sheet("elements", columns, rows))


def merge_label(one: UsageProposal) -> Text:
    """Return the words of the way to where the copies are merged."""
    count = len(one.sure)
    return words.MERGE_ONE if count == 1 else words.MERGE.filled(n=count)


def records(one: UsageProposal, entries: Entries, language: Language) -> list[tuple[str, str, str, str]]:
    """Return the records of one system: name, agency, what it says it does, and what is proposed."""
    rows = []
    for uid in (*([one.keep] if one.keep else []), *one.sure, *one.doubtful):
        entry = entries[uid]
        work = " ".join(entry.texts) or words.NO_WORK.in_(language)
        rows.append((entry.name, entry.owner, work, _state(one, uid).in_(language)))
    return rows


def command(one: UsageProposal, entries: Entries) -> str:
    """Return the command that merges the copies that are sure; "" where there is nothing to merge into."""
    if one.keep is None or not one.sure:
        return ""
    return " ".join(("simpul merge", entries[one.keep].key, *(entries[uid].key for uid in one.sure)))


def sheets(
    proposals: Sequence[UsageProposal], entries: Entries, title: Text, language: Language
) -> list[Sheet]:
    """Return the sheets to download: the systems, and all their records with what each does."""
    systems = [
        [
            one.name,
            one.sentence.in_(language),
            _called(entries[one.keep]) if one.keep else words.TO_CREATE.filled(name=one.name).in_(language),
            "; ".join(_called(entries[uid]) for uid in one.sure),
            "; ".join(_called(entries[uid]) for uid in one.doubtful),
            "; ".join(one.agencies),
            command(one, entries),
        ]
        for one in proposals
    ]
    every = [
        [one.name, *row, entries[uid].key]
        for one in proposals
        for uid, row in zip(
            (*([one.keep] if one.keep else []), *one.sure, *one.doubtful),
            records(one, entries, language),
            strict=True,
        )
    ]
    heads = (words.SYSTEM, *words.RECORD_COLUMNS, words.KEY)
    return [
        Sheet(title.in_(language), [column.in_(language) for column in words.COLUMNS], systems),
        Sheet(words.RECORDS_SHEET.in_(language), [column.in_(language) for column in heads], every),
    ]


def _state(one: UsageProposal, uid: str) -> Text:
    if uid == one.keep:
        return words.STAYS
    return words.DOUBTFUL if uid in one.doubtful else words.COPY


def _called(entry: Entry) -> str:
    return f"{entry.name} ({entry.owner})"
