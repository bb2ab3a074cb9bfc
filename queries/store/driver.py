"""The official driver, loaded without pandas and pyarrow.

It imports both wherever they are installed, only to accept their values as parameters, which we never send.
That took 1.0 of the 1.4 seconds of its import, in a command that should answer within 2.5.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_TAKEN_ALONG = ("pandas", "pyarrow")


@contextmanager
def _hidden(names: tuple[str, ...]) -> Iterator[None]:
    """Let imports of these fail for a block; not where another thread might want them just then."""
    hidden = [name for name in names if name not in sys.modules and threading.active_count() == 1]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment] # the documented way to make an import fail
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


with _hidden(_TAKEN_ALONG):
    import neo4j
    from neo4j import exceptions

__all__ = ["exceptions", "neo4j"]
