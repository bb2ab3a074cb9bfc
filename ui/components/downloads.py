"""Buttons to take an answer along, as a workbook and with its proof; made only when they are pressed."""

from collections.abc import Callable

import streamlit as st

from model.text import Text
from queries.certificate.document import Document, Origin, text_of
from queries.graph import meta
from ui import session
from ui.phrases import common
from ui.phrases import impact as words
from ui.session import say

_PROOF = "simpul-bukti.json"


def origin(load: str | None = None) -> Origin:
    """Return where an answer of this session comes from. load: after which its data stand; None for now."""
    return Origin(store=meta(session.workspace().store)["store"], load=load)


def offer_workbook(made: Callable[[], bytes], name: str, key: str, help_: Text | None = None) -> None:
    """Offer an answer as a workbook. name: of its file. key: of the button."""
    _offer(common.DOWNLOAD_XLSX, made, name, f"workbook.{key}", help_)


def offer_proof(made: Callable[[], Document], key: str, help_: Text = words.CERTIFICATE_HELP) -> None:
    """Offer an answer with its proof. key: of the button."""
    _offer(words.CERTIFICATE, lambda: text_of(made()), _PROOF, f"proof.{key}", help_)


def offer(label: Text, made: Callable[[], str | bytes], name: str, help_: Text) -> None:
    """Offer an answer in another form. name: of its file."""
    _offer(label, made, name, f"file.{name}", help_)


def _offer(label: Text, made: Callable[[], str | bytes], name: str, key: str, help_: Text | None) -> None:
    st.download_button(
        say(label),
        made,
        file_name=name,
        help=None if help_ is None else say(help_),
        on_click="ignore",
        key=key,
    )
