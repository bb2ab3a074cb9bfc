"""Likely redundant elements, and decisions about them."""

import os
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from model.decision import VERDICT_LABELS, Basis, Decision, Verdict, pair_of
from model.element import Element
from model.faults import Finding, RefusedChange, RefusedQuestion
from model.folding import fold
from model.kinds import ElementKind, Status
from model.text import Text, day_of
from queries.loads import merging
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
from ui.phrases import common, decided
from ui.similar.scores import likeness
from ui.workspace import Workspace, knowledge_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.redundancy.engine import Pair
    from ui.similar.likeness import Answer, Similar

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
    from ui.similar.likeness import Asked, similar_of
    from ui.similar.rationalising import grounds_of

    space = console.workspace(json=json)
    one = element_for(space.store, key) if key is not None else None
    if one is not None:
        _tell_retired(one)
    wanted = one.kind if one is not None else console.kind_named(space.metamodel, kind)
    snapshot = current_snapshot(space.store, space.metamodel, home(os.environ))
    found = similar_of(space.store, snapshot, wanted)
    scope = scope_named(space.store, scope)
    asked = Asked(uid=one.uid if one else None, scope=scope, national=national, at_least=min_score, most=top)
    told = found.asked(asked)
    if scope is not None:
        _tell_empty(found, scope)
    if json:
        grounds = grounds_of(space.store, snapshot, found, told.groups, date.today())
        console.answer(duplicates_json(found, told, grounds, console.SESSION.language))
    else:
        _tell_pairs(found, told, top or _SHOWN)
        if one is not None:
            _tell_evidence(told.pairs)
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
    if one.uid == two.uid:
        _refuse_merged(space.store, one, (left, right))
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
    against = _contradictions(space.store)
    if json:
        console.answer(decisions_json(found, against, console.SESSION.language))
        return console.DONE
    columns: list[Text | str] = [
        Text(id="Waktu (UTC)", en="Time (UTC)"),
        Text(id="Oleh", en="By"),
        Text(id="A", en="A"),
        Text(id="B", en="B"),
        Text(id="Keputusan", en="Decision"),
        Text(id="Catatan", en="Note"),
        Text(id="Kemiripan", en="Similarity"),
        common.LOAD_OR_STEP,
        Text(id="Keadaan", en="State"),
    ]
    told = [
        [
            f"{row.at[:10]} {row.at[11:16]}",
            row.by,
            *(
                f"{console.say(name)} ({key})"
                for name, key in zip(row.called, (row.left_key, row.right_key), strict=True)
            ),
            console.say(VERDICT_LABELS[row.verdict]),
            row.note,
            "" if row.score is None else likeness(row.score, console.SESSION.language),
            row.load,
            console.say(row.told_state),
        ]
        for row in found[:_SHOWN]
    ]
    _tell_all(space.store, columns, told)
    console.more(len(found) - _SHOWN)
    if against:
        console.findings_table(against)
    return console.DONE


def _tell_all(store: Store, columns: "Sequence[Text | str]", told: "Sequence[Sequence[object]]") -> None:
    """Print decisions on pairs, or that there are none; and how many there are on proposals, and where."""
    from queries.redundancy.proposals.recommendations import recommendations

    if told:
        console.table(columns, told, numbers=(6,))
    else:
        console.line(decided.NO_DECISIONS)
    if recommended := len(recommendations(store)):
        console.line(decided.RECOMMENDATIONS.filled(n=recommended))


def _contradictions(store: Store, made: Made | None = None) -> list[Finding]:
    """Return the contradictions that stand; of a decision those that it makes."""
    known = decisions(store)
    within = made.decisions[0].id if made else None
    present = {
        uid: Entry(uid=uid, key=key, name=name) for uid, (key, name) in present_names(store, known).items()
    }
    return contradiction_findings(known, present, within=within)


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


def _refuse_merged(store: Store, one: Element, said: tuple[str, str]) -> None:
    """Refuse two names of one element where they were two once, saying which load made them one."""
    merges = merging.merges(store)
    into = {merge.gone: merge.load for merge in merges.by_gone.values() if merges.home(merge.gone) == one.uid}
    former = merging.former_keys(merging.said_apart(store, merges), merges)
    named = [(key, into[former[key]]) for key in said if former.get(key) in into]
    if not named:
        return
    told = ", ".join(f"{key} ({load})" for key, load in named)
    raise RefusedChange(
        Text(
            id=f"sudah digabungkan ke “{one.name}” ({one.key}), dengan langkah: {told}",
            en=f"merged into “{one.name}” ({one.key}) already, by the load: {told}",
        ),
        fix=Text(
            id=f"tidak perlu diputuskan lagi; bila keliru, urungkan: simpul undo {named[0][1]}",
            en=f"there is nothing left to decide; if it is wrong, take it back: simpul undo {named[0][1]}",
        ),
    )


def _tell_empty(found: "Similar", scope: str) -> None:
    """Say of a scope that it has nothing that could be compared."""
    if all(entry.scope != scope for entry in found.comparison.corpus.entries):
        console.notice(
            Text(
                id=f"{scope} belum memiliki objek jenis ini yang dipakai.",
                en=f"{scope} has no element of this kind in use.",
            )
        )


def _tell_pairs(found: "Similar", told: "Answer", most: int) -> None:
    from queries.redundancy.explaining import kind_label

    columns: list[Text | str] = [
        Text(id="Kemiripan", en="Similarity"),
        Text(id="Jenis", en="Kind"),
        Text(id="A", en="A"),
        Text(id="B", en="B"),
        Text(id="Karena", en="Because"),
        Text(id="Keputusan", en="Decision"),
    ]
    shown = told.pairs[:most]
    rows = [
        [
            likeness(pair.score, console.SESSION.language),
            console.say(kind_label(pair)),
            f"{pair.left.name} ({pair.left.key})",
            f"{pair.right.name} ({pair.right.key})",
            console.say(found.because(pair)),
            _decision(found.decided.get(pair_of(*pair.ends))),
        ]
        for pair in shown
    ]
    console.table(columns, rows, numbers=(0,))
    pairs, groups = len(told.pairs), len(told.groups)
    if pairs > len(shown):
        console.line(
            Text(
                id=f"… dan {pairs - len(shown)} lagi (lebih banyak: --top)",
                en=f"… and {pairs - len(shown)} more (to see more: --top)",
            )
        )
    console.line(
        Text(
            id=f"{_of(pairs, told.all_pairs, 'dari')} pasangan; "
            f"{_of(groups, told.all_groups, 'dari')} kelompok",
            en=f"pairs: {_of(pairs, told.all_pairs, 'of')}; groups: {_of(groups, told.all_groups, 'of')}",
        )
    )


def _of(some: int, every: int, word: str) -> str:
    return str(every) if some == every else f"{some} {word} {every}"


def _tell_evidence(pairs: "Sequence[Pair]") -> None:
    from ui.commands.pair_terms import tell_evidence

    for pair in pairs[:_SHOWN]:
        tell_evidence(pair)


def _decision(decision: Decision | None) -> str:
    if decision is None:
        return ""
    note = f": “{decision.note}”" if decision.note else ""
    return f"{console.say(VERDICT_LABELS[decision.verdict])} ({decision.by}{note})"


def _verdict(text: str) -> Verdict:
    word = fold(text)
    for verdict, label in VERDICT_LABELS.items():
        if word in {fold(verdict.value), *map(fold, (label.id, label.en))}:
            return verdict
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
    label, load = VERDICT_LABELS[decision.verdict], made.load.called
    pair = " – ".join(f"{side.name} ({side.key})" for side in (decision.left, decision.right))
    console.line(Text(id=f"{pair}: {label.id} ({load.id}).", en=f"{pair}: {label.en} ({load.en})."))
    if replaced:
        earlier = VERDICT_LABELS[replaced.verdict]
        day = day_of(replaced.at)
        console.line(
            Text(
                id=f"Menggantikan keputusan {replaced.by}, {day.id}: {earlier.id}.",
                en=f"Replaces the decision of {replaced.by}, {day.en}: {earlier.en}.",
            )
        )
