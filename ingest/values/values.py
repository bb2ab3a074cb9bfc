"""Values of cells, by the type their property declares. What cannot be read is kept as text and told."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz.distance import OSA

from ingest.files.workbook import Cell
from ingest.values import quantities, rules, units
from ingest.values.dates import day_in
from model.faults import Rule
from model.folding import fold
from model.metamodel.spec import Choice, PropertySpec, ValueType
from model.need import parse_need
from model.record import Value
from model.text import Text, calendar_day, figure, same

_YES = frozenset(
    {
        "ya",
        "y",
        "yes",
        "true",
        "t",
        "benar",
        "1",
        "ada",
        "sudah",
        "sudah ada",
        "v",
        "x",
        "aktif",
        "√",
        "✓",
        "✔",
    }
)
_NO = frozenset({"tidak", "tdk", "t idak", "no", "n", "false", "f", "salah", "0", "belum", "bukan", "✗", "✘"})
_SEVERAL = re.compile(r"\s*[,;\n|]\s*")
_FINER = re.compile(r"\s*(?:/|&|\+|\bdan\b|\batau\b)\s*", re.I)
_UNITS = {
    ValueType.CAPACITY: same("GB"),
    ValueType.BANDWIDTH: same("Mbps"),
    ValueType.HOURS: Text(id="jam", en="hours"),
}
_PER_CENT = same("%")
_COMMA_GROUPS = Text(id="koma sebagai pemisah ribuan", en="the comma groups thousands")
_COMMA_DECIMAL = Text(id="koma sebagai desimal", en="the comma marks decimals")
_DOT_GROUPS = Text(id="titik sebagai pemisah ribuan", en="the dot groups thousands")
_BUT_NOT = Text(id="{mark}, bukan {other}", en="{mark}, not {other}")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(
    r"(?P<about>±|~|sekitar|kira-kira|kurang lebih)?\s*(?:tahun|th\.?|ta\.?)?\s*(?P<year>(?:19|20)\d\d)"
    r"(?P<doubt>\s*(?:\?|\(\s*\?\s*\)))?",
    re.I,
)
_SHORT = 5  # letters; a shorter word may differ by one letter, a longer one by two
_ENDS = "valid_to"
_UNLIKELY = 1e12  # a number this large is more likely one in full than one in the unit of its header
_GROUPED = re.compile(r"\s*(\d{1,3}(?:,\d{3})+)(?![\d.,])\s*[^\W\d]*\s*$")  # "1,250", "1,250 orang"
_FULL = 1e5  # rupiah; an amount with "Rp" that is smaller is one in the unit of its header, not in full
_FINE = frozenset({"m", "k"})  # letters of units in which nobody counts pieces: "2x16" is no 32 MB


_Told = tuple[tuple[Rule, Mapping[str, object]], ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a cell means, and what there is to tell of it: rules with their words."""

    value: Value
    told: _Told = ()


@dataclass
class ValueReader:
    """Reads the cells of one column.

    header: as written; it may state the unit. exact: the interchange, where "1.125" is no 1,125.
    others: the properties of the same kind that have choices, to say where a stray value belongs.
    no: further words that mean no in this column.
    """

    spec: PropertySpec
    header: str = ""
    exact: bool = False
    others: tuple[PropertySpec, ...] = ()
    no: frozenset[str] = frozenset()

    def says_no(self, cell: Cell) -> bool:
        """Return whether a cell says no by what the other cells of its column say."""
        return bool(self.no) and text_of(cell).lower().strip(" .") in self.no

    def read(self, cell: Cell) -> Meant:
        """Return what a cell that is not blank means."""
        spec = self.spec
        if spec.name == "need":
            return _need(text_of(cell))
        if spec.type is ValueType.CHOICE:
            return self._choice(text_of(cell))
        if spec.type is ValueType.CHOICES:
            return self._choices(text_of(cell))
        read = _BY_TYPE.get(spec.type)
        meant = read(self, cell) if read else Meant(text_of(cell))
        if isinstance(meant.value, int | float) and not spec.admits(meant.value):
            return Meant(text_of(cell), ((rules.NEGATIVE, {}),))
        return meant

    def _choice(self, text: str) -> Meant:
        choice, told = _chosen(self.spec.choices, text)
        if choice is not None:
            return Meant(choice, told)
        for other in self.others:
            if other.name != self.spec.name and any(_names(c, text) for c in other.choices):
                words = {"other": other.label, "choices": _listed(self.spec.choices)}
                return Meant(text, ((rules.CHOICE_ELSEWHERE, words),))
        return Meant(text, told)

    def _choices(self, text: str) -> Meant:
        whole, told = _chosen(self.spec.choices, text)
        if whole is not None and not told:
            return Meant((whole,))
        values: list[str] = []
        news: list[tuple[Rule, Mapping[str, object]]] = []
        for part in filter(None, _SEVERAL.split(text)):
            for finer in self._finer(part):
                chosen, told = _chosen(self.spec.choices, finer)
                values.append(chosen if chosen is not None else finer)
                news += [(rule, {"value": finer, **words}) for rule, words in told]
        return Meant(tuple(dict.fromkeys(values)), tuple(news))

    def _finer(self, part: str) -> list[str]:
        """A part as it is if it is a choice; else split at "/" and "dan", if each of those is one."""
        if any(_names(choice, part) for choice in self.spec.choices):
            return [part]
        pieces = [piece for piece in _FINER.split(part) if piece]
        chosen = all(any(_names(choice, piece) for choice in self.spec.choices) for piece in pieces)
        return pieces if chosen else [part]

    @property
    def _counts(self) -> bool:
        """Whether the column counts things, as people write it."""
        return self.spec.type is ValueType.INTEGER and not self.exact

    def number(self, cell: Cell) -> Meant:
        """Return a count or amount."""
        if isinstance(cell, str) and self.exact and (value := _machine_number(cell)) is not None:
            return Meant(value)
        money = self.spec.type is ValueType.MONEY
        reads = quantities.money if money else quantities.plain
        found = reads(cell) if isinstance(cell, str) else quantities.Quantity(cell)
        if found is None:
            return Meant(text_of(cell), ((rules.NOT_A_NUMBER, {"example": "4500"}),))
        value, told = self._by_header(found)
        if self._counts and not told and (grouped := _GROUPED.match(text_of(cell))):
            count = int(grouped[1].replace(",", ""))  # nobody counts 1.25 users
            return Meant(count, ((rules.SEPARATOR_READ, {"result": str(count), "mark": _COMMA_GROUPS}),))
        if money and found.note in ("bulan", "bln", "hari", "minggu"):
            words = {"period": found.note, "result": _shown(value)}
            return Meant(value, (*told, (rules.PERIOD_DIFFERS, words)))
        if told or not isinstance(cell, str):
            return Meant(value, told)
        return _converted(cell, value)

    def _by_header(self, found: quantities.Quantity) -> tuple[int | float, _Told]:
        """A number in the unit its header states, unless it carries its own, and what there is to tell."""
        scale = None if self.exact else units.scale_in(self.header, money=self.spec.type is ValueType.MONEY)
        if scale is None or (found.own and not (found.currency and found.amount < min(scale.factor, _FULL))):
            return _whole(found.amount), ()
        value = _whole(round(found.amount * scale.factor, 6))
        doubted = found.currency or value >= _UNLIKELY
        rule = rules.UNIT_OF_HEADER_DOUBTED if doubted else rules.UNIT_OF_HEADER
        return value, ((rule, {"result": _shown(value), "unit": scale.spoken}),) if value else ()

    def measured(self, cell: Cell) -> Meant:
        """Return a capacity, bandwidth or duration."""
        text = text_of(cell)
        if self.exact and (value := _machine_number(text)) is not None:
            return Meant(value)
        name, unit = self.spec.type.value, _UNITS[self.spec.type]
        hours = self.spec.type is ValueType.HOURS
        stated = units.time_word(self.header) if hours else units.byte_letter(self.header)
        found = quantities.READERS[name](text, stated) if isinstance(cell, str) else None
        if not isinstance(cell, str):
            found = quantities.READERS[name](
                format(cell, "f").rstrip("0").rstrip(".").replace(".", ","), stated
            )
        if found is None:
            return Meant(text, ((rules.NOT_A_NUMBER, {"example": _shown(32, unit)}),))
        value = _whole(found.amount)
        shown = _shown(value, unit)
        if found.assumed and value:
            return Meant(value, ((rules.UNIT_ASSUMED, {"result": shown}),))
        if stated in _FINE and quantities.is_product(text):
            words = {"result": shown, "unit": f"{stated.upper()}{unit.id[1:]}"}
            return Meant(value, ((rules.UNIT_OF_HEADER_DOUBTED, words),))
        return _converted(text, value, unit)

    def percent(self, cell: Cell) -> Meant:
        """Return a share in per cent; what is not within 0 and 100 is told and kept as text."""
        text = text_of(cell)
        exact = _machine_number(text) if self.exact else None
        found = quantities.percent(text) if exact is None else quantities.Quantity(exact)
        if found is None:
            return Meant(text, ((rules.NOT_A_NUMBER, {"example": "99,9 %"}),))
        if not 0 <= found.amount <= 100:
            return Meant(text, ((rules.OUT_OF_RANGE, {}),))
        value = _whole(found.amount)
        if found.assumed:
            return Meant(value, ((rules.UNIT_ASSUMED, {"result": _shown(value, _PER_CENT)}),))
        return _converted(text, value, _PER_CENT)

    def day(self, cell: Cell) -> Meant:
        """Return a date as ISO text."""
        found = day_in(cell, ends=self.spec.name == _ENDS)
        text = text_of(cell)
        if found is None:
            if self.spec.type is ValueType.UNTIL:
                return Meant(text)
            return Meant(text, ((rules.NOT_A_DATE, {}),))
        if found.iso == text:
            return Meant(text)
        rule = rules.DATE_GUESSED if found.guessed else rules.CONVERTED
        return Meant(found.iso, ((rule, {"result": calendar_day(date.fromisoformat(found.iso))}),))

    def year(self, cell: Cell) -> Meant:
        """Return a year as a number."""
        text = text_of(cell)
        found = _YEAR.fullmatch(text)
        if found is None:
            return Meant(text, ((rules.NOT_A_NUMBER, {"example": "2026"}),))
        doubted = found["about"] or found["doubt"]
        told = ((rules.YEAR_DOUBTED, {"result": found["year"]}),) if doubted else ()
        return Meant(int(found["year"]), told)

    def yes_no(self, cell: Cell) -> Meant:
        """Return whether the cell says yes."""
        text = text_of(cell)
        words = text.lower().strip(" .")
        if words in _YES and words not in self.no:
            return Meant(True)
        return Meant(False) if words in _NO or words in self.no else Meant(text, ((rules.NOT_YES_NO, {}),))

    def measure(self, cell: Cell) -> Meant:
        """Return a number with whatever unit, as written; words without a number are told."""
        text = text_of(cell)
        told = () if _DIGITS.search(text) else ((rules.NOT_A_NUMBER, {"example": "80%"}),)
        return Meant(text, told)


_BY_TYPE: Mapping[ValueType, Callable[[ValueReader, Cell], Meant]] = {
    ValueType.INTEGER: ValueReader.number,
    ValueType.NUMBER: ValueReader.number,
    ValueType.MONEY: ValueReader.number,
    ValueType.CAPACITY: ValueReader.measured,
    ValueType.BANDWIDTH: ValueReader.measured,
    ValueType.HOURS: ValueReader.measured,
    ValueType.PERCENT: ValueReader.percent,
    ValueType.DATE: ValueReader.day,
    ValueType.UNTIL: ValueReader.day,
    ValueType.YEAR: ValueReader.year,
    ValueType.YES_NO: ValueReader.yes_no,
    ValueType.MEASURE: ValueReader.measure,
}


def text_of(cell: Cell) -> str:
    """Return a cell as text: "007" stays, 7.0 is "7", the ends are trimmed."""
    if isinstance(cell, str):
        return cell.strip()
    return str(cell) if isinstance(cell, int) else repr(cell)


def _machine_number(text: str) -> int | float | None:
    """Return a number as programs write it; None for any other text."""
    try:
        return (
            _whole(float(text)) if re.fullmatch(r"\s*[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\s*", text) else None
        )
    except OverflowError:
        return None


def _whole(number: float) -> int | float:
    return int(number) if abs(number) < 1e15 and number == int(number) else number


def _shown(value: float, unit: Text | None = None) -> Text:
    """A number as each language writes it, with its unit."""
    general = f"{value:g}"
    shown = figure(value) if isinstance(value, int) else Text(id=general.replace(".", ","), en=general)
    return shown if unit is None else Text(id=f"{shown.id} {unit.id}", en=f"{shown.en} {unit.en}")


def _converted(text: str, value: float, unit: Text | None = None) -> Meant:
    """Return a number, told when the text shows it in another form."""
    if text.strip() == str(value):
        return Meant(value)
    shown = _shown(value, unit)
    if "".join(text.split()) != "".join(shown.id.split()):
        return Meant(value, ((rules.CONVERTED, {"result": shown}),))
    if not set(text) & set(".,"):
        return Meant(value)  # "16 GB"
    return Meant(value, ((rules.SEPARATOR_READ, _separated(value, text, unit)),))  # "1.200" is no news of it


def _separated(value: float, text: str, unit: Text | None) -> dict[str, Text]:
    """A number without marks of thousands, with what its mark was taken for and what else it might mean."""
    plain = Text(id=str(value).replace(".", ","), en=str(value))
    if unit is not None:
        plain = Text(id=f"{plain.id} {unit.id}", en=f"{plain.en} {unit.en}")
    if "," in text:
        return {"result": plain, "mark": _COMMA_DECIMAL}
    other = _machine_number(text.removesuffix(unit.id) if unit else text)
    told = _DOT_GROUPS if other is None else _BUT_NOT.filled(mark=_DOT_GROUPS, other=_shown(other))
    return {"result": plain, "mark": told}


def _need(text: str) -> Meant:
    need = parse_need(text)
    return Meant(str(need)) if need else Meant(text, ((rules.WRONG_NEED, {}),))


def _chosen(
    choices: tuple[Choice, ...], text: str
) -> tuple[str | None, tuple[tuple[Rule, dict[str, Any]], ...]]:
    """Return the choice a text means, if any, and what to tell."""
    folded = fold(text)
    listed = _listed(choices)
    for choice in choices:
        if folded in (fold(choice.value), *map(fold, choice.label.both)):
            return choice.value, ()
    for choice in choices:
        if _names(choice, text):
            if _misspells(choice, folded):  # a misspelling so common that it is declared
                return choice.value, ((rules.CHOICE_CORRECTED, {"chosen": choice.label, "choices": listed}),)
            return choice.value, ((rules.CHOICE_SPELLING, {"chosen": choice.label}),)
    for choice in choices:
        if folded in map(fold, choice.suggested_by):
            return None, ((rules.CHOICE_SUGGESTED, {"chosen": choice.label, "choices": listed}),)
    nearest = _nearest(choices, folded)
    if nearest is not None:
        return nearest.value, ((rules.CHOICE_CORRECTED, {"chosen": nearest.label, "choices": listed}),)
    return None, ((rules.CHOICE_UNKNOWN, {"choices": listed}),)


def _names(choice: Choice, text: str) -> bool:
    return fold(text) in map(fold, choice.words)


def _nearest(choices: tuple[Choice, ...], folded: str) -> Choice | None:
    """The one choice of which the text is a misspelling; None if there is none, or more than one.

    Digits must agree: RAID 1 is no misspelt RAID 5.
    """
    distances = {choice.value: _distance(folded, map(fold, choice.words)) for choice in choices}
    least = min((found for found in distances.values() if found is not None), default=None)
    nearest = [choice for choice in choices if least is not None and distances[choice.value] == least]
    return nearest[0] if len(nearest) == 1 else None


def _misspells(choice: Choice, folded: str) -> bool:
    return _distance(folded, map(fold, (choice.value, *choice.label.both))) is not None


def _distance(folded: str, words: Iterable[str]) -> int | None:
    """How many letters a text differs from the nearest of some words, if that is a misspelling."""
    found: list[int] = []
    for known in words:
        allowed = 0 if len(known) < 4 else 1 if len(known) <= _SHORT else 2
        distance = OSA.distance(folded, known, score_cutoff=allowed)
        if distance <= allowed and _DIGITS.findall(folded) == _DIGITS.findall(known):
            found.append(distance)
    return min(found, default=None)


def _listed(choices: Iterable[Choice]) -> str:
    return ", ".join(choice.label.id for choice in choices)
