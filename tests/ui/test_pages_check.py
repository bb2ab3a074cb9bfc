"""The check of a proposal on its page: recorded once, told afterwards, and its sheet at hand."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea

from model.text import Language
from queries.redundancy.proposals.clearance import Decision
from queries.redundancy.proposals.recommendations import Recorded, recommendations
from queries.store.store import Store
from tests.support.interface import loaded
from tests.support.pages import opened, own_store, take_back, words
from ui import places, session
from ui.components.plain import plain
from ui.phrases import common, proposals
from ui.phrases import similar as said
from ui.views import similar_check

pytestmark = pytest.mark.engine
ASKED = {"view": "check", "title": "SIMRS Baru", "work": "rekam medis pasien rawat jalan", "agency": "dinkes"}


@pytest.fixture(scope="module")
def delivered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_store(tmp_path_factory.mktemp("check")) as folder:
        loaded(folder / "delivery").store.close()
        yield


@pytest.fixture
def store(delivered: None) -> Iterator[None]:
    """The store with the small delivery and no recommendation; what a test records is taken back."""
    yield
    take_back(1)


def recorded() -> list[Recorded]:
    return recommendations(session.workspace().store)


def record(app: AppTest) -> AppTest:
    decide(app, "Pembangunan baru")
    reasons(app).set_value("Kebutuhan khusus.").run()
    return pressed(app)


def decide(app: AppTest, decision: str) -> AppTest:
    return next(one for one in app.selectbox if one.label == said.DECISION.id).set_value(decision).run()


def reasons(app: AppTest, language: Language = Language.ID) -> TextArea:
    return next(one for one in app.text_area if one.label == said.REASONS.in_(language))


def pressed(app: AppTest, language: Language = Language.ID) -> AppTest:
    return next(one for one in app.button if one.label == said.RECORD.in_(language)).click().run()


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


def test_functions_are_told_one_by_one_and_the_list_stays_as_recorded(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, **ASKED)
    (table,) = app.table
    assert "Rekam medis elektronik" in table.value.index.tolist()
    before = [one.value for one in app.markdown if " · " in one.value]
    after = [one.value for one in record(app).markdown if " · " in one.value]
    assert [one for one in before if one in after] == before


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


NATIONAL = {
    **ASKED,
    "title": "SIMPEG Terpadu",
    "work": "data induk pegawai dan kenaikan pangkat",
    "agency": "bkd",
}


def test_the_reason_of_the_advice_stands_for_the_advised_decision_only(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, **NATIONAL)
    assert "SI-ASN" in reasons(app).value
    decide(app, "Pembangunan baru")
    assert reasons(app).value == ""
    assert said.OWN_REASON.id in words(app)
    pressed(app)
    assert [one.value for one in app.error] == [said.NO_REASON.id]
    assert recorded() == []
    reasons(app).set_value("Aturan daerah.").run()
    pressed(app)
    (made,) = recorded()
    assert (made.decision, made.reasons) == (Decision.BUILD, "Aturan daerah.")


def test_an_advised_reason_is_told_in_the_language_of_the_reader(store: None) -> None:
    app = opened(places.SIMILAR, Language.EN, **NATIONAL)
    advised = reasons(app, Language.EN).value
    assert "is to be reviewed first" in advised
    switched(app, Language.ID)
    assert "wajib dikaji lebih dahulu" in reasons(app).value
    reasons(app).set_value("Own words.").run()
    switched(app, Language.EN)
    assert reasons(app, Language.EN).value == "Own words."
    reasons(app, Language.EN).set_value(advised).run()
    pressed(app, Language.EN)
    (made,) = recorded()
    assert "wajib dikaji lebih dahulu" in made.reasons
    assert plain(advised) in words(app)
    english, indonesian = (sheet_of(app, made.number, language) for language in (Language.EN, Language.ID))
    assert advised in english
    assert made.reasons in indonesian
    assert advised not in indonesian


def switched(app: AppTest, language: Language) -> AppTest:
    app.query_params["lang"] = language.value
    return app.run()


def sheet_of(app: AppTest, number: str, language: Language) -> str:
    return str(app.session_state[f"recommendation.{number}"][list(Language).index(language)])


def test_who_decided_is_recorded_and_kept_and_no_account_stands_on_the_sheet(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, **NATIONAL)
    pressed(app)
    (made,) = recorded()
    assert not made.signed
    assert "Jabatan: .." in sheet_of(app, made.number, Language.ID)
    other = opened(places.SIMILAR, Language.ID, **{**NATIONAL, "title": "SIMPEG Lain"})
    next(one for one in other.text_input if one.label == said.DECIDED_BY.id).set_value("Ani, Sekda").run()
    pressed(other)
    newest = next(one for one in recorded() if one.name == "SIMPEG Lain")
    assert (newest.by, newest.signed) == ("Ani, Sekda", True)
    assert "Ani, Sekda" in sheet_of(other, newest.number, Language.ID)


def test_what_is_not_understood_is_not_advised_and_needs_a_decision_and_a_reason(store: None) -> None:
    for language in Language:
        app = opened(places.SIMILAR, language, **{**ASKED, "title": "asdfghjkl", "work": "qwerty zxcvb"})
        told = words(app)
        assert said.NO_ADVICE.in_(language) in told
        assert said.NO_NATIONAL.in_(language) not in told
        assert said.UNCHECKED.in_(language) in told
        pressed(app, language)
        assert [one.value for one in app.error] == [said.NOT_DECIDED.in_(language)]
    assert recorded() == []


def test_a_check_of_nothing_says_what_is_missing(store: None) -> None:
    for language in Language:
        app = opened(places.SIMILAR, language, view="check")
        assert not app.warning
        next(one for one in app.button if one.label == said.CHECK_NOW.in_(language)).click().run()
        assert [one.value for one in app.warning] == [said.NOTHING_TO_CHECK.in_(language)]
        named = opened(places.SIMILAR, language, view="check", title="SIMRS", agency="dinkes")
        assert said.NAME_ONLY.in_(language) in words(named)


def test_what_was_planned_before_is_told_as_planned(store: None) -> None:
    record(opened(places.SIMILAR, Language.ID, **ASKED))
    other = opened(places.SIMILAR, Language.ID, **{**ASKED, "title": "Rekam Medis", "agency": "bkd"})
    assert "**SIMRS Baru** (rencana)" in words(other)


def test_who_decides_later_is_told_that_somebody_was_first_and_what_is_not_recorded(store: None) -> None:
    late = opened(places.SIMILAR, Language.ID, **ASKED)
    decide(late, "Integrasi")
    reasons(late).set_value("Sudah ada e-Klinik.").run()
    record(opened(places.SIMILAR, Language.ID, **ASKED))
    (made,) = recorded()
    assert made.rests_on == ()  # what was found is not what it is about
    for seen in (pressed(late), late.run()):
        assert not seen.success
        (told,) = [one.value for one in seen.warning]
        assert f"sudah diputuskan oleh {plain(made.by)}" in told
        assert "tidak dicatat" in told
        assert plain("Sudah ada e-Klinik.") in told
    assert [one.decision for one in recorded()] == [Decision.BUILD]


def test_who_presses_at_the_same_moment_as_another_is_told_the_same(
    store: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = opened(places.SIMILAR, Language.ID, **ASKED)
    decide(late, "Integrasi")
    reasons(late).set_value("Sudah ada e-Klinik.").run()

    record(opened(places.SIMILAR, Language.ID, **ASKED))

    def read_before(_: Store) -> list[Recorded]:
        monkeypatch.undo()
        return []

    monkeypatch.setattr(similar_check, "recommendations", read_before)
    (told,) = [one.value for one in pressed(late).warning]
    assert not late.exception
    assert "sudah diputuskan oleh" in told
    assert plain("Sudah ada e-Klinik.") in told
    assert [one.decision for one in recorded()] == [Decision.BUILD]


def test_a_proposal_that_changed_since_it_was_shown_is_not_recorded(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, **NATIONAL)
    next(one for one in app.text_area if one.label == said.PROPOSED_FUNCTION.id).set_value("tempat wisata")
    pressed(app)
    assert [one.value for one in app.error] == [proposals.CHANGED.id]
    assert recorded() == []
    decide(app, "Pembangunan baru")
    reasons(app).set_value("Kebutuhan khusus.").run()
    pressed(app)
    assert [one.function for one in recorded()] == ["tempat wisata"]


def test_a_reload_keeps_a_choice_and_tells_an_advised_reason_in_either_language(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, **NATIONAL)
    decide(app, "Pembangunan baru")
    reasons(app).set_value("Aturan daerah.").run()
    address = {name: values for name, values in app.query_params.items() if name != "lang"}
    again = opened(places.SIMILAR, Language.ID, **address)
    chosen = next(one for one in again.selectbox if one.label == said.DECISION.id)
    assert (chosen.value, reasons(again).value) == ("Pembangunan baru", "Aturan daerah.")
    decide(again, "Pemakaian aplikasi yang ada")
    assert reasons(again).value == ""
    pressed(opened(places.SIMILAR, Language.ID, **NATIONAL))
    assert "is to be reviewed first" in words(opened(places.SIMILAR, Language.EN, **NATIONAL))
    assert proposals.TAKEN_BACK_IN.en in words(opened(places.SIMILAR, Language.EN, **NATIONAL))


def test_a_proposal_without_a_name_is_checked_and_what_is_missing_to_record_it_is_said(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, **{**ASKED, "title": ""})
    assert said.NAME_PROPOSAL.id in [one.value for one in app.caption]
    assert next(one for one in app.button if one.label == said.RECORD.id).disabled


@pytest.mark.parametrize(
    ("language", "told"), [(Language.ID, "Pilih nama lain"), (Language.EN, "Choose another name")]
)
def test_a_name_that_a_national_application_of_other_work_has_is_warned_of(
    store: None, language: Language, told: str
) -> None:
    work = "nilai dan kelulusan siswa sekolah"
    app = opened(places.SIMILAR, language, **{**ASKED, "title": "SIAK", "work": work})
    assert any(told in one.value and "SIAK" in one.value for one in app.warning)
