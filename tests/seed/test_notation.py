"""The short notation of the example province says what it seems to say."""

from pathlib import Path

import pytest

from seed.notation import agency_file, numbered

FILE = """
code = "UJI"
name = "Dinas Uji"
short = "Dinuji"
staff = 12
store = "STO-01"
processes = '''
RAB.01.01.01 @SS-02 =Biro Uji: Pengujian
- #007 Uji pertama {B} > Layanan uji [ME !4] > UJI CEPAT; SRIKANDI > Data uji; DKC:Data kependudukan
- Uji kedua > Layanan uji; Layanan lain > - > -
'''
applications = '''
UJI CEPAT | Menguji | W PHP - SQL Server | 2020 | 40 | H | @web | replaces=UJI LAMA; to=2027-01-31
'''
data = '''
Data uji | T L R | number=003; rpo=1
Data kedua | O S M |
'''
"""


@pytest.fixture
def said(tmp_path: Path):
    source = tmp_path / "dinuji.toml"
    source.write_text(FILE, encoding="utf-8")
    return agency_file(source, "RAB.09.06.06 @SS-09 Kesekretariatan {short}\n", without=())


def test_a_group_gives_its_steps_their_code_objective_and_unit(said) -> None:
    group, first, second, common = said.steps

    assert (group.name, group.rab, group.objective, group.unit) == (
        "Pengujian",
        "RAB.01.01.01",
        "SS-02",
        "Biro Uji",
    )
    assert (first.parent, first.rab, first.unit) == ("Pengujian", "RAB.01.01.01", "Biro Uji")
    assert second.services == ("Layanan uji", "Layanan lain")
    assert common.name == "Kesekretariatan Dinuji"


def test_a_step_names_its_services_applications_and_data(said) -> None:
    first = said.steps[1]

    assert (first.name, first.number, first.status) == ("Uji pertama", 7, "B")
    assert first.applications == ("UJI CEPAT", "SRIKANDI")
    assert first.data == ("Data uji", "DKC:Data kependudukan")


def test_a_service_keeps_what_its_brackets_say_wherever_it_is_named(said) -> None:
    service = next(service for service in said.services if service.name == "Layanan uji")

    assert (service.who, service.how, service.rto) == ("M", "E", "4")


def test_a_dash_is_nothing(said) -> None:
    assert said.steps[2].applications == ()
    assert said.steps[2].data == ()


def test_an_application_keeps_its_technology_and_remarks(said) -> None:
    application = said.applications[0]

    assert (application.language, application.framework, application.database) == ("PHP", "-", "SQL Server")
    assert application.host == "@web"
    assert application.more == {"replaces": "UJI LAMA", "to": "2027-01-31"}


def test_data_of_others_is_not_the_agencys_own(said) -> None:
    assert [line.name for line in said.data] == ["Data uji", "Data kedua"]
    assert said.data[0].number == 3


def test_an_agency_without_the_common_processes_has_only_its_own(tmp_path: Path) -> None:
    source = tmp_path / "dinuji.toml"
    source.write_text(FILE, encoding="utf-8")

    assert len(agency_file(source, "RAB.09.06.06 @SS-09 Kesekretariatan\n", without=("dinuji",)).steps) == 3


def test_a_line_without_its_code_is_refused_with_the_line(tmp_path: Path) -> None:
    source = tmp_path / "dinuji.toml"
    source.write_text(FILE.replace("RAB.01.01.01 ", ""), encoding="utf-8")

    with pytest.raises(ValueError, match="not a process line: '@SS-02 =Biro Uji: Pengujian'"):
        agency_file(source, "", without=())


def test_numbers_left_open_take_the_lowest_that_nobody_has() -> None:
    assert numbered([None, 3, None, 1, None]) == [2, 3, 4, 1, 5]
