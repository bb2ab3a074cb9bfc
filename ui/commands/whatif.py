"""What follows when one element does the work of others."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from model.text import same
from ui.commands import console
from ui.commands.console import Json, Save
from ui.moment import Moment
from ui.phrases import whatif as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.text import Text
    from ui.similar.consolidating import Outcome

_SHOWN = 40  # rows of a table on a terminal; JSON has all
_KEEP_HELP = "kunci, kode, atau nama yang diteruskan / key, code or name of what is kept"
_GONE_HELP = "yang dihentikan, satu atau lebih / what is given up, one or more"


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(consolidate)


def consolidate(
    keep: Annotated[str, typer.Argument(metavar="KEEP", help=_KEEP_HELP)],
    gone: Annotated[list[str], typer.Argument(metavar="GONE…", help=_GONE_HELP)],
    on: Annotated[str | None, typer.Option(help="pada tanggal, 2026-12-31 / on a date, 2026-12-31")] = None,
    save: Save = None,
    json: Json = False,
) -> int:
    """Bagaimana bila yang lain digabungkan ke KEEP. / What if the others are merged into KEEP."""
    from queries.certificate.document import save as save_certificate
    from ui.answers.whatif import consolidate_json, consolidation_proof  # heavy: compares names
    from ui.similar.consolidating import outcome_of
    from ui.similar.likeness import recorded_twice

    day = console.day(on) or date.today()
    space = console.workspace(json=json)
    moment = Moment.of(space, None)
    uids = [moment.uid(key) for key in gone]
    kept = moment.uid(keep)
    twice = recorded_twice(space.store, moment.snapshot(), kept, uids)
    found = outcome_of(space.store, moment.snapshot(), (kept, uids), day, twice)
    if save is not None:
        save_certificate(consolidation_proof(found, moment.origin(), console.SESSION.language), save)
    if json:
        console.answer(consolidate_json(found, console.SESSION.language))
    else:
        _tell(found)
        if save is not None:
            console.saved(save)
    return console.DONE


def _tell(found: "Outcome") -> None:
    from ui.similar import consolidating as told

    language = console.SESSION.language
    for sentence in told.sentences(found, language):
        console.said(sentence)
    points = told.point_rows(found, language)
    if not points and not found.asked.bereft:
        console.line(words.NO_NEW_POINTS)
    _table(words.NEW_POINTS, told.POINT_COLUMNS, points, numbers=(2, 3))
    _table(words.WORK, told.WORK_COLUMNS, told.work_rows(found, language))
    _table(words.EXPOSED, told.EXPOSED_COLUMNS, told.exposed_rows(found, language), numbers=(3, 4))
    _table(words.FLOWS, told.FLOW_COLUMNS, told.flow_rows(found, language))
    _table(words.DATA, told.DATA_COLUMNS, told.data_rows(found, language))
    if found.machines is not None:
        machines = [found.machines.of(uid) for uid in (found.asked.keep, *found.asked.gone)]
        rows = told.machine_rows(found.asked.base, machines, language)
        _table(words.MACHINES, told.MACHINE_COLUMNS, rows, numbers=(2,))
    _table(words.STEPS, told.STEP_COLUMNS, told.step_rows(found, language), numbers=(0, 2))
    if saved := told.saved(found, language):
        console.said(saved)
    console.line(same(told.assumed(found, language)))


def _table(
    title: "Text",
    columns: "Sequence[Text]",
    rows: "Sequence[Sequence[object]]",
    numbers: "Sequence[int]" = (),
) -> None:
    """Print a table under its title, unless it is empty."""
    if rows:
        console.line(same(f"\n{console.say(title)}"))
        console.table(list(columns), rows[:_SHOWN], numbers=numbers)
        console.more(len(rows) - _SHOWN)
