"""The form of a certificate: who was asked, the digest of the content, and its way to a file."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from queries.files import told_of

FORMAT = "simpul.certificate"
VERSION = 1

Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What was asked: a store, by its identity, and the load as of which; None for its present."""

    store: str | None
    load: str | None = None

    def told(self, revision: int) -> dict[str, Any]:
        """Return this as a certificate tells it, with the revision of the answer."""
        return {"store": self.store, "load": self.load, "revision": revision}


def sealed(content: Mapping[str, Any]) -> Document:
    """Return a certificate with its format, its version, and the digest of all of it."""
    document = {"format": FORMAT, "version": VERSION, **content}
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return {**document, "digest": f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"}


def text_of(document: Document) -> str:
    """Return a certificate as the text of its file."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def save(document: Document, place: Path) -> None:
    """Write a certificate to a file.

    Raises:
        UnreadableFile: it cannot be written.
    """
    with told_of(place):
        place.write_text(text_of(document), encoding="utf-8", newline="\n")
