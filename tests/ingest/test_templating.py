"""The round trip of a template: what is not edited changes nothing, and only the edits come back."""

from pathlib import Path
from typing import Any

import pytest

from ingest.reading import read
from model.kinds import Status
from model.metamodel.shipped import shipped
from queries import graph, records
from queries.store.store import Store
from tests.support.deliveries import (
    Desk,
    K,
    R,
    delivery,
    emptied,
    exactly,
    links_of,
    named,
    owner,
    row,
    rules_of,
    saying,
    stated,
)
from tests.support.templates import Book, doubts, moved, template

APP, OTHER = "dinkes/application/DAA-1", "dinkes/application/DAA-2"
S1, S2, S3 = (f"dinkes/server/SRV-{n}" for n in (1, 2, 3))


def servers(*texts: str) -> tuple[object, ...]:
    return tuple(saying(R.RUNS_ON, text, "servers") for text in texts)


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store, metamodel=shipped())
    found.load(
        delivery(
            row(K.ORG_UNIT, "dinkes", "Dinas Kesehatan", key="dinkes/orgunit/dinkes", agency=None),
            row(
                K.APPLICATION,
                "DAA-1",
                "SIMRS",
                owner("Dinas Kesehatan"),
                *servers("SRV-1", "SRV-2"),  # type: ignore[arg-type]
                rto_hours=4,
                criticality="high",
                platform=("Web", "lain sendiri"),
                description="=1+1",
                licence="tak dikenal",
            ),
            row(K.APPLICATION, "DAA-2", "SIMPUS", owner("Dinas Kesehatan"), at=("a.xlsx", 3)),
            *(row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n + 1)) for n in (1, 2, 3)),
            relations=[
                stated(APP, R.RUNS_ON, S1, group="web", need="1"),
                stated(APP, R.RUNS_ON, S2, at=("relations.csv", 3), group="web", weight=2),
                stated(APP, R.RUNS_ON, S3, at=("relations.csv", 4), environment="testing"),
                stated(APP, R.RUNS_ON, "mesin lama", at=("relations.csv", 5)),
            ],
        )
    )
    return found


def runs_on(desk: Desk) -> dict[str, list[dict[str, object]]]:
    state = exactly(desk.store)
    found: dict[str, list[dict[str, object]]] = {}
    for relation in state["relations"].values():
        if relation.relation is R.RUNS_ON:
            key = state["elements"][relation.target].key
            found.setdefault(key, []).append(dict(relation.properties))
    return found


@pytest.fixture
def book(desk: Desk, tmp_path: Path) -> Book:
    return template(desk.store, desk.metamodel, tmp_path / "t.xlsx")


def test_a_template_that_was_not_edited_changes_nothing_and_writes_nothing(desk: Desk, book: Book) -> None:
    plan = desk.plan(book.reading())
    assert (moved(plan), doubts(plan)) == ({}, [])
    assert (plan.step.records, plan.step.confirmed) == ((), ())
    assert plan.graph.counts()["elements"]["unchanged"] == 6
    before = exactly(desk.store)
    desk.load(book.edit(lambda _: None).reading())
    assert exactly(desk.store) == before


def test_only_the_edited_value_is_in_the_plan_and_the_template_repeats_it_quietly(
    desk: Desk, book: Book
) -> None:
    plan = desk.load(book.put(K.APPLICATION, APP, rto_hours=8, criticality="Sedang").reading())
    assert (moved(plan), doubts(plan)) == ({("elements", "change"): 1}, [])
    assert [cell[0] for cell in plan.graph.changed[0].cells()] == ["criticality", "rto_hours"]
    assert len(plan.step.records) == 1
    assert moved(desk.load(book.reading())) == {}
    fresh = template(desk.store, desk.metamodel, book.path)
    assert fresh.cell(K.APPLICATION, APP, "rto_hours") == 8
    assert desk.plan(fresh.reading()).step.records == ()


def test_what_is_edited_back_goes_back(desk: Desk, book: Book) -> None:
    before = exactly(desk.store)
    cell = book.cell(K.APPLICATION, APP, "servers")
    desk.load(book.put(K.APPLICATION, APP, rto_hours=8, url="https://x", servers="SRV-2").reading())
    assert exactly(desk.store) != before
    book.put(K.APPLICATION, APP, rto_hours=4, url=None, servers=cell)
    plan = desk.load(book.reading())
    assert "taken_back" in doubts(plan)
    after = exactly(desk.store)
    assert after["elements"] == before["elements"]
    assert {(r.source, r.target) for r in after["relations"].values()} == {
        (r.source, r.target) for r in before["relations"].values()
    }


def test_a_renamed_element_is_the_same_one(desk: Desk, book: Book) -> None:
    plan = desk.load(book.put(K.APPLICATION, APP, name="SIMRS Baru").reading())
    assert (moved(plan), doubts(plan)) == ({("elements", "change"): 1}, [])
    assert (named(desk.store)[APP].name, named(desk.store)[APP].names) == ("SIMRS Baru", ("SIMRS",))


def test_a_reference_taken_out_is_gone_and_the_others_keep_their_properties(desk: Desk, book: Book) -> None:
    shown = book.cell(K.APPLICATION, APP, "servers").split("\n")
    assert shown == ["SRV-1 Server 1", "SRV-2 Server 2", "SRV-3 Server 3", "mesin lama"]
    before = runs_on(desk)
    plan = desk.load(book.put(K.APPLICATION, APP, servers="\n".join(shown[1:])).reading())
    assert moved(plan) == {("relations", "retire"): len(before.pop(S1))}
    assert runs_on(desk) == before
    assert runs_on(desk)[S3] == [{"environment": "testing"}]
    assert [o.text for o in exactly(desk.store)["open"].values()] == ["mesin lama"]
    assert moved(desk.load(book.reading())) == {}
    fresh = template(desk.store, desk.metamodel, book.path)
    assert moved(desk.plan(fresh.reading())) == {}


def test_a_reference_put_in_is_a_relation_more(desk: Desk, book: Book) -> None:
    before = runs_on(desk)
    cell = book.cell(K.APPLICATION, APP, "servers")
    desk.load(book.put(K.APPLICATION, OTHER, servers="srv-1; Server 3").reading())
    assert {S1, S3} <= runs_on(desk).keys()
    assert ("DAA-2", "RUNS_ON", "SRV-1") in links_of(desk.store)
    plan = desk.load(book.put(K.APPLICATION, APP, servers=f"{cell}\nDAI-CLD-9").reading())
    assert moved(plan) == {}
    assert "DAI-CLD-9" in {o.text for o in exactly(desk.store)["open"].values()}
    for key, said in before.items():
        assert all(one in runs_on(desk)[key] for one in said)


def test_what_another_agency_has_is_called_by_code_and_name(desk: Desk, tmp_path: Path) -> None:
    far = row(K.SERVER, "KMF-7", "Server Pusat", agency="Dinas Komunikasi", at=("k.xlsx", 2))
    app = row(K.APPLICATION, "DAA-2", "SIMPUS", owner("Dinas Kesehatan"), *servers("KMF-7"))  # type: ignore[arg-type]
    desk.load(delivery(far, app))
    book = template(desk.store, desk.metamodel, tmp_path / "t.xlsx")
    assert book.cell(K.APPLICATION, OTHER, "servers") == "KMF-7 Server Pusat"
    assert moved(desk.plan(book.reading())) == {}
    plan = desk.plan(book.put(K.APPLICATION, OTHER, servers=None).reading())
    assert moved(plan) == {("relations", "retire"): 1}


def test_an_open_reference_taken_out_is_closed(desk: Desk, book: Book) -> None:
    cell = book.cell(K.APPLICATION, APP, "servers").replace("\nmesin lama", "")
    plan = desk.load(book.put(K.APPLICATION, APP, servers=cell).reading())
    assert (moved(plan), len(plan.graph.references_closed)) == ({}, 1)


def test_the_other_end_of_a_relation_may_take_it_away(desk: Desk, book: Book) -> None:
    plan = desk.load(book.put(K.SERVER, S2, applications=None).reading())
    assert set(moved(plan)) == {("relations", "retire")}
    assert S2 not in runs_on(desk)
    assert S1 in runs_on(desk)


def test_a_blanked_cell_clears_and_a_missing_column_leaves_alone(desk: Desk, book: Book) -> None:
    def drop(book_: object) -> None:
        page = book_[book.title(K.APPLICATION)]  # type: ignore[index]
        page.delete_cols(book.position(K.APPLICATION, "servers"))

    book.put(K.APPLICATION, APP, criticality=None).edit(drop)
    plan = desk.load(book.reading())
    assert (moved(plan), doubts(plan)) == ({("elements", "change"): 1}, [])
    assert "criticality" not in named(desk.store)[APP].properties


def test_a_name_cannot_be_blanked(desk: Desk, book: Book) -> None:
    plan = desk.load(book.put(K.APPLICATION, APP, name=None).reading())
    assert (moved(plan), doubts(plan)) == ({}, ["name_needed"])


def test_a_new_row_is_a_new_element_of_the_agency(desk: Desk, book: Book) -> None:
    plan = desk.load(
        book.put(
            K.APPLICATION, 9, name="SIPADU", code="DAA-9", servers="SRV-1", status="Direncanakan"
        ).reading()
    )
    assert moved(plan) == {("elements", "add"): 1, ("relations", "add"): 2}
    new = named(desk.store)["dinkes/application/DAA-9"]
    assert (new.name, new.status) == ("SIPADU", Status.PLANNED)
    assert ("DAA-9", "OWNED_BY", "dinkes") in links_of(desk.store)
    assert moved(desk.load(book.reading())) == {}


def test_a_deleted_row_stays_unless_the_import_replaces(desk: Desk, book: Book) -> None:
    def drop(book_: object) -> None:
        page = book_[book.title(K.SERVER)]  # type: ignore[index]
        page.delete_rows(4)

    reading = book.edit(drop).reading()
    plan = desk.plan(reading)
    assert (moved(plan), doubts(plan), rules_of(plan)) == ({}, [], ["rows_deleted"])
    plan = desk.replace(reading, allow_retire=0.5)
    assert moved(plan) == {("elements", "retire"): 1}
    assert named(desk.store)[S3].status is Status.RETIRED


def test_a_renamed_sheet_and_translated_headers_are_known(desk: Desk, book: Book) -> None:
    def rename(book_: object) -> None:
        page = book_[book.title(K.APPLICATION)]  # type: ignore[index]
        page.title = "Lembar kita"
        page.cell(1, book.position(K.APPLICATION, "criticality")).value = "Criticality"
        page.insert_rows(1)
        page.cell(1, 1).value = "Daftar aplikasi kami"

    desk_plan = desk.plan(book.edit(rename).reading())
    assert (moved(desk_plan), doubts(desk_plan)) == ({}, [])


def test_what_others_said_meanwhile_stays(desk: Desk, book: Book) -> None:
    again = row(K.APPLICATION, "DAA-1", "SIMRS", owner("Dinas Kesehatan"), *servers("SRV-1"), rto_hours=2)  # type: ignore[arg-type]
    desk.load(delivery(again))
    assert moved(desk.plan(book.reading())) == {}
    plan = desk.load(book.put(K.APPLICATION, APP, rto_hours=1).reading())
    assert doubts(plan) == ["changed_meanwhile"]
    assert named(desk.store)[APP].properties["rto_hours"] == 1


def test_a_repeated_key_is_an_error_with_its_first_row(desk: Desk, book: Book) -> None:
    plan = desk.plan(book.put(K.APPLICATION, 9, key=APP, name="Salinan").reading())
    assert (moved(plan), doubts(plan)) == ({}, ["repeated_key"])


def test_undoing_a_template_gives_back_what_there_was(desk: Desk, book: Book) -> None:
    from queries.loads.undo import planned_undo

    before = exactly(desk.store)
    plan = desk.load(book.put(K.APPLICATION, APP, rto_hours=8, servers="SRV-3").reading())
    desk.apply(planned_undo(desk.store, desk.metamodel, plan.step.load))
    assert exactly(desk.store) == before
    assert records.spoken_of_by(desk.store, ["template"]) == set()
    assert graph.revision(desk.store) == 3


def test_what_was_withdrawn_comes_back_when_its_status_says_so(desk: Desk, tmp_path: Path) -> None:
    desk.replace(delivery(*(row(K.SERVER, f"SRV-{n}", f"Server {n}") for n in (1, 2))), allow_retire=1.0)
    assert named(desk.store)[S3].status is Status.RETIRED
    book = template(desk.store, desk.metamodel, tmp_path / "t.xlsx")
    assert moved(desk.plan(book.reading())) == {}
    desk.load(book.put(K.SERVER, S3, status="Aktif", valid_to=None).reading())
    assert (named(desk.store)[S3].status, "valid_to" in named(desk.store)[S3].properties) == (
        Status.ACTIVE,
        False,
    )


def test_two_copies_of_a_template_are_two_voices_of_one(desk: Desk, book: Book, tmp_path: Path) -> None:
    copy = template(desk.store, desk.metamodel, tmp_path / "two.xlsx")
    copy.put(K.APPLICATION, APP, url="https://x")
    book.put(K.APPLICATION, APP, rto_hours=8)
    plan = desk.load(read([book.path, copy.path], desk.metamodel))
    assert (moved(plan), doubts(plan)) == ({("elements", "change"): 1}, [])
    found = named(desk.store)[APP].properties
    assert (found["url"], found["rto_hours"]) == ("https://x", 8)


def test_an_old_copy_under_another_name_takes_nothing_back(desk: Desk, book: Book, tmp_path: Path) -> None:
    copy = template(desk.store, desk.metamodel, tmp_path / "lama.xlsx")
    desk.load(book.put(K.APPLICATION, APP, rto_hours=8, servers="SRV-2", url="https://x").reading())
    plan = desk.plan(copy.put(K.APPLICATION, APP, function="Rekam medis").reading())
    assert (moved(plan), doubts(plan)) == ({("elements", "change"): 1}, [])
    assert [cell[0] for cell in plan.graph.changed[0].cells()] == ["function"]


def test_a_template_fills_a_store_that_knows_nothing(desk: Desk, book: Book) -> None:
    known = {key: element.properties for key, element in named(desk.store).items()}
    other = Desk(emptied(desk.store), metamodel=desk.metamodel)
    other.load(book.reading())
    found = named(other.store)
    assert {key: found[key].properties for key in known} == known
    assert {S1, S2, S3} <= runs_on(other).keys()
    assert moved(other.load(book.reading())) == {}


def test_a_further_sheet_is_read_as_any_sheet_is(desk: Desk, book: Book) -> None:
    def add(opened: Any) -> None:
        page = opened.create_sheet("Vendor kami")
        page.append(["Nama Penyedia", "Asal Penyedia"])
        page.append(["PT Satu", "Dalam Negeri"])
        page.append(["PT Dua", "Luar Negeri"])

    plan = desk.plan(book.edit(add).reading())
    assert moved(plan) == {("elements", "add"): 2, ("relations", "add"): 2}  # they are the agency's
