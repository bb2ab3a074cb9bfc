"""Reading a saved answer: from an untrusted file to typed values, or one clear refusal."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from model.faults import UnreadableFile
from model.text import Text
from queries.checker.forms import (
    Certificate,
    Changes,
    Claim,
    Compared,
    Difference,
    Element,
    Firing,
    Saved,
)
from queries.checker.part import Known, Part, refused
from queries.checker.rule import EFFECTS, STATES, Requirement, State
from queries.checker.sections import (
    cause,
    exposure,
    fakes,
    optional,
    order,
    promises,
    recovery_points,
    unavailability,
)

FORMAT = "simpul.certificate"
VERSIONS = (1,)
LARGEST = 256 * 1024 * 1024  # bytes
KINDS = ("impact", "failure_sets", "single_points", "causes")
COMPARED = {"comparison": ("impact",), "what_if": ("impact",), "consolidation": ("impact", "single_points")}
_NEVER = date.max, date.min


def read(path: Path) -> Saved:
    """Return the certificate in a file.

    Raises:
        UnreadableFile: there is none, or it is not one that this version understands.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise refused(
                f"{path} lebih dari {LARGEST >> 20} MiB",
                f"{path} is larger than {LARGEST >> 20} MiB",
                Text(id="simpan jawaban yang lebih sempit", en="save a narrower answer"),
            )
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise refused(f"{path} tidak dapat dibuka: {why}", f"{path} cannot be opened: {why}") from error
    except UnicodeDecodeError as error:
        raise _no_certificate(path) from error
    return saved(_document(text, path))


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


def saved(document: object) -> Saved:
    """Return a certificate of one answer, or of two side by side, from the parsed text of its file.

    Raises:
        UnreadableFile: it is not one that this version understands.
    """
    whole = _understood(document)
    kind = whole.at("asked").at("kind").one_of({kind: kind for kind in (*KINDS, *COMPARED)})
    return _compared(whole, kind) if kind in COMPARED else certificate(document)


def certificate(document: object) -> Certificate:
    """Return a certificate of one answer from the parsed text of its file.

    Raises:
        UnreadableFile: it is not one that this version understands.
    """
    whole = _understood(document)
    asked, answer = whole.at("asked"), whole.at("answer")
    on = asked.at("on").day()
    elements = {key: _element(part, on) for key, part in whole.at("elements").named()}
    may_fail = asked.at("may_fail")
    known = Known(elements)
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
        requirements=tuple(_requirement(part, elements, on) for part in whole.at("requirements").listed()),
        partial=frozenset(part.text() for part in whole.at("partial").listed()),
        affected={known.key(key, part): part.one_of(STATES) for key, part in answer.at("affected").named()},
        unknown=known.keys(answer.at("unknown")),
        firings=tuple(_firing(part, known) for part in whole.at("firings").listed()),
        claims=tuple(_claim(part, known) for part in answer.at("targets").listed()),
        fakes=fakes(answer, known),
        order=order(answer, known),
        unavailability=unavailability(answer, known),
        exposure=exposure(answer, known),
        promises=promises(answer, known),
        recovery_points=recovery_points(answer),
        symptoms=tuple(known.one(part) for part in optional(asked, "symptoms")),
        causes=tuple(cause(part, known) for part in optional(answer, "causes")),
        untouched=whole.at("digest").text() == _digest(whole.fields()),
    )


def _understood(document: object) -> Part:
    """Return a document as what this version understands, or refuse it."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise refused("berkas ini bukan bukti jawaban Simpul", "this file is no answer saved by Simpul")
    version = document.get("version")
    if type(version) is not int or version not in VERSIONS:
        raise refused(
            f"bukti ini memakai bentuk versi {str(version)[:20]!r}; yang dikenal: {VERSIONS[-1]}",
            f"this certificate has version {str(version)[:20]!r}; known is {VERSIONS[-1]}",
            Text(
                id="pakai versi Simpul yang menyimpannya, atau simpan jawabannya sekali lagi",
                en="use the version of Simpul that saved it, or save the answer again",
            ),
        )
    return Part(document, "")


def _digest(document: Mapping[str, Any]) -> str:
    """Return the digest of all content but the digest itself: SHA-256 of its JSON with sorted names."""
    content = {name: value for name, value in document.items() if name != "digest"}
    try:
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise refused(
            "bukti ini memuat teks yang bukan Unicode atau terlalu dalam susunannya",
            "this certificate has text that is no Unicode, or is nested too deeply",
        ) from error
    return f"sha256:{hashlib.sha256(text).hexdigest()}"


def _compared(whole: Part, kind: str) -> Compared:
    pairs = whole.at("pairs").listed()
    read = tuple((_one_of(pair.at("first")), _one_of(pair.at("second"))) for pair in pairs)
    if any(
        (a.kind, b.kind) != (wanted, wanted) for (a, b), wanted in zip(read, COMPARED[kind], strict=False)
    ):
        raise whole.at("pairs").unknown()
    if len(read) != len(COMPARED[kind]):
        raise whole.at("pairs").unknown()
    known = Known({key: one for pair in read for side in pair for key, one in side.elements.items()})
    answer = whole.at("answer")
    return Compared(
        kind=kind,
        pairs=read,
        changes=whole.at("asked").at("changes").maybe(_changes),
        differences=tuple(
            _difference(known.key(key, part), part)
            for key, part in answer.at("differences").by("element").items()
        ),
        bereft=len(answer.at("bereft").fields()) if answer.says("bereft") else 0,
        new_points=_new_points(answer, known),
        untouched=whole.at("digest").text() == _digest(whole.fields()),
    )


def _one_of(part: Part) -> Certificate:
    return certificate(part.value)


def _changes(part: Part) -> Changes:
    for text in part.at("told").listed():
        text.at("id").text()
    named = part.at("elements").listed()
    return Changes(
        elements=frozenset(one.text() for one in named),
        requirements=frozenset(one.text() for one in part.at("requirements").listed()),
    )


def _difference(key: str, part: Part) -> Difference:
    first, second = (part.at(side).maybe(lambda one: one.one_of(STATES)) for side in ("first", "second"))
    return Difference(key, first or State.UP, second or State.UP)


def _new_points(answer: Part, known: Known) -> dict[str, frozenset[str]] | None:
    if not answer.says("new_single_points"):
        return None
    return {known.key(key, part): known.keys(part) for key, part in answer.at("new_single_points").named()}


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


def _requirement(part: Part, elements: Mapping[str, Element], on: date) -> Requirement:
    known = Known(elements)
    source, target = known.one(part.at("source")), known.one(part.at("target"))
    begins, ends = part.at("valid_from").maybe(Part.day), part.at("valid_to").maybe(Part.day)
    effect = part.at("effect").one_of(EFFECTS)
    both = elements[source].valid and elements[target].valid
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


def _firing(part: Part, known: Known) -> Firing:
    return Firing(known.one(part.at("element")), part.at("state").one_of(STATES), part.at("because"))


def _claim(part: Part, known: Known) -> Claim:
    return Claim(
        target=known.one(part.at("target")),
        order=part.at("order").count(),
        reached=part.at("reached").count(),
        sets=tuple(known.keys(one) for one in part.at("sets").listed()),
    )


def _no_certificate(path: Path) -> UnreadableFile:
    return refused(f"{path} bukan berkas JSON yang utuh", f"{path} is no intact JSON file")
