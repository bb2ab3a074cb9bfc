"""What was chosen in a table chooses nothing else once other things are listed."""

from streamlit.testing.v1 import AppTest

from tests.support.pages import choose


def page() -> None:
    import pandas as pd
    import streamlit as st

    from ui.components.choosing import chosen_row, chosen_rows, newly_chosen

    listed = st.session_state["listed"]
    table = pd.DataFrame({"name": listed})
    st.session_state["chosen"] = [listed[row] for row in chosen_rows(table, listed, "some")]
    st.session_state["new"] = newly_chosen(table, listed, "new")
    st.session_state["one"] = listed[chosen_row(table, listed, "one")]


def shown(*listed: str) -> AppTest:
    app = AppTest.from_function(page)
    app.session_state["listed"] = list(listed)
    return app.run()


def relisted(app: AppTest, *listed: str) -> AppTest:
    app.session_state["listed"] = list(listed)
    return app.run()


def test_rows_are_chosen_as_long_as_the_same_things_are_listed() -> None:
    app = choose(shown("a", "b", "c"), "some.", [2])
    assert app.session_state["chosen"] == ["c"]
    assert relisted(app, "a", "b", "c").session_state["chosen"] == ["c"]
    for other in (("a", "b"), ("b", "c", "a"), ("a", "b", "d")):
        relisted(app, *other)
        assert not app.exception
        assert app.session_state["chosen"] == []


def test_where_one_is_always_chosen_it_is_the_first_again() -> None:
    app = choose(shown("a", "b", "c"), "one.", [1])
    assert app.session_state["one"] == "b"
    assert relisted(app, "c", "b").session_state["one"] == "c"


def test_what_opens_something_opens_it_once() -> None:
    app = choose(shown("a", "b", "c"), "new.", [2])
    assert app.session_state["new"] == 2
    assert app.run().session_state["new"] is None
    assert choose(app, "new.", [0]).session_state["new"] == 0
    assert choose(app, "new.", []).session_state["new"] is None
    assert choose(app, "new.", [0]).session_state["new"] == 0


def test_a_number_beyond_the_rows_chooses_nothing() -> None:
    assert choose(shown("a"), "some.", [4]).session_state["chosen"] == []
