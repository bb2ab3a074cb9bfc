"""Near names are proposed, never linked, and only when they are near enough."""

import pytest

from model.directory import Directory, Entry
from model.kinds import ElementKind
from queries.near import Neighbours

K = ElementKind
NAMES = (
    ("simrs", K.APPLICATION, "DAA-001", "Sistem Informasi Rumah Sakit"),
    ("simda", K.APPLICATION, "DAA-002", "Sistem Informasi Daerah"),
    ("ruang", K.COMPUTING_FACILITY, "FAS-001", "Ruang Server Lantai 2"),
)


@pytest.fixture
def neighbours() -> Neighbours:
    return Neighbours(
        Directory.of(
            Entry(
                uid=uid,
                kind=kind,
                scope="dinkes",
                key=f"dinkes/{kind.value.lower()}/{code}",
                name=name,
                code=code,
            )
            for uid, kind, code, name in NAMES
        )
    )


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Sistim Informasi Rumah Sakit", "simrs"),
        ("R. Server Lt. 2", "ruang"),
        ("DAA-0001", "simrs"),
        ("DAA-01 Rumah Sakit", "simrs"),
    ],
)
def test_a_misspelt_name_or_code_has_its_neighbour_first(
    neighbours: Neighbours, text: str, nearest: str
) -> None:
    assert neighbours.of(text, ())[0] == nearest


def test_a_place_that_names_an_agency_may_be_one_of_its_rooms(neighbours: Neighbours) -> None:
    for uid, kind, name in (
        ("rsud", K.ORG_UNIT, "RSUD Cengkeh Raya"),
        ("kamar", K.COMPUTING_FACILITY, "Kamar Mesin"),
        ("lain", K.APPLICATION, "Antrean"),
    ):
        neighbours.directory.put(Entry(uid=uid, kind=kind, scope="rsud", key=f"rsud/x/{uid}", name=name))
    assert neighbours.of("RSUD sayap timur", (K.COMPUTING_FACILITY,)) == ("kamar",)


def test_what_is_far_from_everything_has_none(neighbours: Neighbours) -> None:
    assert neighbours.of("Mesin absensi sidik jari", ()) == ()


def test_only_kinds_that_may_stand_there_are_proposed(neighbours: Neighbours) -> None:
    assert neighbours.of("Sistim Informasi Rumah Sakit", (K.COMPUTING_FACILITY,)) == ()
