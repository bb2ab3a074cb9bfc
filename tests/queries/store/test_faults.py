"""The border: which of our faults each error of the driver becomes."""

import pytest
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    CypherSyntaxError,
    DatabaseError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from model.faults import StoreFault
from model.text import Language
from queries.store.faults import (
    StoreBusy,
    StoreDown,
    StoreFull,
    UnknownDatabase,
    WrongPassword,
    check_address,
    mapped,
)

ADDRESS = "bolt://127.0.0.1:7687"


def _told(kind: type[Neo4jError], code: str, message: str = "") -> Neo4jError:
    error = kind(message)
    error._neo4j_code = code  # the driver sets it from what the server sent
    return error


ERRORS = [
    (_told(AuthError, "Neo.ClientError.Security.Unauthorized"), WrongPassword, "NEO4J_PASSWORD"),
    (_told(ClientError, "Neo.ClientError.Security.AuthenticationRateLimit"), WrongPassword, "NEO4J_PASSWORD"),
    (_told(ClientError, "Neo.ClientError.Database.DatabaseNotFound"), UnknownDatabase, "NEO4J_DATABASE"),
    (ServiceUnavailable("refused"), StoreDown, "simpul db start"),
    (SessionExpired("gone"), StoreDown, "simpul db start"),
    (IncompleteCommit("gone while committing"), StoreDown, "simpul db start"),
    (OSError("cannot resolve"), StoreDown, "NEO4J_URI"),
    (ConfigurationError("scheme"), StoreDown, "neo4j://"),
    (_told(TransientError, "Neo.TransientError.Transaction.DeadlockDetected"), StoreBusy, "try again"),
    (_told(TransientError, "Neo.TransientError.General.MemoryPoolOutOfMemoryError"), StoreFull, "memory"),
    (_told(TransientError, "Neo.TransientError.General.OutOfMemoryError"), StoreFull, "memory"),
    (_told(DatabaseError, "Neo.DatabaseError.General.X", "No space left on device"), StoreFull, "disk space"),
    (_told(ClientError, "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"), StoreFault, "log"),
    (_told(DatabaseError, "Neo.DatabaseError.Transaction.TransactionCommitFailed"), StoreFault, "log"),
    (_told(ConstraintError, "Neo.ClientError.Schema.ConstraintValidationFailed"), StoreFault, "plan anew"),
    (_told(CypherSyntaxError, "Neo.ClientError.Statement.SyntaxError"), StoreFault, "log"),
    (OverflowError("too large"), StoreFault, "64 bits"),
]


@pytest.mark.parametrize(("error", "fault", "fix"), ERRORS, ids=[str(e[0].args)[:40] for e in ERRORS])
def test_each_error_becomes_a_fault_with_its_fix(error: Exception, fault: type[StoreFault], fix: str) -> None:
    found = mapped(error, ADDRESS)

    assert type(found) is fault
    assert fix in found.fix.en
    for language in Language:
        assert all(line and "\n" not in line for line in found.lines(language))


# what the engines answered on a full disk: ArcadeDB 26.10.2, Neo4j 2026.08.1
@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (ClientError, "Neo.ClientError.Transaction.TransactionNotFound"),
        (DatabaseError, "Neo.DatabaseError.Transaction.TransactionCommitFailed"),
        (DatabaseError, "Neo.DatabaseError.Transaction.TransactionStartFailed"),
    ],
)
def test_a_failure_with_no_room_left_is_a_full_disk(kind: type[Neo4jError], code: str) -> None:
    error = _told(kind, code, "see the server log")

    assert isinstance(mapped(error, ADDRESS, free_bytes=4096), StoreFull)
    assert not isinstance(mapped(error, ADDRESS, free_bytes=10**9), StoreFull)


def test_a_wrong_statement_stays_one_also_on_a_full_disk() -> None:
    error = _told(CypherSyntaxError, "Neo.ClientError.Statement.SyntaxError")

    assert not isinstance(mapped(error, ADDRESS, free_bytes=0), StoreFull)


@pytest.mark.parametrize("address", ["neo4j+s://abc.databases.neo4j.io", "bolt://[::1]:7687", ADDRESS])
def test_addresses_of_servers_are_usable(address: str) -> None:
    check_address(address)
