"""Parts of an untrusted document, which ask for what they must be; and how a file is refused."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import TypeVar

from model.faults import UnreadableFile
from model.text import Text

T = TypeVar("T")

_HEAVIEST = 1e300


class Part:
    """A part of the document with its place in it; asks for what it must be, and says so if it is not."""

    __slots__ = ("place", "value")

    def __init__(self, value: object, place: str) -> None:
        self.value = value
        self.place = place

    def at(self, name: str) -> "Part":
        """Return what a name stands for; it must be there."""
        if not isinstance(self.value, dict) or name not in self.value:
            raise self._wrong(f"{self.place} › {name}")
        return Part(self.value[name], f"{self.place} › {name}")

    def fields(self) -> Mapping[str, object]:
        """Return what stands under names."""
        if not isinstance(self.value, dict):
            raise self._wrong(self.place)
        return self.value

    def named(self) -> Iterator[tuple[str, "Part"]]:
        """Yield names and parts."""
        for name, value in self.fields().items():
            yield name, Part(value, f"{self.place} › {name}")

    def listed(self) -> "list[Part]":
        """Return the parts of a list."""
        if not isinstance(self.value, list):
            raise self._wrong(self.place)
        return [Part(value, f"{self.place} › {number}") for number, value in enumerate(self.value, 1)]

    def by(self, name: str) -> "dict[str, Part]":
        """Return the parts of a list by what they are about, which stands under a name; each once."""
        found: dict[str, Part] = {}
        for part in self.listed():
            key = part.at(name).text()
            if key in found:
                raise part.unknown()
            found[key] = part
        return found

    def text(self) -> str:
        """Return a text."""
        if not isinstance(self.value, str):
            raise self._wrong(self.place)
        return self.value

    def says(self, name: str) -> bool:
        """Return whether a name stands here."""
        return isinstance(self.value, dict) and name in self.value

    def truth(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            raise self._wrong(self.place)
        return self.value

    def count(self) -> int:
        """Return a whole number from 0."""
        if type(self.value) is not int or self.value < 0:
            raise self._wrong(self.place)
        return self.value

    def weight(self) -> Fraction:
        """Return a number above 0."""
        number = self.value
        if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number <= _HEAVIEST:
            raise self._wrong(self.place)
        return Fraction(repr(number))

    def amount(self) -> Fraction:
        """Return a number from 0."""
        return Fraction(0) if type(self.value) in (int, float) and self.value == 0 else self.weight()

    def day(self) -> date:
        """Return a date."""
        try:
            return date.fromisoformat(self.text())
        except ValueError as error:
            raise self._wrong(self.place) from error

    def one_of(self, words: Mapping[str, T]) -> T:
        """Return what one of some words means."""
        word = self.text()
        if word not in words:
            raise self._wrong(self.place)
        return words[word]

    def maybe(self, read_it: "Callable[[Part], T]") -> T | None:
        """Return what it is, or None."""
        return None if self.value is None else read_it(self)

    def _wrong(self, place: str) -> UnreadableFile:
        shown = printable(place.removeprefix(" › ")[:200])
        return refused(
            f"bukti ini tidak lengkap atau salah bentuk: {shown}",
            f"a part of this certificate is missing or has another form: {shown}",
        )

    def unknown(self) -> UnreadableFile:
        """Return the refusal of a key that names no element of the file."""
        return self._wrong(self.place)


class Known:
    """The elements of the file; every key must name one of them."""

    def __init__(self, keys: Collection[str]) -> None:
        self._keys = keys

    def key(self, key: str, part: Part) -> str:
        """Return a key that stands at a part."""
        if key not in self._keys:
            raise part.unknown()
        return key

    def one(self, part: Part) -> str:
        """Return the key that a part is."""
        return self.key(part.text(), part)

    def keys(self, part: Part) -> frozenset[str]:
        """Return the keys that a list holds."""
        return frozenset(self.one(each) for each in part.listed())

    def named(self, part: Part, read_it: Callable[[Part], T]) -> dict[str, T]:
        """Return what stands under keys."""
        return {self.key(key, one): read_it(one) for key, one in part.named()}


def printable(words: str) -> str:
    """Return words of a file as they may be shown: nothing in them may command a terminal."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)


def refused(indonesian: str, english: str, fix: Text | None = None) -> UnreadableFile:
    """Return the refusal of a file; unless said, saving the answer again is what helps."""
    usual = Text(
        id="simpan jawabannya sekali lagi, misalnya: simpul impact KUNCI --save BERKAS",
        en="save the answer again, for instance: simpul impact KEY --save FILE",
    )
    return UnreadableFile(Text(id=indonesian, en=english), fix=fix or usual)
