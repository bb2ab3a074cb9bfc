"""The garbage collector, kept from searching millions of new objects over and over while they are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Switch Python's search for unreachable cycles off for the time of large work that makes none.

    Planning 20,000 elements and 60,000 relations took 3.8 s with it, and 2.1 s without; the reasons of an
    impact 130 ms and 60 ms.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
