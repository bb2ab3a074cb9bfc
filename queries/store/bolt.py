"""The one adapter: a store reached over Bolt with the official driver."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from queries.store.driver import exceptions, neo4j
from queries.store.faults import FOREIGN, StoreFull, check_address, mapped
from queries.store.store import EngineStatus, Statement

_CONNECT_SECONDS = 10.0
_RETRY_SECONDS = 30.0  # as long as the driver's own managed transactions try
_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 2.0
_FETCH = 5_000  # rows a message; with the default of 1,000 large reads were a fifth slower
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a store answers and who asks.

    database: None means the server's default.
    free_bytes: what is left on the engine's disk, where the engine runs here.
    """

    address: str
    user: str | None = None
    password: str | None = None
    database: str | None = None
    free_bytes: Callable[[], int] | None = None

    def __repr__(self) -> str:
        """Show the address and never the password."""
        return f"Endpoint({self.address}, {self.user}, {self.database})"


class BoltStore:
    """A graph store behind Bolt; see `queries.store.store.Store`."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._met = False  # whether the store has answered before
        check_address(endpoint.address)
        with self._faults():
            self._driver = _driver(endpoint)

    @property
    def address(self) -> str:
        """The Bolt address."""
        return self._endpoint.address

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Return all rows of one read statement, as plain dictionaries."""
        return self._in_transaction(neo4j.READ_ACCESS, lambda tx: _rows(tx, cypher, parameters))

    def write(self, statements: Sequence[Statement], /) -> list[list[dict[str, Any]]]:
        """Run statements in one transaction, whole or not at all; return the rows of each."""
        return self._in_transaction(
            neo4j.WRITE_ACCESS, lambda tx: [_rows(tx, one.cypher, one.parameters) for one in statements]
        )

    def status(self) -> EngineStatus:
        """Return engine, version and state."""
        with self._faults():
            agent = self._driver.get_server_info().agent
        engine, _, version = agent.partition("/")
        if "ArcadeDB " in version:  # "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)"
            engine, version = "ArcadeDB", version.partition("ArcadeDB ")[2].rstrip(")")
        return EngineStatus(engine=engine, version=version, address=self.address, state="running")

    def close(self) -> None:
        """Close the connection; the engine keeps running."""
        self._driver.close()

    def _in_transaction(self, access: str, work: Callable[[neo4j.Transaction], _T]) -> _T:
        until = time.monotonic() + _RETRY_SECONDS
        pause = _FIRST_PAUSE
        with self._faults():
            while True:
                try:
                    return self._once(access, work)
                except (exceptions.Neo4jError, exceptions.DriverError) as error:
                    if not self._may_repeat(error) or time.monotonic() + pause > until:
                        raise
                time.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 (spreads the tries, keeps no secret)
                pause = min(pause * 2, _LONGEST_PAUSE)

    def _once(self, access: str, work: Callable[[neo4j.Transaction], _T]) -> _T:
        with (
            self._driver.session(
                database=self._endpoint.database, default_access_mode=access, fetch_size=_FETCH
            ) as session,
            session.begin_transaction() as transaction,
        ):
            found = work(transaction)
            transaction.commit()
        self._met = True
        return found

    def _may_repeat(self, error: exceptions.Neo4jError | exceptions.DriverError) -> bool:
        """Whether trying again can help: conflicts always, a lost connection in a cluster that was there.

        The driver itself would try a dead server for half a minute. Like it, we leave out
        a commit whose outcome is unknown.
        """
        lost = isinstance(error, exceptions.ServiceUnavailable | exceptions.SessionExpired)
        if lost and not (self._met and self.address.startswith("neo4j")):
            return False
        return error.is_retryable() and not isinstance(mapped(error, self.address), StoreFull)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except FOREIGN as error:
            room = self._endpoint.free_bytes
            raise mapped(error, self.address, room() if room else None) from error


def _driver(endpoint: Endpoint) -> neo4j.Driver:
    auth = (endpoint.user or "neo4j", endpoint.password) if endpoint.password is not None else None
    return neo4j.GraphDatabase.driver(
        endpoint.address,
        auth=auth,
        connection_timeout=_CONNECT_SECONDS,
        connection_acquisition_timeout=2 * _CONNECT_SECONDS,
        notifications_min_severity="OFF",
        telemetry_disabled=True,
        user_agent="simpul",
    )


def _rows(transaction: neo4j.Transaction, cypher: str, parameters: Any) -> list[dict[str, Any]]:
    # the text of a statement is made in queries/ from literals, enum values and property keys only
    result: neo4j.Result = transaction.run(cypher, dict(parameters))
    names = result.keys()
    return [dict(zip(names, record.values(), strict=True)) for record in result]
