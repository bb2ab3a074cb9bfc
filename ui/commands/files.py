"""Files in and out: import, template, export.

What reads and writes files is imported by the command that needs it: an answer on the terminal waits
for every import.
"""

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from model.directory import Directory
from model.entry import entry_of
from model.faults import RefusedQuestion
from model.record import Mode
from model.text import Text
from queries.layouts import layouts
from queries.loads.applying import next_load_id
from queries.redundancy.decisions import decisions
from ui.commands import agreeing, console, marking
from ui.commands.console import AsOf, Json, Yes
from ui.commands.marking import Marked
from ui.workspace import Workspace, new_uid

if TYPE_CHECKING:
    from ingest.planning.plan import Import

_READING = Text(id="Membaca berkas", en="Reading")
_PER_CENT = 100
_WITHOUT = (
    "lewati baris ini (CSV: FILE:ROW; rentang 10-20), atau jangan hentikan objek dengan kunci ini; "
    "dapat diulang; kiriman berikutnya merencanakannya lagi"
    " / leave this row out (CSV: FILE:ROW; range 10-20), or do not retire the element with this key; "
    "may be repeated; the next delivery plans it again"
)
_WRITTEN = Text(
    id="{elements} objek dan {relations} hubungan ditulis ke {output}.",
    en="{elements} elements and {relations} relations written to {output}.",
)
_IN_COLUMNS = Text(
    id="{n} hubungan lainnya (pemilik dan kode referensi) ditulis pada objeknya.",
    en="{n} other relations (owners and reference codes) are written with their elements.",
)
_OPEN = Text(
    id="{n} rujukan terbuka ikut ditulis; itu belum hubungan.",
    en="{n} open references are written too; they are no relations yet.",
)
_STAYS = Text(
    id="Keputusan dan riwayat tidak ikut diekspor; hanya simpul db backup dan simpul db copy membawanya.",
    en="Decisions and history are not exported; only simpul db backup and simpul db copy carry them.",
)


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("import")(import_)
    app.command()(template)
    app.command("export")(export_)


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
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE:SHEET:ROW", help=_WITHOUT),
    ] = None,
    marked: Marked = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="hanya rencana / only the plan")] = False,
    yes: Yes = False,
    json: Json = False,
) -> int:
    """Impor berkas: baca, tunjukkan rencana, terapkan. / Import files: read, show the plan, apply."""
    from ingest.mapping.mapping import read_mapping
    from ingest.planning.leaving_out import check_met, chosen
    from ingest.planning.plan import planned_import
    from ingest.reading import read

    _check(paths, mode, marked)
    agreeing.must_be_agreed(yes=yes, dry_run=dry_run)
    space = console.workspace(json=json)
    given = read_mapping(mapping) if mapping else None
    with console.progress(_READING) as tell:
        reading = read(paths, space.metamodel, mapping=given, known=layouts(space.store), progress=tell)
    wanted = replace(_wanted(space, scope, mode, allow_retire), without=chosen(without or (), reading))
    plan = planned_import(space.store, space.metamodel, reading, wanted, new_uid)
    check_met(wanted.without, plan.step.findings)
    told = {} if marked is None else marking.written(marked, paths, reading.tables, plan.findings)
    return agreeing.carried_out(space, plan, yes=yes, dry_run=dry_run, told=told)


def _check(paths: list[Path], mode: str, marked: Path | None) -> None:
    """Refuse what cannot be done before anybody is asked or anything is read."""
    from ingest.files.archive import check_there

    check_there(paths)
    _mode(mode)
    if marked is not None:
        marking.check(marked, paths)


def _wanted(space: Workspace, scope: str | None, mode: str, allow_retire: int) -> "Import":
    from ingest.planning.plan import Import
    from queries.redundancy.words.lexicon import Lexicon
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
        lexicon=Lexicon(shipped_knowledge()),
    )


def template(
    output: Annotated[Path, typer.Option("-o", "--output", help="berkas .xlsx / .xlsx file")],
    kind: Annotated[
        list[str] | None,
        typer.Option(help="hanya jenis ini; dapat diulang / only this kind; may be repeated"),
    ] = None,
    scope: Annotated[
        str | None,
        typer.Option(help="OPD; yang diketahui sudah terisi / agency; what is known is filled in"),
    ] = None,
    json: Json = False,
) -> int:
    """Templat untuk diisi OPD, dengan pilihan dan petunjuk. / Workbook for an agency to fill in."""
    from ingest.template.making import Wish, write_template
    from queries.architecture import present

    space = console.workspace(json=json)
    kinds = tuple(console.kind_named(space.metamodel, words) for words in kind or ())
    wish = Wish(scope=scope, kinds=kinds, language=console.SESSION.language)
    filled = write_template(present(space.store), space.metamodel, wish, output)
    left_out = [{"key": key, "column": column} for key, column in filled.left_out]
    if json:
        names = [one.value for one in filled.kinds]
        document = {"path": str(output), "kinds": names, "elements": filled.elements, "left_out": left_out}
        console.answer(document)
        return console.DONE
    console.line(
        Text(
            id=f"{output}: {len(filled.kinds)} lembar, {filled.elements} objek sudah terisi.",
            en=f"{output}: {len(filled.kinds)} sheets, {filled.elements} elements filled in.",
        )
    )
    for key, column in filled.left_out:
        console.line(
            Text(
                id=f"Terlalu panjang untuk sel, tidak ditulis dan tidak berubah: {key}, {column}.",
                en=f"Too long for a cell, not written and not changed: {key}, {column}.",
            )
        )
    return console.DONE


def export_(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="folder CSV, .xlsx, .json, .xml (ArchiMate) / folder of CSV or a file"
        ),
    ],
    scope: Annotated[str | None, typer.Option(help="hanya OPD ini / only this agency")] = None,
    load: AsOf = None,
    json: Json = False,
) -> int:
    """Ekspor objek dan hubungan: folder CSV, .xlsx, .json, .xml. / Export elements and relations."""
    from ingest.export import export
    from ingest.planning.scopes import known_scope
    from queries.architecture import present
    from queries.past import past

    space = console.workspace(json=json)
    whole = past(space.store, space.metamodel, load).whole if load else present(space.store)
    if scope is not None:
        scope = known_scope(Directory.of(map(entry_of, whole.elements.values()), whole.homes), scope)
    written = export(whole, space.metamodel, output, scope)
    if json:
        console.answer({"path": str(output), **asdict(written)})
    else:
        console.line(_WRITTEN.filled(output=output, **asdict(written)))
        if written.in_columns:
            console.line(_IN_COLUMNS.filled(n=written.in_columns))
        if written.open:
            console.line(_OPEN.filled(n=written.open))
    if decisions(space.store):
        console.notice(_STAYS)
    return console.DONE


def _mode(text: str) -> Mode:
    offered = (Mode.MERGE, Mode.REPLACE)
    if text in offered:
        return Mode(text)
    raise RefusedQuestion(
        Text(id=f"cara impor “{text}” tidak dikenal", en=f"the mode “{text}” is not known"),
        fix=Text(id="pakai --mode merge atau --mode replace", en="use --mode merge or --mode replace"),
    )
