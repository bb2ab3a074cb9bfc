"""The scope that a command is asked about."""

from queries.loads import merging
from queries.store.store import Store


def scope_named(store: Store, asked: str | None) -> str | None:
    """Return the scope that a name, acronym or slug means; None where none is asked for.

    Raises:
        RefusedQuestion: none or several are meant.
    """
    if asked is None:
        return None
    from ingest.planning.scopes import known_scope  # heavy: only where a scope is asked for

    return known_scope(merging.directory(store), asked)
