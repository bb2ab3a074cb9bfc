"""What breaks when these fail, or what could be the cause."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from model.availability import State
from model.faults import RefusedQuestion
from model.text import Text
from queries.certificate.causes import causes_certificate
from queries.certificate.document import save as save_certificate
from queries.certificate.impact import impact_certificate
from queries.graph import written
from queries.impact.causes import causes
from queries.impact.certainty import Uncertain, cells, uncertain
from queries.impact.impact import Affected, Impact, Scenario, simulate
from queries.resilience.outlook import outlook
from queries.selection import assumed, matching
from ui.answers.impact import causes_json, impact_json
from ui.commands import console
from ui.commands.console import AsOf, Json, Save
from ui.impact import causing, restoring
from ui.impact.unknown import missing_words
from ui.moment import Moment
from ui.phrases import impact as impact_words
from ui.phrases.common import AGENCY, SIGNS, STATES
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
    save: Save = None,
    json: Json = False,
) -> int:
    """Apa yang terdampak bila objek ini mati, dan mengapa. / What breaks when these fail, and why."""
    day = console.day(on)
    conditions = console.pairs(where or ())
    space = console.workspace(json=json)
    moment = Moment.of(space, load)
    named = {moment.uid(key): State.DOWN for key in keys or ()}
    named |= {moment.uid(key): State.DEGRADED for key in degraded or ()}
    protected = frozenset(moment.uid(key) for key in protect or ())
    matched = matching(space.store, space.metamodel, conditions, moment.then) if conditions else []
    failed = assumed(named, [(State.DOWN, matched)], protected)
    scenario = Scenario(failed=failed, on=day or date.today(), protected=protected)
    if upstream:
        _tell_causes(moment, scenario, day, save)
    else:
        _tell_impact(moment, simulate(moment.snapshot(), scenario), day, save)
    return console.DONE


def _tell_impact(moment: Moment, answer: Impact, day: date | None, save: Path | None) -> None:
    doubtful, space = uncertain(answer), moment.space
    if save is not None:
        save_certificate(impact_certificate(answer, doubtful, moment.origin(), outlook(answer).order), save)
    if console.SESSION.json:
        places = cells(space.store, space.metamodel, (gap for one in doubtful for gap in one.gaps))
        console.answer(impact_json(answer, outlook(answer), doubtful, (places, written(space.store)), day))
        return
    for sentence in restoring.not_in_force(answer, console.SESSION.language):
        console.said(sentence)
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
    _tell_uncertain(doubtful, space)
    _tell_order(answer)
    if save is not None:
        console.saved(save)


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
    AGENCY,
    Text(id="Langkah", en="Steps"),
    Text(id="Melalui", en="Through"),
]


def _row(row: Affected) -> list[object]:
    state = f"{SIGNS[row.state]} {console.say(STATES[row.state])}"
    return [state, row.name, row.key, row.owner_name, row.distance, " → ".join(row.path[:-1])]


def _tell_uncertain(doubtful: list[Uncertain], space: Workspace) -> None:
    if not doubtful:
        return
    columns: list[Text | str] = [
        Text(id="Belum pasti", en="Unknown"),
        Text(id="Kunci", en="Key"),
        impact_words.MISSING,
    ]
    texts, language = written(space.store), console.SESSION.language
    rows = [
        [
            one.name,
            one.key,
            "; ".join(
                f"{gap.key} {missing_words(gap, space.metamodel, texts).in_(language)}" for gap in one.gaps
            ),
        ]
        for one in doubtful[:_SHOWN]
    ]
    console.table(columns, rows)
    console.more(len(doubtful) - _SHOWN)


def _tell_causes(moment: Moment, scenario: Scenario, day: date | None, save: Path | None) -> None:
    if not scenario.failed:
        raise RefusedQuestion(
            Text(id="belum disebut objek yang bermasalah", en="no element in trouble is named"),
            fix=Text(
                id="sebut sedikitnya satu: simpul impact KUNCI --upstream",
                en="name one: simpul impact KEY --upstream",
            ),
        )
    snapshot = moment.snapshot()
    found = causes(snapshot, scenario.failed.keys(), scenario.on, scenario.protected)
    if save is not None:
        save_certificate(causes_certificate(snapshot, scenario, found, moment.origin()), save)
    if console.SESSION.json:
        console.answer(causes_json(snapshot, scenario, found, day))
        return
    said = causing.sentence(found, len(scenario.failed)).in_(console.SESSION.language)
    console.said(said)
    rows = causing.rows(snapshot, found[:_SHOWN], len(scenario.failed), console.SESSION.language)
    console.table(list(causing.COLUMNS), rows, numbers=(5,))
    console.more(len(found) - _SHOWN)
    if save is not None:
        console.saved(save)
