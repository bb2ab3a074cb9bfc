"""Streamlit's own words in the language of the page; it has no way to translate them."""

import json

import streamlit as st

from ui.phrases import common
from ui.session import say

_NO_MATCH = '[role="listbox"] [role="option"][style*="contents"] > span'
_LOST = 'section[role="dialog"] > h2'  # the only dialog there is: that of an address without a page
_LOST_MORE = f"{_LOST} + div > div"


def reword() -> None:
    """Show what an empty list of choices and an address without a page say in the page's language."""
    told = {_NO_MATCH: common.NO_CHOICE, _LOST: common.NO_PAGE, _LOST_MORE: common.NO_PAGE_HELP}
    sizes = {_NO_MATCH: "0.875rem", _LOST: "1.25rem", _LOST_MORE: "1rem"}
    rules = ""
    for place, text in told.items():
        content = json.dumps(say(text), ensure_ascii=False)
        rules += f"{place} {{ font-size: 0 }} {place} > * {{ display: none }}"
        rules += f"{place}::after {{ content: {content}; font-size: {sizes[place]} }}"
    st.html(f"<style>{rules}</style>")
