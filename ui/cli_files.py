"""Files in and out: import, export, the loads there were, and taking one back.

What reads and writes files is imported by the command that needs it: an answer on the terminal waits
for every import.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from model.faults import RefusedQuestion
from model.record import Mode
from model.text import Text
from queries import records
from queries.applying import next_load_id
from queries.history import load_named
from queries.undo import planned_undo
from ui import cli_marked, cli_plan, console
from ui.answers import loads_json
from ui.cli_marked import Marked
from ui.console import Json, Yes
from ui.workspace import Workspace, new_uid

if TYPE_CHECKING:
    from ingest.plan import Import

_READING = Text(id="Membaca berkas", en="Reading")
_PER_CENT = 100


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("import")(import_)
    app.command("export")(export_)
    app.command("loads")(loads)
    app.command("undo")(undo)


def import_(
    paths: Annotated[list[Path], typer.Argument(help="berkas, folder, zip / files, folders, zips")],
    scope: Annotated[
        str | None, typer.Option(help="OPD bila berkas tidak menyebutnya / agency where the files name none")
    ] = None,
    mode: Annotated[
        str, typer.Option(help="merge: tambah dan ubah; replace: juga hentikan / also retires")
    ] = Mode.MERGE.value,
    mapping: Annotated[
        Path | None, typer.Option("--map", help="pemetaan kolom berkas asing (TOML) / mapping of columns")
    ] = None,
    allow_retire: Annotated[
        int, typer.Option(min=0, max=_PER_CENT, help="persen cakupan yang boleh dihentikan / per cent")
    ] = 20,
    marked: Marked = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="hanya rencana / only the plan")] = False,
    yes: Yes = False,
    json: Json = False,
) -> int:
    """Impor berkas: baca, tunjukkan rencana, terapkan. / Import files: read, show the plan, apply."""
    from ingest.mapping import read_mapping
    from ingest.plan import planned_import
    from ingest.reading import read

    cli_plan.must_be_agreed(yes=yes, dry_run=dry_run)
    if marked is not None:
        cli_marked.check(marked, paths)
    space = console.workspace(json=json)
    given = read_mapping(mapping) if mapping else None
    with console.progress(_READING) as tell:
        reading = read(paths, space.metamodel, mapping=given, progress=tell)
    wanted = _wanted(space, scope, mode, allow_retire)
    plan = planned_import(space.store, space.metamodel, reading, wanted, new_uid)
    told = {} if marked is None else cli_marked.written(marked, paths, reading.tables, plan.findings)
    return cli_plan.carried_out(space, plan, yes=yes, dry_run=dry_run, told=told)


def _wanted(space: Workspace, scope: str | None, mode: str, allow_retire: int) -> "Import":
    from ingest.plan import Import
    from seed.lexicon import shipped_knowledge

    now = space.writer.clock()
    return Import(
        load=next_load_id(space.store, now),
        by=space.writer.name,
        now=now,
        scope=scope,
        mode=_mode(mode),
        allow_retire=allow_retire / _PER_CENT,
        national=shipped_knowledge().national,
    )


def export_(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="folder CSV, .xlsx, .json, .xml (ArchiMate) / folder of CSV or a file"
        ),
    ],
    scope: Annotated[str | None, typer.Option(help="hanya OPD ini / only this agency")] = None,
    load: Annotated[
        str | None, typer.Option("--as-of", help="keadaan setelah impor ini / as it stood after this load")
    ] = None,
    json: Json = False,
) -> int:
    """Ekspor objek dan relasi: folder CSV, .xlsx, .json, .xml. / Export elements and relations."""
    from ingest.export import export
    from queries.architecture import as_of, present

    space = console.workspace(json=json)
    whole = (
        as_of(space.store, space.metamodel, load_named(space.store, load).id)
        if load
        else present(space.store)
    )
    written = export(whole, space.metamodel, output, scope)
    if json:
        console.answer({"path": str(output), "elements": written.elements, "relations": written.relations})
    else:
        console.line(
            Text(
                id=f"{written.elements} objek dan {written.relations} relasi ditulis ke {output}.",
                en=f"{written.elements} elements and {written.relations} relations written to {output}.",
            )
        )
    return console.DONE


def loads(json: Json = False) -> int:
    """Riwayat impor, terlama dahulu. / Load history, oldest first."""
    space = console.workspace(json=json)
    found = records.loads(space.store)
    if json:
        console.answer(loads_json(found))
        return console.DONE
    columns: list[Text | str] = [
        Text(id="Impor", en="Load"),
        Text(id="Oleh", en="By"),
        Text(id="Cara", en="Mode"),
        Text(id="Cakupan", en="Scope"),
        Text(id="Berkas", en="Files"),
        Text(id="Objek", en="Elements"),
        Text(id="Relasi", en="Relations"),
        "",
    ]
    undone = console.say(Text(id="diurungkan", en="undone"))
    rows = [
        [
            load.id,
            load.by,
            load.mode.value,
            load.scope,
            ", ".join(stamp.name for stamp in load.files[:3]) + (" …" if len(load.files) > 3 else ""),
            load.elements,
            load.relations,
            undone if load.undone else "",
        ]
        for load in found
    ]
    console.table(columns, rows, numbers=(5, 6))
    return console.DONE


def undo(
    load: Annotated[str, typer.Argument(help="nomor impor / load id (simpul loads)")],
    yes: Yes = False,
    json: Json = False,
) -> int:
    """Urungkan satu impor. / Undo one load."""
    cli_plan.must_be_agreed(yes=yes, dry_run=False)
    space = console.workspace(json=json)
    plan = planned_undo(space.store, space.metamodel, load_named(space.store, load))
    return cli_plan.carried_out(space, plan, yes=yes, dry_run=False)


def _mode(text: str) -> Mode:
    offered = (Mode.MERGE, Mode.REPLACE)
    if text in offered:
        return Mode(text)
    raise RefusedQuestion(
        Text(id=f"cara impor {text!r} tidak dikenal", en=f"the mode {text!r} is not known"),
        fix=Text(id="pakai --mode merge atau --mode replace", en="use --mode merge or --mode replace"),
    )
