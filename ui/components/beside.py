"""Two elements side by side, and the evidence of their likeness, as compact tables."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from ui.phrases import common
from ui.phrases import similar as words
from ui.session import language, say
from ui.similar.pairs import EvidenceRow, SideRow
from ui.wording import number

_STYLE = """
<style>
.beside { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.35 }
.beside th, .beside td { text-align: left; vertical-align: top; padding: 0.25rem 0.5rem;
  border-bottom: 1px solid rgba(128, 128, 128, 0.25); overflow-wrap: anywhere }
.beside th[scope=row] { font-weight: 400; opacity: 0.75; width: 18%; overflow-wrap: normal }
.beside .both { font-weight: 600 }
.beside .value { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
.beside .bar { width: 34%; }
.beside .bar div { height: 0.7rem; border-radius: 2px; background: currentColor; opacity: 0.65 }
.beside .bar div.against { opacity: 0.8;
  background: repeating-linear-gradient(45deg, currentColor 0 2px, transparent 2px 5px) }
</style>
"""


def show_beside(names: tuple[str, str], rows: Iterable[SideRow]) -> None:
    """Show what each of two says, line by line; what both say is bold and marked, what parts them too."""
    head = "".join(f"<th scope=col>{escape(name)}</th>" for name in names)
    lines = "".join(
        f"<tr><th scope=row>{_head(row)}</th>"
        f"{_cell(row, row.left, row.more[0])}{_cell(row, row.right, row.more[1])}</tr>"
        for row in rows
    )
    st.html(
        f"{_STYLE}<table class=beside><thead><tr><th></th>{head}</tr></thead><tbody>{lines}</tbody></table>"
    )


def show_evidence(rows: Iterable[EvidenceRow]) -> None:
    """Show the terms of a score, each with a bar and its log-odds."""
    head = f"<th scope=col>{escape(say(words.EVIDENCE))}</th><th></th>"
    head += f"<th scope=col class=value>{escape(say(words.WEIGHT))}</th>"
    lines = "".join(
        f'<tr><td title="{escape(row.help)}">{escape(row.label)}</td>'
        f"<td class=bar>{_bar(row)}</td>"
        f"<td class=value>{escape(row.value)}</td></tr>"
        for row in rows
    )
    st.html(f"{_STYLE}<table class=beside><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>")


def show_meanings(rows: Iterable[EvidenceRow]) -> None:
    """Show what each term of a score means, in lay words."""
    lines = "".join(
        f"<tr><th scope=row>{escape(row.label)}</th><td>{escape(row.help)}</td></tr>" for row in rows
    )
    st.html(f"{_STYLE}<table class=beside><tbody>{lines}</tbody></table>")


def _head(row: SideRow) -> str:
    mark = "≠ " if row.apart else "≈ " if row.near else ""
    return f"{mark}{escape(say(row.label))}"


def _cell(row: SideRow, said: Sequence[tuple[str, bool]], more: int) -> str:
    parts = [
        f"<span class=both>✓\N{NO-BREAK SPACE}{escape(text)}</span>" if shared else _words(row, text)
        for text, shared in said
    ]
    if more:
        parts.append(escape(say(common.MORE, n=number(more, language()))))
    return f"<td>{'; '.join(parts) or '–'}</td>"


def _words(row: SideRow, text: str) -> str:
    return "".join(
        f"<span class=both>{escape(piece)}</span>" if shared else escape(piece)
        for piece, shared in row.pieces(text)
    )


def _bar(row: EvidenceRow) -> str:
    if row.share == 0:
        return ""
    against = " class=against" if row.against else ""
    return f'<div{against} style="width: {round(100 * row.share)}%"></div>'
