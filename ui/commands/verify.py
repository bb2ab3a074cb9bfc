"""Re-checks a saved answer from its file alone; no store is opened."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from model.text import Text
from queries.checker.checking import check
from queries.checker.forms import Certificate, Compared, Saved
from queries.checker.part import printable
from queries.checker.reading import read
from ui.answers.verify import verdict_json
from ui.commands import console
from ui.commands.console import Json
from ui.phrases import verify as words

_FEW = 3  # of what was asked about
_SHOWN = 20  # of what is wrong, on a terminal; JSON has all


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(verify)


def verify(
    file: Annotated[Path, typer.Argument(help="jawaban yang disimpan / the saved answer")],
    json: Json = False,
) -> int:
    """Periksa ulang jawaban yang disimpan, tanpa gudang data. / Re-check a saved answer, without a store."""
    saved = read(file)
    verdict = check(saved)
    if json:
        console.answer(verdict_json(saved, verdict, console.SESSION.language))
    else:
        _told(_asked(saved))
        console.line(words.CONFIRMED if verdict.holds else words.WRONG)
        for sentence in verdict.confirmed:
            _told(sentence, "  ✓ ")
        for problem in verdict.wrong[:_SHOWN]:
            _told(problem.message, "  ✕ ")
        console.more(len(verdict.wrong) - _SHOWN)
        console.line(words.NOT_CHECKED)
        for sentence in verdict.not_checked:
            _told(sentence, "  · ")
    return console.DONE if verdict.holds else console.WITH_ERRORS


def _told(sentence: Text, sign: str = "") -> None:
    console.line(Text(id=sign + printable(sentence.id), en=sign + printable(sentence.en)))


def _asked(saved: Saved) -> Text:
    """Return what a saved answer answers, in a sentence or two."""
    if not isinstance(saved, Certificate):
        first, second = (_some(one.failed) for one in saved.pairs[0])
        return words.COMPARED[saved.kind].filled(
            first=first, second=second, n=len(saved.differences), data=_of_both(saved)
        )
    if saved.kind == "impact":
        sentence, what = words.IMPACT, _some(saved.failed)
    elif saved.kind == "causes":
        sentence, what = words.CAUSES, _some(saved.symptoms)
    else:
        sentence, what = words.FAILURE_SETS, _some([claim.target for claim in saved.claims])
    return sentence.filled(
        what=what, on=saved.on.isoformat(), data=_data(saved), affected=len(saved.affected)
    )


def _data(answer: Certificate) -> Text:
    """Return of which data an answer is: as they were at a revision, or as of a load."""
    if answer.load is None:
        return words.NOW.filled(revision=answer.revision)
    return words.AS_OF.filled(load=answer.load)


def _of_both(compared: Compared) -> Text:
    first, second = (_data(one) for one in compared.pairs[0])
    return first if first == second else words.BOTH.filled(first=first, second=second)


def _some(keys: Collection[str]) -> str:
    shown = ", ".join(sorted(keys)[:_FEW])
    return shown if len(keys) <= _FEW else f"{shown} … ({len(keys)})"
