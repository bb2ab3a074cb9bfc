"""A branch is the snapshot that its changes would make of the tables; what it grew from stays as it was."""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.faults import RefusedQuestion, UnknownElement
from model.kinds import ElementKind, RelationKind
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from queries.whatif.branch import Branch
from queries.whatif.changes import Add, AddElement, Change, Move, Retire, Spare
from queries.whatif.merge import Merge
from tests.support.drawn import drawn
from tests.support.graphs import METAMODEL, Case, cases, element_table, relation_table, snapshot_of
from tests.support.reference_evaluator import Link, Thing
from tests.support.snapshots import contents

RUNS = RelationKind.RUNS_ON
DEPENDENCIES = {"RUNS_ON", "CALLS", "SERVED_BY", "USES"}  # of the small metamodel


def changed(things: list[Thing], links: list[Link], change: Change) -> tuple[list[Thing], list[Link | None]]:
    """Make a change in plain lists, as its sentence says; a link that is gone is None."""
    found: list[Link | None] = list(links)
    match change:
        case Retire(element=gone):
            return _without(things, gone), found
        case Move(source=source, relation=relation, target=target, to=to):
            way = (source, relation.value, target)
            return things, [
                replace(one, target=to) if (one.source, one.relation, one.target) == way else one
                for one in links
            ]
        case Add(source=source, relation=relation, target=target, group=group, need=need):
            return things, [*found, Link(source, relation.value, target, group=group, need=need)]
        case Merge(keep=keep, gone=gone):
            return _without(things, *gone), [_merged(one, keep, set(gone)) for one in links]
        case _:
            raise AssertionError(change)


def _without(things: list[Thing], *gone: str) -> list[Thing]:
    return [Thing(one.uid, "retired") if one.uid in gone else one for one in things]


def _merged(link: Link, keep: str, gone: set[str]) -> Link | None:
    moved = link
    if link.source in gone and link.relation in DEPENDENCIES:
        moved = replace(moved, source=keep)
        if link.group:
            name = re.split("[:/]", link.group)[0]
            moved = replace(moved, group=f"{name}~{link.source}{link.group[len(name) :]}")
    if link.target in gone and (link.source not in gone or link.relation in DEPENDENCIES):
        moved = replace(moved, target=keep)
    return moved if moved is link or moved.source != moved.target else None


def compiled(things: list[Thing], links: list[Link | None], ids: list[str]) -> Snapshot:
    kept = [(id_, one) for id_, one in zip(ids, links, strict=True) if one is not None]
    table = replace(relation_table([one for _, one in kept]), id=[id_ for id_, _ in kept])
    return compile_snapshot(METAMODEL, element_table(things), table, 1)


@st.composite
def tried(draw: st.DrawFn) -> tuple[Case, Change]:
    """Draw a graph and a change that can be made in it."""
    case = draw(cases())
    uids, links = [one.uid for one in case[0]], case[1]
    one = st.sampled_from(uids)
    options: list[st.SearchStrategy[Change]] = [st.builds(Retire, element=one)]
    if len(uids) > 1:
        others = st.permutations(uids).map(lambda p: (p[0], tuple(p[1:3])))
        options.append(others.map(lambda pair: Merge(keep=pair[0], gone=pair[1])))
        options.append(
            st.tuples(
                st.permutations(uids), st.sampled_from([None, "db"]), st.sampled_from([None, "any"])
            ).map(lambda p: Add(source=p[0][0], relation=RUNS, target=p[0][1], group=p[1], need=p[2]))
        )
    if links:
        options.append(
            st.tuples(st.sampled_from(links), one).map(
                lambda p: Move(
                    source=p[0].source, relation=RelationKind(p[0].relation), target=p[0].target, to=p[1]
                )
            )
        )
    change = draw(st.one_of(options))
    assume(not isinstance(change, Move) or change.source != change.to)
    return case, change


@given(tried())
def test_a_branch_equals_the_changed_tables_and_leaves_its_base_alone(given_: tuple[Case, Change]) -> None:
    (things, links, *_), change = given_
    base = snapshot_of(things, links)
    before = contents(base)
    branch = Branch(base=base, changes=(change,)).snapshot
    ids = [f"r{number}" for number in range(len(links))]
    new = sorted(set(branch.relations.id.all()) - set(ids))
    assert contents(branch) == contents(compiled(*changed(things, links, change), [*ids, *new]))
    assert contents(base) == before


@given(cases())
def test_without_changes_a_branch_is_its_base(case: Case) -> None:
    base = snapshot_of(case[0], case[1])
    assert contents(Branch(base=base).snapshot) == contents(base)


SERVER, OTHER, APP = "kominfo/server/S1", "kominfo/server/S2", "dinkes/application/A"


def small(*more: str) -> Snapshot:
    return drawn((SERVER, OTHER, APP, "kominfo/computingfacility/R"), (f"{APP} RUNS_ON {SERVER}", *more))


def edges(snapshot: Snapshot) -> set[tuple[str, str, str | None, str | None]]:
    rows, uids = snapshot.relations, snapshot.uids
    return {
        (uids[rows.source[one]], uids[rows.target[one]], rows.group[one], rows.need[one])
        for one in range(len(rows.id))
    }


def test_a_spare_makes_a_group_of_what_was_needed_alone() -> None:
    spare = Spare(source=APP, relation=RUNS, target=SERVER, spare=OTHER)
    found = edges(Branch(base=small(), changes=(spare,)).snapshot)
    groups = {group for _, _, group, _ in found}
    assert {(source, target, need) for source, target, _, need in found} == {
        (APP, SERVER, "any"),
        (APP, OTHER, "any"),
    }
    assert len(groups) == 1
    assert None not in groups


def test_a_spare_of_a_member_joins_its_group_whose_need_stays() -> None:
    base = drawn((SERVER, OTHER, APP), (f"{APP} RUNS_ON {SERVER} web 1",))
    spare = Spare(source=APP, relation=RUNS, target=SERVER, spare=OTHER)
    found = edges(Branch(base=base, changes=(spare,)).snapshot)
    assert found == {(APP, SERVER, "web", "1"), (APP, OTHER, "web", None)}


def test_a_new_element_can_be_moved_to() -> None:
    new = AddElement(
        uid="new", key="kominfo/server/baru", kind=ElementKind.SERVER, name="Server baru", scope="kominfo"
    )
    move = Move(source=APP, relation=RUNS, target=SERVER, to="new")
    branch = Branch(base=small(), changes=(new, move))
    assert (APP, "new", None, None) in edges(branch.snapshot)
    assert "Server baru" in branch.told()[1].id
    assert branch.concerned == (APP, SERVER)


def test_a_planned_element_is_there_once_it_is_added() -> None:
    base = snapshot_of([Thing("a"), Thing("p", "planned")], [Link("a", "RUNS_ON", "p")])
    add = AddElement(uid="p", key="dinkes/server/p", kind=ElementKind.SERVER, name="Nama p", scope="dinkes")
    branch = Branch(base=base, changes=(add,)).snapshot
    expected = snapshot_of([Thing("a"), Thing("p")], [Link("a", "RUNS_ON", "p")])
    assert contents(branch) == contents(expected)


def test_what_is_taken_over_leaves_behind_what_the_element_stood_on_and_whose_it_was() -> None:
    other, data, unit = "bkd/application/B", "bkd/dataobject/D", "bkd/orgunit/bkd"
    base = drawn(
        (SERVER, OTHER, APP, other, data, unit),
        (
            f"{APP} RUNS_ON {SERVER}",
            f"{other} RUNS_ON {OTHER}",
            f"{other} ACCESSES {data}",
            f"{other} OWNED_BY {unit}",
            f"{unit} USES {other}",
            f"{APP} RECEIVES_FROM {other}",
        ),
    )
    branch = Branch(base=base, changes=(Merge(keep=APP, gone=(other,)),)).snapshot
    assert {(a, b) for a, b, _, _ in edges(branch) if APP in (a, b)} == {
        (APP, SERVER),
        (APP, data),
        (unit, APP),
    }
    assert branch.owner[branch.index(APP)] == -1


@pytest.mark.parametrize(
    "change",
    [
        Move(source=APP, relation=RUNS, target=OTHER, to=SERVER),  # it does not run there
        Move(source=APP, relation=RUNS, target=SERVER, to=APP),
        Add(source=SERVER, relation=RUNS, target=OTHER),  # a server does not run on a server
        Spare(source=APP, relation=RUNS, target=SERVER, spare="kominfo/computingfacility/R"),
        Merge(keep=APP, gone=(SERVER,)),
        Merge(keep=APP, gone=(APP,)),
        Merge(keep=APP, gone=()),
        AddElement(uid="u", key=SERVER, kind=ElementKind.SERVER, name="S1", scope="kominfo"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(change: Change) -> None:
    with pytest.raises(RefusedQuestion) as refused:
        _ = Branch(base=small(), changes=(change,)).snapshot
    assert refused.value.fix.id
    assert refused.value.fix.en


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownElement):
        _ = Branch(base=small(), changes=(Retire(element="nobody"),)).snapshot


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Move(source=APP, relation=RUNS, target=SERVER, to=OTHER), "A: runs on S2, no longer S1."),
        (
            Add(source=APP, relation=RUNS, target=OTHER, group="web", need="any"),
            "A: also runs on S2 (group web any).",
        ),
        (Spare(source=APP, relation=RUNS, target=SERVER, spare=OTHER), "A: runs on S1 with S2 as a spare."),
        (Retire(element=SERVER), "S1 is retired."),
        (Merge(keep=SERVER, gone=(OTHER,)), "S2 merged into S1."),
    ],
)
def test_a_change_is_told_in_a_sentence(change: Change, words: str) -> None:
    (told,) = Branch(base=small(), changes=(change,)).told()
    assert told.en == words
    assert told.id != told.en
