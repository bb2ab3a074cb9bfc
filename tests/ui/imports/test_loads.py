"""Loads and what one changed, as rows of tables."""

from datetime import datetime

from model.element import Element, Relation
from model.kinds import ElementKind, RelationKind
from model.metamodel.shipped import shipped
from model.record import FileStamp, Load, Mode
from model.text import Language, same
from queries.differing import Dependence, Difference
from queries.loads.plan import ElementChange
from ui.imports import loads, steps


def load(number: int, **given: object) -> Load:
    at = f"2026-11-2{number}T08:00:00+00:00"
    return Load(**{"id": f"l{number}", "at": at, "by": "budi", "mode": Mode.MERGE, **given})  # type: ignore[arg-type]


def element(code: str, **given: object) -> Element:
    return Element(
        uid=code,
        key=f"dinkes/application/{code}",
        kind=ElementKind.APPLICATION,
        name=f"Nama {code}",
        scope="dinkes",
        properties=given,  # type: ignore[arg-type]
    )


A, B = element("A", rto_hours=4), element("B")
FOUND = Difference(
    earlier="",
    later="l1",
    added=(B,),
    changed=(ElementChange(before=A, after=element("A", rto_hours=8)),),
    removed=(element("C"),),
    related=(Relation(id="r", relation=RelationKind.CALLS, source="A", target="B"),),
    unrelated=(),
    names={"A": A.key, "B": B.key},
    begun=(Dependence(A, B),),
    ended=(),
)


def test_loads_are_listed_newest_first_and_by_agency() -> None:
    made = [load(1, scope="dinkes"), load(2, scope="dinsos"), load(3)]
    assert [one.id for one in loads.of_scope(made, "")] == ["l3", "l2", "l1"]
    assert [one.id for one in loads.of_scope(made, "dinkes")] == ["l1"]


def test_a_load_of_many_files_says_how_many_more_there_are() -> None:
    files = tuple(FileStamp(name=f"{n}.xlsx", sha256="") for n in range(5))
    names = {"dinkes": same("Dinkes")}
    (row,) = loads.table_rows([load(1, scope="dinkes", files=files)], {}, names, Language.ID)
    assert row[2:5] == ("Dinkes", "0.xlsx, 1.xlsx, 2.xlsx … (+2)", "tambah dan ubah")
    (exported,) = loads.table_rows([load(1, files=files)], {}, {}, Language.ID, exported=True)
    assert isinstance(exported[0], datetime)
    assert exported[3] == "0.xlsx, 1.xlsx, 2.xlsx, 3.xlsx, 4.xlsx"
    (undone,) = loads.table_rows([load(1, undone=True)], {}, {}, Language.EN)
    assert undone[2] == "several agencies"
    assert undone[-1] == "undone"


def test_a_load_is_called_by_its_files_and_a_step_by_what_was_said() -> None:
    files = (FileStamp(name="dinkes.xlsx", sha256=""),)
    assert steps.title(load(1, files=files), {}).id == "Impor dinkes.xlsx"
    step = load(2, mode=Mode.EDIT)
    said = {"l2": same("Dihentikan: SIMRS")}
    assert steps.title(step, said).id == "Dihentikan: SIMRS"
    assert (steps.what_of(load(1)).id, steps.what_of(step).id) == ("impor", "langkah")
    (row,) = loads.table_rows([step], said, {}, Language.ID)
    assert row[3] == "Dihentikan: SIMRS"


def test_every_changed_cell_has_a_row_with_its_label() -> None:
    rows = loads.element_rows(FOUND, shipped(), Language.ID)
    assert [row[0] for row in rows] == ["baru", "berubah", "hilang"]
    assert rows[1] == ("berubah", "Aplikasi", "Nama A", "RTO (jam)", "4", "8")


def test_relations_and_dependences_name_both_ends() -> None:
    (row,) = loads.relation_rows(FOUND, shipped(), Language.EN)
    assert (row[1], row[3]) == (A.key, B.key)
    assert loads.dependence_rows(FOUND.begun) == [("Nama A", "Nama B", A.key, B.key)]
