"""Function by agency: what doubles most comes first."""

from queries.redundancy.groups.matrix import by_function
from tests.support.alike import application, compared, lexicon, province


def test_functions_are_rows_agencies_columns_and_the_most_doubled_first() -> None:
    found = by_function(compared(*province()), lexicon().knowledge)
    first = found.rows[0]
    assert first.label.id == "Presensi pegawai"
    assert dict(first.cells) == {"bkd": ("A1",), "dinkes": ("A2",), "dishub": ("A3",)}
    assert first.doubled and not first.doubled_cells
    assert [row.applications for row in found.rows] == sorted(
        (row.applications for row in found.rows), reverse=True
    )
    assert set(found.agencies) == {one.agency for one in province() if not one.national}
    assert not found.unplaced


def test_two_in_one_cell_are_flagged_and_what_says_nothing_is_told() -> None:
    entries = [
        application("A", "Presensi", "presensi pegawai"),
        application("B", "Absensi", "presensi pegawai"),
        application("C", "Zzz"),
        application("D", "Presensi", "presensi pegawai", government="kota"),
    ]
    found = by_function(compared(*entries), lexicon().knowledge)
    assert found.rows[0].doubled_cells == ("dinkes",)
    assert found.unplaced == ("C",)
    assert all("D" not in uids for row in found.rows for uids in row.cells.values())


def test_a_national_application_is_beside_the_agencies_and_doubles_what_one_of_theirs_does() -> None:
    central = {"scope": "nasional", "agency": "BKN"}
    entries = [
        application("A", "Presensi", "presensi pegawai"),
        application("N1", "Presensi ASN", "presensi pegawai", **central),
        application("N2", "Tempat wisata", "tempat wisata", **central),
        application("N3", "Wisata kita", "tempat wisata", **central),
        application("N4", "Zzz", **central),
    ]
    found = by_function(compared(*entries), lexicon().knowledge)
    rows = {row.label.id: row for row in found.rows}
    assert found.agencies == ("dinkes",)
    assert (dict(rows["Presensi pegawai"].cells), rows["Presensi pegawai"].national) == (
        {"dinkes": ("A",)},
        ("N1",),
    )
    assert rows["Presensi pegawai"].doubled
    assert not rows["Tempat wisata"].doubled  # nobody here has one
    assert not found.unplaced


def test_applications_without_a_recorded_owner_stand_under_their_scopes() -> None:
    entries = [
        application(code, "Presensi", "presensi pegawai", scope=code.lower(), agency="")
        for code in ("BKD", "DLH")
    ]
    found = by_function(compared(*entries), lexicon().knowledge)
    assert found.agencies == ("bkd", "dlh")
    assert found.rows[0].doubled and not found.rows[0].doubled_cells


def test_whose_data_an_application_only_reads_is_no_work_of_its_own() -> None:
    reads = {"data": ("Data pegawai",)}
    entries = [
        application("A", "Presensi", "presensi pegawai", **reads),
        application("B", "SIMPEG", "mengelola data pegawai", **reads),
        application("C", "Zzz", **reads),
    ]
    found = by_function(compared(*entries), lexicon().knowledge)
    rows = {row.label.id: dict(row.cells) for row in found.rows}
    assert rows == {"Presensi pegawai": {"dinkes": ("A",)}, "Data induk pegawai": {"dinkes": ("B",)}}
    assert found.unplaced == ("C",)


def test_what_ended_serves_no_function_any_more() -> None:
    entries = [application(code, "Presensi", "presensi pegawai", scope=code.lower()) for code in "AB"]
    found = by_function(compared(*entries), lexicon().knowledge, ended={"B"})
    assert [(row.applications, row.doubled) for row in found.rows] == [(1, False)]
    assert found.agencies == ("a",)
