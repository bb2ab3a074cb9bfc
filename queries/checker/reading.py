"""Reading a saved answer: from an untrusted file to typed values, or one clear refusal."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

from model.faults import UnreadableFile
from model.text import Text
from queries.checker.rule import EFFECTS, STATES, Requirement, State

T = TypeVar("T")

FORMAT = "simpul.certificate"
VERSIONS = (1,)
LARGEST = 256 * 1024 * 1024  # bytes
KINDS = ("impact", "failure_sets", "single_points")
_HEAVIEST = 1e300
_NEVER = date.max, date.min


@dataclass(frozen=True, slots=True)
class Element:
    """An element. requires, required_by: how many requirements it has, or lead to it; None: not told."""

    valid: bool
    requires: int | None
    required_by: int | None


@dataclass(frozen=True, slots=True)
class Firing:
    """One step of the derivation: an element reaches a state because of a group, as the file tells it."""

    element: str
    state: State
    because: "Part"


@dataclass(frozen=True, slots=True)
class Claim:
    """The failure sets of a target: all of up to `reached` elements, it says; `order` were asked for."""

    target: str
    order: int
    reached: int
    sets: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """An order of repairs: elements with the hours each takes, it says.

    weights: by element, what an hour without it costs. lost: what the order costs; best: no order costs less.
    """

    steps: tuple[tuple[str, Fraction], ...]
    weights: Mapping[str, Fraction]
    lost: Fraction
    best: bool


@dataclass(frozen=True, slots=True)
class Fake:
    """A group that could bear the loss of any member and falls with its cause, it says.

    decides: whether its owner would outlive that if the group did.
    """

    owner: str
    group: str
    cause: str
    decides: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A saved answer. Elements are named by their keys.

    untouched: the content is what the digest was made of. partial: types of relations that form a group.
    may_fail: what may be in a failure set; None for everything. affected, unknown, firings: of an impact.
    claims: of failure sets. fakes: fake redundancy below their targets; None where it was not asked for.
    order: of the repairs of an impact; None where nobody asked.
    """

    kind: str
    on: date
    store: str | None
    revision: int
    load: str | None
    failed: Mapping[str, State]
    protected: frozenset[str]
    may_fail: frozenset[str] | None
    elements: Mapping[str, Element]
    requirements: tuple[Requirement, ...]
    partial: frozenset[str]
    affected: Mapping[str, State]
    unknown: frozenset[str]
    firings: tuple[Firing, ...]
    claims: tuple[Claim, ...]
    fakes: tuple[Fake, ...] | None
    order: Order | None
    untouched: bool


def read(path: Path) -> Certificate:
    """Return the certificate in a file.

    Raises:
        UnreadableFile: there is none, or it is not one that this version understands.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise _refused(
                f"{path} lebih dari {LARGEST >> 20} MiB",
                f"{path} is larger than {LARGEST >> 20} MiB",
                Text(id="simpan jawaban yang lebih sempit", en="save a narrower answer"),
            )
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise _refused(f"{path} tidak dapat dibuka: {why}", f"{path} cannot be opened: {why}") from error
    except UnicodeDecodeError as error:
        raise _no_certificate(path) from error
    return certificate(_document(text, path))


def _document(text: str, path: Path) -> object:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise _no_certificate(path) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice: one reader would see the first, another the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no JSON")


def certificate(document: object) -> Certificate:
    """Return a certificate from the parsed text of its file.

    Raises:
        UnreadableFile: it is not one that this version understands.
    """
    whole = Part(document, "")
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _refused("berkas ini bukan bukti jawaban Simpul", "this file is no answer saved by Simpul")
    version = document.get("version")
    if type(version) is not int or version not in VERSIONS:
        raise _refused(
            f"bukti ini memakai bentuk versi {str(version)[:20]!r}; yang dikenal: {VERSIONS[-1]}",
            f"this certificate has version {str(version)[:20]!r}; known is {VERSIONS[-1]}",
            Text(
                id="pakai versi Simpul yang menyimpannya, atau simpan jawabannya sekali lagi",
                en="use the version of Simpul that saved it, or save the answer again",
            ),
        )
    asked, answer = whole.at("asked"), whole.at("answer")
    on = asked.at("on").day()
    elements = {key: _element(part, on) for key, part in whole.at("elements").named()}
    may_fail = asked.at("may_fail")
    known = _Known(elements)
    return Certificate(
        kind=asked.at("kind").one_of({kind: kind for kind in KINDS}),
        on=on,
        store=asked.at("store").maybe(Part.text),
        revision=asked.at("revision").count(),
        load=asked.at("load").maybe(Part.text),
        failed={known.key(key, part): part.one_of(STATES) for key, part in asked.at("failed").named()},
        protected=known.keys(asked.at("protected")),
        may_fail=None if may_fail.value is None else known.keys(may_fail),
        elements=elements,
        requirements=tuple(_requirement(part, known, on) for part in whole.at("requirements").listed()),
        partial=frozenset(part.text() for part in whole.at("partial").listed()),
        affected={known.key(key, part): part.one_of(STATES) for key, part in answer.at("affected").named()},
        unknown=known.keys(answer.at("unknown")),
        firings=tuple(_firing(part, known) for part in whole.at("firings").listed()),
        claims=tuple(_claim(part, known) for part in answer.at("targets").listed()),
        fakes=_fakes(answer, known),
        order=_order(answer, known),
        untouched=whole.at("digest").text() == _digest(document),
    )


def _digest(document: Mapping[str, Any]) -> str:
    """Return the digest of all content but the digest itself: SHA-256 of its JSON with sorted names."""
    content = {name: value for name, value in document.items() if name != "digest"}
    try:
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise _refused(
            "bukti ini memuat teks yang bukan Unicode atau terlalu dalam susunannya",
            "this certificate has text that is no Unicode, or is nested too deeply",
        ) from error
    return f"sha256:{hashlib.sha256(text).hexdigest()}"


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

    def named(self) -> Iterator[tuple[str, "Part"]]:
        """Yield names and parts."""
        if not isinstance(self.value, dict):
            raise self._wrong(self.place)
        for name, value in self.value.items():
            yield name, Part(value, f"{self.place} › {name}")

    def listed(self) -> "list[Part]":
        """Return the parts of a list."""
        if not isinstance(self.value, list):
            raise self._wrong(self.place)
        return [Part(value, f"{self.place} › {number}") for number, value in enumerate(self.value, 1)]

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
        return _refused(
            f"bukti ini tidak lengkap atau salah bentuk: {shown}",
            f"a part of this certificate is missing or has another form: {shown}",
        )

    def unknown(self) -> UnreadableFile:
        """Return the refusal of a key that names no element of the file."""
        return self._wrong(self.place)


class _Known:
    """The elements of the file; every key must name one of them."""

    def __init__(self, elements: Mapping[str, Element]) -> None:
        self.elements = elements

    def key(self, key: str, part: Part) -> str:
        if key not in self.elements:
            raise part.unknown()
        return key

    def one(self, part: Part) -> str:
        return self.key(part.text(), part)

    def keys(self, part: Part) -> frozenset[str]:
        return frozenset(self.one(each) for each in part.listed())


def _element(part: Part, on: date) -> Element:
    status = part.at("status").text()
    begins, ends = part.at("valid_from").maybe(Part.day), part.at("valid_to").maybe(Part.day)
    part.at("name").text()
    if (status == "planned" and begins is None) or (status == "retired" and ends is None):
        begins, ends = _NEVER
    return Element(
        valid=_within(begins, ends, on),
        requires=part.at("requires").maybe(Part.count),
        required_by=part.at("required_by").maybe(Part.count),
    )


def _within(begins: date | None, ends: date | None, on: date) -> bool:
    return (begins is None or begins <= on) and (ends is None or on <= ends)


def _requirement(part: Part, known: _Known, on: date) -> Requirement:
    source, target = known.one(part.at("source")), known.one(part.at("target"))
    begins, ends = part.at("valid_from").maybe(Part.day), part.at("valid_to").maybe(Part.day)
    effect = part.at("effect").one_of(EFFECTS)
    both = known.elements[source].valid and known.elements[target].valid
    return Requirement(
        id=part.at("id").text(),
        source=source,
        relation=part.at("relation").text(),
        target=target,
        group=part.at("group").maybe(Part.text),
        need=part.at("need").maybe(Part.text),
        loss=part.at("loss").maybe(Part.text),
        weight=part.at("weight").maybe(Part.weight) or Fraction(1),
        effect=effect,
        counts=both and effect > State.UP and _within(begins, ends, on),
    )


def _firing(part: Part, known: _Known) -> Firing:
    return Firing(known.one(part.at("element")), part.at("state").one_of(STATES), part.at("because"))


def _claim(part: Part, known: _Known) -> Claim:
    return Claim(
        target=known.one(part.at("target")),
        order=part.at("order").count(),
        reached=part.at("reached").count(),
        sets=tuple(known.keys(one) for one in part.at("sets").listed()),
    )


def _order(answer: Part, known: _Known) -> Order | None:
    if not answer.says("restore_order"):
        return None
    part = answer.at("restore_order")
    return Order(
        steps=tuple(
            (known.one(one.at("element")), one.at("hours").amount()) for one in part.at("steps").listed()
        ),
        weights={known.key(key, one): one.amount() for key, one in part.at("weights").named()},
        lost=part.at("lost").amount(),
        best=part.at("best").truth(),
    )


def _fakes(answer: Part, known: _Known) -> tuple[Fake, ...] | None:
    if not answer.says("fake_redundancy"):
        return None
    return tuple(
        Fake(
            owner=known.one(part.at("owner")),
            group=part.at("group").text(),
            cause=known.one(part.at("cause")),
            decides=part.at("decides").truth(),
        )
        for part in answer.at("fake_redundancy").listed()
    )


def printable(words: str) -> str:
    """Return words of a file as they may be shown: nothing in them may command a terminal."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)


def _no_certificate(path: Path) -> UnreadableFile:
    return _refused(f"{path} bukan berkas JSON yang utuh", f"{path} is no intact JSON file")


def _refused(indonesian: str, english: str, fix: Text | None = None) -> UnreadableFile:
    usual = Text(
        id="simpan jawabannya sekali lagi, misalnya: simpul impact KUNCI --save BERKAS",
        en="save the answer again, for instance: simpul impact KEY --save FILE",
    )
    return UnreadableFile(Text(id=indonesian, en=english), fix=fix or usual)
