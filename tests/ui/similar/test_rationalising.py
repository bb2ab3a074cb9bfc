"""What the page says of a group: what the kept member covers of each other one."""

from dataclasses import replace
from datetime import date
from typing import Any

from model.element import Element
from model.kinds import ElementKind
from model.text import Language
from queries.redundancy.corpus import Entry
from queries.redundancy.groups.disposing import Action, Choice
from queries.redundancy.groups.facts import Facts
from queries.redundancy.groups.groups import Group
from queries.redundancy.groups.plans import RecordedPlan
from tests.support.alike import application
from ui.similar.group_book import group_rows, member_rows
from ui.similar.rationalising import (
    Grounds,
    Opinion,
    as_recorded,
    coverage_headers,
    coverage_rows,
    leading,
    members_of,
    opinion_of,
    plan_words,
    point_headers,
    worth_words,
)

BIG = application("A", "SIMPEG", scope="bkd", services=("Cuti", "Mutasi"), data=("Riwayat",))
SMALL = application("B", "e-Cuti", services=("Cuti", "Lembur", "Izin"))
SILENT = application("C", "e-Cuti", scope="dishub")


def opinion(*entries: Entry, identical: tuple[tuple[str, str], ...] = (), **known: Any) -> Opinion:
    facts = Facts(entries={one.uid: one for one in entries}, **known)
    group = Group(id="g", members=tuple(facts.entries), score=1.0, confirmed=True)
    return opinion_of(Grounds(facts=facts, identical=identical), group, "A")


def costing(uid: str, cost_idr: int) -> Element:
    return Element(
        uid=uid,
        key=f"dinkes/application/{uid}",
        kind=ElementKind.APPLICATION,
        name=uid,
        scope="dinkes",
        properties={"annual_cost": cost_idr},
    )


def test_each_other_member_has_a_row_of_what_is_covered_two_of_one_name_too() -> None:
    assert coverage_headers(Language.ID) == ["Aplikasi", "Layanan", "Data", "Proses bisnis"]
    assert coverage_rows(opinion(BIG, SMALL, SILENT), Language.ID) == [
        ["e-Cuti · dinkes", "1 dari 3", "–", "–"],
        ["e-Cuti · dishub", "–", "–", "–"],
    ]
    assert coverage_rows(opinion(BIG, SMALL), Language.EN) == [["e-Cuti", "1 of 3", "–", "–"]]
    wide = application("B", "e-Cuti", services=("Cuti",), processes=("Cuti", "Mutasi"))
    assert coverage_rows(opinion(BIG, wide), Language.EN)[0][3] == "0 of 2 (none recorded)"


def test_where_there_is_nothing_to_cover_there_is_no_table() -> None:
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


def test_only_what_is_switched_off_saves_anything() -> None:
    twin, over = application("T", "SIMPEG"), application("O", "Lama")
    elements = {uid: costing(uid, 1_000_000) for uid in "ABTO"}
    found = opinion(
        BIG,
        SMALL,
        twin,
        over,
        identical=(("T", "A"),),
        elements=elements,
        ended={"O": date(2025, 6, 30)},
    )
    assert (found.gone, found.ending) == (["B", "T"], ["B"])
    assert found.saving is not None
    assert (found.saving.low, found.saving.high) == (400_000, 800_000)
    assert opinion(BIG, twin, identical=(("T", "A"),), elements=elements).saving is None


def test_a_person_cannot_keep_what_ended() -> None:
    over = opinion(BIG, SMALL, ended={"A": date(2025, 6, 30)})
    assert (over.advice.keep, over.is_over) == ("B", False)
    assert opinion(BIG, ended={"A": date(2025, 6, 30)}).is_over


def test_agencies_of_one_name_in_two_governments_are_two() -> None:
    one = application("A", "Satu", agency="Dinas Kesehatan")
    two = application("B", "Dua", agency="Dinas Kesehatan", government="kota")
    found = opinion(one, two)
    assert leading([found.group], found.facts.entries, Language.ID)[0][2] == 2


def test_the_national_government_is_no_agency_of_here() -> None:
    found = opinion(BIG, SMALL, application("N", "Nasional", scope="nasional"))
    assert leading([found.group], found.facts.entries, Language.ID)[0][1:3] == [3, 2]


def test_the_kept_one_stands_first_among_the_members_also_where_a_person_chose_it() -> None:
    facts = Facts(entries={one.uid: one for one in (BIG, SMALL)}, elements={"A": costing("A", 1)})
    group = Group(id="g", members=("A", "B"), score=1.0)
    found = opinion_of(Grounds(facts=facts, identical=()), group, "B")
    assert found.advice.ranking[0].uid == "A"
    assert [one.entry.uid for one in members_of(found, 2026)] == ["B", "A"]


def test_plans_on_record_are_told_with_their_days() -> None:
    plans = [
        RecordedPlan(number="RAS-2026-001", at="", last_day=date(2027, 12, 31)),
        RecordedPlan(number="RAS-2026-002", at=""),
    ]
    assert plan_words(plans, Language.ID) == (
        "RAS-2026-001 (dicatat , hari terakhir 31 Des 2027); RAS-2026-002 (dicatat )"
    )


ELEMENTS = {"B": costing("B", 1_000_000)}


def test_the_workbook_has_a_row_for_each_member_with_what_becomes_of_it() -> None:
    rows = member_rows([opinion(BIG, SMALL, elements=ELEMENTS)], 2026, Language.EN)
    kept, gone = ({row[3]: row for row in rows}[one.key] for one in (BIG, SMALL))
    assert (kept[8], kept[10]) == ("Keep", "")
    assert gone[:4] == ["SIMPEG", "e-Cuti", "dinkes", SMALL.key]
    assert (gone[6], gone[8:11]) == (1_000_000, ["Migrate", None, f"SIMPEG ({BIG.key})"])
    assert gone[12] == "Izin, Lembur"


def test_the_workbook_has_the_saving_of_a_group_once_as_numbers_with_what_is_assumed() -> None:
    (row,) = group_rows([opinion(BIG, SMALL, elements=ELEMENTS)], Language.EN)
    assert row[6:9] == [f"SIMPEG ({BIG.key})", 400_000, 800_000]
    assert "40% to 80%" in str(row[9])
    assert row[10:] == [
        "",
        "",
        "About equal: SIMPEG, e-Cuti. The choice is yours; all else takes SIMPEG to be kept. On condition "
        "that SIMPEG serves what it is not recorded to serve yet: Izin, Lembur.",
    ]
    (unknown,) = group_rows([opinion(BIG, SMALL)], Language.ID)
    assert unknown[7:9] == [None, None]


PLAN = RecordedPlan(
    number="RAS-2026-001",
    at="2026-11-01T00:00:00Z",
    concerns=frozenset("AB"),
    keep="B",
    choices={
        "B": Choice(action=Action.KEEP, undated=True, reason="Lebih baru."),
        "A": Choice(action=Action.RETIRE, on=date(2027, 6, 30), reason="Kontrak habis."),
    },
)


def test_a_group_with_a_plan_is_shown_and_exported_as_recorded() -> None:
    facts = Facts(entries={one.uid: one for one in (BIG, SMALL)})
    grounds = Grounds(facts=facts, identical=())
    group = Group(id="g", members=("A", "B"), score=1.0, confirmed=True)
    found = as_recorded(grounds, group, PLAN)
    assert [(one.uid, one.action, one.on, one.reason.id) for one in found.dispositions] == [
        ("B", Action.KEEP, None, "Lebih baru."),
        ("A", Action.RETIRE, date(2027, 6, 30), "Kontrak habis."),
    ]
    assert group_rows([found], Language.ID)[0][10] == "RAS-2026-001"
    (exported,) = [row for row in member_rows([found], 2026, Language.ID) if row[3] == BIG.key]
    assert exported[8:10] == ["Dihentikan", date(2027, 6, 30)]
    assert found.overdue(date(2027, 7, 1)) == ["A"]
    assert found.overdue(date(2027, 6, 30)) == []
    ended = Grounds(facts=replace(facts, ended={"B": date(2026, 1, 1)}), identical=())
    assert as_recorded(ended, group, PLAN).plan is None  # what it keeps is gone


def test_a_plan_on_record_is_told_in_the_language_of_the_reader_where_a_person_wrote_nothing() -> None:
    grounds = Grounds(facts=Facts(entries={one.uid: one for one in (BIG, SMALL)}), identical=())
    group = Group(id="g", members=("A", "B"), score=1.0, confirmed=True)
    why = "Pengguna dan data dialihkan ke e-Cuti."
    choices = {**PLAN.choices, "A": Choice(action=Action.MIGRATE, reason=why)}
    found = as_recorded(grounds, group, replace(PLAN, choices=choices))
    assert [one.reason.en for one in found.dispositions] == ["Lebih baru.", "Users and data move to e-Cuti."]


def test_what_is_not_confirmed_is_told_as_what_it_would_save() -> None:
    facts = Facts(entries={one.uid: one for one in (BIG, SMALL)}, elements=ELEMENTS)
    group = Group(id="g", members=("A", "B"), score=0.9)
    found = opinion_of(Grounds(facts=facts, identical=()), group, "A")
    assert found.saving is None
    assert worth_words(found, Language.ID).startswith(
        "Bila semuanya memang duplikat, penghematan per tahun: Rp 400.000 – Rp 800.000."
    )
    assert worth_words(replace(found, supposed=None), Language.ID) == ""


def test_where_no_cost_is_recorded_nothing_is_promised_to_be_counted_later() -> None:
    facts = Facts(entries={one.uid: one for one in (BIG, SMALL)})
    found = opinion_of(Grounds(facts=facts, identical=()), Group(id="g", members=("A", "B"), score=0.9), "A")
    assert worth_words(found, Language.ID) == (
        "Penghematan belum dapat dihitung: biaya tahunan belum tercatat. "
        "Biaya 1 aplikasi belum tercatat dan tidak dihitung."
    )


def test_where_the_free_one_ends_nothing_is_saved_and_keeping_it_is_told_to_be_cheaper() -> None:
    elements = {"A": costing("A", 2_000_000), "B": costing("B", 0)}
    assert worth_words(opinion(BIG, SMALL, elements=elements), Language.ID) == (
        "Tidak ada penghematan: yang dihentikan tidak berbiaya. "
        "Lebih murah bila e-Cuti yang diteruskan: SIMPEG berbiaya Rp 2.000.000 per tahun."
    )
    both = {uid: costing(uid, 0) for uid in "AB"}
    free = opinion(BIG, SMALL, elements=both)
    assert worth_words(free, Language.EN) == "No saving: what ends costs nothing."
    third = application("D", "e-Izin", services=("Cuti",))
    assert worth_words(opinion(BIG, SMALL, third, elements=both), Language.EN).startswith("The saving cannot")


def test_a_variant_on_another_platform_is_no_saving() -> None:
    elements = {uid: costing(uid, 1_000_000) for uid in "AB"}
    variants = {"A": frozenset("B"), "B": frozenset("A")}
    found = opinion(BIG, SMALL, elements=elements, variants=variants)
    assert (found.gone, found.saving, found.supposed) == ([], None, None)


def test_a_likeness_that_people_did_not_confirm_is_not_written_as_a_certainty() -> None:
    found = opinion(BIG, SMALL)
    doubtful = replace(found.group, confirmed=False, score=0.999)
    assert leading([doubtful], found.facts.entries, Language.ID)[0][3] == 0.99
    assert leading([found.group], found.facts.entries, Language.ID)[0][3] == 1
