"""The users' own part of the metamodel: properties and choices from a TOML text of its shape."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from model.faults import RefusedChange
from model.folding import fold
from model.kinds import ElementKind, Status
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import PROPERTY_NAME, Authority, Choice, LinkSpec, PropertySpec, ValueType
from model.text import Text, same

EXAMPLE = """\
[[property]]
kind = "Application"        # a label or name; several: ["Server", "Storage"]; every kind: "*"
name = "contract_end"
label = { id = "Akhir Kontrak", en = "End of contract" }
type = "date"
synonyms = ["Tanggal Akhir Kontrak"]
help = { id = "Hari terakhir kontrak pemeliharaan.", en = "The last day of the maintenance contract." }

[[property]]
kind = "*"
name = "island"
label = { id = "Pulau", en = "Island" }
choices = [                 # makes it a choice; type = "choices" allows several
  { value = "Jintan" },
  { value = "Pala", label = { id = "Pulau Pala", en = "Pala Island" }, synonyms = ["P. Pala"] },
]

[[choice]]                  # one more value in a list that exists
kind = "Server"
property = "raid"
value = "RAID 60"

[[authority]]               # who has the last word, whoever sends something later
kind = "DataObject"
sender = "bappeda"          # scope of the agency
columns = ["description", "producer"]   # leave out for all
"""
EVERY_KIND = "*"
# Fields of every element and columns of the interchange (docs/cli.md) that a property cannot take.
RESERVED = frozenset(
    {
        "uid",
        "key",
        "kind",
        "scope",
        "aliases",
        "names",
        "revision",
        "search",
        "owner",
        "reference",
        "reference_set",
    }
)
CHOICE_TYPES = (ValueType.CHOICE, ValueType.CHOICES)


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Words(_Table):
    id: str
    en: str


class _Choice(_Table):
    value: str
    label: _Words | None = None
    synonyms: tuple[str, ...] = ()
    suggested_by: tuple[str, ...] = ()
    implies: str | None = None


class _Property(_Table):
    kind: str | tuple[str, ...]
    name: str
    label: _Words
    type: str | None = None
    choices: tuple[_Choice, ...] = ()
    synonyms: tuple[str, ...] = ()
    help: _Words | None = None
    required: bool = False


class _NewChoice(_Choice):
    kind: str | tuple[str, ...]
    property: str


class _Authority(_Table):
    kind: str | tuple[str, ...]
    sender: str
    columns: tuple[str, ...] = ()


class _File(_Table):
    authority: tuple[_Authority, ...] = ()
    property: tuple[_Property, ...] = ()
    choice: tuple[_NewChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """Which entry of the file is read, for the words of a refusal."""

    table: str
    number: int
    name: str

    def refused(self, what: tuple[str, str], fix: tuple[str, str]) -> RefusedChange:
        place = f"[[{self.table}]] {self.number} ({self.name})"
        return RefusedChange(Text(id=f"{place}: {what[0]}", en=f"{place}: {what[1]}"), fix=Text(*fix))


def extended(metamodel: Metamodel, text: str) -> Metamodel:
    """Return the metamodel with the properties and choices that a TOML text declares.

    Raises:
        RefusedChange: the text is no TOML, has another shape, names a kind, type or property that does not
            exist, or takes a name or header that is taken; the first fault is told, with its entry.
    """
    file = _read(text)
    for number, said in enumerate(file.property, start=1):
        entry = _Entry("property", number, said.name)
        spec = _property(said, entry)
        for kind in _kinds(metamodel, said.kind, entry):
            metamodel = _with_property(metamodel, kind, spec, entry)
    for number, added in enumerate(file.choice, start=1):
        entry = _Entry("choice", number, added.value)
        choice = _choice(added, entry)
        for kind in _kinds(metamodel, added.kind, entry):
            metamodel = _with_choice(metamodel, kind, added.property, choice, entry)
    for number, led in enumerate(file.authority, start=1):
        entry = _Entry("authority", number, led.sender)
        for kind in _kinds(metamodel, led.kind, entry):
            metamodel = _with_authority(metamodel, kind, led, entry)
    return metamodel


def _with_authority(
    metamodel: Metamodel, kind: ElementKind | None, said: _Authority, entry: _Entry
) -> Metamodel:
    kinds = tuple(ElementKind) if kind is None else (kind,)
    for one in kinds:
        known = [spec.name for spec in metamodel.properties(one)]
        known += [link.name for link in metamodel.links(one)]
        for column in said.columns:
            if column not in known:
                near = ", ".join(get_close_matches(column, known, n=3, cutoff=0.5) or known)
                raise entry.refused(
                    (f"{one} tidak memiliki kolom {column!r}", f"{one} has no column {column!r}"),
                    (f"tulis salah satu: {near}", f"write one of: {near}"),
                )
    added = (Authority(kind=one, sender=said.sender.strip().lower(), columns=said.columns) for one in kinds)
    return replace(metamodel, authorities=(*metamodel.authorities, *added))


def _read(text: str) -> _File:
    try:
        return _File.model_validate(_tupled(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        raise RefusedChange(
            Text(id=f"metamodel.toml bukan TOML: {error}", en=f"metamodel.toml is not TOML: {error}"),
            fix=Text(
                id="perbaiki baris itu; contoh ada di docs/metamodel.md",
                en="correct that line; docs/metamodel.md has an example",
            ),
        ) from error
    except ValidationError as error:
        raise _misshapen(error.errors()[0]) from error


def _tupled(value: object) -> object:
    """TOML gives lists; the declaration holds tuples, and strict reading tells them apart."""
    if isinstance(value, list):
        return tuple(_tupled(item) for item in value)
    if isinstance(value, dict):
        return {key: _tupled(item) for key, item in value.items()}
    return value


def _misshapen(detail: ErrorDetails) -> RefusedChange:
    """Return the refusal of a key that is missing, unknown or of the wrong type."""
    path = [step + 1 if isinstance(step, int) else step for step in detail["loc"]]
    place = ".".join(str(step) for step in path if step not in ("str", "tuple[str, ...]"))
    match detail["type"]:
        case "missing":
            what = (f"{place} tidak diisi", f"{place} is missing")
        case "extra_forbidden":
            what = (f"{place} tidak dikenal", f"{place} is unknown")
        case _:
            what = (f"isi {place} tidak sesuai jenisnya", f"{place} has the wrong type of value")
    return RefusedChange(
        Text(id=f"metamodel.toml: {what[0]}", en=f"metamodel.toml: {what[1]}"),
        fix=Text(
            id="kunci yang dikenal: " + ", ".join(_Property.model_fields) + "; lihat docs/metamodel.md",
            en="known keys: " + ", ".join(_Property.model_fields) + "; see docs/metamodel.md",
        ),
    )


def _kinds(
    metamodel: Metamodel, named: str | tuple[str, ...], entry: _Entry
) -> tuple[ElementKind | None, ...]:
    """Return the kinds an entry names, by label or name; None stands for every kind."""
    words = (named,) if isinstance(named, str) else named
    if words == (EVERY_KIND,):
        return (None,)
    found = {word: metamodel.kind_named(word) for word in words}
    for word, kind in found.items():
        if kind is None:
            near = get_close_matches(word, [one.value for one in ElementKind], n=3, cutoff=0.5)
            names = ", ".join(near or [one.value for one in ElementKind])
            raise entry.refused(
                (f"tidak ada jenis {word!r}", f"there is no kind {word!r}"),
                (f'tulis salah satu: {names}; atau "*"', f'write one of: {names}; or "*"'),
            )
    return tuple(found.values())


def _property(said: _Property, entry: _Entry) -> PropertySpec:
    if not PROPERTY_NAME.fullmatch(said.name):
        raise entry.refused(
            ("nama properti tidak sah", "this cannot be a property name"),
            (
                "pakai huruf kecil tanpa aksen, angka dan _, mulai dengan huruf: contract_end",
                "use lower-case letters, digits and _, a letter first: contract_end",
            ),
        )
    if said.name in RESERVED:
        raise entry.refused(
            ("nama ini dipakai Simpul sendiri", "Simpul uses this name itself"),
            ("pilih nama lain", "choose another name"),
        )
    choices = tuple(_choice(choice, entry) for choice in said.choices)
    _check_words(choices, entry)
    return PropertySpec(
        name=said.name,
        label=_text(said.label, entry),
        type=_type(said, entry),
        choices=choices,
        synonyms=said.synonyms,
        help=_text(said.help, entry) if said.help else None,
        required=said.required,
    )


def _type(said: _Property, entry: _Entry) -> ValueType:
    written = said.type or (ValueType.CHOICE if said.choices else ValueType.TEXT).value
    if written not in {one.value for one in ValueType}:
        names = ", ".join(one.value for one in ValueType)
        raise entry.refused(
            (f"tidak ada tipe {written!r}", f"there is no type {written!r}"),
            (f"tulis salah satu: {names}", f"write one of: {names}"),
        )
    found = ValueType(written)
    if bool(said.choices) != (found in CHOICE_TYPES):
        raise entry.refused(
            (
                "choices hanya dan selalu ada pada tipe choice dan choices",
                "choices go with choice types only",
            ),
            (
                'tulis type = "choice" beserta choices, atau hapus choices',
                'write type = "choice" together with choices, or leave choices out',
            ),
        )
    return found


def _choice(said: _Choice, entry: _Entry) -> Choice:
    statuses = [status.value for status in Status]
    if said.implies is not None and said.implies not in statuses:
        raise entry.refused(
            (f"implies {said.implies!r} bukan status", f"implies {said.implies!r} is no status"),
            (f"tulis salah satu: {', '.join(statuses)}", f"write one of: {', '.join(statuses)}"),
        )
    if not said.value:
        raise entry.refused(
            ("nilai pilihan kosong", "a choice has an empty value"), ("isi value", "give it a value")
        )
    return Choice(
        value=said.value,
        label=_text(said.label, entry) if said.label else same(said.value),
        synonyms=said.synonyms,
        suggested_by=said.suggested_by,
        implies=Status(said.implies) if said.implies else None,
    )


def _text(words: _Words, entry: _Entry) -> Text:
    if not words.id.strip() or not words.en.strip():
        raise entry.refused(
            ("label perlu kedua bahasa", "a label needs both languages"),
            ('tulis { id = "…", en = "…" }', 'write { id = "…", en = "…" }'),
        )
    return Text(id=words.id, en=words.en)


def _with_property(
    metamodel: Metamodel, kind: ElementKind | None, spec: PropertySpec, entry: _Entry
) -> Metamodel:
    for one in ElementKind if kind is None else (kind,):
        _check_free(metamodel, one, spec, entry)
    if kind is None:
        return replace(metamodel, common=(*metamodel.common, spec))
    return replace(
        metamodel,
        kinds=tuple(
            replace(one, properties=(*one.properties, spec)) if one.kind is kind else one
            for one in metamodel.kinds
        ),
    )


def _check_free(metamodel: Metamodel, kind: ElementKind, spec: PropertySpec, entry: _Entry) -> None:
    columns: tuple[PropertySpec | LinkSpec, ...] = (*metamodel.properties(kind), *metamodel.links(kind))
    taken = {fold(header): one.label for one in columns for header in one.headers}
    own = metamodel.kind(kind)
    headers = (*own.name_headers, *own.code_headers, *(h for level in own.outline_headers for h in level))
    taken |= {fold(header): own.label for header in headers}
    for header in spec.headers:
        if (label := taken.get(fold(header))) is not None:
            raise entry.refused(
                (
                    f"{header!r} sudah dipakai {kind} ({label.id})",
                    f"{header!r} is taken in {kind} ({label.en})",
                ),
                ("pilih nama, label atau sinonim lain", "choose another name, label or synonym"),
            )


def _with_choice(
    metamodel: Metamodel, kind: ElementKind | None, name: str, choice: Choice, entry: _Entry
) -> Metamodel:
    if kind is None:
        return replace(metamodel, common=_widened(metamodel.common, name, choice, entry))
    own = metamodel.kind(kind)
    widened = replace(own, properties=_widened(own.properties, name, choice, entry))
    return replace(metamodel, kinds=tuple(widened if one.kind is kind else one for one in metamodel.kinds))


def _widened(
    properties: tuple[PropertySpec, ...], name: str, choice: Choice, entry: _Entry
) -> tuple[PropertySpec, ...]:
    found = next((spec for spec in properties if spec.name == name and spec.choices), None)
    if found is None:
        names = ", ".join(spec.name for spec in properties if spec.choices) or "-"
        raise entry.refused(
            (f"tidak ada pilihan bernama {name!r} di sini", f"there is no list of choices {name!r} here"),
            (f"tulis salah satu: {names}", f"write one of: {names}"),
        )
    widened = replace(found, choices=(*found.choices, choice))
    _check_words(widened.choices, entry)
    return tuple(widened if spec is found else spec for spec in properties)


def _check_words(choices: Iterable[Choice], entry: _Entry) -> None:
    """Refuse a word that means two choices of one list."""
    meaning: dict[str, str] = {}
    for choice in choices:
        for word in {fold(word) for word in choice.words}:
            if word in meaning:
                raise entry.refused(
                    (
                        f"{choice.value!r} sama dengan pilihan {meaning[word]!r}",
                        f"{choice.value!r} is the same as the choice {meaning[word]!r}",
                    ),
                    ("pakai nilai atau sinonim lain", "use another value or synonym"),
                )
            meaning[word] = choice.value
