"""The writers' lease: one writer at a time, noted in the store, given back or expired.

A holder is one piece of work of one process, so two commands of one user exclude each other too. The lease
of work that died on this machine is taken over at once, any other when it expires.
"""

import os
import platform
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import psutil

from model.faults import StoreFault
from model.text import Text
from queries.store.store import Statement, Store

# the first SET takes the write lock, so that no two writers read the lease as free
_TAKE = """
MERGE (l:Lease {id: 'writer'})
SET l.asked = $holder
WITH l, (l.holder IS NULL OR l.holder = $holder OR l.holder = $dead OR l.expires < $now) AS free
SET l.holder = CASE WHEN free THEN $holder ELSE l.holder END,
    l.name = CASE WHEN free THEN $name ELSE l.name END,
    l.machine = CASE WHEN free THEN $machine ELSE l.machine END,
    l.process = CASE WHEN free THEN $process ELSE l.process END,
    l.started = CASE WHEN free THEN $started ELSE l.started END,
    l.expires = CASE WHEN free THEN $expires ELSE l.expires END
RETURN l.holder AS holder, l.name AS name, l.machine AS machine, l.process AS process,
       l.started AS started, l.expires AS expires
"""
_GIVE_BACK = """
MATCH (l:Lease {id: 'writer'})
WHERE l.holder = $holder
SET l.holder = null, l.expires = null
"""
_MINUTES = 10  # longer than any one batch; a writer renews it between batches
_AT_WORK: set[str] = set()  # holders of this process; one that lost its engine could not give its lease back
_PAUSE = 0.1  # seconds between two asks of who waits
_A_SECOND = 1.0  # a start time is told in hundredths of a second, not always to the same one


@dataclass(frozen=True)
class Lease:
    """A writer's lease; name is shown to those who have to wait."""

    store: Store
    name: str
    holder: str = field(default_factory=lambda: secrets.token_hex(8))

    def renew(self, now: datetime) -> None:
        """Take or prolong the lease.

        Raises:
            StoreFault: somebody else holds it.
        """
        row = self._asked(now, dead="")
        if row["holder"] != self.holder and _is_dead(row):
            row = self._asked(now, dead=str(row["holder"]))
        if row["holder"] != self.holder:
            raise StoreFault(
                Text(
                    id=f"impor lain sedang diterapkan oleh {row['name']}",
                    en=f"another load is being applied by {row['name']}",
                ),
                fix=Text(
                    id=f"tunggu sampai selesai, paling lama sampai {row['expires']}, lalu ulangi",
                    en=f"wait until it is done, at the latest until {row['expires']}, then try again",
                ),
            )

    def give_back(self) -> None:
        """End the lease, if it is still ours."""
        self.store.write([Statement(_GIVE_BACK, {"holder": self.holder})])

    def _asked(self, now: datetime, dead: str) -> dict[str, object]:
        own = {
            "holder": self.holder,
            "name": self.name,
            "machine": platform.node(),
            "process": os.getpid(),
            "started": psutil.Process().create_time(),
            "now": now.isoformat(),
            "expires": (now + timedelta(minutes=_MINUTES)).isoformat(),
            "dead": dead,
        }
        return self.store.write([Statement(_TAKE, own)])[0][0]


@contextmanager
def lease(store: Store, name: str, now: datetime, patience: float = 0.0) -> Iterator[Lease]:
    """Hold the writers' lease for a block; it is given back at the end, also after a fault.

    patience: seconds to wait for another writer; the work of one press is done before a person wonders.
    """
    held = Lease(store, name)
    _AT_WORK.add(held.holder)  # before it is taken: another thread would take it for dead in between
    try:
        _taken(held, now, time.monotonic() + patience)
        yield held
    finally:
        _AT_WORK.discard(held.holder)
        held.give_back()


def _taken(held: Lease, now: datetime, until: float) -> None:
    """Take a lease, as soon as nobody else has it; `until` is told by the monotonic clock."""
    while True:
        try:
            held.renew(now)
        except StoreFault:
            if time.monotonic() >= until:
                raise
        else:
            return
        time.sleep(_PAUSE)


def _is_dead(row: dict[str, object]) -> bool:
    """Whether the holder was a process of this machine that is no more."""
    if row["machine"] != platform.node():
        return False
    if row["process"] == os.getpid():
        return row["holder"] not in _AT_WORK
    try:
        process = psutil.Process(int(str(row["process"])))
        started = process.create_time()
        if process.status() == psutil.STATUS_ZOMBIE:
            return True
    except psutil.NoSuchProcess:
        return True
    return abs(started - float(str(row["started"]))) > _A_SECOND
