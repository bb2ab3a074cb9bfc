"""Foreign ArchiMate models: every element type is declared, and relations stand only where they may."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from model.kinds import ElementKind as K
from model.kinds import RelationKind as R
from model.metamodel.shipped import shipped

METAMODEL = shipped()
SCHEMA = Path(__file__).parents[2] / "data" / "archimate" / "archimate3_Model.xsd"
XS = "{http://www.w3.org/2001/XMLSchema}"


def enumerated(name: str) -> list[str]:
    types = ElementTree.parse(SCHEMA).getroot().iterfind(f"{XS}simpleType[@name='{name}']")
    return [value.attrib["value"] for one in types for value in one.iter(f"{XS}enumeration")]


def test_every_type_of_the_exchange_format_is_declared_once() -> None:
    assert sorted(concept.name for concept in METAMODEL.concepts) == sorted(enumerated("ElementTypeEnum"))


@pytest.mark.parametrize("concept", METAMODEL.concepts, ids=lambda concept: concept.name)
def test_a_type_that_is_read_is_that_of_its_kind_or_has_no_kind_of_its_own(concept: object) -> None:
    kind, name = concept.kind, concept.name  # type: ignore[attr-defined]
    ours = [spec.kind for spec in METAMODEL.kinds if spec.archimate == name]
    wider = {
        "Device",
        "Equipment",
        "BusinessFunction",
    }  # a server, a peripheral, a process is the general case
    assert kind is None or not ours or kind in ours or name in wider


@pytest.mark.parametrize("archimate", enumerated("RelationshipTypeEnum"))
def test_a_drawn_relation_is_read_as_one_that_its_ends_allow(archimate: str) -> None:
    for source in K:
        for target in K:
            found = METAMODEL.drawn_between(archimate, source, target)
            if found is not None:
                relation, turned = found
                ends = (target, source) if turned else (source, target)
                assert METAMODEL.relation(relation).allows(*ends)


@pytest.mark.parametrize("relation", R)
def test_what_we_draw_is_read_back_unless_an_association(relation: R) -> None:
    spec = METAMODEL.relation(relation)
    source, target = next((s, t) for s in K for t in K if spec.allows(s, t))
    archimate, turned = spec.drawn(source, target)
    found = METAMODEL.drawn_between(archimate, *((target, source) if turned else (source, target)))
    assert found is not None
    if archimate == "Association":
        assert found == (R.ASSOCIATED_WITH, False)
    else:
        assert METAMODEL.relation(found[0]).drawn(source, target) == (archimate, turned)


def test_further_drawings_name_relations_of_archimate() -> None:
    named = {one.archimate for spec in METAMODEL.relations for one in spec.archimate_further}
    assert named <= set(enumerated("RelationshipTypeEnum"))
    assert [spec.relation for spec in METAMODEL.relations if spec.general] == [R.ASSOCIATED_WITH]
