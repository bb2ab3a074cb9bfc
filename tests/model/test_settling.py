"""What was said of a finding is a record and comes back from it."""

from hypothesis import given
from hypothesis import strategies as st

from model.kinds import ElementKind
from model.record import Load, Mode, with_content
from model.settling import Settlement, State, Subject, record_of, settlement_of

LOAD = Load(id="l1", at="2026-11-24T09:30:00+00:00", by="budi", mode=Mode.EDIT)
SUBJECT = Subject(
    finding="f1", rule="x", scope="dinkes", kind=ElementKind.SERVER, key="dinkes/server/S", name="S"
)


@given(st.text(), st.sampled_from([State.ACCEPTED, State.ANSWERED]), st.none() | st.text(min_size=1))
def test_a_settlement_comes_back_from_its_record(note: str, state: State, answer: str | None) -> None:
    record = record_of(SUBJECT, state, LOAD, 3, note=note, answer=answer or "")
    assert settlement_of(record) == Settlement(
        id="l1/0000003",
        load="l1",
        finding="f1",
        state=state,
        note=note,
        by="budi",
        at=LOAD.at,
        answer=answer,
    )
    assert not record.folds


def test_its_content_is_stored_like_any_record() -> None:
    record = record_of(SUBJECT, State.ACCEPTED, LOAD, 1, note="memang")
    head = {name: getattr(record, name) for name in HEAD}
    assert with_content(record.content(), **head) == record


HEAD = ("id", "load", "uid", "act", "source", "scope", "kind", "key", "at", "by")
