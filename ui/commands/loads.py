"""The loads there were: their list, what one changed and what follows from it, and taking one back."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from model.decision import VERDICT_LABELS, Decision, standing
from model.text import Text, day_of
from queries.history import load_named
from queries.loads import merging
from queries.loads.undo import planned_undo
from queries.redundancy.decisions import decisions
from queries.store.store import Store
from ui.answers.shapes import difference_json, loads_json
from ui.commands import agreeing, console
from ui.commands.console import Json, Yes
from ui.editing import changes
from ui.imports.loads import relation_rows
from ui.imports.steps import files_of, said_by_hand
from ui.imports.steps import title as title_of
from ui.phrases import common
from ui.phrases import home as home_words
from ui.phrases import loads as load_words

if TYPE_CHECKING:
    from model.metamodel.metamodel import Metamodel
    from queries.differing import Dependence, Difference
    from queries.loads.plan import ElementChange

_SHOWN = 60  # rows of a table on a terminal; JSON has all
_STILL_COUNTS = Text(id="{label} ({by}, {day}) tetap berlaku", en="{label} ({by}, {day}) still counts")
_COUNTS_AGAIN = Text(
    id="sebelumnya {label} ({by}, {day}), berlaku lagi",
    en="before it {label} ({by}, {day}), which counts again",
)
_LOAD_HELP = "nomor impor atau langkah / load id (simpul loads)"


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(loads)
    app.command()(diff)
    app.command()(undo)


def loads(json: Json = False) -> int:
    """Riwayat impor dan langkah, terlama dahulu. / Load history, oldest first."""
    space = console.workspace(json=json)
    found = merging.loads(space.store)
    merged = merging.told(space.store)
    if json:
        console.answer(loads_json(found, merged))
        return console.DONE
    if not found:
        return console.nothing(space.store, home_words.NO_LOADS)
    columns: list[Text | str] = [
        common.LOAD_OR_STEP,
        Text(id="Oleh", en="By"),
        Text(id="Cara", en="Mode"),
        Text(id="Cakupan", en="Scope"),
        load_words.FILES_COLUMN,
        Text(id="Objek", en="Elements"),
        load_words.RELATIONS,
        "",
    ]
    said = said_by_hand(space.store, space.metamodel, found)
    undone = console.say(Text(id="diurungkan", en="undone"))
    rows = [
        [
            load.id,
            load.by,
            console.say(load_words.MODES[load.mode.value]),
            load.scope or console.say(home_words.SEVERAL),
            console.say(said[load.id]) if load.id in said else files_of(load),
            load.elements,
            load.relations,
            undone if load.undone else "",
        ]
        for load in found
    ]
    console.table(columns, rows, numbers=(5, 6))
    return console.DONE


def diff(
    load: Annotated[str, typer.Argument(help=_LOAD_HELP)],
    later: Annotated[
        str | None,
        typer.Argument(
            help="sampai impor ini; kosong: hanya yang pertama / up to this load; blank: the first only"
        ),
    ] = None,
    on: Annotated[str | None, typer.Option(help="pada tanggal, 2026-12-31 / on a date, 2026-12-31")] = None,
    json: Json = False,
) -> int:
    """Apa yang diubah satu impor, dan akibatnya. / What a load changed, and what follows from it."""
    from queries.differing import difference_between

    day = console.day(on) or date.today()
    space = console.workspace(json=json)
    found = difference_between(space.store, space.metamodel, load, later, day)
    if json:
        console.answer(difference_json(found))
    else:
        _print_difference(found, space.metamodel)
    return console.DONE


def _print_difference(found: "Difference", metamodel: "Metamodel") -> None:
    columns: list[Text | str] = ["", Text(id="Kunci", en="Key"), Text(id="Nama", en="Name"), ""]
    rows: list[list[object]] = [["+", one.key, one.name, ""] for one in found.added]
    rows += [["~", one.after.key, one.after.name, _told(one, metamodel)] for one in found.changed]
    for one in found.removed:
        into = found.merged.get(one.uid)
        told = console.say(load_words.INTO.filled(keep=into)) if into else ""
        rows.append(["−", one.key, one.name, told])
    if rows:
        console.table(columns, rows[:_SHOWN])
        console.more(len(rows) - _SHOWN)
    _print_relations(found, metamodel)
    if found.new:
        console.line(load_words.NEW_TARGETS.filled(n=found.new, alone=found.new_alone))
    for title, these in (
        (
            Text(id="Sejak itu bergantung pada satu objek:", en="Since then dependent on one element:"),
            found.begun,
        ),
        (
            Text(id="Tidak lagi bergantung pada satu objek:", en="No longer dependent on one element:"),
            found.ended,
        ),
        (load_words.LOST, found.lost),
    ):
        _print_dependences(title, these)


def _print_relations(found: "Difference", metamodel: "Metamodel") -> None:
    """Print how many relations came, changed and went, and which: first those that are gone."""
    console.line(
        Text(
            id=f"Hubungan: {len(found.related)} baru, {len(found.restated)} berubah,"
            f" {len(found.unrelated)} hilang.",
            en=f"Relations: {len(found.related)} new, {len(found.restated)} changed,"
            f" {len(found.unrelated)} gone.",
        )
    )
    rows = relation_rows(found, metamodel, console.SESSION.language)[::-1]
    if rows:
        columns = [load_words.STATE_COLUMN, load_words.FROM, load_words.RELATION, load_words.TO]
        console.table(columns, rows[:_SHOWN])
        console.more(len(rows) - _SHOWN)


def _told(change: "ElementChange", metamodel: "Metamodel") -> str:
    cells = changes.cells(change, metamodel, console.SESSION.language)
    return "; ".join(f"{name}: {before} → {after}" for name, before, after in cells)


def _print_dependences(title: Text, these: "tuple[Dependence, ...]") -> None:
    if not these:
        return
    console.line(title)
    columns: list[Text | str] = [
        Text(id="Layanan atau proses", en="Service or process"),
        Text(id="Bila ini mati, ia mati", en="Down when this is down"),
    ]
    rows = [
        [f"{one.target.name} ({one.target.key})", f"{one.on.name} ({one.on.key})"] for one in these[:_SHOWN]
    ]
    console.table(columns, rows)
    console.more(len(these) - _SHOWN)


def undo(
    load: Annotated[str, typer.Argument(help="nomor impor atau langkah / load id (simpul loads)")],
    yes: Yes = False,
    json: Json = False,
) -> int:
    """Urungkan satu impor atau langkah. / Undo one load."""
    space = console.workspace(json=json)
    named = load_named(space.store, load)
    withdrawn = [decision for decision in decisions(space.store) if decision.load == named.id]
    plan = planned_undo(space.store, space.metamodel, named)
    agreeing.must_be_agreed(yes=yes, dry_run=False, looks=False)
    if not json:
        console.line(title_of(named, said_by_hand(space.store, space.metamodel, [named])))
    code = agreeing.carried_out(space, plan, yes=yes, dry_run=False)
    if withdrawn and not json:
        _print_withdrawn(space.store, withdrawn)
    return code


def _print_withdrawn(store: Store, withdrawn: Sequence[Decision]) -> None:
    """Print which decisions were withdrawn, and what is decided of their pairs now."""
    made = decisions(store)
    left, counting = {decision.id for decision in made}, standing(made)
    for one in withdrawn:
        if one.id not in left:
            label = VERDICT_LABELS[one.verdict]
            pair = " – ".join(f"{side.name} ({side.key})" for side in (one.left, one.right))
            now = _counting(counting.get(one.pair), later_than=one.id)
            console.line(
                Text(
                    id=f"Diurungkan: {pair}: {label.id}; {now.id}.",
                    en=f"Undone: {pair}: {label.en}; {now.en}.",
                )
            )


def _counting(decision: Decision | None, *, later_than: str) -> Text:
    if decision is None:
        return Text(id="pasangan ini belum diputuskan lagi", en="the pair is undecided again")
    words = {"label": VERDICT_LABELS[decision.verdict], "by": decision.by, "day": day_of(decision.at)}
    if decision.id > later_than:
        return _STILL_COUNTS.filled(**words)
    return _COUNTS_AGAIN.filled(**words)
