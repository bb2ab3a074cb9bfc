"""What step 2 of an import shows and takes, without a page."""

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.draft import Reading
from ingest.layout.headers import Headers
from ingest.layout.recognised import Certainty, Recognised
from ingest.reading import read
from model.folding import fold
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from model.record import Act, Load, Mode, Record
from model.text import Language, same
from queries.layouts import KnownLayout
from queries.loads.plan import GraphChange, Plan, Step
from tests.support.books import book, sheet
from tests.support.interface import HOSTILE, delivery
from tests.support.layouts import MEANT, SERVERS, confirmed, known
from ui.imports.recognition import (
    Changed,
    Form,
    Knowing,
    Sign,
    can_be_mapped,
    heading_label,
    is_unclear,
    kind_words,
    mapping_words,
    meaning_labels,
    ordered,
    outcome_words,
    scopes_of_sheets,
    sign_of,
    values_words,
    whose_words,
)
from ui.phrases import mapping as words

KNOWING = Knowing(Headers(shipped()), frozenset({fold("Dinas Kesehatan")}))
APPS = (("Kode Aplikasi", "Nama Aplikasi"), ("A-1", "SIAP"), ("A-2", "Beta"))


def seen(path: Path, *layouts: KnownLayout) -> Recognised:
    (found,) = read([path], shipped(), known=layouts).sheets
    return found


@pytest.fixture
def servers(tmp_path: Path) -> Recognised:
    return seen(sheet(tmp_path, "Sheet1", *SERVERS))


def form(one: Recognised, **changed: object) -> Form:
    return Form(one, Changed(**changed), KNOWING)  # type: ignore[arg-type]


def meant(one: Form) -> dict[str, str]:
    return {line.column.key: line.word for line in one.lines}


def test_an_unknown_list_is_proposed_as_the_likeliest_kind_with_its_columns(servers: Recognised) -> None:
    found = form(servers)
    assert sign_of(servers) is Sign.CHECK
    assert found.kind is ElementKind.SERVER
    assert found.likely[0].reasons
    assert meant(found) == MEANT
    assert not found.is_changed
    assert found.faults() == []


def test_nothing_is_loaded_until_it_is_confirmed(tmp_path: Path) -> None:
    path = sheet(tmp_path, "Sheet1", *SERVERS)
    assert read([path], shipped()).drafts == ()
    said = form(seen(path), columns={"alamatjaringan": "ip_address"}).confirmed()
    found = read([path], shipped(), known=[known(said)])
    assert [draft.values["ip_address"] for draft in found.drafts] == ["10.1.1.1", "10.1.1.2", "10.1.1.3"]


def test_what_is_changed_by_hand_is_seen_and_can_be_taken_back(servers: Recognised) -> None:
    found = form(servers, columns={"inti": "-"})
    (line,) = [line for line in found.lines if line.changed]
    assert (line.word, line.proposed, line.certainty) == ("-", "*", Certainty.CONFIRMED)
    assert found.is_changed
    assert Changed.noted(found.changed.note()) == found.changed
    assert not form(servers).is_changed


@pytest.mark.parametrize("note", [None, [], "x", {"kind": 3, "rows": [], "columns": "x"}])
def test_a_note_that_is_broken_is_none(note: object) -> None:
    assert Changed.noted(note) == Changed()


def test_another_kind_proposes_its_own_columns_and_drops_meanings_it_has_not(servers: Recognised) -> None:
    found = form(servers, kind="Application", columns={"memori": "memory", "inti": "-"})
    assert found.kind is ElementKind.APPLICATION
    assert meant(found)["inti"] == "-"
    assert meant(found)["memori"] != "memory"


def test_a_sheet_can_be_left_out_and_nothing_else_is_asked(servers: Recognised) -> None:
    found = form(servers, kind="")
    assert (found.lines, found.faults(), found.is_changed) == ([], [], True)
    said = found.confirmed()
    assert said.kind is None
    assert said.layout == form(servers).confirmed().layout


def test_where_no_kind_is_likely_a_person_chooses_first(tmp_path: Path) -> None:
    one = seen(sheet(tmp_path, "Sheet1", ("Aa", "Bb", "Cc"), ("x", "y", "z"), ("u", "v", "w")))
    assert form(one).faults() == [words.CHOOSE_KIND]
    assert form(one, kind="").faults() == []
    assert form(one, kind="Server").kind is ElementKind.SERVER


def test_a_nearly_known_layout_never_proposes_one_property_twice(tmp_path: Path) -> None:
    rows = [(*SERVERS[0], "RAM"), *((*row, "8 GB") for row in SERVERS[1:])]
    found = form(seen(sheet(tmp_path, "Sheet1", *rows), known(confirmed())))
    assert (meant(found)["memori"], meant(found)["ram"]) == ("memory", "*")
    assert found.faults() == []


def test_without_a_name_or_with_one_property_twice_it_cannot_be_used(servers: Recognised) -> None:
    nothing = dict.fromkeys(MEANT, "-")
    assert form(servers, columns=nothing).faults() == [words.NEEDS_NAME]
    (fault,) = form(servers, columns={"inti": "memory", "alamatjaringan": "-"}).faults()
    assert "Inti, Memori" in fault.en


def test_another_row_can_be_the_header(tmp_path: Path) -> None:
    rows = [("Mesin", "Hal", "Isi"), ("Nama Mesin", "Memori", "Inti"), ("a", "8 GB", "x"), ("b", "4 GB", "y")]
    one = seen(sheet(tmp_path, "Sheet1", *rows))
    found = form(one, kind="Server", rows="2")
    assert [line.column.header for line in found.lines] == ["Nama Mesin", "Memori", "Inti"]
    assert found.confirmed().row == 2
    assert "Nama Mesin | Memori" in heading_label(found.heading).id


def test_a_nearly_known_layout_proposes_its_mapping_and_asks(tmp_path: Path) -> None:
    rows = [(*SERVERS[0], "Rak"), *((*row, "R1") for row in SERVERS[1:])]
    one = seen(sheet(tmp_path, "Sheet1", *rows), known(confirmed()))
    found = form(one)
    assert sign_of(one) is Sign.CHECK
    assert found.kind is ElementKind.SERVER
    assert meant(found) == {**MEANT, "rak": "*"}
    assert not found.is_changed


def test_a_known_layout_is_recognised_and_tells_who_said_so(tmp_path: Path) -> None:
    one = seen(sheet(tmp_path, "Sheet1", *SERVERS), replace(known(confirmed()), before=(("Siti", "2026"),)))
    assert sign_of(one) is Sign.RECOGNISED
    assert meant(form(one)) == MEANT
    assert one.known is not None
    said = mapping_words(one.known, Language.ID)
    assert "nomor 1 dari Budi, 22 Nov 2026" in said and "Siti" in said


def test_a_mapping_that_names_what_is_gone_is_to_be_checked(tmp_path: Path) -> None:
    path = sheet(tmp_path, "Sheet1", *SERVERS)
    found = read([path], shipped(), known=[known(confirmed(columns={**MEANT, "sistem": "sifat_lama"}))])
    ((sign, one),) = ordered(found.sheets, found.findings)
    assert sign is Sign.CHECK
    assert meant(form(one))["sistem"] == "*"


def whole(tmp_path: Path) -> Reading:
    pages = {"Aplikasi": APPS, "Petunjuk": [["Isi semua"]], "Sheet3": SERVERS, "Kosong": []}
    return read([book(tmp_path / "a.xlsx", pages), delivery(tmp_path / "d")], shipped())


def test_sheets_to_be_checked_come_first(tmp_path: Path) -> None:
    found = whole(tmp_path)
    signs = [sign for sign, _ in ordered(found.sheets, found.findings)]
    check, fine, out = Sign.CHECK, Sign.RECOGNISED, Sign.LEFT_OUT
    assert signs == [check, fine, fine, fine, out, out]


@pytest.mark.parametrize("language", Language)
def test_every_outcome_has_its_words(tmp_path: Path, language: Language) -> None:
    found = [outcome_words(one, shipped(), language) for one in whole(tmp_path).sheets]
    assert all(found)
    assert len(set(found)) == len(found)


def test_the_interchange_is_not_asked_about(tmp_path: Path) -> None:
    assert not any(map(can_be_mapped, read([delivery(tmp_path)], shipped()).sheets))


def test_likely_kinds_stand_first_then_leaving_out_then_all_others(servers: Recognised) -> None:
    found = kind_words(KNOWING.headers, form(servers).likely, Language.EN)
    assert found[:2] == ["Server", ""]
    assert len(found) == len(set(found)) == len(ElementKind)  # all but reference codes, and leaving out


@pytest.mark.parametrize("kind", ElementKind)
@pytest.mark.parametrize("language", Language)
def test_every_meaning_has_a_label_of_its_own(kind: ElementKind, language: Language) -> None:
    labels = meaning_labels(KNOWING.headers, kind)
    shown = [label.in_(language) for label in labels.values()]
    assert list(labels)[:2] == ["-", "*"]
    assert len(set(shown)) == len(shown)


def test_hostile_headers_and_values_are_kept_as_they_are(tmp_path: Path) -> None:
    rows = [("Nama Mesin", *HOSTILE), *(("a", *HOSTILE[::-1]), ("b", *HOSTILE[::-1]))]
    found = form(seen(sheet(tmp_path, "Sheet1", *rows)), kind="Server")
    said = found.confirmed()
    assert set(HOSTILE) < set(said.written.values())
    assert values_words(found.lines[-1].column).startswith("<img")
    again = read([sheet(tmp_path, "Sheet1", *rows)], shipped(), known=[known(said)])
    assert len(again.drafts) == 2


def test_a_cross_table_is_shown_with_both_kinds_and_its_relations(tmp_path: Path) -> None:
    rows = (("Aplikasi \\ Layanan", "Izin", "Aduan"), ("SIAP", "x", ""), ("SIMDA", "x", "x"))
    one = seen(sheet(tmp_path, "Matriks", *rows))
    assert sign_of(one) is Sign.RECOGNISED
    assert not can_be_mapped(one)
    said = outcome_words(one, shipped(), Language.EN)
    assert said == "Cross table Application × Service, 3 relations, header in row 1"


def test_an_unclear_cross_table_asks_to_be_checked_and_may_be_a_list(tmp_path: Path) -> None:
    rows = (("Uraian", "Izin", "Aduan"), ("SIAP", "x", ""), ("SIMDA", "x", "x"))
    one = seen(sheet(tmp_path, "Matriks", *rows))
    assert (sign_of(one), is_unclear(one), can_be_mapped(one)) == (Sign.CHECK, True, True)
    assert "tabel silang" in outcome_words(one, shipped(), Language.ID)
    assert form(one).kind is None


def test_each_sheet_is_shown_with_the_agencies_whose_rows_it_has() -> None:
    head = {"load": "1", "at": "2026-01-01T00:00:00+00:00", "by": "x", "act": Act.ROW, "name": "A"}
    place = {"file": "a.xlsx", "sheet": "Lembar", "kind": ElementKind.APPLICATION}
    said = (("x", "sheet"), ("y", "sheet"), ("x", "sheet"), ("z", "named"))
    rows = [
        Record(
            id=f"{n}", uid=f"{n}", key=f"{scope}/application/{n}", scope=scope, source=source, **head, **place
        )
        for n, (scope, source) in enumerate(said)
    ]
    load = Load(id="1", at="2026-01-01T00:00:00+00:00", by="x", mode=Mode.MERGE)
    plan = Plan(step=Step(load=load, records=tuple(rows)), revision=0, graph=GraphChange())
    found = scopes_of_sheets(plan)
    assert found == {("a.xlsx", "Lembar"): ["x", "y"]}
    names = {"x": same("Dinas Sosial")}
    assert whose_words(["x", "y"], names, Language.ID) == "Dinas Sosial, y"
    assert whose_words(["x", "y", "z"], names, Language.EN) == "Dinas Sosial, y and 1 more"
    assert whose_words([], names, Language.ID) == ""
