"""What a person leaves out of a plan, as it is chosen, kept beside the upload, shown and put back."""

from collections.abc import Iterable, Mapping
from typing import Any

from ingest.planning.leaving_out import NOTHING, SourceRow, Without
from ingest.values import choice_rules
from model.faults import Finding
from model.text import Language, Text
from ui.imports.planning_rows import PlanRow
from ui.phrases import imports as words
from ui.wording import place_words


def left_out_words(without: Without, findings: Iterable[Finding], language: Language) -> dict[str, str]:
    """Return what is left out, by word, as people read it; also what is no longer in the plan."""
    rows: dict[SourceRow | None, str] = {}
    keys: set[str | None] = set()
    for finding in findings:
        if finding.rule == choice_rules.LEFT_OUT.name:
            rows[SourceRow.at(finding.place)] = f"{finding.value} · {place_words(finding.place, language)}"
        elif finding.rule == choice_rules.NOT_RETIRED.name:
            keys.add(finding.value)
    shown: dict[str, str] = {}
    for row in without.rows:
        shown[row.word] = rows.get(row) or _idle(place_words(row.place, language)).in_(language)
    for key in without.keys:
        kept = words.NOT_RETIRED.filled(key=key)
        shown[key] = (kept if key in keys else _idle(key)).in_(language)
    return shown


def _idle(what: str) -> Text:
    return words.LEFT_OUT_IDLE.filled(what=what)


def with_more(without: Without, rows: Iterable[PlanRow]) -> Without:
    """Return what is left out when further rows of a plan are."""
    more = [row.leaves_out for row in rows]
    return Without(
        tuple(sorted({*without.rows, *(one for left in more for one in left.rows)})),
        tuple(dict.fromkeys((*without.keys, *(key for left in more for key in left.keys)))),
    )


def only(without: Without, kept: Iterable[str]) -> Without:
    """Return what is left out still when only these words are."""
    still = set(kept)
    return Without(
        tuple(row for row in without.rows if row.word in still),
        tuple(key for key in without.keys if key in still),
    )


def as_note(without: Without) -> dict[str, Any] | None:
    """Return what is left out in plain words, for keeping; None where nothing is."""
    if not without:
        return None
    return {"rows": [[row.file, row.sheet, row.row] for row in without.rows], "keys": [*without.keys]}


def noted(note: object) -> Without:
    """Return what a note leaves out; nothing where it is none of ours."""
    if not isinstance(note, Mapping):
        return NOTHING
    rows, keys = note.get("rows"), note.get("keys")
    found = [
        SourceRow(*row)
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, list) and [type(part) for part in row] == [str, str, int]
    ]
    return Without(tuple(found), tuple(map(str, keys)) if isinstance(keys, list) else ())
