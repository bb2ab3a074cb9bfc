"""The first that runs of a command: Ctrl-C ends it with 130 and no other word, from the first moment on."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

INTERRUPTED = 130  # 128 and the number of the signal, as shells tell it


def main() -> None:
    """Run the command of this process and end it with its exit code."""
    _on_interrupt(_leave)  # loading the commands takes longer than many of them
    from ui import cli

    cli.main()


def stop_when_interrupted() -> None:
    """Let Ctrl-C stop what runs, to be tidied up; at a second one nothing is tidied."""
    _on_interrupt(_stop)


def _on_interrupt(then: Callable[[int, FrameType | None], None]) -> None:
    """Do this on Ctrl-C; not where it is ignored, as in a job that a script put into the background."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, then)


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)


def _stop(_number: int, _frame: FrameType | None) -> None:
    _on_interrupt(_leave)
    sys.unraisablehook = _unheard
    raise KeyboardInterrupt


def _unheard(_fault: "sys.UnraisableHookArgs") -> None:
    """Say nothing of what a library had only half made and cannot take apart."""
