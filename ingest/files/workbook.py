"""Files as sheets of cells, parsed in one guarded child process (ingest.files.child) for a whole import.

A file that kills the child costs itself: the child is started again for those that follow. Bounds: what a
workbook of an agency needs at most, with room; the largest seen takes two seconds and 200 MB.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from ingest.files.guard import Form, Reason
from model.faults import UnreadableFile
from model.text import Text

MEMORY = 2 * 1024**3  # bytes of address space
CPU_SECONDS = 60  # for one file
SILENCE_SECONDS = 90.0  # without a word from the child; the only bound on Windows
_LINES_AHEAD = 64  # of the child's answers kept while the parent is busy

Cell = str | int | float
Row = tuple[int, list[Cell]]  # the number the program shows, and the cells up to the last filled one

# What the child needs of the environment; passwords and the like it never sees.
_PASSED = ("PATH", "PYTHONPATH", "PYTHONHOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL")


@dataclass(slots=True)
class Sheet:
    """One sheet as it stands; title is None for CSV. Rows without any content are left out.

    merged: (top, left, bottom, right). spots: (row, column, "formula" or "error"): cells with a formula
    but no stored value, or with an error. repaired: (row, position, text before): cells whose characters
    were put right. Rows and columns count from 1, positions from 0.
    """

    title: str | None
    hidden: bool = False
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    spots: list[tuple[int, int, str]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    repaired: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Content:
    """What a file holds, or why it could not be read.

    notes: (word, detail), as the child tells them: macros, encoding, other_format. is_model: the sheets are
    the parts of an ArchiMate model (ingest.exchange.names).
    """

    sheets: list[Sheet] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    is_model: bool = False
    refused: Reason | None = None
    detail: str = ""


def contents(paths: Sequence[tuple[Path, Form]]) -> Iterator[Content]:
    """Return what each file holds, in order. paths: with what the file should be.

    Raises:
        UnreadableFile: the process that reads files cannot be started.
    """
    done = 0
    while done < len(paths):
        with _Child(paths, done) as child:
            for content in child.answers():
                done += 1
                yield content
            if done < len(paths):  # it died
                if child.current != done:
                    raise _not_started()
                done += 1
                yield Content(refused=Reason.KILLED)


def child_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return what a process that parses files sees of the environment."""
    return {**{name: environ[name] for name in _PASSED if name in environ}, "PYTHONUTF8": "1"}


class _Child:
    """One run of the reading process, from the given file on."""

    def __init__(self, paths: Sequence[tuple[Path, Form]], first: int) -> None:
        self.current: int | None = None
        files = [
            {"number": number, "path": str(path.resolve()), "form": form}
            for number, (path, form) in enumerate(paths)
            if number >= first
        ]
        self._order = json.dumps({"memory": MEMORY, "cpu": CPU_SECONDS, "files": files})
        self._lines: Queue[bytes | None] = Queue(_LINES_AHEAD)

    def __enter__(self) -> "_Child":
        # -P: the folder the user stands in is no place to import from
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ingest.files.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(os.environ),
        )
        self._reader = Thread(target=self._listen, daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        while self._reader.is_alive():  # it may wait for room in the queue
            self._drain()
            self._reader.join(0.05)
        self._process.wait()
        if self._process.stdin is not None:
            with suppress(OSError):  # what it ended before hearing is flushed once more
                self._process.stdin.close()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def answers(self) -> Iterator[Content]:
        """Return what the files hold, up to the first that ends the process."""
        self._tell()
        content = Content()
        for message in self._messages():
            if "begin" in message:
                self.current, content = message["begin"], Content()
            elif "end" in message:
                yield content
            else:
                _take(content, message)

    def _tell(self) -> None:
        pipe = self._process.stdin
        if pipe is None:
            return
        with suppress(OSError):  # it ended at once (Windows: EINVAL); the missing answers say so
            pipe.write(self._order.encode() + b"\n")
            pipe.flush()

    def _listen(self) -> None:
        pipe = self._process.stdout
        if pipe is not None:
            for line in pipe:
                self._lines.put(line)
        self._lines.put(None)

    def _messages(self) -> Iterator[dict[str, Any]]:
        while True:
            try:
                line = self._lines.get(timeout=SILENCE_SECONDS)
            except Empty:
                return
            if line is None or not line.endswith(b"\n"):
                return
            yield json.loads(line)

    def _drain(self) -> None:
        while True:
            try:
                self._lines.get_nowait()
            except Empty:
                return


def _take(content: Content, message: dict[str, Any]) -> None:
    """Add one message of the child to what is known of the file."""
    if "rows" in message:
        content.sheets[-1].rows += [(number, cells) for number, cells in message["rows"]]
    elif "sheet" in message:
        content.sheets.append(
            Sheet(
                title=message["sheet"],
                hidden=message["hidden"],
                merged=[(top, left, bottom, right) for top, left, bottom, right in message["merged"]],
                spots=[(row, column, what) for row, column, what in message["spots"]],
            )
        )
    elif "note" in message:
        content.notes.append((message["note"], message["detail"]))
    elif "model" in message:
        content.is_model = True
    elif "refused" in message:
        content.refused, content.detail = Reason(message["refused"]), message["detail"]


def _not_started() -> UnreadableFile:
    return UnreadableFile(
        Text(
            id="proses pembaca berkas tidak dapat dijalankan",
            en="the process that reads files cannot be started",
        ),
        fix=Text(
            id="pasang ulang simpul, lalu coba lagi; bila tetap gagal, periksa memori yang tersedia",
            en="install simpul again and retry; if it still fails, check the memory that is free",
        ),
    )
