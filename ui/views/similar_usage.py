"""One system recorded by many agencies, each to be one element with users."""

import pandas as pd
import streamlit as st

from model.kinds import ElementKind
from queries.redundancy.corpus import Entry
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
    proposals = usages(found.comparison, found.knowledge.national, found.made)
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
            _called(names[one.keep]) if one.keep else say(words.TO_CREATE, name=one.name),
            "; ".join(_called(names[uid]) for uid in one.copies),
            "; ".join(one.agencies),
        ]
        for one in proposals
    ]
    st.dataframe(
        pd.DataFrame(rows, columns=headers), hide_index=True, height=height(rows, _TALL), alt=say(words.USAGE)
    )
    st.caption(plain(say(words.USAGE_HOW)))
    keys = [
        [names[one.keep].key if one.keep else "", "; ".join(names[uid].key for uid in one.copies)]
        for one in proposals
    ]
    sheet = Sheet(
        say(words.USAGE),
        [*headers, *map(say, words.USAGE_KEYS)],
        [[*row, *more] for row, more in zip(rows, keys, strict=True)],
    )
    st.download_button(
        say(common.DOWNLOAD_XLSX),
        lambda: workbook([sheet]),
        file_name="simpul-pengguna-aplikasi.xlsx",
        on_click="ignore",
    )


def _called(entry: Entry) -> str:
    return f"{entry.name} ({entry.owner})"
