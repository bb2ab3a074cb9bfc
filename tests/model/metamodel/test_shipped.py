"""Laws of the shipped declaration, for every kind, property, choice and column."""

import pytest

from model.folding import fold
from model.kinds import Domain, ElementKind, Layer, RelationKind
from model.metamodel.shipped import KINDS, shipped
from model.metamodel.spec import SHEET_TITLE_LIMIT, Choice, PropertySpec
from tests.support.headers import meanings

METAMODEL = shipped()
LISTS = [
    (f"{kind}.{spec.name}", spec)
    for kind in ElementKind
    for spec in METAMODEL.properties(kind)
    if spec.choices
] + [
    (f"{relation}.{spec.name}", spec)
    for relation in RelationKind
    for spec in (*METAMODEL.dependency, *METAMODEL.relation(relation).properties)
    if spec.choices
]


def test_it_is_the_same_value_each_time() -> None:
    assert shipped() is METAMODEL
    assert shipped().digest == METAMODEL.digest
    assert len(METAMODEL.digest) == 16


@pytest.mark.parametrize("kind", ElementKind)
def test_a_kind_says_what_the_pages_show_of_it(kind: ElementKind) -> None:
    spec = METAMODEL.kind(kind)
    assert all(len(words) <= SHEET_TITLE_LIMIT for words in spec.label.both)
    assert spec.icon.strip()
    assert spec.help.id != spec.help.en
    assert METAMODEL.layer(spec.layer).light
    assert METAMODEL.domain(spec.domain).label.id
    assert METAMODEL.kind_named(spec.label.id) is kind
    assert METAMODEL.kind_named(spec.label.en) is kind
    assert METAMODEL.kind_named(kind.value.lower()) is kind


@pytest.mark.parametrize("kind", ElementKind)
def test_no_two_columns_of_a_sheet_share_a_header(kind: ElementKind) -> None:
    shared = {header: what for header, what in meanings(METAMODEL, kind).items() if len(what) > 1}
    assert set(map(frozenset, shared.values())) <= {frozenset({"name", "code"})}
    assert all(header.startswith("kodedannama") for header in shared)


@pytest.mark.parametrize("kind", ElementKind)
def test_names_of_properties_and_columns_are_free_of_each_other(kind: ElementKind) -> None:
    names = [spec.name for spec in METAMODEL.properties(kind)] + [link.name for link in METAMODEL.links(kind)]
    assert len(set(names)) == len(names)


def test_no_name_means_two_kinds() -> None:
    named: dict[str, set[ElementKind]] = {}
    for spec in KINDS:
        for words in (spec.kind.value, *spec.label.both, *spec.synonyms):
            named.setdefault(fold(words), set()).add(spec.kind)
    assert {words: kinds for words, kinds in named.items() if len(kinds) > 1} == {}


def test_no_name_means_two_relations() -> None:
    named: dict[str, set[RelationKind]] = {}
    for spec in METAMODEL.relations:
        for words in (spec.relation.value, *spec.label.both):
            named.setdefault(fold(words), set()).add(spec.relation)
    assert {words: relations for words, relations in named.items() if len(relations) > 1} == {}


@pytest.mark.parametrize("spec", [spec for _, spec in LISTS], ids=[name for name, _ in LISTS])
def test_a_word_means_one_choice_of_its_list(spec: PropertySpec) -> None:
    meaning: dict[str, Choice] = {}
    for choice in spec.choices:
        for word in {fold(word) for word in (*choice.words, *choice.suggested_by)}:
            assert meaning.setdefault(word, choice) is choice, word


@pytest.mark.parametrize("kind", ElementKind)
def test_what_names_a_row_is_a_property_of_the_kind(kind: ElementKind) -> None:
    names = {spec.name for spec in METAMODEL.properties(kind)}
    assert set(METAMODEL.kind(kind).named_by) <= names


@pytest.mark.parametrize("kind", ElementKind)
def test_what_is_expected_is_a_dependency_that_may_be(kind: ElementKind) -> None:
    for expected in METAMODEL.kind(kind).expects:
        assert expected.relation in METAMODEL.dependencies()
        assert all(METAMODEL.relation(expected.relation).allows(kind, target) for target in expected.to)


@pytest.mark.parametrize(
    ("kind", "relation", "target"),
    [
        (ElementKind.APPLICATION, RelationKind.RUNS_ON, ElementKind.SERVER),
        (ElementKind.APPLICATION, RelationKind.RUNS_ON, ElementKind.CLOUD_SERVICE),
        (ElementKind.SERVICE, RelationKind.REALIZED_BY, ElementKind.APPLICATION),
        (ElementKind.BUSINESS_PROCESS, RelationKind.SERVED_BY, ElementKind.SERVICE),
        (ElementKind.SERVER, RelationKind.LOCATED_IN, ElementKind.COMPUTING_FACILITY),
        (ElementKind.DATA_OBJECT, RelationKind.STORED_ON, ElementKind.STORAGE),
        (ElementKind.INTERFACE, RelationKind.EXPOSED_BY, ElementKind.APPLICATION),
    ],
)
def test_without_these_an_answer_is_uncertain(
    kind: ElementKind, relation: RelationKind, target: ElementKind
) -> None:
    expected = {(one.relation, to) for one in METAMODEL.kind(kind).expects for to in one.to}
    assert (relation, target) in expected


@pytest.mark.parametrize("kind", [kind for kind in ElementKind if METAMODEL.kind(kind).codes])
def test_a_kind_with_a_reference_model_has_its_column_and_its_levels(kind: ElementKind) -> None:
    for scheme in METAMODEL.kind(kind).codes:
        link = next(link for link in METAMODEL.links(kind) if link.role == scheme.prefix)
        assert len(link.levels) == scheme.national_levels
        assert all(f"{scheme.prefix} Level {n}" in level for n, level in enumerate(link.levels, start=1))


def test_the_domain_of_a_kind_tells_infrastructure() -> None:
    found = {spec.kind: spec.layer for spec in KINDS if spec.domain is Domain.INFRASTRUCTURE}
    assert found.keys() == {
        ElementKind.COMPUTING_FACILITY,
        ElementKind.POWER_SUPPLY,
        ElementKind.SERVER,
        ElementKind.CLOUD_SERVICE,
        ElementKind.STORAGE,
        ElementKind.NETWORK_DEVICE,
        ElementKind.SECURITY_DEVICE,
        ElementKind.PERIPHERAL,
        ElementKind.PLATFORM_SOFTWARE,
        ElementKind.INTRA_NETWORK,
        ElementKind.INTEGRATION_SYSTEM,
    }
    assert set(found.values()) == {Layer.TECHNOLOGY}


def test_national_codes_tell_apart_the_kinds_of_a_domain() -> None:
    coded = [code for spec in KINDS for code in spec.national_codes]
    assert len(set(coded)) == len(coded)


def test_choices_that_stand_for_a_stage_imply_the_status() -> None:
    process = METAMODEL.property_(ElementKind.BUSINESS_PROCESS, "process_status")
    assert process is not None
    assert {choice.value: str(choice.implies) for choice in process.choices} == {
        "AS-IS": "active",
        "Upgrade": "active",
        "Baru": "planned",
    }


@pytest.mark.parametrize("relation", RelationKind)
def test_a_relation_is_known_by_its_name_and_labels(relation: RelationKind) -> None:
    spec = METAMODEL.relation(relation)
    for words in (relation.value, relation.value.lower().replace("_", " "), *spec.label.both):
        assert METAMODEL.relation_named(words) is relation
    assert METAMODEL.relation_named("is fond of") is None
