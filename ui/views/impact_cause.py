"""Dampak, the other way round: what could be the cause of what is in trouble."""

import pandas as pd
import streamlit as st

from queries.certificate.causes import causes_certificate
from queries.impact.causes import Cause, causes
from queries.impact.impact import Scenario
from ui import links, places, session
from ui.components.downloads import offer_proof, offer_workbook, origin
from ui.components.heights import height
from ui.components.plain import plain
from ui.graph.component import show_graph
from ui.graph.figure import frame_height, payload
from ui.impact import causing
from ui.links import View
from ui.phrases import causes as words
from ui.phrases import common
from ui.phrases import impact as impact_words
from ui.session import say
from ui.views import impact_ask
from ui.views.impact_ask import Asked
from ui.wording import number

_WIDTH = 1200  # pixels that the picture has at 1366
_FEW = 40  # elements of a picture that can be read at once
_MOST = 1_000  # rows of a table in the browser


def show(view: View) -> None:
    """Ask what is in trouble, and show what could be the cause."""
    st.subheader(say(words.QUESTION), anchor=False)
    asked = impact_ask.asked(view, causes=True)
    if asked.scenario is None:
        st.info(say(words.ASK))
        return
    symptoms, snapshot = asked.scenario, asked.snapshot
    found = causes(snapshot, symptoms.failed.keys(), symptoms.on, symptoms.protected)
    left, right = st.columns([6, 1], vertical_alignment="center")
    left.markdown(say(causing.sentence(found, len(symptoms.failed), plain)))
    if not found:
        return
    with right:
        _downloads(asked, symptoms, found)
    picture, table = st.tabs([say(impact_words.PICTURE), say(impact_words.TABLE)])
    with picture:
        _picture(asked, symptoms, found)
    with table:
        _table(asked, symptoms, found)
    st.caption(say(words.CHECK_UP))
    st.caption(say(impact_words.SHARE))


def _picture(asked: Asked, symptoms: Scenario, found: list[Cause]) -> None:
    language, metamodel = session.language(), asked.snapshot.metamodel
    figure, drawn = causing.figure(asked.snapshot, symptoms, found, _FEW)
    st.caption(say(words.PICTURE_HELP, n=number(drawn, language)))
    show_graph(
        payload(figure, metamodel, language, selected=None),
        key="impact.causes.graph",
        height=frame_height(figure, metamodel, _WIDTH),
        on_click=lambda chosen: links.go(places.EXPLORE, el=chosen),
    )


def _table(asked: Asked, symptoms: Scenario, found: list[Cause]) -> None:
    language = session.language()
    rows = causing.rows(asked.snapshot, found[:_MOST], len(symptoms.failed), language)
    table = pd.DataFrame(rows, columns=[say(column) for column in causing.COLUMNS])
    st.dataframe(table, hide_index=True, height=height(table), alt=say(words.SHEET))
    if len(found) > _MOST:
        st.caption(say(common.MORE, n=number(len(found) - _MOST, language)))


def _downloads(asked: Asked, symptoms: Scenario, found: list[Cause]) -> None:
    language = session.language()
    with st.popover(say(impact_words.DOWNLOAD)):
        offer_workbook(
            lambda: causing.causes_workbook(asked.snapshot, symptoms, found, language, asked.standing),
            "simpul-penyebab.xlsx",
            "causes",
            words.XLSX_HELP,
        )
        offer_proof(
            lambda: causes_certificate(asked.snapshot, symptoms, found, origin(asked.load)),
            "causes",
            words.CERTIFICATE_HELP,
        )
