"""Every agency of the example province gets a template, and what nobody edited changes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from ingest.draft import Reading
from ingest.reading import read
from ingest.template.making import Wish, write_template
from model.metamodel.shipped import shipped
from model.metamodel.spec import LinkSpec
from model.text import Language
from queries import reference_codes
from queries.architecture import Architecture, present
from queries.store.store import Store
from seed.demo import load_province
from seed.reference_sets import shipped_reference_sets
from tests.conftest import ENGINES, Engines
from tests.support.deliveries import Clock, Desk
from tests.support.templates import doubts, moved

METAMODEL = shipped()


@pytest.fixture(scope="module", params=ENGINES)
def desk(engines: Engines, request: pytest.FixtureRequest) -> Iterator[Desk]:
    store: Store = engines.empty(request.param)
    reference_codes.install(store, shipped_reference_sets())
    desk = Desk(store, metamodel=METAMODEL, clock=Clock())
    load_province(store, METAMODEL, desk.writer)
    yield desk


def written(whole: Architecture, path: Path, scope: str, language: Language) -> Reading:
    write_template(whole, METAMODEL, Wish(scope=scope, language=language), path)
    return read([path], METAMODEL)


@pytest.mark.whole
def test_a_template_nobody_edited_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    whole = present(desk.store)
    for number, scope in enumerate(sorted({element.scope for element in whole.elements.values()})):
        language = list(Language)[number % 2]
        reading = written(whole, tmp_path / f"{scope}.xlsx", scope, language)
        plan = desk.plan(reading)
        assert (moved(plan), doubts(plan), plan.step.records) == ({}, [], ()), scope
        assert plan.graph.counts()["elements"]["unchanged"] == len(reading.revisions) > 0


def without(reading: Reading, at: int, link: LinkSpec, text: str) -> Reading:
    """Return a reading as if one reference had been taken out of a cell."""
    row = reading.revisions[at]
    left = tuple(s for s in row.whole.sayings if (s.cell, s.text) != (link.name, text))
    edited = replace(
        row,
        removed={link.name: (text,)},
        added={link.name: ()},
        whole=replace(row.whole, sayings=left),
    )
    return replace(reading, revisions=(*reading.revisions[:at], edited, *reading.revisions[at + 1 :]))


@pytest.mark.whole
def test_a_reference_taken_out_is_one_relation_less_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    dice = Random(27)
    whole = present(desk.store)
    for scope in ("dinkes", "diskominfo", "nasional"):
        reading = written(whole, tmp_path / f"{scope}.xlsx", scope, Language.ID)
        cells = [
            (at, link, saying.text)
            for at, row in enumerate(reading.revisions)
            for link in METAMODEL.links(row.whole.kind)
            for saying in row.whole.sayings
            if saying.cell == link.name
        ]
        for at, link, text in dice.sample(cells, 20):
            plan = desk.plan(without(reading, at, link, text))
            if plan.graph.references_closed:
                assert moved(plan) == {}
            else:
                assert moved(plan) == {("relations", "retire"): 1}, (scope, link.name, text)
