"""Whose a delivery is: titles, names of files, scope of the import and owners, and where they disagree."""

from dataclasses import replace
from typing import Any

import pytest

from ingest.draft import Draft, Reading
from model.faults import Finding
from queries.loads.plan import Plan
from queries.store.store import Store
from tests.support.deliveries import Desk, K, delivery, named, row, rules_of

FILE = "Aplikasi.xlsx"


def apps(count: int = 3, **given: Any) -> list[Draft]:
    sent = {"agency": None, **given}
    return [row(K.APPLICATION, f"A-{n}", f"Aplikasi {n}", at=(FILE, n), **sent) for n in range(1, count + 1)]


def called(*names: str, rows: list[Draft] | None = None) -> Reading:
    return replace(delivery(*(rows if rows is not None else apps())), named={FILE: names})


def told(plan: Plan, rule: str) -> list[Finding]:
    return [one for one in plan.findings if one.rule == rule]


@pytest.mark.parametrize("on_record", ["Dinas Pendidikan", "Dinas Pala"])
def test_the_name_of_a_file_renames_no_agency_on_record(store: Store, on_record: str) -> None:
    desk = Desk(store)
    desk.load(delivery(*apps(agency=on_record)))
    before = {key: one.name for key, one in named(store).items()}
    desk.load(called(f"{on_record} dan Kebudayaan dari Bu Cengkeh"))
    assert {key: one.name for key, one in named(store).items()} == before


def test_a_rest_in_the_name_of_a_file_is_told_and_so_is_a_name_that_is_no_agency(store: Store) -> None:
    plan = Desk(store).plan(called("Dinas Sosial dari Bu Cengkeh"))
    (rest,) = told(plan, "rest_of_file_name")
    assert (rest.value, "dari Bu Cengkeh" in rest.message.id) == ("Dinas Sosial", True)
    assert "nama berkas" in told(plan, "new_agency")[0].message.id
    plan = Desk(store).plan(called("Dinas Cengkeh"))
    assert {"unknown_in_file_name", "no_agency"} <= set(rules_of(plan))
    plan = Desk(store).plan(called("Dinas Cengkeh", rows=apps(delivery_agency="Dinas Sosial")))
    assert "unknown_in_file_name" not in rules_of(plan)


def test_the_folder_tells_where_the_name_of_the_file_does_not(store: Store) -> None:
    Desk(store).load(called("Dinas Cengkeh", "Dinas Sosial"))
    assert "dinsos/application/A-1" in named(store)


@pytest.mark.parametrize(
    ("title", "file", "asked", "taken"),
    [
        ("Dinas Pendidikan", "Dinas Kesehatan", None, "disdik"),
        ("Dinas Pendidikan", "Disdik", "dinkes", "dinkes"),
        (None, "Disdik", "dinkes", "dinkes"),
    ],
)
def test_a_title_a_file_name_and_a_scope_that_disagree_are_told_once(
    store: Store, title: str | None, file: str, asked: str | None, taken: str
) -> None:
    desk = Desk(store)
    plan = desk.load(called(file, rows=apps(delivery_agency=title)), scope=asked)
    (finding,) = told(plan, "agency_differs")
    assert finding.value == (title if asked and title else file)
    assert f"{taken}/application/A-1" in named(store)


@pytest.mark.parametrize("file", ["Disdik", "DINAS PENDIDIKAN", "Dinas P"])
def test_other_words_for_one_agency_are_no_disagreement(store: Store, file: str) -> None:
    rows = apps(delivery_agency="Dinas Pendidikan")
    assert "agency_differs" not in rules_of(Desk(store).plan(called(file, rows=rows), scope="disdik"))


@pytest.mark.parametrize(
    ("file", "title"),
    [("RSUD", "RSUD Pala Raya"), ("RSUD Pala Raya", "RSUD"), ("Inspektorat", "Inspektorat Utama")],
)
def test_a_short_form_is_no_disagreement_unless_it_is_an_agency_of_its_own(
    store: Store, file: str, title: str
) -> None:
    desk = Desk(store)
    rows = apps(delivery_agency=title)
    assert "agency_differs" not in rules_of(desk.plan(called(file, rows=rows)))
    desk.load(
        delivery(*(row(K.ORG_UNIT, f"O-{n}", n, at=("opd.xlsx", 2), agency=None) for n in (file, title)))
    )
    assert "agency_differs" in rules_of(desk.plan(called(file, rows=rows)))


def test_rows_of_another_owner_than_the_scope_are_told_in_one_line_but_not_beside_a_title(
    store: Store,
) -> None:
    others = [replace(one, agency="Dinas Sosial") for one in apps(5, delivery_agency="Dinas Pendidikan")]
    own = [replace(one, agency=None) for one in others]
    (finding,) = told(Desk(store).plan(delivery(*own[:3], *others[3:]), scope="disdik"), "agency_differs")
    assert (finding.count, finding.rows, "dinsos" in finding.message.id) == (2, (4, 5), True)
    assert "agency_differs" not in rules_of(Desk(store).plan(delivery(*own[:3], *others[3:])))


@pytest.mark.parametrize(
    ("agencies", "rows", "below"),
    [
        (["Dinas Sosial", None, None, "Dinas Kesehatan", None], (2, 3, 5), True),
        (["Dinas Sosial", None, "Dinas Sosial", "Dinas Kesehatan", None], (2, 5), False),
        ([None, None, "Dinas Sosial", "Dinas Kesehatan"], (1, 2), False),
    ],
)
def test_rows_without_an_agency_are_counted_and_a_column_filled_at_the_first_of_each_group_is_told(
    store: Store, agencies: list[str | None], rows: tuple[int, ...], below: bool
) -> None:
    drafts = [replace(one, agency=whose) for one, whose in zip(apps(len(agencies)), agencies, strict=True)]
    (finding,) = told(Desk(store).plan(delivery(*drafts)), "no_agency")
    assert (finding.count, finding.rows) == (len(rows), rows)
    assert f"{len(rows)} baris: {rows[0]}" in finding.message.id
    assert ("Isi ke bawah" in finding.fix.id) is below


@pytest.mark.parametrize(
    ("reading", "asked", "origin"),
    [
        (delivery(*apps(agency="Dinas Sosial")), None, "isi sel"),
        (delivery(*apps(delivery_agency="Dinas Sosial")), None, "judul lembar"),
        (called("Dinas Sosial"), None, "nama berkas"),
        (delivery(*apps()), "Dinas Sosial", "--scope"),
    ],
)
def test_where_a_new_agency_is_named_is_told(
    store: Store, reading: Reading, asked: str | None, origin: str
) -> None:
    (finding,) = told(Desk(store).plan(reading, scope=asked), "new_agency")
    assert origin in finding.message.id


@pytest.mark.parametrize("acronym_first", [True, False])
def test_an_agency_and_its_acronym_are_one_called_as_it_is_written(store: Store, acronym_first: bool) -> None:
    written, short = "BADAN PENGELOLA KEUANGAN DAN ASET DAERAH", "BPKAD"
    own = delivery(*apps(2, delivery_agency=written), row(K.APPLICATION, "A-9", "Sembilan", agency=short))
    other = delivery(row(K.APPLICATION, "B-1", "Satu", agency=short, at=("b.xlsx", 2)))
    desk = Desk(store)
    for one in (other, own) if acronym_first else (own, other):
        desk.load(one)
    agencies = [(key, one.name) for key, one in named(store).items() if one.kind is K.ORG_UNIT]
    assert agencies == [("bpkad/orgunit/bpkad", "Badan Pengelola Keuangan dan Aset Daerah")]


@pytest.mark.parametrize("asked", ["dsatu", "DSATU", "Dinas Satu"])
def test_the_scope_of_an_import_may_be_an_agency_that_the_delivery_describes(
    store: Store, asked: str
) -> None:
    unit = row(K.ORG_UNIT, "ORG-1", "Dinas Satu", agency=None, abbreviation="DSATU")
    plan = Desk(store).load(delivery(unit, *apps(1)), scope=asked)
    assert sorted(named(store)) == ["dsatu/application/A-1", "dsatu/orgunit/ORG-1"]
    assert {"agency_differs", "new_agency"}.isdisjoint(rules_of(plan))


def test_an_agencys_own_abbreviation_goes_before_a_usual_name_it_is_like(store: Store) -> None:
    unit = row(K.ORG_UNIT, "ORG-1", "Dinas Satu Pintu", agency=None, abbreviation="DXX")
    plan = Desk(store).load(delivery(unit, *apps(1, agency="Dinas Satu Pintu")), scope="dxx")
    assert "dxx/application/A-1" in named(store)
    assert "agency_differs" not in rules_of(plan)


def test_what_names_a_body_of_the_state_makes_no_agency_of_the_region(store: Store) -> None:
    Desk(store).load(delivery(*apps(1, agency="Kemnaker")))
    assert "nasional/application/A-1" in named(store)
