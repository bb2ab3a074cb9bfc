"""Sheets that describe no elements: summaries, lists of choices, notes; and tables that nobody recognises."""

import re
from collections.abc import Iterable, Sequence

from ingest import reading_rules as rules
from ingest.context import Context
from ingest.draft import Draft
from ingest.files.workbook import Sheet
from ingest.layout.form import is_form
from ingest.layout.layout import NAMES_IT, NARROWEST, spoken_for
from ingest.layout.recognised import likely_headings
from ingest.values.values import text_of
from model.faults import Rule
from model.folding import fold, fold_words
from model.kinds import ElementKind
from model.metamodel.spec import KindSpec
from model.text import Text

_SUMMARY = frozenset(
    {
        "rekap", "rekapitulasi", "ringkasan", "pivot", "summary", "dashboard", "dasbor", "grafik", "chart",
        "statistik", "resume", "progres", "progress", "monitoring", "capaian", "laporan",
    }
)  # fmt: skip
_NOTES = frozenset(
    {"petunjuk", "panduan", "instruksi", "cover", "sampul", "readme", "keterangan", "catatan", "info"}
)
_LISTS = frozenset(
    {"pilihan", "referensi", "ref", "list", "lists", "dropdown", "master", "validasi", "opsi", "kode"}
)
_PIVOT = re.compile(
    r"^(?:row labels|label baris|grand total|total keseluruhan|count of|sum of|jumlah dari)", re.I
)


def left_out(sheet: Sheet, called: str, context: Context) -> Rule | None:
    """Tell why a sheet is not read, and return it; a sheet without content deserves no word."""
    why = reason(sheet, called, context)
    if why is not None:
        titled = _titled(called, context) if why is rules.UNKNOWN_SHEET else None
        if titled is not None:
            words = _headings(titled)
            context.told.tell(rules.TABLE_WITHOUT_NAMES, context.place(), None, rows=_rows(sheet), **words)
        else:
            context.told.tell(why, context.place(), rows=_rows(sheet), example=example_title(context))
    return why


def form_left_out(sheet: Sheet, called: str, context: Context) -> bool:
    """Tell that a sheet is a form, which is not read, and return whether it is one."""
    if set(fold_words(called)) & (_NOTES | _LISTS) or not is_form(sheet, context.headers):
        return False
    context.told.tell(rules.FORM_SHEET, context.place(), rows=len(sheet.rows))
    return True


def _titled(called: str, context: Context) -> KindSpec | None:
    """The kind that the title of a sheet says in some form: "Applications", "Aplikasi Dinas X"."""
    said = [(spoken_for(spec, (called, ""), ""), spec) for spec in context.headers.metamodel.kinds]
    best = max(said, key=lambda one: one[0])
    return best[1] if best[0] >= NAMES_IT else None


def _headings(spec: KindSpec) -> dict[str, Text]:
    """The words of an advice how to head the columns of names and codes."""
    return {
        "kind": spec.label,
        "name": Text(id=f"Nama {spec.label.id}", en=f"{spec.label.en} Name"),
        "code": Text(id=f"Kode {spec.label.id}", en=f"{spec.label.en} Code"),
    }


def _rows(sheet: Sheet) -> int:
    """How many rows stand below what is probably the header."""
    header = next(iter(likely_headings(sheet)), None)
    return sum(header is None or row > header.rows[-1] for row, _ in sheet.rows)


def reason(sheet: Sheet, called: str, context: Context) -> Rule | None:
    """Return why a sheet that was not recognised is not read; None for one without content."""
    if not sheet.rows:
        return None
    words = set(fold_words(called))
    wide = [cells for _, cells in sheet.rows if sum(text_of(cell) != "" for cell in cells) >= NARROWEST]
    if _is_list(sheet, context) or (words & _LISTS and not _is_summary(sheet)):
        return rules.LIST_SHEET
    if words & _SUMMARY or _is_summary(sheet):
        return rules.SUMMARY_SHEET
    return rules.NOTES_SHEET if words & _NOTES or len(wide) < 2 else rules.UNKNOWN_SHEET


def example_title(context: Context) -> str:
    """Return a title by which a sheet is recognised, for advice."""
    return context.headers.metamodel.kind(ElementKind.APPLICATION).label.id


def is_summary(sheet: Sheet, called: str, header: int) -> bool:
    """Return whether a table that names agencies or kinds only counts them."""
    return bool(set(fold_words(called)) & _SUMMARY) and _counts(sheet, header)


def is_plain_list(sheet: Sheet, called: str) -> bool:
    """Return whether a sheet nobody recognised lists no elements by its title, or only counts."""
    return bool(set(fold_words(called)) & (_SUMMARY | _NOTES | _LISTS)) or _is_summary(sheet)


def repeats(called: str, drafts: Sequence[Draft], others: Iterable[Draft]) -> bool:
    """Return whether a sheet called a summary only lists what other sheets of its workbook describe."""
    if not drafts or not set(fold_words(called)) & _SUMMARY:
        return False
    described = {_identity(draft) for draft in others}
    return sum(_identity(draft) in described for draft in drafts) > 0.8 * len(drafts)


def _identity(draft: Draft) -> tuple[str, str]:
    return draft.kind.value, fold(draft.code or draft.name or draft.key or "")


def _is_summary(sheet: Sheet) -> bool:
    texts = [text_of(cell) for _, cells in sheet.rows[:30] for cell in cells]
    return any(_PIVOT.match(text) for text in texts) or _counts(sheet, 0)


def _counts(sheet: Sheet, header: int) -> bool:
    """Whether the cells right of the first text of each row are mostly numbers."""
    numbers = texts = 0
    for _, cells in sheet.rows[header + 1 :]:
        named = next(
            (p for p, cell in enumerate(cells) if isinstance(cell, str) and cell.strip()), len(cells)
        )
        for cell in cells[named + 1 :]:
            text = text_of(cell)
            if text:
                number = (
                    not isinstance(cell, str) or text.replace(".", "").replace(",", "").strip("%").isdigit()
                )
                numbers, texts = numbers + number, texts + (not number)
    return numbers > 2 * texts and numbers > 0


def _is_list(sheet: Sheet, context: Context) -> bool:
    """Whether the columns only list what properties may say."""
    choices = {
        fold(word)
        for spec in context.headers.metamodel.kinds
        for prop in spec.properties
        for choice in prop.choices
        for word in choice.words
    }
    cells = [text_of(cell) for _, cells in sheet.rows[1:] for cell in cells if text_of(cell)]
    return bool(cells) and sum(fold(text) in choices for text in cells) > 0.6 * len(cells)
