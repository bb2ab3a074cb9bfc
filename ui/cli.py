"""The command line: `simpul COMMAND …`. The contract is docs/cli.md; each command asks one function.

Exit codes: 0 done; 1 done, with findings of severity error; 2 refused or failed; 130 interrupted.
"""

import sys
from typing import Annotated, Any

if __name__ == "__main__":  # python -m ui.cli: as the program simpul, which ends the process
    from ui.start import main as started

    started()

import typer

from model.faults import ModelerError, RefusedQuestion
from model.text import Text
from ui import start
from ui.commands import (
    ask,
    check,
    console,
    edit,
    engine,
    evidence,
    files,
    findings,
    helped,
    impact,
    loads,
    mappings,
    redundancy,
    verify,
    weak_points,
    whatif,
)
from ui.commands.misunderstood import misunderstood

_HELP_ASKED = "NoArgsIsHelpError"  # a group without a command

app = typer.Typer(
    name="simpul",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
_PARTS = (
    engine,
    files,
    mappings,
    loads,
    impact,
    ask,
    findings,
    check,
    evidence,
    edit,
    redundancy,
    weak_points,
    verify,
    whatif,
)
for part in _PARTS:
    part.register(app)


@app.callback()
def common(
    lang: Annotated[
        str | None, typer.Option("--lang", help="bahasa: id atau en / language: id or en")
    ] = None,
) -> None:
    """Arsitektur SPBE: apa yang terdampak, dan mengapa. / SPBE architecture: what breaks, and why."""
    # --lang is taken out before the words are parsed; it stands here to be shown in the help


def main(arguments: list[str] | None = None) -> None:
    """Run one command and end the process with its exit code."""
    start.stop_when_interrupted()
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run one command; return its exit code. Faults become two lines, never a traceback."""
    asked, words = _language_asked(arguments)
    console.SESSION.json = "--json" in words
    try:
        console.set_language(asked)
        with console.output():
            return int(_command()(args=words or ["--help"], prog_name="simpul", standalone_mode=False) or 0)
    except ModelerError as error:
        return start.INTERRUPTED if start.is_interrupted() else console.told(error)
    except KeyboardInterrupt:
        return start.INTERRUPTED
    except typer.Abort:
        return console.told(_refused("dibatalkan", "cancelled"))
    except BrokenPipeError:
        return console.DONE
    except click_faults() as error:
        return _not_understood(error)
    finally:
        console.close_stores()


def _command() -> Any:
    command = typer.main.get_command(app)
    helped.translate(command)
    return command


def click_faults() -> Any:
    """Return the class of faults that the option parser raises for wrong words."""
    return typer.BadParameter.__mro__[2]


def _language_asked(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Return the value of --lang, which may stand anywhere, and the other words."""
    for position, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1], [*arguments[:position], *arguments[position + 2 :]]
        if word.startswith("--lang="):
            return word.partition("=")[2], [*arguments[:position], *arguments[position + 1 :]]
    return None, arguments


def _not_understood(error: Any) -> int:
    if type(error).__name__ == _HELP_ASKED:
        console.err.print(error.format_message(), markup=False, highlight=False)
        return console.REFUSED
    return console.told(misunderstood(error))


def _refused(indonesian: str, english: str) -> ModelerError:
    return RefusedQuestion(
        Text(id=indonesian, en=english),
        fix=Text(id="tidak ada yang ditulis; ulangi bila perlu", en="nothing was written; repeat if needed"),
    )
