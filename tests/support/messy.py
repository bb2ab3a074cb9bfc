"""A province of agencies that fill in the same workbook each in its own way, messy on purpose.

Made from the metamodel's own headers and choices, by chance but the same for the same seed. What stands in
each row, and which faults were put in, is known: so a test can count that nothing is lost in silence.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, unique
from pathlib import Path

import xlsxwriter

from model.folding import fold
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import KindSpec, LinkSpec, PropertySpec, ValueType

K = ElementKind
KINDS = (K.BUSINESS_PROCESS, K.SERVICE, K.APPLICATION, K.DATA_OBJECT, K.SERVER)
_CROSSED = (
    (K.APPLICATION, K.SERVICE),
    (K.SERVICE, K.APPLICATION),
    (K.BUSINESS_PROCESS, K.SERVICE),
    (K.APPLICATION, K.SERVER),
    (K.APPLICATION, K.DATA_OBJECT),
)
_FIELDS = (
    "Kesehatan", "Pendidikan", "Sosial", "Perhubungan", "Pariwisata", "Pertanian", "Perikanan", "Kehutanan",
    "Perdagangan", "Perindustrian", "Lingkungan Hidup", "Pekerjaan Umum", "Perumahan", "Tenaga Kerja",
    "Koperasi", "Pemuda dan Olahraga", "Kebudayaan", "Perpustakaan", "Kearsipan", "Pangan",
)  # fmt: skip
_FORMS = ("Dinas {}", "Badan {}")
_BLANKS = ("", "-", "–", "tidak ada", "N/A", "belum ada")
_WORDS = (
    "Pelayanan",
    "Pengelolaan",
    "Pendataan",
    "Pemantauan",
    "Penerbitan",
    "Penilaian",
    "Rekap",
    "Verifikasi",
)
_PLAIN = "Lembar"  # a title that names no kind
_OPENINGS = ("", "", "", "Jumlah", "Total", "Sumber", "Catatan", "Rekapitulasi", "Nomor", "Dinas")
_OBJECTS = (
    "izin",
    "bantuan",
    "sarana",
    "peserta",
    "kunjungan",
    "aset",
    "laporan",
    "jadwal",
    "usulan",
    "hasil",
)


@unique
class Role(StrEnum):
    """What a row of a sheet is."""

    TITLE = "title"
    HEADER = "header"
    NUMBERS = "numbers"
    SECTION = "section"
    DATA = "data"
    HEADLESS = "headless"
    PREPARED = "prepared"
    TOTAL = "total"
    FOOTNOTE = "footnote"
    REPEATED = "repeated"


LEFT_OUT = (Role.TITLE, Role.NUMBERS, Role.SECTION, Role.TOTAL, Role.FOOTNOTE, Role.REPEATED)


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that was put in on purpose, and the rule that has to tell it."""

    rule: str
    file: str
    sheet: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it was written; name and code of what it describes."""

    file: str
    sheet: str
    row: int
    role: Role
    kind: ElementKind | None = None
    code: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a cross table: its row, and the heading of its column."""

    file: str
    sheet: str
    row: int
    column: str


@dataclass(slots=True)
class Messy:
    """What was written. paths: of the files that agencies send. marks: those that state relations."""

    paths: list[Path] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def of_role(self, *roles: Role) -> Iterator[Line]:
        """Return the rows of these roles."""
        return (line for line in self.lines if line.role in roles)


def province(folder: Path, metamodel: Metamodel, seed: int, agencies: int, rows: int = 12) -> Messy:
    """Write one workbook for each of so many agencies into a folder, and return what stands in them.

    rows: at most, of each sheet.
    """
    dice = random.Random(seed)
    made = Messy()
    names = [form.format(field_) for form in _FORMS for field_ in _FIELDS][:agencies]
    for number, name in enumerate(names):
        file = f"{number:02d} {name}.xlsx"
        book = xlsxwriter.Workbook(folder / file, {"strings_to_formulas": False, "strings_to_urls": False})
        office = _Office(metamodel, dice, made, file, name, number, rows)
        for kind in dice.sample(KINDS, dice.randint(2, len(KINDS))):
            office.write(book, metamodel.kind(kind))
        if dice.random() < 0.5:
            office.crossed(book)
        office.beside(book)
        book.close()
        made.paths.append(folder / file)
    return made


@dataclass(slots=True)
class _Column:
    """A column of a sheet: its header, and how a cell of it is filled."""

    header: str
    fill: Callable[[int], object]
    spec: PropertySpec | LinkSpec | None = None


@dataclass(slots=True)
class _Office:
    """One agency's way of filling in its workbook."""

    metamodel: Metamodel
    dice: random.Random
    made: Messy
    file: str
    name: str
    number: int
    most: int

    def write(self, book: xlsxwriter.Workbook, spec: KindSpec) -> None:
        """Write the sheet of one kind."""
        dice, title = self.dice, self._title(spec)
        sheet = book.add_worksheet(title)
        columns = self._columns(spec, title)
        row = self._titles(sheet, title, spec)
        sheet.write_row(row, 0, [column.header for column in columns])
        self._line(title, row, Role.HEADER)
        row += 1
        if row > 1 and dice.random() < 0.3:
            sheet.write_row(row, 0, [f"({at + 1})" for at in range(len(columns))])
            self._line(title, row, Role.NUMBERS)
            row += 1
        for count in range(1, dice.randint(2, self.most) + 1):
            row = self._between(sheet, (title, spec), columns, row, count)
            self._data(sheet, title, spec, columns, row, count)
            row += 1
        self._end(sheet, title, columns, row)

    def beside(self, book: xlsxwriter.Workbook) -> None:
        """Write what stands beside the domains in such workbooks: a summary, a hidden list of choices."""
        dice = self.dice
        if dice.random() < 0.4:
            sheet = book.add_worksheet("Rekap")
            sheet.write_row(0, 0, ["Perangkat Daerah", "Jumlah Aplikasi", "Jumlah Layanan"])
            for at in range(1, 4):
                sheet.write_row(at, 0, [f"Dinas {_FIELDS[at]}", at * 3, at * 5])
            self.made.faults.append(Fault("summary_sheet", self.file, "Rekap"))
        if dice.random() < 0.4:
            sheet = book.add_worksheet("Referensi")
            for at, word in enumerate(("Web", "Desktop", "Mobile", "Cloud")):
                sheet.write_row(at, 0, [word])
            sheet.hide()
            self.made.faults.append(Fault("list_of_choices", self.file, "Referensi"))

    def crossed(self, book: xlsxwriter.Workbook) -> None:
        """Write a cross table of two kinds: told by its title or its corner, marked in one way or another."""
        dice = self.dice
        rows, columns = (self.metamodel.kind(kind) for kind in dice.choice(_CROSSED))
        by_title = dice.random() < 0.5
        pair = f"{rows.label.id} - {columns.label.id}"
        title = f"Matriks {pair}"[:31] if by_title else "Matriks"
        sheet = book.add_worksheet(title)
        first = dice.choice((0, 2)) if not by_title else 0
        if first:
            sheet.write(0, 0, f"MATRIKS {self.name.upper()}")
            self._line(title, 0, Role.TITLE)
        coded, counted = dice.random() < 0.5, dice.random() < 0.5
        mark = dice.choice(("x", "V", "√", "1", "ya"))
        heads = [self._named(columns, at, coded=coded) for at in range(1, dice.randint(3, 7))]
        corner = _name_of(rows)[0] if by_title else " \\ ".join(spec.label.id for spec in (rows, columns))
        start = ["No", corner] if counted else [corner]
        sheet.write_row(first, 0, [*start, *heads])
        last = first + dice.randint(3, 9)
        for row in range(first + 1, last + 1):
            at = row - first
            sure = at % len(heads)  # each row, and so nearly each column, has a mark
            cells = [mark if dice.random() < 0.4 or place == sure else "" for place in range(len(heads))]
            if dice.random() < 0.1:
                cells[sure - 1] = dice.choice(_BLANKS)
            numbered = [at] if counted else []
            sheet.write_row(row, 0, [*numbered, self._named(rows, at, coded=coded), *cells])
            told = (head for head, cell in zip(heads, cells, strict=True) if cell == mark)
            self.made.marks += [Mark(self.file, title, row + 1, head) for head in told]
        if dice.random() < 0.5:
            sheet.write_row(last + 1, 0, [*([""] if counted else []), "Jumlah", *[2] * len(heads)])
            self._line(title, last + 1, Role.TOTAL)

    def _named(self, spec: KindSpec, at: int, *, coded: bool) -> str:
        return f"{self._code(spec)}-{at:03d}" if coded else self._called(spec, at)

    def _title(self, spec: KindSpec) -> str:
        ways = [spec.label.id, *spec.synonyms, spec.label.id.upper(), _PLAIN]
        chosen = str(self.dice.choice([way for way in ways if len(way) <= 31]))
        known = {line.sheet.casefold() for line in self.made.lines if line.file == self.file}
        return chosen if chosen.casefold() not in known else spec.kind.value

    def _columns(self, spec: KindSpec, title: str) -> list[_Column]:
        dice, code, name = self.dice, self._code(spec), _name_of(spec)
        columns = [
            _Column(self._worn(dice.choice(name)), lambda at: self._called(spec, at)),
            _Column(self._worn(dice.choice(code_headers(spec))), lambda at: f"{code}-{at:03d}"),
        ]
        coded = dice.random() < 0.8 or title == _PLAIN  # a name alone may be of several kinds
        properties = [one for one in spec.properties if one.type in _FILLS and not one.required]
        for one in dice.sample(properties, min(len(properties), dice.randint(1, 5))):
            columns.append(_Column(self._worn(one.label.id), self._filler(one), one))
        links = [one for one in spec.links if set(one.to) & set(KINDS) and not one.levels]
        for link in dice.sample(links, min(len(links), dice.randint(0, 2))):
            columns.append(_Column(self._worn(link.label.id), self._referring(link), link))
        if dice.random() < 0.3:
            columns.append(_Column("Kolom Buatan Sendiri", lambda at: f"isi {at}"))
            self.made.faults.append(Fault("unknown_column", self.file, title))
        rest = columns[2:]
        dice.shuffle(rest)
        if not coded and rest:
            columns = [columns[0], *rest]
        elif dice.random() < 0.6:
            columns = [*columns[:2], *rest]
        else:
            columns = [columns[1], columns[0], *rest]
        return [_Column("No", lambda at: at), *columns] if dice.random() < 0.6 else columns

    def _worn(self, header: str) -> str:
        """Return a header as it arrives: upper case, with instructions, arrows, odd spaces."""
        return str(
            self.dice.choice(
                (
                    header,
                    header,
                    header.upper(),
                    f"{header} *",
                    f"{header}\n(diisi oleh perangkat daerah)",
                    f"  {header}\u00a0",
                    header.replace(" ", "  "),
                )
            )
        )

    def _titles(self, sheet: xlsxwriter.worksheet.Worksheet, title: str, spec: KindSpec) -> int:
        above = self.dice.choice((0, 0, 1, 2, 5, 9))
        written = [f"DAFTAR {spec.label.id.upper()}", self.name.upper(), "Tahun 2026"][:above]
        for row, text in enumerate(written):
            sheet.write_string(row, 0, text)
            self._line(title, row, Role.TITLE)
        return above

    def _between(
        self,
        sheet: xlsxwriter.worksheet.Worksheet,
        about: tuple[str, KindSpec],
        columns: Sequence[_Column],
        row: int,
        count: int,
    ) -> int:
        """Now and then put a repeated header, a prepared row or a headless one before a data row."""
        title, spec = about
        chance = self.dice.random()
        if count > 2 and chance < 0.05:
            sheet.write_row(row, 0, [column.header for column in columns])
            self._line(title, row, Role.REPEATED)
            return row + 1
        if count > 1 and chance < 0.10 and columns[0].header == "No":
            sheet.write_row(row, 0, [900 + count])
            self._line(title, row, Role.PREPARED)
            return row + 1
        told = [
            at
            for at, column in enumerate(columns)
            if isinstance(column.spec, PropertySpec) and column.spec.name not in spec.named_by
        ]
        if count > 1 and chance < 0.18 and len(told) > 2:
            values = {at: columns[at].fill(500 + count) for at in told}
            for at, value in values.items():
                sheet.write(row, at, value)
            if all(value in _BLANKS for value in values.values()):
                self._line(title, row, Role.PREPARED)
            else:
                self._line(title, row, Role.HEADLESS)
                self.made.faults.append(Fault("row_without_name", self.file, title, row + 1))
            return row + 1
        return row

    def _data(
        self,
        sheet: xlsxwriter.worksheet.Worksheet,
        title: str,
        spec: KindSpec,
        columns: Sequence[_Column],
        row: int,
        count: int,
    ) -> None:
        name, code = self._called(spec, count), f"{self._code(spec)}-{count:03d}"
        for at, column in enumerate(columns):
            value = column.fill(count)
            if isinstance(column.spec, PropertySpec) and self.dice.random() < 0.08:
                value = self._spoilt(column.spec, title, row) or value
            sheet.write(row, at, value)
        self._line(title, row, Role.DATA, spec.kind, code, name)

    def _spoilt(self, spec: PropertySpec, title: str, row: int) -> str | None:
        """Return a value that cannot be right, and note the fault; None where any text would do."""
        if spec.type is ValueType.CHOICE:
            long = [one.label.id for one in spec.choices if len(one.label.id) > 7 and " " not in one.label.id]
            if not long:
                return None
            word = str(self.dice.choice(long))
            wrong = word[:4] + word[5:]
            if fold(wrong) in {fold(words) for one in spec.choices for words in one.words}:
                return None
            self.made.faults.append(Fault("corrected_choice", self.file, title, row + 1))
            return wrong
        if spec.type in (ValueType.INTEGER, ValueType.NUMBER, ValueType.HOURS):
            self.made.faults.append(Fault("not_a_number", self.file, title, row + 1))
            return "sangat banyak sekali"
        if spec.type is ValueType.DATE:
            self.made.faults.append(Fault("not_a_date", self.file, title, row + 1))
            return "segera sesudah lebaran"
        return None

    def _end(
        self, sheet: xlsxwriter.worksheet.Worksheet, title: str, columns: Sequence[_Column], row: int
    ) -> None:
        if self.dice.random() < 0.2:
            sheet.write_row(row, 0, ["Jumlah", "", row])
            self._line(title, row, Role.TOTAL)
            row += 1
        if self.dice.random() < 0.2 and len(columns) > 3:
            sheet.write_row(row + 1, 0, ["Keterangan: diisi sesuai keadaan terakhir"])
            self._line(title, row + 1, Role.FOOTNOTE)

    def _code(self, spec: KindSpec) -> str:
        return spec.code_prefix or spec.kind.value[:3].upper()

    def _called(self, spec: KindSpec, at: int) -> str:
        words = _WORDS[at % len(_WORDS)], _OBJECTS[(at + self.number) % len(_OBJECTS)], self.name.split()[-1]
        opening = _OPENINGS[(at * 7 + self.number) % len(_OPENINGS)] or spec.label.id
        return f"{opening} {words[0]} {words[1]} {words[2]} {at}"

    def _filler(self, spec: PropertySpec) -> Callable[[int], object]:
        def fill(at: int) -> object:
            if self.dice.random() < 0.15:
                return self.dice.choice(_BLANKS)
            return _FILLS[spec.type](self.dice, spec, at)

        return fill

    def _referring(self, link: LinkSpec) -> Callable[[int], object]:
        target = self.metamodel.kind(next(kind for kind in link.to if kind in KINDS))

        def fill(at: int) -> object:
            if self.dice.random() < 0.3:
                return self.dice.choice(_BLANKS)
            code = f"{self._code(target)}-{self.dice.randint(1, 9):03d}"
            other = f"{self._code(target)}-{self.dice.randint(1, 9):03d}"
            ways = (code, f"{code}\n{other}", f"{code}; {other}", f"1. {code}\n2. {other}", code.lower())
            return self.dice.choice(ways)

        return fill

    def _line(
        self,
        sheet: str,
        row: int,
        role: Role,
        kind: ElementKind | None = None,
        code: str = "",
        name: str = "",
    ) -> None:
        self.made.lines.append(Line(self.file, sheet, row + 1, role, kind, code, name))


def _name_of(spec: KindSpec) -> list[str]:
    both = set(spec.name_headers) & set(spec.code_headers)
    return [header for header in spec.name_headers if header not in both]


def code_headers(spec: KindSpec) -> list[str]:
    """Return the headers of a column of codes alone."""
    both = set(spec.name_headers) & set(spec.code_headers)
    return [header for header in spec.code_headers if header not in both]


_FILLS: dict[ValueType, Callable[[random.Random, PropertySpec, int], object]] = {
    ValueType.TEXT: lambda dice, _, at: f"uraian nomor {at} dari {dice.choice(_OBJECTS)}",
    ValueType.INTEGER: lambda dice, _, __: dice.choice((12, "1.250", "340 orang", "7")),
    ValueType.NUMBER: lambda dice, _, __: dice.choice((4, "4,5", "1.250,75")),
    ValueType.MONEY: lambda dice, _, __: dice.choice(("Rp 45.000.000", "18 juta", 1250000, "Rp 1,2 M")),
    ValueType.DATE: lambda dice, _, __: dice.choice(("31/12/2024", "2024-05-06", "17 Agustus 2023")),
    ValueType.YEAR: lambda dice, _, __: dice.choice((2019, "2021", "Januari 2024")),
    ValueType.YES_NO: lambda dice, _, __: dice.choice(("Ya", "tidak", "YA", "Tidak")),
    ValueType.CHOICE: lambda dice, spec, _: dice.choice(spec.choices).label.id,
    ValueType.CAPACITY: lambda dice, _, __: dice.choice(("1,7TB", "8x32GB", "512 GB")),
    ValueType.HOURS: lambda dice, _, __: dice.choice((4, "8 jam", "1x24 jam")),
    ValueType.PERCENT: lambda dice, _, __: dice.choice((99.5, "99,9%", "99.982 %", 0.999)),
}
