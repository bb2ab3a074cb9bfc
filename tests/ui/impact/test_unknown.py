"""What an impact leaves open: the empty cells that could change the answer, the most decisive first."""

from model.availability import State
from model.kinds import ElementKind, RelationKind
from model.text import Language
from queries.impact.certainty import Gap, Uncertain
from tests.support.estate_in_words import estate
from ui.impact import unknown

HOST = Gap(
    uid="u:bkd/application/DAA-1",
    key="bkd/application/DAA-1",
    kind=ElementKind.APPLICATION,
    relation=RelationKind.RUNS_ON,
    to=(ElementKind.SERVER, ElementKind.CLOUD_SERVICE),
)
STORED = Gap(
    uid="u:dinkes/dataobject/DAD-1",
    key="dinkes/dataobject/DAD-1",
    kind=ElementKind.DATA_OBJECT,
    relation=RelationKind.STORED_ON,
    to=(ElementKind.SERVER,),
)


def left_open(key: str, possible: State, *gaps: Gap) -> Uncertain:
    snapshot = estate()
    index = snapshot.with_key(key)
    assert index is not None
    return Uncertain(
        index=index,
        uid=f"u:{key}",
        key=key,
        kind=snapshot.kind(index),
        name=snapshot.elements.name[index],
        state=State.UP,
        possible=possible,
        gaps=gaps,
    )


FOUND = [
    left_open("bkd/application/DAA-1", State.DOWN, HOST),
    left_open("dinkes/service/DAL-1", State.DEGRADED, STORED),
    left_open("dinkes/dataobject/DAD-1", State.DEGRADED, STORED),
]


def test_the_cell_that_leaves_most_open_comes_first() -> None:
    gaps = unknown.open_gaps(FOUND)
    assert [(one.gap, len(one.leaves_open), one.possible) for one in gaps] == [
        (STORED, 2, State.DEGRADED),
        (HOST, 1, State.DOWN),
    ]


def test_a_row_says_whose_cell_is_empty_what_it_would_say_and_where_it_is() -> None:
    gaps = unknown.open_gaps(FOUND)
    rows = unknown.gap_rows(gaps, ["data.xlsx › Data › baris 4", ""], estate(), {}, Language.ID)
    assert rows[0][0] == "Pasien"
    assert rows[0][3:] == (2, "▲ Terganggu", "Rawat jalan, Pasien", "data.xlsx › Data › baris 4")
    assert rows[1][1] == "Badan Kepegawaian Daerah"
    assert rows[1][2].count(",") == 1
    assert len(rows[0]) == len(unknown.gap_headers(Language.EN))


def test_every_element_left_open_has_a_row_with_what_is_known_and_what_could_be() -> None:
    rows = unknown.element_rows(FOUND, estate(), Language.EN)
    assert [row[3] for row in rows] == ["e-Surat", "Rawat jalan", "Pasien"]
    assert rows[0][:2] == ("● Up", "■ Down")
    assert {len(row) for row in rows} == {len(unknown.element_headers(Language.EN))}


def test_the_workbook_lists_them_with_what_is_missing() -> None:
    sheet = unknown.sheet(FOUND, estate(), {}, Language.ID)
    assert sheet.title == "Belum pasti"
    assert sheet.headers[-1] == "Yang belum diketahui"
    assert str(sheet.rows[1][-1]).startswith("dinkes/dataobject/DAD-1 ")
    assert {len(row) for row in sheet.rows} == {len(sheet.headers)}
