"""Whose a delivery is, from what stands around its tables."""

import pytest

from ingest.planning.delivered import agency_named, agency_of, section_agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("DOMAIN PROSES BISNIS DINAS KESEHATAN PROVINSI NUSA REMPAH TAHUN 2026", "DINAS KESEHATAN"),
        ("a_Domain_Proses_Bisnis_Dinkes", "Dinkes"),
        ("aplikasi_dinas_sosial_2025", "DINAS SOSIAL"),
        ("OPD : Biro Umum", "Biro Umum"),
        ("Perangkat Daerah: RSUD Cengkeh Raya", "RSUD Cengkeh Raya"),
        ("DOMAIN LAYANAN SPBE PEMERINTAH PROVINSI NUSA REMPAH", None),
        ("Catatan: kolom diisi oleh OPD", None),
        ("Gabungan Dinkes dan BKD", None),
    ],
)
def test_a_text_names_one_agency_or_none(text: str, agency: str | None) -> None:
    assert agency_named(text) == agency


def test_the_first_text_that_tells_decides() -> None:
    assert agency_of(["DAFTAR APLIKASI", "Dinas Sosial", "Dinkes"]) == "Dinas Sosial"


def test_a_section_may_be_about_something_else() -> None:
    assert section_agency("B. BADAN KEPEGAWAIAN DAERAH") == "BADAN KEPEGAWAIAN DAERAH"
    assert section_agency("I. Urusan wajib") is None
