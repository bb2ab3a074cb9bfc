"""What the directory knows of one element, and every form under which a reference may mean it."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.element import Element
from model.folding import fold_code
from model.hearing import heard_parts
from model.keys import parse_key
from model.kinds import ElementKind
from model.nomenclature import agency_words
from model.tokens import (
    agency_token,
    code_token,
    former_token,
    heard_token,
    key_token,
    name_token,
    telling,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory knows of one element."""

    uid: str
    kind: ElementKind
    scope: str
    key: str
    name: str
    code: str | None = None
    aliases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    abbreviation: str | None = None
    heard: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The scope its key names; its scope is whose it is (model/merging.py)."""
        return parse_key(self.key).scope

    @property
    def former_keys(self) -> tuple[str, ...]:
        """Its aliases, and its key where its code is another one since."""
        if self.code is None or self.key.endswith(f"/{self.code}"):  # nearly always
            return self.aliases
        own, keyed = (code.partition("~")[0] for code in (self.code, parse_key(self.key).code))
        moved = fold_code(own) != fold_code(keyed)
        return (*self.aliases, self.key) if moved else self.aliases

    @property
    def tokens(self) -> frozenset[str]:
        """Every folded form under which a reference may mean this element."""
        return telling(self._tokens())

    def _tokens(self) -> Iterator[str]:
        for key in (self.key, *self.aliases):
            yield key_token(key)
        if self.code:
            yield code_token(self.code.partition("~")[0])
        for key in self.former_keys:
            yield former_token(parse_key(key).code)
        for name in (self.name, *self.names, self.abbreviation):
            if name:
                yield name_token(name)
        if self.kind is ElementKind.ORG_UNIT:
            for name in (self.name, *self.names):
                yield agency_token(agency_words(name))
        for text in self.heard:
            yield heard_token(heard_parts(text)[1])

    def means(self, text: str, scope: str) -> bool:
        """Return whether a person said that this text means the element where the scope writes it."""
        token = heard_token(text)
        return any(
            said == scope and heard_token(words) == token for said, words in map(heard_parts, self.heard)
        )


def entry_of(element: Element) -> Entry:
    """Return the directory's entry of an element."""
    abbreviation = element.properties.get("abbreviation")
    return Entry(
        uid=element.uid,
        kind=element.kind,
        scope=element.scope,
        key=element.key,
        name=element.name,
        code=element.code,
        aliases=element.aliases,
        names=element.names,
        abbreviation=str(abbreviation) if abbreviation else None,
        heard=element.heard,
    )
