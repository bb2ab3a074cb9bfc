"""What depends on what, what a loss does, and how ArchiMate draws it."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from model.kinds import Effect, ElementKind, Grouping, RelationKind
from model.metamodel.shipped import shipped

K, R = ElementKind, RelationKind
METAMODEL = shipped()
LETTERS = {
    "Access": "a",
    "Aggregation": "g",
    "Association": "o",
    "Composition": "c",
    "Flow": "f",
    "Realization": "r",
    "Serving": "v",
}
PARTIAL = {R.SERVED_BY, R.REALIZED_BY, R.COMPOSED_OF, R.USES}
WITHOUT_EFFECT = {
    R.PROTECTED_BY,
    R.OWNED_BY,
    R.OPERATED_BY,
    R.PRODUCED_BY,
    R.STEWARDED_BY,
    R.DEVELOPED_BY,
    R.SUPPLIED_BY,
    R.CLASSIFIED_AS,
    R.BROADER,
    R.GOVERNED_BY,
    R.REPLACES,
    R.ADDRESSES,
    R.CARRIES,
    R.ASSOCIATED_WITH,
}


def _pairs(relation: RelationKind) -> list[tuple[ElementKind, ElementKind]]:
    spec = METAMODEL.relation(relation)
    return [(source, target) for source in K for target in K if spec.allows(source, target)]


def _archimate() -> dict[tuple[str, str], str]:
    path = Path(__file__).parents[2] / "data" / "archimate" / "relationships.xml"
    return {
        (source.attrib["concept"], target.attrib["concept"]): target.attrib["relations"]
        for source in ElementTree.parse(path).getroot()
        for target in source
    }


ALLOWED = _archimate()


@pytest.mark.parametrize("relation", RelationKind)
def test_a_relation_can_be_drawn_and_read_in_both_directions(relation: RelationKind) -> None:
    spec = METAMODEL.relation(relation)
    assert _pairs(relation)
    assert spec.label.id != spec.label.en
    assert spec.inverse.id != spec.inverse.en
    if relation is not R.ASSOCIATED_WITH:
        assert spec.label != spec.inverse


@pytest.mark.parametrize("relation", RelationKind)
def test_grouping_is_as_designed(relation: RelationKind) -> None:
    grouping = METAMODEL.relation(relation).grouping
    if relation in WITHOUT_EFFECT:
        assert grouping is Grouping.NONE
        assert relation not in METAMODEL.dependencies()
    else:
        assert grouping is (Grouping.PARTIAL if relation in PARTIAL else Grouping.EACH)


@pytest.mark.parametrize("relation", RelationKind)
def test_archimate_allows_how_each_pair_is_drawn(relation: RelationKind) -> None:
    spec = METAMODEL.relation(relation)
    for source, target in _pairs(relation):
        name, from_target = spec.drawn(source, target)
        ends = (METAMODEL.kind(source).archimate, METAMODEL.kind(target).archimate)
        assert LETTERS[name] in ALLOWED[ends[::-1] if from_target else ends], (source, relation, target)


@pytest.mark.parametrize(
    ("source", "relation", "target", "qualifiers", "effect"),
    [
        (K.BUSINESS_PROCESS, R.SERVED_BY, K.SERVICE, {}, Effect.DOWN),
        (K.SERVICE, R.REALIZED_BY, K.APPLICATION, {}, Effect.DOWN),
        (K.APPLICATION, R.ACCESSES, K.DATA_OBJECT, {}, Effect.DOWN),
        (K.APPLICATION, R.ACCESSES, K.DATA_OBJECT, {"mode": "read"}, Effect.DOWN),
        (K.APPLICATION, R.ACCESSES, K.DATA_OBJECT, {"mode": "both"}, Effect.DOWN),
        (K.APPLICATION, R.ACCESSES, K.DATA_OBJECT, {"mode": "write"}, Effect.DEGRADED),
        (K.SERVICE, R.ACCESSES, K.DATA_OBJECT, {}, Effect.DEGRADED),
        (K.BUSINESS_PROCESS, R.ACCESSES, K.DATA_OBJECT, {"mode": "read"}, Effect.DEGRADED),
        (K.DATA_OBJECT, R.DERIVED_FROM, K.DATA_OBJECT, {}, Effect.DEGRADED),
        (K.APPLICATION, R.CALLS, K.INTERFACE, {}, Effect.DEGRADED),
        (K.APPLICATION, R.RECEIVES_FROM, K.APPLICATION, {}, Effect.DEGRADED),
        (K.APPLICATION, R.RECEIVES_FROM, K.ORG_UNIT, {}, Effect.NONE),
        (K.ORG_UNIT, R.RECEIVES_FROM, K.APPLICATION, {}, Effect.DEGRADED),
        (K.INTERFACE, R.EXPOSED_BY, K.APPLICATION, {}, Effect.DOWN),
        (K.INTERFACE, R.ROUTED_VIA, K.INTEGRATION_SYSTEM, {}, Effect.DOWN),
        (K.APPLICATION, R.ROUTED_VIA, K.INTEGRATION_SYSTEM, {}, Effect.DEGRADED),
        (K.DATA_OBJECT, R.STORED_ON, K.STORAGE, {}, Effect.DOWN),
        (K.DATA_OBJECT, R.STORED_ON, K.STORAGE, {"role": "replica"}, Effect.DOWN),
        (K.DATA_OBJECT, R.STORED_ON, K.STORAGE, {"role": "backup"}, Effect.NONE),
        (K.APPLICATION, R.RUNS_ON, K.SERVER, {}, Effect.DOWN),
        (K.APPLICATION, R.RUNS_ON, K.SERVER, {"environment": "production"}, Effect.DOWN),
        (K.APPLICATION, R.RUNS_ON, K.SERVER, {"environment": "development"}, Effect.NONE),
        (K.SERVER, R.USES_SOFTWARE, K.PLATFORM_SOFTWARE, {}, Effect.DOWN),
        (K.SERVER, R.HOSTED_ON, K.SERVER, {}, Effect.DOWN),
        (K.SERVER, R.CONNECTED_BY, K.NETWORK_DEVICE, {}, Effect.DOWN),
        (K.ORG_UNIT, R.CONNECTED_BY, K.INTRA_NETWORK, {}, Effect.DEGRADED),
        (K.COMPUTING_FACILITY, R.LOCATED_IN, K.COMPUTING_FACILITY, {}, Effect.DOWN),
        (K.SERVER, R.POWERED_BY, K.POWER_SUPPLY, {}, Effect.DOWN),
        (K.BUSINESS_PROCESS, R.COMPOSED_OF, K.BUSINESS_PROCESS, {}, Effect.DOWN),
        (K.ORG_UNIT, R.COMPOSED_OF, K.ORG_UNIT, {}, Effect.NONE),
        (K.ORG_UNIT, R.USES, K.APPLICATION, {}, Effect.DOWN),
        (K.SERVER, R.PROTECTED_BY, K.SECURITY_DEVICE, {}, Effect.NONE),
    ],
)
def test_losing_the_target_does_this_by_default(
    source: ElementKind,
    relation: RelationKind,
    target: ElementKind,
    qualifiers: dict[str, str],
    effect: Effect,
) -> None:
    assert METAMODEL.relation(relation).allows(source, target)
    assert METAMODEL.effect(relation, source, target, qualifiers) is effect


@pytest.mark.parametrize(
    ("source", "relation", "target"),
    [
        (K.SERVER, R.RUNS_ON, K.APPLICATION),
        (K.SERVICE, R.SERVED_BY, K.BUSINESS_PROCESS),
        (K.BUSINESS_PROCESS, R.COMPOSED_OF, K.SERVICE),
        (K.APPLICATION, R.STORED_ON, K.STORAGE),
        (K.ORG_UNIT, R.LOCATED_IN, K.COMPUTING_FACILITY),
        (K.APPLICATION, R.OWNED_BY, K.VENDOR),
        (K.REFERENCE_CODE, R.OWNED_BY, K.ORG_UNIT),
    ],
)
def test_these_ends_are_not_allowed(source: ElementKind, relation: RelationKind, target: ElementKind) -> None:
    assert not METAMODEL.relation(relation).allows(source, target)


def test_parallel_relations_are_told_apart_by_their_qualifier() -> None:
    identities = {spec.relation: spec.identity for spec in METAMODEL.relations if spec.identity}
    assert identities == {
        R.ACCESSES: ("mode",),
        R.CALLS: ("data",),
        R.RECEIVES_FROM: ("data",),
        R.STORED_ON: ("role",),
        R.RUNS_ON: ("environment",),
        R.CLASSIFIED_AS: ("role",),
    }
