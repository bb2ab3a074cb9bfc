"""Servers and rooms that could be consolidated, and what follows when some do the work of others."""

from datetime import date

import pandas as pd
import streamlit as st

from queries.whatif.machines import Machines
from ui import picking, reading, session
from ui.components.consolidation import show_consolidation
from ui.components.downloads import offer_workbook
from ui.components.heights import height
from ui.components.workbook import Sheet, workbook
from ui.links import View
from ui.phrases import whatif as words
from ui.session import say
from ui.similar import consolidating
from ui.wording import number

_TALL = 320  # pixels


def show(view: View) -> None:
    """Show what is little used, scattered or outdated, and the consolidation that is asked for."""
    snapshot, language = reading.snapshot(), session.language()
    machines = consolidating.machines_of(session.workspace().store, snapshot, date.today())
    counts = consolidating.machine_counts(machines)
    lead = [words.LEAD_MACHINES, *([words.SUPPORT_UNKNOWN] if counts["unknown"] else [])]
    told = {name: number(n, language) for name, n in counts.items()}
    st.markdown(" ".join(say(text, **told) for text in lead))
    _candidates(machines)
    st.subheader(say(words.TITLE), anchor=False)
    st.caption(say(words.HELP))
    _merged(view, machines)


def _candidates(machines: Machines) -> None:
    snapshot, language = reading.snapshot(), session.language()
    columns = [say(column) for column in consolidating.MACHINE_COLUMNS]
    rows = consolidating.machine_rows(snapshot, machines.all, language)
    st.dataframe(
        pd.DataFrame(rows, columns=columns),
        hide_index=True,
        height=height(rows, _TALL),
        alt=say(words.MACHINES),
    )
    spread = consolidating.scattered_rows(machines, snapshot)
    heads = [say(column) for column in consolidating.SCATTERED_COLUMNS]
    if spread:
        with st.expander(say(words.SCATTERED)):
            st.dataframe(pd.DataFrame(spread, columns=heads), hide_index=True, alt=say(words.SCATTERED))
    titles = say(words.MACHINES), say(words.SCATTERED)
    offer_workbook(
        lambda: workbook([Sheet(titles[0], columns, rows), Sheet(titles[1], heads, spread)]),
        "simpul-server-ruang.xlsx",
        "server-ruang",
    )


def _merged(view: View, machines: Machines) -> None:
    """Ask which one is kept and which are given up; show what follows."""
    snapshot, language = reading.snapshot(), session.language()
    kinds = consolidating.kinds_by_key(machines)
    one, two = st.columns([3, 5])

    def called(key: str) -> str:
        return picking.shown(snapshot, key, language) if key else "–"

    with one:
        keep = view.choice("keeps", say(words.KEEP), ["", *kinds], called)
    alike = [key for key, kind in kinds.items() if keep and key != keep and kind is kinds[keep]]
    with two:
        gone = view.choices("gives", say(words.GONE), alike, called, placeholder="")
    if not keep or not gone:
        st.info(say(words.CHOOSE_BOTH))
        return
    uids = [snapshot.uids[at] for key in (keep, *gone) if (at := snapshot.with_key(key)) is not None]
    store = session.workspace().store
    show_consolidation(consolidating.outcome_of(store, snapshot, (uids[0], uids[1:]), date.today()))
