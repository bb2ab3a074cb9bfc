"""The law of the template: what it shows of any estate comes back without a change, on each engine."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest.draft import Draft, RelationDraft
from model.faults import Place
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.shipped import shipped
from model.metamodel.spec import PropertySpec, ValueType
from model.record import Saying, Value
from model.text import Language
from queries import reference_codes
from queries.architecture import present
from queries.store.store import Store
from seed.reference_sets import shipped_reference_sets
from tests.support.deliveries import Desk, K, delivery, emptied, named
from tests.support.templates import doubts, moved, template

METAMODEL = shipped()
SCOPE = "dinkes"
_VALUES: dict[ValueType, tuple[Value, ...]] = {
    ValueType.TEXT: ("=SUM(1;2)", "-", "a; b\nc", "007", "x" * 5_000, "tidak ada", "+62 8", "'"),
    ValueType.INTEGER: (0, 1_234_567, "kira-kira sepuluh"),
    ValueType.NUMBER: (0.1, -3, 12.25),
    ValueType.MONEY: (1_500_000_000, 10**16, "Rp 1,5 M"),
    ValueType.DATE: ("2026-12-31", "1899-01-01", "akhir tahun"),
    ValueType.YEAR: (2026, "tahun depan"),
    ValueType.YES_NO: (True, False, "sebagian"),
    ValueType.CAPACITY: (1_700, 0.5, "8x32GB"),
    ValueType.BANDWIDTH: (100, "cepat"),
    ValueType.HOURS: (24, 1.5),
    ValueType.PERCENT: (99.9, 0.5, 100, "tinggi"),
    ValueType.MEASURE: ("90%", "60 menit"),
    ValueType.UNTIL: ("2026-12-31", "selamanya"),
}


def values_of(spec: PropertySpec) -> tuple[Value, ...]:
    """Return values that a property may have, in the list and outside of it."""
    if spec.name in ("name", "code", "reference_set"):  # the last one marks what is shipped
        return ()
    known = tuple(choice.value for choice in spec.choices)
    if spec.type is ValueType.CHOICES:
        return (known[:1], known, (*known[-1:], "lain, sendiri"))
    if spec.type is ValueType.CHOICE:
        return known if spec.name == "status" else (*known, "lain")
    return _VALUES[spec.type]


def key_of(kind: ElementKind, number: int) -> str:
    return f"{SCOPE}/{kind.value.lower()}/X{number}"


def every_property(metamodel: Metamodel, kind: ElementKind) -> Iterator[dict[str, Value]]:
    """Return rows that together hold every value of every property of a kind."""
    specs = {spec.name: values_of(spec) for spec in metamodel.properties(kind)}
    for turn in range(max(map(len, specs.values()))):
        yield {name: values[turn % len(values)] for name, values in specs.items() if values}


def element(kind: ElementKind, number: int, values: dict[str, Value]) -> Draft:
    return Draft(
        kind=kind,
        source="csv",
        place=Place(file="elements.csv", row=number + 2),
        name=f"Nama {kind.value} / {number}",
        code=f"X{number}",
        key=key_of(kind, number),
        values=values,
    )


def relations(metamodel: Metamodel) -> Iterator[RelationDraft]:
    """Return a relation of each sort between each allowed pair, with everything that may be said of it."""
    row = 1
    for spec in metamodel.relations:
        for source in ElementKind:
            for target in ElementKind:
                if not spec.allows(source, target):
                    continue
                row += 1
                said: dict[str, Value] = {}
                for prop in (*metamodel.dependency, *spec.properties):
                    options = values_of(prop) or ("x",)
                    said[prop.name] = options[row % len(options)]
                yield RelationDraft(
                    source="csv",
                    place=Place(file="relations.csv", row=row),
                    from_text=key_of(source, 0),
                    relation=spec.relation,
                    to_text=key_of(target, 1),
                    properties=said if row % 3 else {},
                )


@pytest.mark.parametrize("language", Language)
def test_every_kind_property_and_relation_of_the_declaration_comes_back(
    store: Store, tmp_path: Path, language: Language
) -> None:
    reference_codes.install(store, shipped_reference_sets())
    desk = Desk(store, metamodel=METAMODEL)
    drafts = [
        element(kind, number, values)
        for kind in ElementKind
        for number, values in enumerate(every_property(METAMODEL, kind))
    ]
    desk.load(delivery(*drafts, relations=list(relations(METAMODEL))))
    book = template(store, METAMODEL, tmp_path / "t.xlsx", SCOPE, kinds=tuple(ElementKind), language=language)
    plan = desk.plan(book.reading())
    assert (moved(plan), doubts(plan)) == ({}, [])
    assert plan.step.records == ()
    assert plan.graph.counts()["elements"]["unchanged"] == len(drafts)


texts = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12
).filter(lambda text: any(c.isalnum() for c in text))
kinds = st.sampled_from([K.APPLICATION, K.SERVER, K.DATA_OBJECT, K.SERVICE, K.BUSINESS_PROCESS])
estates = st.lists(st.tuples(kinds, texts, st.booleans(), st.integers(0, 7)), min_size=1, max_size=6)


@pytest.mark.whole
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(estates=estates, references=st.lists(texts, max_size=5))
@example(estates=[(K.APPLICATION, "Â\xa0", False, 0)], references=[])  # looks like broken characters
def test_any_estate_comes_back(
    store: Store, tmp_path: Path, estates: list[tuple[ElementKind, str, bool, int]], references: list[str]
) -> None:
    desk = Desk(emptied(store), metamodel=METAMODEL)
    drafts = []
    for number, (kind, name, coded, turn) in enumerate(estates):
        rows = list(every_property(METAMODEL, kind))
        links = METAMODEL.links(kind)
        sayings = tuple(
            Saying(
                relation=link.relation,
                text=text,
                cell=link.name,
                reversed=link.reversed,
                to=link.to,
                properties={"role": link.role} if link.role else {},
            )
            for position, text in enumerate([*references, *(other[1] for other in estates)])
            for link in (links[(turn + position) % len(links)],)
        )
        drafts.append(
            Draft(
                kind=kind,
                source="sheet",
                place=Place(file="a.xlsx", sheet="x", row=number + 2),
                name=name,
                code=f"K{number}" if coded else None,
                agency="Dinas Kesehatan",
                values=rows[turn % len(rows)],
                sayings=sayings,
            )
        )
    desk.load(delivery(*drafts))
    book = template(store, METAMODEL, tmp_path / f"{uuid4().hex}.xlsx", "Dinas Kesehatan")
    plan = desk.plan(book.reading())
    assert (moved(plan), doubts(plan), plan.step.records) == ({}, [], ())
    assert plan.graph.counts()["elements"]["unchanged"] == sum(
        one.scope == SCOPE for one in named(store).values()
    )
    assert present(store).elements
