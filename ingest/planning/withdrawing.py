"""Replace mode: what the same delivery said before and now does not, within exactly its scope."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ingest.planning.identity import Identified
from ingest.planning.leaving_out import Spared
from ingest.planning.recording import Recorder
from model.directory import Directory
from model.faults import RefusedChange
from model.fold import NAMED
from model.kinds import ElementKind
from model.record import OVERVIEW, TEMPLATE
from model.text import Text
from queries import records
from queries.store.store import Store

NEVER_RETIRES = frozenset({OVERVIEW, NAMED})  # overviews and mentions list only what they happen to


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuses a load that would retire more of a scope than allowed (share, 0–1)."""

    directory: Directory
    allowed: float

    def check(self, scope: str, missing: int) -> None:
        """Raise RefusedChange when too much of a scope is missing."""
        held = sum(entry.scope == self.directory.home(scope) for entry in self.directory.entries.values())
        if missing <= self.allowed * held:
            return
        percent = round(100 * missing / held)
        raise RefusedChange(
            Text(
                id=f"impor ini akan menghentikan {missing} dari {held} objek {scope} ({percent}%)",
                en=f"this load would retire {missing} of {held} elements of {scope} ({percent}%)",
            ),
            fix=Text(
                id=f"periksa kelengkapan berkas; bila benar, ulangi dengan --allow-retire {percent}",
                en=f"check that the file is complete; if this is meant, repeat with --allow-retire {percent}",
            ),
        )


def withdraw_missing(
    store: Store,
    recorder: Recorder,
    delivered: Sequence[Identified],
    guard: Guard,
    spared: Spared,
    gathered: AbstractSet[str] = frozenset(),
) -> None:
    """Withdraw the rows that earlier deliveries of the same sort gave for these scopes and kinds.

    delivered: also what is left out by choice: it is in the delivery all the same. gathered: files that
    repeat others; like overviews they say what is there, not what is gone.

    Raises:
        RefusedChange: more of a scope would be retired than is allowed.
    """
    covered: dict[str, set[tuple[str, ElementKind]]] = {}
    covering = [one for one in delivered if one.draft.place.file not in gathered]
    senders = {_sender(one.sender, guard.directory) for one in covering}
    for one in covering:
        if one.draft.source not in NEVER_RETIRES and one.draft.source != TEMPLATE:  # it says what is gone
            covered.setdefault(one.scope, set()).add((one.draft.source, one.draft.kind))
    present = {one.uid for one in delivered}
    for scope, sorts in sorted(covered.items()):
        standing = records.standing_rows(store, scope, {source for source, _ in sorts})
        missing = [
            row
            for row in standing
            if (row.source, row.kind) in sorts
            and row.uid not in present
            and _is_of(_sender(row.sender, guard.directory), senders)
        ]
        missing = spared.rest(missing)
        guard.check(scope, len({row.uid for row in missing}))
        for row in missing:
            recorder.withdraw(row)


def _sender(scope: str | None, directory: Directory) -> str | None:
    return directory.home(scope) if scope is not None else None


def _is_of(sender: str | None, senders: set[str | None]) -> bool:
    """Whether a row came in a delivery of these agencies; one that told no agency may be anybody's."""
    return sender is None or None in senders or sender in senders
