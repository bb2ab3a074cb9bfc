"""What is fragile: single points of failure, minimal failure sets, and redundancy that is none."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from model.faults import Place
from model.text import Text
from queries.graph import written
from queries.impact.certainty import Gap, cells
from ui.commands import console
from ui.commands.console import AsOf, Json, Save
from ui.moment import Moment
from ui.phrases import unavailable as unavailable_words
from ui.phrases import weak as words
from ui.workspace import Workspace

if TYPE_CHECKING:
    from queries.resilience.fragility import Fragility

_SHOWN = 40  # rows of a table on a terminal; JSON has all
_KEYS_HELP = (
    "kunci, kode, atau nama sasaran; tanpa ini: titik kegagalan tunggal"
    " / key, code or name of a target; without one: single points of failure"
)
_ORDER_OF_SOME, _ORDER_OF_ALL = 2, 1  # unless said

_Kinds = Annotated[list[str] | None, typer.Option(help="hanya jenis ini yang mati / only these fail")]
_Availability = Annotated[
    bool, typer.Option("--availability", help="berapa jam sasaran mati setahun / hours down in a year")
]


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command("weak-points")(weak_points)


def weak_points(
    keys: Annotated[list[str] | None, typer.Argument(metavar="[KEY]…", help=_KEYS_HELP)] = None,
    order: Annotated[
        int | None,
        typer.Option(min=1, help="objek per kombinasi, paling banyak / elements in a set, at most"),
    ] = None,
    kind: _Kinds = None,
    protect: Annotated[list[str] | None, typer.Option(help="anggap tetap berfungsi / stays up")] = None,
    on: Annotated[str | None, typer.Option(help="pada tanggal, 2026-12-31 / on a date, 2026-12-31")] = None,
    availability: _Availability = False,
    load: AsOf = None,
    save: Save = None,
    json: Json = False,
) -> int:
    """Kombinasi kegagalan minimal yang berakibat. / Minimal failure sets."""
    from queries.certificate.document import save as save_certificate
    from queries.resilience.fragility import Asked, Fragility  # heavy: decision diagrams
    from ui.answers.weak_points import weak_points_json

    day = console.day(on)
    space = console.workspace(json=json)
    kinds = frozenset(console.kind_named(space.metamodel, name) for name in kind or ())
    moment = Moment.of(space, load)
    asked = Asked(
        on=day or date.today(),
        targets=tuple(moment.uid(key) for key in keys or ()),
        order=order or (_ORDER_OF_SOME if keys else _ORDER_OF_ALL),
        kinds=kinds,
        protected=frozenset(moment.uid(key) for key in protect or ()),
    )
    found = Fragility(moment.snapshot(), asked)
    if save is not None:
        save_certificate(found.certificate(moment.origin(), availability=availability), save)
    if json:
        texts = written(space.store)
        console.answer(weak_points_json(found, _cells(found, space), texts, availability=availability))
    else:
        _tell(found, space, availability=availability)
        if save is not None:
            console.saved(save)
    return console.DONE


def _cells(found: "Fragility", space: Workspace) -> dict[Gap, Place]:
    """In which cell each missing link could be filled in; none where one target is asked about."""
    if found.asked.targets:
        return {}
    return cells(space.store, space.metamodel, found.completion.gaps)


def _tell(found: "Fragility", space: Workspace, *, availability: bool) -> None:
    from ui.overview import is_empty

    if is_empty(found.snapshot):
        console.line(words.NOTHING_YET)
        return
    _tell_points(found)
    if found.without_services:
        console.line(words.NO_SERVICES)
    safe = sum(not one.sets for one in found.sets)
    console.line(words.SETS_FOUND.filled(n=len(found.sets), safe=safe, order=found.asked.order))
    _tell_incomplete(found)
    _tell_fakes(found)
    if availability:
        _tell_unavailabilities(found)
    if not found.asked.targets:
        _tell_promises(found)
        _tell_completeness(found, space)


def _tell_points(found: "Fragility") -> None:
    from ui.weak.fragile import common_words

    names = found.snapshot.elements.name
    points = found.weak_points
    common = found.common(points[:_SHOWN])
    console.table(
        _COLUMNS,
        [
            [
                " + ".join(names[index] for index in point.failed),
                " + ".join(found.snapshot.elements.key[index] for index in point.failed),
                point.services,
                len(point.targets),
                point.agencies,
                common_words(found.snapshot, shared, console.SESSION.language),
            ]
            for point, shared in zip(points[:_SHOWN], common, strict=True)
        ],
        numbers=(2, 3, 4),
    )
    console.more(len(points) - _SHOWN)


def _tell_completeness(found: "Fragility", space: Workspace) -> None:
    from ui.phrases import completeness as completeness_words
    from ui.weak import completing

    language, snapshot, texts = console.SESSION.language, found.snapshot, written(space.store)
    console.line(completeness_words.TITLE)
    console.said(completing.sentence(found.completion, texts, language))
    lacking = [one for one in found.completion.agencies if one.gaps]
    if lacking:
        rows = [completing.row(snapshot, one, language) for one in lacking[:_SHOWN]]
        console.table(list(completing.COLUMNS), rows, numbers=(1, 2, 3, 4))
        console.more(len(lacking) - _SHOWN)
        gaps = found.completion.gaps[:_SHOWN]
        there = cells(space.store, space.metamodel, gaps)
        told = completing.gap_rows(snapshot, gaps, there, texts, language)
        console.table(list(completing.GAP_COLUMNS[:-1]), [row[:-1] for row in told])
        console.more(len(found.completion.gaps) - _SHOWN)


def _tell_promises(found: "Fragility") -> None:
    from ui.weak.promised import OFFENDER_COLUMNS, POINT_COLUMNS, offender_row, point_row, sentences

    language, snapshot = console.SESSION.language, found.snapshot
    console.line(words.PROMISES)
    for sentence in sentences(found, language):
        console.said(sentence)
    offending = [offender_row(snapshot, one, language) for one in found.offenders[:_SHOWN]]
    if offending:
        console.table(list(OFFENDER_COLUMNS), offending, numbers=(3, 4, 5))
        console.more(len(found.offenders) - _SHOWN)
    points = [point_row(snapshot, one, language) for one in found.recovery_points[:_SHOWN]]
    if points:
        console.table(list(POINT_COLUMNS), points, numbers=(3, 4, 5))
        console.more(len(found.recovery_points) - _SHOWN)


_COLUMNS: list[Text | str] = [
    Text(id="Bila mati", en="When this fails"),
    Text(id="Kunci", en="Key"),
    Text(id="Layanan", en="Services"),
    Text(id="Sasaran", en="Targets"),
    "OPD",
    Text(id="Kesamaan", en="In common"),
]
_CUT_SHORT = Text(
    id="{name}: terlalu banyak kombinasi; lengkap sampai {reached} objek.",
    en="{name}: too many sets; all of up to {reached} elements are listed.",
)
_NOT_LISTED = Text(
    id="{name}: terlalu banyak objek yang masing-masing menghentikannya; tidak didaftar.",
    en="{name}: too many elements take it down alone; they are not listed.",
)


def _tell_incomplete(found: "Fragility") -> None:
    cut_short = [one for one in found.sets if not one.complete]
    for one in cut_short[:_SHOWN]:
        name = found.snapshot.elements.name[one.target]
        console.line((_CUT_SHORT if one.reached else _NOT_LISTED).filled(name=name, reached=one.reached))
    console.more(len(cut_short) - _SHOWN)


def _tell_unavailabilities(found: "Fragility") -> None:
    from ui.weak import unavailable

    rows = unavailable.rows(found, console.SESSION.language)
    console.line(unavailable_words.TITLE)
    console.table(list(unavailable.COLUMNS), rows[:_SHOWN], numbers=(1, 5))
    console.more(len(rows) - _SHOWN)


def _tell_fakes(found: "Fragility") -> None:
    from ui.weak.fragile import FAKE_COLUMNS, fake_row

    if found.fakes:
        language = console.SESSION.language
        rows = [fake_row(found.snapshot, *one, language) for one in found.fakes[:_SHOWN]]
        console.line(words.FAKE)
        console.table(list(FAKE_COLUMNS), rows)
        console.more(len(found.fakes) - _SHOWN)
