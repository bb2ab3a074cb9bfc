"""Every page in both languages, on a small store and on an empty one, without a browser."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from ingest.edit.editing import planned_set
from model.availability import State
from model.decision import Decision, Verdict
from model.text import Language
from queries import records
from queries.impact.certainty import Untold
from queries.loads.applying import applied
from queries.lookup import element_for
from queries.redundancy import decisions, weighting
from queries.redundancy.contradictions import contradiction_findings
from queries.redundancy.scoring import ENGINE, Weights
from queries.saved_scenarios import save_scenario
from tests.support.decided import decision
from tests.support.interface import HOSTILE, ROOM, SERVER, loaded
from tests.support.pages import HOME, opened, own_store, words
from ui import places, session, writing
from ui.components.plain import plain
from ui.editing.edits import new_edit
from ui.phrases import (
    common,
    compare,
    completeness,
    evidence,
    explore,
    home,
    impact,
    imports,
    similar,
    unavailable,
    weak,
)
from ui.phrases import decided as decided_words
from ui.similar import deciding
from ui.similar.deciding import Tried
from ui.similar.scores import likeness
from ui.views import similar as similar_page
from ui.views import similar_decided
from ui.workspace import Workspace

pytestmark = pytest.mark.engine

PAGES = (
    HOME,
    places.EXPLORE,
    places.IMPACT,
    places.WEAK,
    places.COMPARE,
    places.SIMILAR,
    places.IMPORT,
    places.LOADS,
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store with the small delivery, as the pages find it."""
    with own_store(tmp_path_factory.mktemp("pages")) as folder:
        loaded(folder / "delivery").store.close()
        yield


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_without_a_fault(store: None, page: str, language: Language) -> None:
    app = opened(page, language)
    assert not app.exception
    assert not app.error
    assert words(app)


@pytest.mark.parametrize("language", Language)
def test_home_says_how_much_there_is_in_a_sentence(store: None, language: Language) -> None:
    app = opened(HOME, language)
    first = home.SUMMARY.filled(elements=17, agencies=3, findings=1).in_(language)
    assert first in words(app)


@pytest.mark.parametrize("language", Language)
def test_an_element_shows_its_relations_and_where_its_values_come_from(
    store: None, language: Language
) -> None:
    app = opened(places.EXPLORE, language, el=SERVER)
    said = words(app)
    assert "Server satu" in said
    assert explore.NEEDS.in_(language) in said
    assert "**Ruang server**" in said
    origins = [value for table in app.dataframe for value in table.value.to_numpy().ravel().tolist()]
    row = common.ROW.in_(language).lower()
    assert any(str(value).startswith(f"elements.csv › {row} ") for value in origins)


@pytest.mark.parametrize("language", Language)
def test_the_impact_of_a_server_is_counted_and_explained(store: None, language: Language) -> None:
    app = opened(places.IMPACT, language, failed=SERVER)
    assert impact.COUNT_DOWN.filled(n=11).in_(language) in words(app)
    table = next(one.value for one in app.dataframe if impact.BECAUSE.in_(language) in one.value.columns)
    reasons = dict(zip(table[common.NAME.in_(language)], table[impact.BECAUSE.in_(language)], strict=True))
    assert reasons["Data pasien"].endswith(
        f"Server satu (■ {common.STATES[State.DOWN].in_(language).lower()})"
    )


@pytest.mark.parametrize("language", Language)
def test_what_stops_most_services_is_said_in_a_sentence(store: None, language: Language) -> None:
    app = opened(places.WEAK, language)
    said = words(app)
    hit = {"services": 2, "agencies": 2, "among": "Klinik pegawai, Rawat jalan"}
    assert weak.ANSWER.filled(name="Ruang server", **hit).in_(language) in said
    assert weak.FAKES_COUNT.filled(n=1, deciding=0).in_(language) in said
    table = app.dataframe[0].value
    assert table[weak.FAILS.in_(language)].tolist()[0] == "Ruang server"
    assert "- Rawat jalan" in said


@pytest.mark.parametrize(
    "part",
    [
        "single",
        "pairs",
        "fake",
        "promises",
        "exposure",
        "availability",
        "undecided",
        "completeness",
        "targets",
    ],
)
@pytest.mark.parametrize("language", Language)
def test_every_part_of_the_weak_points_opens(store: None, part: str, language: Language) -> None:
    app = opened(places.WEAK, language, part=part)
    assert not app.exception
    assert not app.error
    assert words(app)


def available(key: str, per_cent: str) -> None:
    space = session.workspace()
    plan = planned_set(space.store, space.metamodel, key, {"availability": per_cent}, new_edit(space))
    applied(space.store, space.metamodel, plan, space.writer)


@pytest.mark.parametrize("language", Language)
def test_how_long_services_are_down_is_told_with_what_is_not_known(store: None, language: Language) -> None:
    app = opened(places.WEAK, language, part="availability", fails="ComputingFacility")
    assert [one.value for one in app.info] == [unavailable.NONE_STATED.in_(language)]
    available(ROOM, "99.5")
    app = opened(places.WEAK, language, part="availability", fails="ComputingFacility")
    assert not app.info
    first = app.dataframe[0].value.iloc[0]
    assert first[unavailable.LEAST.in_(language)] == pytest.approx(43.8)
    assert first[unavailable.DECIDES.in_(language)].startswith("Ruang server: ")
    assert unavailable.WHILE_UP.in_(language) in words(app)
    available(ROOM, "")


def test_fake_redundancy_is_told_with_what_to_change(store: None) -> None:
    table = opened(places.WEAK, Language.ID, part="fake").dataframe[0].value
    (row,) = table.to_dict("records")
    assert row[weak.OWNER.id] == "SIMRS"
    assert row[weak.CAUSE.id] == "Ruang server"
    assert "Server dua" in row[weak.FIX.id] or "Server satu" in row[weak.FIX.id]


@pytest.mark.parametrize("language", Language)
def test_what_agencies_lean_on_together_stands_first_of_what_is_between_them(
    store: None, language: Language
) -> None:
    app = opened(places.WEAK, language, part="exposure")
    leaning, matrix = (one.value for one in app.dataframe)
    column = weak.LEANING.in_(language)
    assert leaning[common.NAME.in_(language)].tolist() == ["Ruang server", "Server satu"]
    assert leaning[column].tolist() == [2, 2]
    assert weak.EXPOSED.in_(language) in matrix.columns
    applications = opened(places.WEAK, language, part="exposure", fails="Application")
    assert weak.NO_CONCENTRATION.in_(language) in words(applications)


@pytest.mark.parametrize("language", Language)
def test_home_leads_to_the_links_that_are_empty(store: None, language: Language) -> None:
    told = home.INCOMPLETE.filled(n=2, unknown=2).in_(language)
    (link,) = (one.proto for one in opened(HOME, language).get("page_link") if one.proto.label == told)
    assert "part=completeness" in link.query_string


@pytest.mark.parametrize("language", Language)
def test_the_completeness_of_each_agency_is_told_with_the_cells_to_fill(
    store: None, language: Language
) -> None:
    app = opened(places.WEAK, language, part="completeness")
    agencies, gaps = (one.value for one in app.dataframe)
    rows = {row[common.AGENCY.in_(language)]: row for row in agencies.to_dict("records")}
    counts = [completeness.FILLED, completeness.EXPECTED, completeness.UNKNOWN]
    assert [rows["Dinas Komunikasi"][one.in_(language)] for one in counts] == [2, 3, 2]
    assert [rows["Badan Kepegawaian Daerah"][one.in_(language)] for one in counts] == [6, 7, 1]
    assert [rows["Dinas Kesehatan"][one.in_(language)] for one in counts] == [2, 2, 0]
    why = impact.WHY_OPEN[Untold.EMPTY].filled(n=2)
    left = completeness.LEFT_UNKNOWN.filled(missing=2, unknown=2, answers=2, why=why)
    assert left.in_(language) in words(app)
    (gap,) = gaps.to_dict("records")  # of the first agency, as long as no other one is chosen
    assert gap[common.NAME.in_(language)] == "Ruang server"
    assert gap[common.PLACE.in_(language)].startswith("elements.csv › ")
    assert "do=relate" in gap[completeness.FILL_IN.in_(language)]
    offered = {one.label for one in app.get("download_button")}
    named = (common.DOWNLOAD_XLSX, completeness.DOWNLOAD_CSV, completeness.GET_TEMPLATE)
    assert {one.in_(language) for one in named} <= offered


def test_weak_points_that_stop_one_agency_only_stand_alone(store: None) -> None:
    app = opened(places.WEAK, Language.ID, hit="bkd/orgunit/bkd", fails="Application")
    assert app.dataframe[0].value[weak.FAILS.id].tolist() == ["e-Klinik"]


@pytest.mark.parametrize("language", Language)
def test_the_workbook_for_assessors_is_offered_on_the_first_page(store: None, language: Language) -> None:
    app = opened(places.HOME, language)
    (offered,) = [one.proto.label for one in app.get("download_button")]
    assert offered == evidence.BUTTON.in_(language)


def test_where_nothing_stops_a_service_that_is_said(store: None) -> None:
    app = opened(places.WEAK, Language.ID, fails="Storage")
    assert [one.value for one in app.success] == [weak.NONE_FOUND.id]


@pytest.mark.parametrize("language", Language)
def test_two_saved_scenarios_are_compared(store: None, language: Language) -> None:
    space = session.workspace()
    for name, key in (("Satu server", SERVER), ("Seruangan", ROOM)):
        uid = element_for(space.store, key).uid
        save_scenario(space.store, name, {uid: State.DOWN}, frozenset(), None, space.writer)
    app = opened(places.COMPARE, language, first="Satu server", second="Seruangan")
    said = words(app)
    assert compare.FAIL_TO[State.DOWN].filled(names="Server satu").in_(language) in said
    assert compare.FAIL_TO[State.DOWN].filled(names="Ruang server").in_(language) in said
    ways = [one.proto.label for one in app.get("page_link")]
    assert ways.count(compare.OPEN_IMPACT.in_(language)) == 2  # one below each scenario
    rows = app.dataframe[-1].value.to_dict("records")
    by_name = {row[common.NAME.in_(language)]: row for row in rows}
    assert (
        by_name["Server dua"][compare.SECOND.in_(language)] == f"■ {common.STATES[State.DOWN].in_(language)}"
    )
    assert "Data pasien" not in by_name
    assert compare.WORSE.filled(n=len(rows)).in_(language) in said
    assert compare.BETTER.filled(n=0).in_(language) in said
    turned = words(opened(places.COMPARE, language, first="Seruangan", second="Satu server"))
    assert compare.WORSE.filled(n=0).in_(language) in turned
    assert compare.BETTER.filled(n=len(rows)).in_(language) in turned


def test_a_scenario_is_saved_on_the_page_and_opened_again(store: None) -> None:
    app = opened(places.IMPACT, Language.ID, failed=SERVER)
    app.text_input(key="impact.saved.name").set_value("Uji simpan").run()
    app.button(key="impact.saved.do").click().run()
    assert compare.SAVED.filled(name="Uji simpan").id in "\n".join(one.value for one in app.success)
    again = opened(places.IMPACT, Language.ID)
    assert any("Uji simpan" in one.label for one in again.button)
    next(one for one in again.button if "Uji simpan" in one.label).click().run()
    assert not any("Uji simpan" in one.label for one in again.button)


def test_a_scenario_before_and_after_a_load_is_compared(store: None) -> None:
    space = session.workspace()
    uid = element_for(space.store, ROOM).uid
    save_scenario(space.store, "Seruangan", {uid: State.DOWN}, frozenset(), None, space.writer)
    load = records.loads(space.store)[-1].id
    app = opened(places.COMPARE, Language.ID, first="Seruangan", second="Seruangan", second_at=load)
    assert [one.value for one in app.success] == [compare.SAME.id]


@pytest.mark.parametrize("language", Language)
def test_the_order_of_repairs_is_shown(store: None, language: Language) -> None:
    app = opened(places.IMPACT, language, failed=[ROOM, SERVER], sort="importance")
    assert not app.exception
    table = next(one.value for one in app.dataframe if impact.RESTORE.in_(language) in one.value.columns)
    assert set(table[impact.RESTORE.in_(language)]) == {"Ruang server", "Server satu"}
    assert impact.NO_DURATION.in_(language) in words(app)


def test_a_link_restores_question_protection_date_and_filter(store: None) -> None:
    app = opened(
        places.IMPACT, Language.EN, failed=ROOM, protect=SERVER, on="2026-11-22", show="Server", who="x"
    )
    chosen = {box.label: box.value for box in app.multiselect}
    assert chosen[impact.FAILED.en] == [ROOM]
    assert chosen[impact.PROTECTED.en] == [SERVER]
    assert chosen[impact.ONLY_KINDS.en] == ["Server"]
    assert app.date_input[0].value.isoformat() == "2026-11-22"


PROVED = {
    "impact": (places.IMPACT, {"failed": SERVER}),
    "causes": (places.IMPACT, {"way": "causes", "trouble": "dinkes/service/L-1"}),
    "what if": (places.IMPACT, {"failed": SERVER, "what": f"retire|{SERVER}"}),
    "weak points": (places.WEAK, {}),
    "pairs": (places.WEAK, {"part": "pairs"}),
    "exposure": (places.WEAK, {"part": "exposure"}),
    "promises": (places.WEAK, {"part": "promises"}),
    "availability": (places.WEAK, {"part": "availability", "fails": "ComputingFacility"}),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("question", PROVED)
def test_answers_can_be_taken_along_with_their_proof(store: None, question: str, language: Language) -> None:
    page, view = PROVED[question]
    app = opened(page, language, **view)
    assert not app.exception
    offered = {one.label: one.proto.help for one in app.get("download_button")}
    assert "simpul verify" in offered[impact.CERTIFICATE.in_(language)]


def test_an_empty_question_asks_for_an_element(store: None) -> None:
    assert impact.ASK.id in words(opened(places.IMPACT, Language.ID))


def test_a_link_to_an_element_that_is_gone_says_what_to_do(store: None) -> None:
    app = opened(places.EXPLORE, Language.ID, el="dinkes/server/TIDAK-ADA")
    assert not app.exception
    (said,) = app.warning
    assert "TIDAK" in said.value
    assert "kotak Cari" in said.value
    assert "simpul find" not in words(app)


def test_a_lost_upload_says_to_upload_again(store: None) -> None:
    app = opened(places.IMPORT, Language.ID, up="20260101-0123456789ab")
    assert imports.LOST.id in app.error[0].value


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("shown", similar_page.VIEWS)
def test_every_view_of_similar_applications_opens(store: None, shown: str, language: Language) -> None:
    app = opened(places.SIMILAR, language, view=shown)
    assert not app.exception
    assert not app.error
    assert words(app)


def test_a_pair_is_decided_and_waits_no_longer(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, least="1")
    verdicts = [one for one in app.button if one.label == similar.VERDICTS[Verdict.DISTINCT].id]
    assert len(verdicts) == 1
    verdicts[0].click().run()
    assert not app.exception
    assert "**1** sudah diputuskan" in words(app)
    next(one for one in app.button if one.label == similar.TAKE_BACK.id).click().run()
    assert "**0** sudah diputuskan" in words(app)


def test_who_decides_what_another_decided_meanwhile_is_told_and_decides_anew(store: None) -> None:
    ours, theirs = (opened(places.SIMILAR, Language.ID, least="1") for _ in range(2))
    _decide(theirs, Verdict.OVERLAP)
    _decide(ours, Verdict.DISTINCT)
    (told,) = ours.warning
    assert similar.VERDICTS[Verdict.OVERLAP].id in told.value
    assert similar.NOT_RECORDED.filled(verdict=similar.VERDICTS[Verdict.DISTINCT]).id in told.value
    made = decisions.rows(session.workspace().store)
    assert [one.verdict for one in made if not one.superseded] == [Verdict.OVERLAP]
    _decide(ours, Verdict.DISTINCT)
    assert not ours.warning
    made = decisions.rows(session.workspace().store)
    assert [one.verdict for one in made if not one.superseded] == [Verdict.DISTINCT]
    for app in (ours, theirs):
        next(one for one in app.run().button if one.label == similar.TAKE_BACK.id).click().run()


def test_what_another_decides_in_the_same_moment_is_counted(
    store: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, write = opened(places.SIMILAR, Language.ID, least="1"), deciding.recorded

    def second(space: Workspace, judgement: decisions.Judgement) -> Decision | None:
        assert write(space, replace(judgement, verdict=Verdict.OVERLAP)) is None
        return write(space, judgement)

    monkeypatch.setattr(deciding, "recorded", second)
    _decide(app, Verdict.DISTINCT)
    (made,) = decisions.rows(session.workspace().store)
    assert similar.NOT_RECORDED.filled(verdict=similar.VERDICTS[Verdict.DISTINCT]).id in app.warning[0].value
    assert "**1** sudah diputuskan" in words(app)
    writing.undo(made.load)


def test_a_key_pressed_twice_decides_once_and_goes_on(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, least="1")
    space, pair = session.workspace(), app.session_state["similar.shown"][0]
    left, right = pair.split("~")
    said = decisions.Judgement(left=left, right=right, verdict=Verdict.DISTINCT, seen=decisions.NOTHING)
    assert deciding.recorded(space, said) is None
    first = decisions.rows(space.store)[0]
    again = deciding.recorded(space, said)
    assert again is not None and again.id == first.record
    # the run that wrote it was cut off, and the page shows the pair still
    tried = Tried(pair=pair, seen="", verdict=Verdict.DISTINCT, by=space.writer.name)
    app.session_state["similar.last"] = tried.kept
    _decide(app, Verdict.DISTINCT)
    assert not app.warning and not app.error
    assert app.session_state["similar.shown"][0] != pair
    assert [one.record for one in decisions.rows(space.store)] == [first.record]
    next(one for one in app.button if one.label == similar.TAKE_BACK.id).click().run()
    assert decisions.rows(space.store) == []
    assert similar.KEYS_AT_FIRST.id in words(app)


def test_decisions_of_a_session_are_taken_back_one_after_the_other(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, least="1")
    for number in (1, 2):
        _decide(app, Verdict.DISTINCT)
        assert f"**{number}** sudah diputuskan" in words(app)
    for number in (1, 0):
        assert similar.KEYS_AT_FIRST.id not in words(app)
        next(one for one in app.button if one.label == similar.TAKE_BACK.id).click().run()
        assert f"**{number}** sudah diputuskan" in words(app)
    assert similar.KEYS_AT_FIRST.id in words(app)


def test_no_verdict_is_offered_before_the_others(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, least="1")
    labels = {label.id for label in similar.VERDICTS.values()}
    assert {one.proto.type for one in app.button if one.label in labels} == {"secondary"}


def test_counts_under_a_filter_are_told_apart_from_those_of_all(store: None) -> None:
    every = int(
        re.findall(r"\*\*(\d+)\*\* pasangan menunggu", words(opened(places.SIMILAR, Language.ID, least="1")))[
            0
        ]
    )
    app = opened(places.SIMILAR, Language.ID, least="1", waits="later")
    assert "Dengan saringan ini **0** pasangan" in words(app)
    assert f"**{every}** pasangan menunggu" in words(app)


def test_who_decides_the_same_as_another_meanwhile_is_told_so_and_goes_on(store: None) -> None:
    ours, theirs = (opened(places.SIMILAR, Language.ID, least="1") for _ in range(2))
    pair = ours.session_state["similar.shown"][0]
    _decide(theirs, Verdict.OVERLAP)
    _decide(ours, Verdict.OVERLAP)
    assert not ours.warning
    assert "sudah memutuskan hal yang sama (**Tumpang tindih**)" in words(ours)
    assert ours.session_state["similar.shown"][0] != pair
    assert len(decisions.rows(session.workspace().store)) == 1
    next(one for one in theirs.run().button if one.label == similar.TAKE_BACK.id).click().run()


def test_a_decision_on_another_kind_is_listed_as_that_and_counted_elsewhere(store: None) -> None:
    space = session.workspace()
    ends = [element_for(space.store, key) for key in (SERVER, f"{SERVER[:-1]}2")]
    said = decisions.Judgement(left=ends[0].uid, right=ends[1].uid, verdict=Verdict.DISTINCT)
    made = decisions.decide(space.store, space.metamodel, [said], space.writer)
    try:
        assert "**0** sudah diputuskan" in words(opened(places.SIMILAR, Language.ID, least="1"))
        listed = opened(places.SIMILAR, Language.ID, view="decided")
        assert listed.dataframe[0].value[common.KIND.id].tolist() == ["Server"]
        app = opened(places.SIMILAR, Language.ID, pair="~".join(one.uid for one in ends))
        told = words(app).replace("\\", "")
        assert all(one.key in told for one in ends)
        assert "simpul decide" in told
        assert not [one for one in app.button if one.label == similar.VERDICTS[Verdict.DISTINCT].id]
    finally:
        writing.undo(made.load.id)


def test_other_kinds_that_are_compared_are_chosen_above_the_queue(store: None) -> None:
    for kind in ("Service", "DataObject", "OrgUnit"):
        app = opened(places.SIMILAR, Language.ID, least="0", compared=kind)
        assert not app.exception
        assert "pasangan menunggu" in words(app)
    assert app.selectbox[0].value == "OrgUnit"


def test_postponed_pairs_are_asked_for_alone(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, least="1")
    shown = app.session_state["similar.shown"][0]
    _decide(app, Verdict.POSTPONE)
    later = opened(places.SIMILAR, Language.ID, least="1", waits="later")
    assert "Dengan saringan ini **1** pasangan" in words(later)
    assert later.session_state["similar.shown"][0] == shown
    next(one for one in app.button if one.label == similar.TAKE_BACK.id).click().run()


def test_a_postponed_pair_only_waits(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, least="1")
    (before,) = [line for line in words(app).splitlines() if "pasangan menunggu" in line]
    assert "**0** sudah diputuskan" in before
    _decide(app, Verdict.POSTPONE)
    waiting = before.partition(" · ")[0]
    assert f"{waiting} (di antaranya **1** ditunda) · **0** sudah diputuskan" in words(app)
    next(one for one in app.button if one.label == similar.TAKE_BACK.id).click().run()


def test_a_decision_leads_back_to_its_pair(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, least="1")
    _decide(app, Verdict.DISTINCT)
    (made,) = decisions.rows(session.workspace().store)
    listed = opened(places.SIMILAR, Language.ID, view="decided")
    assert decided_words.CHOOSE_DECISION.id in words(listed)
    again = opened(places.SIMILAR, Language.ID, pair=f"{made.left}~{made.right}")
    assert "Sudah diputuskan **Berbeda**" in words(again)
    next(one for one in again.button if one.label == similar.ON_TO_QUEUE.id).click().run()
    assert "Sudah diputuskan **Berbeda**" not in words(again)
    next(one for one in app.button if one.label == similar.TAKE_BACK.id).click().run()


def test_contradicting_decisions_lead_to_their_pairs(store: None) -> None:
    space = session.workspace()
    uids = [element_for(space.store, f"bkd/application/X-{n}").uid for n in (0, 1, 3)]
    ends = ((0, 1, Verdict.DUPLICATE), (1, 2, Verdict.DUPLICATE), (0, 2, Verdict.DISTINCT))
    said = [
        decisions.Judgement(left=uids[one], right=uids[two], verdict=verdict) for one, two, verdict in ends
    ]
    made = decisions.decide(space.store, space.metamodel, said, space.writer)
    app = opened(places.SIMILAR, Language.ID, view="decided")
    assert not app.exception
    queries = [parse_qs(one.proto.query_string)["pair"][0] for one in app.get("page_link")]
    assert {frozenset(one.split("~")) for one in queries} == {
        frozenset((uids[one], uids[two])) for one, two, _ in ends
    }
    writing.undo(made.load.id)


def test_a_pair_that_is_not_there_is_told(store: None) -> None:
    assert plain(similar.NOT_COMPARED.id) in words(opened(places.SIMILAR, Language.ID, pair="x~y"))


def test_a_phrase_without_a_function_is_not_added(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, view="decided")
    next(one for one in app.text_input if one.label == decided_words.PHRASE.id).set_value("klinik")
    next(one for one in app.button if one.label == decided_words.ADD.id).click().run()
    assert [one.value for one in app.warning] == [decided_words.SAY_BOTH.id]
    assert next(one for one in app.text_input if one.label == decided_words.PHRASE.id).value == "klinik"


def _decide(app: AppTest, verdict: Verdict) -> None:
    next(one for one in app.button if one.label == similar.VERDICTS[verdict].id).click().run()
    assert not app.exception


@pytest.mark.parametrize("language", Language)
def test_what_decisions_teach_is_told_with_what_it_would_change(
    store: None, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    taught = weighting.Learnt(weights=Weights(baseline=30.0), before=0.5, after=0.9, decisions=24)
    monkeypatch.setattr(weighting, "learnt_from", lambda lessons, present: taught)
    app = opened(places.SIMILAR, language, view="decided")
    assert not app.exception
    said = next(line for line in words(app).splitlines() if "**24**" in line)
    waiting, then = (int(one) for one in re.findall(r"\*\*(\d+)\*\*", said)[1:])
    assert then > waiting
    moved = app.dataframe[-1].value
    assert set(moved[decided_words.MOVED_COLUMNS[0].in_(language)]) == {decided_words.APPEARS.in_(language)}
    assert [one.value for one in app.warning if likeness(0.8, language) in one.value]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("after", "foretold", "offered"), [(0.9, 0.8, True), (0.9, 0.5, True), (0.5, 0.4, False)]
)
def test_weights_that_decisions_speak_against_are_not_offered_or_advised_against(
    store: None,
    monkeypatch: pytest.MonkeyPatch,
    language: Language,
    after: float,
    foretold: float,
    offered: bool,
) -> None:
    taught = weighting.Learnt(weights=Weights(baseline=-5.0), before=0.6, after=after, decisions=24)
    monkeypatch.setattr(weighting, "learnt_from", lambda lessons, present: taught)
    monkeypatch.setattr(weighting, "foretold", lambda lessons: foretold)
    app = opened(places.SIMILAR, language, view="decided")
    assert any(one.label == decided_words.USE_LEARNT.in_(language) for one in app.button) is offered
    assert (decided_words.WORSE.in_(language) in words(app)) is not offered
    against = decided_words.ADVISED_AGAINST.in_(language) in [one.value for one in app.warning]
    assert against is (offered and foretold < 0.6)


def test_each_contradiction_is_told_with_its_own_sentence_and_fix(
    store: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [decision(1, "a", "b"), decision(2, "b", "c"), decision(3, "a", "c", verdict=Verdict.DISTINCT)]
    made += [decision(4, "b", "d", verdict=Verdict.DISTINCT), decision(5, "d", "c")]
    told = contradiction_findings(made)
    assert len(told) == 2
    monkeypatch.setattr(similar_decided, "contradiction_findings", lambda made, present: told)
    app = opened(places.SIMILAR, Language.ID, view="decided")
    assert not app.exception
    shown = [one.value.split("\n\n") for one in app.warning]
    assert shown == [[plain(one.message.id), plain(one.fix.id)] for one in told]


@pytest.mark.parametrize("language", Language)
def test_weights_learnt_for_another_engine_are_not_called_in_use(
    store: None, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    taught = weighting.Learnt(weights=Weights(baseline=30.0), before=0.5, after=0.9, decisions=24)
    for engine, said in ((ENGINE, decided_words.IN_USE), ("0", decided_words.OUTDATED)):
        chosen = weighting.Choice(
            version=1, by="budi", at="2026-11-24T09:30:00+00:00", engine=engine, learnt=taught
        )
        monkeypatch.setattr(weighting, "choices", lambda store, chosen=chosen: [chosen])
        told = words(opened(places.SIMILAR, language, view="decided"))
        assert said.in_(language).partition("{")[0] in told
        assert (decided_words.GO_BACK.in_(language) in told) == (engine == ENGINE)


def test_hostile_names_stay_text_beside_each_other(store: None) -> None:
    app = opened(places.SIMILAR, Language.ID, least="1")
    html = "".join(one.value for one in app.get("html"))
    assert "<img" not in html
    assert "<script>" not in html


@pytest.mark.parametrize("language", Language)
def test_applications_that_serve_one_function_are_paired(store: None, language: Language) -> None:
    app = opened(places.SIMILAR, language, view="code")
    assert similar.LEAD.filled(pairs=1).in_(language) in words(app)
    row = app.dataframe[0].value.iloc[0].tolist()
    assert {"SIMRS", "e-Klinik"} <= set(row)
    assert "Data pasien" in row


def test_hostile_names_are_escaped_in_markdown(store: None) -> None:
    app = opened(places.EXPLORE, Language.ID, el="bkd/application/X-3")
    heading = app.subheader[0].value
    assert HOSTILE[3] not in heading
    assert heading.startswith("\\[x\\]")


def test_the_language_switch_keeps_the_view(store: None) -> None:
    app = opened(places.IMPACT, Language.ID, failed=SERVER)
    app.segmented_control[0].set_value("en").run()
    assert {box.label: box.value for box in app.multiselect}[impact.FAILED.en] == [SERVER]
    assert app.query_params["lang"] in ("en", ["en"])


def test_a_link_to_a_reason_of_an_element_that_is_gone_claims_nothing(store: None) -> None:
    said = words(opened(places.IMPACT, Language.ID, failed=SERVER, why="dinkes/server/TIDAK-ADA"))
    assert "TIDAK-ADA" not in said
    assert impact.CHOOSE_NODE.id in said


def test_a_link_to_the_impact_of_an_element_that_is_gone_names_it(store: None) -> None:
    app = opened(places.IMPACT, Language.ID, failed="dinkes/server/TIDAK-ADA")
    assert "TIDAK" in app.warning[0].value
    assert impact.ASK.id in words(app)


def test_a_link_may_name_an_element_by_what_it_is_called(store: None) -> None:
    app = opened(places.IMPACT, Language.EN, failed="Server satu")
    assert {box.label: box.value for box in app.multiselect}[impact.FAILED.en] == [SERVER]
    assert not app.warning


@pytest.mark.parametrize("language", Language)
def test_a_template_is_offered_for_each_agency_and_for_none(store: None, language: Language) -> None:
    app = opened(places.IMPORT, language)
    box = next(one for one in app.selectbox if one.label == imports.TEMPLATE_FOR.in_(language))
    assert imports.EMPTY_TEMPLATE.in_(language) in box.options
    assert len(box.options) > 1
    assert imports.GET_TEMPLATE.in_(language) in {one.proto.label for one in app.get("download_button")}
