"""Completeness of infrastructure links as people read it: a sentence, rows, sheets, CSV."""

import csv
import io
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from model.faults import Place
from model.kinds import ElementKind, RelationKind
from model.metamodel.shipped import shipped
from model.text import Language
from queries.resilience.completeness import Completion, completion
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.support.graphs import TODAY, element_table, relation_table
from tests.support.reference_evaluator import Link, Thing
from ui import places
from ui.components.workbook import csv_text
from ui.impact.unknown import missing_words
from ui.weak import completing

EN = Language.EN
KINDS = {"opd": "OrgUnit", "s": "Service", "a1": "Application", "a2": "Application", "n": "Server"}
LINKS = [
    *(Link(uid, "OWNED_BY", "opd") for uid in ("s", "a1", "a2")),
    Link("s", "REALIZED_BY", "a1"),
    Link("a2", "RUNS_ON", "n"),
]


@pytest.fixture(scope="module")
def whole() -> Snapshot:
    elements = element_table(
        [Thing(uid) for uid in sorted(KINDS)],
        kind=[KINDS[uid] for uid in sorted(KINDS)],
        key=[f"dinkes/{KINDS[uid].lower()}/{uid}" for uid in sorted(KINDS)],
        name=["=1+1" if uid == "opd" else f"Nama {uid}" for uid in sorted(KINDS)],
    )
    return compile_snapshot(shipped(), elements, relation_table(LINKS), 1)


@pytest.fixture(scope="module")
def found(whole: Snapshot) -> Completion:
    return completion(whole, TODAY)


def test_the_sentence_says_how_much_is_filled_and_what_that_leaves_open(found: Completion) -> None:
    assert completing.sentence(found, {}, EN) == (
        "**1** of 3 infrastructure links are known (33%). Because the other 2 are not (2 empty), the answers "
        "about **1** of 1 services and processes are unknown."
    )


@pytest.mark.parametrize("language", Language)
def test_without_services_the_sentence_is_about_applications(found: Completion, language: Language) -> None:
    said = completing.sentence(replace(found, of_services=False), {}, language)
    assert {"id": "aplikasi belum pasti", "en": "applications are unknown"}[language.value] in said


def test_a_share_is_never_said_to_be_whole_while_something_lacks() -> None:
    assert completing.percent(9_999, 10_000) == 99
    assert completing.percent(10_000, 10_000) == completing.percent(0, 0) == 100


def test_a_row_says_which_kinds_lack_what(whole: Snapshot, found: Completion) -> None:
    rows = [completing.row(whole, one, EN) for one in found.agencies]
    assert rows == [
        ("=1+1", 50, 1, 2, 1, "1 Application (runs on)"),
        ("(no agency)", 0, 0, 1, 0, "1 Server (located in)"),
    ]
    assert [completing.scope(whole, one) for one in found.agencies] == ["dinkes", None]


def test_each_gap_names_its_cell_and_leads_to_the_form_that_fills_it(
    whole: Snapshot, found: Completion
) -> None:
    (gap,) = found.agencies[0].gaps
    cell = Place(file="dinkes.xlsx", sheet="Aplikasi", row=7, column="Server")
    ((name, kind, missing, place, link),) = completing.gap_rows(whole, [gap], {gap: cell}, {}, EN)
    assert (name, kind, place) == ("Nama a1", "Application", "dinkes.xlsx › Aplikasi › row 7 › Server")
    assert missing == "Runs on: Server, Cloud service"
    assert urlsplit(link).path == places.EXPLORE
    view = parse_qs(urlsplit(link).query)
    assert (view["el"], view["do"], view["lang"]) == (["dinkes/application/a1"], ["relate"], ["en"])


def test_the_sheets_have_every_agency_and_every_gap_and_csv_holds_no_formula(
    whole: Snapshot, found: Completion
) -> None:
    agencies, gaps = completing.sheets(whole, found, {}, {}, EN)
    assert len(agencies.rows) == 2
    assert [row[-1] for row in gaps.rows] == ["dinkes/application/a1", "dinkes/server/n"]
    text = csv_text(agencies).decode("utf-8-sig")
    first = list(csv.reader(io.StringIO(text)))[1]
    assert first[:4] == ["'=1+1", "50", "1", "2"]


@pytest.mark.parametrize("language", Language)
def test_a_link_to_what_is_retired_asks_for_a_successor(language: Language) -> None:
    things = [Thing(uid, status="retired" if uid == "n" else "active") for uid in sorted(KINDS)]
    kinds = [KINDS[uid] for uid in sorted(KINDS)]
    retired = compile_snapshot(shipped(), element_table(things, kind=kinds), relation_table(LINKS), 1)
    found = completion(retired, TODAY)
    told = {gap.uid: missing_words(gap, shipped(), {}).in_(language) for gap in found.gaps}
    asked = {
        "id": "Nama n sudah dihentikan; pilih penggantinya",
        "en": "Nama n is retired; choose its successor",
    }
    assert asked[language.value] in told["a2"]
    assert asked[language.value] not in told["a1"]
    names = [name for name, _ in completing.without(retired, found, ElementKind.APPLICATION)]
    assert names == ["Nama a1", "Nama a2"]


@pytest.mark.parametrize(
    ("language", "counted", "asked"),
    [
        (Language.ID, "1 kosong, 1 tertulis tetapi belum terkait", "tertulis “server lama”, belum terkait"),
        (
            Language.EN,
            "1 empty, 1 written but linked to no element",
            "“server lama” is written and linked",
        ),
    ],
)
def test_what_is_written_and_not_linked_is_told_with_its_text_and_is_not_called_empty(
    whole: Snapshot, found: Completion, language: Language, counted: str, asked: str
) -> None:
    written = {("a1", RelationKind.RUNS_ON): ("server lama",)}
    assert counted in completing.sentence(found, written, language)
    told = {gap.uid: missing_words(gap, shipped(), written).in_(language) for gap in found.gaps}
    assert asked in told["a1"]
    _, gaps = completing.sheets(whole, found, {}, written, language)
    assert asked in str(gaps.rows[0])


def test_what_points_at_the_retired_is_counted_apart() -> None:
    things = [Thing(uid, status="retired" if uid == "n" else "active") for uid in sorted(KINDS)]
    kinds = [KINDS[uid] for uid in sorted(KINDS)]
    retired = compile_snapshot(shipped(), element_table(things, kind=kinds), relation_table(LINKS), 1)
    said = completing.sentence(completion(retired, TODAY), {}, EN)
    assert "1 empty, 1 pointing at what is retired" in said
