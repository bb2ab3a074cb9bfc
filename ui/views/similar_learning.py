"""What decisions teach of the weights of evidence, and which pairs come and go with what they teach."""

from collections.abc import Callable, Sequence

import streamlit as st

from model.decision import standing
from model.kinds import ElementKind
from queries.redundancy import weighting
from queries.redundancy.bases import lessons_from
from queries.redundancy.engine import STRONG
from queries.redundancy.learning import FEWEST, Lessons
from queries.redundancy.weighting import Learnt, Moved
from ui import session
from ui.components.downloads import offer_workbook
from ui.components.numbers import numbered
from ui.components.workbook import Cell, Sheet, workbook
from ui.phrases import decided as words
from ui.session import say
from ui.similar.likeness import Similar
from ui.similar.scores import likeness, rounded
from ui.wording import moment, number, yes_no


def show_weights(found: Similar) -> None:
    """Show what the decisions teach, what would follow from it, and the ways there and back."""
    store, language = session.workspace().store, session.language()
    chosen = weighting.choices(store)
    lessons = lessons_from(found.made, found.comparison)
    learnt = weighting.learnt_from(lessons, found.comparison.weights)
    if learnt is None:
        st.caption(say(words.TOO_FEW, n=FEWEST))
    else:
        _learnt(found, learnt)
        if learnt.worse:
            st.info(say(words.WORSE))
        elif learnt.differs(found.comparison.weights):
            _consequences(found, learnt, lessons)
            acting(
                words.USE_LEARNT.in_(language),
                lambda: weighting.accept(store, learnt, session.workspace().writer),
            )
    if not chosen or chosen[-1].learnt is None:
        return
    latest = chosen[-1]
    said = words.OUTDATED if latest.outdated else words.IN_USE
    st.caption(say(said, version=latest.version, by=latest.by, at=moment(latest.at, language)))
    if not latest.outdated:
        acting(words.GO_BACK.in_(language), lambda: weighting.go_back(store, session.workspace().writer))


def _learnt(found: Similar, learnt: Learnt) -> None:
    """With how many decisions the weights agree, and how many pairs wait with each."""
    language, present = session.language(), found.comparison.weights
    waiting, then = (
        weighting.waiting_with(found.comparison, weights, found.decided)
        for weights in (present, learnt.weights)
    )
    st.markdown(
        say(
            words.LEARNT,
            n=number(learnt.decisions, language),
            before=round(100 * learnt.before),
            after=round(100 * learnt.after),
            waiting=number(waiting, language),
            then=number(then, language),
        )
    )
    gone = sum(
        one.gone and one.kind is ElementKind.APPLICATION and one.verdict.same is not None
        for one in standing(found.made).values()
    )
    if gone:
        st.caption(say(words.LEARNT_OF_GONE, n=number(gone, language)))


def _consequences(found: Similar, learnt: Learnt, lessons: Lessons) -> None:
    """What to know before accepting: how good the weights are, and which pairs come and go."""
    language = session.language()
    share = weighting.foretold(lessons)
    if share is not None:
        st.caption(say(words.FLATTERS, share=round(100 * share)))
        if share < learnt.before:
            st.warning(say(words.ADVISED_AGAINST))
    doubtful = weighting.doubtful(found.made)
    if doubtful < weighting.FEWEST_DOUBTFUL:
        st.warning(say(words.ONE_SIDED, n=doubtful, strong=likeness(STRONG, language)))
    moved = weighting.moved_with(found.comparison, learnt.weights, found.decided)
    if not moved:
        st.caption(say(words.NONE_MOVED))
        return
    gone = [one for one in moved if not one.appears]
    counts = {"gone": len(gone), "national": sum(one.national for one in gone), "new": len(moved) - len(gone)}
    st.markdown(say(words.MOVED, **{name: number(count, language) for name, count in counts.items()}))
    _table(moved)


def _table(moved: Sequence[Moved]) -> None:
    headers = [say(column) for column in words.MOVED_COLUMNS]
    rows = [_row(one) for one in moved]
    told = numbered(rows, headers, session.language())
    st.dataframe(told, hide_index=True, alt=say(words.MOVED_PAIRS))
    sheet = Sheet(say(words.MOVED_PAIRS), headers, rows)
    offer_workbook(lambda: workbook([sheet]), "simpul-bobot.xlsx", "bobot")


def _row(one: Moved) -> list[Cell]:
    left, right = one.pair.left, one.pair.right
    return [
        say(words.APPEARS if one.appears else words.VANISHES),
        left.name,
        left.owner,
        right.name,
        right.owner,
        rounded(one.before),
        rounded(one.after),
        yes_no(one.national, session.language()),
    ]


def acting(label: str, act: Callable[[], object]) -> None:
    """Show a button that does something, after which the page is drawn anew."""
    if st.button(label, key=f"do.{label}"):
        act()
        st.rerun()
