"""The store as the rest of the program sees it: read and write Cypher, nothing else.

Which engine answers is decided by `queries.store.opening.open_store`; no caller asks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """One Cypher statement with its parameters."""

    cypher: str
    parameters: Parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineStatus:
    """What `simpul db status` shows of the engine."""

    engine: str  # "ArcadeDB" or "Neo4j"
    version: str
    address: str
    state: str  # "running" or "stopped"


class Store(Protocol):
    """One open graph store.

    Every foreign exception is mapped to StoreFault, with its cause kept. Transient faults
    (deadlock, conflict, leader change) are tried again by the adapter.
    """

    @property
    def address(self) -> str:
        """The Bolt address."""
        ...

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Return all rows of one read statement, as plain dictionaries."""
        ...

    def write(self, statements: Sequence[Statement], /) -> list[list[dict[str, Any]]]:
        """Run statements in one transaction, whole or not at all; return the rows of each."""
        ...

    def status(self) -> EngineStatus:
        """Return engine, version and state."""
        ...

    def close(self) -> None:
        """Close the connection; the engine keeps running."""
        ...
