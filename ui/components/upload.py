"""The upload box in the language of the page: Streamlit's own words in it cannot be translated."""

import json

import streamlit as st

from model.text import Text
from ui.session import say

_BUTTON = '[data-testid="stFileUploaderDropzone"] > span button p'
_HINT = '[data-testid="stFileUploaderDropzoneInstructions"] span'


def word_upload_box(button: Text, hint: Text) -> None:
    """Show these words in the upload box of the page instead of Streamlit's."""
    label, told = (json.dumps(say(text), ensure_ascii=False) for text in (button, hint))
    st.html(
        f"<style>{_BUTTON}, {_HINT} {{ font-size: 0 }}"
        f"{_HINT} {{ white-space: normal; overflow: visible }}"
        f"{_BUTTON}::after {{ content: {label}; font-size: 1rem }}"
        f"{_HINT}::after {{ content: {told}; font-size: 0.875rem }}</style>"
    )
