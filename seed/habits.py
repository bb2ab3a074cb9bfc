"""How people fill in the same workbook differently: layout, separators, ways to refer, marks for nothing."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from seed.estate import Agency, Named
from seed.sheets import Cell, Section, Sheet

T = TypeVar("T")
NOTHING: tuple[Cell, ...] = (None, None, "-", None, "tidak ada", None, "N/A", "belum ada")
Row = dict[str, Cell]


def pick(options: Sequence[T], *about: str) -> T:
    """Return one of the options, always the same one for the same words."""
    return options[zlib.crc32("|".join(about).encode()) % len(options)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """The ways of one office.

    titled: a heading above the header, which then stands in row 3, with instructions in long headers.
    tidy: refers by code only; others mix codes, codes with names, and names.
    """

    titled: bool = False
    counted: bool = False
    tidy: bool = False
    separator: str = "; "

    def references(self, named: Iterable[Named], *, own: str) -> Cell:
        """Return one cell that refers to these; a name alone is used only for what is one's own."""
        words = [self._reference(one, own) for one in named]
        return self.separator.join(dict.fromkeys(words)) or None

    def _reference(self, named: Named, own: str) -> str:
        both = f"{named.code} {named.name}"
        if self.tidy:
            return named.code
        ways = [named.code, named.code, both]
        return pick([*ways, named.name] if named.scope == own else ways, named.code, own)

    def nothing(self, *about: str) -> Cell:
        """Return what this office writes where there is nothing to say."""
        return None if self.tidy else pick(NOTHING, *about)


def habit_of(words: str) -> Habit:
    """Return the habit of the office that sends a workbook of this name."""
    return Habit(
        titled=pick((True, False, True), "titled", words),
        counted=pick((False, False, True), "counted", words),
        tidy=pick((False, False, True), "tidy", words),
        separator=pick(("\n", "; ", ";\n"), "separator", words),
    )


def agency_called(agency: Agency, *about: str) -> str:
    """Return the agency's name in one of the ways it is written."""
    said = agency.said
    ways = (said.name, said.name, said.short, *said.spellings, f"{said.name} Provinsi Nusa Rempah".upper())
    return pick(ways, said.slug, *about)


def laid_out(
    title: str,
    headers: Mapping[str, str],
    rows: Iterable[Section | Row],
    habit: Habit,
    heading: str,
) -> Sheet:
    """Return a sheet in an office's layout. headers: each with the instruction that a long header carries."""
    numbered: list[Section | tuple[Cell, ...]] = []
    count = 0
    for row in rows:
        if isinstance(row, Section):
            numbered.append(row)
            continue
        count += 1
        unknown = row.keys() - headers.keys()
        if unknown:
            raise KeyError(f"{title}: no column for {sorted(unknown)}")
        numbered.append((count, *(row.get(header) for header in headers)))
    long = {
        header: f"{header}\n({more})" if more and habit.titled else header for header, more in headers.items()
    }
    return Sheet(
        title=title,
        headers=("No", *long.values()),
        rows=tuple(numbered),
        heading=heading if habit.titled else None,
        note="Diisi oleh perangkat daerah; kolom bertanda panah dipilih dari daftar."
        if habit.titled
        else None,
        counted=habit.counted and habit.titled,
    )
