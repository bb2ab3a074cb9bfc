"""Tables in the odd shapes in which agencies send them: nothing lost, nothing taken for something else."""

from pathlib import Path

import pytest

from ingest.files.child import delimiter
from ingest.planning.agencies import Agencies, Called, mentioned_in
from ingest.values.cells import references
from model.directory import Directory
from model.faults import Place
from model.kinds import ElementKind as K
from model.metamodel.shipped import shipped
from tests.support.books import book, drafts, reading, said, sheet, told

HEADER = ["Kode Aplikasi", "Nama Aplikasi", "Tipe Lisensi"]


def test_two_tables_of_one_kind_each_belong_to_the_agency_above_them(tmp_path: Path) -> None:
    rows = [
        ["Dinas Sosial"],
        HEADER,
        ["DAA-1", "SIKS", "Open Source"],
        ["DAA-2", "SIPD", "Open Source"],
        [],
        ["Dinas Perhubungan"],
        HEADER,
        ["DAA-1", "e-Trayek", "Proprietary"],
    ]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    assert [(d.name, d.delivery_agency) for d in found.drafts] == [
        ("SIKS", "Dinas Sosial"),
        ("SIPD", "Dinas Sosial"),
        ("e-Trayek", "Dinas Perhubungan"),
    ]


def test_tables_beside_each_other_are_two(tmp_path: Path) -> None:
    rows = [
        [*HEADER[:2], "", "Kode Server", "Nama Server"],
        ["DAA-1", "SIKS", "", "SRV-1", "Satu"],
        ["DAA-2", "SIPD", "", "SRV-2", "Dua"],
        ["", "", "", "SRV-3", "Tiga"],
    ]
    found = drafts(sheet(tmp_path, "Data", *rows))
    assert [(d.kind, d.code, d.place.row) for d in found] == [
        (K.APPLICATION, "DAA-1", 2),
        (K.APPLICATION, "DAA-2", 3),
        (K.SERVER, "SRV-1", 2),
        (K.SERVER, "SRV-2", 3),
        (K.SERVER, "SRV-3", 4),
    ]


def test_a_blank_column_within_one_table_does_not_part_it(tmp_path: Path) -> None:
    rows = [["Kode Aplikasi", "Nama Aplikasi", "", "Tipe Lisensi"], ["DAA-1", "SIKS", "", "Open Source"]]
    (draft,) = drafts(sheet(tmp_path, "Aplikasi", *rows))
    assert len(draft.values) == 1


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("1. DAL-000 Izin 2. DAL-001 Rujukan", ["DAL-000 Izin", "DAL-001 Rujukan"]),
        ("a. Izin usaha b. Izin trayek", ["Izin usaha", "Izin trayek"]),
        ("(1) Izin (2) Rujukan (3) Cuti", ["Izin", "Rujukan", "Cuti"]),
        ("1) Izin\n2) Rujukan", ["Izin", "Rujukan"]),
        ("Rumah Sakit Tipe B. Lantai 2. Ruang 3", ["Rumah Sakit Tipe B. Lantai 2. Ruang 3"]),
        ("1. Izin 3. Rujukan", ["Izin 3. Rujukan"]),
        ("DAL-1 Layanan v. 2. baru", ["DAL-1 Layanan v. 2. baru"]),
    ],
)
def test_numbered_lists_come_apart_also_on_one_line(cell: str, found: list[str]) -> None:
    assert references(cell, agencies=False) == found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a~b~c\n1~2, 3~4\n5~6~7", "~"),
        ("Kode:Nama:Jam\nA1:Dua:10\nA2:Tiga:11", ":"),
        ("Kode;Jam\nA1;10:30:00\nA2;11:30:00", ";"),
        ("Alamat\nhttp://a.go.id:80/x\nhttp://b.go.id:81/y", ":"),
        ("nama saja\nsatu\ndua", ","),
    ],
)
def test_rare_delimiters_count_only_where_no_usual_one_parts_anything(text: str, wanted: str) -> None:
    assert delimiter(text) == wanted


@pytest.mark.whole
def test_a_thousand_columns_are_read(tmp_path: Path) -> None:
    header = [*HEADER, *(f"Kolom {at}" for at in range(997))]
    rows = [[f"DAA-{n}", f"Aplikasi {n}", "", *(["x"] * 997)] for n in range(20)]
    found = reading(sheet(tmp_path, "Aplikasi", header, *rows))
    assert len(found.drafts) == 20
    assert len(told(found, "unknown_column")) == 997


def test_a_row_of_a_code_with_its_name_is_data_however_little_stands_beside_it(tmp_path: Path) -> None:
    rows = [
        ["Kode Proses", "Nama Proses Bisnis", "RAB Level 3", "Unit Kerja"],
        ["DAB-001", "Proses satu", "RAB.09.06.03", "Dinas Kesehatan"],
        ["DAB-002", "Proses dua", "RAB.09.06.03", "Dinas Kesehatan"],
        ["RAB.09.06.03.01 Penataan", "", "", "Dinas Kesehatan"],
    ]
    found = reading(sheet(tmp_path, "Proses Bisnis", *rows))
    assert [d.place.row for d in found.drafts] == [2, 3, 4]


def test_a_repeated_header_further_down_loses_nothing(tmp_path: Path) -> None:
    rows = [["Aplikasi Dinas Sosial"], HEADER, ["DAA-1", "SIKS", "x"], HEADER, ["DAA-2", "SIPD", "y"]]
    found = reading(sheet(tmp_path, "Lembar", *rows))
    assert [d.code for d in found.drafts] == ["DAA-1", "DAA-2"]


def test_data_may_be_called_total_or_note(tmp_path: Path) -> None:
    rows = [
        ["Nama Data", "Jenis Data"],
        ["Jumlah penduduk miskin", "Statistik"],
        ["Sumber air baku", "Geospasial"],
        ["Total luas hutan", "Statistik"],
        ["Jumlah", "3"],
    ]
    found = reading(sheet(tmp_path, "Data", *rows))
    assert [d.name for d in found.drafts] == [
        "Jumlah penduduk miskin",
        "Sumber air baku",
        "Total luas hutan",
    ]


def test_references_of_several_columns_stay_with_their_table(tmp_path: Path) -> None:
    rows = [
        ["Kode Aplikasi", "Nama Aplikasi", "Server Aplikasi", "", "Kode Data", "Nama Data"],
        ["DAA-1", "SIKS", "1. SRV-1 2. SRV-2", "", "DAD-1", "Keluarga"],
    ]
    one, two = drafts(book(tmp_path / "a.xlsx", {"Campur": rows}))
    assert said(one) == {"servers": ["SRV-1", "SRV-2"]}
    assert (two.kind, two.name, said(two)) == (K.DATA_OBJECT, "Keluarga", {})


@pytest.mark.parametrize(
    ("new", "like"),
    [
        ("Dinas Kesehatn", True),
        ("D. Kesehatan", True),
        ("Diskes", True),
        ("Dinas Kehutanan", False),
        ("Dinas Sosial", False),
        ("Badan Kesehatan Hewan", False),
        ("Dinas Sehat", True),
        ("Dinkes", None),
        ("DINAS KESEHATAN PROVINSI", None),
    ],
)
def test_a_new_agency_that_is_like_a_known_one_is_doubted(new: str, like: bool | None) -> None:
    directory = Directory()
    agencies = Agencies(directory, lambda: f"u{len(directory.entries)}")
    agencies.admit([Called("Dinas Kesehatan", Place())])
    agencies.findings.clear()
    agencies.admit([Called(new, Place(file="a.xlsx", row=2))])
    rules = [finding.rule for finding in agencies.findings]
    assert rules == {True: ["new_agency_like_another"], False: ["new_agency"], None: []}[like]
    if like:
        assert agencies.findings[0].candidates == ("dinkes/orgunit/dinkes",)


def test_nothing_becomes_an_agency_but_what_is_one_by_its_form(tmp_path: Path) -> None:
    rows = [
        ["Kode Aplikasi", "Nama Aplikasi", "OPD Pemilik", "Supplier Data", "OPD Pengguna"],
        ["A-1", "SIBAN", "Diskes", "A-2", "semua OPD"],
        ["A-2", "Lansia", "Diskes", "SIBAN; SIKAN", "SIBAN"],
        ["A-3", "Peta", "Diskes", "SIAK (Dukcapil), DTKS", "Puskesmas Satu"],
        ["A-4", "Data", "Diskes", "Dinas Sosial", "Kemensos"],
    ]
    found = mentioned_in(reading(sheet(tmp_path, "Aplikasi", *rows)), shipped())
    assert sorted(one.text for one in found) == ["Dinas Sosial", "Diskes", "Kemensos", "Puskesmas Satu"]
    assert [one.text for one in found if one.own] == ["Diskes"]


def test_an_agencys_own_file_gives_its_name_whatever_else_the_delivery_calls_it() -> None:
    directory = Directory()
    agencies = Agencies(directory, lambda: f"u{len(directory.entries)}")
    others = Called("Dinas Kependudukan Pencatatan Sipil Terpadu", Place())
    agencies.admit([others, Called("Disdukcapil", Place(), own=True)])
    (mention,) = agencies.mentions
    assert (mention.entry.name, mention.own) == ("Dinas Kependudukan dan Pencatatan Sipil", True)


def test_who_has_no_name_is_kept_as_text_and_told_once(tmp_path: Path) -> None:
    rows = [
        ["Kode Aplikasi", "Nama Aplikasi", "OPD Pemilik", "Dikembangkan oleh"],
        ["A-1", "Satu", "Dinas Sosial", "Staf sendiri"],
        ["A-2", "Dua", "Dinas Sosial", "staf sendiri; PT Pala"],
        ["A-3", "Tiga", "Dinas Sosial", "Staf sendiri"],
    ]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    assert sorted(one.text for one in mentioned_in(found, shipped())) == ["Dinas Sosial", "PT Pala"]
    kept = [draft.values.get("dikembangkan_oleh") for draft in found.drafts]
    assert kept == ["Staf sendiri", "staf sendiri", "Staf sendiri"]
    findings = [one for one in found.findings if one.rule == "names_nobody"]
    assert [(one.value, one.count) for one in findings] == [("Staf sendiri", 3)]
