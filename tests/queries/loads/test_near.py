"""Near names are proposed, never linked, and only when they are near enough."""

import pytest

from model.directory import Directory
from model.entry import Entry
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from queries.loads.near import Neighbours

K = ElementKind
NAMES = (
    ("simrs", K.APPLICATION, "DAA-001", "Sistem Informasi Rumah Sakit"),
    ("simda", K.APPLICATION, "DAA-002", "Sistem Informasi Daerah"),
    ("ruang", K.COMPUTING_FACILITY, "FAS-001", "Ruang Server Lantai 2"),
    ("pasien", K.DATA_OBJECT, "DAD-001", "Data pasien"),
    ("informasi", K.SERVICE, "DAL-001", "Informasi"),
    ("pasar", K.SERVICE, "DAL-002", "Pasar"),
    ("ubuntu", K.SERVER, "SRV-20", "Server Ubuntu 20.04"),
)


def entry(uid: str, kind: ElementKind, code: str, name: str, scope: str = "dinkes") -> Entry:
    key = f"{scope}/{kind.value.lower()}/{code}"
    return Entry(uid=uid, kind=kind, scope=scope, key=key, name=name, code=code)


ASKING = entry("asking", K.APPLICATION, "DAA-009", "Harga Pangan")


@pytest.fixture
def neighbours() -> Neighbours:
    return Neighbours(Directory.of((*(entry(*one) for one in NAMES), ASKING)), shipped())


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Sistim Informasi Rumah Sakit", "simrs"),
        ("R. Server Lt. 2", "ruang"),
        ("DAA-0001", "simrs"),
        ("DAA-01 Rumah Sakit", "simrs"),
        ("DAA-O01", "simrs"),
        ("SRV-02", "ubuntu"),  # turned round
        ("data pasen", "pasien"),
    ],
)
def test_a_misspelt_name_or_code_has_its_neighbour_first(
    neighbours: Neighbours, text: str, nearest: str
) -> None:
    assert neighbours.of(text, (), ASKING)[0] == nearest


def test_a_place_that_names_an_agency_may_be_one_of_its_rooms(neighbours: Neighbours) -> None:
    for uid, kind, name in (
        ("rsud", K.ORG_UNIT, "RSUD Cengkeh Raya"),
        ("kamar", K.COMPUTING_FACILITY, "Kamar Mesin"),
        ("lain", K.APPLICATION, "Antrean"),
    ):
        neighbours.directory.put(Entry(uid=uid, kind=kind, scope="rsud", key=f"rsud/x/{uid}", name=name))
    assert neighbours.of("RSUD sayap timur", (K.COMPUTING_FACILITY,), ASKING) == ("kamar",)


def test_what_is_far_from_everything_has_none(neighbours: Neighbours) -> None:
    assert neighbours.of("Mesin absensi sidik jari", (), ASKING) == ()


def test_only_kinds_that_may_stand_there_are_proposed(neighbours: Neighbours) -> None:
    assert neighbours.of("Sistim Informasi Rumah Sakit", (K.COMPUTING_FACILITY,), ASKING) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("data aset", K.DATA_OBJECT),
        ("Informasi publik", K.SERVICE),
        ("Laporan harga di pasar", K.SERVICE),
        ("SRV-3", K.SERVER),
        ("SRV-2", K.SERVER),
        ("Harga pangan", K.APPLICATION),  # itself
    ],
)
def test_words_that_say_nothing_and_other_numbers_make_nothing_near(
    neighbours: Neighbours, text: str, kind: ElementKind
) -> None:
    assert neighbours.of(text, (kind,), ASKING) == ()


def test_a_code_is_near_to_those_of_the_own_agency_first(neighbours: Neighbours) -> None:
    neighbours.directory.put(entry("theirs", K.SERVER, "SRV-0020", "Mesin", scope="dishub"))
    assert neighbours.of("SRV-020", (K.SERVER,), ASKING) == ("ubuntu",)
    theirs = entry("other", K.APPLICATION, "X", "Lain", scope="dishub")
    assert neighbours.of("SRV-020", (K.SERVER,), theirs) == ("theirs",)
