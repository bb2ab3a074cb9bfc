"""Findings: what is open, accepting it as it is, and answering what it asks."""

from collections.abc import Sequence
from typing import Annotated

import typer

from model.faults import RefusedQuestion
from model.settling import STATE_LABELS, State
from model.text import Text
from queries.findings import KeptFinding, finding_named, findings_in
from queries.settling import Settled, accept, answer
from ui.answers.shapes import kept_finding_json, settled_json
from ui.commands import console
from ui.commands.console import Json
from ui.commands.scoping import scope_named

_SHORT = 8  # characters of a number that tell findings apart in a store of any size
_SHOWN = 60  # rows of a table on a terminal; JSON has all
_FINDING_HELP = "nomor catatan, boleh awalnya saja / number of a finding, or its beginning"


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("findings")(findings)
    app.command("accept")(accept_)
    app.command("answer")(answer_)


def findings(
    scope: Annotated[str | None, typer.Option(help="hanya OPD ini / only this agency")] = None,
    state: Annotated[
        str, typer.Option(metavar="open|accepted|answered|closed", help="keadaan / state")
    ] = State.OPEN.value,
    json: Json = False,
) -> int:
    """Catatan perbaikan; tanpa --state yang terbuka. / Findings; without --state the open ones."""
    wanted = _state(state)
    space = console.workspace(json=json)
    scope = scope_named(space.store, scope)
    found = findings_in(space.store, wanted, scope)
    if json:
        console.answer({"findings": [kept_finding_json(kept, console.SESSION.language) for kept in found]})
    elif not found:
        label = STATE_LABELS[wanted]
        console.nothing(space.store, Text(id=f"0 catatan {label.id}", en=f"0 findings {label.en}"))
    else:
        _show(found, wanted)
    return console.DONE


def accept_(
    ids: Annotated[list[str], typer.Argument(metavar="FINDING…", help=_FINDING_HELP)],
    note: Annotated[str, typer.Option(help="alasan / why")] = "",
    json: Json = False,
) -> int:
    """Terima catatan apa adanya; simpul undo membatalkannya. / Accept findings as they are."""
    space = console.workspace(json=json)
    found = {kept.id: kept for kept in (finding_named(space.store, text) for text in ids)}
    return _told(accept(space.store, space.metamodel, list(found.values()), note, space.writer))


def answer_(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help=_FINDING_HELP)],
    key: Annotated[str, typer.Argument(help="objek yang dimaksud / the element that is meant")],
    json: Json = False,
) -> int:
    """Jawab catatan: teksnya berarti objek ini. / Answer a finding: its text means this element."""
    space = console.workspace(json=json)
    asked = finding_named(space.store, finding)
    return _told(answer(space.store, space.metamodel, asked, key, space.writer))


def _told(settled: Settled) -> int:
    if console.SESSION.json:
        console.answer(settled_json(settled))
        return console.DONE
    load, count = settled.plan.step.load, len(settled.findings)
    console.line(
        Text(
            id=f"{count} catatan selesai ({load.called.id}). Urungkan: simpul undo {load.id}",
            en=f"{count} findings settled ({load.called.en}). To take it back: simpul undo {load.id}",
        )
    )
    return console.DONE


def _show(found: Sequence[KeptFinding], state: State) -> None:
    columns: list[Text | str] = [
        Text(id="Nomor", en="Number"),
        Text(id="Tempat", en="Place"),
        Text(id="Catatan", en="Finding"),
        Text(id="Perbaikan", en="What to do"),
    ]
    if state in (State.ACCEPTED, State.ANSWERED):
        columns[-1] = Text(id="Oleh", en="By")
    console.table(columns, [_row(kept, state) for kept in found[:_SHOWN]])
    console.more(len(found) - _SHOWN)
    label = STATE_LABELS[state]
    count = len(found)
    console.line(Text(id=f"{count} catatan {label.id}", en=f"{count} findings {label.en}"))


def _row(kept: KeptFinding, state: State) -> tuple[str, ...]:
    head = (kept.id[:_SHORT], console.place_text(kept.finding), console.say(kept.finding.message))
    if state in (State.ACCEPTED, State.ANSWERED):
        said = (kept.by, (kept.at or "")[:10], kept.answer, kept.note)
        return (*head, " · ".join(part for part in said if part))
    return (*head, console.say(kept.finding.fix))


def _state(text: str) -> State:
    word = text.strip().lower()
    if word in {state.value for state in State}:
        return State(word)
    words = ", ".join(state.value for state in State)
    raise RefusedQuestion(
        Text(id=f"keadaan “{text}” tidak dikenal", en=f"there is no state “{text}”"),
        fix=Text(id=f"pakai salah satu: {words}", en=f"use one of: {words}"),
    )
