"""What an impact leaves open, as people read it: what is not known and could change the answer."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from model.availability import State
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text
from queries.impact.certainty import Gap, Uncertain, Untold, Written
from queries.snapshot.snapshot import Snapshot
from ui.components.workbook import Sheet
from ui.impact.affected import name_of, state_words
from ui.overview import agency_name
from ui.phrases import common
from ui.phrases import impact as words
from ui.wording import listed, number

_NAMED = 3  # elements named beside a gap; how many more there are is said


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGap:
    """What is not known of an element, what that leaves open, and the worst that any of these could be."""

    gap: Gap
    leaves_open: tuple[Uncertain, ...]

    @property
    def possible(self) -> State:
        """The worst state that saying it could reveal."""
        return max(one.possible for one in self.leaves_open)


def open_gaps(found: Sequence[Uncertain]) -> list[OpenGap]:
    """Return what is not known, that that leave most open first, then by key."""
    by_gap: dict[Gap, list[Uncertain]] = {}
    for one in found:
        for gap in one.gaps:
            by_gap.setdefault(gap, []).append(one)
    gaps = [OpenGap(gap=gap, leaves_open=tuple(these)) for gap, these in by_gap.items()]
    return sorted(gaps, key=lambda g: (-len(g.leaves_open), -g.possible, g.gap.key, g.gap.relation))


def gap_headers(language: Language) -> list[str]:
    """Return the headers of the table of what is not known."""
    columns = (
        common.NAME,
        common.AGENCY,
        words.MISSING,
        words.LEAVES_OPEN,
        words.POSSIBLE,
        words.THESE,
        common.PLACE,
    )
    return [column.in_(language) for column in columns]


def gap_rows(
    gaps: Sequence[OpenGap], places: Sequence[str], snapshot: Snapshot, written: Written, language: Language
) -> list[tuple[str, str, str, int, str, str, str]]:
    """Return the table of what is not known, row by row as the headers say. places: of cells, in words."""
    return [
        (
            name_of(snapshot, one.gap.key),
            _agency(snapshot, one.gap.key),
            missing_words(one.gap, snapshot.metamodel, written).in_(language),
            len(one.leaves_open),
            state_words(one.possible, language),
            _named(one.leaves_open).in_(language),
            place,
        )
        for one, place in zip(gaps, places, strict=True)
    ]


def element_headers(language: Language) -> list[str]:
    """Return the headers of the table of elements that are not known to be safe."""
    columns = (words.KNOWN, words.POSSIBLE, common.KIND, common.NAME, common.AGENCY, common.KEY)
    return [column.in_(language) for column in columns]


def element_rows(
    found: Sequence[Uncertain], snapshot: Snapshot, language: Language
) -> list[tuple[str, str, str, str, str, str]]:
    """Return the table of elements that are not known to be safe."""
    return [
        (
            state_words(one.state, language),
            state_words(one.possible, language),
            snapshot.metamodel.kind(one.kind).label.in_(language),
            one.name,
            agency_name(snapshot, one.index) or "",
            one.key,
        )
        for one in found
    ]


def sheet(found: Sequence[Uncertain], snapshot: Snapshot, written: Written, language: Language) -> Sheet:
    """Return the elements that are not known to be safe, with what is missing, as a sheet of the workbook."""
    rows = [
        (
            *cells,
            "; ".join(
                f"{gap.key} {missing_words(gap, snapshot.metamodel, written).in_(language)}"
                for gap in one.gaps
            ),
        )
        for cells, one in zip(element_rows(found, snapshot, language), found, strict=True)
    ]
    headers = [*element_headers(language), words.MISSING.in_(language)]
    return Sheet(words.GAPS_SHEET.in_(language), headers, rows)


def missing_words(gap: Gap, metamodel: Metamodel, written: Written) -> Text:
    """Return what is not known: "berjalan di: Server, Layanan awan"; or why what is written does not tell."""
    label = metamodel.relation(gap.relation).label
    match gap.why(written):
        case Untold.UNLINKED:
            told = words.UNLINKED.filled(texts=", ".join(f"“{text}”" for text in gap.texts(written)))
        case Untold.PLANNED:
            told = words.NOT_USED_YET.filled(names=", ".join(gap.planned))
        case Untold.ENDED:
            told = words.ENDED.filled(names=", ".join(gap.ended))
        case Untold.EMPTY:
            kinds = [metamodel.kind(kind).label for kind in gap.to]
            told = Text(id=", ".join(kind.id for kind in kinds), en=", ".join(kind.en for kind in kinds))
    return Text(id=f"{label.id}: {told.id}", en=f"{label.en}: {told.en}")


def why_counted(gaps: Iterable[Gap], written: Written) -> Text:
    """Return how many are not known for which reason: "4 kosong, 6 tertulis tetapi belum terkait"."""
    counts = Counter(gap.why(written) for gap in gaps)

    def told(language: Language) -> str:
        return ", ".join(
            words.WHY_OPEN[why].filled(n=number(counts[why], language)).in_(language)
            for why in Untold
            if counts[why]
        )

    return Text(id=told(Language.ID), en=told(Language.EN))


def _agency(snapshot: Snapshot, key: str) -> str:
    index = snapshot.with_key(key)
    return (agency_name(snapshot, index) or "") if index is not None else ""


def _named(found: Sequence[Uncertain]) -> Text:
    told = partial(listed, found, _NAMED, name=lambda one: one.name)
    return Text(id=told(Language.ID), en=told(Language.EN))
