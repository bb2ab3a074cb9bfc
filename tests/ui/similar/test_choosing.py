"""What a person chooses for a member: kept as texts, filled in as advised, nothing of it lost."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from model.text import Language, Text
from queries.redundancy.groups.disposing import ACTION_LABELS, Action, Choice, Disposition
from queries.redundancy.groups.plans import RecordedPlan
from ui.phrases import grouping
from ui.similar.choosing import changed, choices_of, chosen, kept, recorded, usual_day, usual_reason
from ui.similar.rationalising import offered_label

TODAY, UNTIL, OWN = date(2026, 11, 29), date(2027, 12, 31), date(2027, 3, 31)
WHY = Text(id="Pengguna dialihkan.", en="Users move.")
ADVISED = Disposition(uid="B", action=Action.MIGRATE, reason=WHY, into="A", on=UNTIL)

days = st.none() | st.dates(min_value=TODAY, max_value=date(2035, 1, 1))
choices = st.builds(
    lambda action, on, reason: Choice(action=action, on=on, undated=on is None, reason=reason),
    st.none() | st.sampled_from(Action),
    days,
    st.text(max_size=9),
)


@given(st.dictionaries(st.text(min_size=1, max_size=3), choices))
def test_choices_are_kept_as_texts_and_come_back(given_: dict[str, Choice]) -> None:
    assert choices_of(kept(given_)) == given_


def test_what_is_as_advised_is_no_choice() -> None:
    assert chosen(ADVISED, (Action.MIGRATE, UNTIL, " Users move. "), UNTIL, Language.EN) == Choice()
    assert kept({"B": Choice()}) == {}


def test_what_differs_is_a_choice() -> None:
    assert chosen(ADVISED, (Action.RETIRE, OWN, "Kontrak habis."), UNTIL, Language.ID) == Choice(
        action=Action.RETIRE, on=OWN, reason="Kontrak habis."
    )
    assert chosen(ADVISED, (Action.MIGRATE, None, ""), UNTIL, Language.ID) == Choice(undated=True)


def test_another_action_has_its_own_reason_and_the_day_of_the_others() -> None:
    assert usual_reason(ADVISED, Action.MIGRATE, Language.ID) == "Pengguna dialihkan."
    assert usual_reason(ADVISED, Action.KEEP, Language.ID) == "Dipilih oleh pengguna."
    merged = Disposition(uid="B", action=Action.MERGE, reason=WHY, into="A")
    assert usual_day(merged, UNTIL) == UNTIL
    assert usual_day(ADVISED, None) == UNTIL


def test_a_last_day_that_is_over_is_kept_so_that_the_page_can_say_so() -> None:
    assert choices_of({"B": ["", "2020-11-28", ""]}) == {"B": Choice(on=date(2020, 11, 28))}


PLAN = RecordedPlan(
    number="RAS-2026-001",
    at="",
    keep="A",
    concerns=frozenset("AB"),
    choices={"B": Choice(action=Action.RETIRE, on=OWN, reason="Kontrak habis.")},
)


def test_what_a_person_changes_of_a_recorded_plan_stands_and_the_rest_is_as_recorded() -> None:
    before = recorded(PLAN, None)
    assert before == PLAN.choices
    assert recorded(None, UNTIL) == {}
    later = changed(before, {"B": Choice(on=UNTIL)}, Language.ID)["B"]
    assert later == Choice(action=Action.RETIRE, on=UNTIL, reason="Kontrak habis.")
    undated = changed(before, {"B": Choice(undated=True)}, Language.ID)["B"]
    assert (undated.on, undated.undated) == (None, True)
    kept_too = changed(before, {"B": Choice(action=Action.KEEP)}, Language.ID)["B"]
    assert (kept_too.action, kept_too.reason) == (Action.KEEP, "Dipilih oleh pengguna.")
    assert changed(before, {"B": Choice()}, Language.ID) == before


def test_a_day_for_all_others_counts_in_place_of_the_recorded_ones() -> None:
    assert recorded(PLAN, UNTIL)["B"] == Choice(action=Action.RETIRE, reason="Kontrak habis.")


def test_what_stays_until_people_looked_at_it_is_offered_as_that() -> None:
    seen_first = Disposition(uid="B", action=Action.KEEP, reason=WHY, open=True)
    assert offered_label(seen_first, Action.KEEP) == grouping.KEPT_FOR_NOW
    assert offered_label(replace(seen_first, open=False), Action.KEEP) == ACTION_LABELS[Action.KEEP]
    assert offered_label(seen_first, Action.RETIRE) == ACTION_LABELS[Action.RETIRE]
