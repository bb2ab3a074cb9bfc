"""Tables are recognised however an agency lays them out, and every row is data, told, or rightly left out."""

from pathlib import Path

import pytest

from model.kinds import ElementKind as K
from tests.support.books import book, drafts, reading, said, sheet, told

TITLE = ["DAFTAR APLIKASI DINAS SOSIAL PROVINSI NUSA REMPAH"]
HEADER = ["No", "Kode Aplikasi", "Nama Aplikasi", "Server Aplikasi", "Tipe Lisensi"]


def test_the_header_may_stand_under_titles_with_column_numbers_below(tmp_path: Path) -> None:
    rows = [
        TITLE,
        [],
        ["Tahun 2025"],
        HEADER,
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "DAA-1", "SIKS", "S-1"],
    ]
    found = reading(sheet(tmp_path, "Sheet1", *rows))
    assert [(d.kind, d.code, d.name, d.place.row) for d in found.drafts] == [
        (K.APPLICATION, "DAA-1", "SIKS", 6)
    ]
    assert found.drafts[0].delivery_agency == "DINAS SOSIAL"
    (left,) = told(found, "rows_left_out")
    assert left.message.id == "Baris yang bukan data dilewati: 2 judul, 1 nomor kolom."


def test_a_header_of_two_rows_reads_together(tmp_path: Path) -> None:
    rows = [
        ["No", "Nama Aplikasi", "Infrastruktur", "", "Informasi terkait"],
        ["", "", "Server", "Basis Data", "Uraian"],
        [1, "SIKS", "S-1", "MySQL", "Data terpadu"],
    ]
    (draft,) = drafts(
        book(tmp_path / "a.xlsx", {"Aplikasi": rows}, merged={"Aplikasi": ["A1:A2", "B1:B2", "C1:D1"]})
    )
    assert (draft.name, draft.values["database"], said(draft)["servers"]) == ("SIKS", "MySQL", ["S-1"])


def test_long_headers_with_arrows_and_instructions_are_known(tmp_path: Path) -> None:
    header = [
        "No.",
        "→ Nama Layanan *\n(sesuai SK)",
        "← Proses Bisnis (pisahkan dengan ;)",
        "Metode Layanan : pilih",
    ]
    (draft,) = drafts(sheet(tmp_path, "b", header, [1, "Rujukan", "DAB-1; DAB-2", "Hybrid"]))
    assert draft.kind is K.SERVICE
    assert (said(draft)["processes"], draft.values["service_method"]) == (["DAB-1", "DAB-2"], "Hybrid")


def test_a_misspelt_or_shortened_header_is_read_and_told(tmp_path: Path) -> None:
    found = reading(
        sheet(
            tmp_path,
            "Aplikasi",
            ["Kode App", "Nama Aplikasi", "Tipe Lisesnsi"],
            ["A1", "SIKS", "Open Source"],
        )
    )
    assert found.drafts[0].values["licence"] == "Open Source"
    (near,) = [f for f in told(found, "near_column") if f.value == "Tipe Lisesnsi"]
    assert near.fix.id == "Samakan judul kolom dengan Tipe Lisensi."


@pytest.mark.parametrize(
    "header",
    [
        "Keterangan Fungsi",
        "Uraian Fungsi",
        "Ket. Fungsi",
        "Deskripsi/Fungsi",
        "Fungsi Sistem",
        "Tujuan",
        "Tujuan dan Fungsi",
        "Manfaat",
        "Purpose of the Application",
    ],
)
def test_a_header_of_words_for_a_function_is_one(tmp_path: Path, header: str) -> None:
    (draft,) = drafts(sheet(tmp_path, "Aplikasi", ["Nama Aplikasi", header], ["SIKS", "Bantuan"]))
    assert draft.values == {"function": "Bantuan"}


def test_a_second_header_of_such_words_is_the_description(tmp_path: Path) -> None:
    rows = [["Nama Aplikasi", "Fungsi", "Uraian Fungsi", "Keterangan Status"], ["SIKS", "a", "b", "c"]]
    (draft,) = drafts(sheet(tmp_path, "Aplikasi", *rows))
    assert draft.values == {"function": "a", "description": "b", "keterangan_status": "c"}


def test_a_word_that_heads_a_reference_describes_nothing(tmp_path: Path) -> None:
    (draft,) = drafts(sheet(tmp_path, "API", ["Nama API", "Tujuan"], ["Data warga", "SIKS"]))
    assert "function" not in draft.values


def test_english_headings_are_read_as_indonesian_ones(tmp_path: Path) -> None:
    header = ["Application Code", "Application Name", "Number of Users", "Cost per Year", "License", "Owner"]
    rows = [header, ["E-1", "Mine Permit", "1,250", "IDR 45,000,000", "open source", "Dinas ESDM"]]
    found = reading(sheet(tmp_path, "Applications", *rows))
    (draft,) = found.drafts
    assert (draft.kind, draft.code, draft.name) == (K.APPLICATION, "E-1", "Mine Permit")
    assert draft.values == {"users": 1250, "annual_cost": 45_000_000, "licence": "Open Source"}
    assert not told(found, "unknown_column")


def test_a_sheet_named_by_its_kind_is_not_told_to_be_named_so(tmp_path: Path) -> None:
    rows = [["Merek", "Warna", "Bobot"], ["a", "b", "c"], ["d", "e", "f"]]
    (finding,) = reading(sheet(tmp_path, "Applications", *rows)).findings
    assert (finding.rule, finding.severity) == ("table_without_names", "error")
    assert "“Nama Aplikasi” atau “Kode Aplikasi”" in finding.fix.id
    assert "“Application Name” or “Application Code”" in finding.fix.en


def test_an_unknown_column_keeps_its_unit_in_its_name(tmp_path: Path) -> None:
    rows = [["Nama Aplikasi", "Nilai Kontrak (juta Rp)", "Warna (pilih)"], ["SIKS", 45, "biru"]]
    (draft,) = drafts(sheet(tmp_path, "Aplikasi", *rows))
    assert draft.values == {"nilai_kontrak_juta_rp": "45", "warna": "biru"}


def test_an_unknown_column_is_kept_as_a_property(tmp_path: Path) -> None:
    rows = [["Nama Aplikasi", "Fungsi", "Warna Tema (2025)"], ["SIKS", "x", "biru"], ["SIAP", "y", "hijau"]]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    assert [d.values["warna_tema"] for d in found.drafts] == ["biru", "hijau"]
    (unknown,) = told(found, "unknown_column")
    assert (unknown.place.column, unknown.place.row, unknown.severity) == ("Warna Tema (2025)", None, "info")


def test_section_rows_give_the_agency_of_the_rows_below(tmp_path: Path) -> None:
    rows = [
        HEADER,
        ["A. DINAS KESEHATAN"],
        [1, "DAA-1", "Satu", "S"],
        ["II", "", "BADAN PENDAPATAN DAERAH"],
        [1, "DAA-1", "Dua", "S"],
    ]
    found = drafts(sheet(tmp_path, "Aplikasi", *rows))
    assert [d.agency for d in found] == ["DINAS KESEHATAN", "BADAN PENDAPATAN DAERAH"]
    assert [said(d)["owner"] for d in found] == [["DINAS KESEHATAN"], ["BADAN PENDAPATAN DAERAH"]]


def test_an_empty_form_with_a_note_describes_nothing(tmp_path: Path) -> None:
    found = reading(
        sheet(tmp_path, "Aplikasi", ["Nama Aplikasi", "Fungsi", "OPD"], ["Keterangan: diisi sesuai keadaan"])
    )
    assert not found.drafts
    (left,) = told(found, "rows_left_out")
    assert "1 catatan" in left.message.id


def test_totals_footnotes_signatures_and_prepared_rows_are_no_data(tmp_path: Path) -> None:
    rows = [
        HEADER,
        [1, "DAA-1", "Satu", "S-1", "Open Source"],
        [2, "DAA-2", "Dua", "S-1", "Open Source"],
        [3],
        [4],
        ["Jumlah", "", "2 aplikasi"],
        HEADER,
        [5, "DAA-3", "Tiga", "S-1", "Open Source"],
        ["*) sementara"],
        [],
        ["", "", "Kepala Dinas Sosial"],
        ["", "", "Ahmad, S.Kom"],
        ["", "", "", "NIP. 19700101 199001 1 001"],
    ]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    assert [draft.code for draft in found.drafts] == ["DAA-1", "DAA-2", "DAA-3"]
    assert told(found, "row_without_name") == []
    (left,) = told(found, "rows_left_out")
    assert "1 jumlah" in left.message.id and "1 judul kolom berulang" in left.message.id


def test_a_row_with_content_but_without_name_is_an_error_with_what_it_says(tmp_path: Path) -> None:
    rows = [HEADER, [1, "DAA-1", "Satu", "S-1", "Open Source"], [2, "-", "", "S-2", "Proprietary"]]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    (error,) = told(found, "row_without_name")
    assert (error.place.row, error.value, error.fix.id) == (
        3,
        "2 | - | S-2 | Proprietary",
        "Isi nama atau kodenya.",
    )


def test_a_list_of_names_alone_is_all_data(tmp_path: Path) -> None:
    found = drafts(
        sheet(tmp_path, "Aplikasi", ["Nama Aplikasi", "Keterangan"], ["SIKS", "lama"], ["SIAP"], ["SIGAP"])
    )
    assert [draft.name for draft in found] == ["SIKS", "SIAP", "SIGAP"]


def test_merged_cells_hold_for_every_row_of_their_block(tmp_path: Path) -> None:
    rows = [
        ["No", "ID Data", "Nama Data", "Produsen Data"],
        [1, "DAD-1", "Satu", "Dinkes"],
        [2, "DAD-2", "Dua", ""],
        [3, "DAD-3", "Tiga", ""],
    ]
    found = reading(book(tmp_path / "c.xlsx", {"Data": rows}, merged={"Data": ["D2:D4"]}))
    assert [draft.agency for draft in found.drafts] == ["Dinkes"] * 3
    assert told(found, "merged_cells")[0].message.en == "Merged cells were filled into 2 rows below."


def test_rows_under_a_merged_name_continue_its_element(tmp_path: Path) -> None:
    rows = [
        ["No", "Nama Aplikasi", "Server Aplikasi", "Tahun"],
        [1, "SIAP", "S-1", 2020],
        ["", "", "S-2", 2021],
    ]
    found = reading(book(tmp_path / "d.xlsx", {"Aplikasi": rows}, merged={"Aplikasi": ["A2:A3", "B2:B3"]}))
    (draft,) = found.drafts
    assert said(draft)["servers"] == ["S-1", "S-2"]
    servers = [one for one in draft.sayings if one.cell == "servers"]
    assert [one.row_of(draft.place.row) for one in servers] == [2, 3]
    (second,) = told(found, "second_value")
    assert (draft.values["year_built"], second.value, second.place.row) == (2020, "2021", 3)


def test_tables_below_each_other_are_each_read_by_their_own_header(tmp_path: Path) -> None:
    rows = [
        ["No", "Nama Aplikasi", "Fungsi"],
        [1, "SIKS", "Data terpadu"],
        [],
        ["DAFTAR SERVER"],
        ["No", "Nama Server", "Kapasitas Memori"],
        [1, "S-1", "32GB"],
        [],
        ["No", "Nama Server", "Kapasitas Memori"],
        [2, "S-2", "64GB"],
    ]
    found = drafts(sheet(tmp_path, "Inventaris", *rows))
    assert [(d.kind, d.name, d.place.row) for d in found] == [
        (K.APPLICATION, "SIKS", 2),
        (K.SERVER, "S-1", 6),
        (K.SERVER, "S-2", 9),
    ]


def test_headers_that_any_kind_may_have_decide_nothing(tmp_path: Path) -> None:
    rows = [
        ["No", "Kode", "Nama", "Keterangan", "OPD"],
        [1, "X1", "Izin", "a", "Dinkes"],
        [2, "X2", "Surat", "b", "BKD"],
    ]
    found = reading(sheet(tmp_path, "Sheet1", *rows))
    assert [finding.rule for finding in found.findings] == ["unknown_sheet"]
    known = [[*row[:1], row[1].replace("X", "DAL-00"), *row[2:]] if row[0] != "No" else row for row in rows]
    assert [d.kind for d in drafts(sheet(tmp_path, "Sheet1", *known))] == [K.SERVICE, K.SERVICE]


@pytest.mark.parametrize(
    "header",
    [
        ["No", "Nama", "Singkatan", "OPD", "Website"],
        ["No", "Nama", "Jenis", "Tahun Ini", "Link"],
    ],
)
def test_words_that_kinds_of_several_domains_use_do_not_tell_the_kind(
    tmp_path: Path, header: list[str]
) -> None:
    found = reading(sheet(tmp_path, "Sheet1", header, [1, "A", "b", "c", "d"], [2, "E", "f", "g", "h"]))
    assert [finding.rule for finding in found.findings] == ["unknown_sheet"]


EVERYDAY = [
    ("Aplikasi", "Nama Aplikasi", "Link", "siap.go.id", "url", "siap.go.id"),
    ("Aplikasi", "Nama Aplikasi", "Alamat Web", "siap.go.id", "url", "siap.go.id"),
    ("Aplikasi", "Nama Aplikasi", "URL/Link", "siap.go.id", "url", "siap.go.id"),
    ("Aplikasi", "Nama Aplikasi", "Deskripsi Singkat", "Surat masuk", "description", "Surat masuk"),
    ("Aplikasi", "Nama Aplikasi", "KET.", "Surat masuk", "description", "Surat masuk"),
    ("Aplikasi", "Nama Aplikasi", "Basis", "Web", "platform", ("Web",)),
    ("Aplikasi", "Nama Aplikasi", "THN", "2020", "year_built", 2020),
    ("Aplikasi", "Nm. Apl", "Thn Pembuatan", "2020", "year_built", 2020),
    ("Aplikasi", "Nama Aplikasi", "Jml Pengguna", 20, "users", 20),
    ("Aplikasi", "Nama Aplikasi", "Mulai Digunakan", "2020-07-01", "valid_from", "2020-07-01"),
    ("Server", "Nama Server", "Tgl. Operasional", "2020-07-01", "valid_from", "2020-07-01"),
    ("Layanan", "Nama Layanan", "Berhenti Digunakan", "2020-07-01", "valid_to", "2020-07-01"),
    ("Layanan", "Nama Layanan", "Penerima Layanan", "Masyarakat", "service_target", ("Masyarakat",)),
    ("Data", "Nama Data/Informasi", "Tingkat Kerahasiaan", "Terbatas", "sensitivity", "Terbatas"),
    ("Server", "Nama VM", "Kapasitas RAM", "32 GB", "memory", 32),
    ("API", "Nama API", "Link API", "api.go.id", "endpoint", "api.go.id"),
]


@pytest.mark.parametrize(("title", "names", "header", "cell", "name", "value"), EVERYDAY)
def test_everyday_headers_are_known_without_a_warning(
    tmp_path: Path, title: str, names: str, header: str, cell: str | int, name: str, value: object
) -> None:
    found = reading(sheet(tmp_path, title, ["No", names, header], [1, "SIAP", cell], [2, "SIKS", cell]))
    assert [(d.name, d.values[name]) for d in found.drafts] == [("SIAP", value), ("SIKS", value)]
    assert not told(found, "unknown_column") and not told(found, "near_column")


def test_a_department_does_not_decide_whose_an_application_is(tmp_path: Path) -> None:
    (draft,) = drafts(
        sheet(tmp_path, "Aplikasi", ["Nama Aplikasi", "Unit Kerja"], ["SIAP", "Bidang Persandian"])
    )
    assert (draft.agency, said(draft)) == (None, {"operator": ["Bidang Persandian"]})


def test_the_header_of_the_names_is_enough_to_tell_the_kind(tmp_path: Path) -> None:
    rows = [[1, "SIAP", "ya"], [2, "SIKS", "-"], [3, "SIGAP", "ya"]]
    found = reading(sheet(tmp_path, "Sheet1", ["NO", "NAMA APLIKASI", "WARNA"], *rows))
    assert [(d.kind, d.name, d.place.row) for d in found.drafts] == [
        (K.APPLICATION, "SIAP", 2),
        (K.APPLICATION, "SIKS", 3),
        (K.APPLICATION, "SIGAP", 4),
    ]
    (by,) = told(found, "recognised_by_name")
    assert (by.severity, by.value) == ("info", "NAMA APLIKASI")
    assert by.message.id == "Lembar ini dibaca sebagai Aplikasi hanya karena judul kolom “NAMA APLIKASI”."
    numbered = reading(sheet(tmp_path, "Sheet1", ["No", "Nama Layanan"], [1, "Rujukan"], [2, "Gizi"]))
    assert [(d.kind, d.name) for d in numbered.drafts] == [(K.SERVICE, "Rujukan"), (K.SERVICE, "Gizi")]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Referensi", [["No", "Nama Data", "Warna"], [1, "Penduduk", "merah"], [2, "Sekolah", "biru"]]),
        ("Sheet1", [["No", "Nama Server", "Unit", "Rak"], [1, "A", 4, 5], [2, "B", 6, 3], [3, "C", 7, 1]]),
        ("Sheet1", [["Nama Aplikasi", "isi", "SIAP"], ["Fungsi", "isi", "x"], ["Warna", "isi", "y"]]),
        (
            "Sheet1",
            [["No", "Nama Aplikasi", "Nama Pusat Data", "Rak"], [1, "SIAP", "A", "1"], [2, "B", "C", "2"]],
        ),
    ],
    ids=["a reference list", "a count", "a form", "names of two kinds"],
)
def test_the_header_of_the_names_tells_nothing_of(
    tmp_path: Path, title: str, rows: list[list[object]]
) -> None:
    found = reading(sheet(tmp_path, title, *rows))
    assert found.drafts == ()
    assert not told(found, "recognised_by_name")


def test_a_hidden_sheet_is_read_and_told(tmp_path: Path) -> None:
    rows = [HEADER, [1, "DAA-1", "Satu", "S-1", "Open Source"]]
    found = reading(book(tmp_path / "e.xlsx", {"Petunjuk": [["Isi"]], "Aplikasi": rows}, hidden=["Aplikasi"]))
    assert len(found.drafts) == 1
    assert told(found, "hidden_sheet")[0].place.sheet == "Aplikasi"


@pytest.mark.parametrize(
    ("title", "rows", "rule"),
    [
        (
            "Rekap",
            [["No", "OPD", "Jumlah Aplikasi"], [1, "Dinkes", 4], [2, "BKD", 6], ["Total", "", 10]],
            "summary_sheet",
        ),
        ("Sheet2", [["Row Labels", "Count of ID"], ["Dinkes", 4], ["BKD", 6]], "summary_sheet"),
        ("Daftar", [["Metode Layanan"], ["Elektronik"], ["Hybrid"], ["Tatap muka"]], "list_of_choices"),
        ("Petunjuk", [["Isi semua kolom"], ["Jangan diubah"]], "sheet_without_table"),
    ],
)
def test_a_sheet_that_lists_no_elements_is_left_out_with_one_word(
    tmp_path: Path, title: str, rows: list[list[object]], rule: str
) -> None:
    found = reading(sheet(tmp_path, title, *rows))
    assert found.drafts == ()
    assert [(f.rule, f.severity) for f in found.findings] == [(rule, "info")]


def test_a_summary_that_repeats_other_sheets_is_left_out(tmp_path: Path) -> None:
    rows = [HEADER, [1, "DAA-1", "Satu", "S-1", "Open Source"]]
    found = reading(book(tmp_path / "f.xlsx", {"Dinkes": rows, "Rekap": rows}))
    assert [(d.place.sheet, d.delivery_agency) for d in found.drafts] == [("Dinkes", "Dinkes")]
    assert told(found, "summary_sheet")[0].place.sheet == "Rekap"


def test_a_table_nobody_knows_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    rows = [["Tujuan", "Nama Pegawai", "Uang Harian"], ["Ternate", "Budi", "a"], ["Tidore", "Siti", "b"]]
    found = reading(sheet(tmp_path, "Perjalanan", *rows))
    (error,) = told(found, "unknown_sheet")
    assert error.severity == "error"
    assert error.message.id == "Lembar ini tidak dikenali; 2 barisnya tidak dimuat."
    assert "--map" in error.fix.id


def test_formulas_without_value_and_errors_are_told_by_column(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "g.xlsx"
    written = xlsxwriter.Workbook(path)
    page = written.add_worksheet("Aplikasi")
    page.write_row(0, 0, ["Nama Aplikasi", "Fungsi", "Tahun"])
    for row in (1, 2):
        page.write_row(row, 0, [f"SIAP {row}"])
        page.write_formula(row, 1, "=A1", value="")
        page.write_formula(row, 2, "=1/0", value="#DIV/0!")
    written.close()
    found = reading(path)
    assert [d.values for d in found.drafts] == [{}, {}]
    (formula,), (error,) = told(found, "formula_without_value"), told(found, "cell_error")
    assert (formula.place.column, formula.count) == ("Fungsi", 2)
    assert (error.place.column, error.count) == ("Tahun", 2)


def test_levels_are_compared_however_their_codes_are_written(tmp_path: Path) -> None:
    header = ["Nama Layanan", "RAL Level 1", "RAL Level 2", "RAL Level 3"]
    rows = [["Satu", "RAL 1", "ral.1.25", "RAL-01-25-04: X"], ["Dua", "RAL 2", "", "RAL.01.25.04"]]
    found = reading(sheet(tmp_path, "Layanan", header, *rows))
    assert [finding.value for finding in told(found, "levels_contradict")] == ["RAL 2"]


def test_a_code_of_another_model_is_told_however_it_is_written(tmp_path: Path) -> None:
    rows = [["Nama Layanan", "Kode RAL"], ["Satu", "RAL 01"], ["Dua", "RAB-04-01: X"], ["Tiga", "RAB 2024"]]
    found = reading(sheet(tmp_path, "Layanan", *rows))
    assert [finding.value for finding in told(found, "code_of_another_model")] == ["RAB-04-01: X"]


def test_levels_of_a_reference_model_say_the_lowest(tmp_path: Path) -> None:
    header = ["Nama Layanan", "RAL Level 1", "RAL Level 2", "RAL Level 3"]
    rows = [
        header,
        ["Satu", "RAL.01", "RAL.01.25", "RAL.01.25.04 X"],
        ["Dua", "RAL.01", "RAL.01.43"],
        ["Tiga", "RAL.02", "", "RAL.01.25.04"],
    ]
    found = reading(sheet(tmp_path, "Layanan", *rows))
    assert [said(d)["ral"] for d in found.drafts] == [["RAL.01.25.04 X"], ["RAL.01.43"], ["RAL.01.25.04"]]
    (contradicts,) = told(found, "levels_contradict")
    assert (contradicts.value, contradicts.place.row, contradicts.place.column) == (
        "RAL.02",
        4,
        "RAL Level 1",
    )


def test_a_status_follows_from_a_value_that_implies_one(tmp_path: Path) -> None:
    header = ["ID Proses Bisnis", "Nama Proses Bisnis", "Status Probis"]
    found = drafts(sheet(tmp_path, "Proses Bisnis", header, ["B1", "Lama", "AS-IS"], ["B2", "Baru", "Baru"]))
    assert [d.values["status"] for d in found] == ["active", "planned"]


def test_the_same_oddity_in_many_cells_is_told_once_with_the_first_places(tmp_path: Path) -> None:
    rows = [["Nama Aplikasi", "Tipe Lisensi"], *([f"A{n}", "Propietary"] for n in range(500))]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    (corrected,) = told(found, "corrected_choice")
    assert corrected.count == 500
    assert corrected.message.id.endswith("Terdapat di 500 sel: baris 2, 3, 4, 5, 6, ….")


def test_cells_that_are_read_otherwise_have_an_example_of_their_own(tmp_path: Path) -> None:
    users = ["12.500", "3 ribu", "2.900", "±15000"]
    rows = [["Nama Aplikasi", "Jumlah Pengguna"], *([f"A{n}", said] for n, said in enumerate(users))]
    converted = told(reading(sheet(tmp_path, "Aplikasi", *rows)), "converted_value")
    assert [(one.message.id, one.rows) for one in converted] == [
        (
            "“12.500” dibaca sebagai 12500 (titik sebagai pemisah ribuan, bukan 12,5)."
            " Begitu pula 1 sel lain di kolom ini: baris 4.",
            (2, 4),
        ),
        ("“3 ribu” dibaca sebagai 3.000. Begitu pula 1 sel lain di kolom ini: baris 5.", (3, 5)),
    ]
