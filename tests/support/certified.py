"""Certificates in tests: made of an answer, altered as a forger would, and checked."""

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from queries.certificate.document import Origin
from queries.checker.checking import check
from queries.checker.reading import saved as read_saved
from queries.checker.verdict import Verdict

ORIGIN = Origin(store="s")
Document = dict[str, Any]


def checked(document: Document) -> Verdict:
    """Return what the checker says of a certificate, after a way through JSON as in a file."""
    return check(read_saved(json.loads(json.dumps(document))))


def forged(document: Document, change: Callable[[Document], object]) -> Document:
    """Return a certificate changed and given a digest that fits."""
    other = copy.deepcopy(document)
    change(other)
    content = {name: value for name, value in other.items() if name != "digest"}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return {**content, "digest": f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"}


def problems(document: Document) -> set[str]:
    """Return the words for what is wrong with a certificate."""
    return {one.problem for one in checked(document).wrong}


def saved(document: Document, folder: Path) -> Path:
    """Return the file that a certificate was saved to."""
    place = folder / "bukti.json"
    place.write_text(json.dumps(document), encoding="utf-8")
    return place
