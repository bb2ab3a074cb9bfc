"""Three applications about leave, one large, one small and one of which little is known."""

from model.element import Element
from model.kinds import ElementKind
from model.record import Value
from queries.redundancy.groups.facts import Facts
from tests.support.alike import application


def element(uid: str, **properties: Value) -> Element:
    """Return what is known of an application."""
    return Element(
        uid=uid,
        key=f"x/application/{uid}",
        kind=ElementKind.APPLICATION,
        name=uid,
        scope="x",
        properties=properties,
    )


BIG = application(
    "A", "SIMPEG", scope="bkd", services=("Cuti", "Mutasi"), data=("Riwayat",), partners=frozenset("XY")
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
