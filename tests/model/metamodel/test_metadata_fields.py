"""Every field of every object of the SPBE metadata has its place in the declaration."""

import csv
import re
from pathlib import Path

import pytest

from model.folding import fold
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from model.metamodel.spec import LinkSpec, PropertySpec, ValueType
from tests.support.headers import meanings

FIELDS = Path(__file__).parents[2] / "data" / "reference" / "metadata_fields.csv"
METAMODEL = shipped()
# Objects of the roadmap: which kind a field of theirs belongs to.
ROADMAP = {
    "Peta Strategi": ElementKind.OBJECTIVE,
    "Arsitektur To-Be": ElementKind.APPLICATION,
    "Katalog Gap": ElementKind.GAP,
    "Peta Rencana": ElementKind.INITIATIVE,
}
SEVEN = (
    "Standar Keamanan",
    "Edukasi Keamanan",
    "Identifikasi Kerentanan",
    "Peningkatan Keamanan",
    "Penanganan Insiden",
    "Audit Keamanan",
    "Kelaikan Keamanan",
)


def _rows() -> list[dict[str, str]]:
    return list(csv.DictReader(FIELDS.read_text(encoding="utf-8").splitlines()))


def _kind(row: dict[str, str]) -> ElementKind:
    kind = ROADMAP.get(row["objek"]) or METAMODEL.kind_named(row["objek"])
    assert kind is not None, row["objek"]
    return kind


def _headers(field: str) -> list[str]:
    """Return the headers a field stands for: "RAL Level 1-3" is three columns."""
    if field == "7 kolom dependensi keamanan":
        return list(SEVEN)
    levels = re.fullmatch(r"(RA[BLD] Level) (\d)-(\d)", field)
    if levels:
        return [f"{levels[1]} {number}" for number in range(int(levels[2]), int(levels[3]) + 1)]
    return [field.removeprefix("<- ").removeprefix("-> ")]


def _declared(row: dict[str, str]) -> list[PropertySpec | LinkSpec]:
    kind = _kind(row)
    wanted = {what for header in _headers(row["field"]) for what in meanings(METAMODEL, kind)[fold(header)]}
    return [
        *(spec for spec in METAMODEL.properties(kind) if spec.name in wanted),
        *(link for link in METAMODEL.links(kind) if f"column {link.name}" in wanted),
    ]


def test_the_list_is_whole() -> None:
    assert len(_rows()) == 176
    assert len({(row["domain"], row["objek"]) for row in _rows()}) == 25


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['objek']}: {row['field']}")
def test_a_field_is_a_property_or_a_column_of_its_kind(row: dict[str, str]) -> None:
    known = meanings(METAMODEL, _kind(row))
    for header in _headers(row["field"]):
        assert fold(header) in known


def test_an_indicator_on_a_row_of_an_objective_brings_its_figures() -> None:
    known = meanings(METAMODEL, ElementKind.OBJECTIVE)
    figures = [known[fold(header)] for header in ("Target", "Realisasi", "Satuan")]
    assert figures == [{"indicator_target"}, {"indicator_actual"}, {"unit"}]


@pytest.mark.parametrize(
    "row",
    [row for row in _rows() if row["relasi_ke"]],
    ids=lambda row: f"{row['objek']}: {row['field']} → {row['relasi_ke']}",
)
def test_a_field_that_refers_to_another_object_is_a_column_of_references(row: dict[str, str]) -> None:
    if (row["objek"], row["field"]) == ("Peta Rencana", "Kegiatan"):
        assert any(link.name == "owner" for link in METAMODEL.links(ElementKind.INITIATIVE))
        return
    assert any(isinstance(spec, LinkSpec) for spec in _declared(row))


@pytest.mark.parametrize(
    "row",
    [
        row
        for row in _rows()
        if "; " in row["nilai_diperbolehkan"]
        and "dipisah" not in row["nilai_diperbolehkan"]
        and not row["nilai_diperbolehkan"].startswith("teks")
    ],
    ids=lambda row: f"{row['objek']}: {row['field']}",
)
def test_every_allowed_value_is_a_choice(row: dict[str, str]) -> None:
    plain = re.sub(r"\s*\((?!DAS|NAS)[^)]*\)|^\d kategori: ", "", row["nilai_diperbolehkan"])
    (spec,) = (one for one in _declared(row) if isinstance(one, PropertySpec))
    if spec.type is ValueType.YES_NO:
        assert plain == "Ya; Tidak"
        return
    values = {choice.value for choice in spec.choices}
    assert {value.strip() for value in plain.split(";")} <= values
