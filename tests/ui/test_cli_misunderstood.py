"""Words that the option parser does not take are told in the language of the run."""

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from ui.cli import app, run
from ui.commands.misunderstood import ARGUMENTS


@pytest.mark.parametrize(
    ("words", "indonesian", "english"),
    [
        (
            ["duplicates", "--min-score", "abc"],
            "--min-score harus angka antara 0 dan 1, bukan “abc”",
            "--min-score must be a number between 0 and 1, not “abc”",
        ),
        (["duplicates", "--min-score", "1,5"], "antara 0 dan 1, bukan “1,5”", "0 and 1, not “1,5”"),
        (["duplicates", "--min-score", "nan"], "antara 0 dan 1, bukan “nan”", "0 and 1, not “nan”"),
        (["duplicates", "--min-score"], "--min-score perlu diikuti nilainya", "needs a value after it"),
        (["duplicates", "--top", "0"], "harus bilangan bulat sedikitnya 1", "a whole number of at least 1"),
        (["find", "x", "--limit", "1,5"], "bulat antara 1 dan 10000, bukan “1,5”", "between 1 and 10000"),
        (["duplicates", "--scop", "x"], "tidak ada opsi --scop; mungkin --scope", "perhaps --scope"),
        (["duplicates", "--zzz"], "tidak ada opsi --zzz", "there is no option --zzz"),
        (["duplicates", "--national=3"], "--national tidak memakai nilai", "--national takes no value"),
        (["duplicates", "a", "b"], "“b” berlebih", "“b” is too much"),
        (["decide", "a"], "objek kedua belum diisi", "the second element is missing"),
        (["export"], "-o / --output belum diisi", "-o / --output is missing"),
        (["no-such-command"], "tidak ada perintah “no-such-command”", "there is no command"),
    ],
    ids=" ".join,
)
def test_wrong_words_are_told_in_the_language(
    words: list[str], indonesian: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, said in (("id", indonesian), ("en", english)):
        assert run([*words, "--lang", language]) == 2
        what, fix = capsys.readouterr().err.splitlines()
        assert said in what
        assert "simpul --help" in fix


def test_every_argument_has_a_name_in_both_languages() -> None:
    hints = {hint.strip("'") for hint in _hints(typer.main.get_command(app))}
    assert {hint for hint in hints if hint.islower() and "|" not in hint} == ARGUMENTS.keys()


def _hints(command: Any) -> Iterator[str]:
    for inner in getattr(command, "commands", {}).values():
        yield from _hints(inner)
    yield from (one.get_error_hint() for one in command.params if one.param_type_name == "argument")
