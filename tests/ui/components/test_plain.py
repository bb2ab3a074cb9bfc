"""Texts of users in Markdown show as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ui.components.plain import plain


def rendered(words: str) -> str:
    """Return the text a reader of Markdown sees, and fail if it sees anything but text."""
    tokens = MarkdownIt("commonmark").parseInline(plain(words))[0].children or []
    assert {token.type for token in tokens} <= {"text", "text_special"}, tokens
    return "".join(token.content for token in tokens)


@pytest.mark.parametrize(
    "words",
    [
        "**tebal**",
        "[klik](http://evil.example)",
        "<b>x</b>",
        ":red[x]",
        "$x^2$",
        "# judul",
        "1. satu",
        "a_b_c",
        "`x`",
    ],
)
def test_marks_are_shown_not_read(words: str) -> None:
    assert rendered(words) == words


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60))
def test_any_text_is_text(words: str) -> None:
    assert rendered(words).split() == words.split()
