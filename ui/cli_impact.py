"""What breaks when these fail, or what could be the cause."""

import os
from datetime import date
from typing import Annotated

import typer

from model.availability import State
from model.faults import RefusedQuestion
from model.text import Text
from queries.architecture import snapshot_of
from queries.causes import Cause, causes
from queries.certainty import Uncertain, cells, uncertain
from queries.impact import Affected, Impact, Scenario, simulate
from queries.lookup import element_for
from queries.past import Past, past
from queries.resilience.outlook import outlook
from queries.selection import matching
from queries.snapshot.opening import current_snapshot
from queries.snapshot.snapshot import Snapshot
from queries.store.opening import home
from ui import console, restoring
from ui.answers_impact import causes_json, impact_json
from ui.console import AsOf, Json
from ui.phrases.common import SIGNS, STATES
from ui.workspace import Workspace

_SHOWN = 60  # rows of a table on a terminal; JSON has all
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
    scenario = Scenario(
        failed=failed,
        on=day or date.today(),
        protected=frozenset(uid(key) for key in protect or ()),
    )
    snapshot = _snapshot(space, then)
    if upstream:
        _tell_causes(snapshot, scenario, day)
    else:
        _tell_impact(space, simulate(snapshot, scenario), day)
    return console.DONE


def _snapshot(space: Workspace, then: Past | None) -> Snapshot:
    if then is None:
        return current_snapshot(space.store, space.metamodel, home(os.environ))
    return snapshot_of(space.metamodel, then.whole, space.revision)


def _tell_impact(space: Workspace, answer: Impact, day: date | None) -> None:
    doubtful = uncertain(answer)
    if console.SESSION.json:
        places = cells(space.store, space.metamodel, (gap for one in doubtful for gap in one.gaps))
        console.answer(impact_json(answer, outlook(answer), doubtful, places, day))
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
    _tell_order(answer)


def _tell_order(answer: Impact) -> None:
    """Tell in which order to restore what failed, if there is more than one."""
    if len(answer.given) < 2:
        return
    language = console.SESSION.language
    rows = restoring.rows(answer, outlook(answer), language)
    console.table(restoring.headers(language), rows[:_SHOWN], numbers=(0, 4, 5, 6))
    console.more(len(rows) - _SHOWN)


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


def _tell_causes(snapshot: Snapshot, scenario: Scenario, day: date | None) -> None:
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
