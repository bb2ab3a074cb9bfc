"""What becomes of each member of a group: kept, merged, migrated or retired, with date and reason."""

from dataclasses import replace
from datetime import date

from queries.redundancy.groups.disposing import Action, Choice, Disposition, Wishes, dispositions
from queries.redundancy.groups.facts import Facts
from queries.redundancy.groups.rationalise import advised
from tests.support.alike import SI_ASN, SRIKANDI, application
from tests.support.leave_systems import ELEMENTS, ENTRIES, FACTS, element


def test_each_member_is_kept_merged_migrated_or_retired_with_date_and_reason() -> None:
    unused = application("D", "Cuti Lama")
    facts = Facts(entries=ENTRIES | {"D": unused}, elements=ELEMENTS | {"D": element("D", users=0)})
    end = date(2027, 12, 31)
    found = dispositions(
        advised("ABCD", facts, chosen="A"), facts, identical=[("C", "A")], wishes=Wishes(on=end)
    )
    assert [(one.uid, one.action) for one in found] == [
        ("A", Action.KEEP),
        ("B", Action.MIGRATE),
        ("D", Action.RETIRE),
        ("C", Action.MERGE),
    ]
    assert {one.action: one.on for one in found} == {
        Action.KEEP: None,
        Action.MIGRATE: end,
        Action.RETIRE: end,
        Action.MERGE: None,  # one record remains: nothing ends on a day
    }
    assert {one.into for one in found[1:]} == {"A"}
    assert {one.action: one.ends for one in found} == {
        Action.KEEP: False,
        Action.MERGE: False,
        Action.MIGRATE: True,
        Action.RETIRE: True,
    }


def test_a_region_does_not_end_what_the_national_government_keeps() -> None:
    national = application("N", "SI-ASN", scope="nasional")
    facts = Facts(entries=ENTRIES | {"N": national}, elements=ELEMENTS | {"N": element("N", users=0)})
    identical = [("N", "A")]
    found = {one.uid: one for one in dispositions(advised("ABN", facts, chosen="A"), facts, identical)}
    assert found["N"].action is Action.KEEP
    assert (found["N"].into, found["N"].on, found["N"].uncovered) == (None, None, ())
    assert "Perpres 95/2018" in found["N"].reason.id
    facts = replace(facts, functions=dict.fromkeys("ABN", frozenset({"cuti"})))
    beside = {one.uid: one for one in dispositions(advised("ABN", facts, chosen="N"), facts)}
    assert {uid: one.into for uid, one in beside.items() if uid != "N"} == {"A": "N", "B": "N"}


def test_what_has_no_successor_is_a_warning() -> None:
    found = dispositions(advised("AB", FACTS, chosen="B"), FACTS)
    assert found[1].uncovered == ("Mutasi", "Riwayat")  # the kept one has no data on record at all
    assert "Belum tercatat dilayani oleh e-Cuti: Mutasi, Riwayat." in found[1].reason.id
    assert found[0].reason.id == "Dipilih oleh pengguna."


def by_uid(facts: Facts, keep: str, wishes: Wishes | None = None) -> dict[str, Disposition]:
    found = dispositions(advised(list(facts.entries), facts, keep), facts, wishes=wishes)
    return {one.uid: one for one in found}


def test_what_ended_is_only_said_to_have_and_is_not_kept() -> None:
    over = date(2025, 6, 30)
    facts = replace(FACTS, ended={"A": over})
    assert advised("ABC", facts).keep != "A"
    found = by_uid(facts, "B", Wishes(on=date(2027, 12, 31), choices={"A": Choice(action=Action.KEEP)}))["A"]
    assert (found.action, found.on, found.into, found.ended) == (Action.RETIRE, None, None, over)
    assert found.reason.id == "Sudah berakhir 30 Jun 2025."
    assert found.settled
    assert not found.ends


def test_no_last_day_is_later_than_the_one_on_record() -> None:
    early, late = date(2027, 1, 31), date(2027, 12, 31)
    facts = replace(FACTS, elements=ELEMENTS | {"B": element("B", valid_to=early.isoformat())})
    assert by_uid(facts, "A", Wishes(on=late))["B"].on == early
    assert by_uid(facts, "A", Wishes(on=date(2026, 12, 31)))["B"].on == date(2026, 12, 31)


def test_what_belongs_to_another_government_stays_and_does_nobodys_work_here() -> None:
    other = application("K", "e-Mutasi", government="kota", services=("Mutasi",))
    facts = replace(FACTS, entries=ENTRIES | {"K": other})
    found = by_uid(facts, "B", Wishes(on=date(2027, 12, 31)))
    assert (found["K"].action, found["K"].on, found["K"].into) == (Action.KEEP, None, None)
    assert "berbagi pakai" in found["K"].reason.id
    assert found["A"].uncovered == ("Mutasi", "Riwayat")


def test_what_another_that_stays_serves_is_not_uncovered() -> None:
    outside = application("Z", "e-Mutasi", services=("MUTASI",), data=("Riwayat",))
    facts = replace(FACTS, entries=ENTRIES | {"Z": outside})
    members = advised("ABC", facts, chosen="B")
    found = {one.uid: one for one in dispositions(members, facts)}
    assert found["A"].uncovered == ()
    assert "Belum tercatat dilayani" not in found["A"].reason.id
    leaving = replace(facts, passing=frozenset("Z"))
    assert dispositions(members, leaving)[1].uncovered == ("Mutasi", "Riwayat")
    national = replace(FACTS, entries=ENTRIES | {"N": replace(outside, uid="N", scope="nasional")})
    assert by_uid(national, "B")["A"].uncovered == ()


def test_what_serves_something_nothing_else_does_is_not_merely_retired() -> None:
    unused = application("D", "Cuti Lama", services=("Cuti", "Pensiun"))
    facts = Facts(entries=ENTRIES | {"D": unused}, elements=ELEMENTS | {"D": element("D", users=0)})
    found = by_uid(facts, "A")["D"]
    assert (found.action, found.uncovered) == (Action.MIGRATE, ("Pensiun",))
    assert found.reason.en == "What it serves moves to SIMPEG. Not recorded as served by SIMPEG yet: Pensiun."


def test_a_person_chooses_what_becomes_of_a_member_when_and_why() -> None:
    until, own = date(2027, 12, 31), date(2027, 3, 31)
    choices = {"B": Choice(action=Action.RETIRE, on=own, reason="Kontrak habis."), "C": Choice(undated=True)}
    facts = replace(FACTS, functions=dict.fromkeys("AC", frozenset({"cuti"})))
    found = by_uid(facts, "A", Wishes(on=until, choices=choices))
    assert (found["B"].action, found["B"].on, found["B"].reason.id) == (Action.RETIRE, own, "Kontrak habis.")
    assert (found["C"].action, found["C"].on) == (Action.MIGRATE, None)
    kept = by_uid(FACTS, "B", Wishes(choices={"A": Choice(action=Action.KEEP)}))["A"]
    assert (kept.action, kept.into, kept.uncovered) == (Action.KEEP, None, ())
    assert kept.reason.id == "Dipilih oleh pengguna."
    assert not kept.settled


def test_equal_points_are_told_and_so_is_that_nothing_speaks_for_any() -> None:
    one = application("A", "Satu")
    facts = Facts(entries={"A": one, "B": replace(one, uid="B", key="z/application/B")})
    bare = dispositions(advised("AB", facts), facts)[0].reason
    assert bare.id == "Tidak ada data yang menguatkan satu pun anggota: pilihan ada pada Anda."
    used = replace(facts, elements={uid: element(uid, users=5) for uid in "AB"})
    assert dispositions(advised("AB", used), used)[0].reason.en == (
        "Points: 10.0 of 100, nearly as many as Satu (dinkes): the choice is yours."
    )


def test_what_the_kept_one_does_nothing_of_stays_until_people_looked_at_both() -> None:
    one = application("A", "Satu", services=("Cuti",), data=("Pegawai",))
    two = application("B", "Dua", services=("Arsip",), data=("Pegawai",))
    facts = Facts(entries={"A": one, "B": two})
    found = by_uid(facts, "A")["B"]
    assert (found.action, found.open, found.into) == (Action.KEEP, True, None)
    assert found.reason.id.startswith("Satu belum mencakup layanan, proses, atau fungsi utamanya")
    common = replace(facts, functions=dict.fromkeys("AB", frozenset({"cuti"})))
    assert by_uid(common, "A")["B"].action is Action.MIGRATE
    decided = replace(facts, joined=dict.fromkeys("AB", "g"))  # people said that one is enough
    assert by_uid(decided, "A")["B"].action is Action.MIGRATE
    wished = by_uid(facts, "A", Wishes(choices={"B": Choice(action=Action.MIGRATE)}))["B"]
    assert (wished.action, wished.open, wished.uncovered) == (Action.MIGRATE, False, ("Arsip",))


def test_a_national_application_that_an_agency_recorded_is_not_moved_into_a_local_one() -> None:
    facts = replace(FACTS, copies={"B": SRIKANDI})
    found = by_uid(facts, "A")["B"]
    assert (found.action, found.open, found.settled) == (Action.KEEP, False, False)
    assert found.reason.id.startswith("Aplikasi nasional SRIKANDI: tidak dialihkan ke aplikasi daerah.")


def test_what_is_replaced_goes_to_its_successor_on_the_day_on_record() -> None:
    last = date(2027, 6, 30)
    old = element("B", valid_to=last.isoformat())
    new = application("D", "Baru", replaces=frozenset("B"))
    facts = replace(FACTS, entries=ENTRIES | {"D": new}, elements=ELEMENTS | {"B": old})
    found = by_uid(facts, "A")["B"]
    assert (found.action, found.into, found.on) == (Action.MIGRATE, "D", last)
    assert found.reason.id == "Tercatat digantikan oleh Baru."
    bare = replace(facts, entries=ENTRIES | {"B": application("B", "Lama")})
    assert by_uid(bare, "A")["B"].reason.id == "Tercatat akan berakhir."


def test_a_variant_on_another_platform_goes_with_the_one_it_is_a_variant_of() -> None:
    facts = replace(FACTS, variants={"B": frozenset("A"), "A": frozenset("B")})
    found = by_uid(facts, "A")["B"]
    assert found.action is Action.KEEP
    assert "pada platform lain" in found.reason.id
    other = application("D", "Lain", services=("Cuti",))
    gone = by_uid(replace(facts, entries=ENTRIES | {"D": other}), "D")
    assert [gone[uid].action for uid in "AB"] == [Action.MIGRATE, Action.MIGRATE]


def test_a_reason_of_a_plan_on_record_is_told_in_both_languages_unless_a_person_wrote_it() -> None:
    why = "Pengguna dan data dialihkan ke SIMPEG. Belum ada pengganti untuk: Cuti, Izin."
    choices = {
        "A": Choice(reason="Nilai tertinggi: 39,5 dari 100."),
        "B": Choice(action=Action.MIGRATE, reason=why),
        "C": Choice(action=Action.RETIRE, reason="Kontraknya habis."),
    }
    found = by_uid(FACTS, "A", Wishes(choices=choices))
    assert [found[uid].reason.en for uid in "ABC"] == [
        "Most points: 39.5 of 100.",
        "Users and data move to SIMPEG. Nothing replaces yet: Cuti, Izin.",
        "Kontraknya habis.",
    ]
    assert found["B"].reason.id == why


def test_what_has_more_points_and_is_not_kept_is_named_with_the_reason_that_holds() -> None:
    entries = {uid: application(uid, name, services=("Cuti",)) for uid, name in zip("ABCD", WHY, strict=True)}
    narrow = application("E", "Sempit", services=("Arsip",))
    entries["A"] = replace(entries["A"], replaces=frozenset("C"))
    used = {uid: element(uid, users=90) for uid in "BCE"} | {
        "D": element("D", users=90, valid_to="2027-06-30")
    }
    ended = {"B": date(2025, 6, 30)}
    facts = Facts(entries=entries | {"E": narrow}, elements=used, ended=ended)
    found = dispositions(advised("ABCDE", facts), facts)[0]
    assert (found.uid, found.reason.id) == (
        "A",
        "Nilai 15,0 dari 100. Bernilai lebih tinggi, tetapi tercatat digantikan: Lama. Bernilai lebih "
        "tinggi, tetapi tercatat akan berakhir: Habis. Bernilai lebih tinggi, tetapi sudah berakhir: Usai.",
    )
    again = by_uid(facts, "A", Wishes(choices={"A": Choice(reason=found.reason.id)}))["A"]
    assert again.reason == found.reason  # read back from a plan in both languages


WHY = ("Baru", "Usai", "Lama", "Habis")


def test_the_legal_basis_of_a_national_application_is_told_or_that_nobody_verified_it() -> None:
    national = application("N", "SI-ASN", scope="nasional")
    facts = Facts(entries=ENTRIES | {"N": national}, catalogue={"N": (SI_ASN,)}, copies={"B": SRIKANDI})
    found = by_uid(facts, "A")
    assert found["N"].reason.id.endswith("(3)). Dasar hukum SI-ASN belum diverifikasi.")
    assert found["B"].reason.id.endswith("(3)). Dasar hukum SRIKANDI: Kepmen PANRB 679/2020.")
    bare = by_uid(replace(facts, catalogue={}), "A")["N"]
    assert bare.reason.id.endswith("Dasar hukum SI-ASN belum diverifikasi.")
    again = by_uid(facts, "A", Wishes(choices={"B": Choice(reason=found["B"].reason.id)}))["B"]
    assert again.reason == found["B"].reason


def test_what_is_not_recorded_is_not_told_as_nothing() -> None:
    unused = application("D", "Cuti Lama")
    facts = Facts(entries=ENTRIES | {"D": unused}, elements=ELEMENTS | {"D": element("D", users=0)})
    found = by_uid(facts, "A")["D"]
    assert found.action is Action.RETIRE
    assert found.reason.id == (
        "Tercatat 0 pengguna; data dan integrasinya belum tercatat. Pastikan dahulu tidak ada yang perlu "
        "dialihkan."
    )


def test_records_of_one_name_are_told_apart_by_their_agencies() -> None:
    one, two = application("A", "Satu"), application("B", "Satu", scope="dishub")
    facts = Facts(entries={"A": one, "B": two})
    (_, merged) = dispositions(advised("AB", facts, "A"), facts, [("A", "B")])
    assert merged.reason.id == "Sistem yang sama dengan Satu (dinkes), tercatat lebih dari satu kali."
