"""How complete the infrastructure links of agencies are, as people read it: a sentence, rows, sheets."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from model.faults import Place
from model.keys import parse_key
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text
from queries.impact.certainty import Gap, Written
from queries.resilience.completeness import Completeness, Completion
from queries.snapshot.snapshot import Snapshot
from ui import places
from ui.components.workbook import Cell, Sheet
from ui.impact.affected import name_of
from ui.impact.unknown import missing_words, why_counted
from ui.phrases import common
from ui.phrases import completeness as words
from ui.phrases import impact as impact_words
from ui.wording import number, place_words

COLUMNS = (
    common.AGENCY,
    words.SHARE,
    words.FILLED,
    words.EXPECTED,
    words.UNKNOWN,
    words.LACKING,
)
GAP_COLUMNS = (common.NAME, common.KIND, impact_words.MISSING, common.PLACE, words.FILL_IN)


def sentence(found: Completion, written: Written, language: Language) -> str:
    """Return how much is known, why the rest is not, and what that leaves unknown."""
    said = [
        words.HOW_COMPLETE.filled(
            filled=number(found.filled, language),
            expected=number(found.expected, language),
            percent=percent(found.filled, found.expected),
        )
    ]
    if found.filled < found.expected:
        said.append(
            (words.LEFT_UNKNOWN if found.of_services else words.LEFT_UNKNOWN_APPLICATIONS).filled(
                missing=number(found.expected - found.filled, language),
                unknown=number(found.unknown, language),
                answers=number(found.answers, language),
                why=why_counted(found.gaps, written),
            )
        )
    return " ".join(text.in_(language) for text in said)


def percent(filled: int, expected: int) -> int:
    """Return a share in per cent, never 100 where anything lacks."""
    return 100 * filled // expected if expected else 100


def row(snapshot: Snapshot, one: Completeness, language: Language) -> tuple[Cell, ...]:
    """Return the completeness of one agency, as the columns say."""
    return (
        agency_words(snapshot, one, language),
        percent(one.filled, one.expected),
        one.filled,
        one.expected,
        one.unknown,
        lacking_words(snapshot.metamodel, one, language),
    )


def agency_words(snapshot: Snapshot, one: Completeness, language: Language) -> str:
    """Return what the agency is called."""
    return snapshot.names[one.agency] if one.agency >= 0 else impact_words.NO_AGENCY.in_(language)


def lacking_words(metamodel: Metamodel, one: Completeness, language: Language) -> str:
    """Return which kinds lack what: "12 Aplikasi (berjalan di), 3 Server (berada di)"."""
    parts = []
    for missing in one.missing:
        kind = metamodel.kind(missing.kind).label.in_(language)
        relation = metamodel.relation(missing.relation).label.in_(language)
        parts.append(f"{number(missing.count, language)} {kind} ({relation[:1].lower()}{relation[1:]})")
    return ", ".join(parts)


def scope(snapshot: Snapshot, one: Completeness) -> str | None:
    """Return the scope of the agency, for its workbook; None for what has no owner."""
    return parse_key(snapshot.keys[one.agency]).scope if one.agency >= 0 else None


def gap_rows(
    snapshot: Snapshot,
    gaps: Sequence[Gap],
    cells: Mapping[Gap, Place],
    written: Written,
    language: Language,
) -> list[tuple[str, str, str, str, str]]:
    """Return the links that lack, one by one: in which cell each could be filled in, and where by hand."""
    return [
        (
            name_of(snapshot, gap.key),
            snapshot.metamodel.kind(gap.kind).label.in_(language),
            missing_words(gap, snapshot.metamodel, written).in_(language),
            place_words(cells[gap], language) if gap in cells else "",
            f"{places.EXPLORE}?{urlencode({'lang': language.value, 'el': gap.key, 'do': 'relate'})}",
        )
        for gap in gaps
    ]


def without(snapshot: Snapshot, found: Completion, kind: ElementKind) -> list[tuple[str, str | None]]:
    """Return the elements of a kind that lack a link, each once, as name and agency, in that order."""
    lacking = {gap.uid: one.agency for one in found.agencies for gap in one.gaps if gap.kind is kind}
    rows = [
        (snapshot.names[snapshot.index(uid)], snapshot.names[agency] if agency >= 0 else None)
        for uid, agency in lacking.items()
    ]
    return sorted(rows, key=lambda row: (row[1] or "", row[0]))


def sheets(
    snapshot: Snapshot, found: Completion, cells: Mapping[Gap, Place], written: Written, language: Language
) -> tuple[Sheet, Sheet]:
    """Return the table of the agencies, and all that lacks with the cells to fill in."""
    headers: tuple[Text, ...] = (common.AGENCY, *GAP_COLUMNS[:-1], common.KEY)
    rows = [
        (agency_words(snapshot, one, language), *told[:-1], gap.key)
        for one in found.agencies
        for gap, told in zip(one.gaps, gap_rows(snapshot, one.gaps, cells, written, language), strict=True)
    ]
    return (
        Sheet(
            words.TITLE.in_(language),
            [column.in_(language) for column in COLUMNS],
            [row(snapshot, one, language) for one in found.agencies],
        ),
        Sheet(impact_words.MISSING.in_(language), [header.in_(language) for header in headers], rows),
    )
