"""In an overview each row's kind follows from its code, domain, reference code and name."""

from pathlib import Path

from model.kinds import ElementKind as K
from tests.support.books import reading, sheet, told

HEADER = [
    "No Entitas",
    "Domain",
    "Kode Komponen Instansi",
    "Nama Objek",
    "Kode Referensi SIA-SPBE",
    "OPD Pengampu",
]


def test_the_kind_of_each_row(tmp_path: Path) -> None:
    rows = [
        [1, "Bisnis", "DAB-1", "Rujukan", "RAB.04.01.04", "Dinkes"],
        [2, "aplikasi ", "DAA-1", "SIAP", "RAA.02.01", "Dinkes"],
        [3, "Infrastruktur", "DAI-1", "Mesin", "RAI.03.01.01", "Dinkes"],
        [4, "Infrastruktur", "DAI-FK-1", "Kamar", "", "Dinkes"],
        [5, "Keamanan SPBE", "-", "Audit keamanan", "", "Dinkes"],
        [6, "", "", "Data pasien", "RAD.04.01", "Dinkes"],
    ]
    found = reading(sheet(tmp_path, "Matriks", HEADER, *rows))
    kinds = [
        K.BUSINESS_PROCESS,
        K.APPLICATION,
        K.SERVER,
        K.COMPUTING_FACILITY,
        K.SECURITY_AUDIT,
        K.DATA_OBJECT,
    ]
    assert [draft.kind for draft in found.drafts] == kinds
    assert {draft.source for draft in found.drafts} == {"matrix"}
    assert {draft.agency for draft in found.drafts} == {"Dinkes"}


def test_a_reference_code_tells_the_kind_however_it_is_written(tmp_path: Path) -> None:
    rows = [
        [1, "Bisnis", "DAB-1", "Rujukan", "RAB 4.1", "Dinkes"],
        [2, "Aplikasi", "DAA-1", "SIAP", "", "Dinkes"],
        [3, "", "", "Data pasien", "RAD 4.1", "Dinkes"],
        [4, "", "RAK-01", "Rak 1", "", "Dinkes"],
    ]
    found = reading(sheet(tmp_path, "Matriks", HEADER, *rows))
    (untold,) = told(found, "unknown_kind")
    assert untold.place.row == 5
    assert [draft.kind for draft in found.drafts] == [K.BUSINESS_PROCESS, K.APPLICATION, K.DATA_OBJECT]


def test_a_code_outweighs_the_domain_with_a_warning(tmp_path: Path) -> None:
    rows = [
        [1, "Layanan", "DAA-1", "SIAP", "RAA.02.01", "Dinkes"],
        [2, "Layanan", "DAL-1", "Antre", "", "Dinkes"],
    ]
    found = reading(sheet(tmp_path, "Matriks", HEADER, *rows))
    assert [draft.kind for draft in found.drafts] == [K.APPLICATION, K.SERVICE]
    (warned,) = told(found, "domain_and_code_disagree")
    assert (warned.value, warned.place.row, warned.place.column) == ("Layanan", 2, "Domain")


def test_a_row_that_does_not_tell_is_an_error_with_the_domains(tmp_path: Path) -> None:
    rows = [
        [1, "Bisnis", "DAB-1", "Rujukan", "", "Dinkes"],
        [2, "Rumah tangga", "X-1", "Meja", "", "Dinkes"],
        [3, "Data", "DAD-1", "Pasien", "", "Dinkes"],
    ]
    found = reading(sheet(tmp_path, "Matriks", HEADER, *rows))
    (error,) = told(found, "unknown_kind")
    assert (error.value, error.place.row) == ("Rumah tangga", 3)
    assert "Proses Bisnis" in error.fix.id


def test_a_guessed_kind_is_told(tmp_path: Path) -> None:
    rows = [[1, "Keamanan", "DAK-9", "Entah", "", "Dinkes"], [2, "Aplikasi", "DAA-1", "SIAP", "", "Dinkes"]]
    (guessed,) = told(reading(sheet(tmp_path, "Matriks", HEADER, *rows)), "guessed_kind")
    assert (guessed.value, guessed.severity) == ("Keamanan", "warning")
