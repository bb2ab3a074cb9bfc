"""Open findings as pages to print, one for each agency, in the order in which they are worked through."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from model.faults import Finding, Place, said_once
from model.text import Language, Text
from ui.imports.corrections import grouped, head, one_fix, places
from ui.phrases import common
from ui.printing import document
from ui.wording import day, number

_TITLE = Text(id="Catatan perbaikan data arsitektur", en="Findings in the architecture data")
_FOOT = Text(
    id="Perbaiki pada berkas isian, lalu kirim kembali; catatan tertutup sendiri bila kiriman berikutnya "
    "sudah benar. Disusun dengan Simpul.",
    en="Correct your workbook and send it back; a finding closes by itself when the next delivery is right. "
    "Made with Simpul.",
)
_COUNT = Text(id="{n} catatan per {day}", en="{n} findings as of {day}")
_NONE = Text(id="Tidak ada catatan yang terbuka.", en="There are no open findings.")


def page(agencies: Sequence[tuple[Text, Sequence[Finding]]], on: date, language: Language) -> str:
    """Return the page: what people wrote is escaped, and nothing is loaded from elsewhere."""
    parts = [_agency(name, findings, on, language) for name, findings in agencies]
    empty = f"<h1>{_said(_TITLE, language)}</h1><p>{_said(_NONE, language)}</p>"
    return document(_TITLE.in_(language), parts or [empty], language)


def _agency(name: Text, findings: Sequence[Finding], on: date, language: Language) -> str:
    total = number(len(findings), language)
    counted = " · ".join(
        (_COUNT.filled(n=total, day=day(on, language)).in_(language), *places(findings, language))
    )
    top = (
        f"<h1>{_said(_TITLE, language)}</h1>",
        f"<p><strong>{_said(name, language)}</strong><br>",
        f"{escape(counted)}</p>",
    )
    groups = grouped(findings, lambda finding: finding).values()
    body = (_group(these, language) for these in groups)
    return f"<section>{''.join((*top, *body))}<footer>{_said(_FOOT, language)}</footer></section>"


def _group(findings: Sequence[Finding], language: Language) -> str:
    """One thing to do, or several of one kind, with every place it is to be done at."""
    fix = one_fix(findings)
    severity = common.SEVERITIES[findings[0].severity].in_(language)
    title = f"{severity}: {fix.in_(language)}" if fix else head(findings, language)
    columns = [common.FILE, common.SHEET, common.ROW, common.COLUMN, common.FINDING]
    each = [] if fix else [common.FIX]
    heads = "".join(f"<th>{_said(column, language)}</th>" for column in (*columns, *each))
    rows = "".join(_row(finding, language, with_fix=not fix) for finding in said_once(findings))
    return (
        f"<h2>{escape(title)}</h2>"
        f'<table class="list"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _row(finding: Finding, language: Language, *, with_fix: bool) -> str:
    said = (finding.message, finding.fix) if with_fix else (finding.message,)
    cells: Iterable[str] = (*_place(finding.place), *(text.in_(language) for text in said))
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _place(place: Place) -> tuple[str, str, str, str]:
    row = "" if place.row is None else str(place.row)
    return place.file or "", place.sheet or "", row, place.column or ""


def _said(text: Text, language: Language) -> str:
    return escape(text.in_(language))
