"""Single edits: set, relate, unrelate, retire, merge. Each is a record and a load of its own."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from ingest import editing
from ingest.merging import FieldConflict, Merging, planned_merge
from model.text import Text
from queries.applying import applied
from queries.plan import Plan, worst_first
from ui import cli_plan, console
from ui.console import Json
from ui.edits import new_edit
from ui.workspace import Workspace

_KEY_HELP = "kunci, kode, atau nama / key, code or name"
_PAIRS_HELP = "nama=nilai; kosong menghapus / name=value; blank clears"


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("set")(set_)
    app.command()(relate)
    app.command()(unrelate)
    app.command()(retire)
    app.command()(merge)


def set_(
    key: Annotated[str, typer.Argument(help=_KEY_HELP)],
    values: Annotated[list[str], typer.Argument(metavar="PROPERTY=VALUE…", help=_PAIRS_HELP)],
    json: Json = False,
) -> int:
    """Ubah properti satu objek. / Change properties of one element."""
    given = console.pairs(values)
    space = console.workspace(json=json)
    return _written(space, editing.planned_set(space.store, space.metamodel, key, given, new_edit(space)))


def relate(
    source: Annotated[str, typer.Argument(help=_KEY_HELP)],
    relation: Annotated[str, typer.Argument(help="misalnya RUNS_ON / for example RUNS_ON")],
    target: Annotated[str, typer.Argument(help=_KEY_HELP)],
    columns: Annotated[list[str] | None, typer.Argument(metavar="COLUMN=VALUE…", help=_PAIRS_HELP)] = None,
    json: Json = False,
) -> int:
    """Nyatakan satu relasi. / State one relation."""
    given = console.pairs(columns or ())
    space = console.workspace(json=json)
    ends = (source, relation, target)
    plan = editing.planned_relation(space.store, space.metamodel, ends, given, new_edit(space))
    return _written(space, plan)


def unrelate(
    source: Annotated[str, typer.Argument(help=_KEY_HELP)],
    relation: Annotated[str, typer.Argument(help="misalnya RUNS_ON / for example RUNS_ON")],
    target: Annotated[str, typer.Argument(help=_KEY_HELP)],
    json: Json = False,
) -> int:
    """Cabut satu relasi. / Take one relation away."""
    space = console.workspace(json=json)
    ends = (source, relation, target)
    return _written(space, editing.planned_removal(space.store, space.metamodel, ends, new_edit(space)))


def merge(
    keys: Annotated[
        list[str],
        typer.Argument(
            metavar="KEEP GONE…",
            help="objek yang dipertahankan, lalu yang lain / the element to keep, then the others",
        ),
    ],
    take: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PROPERTY=KEY",
            help="nilai properti ini dari objek itu / this property's value from that one",
        ),
    ] = None,
    json: Json = False,
) -> int:
    """Gabungkan objek yang ternyata satu. / Merge elements that turned out to be one."""
    taken = console.pairs(take or ())
    space = console.workspace(json=json)
    merging = planned_merge(space.store, space.metamodel, keys, taken, new_edit(space))
    if not json:
        _print_conflicts(merging)
    return _written(space, merging.plan, conflicts=merging.conflicts)


def _print_conflicts(merging: Merging) -> None:
    if not merging.conflicts:
        return
    columns: list[Text | str] = [
        Text(id="Properti", en="Property"),
        Text(id="Dipakai", en="Kept"),
        Text(id="Lainnya", en="Others"),
    ]
    rows = [
        [
            one.property,
            one.chosen,
            "; ".join(f"{value} ({key})" for key, value in one.said.items() if value != one.chosen),
        ]
        for one in merging.conflicts
    ]
    console.table(columns, rows)


def retire(key: Annotated[str, typer.Argument(help=_KEY_HELP)], json: Json = False) -> int:
    """Hentikan satu objek; riwayatnya tetap ada. / Retire one element; its history stays."""
    space = console.workspace(json=json)
    return _written(space, editing.planned_retirement(space.store, space.metamodel, key, new_edit(space)))


def _written(space: Workspace, plan: Plan, conflicts: Sequence[FieldConflict] | None = None) -> int:
    done = applied(space.store, space.metamodel, plan, space.writer)
    answer = editing.answer(done)
    if conflicts is not None:
        answer["conflicts"] = [asdict(one) for one in conflicts]
    if console.SESSION.json:
        console.answer(answer)
        return cli_plan.exit_code(done)
    changed: Sequence[str] = answer["changed"]
    words = ", ".join(changed) or console.say(Text(id="tidak ada", en="nothing"))
    load = answer["load"]
    console.line(Text(id=f"Berubah: {words} (impor {load}).", en=f"Changed: {words} (load {load})."))
    if done.findings:
        console.findings_table(worst_first(done.findings))
    return cli_plan.exit_code(done)
