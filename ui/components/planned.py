"""A plan as a page shows it: counts, and findings grouped by what to do."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from model.faults import Finding, Severity, said_once
from model.text import Language
from queries.loads.plan import Plan
from ui import session
from ui.components.plain import plain
from ui.components.widths import findings_widths
from ui.components.workbook import workbook
from ui.imports.corrections import grouped, head, one_fix
from ui.imports.plan_book import findings_sheet
from ui.phrases import common
from ui.phrases import imports as words
from ui.session import say
from ui.wording import number, place_words

if TYPE_CHECKING:
    from ui.imports.returning import Returnable

_MOST = 2_000  # rows of a table in the browser; the counts are of all


def show_counts(plan: Plan) -> None:
    """Show how many elements and relations are added, changed, retired, kept."""
    language = session.language()
    counts = plan.graph.counts()
    columns = ("add", "change", "retire", "unchanged")
    gone = words.REMOVE if plan.step.undoes else words.RETIRE  # undone, a thing was never there
    heads = (words.ADD, words.CHANGE, gone, words.KEEP)
    table = pd.DataFrame(
        [
            [number(counts[part][column], language) for column in columns]
            for part in ("elements", "relations")
        ],
        columns=[say(head) for head in heads],
        index=[say(words.ELEMENTS), say(words.RELATIONS)],
    )
    st.table(table, width="content", alt=say(words.STEP_PLAN))


def show_narrowed(findings: Sequence[Finding], all_: Sequence[Finding], marked: "Returnable") -> None:
    """Show the findings of a plan that the filters let through, and how many of all they are."""
    language = session.language()
    if len(findings) < len(all_):
        counts = {"n": len(findings), "total": len(all_)}
        told = {name: number(count, language) for name, count in counts.items()}
        st.markdown(say(words.FINDINGS_SHOWN, **told))
    show_findings(findings, [marked])


def show_findings(findings: Sequence[Finding], marked: "Sequence[Returnable]" = ()) -> None:
    """Show findings grouped by what to do, worst first, with places; and workbooks to send back.

    marked: the files that are at hand, to be marked themselves.
    """
    language = session.language()
    if not findings:
        st.markdown(say(words.NO_FINDINGS))
        return
    total = Counter(finding.severity for finding in findings)
    st.markdown(
        say(
            words.FINDINGS_COUNT,
            errors=number(total[Severity.ERROR], language),
            warnings=number(total[Severity.WARNING], language),
            infos=number(total[Severity.INFO], language),
        )
    )
    for rule, these in grouped(findings, lambda finding: finding).items():
        with st.expander(plain(head(these, language)), key=f"finding.{rule}"):
            if fix := one_fix(these):
                st.text(say(fix))
            columns, rows = findings_rows(said_once(these)[:_MOST], language)
            table = pd.DataFrame(rows, columns=columns)
            wide = findings_widths(columns, rows)
            st.dataframe(table, hide_index=True, alt=say(words.STEP_FINDINGS), **wide)
    with st.container(horizontal=True):
        offer_downloads(findings, marked)


def findings_rows(findings: Sequence[Finding], language: Language) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return findings of a group as a table: columns, then rows; with what to do where that differs."""
    columns = [common.PLACE, common.VALUE, common.FINDING]
    each = () if one_fix(findings) else (common.FIX,)
    rows = [
        (
            place_words(finding.place, language),
            finding.value or "",
            finding.message.in_(language),
            *(finding.fix.in_(language) for _ in each),
        )
        for finding in findings
    ]
    return [column.in_(language) for column in (*columns, *each)], rows


def offer_downloads(findings: Sequence[Finding], marked: "Sequence[Returnable]") -> None:
    """Offer findings as a table, and the agencies' own files with them marked."""
    language = session.language()
    st.download_button(
        say(words.RETURN_FINDINGS),
        lambda: findings_workbook(findings, language),
        file_name="catatan-perbaikan.xlsx",
        on_click="ignore",
    )
    _offer_marked(marked)


def _offer_marked(kept: "Sequence[Returnable]") -> None:
    """Offer the agencies' own files with the faulty cells marked, where there is anything to correct."""
    from ui.imports.returning import download_name, download_of  # heavy: reads and writes workbooks

    findings = [finding for one in kept for finding in one.findings]
    if not any(finding.severity is not Severity.INFO and finding.place.file for finding in findings):
        return
    metamodel, language = session.workspace().metamodel, session.language()
    st.download_button(
        say(words.RETURN_MARKED),
        lambda: download_of(kept, metamodel, language),
        file_name=download_name(findings),
        help=say(words.RETURN_MARKED_HELP),
        on_click="ignore",
    )


def findings_workbook(findings: Sequence[Finding], language: Language) -> bytes:
    """Return findings as a workbook that an agency can work through."""
    return workbook([findings_sheet(findings, language)])
