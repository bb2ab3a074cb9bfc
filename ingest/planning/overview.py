"""The kind of each row of an overview: from its code, domain, reference code and name together."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest import reading_rules as rules
from ingest.context import Context
from ingest.files.workbook import Cell
from ingest.layout.headers import Column, Part, forms
from ingest.values.values import text_of
from model.folding import fold, fold_code, fold_words
from model.kinds import Domain, ElementKind
from model.metamodel.spec import KindSpec
from model.reference import model_of, written_codes


@dataclass
class KindFinder:
    """Finds the kinds of the rows of one overview."""

    context: Context
    columns: Iterable[Column]
    _positions: dict[Part, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for column in self.columns:
            self._positions.setdefault(column.meaning.part, column.position)
            if self._refers(column):
                self._positions.setdefault(Part.REFERENCE, column.position)

    def kind(self, row: int, cells: list[Cell]) -> ElementKind | None:
        """Return the kind of a row; None, with a finding, when nothing in it tells."""
        said = self._text(cells, Part.KIND)
        code = self._text(cells, Part.CODE) or self._text(cells, Part.BOTH)
        name = self._text(cells, Part.NAME) or self._text(cells, Part.BOTH)
        national = self._national(cells)
        allowed = self.context.headers.domain_kinds(said)
        by_code = self._by_code(code)
        column = self._header(Part.KIND)
        place = self.context.place(row, column)
        if by_code and allowed and not set(by_code) & set(allowed):
            chosen, _ = self._chosen(by_code, name, national)
            self.context.told.tell(
                rules.KIND_CONTRADICTS, place, said, code=code, kind=self._spec(chosen).label
            )
            return chosen
        kinds = [kind for kind in by_code if not allowed or kind in allowed] or list(allowed)
        if not kinds:
            return self._unknown(row, said, national, cells)
        chosen, sure = self._chosen(kinds, name, national)
        if not sure:
            self.context.told.tell_of_cell(
                rules.GUESSED_KIND, place, said, {"kind": self._spec(chosen).label}
            )
        return chosen

    def _unknown(self, row: int, said: str, national: list[str], cells: list[Cell]) -> ElementKind | None:
        """No domain and no telling code: the reference code may still say it."""
        domains = {self._domain_of(model_of(code)) for code in national}
        kinds = [s.kind for s in self.context.headers.metamodel.kinds if s.domain in domains]
        if kinds:
            return self._chosen(kinds, self._text(cells, Part.NAME), national)[0]
        if not any(text_of(cell) for cell in cells[1:]):
            return None
        known = ", ".join(spec.label.id for spec in self.context.headers.metamodel.domains)
        place = self.context.place(row, self._header(Part.KIND))
        self.context.told.tell(rules.UNKNOWN_KIND, place, said, known=known)
        return None

    def _domain_of(self, prefix: str) -> Domain | None:
        for spec in self.context.headers.metamodel.kinds:
            if any(scheme.prefix == prefix for scheme in spec.codes):
                return spec.domain
        return None

    def _by_code(self, code: str) -> list[ElementKind]:
        """The kinds whose local codes begin as this one does; the longest beginning wins."""
        folded = fold_code(code.split(maxsplit=1)[0]) if code.split() else ""
        fitting = [
            (len(spec.code_prefix), spec.kind)
            for spec in self.context.headers.metamodel.kinds
            if spec.code_prefix and f"{folded}-".startswith(f"{fold_code(spec.code_prefix)}-")
        ]
        if fitting:
            longest = max(length for length, _ in fitting)
            return [kind for length, kind in fitting if length == longest]
        first = folded.partition("-")[0]
        return [
            spec.kind
            for spec in self.context.headers.metamodel.kinds
            if first and spec.code_prefix and fold_code(spec.code_prefix).partition("-")[0] == first
        ]

    def _chosen(
        self, kinds: Iterable[ElementKind], name: str, national: list[str]
    ) -> tuple[ElementKind, bool]:
        """One of several kinds of a domain, and whether something in the row says so."""
        specs = [self._spec(kind) for kind in kinds]
        if len(specs) == 1:
            return specs[0].kind, True
        by_code = [
            (len(known), s.kind) for s in specs for known in s.national_codes if _under(known, national)
        ]
        by_name = [(_clue(spec, name), spec.kind) for spec in specs]
        clue = max(length for length, _ in by_name)
        if by_code and not (clue and specs[0].domain is Domain.SECURITY):
            return max(by_code, key=lambda found: found[0])[1], True
        if clue:
            return next(kind for length, kind in by_name if length == clue), True
        return specs[0].kind, False

    def _refers(self, column: Column) -> bool:
        """Whether a column holds reference codes, as its header says for some kind."""
        headers = self.context.headers
        meanings = (
            headers.of(kind)[form] for form in forms(column.header) for kind in headers.kinds_with(form)
        )
        return any(meaning.link is not None and meaning.link.role for meaning in meanings)

    def _national(self, cells: list[Cell]) -> list[str]:
        """Reference codes of a row; outside the column for them only dotted ones: "Rak 1" is a name there."""
        row = written_codes(" ".join(map(text_of, cells)))
        dotted = [one for one in row if one.written.startswith(".", 3)]
        return [one.code for one in (*written_codes(self._text(cells, Part.REFERENCE)), *dotted)]

    def _spec(self, kind: ElementKind) -> KindSpec:
        return self.context.headers.metamodel.kind(kind)

    def _text(self, cells: list[Cell], part: Part) -> str:
        position = self._positions.get(part)
        return text_of(cells[position]) if position is not None and position < len(cells) else ""

    def _header(self, part: Part) -> str | None:
        return next((column.header for column in self.columns if column.meaning.part is part), None)


def _under(known: str, codes: Iterable[str]) -> bool:
    return any(f"{code}.".startswith(f"{known}.") for code in codes)


def _clue(spec: KindSpec, name: str) -> int:
    """How long the longest word in a name is that tells this kind from the others of its domain."""
    words, folded = set(fold_words(name)), fold(name)
    return max((len(c) for c in spec.clues if c in words or (len(c) > 5 and c in folded)), default=0)
