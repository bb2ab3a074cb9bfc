"""What breaks when these fail, or what could be the cause."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from model.availability import State
from model.faults import RefusedQuestion
from model.text import Text
from queries.architecture import snapshot_of
from queries.causes import Cause, causes
from queries.certainty import Uncertain, cells, uncertain
from queries.certificate import Origin, impact_certificate
from queries.certificate import save as save_certificate
from queries.graph import meta
from queries.impact import Affected, Impact, Scenario, simulate
from queries.lookup import element_for
from queries.past import Past, past
from queries.selection import matching
from queries.snapshot.opening import current_snapshot
from queries.snapshot.snapshot import Snapshot
from queries.store.opening import home
from ui import console
from ui.answers_impact import causes_json, impact_json
from ui.console import AsOf, Json
from ui.phrases.common import SIGNS, STATES
from ui.workspace import Workspace

_SHOWN = 60  # rows of a table on a terminal; JSON has all
Save = Annotated[
    Path | None, typer.Option(help="simpan dengan buktinya, untuk simpul verify / save it with its proof")
]
_KEYS_HELP = "kunci, kode, atau nama yang mati / key, code or name of what fails"


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(impact)


def impact(
    keys: Annotated[list[str] | None, typer.Argument(metavar="[KEY]…", help=_KEYS_HELP)] = None,
    degraded: Annotated[
        list[str] | None, typer.Option(help="terganggu, tidak mati / degraded, not down")
    ] = None,
    protect: Annotated[list[str] | None, typer.Option(help="anggap tetap berfungsi / stays up")] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(help="properti=nilai, semua yang cocok / property=value, all that match"),
    ] = None,
    on: Annotated[str | None, typer.Option(help="pada tanggal, 2026-12-31 / on a date, 2026-12-31")] = None,
    load: AsOf = None,
    upstream: Annotated[
        bool, typer.Option("--upstream", help="apa yang bisa menjadi penyebab / what could be the cause")
    ] = False,
    save: Save = None,
    json: Json = False,
) -> int:
    """Apa yang terdampak bila objek ini mati, dan mengapa. / What breaks when these fail, and why."""
    day = console.day(on)
    conditions = console.pairs(where or ())
    space = console.workspace(json=json)
    then = past(space.store, space.metamodel, load) if load is not None else None

    def uid(key: str) -> str:
        return (then.element_for(key) if then else element_for(space.store, key)).uid

    failed = {uid(key): State.DOWN for key in keys or ()}
    if conditions:
        failed |= dict.fromkeys(matching(space.store, space.metamodel, conditions), State.DOWN)
    failed |= {uid(key): State.DEGRADED for key in degraded or ()}
    protected = frozenset(uid(key) for key in protect or ())
    scenario = Scenario(failed=failed, on=day or date.today(), protected=protected)
    snapshot = _snapshot(space, then)
    if upstream:
        _tell_causes(snapshot, scenario, day, save)
    else:
        _tell_impact(space, then, simulate(snapshot, scenario), day, save)
    return console.DONE


_NO_PROOF = RefusedQuestion(
    Text(
        id="kemungkinan penyebab (--upstream) tidak disimpan dengan bukti",
        en="what could be the cause (--upstream) is not saved with a proof",
    ),
    fix=Text(id="pakai salah satu: --upstream atau --save", en="use one of the two: --upstream or --save"),
)


def _save(space: Workspace, then: Past | None, answer: Impact, doubtful: list[Uncertain], file: Path) -> None:
    origin = Origin(store=meta(space.store)["store"], load=then.load if then else None)
    save_certificate(impact_certificate(answer, doubtful, origin), file)


def _snapshot(space: Workspace, then: Past | None) -> Snapshot:
    if then is None:
        return current_snapshot(space.store, space.metamodel, home(os.environ))
    return snapshot_of(space.metamodel, then.whole, space.revision)


def _tell_impact(
    space: Workspace, then: Past | None, answer: Impact, day: date | None, save: Path | None
) -> None:
    doubtful = uncertain(answer)
    if save is not None:
        _save(space, then, answer, doubtful, save)
    if console.SESSION.json:
        places = cells(space.store, space.metamodel, (gap for one in doubtful for gap in one.gaps))
        console.answer(impact_json(answer, doubtful, places, day))
        return
    rows = answer.affected()
    counts = {state: sum(kinds.values()) for state, kinds in answer.counts().items()}
    summary = " · ".join(
        f"{SIGNS[state]} {counts.get(state, 0)} {console.say(STATES[state]).lower()}"
        for state in (State.DOWN, State.DEGRADED, State.AT_RISK)
    )
    console.line(
        Text(id=f"{summary} · ? {len(doubtful)} belum pasti", en=f"{summary} · ? {len(doubtful)} unknown")
    )
    console.table(_COLUMNS, [_row(row) for row in rows[:_SHOWN]], numbers=(4,))
    console.more(len(rows) - _SHOWN)
    _tell_uncertain(doubtful)
    if save is not None:
        console.line(Text(id=f"Disimpan: {save}", en=f"Saved: {save}"))


_COLUMNS: list[Text | str] = [
    Text(id="Keadaan", en="State"),
    Text(id="Nama", en="Name"),
    Text(id="Kunci", en="Key"),
    "OPD",
    Text(id="Langkah", en="Steps"),
    Text(id="Melalui", en="Through"),
]


def _row(row: Affected | Cause) -> list[object]:
    state = f"{SIGNS[row.state]} {console.say(STATES[row.state])}"
    return [state, row.name, row.key, row.owner_name, row.distance, " → ".join(row.path[:-1])]


def _tell_uncertain(doubtful: list[Uncertain]) -> None:
    if not doubtful:
        return
    columns: list[Text | str] = [
        Text(id="Belum pasti", en="Unknown"),
        Text(id="Kunci", en="Key"),
        Text(id="Yang belum diisi", en="What is missing"),
    ]
    rows = [
        [one.name, one.key, ", ".join(f"{gap.key} {gap.relation.value}" for gap in one.gaps)]
        for one in doubtful[:_SHOWN]
    ]
    console.table(columns, rows)
    console.more(len(doubtful) - _SHOWN)


def _tell_causes(snapshot: Snapshot, scenario: Scenario, day: date | None, save: Path | None) -> None:
    if save is not None:
        raise _NO_PROOF
    if not scenario.failed:
        raise RefusedQuestion(
            Text(id="belum disebut objek yang bermasalah", en="no element in trouble is named"),
            fix=Text(
                id="sebut sedikitnya satu: simpul impact KUNCI --upstream",
                en="name one: simpul impact KEY --upstream",
            ),
        )
    found = causes(snapshot, scenario.failed.keys(), scenario.on, scenario.protected)
    if console.SESSION.json:
        console.answer(causes_json(snapshot, scenario, found, day))
        return
    console.table(_COLUMNS, [_row(row) for row in found[:_SHOWN]], numbers=(4,))
    console.more(len(found) - _SHOWN)
