"""The catalogue of questions: one .cypher file each, one row type each.

The first lines of a file are its question in both languages and its parameters; they are read from there,
so that the text beside the Cypher is the one that people see.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from importlib.resources import files
from typing import Any, Generic, TypeVar

from model.faults import RefusedQuestion
from model.text import Text
from queries import rows
from queries.store.store import Store

Row = TypeVar("Row")
_PARAMETER = re.compile(r"^// \$(?P<name>\w+): (?P<id>.+?) / (?P<en>.+)$", re.M)
_QUESTION = re.compile(r"\A// (?P<id>.+?\?) / (?P<en>.+\?)$", re.M)


@dataclass(frozen=True)
class Query(Generic[Row]):
    """One question: its name, the type of its rows, and the values its parameters have unless given."""

    name: str
    row: type[Row]
    defaults: Mapping[str, str | int] | None = None

    @cached_property
    def cypher(self) -> str:
        """The text of the question's file."""
        return files("queries").joinpath("cypher", f"{self.name}.cypher").read_text(encoding="utf-8")

    @property
    def question(self) -> Text:
        """The question as people ask it."""
        match = _QUESTION.search(self.cypher)
        if match is None:
            raise ValueError(f"{self.name}.cypher does not begin with its question in both languages")
        return Text(id=match["id"], en=match["en"])

    @property
    def parameters(self) -> dict[str, Text]:
        """What may be given, by name, with its meaning."""
        return {m["name"]: Text(id=m["id"], en=m["en"]) for m in _PARAMETER.finditer(self.cypher)}

    @property
    def columns(self) -> list[str]:
        """The columns of an answer, in order."""
        return [field.name for field in fields(self.row)]  # type: ignore[arg-type]

    def ask(self, store: Store, /, **given: str | int) -> list[Row]:
        """Return the answer as typed rows."""
        values: dict[str, Any] = {**(self.defaults or {}), **given}
        return [self.row(**row) for row in store.read(self.cypher, **values)]

    def typed(self, given: Mapping[str, str]) -> dict[str, str | int]:
        """Return parameters given as text with the types of their defaults.

        Raises:
            RefusedQuestion: a name is not a parameter, or a value is no number where one is needed, or
                below 0.
        """
        defaults = self.defaults or {}
        typed: dict[str, str | int] = {}
        for name, value in given.items():
            if name not in defaults:
                raise _unknown_parameter(self, name)
            typed[name] = _number(name, value) if isinstance(defaults[name], int) else value
        return typed


CATALOG: tuple[Query[Any], ...] = (
    Query("same_function", rows.SameFunction, {"code": "", "limit": 500}),
    Query("coverage", rows.Coverage),
    Query("agencies", rows.Agency),
    Query("applications_without_host", rows.Lacking),
    Query("services_without_application", rows.Lacking),
    Query("server_load", rows.ServerLoad),
    Query("shared_applications", rows.SharedApplication),
    Query("codes_below", rows.CodeBelow, {"code": "", "level": 0}),
)


def query_named(name: str) -> Query[Any]:
    """Return one question of the catalogue.

    Raises:
        RefusedQuestion: there is none of that name.
    """
    for query in CATALOG:
        if query.name == name:
            return query
    names = ", ".join(query.name for query in CATALOG)
    raise RefusedQuestion(
        Text(id=f"tidak ada pertanyaan bernama “{name}”", en=f"there is no question named “{name}”"),
        fix=Text(id=f"pilih salah satu: {names}", en=f"choose one of: {names}"),
    )


def _unknown_parameter(query: Query[Any], name: str) -> RefusedQuestion:
    known = ", ".join(query.defaults or {}) or "-"
    return RefusedQuestion(
        Text(
            id=f"pertanyaan {query.name} tidak mengenal parameter “{name}”",
            en=f"the question {query.name} has no parameter “{name}”",
        ),
        fix=Text(id=f"parameter yang ada: {known}", en=f"its parameters: {known}"),
    )


def _number(name: str, value: str) -> int:
    if not value.lstrip("-").isdigit():
        raise RefusedQuestion(
            Text(id=f"{name}=“{value}” bukan bilangan bulat", en=f"{name}=“{value}” is not a whole number"),
            fix=Text(id=f"tulis misalnya {name}=3", en=f"write for example {name}=3"),
        )
    if int(value) < 0:
        raise RefusedQuestion(
            Text(id=f"{name} harus 0 atau lebih", en=f"{name} must be 0 or more"),
            fix=Text(id=f"tulis misalnya {name}=3", en=f"write for example {name}=3"),
        )
    return int(value)
