"""The command line: `simpul COMMAND …`. The contract is docs/cli.md; each command asks one function.

Exit codes: 0 done; 1 done, with findings of severity error; 2 refused or failed.
"""

import sys
from typing import Annotated

import typer

from model.faults import ModelerError, RefusedQuestion
from model.text import Text
from ui import cli_ask, cli_edit, cli_engine, cli_files, cli_impact, console

app = typer.Typer(
    name="simpul",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Arsitektur SPBE: apa yang terdampak, apa yang ganda, dari mana nilainya.",
)
for part in (cli_engine, cli_files, cli_impact, cli_ask, cli_edit):
    part.register(app)


@app.callback()
def common(
    lang: Annotated[
        str | None, typer.Option("--lang", help="bahasa: id atau en / language: id or en")
    ] = None,
) -> None:
    """Settle the language before any command."""
    console.set_language(lang)


def main(arguments: list[str] | None = None) -> None:
    """Run one command and end the process with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run one command; return its exit code. Faults become two lines, never a traceback."""
    arguments = _language_first(arguments)
    console.SESSION.json = "--json" in arguments
    console.set_language(None)
    try:
        code = app(args=arguments, prog_name="simpul", standalone_mode=False)
    except ModelerError as error:
        return console.told(error)
    except typer.Abort:
        return console.told(_refused("dibatalkan", "cancelled"))
    except KeyboardInterrupt:
        return console.told(_refused("dihentikan", "interrupted"))
    except BrokenPipeError:
        return console.DONE
    except click_faults() as error:
        return console.told(_usage(error))
    finally:
        console.close_stores()
    return int(code or 0)


def click_faults() -> type[Exception]:
    """Return the class of faults that the option parser raises for wrong words."""
    return typer.BadParameter.__mro__[2]


def _language_first(arguments: list[str]) -> list[str]:
    """Let --lang stand anywhere, as the contract shows it."""
    for position, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang" and position + 1 < len(arguments):
            rest = arguments[:position] + arguments[position + 2 :]
            return ["--lang", arguments[position + 1], *rest]
        if word.startswith("--lang="):
            return [word, *arguments[:position], *arguments[position + 1 :]]
    return arguments


def _usage(error: Exception) -> ModelerError:
    said = getattr(error, "format_message", lambda: str(error))()
    return RefusedQuestion(
        Text(id=f"perintah tidak dipahami: {said}", en=f"the command was not understood: {said}"),
        fix=Text(
            id="lihat: simpul --help, atau simpul PERINTAH --help",
            en="see: simpul --help, or simpul COMMAND --help",
        ),
    )


def _refused(indonesian: str, english: str) -> ModelerError:
    return RefusedQuestion(
        Text(id=indonesian, en=english),
        fix=Text(id="tidak ada yang ditulis; ulangi bila perlu", en="nothing was written; repeat if needed"),
    )


if __name__ == "__main__":
    main()
