"""One system recorded by many agencies, each to be one element with users."""

import pandas as pd
import streamlit as st

from model.kinds import ElementKind
from queries.redundancy.usage import usages
from ui import session
from ui.components.heights import height
from ui.components.plain import plain
from ui.components.workbook import Sheet, workbook
from ui.links import View
from ui.phrases import common
from ui.phrases import similar as words
from ui.session import say
from ui.wording import number

_TALL = 560


def show(_: View) -> None:
    """Show the systems that several agencies recorded, each to be one element with users."""
    found = session.similar(ElementKind.APPLICATION)
    proposals = usages(found.comparison, found.knowledge.national)
    if not proposals:
        st.info(say(words.NO_USAGE))
        return
    language = session.language()
    st.markdown(say(words.LEAD_USAGE, n=number(len(proposals), language)))
    names = {entry.uid: entry for entry in found.comparison.corpus.entries}
    headers = [say(column) for column in words.USAGE_COLUMNS]
    rows = [
        [
            one.name,
            one.sentence.in_(language),
            names[one.keep].name if one.keep else say(words.TO_CREATE, name=one.name),
            "; ".join(f"{names[uid].name} ({names[uid].agency})" for uid in one.copies),
            "; ".join(one.agencies),
        ]
        for one in proposals
    ]
    st.dataframe(
        pd.DataFrame(rows, columns=headers), hide_index=True, height=height(rows, _TALL), alt=say(words.USAGE)
    )
    st.caption(plain(say(words.USAGE_HOW)))
    st.download_button(
        say(common.DOWNLOAD_XLSX),
        lambda: workbook([Sheet(say(words.USAGE), headers, rows)]),
        file_name="simpul-pengguna-aplikasi.xlsx",
        on_click="ignore",
    )
