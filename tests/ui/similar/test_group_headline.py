"""What to do with a group in a sentence: one leads, none does, a tie, and what must be reviewed."""

from dataclasses import replace
from datetime import date
from typing import Any

from model.text import same
from queries.redundancy.corpus import Entry
from queries.redundancy.groups.disposing import Action, Choice, Wishes
from queries.redundancy.groups.facts import Facts
from queries.redundancy.groups.groups import Group, LeftOut
from tests.support.alike import SRIKANDI, application
from tests.support.leave_systems import element
from ui.similar.group_headline import cautions, headline, leads, noted
from ui.similar.rationalising import Grounds, Opinion, opinion_of, state_words

LOCAL = application("A", "Satu", services=("Cuti", "Mutasi"))
OTHER = application("B", "Dua", services=("Cuti",))
APART = application("C", "Tiga", services=("Arsip",))
USED = {"A": element("A", users=90, annual_cost=9, security_test="2026")}


def opinion(*entries: Entry, keep: str | None = None, wishes: Wishes | None = None, **known: Any) -> Opinion:
    facts = Facts(entries={one.uid: one for one in entries}, **known)
    group = Group(id="g", members=tuple(facts.entries), score=0.9)
    return opinion_of(Grounds(facts=facts, identical=()), group, keep, wishes)


def said(found: Opinion) -> str:
    return " ".join(one.id for one in headline(found))


def test_one_that_covers_the_others_leads_and_what_it_does_not_cover_is_named() -> None:
    assert said(opinion(LOCAL, OTHER, elements=USED)) == (
        "Teruskan Satu (dinkes). Alihkan Dua (dinkes) ke Satu."
    )
    assert said(opinion(LOCAL, OTHER, APART, elements=USED)) == (
        "Teruskan Satu (dinkes). Alihkan Dua (dinkes) ke Satu. "
        "Belum dicakup dan perlu ditinjau bersama: Tiga."
    )


def test_where_none_covers_another_none_is_kept_unless_a_person_says_so() -> None:
    found = opinion(LOCAL, APART, elements=USED)
    assert said(found) == "Belum ada yang mencakup pekerjaan anggota lain; tinjau bersama: Satu, Tiga."
    assert not leads(found)
    assert said(opinion(LOCAL, APART, elements=USED, keep="C")) == "Teruskan Tiga (dinkes)."
    chosen = Wishes(choices={"C": Choice(action=Action.MIGRATE)})
    assert leads(opinion(LOCAL, APART, elements=USED, wishes=chosen))


def test_what_becomes_of_the_others_is_told_until_when_and_what_nothing_replaces() -> None:
    lists = application("E", "Lima", services=("Cuti", "Izin", "Lembur", "Pensiun", "Tugas"))
    ending = Wishes(on=date(2027, 12, 31))
    told = said(opinion(LOCAL, OTHER, lists, elements=USED, keep="A", wishes=ending))
    assert told == (
        "Teruskan Satu (dinkes). Alihkan Dua (dinkes), Lima (dinkes) ke Satu paling lambat 31 Des 2027. "
        "Syaratnya, pastikan dahulu Satu melayani yang belum tercatat dilayaninya: Izin, Lembur, Pensiun, "
        "dan 1 lainnya."
    )
    many = [replace(OTHER, name=f"Dua {at}", uid=f"U{at}", key=f"z/application/{at}") for at in range(4)]
    assert said(opinion(LOCAL, *many, elements=USED)).endswith("Alihkan 4 aplikasi lainnya ke Satu.")
    alike = [replace(OTHER, name=LOCAL.name, uid=f"U{at}", key=f"z/application/{at}") for at in range(4)]
    whole = said(opinion(LOCAL, *(replace(one, agency=f"kec{one.uid}") for one in alike), elements=USED))
    assert whole == "Teruskan Satu (dinkes). Alihkan 4 aplikasi lainnya ke Satu (dinkes)."
    merged = Wishes(choices={"B": Choice(action=Action.MERGE)})
    assert said(opinion(LOCAL, OTHER, elements=USED, wishes=merged)).endswith(
        "Gabungkan Dua (dinkes) ke dalam Satu."
    )
    unused = Wishes(choices={"B": Choice(action=Action.RETIRE)})
    assert said(opinion(LOCAL, OTHER, elements=USED, wishes=unused)).endswith("Hentikan Dua (dinkes).")


def test_about_equal_points_are_a_tie() -> None:
    twin = replace(OTHER, name="Kembar", uid="D", key="z/application/D")
    assert said(opinion(OTHER, twin)) == (
        "Nilainya hampir sama: Dua, Kembar. Pilihan ada pada Anda; selebihnya memisalkan Dua diteruskan."
    )


def test_a_tie_tells_its_condition_why_one_goes_first_and_that_only_age_tells_them_apart() -> None:
    known = application("D", "Kembar", services=("Cuti", "Izin"), partners=frozenset("XY"))
    young = application("E", "Muda", services=("Cuti", "Lembur"))
    elements = {"D": element("D", year_built=2010), "E": element("E", users=9, year_built=2020)}
    found = opinion(known, young, elements=elements)
    assert found.advice.tied == ("E",)
    assert said(found) == (
        "Nilainya hampir sama bila kebaruan tidak dihitung: Kembar, Muda. Pilihan ada pada Anda; selebihnya "
        "memisalkan Kembar diteruskan. Alasannya: layanan, data, proses, dan integrasinya paling banyak "
        "tercatat. "
        "Syaratnya, pastikan dahulu Kembar melayani yang belum tercatat dilayaninya: Lembur."
    )


def test_what_is_kept_and_ends_itself_is_cautioned_with_what_it_leaves() -> None:
    ending = {**USED, "A": element("A", users=90, valid_to="2027-06-30")}
    wishes = Wishes(on=date(2026, 12, 31))
    found = opinion(LOCAL, OTHER, elements=ending, keep="A", wishes=wishes)
    assert [one.id for one in cautions(found)] == [
        "Satu sendiri tercatat berakhir 30 Jun 2027: tetapkan penggantinya sebelum hari itu.",
        "Sesudah 30 Jun 2027 belum tercatat yang melayani: Cuti, Mutasi.",
    ]
    assert found.dispositions[0].last_day == date(2027, 6, 30)
    assert noted(found).startswith("Satu sendiri tercatat berakhir 30 Jun 2027: tetapkan penggantinya")
    besides = replace(APART, neighbours=OTHER.neighbours)
    facts = replace(found.facts, entries={**found.facts.entries, "C": besides})
    left = opinion_of(Grounds(facts=facts, identical=()), found.group, "A", wishes)
    assert left.dispositions[0].uncovered == ("Mutasi",)
    assert cautions(opinion(LOCAL, OTHER, elements=USED, keep="A")) == []


def test_that_the_kept_one_is_replaced_on_record_is_cautioned() -> None:
    new = replace(OTHER, replaces=frozenset("A"))
    assert [one.id for one in cautions(opinion(LOCAL, new, elements=USED, keep="A"))] == [
        "Satu tercatat digantikan oleh Dua: pastikan dahulu mana yang diteruskan."
    ]
    assert cautions(opinion(LOCAL, new, elements=USED, keep="B")) == []


def test_what_people_contradict_and_whom_they_left_out_are_cautioned_and_nothing_is_saved_for_sure() -> None:
    facts = Facts(
        entries={one.uid: one for one in (LOCAL, OTHER, APART)},
        elements={**USED, "B": element("B", annual_cost=9)},
    )
    left = LeftOut(uid="C", like="B", score=0.9, distinct=("A",))
    group = Group(id="g", members=("A", "B"), score=1.0, contested=True, left_out=(left,))
    against = ((frozenset("BC"), same("Bertentangan.")), (frozenset("C"), same("Di tempat lain.")))
    found = opinion_of(Grounds(facts=facts, identical=(), contradictions=against), group, "A")
    assert [one.id for one in cautions(found)] == [
        "Bertentangan.",
        "Tiga tidak termasuk: serupa dengan Dua, tetapi diputuskan berbeda dari Satu.",
    ]
    assert found.saving is None
    assert found.supposed is not None
    assert state_words(group).en == "decisions contradict"


def test_beside_a_national_application_the_duty_to_review_comes_first() -> None:
    national = application("N", "Nasional", scope="nasional", services=("Cuti",))
    found = opinion(LOCAL, national, elements=USED)
    assert found.advice.keep == "A"
    assert said(found) == (
        "Wajib dikaji: fungsi ini juga dikerjakan aplikasi nasional yang tetap dipakai: Nasional. "
        "Kaji apakah masih diperlukan: Satu (Perpres 95/2018 pasal 63 ayat (3)). "
        "Dasar hukum Nasional belum diverifikasi."
    )
    assert not found.gone
    three = said(opinion(LOCAL, OTHER, national, elements=USED))
    assert three.endswith("Bila aplikasi daerah tetap dipakai, teruskan Satu (dinkes).")
    copied = said(opinion(LOCAL, OTHER, copies={"B": SRIKANDI}))
    assert copied == (
        "Teruskan Dua (dinkes). Alihkan Satu (dinkes) ke Dua. "
        "Syaratnya, pastikan dahulu Dua melayani yang belum tercatat dilayaninya: Mutasi. "
        "Wajib dikaji dahulu, karena yang diteruskan ini aplikasi nasional: apakah masih diperlukan Satu "
        "(Perpres 95/2018 pasal 63 ayat (3)). "
        "Dasar hukum Dua: Kepmen PANRB 679/2020."
    )
