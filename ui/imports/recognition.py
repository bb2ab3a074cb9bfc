"""What step 2 of an import shows of a sheet, and what a person makes of it: no page and no store in here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum, unique
from functools import cached_property
from typing import Any

from ingest.cross.rules import KINDS_UNCLEAR, RELATION_UNCLEAR
from ingest.layout.headers import Headers
from ingest.layout.meanings import IGNORED, OWN, Group, identifies, meaning_of, offers, only_once
from ingest.layout.recognised import SHOWN, Certainty, Heading, Outcome, Recognised, SeenColumn
from ingest.layout.rules import MAPPED_MEANING_GONE
from ingest.layout.suggesting import LikelyKind, Proposed, likely_kinds, proposals
from ingest.reading_rules import UNKNOWN_SHEET
from model.faults import Finding
from model.fold import NAMED
from model.kinds import ElementKind
from model.metamodel.common import SUBJECTS
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text
from queries.layouts import Confirmed, KnownLayout, fingerprint
from queries.loads.plan import Plan
from ui.phrases import mapping as words
from ui.wording import moment, number

_MAPPED = (Outcome.KIND, Outcome.LEFT_OUT)  # a person may say what these are; the others say it themselves
_SHOWN_HEADERS = 6
_SHOWN_AGENCIES = 2
_UNKNOWN = Proposed(OWN, Certainty.UNKNOWN)
_GROUPS = {
    Group.IDENTITY: words.IDENTITY,
    Group.REFERENCE: words.REFERENCE,
    Group.PROPERTY: words.PROPERTY,
}


@unique
class Sign(StrEnum):
    """How a sheet was recognised, for the eye."""

    CHECK = "check"
    RECOGNISED = "recognised"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Changed:
    """What a person changed on one sheet and has not confirmed. kind: "" leaves it out; None: not changed.

    rows: of the header, as "11,12".
    """

    kind: str | None = None
    rows: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def noted(cls, note: object) -> "Changed":
        """Return what a note says; nothing where it is none of ours."""
        if not isinstance(note, Mapping):
            return cls()
        columns = note.get("columns")
        return cls(
            kind=_word(note.get("kind")),
            rows=_word(note.get("rows")),
            columns={str(k): str(v) for k, v in columns.items()} if isinstance(columns, Mapping) else {},
        )

    def note(self) -> dict[str, Any]:
        """Return it in plain words, for keeping."""
        return asdict(self)


@dataclass(frozen=True)
class Knowing:
    """What is known beside the sheet: the headers of the metamodel and the folded names of agencies."""

    headers: Headers
    agencies: frozenset[str] = frozenset()

    @property
    def metamodel(self) -> Metamodel:
        """The metamodel."""
        return self.headers.metamodel


@dataclass(frozen=True, slots=True)
class Line:
    """One column: what it means, how sure that is, and what was proposed before anybody changed it."""

    column: SeenColumn
    word: str
    certainty: Certainty
    proposed: str

    @property
    def changed(self) -> bool:
        """Whether a person changed it."""
        return self.word != self.proposed


@dataclass(frozen=True)
class Form:
    """What a person may say of a sheet, filled in as far as it is known."""

    seen: Recognised
    changed: Changed
    knowing: Knowing

    @cached_property
    def likely(self) -> list[LikelyKind]:
        """The kinds that are likeliest, with reasons."""
        return likely_kinds(self.seen, self.seen.headings[0], self.knowing.headers)

    @cached_property
    def proposed_kind(self) -> ElementKind | None:
        """The kind before anybody changed it; None: the sheet is left out."""
        if self.seen.outcome is Outcome.KIND:
            return self.seen.kind
        if self.seen.near is not None:
            return _kind(self.seen.near.said.kind)
        return self.likely[0].kind if _is_unknown(self.seen) and self.likely else None

    @cached_property
    def kind(self) -> ElementKind | None:
        """The kind as it stands; None: the sheet is left out."""
        return self.proposed_kind if self.changed.kind is None else _kind(self.changed.kind)

    @property
    def is_open(self) -> bool:
        """Whether nobody knows yet what the sheet lists: nothing is likely, and nobody chose."""
        return _is_unknown(self.seen) and self.proposed_kind is None and self.changed.kind is None

    @cached_property
    def proposed_heading(self) -> Heading:
        """Where the header stands before anybody changed it: most like a nearly known layout, if any."""
        near = frozenset(self.seen.near.said.headers) if self.seen.near else frozenset()
        return max(self.seen.headings, key=lambda one: len(near & set(one.headers)))

    @cached_property
    def heading(self) -> Heading:
        """Where the header stands."""
        wanted = (one for one in self.seen.headings if rows_word(one) == self.changed.rows)
        return next(wanted, self.proposed_heading)

    @cached_property
    def lines(self) -> list[Line]:
        """The columns below the header; none where the sheet is left out."""
        if self.kind is None:
            return []
        proposed = self._proposed(self.kind)
        found = []
        for column in self.heading.columns:
            one = proposed[column.key]
            word = self.changed.columns.get(column.key, one.word)
            if meaning_of(self.knowing.headers, self.kind, word) is None:
                word = one.word
            certainty = one.certainty if word == one.word else Certainty.CONFIRMED
            found.append(Line(column, word, certainty, one.word))
        return found

    @property
    def is_changed(self) -> bool:
        """Whether a person changed anything."""
        other = (self.kind, self.heading) != (self.proposed_kind, self.proposed_heading)
        return other or any(line.changed for line in self.lines)

    def _proposed(self, kind: ElementKind) -> dict[str, Proposed]:
        seen, there = self.seen, self.heading
        if seen.meanings and kind is seen.kind and there == seen.headings[0]:
            return {
                column.key: Proposed(word or IGNORED, certainty)
                for column, (word, certainty) in zip(there.columns, seen.meanings, strict=True)
            }
        found = proposals(there, kind, self.knowing.headers, self.knowing.agencies)
        if seen.near is not None and kind is _kind(seen.near.said.kind):
            return self._nearly(kind, seen.near.said, found)
        return found

    def _nearly(self, kind: ElementKind, said: Confirmed, found: dict[str, Proposed]) -> dict[str, Proposed]:
        """What was said of nearly this layout; of a new column what its header says, and nothing twice."""
        headers = self.knowing.headers
        known = {
            key: Proposed(said.columns[key], Certainty.NEAR)
            for key in found
            if meaning_of(headers, kind, said.columns.get(key, ""))
        }
        taken = {one.word for one in known.values() if only_once(headers, kind, one.word)}
        by_header = (Certainty.DECLARED, Certainty.NEAR)
        new = {
            key: one if one.certainty in by_header and one.word not in taken else _UNKNOWN
            for key, one in found.items()
            if one.word != IGNORED
        }
        return found | new | known

    def faults(self) -> list[Text]:
        """Return why it cannot be used as it stands."""
        if self.kind is None:
            return [words.CHOOSE_KIND] if self.is_open else []
        headers, kind = self.knowing.headers, self.kind
        found = []
        if not identifies(headers, kind, [line.word for line in self.lines]):
            found.append(words.NEEDS_NAME)
        times = Counter(line.word for line in self.lines if only_once(headers, kind, line.word))
        labels = meaning_labels(headers, kind)
        for word, count in times.items():
            if count > 1:
                columns = ", ".join(short(line.column.name) for line in self.lines if line.word == word)
                found.append(words.TWICE.filled(meaning=labels[word], columns=columns))
        return found

    def confirmed(self) -> Confirmed:
        """Return what a person says by using the form as it stands."""
        there = self.heading
        words_by_key = {line.column.key: line.word for line in self.lines}
        kept = [one for one in there.columns if one.header or words_by_key.get(one.key, IGNORED) != IGNORED]
        place = " / ".join(filter(None, (self.seen.file, self.seen.sheet)))
        return Confirmed(
            headers=there.headers,
            kind=self.kind.value if self.kind else None,
            columns={one.key: words_by_key.get(one.key, IGNORED) for one in kept},
            written={one.key: one.header for one in kept},
            titled=self.seen.titled.value if self.seen.titled else None,
            seen=place,
            row=there.rows[-1],
        )


def can_be_mapped(seen: Recognised) -> bool:
    """Return whether a person may say what a sheet is; the interchange and models say it themselves."""
    return seen.outcome in _MAPPED and bool(seen.headings)


def sign_of(seen: Recognised) -> Sign:
    """Return how a sheet was recognised: what is doubtful in it asks to be checked."""
    if seen.outcome is Outcome.LEFT_OUT:
        return Sign.CHECK if _is_unknown(seen) or is_unclear(seen) or seen.near else Sign.LEFT_OUT
    doubtful = any(certainty is Certainty.NEAR for _, certainty in seen.meanings)
    nameless = seen.outcome is Outcome.KIND and any(
        not word and not column.header and len(column.values) > 1
        for column, (word, _) in zip(seen.headings[0].columns, seen.meanings, strict=True)
    )
    return Sign.CHECK if doubtful or nameless or seen.near else Sign.RECOGNISED


def ordered(sheets: Sequence[Recognised], findings: Iterable[Finding]) -> list[tuple[Sign, Recognised]]:
    """Return the sheets with their signs: those to be checked first, then as they came.

    findings: of the same reading; a mapping that names what is gone makes its sheet one to be checked.
    """
    gone = {(f.place.file, f.place.sheet) for f in findings if f.rule == MAPPED_MEANING_GONE.name}
    signed = [(Sign.CHECK if (one.file, one.sheet) in gone else sign_of(one), one) for one in sheets]
    return sorted(signed, key=lambda pair: list(Sign).index(pair[0]))


def kind_words(headers: Headers, likely: Sequence[LikelyKind], language: Language) -> list[str]:
    """Return the kinds to choose from, as words: likely ones first, then leaving out, then all others."""
    first = [one.kind.value for one in likely]
    labels = {kind.value: headers.metamodel.kind(kind).label.in_(language) for kind in SUBJECTS}
    others = sorted((word for word in labels if word not in first), key=lambda word: labels[word].lower())
    return [*first, "", *others]


def meaning_labels(headers: Headers, kind: ElementKind) -> dict[str, Text]:
    """Return what a column of a kind may mean, word → label with its group, in the order to choose from."""
    labels = {}
    for offer in offers(headers, kind):
        group = _GROUPS.get(offer.group)
        own = offer.label or words.OTHERS[offer.word]
        labels[offer.word] = words.GROUPED.filled(group=group, label=own) if group else own
    order = list(Group)
    groups = {offer.word: order.index(offer.group) for offer in offers(headers, kind)}
    return dict(sorted(labels.items(), key=lambda item: (groups[item[0]], *_place(item, groups))))


def _place(item: tuple[str, Text], groups: Mapping[str, int]) -> tuple[str, ...]:
    """Properties and references stand by their label; identity and the rest as they are declared."""
    by_label = groups[item[0]] >= list(Group).index(Group.REFERENCE)
    return (item[1].id.lower(),) if by_label else ()


def mark(seen: Recognised) -> str:
    """Return a short name of a sheet within its delivery, for keys of widgets."""
    return fingerprint([seen.place])


def rows_word(there: Heading) -> str:
    """Return the rows of a header as the address of it: "11,12"."""
    return ",".join(map(str, there.rows))


def heading_label(there: Heading) -> Text:
    """Return a header in one line: its rows and its first columns."""
    shown = " | ".join(short(column.name, 24) for column in there.columns[:_SHOWN_HEADERS])
    more = " …" if len(there.columns) > _SHOWN_HEADERS else ""
    return words.HEADER_ROW.filled(rows="–".join(map(str, there.rows)), shown=f"{shown}{more}")


def outcome_words(seen: Recognised, metamodel: Metamodel, language: Language) -> str:
    """Return what became of a sheet in a few words: its kind and rows, or why it was left out."""
    rows = number(seen.rows, language)
    if seen.outcome is Outcome.LEFT_OUT:
        if seen.known is not None:
            return words.LEFT_OUT_BY_MAPPING.in_(language)
        return words.WHY.get(seen.why.name if seen.why else "", words.BLANK).in_(language)
    label = _label(seen, metamodel)
    there = "–".join(map(str, seen.headings[0].rows)) if seen.headings else None
    template = seen.outcome is Outcome.TEMPLATE
    text = words.READ_AS if there else words.READ_AS_TEMPLATE if template else words.READ_AS_MODEL
    if seen.outcome is Outcome.CROSS_TABLE:
        text = words.READ_AS_CROSS_TABLE
    return text.filled(kind=label, rows=rows, header=there).in_(language)


def scopes_of_sheets(plan: Plan) -> dict[tuple[str | None, str | None], list[str]]:
    """Return whose rows each sheet has in a plan, by file and title: scopes, that of most rows first."""
    counts: dict[tuple[str | None, str | None], Counter[str]] = {}
    for one in (*plan.step.records, *plan.step.confirmed):
        if one.source != NAMED and one.file is not None:
            counts.setdefault((one.file, one.sheet), Counter())[one.scope] += 1
    return {sheet: [scope for scope, _ in scopes.most_common()] for sheet, scopes in counts.items()}


def whose_words(scopes: Sequence[str], names: Mapping[str, Text], language: Language) -> str:
    """Return whose the rows of a sheet are, in a few words; blank where none were read."""
    shown = ", ".join(names[one].in_(language) if one in names else one for one in scopes[:_SHOWN_AGENCIES])
    more = len(scopes) - _SHOWN_AGENCIES
    return words.MORE_AGENCIES.filled(shown=shown, n=more).in_(language) if more > 0 else shown


def _label(seen: Recognised, metamodel: Metamodel) -> Text:
    """What a sheet lists: its kind, of a cross table both."""
    if seen.kind is None:
        return words.OUTCOMES[seen.outcome]
    label = metamodel.kind(seen.kind).label
    if seen.across is None:
        return label
    return words.CROSS_TABLE.filled(rows=label, columns=metamodel.kind(seen.across).label)


def values_words(column: SeenColumn) -> str:
    """Return a few values of a column in one line."""
    return " · ".join(short(value, 40) for value in column.values[:SHOWN])


def mapping_words(known: KnownLayout, language: Language) -> str:
    """Return who said what a layout means and when, and who before."""
    text = words.BY_WHOM.filled(id=known.id.lstrip("0"), by=known.by, at=moment(known.at, language))
    said = [text.in_(language)]
    if known.before:
        by, at = known.before[-1]
        said.append(words.BEFORE.filled(by=by, at=moment(at, language)).in_(language))
    return " ".join(said)


def short(text: str, most: int = 60) -> str:
    """Return a text of a workbook in one line, cut where it is long."""
    words_ = " ".join(text.split())
    return words_ if len(words_) <= most else f"{words_[: most - 1]}…"


def is_unclear(seen: Recognised) -> bool:
    """Return whether a sheet is a cross table that was left out because it does not tell what it joins."""
    return seen.why is not None and seen.why.name in (KINDS_UNCLEAR.name, RELATION_UNCLEAR.name)


def _is_unknown(seen: Recognised) -> bool:
    return seen.why is not None and seen.why.name == UNKNOWN_SHEET.name


def _kind(word: str | None) -> ElementKind | None:
    return next((kind for kind in SUBJECTS if kind.value == word), None)


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None
