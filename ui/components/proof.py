"""A button that downloads an answer with its proof."""

from collections.abc import Callable

import streamlit as st

from model.text import Text
from queries.certificate.document import Document, Origin, text_of
from queries.graph import meta
from ui import session
from ui.phrases import impact as words
from ui.session import say

_FILE = "simpul-bukti.json"


def origin(load: str | None = None) -> Origin:
    """Return where an answer of this session comes from. load: after which its data stand; None for now."""
    return Origin(store=meta(session.workspace().store)["store"], load=load)


def offer_proof(made: Callable[[], Document], key: str, help_: Text = words.CERTIFICATE_HELP) -> None:
    """Offer the certificate of an answer, made only when it is asked for. key: of the button."""
    st.download_button(
        say(words.CERTIFICATE),
        lambda: text_of(made()),
        file_name=_FILE,
        help=say(help_),
        on_click="ignore",
        key=f"proof.{key}",
        width="stretch",
    )
