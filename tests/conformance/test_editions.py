"""A corrected file under a new name is a later edition of the old one: it closes findings and replaces it."""

from dataclasses import replace
from typing import Any

import pytest

from ingest import reading_rules
from ingest.draft import Draft, Reading
from ingest.planning.leaving_out import SourceRow, Without
from model.faults import Finding, Place
from model.settling import State
from queries.findings import KeptFinding, findings_in, open_findings
from queries.loads.plan import Plan
from queries.loads.undo import planned_undo
from queries.settling import accept
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, exactly, links_of, named, row, rules_of, saying

FIRST = "Data Dinkes.xlsx"
APP = "dinkes/application/DAA-1"


def apps(file: str, *numbers: int, on: str = "SRV-1", header: str = "Nama", **given: Any) -> list[Draft]:
    sent = {"agency": None, "delivery_agency": "Dinas Kesehatan", "columns": {"name": header}, **given}
    return [
        row(K.APPLICATION, f"DAA-{n}", f"Aplikasi {n}", saying(R.RUNS_ON, on), at=(file, n + 1), **sent)
        for n in numbers
    ]


def nameless(file: str, number: int = 9) -> Finding:
    return reading_rules.ROW_WITHOUT_NAME.at(Place(file=file, sheet="Lembar", row=number), value="x")


def odd(store: Store, state: State = State.OPEN) -> list[KeptFinding]:
    """The findings about rows without a name."""
    return [one for one in findings_in(store, state) if one.finding.rule == "row_without_name"]


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store)
    found.load(delivery(*(row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n)) for n in (1, 2))))
    found.load(delivery(*apps(FIRST, 1, 2, 3), findings=[nameless(FIRST), nameless(FIRST, 12)]))
    return found


@pytest.mark.parametrize(
    "name",
    [
        "Data Dinkes rev2 FINAL (1).xlsx",
        "Salinan Data Dinkes 12 Maret 2026.xlsx",
        "kiriman.zip/Data_Dinkes-fix.xlsx",
    ],
)
def test_a_later_edition_closes_what_it_corrects_and_keeps_the_rest(desk: Desk, name: str) -> None:
    before = {one.id for one in odd(desk.store)}
    plan = desk.load(delivery(*apps(name, 1, 2, 3, 4), findings=[nameless(name, 12)]))
    assert "later_edition" in rules_of(plan)
    (left,) = odd(desk.store)
    assert left.id in before
    assert left.finding.place == Place(file=name, sheet="Lembar", row=12)
    desk.apply(planned_undo(desk.store, desk.metamodel, plan.step.load))
    assert {one.id for one in odd(desk.store)} == before
    assert {one.finding.place.file for one in odd(desk.store)} == {FIRST}


def told(store: Store) -> set[tuple[str, str | None, Place]]:
    """What is open, and where it is said to stand."""
    return {(one.id, one.element, one.finding.place) for one in open_findings(store)}


def test_undoing_the_old_edition_that_came_again_leaves_open_what_was_open_before(desk: Desk) -> None:
    old = delivery(*apps(FIRST, 1, 2, 3, on="SRV-9"), findings=[nameless(FIRST)])
    name = "Data Dinkes rev2.xlsx"
    moved = [replace(one, place=replace(one.place, sheet="Baru", row=40)) for one in apps(name, 1, 2, 3)]
    desk.load(old)
    desk.load(delivery(*moved, findings=[nameless(name, 12)]))
    before = told(desk.store)
    plan = desk.load(old)
    assert {"dangling_reference", "near_reference"} & {one.finding.rule for one in open_findings(desk.store)}
    desk.apply(planned_undo(desk.store, desk.metamodel, plan.step.load))
    assert told(desk.store) == before


def stamped(reading: Reading, sha256: str) -> Reading:
    return replace(reading, files=tuple(replace(one, sha256=sha256) for one in reading.files))


def test_an_old_edition_that_comes_again_is_told_to_be_one(desk: Desk) -> None:
    old, new = (
        stamped(delivery(*apps(FIRST, 1, 2, 3)), "a"),
        delivery(*apps("Data Dinkes rev2.xlsx", 1, 2, 3)),
    )
    desk.load(old)
    assert "older_edition" not in rules_of(desk.load(old))
    desk.load(stamped(new, "b"))
    (finding,) = (one for one in desk.load(old).findings if one.rule == "older_edition")
    assert finding.value == "Data Dinkes rev2.xlsx"
    assert finding.place == Place(file=FIRST)


def test_a_name_that_a_later_edition_corrects_is_a_new_name_and_nothing_to_make_agree(desk: Desk) -> None:
    name = "Data Dinkes rev2.xlsx"
    corrected = [replace(one, name=f"{one.name} Terpadu") for one in apps(name, 1)]
    plan = desk.load(delivery(*corrected, *apps(name, 2, 3)))
    assert "one_code_two_names" not in rules_of(plan)
    (finding,) = (one for one in plan.findings if one.rule == "renamed")
    assert "“Aplikasi 1” (DAA-1) is called “Aplikasi 1 Terpadu” now" in finding.message.en


def test_a_row_without_code_under_a_new_name_is_told_as_perhaps_renamed(desk: Desk) -> None:
    def bare(*names: str) -> Reading:
        return delivery(*(row(K.APPLICATION, None, n, at=("Bansos.xlsx", i)) for i, n in enumerate(names, 2)))

    desk.load(bare("SIKS Lokal", "Panti Kita"))
    plan = desk.load(bare("SIKS Daerah", "Panti Kita"))
    (finding,) = (one for one in plan.findings if one.rule == "likely_renamed")
    assert (
        finding.fix.en.count("simpul merge dinkes/application/siksdaerah dinkes/application/sikslokal") == 1
    )
    assert vanished(plan) == []
    again = desk.load(bare("SIKS Daerah", "Panti Kita", "SIKS Desa"))
    assert vanished(again) == []
    assert [one for one in again.findings if one.rule == "likely_renamed"] == [finding]
    assert len(vanished(desk.load(bare("Kas Kecil")))) == 1


def test_what_is_told_again_stands_in_the_file_and_sheet_that_came(desk: Desk) -> None:
    name, theirs = "Data Dinsos rev2.xlsx", {"delivery_agency": "Dinas Sosial"}
    desk.load(delivery(*apps("Data Dinsos.xlsx", 7, 8, **theirs)))
    moved = [replace(one, place=replace(one.place, sheet="Baru")) for one in apps(name, 7, **theirs)]
    plan = desk.load(delivery(*moved))
    told = {one.rule: one.place for one in plan.findings}
    assert (told["reference_elsewhere"].file, told["reference_elsewhere"].sheet) == (name, "Baru")
    assert (told["vanished_rows"].file, told["vanished_rows"].sheet) == (name, "Baru")


def test_what_was_accepted_is_not_asked_again_under_another_name(desk: Desk) -> None:
    accept(desk.store, desk.metamodel, odd(desk.store), "biar", desk.writer)
    name = "Data Dinkes revisi.xlsx"
    plan = desk.load(delivery(*apps(name, 1, 2, 3), findings=[nameless(name)]))
    assert "row_without_name" not in rules_of(plan)
    assert odd(desk.store) == []
    assert len(odd(desk.store, State.ACCEPTED)) == 1
    desk.apply(planned_undo(desk.store, desk.metamodel, plan.step.load))
    assert len(odd(desk.store, State.ACCEPTED)) == 2


def test_an_edition_of_an_edition_is_one_of_the_first_and_so_is_the_first_name_again(desk: Desk) -> None:
    for name in ("Data Dinkes v2.xlsx", "Data Dinkes v3.xlsx"):
        desk.load(delivery(*apps(name, 1, 2, 3), findings=[nameless(name)]))
        assert [one.finding.place.file for one in odd(desk.store)] == [name]
    desk.load(delivery(*apps(FIRST, 1, 2, 3)))
    assert odd(desk.store) == []
    desk.load(delivery(*apps("Data Dinkes v2.xlsx", 1, 2, 3)))
    assert odd(desk.store) == []


def test_a_later_edition_names_the_one_that_came_last_and_an_old_one_is_an_edition_of_nothing(
    desk: Desk,
) -> None:
    names = ("Data Dinkes v2.xlsx", "Data Dinkes v3.xlsx")
    told = []
    for name in (*names, FIRST, names[0], FIRST):
        plan = desk.load(delivery(*apps(name, 1, 2, 3)))
        told.append([one.value for one in plan.findings if one.rule == "later_edition"])
    assert told == [[FIRST], [names[0]], [], [], []]


@pytest.mark.parametrize("name", ["DataDinkes (salinan).xlsx", "Kiriman.xlsx"])
def test_a_file_that_lost_a_sheet_is_an_edition_by_what_it_still_has(store: Store, name: str) -> None:
    desk = Desk(store)
    servers = [
        row(K.SERVER, f"SRV-{n}", f"Server {n}", at=(FIRST, n), delivery_agency="Dinas Kesehatan")
        for n in range(1, 9)
    ]
    desk.load(delivery(*apps(FIRST, 1, 2, 3), *servers))
    plan = desk.load(delivery(*apps(name, 1, 2)))
    assert {"later_edition", "vanished_rows"} <= set(rules_of(plan))


def test_the_same_content_under_any_name_is_a_later_edition(desk: Desk) -> None:
    desk.load(delivery(*apps("tanda.xlsx", 1, 2, 3)))
    assert odd(desk.store) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(apps("Layanan Dinkes.xlsx", 7, 8, 9), id="other elements"),
        pytest.param(apps("Evaluasi.xlsx", 1, 2, 3, header="Nilai"), id="other columns"),
        pytest.param(apps("Data Dinkes 2025.xlsx", 7, 8, 9), id="another year"),
        pytest.param(apps("Usulan.xlsx", 1), id="a part"),
        pytest.param(apps("Semua.xlsx", *range(1, 12)), id="much more"),
    ],
)
def test_another_file_of_the_agency_closes_nothing(desk: Desk, other: list[Draft]) -> None:
    plan = desk.load(delivery(*other))
    assert len(odd(desk.store)) == 2
    assert "later_edition" not in rules_of(plan)


def test_a_file_called_alike_of_another_agency_closes_nothing(desk: Desk) -> None:
    theirs = {"agency": "Dinas Kesehatan", "delivery_agency": "Dinas Sosial"}
    desk.load(delivery(*apps("Data Dinkes rev.xlsx", 1, 2, 3, **theirs)))
    assert len(odd(desk.store)) == 2


def test_a_file_beside_its_copy_is_no_edition_of_it(desk: Desk) -> None:
    copy = "Data Dinkes (1).xlsx"
    both = [*apps(FIRST, 1, 2, 3), *apps(copy, 1, 2, 3)]
    desk.load(delivery(*both, findings=[nameless(FIRST), nameless(copy)]))
    assert "later_edition" not in [one.finding.rule for one in open_findings(desk.store)]


def test_a_file_that_could_not_be_read_is_corrected_by_one_that_can(desk: Desk) -> None:
    locked = reading_rules.PROTECTED_FILE.at(Place(file="Layanan Dinkes.xlsx"))
    other = reading_rules.PROTECTED_FILE.at(Place(file="Layanan Dinkes 2024.xlsx"))
    desk.load(delivery(findings=[locked, other]))
    desk.load(delivery(*apps("Layanan Dinkes fix.xlsx", 7, 8)))
    left = [one.finding.place.file for one in open_findings(desk.store) if one.finding.rule == locked.rule]
    assert left == ["Layanan Dinkes 2024.xlsx"]


def test_a_reference_changed_or_taken_out_under_another_name_replaces_the_old_one(desk: Desk) -> None:
    name = "Data Dinkes rev2.xlsx"
    before = exactly(desk.store)
    plan = desk.load(delivery(*apps(name, 1, 2, 3, on="SRV-2")))
    assert {edge for edge in links_of(desk.store) if edge[1] == "RUNS_ON"} == {
        (f"DAA-{n}", "RUNS_ON", "SRV-2") for n in (1, 2, 3)
    }
    desk.apply(planned_undo(desk.store, desk.metamodel, plan.step.load))
    assert exactly(desk.store) == before


def test_a_replacing_edition_takes_back_only_what_its_own_document_said(desk: Desk) -> None:
    beside = [
        row(K.APPLICATION, "DAA-1", "Aplikasi 1", agency=None, delivery_agency="Dinas Kesehatan",
            at=("Evaluasi.xlsx", 2), columns={"description": "Nilai"}, description="baik")
    ]  # fmt: skip
    desk.load(delivery(*beside))
    bare = [row(K.APPLICATION, f"DAA-{n}", f"Aplikasi {n}", agency=None, delivery_agency="Dinas Kesehatan",
                columns={"name": "Nama"}, at=("Data Dinkes rev.xlsx", n)) for n in (1, 2, 3)]  # fmt: skip
    desk.replace(delivery(*bare))
    assert named(desk.store)[APP].properties["description"] == "baik"
    assert [edge for edge in links_of(desk.store) if edge[1] == "RUNS_ON"] == []


def test_an_unchanged_row_under_another_name_is_confirmed_beside_other_files(desk: Desk) -> None:
    review = [
        row(K.APPLICATION, "DAA-1", "Aplikasi 1", agency=None, delivery_agency="Dinas Kesehatan",
            at=("Evaluasi.xlsx", 2), columns={"rto_hours": "Nilai"}, rto_hours=8)
    ]  # fmt: skip
    desk.load(delivery(*review))
    plan = desk.plan(delivery(*apps("Data Dinkes rev.xlsx", 1, 2, 3)))
    assert plan.step.records == ()
    rows = [one for one in plan.step.confirmed if one.kind is K.APPLICATION]
    assert [one.file for one in rows] == ["Data Dinkes rev.xlsx"] * 3
    assert all("Nilai" not in one.columns.values() for one in rows)


NAMES = (FIRST, "Data Dinkes rev2.xlsx", "Data Dinkes rev3.xlsx")


def edition(name: str, value: int, sheet: str = "Lembar") -> list[Draft]:
    """An edition in which one application runs on the server with a number and is described by it."""
    first, *rest = apps(name, 1, 2, 3)
    said = saying(R.RUNS_ON, f"SRV-{value}")
    place = Place(file=name, sheet=sheet, row=2)
    return [replace(first, values={"description": f"{value}"}, sayings=(said,), place=place), *rest]


@pytest.mark.parametrize("sheets", [("Lembar",) * 4, ("Lembar", "Revisi", "Lembar", "Revisi")])
@pytest.mark.parametrize("values", [(1, 2, 1, 2), (1, 2, 2, 1)])
@pytest.mark.parametrize("order", [(0, 0, 0, 0), (0, 1, 2, 0), (0, 1, 0, 1), (0, 1, 1, 2)])
def test_the_newest_edition_counts_whatever_the_editions_are_called(
    store: Store, order: tuple[int, ...], values: tuple[int, ...], sheets: tuple[str, ...]
) -> None:
    desk = Desk(store)
    desk.load(delivery(*(row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n)) for n in (1, 2))))
    for number, value, sheet in zip(order, values, sheets, strict=False):
        desk.load(delivery(*edition(NAMES[number], value, sheet)))
        assert named(store)[APP].properties["description"] == f"{value}"
        assert {to for who, how, to in links_of(store) if (who, how) == ("DAA-1", "RUNS_ON")} == {
            f"SRV-{value}"
        }


def vanished(plan: Plan) -> list[Finding]:
    return [one for one in plan.findings if one.rule == "vanished_rows"]


@pytest.mark.parametrize("name", [FIRST, "Data Dinkes rev2.xlsx"])
def test_rows_that_a_later_edition_lacks_are_told_in_one_line_until_they_are_retired(
    desk: Desk, name: str
) -> None:
    desk.load(delivery(*apps(FIRST, 1, 2, 3, 4, 5)))
    (finding,) = vanished(desk.load(delivery(*apps(name, 1, 2, 3))))
    assert f"Aplikasi 4 ({APP[:-1]}4); Aplikasi 5 ({APP[:-1]}5)" in finding.message.id
    assert "2 baris" in finding.message.id
    assert vanished(desk.plan(delivery(*apps(name, 1, 2, 3)))) == [finding]
    plan = desk.replace(delivery(*apps(name, 1, 2, 3)), allow_retire=1.0)
    assert (vanished(plan), len(plan.graph.retired)) == ([], 2)
    assert vanished(desk.plan(delivery(*apps(name, 1, 2, 3)))) == []


def test_a_row_is_not_gone_that_another_file_has_or_that_this_one_does_not_cover(desk: Desk) -> None:
    desk.load(delivery(*apps("Usulan.xlsx", 3)))
    assert vanished(desk.plan(delivery(*apps(FIRST, 1, 2)))) == []
    servers = [row(K.SERVER, "SRV-9", "Server 9", at=(FIRST, 2))]
    assert vanished(desk.plan(delivery(*servers))) == []
    theirs = {"delivery_agency": "Dinas Sosial"}
    assert vanished(desk.plan(delivery(*apps(FIRST, 1, 2, **theirs)))) == []
    left = Without(rows=(SourceRow(FIRST, "Lembar", 2),))
    assert vanished(desk.plan(delivery(*apps(FIRST, 1, 2)), without=left)) == []
