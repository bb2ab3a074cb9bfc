"""The architecture that a question is asked of: as it is, or as it stood after a load."""

import os
from dataclasses import dataclass

from queries.architecture import snapshot_of
from queries.certificate.document import Origin
from queries.graph import meta
from queries.lookup import element_for
from queries.past import Past, past
from queries.snapshot.opening import current_snapshot
from queries.snapshot.snapshot import Snapshot
from queries.store.opening import home
from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Moment:
    """A workspace now, or in the past."""

    space: Workspace
    then: Past | None = None

    @staticmethod
    def of(space: Workspace, load: str | None) -> "Moment":
        """Return the moment after a load; now without one.

        Raises:
            RefusedQuestion: no such load.
        """
        return Moment(space, past(space.store, space.metamodel, load) if load is not None else None)

    def uid(self, key: str) -> str:
        """Return the uid of the element that a key, an alias, a code or a name means.

        Raises:
            UnknownElement: none is meant. AmbiguousElement: several are.
        """
        return (self.then.element_for(key) if self.then else element_for(self.space.store, key)).uid

    def snapshot(self) -> Snapshot:
        """Return the snapshot that analyses run on."""
        if self.then is None:
            return current_snapshot(self.space.store, self.space.metamodel, home(os.environ))
        return snapshot_of(self.space.metamodel, self.then.whole, self.space.revision)

    def origin(self) -> Origin:
        """Return where an answer comes from, for its certificate."""
        return Origin(store=meta(self.space.store)["store"], load=self.then.load if self.then else None)
