"""Mappings that people confirmed: their list, as a file that --map reads, and forgetting one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from model.text import Text
from queries.layouts import KnownLayout, forget, layouts
from ui.answers.shapes import mappings_json
from ui.commands import console
from ui.commands.console import Json

_SHOWN = 8  # headers of a mapping on a terminal; JSON has all


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(mappings)


def mappings(
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="tulis ke berkas untuk --map / write a file for --map"),
    ] = None,
    forgotten: Annotated[
        str | None, typer.Option("--forget", metavar="ID", help="lupakan satu / forget one")
    ] = None,
    json: Json = False,
) -> int:
    """Pemetaan yang diingat: daftar, ekspor, lupakan. / Remembered mappings: list, export, forget."""
    from ingest.mapping.writing import write_mappings

    space = console.workspace(json=json)
    gone = forget(space.store, forgotten, space.writer) if forgotten is not None else None
    known = layouts(space.store)
    if output is not None:
        write_mappings(known, output)
    if json:
        console.answer(mappings_json(known, gone, output))
        return console.DONE
    if gone is not None:
        number = gone.id.lstrip("0")
        console.line(Text(id=f"Pemetaan nomor {number} dilupakan.", en=f"Mapping number {number} forgotten."))
    if output is not None:
        console.line(
            Text(
                id=f"{len(known)} pemetaan ditulis ke {output}.",
                en=f"{len(known)} mappings written to {output}.",
            )
        )
    elif gone is None and not known:
        console.line(Text(id="Belum ada pemetaan yang diingat.", en="No mapping is remembered yet."))
    elif gone is None:
        _show(known)
    return console.DONE


def _show(known: Sequence[KnownLayout]) -> None:
    columns: list[Text | str] = [
        Text(id="Nomor", en="Number"),
        Text(id="Jenis", en="Kind"),
        Text(id="Kolom", en="Columns"),
        Text(id="Dari", en="Seen in"),
        Text(id="Oleh", en="By"),
        Text(id="Waktu", en="Time"),
    ]
    left_out = console.say(Text(id="(dilewati)", en="(left out)"))
    rows = [
        [one.id.lstrip("0"), one.said.kind or left_out, _headers(one), one.said.seen, one.by, one.at[:16]]
        for one in known
    ]
    console.table(columns, rows)


def _headers(one: KnownLayout) -> str:
    headers = [" ".join(header.split())[:30] for header in one.said.written.values() if header]
    return ", ".join(headers[:_SHOWN]) + (" …" if len(headers) > _SHOWN else "")
