"""The writers' lease: one writer at a time, noted in the store, given back or expired."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from model.faults import StoreFault
from model.text import Text
from queries.store.store import Statement, Store

_TAKE = """
MERGE (l:Lease {id: 'writer'})
WITH l, (l.holder IS NULL OR l.holder = $holder OR l.expires < $now) AS free
SET l.holder = CASE WHEN free THEN $holder ELSE l.holder END,
    l.expires = CASE WHEN free THEN $expires ELSE l.expires END
RETURN l.holder AS holder, l.expires AS expires
"""
_GIVE_BACK = """
MATCH (l:Lease {id: 'writer'})
WHERE l.holder = $holder
SET l.holder = null, l.expires = null
"""
_MINUTES = 10  # longer than any one batch; a writer renews it with each batch


class Lease:
    """A writer's lease that is being held."""

    def __init__(self, store: Store, holder: str) -> None:
        self._store = store
        self._holder = holder

    def renew(self, now: datetime) -> None:
        """Take or prolong the lease.

        Raises:
            StoreFault: somebody else holds it.
        """
        expires = (now + timedelta(minutes=_MINUTES)).isoformat()
        taken = Statement(_TAKE, {"holder": self._holder, "now": now.isoformat(), "expires": expires})
        row = self._store.write([taken])[0][0]
        if row["holder"] != self._holder:
            raise StoreFault(
                Text(
                    id=f"impor lain sedang diterapkan oleh {row['holder']}",
                    en=f"another load is being applied by {row['holder']}",
                ),
                fix=Text(
                    id=f"tunggu sampai selesai, paling lama sampai {row['expires']}, lalu ulangi",
                    en=f"wait until it is done, at the latest until {row['expires']}, then try again",
                ),
            )


@contextmanager
def lease(store: Store, holder: str, now: datetime) -> Iterator[Lease]:
    """Hold the writers' lease for a block; it is given back at the end, also after a fault."""
    held = Lease(store, holder)
    held.renew(now)
    try:
        yield held
    finally:
        store.write([Statement(_GIVE_BACK, {"holder": holder})])
