"""Questions about what is stored: find, show, history, and the catalogue of queries."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from model.kinds import ElementKind, Status
from model.metamodel.metamodel import Metamodel
from model.record import Value
from model.text import Text
from queries import lookup
from queries.catalog import CATALOG, Query, query_named
from queries.history import Change
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
from ui.commands import console
from ui.commands.console import AsOf, Json
from ui.editing.changes import change_values, label_of
from ui.phrases import common
from ui.phrases import questions as words
from ui.wording import hit_name, value_words

_BY_HAND = Text(id="diisi langsung", en="by hand")
_STATUS = "status"  # in histories
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
        common.AGENCY,
        common.STATUS,
    ]
    rows = [
        [
            hit.key,
            console.say(space.metamodel.kind(hit.kind).label),
            console.say(hit_name(hit)),
            hit.agency,
            console.say(common.STATUSES[Status(hit.status)]),
        ]
        for hit in found
    ]
    if not found:
        return console.nothing(space.store, Text(id="Tidak ada objek yang cocok.", en="No element matches."))
    console.table(columns, rows)
    console.line(Text(id=f"{len(found)} dari {total}", en=f"{len(found)} of {total}"))
    return console.DONE


def show(key: Annotated[str, typer.Argument(help=_KEY_HELP)], load: AsOf = None, json: Json = False) -> int:
    """Satu objek dengan hubungan dan sumber datanya. / One element with relations and origin."""
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
    element = lookup.element_for(space.store, key)
    changes = changes_of(space.store, element.uid)
    if json:
        console.answer(history_json(changes))
        return console.DONE
    columns: list[Text | str] = [
        common.LOAD_OR_STEP,
        Text(id="Oleh", en="By"),
        Text(id="Sifat", en="Property"),
        Text(id="Sebelum", en="Before"),
        Text(id="Sesudah", en="After"),
        Text(id="Sumber data", en="Origin"),
    ]
    rows = [
        [
            c.load,
            c.by,
            console.say(c.decided() or label_of(space.metamodel, element.kind, c.property)),
            *_change_words(c, space.metamodel, element.kind),
            console.cell_text(c.place) if c.place else "",
        ]
        for c in changes
    ]
    console.table(columns, rows)
    return console.DONE


def lineage(
    key: Annotated[str, typer.Argument(help=_KEY_HELP)],
    property_: Annotated[
        str | None, typer.Option("--property", help="hanya sifat ini / only this property")
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
    _print_lineage(told, space.metamodel, element.kind)
    return console.DONE


def _print_lineage(told: list[Told], metamodel: Metamodel, kind: ElementKind) -> None:
    columns: list[Text | str] = [
        "",
        Text(id="Sifat", en="Property"),
        Text(id="Nilai", en="Value"),
        Text(id="Sumber data", en="Origin"),
        common.LOAD_OR_STEP,
        Text(id="Oleh", en="By"),
    ]
    by_hand = console.say(_BY_HAND)
    rows = [
        [
            "✓" if one.counts else "",
            console.say(label_of(metamodel, kind, one.property)),
            _value(metamodel, kind, one.property, one.value),
            console.cell_text(one.place) if one.place.file else by_hand,
            one.load,
            one.by,
        ]
        for one in told
    ]
    console.table(columns, rows)
    console.line(Text(id="✓ nilai yang berlaku sekarang", en="✓ the value that counts now"))


def _change_words(change: Change, metamodel: Metamodel, kind: ElementKind) -> tuple[object, object]:
    before, after = change_values(change, console.SESSION.language)
    if change.other is not None:  # verdicts, in words already
        return before, after
    name = change.property
    return _value(metamodel, kind, name, before), _value(metamodel, kind, name, after)


def _value(metamodel: Metamodel, kind: ElementKind, name: str, value: Value | None) -> str:
    """Return a value as people read it; a choice by its label."""
    if name == _STATUS and isinstance(value, str) and value in set(Status):
        return console.say(common.STATUSES[Status(value)])
    return value_words(metamodel.property_(kind, name), value, console.SESSION.language)


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
        _print_rows(asked, rows, space.metamodel)
        if not rows and "code" in given:
            code, meaning = given["code"], asked.parameters["code"]
            console.line(words.NOTHING_UNDER.filled(code=code, meaning=meaning))
    return console.DONE


def _print_rows(asked: Query[Any], rows: Sequence[object], metamodel: Metamodel) -> None:
    columns = [name for name in asked.columns if name in words.COLUMNS]
    heads = [words.COUNTED.get((asked.name, name), words.COLUMNS[name]) for name in columns]
    told = [[_cell(name, getattr(row, name), metamodel) for name in columns] for row in rows]
    console.table(heads, told)
    console.line(Text(id=f"{len(rows)} baris", en=f"{len(rows)} rows"))


def _cell(name: str, value: object, metamodel: Metamodel) -> object:
    if isinstance(value, list):
        return tuple(value)
    kind = metamodel.kind_named(str(value)) if name == "kind" else None
    return console.say(metamodel.kind(kind).label) if kind else value


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
    _print_relations(one, metamodel)
    for reference, candidates, _ in one.references:
        options = ", ".join(candidates) or "-"
        label, text = metamodel.relation(reference.relation).label, reference.text
        console.line(
            Text(
                id=f"? {label.id} “{text}” belum tertaut; calon: {options}",
                en=f"? {label.en} “{text}” is not linked; candidates: {options}",
            )
        )


def _print_properties(one: Shown, metamodel: Metamodel) -> None:
    kind = one.element.kind
    columns: list[Text | str] = [
        Text(id="Sifat", en="Property"),
        Text(id="Nilai", en="Value"),
        Text(id="Sumber data", en="Origin"),
    ]
    by_hand = console.say(_BY_HAND)
    places = {
        name: console.cell_text(origin.place) if origin.place.file else by_hand
        for name, origin in one.origins.items()
    }
    rows = [
        (
            console.say(label_of(metamodel, kind, name)),
            _value(metamodel, kind, name, value),
            places.get(name, ""),
        )
        for name, value in one.element.properties.items()
    ]
    console.table(columns, rows)


def _print_relations(one: Shown, metamodel: Metamodel) -> None:
    columns: list[Text | str] = [
        "",
        Text(id="Hubungan", en="Relation"),
        Text(id="Objek lain", en="Other element"),
        Text(id="Kelompok", en="Group"),
    ]
    rows = [
        (
            "→" if way == "out" else "←",
            console.say(metamodel.relation(relation.relation).label),
            f"{other.name} ({other.key})",
            relation.properties.get("group"),
        )
        for relation, way, other in one.relations
    ]
    if rows:
        console.table(columns, rows)
