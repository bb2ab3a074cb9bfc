"""The text of a plan: a line for each member that a person reads, and that is read again."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from model.text import same
from queries.redundancy.disposing import Action, Choice, Disposition
from queries.redundancy.plans import RecordedPlan, latest_of, plan_choices, plan_text
from tests.support.leave_systems import element

said = st.text(
    st.characters(categories=("L", "N", "Zs"), include_characters=".,:;()/"), min_size=1, max_size=30
)
reasons = said.map(lambda text: " ".join(text.split())).filter(bool)


@given(st.sampled_from(Action), st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)), reasons)
def test_what_is_written_of_a_member_is_read_again(action: Action, last: date | None, reason: str) -> None:
    one = element("A")
    text = plan_text(
        [Disposition(uid="A", action=action, reason=same(reason))],
        {"A": one},
        {"A": last} if last else {},
    )
    assert plan_choices(f"{text}\nPenghematan per tahun: Rp 1.", {one.key: "A"}) == {
        "A": Choice(action=action, on=last, undated=last is None, reason=reason)
    }


def test_a_line_says_what_becomes_of_a_member_why_and_until_when() -> None:
    one = Disposition(uid="A", action=Action.RETIRE, reason=same("Kontrak\nhabis."))
    assert plan_text([one], {"A": element("A")}, {"A": date(2027, 12, 31)}) == (
        "A: Dihentikan. Kontrak habis. Hari terakhir: 31/12/2027. [x/application/A]"
    )


def test_the_plan_that_counts_is_the_latest_about_just_the_members() -> None:
    first = RecordedPlan(number="RAS-2026-001", at="2026-01-01", concerns=frozenset("AB"), keep="A")
    later = RecordedPlan(number="RAS-2026-002", at="2026-02-01", concerns=frozenset("AB"), keep="B")
    wider = RecordedPlan(number="RAS-2026-003", at="2026-03-01", concerns=frozenset("ABC"), keep="A")
    unread = RecordedPlan(number="RAS-2026-004", at="2026-04-01", concerns=frozenset("AB"))
    assert latest_of([later, first, wider, unread], "AB") == later
    assert latest_of([wider, unread], "AB") is None
