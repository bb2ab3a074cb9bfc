"""The check of a proposal on its page: recorded once, told afterwards, and its sheet at hand."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from model.text import Language
from queries.redundancy.recommendations import Recorded, recommendations
from tests.support.interface import loaded
from tests.support.pages import opened, own_store, words
from ui import places, session
from ui.phrases import common
from ui.phrases import similar as said

pytestmark = pytest.mark.engine
ASKED = {"view": "check", "title": "SIMRS Baru", "work": "rekam medis pasien rawat jalan", "agency": "dinkes"}


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_store(tmp_path_factory.mktemp("check")) as folder:
        loaded(folder / "delivery").store.close()
        yield


def recorded() -> list[Recorded]:
    return recommendations(session.workspace().store)


def record(app: AppTest) -> AppTest:
    decision = next(one for one in app.selectbox if one.label == said.DECISION.id)
    decision.set_value("Pembangunan baru").run()
    return next(one for one in app.button if one.label == said.RECORD.id).click().run()


def sheets(app: AppTest) -> list[str]:
    return [one.proto.label for one in app.get("download_button")]


def labels(app: AppTest) -> list[str]:
    return [one.label for one in app.button]


def test_a_recorded_proposal_is_told_with_its_number_instead_of_recorded_again(store: None) -> None:
    app = record(opened(places.SIMILAR, Language.ID, **ASKED))
    (made,) = recorded()
    told = said.RECOMMENDED.filled(number=made.number).id
    for seen in (app, app.run(), opened(places.SIMILAR, Language.ID, **ASKED)):
        assert not seen.exception
        assert told in words(seen)
        assert said.RECORD.id not in labels(seen)
        assert sheets(seen) == [said.PRINT.id]
        assert "**SIMRS Baru**" not in words(seen)  # what it planned itself is nothing that exists
    other = opened(places.SIMILAR, Language.ID, **{**ASKED, "work": "antrean pasien"})
    assert made.number in words(other) + other.info[0].value
    assert said.RECORD.id in labels(other)
    assert len(recorded()) == 1


@pytest.mark.parametrize("language", Language)
def test_recorded_recommendations_are_listed_with_their_sheets(store: None, language: Language) -> None:
    record(opened(places.SIMILAR, Language.ID, **ASKED))
    (made,) = recorded()
    app = opened(places.SIMILAR, language, view="check")
    table = app.dataframe[0].value
    assert table[said.RECOMMENDED_COLUMNS[0].in_(language)].tolist() == [made.number]
    assert table[said.RECOMMENDED_COLUMNS[2].in_(language)].tolist() == ["SIMRS Baru"]
    assert sheets(app) == []
    choice = next(one for one in app.selectbox if one.label == said.WHICH_SHEET.in_(language))
    choice.set_value(made.number).run()
    assert not app.exception
    assert sheets(app) == [said.PRINT.in_(language)]


def test_only_agencies_propose(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, view="check")
    offered = next(one for one in app.selectbox if one.label == said.PROPOSED_BY.id).options
    assert set(offered) == {"Dinas Kesehatan", "Badan Kepegawaian Daerah", "Dinas Komunikasi"}
    assert not {common.NATIONAL_SCOPE.id, common.SHARED_SCOPE.id} & set(offered)
