"""Checking the whole store: what is wrong or missing in the architecture as it is, and what loads left."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from model.faults import Severity
from model.text import Text
from queries import soundness_rules as rules
from queries.findings import KeptFinding
from queries.redundancy.contradictions import CONTRADICTION
from ui.answers.shapes import kept_finding_json
from ui.commands import console
from ui.commands.console import Json
from ui.commands.scoping import scope_named
from ui.moment import Moment

_SHOWN = 60  # rows of a table on a terminal; JSON has all
# What is looked at, with the rules of each part; the rest are findings of loads.
_PARTS = (
    (Text(id="Tautan yang belum ada", en="Missing links"), (rules.MISSING_LINK,)),
    (
        Text(id="Masa berlaku", en="Lifecycle"),
        (rules.LEFT_WITHOUT, rules.ONLY_PLANNED, rules.ENDED_TARGET, rules.ENDS_BEFORE_IT_BEGINS),
    ),
    (
        Text(id="Janji pemulihan (RTO, RPO)", en="Recovery promises (RTO, RPO)"),
        (rules.RTO_BROKEN, rules.RTO_IN_TURN, rules.RPO_BROKEN),
    ),
    (Text(id="Pemilik dan domain", en="Owners and domains"), (rules.WITHOUT_OWNER, rules.EMPTY_DOMAIN)),
    (Text(id="Keputusan yang bertentangan", en="Contradicting decisions"), (CONTRADICTION,)),
)
_OF_LOADS = Text(
    id="Catatan impor (rujukan, kode, isian)", en="Findings of imports (references, codes, values)"
)


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command("check")(check)


def check(
    scope: Annotated[str | None, typer.Option(help="hanya OPD ini / only this agency")] = None,
    on: Annotated[str | None, typer.Option(help="pada tanggal, 2026-12-31 / on a date, 2026-12-31")] = None,
    json: Json = False,
) -> int:
    """Periksa seluruh isi: yang kurang, usang, keliru. / Check the whole store."""
    from queries.soundness import checked  # heavy: recovery of everything

    day = console.day(on) or date.today()
    space = console.workspace(json=json)
    wanted = scope_named(space.store, scope)
    found = checked(space.store, Moment.of(space, None).snapshot(), day)
    shown = [kept for kept in found if wanted is None or kept.scope == wanted]
    if json:
        console.answer({"findings": [kept_finding_json(kept, console.SESSION.language) for kept in shown]})
    else:
        _show(shown)
    errors = any(kept.finding.severity is Severity.ERROR for kept in shown)
    return console.WITH_ERRORS if errors else console.DONE


def _show(found: Sequence[KeptFinding]) -> None:
    """Print how much each part found, then what is more than information, errors first."""
    part_of = {rule.name: part for part, rules_ in _PARTS for rule in rules_}
    counts = Counter(part_of.get(kept.finding.rule, _OF_LOADS) for kept in found)
    parts = [*(part for part, _ in _PARTS), _OF_LOADS]
    columns: list[Text | str] = [Text(id="Yang diperiksa", en="What was checked"), _FOUND]
    console.table(
        columns, [(console.say(part), str(counts[part]) if counts[part] else _NOTHING) for part in parts]
    )
    worst_first = sorted(found, key=lambda kept: list(Severity).index(kept.finding.severity))
    if found:
        console.findings_table([kept.finding for kept in worst_first], _SHOWN)


_FOUND = Text(id="Catatan", en="Findings")
_NOTHING = "–"
