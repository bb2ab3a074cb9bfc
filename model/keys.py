"""Keys: the current address of an element, `scope/kind/code`, with `government:` before it for others.

`/`, `:` and `%` inside a part are percent-encoded. Identity is the uid, not the key (docs/identity.md).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from model.faults import RefusedChange
from model.folding import fold
from model.kinds import ElementKind
from model.text import Text

NATIONAL = "nasional"  # elements of the national government
SHARED = "bersama"  # what no agency claims

_ENCODED = {"%": "%25", "/": "%2F", ":": "%3A"}
_DECODED = {encoded: plain for plain, encoded in _ENCODED.items()}
_ENCODED_PART = re.compile("|".join(_DECODED), re.I)
_KIND_SEGMENTS = {kind.value.lower(): kind for kind in ElementKind}


@dataclass(frozen=True, slots=True)
class Key:
    """The parts of a key; `government` is empty for the store's own."""

    scope: str
    kind: ElementKind
    code: str
    government: str = ""

    def __str__(self) -> str:
        address = f"{encoded(self.scope)}/{self.kind.value.lower()}/{encoded(self.code)}"
        return f"{encoded(self.government)}:{address}" if self.government else address


@lru_cache(maxsize=200_000)
def parse_key(text: str) -> Key:
    """Return the parts of a full key.

    Raises:
        RefusedChange: the text has not the three parts, or names no kind.
    """
    government, _, address = text.strip().rpartition(":")
    parts = address.split("/")
    if len(parts) != 3 or not all(parts):
        raise RefusedChange(
            Text(id=f"kunci “{text}” tidak lengkap", en=f"the key “{text}” is not complete"),
            fix=Text(
                id="tulis cakupan/jenis/kode, misalnya dinkes/dataobject/DAD-001",
                en="write scope/kind/code, for example dinkes/dataobject/DAD-001",
            ),
        )
    scope, segment, code = parts
    kind = _KIND_SEGMENTS.get(fold(segment))
    if kind is None:
        raise RefusedChange(
            Text(id=f"jenis “{segment}” tidak dikenal", en=f"the kind “{segment}” is not known"),
            fix=Text(
                id="pakai salah satu: " + ", ".join(_KIND_SEGMENTS),
                en="use one of: " + ", ".join(_KIND_SEGMENTS),
            ),
        )
    return Key(_decode(scope), kind, _decode(code), _decode(government))


def is_full_key(text: str) -> bool:
    """Return whether a text reads as a full key: three parts, the second a kind."""
    parts = text.rpartition(":")[2].strip().split("/")
    return len(parts) == 3 and all(parts) and fold(parts[1]) in _KIND_SEGMENTS


def government_of(text: str) -> str:
    """Return whose a full key is beyond the store's own government; blank for what is its own."""
    key = parse_key(text)
    return key.government or (NATIONAL if key.scope == NATIONAL else "")


def encoded(part: str) -> str:
    """Return a scope or code as it stands in a key."""
    return "".join(_ENCODED.get(character, character) for character in part)


def _decode(part: str) -> str:
    return _ENCODED_PART.sub(lambda match: _DECODED[match[0].upper()], part)
