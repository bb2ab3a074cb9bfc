"""The evaluators' matrices and lists, as a workbook."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from model.faults import RefusedQuestion
from model.text import Text
from queries.files import replaced, told_of
from ui.commands import console
from ui.commands.console import AsOf, Json
from ui.moment import Moment
from ui.phrases import evidence as words

_SUFFIX = ".xlsx"


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(evidence)


def evidence(
    output: Annotated[Path, typer.Option("-o", "--output", help="berkas .xlsx / .xlsx file")],
    on: Annotated[str | None, typer.Option(help="pada tanggal, 2026-12-31 / on a date, 2026-12-31")] = None,
    load: AsOf = None,
    json: Json = False,
) -> int:
    """Bukti dukung untuk asesor: matriks dan daftar (.xlsx). / Matrices and lists for assessors (.xlsx)."""
    from ui.components.workbook import workbook
    from ui.evidence.book import EvidenceBook  # heavy: recovery of everything
    from ui.overview import is_empty
    from ui.phrases.weak import NOTHING_YET

    _check(output)
    day = console.day(on) or date.today()
    space = console.workspace(json=json)
    moment = Moment.of(space, load)
    snapshot = moment.snapshot()
    if is_empty(snapshot):
        console.notice(NOTHING_YET)
    book = EvidenceBook(moment, snapshot, day, console.SESSION.language)
    sheets = book.sheets()
    with told_of(output), replaced(output) as place:
        place.write_bytes(workbook(sheets, book.about))
    counts = [{"sheet": sheet.title, "rows": len(sheet.rows)} for sheet in sheets]
    if json:
        console.answer({"path": str(output), "on": day.isoformat(), "as_of": load, "sheets": counts})
    else:
        rows = sum(len(sheet.rows) for sheet in sheets[1:])
        console.line(words.DONE.filled(output=output, sheets=len(sheets), rows=rows, state=book.state))
    return console.DONE


def _check(output: Path) -> None:
    if output.suffix.lower() != _SUFFIX:
        raise RefusedQuestion(
            Text(id=f"bukti dukung ditulis sebagai {_SUFFIX}", en=f"evidence is written as {_SUFFIX}"),
            fix=Text(
                id=f"pakai -o {output.stem or 'bukti'}{_SUFFIX}",
                en=f"use -o {output.stem or 'evidence'}{_SUFFIX}",
            ),
        )
