"""What every command shares: options, language, the open workspace, printing, and faults in two lines."""

import errno
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from pathlib import Path
from typing import IO, Annotated, Any

import typer
from rich.console import Console, JustifyMethod
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from model.faults import Finding, ModelerError, Place, RefusedQuestion, Severity, said_once
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text, same
from queries.files import reason
from queries.store.store import Store
from queries.totals import totals
from ui.answers.shapes import error_json
from ui.phrases import common
from ui.wording import number
from ui.workspace import Workspace, language, open_workspace

Json = Annotated[bool, typer.Option("--json", help="satu dokumen JSON / one JSON document")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="keadaan setelah impor ini / as it stood after this load")
]
Save = Annotated[
    Path | None, typer.Option(help="simpan dengan buktinya, untuk simpul verify / save it with its proof")
]
Yes = Annotated[bool, typer.Option("--yes", help="terapkan tanpa bertanya / apply without asking")]

DONE, WITH_ERRORS, REFUSED = 0, 1, 2
_OF_WRITING = frozenset({errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG})  # a disk full, a place closed


@dataclass
class Session:
    """How this run speaks: its language, whether it answers in JSON; and the stores it opened."""

    language: Language = Language.ID
    json: bool = False
    opened: list[Store] = field(default_factory=list)


class _Speaker(Console):
    """A console whose reader may leave, as `| head` does: the work goes on, unseen, and ends as it would."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        _unseen(self.file)


def _unseen(file: IO[str]) -> None:
    """Let what is still written to a file go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, file.fileno())
    os.close(nowhere)


_EMPTY = Text(
    id="Belum ada data. Mulai dengan: simpul import BERKAS",
    en="There is no data yet. Begin with: simpul import FILE",
)
SESSION = Session()
# a pipe has no width of its own; keys must not be broken there
out = _Speaker(width=None if sys.stdout is not None and sys.stdout.isatty() else 200)
err = _Speaker(stderr=True)


def say(text: Text) -> str:
    """Return a text in the language of this run."""
    return text.in_(SESSION.language)


def workspace(*, json: bool = False) -> Workspace:
    """Return the workspace of the environment; notes whether this run answers in JSON."""
    SESSION.json = json
    space = open_workspace(os.environ)
    keep(space.store)
    for one in space.notices:
        notice(one)
    return space


@contextmanager
def output() -> Iterator[None]:
    """Run a command whose words go to stdout, and see that they arrived there.

    Raises:
        RefusedQuestion: stdout is closed, or takes no more.
    """
    if sys.stdout is None:  # closed by who started us
        raise _unwritable(None)
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _unseen(sys.stdout)
        raise
    except OSError as error:
        # files are told of where they are written, by name; what has none is what all words go to
        if error.filename is not None or error.errno not in _OF_WRITING:
            raise
        _unseen(sys.stdout)
        raise _unwritable(error) from error


def _unwritable(error: OSError | None) -> RefusedQuestion:
    SESSION.json = False  # there is nowhere to answer
    why = reason(error) if error else Text(id="ditutup", en="it is closed")
    return RefusedQuestion(
        Text(
            id=f"keluaran (stdout) tidak dapat ditulis: {why.id}",
            en=f"the output (stdout) cannot be written: {why.en}",
        ),
        fix=Text(
            id="arahkan keluaran ke tempat lain; apa yang sudah tersimpan: simpul loads",
            en="send the output elsewhere; what is in the store already: simpul loads",
        ),
    )


def notice(text: Text) -> None:
    """Tell people something beside the answer."""
    err.print(escape(say(text)), highlight=False, soft_wrap=True)


def kind_named(metamodel: Metamodel, text: str) -> ElementKind:
    """Return the kind of element that a text names.

    Raises:
        RefusedQuestion: none is called so.
    """
    kind = metamodel.kind_named(text)
    if kind is None:
        names = ", ".join(kind.value for kind in ElementKind)
        raise RefusedQuestion(
            Text(id=f"jenis objek “{text}” tidak dikenal", en=f"the kind “{text}” is not known"),
            fix=Text(id=f"pakai salah satu: {names}", en=f"use one of: {names}"),
        )
    return kind


def keep(store: Store) -> Store:
    """Return a store that is closed when this run ends."""
    SESSION.opened.append(store)
    return store


def close_stores() -> None:
    """Close what this run opened."""
    while SESSION.opened:
        SESSION.opened.pop().close()


def answer(document: dict[str, Any]) -> None:
    """Print one JSON document."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2, default=list) + "\n")


def table(
    columns: Sequence[Text | str], rows: Sequence[Sequence[object]], *, numbers: Sequence[int] = ()
) -> None:
    """Print a table; columns of `numbers` stand right, and a key is never broken, to be copied."""
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for position, column in enumerate(columns):
        words = column if isinstance(column, str) else say(column)
        justify: JustifyMethod = "right" if position in numbers else "left"
        grid.add_column(words, justify=justify, overflow="fold", no_wrap=words.startswith(say(common.KEY)))
    for row in rows:
        grid.add_row(*(escape(_cell_words(cell)) for cell in row))
    out.print(grid)


def _cell_words(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and isfinite(cell):
        return number(cell, SESSION.language, len(str(cell).partition(".")[2]))
    return "; ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)


def nothing(store: Store, text: Text) -> int:
    """Say that there is nothing to show; of a store that holds nothing at all, how to begin. Return 0."""
    line(text if totals(store).loads else _EMPTY)
    return DONE


def line(text: Text) -> None:
    """Print one line."""
    out.print(escape(say(text)), highlight=False)


def said(sentence: str) -> None:
    """Print a sentence of a page, without the marks around what counts most."""
    line(same(sentence.replace("**", "")))


def saved(file: Path) -> None:
    """Say that an answer was saved."""
    line(Text(id=f"Disimpan: {file}", en=f"Saved: {file}"))


def more(rest: int) -> None:
    """Say that there are further rows, if there are."""
    if rest > 0:
        line(
            Text(
                id=f"… dan {rest} lagi (--json menampilkan semua)", en=f"… and {rest} more (--json shows all)"
            )
        )


def findings_table(findings: Sequence[Finding], most: int = 40) -> None:
    """Print findings, what several cells of a column have in common once, and how many more there are."""
    findings = said_once(findings)
    rows = [
        (_SIGNS[finding.severity], place_text(finding), say(finding.message), say(finding.fix))
        for finding in findings[:most]
    ]
    table(
        ["", Text(id="Tempat", en="Place"), common.FINDING, common.FIX],
        rows,
    )
    if len(findings) > most:
        more = len(findings) - most
        line(
            Text(
                id=f"… dan {more} catatan lagi (--json menampilkan semua)",
                en=f"… and {more} more (--json shows all)",
            )
        )


_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.INFO: "·"}


def place_text(finding: Finding) -> str:
    """Return a finding's place in one line: file, sheet, row, column."""
    where = cell_text(finding.place)
    return f"{where} (×{finding.count})" if finding.count > 1 else where


def cell_text(place: Place) -> str:
    """Return a place in one line: file, sheet, row, column."""
    parts = [place.file, place.sheet, f"#{place.row}" if place.row else None, place.column]
    return " / ".join(part for part in parts if part)


@contextmanager
def progress(text: Text) -> Iterator[Callable[[float], None]]:
    """Show a bar on stderr while a block works, where somebody watches; give the way to move it."""
    if not err.is_terminal:
        yield lambda _: None
        return
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), console=err
    )
    with bar:
        task = bar.add_task(say(text), total=1.0)
        yield lambda share: bar.update(task, completed=share)


def day(text: str | None) -> date | None:
    """Return the day a person wrote; None where they wrote none.

    Raises:
        RefusedQuestion: it is no date.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise RefusedQuestion(
            Text(id=f"tanggal “{text}” tidak dipahami", en=f"the date “{text}” was not understood"),
            fix=Text(id="tulis sebagai 2026-12-31", en="write it as 2026-12-31"),
        ) from error


def check_can_ask(*, yes: bool, looks: bool = True) -> None:
    """Refuse where a step would need a person's word and nobody can be asked. looks: it has --dry-run.

    Raises:
        RefusedQuestion: no --yes, and the answer is JSON or there is no terminal.
    """
    if yes or (not SESSION.json and sys.stdin is not None and sys.stdin.isatty()):
        return
    raise RefusedQuestion(
        Text(id="belum ada persetujuan untuk menerapkan rencana ini", en="nobody agreed to apply this plan"),
        fix=Text(
            id="tambahkan --yes untuk menerapkan, atau --dry-run untuk melihat saja",
            en="add --yes to apply, or --dry-run just to look",
        )
        if looks
        else Text(id="tambahkan --yes untuk menerapkan", en="add --yes to apply"),
    )


def confirmed(question: Text, *, yes: bool) -> bool:
    """Return whether a step may be applied: said beforehand, or asked on the terminal.

    Raises:
        RefusedQuestion: nobody can be asked.
    """
    check_can_ask(yes=yes)
    return yes or typer.confirm(say(question), err=True)


def pairs(words: Sequence[str]) -> dict[str, str]:
    """Return words of the form name=value by name.

    Raises:
        RefusedQuestion: a word has no "=".
    """
    found = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            raise RefusedQuestion(
                Text(
                    id=f"parameter “{word}” tidak dipahami", en=f"the parameter “{word}” was not understood"
                ),
                fix=Text(id="tulis sebagai nama=nilai", en="write it as name=value"),
            )
        found[name] = value
    return found


def told(error: ModelerError) -> int:
    """Print what went wrong and what to do, one line each; return the exit code."""
    what, fix = error.lines(SESSION.language)
    if SESSION.json:
        answer(error_json(error, SESSION.language))
    err.print(escape(_one_line(what)), highlight=False, soft_wrap=True)
    err.print(escape(_one_line(fix)), highlight=False, soft_wrap=True)
    return REFUSED


def set_language(asked: str | None) -> None:
    """Settle the language of this run.

    Raises:
        RefusedQuestion: a language was asked for that there is not.
    """
    SESSION.language = language(os.environ, None)
    if asked is not None and asked not in {one.value for one in Language}:
        raise RefusedQuestion(
            Text(id=f"bahasa “{asked}” tidak ada", en=f"there is no language “{asked}”"),
            fix=Text(id="pakai --lang id atau --lang en", en="use --lang id or --lang en"),
        )
    SESSION.language = language(os.environ, asked)


def _one_line(words: str) -> str:
    return " ".join(words.split())
