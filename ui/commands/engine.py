"""The store itself: the example, the interface, the engine, backups, the version."""

import os
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated, Any

import typer

from model.text import Text
from queries import backup as backups
from queries import totals
from queries.backup import Copied
from queries.store.faults import StoreDown
from queries.store.opening import engine_status, home, open_store, stop_engine
from queries.store.schema import SCHEMA_VERSION, prepare
from queries.store.store import EngineStatus, Store
from ui.answers.shapes import engine_json
from ui.commands import console
from ui.commands.console import Json
from ui.workspace import metamodel_of, open_workspace, refreshed

_DEMO_FOLDER = "demo"
_STORE_SETTINGS = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
_BUILDING = Text(id="Menyiapkan Provinsi Nusa Rempah", en="Preparing the province of Nusa Rempah")

_COPIED = Text(
    id="{elements} objek, {relations} hubungan, {records} catatan sumber, serta {codes} kode acuan bawaan "
    "disalin ke {target}.",
    en="{elements} elements, {relations} relations, {records} records, and the {codes} reference codes that "
    "come with Simpul copied to {target}.",
)

_STATUS = {
    "engine": Text(id="Mesin", en="Engine"),
    "version": Text(id="Versi", en="Version"),
    "address": Text(id="Alamat", en="Address"),
    "state": Text(id="Keadaan", en="State"),
    "revision": Text(id="Revisi", en="Revision"),
    "elements": Text(id="Objek", en="Elements"),
    "relations": Text(id="Hubungan", en="Relations"),
}
_STATES = {
    "running": Text(id="menyala", en="running"),
    "stopped": Text(id="tidak menyala", en="stopped"),
}

db = typer.Typer(
    name="db",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Mesin penyimpanan, cadangan, salinan. / The engine, backups, copies.",
)


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(demo)
    app.command("ui")(interface)
    app.command()(version)
    app.add_typer(db, name="db")


def demo(
    port: Annotated[int | None, typer.Option(min=1, max=65_535)] = None,
    headless: Annotated[
        bool, typer.Option("--headless", help="jangan buka peramban / open no browser")
    ] = False,
) -> int:
    """Contoh provinsi di folder sendiri, lalu buka antarmuka. / The example province, in its own folder."""
    from ui.serving import serve

    os.environ.update(demo_environ(os.environ))
    for name in _STORE_SETTINGS:
        os.environ.pop(name, None)
    space = open_workspace(os.environ)
    if not totals.totals(space.store).loads:
        from seed.demo import load_province

        with console.progress(_BUILDING) as tell:
            load_province(space.store, space.metamodel, space.writer, tell)
    serve(port, open_browser=not headless)
    return console.DONE


def demo_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the settings under which the example is kept apart from a person's own data."""
    return {"SIMPUL_HOME": str(home(environ) / _DEMO_FOLDER)}


def interface(
    port: Annotated[int | None, typer.Option(min=1, max=65_535, help="porta / port")] = None,
    headless: Annotated[
        bool, typer.Option("--headless", help="jangan buka peramban / open no browser")
    ] = False,
) -> int:
    """Antarmuka atas penyimpanan saat ini. / The interface on the current store."""
    from ui.serving import serve

    serve(port, open_browser=not headless)
    return console.DONE


def version(json: Json = False) -> int:
    """Versi Simpul. / The version of Simpul."""
    found = {
        "version": installed_version("simpul"),
        "schema": SCHEMA_VERSION,
        "metamodel": metamodel_of(os.environ).digest,
    }
    if json:
        console.answer(found)
    else:
        console.line(Text(id=f"Simpul {found['version']}", en=f"Simpul {found['version']}"))
    return console.DONE


@db.command()
def start(json: Json = False) -> int:
    """Nyalakan mesin penyimpanan. / Start the engine."""
    space = console.workspace(json=json)
    return _told(engine_status(os.environ), space.store, json=json)


@db.command()
def stop(json: Json = False) -> int:
    """Matikan mesin penyimpanan. / Stop the engine."""
    console.SESSION.json = json
    stop_engine(os.environ)
    return _told(engine_status(os.environ), None, json=json)


@db.command()
def status(json: Json = False) -> int:
    """Keadaan mesin dan isinya. / State and contents of the engine."""
    console.SESSION.json = json
    found = engine_status(os.environ)
    store = console.keep(open_store(os.environ, start=False)) if found.state == "running" else None
    return _told(found, store, json=json)


@db.command()
def refresh(json: Json = False) -> int:
    """Baca ulang setelah data diubah dari luar. / Read anew after edits made outside."""
    space = console.workspace(json=json)
    refreshed(space, os.environ)
    return _told(engine_status(os.environ), space.store, json=json)


@db.command()
def backup(file: Annotated[Path, typer.Argument(help="berkas cadangan / file")], json: Json = False) -> int:
    """Cadangkan seluruh penyimpanan. / Back up the whole store."""
    space = console.workspace(json=json)
    return _copied(backups.backup(space.store, file), str(file), json=json)


@db.command()
def restore(
    file: Annotated[Path, typer.Argument(help="berkas cadangan / file")],
    replace: Annotated[
        bool, typer.Option("--replace", help="ganti isi yang ada / replace what is there")
    ] = False,
    json: Json = False,
) -> int:
    """Pulihkan dari cadangan. / Restore a backup."""
    console.SESSION.json = json
    store = _prepared(os.environ)
    return _copied(backups.restore(store, file, replace=replace), store.address, json=json)


@db.command()
def copy(
    to: Annotated[str, typer.Option("--to", help="alamat Neo4j / address: neo4j://…, bolt://…")],
    replace: Annotated[
        bool, typer.Option("--replace", help="ganti isi yang ada / replace what is there")
    ] = False,
    json: Json = False,
) -> int:
    """Salin penyimpanan ke Neo4j; NEO4J_PASSWORD untuk tujuan. / Copy the store to a Neo4j server."""
    space = console.workspace(json=json)
    target = _reached(to)
    return _copied(
        backups.copy_into(target, backups.lines(space.store), replace=replace), target.address, json=json
    )


def _reached(address: str) -> Store:
    """Return the server to copy to, ready to take a store."""
    try:
        return _prepared({**os.environ, "NEO4J_URI": address})
    except StoreDown as error:
        raise StoreDown(
            error.what,
            fix=Text(
                id="perbaiki alamat pada --to (misalnya neo4j://nama-server:7687), atau nyalakan server itu",
                en="correct the address of --to (like neo4j://server-name:7687), or start that server",
            ),
        ) from error


def _prepared(environ: Mapping[str, str]) -> Store:
    store = console.keep(open_store(environ))
    prepare(store, metamodel_of(environ))
    return store


def _copied(copied: Copied, target: str, *, json: bool) -> int:
    if json:
        console.answer(
            {
                "target": target,
                "elements": copied.elements,
                "relations": copied.relations,
                "records": copied.records,
                "reference_codes": copied.codes,
                "reference_relations": copied.code_relations,
            }
        )
    else:
        console.line(_COPIED.filled(**asdict(copied), target=target))
    return console.DONE


def _told(found: EngineStatus, store: Store | None, *, json: bool) -> int:
    """Print the state of an engine; what it holds is known only while it runs."""
    document: dict[str, Any] = engine_json(found, totals.totals(store) if store else None)
    if json:
        console.answer(document)
    else:
        console.table(
            ["", ""], [[console.say(_STATUS[name]), _words(value)] for name, value in document.items()]
        )
    return console.DONE


def _words(value: object) -> object:
    return console.say(_STATES[value]) if isinstance(value, str) and value in _STATES else value
