"""How a sheet is laid out: where its header stands, what the sheet describes, what its columns mean.

Nothing is known of a sheet beforehand. Every row near the top, and every pair of rows, is tried as header for
every kind; what the columns match, what the sheet is called and which codes stand in it decide together.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique

from ingest.files.workbook import Cell, Sheet
from ingest.layout.header_rows import HeaderRows, Titles, groups, header_rows
from ingest.layout.headers import Column, Headers, Meaning, Part, forms
from ingest.values.values import text_of
from model.folding import fold, fold_code
from model.kinds import ElementKind
from model.metamodel.spec import KindSpec

_LONGEST = 400  # characters of a header with its instructions
_HEADING_CELLS = 3  # a row above the header with more is none of its headings
NAMES_IT = 3.0  # what the name of a sheet must say of a kind when its headers hardly do
_EQUAL = 0.5  # candidates that differ by less are equally good
_TWO_ROWS = 0.6  # what a header of two rows must gain over one of one row
_SAMPLED = 60  # data rows looked at for codes
NARROWEST = 3  # filled cells in a row; narrower ones are no table
RELATION_ENDS = (
    frozenset({"source", "sumber", "asal", "dari", "from"}),
    frozenset({"relation", "relasi", "hubungan", "jenisrelasi", "jenishubungan"}),
    frozenset({"target", "tujuan", "ke", "to"}),
)
_IDENTIFYING = frozenset({Part.NAME, Part.BOTH, Part.OUTLINE, Part.CODE, Part.KEY})


@unique
class Shape(StrEnum):
    """What the rows of a sheet are."""

    KIND = "kind"  # elements of one kind
    OVERVIEW = "overview"  # elements of several domains, said in a column
    ELEMENTS = "elements"  # the interchange: the column "kind" says it
    RELATIONS = "relations"  # one relation a row
    CROSS_TABLE = "cross_table"  # one kind in the rows, another in the columns, marks between them


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of one sheet. first, last: positions of the header's rows among the sheet's rows.

    kind: None unless the shape is KIND. titles: the headers, for reading rows of several kinds.
    by: the only header by which it was recognised; None where more spoke for it.
    """

    shape: Shape
    first: int
    last: int
    titles: Titles
    kind: ElementKind | None = None
    columns: tuple[Column, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True)
class _Candidate(HeaderRows):
    """One or two rows taken as header, with the forms under which its columns may be known."""

    forms: tuple[tuple[str, ...], ...]


def layout_of(sheet: Sheet, title: str, file: str, headers: Headers) -> Layout | None:
    """Return the layout of a sheet; None when it describes nothing the metamodel knows.

    title: of the sheet, for CSV the name of the file. file: its path, which may name the kind too.
    """
    candidates = list(_candidates(sheet))
    for candidate in candidates:
        special = _interchange(candidate) or _overview(candidate, sheet, title, headers)
        if special is not None:
            return special
    scored = [found for one in candidates for found in _scored(one, sheet, (title, file), headers)]
    if not scored:
        return None
    best = max(score for score, _, _ in scored)
    leading = [(kind, one) for score, kind, one in scored if score > best - _EQUAL]
    if len({kind for kind, _ in leading}) > 1:
        return None
    kind, candidate = min(leading, key=lambda found: (found[1].last, found[1].last - found[1].first))
    columns = tuple(headers.columns(kind, candidate.titles))
    return Layout(Shape.KIND, candidate.first, candidate.last, candidate.titles, kind, columns)


def layout_by_name(sheet: Sheet, headers: Headers) -> Layout | None:
    """Return the layout of a table of which only the header of its names tells the kind: "Nama Aplikasi".

    For a table that is recognised by nothing else. None where the names of two kinds stand in it, or where
    what stands below is the headers of a form or of an instruction.
    """
    for one in _candidates(sheet):
        if not _only_headers(one, sheet):
            continue
        found = [
            (kind, position)
            for position, title in enumerate(one.forms)
            for kind in {kind for form in title for kind in headers.kinds_with(form)}
            if _names_own(headers.of(kind), title) and not _anywhere(headers, title)
        ]
        if len({kind for kind, _ in found}) == 1 and _lists(sheet, one, *found[0], headers):
            (kind, position), columns = found[0], tuple(headers.columns(found[0][0], one.titles))
            return Layout(
                Shape.KIND, one.first, one.last, one.titles, kind, columns, by=one.titles[position][0]
            )
    return None


def _only_headers(candidate: _Candidate, sheet: Sheet) -> bool:
    """Whether a header has the width of a table, and each cell of its row, or of its two, could be one."""
    headed = [title for title in candidate.forms if title]
    if len(headed) < NARROWEST or any(title[0].isdigit() for title in headed):
        return False
    if candidate.last > candidate.first:
        return bool(groups(sheet, candidate.first))
    return len(headed) == sum(text_of(cell) != "" for cell in sheet.rows[candidate.first][1])


def _names_own(known: Mapping[str, Meaning], title: Sequence[str]) -> bool:
    meaning = next((known[form] for form in title if form in known), None)
    return meaning is not None and meaning.own and meaning.part in (Part.NAME, Part.BOTH)


def _anywhere(headers: Headers, title: Sequence[str]) -> bool:
    """Whether a header may stand in the sheets of most kinds, as "OPD" may: it tells nothing of any."""
    return any(len(headers.kinds_with(form)) * 2 > len(ElementKind) for form in title)


def _lists(sheet: Sheet, candidate: _Candidate, kind: ElementKind, position: int, headers: Headers) -> bool:
    """Whether names stand below a header, not the further headers of a form."""
    texts = [
        text
        for _, cells in sheet.rows[candidate.last + 1 :][:_SAMPLED]
        if position < len(cells) and (text := text_of(cells[position]))
    ]
    known = headers.of(kind)
    return bool(texts) and sum(any(form in known for form in forms(text)) for text in texts) * 3 < len(texts)


def texts_above(sheet: Sheet, row: int) -> list[str]:
    """Return the texts that stand above the header: titles, notes, "OPD: …"; one line for each row."""
    found = []
    for _, cells in sheet.rows[:row]:
        texts = list(dict.fromkeys(text for cell in cells if (text := text_of(cell))))
        if len(texts) <= _HEADING_CELLS:
            found.append(" ".join(texts))
    return found


def _candidates(sheet: Sheet) -> Iterator[_Candidate]:
    """What may be the header; of two rows that are one by how they stand, neither is one by itself."""
    found = list(header_rows(sheet, _LONGEST))
    joined = {one.first for one in found if one.last > one.first and groups(sheet, one.first)}
    parts = joined | {first + 1 for first in joined}
    for one in found:
        if one.first in parts and not (one.first in joined and one.last > one.first):
            continue
        known = tuple(tuple(f for h in (t[1:] or t) for f in forms(h)) for t in one.titles)
        yield _Candidate(one.first, one.last, one.titles, known)


def _interchange(candidate: _Candidate) -> Layout | None:
    written = {form for title in candidate.forms for form in title[:1]}
    if all(written & end for end in RELATION_ENDS):
        return Layout(Shape.RELATIONS, candidate.first, candidate.last, candidate.titles)
    if "kind" in written and written & {"name", "key", "code"}:
        return Layout(Shape.ELEMENTS, candidate.first, candidate.last, candidate.titles)
    return None


def _overview(candidate: _Candidate, sheet: Sheet, title: str, headers: Headers) -> Layout | None:
    """An overview: a column says the domain of each row, and no column is one kind's own name."""
    anything = headers.of(ElementKind.REFERENCE_CODE)  # a kind with hardly any columns of its own
    meanings = [next((anything[f] for f in title if f in anything), None) for title in candidate.forms]
    parts = [meaning.part if meaning else None for meaning in meanings]
    if Part.KIND not in parts or not {Part.NAME, Part.CODE} & set(parts):
        return None
    position = parts.index(Part.KIND)
    said = [
        text
        for _, cells in sheet.rows[candidate.last + 1 :][:200]
        if position < len(cells) and (text := text_of(cells[position]))
    ]
    known = Counter(headers.domain_kinds(words)[:1] for words in said)
    if not said or known[()] > 0.4 * len(said):
        return None
    names = [meaning for meaning in meanings if meaning and meaning.part is Part.NAME]
    named = headers.metamodel.kind_named(title)
    if named is not None and any(
        (found := headers.of(named).get(form)) and found.part is Part.NAME and found.own
        for forms_ in candidate.forms
        for form in forms_
    ):
        return None
    return (
        Layout(Shape.OVERVIEW, candidate.first, candidate.last, candidate.titles) if names or said else None
    )


def _scored(
    candidate: _Candidate, sheet: Sheet, called: tuple[str, str], headers: Headers
) -> Iterator[tuple[float, ElementKind, _Candidate]]:
    hits = Counter(
        kind for title in candidate.forms for kind in {k for form in title for k in headers.kinds_with(form)}
    )
    above = " ".join(texts_above(sheet, candidate.first))[:2_000]
    for kind, count in hits.items():
        known = headers.of(kind)
        meanings = [next((known[form] for form in title if form in known), None) for title in candidate.forms]
        found = {meaning.name: meaning for meaning in meanings if meaning}
        numbers = sum(meaning is not None and meaning.part is Part.NUMBER for meaning in meanings)
        filled = sum(map(bool, candidate.titles)) - numbers
        spec = headers.metamodel.kind(kind)
        identified = any(m.part in _IDENTIFYING or m.name in spec.named_by for m in found.values())
        counted = sum(meaning.part is not Part.NUMBER for meaning in found.values())
        own = sum(meaning.own for meaning in found.values())
        names = [m for m in meanings if m and m.part in (Part.NAME, Part.BOTH)]
        # "Nama" beside "OPD": the own name of another kind is a column of this one
        named = len(names) < 2 and any(m.own and m.part in _IDENTIFYING for m in found.values())
        spoken = spoken_for(spec, called, above)
        enough = counted >= min(2, filled) or (named and spoken >= NAMES_IT)
        if not identified or not enough or not count:
            continue
        evidence = spoken + _coded(spec, candidate, sheet, meanings_of=known)
        if evidence or named or _telling(candidate, meanings, headers) > 1:
            folded = _TWO_ROWS if candidate.last > candidate.first else 0.0
            yield counted + 0.5 * own + 3.0 * named + evidence - folded, kind, candidate


def _telling(candidate: _Candidate, meanings: Sequence[Meaning | None], headers: Headers) -> float:
    """How much the columns that are a kind's own tell of it.

    A header that most kinds have tells nothing, whosever it is here; that of a property which kinds of
    several domains have ("Jenis", "Link") tells half.
    """
    own: dict[str, float] = {}
    for title, meaning in zip(candidate.forms, meanings, strict=True):
        if meaning is not None and meaning.own and not _anywhere(headers, title):
            kinds = {kind for form in title for kind in headers.kinds_with(form)}
            domains = {headers.metamodel.kind(kind).domain for kind in kinds}
            own[meaning.name] = 0.5 if meaning.part is Part.PROPERTY and len(domains) > 1 else 1.0
    return sum(own.values())


def spoken_for(spec: KindSpec, called: tuple[str, str], above: str) -> float:
    """Return how much the names of sheet and file and the texts above the header speak for a kind, 0–6."""
    title, file = fold(called[0]), fold(called[1].rpartition(".")[0] or called[1])
    names = [fold(words) for words in (*spec.label.both, spec.kind.value, *spec.synonyms)]
    names = [name for name in names if name]
    if title in names:
        return 6.0
    within = [name for name in names if len(name) >= 4]
    inside = max((len(name) for name in within if name in title), default=0)
    spoken = max((len(name) for name in within if name in fold(above)), default=0)
    filed = max((len(name) for name in within if name in file), default=0)
    return (
        (3.0 + inside / 100 if inside else 0)
        + (2.0 + spoken / 100 if spoken else 0)
        + (1.0 + filed / 100 if filed else 0)
    )


def _coded(spec: KindSpec, candidate: _Candidate, sheet: Sheet, meanings_of: Mapping[str, Meaning]) -> float:
    """How much the codes in the sheet speak for a kind."""
    if not spec.code_prefix:
        return 0.0
    prefix = fold_code(spec.code_prefix)
    positions = [
        position
        for position, title in enumerate(candidate.forms)
        if any(getattr(meanings_of.get(form), "part", None) in (Part.CODE, Part.BOTH) for form in title)
    ]
    said: list[Cell] = [
        cells[position]
        for _, cells in sheet.rows[candidate.last + 1 :][:_SAMPLED]
        for position in positions[:1]
        if position < len(cells) and isinstance(cells[position], str)
    ]
    coded = [fold_code(text_of(cell)) for cell in said if any(c.isdigit() for c in text_of(cell))]
    fitting = sum(code.startswith((f"{prefix}-", f"{prefix}0")) for code in coded)
    return 5.0 * fitting / len(coded) if coded else 0.0
