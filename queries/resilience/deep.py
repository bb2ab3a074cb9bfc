"""Work that recurses as deep as the data are: on a stack of its own, which is large.

The library of decision diagrams recurses by element. On a usual stack (8 MB, in threads of macOS half a
megabyte) some ten thousand elements end the whole process; measured, this one is enough for 400,000.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
_STACK = 512 << 20  # bytes; only what is used is taken
_LOCK = threading.Lock()  # the size is a setting of the process


def on_deep_stack(work: Callable[[], T]) -> T:
    """Return what some work returns, or raise what it raises, after doing it on a deep stack."""
    with ThreadPoolExecutor(1) as thread:
        with _LOCK:
            usual = threading.stack_size(_STACK)
            try:
                done = thread.submit(work)  # starts the thread
            finally:
                threading.stack_size(usual)
        return done.result()
