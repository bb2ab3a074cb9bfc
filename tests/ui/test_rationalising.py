"""What the page says of a group: what the kept member covers of each other one."""

from model.text import Language
from queries.redundancy.corpus import Entry
from queries.redundancy.disposing import dispositions
from queries.redundancy.groups import Group
from queries.redundancy.rationalise import Facts, advised
from tests.support.alike import application
from ui.rationalising import Opinion, coverage_headers, coverage_rows, leading, point_headers

BIG = application("A", "SIMPEG", scope="bkd", services=("Cuti", "Mutasi"), data=("Riwayat",))
SMALL = application("B", "e-Cuti", services=("Cuti", "Lembur", "Izin"))
SILENT = application("C", "e-Cuti", scope="dishub")


def opinion(*entries: Entry) -> Opinion:
    facts = Facts(entries={one.uid: one for one in entries})
    advice = advised(list(facts.entries), facts, "A")
    return Opinion(
        group=Group(id="g", members=tuple(facts.entries), score=1.0),
        facts=facts,
        advice=advice,
        dispositions=dispositions(advice, facts),
        saving=None,
    )


def test_each_other_member_has_a_row_of_what_is_covered_two_of_one_name_too() -> None:
    assert coverage_headers(Language.ID) == ["Aplikasi", "Layanan", "Data", "Proses bisnis"]
    assert coverage_rows(opinion(BIG, SMALL, SILENT), Language.ID) == [
        ["e-Cuti · dinkes", "1 dari 3", "–", "–"],
        ["e-Cuti · dishub", "–", "–", "–"],
    ]
    assert coverage_rows(opinion(BIG, SMALL), Language.EN) == [["e-Cuti", "1 of 3", "–", "–"]]


def test_where_nothing_is_known_there_is_no_table() -> None:
    assert coverage_rows(opinion(BIG, SILENT), Language.ID) == []


def test_members_of_one_name_are_told_apart_by_agency_and_then_by_key() -> None:
    one, two = application("T1", "SI-TAMAN", scope="dishut"), application("T2", "SI-TAMAN", scope="dispar")
    assert point_headers(opinion(BIG, one, two), Language.EN)[1:] == [
        "SIMPEG",
        "SI-TAMAN · dishut",
        "SI-TAMAN · dispar",
    ]
    three = application("T3", "SI-TAMAN", scope="dispar")
    found = opinion(BIG, one, two, three)
    assert set(point_headers(found, Language.ID)) == {
        "Yang dinilai",
        "SIMPEG",
        "SI-TAMAN · dishut",
        two.key,
        three.key,
    }
    members = leading([found.group], found.facts.entries, Language.ID)[0][-1]
    assert members == f"SIMPEG, SI-TAMAN · dishut, {two.key}, {three.key}"
