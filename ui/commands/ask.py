"""Questions about what is stored: find, show, history, and the catalogue of queries."""

from typing import Annotated

import typer

from model.kinds import Status
from model.metamodel.metamodel import Metamodel
from model.text import Text, same
from queries import lookup
from queries.catalog import CATALOG, query_named
from queries.history import history as changes_of
from queries.lineage import Told
from queries.lineage import lineage as cells_of
from queries.lookup import Shown
from queries.past import past
from ui.answers.shapes import (
    catalogue_json,
    found_json,
    history_json,
    lineage_json,
    rows_json,
    shown_json,
)
from ui.changes import change_values
from ui.commands import console
from ui.commands.console import AsOf, Json
from ui.phrases import common

_KEY_HELP = "kunci, kode, atau nama / key, code or name"


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(find)
    app.command()(show)
    app.command()(history)
    app.command()(lineage)
    app.command()(query)


def find(
    text: Annotated[
        str, typer.Argument(help="sebagian nama, kode, atau kunci / part of a name, code or key")
    ],
    kind: Annotated[str | None, typer.Option(help="jenis objek / kind")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 50,
    load: AsOf = None,
    json: Json = False,
) -> int:
    """Cari objek. / Search elements."""
    space = console.workspace(json=json)
    wanted = console.kind_named(space.metamodel, kind) if kind is not None else None
    if load is not None:
        found, total = past(space.store, space.metamodel, load).find(text, wanted, limit=limit)
    else:
        found, total = lookup.find(space.store, text, wanted, limit=limit)
    if json:
        console.answer(found_json(found, total))
        return console.DONE
    columns: list[Text | str] = [
        Text(id="Kunci", en="Key"),
        Text(id="Jenis", en="Kind"),
        Text(id="Nama", en="Name"),
        "OPD",
        "Status",
    ]
    rows = [
        [
            hit.key,
            console.say(space.metamodel.kind(hit.kind).label),
            hit.name,
            hit.agency,
            console.say(common.STATUSES[Status(hit.status)]),
        ]
        for hit in found
    ]
    console.table(columns, rows)
    console.line(Text(id=f"{len(found)} dari {total}", en=f"{len(found)} of {total}"))
    return console.DONE


def show(key: Annotated[str, typer.Argument(help=_KEY_HELP)], load: AsOf = None, json: Json = False) -> int:
    """Satu objek dengan relasi dan sumber datanya. / One element with relations and origin."""
    space = console.workspace(json=json)
    if load is not None:
        then = past(space.store, space.metamodel, load)
        one = then.show(space.store, then.element_for(key))
    else:
        one = lookup.show(space.store, lookup.element_for(space.store, key))
    if json:
        console.answer(shown_json(one, console.SESSION.language))
    else:
        _print_element(one, space.metamodel)
    return console.DONE


def history(key: Annotated[str, typer.Argument(help=_KEY_HELP)], json: Json = False) -> int:
    """Semua perubahan satu objek, terlama dahulu. / Every change of one element, oldest first."""
    space = console.workspace(json=json)
    changes = changes_of(space.store, lookup.element_for(space.store, key).uid)
    if json:
        console.answer(history_json(changes))
        return console.DONE
    columns: list[Text | str] = [
        common.LOAD_OR_STEP,
        Text(id="Oleh", en="By"),
        Text(id="Properti", en="Property"),
        Text(id="Sebelum", en="Before"),
        Text(id="Sesudah", en="After"),
        Text(id="Sumber data", en="Origin"),
    ]
    rows = [
        [
            c.load,
            c.by,
            console.say(c.decided() or same(c.property)),
            *change_values(c, console.SESSION.language),
            console.cell_text(c.place) if c.place else "",
        ]
        for c in changes
    ]
    console.table(columns, rows)
    return console.DONE


def lineage(
    key: Annotated[str, typer.Argument(help=_KEY_HELP)],
    property_: Annotated[
        str | None, typer.Option("--property", help="hanya properti ini / only this property")
    ] = None,
    json: Json = False,
) -> int:
    """Dari sel mana setiap nilai berasal. / From which cell each value comes."""
    space = console.workspace(json=json)
    element = lookup.element_for(space.store, key)
    names = None
    if property_ is not None:
        from ingest.edit.editing import told_as

        names = told_as(space.metamodel, element, property_)
    told = cells_of(space.store, space.metamodel, element, names)
    if json:
        console.answer(lineage_json(told))
        return console.DONE
    _print_lineage(told)
    return console.DONE


def _print_lineage(told: list[Told]) -> None:
    columns: list[Text | str] = [
        "",
        Text(id="Properti", en="Property"),
        Text(id="Nilai", en="Value"),
        Text(id="Sumber data", en="Origin"),
        common.LOAD_OR_STEP,
        Text(id="Oleh", en="By"),
    ]
    by_hand = console.say(Text(id="diisi langsung", en="by hand"))
    rows = [
        [
            "✓" if one.counts else "",
            one.property,
            one.value,
            console.cell_text(one.place) if one.place.file else by_hand,
            one.load,
            one.by,
        ]
        for one in told
    ]
    console.table(columns, rows)
    console.line(Text(id="✓ nilai yang berlaku sekarang", en="✓ the value that counts now"))


def query(
    name: Annotated[str | None, typer.Argument(help="nama pertanyaan / name of the question")] = None,
    param: Annotated[list[str] | None, typer.Option(help="k=v, boleh diulang / may be repeated")] = None,
    json: Json = False,
) -> int:
    """Pertanyaan Cypher siap pakai; tanpa nama: daftarnya. / Ready Cypher questions."""
    if name is None:
        return _catalogue(json=json)
    asked = query_named(name)
    given = asked.typed(console.pairs(param or ()))
    space = console.workspace(json=json)
    rows = asked.ask(space.store, **given)
    document = rows_json(asked, rows)
    if json:
        console.answer(document)
    else:
        console.table(asked.columns, document["rows"])
        console.line(Text(id=f"{len(rows)} baris", en=f"{len(rows)} rows"))
    return console.DONE


def _catalogue(*, json: bool) -> int:
    if json:
        console.answer(catalogue_json(CATALOG, console.SESSION.language))
        return console.DONE
    columns: list[Text | str] = [
        Text(id="Nama", en="Name"),
        Text(id="Pertanyaan", en="Question"),
        Text(id="Parameter", en="Parameters"),
    ]
    console.table(columns, [[q.name, console.say(q.question), ", ".join(q.parameters)] for q in CATALOG])
    return console.DONE


def _print_element(one: Shown, metamodel: Metamodel) -> None:
    element = one.element
    label = metamodel.kind(element.kind).label
    console.line(
        Text(
            id=f"{element.name} — {label.id} ({element.key})",
            en=f"{element.name} — {label.en} ({element.key})",
        )
    )
    _print_properties(one, metamodel)
    _print_relations(one)
    for reference, candidates, _ in one.references:
        options = ", ".join(candidates) or "-"
        said = f"? {reference.relation.value} “{reference.text}”"
        console.line(
            Text(
                id=f"{said} belum tertaut; calon: {options}",
                en=f"{said} is not linked; candidates: {options}",
            )
        )


def _print_properties(one: Shown, metamodel: Metamodel) -> None:
    labels = {spec.name: console.say(spec.label) for spec in metamodel.properties(one.element.kind)}
    columns: list[Text | str] = [
        Text(id="Properti", en="Property"),
        Text(id="Nilai", en="Value"),
        Text(id="Sumber data", en="Origin"),
    ]
    places = {name: console.cell_text(origin.place) for name, origin in one.origins.items()}
    rows = [
        (labels.get(name, name), value, places.get(name, ""))
        for name, value in one.element.properties.items()
    ]
    console.table(columns, rows)


def _print_relations(one: Shown) -> None:
    columns: list[Text | str] = [
        "",
        Text(id="Relasi", en="Relation"),
        Text(id="Objek lain", en="Other element"),
        Text(id="Kelompok", en="Group"),
    ]
    rows = [
        (
            "→" if way == "out" else "←",
            relation.relation.value,
            f"{other.name} ({other.key})",
            relation.properties.get("group"),
        )
        for relation, way, other in one.relations
    ]
    if rows:
        console.table(columns, rows)
