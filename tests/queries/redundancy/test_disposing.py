"""What becomes of each member of a group: kept, merged, migrated or retired, with date and reason."""

from datetime import date

from model.element import Element
from model.kinds import ElementKind
from model.record import Value
from queries.redundancy.disposing import Action, dispositions
from queries.redundancy.rationalise import Facts, advised
from tests.support.alike import application


def element(uid: str, **properties: Value) -> Element:
    return Element(
        uid=uid,
        key=f"x/application/{uid}",
        kind=ElementKind.APPLICATION,
        name=uid,
        scope="x",
        properties=properties,
    )


BIG = application(
    "A", "SIMPEG", scope="bkd", services=("Cuti", "Mutasi"), data=("Riwayat",), linked=frozenset("XY")
)
SMALL = application("B", "e-Cuti", services=("Cuti",))
BARE = application("C", "Cutiku", scope="dishub")
OWNERS = {"services:cuti": "BKD", "services:mutasi": "bkd", "data:riwayat": "dinkes"}
ENTRIES = {one.uid: one for one in (BIG, SMALL, BARE)}
ELEMENTS = {
    "A": element("A", users=400, annual_cost=200_000_000, year_built=2024, security_test="2025"),
    "B": element("B", users=100, annual_cost=20_000_000, year_built=2019),
}
FACTS = Facts(entries=ENTRIES, elements=ELEMENTS, owners=OWNERS)


def test_each_member_is_kept_merged_migrated_or_retired_with_date_and_reason() -> None:
    unused = application("D", "Cuti Lama")
    facts = Facts(entries=ENTRIES | {"D": unused}, elements=ELEMENTS | {"D": element("D", users=0)})
    end = date(2027, 12, 31)
    found = dispositions(advised("ABCD", facts, chosen="A"), facts, identical=[("C", "A")], on=end)
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


def test_a_region_does_not_end_what_the_national_government_keeps() -> None:
    national = application("N", "SI-ASN", scope="nasional")
    facts = Facts(entries=ENTRIES | {"N": national}, elements=ELEMENTS | {"N": element("N", users=0)})
    identical = [("N", "A")]
    found = {one.uid: one for one in dispositions(advised("ABN", facts, chosen="A"), facts, identical)}
    assert found["N"].action is Action.KEEP
    assert (found["N"].into, found["N"].on, found["N"].uncovered) == (None, None, ())
    assert "Perpres 95/2018" in found["N"].reason.id
    beside = {one.uid: one for one in dispositions(advised("ABN", facts, chosen="N"), facts)}
    assert {uid: one.into for uid, one in beside.items() if uid != "N"} == {"A": "N", "B": "N"}


def test_what_has_no_successor_is_a_warning() -> None:
    found = dispositions(advised("AB", FACTS, chosen="B"), FACTS)
    assert found[1].uncovered == ("Mutasi",)
    assert "Belum ada pengganti untuk: Mutasi." in found[1].reason.id
    assert found[0].reason.id == "Dipilih oleh pengguna."
