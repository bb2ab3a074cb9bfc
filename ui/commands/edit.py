"""Single edits: set, relate, unrelate, retire, merge. Each is a record and a load of its own."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer

from ingest.edit import editing
from ingest.edit.merging import Merging, planned_merge
from model.record import MANUAL
from model.text import Text
from queries import lookup, records
from queries.loads.applying import applied
from queries.loads.plan import Plan, worst_first
from queries.lookup import Shown
from ui.answers.shapes import finding_json
from ui.commands import agreeing, console, merging_shown
from ui.commands.console import Json, Yes
from ui.editing import merge_form
from ui.editing.edits import new_edit
from ui.phrases import edit as edit_words
from ui.workspace import Workspace

_ASK = Text(id="Gabungkan menjadi satu?", en="Merge them into one?")
_LISTED = 12  # keys in a sentence
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
    """Ubah sifat satu objek. / Change properties of one element."""
    given = console.pairs(values)
    space = console.workspace(json=json)
    plan = editing.planned_set(space.store, space.metamodel, key, given, new_edit(space))
    if not _is_said_already(space, plan):
        return _written(space, plan)
    if json:
        console.answer({"record": None, "load": None, "changed": []})
    else:
        console.line(edit_words.SAME_AS_BEFORE)
    return console.DONE


def _is_said_already(space: Workspace, plan: Plan) -> bool:
    """Return whether the last word on the element was by hand and the same: a record would add nothing."""
    (record,) = plan.step.records
    said = records.records_of(space.store, [record.uid]).get(record.uid, [])
    return bool(said) and said[-1].source == MANUAL and said[-1].says_the_same(record)


def relate(
    source: Annotated[str, typer.Argument(help=_KEY_HELP)],
    relation: Annotated[str, typer.Argument(help="misalnya RUNS_ON / for example RUNS_ON")],
    target: Annotated[str, typer.Argument(help=_KEY_HELP)],
    columns: Annotated[list[str] | None, typer.Argument(metavar="COLUMN=VALUE…", help=_PAIRS_HELP)] = None,
    json: Json = False,
) -> int:
    """Nyatakan satu hubungan. / State one relation."""
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
    """Cabut satu hubungan. / Take one relation away."""
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
            help="nilai sifat ini dari objek itu / this property's value from that one",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="hanya rencana / only the plan")] = False,
    yes: Yes = False,
    json: Json = False,
) -> int:
    """Gabungkan objek yang ternyata satu. / Merge elements that turned out to be one."""
    taken = console.pairs(take or ())
    space = console.workspace(json=json)
    merging = planned_merge(space.store, space.metamodel, keys, taken, new_edit(space))
    keep = lookup.show(space.store, merging.keep)
    if not json:
        merging_shown.tell(space, merging, keep)
    if dry_run or not _agreed(merging, yes=yes):
        return _not_written(merging, keep)
    return _written(space, merging.plan, merging, keep)


def _agreed(merging: Merging, *, yes: bool) -> bool:
    """Ask where agencies bring their elements along, or something on record speaks against the merge."""
    if not merging.asks:
        return True
    if not yes and not console.SESSION.json:
        _print_findings(merging.plan)
    return console.confirmed(_ASK, yes=yes)


def _print_findings(plan: Plan) -> None:
    if plan.findings:
        console.findings_table(worst_first(plan.findings))


def _not_written(merging: Merging, keep: Shown) -> int:
    if console.SESSION.json:
        console.answer({**_answer(merging.plan, merging, keep), "record": None, "load": None})
    else:
        _print_findings(merging.plan)
        console.line(Text(id="Tidak ada yang ditulis.", en="Nothing was written."))
    return agreeing.exit_code(merging.plan)


def retire(key: Annotated[str, typer.Argument(help=_KEY_HELP)], json: Json = False) -> int:
    """Hentikan satu objek; riwayatnya tetap ada. / Retire one element; its history stays."""
    space = console.workspace(json=json)
    return _written(space, editing.planned_retirement(space.store, space.metamodel, key, new_edit(space)))


def _written(space: Workspace, plan: Plan, merging: Merging | None = None, keep: Shown | None = None) -> int:
    """Write an edit and tell what changed. merging, keep: of a merge, with the element to keep as it was."""
    done = applied(space.store, space.metamodel, plan, space.writer)
    answer = _answer(done, merging, keep)
    if console.SESSION.json:
        console.answer(answer)
        return agreeing.exit_code(done)
    changed: Sequence[str] = answer["changed"]
    keys = ", ".join(changed[:_LISTED]) or console.say(Text(id="tidak ada", en="nothing"))
    if len(changed) > _LISTED:
        keys += f" … (+{len(changed) - _LISTED})"
    load = done.step.load.called
    console.line(Text(id=f"Berubah: {keys} ({load.id}).", en=f"Changed: {keys} ({load.en})."))
    _print_findings(done)
    return agreeing.exit_code(done)


def _answer(plan: Plan, merging: Merging | None, keep: Shown | None) -> dict[str, Any]:
    answer = editing.answer(plan)
    if merging is None or keep is None:
        return answer
    twins = [
        {"keep": one.keep.key, "gone": one.gone.key, "conflicts": [asdict(c) for c in one.conflicts]}
        for one in merging.twins
    ]
    conflicts = [asdict(one) for one in merging.conflicts]
    told = (*merging.cautions, *worst_first(plan.findings))
    findings = [finding_json(one, console.SESSION.language) for one in told]
    names = merging.plan.names
    left = {edge.id: columns for edge, columns in merge_form.left_columns(merging, keep)}
    return {
        **answer,
        "conflicts": conflicts,
        "filled": [asdict(one) for one in merging.filled],
        "relations": [
            {
                "source": names[edge.source],
                "relation": edge.relation.value,
                "target": names[edge.target],
                "fate": merge_form.FATE_NAMES[fate],
                "kept": left.get(edge.id, {}),
            }
            for edge, fate in merge_form.relation_fates(merging, keep)
        ],
        "scopes": dict(merging.scopes),
        "merged": twins,
        "findings": findings,
    }
