"""The interchange CSV: columns by metamodel name, values exact, what is written is read back."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.draft import Reading
from ingest.estate import cell_text
from ingest.values.formulas import escaped
from model.keys import Key
from model.kinds import ElementKind as K
from model.kinds import RelationKind as R
from model.metamodel.shipped import shipped
from model.metamodel.spec import ValueType
from model.record import Value
from tests.support.books import book, reading, said, told


def table(path: Path, *lines: str) -> Reading:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return reading(path)


def elements(tmp_path: Path, *lines: str) -> Reading:
    return table(tmp_path / "elements.csv", *lines)


def relations(tmp_path: Path, *lines: str) -> Reading:
    return table(tmp_path / "relations.csv", *lines)


def test_an_element_has_its_key_owner_codes_and_values(tmp_path: Path) -> None:
    found = elements(
        tmp_path,
        "key,kind,name,owner,code,reference,status,rto_hours,description",
        "dinkes/application/A-1,Application,SIAP,dinkes/orgunit/dinkes,A-1,RAA.02.01;RAB.04.01,retired,1.5,Lama",
    )
    (draft,) = found.drafts
    assert (draft.kind, draft.key, draft.code, draft.name) == (
        K.APPLICATION,
        "dinkes/application/A-1",
        "A-1",
        "SIAP",
    )
    assert draft.values == {"status": "retired", "rto_hours": 1.5, "description": "Lama"}
    assert said(draft) == {"owner": ["dinkes/orgunit/dinkes"], "raa": ["RAA.02.01"], "rab": ["RAB.04.01"]}
    assert [saying.properties for saying in draft.sayings] == [{}, {"role": "RAA"}, {"role": "RAB"}]
    assert (draft.source, draft.place.sheet, draft.place.row) == ("csv", None, 2)
    assert found.findings == ()


def test_a_key_without_a_slash_is_a_code(tmp_path: Path) -> None:
    (draft,) = elements(tmp_path, "key,kind,name", "A-1,aplikasi,SIAP").drafts
    assert (draft.key, draft.code) == (None, "A-1")


def test_a_code_may_be_a_word_that_names_nobody_in_workbooks(tmp_path: Path) -> None:
    (draft,) = elements(tmp_path, "key,kind,name,owner", "A-1,Application,SIAP,TIM").drafts
    assert said(draft) == {"owner": ["TIM"]}


@pytest.mark.parametrize(
    "kind", ["Server", "server", "Fasilitas Komputasi", "computing_facility", "CloudService", "cloud service"]
)
def test_a_kind_is_known_in_any_writing(tmp_path: Path, kind: str) -> None:
    assert len(elements(tmp_path, "key,kind,name", f"X,{kind},Nama").drafts) == 1


def test_a_kind_nobody_knows_is_an_error_that_offers_the_nearest(tmp_path: Path) -> None:
    found = elements(tmp_path, "key,kind,name", "X,Srver,Nama", "Y,Server,Lain")
    assert [draft.code for draft in found.drafts] == ["Y"]
    (error,) = told(found, "unknown_kind")
    assert (error.place.row, error.place.column, error.fix.en) == (2, "kind", "Use one of: Server.")


def test_a_key_that_is_none_is_an_error_that_shows_a_right_one(tmp_path: Path) -> None:
    found = elements(tmp_path, "key,kind,name", "dinkes/mesin/X,Server,Nama")
    assert found.drafts == ()
    assert "dinkes/dataobject/DAD-001" in told(found, "bad_key")[0].fix.id


def test_markers_are_values_and_clearing_is_said(tmp_path: Path) -> None:
    (draft,) = elements(tmp_path, "key,kind,name,description,function", "X,Server,Nama,-,<kosong>").drafts
    assert draft.values == {"description": "-"}
    assert draft.cleared == ("function",)


def test_a_blank_cell_of_an_element_leaves_what_is_known(tmp_path: Path) -> None:
    (draft,) = elements(tmp_path, "key,kind,name,description,owner", "X,Server,Nama,,").drafts
    assert (draft.values, draft.cleared, draft.emptied) == ({}, (), ())


def test_a_blank_cell_takes_nothing_from_the_row_above(tmp_path: Path) -> None:
    first, second = elements(
        tmp_path,
        "key,kind,name,owner,reference",
        "o/businessprocess/B1,BusinessProcess,Satu,o/orgunit/O,RAB.09.06",
        "p/businessprocess/B2,BusinessProcess,Dua,,",
    ).drafts
    assert said(first) == {"owner": ["o/orgunit/O"], "rab": ["RAB.09.06"]}
    assert said(second) == {}


def test_exactly_one_apostrophe_is_taken_away(tmp_path: Path) -> None:
    (draft,) = elements(tmp_path, "key,kind,name,description", "X,Server,'=1+1,''-tanda").drafts
    assert (draft.name, draft.values["description"]) == ("=1+1", "'-tanda")


def test_broken_characters_are_told_and_left(tmp_path: Path) -> None:
    found = elements(tmp_path, "key,kind,name", "X,Server,CafÃ©")
    assert found.drafts[0].name == "CafÃ©"
    (broken,) = told(found, "broken_characters")
    assert (broken.place.column, broken.fix.en) == ("name", "If so, write “Café” and save the file as UTF-8.")


def test_a_column_of_ones_own_is_kept_and_told_once(tmp_path: Path) -> None:
    found = elements(tmp_path, "key,kind,name,warna", "X,Server,Satu,merah", "Y,Server,Dua,biru")
    assert [draft.values["warna"] for draft in found.drafts] == ["merah", "biru"]
    assert [(f.place.column, f.severity) for f in told(found, "unknown_column")] == [("warna", "info")]


def test_a_relation_has_its_group_and_its_own_columns(tmp_path: Path) -> None:
    found = relations(
        tmp_path,
        "source,relation,target,group,need,loss,weight,effect,environment,valid_to,catatan",
        "a/application/A,runs_on,a/server/S,web,60%,degraded,2,none,dev,2026-12-31,x",
    )
    (draft,) = found.relations
    assert (draft.from_text, draft.relation, draft.to_text) == ("a/application/A", R.RUNS_ON, "a/server/S")
    assert draft.properties == {
        "group": "web",
        "need": "60%",
        "loss": "degraded",
        "weight": 2,
        "effect": "none",
        "environment": "development",
        "valid_to": "2026-12-31",
        "catatan": "x",
    }


def test_every_row_of_parallel_relations_is_kept(tmp_path: Path) -> None:
    found = relations(
        tmp_path, "source,relation,target,group", "A,RUNS_ON,S,x", "A,RUNS_ON,S,y", "A,RUNS_ON,S,y"
    )
    assert [draft.properties["group"] for draft in found.relations] == ["x", "y", "y"]


@pytest.mark.parametrize(
    ("line", "rule", "fix"),
    [
        ("A,RUN_ON,S", "unknown_relation", "Use one of: RUNS_ON."),
        ("A,RUNS_ON,", "relation_without_end", "Fill in source, relation and target."),
    ],
)
def test_a_row_that_states_no_relation_is_an_error(tmp_path: Path, line: str, rule: str, fix: str) -> None:
    found = relations(tmp_path, "source,relation,target", line, "A,RUNS_ON,S")
    assert len(found.relations) == 1
    (error,) = told(found, rule)
    assert (error.severity, error.place.row, error.fix.en) == ("error", 2, fix)


def test_a_need_that_is_none_is_kept_with_a_warning(tmp_path: Path) -> None:
    found = relations(tmp_path, "source,relation,target,need", "A,RUNS_ON,S,beberapa")
    assert found.relations[0].properties["need"] == "beberapa"
    assert told(found, "wrong_need")[0].severity == "warning"


def test_a_sheet_of_relations_in_a_workbook_is_read_in_either_language(tmp_path: Path) -> None:
    rows = [["Sumber", "Hubungan", "Tujuan", "Grup cadangan"], ["DAA-1", "Berjalan di", "DAI-1", "-"]]
    (draft,) = reading(book(tmp_path / "r.xlsx", {"Relasi": rows})).relations
    assert (draft.source, draft.relation, draft.properties) == ("sheet", R.RUNS_ON, {})


def test_in_a_workbook_that_simpul_wrote_a_blank_cell_clears(tmp_path: Path) -> None:
    rows = [["key", "name", "description", "owner", "reference"], ["a/server/S", "Satu", "", "", ""]]
    path = book(tmp_path / "s.xlsx", {"Server": rows, "simpul": [["simpul export 1"]]}, hidden=["simpul"])
    (draft,) = reading(path).drafts
    assert (draft.source, draft.cleared) == ("csv", ("description",))
    assert {"owner", "rai"} <= set(draft.emptied)


PLAIN = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf", "Co", "Cn")),
    min_size=1,
    max_size=12,
).filter(lambda text: text.strip().lower() != "<kosong>" and "/" not in text)
COLUMNS = [spec for spec in shipped().properties(K.SERVER) if spec.name not in ("name", "code", "status")]
VALUES = {
    ValueType.TEXT: PLAIN,
    ValueType.INTEGER: st.integers(0, 10**9),
    ValueType.NUMBER: st.integers(0, 10**9),
    ValueType.MONEY: st.integers(0, 10**12),
    ValueType.CAPACITY: st.floats(0, 1e6, allow_nan=False).map(lambda number: round(number, 3)),
    ValueType.HOURS: st.floats(0, 1e4, allow_nan=False).map(lambda number: round(number, 2)),
    ValueType.PERCENT: st.floats(0, 100, allow_nan=False).map(lambda number: round(number, 4)),
    ValueType.DATE: st.dates(date(1950, 1, 1), date(2100, 1, 1)).map(str),
    ValueType.YES_NO: st.booleans(),
}


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Value]:
    row: dict[str, Value] = {
        "key": str(Key("dinkes", K.SERVER, draw(PLAIN))),
        "kind": "Server",
        "name": draw(PLAIN),
        "status": "active",  # without it, a value such as to_be says it
    }
    for spec in COLUMNS:
        if draw(st.booleans()):
            row[spec.name] = draw(_value(spec.type, tuple(choice.value for choice in spec.choices)))
    return row


def _value(type_: ValueType, choices: tuple[str, ...]) -> st.SearchStrategy[Value]:
    if type_ is ValueType.CHOICE:
        return st.sampled_from(choices)
    if type_ is ValueType.CHOICES:
        return st.lists(st.sampled_from(choices), min_size=1, unique=True).map(tuple)
    return VALUES[type_]


@pytest.mark.whole
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(rows(), min_size=1, max_size=5, unique_by=lambda row: str(row["key"])))
def test_what_is_written_is_read_back(tmp_path: Path, written: list[dict[str, Value]]) -> None:
    path = tmp_path / "elements.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["key", "kind", "name", "status", *(spec.name for spec in COLUMNS)])
        writer.writeheader()
        writer.writerows({name: escaped(cell_text(value)) for name, value in row.items()} for row in written)
    found = reading(path)
    assert {f.rule for f in found.findings if f.severity != "info"} <= {"broken_characters"}
    back = [
        {"key": draft.key, "kind": draft.kind.value, "name": draft.name, **draft.values}
        for draft in found.drafts
    ]
    assert back == written
