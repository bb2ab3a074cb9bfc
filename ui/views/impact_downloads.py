"""Dampak: the answer to take along, as a workbook, a picture, a text, or with its proof."""

import json
from collections.abc import Callable

import streamlit as st

from queries.certificate.document import Document
from queries.certificate.impact import impact_certificate
from queries.impact.certainty import Uncertain, cells
from queries.impact.impact import Affected, Impact
from queries.resilience.outlook import Outlook
from ui import reading, session
from ui.answers.impact import impact_json
from ui.components.downloads import offer, offer_proof, offer_workbook, origin
from ui.graph.drawing import mermaid, svg
from ui.graph.figure import MOST_NODES
from ui.impact import affected, restoring, unknown
from ui.phrases import impact as words
from ui.session import say
from ui.views.impact_ask import Asked


def offer_downloads(
    asked: Asked, impact: Impact, ahead: Outlook, rows: list[Affected], open_: list[Uncertain]
) -> None:
    """Offer the answer in every form; each is made only when it is asked for."""
    language, metamodel = session.language(), impact.snapshot.metamodel

    def workbook() -> bytes:
        more = [restoring.sheet(impact, ahead, language)]
        more += [unknown.sheet(open_, impact.snapshot, reading.written(), language)] if open_ else []
        return affected.answer_workbook(impact, ahead, rows, language, more, asked.standing)

    def certificate() -> Document:
        return impact_certificate(impact, open_, origin(asked.load), ahead.order)

    def shape() -> str:
        places = cells(session.workspace().store, metamodel, (gap for one in open_ for gap in one.gaps))
        shaped = impact_json(impact, ahead, open_, (places, reading.written()), impact.scenario.on)
        return json.dumps(shaped, ensure_ascii=False)

    def drawn(draw: Callable[..., str]) -> Callable[[], str]:
        return lambda: draw(affected.figure(impact, rows, MOST_NODES)[0], metamodel, language)

    with st.popover(say(words.DOWNLOAD)):
        offer_workbook(workbook, "simpul-dampak.xlsx", "impact", words.XLSX_HELP)
        offer_proof(certificate, "impact")
        offer(words.JSON, shape, "simpul-dampak.json", words.JSON_HELP)
        offer(words.SVG, drawn(svg), "simpul-dampak.svg", words.SVG_HELP)
        offer(words.MERMAID, drawn(mermaid), "simpul-dampak.mmd", words.MERMAID_HELP)
