"""One system recorded by many agencies, each to be one element with users."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from model.keys import NATIONAL
from model.kinds import ElementKind
from queries.redundancy.usage import UsageProposal
from ui import links, places, reading, session
from ui.components.downloads import offer_workbook
from ui.components.plain import plain
from ui.components.workbook import workbook
from ui.imports.delivery import Prepared
from ui.links import View
from ui.phrases import common
from ui.phrases import similar as similar_words
from ui.phrases import usage as words
from ui.session import say
from ui.similar.usages import (
    Entries,
    command,
    lead,
    merge_label,
    missing_national,
    records,
    sheets,
    usages_of,
)
from ui.wording import number

_FILE = "aplikasi-nasional-{}.csv"  # by revision of the store: a later one is no edition of an earlier one
_SHOWN = 60  # systems on the page; the workbook has all


def show(_: View) -> None:
    """Show the systems that several agencies recorded, each to be one element with users."""
    found = reading.similar(ElementKind.APPLICATION)
    proposals = usages_of(session.workspace().store, reading.snapshot(), found, date.today())
    if not proposals:
        st.info(say(words.NONE))
        return
    language = session.language()
    st.markdown(lead(proposals, language))
    st.caption(say(words.HOW))
    entries = {entry.uid: entry for entry in found.comparison.corpus.entries}
    made = sheets(proposals, entries, similar_words.USAGE, language)
    with st.container(horizontal=True):
        _offer_missing(proposals)
        offer_workbook(lambda: workbook(made), "simpul-pengguna-aplikasi.xlsx", "pengguna-aplikasi")
    for one in proposals[:_SHOWN]:
        _proposal(one, entries)
    if len(proposals) > _SHOWN:
        st.caption(say(common.MORE, n=number(len(proposals) - _SHOWN, language)))


def _offer_missing(proposals: Sequence[UsageProposal]) -> None:
    """The way to load the national applications that are not on record yet: an import like any other."""
    count, content = missing_national(proposals)
    if count and st.button(say(words.PREPARE, n=count), help=say(words.PREPARE_HELP)):
        name = _FILE.format(session.workspace().revision)
        upload = reading.uploads().keep([Prepared(name, content)])
        links.go(places.IMPORT, up=upload, scope=NATIONAL)


def _proposal(one: UsageProposal, entries: Entries) -> None:
    """One system: the whole proposal in sight, the way to where it is merged, and its records."""
    with st.container(border=True):
        st.markdown(f"**{plain(one.name)}**  \n{plain(say(one.sentence))}")
        merge = command(one, entries)
        if one.keep and merge:
            copies = [entries[uid].key for uid in one.sure]
            links.link(
                places.EXPLORE,
                say(merge_label(one)),
                **{"el": entries[one.keep].key, "do": "merge", "with": copies},
            )
        elif one.create:
            st.caption(say(words.CREATE_HOW))
        rows = records(one, entries, session.language())
        with st.expander(say(words.RECORDS, n=len(rows))):
            headers = [say(column) for column in words.RECORD_COLUMNS]
            table = pd.DataFrame([[plain(cell) for cell in row] for row in rows], columns=headers)
            st.table(table.set_index(headers[0]), alt=one.name)
            if merge:
                st.code(merge, language=None, wrap_lines=True)
