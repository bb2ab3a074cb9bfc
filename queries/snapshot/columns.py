"""Columns of a snapshot: packed strings, coded words, and the typed columns of elements and relations."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Small = npt.NDArray[np.int8]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]

ABSENT = -1  # the code of a blank


@dataclass(frozen=True, eq=False)
class Strings:
    """Texts as UTF-8 bytes with the place of each: one block of memory that a file can be mapped to."""

    blob: Bytes
    starts: Longs
    ends: Longs

    @staticmethod
    def of(words: Sequence[str]) -> "Strings":
        """Return texts packed."""
        encoded = [word.encode() for word in words]
        ends = np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)), dtype=np.int64)
        starts = np.concatenate((np.zeros(1, np.int64), ends))[: len(encoded)]
        return Strings(np.frombuffer(b"".join(encoded), np.uint8), starts, ends)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> str:
        return str(self._view[self.starts[index] : self.ends[index]], "utf-8")

    @cached_property
    def _view(self) -> memoryview:
        return np.ascontiguousarray(self.blob).data

    def raw(self) -> list[bytes]:
        """Return all texts as bytes, in order."""
        whole = self.blob.tobytes()
        return [whole[a:b] for a, b in zip(self.starts.tolist(), self.ends.tolist(), strict=True)]

    def all(self) -> list[str]:
        """Return all texts, in order."""
        return [word.decode() for word in self.raw()]

    def take(self, rows: npt.NDArray[np.integer]) -> "Strings":
        """Return the texts of some rows; the bytes are shared, not copied."""
        return Strings(self.blob, self.starts[rows], self.ends[rows])

    def packed(self) -> "Strings":
        """Return the same texts one after the other, without the bytes of others between them."""
        lengths = self.ends - self.starts
        positions, _ = gathered(self.starts, lengths)
        ends = np.cumsum(lengths, dtype=np.int64)
        return Strings(self.blob[positions], ends - lengths, ends)

    def joined(self, other: "Strings") -> "Strings":
        """Return these texts and those of another, one after the other."""
        shift = len(self.blob)
        return Strings(
            np.concatenate((self.blob, other.blob)),
            np.concatenate((self.starts, other.starts + shift)),
            np.concatenate((self.ends, other.ends + shift)),
        )


@dataclass(frozen=True, eq=False)
class Coded:
    """Texts of which few are different: a code per row, ABSENT for a blank, and the words."""

    codes: Ints
    words: tuple[str, ...]

    @staticmethod
    def of(words: Sequence[str | None]) -> "Coded":
        """Return texts coded in order of appearance; blanks around them do not count."""
        table: dict[str | None, int] = {None: ABSENT}
        codes = np.fromiter((table.setdefault(w, len(table) - 1) for w in words), np.int32, len(words))
        trimmed: dict[str, int] = {}
        final = [trimmed.setdefault(w.strip(), len(trimmed)) for w in table if w is not None and w.strip()]
        filled = iter(final)
        remap = [next(filled) if w is not None and w.strip() else ABSENT for w in table]
        return Coded(np.array(remap, np.int32)[codes + 1], tuple(trimmed))

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, index: int) -> str | None:
        code = int(self.codes[index])
        return None if code == ABSENT else self.words[code]

    def take(self, rows: npt.NDArray[np.integer]) -> "Coded":
        """Return some rows."""
        return Coded(self.codes[rows], self.words)

    def joined(self, other: "Coded") -> "Coded":
        """Return these rows and those of another, under one list of words."""
        known = {word: code for code, word in enumerate(self.words)}
        remap = [ABSENT] + [known.setdefault(word, len(known)) for word in other.words]
        codes = np.array(remap, np.int32)[other.codes + 1]
        return Coded(np.concatenate((self.codes, codes)), tuple(known))


@dataclass(frozen=True, eq=False, kw_only=True)
class Elements:
    """The columns of the elements, in the order of their keys: a smaller index is a smaller key.

    kind: position in ElementKind. status: position in Status. rto_hours, rpo_hours, restore_hours,
    availability (per cent), mtbf_hours, users: NaN without one.
    since, until: first and last valid day as ordinals, status included (model.availability.lifetime).
    """

    uid: Strings
    key: Strings
    name: Strings
    kind: Small
    scope: Coded
    status: Small
    criticality: Coded
    rto_hours: Floats
    rpo_hours: Floats
    restore_hours: Floats
    availability: Floats
    mtbf_hours: Floats
    maintenance_window: Coded
    users: Floats
    since: Ints
    until: Ints


@dataclass(frozen=True, eq=False, kw_only=True)
class Relations:
    """The columns of the relations, in the order of source, type and target.

    kind: position in RelationKind. source, target: element indices. weight, users: NaN without one.
    cap: the State its loss can cause at worst, as stated or by the metamodel; UP is no requirement.
    stated: State of the effect as stated, ABSENT if it is the metamodel's.
    qualifiers: those of its properties that effects ask for, as one JSON text.
    """

    id: Strings
    kind: Small
    source: Ints
    target: Ints
    group: Coded
    need: Coded
    loss: Coded
    weight: Floats
    users: Floats
    cap: Small
    stated: Small
    qualifiers: Coded
    since: Ints
    until: Ints


C = TypeVar("C", Elements, Relations)


def taken(columns: C, rows: npt.NDArray[np.integer]) -> C:
    """Return some rows of all columns."""
    chosen: dict[str, Any] = {}
    for field in fields(columns):
        column = getattr(columns, field.name)
        chosen[field.name] = column.take(rows) if isinstance(column, Strings | Coded) else column[rows]
    return type(columns)(**chosen)


def joined(columns: C, others: C) -> C:
    """Return the rows of two, one after the other."""
    both: dict[str, Any] = {}
    for field in fields(columns):
        one, two = getattr(columns, field.name), getattr(others, field.name)
        both[field.name] = one.joined(two) if isinstance(one, Strings | Coded) else np.concatenate((one, two))
    return type(columns)(**both)


def gathered(starts: npt.NDArray[np.integer], counts: npt.NDArray[np.integer]) -> tuple[Longs, Longs]:
    """Return the positions of several slices one after the other, and which slice each is of.

    starts, counts: where each slice begins and how long it is.
    """
    slices = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    before = np.cumsum(counts, dtype=np.int64) - counts
    positions = np.arange(len(slices), dtype=np.int64) + (starts - before)[slices]
    return positions, slices


def offsets(owners: npt.NDArray[np.integer], size: int) -> Ints:
    """Return where the rows of each owner begin, for rows sorted by owner; one longer than size."""
    counts = np.bincount(owners, minlength=size)
    return np.concatenate((np.zeros(1, np.int32), np.cumsum(counts, dtype=np.int32)))
