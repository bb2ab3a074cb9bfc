"""What an edit changes is told in rows before it is written, and taken back afterwards."""

from dataclasses import replace

import pytest

from ingest.edit.editing import planned_relation, planned_removal, planned_set
from ingest.edit.merging import Merging, planned_merge
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from model.text import Language
from queries import lookup
from queries.lineage import lineage
from queries.loads.plan import Plan
from queries.store.store import Store
from tests.conftest import Engines
from tests.support.deliveries import Desk, K, R, delivery, exactly, named, owner, row, saying
from ui.editing import changes, edits, lineage_rows, merge_form
from ui.phrases import edit as words
from ui.workspace import Workspace

ID, EN = Language.ID, Language.EN
APP, OTHER = "dinkes/application/DAA-1", "dinsos/application/DAA-9"
SERVER = "dinkes/server/SRV-1"
SOCIAL = "Dinas Sosial"


@pytest.fixture
def desk(engines: Engines) -> Desk:
    found = Desk(engines.empty("arcadedb"))
    found.load(
        delivery(
            row(
                K.APPLICATION, "DAA-1", "SIMRS", owner("Dinas Kesehatan"), saying(R.RUNS_ON, "SRV-1"),
                rto_hours=4, criticality="high",
            ),
            row(
                K.APPLICATION, "DAA-9", "SIMRS", owner(SOCIAL), saying(R.RUNS_ON, "dinkes/server/SRV-1"),
                agency=SOCIAL, at=("s.xlsx", 2), rto_hours=8, criticality="high", description="rumah sakit",
            ),
            row(K.SERVER, "SRV-1", "Satu", at=("v.xlsx", 2)),
            row(K.SERVER, "SRV-2", "Dua", at=("v.xlsx", 3)),
            row(K.SERVICE, "DAL-9", "Rujukan", saying(R.REALIZED_BY, "DAA-9"), agency=SOCIAL,
                at=("l.xlsx", 2)),
        )
    )  # fmt: skip
    return found


def space(desk: Desk) -> Workspace:
    return Workspace(desk.store, desk.metamodel, desk.writer)


def told(desk: Desk, plan: Plan, language: Language = ID) -> list[edits.Row]:
    names = {key: element.name for key, element in named(desk.store).items()}
    return edits.rows(plan, desk.metamodel, lambda key: names.get(key, key), language)


def shown(store: Store, key: str) -> lookup.Shown:
    return lookup.show(store, lookup.element_for(store, key))


def test_cells_are_told_by_label_with_values_in_words(desk: Desk) -> None:
    given = {"rto_hours": "4,5", "criticality": "low"}
    plan = planned_set(desk.store, desk.metamodel, APP, given, edits.new_edit(space(desk)))
    assert told(desk, plan) == [
        ("SIMRS", "Kekritisan", "Tinggi", "Rendah"),
        ("SIMRS", "RTO (jam)", "4", "4,5"),
    ]
    assert told(desk, plan, EN)[0] == ("SIMRS", "Criticality", "High", "Low")


def test_relations_are_told_with_their_columns_before_and_after(desk: Desk) -> None:
    given = {"group": "app", "need": "any"}
    plan = planned_relation(desk.store, desk.metamodel, (APP, "RUNS_ON", "SRV-2"), given, desk.edit())
    label = desk.metamodel.relation(R.RUNS_ON).label.id
    assert told(desk, plan) == [("SIMRS", label, "", "Dua (Grup cadangan: app, Kebutuhan: any)")]
    desk.apply(plan)
    cut = planned_removal(desk.store, desk.metamodel, (APP, "RUNS_ON", "SRV-1"), desk.edit())
    assert told(desk, cut) == [("SIMRS", label, "Satu", "")]


def test_an_edit_is_undone_by_its_load(desk: Desk) -> None:
    before = exactly(desk.store)
    plan = desk.apply(planned_set(desk.store, desk.metamodel, APP, {"name": "Baru"}, desk.edit()))
    desk.apply(edits.undo(space(desk), plan.step.load.id))
    assert exactly(desk.store) == before


def test_each_wrong_field_is_told_and_the_right_ones_are_not(desk: Desk) -> None:
    given = {"name": "", "criticality": "low", "rto_hours": "lama"}
    found = edits.refusals(space(desk), APP, given)
    assert [error.what.id for error in found] == [
        "Nama tidak boleh kosong",
        "“lama” tidak dapat dibaca sebagai RTO (jam)",
    ]


def test_dependents_are_counted_once_each_and_ties_are_not(desk: Desk) -> None:
    assert edits.dependents(shown(desk.store, SERVER), desk.metamodel) == 2
    assert edits.dependents(shown(desk.store, "dinkes/orgunit/dinkes"), desk.metamodel) == 0


def merging(desk: Desk, **taken: str) -> Merging:
    return planned_merge(desk.store, desk.metamodel, [APP, OTHER], taken, desk.edit())


def consequences(desk: Desk) -> list[str]:
    names = {key: element.name for key, element in named(desk.store).items()}
    keep = shown(desk.store, APP)
    said = merge_form.consequences(merging(desk), keep, desk.metamodel, names.__getitem__, EN)
    return [text.en for text in said]


def test_a_merge_is_told_field_by_field_with_what_counts(desk: Desk) -> None:
    lines = {one.property: one for one in merge_form.field_lines(merging(desk), desk.metamodel, ID)}
    assert (lines["rto_hours"].said, lines["rto_hours"].chosen) == (("4", "8"), 0)
    assert (lines["criticality"].said, lines["criticality"].chosen) == (("Tinggi", "Tinggi"), None)
    assert lines["description"].said == ("", "rumah sakit")
    assert not {"key", "code"} & lines.keys()
    other = {
        one.property: one
        for one in merge_form.field_lines(merging(desk, rto_hours=OTHER), desk.metamodel, ID)
    }
    assert other["rto_hours"].chosen == 1


def test_a_merge_tells_what_becomes_of_every_relation(desk: Desk) -> None:
    found = merging(desk)
    fates = {edge.relation: fate for edge, fate in merge_form.relation_fates(found, shown(desk.store, APP))}
    assert fates == {
        R.REALIZED_BY: words.MOVES,
        R.RUNS_ON: words.IS_THERE,
        R.OWNED_BY: words.BECOMES_USE,
    }


def test_a_merge_tells_in_sentences_who_becomes_a_user_and_which_keys_stay(desk: Desk) -> None:
    said = consequences(desk)
    assert said[0].startswith("1 of 3 relations move to SIMRS")
    assert f"The key {OTHER} becomes a former one" in said[1]
    assert said[2] == "Dinas Sosial becomes a user of SIMRS, of which its own element becomes a part."
    assert said[3] == "SIMRS gets properties that it did not have: Description."
    assert len(said) == 4


def test_of_users_that_a_merge_leaves_at_one_number_the_sum_is_told(desk: Desk) -> None:
    desk = replace(desk, metamodel=shipped())
    keys = [f"dinkes/application/U-{at}" for at in (1, 2)]
    desk.load(
        delivery(
            row(K.APPLICATION, "U-1", "Satu", users=50, at=("u.xlsx", 2)),
            row(K.APPLICATION, "U-2", "Satu", users=100, at=("u.xlsx", 3)),
        )
    )
    found = planned_merge(desk.store, desk.metamodel, keys, {}, desk.edit())
    told = merge_form.consequences(found, shown(desk.store, keys[0]), desk.metamodel, str, EN)
    assert [one.en for one in told if "sum" in one.en] == [
        "Number of users: Satu keeps 50; the sum of all is 150. If each of them counts others, set the sum "
        f"after merging: simpul set {keys[0]} users=150"
    ]


@pytest.mark.parametrize("kind", [K.DATA_OBJECT, K.SERVER])
def test_whose_something_was_falls_away_where_such_elements_have_no_users(desk: Desk, kind: K) -> None:
    desk = replace(desk, metamodel=shipped())
    desk.load(
        delivery(
            row(kind, "K-1", "Satu", owner("Dinas Kesehatan"), at=("w.xlsx", 2)),
            row(kind, "K-2", "Satu", owner(SOCIAL), agency=SOCIAL, at=("w.xlsx", 3)),
        )
    )
    keys = [f"{scope}/{kind.lower()}/{code}" for scope, code in (("dinkes", "K-1"), ("dinsos", "K-2"))]
    found = planned_merge(desk.store, desk.metamodel, keys, {}, desk.edit())
    keep = shown(desk.store, keys[0])
    ((_, fate),) = merge_form.relation_fates(found, keep)
    assert (fate, merge_form.FATE_NAMES[fate]) == (words.OWNER_FALLS_AWAY, "dropped")
    names = {key: element.name for key, element in named(desk.store).items()}
    said = merge_form.consequences(found, keep, desk.metamodel, names.__getitem__, EN)
    assert [one.en for one in said if one.en.startswith(SOCIAL)] == [
        words.OWNER_LOST.filled(names=SOCIAL, keep="Satu").en
    ]


def test_a_merge_of_agencies_announces_no_open_reference_where_a_relation_is_there_already(
    desk: Desk,
) -> None:
    health = "Dinas Kesehatan"
    desk.load(
        delivery(
            row(K.APPLICATION, "APL-7", "e-Surat", owner(health), agency=health, at=("x.xlsx", 2)),
            row(K.APPLICATION, "APL-7", "e-Surat", owner(SOCIAL), agency=SOCIAL, at=("x.xlsx", 3)),
            row(
                K.SERVICE, "DAL-7", "Persuratan", saying(R.REALIZED_BY, "dinkes/application/APL-7"),
                saying(R.REALIZED_BY, "dinsos/application/APL-7"), agency=health, at=("x.xlsx", 4),
            ),
        )
    )  # fmt: skip
    keys = ("dinkes/orgunit/dinkes", "dinsos/orgunit/dinsos")
    found = planned_merge(desk.store, desk.metamodel, keys, {}, desk.edit())
    fates = merge_form.relation_fates(found, shown(desk.store, keys[0]))
    assert [fate for edge, fate in fates if edge.relation is R.REALIZED_BY] == [words.IS_THERE]
    assert words.OPENS not in {fate for _, fate in fates}


def test_a_merge_tells_what_ends_what_falls_away_and_what_is_needed_from_then_on(desk: Desk) -> None:
    for key, column in ((APP, "SRV-1"), (OTHER, "SRV-2")):
        ends = (key, "RUNS_ON", f"dinkes/server/{column}")
        desk.apply(planned_relation(desk.store, desk.metamodel, ends, {"group": "g"}, desk.edit()))
    desk.load(delivery(row(K.SERVER, "SRV-3", "Tiga", at=("v.xlsx", 4))))
    for ends in ((APP, "REPLACES", OTHER), (OTHER, "RUNS_ON", "SRV-3")):
        desk.apply(planned_relation(desk.store, desk.metamodel, ends, {}, desk.edit()))
    desk.apply(planned_set(desk.store, desk.metamodel, OTHER, {"valid_to": "2027-06-30"}, desk.edit()))
    said = consequences(desk)
    assert any(one.startswith(f"Valid to 30 Jun 2027 ({OTHER}) is not taken over") for one in said)
    assert "Relations between the merged elements that fall away: 1 (SIMRS replaces SIMRS)." in said
    assert any(one.startswith("SIMRS needs Tiga too") and "If Tiga fails" in one for one in said)
    assert "Groups that both have become one, their members standing in for each other: g." in said
    fates = merge_form.relation_fates(merging(desk), shown(desk.store, APP))
    assert {edge.relation: fate for edge, fate in fates}[R.REPLACES] == words.FALLS_AWAY


def test_a_merge_tells_what_is_needed_in_a_group_from_then_on_and_what_joined_relations_leave(
    desk: Desk,
) -> None:
    spare = {"group": "r", "need": "any"}
    for key, relation, other, columns in (
        (OTHER, "RUNS_ON", SERVER, spare),
        (OTHER, "RUNS_ON", "dinkes/server/SRV-2", spare),
        ("dinsos/service/DAL-9", "REALIZED_BY", APP, {"weight": "3"}),
        ("dinsos/service/DAL-9", "REALIZED_BY", OTHER, {"weight": "4"}),
    ):
        ends = (key, relation, other)
        desk.apply(planned_relation(desk.store, desk.metamodel, ends, columns, desk.edit()))
    said = consequences(desk)
    assert "SIMRS also needs any of Dua (group r), which only the merged needed so far." in said
    (left,) = [one for one in said if "not taken over" in one]
    assert "4 (3 counts)" in left


def test_when_it_ends_is_chosen_or_left_as_the_kept_one_has_it(desk: Desk) -> None:
    desk.apply(planned_set(desk.store, desk.metamodel, OTHER, {"valid_to": "2027-06-30"}, desk.edit()))
    for taken, chosen in (({}, 0), ({"valid_to": OTHER}, 1), ({"valid_to": APP}, 0)):
        lines = merge_form.field_lines(merging(desk, **taken), desk.metamodel, ID)
        (line,) = [one for one in lines if one.property == "valid_to"]
        assert (line.said, line.chosen, merge_form.places(line)) == (("", "30 Jun 2027"), chosen, [0, 1])


def test_a_merge_of_agencies_tells_what_they_bring_along(desk: Desk) -> None:
    desk.load(
        delivery(
            row(K.SERVER, "SRV-1", "Satu", agency=SOCIAL, at=("w.xlsx", 2), rto_hours=2),
            row(K.SERVER, "SRV-2", "Lain", agency=SOCIAL, at=("w.xlsx", 3)),
        )
    )
    keys = ("dinkes/orgunit/dinkes", "dinsos/orgunit/dinsos")
    found = planned_merge(desk.store, desk.metamodel, keys, {}, desk.edit())
    said = [text.en for text in merge_form.joining(found, EN)]
    assert said[0].startswith("The scope dinsos becomes part of dinkes: 3 elements move along")
    assert said[1].startswith("1 element")
    assert said[2].startswith("1 code")
    assert merge_form.twin_rows(found, desk.metamodel, EN) == [
        ("Satu", SERVER, "dinsos/server/SRV-1", ""),
    ]


def test_choices_of_elements_no_longer_merged_do_not_count() -> None:
    assert merge_form.still_taken({"name": OTHER, "url": "gone"}, [APP, OTHER]) == {"name": OTHER}


def test_lineage_names_the_property_the_cell_and_which_counts(desk: Desk) -> None:
    desk.apply(planned_set(desk.store, desk.metamodel, APP, {"rto_hours": "6"}, desk.edit()))
    element = lookup.element_for(desk.store, APP)
    cells = lineage(desk.store, desk.metamodel, element)
    found = lineage_rows.rows(cells, desk.metamodel, element, ID, "rto_hours")
    assert [row[:5] for row in found] == [
        ("RTO (jam)", "✓", "6", "diisi dengan tangan", "penguji"),
        ("RTO (jam)", "", "4", "a.xlsx › Lembar › baris 2", "penguji"),
    ]
    assert len(lineage_rows.rows(cells, desk.metamodel, element, EN)) == len(cells)
    assert "owner" in lineage_rows.told_properties(cells)


def test_what_was_emptied_says_so(desk: Desk) -> None:
    desk.apply(planned_set(desk.store, desk.metamodel, APP, {"rto_hours": ""}, desk.edit()))
    element = lookup.element_for(desk.store, APP)
    first = lineage_rows.rows(
        lineage(desk.store, desk.metamodel, element), desk.metamodel, element, EN, "rto_hours"
    )[0]
    assert first[1:3] == ("✓", "emptied")


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("rto_hours", "RTO (hours)"),
        ("owner", "Owner"),
        ("key", "Key"),
        ("RUNS_ON", "Runs on"),
        ("warna", "warna"),
    ],
)
def test_what_a_cell_speaks_of_is_named(desk: Desk, name: str, label: str) -> None:
    element = lookup.element_for(desk.store, APP)
    assert element.kind is ElementKind.APPLICATION
    assert changes.label_of(shipped(), element.kind, name).en == label
