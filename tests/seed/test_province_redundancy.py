"""Of the example province what readers call redundant is found, and what they do not is told from it."""

from datetime import UTC, datetime
from functools import cache

import pytest

from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from queries import reference_codes
from queries.architecture import present, snapshot_of
from queries.loads.applying import Writer
from queries.redundancy.corpus import Corpus, corpus_of
from queries.redundancy.engine import compare
from seed.demo import load_province
from seed.reference_sets import shipped_reference_sets
from tests.benchmarks.judged import Answered, Judgement, answered, judged
from tests.conftest import ENGINES, Engines
from tests.support.applications import shipped_lexicon


@pytest.fixture(scope="module", params=ENGINES)
def applications(engines: Engines, request: pytest.FixtureRequest) -> Corpus:
    store, metamodel = engines.empty(request.param), shipped()
    reference_codes.install(store, shipped_reference_sets())
    load_province(store, metamodel, Writer("test", lambda: datetime(2026, 11, 29, tzinfo=UTC)))
    return corpus_of(store, snapshot_of(metamodel, present(store), 1), ElementKind.APPLICATION)


@cache
def found(corpus: Corpus) -> dict[tuple[str, Judgement], Answered]:
    return answered(judged(), compare(corpus, shipped_lexicon()))


def test_all_planted_duplicates_are_found_and_most_that_overlap(applications: Corpus) -> None:
    duplicates = found(applications)["planted", Judgement.DUPLICATE]
    overlaps = found(applications)["planted", Judgement.OVERLAP]
    assert duplicates.shown == duplicates.pairs == 23
    assert overlaps.shown >= 10  # of 15


def test_look_alikes_are_not_shown_or_called_related(applications: Corpus) -> None:
    tempting = found(applications)["alike", Judgement.NEITHER]
    assert tempting.pairs == 23
    assert tempting.shown - tempting.related <= 2


def test_most_that_is_shown_is_redundant_to_readers(applications: Corpus) -> None:
    every = found(applications).items()
    shown = sum(row.shown - row.related for _, row in every)
    redundant = sum(row.shown - row.related for (_, said), row in every if said is not Judgement.NEITHER)
    assert redundant / shown >= 0.68  # 46 of 64
