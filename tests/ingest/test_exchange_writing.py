"""What is exported as an ArchiMate model is valid, drawn in its direction, and read back unchanged."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.draft import Reading
from ingest.estate import Row, cell_text, estate
from ingest.exchange import names as exchange
from ingest.exchange.writing import exchange_lines
from ingest.export import export
from model.element import Element, Relation
from model.kinds import ElementKind as K
from model.kinds import RelationKind as R
from model.metamodel.shipped import shipped
from queries.architecture import Architecture
from tests.ingest.test_export import OPEN, WHOLE
from tests.support.books import reading

METAMODEL = shipped()
SCHEMAS = Path(__file__).parents[1] / "data" / "archimate"
NS = {"a": exchange.NAMESPACE}
TYPE = f"{{{exchange.INSTANCE}}}type"


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / "archimate3_Diagram.xsd", allow="local")


def written(tmp_path: Path, whole: Architecture, scope: str | None = None) -> ElementTree.Element:
    export(whole, METAMODEL, tmp_path / "model.xml", scope)
    return ElementTree.parse(tmp_path / "model.xml").getroot()


def whole_of(elements: list[Element], relations: list[Relation]) -> Architecture:
    return Architecture({one.uid: one for one in elements}, {edge.id: edge for edge in relations}, ())


def element(uid: str, kind: K, name: str | None = None, **properties: object) -> Element:
    key = f"dinkes/{kind.value.lower()}/{uid}"
    return Element(uid=uid, key=key, kind=kind, name=name or uid, scope="dinkes", properties=properties)  # type: ignore[arg-type]


def test_an_export_is_valid(tmp_path: Path, schema: xmlschema.XMLSchema) -> None:
    written(tmp_path, WHOLE)
    assert list(schema.iter_errors(tmp_path / "model.xml")) == []


def test_an_export_of_one_element_is_valid(tmp_path: Path, schema: xmlschema.XMLSchema) -> None:
    written(tmp_path, whole_of([element("a", K.SERVER)], []))
    assert list(schema.iter_errors(tmp_path / "model.xml")) == []


@pytest.mark.parametrize("relation", R)
def test_every_relation_is_drawn_as_the_metamodel_says(
    relation: R, tmp_path: Path, schema: xmlschema.XMLSchema
) -> None:
    spec = METAMODEL.relation(relation)
    source, target = next((s, t) for s in K for t in K if spec.allows(s, t))
    elements = [element("from", source), element("to", target)]
    qualifiers = {prop.name: prop.choices[0].value if prop.choices else "x" for prop in spec.properties}
    edge = Relation(
        id="1", relation=relation, source="from", target="to", properties={"group": "g", **qualifiers}
    )
    root = written(tmp_path, whole_of(elements, [edge]))
    (drawn,) = root.findall("a:relationships/a:relationship", NS)
    names = {
        one.get("identifier"): one.findtext("a:name", "", NS) for one in root.iterfind(".//a:element", NS)
    }
    concept, turned = spec.drawn(source, target)
    assert drawn.get(TYPE) == concept
    ends = (names[drawn.get("source")], names[drawn.get("target")])
    assert ends == (("to", "from") if turned else ("from", "to"))
    assert list(schema.iter_errors(tmp_path / "model.xml")) == []


def test_access_says_whether_it_reads_or_writes(tmp_path: Path) -> None:
    elements = [element("app", K.APPLICATION), element("data", K.DATA_OBJECT)]
    edges = [
        Relation(id=mode, relation=R.ACCESSES, source="app", target="data", properties={"mode": mode})
        for mode in ("read", "write", "both")
    ]
    root = written(tmp_path, whole_of(elements, edges))
    drawn = [one.get("accessType") for one in root.iterfind(".//a:relationship", NS)]
    assert drawn == ["ReadWrite", "Read", "Write"]


def test_the_owner_is_drawn_and_comes_back_as_the_owner(tmp_path: Path) -> None:
    root = written(tmp_path, WHOLE)
    assert "Owned by" in [one.text for one in root.iterfind(".//a:relationship/a:name", NS)]
    drafts = {draft.key: draft for draft in reading(tmp_path / "model.xml").drafts}
    said = [(s.cell, s.text) for s in drafts["dinkes/application/app"].sayings if s.relation is R.OWNED_BY]
    assert said == [("owner", "dinkes/orgunit/org")]


def test_an_end_outside_the_file_has_an_element_that_stands_in(tmp_path: Path) -> None:
    other = replace(WHOLE.elements["srv"], scope="disdik", key="disdik/server/srv")
    whole = Architecture({**WHOLE.elements, "srv": other}, WHOLE.relations, OPEN[:1])
    root = written(tmp_path, whole, scope="dinkes")
    names = {one.findtext("a:name", "", NS): one.get(TYPE) for one in root.iterfind(".//a:element", NS)}
    assert (names["srv"], names["Server B"]) == ("Node", "Node")
    found = reading(tmp_path / "model.xml")
    assert {draft.key for draft in found.drafts} == {"dinkes/application/app", "dinkes/orgunit/org"}
    assert {draft.to_text for draft in found.relations} == {"disdik/server/srv", "Server B"}


def test_names_that_xml_cannot_hold_come_back(tmp_path: Path, schema: xmlschema.XMLSchema) -> None:
    names = ["A\x07<b>&\"'", "=1+1", "_x0041_", "'tanda"]
    elements = [element(f"e{n}", K.SERVER, name, description=f"{name}\r\n2") for n, name in enumerate(names)]
    written(tmp_path, whole_of(elements, []))
    assert list(schema.iter_errors(tmp_path / "model.xml")) == []
    drafts = reading(tmp_path / "model.xml").drafts
    assert [draft.name for draft in drafts] == names
    assert [draft.values["description"] for draft in drafts] == [f"{name}\r\n2" for name in names]


def test_two_relations_that_agree_in_everything_stay_two(tmp_path: Path) -> None:
    elements = [element("app", K.APPLICATION), element("srv", K.SERVER)]
    edges = [Relation(id=n, relation=R.RUNS_ON, source="app", target="srv", order=int(n)) for n in "01"]
    root = written(tmp_path, whole_of(elements, edges))
    identifiers = [one.get("identifier") for one in root.iterfind(".//a:relationship", NS)]
    assert len(set(identifiers)) == len(reading(tmp_path / "model.xml").relations) == 2


def test_the_same_estate_is_written_the_same(tmp_path: Path) -> None:
    rows = estate(WHOLE, METAMODEL)
    assert list(exchange_lines(rows, METAMODEL)) == list(exchange_lines(rows, METAMODEL))


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=8).filter(
    lambda text: text == text.strip() and text.lower() != "<kosong>" and "/" not in text
)
KINDS = (K.APPLICATION, K.SERVER, K.DATA_OBJECT, K.ORG_UNIT, K.INTERFACE)


@st.composite
def estates(draw: st.DrawFn) -> Architecture:
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=5))
    elements = [
        element(
            f"u{n}", kind, draw(TEXTS), **draw(st.dictionaries(st.sampled_from(["description", "zz"]), TEXTS))
        )
        for n, kind in enumerate(kinds)
    ]
    allowed = [
        (one.uid, spec.relation, two.uid)
        for one in elements
        for two in elements
        for spec in METAMODEL.relations
        if spec.allows(one.kind, two.kind)
    ]
    chosen = draw(st.lists(st.sampled_from(allowed), max_size=6))
    edges = [
        Relation(
            id=f"{n:02}",
            relation=relation,
            source=source,
            target=target,
            properties=draw(st.dictionaries(st.sampled_from(["group", "catatan"]), TEXTS)),
        )
        for n, (source, relation, target) in enumerate(chosen)
    ]
    return whole_of(elements, edges)


@pytest.mark.whole
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(estates())
def test_what_is_exported_is_read_back_row_for_row(tmp_path: Path, whole: Architecture) -> None:
    rows = estate(whole, METAMODEL)
    export(whole, METAMODEL, tmp_path / "model.xml")
    found = reading(tmp_path / "model.xml")
    assert [f for f in found.findings if f.severity == "error"] == []
    assert _elements(found) == [_texts(row) for row in rows.elements]
    assert _relations(found) == [_texts(row) for row in rows.relations]


def _texts(row: Row) -> dict[str, str]:
    return {name: cell_text(value) for name, value in row.items()}


def _elements(found: Reading) -> list[dict[str, str]]:
    return [
        {"key": draft.key or "", "kind": draft.kind.value, "name": draft.name or ""}
        | {name: cell_text(value) for name, value in draft.values.items()}
        | {saying.cell: saying.text for saying in draft.sayings}
        for draft in found.drafts
    ]


def _relations(found: Reading) -> list[dict[str, str]]:
    return [
        {"source": draft.from_text, "relation": draft.relation.value, "target": draft.to_text}
        | {name: cell_text(value) for name, value in draft.properties.items()}
        for draft in found.relations
    ]
