"""Mappings: TOML files that say what the tables of another tool mean. Format: docs/reading.md.

A template is a text with columns in braces: "APP-{id}". "{id|lookup}" is what a lookup gives for the value.
"""

import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from ingest.layout.recognised import column_keys
from model.faults import ModelerError
from model.folding import fold
from model.kinds import ElementKind, RelationKind
from model.text import Text
from queries.layouts import Confirmed, KnownLayout

PACKAGED = "shipped"
_FIELD = re.compile(r"\{([^{}|]+)(?:\|([^{}|]+))?\}")


class WrongMapping(ModelerError):
    """A mapping that cannot be read or says something impossible."""


def fields(template: str) -> list[tuple[str, str | None]]:
    """Return the columns of a template, each with its lookup."""
    return [(match[1].strip(), match[2] and match[2].strip()) for match in _FIELD.finditer(template)]


def _checked(template: str) -> str:
    if _FIELD.sub("", template).count("{") or _FIELD.sub("", template).count("}"):
        raise ValueError("a template has its columns in single braces, such as {id} or {id|lookup}")
    return template


Template = Annotated[str, AfterValidator(_checked)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Translated(_Part):
    """A value looked up in a list of words; one that the list does not have is taken as it is."""

    source: Template = Field(alias="from")
    values: dict[str, str] = {}


class End(_Part):
    """One end of a relation: the kind and the template of the code of an element."""

    kind: ElementKind
    code: Template


class Referring(_Part):
    """What a row of elements says of another element."""

    relation: RelationKind
    to: End
    reversed: bool = False
    properties: dict[str, Template | Translated] = {}


class _Table(_Part):
    file: str  # name or pattern of the file, inside folders and zips
    sheet: str | None = None
    header: int = Field(default=1, ge=1)  # the row that holds the headers
    where: dict[str, str | list[str]] = {}


class Elements(_Table):
    """A table whose rows are elements of one kind."""

    kind: ElementKind
    code: Template | None = None
    name: Template | list[Template]
    agency: Template | None = None
    distinct: bool = False  # several rows may name one element
    properties: dict[str, Template | Translated] = {}
    relations: list[Referring] = []


class Relations(_Table):
    """A table whose rows are relations."""

    relation: RelationKind
    source: End
    target: End
    properties: dict[str, Template | Translated] = {}


class Lookup(_Table):
    """A table that gives a text for a key; several rows of one key give their texts together."""

    key: Template
    value: Template


class LayoutColumn(_Part):
    """A column of a layout: its header, "" for none, and what it means (ingest.layout.meanings)."""

    header: str
    means: str


class LayoutTable(_Part):
    """What all tables with just these headers mean, wherever they stand; without a kind they are left out.

    titled: such tables are taken even in sheets whose title names this other kind.
    """

    kind: ElementKind | None = None
    titled: ElementKind | None = None
    columns: list[LayoutColumn]

    @property
    def said(self) -> Confirmed:
        """What is said of the layout."""
        keys = column_keys([(one.header,) if one.header else () for one in self.columns])
        named = zip(keys, self.columns, strict=True)
        return Confirmed(
            headers=tuple(key for key, one in named if one.header),
            kind=self.kind,
            columns={key: one.means for key, one in zip(keys, self.columns, strict=True)},
            written={key: one.header for key, one in zip(keys, self.columns, strict=True)},
            titled=self.titled,
        )


class Mapping(_Part):
    """What the tables of a delivery mean.

    scope: elements and references get full keys of this scope; without it they are known by their codes in
    the scope of their agency. blanks: "-", "tidak ada" and the like are blank. layouts: tables known by
    their headers; all others are recognised as without a mapping, so no other tables may stand beside them.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9_-]*$")
    scope: str | None = None
    blanks: bool = False
    elements: list[Elements] = []
    relations: list[Relations] = []
    lookups: dict[str, Lookup] = {}
    layouts: list[LayoutTable] = []

    @model_validator(mode="after")
    def _of_one_sort(self) -> "Mapping":
        if self.layouts and self.tables:
            raise ValueError(
                "layouts stand in a mapping of their own, without elements, relations and lookups"
            )
        return self

    @property
    def known(self) -> tuple[KnownLayout, ...]:
        """The layouts as if somebody had said them."""
        return tuple(KnownLayout(id="", by=self.name, at="", said=table.said) for table in self.layouts)

    @property
    def tables(self) -> list[_Table]:
        """All tables of the mapping."""
        return [*self.elements, *self.relations, *self.lookups.values()]


def read_mapping(path: Path) -> Mapping:
    """Return a mapping from a file, or one that comes with simpul by its name ("waltz", "banten").

    Raises:
        WrongMapping: there is no such file, it is no TOML, or it says something impossible.
    """
    text = _text(path)
    try:
        return Mapping.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(
            path, Text(id=f"bukan TOML yang benar: {error}", en=f"it is no valid TOML: {error}")
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        said = _suggestion(str(first["msg"]), where, first.get("input"))
        raise _wrong(path, Text(id=f"{where}: {said}", en=f"{where}: {said}")) from error


def packaged() -> list[str]:
    """Return the names of the mappings that come with simpul."""
    folder = resources.files("ingest.mapping") / PACKAGED
    return sorted(
        entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        if path.name == str(path) and path.name.removesuffix(".toml") in packaged():
            file = resources.files("ingest.mapping") / PACKAGED / f"{path.name.removesuffix('.toml')}.toml"
            return file.read_text(encoding="utf-8")
        raise WrongMapping(
            Text(id=f"pemetaan {path} tidak ada", en=f"there is no mapping {path}"),
            fix=Text(
                id=f"berikan berkas TOML, atau salah satu yang tersedia: {', '.join(packaged())}",
                en=f"give a TOML file, or one that comes with simpul: {', '.join(packaged())}",
            ),
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(path, Text(id=f"tidak terbaca: {error}", en=f"it cannot be read: {error}")) from error


def _suggestion(message: str, where: str, given: object) -> str:
    """The message of the check, shortened where it lists every kind there is."""
    kinds: type[ElementKind] | type[RelationKind] | None = None
    if where.endswith("kind"):
        kinds = ElementKind
    elif where.endswith("relation"):
        kinds = RelationKind
    if kinds is None or not isinstance(given, str):
        return message
    near = [kind.value for kind in kinds if fold(kind.value)[:4] == fold(given)[:4]]
    return f"{given!r}; {', '.join(near or [kind.value for kind in kinds])}"


def _wrong(path: Path, why: Text) -> WrongMapping:
    return WrongMapping(
        Text(id=f"pemetaan {path}: {why.id}", en=f"mapping {path}: {why.en}"),
        fix=Text(
            id="perbaiki bagian itu; bentuk pemetaan dijelaskan di docs/reading.md",
            en="correct that part; the format of mappings is described in docs/reading.md",
        ),
    )
