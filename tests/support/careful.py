"""What a careful person reads from the six workbooks, as tables (tests/data/spbe_workbooks/EXPECTED.md)."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from model.element import Element
from model.folding import fold
from model.kinds import RelationKind
from model.nomenclature import agency_words
from queries.loads.plan import Plan
from queries.reference_codes import uid_of

WORKBOOKS = Path(__file__).parents[1] / "data" / "spbe_workbooks"
REFERENCE_MODELS = ("RAB", "RAL", "RAD", "RAA", "RAI", "RAK")
_UNCODED = "(tanpa kode) "
_SECOND = "#2"

Row = Mapping[str, str]


@cache
def expected(name: str) -> tuple[Row, ...]:
    """Return one of the tables: elements, relations, faults, blank_markers, opd_variants."""
    with (WORKBOOKS / "expected" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a relation of the tables is in the product: its kind, its direction, its role."""

    relation: RelationKind
    reversed: bool
    role: str


@cache
def meanings() -> Mapping[str, Meaning]:
    """Return the product's relation for each name of the tables."""
    return {
        row["expected_name"]: Meaning(RelationKind(row["relation"]), row["reversed"] == "yes", row["role"])
        for row in expected("relation_names")
    }


class Planned:
    """The graph that a plan makes, asked in the words of the tables."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.elements = {element.uid: element for element in plan.graph.added}
        self.edges = {
            (r.relation, r.source, r.target, str(r.properties.get("role", "")))
            for r in plan.graph.relations_added
        }
        self._by_code: dict[str, list[Element]] = {}
        self._by_name: dict[str, list[Element]] = {}
        for element in plan.graph.added:
            if element.code:
                self._by_code.setdefault(element.code, []).append(element)
            for name in (element.name, *element.names):
                self._by_name.setdefault(fold(name), []).append(element)

    def element(self, key: str) -> str:
        """Return the uid of the element that a key of the tables means."""
        if key.startswith(_UNCODED):
            (found,) = self._by_name[fold(key.removeprefix(_UNCODED))]
            return found.uid
        with_code = self._by_code[key.removesuffix(_SECOND)]
        twins = [element for element in with_code if ("~" in element.key) == key.endswith(_SECOND)]
        (found,) = twins
        return found.uid

    def target(self, row: Row) -> str:
        """Return the uid of what a relation of the tables points to."""
        if row["target_kind"] in REFERENCE_MODELS:
            return uid_of(row["target"])
        if row["target_kind"] == "OPD":
            return self.agency(row["target"])
        return self.element(row["target"])

    def agency(self, name: str) -> str:
        """Return the uid of an agency by its full name."""
        words = set(agency_words(name))
        found = [
            element.uid
            for element in self.elements.values()
            if element.kind.value == "OrgUnit" and set(agency_words(element.name)) == words
        ]
        assert len(found) == 1, (name, found)
        return found[0]

    def states(self, row: Row) -> bool:
        """Return whether the graph holds a relation of the tables."""
        meaning = meanings()[row["relation"]]
        source, target = self.element(row["source"]), self.target(row)
        ends = (target, source) if meaning.reversed else (source, target)
        roles = {role for kind, a, b, role in self.edges if (kind, a, b) == (meaning.relation, *ends)}
        return meaning.role in roles if meaning.role else bool(roles)

    def suggests(self, row: Row) -> bool:
        """Return whether the reference is open and names the right target among its candidates."""
        holder, target = self.element(row["source"]), self.target(row)
        return any(
            reference.holder == holder and target in reference.candidates
            for reference in self.plan.graph.references_opened
        )
