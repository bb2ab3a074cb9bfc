"""The first that runs of a command: Ctrl-C ends it with 130 and no other word, from the first moment on."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType, TracebackType

INTERRUPTED = 130  # 128 and the number of the signal, as shells tell it
_LOADING = "importlib._bootstrap"  # the module whose frames are below a module that is being loaded


def main() -> None:
    """Run the command of this process and end it with its exit code."""
    _on_interrupt(_leave)  # loading the commands takes longer than many of them
    from ui import cli

    cli.main()


def stop_when_interrupted() -> None:
    """Let Ctrl-C stop what runs, to be tidied up; at a second one nothing is tidied."""
    _on_interrupt(_stop)


def is_interrupted() -> bool:
    """Return whether Ctrl-C stopped this process: what fails from then on is no fault to be told."""
    return sys.excepthook is _leave_unheard


def _on_interrupt(then: Callable[[int, FrameType | None], None]) -> None:
    """Do this on Ctrl-C; not where it is ignored, as in a job that a script put into the background."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, then)


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)


def _stop(_number: int, frame: FrameType | None) -> None:
    if _is_loading(frame):  # a module that is half loaded turns what stops it into a fault of its own
        os._exit(INTERRUPTED)
    _on_interrupt(_leave)
    sys.unraisablehook = _unheard
    sys.excepthook = _leave_unheard
    raise KeyboardInterrupt


def _is_loading(frame: FrameType | None) -> bool:
    """Return whether a module is being loaded."""
    while frame is not None:
        if frame.f_globals.get("__name__") == _LOADING:
            return True
        frame = frame.f_back
    return False


def _unheard(_fault: "sys.UnraisableHookArgs") -> None:
    """Say nothing of what a library had only half made and cannot take apart."""


def _leave_unheard(_kind: type[BaseException], _fault: BaseException, _trace: TracebackType | None) -> None:
    """Say nothing of what fails because it was stopped."""
    os._exit(INTERRUPTED)
