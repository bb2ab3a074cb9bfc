"""Whose a delivery is, from what stands around its tables."""

import pytest

from ingest.planning.delivered import (
    agencies_of_file,
    agency_in_name,
    agency_named,
    agency_of,
    section_agency,
)


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
        ("DAFTAR APLIKASI PEMERINTAH KOTA CENGKEH RAYA - RSUD KOTA CENGKEH RAYA", "RSUD"),
        ("RSUD", "RSUD"),
        ("RSUD Kabupaten Pala", "RSUD"),
        ("DATA RSUD dr. A. CENGKEH", "RSUD dr. A. CENGKEH"),
        ("Data aplikasi BKPSDM 2025", "BKPSDM"),
        ("BKPSDM Kota Pala", "BKPSDM"),
        ("BPKPD_Aplikasi_SPBE", "BPKPD"),
        ("Disdagperin (revisi 2)", "Disdagperin"),
        ("PUPR Perkim Aplikasi", "PUPR Perkim"),
        ("SATPOL PP DAMKAR", "SATPOL PP DAMKAR"),
        ("Satpol PP dan Damkar Kab. Pala", "Satpol PP dan Damkar"),
        ("PDAM", "PDAM"),
        ("Perumda Tirta Pala", "Perumda Tirta Pala"),
        ("data aplikasi kec pala indah", "KEC PALA INDAH"),
        ("aplikasi puskesmas pala", "PUSKESMAS PALA"),
        ("diskominfosandi", "DISKOMINFOSANDI"),
        ("Tagihan PDAM", None),
        ("Rujukan RSUD", None),
        ("Data kelurahan dan desa", None),
        ("Kunjungan Puskesmas Rawat Inap", None),
        ("Uji KIR", None),
        ("Usulan DAK dari SIMDA", None),
    ],
)
def test_a_text_names_one_agency_or_none(text: str, agency: str | None) -> None:
    assert agency_named(text) == agency


def test_the_first_text_that_tells_decides() -> None:
    assert agency_of(["DAFTAR APLIKASI", "Dinas Sosial", "Dinkes"]) == "Dinas Sosial"


def test_a_section_may_be_about_something_else() -> None:
    assert section_agency("B. BADAN KEPEGAWAIAN DAERAH") == "BADAN KEPEGAWAIAN DAERAH"
    assert section_agency("I. Urusan wajib") is None


@pytest.mark.parametrize(
    ("name", "agency", "rest"),
    [
        ("Aplikasi Dinas Cengkeh rev2 FINAL (1).xlsx", None, "Cengkeh"),
        ("Data Dinas Kesehatan rev2 FINAL (1).xlsx", "Dinas Kesehatan", ""),
        ("Dinas Kesehatan tanggal 3 Maret.xlsx", "Dinas Kesehatan", ""),
        ("Dinas Pangan dan Kelautan dari Bu Pala.xlsx", "Dinas Pangan dan Kelautan", "dari Bu Pala"),
        ("aplikasi_dinas_sosial_lengkap.xlsx", "DINAS SOSIAL", "LENGKAP"),
        ("Dinas Pala dan Cengkeh lengkap.xlsx", "Dinas Pala dan Cengkeh", "lengkap"),
        ("Dinas Sosial dan lain lain.xlsx", "Dinas Sosial", "dan lain lain"),
        ("Biro Umum.xlsx", "Biro Umum", ""),
        ("Inspektorat.xlsx", "Inspektorat", ""),
        ("Kecamatan Pala Indah rev3.xlsx", "Kecamatan Pala Indah", ""),
        ("RSUD dr. A. Cengkeh oleh Bu Pala.xlsx", "RSUD dr. A. Cengkeh", "oleh Bu Pala"),
        ("Kecamatan Baru.xlsx", "Kecamatan Baru", ""),
        ("BKPSDM lengkap.xlsx", "BKPSDM", ""),
    ],
)
def test_of_a_file_name_only_what_makes_an_agency_is_one(name: str, agency: str | None, rest: str) -> None:
    (text,) = agencies_of_file([name])
    found, left = agency_in_name(text, lambda words: words.lower() == "dinas pala dan cengkeh")
    assert (found, left if agency else "Cengkeh") == (agency, rest)
