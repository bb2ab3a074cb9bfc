"""Likely redundant elements, and decisions about them."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from model.decision import STANDING_LABELS, VERDICT_LABELS, Basis, Decision, Verdict, pair_of
from model.element import Element
from model.faults import Finding, RefusedQuestion
from model.keys import parse_key
from model.kinds import ElementKind, Status
from model.text import Text
from queries.lookup import element_for
from queries.redundancy.contradictions import contradiction_findings
from queries.redundancy.corpus import Entry
from queries.redundancy.decisions import Judgement, Made, decide, decisions, present_names, rows
from queries.snapshot.opening import current_snapshot
from queries.store.home import home
from queries.store.store import Store
from ui.answers.shapes import decided_json, decisions_json
from ui.commands import console
from ui.commands.console import Json
from ui.commands.misunderstood import share
from ui.commands.scoping import scope_named
from ui.wording import number
from ui.workspace import Workspace, knowledge_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.redundancy.engine import Pair
    from ui.likeness import Similar

_SHOWN = 60  # rows of a table on a terminal; JSON has all
_KEY_HELP = "kunci, kode, atau nama / key, code or name"

Similarity = Annotated[
    float,
    typer.Option(
        "--min-score",
        parser=share,
        metavar="0–1",
        min=0,
        max=1,
        help="kemiripan sedikitnya / similarity at least",
    ),
]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(duplicates)
    app.command("decide")(decide_)
    app.command("decisions")(decisions_)


def duplicates(
    key: Annotated[str | None, typer.Argument(metavar="[KEY]", help=_KEY_HELP)] = None,
    scope: Annotated[str | None, typer.Option(help="hanya OPD ini / only this agency")] = None,
    national: Annotated[
        bool, typer.Option("--national", help="juga antarpemerintah / across governments too")
    ] = False,
    min_score: Similarity = 0.5,
    top: Annotated[int | None, typer.Option(min=1, help="paling banyak / at most")] = None,
    kind: Annotated[
        str, typer.Option(help="Application, Service, DataObject, OrgUnit")
    ] = ElementKind.APPLICATION.value,
    json: Json = False,
) -> int:
    """Objek yang mungkin mengerjakan hal yang sama. / Elements that may do the same work."""
    from ui.answers.redundancy import duplicates_json  # heavy: only where elements are compared
    from ui.likeness import Asked, similar_of

    space = console.workspace(json=json)
    one = element_for(space.store, key) if key is not None else None
    if one is not None:
        _tell_retired(one)
    wanted = one.kind if one is not None else console.kind_named(space.metamodel, kind)
    snapshot = current_snapshot(space.store, space.metamodel, home(os.environ))
    found = similar_of(space.store, snapshot, wanted)
    scope = scope_named(space.store, scope)
    asked = Asked(uid=one.uid if one else None, scope=scope, national=national, at_least=min_score, most=top)
    pairs, groups = found.asked(asked)
    if json:
        console.answer(duplicates_json(found, pairs, groups, console.SESSION.language))
    else:
        _tell_pairs(found, pairs, len(groups))
        if one is not None:
            _tell_evidence(pairs)
    return console.DONE


def decide_(
    left: Annotated[str, typer.Argument(help=_KEY_HELP)],
    right: Annotated[str, typer.Argument(help=_KEY_HELP)],
    verdict: Annotated[str, typer.Argument(metavar="duplicate|overlap|distinct|postpone")],
    note: Annotated[str, typer.Option(help="alasan / why")] = "",
    json: Json = False,
) -> int:
    """Putuskan apakah dua objek sama pekerjaannya. / Decide whether two elements do the same work."""
    wanted = _verdict(verdict)
    space = console.workspace(json=json)
    one, two = (element_for(space.store, key) for key in (left, right))
    _tell_retired(one, two)
    judgement = Judgement(
        left=one.uid, right=two.uid, verdict=wanted, note=note, basis=_basis(space, one, two)
    )
    made = decide(space.store, space.metamodel, [judgement], space.writer)
    against = _contradictions(space.store, made)
    if json:
        console.answer(decided_json(made, against, console.SESSION.language))
    else:
        _tell_decided(made)
        if against:
            console.findings_table(against)
    return console.DONE


def decisions_(json: Json = False) -> int:
    """Semua keputusan, terbaru dahulu. / All decisions, newest first."""
    space = console.workspace(json=json)
    found = rows(space.store)
    if json:
        console.answer(decisions_json(found))
        return console.DONE
    columns: list[Text | str] = [
        Text(id="Waktu (UTC)", en="Time (UTC)"),
        Text(id="Oleh", en="By"),
        Text(id="A", en="A"),
        Text(id="B", en="B"),
        Text(id="Keputusan", en="Decision"),
        Text(id="Catatan", en="Note"),
        Text(id="Kemiripan", en="Similarity"),
        Text(id="Impor", en="Load"),
        Text(id="Keadaan", en="State"),
    ]
    told = [
        [
            f"{row.at[:10]} {row.at[11:16]}",
            row.by,
            f"{row.left_name} ({row.left_key})",
            f"{row.right_name} ({row.right_key})",
            console.say(VERDICT_LABELS[row.verdict]),
            row.note,
            "" if row.score is None else number(row.score, console.SESSION.language, 2),
            row.load,
            console.say(STANDING_LABELS[row.state]),
        ]
        for row in found[:_SHOWN]
    ]
    console.table(columns, told, numbers=(6,))
    console.more(len(found) - _SHOWN)
    return console.DONE


def _contradictions(store: Store, made: Made) -> list[Finding]:
    """Return the contradictions that a decision makes."""
    known = decisions(store)
    (decision,) = made.decisions
    present = {
        uid: Entry(uid=uid, key=key, name=name, scope=parse_key(key).scope)
        for uid, (key, name) in present_names(store, known).items()
    }
    return contradiction_findings(known, present, within=decision.id)


def _tell_retired(*elements: Element) -> None:
    """Say of each element that is retired that nothing is found with it."""
    for one in elements:
        if one.status is Status.RETIRED:
            named = f"{one.name} ({one.key})"
            console.notice(
                Text(
                    id=f"{named} sudah dihentikan: tidak ikut dicari kesamaannya sampai aktif kembali.",
                    en=f"{named} is retired: it takes no part in the comparison until it is active again.",
                )
            )


def _tell_pairs(found: "Similar", pairs: "Sequence[Pair]", groups: int) -> None:
    from queries.redundancy.explaining import KIND_LABELS, sentence

    columns: list[Text | str] = [
        Text(id="Kemiripan", en="Similarity"),
        Text(id="Jenis", en="Kind"),
        Text(id="A", en="A"),
        Text(id="B", en="B"),
        Text(id="Karena", en="Because"),
        Text(id="Keputusan", en="Decision"),
    ]
    told = [
        [
            number(pair.score, console.SESSION.language, 2),
            console.say(KIND_LABELS[pair.kind]),
            f"{pair.left.name} ({pair.left.key})",
            f"{pair.right.name} ({pair.right.key})",
            console.say(sentence(pair, found.knowledge)),
            _decision(found.decided.get(pair_of(*pair.ends))),
        ]
        for pair in pairs[:_SHOWN]
    ]
    console.table(columns, told, numbers=(0,))
    console.more(len(pairs) - _SHOWN)
    console.line(
        Text(
            id=f"{len(pairs)} pasangan, dalam {groups} kelompok", en=f"{len(pairs)} pairs, in {groups} groups"
        )
    )


def _tell_evidence(pairs: "Sequence[Pair]") -> None:
    from ui.commands.evidence import tell_evidence

    for pair in pairs[:_SHOWN]:
        tell_evidence(pair)


def _decision(decision: Decision | None) -> str:
    if decision is None:
        return ""
    note = f": “{decision.note}”" if decision.note else ""
    return f"{console.say(VERDICT_LABELS[decision.verdict])} ({decision.by}{note})"


def _verdict(text: str) -> Verdict:
    word = text.strip().lower()
    if word in {verdict.value for verdict in Verdict}:
        return Verdict(word)
    words = ", ".join(verdict.value for verdict in Verdict)
    raise RefusedQuestion(
        Text(id=f"keputusan “{text}” tidak dikenal", en=f"there is no decision “{text}”"),
        fix=Text(id=f"pakai salah satu: {words}", en=f"use one of: {words}"),
    )


def _basis(space: Workspace, one: Element, two: Element) -> Basis | None:
    """Return the evidence between two elements; of two kinds there is none, and deciding will refuse them."""
    if one.kind is not two.kind or space.metamodel.kind(one.kind).likeness is None:
        return None
    from queries.redundancy.bases import basis_between  # heavy: only where elements are compared
    from queries.redundancy.weighting import weights_in_use

    store = space.store
    snapshot = current_snapshot(store, space.metamodel, home(os.environ))
    return basis_between(
        store, snapshot, knowledge_of(store), (one.uid, two.uid), weights_in_use(store, one.kind)
    )


def _tell_decided(made: Made) -> None:
    (decision,), (replaced,) = made.decisions, made.replaced
    label = VERDICT_LABELS[decision.verdict]
    pair = f"{decision.left.name} – {decision.right.name}"
    console.line(
        Text(
            id=f"{pair}: {label.id} (impor {made.load.id}).", en=f"{pair}: {label.en} (load {made.load.id})."
        )
    )
    if replaced:
        earlier = VERDICT_LABELS[replaced.verdict]
        console.line(
            Text(
                id=f"Menggantikan keputusan {replaced.by}, {replaced.at[:10]}: {earlier.id}.",
                en=f"Replaces the decision of {replaced.by}, {replaced.at[:10]}: {earlier.en}.",
            )
        )
